"""Numbers that may be those of a printed page."""

import pytest

from tests.recognise.placing.table_text import read

TITLE = "青禾县云岭镇人民政府2023年政府信息公开工作年度报告"
LINES = ["第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可"]
REST = ["第二十条第（六）项", "信息内容", "本年处理决定数量", "行政处罚", "行政强制"]


@pytest.mark.parametrize(("lines", "number"), [(["7", TITLE], None), (["7"], 7)])
def test_a_number_above_the_title_of_a_page_may_be_its_number(
    lines: list[str], number: int | None
) -> None:
    source = "\n".join([*LINES, *lines, *REST])
    found = read("proactive_disclosure", source, "tab")
    assert found.numbers["administrative_licensing", "decisions"] == number
    assert number or "7" in found.quoted


def test_a_page_of_pages_on_a_line_of_its_own_is_no_row() -> None:
    lines = ["第二十条第（一）项", "信息内容  本年制发件数  本年废止件数  现行有效件数", "规章"]
    found = read("proactive_disclosure", "\n".join([*lines, "行政规范性文件", "3 / 9"]), "tab")
    assert not any(found.numbers.values())
    assert "3 / 9" in found.quoted


def test_a_last_number_is_no_total_where_the_table_is_cut_off() -> None:
    head = (
        "申请人情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他"
    )
    rows = "\n".join(
        [
            "一、本年新收政府信息公开申请数量 23 129 111 80 94 88 525",
            "二、上年结转政府信息公开申请数量 5 1 1 1 1 5 14",
            "三、本年度办理结果 （一）予以公开 1 1",
        ]
    )
    found = read("applications", f"{head}\n{rows}", "tab")
    assert found.numbers["carried_over", "total"] == 14
    assert found.is_open("granted")
