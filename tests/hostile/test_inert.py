"""What is written of hostile texts is inert: pages, Word files, lines in a terminal."""

import io
import json
import re
import threading
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import html5lib
import lxml.html
import pytest
from hypothesis import given
from lxml import etree

import govreport
from govreport.blocks import Stream
from govreport.command_line import main
from govreport.pages import (
    CheckedReport,
    difference_page,
    findings_page,
    many_findings_page,
)
from govreport.writers.docx import write_blocks as word_file
from govreport.writers.html import write_blocks as web_page
from govreport.writers.html.appearance import STYLE_SHEET
from tests.hostile.texts import (
    HOST,
    MARKUP,
    TEXTS,
    document_of,
    hostile_documents,
    hostile_streams,
)
from tests.laws.registry import bytes_of, share
from tests.laws.test_other_programs import dom
from tests.pages.test_pages import check_inert
from tests.sampling import deep

ELEMENTS = frozenset(
    "html head meta title style body main h1 h2 h3 h4 h5 h6 p div br"
    " table caption colgroup thead tbody tr th td".split()
)
ATTRIBUTES = frozenset(
    "lang charset name content class style tabindex aria-level scope span colspan rowspan"
    " data-govreport data-govreport-caption data-govreport-published".split()
)
METAS = re.compile(
    r"viewport|format-detection|generator|ArticleTitle|author|ContentSource|PubDate"
    r"|govreport\.[a-z_]+"
)


def check_page(root: object) -> None:
    """Fail for anything in the tree of a written page that we do not ship ourselves."""
    for each in root.iter():  # type: ignore[attr-defined]
        assert each.tag in ELEMENTS, each.tag
        assert set(each.keys()) <= ATTRIBUTES, each.keys()
        assert each.get("style") in (None, "white-space:pre-wrap")
        if each.tag == "style":
            assert each.text.strip() == STYLE_SHEET.strip()
        if each.tag == "meta" and "charset" not in each.keys():  # noqa: SIM118
            assert METAS.fullmatch(each.get("name"))


def check_everywhere(page: str) -> None:
    check_page(html5lib.parse(page, namespaceHTMLElements=False))
    check_page(lxml.html.document_fromstring(page.encode()))


@share(10)
@given(hostile_documents())
def test_a_page_written_of_hostile_texts_holds_what_we_ship_alone(
    document: govreport.ReportDocument,
) -> None:
    check_everywhere(str(govreport.dumps(document, "html")))


@share(10)
@given(hostile_streams())
def test_a_page_s_metadata_and_statements_are_texts(stream: Stream) -> None:
    check_everywhere(web_page(stream))


@share(40)
@given(hostile_documents(), hostile_documents())
def test_the_pages_of_findings_and_differences_hold_what_we_ship_alone(
    old: govreport.ReportDocument, new: govreport.ReportDocument
) -> None:
    for page in pages_of(old, new):
        check_inert(page)


def pages_of(old: govreport.ReportDocument, new: govreport.ReportDocument) -> list[str]:
    return [
        findings_page(new, govreport.check(new, old), "zh"),
        difference_page(old, new, govreport.diff(old, new), "en"),
        many_findings_page(
            [CheckedReport(MARKUP[0], each, govreport.check(each)) for each in (old, new)],
            [(MARKUP[1], MARKUP[2])],
            "zh",
        ),
    ]


class _Counting(ThreadingHTTPServer):
    """A server that answers nothing and keeps what it was asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []


class _Handler(BaseHTTPRequestHandler):
    server: _Counting

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def counting() -> Iterator[_Counting]:
    with _Counting() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.chromium
def test_chromium_runs_and_fetches_nothing_of_hostile_texts(tmp_path: Path) -> None:
    with counting() as server:
        host = f"http://127.0.0.1:{server.server_port}"
        texts = [text.replace(HOST, host) for text in TEXTS]
        document, other = document_of(texts), document_of(texts[::-1])
        pages = [str(govreport.dumps(document, "html")), *pages_of(other, document)]
        for number, page in enumerate(pages):
            check_in_chromium(page, tmp_path / f"{number}.html", tmp_path / "profile")
        assert server.asked == []
        alive = tmp_path / "alive.html"
        alive.write_text(
            f"<p>{''.join(text.replace(HOST, host) for text in MARKUP[:2])}", "utf-8"
        )
        assert "<title>run</title>" in dom(alive, tmp_path / "profile")
        assert {"/s.js", "/f", "/i"} <= set(server.asked)


def check_in_chromium(page: str, path: Path, profile: Path) -> None:
    """Fail where the browser's tree has another element or attribute than the page itself."""
    path.write_text(page, "utf-8")
    assert _shape(dom(path, profile)) == _shape(page)


