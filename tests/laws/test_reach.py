"""What the strategies reach: a property proves nothing of what is never drawn."""

import contextlib
import unicodedata
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import govreport
from govreport.errors import InvalidDocumentError
from govreport.model.document import Heading, Paragraph, ReportDocument
from govreport.model.grid import Cell, Table
from govreport.model.statute import SECTION_HEADINGS, SECTION_KINDS, TABLE_KINDS
from govreport.model.statutory import StatutoryTable
from govreport.model.text import clean_text
from govreport.testing import (
    damaged_texts,
    forbidden_texts,
    ordinary_documents,
    report_documents,
    report_texts,
    statutory_tables,
    tables,
)
from tests.laws.registry import share

T = TypeVar("T")
SAMPLE = 2_000
"""At most so many values are drawn until each feature was among them."""


class _AllDrawn(BaseException):
    """Ends the search at once: hypothesis prints and repeats what raises an `Exception`."""


def missing(strategy: st.SearchStrategy[T], features: dict[str, Callable[[T], bool]]) -> set[str]:
    """Return the features that none of the drawn values has."""
    wanted = dict(features)

    @settings(
        max_examples=SAMPLE,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: T) -> None:
        for name in [name for name, has in wanted.items() if has(value)]:
            del wanted[name]
        if not wanted:
            raise _AllDrawn

    with contextlib.suppress(_AllDrawn):
        draw()
    return set(wanted)


def texts_of(document: ReportDocument) -> Iterator[str]:
    yield from filter(None, (document.title, document.agency, document.source.publisher))
    for section in document.sections:
        yield section.heading
    for block in document.blocks():
        if isinstance(block, (Paragraph, Heading)):
            yield block.text
        elif isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row)
        else:
            yield from (cell for row in block.rows for cell in row.cells)


def has_cell(wanted: Callable[[Cell], bool]) -> Callable[[ReportDocument], bool]:
    return lambda document: any(
        wanted(cell)
        for block in document.blocks()
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    )


def has_statutory(wanted: Callable[[StatutoryTable], bool]) -> Callable[[ReportDocument], bool]:
    return lambda document: any(map(wanted, document.statutory_tables()))


def editions(*wanted: int) -> Callable[[ReportDocument], bool]:
    return lambda document: {t.edition for t in document.statutory_tables()} - {None} == {*wanted}


CHARACTERS: dict[str, Callable[[str], bool]] = {
    **{
        f"the text {text!a}": lambda found, text=text: text in found  # type: ignore[misc]
        for text in ("|", "\t", "\\", "#", "<", "&", "]]>", "\n", "\n\n", "\u00a0", "\u3000")
    },
    "astral characters": lambda text: any(ord(c) > 0xFFFF for c in text),
    "combining marks first": lambda text: unicodedata.combining(text[0]) > 0,
    "bidirectional marks": lambda text: bool(set("\u200f\u202e\u2066\u2069") & set(text)),
    "private use": lambda text: any("\ue000" <= c <= "\uf8ff" for c in text),
}

PARAGRAPHS = {
    "a paragraph that is a section heading": "一、" + SECTION_HEADINGS["overview"],
    "a paragraph that is a bare number": "0",
    "a paragraph that is a row of pipe text": "| 规章 | 0 | 0 | 0 |",
    "a paragraph that is a rule of Markdown": "|---|---|",
    "a paragraph that is a statutory label": "规章",
    "a paragraph that is an escape of ours": "\\(2x2)",
    "a paragraph that is our header": "\\govreport 1 pipe",
    "a paragraph that is a statement of ours": "\\=year 2020",
}

