"""Grids drawn with `+`, `-` and `|` whose lines were lost or moved: their borders are no text."""

import pytest

from govreport.blocks import TableBlock
from govreport.readers.pipe_text import read_blocks

DRAWN = """\
+------+------+-----+
| 甲   | 乙   | 1   |
|      +------+-----+
|      | 丙   | 2   |
+------+------+-----+
| 丁          | 3   |
+-------------+-----+
"""


def rows(text: str) -> list[list[str]]:
    """Return the texts of the rows of the only table in a text."""
    (block,) = read_blocks(text.encode()).blocks
    assert isinstance(block, TableBlock)
    return [[cell.text for cell in row] for row in block.table.rows]


def test_a_whole_grid_has_its_spans() -> None:
    assert rows(DRAWN) == [["甲", "乙", "1"], ["丙", "2"], ["丁", "3"]]


@pytest.mark.parametrize("length", [10, 40])
def test_a_border_of_another_length_leaves_each_line_a_row(length: int) -> None:
    lines = DRAWN.splitlines()
    stray = "+" + "-" * length + "+"
    broken = "\n".join([*lines[:5], stray, *lines[5:]])
    assert [[text for text in row if text] for row in rows(broken)] == [
        ["甲", "乙", "1"],
        ["丙", "2"],
        ["丁", "3"],
    ]


def test_a_border_beside_a_text_is_no_text() -> None:
    broken = DRAWN.replace("|      +------+-----+", "| 甲   +------+-----+----+")
    assert not any("-" in text for row in rows(broken) for text in row)
