"""The page of many reports: an index by office and rule, every link leads somewhere, nothing is alive."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import ReportDocument
from govreport.pages import CheckedReport, many_findings_page
from govreport.testing import report_documents
from tests.checks.reports import consistent, with_cell
from tests.laws.registry import share
from tests.pages.test_pages import HOSTILE, check_inert


def checked(source: str, document: ReportDocument) -> CheckedReport:
    return CheckedReport(source, document, govreport.check(document))


@share(25)
@given(st.lists(report_documents(), max_size=3))
def test_the_page_of_any_reports_is_inert(documents: list[ReportDocument]) -> None:
    reports = [checked(f"{number}.docx", each) for number, each in enumerate(documents)]
    check_inert(many_findings_page(reports, [("x<b>.docx", HOSTILE)], "zh"))


def test_every_office_and_every_rule_is_in_the_index_and_the_gravest_stand_first() -> None:
    good = consistent()
    bad = replace(good, agency="青禾县教育局")
    bad = with_cell(bad, ("reviews", "reconsideration", "total"), "77")
    reports = [checked("good.docx", good), checked("bad.docx", bad)]
    page = many_findings_page(reports, [("broken.docx", "damaged")], "en")
    check_inert(page)
    assert page.index("bad.docx") < page.index("good.docx")
    assert 'href="#report-1"' in page
    assert 'id="report-2"' not in page
    assert "<code>reviews.total</code>" in page
    assert "Reports: 2 · Without findings: 1 · Set aside: 1" in page
    assert "broken.docx" in page
    assert re.search(r'id="report-1-finding-1"', page)


def test_no_reports_are_a_page_too() -> None:
    page = many_findings_page([], language="zh")
    check_inert(page)
    assert "年报 0 份" in page