FEATURES: dict[str, Callable[[ReportDocument], bool]] = {
    "edition 2019": editions(2019),
    "edition 2021": editions(2021),
    "both editions": editions(2019, 2021),
    "all tables": lambda document: len(list(document.statutory_tables())) == len(TABLE_KINDS),
    "sections but no table": lambda d: bool(d.sections) and not list(d.statutory_tables()),
    "a section missing between others": lambda document: (
        {"overview", "other_matters"}
        <= {section.kind for section in document.sections}
        < set(SECTION_HEADINGS)
    ),
    "a section twice": lambda document: (
        len({section.kind for section in document.sections}) < len(document.sections)
    ),
    "no title": lambda document: document.title is None and bool(document.sections),
    "unknown rows": has_statutory(lambda table: bool(table.extra_rows)),
    "unknown columns": has_statutory(lambda table: bool(table.extra_columns)),
    "an unknown column without a label": has_statutory(
        lambda table: any(not column.label for column in table.extra_columns)
    ),
    "units of its own": has_statutory(lambda table: bool(table.units)),
    "row spans": has_cell(lambda cell: cell.row_span > 1),
    "column spans": has_cell(lambda cell: cell.column_span > 1),
    "a span both ways": has_cell(lambda cell: min(cell.row_span, cell.column_span) > 1),
    "nested tables": has_cell(lambda cell: bool(cell.tables)),
    "tables nested twice": has_cell(
        lambda cell: any(inner.tables for t in cell.tables for row in t.rows for inner in row)
    ),
    "text around a nested table": has_cell(lambda cell: len(cell.content) > 2),
    "blank cells": has_cell(lambda cell: not cell.content),
    "line breaks in cells": has_cell(lambda cell: "\n" in cell.text),
    "line breaks in statutory cells": has_statutory(
        lambda table: any("\n" in cell for row in table.rows for cell in row.cells)
    ),
    "headings of level 9": lambda document: any(
        isinstance(block, Heading) and block.level == 9 for block in document.blocks()
    ),
    "a publication date": lambda document: document.source.publication_date is not None,
    "diagnostics": lambda document: bool(document.diagnostics),
}  # fmt: skip


@pytest.mark.deep
def test_documents_of_every_feature_and_sections_of_every_kind_are_drawn() -> None:
    kinds: dict[str, Callable[[ReportDocument], bool]] = {
        kind: lambda document, kind=kind: kind in {each.kind for each in document.sections}
        for kind in SECTION_KINDS
    }
    assert not missing(report_documents(), {**FEATURES, **kinds})


@pytest.mark.deep
def test_texts_of_any_characters_that_look_like_something_else_are_drawn() -> None:
    wanted: dict[str, Callable[[str], bool]] = {
        name: text.__eq__ for name, text in PARAGRAPHS.items()
    }
    assert not missing(report_texts(), {**wanted, **CHARACTERS})


@share(4)
@given(st.one_of(report_documents(), ordinary_documents()))
def test_only_documents_that_obey_the_model_are_drawn(document: ReportDocument) -> None:
    assert isinstance(document, ReportDocument)
    assert all(clean_text(text, "a text") == text for text in texts_of(document))


@share(4)
@given(tables(), statutory_tables())
def test_tables_are_drawn_in_their_canonical_form(table: Table, known: StatutoryTable) -> None:
    assert Table(table.rows) == table
    assert StatutoryTable(known.kind, known.edition, known.rows, known.extra_columns, known.units)


@given(damaged_texts())
def test_damaged_texts_are_mended_by_the_model(text: str) -> None:
    mended = Paragraph(text)
    assert mended.text == text.replace("\r\n", "\n").replace("\r", "\n").strip()
    assert Cell(text).text == mended.text


@given(forbidden_texts())
def test_what_no_format_can_carry_is_refused_where_the_document_is_built(text: str) -> None:
    for build in (Paragraph, Cell, lambda text: ReportDocument(title=text)):
        with pytest.raises(InvalidDocumentError, match=r"character U\+[0-9A-F]{4} at position"):
            build(text)


def test_a_missing_library_is_named_with_the_extra_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import sys

    for name in [name for name in sys.modules if name.startswith("govreport.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(govreport, "testing", raising=False)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ImportError, match=r"pip install 'govreport\[testing\]'"):
        __import__("govreport.testing")
