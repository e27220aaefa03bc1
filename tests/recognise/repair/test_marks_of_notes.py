"""Digits behind labels that are marks of notes, not numbers of rows."""

from collections.abc import Callable

import pytest

from govreport.recognise.repair.marks_of_notes import marks_of_notes
from tests.recognise.placing.table_text import SEEDS, read, table, truth
from tests.recognise.printed import Rows, bars_on_both_sides, cell_per_line, rows_of


@pytest.mark.parametrize(
    ("rows", "marks"),
    [
        ([["信息内容", "上一年项目数量1", "本年增/减"]], {"1"}),
        ([["信息内容"], ["上一年项目数量"], ["本年增/减12"]], {"12"}),
        ([["自然人1", "商业企业2", "总计"]], {"1", "2"}),
        ([["自然人4", "商业企业7", "总计"]], set()),
        ([["自然人1", "5"]], set()),
        ([["行政许可"], ["上一年项目数量12"], ["本年增/减12"]], set()),
        ([["行政复议"], ["结果维持3"], ["结果纠正3"]], set()),
        ([["结果维持1"], ["结果纠正"], *[["0"]] * 15], {"1"}),
        ([["第二十条第（九）项"], ["采购项目数量3"]], set()),
    ],
)
def test_digits_in_headers_are_marks_and_digits_in_lists_are_not(
    rows: Rows, marks: set[str]
) -> None:
    assert marks_of_notes(rows) == marks


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("prints", [bars_on_both_sides, cell_per_line])
def test_labels_with_marks_that_a_header_shows_are_read(
    seed: int, prints: Callable[[Rows], str]
) -> None:
    source = table("proactive_disclosure", seed)
    marked = ("行政许可", "行政处罚", "规章", "本年处理决定数量")
    rows = [[f"{cell}12" if cell in marked else cell for cell in row] for row in rows_of(source)]
    found = read(
        "proactive_disclosure", prints(rows), "pipe" if prints is bars_on_both_sides else "tab"
    )
    assert found.numbers == truth(source)
    assert "行政许可12" in found.quoted
