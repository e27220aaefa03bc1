"""Which lines are cells of a row that is printed on one line."""

import pytest

from govreport.recognise.cell_lines import cells_of


@pytest.mark.parametrize("remark", ["不详", "未统计"])
def test_a_short_remark_stands_for_a_number_of_a_row(remark: str) -> None:
    assert cells_of(f"规章 0 {remark} 3") == ["规章", "0", remark, "3"]


def test_a_longer_text_is_no_figure_and_the_line_one_cell() -> None:
    assert cells_of("规章 0 尚未统计 3") == ["规章 0 尚未统计 3"]


def test_a_label_among_the_figures_opens_another_row() -> None:
    assert cells_of("规章 0 总计 3") == ["规章", "0", "总计", "3"]


def test_as_many_remarks_as_figures_are_prose() -> None:
    assert cells_of("规章 0 不详") == ["规章 0 不详"]
