"""Finds what each cell of a table heads and how its rows are grouped, only by geometry.

The words are those of the HTML standard, section 4.9: row groups, column groups, and the `scope`
of a header cell.
"""

from collections.abc import Iterator
from itertools import pairwise

from govreport.model.grid import Slot, Table
from govreport.writers.headers import NUMBER, header_height, holds_numbers, is_banner

_LONG_HEADING = 20
_LONG_TEXT = 12


class Structure:
    """The header cells and the groups of one table.

    `headers` is the number of rows in the table's head. `bodies` are the ranges of the rows in
    its bodies; no cell reaches from one of them into another. `column_groups` are the widths of
    the groups of columns in the first row, empty if it has none.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self.headers = header_height(table)
        self._banners = frozenset(
            row for row in range(self.headers, table.height) if is_banner(table.grid[row])
        )
        self._subheaders = self._rows_of_headings()
        self._labels = self._label_columns()
        self.column_groups = self._column_groups()
        self.bodies = self._bodies()
        self._lengths = {body.start: len(body) for body in self.bodies}
        self._left = self._columns_set_left()

    def scope(self, slot: Slot) -> str:
        """Return what the cell heads: `col`, `colgroup`, `row`, `rowgroup`, or "" for none."""
        if not slot.cell.content or slot.cell.tables:
            return ""
        if slot.row < self.headers or slot.row in self._subheaders:
            grouped = slot.row == 0 and self.column_groups and slot.cell.column_span > 1
            return "colgroup" if grouped else "col"
        return "" if NUMBER.fullmatch(slot.cell.text) else self._scope_of_label(slot)

    def _scope_of_label(self, slot: Slot) -> str:
        if slot.row in self._banners:
            return "rowgroup" if slot.row + 1 < self._table.height else ""
        if slot.column + slot.cell.column_span > self._labels:
            return ""
        whole = self._lengths.get(slot.row) == slot.cell.row_span > 1
        return "rowgroup" if whole and slot.column == 0 else "row"

    def is_set_left(self, slot: Slot) -> bool:
        """Whether the cell's lines are left-aligned, because centred ones would look ragged."""
        if slot.row < self.headers or slot.row in self._subheaders or slot.row in self._banners:
            return _is_long(slot, _LONG_HEADING)
        plain = slot.cell.row_span == 1 and not NUMBER.fullmatch(slot.cell.text)
        return _is_long(slot) or (plain and slot.column in self._left)

    def _columns_set_left(self) -> frozenset[int]:
        """Return the columns that hold a long text below the headings."""
        grid = enumerate(self._table.grid[self.headers :], self.headers)
        rows = (row for row, _ in grid if row not in self._banners | self._subheaders)
        slots = (slot for row in rows for slot in _beginnings(self._table, row))
        return frozenset(slot.column for slot in slots if _is_long(slot))

    def _rows_of_headings(self) -> frozenset[int]:
        """Return the rows below a banner that head the columns of its group."""
        return frozenset(
            banner + 1
            for banner in self._banners
            if banner + 2 < self._table.height
            and not self._banners & {banner + 1, banner + 2}
            and all(cell.content and cell.row_span == 1 for cell in self._table.rows[banner + 1])
            and not holds_numbers(self._table, banner + 1)
            and _holds_figures(self._table, banner + 2)
        )

    def _label_columns(self) -> int:
        """Return how many leading columns hold labels: no number, and few blanks."""
        rows = [
            line
            for row, line in enumerate(self._table.grid[self.headers :], self.headers)
            if row not in self._banners and row not in self._subheaders
        ]
        columns = 0
        while columns < self._table.width and _are_labels([line[columns] for line in rows]):
            columns += 1
        # If no column holds numbers, the first cell still labels its row.
        return columns if columns < self._table.width else min(1, self._table.width - 1)

    def _column_groups(self) -> tuple[int, ...]:
        widths = tuple(slot.cell.column_span for slot in _beginnings(self._table, 0))
        return widths if self.headers and any(width > 1 for width in widths) else ()

    def _bodies(self) -> tuple[range, ...]:
        """Split the rows at the banners, or else around the cells that span rows at the left."""
        starts = {self.headers} | (self._banners or self._edges_at_the_left())
        ends = sorted((starts - self._tied_rows()) | {self._table.height})
        return tuple(range(start, end) for start, end in pairwise(ends))

    def _edges_at_the_left(self) -> set[int]:
        edges = set()
        for line in self._table.grid[self.headers :]:
            first = line[0]
            if first.cell.row_span > 1:
                edges |= {first.row, first.row + first.cell.row_span}
        return edges

    def _tied_rows(self) -> set[int]:
        """Return the rows into which a cell reaches down from the row above."""
        return {
            row
            for row, line in enumerate(self._table.grid)
            if any(slot.row < row for slot in line)
        }


def _holds_figures(table: Table, row: int) -> bool:
    """Whether a row holds a number, or is to hold one in a cell that is blank."""
    return holds_numbers(table, row) or not all(cell.content for cell in table.rows[row])


def _are_labels(slots: list[Slot]) -> bool:
    texts = [slot.cell.text for slot in slots]
    filled = [text for text in texts if text]
    return 2 * len(filled) > len(texts) and not any(NUMBER.fullmatch(text) for text in filled)


def _beginnings(table: Table, row: int) -> Iterator[Slot]:
    line = enumerate(table.grid[row])
    return (slot for column, slot in line if slot.begins_at(row, column))


def _is_long(slot: Slot, most: int = _LONG_TEXT) -> bool:
    text = slot.cell.text
    return (len(text) > most or "\n" in text) and not NUMBER.fullmatch(text)
