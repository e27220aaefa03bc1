"""Where the guesses about plain pipe-delimited text begin and end, at the edge on both sides."""

import pytest

from govreport.blocks import TableBlock
from govreport.model.grid import Cell
from govreport.readers.pipe_text import read_blocks


def blocks(text: str) -> list[str | list[list[str]]]:
    """Return texts, and tables as lists of rows of texts."""
    return [
        [[cell.text for cell in row] for row in block.table.rows]
        if isinstance(block, TableBlock)
        else block.text
        for block in read_blocks(text.encode()).blocks
    ]


def test_a_cell_broken_over_five_lines_is_one_cell() -> None:
    text = "| 甲 | 一\n二\n三\n四\n五 |\n| 乙 | 1 |\n"
    assert blocks(text) == [[["甲", "一\n二\n三\n四\n五"], ["乙", "1"]]]


def test_a_bar_six_lines_below_an_open_row_does_not_close_it() -> None:
    text = "| 甲 | 一\n二\n三\n四\n五\n六 |\n| 乙 | 1 |\n"
    assert blocks(text) == [[["甲", "一"]], "二", "三", "四", "五", [["六", ""], ["乙", "1"]]]


@pytest.mark.parametrize("further", range(4))
def test_a_cell_is_broken_over_no_more_lines_than_the_row_below_bears_out(further: int) -> None:
    lines = [str(number) for number in range(further)]
    text = "\n".join(["| 甲 | 一", *lines, "止 |", "| 乙 | 1 |"])
    assert blocks(text) == [[["甲", "\n".join(["一", *lines, "止"])], ["乙", "1"]]]


CLOSED_BY_LONE_BARS = "甲\n|\n乙\n|\n丙\n|\n"


def test_lone_bars_close_the_texts_before_them_where_most_do() -> None:
    after_closed_rows = "| 1 |\n|\n" * 2
    assert blocks(CLOSED_BY_LONE_BARS + after_closed_rows)[0][:3] == [["甲"], ["乙"], ["丙"]]


@pytest.mark.parametrize("others", [3, 4])
def test_lone_bars_close_no_text_where_as_many_or_more_stand_after_closed_rows(
    others: int,
) -> None:
    read = blocks(CLOSED_BY_LONE_BARS + "\n" + "| 1 |\n|\n" * others)
    assert [each for each in read if isinstance(each, str)] == ["甲", "乙", "丙"]


def test_two_bars_between_cells_and_none_beside_a_blank_part_two_cells() -> None:
    assert blocks("|甲||乙|\n|1||2|\n") == [[["甲", "乙"], ["1", "2"]]]


@pytest.mark.parametrize("row", ["|甲 ||乙|", "|甲|| 乙|", "| 甲||乙|", "|甲||乙 |"])
def test_two_bars_are_a_blank_cell_where_any_bar_stands_beside_a_blank(row: str) -> None:
    assert blocks(f"{row}\n|1||2|\n") == [[["甲", "", "乙"], ["1", "", "2"]]]


def test_cells_that_are_printed_with_bars_of_their_own_may_hold_words_with_blanks() -> None:
    assert blocks("|甲 甲||乙|\n|1||2|\n") == [[["甲 甲", "乙"], ["1", "2"]]]


def drawn(width: int) -> str:
    """Return a grid of that width with a cell of two columns above two cells."""
    left = (width - 3) // 2
    right = width - 3 - left
    parts = "+" + "-" * left + "+" + "-" * right + "+"
    above = "|" + "甲".ljust(width - 3) + "|"
    below = "|" + "1".ljust(left) + "|" + "2".ljust(right) + "|"
    return "\n".join(["+" + "-" * (width - 2) + "+", above, parts, below, parts])


@pytest.mark.parametrize("width", [1_000, 2_000])
def test_a_grid_of_two_thousand_places_is_a_grid_with_its_spans(width: int) -> None:
    (block,) = read_blocks(drawn(width).encode()).blocks
    assert isinstance(block, TableBlock)
    assert block.table.rows == ((Cell("甲", 1, 2),), (Cell("1"), Cell("2")))


def test_a_wider_grid_is_its_lines_and_loses_no_text() -> None:
    assert blocks(drawn(2_001)) == [[["甲", ""], ["1", "2"]]]
