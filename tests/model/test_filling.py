"""The official form: blank, filled, completed; what contradicts itself is refused."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import numpy
import pandas
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
        (numpy.int64(12), "12"),
        (numpy.uint8(200), "200"),
        (numpy.float64(3.62), "3.62"),
        (numpy.float32(3.62), "3.62"),
        (numpy.float64(4.0), "4"),
        (numpy.str_("约5"), "约5"),
        (float("nan"), ""),
        (numpy.float32("nan"), ""),
        (Decimal("NaN"), ""),
        (pandas.NA, ""),
        (pandas.NaT, ""),
        (2**70, str(2**70)),
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
        (
            ("applications", "other_handling", "total"),
            1,
            "no row 'other_handling'; the edition of 2019",
        ),
        (("applications", "new_recieved", "total"), 1, r"did you mean new_received\?"),
        (("applications", "新收政府信息公开申请", "自然人"), 1, "did you mean .*new_received"),
        (("applications", "granted", "自燃人"), 1, r"did you mean natural_person\?"),
        (
            ("applications", "总计", "结果维持"),
            1,
            "no column '结果维持'; there are natural_person",
        ),
        (("reviews", "行政诉讼", "总计"), 1, r"no row '行政诉讼'; did you mean"),
        (("applications", "granted", 7), 1, "is not a cell"),
        (("application", "granted", "total"), 1, "no table 'application'"),
        (("applications", "granted", "total"), True, "is not a number"),
        (("applications", "granted", "total"), float("inf"), "not a number that a cell"),
        (("applications", "granted", "total"), Fraction(1, 3), "not a number that a cell"),
        (("applications", "granted", "total"), numpy.bool_(True), "is not a number"),
        (("applications", "granted", "total"), numpy.array([1, 2]), "is not a number"),
        ("granted", 1, "is not a cell"),
    ],
)
def test_what_the_form_cannot_hold_is_refused(key: object, value: object, message: str) -> None:
    with pytest.raises(InvalidDocumentError, match=message):
        ReportDocument.blank(AGENCY, 2023).with_values({key: value})  # type: ignore[dict-item]


def test_a_cell_given_by_two_names_is_refused() -> None:
    form = ReportDocument.blank(AGENCY, 2023)
    key = ("applications", "new_received", "natural_person")
    label = ("applications", "本年新收政府信息公开申请数量", "自然人")
    assert form.with_values({label: 3}) == form.with_values({key: 3})
    with pytest.raises(InvalidDocumentError, match="is given twice"):
        form.with_values({key: 3, label: 4})


def test_numbers_come_from_a_pandas_series() -> None:
    index = pandas.MultiIndex.from_tuples(
        [
            ("收到和处理政府信息公开申请情况", "本年新收政府信息公开申请数量", "自然人"),
            ("applications", "granted", "natural_person"),
            ("applications", "carried_over", "natural_person"),
        ]
    )
    numbers = pandas.Series([3, 2, None], index)  # so that pandas makes them floats
    table = ReportDocument.blank(AGENCY, 2023).with_values(numbers.to_dict()).applications
    assert table is not None
    assert table.text("new_received", "natural_person") == "3"
    assert table.text("granted", "natural_person") == "2"
    assert table.text("carried_over", "natural_person") == ""


def test_filling_loads_neither_numpy_nor_pandas() -> None:
    program = (
        "import sys, govreport; from decimal import Decimal;"
        "govreport.ReportDocument.blank('甲镇', 2023).with_values("
        "{('reviews', '行政复议', '总计'): Decimal('NaN')});"
        "assert not {'numpy', 'pandas'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_negative_rest_and_a_number_in_doubt_are_refused() -> None:
    form = ReportDocument.blank(AGENCY, 2023)
    key = ("applications", "new_received", "natural_person")
    more = {key: 1, ("applications", "granted", "natural_person"): 2}
    with pytest.raises(InvalidDocumentError, match="would be -1"):
        form.with_values(
            {**more, ("applications", "carried_over", "natural_person"): 0}
        ).with_totals()
    with pytest.raises(InvalidDocumentError, match="does not state exactly one number"):
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
    with pytest.raises(InvalidDocumentError, match="cannot be identified"):
        form.with_section("other", ["无。"])


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


@pytest.mark.parametrize("agency", ["", " ", "\n", "\u3000"])
def test_a_form_is_somebodys(agency: str) -> None:
    with pytest.raises(InvalidDocumentError, match="name of the office is blank"):
        ReportDocument.blank(agency, 2023)
