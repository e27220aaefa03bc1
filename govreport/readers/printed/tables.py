"""Grids with the texts in their cells, and tables that go on over several pages."""

from bisect import bisect_right
from dataclasses import dataclass, field

from govreport.expressions import expression
from govreport.model.grid import Cell, Table
from govreport.readers.printed.cells import cell_text
from govreport.readers.printed.lines import Line, joined
from govreport.readers.printed.page import Box, Glyph
from govreport.readers.printed.rules import Grid

_SAME_SIDE = 4.0
_OVERRUN = 2.0
"""A line that runs over its cell is at most this far from it, in parts of its size."""
_SAME_COLUMN = 3.5
_EDGE = 1.0
_LINE = 4.0
_ONE_NUMBER = 0.09
"""Digits of one number are at most this far apart, in parts of their size."""
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
    """Whether rules draw it; mere alignment shows less about blank cells."""

    def row_of_texts(self, row: int) -> list[str]:
        """Return the texts of the cells that begin in a row."""
        found = [cell for cell in self.cells if cell.row == row]
        return [cell.text for cell in sorted(found, key=lambda each: each.column)]

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
        clipped = cell.box.right > width - _EDGE or cell.box.left < _EDGE
        if (clipped or number in crossed) and any(each.isdigit() for each in text):
            table.doubts.append(text)
            text = ""
        if text and any(glyph.recognised for glyph in inside):
            table.recognised.append(text)
        table.cells.append(
            PrintedCell(
                cell.row,
                cell.column,
                cell.last_row,
                cell.last_column,
                text,
                full,
                is_figure(text),
            )
        )
    return _without_seams(table, grid)


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
    filled_rows = {cell.row for cell in table.cells if cell.text}
    filled_columns = {cell.column for cell in table.cells if cell.text}
    rows = [number for number in range(table.height) if number in filled_rows]
    columns = [
        number
        for number in range(len(grid.columns) - 1)
        if grid.columns[number + 1] - grid.columns[number] > _SEAM or number in filled_columns
    ]
    _renumber(table, rows, columns)
    table.columns = [grid.columns[number] for number in columns] + [grid.columns[-1]]
    return table


def _renumber(table: PrintedTable, rows: list[int], columns: list[int]) -> None:
    """Keep only these rows and columns; cells that spanned others span fewer."""
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
    """Return for each line, and the end, how many kept ones are before it."""
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

    That is the case if each part is in one column, close above or below the table or those of its
    lines that were `met` before, and is not a figure; none if the line is not part of the table.
    """
    below = line.box.top > table.box.bottom - line.size
    gap = min(line.box.top - box.bottom if below else box.top - line.box.bottom for box in met)
    if gap > _OVERRUN * line.size:
        return []
    row = table.height if below else 0
    found = []
    for segment in line.segments:
        cell = next(
            (
                cell
                for cell in table.cells
                if (cell.last_row if below else cell.row) == row
                and table.columns[cell.column] <= segment.left
                and segment.right <= table.columns[cell.last_column]
            ),
            None,
        )
        if cell is None or cell.digits or is_figure(segment.text):
            return []
        found.append((cell, segment.text))
    return found


def put_together(above: PrintedTable, below: PrintedTable) -> list[str]:
    """Add the rows of a continuation to its table; return what was left out.

    Both get the columns of the two together; a repeated head is left out; a cell that the end of
    the page cut is joined.
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
    """Give both the columns of the two together; columns of one table stay separate."""
    one, other = above.columns, below.columns
    places: list[float] = []
    numbers: tuple[list[int], list[int]] = ([], [])
    while len(numbers[0]) < len(one) or len(numbers[1]) < len(other):
        rest = one[len(numbers[0]) :], other[len(numbers[1]) :]
        first = min(each[0] for each in rest if each)
        same = rest[0] and rest[1] and _is_same_column(*rest)
        for number, each in zip(numbers, rest, strict=True):
            if each and (same or each[0] == first):
                number.append(len(places))
        places.append(first)
    for table, number in ((above, numbers[0]), (below, numbers[1])):
        for cell in table.cells:
            cell.column, cell.last_column = number[cell.column], number[cell.last_column]
        table.columns = places


def _is_same_column(one: list[float], other: list[float]) -> bool:
    """Whether two lists begin with the same position, none later being closer to it."""
    apart = abs(one[0] - other[0])
    nearer = [abs(each - other[0]) for each in one[1:2]] + [
        abs(each - one[0]) for each in other[1:2]
    ]
    return apart <= _SAME_COLUMN and all(apart <= each for each in nearer)


def _repeated_head(above: PrintedTable, below: PrintedTable) -> int:
    """Return how many rows at the top of a table repeat those of the table that it continues."""
    count = 0
    while count < min(above.height, below.height):
        texts = below.row_of_texts(count)
        figures = any(map(is_figure, texts))
        if not any(texts) or figures or texts != above.row_of_texts(count):
            break
        count += 1
    # A head ends below cells that reach no further down.
    while count and any(cell.row < count < cell.last_row for cell in below.cells):
        count -= 1
    return count


def _join(above: PrintedTable, below: PrintedTable) -> None:
    last = [cell for cell in above.cells if cell.last_row == above.height]
    first = [cell for cell in below.cells if cell.row == 0]
    pairs = [
        (one, other)
        for one in last
        for other in first
        if (one.column, one.last_column) == (other.column, other.last_column)
    ]
    offset = above.height
    cut = _row_is_cut(pairs, below)
    if cut:
        offset -= 1
    merged = []
    for one, other in pairs:
        if cut or _same_cell(one, other):
            both = f"{one.text}\n{other.text}" if one.digits and other.digits else None
            if both is not None:
                above.doubts.append(both)
            between = joined(one.text, other.text) if one.full or not other.text else None
            text = both or between or "\n".join(filter(None, (one.text, other.text)))
            one.text, one.full = text, other.full
            one.last_row = max(one.last_row, other.last_row + offset)
            merged.append(other)
    for cell in below.cells:
        if not any(cell is other for other in merged):
            cell.row += offset
            cell.last_row += offset
            above.cells.append(cell)
    above.height = offset + below.height


def _row_is_cut(pairs: list[tuple[PrintedCell, PrintedCell]], below: PrintedTable) -> bool:
    """Whether the first row on a page is the rest of the last row on the page before.

    Its cells match, it holds only the rest of a label and of full cells, and no number is in
    both unless digits may have been cut off.
    """
    single = [pair for pair in pairs if not (pair[0].spans_rows or pair[1].spans_rows)]
    covered = sum(other.last_column - other.column for _, other in pairs)
    if not single or covered != len(below.columns) - 1:
        return False
    texts = [(one, other) for one, other in single if other.text and not other.digits]
    if any(not one.full or _ENUMERATED.match(other.text) for one, other in texts if one.text):
        return False
    both = [pair for pair in single if pair[0].digits and pair[1].digits]
    if texts:
        return not both and any(one.text for one, _ in texts)
    # Figures alone: the tail of the row before, or a row without a label.
    return bool(both) and all(not other.text or other.digits for _, other in single)


def _same_cell(one: PrintedCell, other: PrintedCell) -> bool:
    """Whether two cells at a page's end are one that reaches over it."""
    if one.digits or other.digits or not (one.spans_rows or other.spans_rows):
        return False
    if not other.text:
        return bool(one.text)
    return not one.text or not _ENUMERATED.match(other.text)
