"""Rules on numbers: consistent reports give nothing, every change of a cell is found."""

import itertools
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import govreport
from govreport import ReportDocument
from govreport.checks.finding import CellKey
from govreport.model.diagnostics import diagnostic
from govreport.model.facts import Fact
from govreport.model.statute import APPLICANT_COLUMNS
from govreport.model.statutory import StatutoryRow, StatutoryTable
from govreport.model.values import read_value
from govreport.testing import report_documents
from tests.checks.reports import consistent, consistent_reports, with_cell
from tests.laws.registry import share
from tests.sampling import deep


def errors(document: ReportDocument) -> list[govreport.Finding]:
    return [each for each in govreport.check(document) if each.severity == "error"]


@share(4)
@given(consistent_reports())
def test_a_consistent_report_gives_no_error(document: ReportDocument) -> None:
    assert errors(document) == []


@share(4)
@given(consistent_reports(), st.data())
def test_any_number_of_tables_3_and_4_changed_gives_an_error_that_names_its_cell(
    document: ReportDocument, data: st.DataObject
) -> None:
    numbers = [
        fact
        for fact in document.facts()
        if fact.table != "proactive_disclosure" and fact.value is not None
    ]
    # Beside a blank total no number is wrong: that the total is missing is a warning.
    totals = {(fact.table, fact.row) for fact in numbers if fact.column == "total"}
    fact = data.draw(st.sampled_from([f for f in numbers if (f.table, f.row) in totals]))
    number = data.draw(st.integers(0, 10**9))
    assume(number != fact.value)
    cell = (fact.table, fact.row, fact.column)
    assert any(cell in each.cells for each in errors(with_cell(document, cell, str(number))))


@share(4)
@given(report_documents())
def test_any_document_can_be_checked_in_both_languages(document: ReportDocument) -> None:
    english = govreport.check(document, document, language="en")
    chinese = govreport.check(document, document, language="zh")
    assert [each.rule for each in english] == [each.rule for each in chinese]
    assert all(each.message for each in (*english, *chinese))


@share(4)
@given(report_documents())
def test_every_error_of_an_identity_is_true_of_the_numbers_as_printed(
    document: ReportDocument,
) -> None:
    for finding in govreport.check(document, select=["applications", "reviews"]):
        sides = {"left": Decimal(0), "right": Decimal(0)}
        for operand in finding.operands:
            assert operand.value == read_value(operand.text).value
            sides[operand.side] += operand.value or 0
        assert sides["left"] == finding.expected != finding.actual == sides["right"]


def test_a_contradiction_is_spelled_out_with_its_operands() -> None:
    document = consistent()
    for row, number in (("new_received", 31), ("carried_over", 2), ("handled_total", 29)):
        document = with_cell(document, ("applications", row, "total"), str(number))
    document = with_cell(document, ("applications", "carried_forward", "total"), "3")
    found = govreport.check(document, select=["applications.balance"], language="zh")
    (finding,) = found
    assert finding.equation == "31 + 2 ≠ 29 + 3"
    assert "31 + 2 ≠ 29 + 3，差 1" in finding.message
    assert (finding.expected, finding.actual) == (33, 32)
    assert len(finding.cells) == len(finding.operands) == 4


def test_blanks_count_as_zero_inside_a_sum_and_are_named() -> None:
    document = consistent(blanks=True, seed=3)
    cell = ("reviews", "reconsideration", "upheld")
    for column in ("corrected", "other_outcome", "pending"):
        document = with_cell(document, (cell[0], cell[1], column), "")
    document = with_cell(with_cell(document, cell, "2"), (*cell[:2], "total"), "3")
    (finding,) = govreport.check(document, select=["reviews"])
    assert len(finding.blanks) == 3
    assert finding.message.endswith("(3 blank counted as zero)")


def test_a_side_that_is_blank_asserts_nothing_but_is_in_doubt() -> None:
    document = consistent()
    for column in ("upheld", "corrected", "other_outcome", "pending"):
        document = with_cell(document, ("reviews", "reconsideration", column), "")
    document = with_cell(document, ("reviews", "reconsideration", "total"), "3")
    assert errors(document) == []
    assert [each.rule for each in govreport.check(document)] == ["tables.blank_parts"]


def test_a_cell_that_states_no_number_stops_its_identities_and_is_in_doubt() -> None:
    document = with_cell(consistent(), ("applications", "granted", "total"), "1 2")
    assert [each.rule for each in govreport.check(document)] == ["values.unreadable"]


@pytest.mark.parametrize(
    ("text", "rules"), [("-1", ["values.count"]), ("0.5", ["values.count"]), ("7.0", [])]
)
def test_counts_are_whole_and_not_negative(text: str, rules: list[str]) -> None:
    cell = ("proactive_disclosure", "administrative_licensing", "decisions")
    document = with_cell(consistent(), cell, text)
    assert [each.rule for each in errors(document)] == rules


