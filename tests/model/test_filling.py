"""The official form: blank, filled, completed; what contradicts itself is refused."""

import runpy
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import InvalidDocumentError, Paragraph, ReportDocument
from govreport.model.statute import LAYOUTS
from tests.checks.reports import consistent_reports
from tests.laws.registry import share

AGENCY = "青禾县云岭镇人民政府"


@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("format", ["docx", "html", "pipe", "tab", "json"])
def test_the_blank_form_is_a_report_that_every_format_carries(edition: int, format: str) -> None:
    form = ReportDocument.blank(AGENCY, 2023, edition)
    assert (form.edition, len(form.sections)) == (edition, 6)
    assert form.title == f"{AGENCY}2023年政府信息公开工作年度报告"
    assert not any(fact.text for fact in form.facts())
    assert govreport.loads(govreport.dumps(form, format), format) == form


@share(4)
@given(consistent_reports())
def test_totals_are_those_that_the_form_fixes(document: ReportDocument) -> None:
    totals = {
        (of.kind, row, column)
        for of in LAYOUTS
        for identity in of.identities
        for row, column in identity.right[-1:]
    }
    values = {
        (fact.table, fact.row, fact.column): fact.value or 0
        for fact in document.facts()
        if fact.value is not None or fact.table != "proactive_disclosure"
    }
    given_values = {key: value for key, value in values.items() if key not in totals}
    form = ReportDocument.blank(AGENCY, 2021, document.edition or 2021)
    full = form.with_values(given_values).with_totals()
    assert {
        (fact.table, fact.row, fact.column): fact.value
        for fact in full.facts()
        if fact.value is not None
    } == values
    assert full.with_totals() == full
    assert not [each for each in govreport.check(full) if each.severity == "error"]


@given(consistent_reports(), st.data())
def test_numbers_that_contradict_each_other_are_refused(
    document: ReportDocument, data: st.DataObject
) -> None:
    facts = [fact for fact in document.facts() if fact.table == "reviews" and fact.value]
    if not facts:
        return
    fact = data.draw(st.sampled_from(facts))
    wrong = document.with_values({(fact.table, fact.row, fact.column): fact.value + 1})
    with pytest.raises(InvalidDocumentError, match=r"reviews\.total"):
        wrong.with_totals()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "12"),
        (3.62, "3.62"),
        (4.0, "4"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        ("1,128", "1,128"),
        (None, ""),
        (-3, "-3"),
    ],
)
def test_values_are_printed_in_plain_digits(value: object, text: str) -> None:
    key = ("proactive_disclosure", "administrative_fees", "amount_collected")
    document = ReportDocument.blank(AGENCY, 2023).with_values({key: value})  # type: ignore[dict-item]
    assert document.proactive_disclosure is not None
    assert document.proactive_disclosure.text(*key[1:]) == text


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        (("applications", "other_handling", "total"), 1, "there is no cell"),
        (("application", "granted", "total"), 1, "no table 'application'"),
        (("applications", "granted", "total"), True, "is no number"),
        (("applications", "granted", "total"), float("nan"), "no number that a cell"),
        ("granted", 1, "is no cell"),
    ],
)
def test_what_the_form_cannot_hold_is_refused(key: object, value: object, message: str) -> None:
    with pytest.raises(InvalidDocumentError, match=message):
        ReportDocument.blank(AGENCY, 2023).with_values({key: value})  # type: ignore[dict-item]


def test_a_negative_rest_and_a_number_in_doubt_are_refused() -> None:
    form = ReportDocument.blank(AGENCY, 2023)
    key = ("applications", "new_received", "natural_person")
    more = {key: 1, ("applications", "granted", "natural_person"): 2}
    with pytest.raises(InvalidDocumentError, match="would be -1"):
        form.with_values(
            {**more, ("applications", "carried_over", "natural_person"): 0}
        ).with_totals()
    with pytest.raises(InvalidDocumentError, match="states no one number"):
        form.with_values({key: "1 2"}).with_totals()
    with pytest.raises(InvalidDocumentError, match="no edition 2020"):
        ReportDocument.blank(AGENCY, 2023, 2020)


def test_a_section_keeps_its_table_and_a_missing_one_is_put_in_its_place() -> None:
    form = ReportDocument.blank(AGENCY, 2023)
    document = form.with_section("reviews", ["无。"]).with_section("problems", "时效有待提高。")
    assert document.sections[3].blocks == (Paragraph("无。"), form.reviews)
    assert document.sections[4].blocks == (Paragraph("时效有待提高。"),)
    assert form.sections[4].blocks == ()
    without = ReportDocument("甲", AGENCY, 2023, sections=(*form.sections[:4], form.sections[5]))
    assert without.with_section("problems", ["时效有待提高。"]).sections == (
        *form.sections[:4],
        document.sections[4],
        form.sections[5],
    )
    with pytest.raises(InvalidDocumentError, match="cannot be told"):
        form.with_section("other", ["无。"])


def test_the_example_makes_a_report_from_a_spreadsheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["table", "row", "column", "value"])
    for row, number in (("new_received", 3), ("carried_over", 1), ("granted", 2)):
        sheet.append(["applications", row, "natural_person", number])
    sheet.append(["proactive_disclosure", "administrative_fees", "amount_collected", 3.62])
    book.save(tmp_path / "numbers.xlsx")
    program = Path(__file__).parent.parent.parent / "examples" / "report_from_spreadsheet.py"
    arguments = [str(tmp_path / "numbers.xlsx"), str(tmp_path / "report.docx"), AGENCY, "2023"]
    monkeypatch.setattr(sys, "argv", [str(program), *arguments])
    runpy.run_path(str(program))
    document = govreport.read(tmp_path / "report.docx")
    assert document.applications is not None
    assert document.applications.text("carried_forward", "total") == "2"
    assert document.proactive_disclosure is not None
    assert document.proactive_disclosure.text("administrative_fees", "amount_collected") == "3.62"


@pytest.mark.parametrize(
    ("year", "edition"), [(2019, 2019), (2020, 2019), (2021, 2021), (2025, 2021)]
)
def test_the_form_is_that_in_which_the_report_of_the_year_was_due(
    year: int, edition: int
) -> None:
    assert ReportDocument.blank(AGENCY, year).edition == edition
    assert ReportDocument.blank(AGENCY, year, 2021).edition == 2021


def test_a_year_that_had_no_form_takes_one_that_is_named() -> None:
    with pytest.raises(InvalidDocumentError, match=r"2018.*2019 or 2021"):
        ReportDocument.blank(AGENCY, 2018)
    assert ReportDocument.blank(AGENCY, 2018, 2019).edition == 2019
