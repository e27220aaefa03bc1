"""Grids with the texts in their cells, and tables that go on over several pages."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from govreport.expressions import expression
from govreport.model.grid import Cell, Table
from govreport.readers.printed.cells import cell_text
from govreport.readers.printed.page import Box, Glyph
from govreport.readers.printed.rules import Grid

_EDGE = 1.0
_LINE = 4.0
_ONE_NUMBER = 0.09
"""Digits of one number are at most this far apart, in parts of their size."""
_FIGURE = expression(r"[\d,，.．%％+-]+")


@dataclass(slots=True)
class PrintedCell:
    """A cell of a table: the lines of its grid that it reaches from and to, and its text."""

    row: int
    column: int
    last_row: int
    last_column: int
    text: str = ""
    full: bool = False
    """Whether its last line of print left no room for more."""
    digits: bool = False

    @property
    def spans_rows(self) -> bool:
        """Whether it reaches over more than one row."""
        return self.last_row - self.row > 1


@dataclass(slots=True)
class PrintedTable:
    """A table: the edges of its columns, how many rows it has, and its cells.

    `doubts` quote what of it the page may have cut, and `recognised` the rows that hold text
    which a program recognised in a picture.
    """

    page: int
    box: Box
    columns: list[float]
    height: int
    cells: list[PrintedCell]
    doubts: list[str] = field(default_factory=list)
    recognised: list[str] = field(default_factory=list)
    ruled: bool = True
    """Whether rules draw it; mere alignment shows less about blank cells."""

    def row_of_texts(self, row: int) -> list[str]:
        """Return the texts of the cells that begin in a row."""
        found = [cell for cell in self.cells if cell.row == row]
        return [cell.text for cell in sorted(found, key=lambda each: each.column)]

    def put_on(self, columns: list[float], numbers: list[int]) -> None:
        """Put the cells on other columns; each of their own is now the one of that number."""
        self.columns = columns
        for cell in self.cells:
            cell.column, cell.last_column = numbers[cell.column], numbers[cell.last_column]

    def keep(self, rows: list[int], columns: list[int]) -> None:
        """Keep only these rows and columns; cells that spanned others span fewer."""
        row_at = _counted(rows, self.height)
        column_at = _counted(columns, len(self.columns) - 1)
        kept = []
        for cell in self.cells:
            cell.row, cell.last_row = row_at[cell.row], row_at[cell.last_row]
            cell.column, cell.last_column = column_at[cell.column], column_at[cell.last_column]
            if cell.last_row > cell.row and cell.last_column > cell.column:
                kept.append(cell)
        self.cells = kept
        self.height = len(rows)

    def table(self) -> Table:
        """Return it as a table of the document model."""
        rows: list[list[Cell]] = [[] for _ in range(self.height)]
        for cell in sorted(self.cells, key=lambda each: (each.row, each.column)):
            rows[cell.row].append(
                Cell(cell.text, cell.last_row - cell.row, cell.last_column - cell.column)
            )
        return Table(rows)


def is_figure(text: str) -> bool:
    """Whether a text is only a number."""
    return _FIGURE.fullmatch(text) is not None


def table_of(grid: Grid, glyphs: list[Glyph], page: int, width: float) -> PrintedTable:
    """Return a grid with the texts of the glyphs in it."""
    of_cells: dict[int, list[Glyph]] = {}
    places = _places(grid)
    for glyph in glyphs:
        number = places[_position(grid, glyph.box.across, glyph.box.down)]
        of_cells.setdefault(number, []).append(glyph)
    crossed = _crossed(of_cells)
    table = PrintedTable(page, grid.box, list(grid.columns), len(grid.rows) - 1, [])
    for number, cell in enumerate(grid.cells):
        inside = of_cells.get(number, [])
        text, full = cell_text(inside, cell.box)
        doubtful = number in crossed or _is_clipped(cell.box, width)
        if doubtful and any(map(str.isdigit, text)):
            table.doubts.append(text)
            text = ""
        if text and any(glyph.recognised for glyph in inside):
            table.recognised.append(text)
        sides = cell.row, cell.column, cell.last_row, cell.last_column
        table.cells.append(PrintedCell(*sides, text, full, is_figure(text)))
    return _without_seams(table, grid)


def _is_clipped(box: Box, width: float) -> bool:
    """Whether a cell touches a side of its page."""
    return box.right > width - _EDGE or box.left < _EDGE


def _places(grid: Grid) -> dict[tuple[int, int], int]:
    return {
        (row, column): number
        for number, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.last_row)
        for column in range(cell.column, cell.last_column)
    }


def _position(grid: Grid, across: float, down: float) -> tuple[int, int]:
    row = bisect_right(grid.rows, down) - 1
    column = bisect_right(grid.columns, across) - 1
    return min(max(row, 0), len(grid.rows) - 2), min(max(column, 0), len(grid.columns) - 2)


def _crossed(of_cells: dict[int, list[Glyph]]) -> set[int]:
    """Return the cells between which digits are as close as those of one number.

    A figure that is wider than its cell runs into the next, and its digits with it.
    """
    digits = [
        (glyph, number)
        for number, inside in of_cells.items()
        for glyph in inside
        if not glyph.turn and glyph.text.isdigit()
    ]
    digits.sort(key=lambda each: (each[0].box.left, each[0].box.down))
    crossed: set[int] = set()
    last: dict[int, tuple[Glyph, int]] = {}
    for glyph, number in digits:
        line = round(glyph.box.down / _LINE)
        for near in (line - 1, line, line + 1):
            before = last.get(near)
            if before is None or before[1] == number:
                continue
            gap = glyph.box.left - before[0].box.right
            if abs(gap) < _ONE_NUMBER * glyph.size:
                crossed |= {number, before[1]}
        last[line] = (glyph, number)
    return crossed


_SEAM = 5.0


def _without_seams(table: PrintedTable, grid: Grid) -> PrintedTable:
    """Remove the rows in which no text begins, and the narrow columns of double borders.

    Such rows are the gaps of double borders, and what the end of a page leaves of a row or of
    the cells next to a merged one.
    """
    filled = [cell for cell in table.cells if cell.text]
    rows = {cell.row for cell in filled}
    columns = {cell.column for cell in filled}
    for number, (left, right) in enumerate(pairwise(grid.columns)):
        if right - left > _SEAM:
            columns.add(number)
    table.keep(sorted(rows), sorted(columns))
    table.columns = [grid.columns[number] for number in sorted(columns)] + [grid.columns[-1]]
    return table


def _counted(kept: list[int], length: int) -> list[int]:
    """Return for each line, and the end, how many kept ones are before it."""
    chosen = set(kept)
    counts = [0]
    for number in range(length):
        counts.append(counts[-1] + (number in chosen))
    return counts
