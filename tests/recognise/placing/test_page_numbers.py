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