def _shape(page: str) -> list[tuple[str, dict[str, str]]]:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return [(each.tag, dict(each.attrib)) for each in tree.iter()]


MEMBERS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|custom)\.xml|word/_rels/document\.xml\.rels"
    r"|word/(document|styles|settings|fontTable|footer\d)\.xml"
)
WORD_ELEMENTS = frozenset(
    "document body p pPr pStyle spacing ind r t br tab rPr jc keepNext tbl tblPr tblStyle tblW tblLayout"
    " tblCellMar left right tblLook tblGrid gridCol tr trPr cantSplit trHeight tblHeader tc tcPr"
    " tcW gridSpan vMerge vAlign sectPr footerReference pgSz pgMar cols docGrid noBreakHyphen"
    " pgNumType".split()
)


def check_word_file(data: bytes) -> None:
    """Fail for a field, a reference to the outside, or anything else that is alive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert len(parts) == len(archive.namelist())
    for name, part in parts.items():
        assert MEMBERS.fullmatch(name), name
        root = etree.fromstring(part)
        elements = list(root.iter())
        if name.endswith(".rels"):
            assert all(set(each.attrib) == {"Id", "Type", "Target"} for each in elements[1:])
            targets = {each.get("Target", "").split("/")[-1] for each in elements[1:]}
            assert targets <= {each.split("/")[-1] for each in parts}
        if name == "word/document.xml":
            assert {each.tag.split("}")[1] for each in elements} <= WORD_ELEMENTS
        instructions = [each.text for each in elements if each.tag.endswith("}instrText")]
        assert instructions == ([" PAGE "] if "/footer" in name else [])
        assert b"macroEnabled" not in part
        for alive in (
            "fldSimple",
            "altChunk",
            "object",
            "hyperlink",
            "attachedTemplate",
            "subDoc",
        ):
            assert not any(each.tag.endswith("}" + alive) for each in elements)


@share(10)
@given(hostile_documents())
def test_a_word_file_of_hostile_texts_names_nothing_outside_and_has_no_field(
    document: govreport.ReportDocument,
) -> None:
    check_word_file(bytes_of(document, "docx"))


@share(10)
@given(hostile_streams())
def test_a_word_file_s_properties_are_texts(stream: Stream) -> None:
    check_word_file(word_file(stream))


STEERING = ("Cc", "Cs", "Zl", "Zp")
AGGREGATE = (
    *("aggregate", "NEW", "OLD", "-o", "OUT.json"),
    *("--agency", "青禾县\u202e", "--year", "2023"),
)
BIDIRECTIONAL = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def check_lines(printed: str) -> None:
    """Fail for a character that steers a terminal; lines end in a line feed."""
    assert not [one for one in printed if one != "\n" and unicodedata.category(one) in STEERING]
    assert not BIDIRECTIONAL & set(printed)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "NEW"),
        ("check", "NEW"),
        ("check", "NEW", "--previous", "OLD", "--lang", "zh"),
        ("check", "NEW", "--format", "github"),
        ("check", "NEW", "--format", "json"),
        ("check", "NEW", "OLD"),
        ("check", "NEW", "OLD", "--format", "sarif"),
        ("check", "NEW", "OLD", "--format", "junit"),
        ("check", "NEW", "--parts", "OLD"),
        (*AGGREGATE, "--format", "text"),
        (*AGGREGATE, "--format", "github"),
        (*AGGREGATE, "--format", "json"),
        ("diff", "OLD", "NEW"),
        ("diff", "OLD", "NEW", "--format", "github"),
        ("diff", "OLD", "NEW", "--format", "json"),
        ("show", "CUT"),
        ("check", "CUT"),
        ("diff", "CUT", "NEW"),
        ("show", "MISSING\x1b[31m\n\u202e.docx"),
        ("convert", "NEW", "MISSING\x1b[31m/a.json"),
        ("check", "NEW", "--select", "\x1b[31ma\nb"),
        ("normalize", "NEW", "OUT.json"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("width", ["40", deep("100")])
def test_nothing_printed_can_steer_the_terminal(
    arguments: tuple[str, ...],
    width: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", width)
    for name, document in (("NEW", document_of(TEXTS)), ("OLD", document_of(TEXTS[::-1]))):
        Path(name).write_bytes(bytes_of(document, "json"))
    Path("CUT").write_bytes(
        bytes_of(document_of(TEXTS), "json").replace(b'"version"', b'"\x9b\x7f')
    )
    status = main(list(arguments))
    printed = capsys.readouterr()
    assert status in (0, 1, 2)
    check_lines(printed.out + printed.err)
    if "json" in arguments:
        assert json.loads(printed.out)
