"""Small tables in the words of the form beside the statutory ones: they are read as they are printed."""

import pytest

import govreport
from govreport.model.grid import Table
from govreport.model.statute import APPLICANT_COLUMNS
from tests.fuzz.seeds import report
from tests.recognise.printed import Rows

PAGE = str(govreport.dumps(report(), "html"))
OTHERS: dict[str, Rows] = {
    "years below each other": [
        ["年度", "本年新收政府信息公开申请数量", "结转下年度继续办理"],
        ["2022年", "12", "3"],
        ["2023年", "14", "1"],
    ],
    "years side by side": [
        ["项目", "2022年", "2023年", "增减"],
        ["本年新收政府信息公开申请数量", "12", "14", "2"],
        ["结转下年度继续办理", "3", "1", "-2"],
    ],
    "channels": [
        ["渠道", "自然人", "法人或其他组织", "总计"],
        ["网络", "3", "2", "5"],
        ["信函", "1", "0", "1"],
    ],
    "outcomes": [["办理结果", "件数"], ["予以公开", "3"], ["不予公开", "1"]],
    "decisions": [["信息内容", "本年处理决定数量"], ["行政许可", "31"], ["行政处罚", "5"]],
    "reviews": [
        ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
        ["1", "0", "0", "0", "1"],
    ],
}
SECTIONS = ["二、主动公开政府信息情况", "五、存在的主要问题及改进情况"]


def before(heading: str, rows: Rows) -> govreport.ReportDocument:
    """Return the report read with a further table before a heading."""
    cells = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    assert f">{heading}<" in PAGE
    tag = PAGE.rindex("<", 0, PAGE.index(f">{heading}<"))
    return govreport.loads(f"{PAGE[:tag]}<table>{table}</table>{PAGE[tag:]}", "html")


@pytest.mark.parametrize("heading", SECTIONS)
@pytest.mark.parametrize("rows", OTHERS.values(), ids=OTHERS)
def test_a_small_table_in_another_section_takes_no_number_from_the_statutory_one(
    heading: str, rows: Rows
) -> None:
    document = before(heading, rows)
    assert list(document.facts()) == list(report().facts())
    grids = [
        [[cell.text for cell in row] for row in block.rows]
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table)
    ]
    assert rows in grids
    assert not document.diagnostics


def test_a_table_without_a_number_in_place_is_no_copy_in_the_section_itself_either() -> None:
    document = before("四、政府信息公开行政复议、行政诉讼情况", OTHERS["channels"])
    assert list(document.facts()) == list(report().facts())


def test_a_row_given_again_in_its_section_with_other_numbers_is_open() -> None:
    given = [fact.value for fact in report().facts() if fact.row == "granted"]
    numbers = [str(int(value or 0) + 1) for value in given]
    head = ["项目", *(column.label for column in APPLICANT_COLUMNS)]
    again = before("四、政府信息公开行政复议、行政诉讼情况", [head, ["（一）予以公开", *numbers]])
    values = [fact.value for fact in again.facts() if fact.row == "granted"]
    assert values == [None] * 7
