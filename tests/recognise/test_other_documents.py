"""Pages that resemble the report and are none; and no report is taken for one of them."""

import re

import pytest

import govreport
from govreport.model.document import ReportDocument
from tests.recognise.reports import report

OFFICE = "青禾县水利局"
WHOLE = govreport.dumps(report(2021, 3, blanks=False), "html")
BODY = WHOLE[WHOLE.index("</h1>") + 5 :]

PART_OF_YEAR = [
    "2022年上半年政府信息公开数据统计",
    f"{OFFICE}2022年上半年政府信息公开工作报告",
    f"{OFFICE}2022年半年度政务公开工作总结",
    "青禾县2022年第三季度政府信息公开申请情况统计",
    "青禾县2022年1-6月政府信息公开情况统计",
    "青禾县2022年一月至九月政府信息公开情况统计",
    "青禾县2022年5月政府信息公开申请办理情况",
]
WITHOUT_TABLES = [
    f"{OFFICE}2022年法治政府建设年度报告",
    f"{OFFICE}关于2022年度法治政府建设情况的报告",
    f"{OFFICE}2022年度建议提案办理情况总体报告",
    f"{OFFICE}2022年工作总结和2023年工作计划",
    "青禾县2022年政务公开工作要点",
    f"{OFFICE}政府信息公开指南",
    f"{OFFICE}政府信息公开目录",
    f"{OFFICE}政府信息公开申请答复书",
    f"一图读懂{OFFICE}2022年政府信息公开工作年度报告",
    "关于2022年政务公开工作考核情况的通报",
]
REPORTS = [
    f"{OFFICE}2021年政府信息公开工作年度报告",
    "2021年度报告",
    "2021年度工作报告",
    f"{OFFICE}2021年信息公开工作总结",
    f"{OFFICE}2021年政府信息公开工作情况",
    f"{OFFICE}2021年1-12月政府信息公开工作年度报告",
    "青禾县法治政府建设办公室2021年政府信息公开工作年度报告",
    f"{OFFICE}2021年政府信息公开工作年度报告（含第四季度数据）",
    f"关于公布{OFFICE}2021年政府信息公开工作年度报告的通知",
    "政府信息公开年报",
]


def codes(document: ReportDocument) -> set[str]:
    return {each.code for each in document.diagnostics}


def page(name: str, body: str, tag: str = "h1") -> str:
    head = f"<title>{name}-青禾县人民政府</title>"
    return f"<html><head>{head}</head><body><{tag}>{name}</{tag}>{body}</body></html>"


@pytest.mark.parametrize("tag", ["h1", "div"])
@pytest.mark.parametrize("name", PART_OF_YEAR)
def test_figures_of_a_part_of_the_year_are_no_yearly_report(name: str, tag: str) -> None:
    document = govreport.loads(page(name, BODY, tag))
    assert (document.sections, list(document.facts())) == ((), [])
    told = [each for each in document.diagnostics if each.code == "not-a-report"]
    assert [each.text for each in told] == [name]


@pytest.mark.parametrize("name", WITHOUT_TABLES)
def test_other_documents_with_like_headings_are_no_report(name: str) -> None:
    text = (
        "<p>一、总体情况</p><p>全年推进政府信息公开。</p><p>二、存在的主要问题</p><p>有不足。</p>"
    )
    document = govreport.loads(page(name, text))
    assert document.sections == ()
    assert "not-a-report" in codes(document)
    assert "全年推进政府信息公开。" in govreport.dumps(document, "json")


@pytest.mark.parametrize("tag", ["h1", "div"])
@pytest.mark.parametrize("name", REPORTS)
def test_no_report_is_turned_away_for_its_title(name: str, tag: str) -> None:
    document = govreport.loads(page(name, BODY, tag))
    assert len(document.sections) == 6
    assert "not-a-report" not in codes(document)
    assert all(fact.value is not None for fact in document.facts())


LINKS = ["2022年上半年政府信息公开数据统计", "2020年法治政府建设年度报告", "政府信息公开指南"]


@pytest.mark.parametrize("last", LINKS)
def test_links_above_an_untitled_report_do_not_turn_it_away(last: str) -> None:
    listed = "".join(f"<p>{link}</p>" for link in (*LINKS, last))
    period = "<p>数据统计期限为2021年1月1日至2021年12月31日。</p>"
    document = govreport.loads(f"<html><body>{listed}{period}{BODY}</body></html>")
    assert len(document.sections) == 6
    bare = re.sub(r"(?s)<table.*?</table>", "", BODY)
    document = govreport.loads(f"<html><body>{listed}{period}{bare}</body></html>")
    assert len(document.sections) == 6


REFERENCES = [
    "根据国务院办公厅印发的政府信息公开工作年度报告格式，编制本报告。",
    "按照《关于印发〈政府信息公开工作年度报告格式〉的通知》要求编制",
    "根据《关于做好2021年政府信息公开工作年度报告编制发布工作的通知》，现报告如下：",
]


@pytest.mark.parametrize("text", REFERENCES)
@pytest.mark.parametrize("title", ["2021年政府信息公开工作年度报告", "年度报告"])
def test_a_report_that_refers_to_the_notice_is_not_the_notice(text: str, title: str) -> None:
    document = govreport.loads(page(title, f"<p>{text}</p>{BODY}"))
    assert len(document.sections) == 6
    assert text in govreport.dumps(document, "json")


def test_a_free_report_is_known_by_what_its_opening_says() -> None:
    text = "现公布青禾县水利局2012年政府信息公开工作年度报告。"
    names = ("一、概述", "二、主动公开情况", "三、收费及减免情况", "四、存在问题和改进措施")
    source = f"2012年总结\n{text}\n" + "".join(f"{name}\n内容说明。\n" for name in names)
    document = govreport.loads(source, "tab")
    assert len(document.sections) == len(names)
    assert "not-a-report" not in codes(document)
