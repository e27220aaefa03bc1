"""Every limit is taken at its edge and refused one further, naming itself and the value met."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import fields, replace

import pytest

import govreport
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.text_formats.grammar import Grammar
from tests.readers.pdf.files import Sheet, pdf
from tests.readers.word_files import archive, members, part

PARAGRAPH = "<w:p><w:r><w:t>字</w:t></w:r></w:p>"
WORD_TABLE = (
    f"<w:tbl><w:tr><w:tc>{PARAGRAPH}</w:tc><w:tc>{PARAGRAPH}</w:tc></w:tr></w:tbl>{PARAGRAPH}"
)
PAGE = "<html><body>{}</body></html>"
TABLE = "<table><tr><td>1<td>2</table>"


def word(body: str) -> bytes:
    return archive(members(body))


def page(body: str) -> bytes:
    return PAGE.format(body).encode()


def form(cell: str) -> bytes:
    blocks = [{"type": "table", "rows": [[cell, "x"]]}, {"type": "table", "rows": [["1", "2"]]}]
    made = {"format": "govreport", "version": 1, "preamble": blocks}
    return json.dumps(made, ensure_ascii=False).encode()


WORD = word(PARAGRAPH)
SIZES = [len(each) for each in members(PARAGRAPH).values()]
BYTES = [
    len(each.encode() if isinstance(each, str) else each) for each in members(PARAGRAPH).values()
]
PARSED = [size for name, size in zip(members(""), BYTES, strict=True) if "Types" not in name]
NUMBERED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    "<w:r><w:t>字</w:t></w:r></w:p>"
)
NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1、"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
LIST = archive(members(NUMBERED * 3, {"numbering": NUMBERING}))
LONG = word(" " * 2_000_000 + PARAGRAPH)


def _ratio(data: bytes) -> int:
    member = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml")
    return member.file_size // member.compress_size


EDGES: dict[str, tuple[str, str, int, bytes]] = {
    "bytes of a page": ("input_bytes", "html", len(page("字")), page("字")),
    "bytes of a text": ("input_bytes", "pipe", 3, b"abc"),
    "bytes of JSON": ("input_bytes", "json", len(form("1")), form("1")),
    "members": ("archive_members", "docx", len(SIZES), WORD),
    "parsed bytes of a page": ("parsed_bytes", "html", len(page("字")), page("字")),
    "parsed bytes of a text": ("parsed_bytes", "tab", 3, b"abc"),
    "parsed bytes of JSON": ("parsed_bytes", "json", len(form("1")), form("1")),
    "parsed bytes of a Word file": ("parsed_bytes", "docx", sum(PARSED), WORD),
    "lines of a pipe text": ("lines", "pipe", 3, b"a\r\nb\n\n"),
    "lines of a tab text": ("lines", "tab", 4, b"a\rb\vc\f"),
    "objects and lists in JSON": ("elements", "json", 8, form("1[{")),
    "bytes of all members": ("archive_bytes", "docx", sum(BYTES), WORD),
    "bytes of a member": ("member_bytes", "docx", max(BYTES), WORD),
    "ratio of a member": (
        "member_ratio",
        "docx",
        _ratio(LONG),
        LONG,
    ),
    "elements of a page": ("elements", "html", 4, page("<p>字<b>字</b>")),
    "attributes in a page": ("attributes", "html", 2, page("<p a1 b2='1 2 3 < >'>字")),
    "attributes in a Word file": ("attributes", "docx", 11, WORD),
    "parts of selectors": (
        "style_rules",
        "html",
        3,
        page("<style>p b,i{display:none}</style><p>字"),
    ),
    "selectors tried on elements": (
        "style_matches",
        "html",
        3,
        page("<style>p[a],p:not(b){display:inline}</style><p>字"),
    ),
    "depth of a page": ("depth", "html", 4, page("<p><b>字</b></p>")),
    "depth of a Word file": ("depth", "docx", 5, WORD),
    "depth of JSON": ("depth", "json", 5, form("1")),
    "cells of a page's table": (
        "table_cells",
        "html",
        4,
        page("<table><tr><td colspan=4>1</table>"),
    ),
    "cells of a Word table": ("table_cells", "docx", 2, word(WORD_TABLE)),
    "cells of a pipe table": ("table_cells", "pipe", 2, b"| 1 | 2 |\n"),
    "cells of a tab table": ("table_cells", "tab", 2, b"\t1\t2\n"),
    "cells of a JSON table": ("table_cells", "json", 2, form("1")),
    "cells of a page": ("document_cells", "html", 4, page(TABLE * 2)),
    "nested cells of a page": (
        "document_cells",
        "html",
        3,
        page("<table><tr><td>1<table><tr><td>2<td>3</table></table>"),
    ),
    "cells of a Word file": ("document_cells", "docx", 4, word(WORD_TABLE * 2)),
    "cells of a pipe text": ("document_cells", "pipe", 4, b"| 1 | 2 |\n\nx\n\n| 3 | 4 |\n"),
    "cells of a tab text": ("document_cells", "tab", 4, b"\t1\t2\n\nx\n\n\t3\t4\n"),
    "cells of a JSON form": ("document_cells", "json", 4, form("1")),
    "blocks": ("blocks", "pipe", 3, "一\n\n二\n\n三\n".encode()),
    "blocks in JSON": ("blocks", "json", 2, form("1")),
    "characters of a paragraph": ("paragraph_characters", "html", 7, page("<p>一二三四五六七")),
    "characters of a cell": ("paragraph_characters", "pipe", 4, "| 一二三四 | 2 |\n".encode()),
    "characters in JSON": ("paragraph_characters", "json", 20, form('一\n"二' * 5)),
    "numbers of list items": ("repeated_characters", "docx", 9, LIST),
    "digits in a page": (
        "number_digits",
        "html",
        12,
        page("<table><tr><td>123456789012<td>1</table>"),
    ),
    "digits in a nested table": (
        "number_digits",
        "html",
        5,
        page("<table><tr><td>1<table><tr><td>12345<td>x</table></table>"),
    ),
    "pages of a PDF file": ("pages", "pdf", 2, pdf(Sheet().text(9, 9, "甲"), Sheet())),
    "glyphs of a PDF file": ("glyphs", "pdf", 4, pdf(Sheet().text(9, 9, "甲乙丙丁"))),
    "rules of a PDF file": ("rules", "pdf", 6, pdf(Sheet().grid([9, 50, 90], [9, 30, 60]))),
    "digits in JSON": ("number_digits", "json", 1, form("123456")),
}


@pytest.mark.parametrize("name", EDGES)
def test_a_limit_is_inclusive_and_one_less_names_itself_and_the_value(name: str) -> None:
    limit, source, edge, data = EDGES[name]
    govreport.loads(data, source, _with(limit, edge))
    with pytest.raises(govreport.LimitExceededError, match=limit) as refused:
        govreport.loads(data, source, _with(limit, edge - 1))
    # How deep it goes is not counted to its end.
    assert limit == "depth" or str(edge) in str(refused.value)
    assert str(edge - 1) in str(refused.value)


def _with(limit: str, value: int) -> Limits:
    changed: dict[str, int] = {limit: value}
    return replace(DEFAULT_LIMITS, **changed)


def test_every_limit_but_the_clamped_spans_has_an_edge_here() -> None:
    named = {limit for limit, *_ in EDGES.values()}
    assert named | {"column_span", "row_span"} == {each.name for each in fields(Limits)}


def test_limits_are_not_used_up_by_reading() -> None:
    limits = _with("document_cells", 2)
    for _ in range(3):
        govreport.loads(page(TABLE), "html", limits)


def test_a_span_beyond_its_cap_is_cut_and_told() -> None:
    document = govreport.loads(
        page("<table><tr><td colspan=9>1</table>"), "html", _with("column_span", 2)
    )
    assert "span-clamped" in {each.code for each in document.diagnostics}


@pytest.mark.parametrize("read", [govreport.read, govreport.read_all])
def test_a_file_too_large_is_not_read_to_its_end(
    read: Callable[..., object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("large") / "report.html"
    path.write_bytes(b"<p>x" * 100)
    with pytest.raises(govreport.LimitExceededError, match="input_bytes"):
        read(path, limits=_with("input_bytes", 10))


@pytest.mark.parametrize("format", ["docx", "html", "pipe", "tab", "json"])
def test_a_document_beyond_the_limits_is_written_and_read_back_by_who_trusts_it(
    format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = govreport.Table([["类", "数"], *([str(each), "1"] for each in range(60))])
    texts = [govreport.Paragraph(f"第{each}项。") for each in range(60)]
    sections = (govreport.Section("overview", "一、总体情况", (*texts, rows)),)
    document = govreport.ReportDocument(None, None, None, (), sections, (), govreport.Source())
    few = replace(DEFAULT_LIMITS, blocks=9, lines=9, table_cells=9, document_cells=9, elements=9)
    monkeypatch.setattr(Grammar.parse, "__defaults__", (few,))
    written = govreport.dumps(document, format)
    with pytest.raises(govreport.LimitExceededError):
        govreport.loads(written, format, few)
    assert govreport.loads(written, format, Limits.unbounded()) == document
