"""Spanning cells, in a grid that prints their text once for each position they cover.

pandas and most programs that turn web pages into Markdown or CSV do: `| 甲 | 甲 | 甲 | 乙 |`.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from govreport.blocks import TableBlock
from govreport.model.grid import MOST_COLUMNS_SPANNED, MOST_ROWS_SPANNED, Cell, Table
from govreport.model.values import read_value
from govreport.recognise.rows import is_value

_REPEATED = 3
"""So many equal labels side by side show that a grid repeats spanning cells."""

Texts = Sequence[Sequence[str]]


class _Area(NamedTuple):
    top: int
    left: int
    height: int
    width: int

    def positions(self) -> Iterator[tuple[int, int]]:
        for row in range(self.top, self.top + self.height):
            for column in range(self.left, self.left + self.width):
                yield row, column


def with_spans(block: TableBlock) -> TableBlock:
    """Return a grid with repeated texts joined into one spanning cell; others unchanged.

    Equal labels next to or below each other are one. Equal values are one only below one label
    that covers them all, or if a row has no others: such a value belongs to no column.
    """
    if not _may_repeat(block):
        return block
    grid = block.table.grid
    texts = [[slot.cell.text for slot in line] for line in grid]
    if not any(map(_repeats, texts)):
        return block
    ends = [sum(not slot.filled_up for slot in line) for line in grid]
    rows = list(_spanning_rows(texts, _short_rows(block), ends))
    return replace(block, table=Table(rows), spans_shown=True)


def _may_repeat(block: TableBlock) -> bool:
    """Whether a grid shows its blanks and no span, and is small enough for cells to span it."""
    table = block.table
    if not block.blanks_shown or table.has_spans or not _is_plain(table):
        return False
    return table.width <= MOST_COLUMNS_SPANNED and table.height <= MOST_ROWS_SPANNED


def _spanning_rows(
    texts: Texts, short: Container[int], ends: Sequence[int]
) -> Iterator[list[Cell]]:
    """Yield the rows of a grid, each area in one cell that stands at its first position.

    `ends` are the positions where the rows end, not counting cells that only fill them up.
    """
    areas = {(area.top, area.left): area for area in _areas(texts, short)}
    inside = {place for area in areas.values() for place in area.positions()} - set(areas)
    for row, line in enumerate(texts):
        starts = [column for column in range(ends[row]) if (row, column) not in inside]
        found = [areas.get((row, column), _Area(row, column, 1, 1)) for column in starts]
        yield [Cell(line[area.left], area.height, area.width) for area in found]


def _short_rows(block: TableBlock) -> set[int]:
    """Return the rows that have fewer cells than others, and so stand below no header for sure."""
    table = block.table
    printed = block.printed_cells if len(block.printed_cells) == table.height else ()
    short = {row for row, count in enumerate(printed) if count < table.width}
    return short | {row for row, line in enumerate(table.grid) if line[-1].filled_up}


def _is_plain(table: Table) -> bool:
    return not any(cell.tables for row in table.rows for cell in row)


def _repeats(line: Sequence[str]) -> bool:
    runs = ((text, sum(1 for _ in run)) for text, run in groupby(line))
    return any(count >= _REPEATED and _is_label(text) for text, count in runs)


def _is_label(text: str) -> bool:
    return bool(text) and not is_value(text)


def _areas(texts: Texts, short: Container[int]) -> Iterator[_Area]:
    """Yield the areas of more than one position that one cell covers.

    The values of rows that are short stand each alone.
    """
    taken: set[tuple[int, int]] = set()
    above: list[tuple[int, int]] = [(at, at + 1) for at in range(len(texts[0]))]
    for row, line in enumerate(texts):
        column = 0
        start = 0
        while column < len(line):
            if (row, column) in taken:
                column += 1
                start = column
                continue
            area = _label_area(texts, row, column, taken)
            if area is None:
                column += 1
                continue
            taken.update(area.positions())
            above[column : column + area.width] = [(column, column + area.width)] * area.width
            column += area.width
            start = column
            if area.height * area.width > 1:
                yield area
        if row not in short:
            yield from _value_areas(line, row, start, above)


def _label_area(texts: Texts, row: int, column: int, taken: set[tuple[int, int]]) -> _Area | None:
    text = texts[row][column]
    if not _is_label(text):
        return None
    right = column + 1
    line = texts[row]
    while right < len(line) and line[right] == text and (row, right) not in taken:
        if row and _parts(texts[row - 1], right):
            break
        right += 1
    bottom = row + 1
    while bottom < len(texts) and list(texts[bottom][column:right]) == [text] * (right - column):
        bottom += 1
    return _Area(row, column, bottom - row, right - column)


def _parts(above: Sequence[str], column: int) -> bool:
    """Whether another label of a header above begins at a column, and none below continues past it.

    The blanks of a header go on with the label before them.
    """
    left, right = above[column - 1], above[column]
    return left != right and right != "" and not any(map(is_value, filter(None, above)))


def _value_areas(
    line: Sequence[str], row: int, start: int, above: list[tuple[int, int]]
) -> Iterator[_Area]:
    """Yield the areas of values of a row, which begin at a column."""
    values = line[start:]
    if len(values) >= _REPEATED and len(set(values)) == 1 and read_value(values[0]).value:
        yield _Area(row, start, 1, len(values))
        return
    for left, right in sorted(set(above[start:])):
        texts = set(line[left:right])
        if left >= start and right - left > 1 and len(texts) == 1 and "" not in texts:
            yield _Area(row, left, 1, right - left)
