"""Files that LibreOffice and Chromium made of the project's own documents."""

import re
from importlib import import_module

import pytest

import govreport
from govreport.blocks import Stream, TableBlock
from govreport.detection import detect
from govreport.limits import DEFAULT_LIMITS
from govreport.model.document import ReportDocument
from govreport.model.grid import Table
from tests.laws.drawing import without_diagnostics
from tests.published.planted import NUMBERED, QUOTED, RAISED, SHOWN, SPANS
from tests.published.regenerate import FILES, REPORT, report, short_report

_CONVERSION = import_module("govreport.conversion")


def stream_of(name: str) -> Stream:
    """Return the stream that a fixture holds."""
    data = (FILES / name).read_bytes()
    found: str = detect(data)
    if found in _CONVERSION._TRANSLATORS:
        translate = import_module(_CONVERSION._TRANSLATORS[found]).translate
        translation = translate(data, DEFAULT_LIMITS)
        found, data = translation.format, translation.data
    stream = import_module(_CONVERSION._READERS[found]).read_blocks(data, DEFAULT_LIMITS)
    assert isinstance(stream, Stream)
    return stream


def words(document: ReportDocument) -> list[str]:
    """Return the texts of a document's JSON in their order."""
    return re.findall(
        r'"text": "([^"]*)"', str(govreport.dumps(without_diagnostics(document), "json"))
    )


def figures_of(document: ReportDocument) -> dict[tuple[str, ...], tuple[object, ...]]:
    """Return what each cell prints and states."""
    return {
        (each.table, str(each.row), str(each.column)): (each.text, each.value)
        for each in document.facts()
    }


@pytest.mark.parametrize("suffix", ["doc", "odt"])
def test_a_word_processor_s_file_holds_the_same_document(suffix: str) -> None:
    assert govreport.read(FILES / f"{REPORT}.{suffix}") == report()


@pytest.mark.parametrize(
    ("name", "document"), [(f"{REPORT}.pdf", report()), ("short.chromium.pdf", short_report())]
)
def test_a_print_holds_the_same_texts_and_numbers(name: str, document: ReportDocument) -> None:
    read = govreport.read(FILES / name)
    assert figures_of(read) == figures_of(document)
    assert words(read) == words(document)
    assert (read.title, read.agency, read.year) == (
        document.title,
        document.agency,
        document.year,
    )


@pytest.mark.parametrize("suffix", ["doc", "odt", "fodt"])
def test_every_marker_is_shown_or_quoted(suffix: str) -> None:
    stream = stream_of(f"planted.{suffix}")
    shown = str(stream.blocks)
    assert not [marker for marker in SHOWN if marker not in shown]
    assert not [marker for marker in QUOTED if marker in shown]
    quoted = {
        (each.code, marker)
        for each in stream.diagnostics
        for marker in QUOTED
        if marker in each.text
    }
    assert quoted == {(code, marker) for marker, code in QUOTED.items()}
    assert all(each in shown for each in (*NUMBERED, RAISED))


@pytest.mark.parametrize("suffix", ["doc", "odt", "fodt"])
def test_spans_and_nested_tables_are_kept(suffix: str) -> None:
    (table,) = (
        each.table
        for each in stream_of(f"planted.{suffix}").blocks
        if isinstance(each, TableBlock)
    )
    found = [[(cell.text, cell.row_span, cell.column_span) for cell in row] for row in table.rows]
    assert found == SPANS
    assert table.rows[1][1].tables == (Table([["套表庚", "5"]]),)


def test_every_marker_of_a_print_is_in_its_blocks_or_quoted() -> None:
    stream = stream_of("planted.pdf")
    found = str(stream.blocks) + str(stream.diagnostics)
    printed = [*SHOWN, *NUMBERED, RAISED, "页眉辰", "页脚巳", "脚注午", "尾注未"]
    assert not [marker for marker in printed if marker not in found]
