"""Documents that are no report of the year, and the exit status that tells it."""

from pathlib import Path

import pytest

import govreport
from govreport.command_line import main

SECTIONS = "一、总体情况\n全年完成任务46项。\n二、主要做法\n强化责任。\n三、存在的主要问题及改进情况\n力量不足。\n"
PROPERTIES = "索引号：012/2023-1\n发布机构：柏溪县人民政府办公室\n文号：\n发布日期：2023-01-09\n"
TABLE = "| 索引号 | 012/2023-1 | 组配分类 | 通知 |\n| 发布机构 | 柏溪县人民政府办公室 | 效力 | |\n| 名称 | {} | 发布日期 | 2023-01-09 |\n\n"

CONTAINED = (
    "行政机关主动公开政府信息的情况",
    "行政机关收到和处理政府信息公开申请的情况",
    "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
    "政府信息公开工作存在的主要问题及改进情况",
)
OTHERS = [
    "柏溪大学2021—2022学年信息公开年度报告\n",
    "柏溪职业技术学院2021-2022学年度信息公开工作年度报告\n",
    "柏溪学院信息公开工作年度报告（2021年9月1日-2022年8月31日）\n",
    "柏溪县2022年国民经济和社会发展统计公报\n",
    "致全县企业的一封信\n",
    "柏溪县水利局关于政协第5号提案的答复函\n",
    "柏溪县卫生健康局2023年工作总结\n",
    "柏溪县水利局2022年工作总结及2023年工作计划\n",
    "关于2022年政府信息公开工作要点落实情况的函\n",
    "柏溪县人民政府办公室关于政务公开有关事项的复函\n",
    "柏溪县2022年政务公开工作情况通报\n",
    f"{PROPERTIES}关于做好2022年政府信息公开工作年度报告编制工作的通知\n",
    TABLE.format("关于做好年度报告编制工作的通知")
    + "关于做好2022年政府信息公开工作年度报告编制发布工作的通知\n",
    "柏溪县2023年政务公开工作实施方案\n",
    "柏溪县政府信息公开申请办理答复规范意见\n",
    "柏溪水务有限公司2022年环境信息公开年度报告\n",
    "柏溪县2022年度政务公开第三方评估报告\n",
    "柏溪县图书馆2022年年报\n",
    "柏溪县财政局2022年预决算信息公开工作报告\n",
]


@pytest.mark.parametrize("head", OTHERS)
def test_another_document_with_such_headings_is_no_report(head: str) -> None:
    document = govreport.loads(head + SECTIONS)
    assert "not-a-report" in {each.code for each in document.diagnostics}
    assert "全年完成任务46项" in govreport.dumps(document, "json")


@pytest.mark.parametrize(
    "column", ["政府信息公开目录", "政府信息公开指南", "政策文件", "政府信息公开制度"]
)
def test_the_name_of_a_column_does_not_turn_a_report_away(column: str) -> None:
    names = ("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况")
    text = "".join(f"<p>{name}</p><p>2022年，工作有序。</p>" for name in names)
    document = govreport.loads(
        f"<title>{column}_柏溪县人民政府</title><h1>{column}</h1>{text}", "html"
    )
    assert len(document.sections) == len(names)
    assert "not-a-report" not in {each.code for each in document.diagnostics}


def test_nothing_of_a_school_year_belongs_to_the_office() -> None:
    document = govreport.loads(f"柏溪大学2021—2022学年信息公开年度报告\n{SECTIONS}")
    assert (document.agency, document.year) == ("柏溪大学", None)


def test_a_law_that_lists_what_a_report_contains_is_no_report() -> None:
    listed = "".join(
        f"（{number}）{name}；\n" for number, name in zip("一二三四", CONTAINED, strict=True)
    )
    document = govreport.loads(f"柏溪县政府信息公开规定\n第五十条 年度报告应当包括：\n{listed}")
    assert "not-a-report" in {each.code for each in document.diagnostics}
    assert not document.sections


REPORTS = [
    "柏溪大学2022年政府信息公开工作年度报告\n",
    "柏溪县水利局2022年政府信息公开工作总结\n本报告根据条例编制。\n",
    f"{PROPERTIES}柏溪县水利局2022年政府信息公开工作年度报告\n",
    "柏溪县水利局关于公布2022年政府信息公开工作年度报告的公告\n",
    "柏溪县水利局关于2022年政府信息公开年报的公示\n",
    "",
]


@pytest.mark.parametrize("head", REPORTS)
def test_a_report_is_one(head: str) -> None:
    text = SECTIONS.replace("二、主要做法", "二、主动公开政府信息情况")
    document = govreport.loads(head + text)
    assert "not-a-report" not in {each.code for each in document.diagnostics}


@pytest.mark.parametrize("command", ["convert", "normalize", "show", "check", "diff"])
@pytest.mark.parametrize(("head", "status"), [(OTHERS[4], 3), (REPORTS[0], 0)])
def test_the_exit_status_tells_that_a_source_is_no_report(
    command: str, head: str, status: int, tmp_path: Path
) -> None:
    source = tmp_path / "source.txt"
    source.write_text(head + SECTIONS.replace("46", "四十六"), "utf-8")
    target = {"convert": [str(tmp_path / "out.json")], "diff": [str(source)]}
    target["normalize"] = target["convert"]
    assert main([command, str(source), *target.get(command, [])]) == status
