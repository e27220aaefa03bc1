"""Tables beside whose numbers a year stands that is not the report's."""

import pytest

import govreport
from govreport.model.statute import SECTION_HEADINGS

TITLE = "青禾县云岭镇人民政府2023年政府信息公开工作年度报告"
OUTCOMES = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"


def reviews(year: str) -> govreport.ReportDocument:
    lines = [
        "年度 | 行政复议 | | | | | 行政诉讼 | | | | | | | | |",
        f" | {OUTCOMES} | 未经复议直接起诉 | | | | | 复议后起诉 | | | |",
        f" | | | | | | {OUTCOMES} | {OUTCOMES}",
        f"{year} | 1 | 2 | 3 | 4 | 10 | 0 | 0 | 0 | 0 | 0 | 5 | 0 | 0 | 0 | 5",
    ]
    table = "\n".join(f"| {line} |" for line in lines)
    text = f"{TITLE}\n\n四、{SECTION_HEADINGS['reviews']}\n\n{table}\n"
    return govreport.loads(text, "pipe")


@pytest.mark.parametrize(("year", "number"), [("2023年", 10), ("2022年", None)])
def test_numbers_of_another_year_than_the_report_are_open(year: str, number: int | None) -> None:
    document = reviews(year)
    facts = {(fact.row, fact.column): fact for fact in document.facts()}
    assert facts["reconsideration", "total"].value == number
    if number is None:
        assert facts["reconsideration", "total"].status == "ambiguous"
        assert any("2022年 | 1 | 2 | 3" in each.text for each in document.diagnostics)
