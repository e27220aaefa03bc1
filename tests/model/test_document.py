"""Documents are immutable, compared by content, and built of what they may hold alone."""

import dataclasses

import pytest
from hypothesis import given

from govreport.errors import InvalidDocumentError
from govreport.model.diagnostics import diagnostic
from govreport.model.document import Heading, Paragraph, ReportDocument, Section
from govreport.model.grid import Cell, Table
from govreport.model.statute import EDITIONS
from govreport.model.statutory import StatutoryRow, StatutoryTable
from govreport.testing import report_documents
from tests.laws.registry import share


@share(4)
@given(report_documents())
def test_documents_are_hashable_and_compared_by_content_without_diagnostics(
    doc: ReportDocument,
) -> None:
    other = dataclasses.replace(doc, diagnostics=(diagnostic("note", text="x"),))
    assert other == doc
    assert hash(other) == hash(doc)
    assert dataclasses.replace(doc, title=f"{doc.title}x") != doc


@share(4)
@given(report_documents())
def test_building_a_document_of_its_own_parts_changes_nothing(doc: ReportDocument) -> None:
    assert dataclasses.replace(doc) == doc
    for block in doc.blocks():
        if isinstance(block, Table):
            assert Table(block.rows) == block
        else:
            assert dataclasses.replace(block) == block


def test_documents_cannot_be_changed() -> None:
    doc = ReportDocument("题", sections=(Section("overview", "一、总体情况"),))
    for part, name in (
        (doc, "title"),
        (doc.sections[0], "heading"),
        (doc.source, "publisher"),
        (Paragraph("x"), "text"),
        (Heading("x"), "level"),
        (Cell("x"), "content"),
        (Table([["x"]]), "rows"),
        (StatutoryTable.from_texts("reviews", None), "rows"),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(part, name, None)


def table_of_rows(count: int) -> StatutoryTable:
    reviews = StatutoryTable.from_texts("reviews", None)
    row = StatutoryRow(None, "", ("1",))
    return dataclasses.replace(
        reviews, rows=(*reviews.rows, *[row] * (count - len(reviews.rows)))
    )


def test_what_is_no_part_of_a_document_is_refused() -> None:
    for build, message in (
        (lambda: Paragraph(" \n"), "must hold some text"),
        (lambda: Heading("\u3000"), "must hold some text"),
        (lambda: Heading("x", 1), "2 to 9, not 1"),
        (lambda: Heading("x", 10), "2 to 9, not 10"),
        (lambda: Section("summary", "x"), "no section kind 'summary'"),  # type: ignore[arg-type]
        (lambda: Section("overview", ""), "must have a heading"),
        (lambda: Section("overview", "x", ("text",)), "not a block"),  # type: ignore[arg-type]
        (lambda: ReportDocument(year=0), "year 0"),
        (lambda: ReportDocument(year=20230), "year 20230"),
        (lambda: ReportDocument(sections=("x",)), "not a Section"),  # type: ignore[arg-type]
        (lambda: Cell("x", 0), "at least 1"),
        (lambda: Cell("x", 1, 1_001), "at most 65534 rows and 1000 columns"),
        (lambda: Cell("x", 65_535), "at most 65534 rows and 1000 columns"),
        (lambda: StatutoryRow(None, "x", ["1"] * 998), "998 cells, more than 997"),
        (lambda: table_of_rows(65_535), "65535 rows, more than 65534"),
        (lambda: Table([]), "at least one cell"),
        (lambda: Table([[], []]), "at least one cell"),
        (lambda: StatutoryTable("reviews", 2021, ()), "no table 'reviews' in edition 2021"),
        (lambda: StatutoryTable("reviews", None, ()), "the rows must be reconsideration"),
        (lambda: StatutoryRow("granted", "x"), "takes no label"),
        (lambda: StatutoryRow(None, "", ("", "")), "must hold some text"),
    ):
        with pytest.raises(InvalidDocumentError, match=message):
            build()


@share(4)
@given(report_documents())
def test_a_document_states_one_fact_for_each_statutory_cell(doc: ReportDocument) -> None:
    facts = list(doc.facts())
    keys = [(fact.table, fact.row, fact.column) for fact in facts]
    assert len(set(keys)) == len(keys)
    assert len(keys) == sum(
        len(row.columns) for table in doc.statutory_tables() for row in table.layout.rows
    )
    for fact in facts:
        assert (fact.item is not None) == (fact.table == "proactive_disclosure")
        assert fact.unit


def test_the_edition_of_a_document_is_that_of_its_tables_alone() -> None:
    def edition(*tables: StatutoryTable) -> int | None:
        return ReportDocument(preamble=tables, year=2021).edition

    old, new = (StatutoryTable.from_texts("applications", edition) for edition in EDITIONS)
    second = StatutoryTable.from_texts("proactive_disclosure", 2019)
    reviews = StatutoryTable.from_texts("reviews", None)
    assert edition() is edition(reviews) is edition(second, new) is None
    assert edition(old, reviews) == edition(old, second) == 2019
    assert edition(new, old) == 2021
