"""Grids with the texts in their cells, and tables that go on over several pages."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from govreport.expressions import expression
from govreport.model.grid import Cell, Table
from govreport.readers.printed.cells import cell_text
from govreport.readers.printed.lines import Line, Segment, joined
from govreport.readers.printed.page import Box, Glyph
from govreport.readers.printed.rules import Grid

_SAME_SIDE = 4.0
_OVERRUN = 2.0
"""A line that runs over its cell stands no further from it, in parts of its size."""
_SAME_COLUMN = 3.5
_EDGE = 1.0
_LINE = 4.0
_ONE_NUMBER = 0.09
"""Digits of one number stand no further apart, in parts of their size."""
_FIGURE = expression(r"[\d,，.．%％+-]+")
_ENUMERATED = expression(
    r"\s*(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|\d+\s*[、.．])"
)


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
    """Whether rules draw it; what alignment alone shows says less of blank cells."""

    def row_of_texts(self, row: int) -> list[str]:
        """Return the texts of the cells that begin in a row."""
        found = [cell for cell in self.cells if cell.row == row]
        return [cell.text for cell in sorted(found, key=lambda each: each.column)]

    def table(self) -> Table:
        """Return it as a table of the document's model."""
        rows: list[list[Cell]] = [[] for _ in range(self.height)]
        for cell in sorted(self.cells, key=lambda each: (each.row, each.column)):
            rows[cell.row].append(
                Cell(cell.text, cell.last_row - cell.row, cell.last_column - cell.column)
            )
        return Table(rows)


def is_figure(text: str) -> bool:
    """Whether a text is nothing but a number."""
    return _FIGURE.fullmatch(text) is not None


def table_of(grid: Grid, glyphs: list[Glyph], page: int, width: float) -> PrintedTable:
    """Return a grid with the texts of the glyphs that stand in it."""
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
    """Return the cells between which digits stand as close as those of one number.

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
    """Take out the rows in which no text begins, and the narrow columns that double borders leave.

    Such rows are the seams of double borders, and what the end of a page leaves of a row or of
    the cells beside a merged one.
    """
    filled = [cell for cell in table.cells if cell.text]
    rows = {cell.row for cell in filled}
    columns = {cell.column for cell in filled}
    for number, (left, right) in enumerate(pairwise(grid.columns)):
        if right - left > _SEAM:
            columns.add(number)
    _renumber(table, sorted(rows), sorted(columns))
    table.columns = [grid.columns[number] for number in sorted(columns)] + [grid.columns[-1]]
    return table


def _renumber(table: PrintedTable, rows: list[int], columns: list[int]) -> None:
    """Keep these rows and columns only; what spanned others spans fewer."""
    before_row = _counted(rows, table.height)
    before_column = _counted(columns, len(table.columns) - 1)
    kept = []
    for cell in table.cells:
        cell.row, cell.last_row = before_row[cell.row], before_row[cell.last_row]
        cell.column, cell.last_column = (
            before_column[cell.column],
            before_column[cell.last_column],
        )
        if cell.last_row > cell.row and cell.last_column > cell.column:
            kept.append(cell)
    table.cells = kept
    table.height = len(rows)


def _counted(kept: list[int], length: int) -> list[int]:
    """Return for each line, and the end, how many kept ones stand before it."""
    chosen = set(kept)
    counts = [0]
    for number in range(length):
        counts.append(counts[-1] + (number in chosen))
    return counts


def goes_on(above: PrintedTable, below: PrintedTable) -> bool:
    """Whether a table that opens a page has the sides of the one that closed the page before."""
    return (
        above.ruled
        and below.ruled
        and below.page == above.page + 1
        and abs(above.box.left - below.box.left) < _SAME_SIDE
        and abs(above.box.right - below.box.right) < _SAME_SIDE
    )


def overrunning_cells(
    table: PrintedTable, line: Line, met: list[Box]
) -> list[tuple[PrintedCell, str]]:
    """Return the cells that the parts of a line run over, each with its text.

    That is where each part stands in one column, close above or below the table or the lines of
    it that were `met` before, and is no figure; none for a line that is no part of the table.
    """
    below = line.box.top > table.box.bottom - line.size
    gap = min(line.box.top - box.bottom if below else box.top - line.box.bottom for box in met)
    if gap > _OVERRUN * line.size:
        return []
    if below:
        row = [cell for cell in table.cells if cell.last_row == table.height]
    else:
        row = [cell for cell in table.cells if cell.row == 0]
    cells = [_cell_around(segment, row, table.columns) for segment in line.segments]
    found = zip(cells, line.segments, strict=True)
    over = [(cell, segment.text) for cell, segment in found if cell is not None]
    whole = len(over) == len(cells) and not any(map(is_figure, (text for _, text in over)))
    return over if whole else []


def _cell_around(
    segment: Segment, row: list[PrintedCell], columns: list[float]
) -> PrintedCell | None:
    """Return the cell of a row in whose columns a text stands, None where that holds a figure."""
    for cell in row:
        if columns[cell.column] <= segment.left and segment.right <= columns[cell.last_column]:
            return None if cell.digits else cell
    return None


def put_together(above: PrintedTable, below: PrintedTable) -> list[str]:
    """Add the rows of a table that goes on to the one it goes on from; return what was left out.

    Both are put on the columns of the two together; a head that is printed again is left out; a
    cell that the end of the page cut is made whole.
    """
    _common_columns(above, below)
    repeated = _repeated_head(above, below)
    left_out = []
    for row in range(repeated):
        left_out += [text for text in below.row_of_texts(row) if text]
    if repeated:
        _renumber(below, list(range(repeated, below.height)), list(range(len(below.columns) - 1)))
    if below.height:
        _join(above, below)
    above.page = below.page
    above.box = below.box
    above.doubts += below.doubts
    above.recognised += below.recognised
    return left_out


def _common_columns(above: PrintedTable, below: PrintedTable) -> None:
    """Put both on the columns of the two together; those of one table stay apart, however narrow."""
    rests = [list(above.columns), list(below.columns)]
    numbers: tuple[list[int], list[int]] = ([], [])
    places: list[float] = []
    while any(rests):
        first = min(rest[0] for rest in rests if rest)
        same = all(rests) and _is_same_column(*rests)
        for rest, number in zip(rests, numbers, strict=True):
            if rest and (same or rest[0] == first):
                number.append(len(places))
                del rest[0]
        places.append(first)
    for table, number in zip((above, below), numbers, strict=True):
        for cell in table.cells:
            cell.column, cell.last_column = number[cell.column], number[cell.last_column]
        table.columns = places


def _is_same_column(one: list[float], other: list[float]) -> bool:
    """Whether two lists begin with the same place, none further on being nearer to it."""
    apart = abs(one[0] - other[0])
    nearer = [abs(each - other[0]) for each in one[1:2]] + [
        abs(each - one[0]) for each in other[1:2]
    ]
    return apart <= _SAME_COLUMN and all(apart <= each for each in nearer)


def _repeated_head(above: PrintedTable, below: PrintedTable) -> int:
    """Return how many rows at the top of a table repeat those of the one it goes on from."""
    count = 0
    while count < min(above.height, below.height):
        texts = below.row_of_texts(count)
        figures = any(map(is_figure, texts))
        if not any(texts) or figures or texts != above.row_of_texts(count):
            break
        count += 1
    # A head ends where no cell reaches further down.
    while count and any(cell.row < count < cell.last_row for cell in below.cells):
        count -= 1
    return count


class _Pair(NamedTuple):
    """A cell that ends a page's part of a table, and the one that begins the next in its columns."""

    one: PrintedCell
    other: PrintedCell

    @property
    def are_digits(self) -> bool:
        """Whether both are figures."""
        return self.one.digits and self.other.digits

    @property
    def span_rows(self) -> bool:
        """Whether either reaches over more than one row."""
        return self.one.spans_rows or self.other.spans_rows

    @property
    def may_go_on(self) -> bool:
        """Whether a text below is the rest of one that left no room for more."""
        one, other = self
        return not one.text or (one.full and not _ENUMERATED.match(other.text))

    def text(self) -> str:
        """Return what both say together."""
        one, other = self
        if not self.are_digits and (one.full or not other.text):
            return joined(one.text, other.text)
        return "\n".join(filter(None, (one.text, other.text)))


