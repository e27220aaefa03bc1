"""Reports without a fault: no rule says anything, alone, beside last year's, or beside their parts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import Paragraph, ReportDocument
from govreport.model.statute import APPLICANT_COLUMNS, EDITIONS
from tests.checks.reports import consistent, with_cell
from tests.laws.registry import share

YEARS = {2019: (2019, 2020), 2021: (2021, 2022, 2025)}


def faultless(edition: int, year: int, seed: int) -> ReportDocument:
    """Return a drawn report in the form that was in force in its year."""
    document = consistent(edition, seed)
    return replace(
        document,
        year=year,
        title=f"青禾县云岭镇{year}年政府信息公开工作年度报告",
        preamble=(Paragraph(f"统计期限自{year}年1月1日至{year}年12月31日。"),),
    )


def following(document: ReportDocument, seed: int) -> ReportDocument:
    """Return a drawn report of the year after another one that goes on where that ends."""
    assert document.year is not None
    year = document.year + 1
    after = faultless(2021 if year > 2020 else 2019, year, seed)
    texts = {(f.table, f.row, f.column): f.text for f in document.facts()}
    for column in APPLICANT_COLUMNS:
        forward = texts["applications", "carried_forward", column.key]
        for row in ("carried_over", "carried_forward"):
            after = with_cell(after, ("applications", row, column.key), forward)
        handled = next(
            fact.text
            for fact in after.facts()
            if (fact.row, fact.column) == ("handled_total", column.key)
        )
        after = with_cell(after, ("applications", "new_received", column.key), handled)
    for row in ("regulations", "normative_documents"):
        stock = texts.get(("proactive_disclosure", row, "in_force"))
        if stock is not None and after.edition == 2021:
            cells = {"in_force": str(int(stock) + 3), "issued": "5", "repealed": "2"}
            for name, text in cells.items():
                after = with_cell(after, ("proactive_disclosure", row, name), text)
    return after


def drawn() -> st.SearchStrategy[ReportDocument]:
    return st.sampled_from(EDITIONS).flatmap(
        lambda edition: st.builds(
            faultless,
            st.just(edition),
            st.sampled_from(YEARS[edition]),
            st.integers(0, 10**6),
        )
    )


@share(2)
@given(drawn())
def test_a_report_without_a_fault_raises_no_alarm(document: ReportDocument) -> None:
    assert govreport.check(document) == []


@share(2)
@given(drawn(), st.integers(0, 10**6))
def test_two_years_without_a_fault_raise_no_alarm(document: ReportDocument, seed: int) -> None:
    found = govreport.check(following(document, seed), document)
    assert [each for each in found if each.rule != "series.copied"] == []


@share(8)
@given(st.lists(drawn(), min_size=1, max_size=3))
def test_a_summary_made_of_them_raises_no_alarm(documents: list[ReportDocument]) -> None:
    first = documents[0]
    below = [
        replace(document, agency=f"青禾县第{number}局", title=None)
        for number, document in enumerate(documents)
        if (document.year, document.edition) == (first.year, first.edition)
    ]
    assert first.year is not None
    found = govreport.aggregate(below, "青禾县", first.year)
    assert found.findings == ()
    checked = govreport.check(found.document, parts=below)
    assert {each.rule for each in checked} <= {"sections.empty", "fees.unmentioned"}
