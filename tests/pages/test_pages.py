"""The two pages: everything is shown, everything is marked, nothing is alive."""

import re
from dataclasses import replace

import html5lib
from hypothesis import given

import govreport
from govreport import Paragraph, ReportDocument
from govreport.model.statutory import StatutoryTable
from govreport.model.values import read_value
from govreport.pages import difference_page, findings_page
from govreport.pages.findings import badge
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


def test_a_badge_is_no_digit_and_joins_none() -> None:
    badges = [badge(number) for number in range(120)]
    assert badges[:2] + badges[19:21] + badges[34:36] + badges[49:51] == [
        *("①", "②", "⑳", "㉑", "㉟", "㊱", "㊿"),
        "〔51〕",
    ]
    assert len(set(badges)) == 120
    document = with_cell(consistent(), ("reviews", "reconsideration", "total"), "12")
    page = shown(findings_page(document, govreport.check(document), "en"))
    assert "12①" in page
    assert {read_value(f"12{each}").value for each in badges[:50]} <= {None, 12}


def test_table_4_has_the_rows_of_the_form() -> None:
    document = consistent()
    page = findings_page(document, [], "zh")
    table = page[page.index('class="scroll form reviews"') :]
    table = table[: table.index("</table>")]
    head, _, rows = table.partition("</thead>")
    assert head.count("<tr>") == 3
    assert head.count("结果维持") == 3
    assert rows.count("<tr>") == 1
    assert rows.count("<td") == 15
    assert document.reviews is not None
    printed = [text for row in document.reviews.rows for text in row.cells]
    assert re.findall(r"<bdi>(.*?)</bdi>", rows) == printed


def test_the_whole_report_is_shown_with_what_changed_in_it() -> None:
    old = with_text(consistent(), "overview", "照旧的第一段。\n", "照旧的第二段。")
    new = with_cell(old, ("reviews", "reconsideration", "total"), "77")
    new = replace(
        new,
        title="甲镇2022年年度报告",
        sections=(
            replace(new.sections[0], blocks=(*new.sections[0].blocks, Paragraph("新添的一段。"))),
            *new.sections[1:-1],
        ),
    )
    page = difference_page(old, new, govreport.diff(old, new), "zh")
    check_inert(page)
    report = page[page.index("<article") :]
    was = old.reviews.text("reconsideration", "total") if old.reviews else ""
    assert f"<del><bdi>{was}</bdi></del> <ins><bdi>77</bdi></ins>" in report
    assert "新增</span><bdi>新添的一段。</bdi>" in report
    assert "删除</span><del><bdi>六、" in report
    for kind in ("proactive_disclosure", "applications", "reviews"):
        assert report.count(f'class="scroll form {kind}"') == 1
    assert re.search(r"<summary>原样照搬 \d 段：“", report)
    assert report.count("本年度未收取信息处理费。") == 1


@given(report_documents(), report_documents())
@share(20)
def test_nothing_of_two_reports_is_missing_on_their_page(
    old: ReportDocument, new: ReportDocument
) -> None:
    page = shown(difference_page(old, new, govreport.diff(old, new), "en"))
    page_without = "".join(page.split())
    for section in new.sections:
        for block in section.blocks:
            if isinstance(block, StatutoryTable):
                assert all("".join(row.label.split()) in page_without for row in block.rows)
    for change in govreport.diff(old, new).texts:
        if not change.edits and change.role == "paragraph":
            assert "".join((change.new or change.old).split()) in page_without