def _join(above: PrintedTable, below: PrintedTable) -> None:
    pairs = list(_pairs(above, below))
    cut = _row_is_cut(pairs, below)
    offset = above.height - cut
    same = [pair for pair in pairs if cut or _same_cell(*pair)]
    for pair in same:
        if pair.are_digits:
            above.doubts.append(pair.text())
        one, other = pair
        one.text, one.full = pair.text(), other.full
        one.last_row = max(one.last_row, other.last_row + offset)
    merged = {id(pair.other) for pair in same}
    for cell in below.cells:
        if id(cell) not in merged:
            cell.row += offset
            cell.last_row += offset
            above.cells.append(cell)
    above.height = offset + below.height


def _pairs(above: PrintedTable, below: PrintedTable) -> Iterator[_Pair]:
    first = [cell for cell in below.cells if cell.row == 0]
    for one in above.cells:
        if one.last_row == above.height:
            for other in first:
                if (one.column, one.last_column) == (other.column, other.last_column):
                    yield _Pair(one, other)


def _row_is_cut(pairs: list[_Pair], below: PrintedTable) -> bool:
    """Whether the first row on a page is the rest of the last row on the page before.

    Its cells match, it has no more than the rest of a label and of cells that are full, and no
    number stands in both but where digits may have been cut off.
    """
    single = [pair for pair in pairs if not pair.span_rows]
    covered = sum(other.last_column - other.column for _, other in pairs)
    if not single or covered != len(below.columns) - 1:
        return False
    labels = [pair for pair in single if pair.other.text and not pair.other.digits]
    if not all(pair.may_go_on for pair in labels):
        return False
    both = any(pair.are_digits for pair in single)
    # Figures alone: the tail of the row before, or a row without a label.
    return not both and any(pair.one.text for pair in labels) if labels else both


def _same_cell(one: PrintedCell, other: PrintedCell) -> bool:
    """Whether two cells at a page's end are one that reaches over it."""
    if one.digits or other.digits or not (one.spans_rows or other.spans_rows):
        return False
    if not other.text:
        return bool(one.text)
    return not one.text or not _ENUMERATED.match(other.text)
