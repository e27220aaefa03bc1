"""The inputs that fuzzing begins with: invented reports in every format, whole and in pieces."""

from importlib.resources import files
from pathlib import Path

import govreport
from govreport.detection import FORMATS, READ_FORMATS
from tests.readers.excel.sheet_files import rows, workbook_bytes

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


_PUBLISHED = Path(__file__).resolve().parent.parent / "published" / "files"
_FILES = {
    "doc": ("planted.doc",),
    "odt": ("planted.odt", "planted.fodt"),
    "pdf": ("planted.pdf",),
}
"""Files that other programs made, small and with something of everything."""

_SAVED = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    b"Content-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<link rel=3Dstylesheet href=3Da.css><iframe src=3D'cid:f'></iframe>=C4=EA=B1=A8\r\n"
    b"--b\r\nContent-Type: text/css\r\nContent-Location: a.css\r\n\r\np{display:none}\r\n"
    b"--b\r\nContent-Type: text/html\r\nContent-ID: <f>\r\n\r\n<p>x</p>\r\n--b--\r\n",
    b"To: a\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n| 1 | 2 |\r\n",
)
_WORD_XML = (
    b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
    b'<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr><w:r><w:t>a'
    b"</w:t><w:footnote><w:p/></w:footnote></w:r></w:p><w:sectPr><w:hdr/></w:sectPr></w:body>"
    b"</w:wordDocument>",
    b'<p:package xmlns:p="http://schemas.microsoft.com/office/2006/xmlPackage"><p:part'
    b' p:name="/word/document.xml"><p:xmlData><x/></p:xmlData></p:part></p:package>',
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
        return [seed for each in READ_FORMATS for seed in seeds(each)]
    if door not in FORMATS:
        given = {"mht": _SAVED, "wordxml": _WORD_XML, "xlsx": _workbooks()}.get(door, ())
        return [*given, *((_PUBLISHED / name).read_bytes() for name in _FILES.get(door, ()))]
    short = govreport.loads("一、总体情况\n\n| 1 | 2 |\n| --- | --- |\n", "pipe")
    wholes = [_written(document, door) for document in (short, report())]
    pieces = {"html": _PAGES, "pipe": _TEXTS, "tab": _TEXTS}.get(door, ())
    return [*wholes, *pieces]


def _workbooks() -> tuple[bytes, ...]:
    two = '<c s="1"><v>5</v></c><c><f>A1+1</f></c>'
    styles = '<numFmts><numFmt numFmtId="200" formatCode="0&quot;a&quot;;@"/></numFmts>'
    return (
        workbook_bytes(rows(two, two) + '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'),
        workbook_bytes(rows(two), styles=f'{styles}<cellXfs><xf/><xf numFmtId="200"/></cellXfs>'),
    )


def _written(document: govreport.ReportDocument, door: str) -> bytes:
    written = govreport.dumps(document, door)
    return written.encode("utf-8") if isinstance(written, str) else written
