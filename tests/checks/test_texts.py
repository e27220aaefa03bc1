"""What was left over in the text: blanks of a model, instructions, chapters of an older form."""

from dataclasses import replace

import pytest

import govreport
from govreport import Paragraph
from tests.checks.reports import consistent, with_text


def found(text: str, rule: str) -> list[str]:
    document = with_text(consistent(), "overview", text)
    return [each.quote for each in govreport.check(document, select=[rule])]


@pytest.mark.parametrize(
    "text",
    [
        "20XX年，我镇认真贯彻条例。",
        "截至20××年12月31日，共公开信息5条。",
        "全年主动公开信息××条。",
        "××县认真组织学习。",
        "本报告于X月X日公布。",
        "全年收到申请____件。",
        "联系（单位名称）办公室。",
        "编写说明：对照上年数据填写。",
        "这一项报告本机关工作的总体情况。",
        "该部分以表格形式报告。",
    ],
)
def test_what_a_model_leaves_to_be_filled_in_is_found(text: str) -> None:
    assert found(text, "texts.placeholder") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "二〇二一年，我镇认真贯彻条例。",
        "这一项工作的报告由镇长作出。",
        "网址为http://www.example.gov.cn/a__b/index_2.html。",
        "共举办XX网络直播3场。",
        "见《报告（格式）》编写的说明。",
        "开展“5×8”小时服务，人员3×2人。",
        "电话0000-12345xx转办公室。",
        "该项目部分款项未报告。",
        "Windows XP年代的系统。",
    ],
)
def test_what_means_something_is_left_alone(text: str) -> None:
    assert found(text, "texts.placeholder") == []


def test_a_title_that_was_not_filled_in_is_found() -> None:
    document = replace(consistent(), title="××县20XX年政府信息公开工作年度报告")
    (finding,) = govreport.check(document, select=["texts.placeholder"])
    assert finding.place
    assert finding.place.part == "title"


OLD = "本报告由总体情况、主动公开、依申请公开、收费及减免、复议诉讼、存在问题等部分组成。"


def test_chapters_of_the_older_form_that_the_report_lacks_are_found() -> None:
    assert found(OLD, "texts.chapters") == [OLD]
    assert found(OLD.replace("收费及减免、", ""), "texts.chapters") == []
    assert found("本年度没有收费及减免情况。", "texts.chapters") == []
    document = with_text(consistent(), "overview", OLD)
    last = replace(
        document.sections[-1], heading="六、收费及减免情况", blocks=(Paragraph("无。"),)
    )
    document = replace(document, sections=(*document.sections[:-1], last))
    assert govreport.check(document, select=["texts.chapters"]) == []
