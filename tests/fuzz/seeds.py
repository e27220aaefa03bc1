"""The inputs that fuzzing begins with: invented reports in every format, whole and in pieces."""

from importlib.resources import files

import govreport
from govreport.detection import FORMATS

_PAGES = (
    b"<h1>\xe6\x8a\xa5\xe5\x91\x8a</h1><p>a<table><tr><td rowspan=2 colspan=3>1<td>2</table>",
    b"<ol><li>a<ul><li>b</ul></ol><pre> a\n b</pre><select><option>c</select><br/>",
    b"<meta charset=gb18030><title>x</title><div hidden>y</div><math><mi>z</mi></math>",
)
_TEXTS = (
    b"# a\n\n| 1 | 2 |\n|---|---|\n| \\| | x |\n",
    b"\ta\tb\n\t1\t2\n\ntext\n",
    b"\\govreport 1 pipe\n\nx\n",
    "┌──┬──┐\n│1│2│\n└──┴──┘\n".encode(),
    b"+---+---+\n| a | b |\n+===+===+\n",
)


def report() -> govreport.ReportDocument:
    """Return the example that the project ships, with every table of a report."""
    (page,) = (each for each in files("govreport").joinpath("example").iterdir())
    return govreport.loads(page.read_bytes(), "html")


_DAMAGED = (
    "喀爾欽鎮(zhèn)…常態(tài)化,以經(jīng)濟 政 府信\u200b息 申請?zhí)幚頉Q定 &#38215;&nbsp;",
    "æ”¿åºœä¿¡æ\u0081¯ 鏀垮簻淇℃伅 ÕþÎñ¹«¿ª ﹝2021﹞⽂件 \ufffd\ue863 葡京www.a.com注册送",
)


def seeds(door: str) -> list[bytes]:
    """Return the seeds of a door: our own form, and pieces that only others write."""
    if door == "normalising":
        return [text.encode("utf-8") for text in _DAMAGED]
    if door == "detection":
        return [seed for each in FORMATS for seed in seeds(each)]
    short = govreport.loads("一、总体情况\n\n| 1 | 2 |\n| --- | --- |\n", "pipe")
    wholes = [_written(document, door) for document in (short, report())]
    pieces = {"html": _PAGES, "pipe": _TEXTS, "tab": _TEXTS}.get(door, ())
    return [*wholes, *pieces]


def _written(document: govreport.ReportDocument, door: str) -> bytes:
    written = govreport.dumps(document, door)
    return written.encode("utf-8") if isinstance(written, str) else written