def test_a_change_may_be_negative() -> None:
    cell = ("proactive_disclosure", "administrative_licensing", "change")
    assert errors(with_cell(consistent(2019), cell, "-35")) == []


@pytest.mark.parametrize(
    ("edition", "columns"),
    [
        (2021, {"issued": "5", "repealed": "1", "in_force": "3"}),
        (2019, {"newly_disclosed": "4", "total_disclosed": "3"}),
    ],
)
def test_documents_in_force_are_not_fewer_than_the_year_allows(
    edition: int, columns: dict[str, str]
) -> None:
    document = consistent(edition)
    for column, text in columns.items():
        document = with_cell(document, ("proactive_disclosure", "regulations", column), text)
    found = govreport.check(document, select=["proactive.in_force"])
    (finding,) = (each for each in found if each.cells[0][1] == "regulations")
    assert (finding.severity, finding.expected, finding.actual) == ("warning", 4, 3)


@pytest.mark.parametrize(
    "code", ["missing-row", "ambiguous-columns", "leftover-cells", "repeated-row"]
)
@pytest.mark.parametrize("row", ["granted", "handled_total", "carried_over", "state_secret"])
def test_no_identity_is_asserted_over_a_row_that_the_reader_left_open(
    code: str, row: str
) -> None:
    document = consistent()
    for column in APPLICANT_COLUMNS:
        document = with_cell(document, ("applications", row, column.key), "")
        document = with_cell(document, ("applications", "new_received", column.key), "99999")
    told = diagnostic(code, table="applications", row=row)
    open_rows = {cell[1] for each in errors(document) for cell in each.cells}
    assert row in open_rows
    found = errors(replace(document, diagnostics=(told,)))
    assert row not in {cell[1] for each in found for cell in each.cells}
    assert "new_received" in {cell[1] for each in found for cell in each.cells}


def with_row(document: ReportDocument, label: str, *cells: str) -> ReportDocument:
    """Return the document with one more row in table 3, of a label that the statute lacks."""

    def changed(block: object) -> object:
        if isinstance(block, StatutoryTable) and block.kind == "applications":
            return replace(block, rows=(*block.rows, StatutoryRow(None, label, cells)))
        return block

    sections = tuple(
        replace(section, blocks=tuple(map(changed, section.blocks)))
        for section in document.sections
    )
    return replace(document, sections=sections)


@pytest.mark.parametrize(
    ("unknown", "rules"),
    [
        ("", ["applications.handled_total"]),
        ("0", ["applications.handled_total"]),
        ("3", ["applications.handled_total"]),
        ("4", []),
        ("四或五", []),
    ],
)
def test_a_row_of_an_unknown_label_may_hold_what_the_results_lack(
    unknown: str, rules: list[str]
) -> None:
    document = zeros()
    values = {"new_received": "4", "handled_total": "4"}
    for row, column in itertools.product(values, ("natural_person", "total")):
        document = with_cell(document, ("applications", row, column), values[row])
    found = errors(with_row(document, "其他公开", *[unknown] * 7))
    assert sorted({each.rule for each in found}) == rules


def zeros(edition: int = 2021) -> ReportDocument:
    document = ReportDocument.blank("青禾县", 2021, edition)
    return document.with_values({key(fact): 0 for fact in document.facts()})


def key(fact: Fact) -> CellKey:
    return fact.table, fact.row, fact.column


@pytest.mark.parametrize("edition", [deep(2019), 2021])
def test_a_single_number_in_a_table_of_zeros_is_an_error_that_names_its_cell(
    edition: int,
) -> None:
    document = zeros(edition)
    assert errors(document) == []
    for fact in document.facts():
        if fact.table != "proactive_disclosure":
            found = errors(document.with_values({key(fact): 3}))
            assert found
            assert all(key(fact) in each.cells for each in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [("5万元", 0), ("5", 0), ("50000元", 1), ("5亿元", 1), ("0元", 0), ("5件", 1)],
)
def test_an_amount_is_in_the_unit_of_the_form(text: str, found: int) -> None:
    cell = ("proactive_disclosure", "administrative_fees", "amount_collected")
    findings = govreport.check(with_cell(consistent(), cell, text), select=["values.unit"])
    assert [each.cells for each in findings] == [(cell,)] * found


@pytest.mark.parametrize(("text", "found"), [("5宗", 0), ("5人次", 0), ("5元", 1)])
def test_a_count_is_in_any_unit_but_money(text: str, found: int) -> None:
    cell = ("proactive_disclosure", "administrative_licensing", "decisions")
    findings = govreport.check(with_cell(consistent(), cell, text), select=["values.unit"])
    assert len(findings) == found
