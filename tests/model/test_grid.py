"""Tables and cells: every position belongs to one cell, nothing is lost, and nothing is doubled."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.errors import InvalidDocumentError
from govreport.model.grid import DEEPEST_TABLE, Cell, Table, text_cell
from govreport.testing import tables, texts

spans = st.sampled_from((1, 1, 2, 3, 7))


rows_of_cells = st.lists(
    st.lists(st.builds(Cell, st.sampled_from(("", "0", "甲")), spans, spans), max_size=4),
    min_size=1,
    max_size=5,
).filter(any)


@given(rows_of_cells)
def test_placing_a_table_again_changes_nothing(rows: list[list[Cell]]) -> None:
    table = Table(rows)
    again = Table(table.rows)
    assert again == table
    # What filled a short row up the first time is a cell like any other the second.
    grid = tuple(tuple(slot._replace(filled_up=False) for slot in line) for line in table.grid)
    assert again.grid == grid


@given(rows_of_cells)
def test_every_position_belongs_to_one_cell_and_every_row_is_as_wide(
    rows: list[list[Cell]],
) -> None:
    table = Table(rows)
    assert table.height <= len(rows)
    assert {len(line) for line in table.grid} == {table.width}
    covered = Counter(
        (row, column)
        for top, cells in enumerate(table.rows)
        for left, cell in zip(_beginnings(table, top), cells, strict=True)
        for row in range(top, top + cell.row_span)
        for column in range(left, left + cell.column_span)
    )
    assert set(covered.values()) == {1}
    assert len(covered) == table.height * table.width
    assert {slot.row for line in table.grid for slot in line} == set(range(table.height))
    assert {slot.column for line in table.grid for slot in line} == set(range(table.width))
    for row, line in enumerate(table.grid):
        for column, slot in enumerate(line):
            assert slot.row <= row < slot.row + slot.cell.row_span
            assert slot.column <= column < slot.column + slot.cell.column_span


@given(rows_of_cells)
def test_no_cell_is_lost_or_reordered_by_placing(rows: list[list[Cell]]) -> None:
    placed = [[cell.content for cell in row if cell.content] for row in Table(rows).rows]
    expected = [[cell.content for cell in row if cell.content] for row in rows]
    assert [row for row in placed if row] == [row for row in expected if row]


@given(st.sampled_from(("", "0", " 甲\n", "乙" * 80)) | texts(), spans, spans)
def test_a_cell_that_is_remembered_is_the_cell(
    text: str, row_span: int, column_span: int
) -> None:
    cell = text_cell(text, row_span, column_span)
    assert cell == Cell(text, row_span, column_span)
    assert cell.text == Cell(text).text
    assert text_cell(text, row_span, column_span) == cell


def test_ever_other_cells_are_made_all_the_same() -> None:
    for number in range(10_000):
        assert text_cell(str(number)).text == str(number)
    assert text_cell("0", 2) == Cell("0", 2)


@given(tables())
def test_what_texts_show_of_a_table_has_no_spans_and_every_content(table: Table) -> None:
    contents = Counter(cell.content for row in table.rows for cell in row if cell.content)
    for shown in (table.unmerged(), table.collapsed()):
        assert not shown.has_spans
        assert shown.height == table.height
        assert contents == Counter(
            cell.content for row in shown.rows for cell in row if cell.content
        )
    assert table.unmerged().width == table.width


def _beginnings(table: Table, row: int) -> list[int]:
    return [column for column, slot in enumerate(table.grid[row]) if slot.begins_at(row, column)]


def test_rows_and_columns_in_which_no_cell_begins_are_taken_out() -> None:
    assert Table([[Cell("甲", 2, 3)], []]) == Table([["甲"]])
    assert Table([[Cell("甲", 1, 2)], [Cell("乙", 1, 2)]]) == Table([["甲"], ["乙"]])
    assert Table([[Cell("甲", 1, 2)], ["乙", "丙"]]).width == 2


def test_positions_that_no_row_was_given_are_told_from_blank_cells() -> None:
    grid = Table([["甲", "乙"], ["丙"], ["丁", ""]]).grid
    assert [slot.filled_up for line in grid for slot in line] == [
        *[False] * 3,
        True,
        False,
        False,
    ]


def test_tables_nest_as_deep_as_stated() -> None:
    table = Table([["x"]])
    for _ in range(DEEPEST_TABLE - 1):
        table = Table([[Cell([table])]])
    with pytest.raises(InvalidDocumentError, match="nested in one another"):
        Table([[Cell([table])]])
