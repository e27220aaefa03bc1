"""Facts: what each cell states, and why one has no number."""

from decimal import Decimal

import pytest
from hypothesis import given

import govreport
from govreport.model import english, statute
from govreport.model.diagnostics import diagnostic
from govreport.model.document import ReportDocument
from govreport.model.facts import STATUSES, Fact
from govreport.testing import report_documents
from tests.laws.registry import share

CELL = ("applications", "new_received", "natural_person")


def fact(document: ReportDocument, cell: tuple[str, str, str] = CELL) -> Fact:
    (found,) = [f for f in document.facts() if (f.table, f.row, f.column) == cell]
    return found


@pytest.mark.parametrize(
    ("text", "status", "value"),
    [
        ("12", "number", 12),
        ("0", "number", 0),
        ("3.62", "number", Decimal("3.62")),
        ("", "blank", None),
        ("/", "mark", None),
        ("—", "mark", None),
        ("无", "mark", None),
        ("约5", "text", None),
        ("3、4", "text", None),
    ],
)
def test_a_cell_says_why_it_has_a_number_or_none(
    text: str, status: str, value: int | Decimal | None
) -> None:
    document = ReportDocument.blank("青禾县", 2023).with_values({CELL: text})
    assert (fact(document).status, fact(document).value) == (status, value)


@pytest.mark.parametrize(
    ("code", "status"), [("missing-row", "missing"), ("ambiguous-columns", "ambiguous")]
)
def test_what_the_reader_said_tells_a_blank_cell_from_an_open_one(code: str, status: str) -> None:
    found = diagnostic(code, table="applications", row="new_received")
    document = ReportDocument(
        sections=ReportDocument.blank("青禾县", 2023).with_values({CELL: "7"}).sections,
        diagnostics=(found,),
    )
    assert fact(document).status == "number"  # what stands there stands there
    assert fact(document, ("applications", "new_received", "total")).status == status
    assert fact(document, ("applications", "granted", "total")).status == "blank"
    assert fact(document, ("reviews", "reconsideration", "total")).status == "blank"


@share(4)
@given(report_documents())
def test_every_status_survives_json(document: ReportDocument) -> None:
    again = govreport.loads(govreport.dumps(document, "json"), "json")
    assert list(again.facts()) == list(document.facts())


@share(4)
@given(report_documents())
def test_a_fact_has_a_value_exactly_where_its_status_is_number(document: ReportDocument) -> None:
    for each in document.facts():
        assert (each.value is not None) == (each.status == "number")
        assert each.status in STATUSES
        assert each.text or each.status in ("blank", "missing", "ambiguous")


def test_facts_are_named_in_both_languages() -> None:
    found = fact(ReportDocument.blank("青禾县", 2023))
    assert found.labels == ("一、本年新收政府信息公开申请数量", "自然人")
    assert found.english_labels == ("Applications newly received this year", "Natural persons")
    assert (found.edition, found.is_total) == (2021, False)
    total = fact(ReportDocument.blank("青禾县", 2023), ("applications", "handled_total", "total"))
    assert total.labels[0] == "三、本年度办理结果 / （七）总计"
    assert total.is_total


def test_every_key_of_the_statute_has_an_english_name_and_no_other_key_has() -> None:
    rows = {row.key for layout in statute.LAYOUTS for row in layout.rows}
    columns = {c.key for layout in statute.LAYOUTS for row in layout.rows for c in row.columns}
    items = {key for layout in statute.LAYOUTS for key, _ in layout.group_labels}
    assert set(english.ROWS) == rows
    assert set(english.COLUMNS) == columns
    assert set(english.ITEMS) == items
    assert set(english.TABLES) == set(statute.TABLE_KINDS)
    assert set(english.SECTIONS) == set(statute.SECTION_KINDS)
    assert len(set(english.ROWS.values())) == len(english.ROWS)
