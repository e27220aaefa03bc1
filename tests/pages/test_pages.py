"""The two pages: everything is shown, everything is marked, nothing is alive."""

import re
from dataclasses import replace

import html5lib
from hypothesis import given

import govreport
from govreport import Paragraph, ReportDocument
from govreport.pages import difference_page, findings_page
from govreport.testing import report_documents
from tests.checks.reports import consistent, with_cell, with_text
from tests.laws.registry import share

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>&amp;\"'</p></body>"
ELEMENTS = set(
    "html head meta title style body main footer article p h1 h2 h3 h4 ol ul li b code a bdi br"
    " div span small blockquote table thead tbody tr th td sup mark ins del details summary".split()
)
ATTRIBUTES = set(
    "lang charset name content http-equiv class id href colspan rowspan scope tabindex".split()
)

LINK = r"#(?:report-\d+|(?:report-\d+-)?(?:finding|mark)-\d+)"


def parsed(page: str) -> object:
    return html5lib.HTMLParser(namespaceHTMLElements=False).parse(page)


def check_inert(page: str) -> None:
    tree = parsed(page)
    identifiers = set()
    links = set()
    for each in tree.iter():  # type: ignore[attr-defined]
        assert each.tag in ELEMENTS, each.tag
        assert set(each.keys()) <= ATTRIBUTES, each.keys()
        if "id" in each.keys():  # noqa: SIM118 - the element is no mapping
            assert each.get("id") not in identifiers
            identifiers.add(each.get("id"))
        if each.tag == "a":
            assert re.fullmatch(LINK, each.get("href"))
            links.add(each.get("href")[1:])
    assert links <= identifiers


def shown(page: str) -> str:
    return "".join("".join(parsed(page).itertext()).split())  # type: ignore[attr-defined]


@given(report_documents())
@share(20)
def test_the_page_of_any_report_is_inert_and_shows_all_of_it(document: ReportDocument) -> None:
    page = findings_page(document, govreport.check(document), "zh")
    check_inert(page)
    text = _without_notes(page)
    for block in document.blocks():
        if isinstance(block, Paragraph):
            assert "".join(block.text.split()) in text


def _without_notes(page: str) -> str:
    return shown(re.sub(r'<sup class="note">.*?</sup>', "", page))


@given(report_documents(), report_documents())
@share(20)
def test_the_page_of_any_two_reports_is_inert(old: ReportDocument, new: ReportDocument) -> None:
    check_inert(difference_page(old, new, govreport.diff(old, new), "en"))


def test_hostile_text_is_shown_and_does_nothing() -> None:
    document = with_text(consistent(), "overview", HOSTILE + "新收政府信息公开申请9999件")
    document = with_cell(document, ("applications", "granted", "total"), HOSTILE)
    document = replace(document, title=HOSTILE, agency=HOSTILE)
    page = findings_page(document, govreport.check(document, language="zh"), "zh")
    check_inert(page)
    assert _without_notes(page).count("".join(HOSTILE.split())) >= 4
    other = replace(consistent(), title=HOSTILE)
    page = difference_page(other, document, govreport.diff(other, document), "zh")
    check_inert(page)
    assert "".join(HOSTILE.split()) in shown(page)


def test_every_finding_is_marked_at_its_cell_or_sentence() -> None:
    document = with_text(consistent(), "overview", "首句在前。新收政府信息公开申请9999件。末句。")
    document = with_cell(document, ("reviews", "reconsideration", "total"), "77")
    findings = govreport.check(document, language="zh")
    assert {each.rule for each in findings} == {"reviews.total", "prose.new_received"}
    page = findings_page(document, findings, "zh")
    assert '<mark class="warning">新收政府信息公开申请9999件。</mark>' in page
    assert re.search(r'<td class="hit error"><bdi>77</bdi><sup class="note"><a id="mark-1"', page)
    assert "≠" in page
    assert page.count('class="touched error"') == 4


def test_a_page_stands_alone_and_forbids_scripts() -> None:
    page = findings_page(consistent(), [], "en")
    assert "default-src 'none'" in page
    assert "http://" not in page.replace("http-equiv", "")
    assert "Nothing found" in page
    assert page == findings_page(consistent(), [], "en")


def test_only_the_first_of_two_tables_of_a_kind_is_marked() -> None:
    document = with_cell(consistent(), ("reviews", "reconsideration", "total"), "77")
    doubled = replace(document, closing=(document.reviews,))  # type: ignore[arg-type]
    page = findings_page(doubled, govreport.check(doubled, select=["reviews"]), "en")
    assert page.count('class="hit error"') == 1
