"""Tables as rows of cells with their spans, and the one routine that places them in a grid."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, Union, cast

from govreport.errors import InvalidDocumentError
from govreport.model.shown import ShownAsPage
from govreport.model.text import clean_text

Content = Union[str, "Table"]

_set = object.__setattr__

MOST_ROWS_SPANNED = 65_534
MOST_COLUMNS_SPANNED = 1_000
"""The most that a cell may span in HTML (the HTML standard, 4.9.11), hence in any document."""

DEEPEST_TABLE = 50
"""The deepest nesting of tables; pages and Word files have a handful."""


@dataclass(frozen=True, slots=True, init=False)
class Cell:
    """One cell: its content and how many rows and columns it spans.

    `content` may be given as a string, or as a sequence of texts and nested tables in the order
    in which they are printed. It is stored as a tuple without empty texts, neighbouring texts
    joined by a line break, so a blank cell has the content `()`.
    """

    content: tuple[Content, ...] = ()
    row_span: int = 1
    column_span: int = 1
    text: str = field(init=False, repr=False, compare=False, default="")
    r"""The cell's own text without that of nested tables, lines separated by `\\n`."""

    def __init__(
        self, content: str | Iterable[Content] = (), row_span: int = 1, column_span: int = 1
    ) -> None:
        if not (
            type(row_span) is type(column_span) is int
            and 0 < row_span <= MOST_ROWS_SPANNED
            and 0 < column_span <= MOST_COLUMNS_SPANNED
        ):
            raise InvalidDocumentError(
                f"a cell spans {row_span!r} rows and {column_span!r} columns; both must be at"
                f" least 1 and whole, and at most {MOST_ROWS_SPANNED} rows and"
                f" {MOST_COLUMNS_SPANNED} columns, because HTML allows no more"
            )
        parts: tuple[Content, ...]
        if isinstance(content, str):
            text = clean_text(content, "a cell")
            parts = (text,) if text else ()
        else:
            parts = _canonical(content)
            text = "\n".join([part for part in parts if isinstance(part, str)])
        _fill(self, parts, text, row_span, column_span)

    @property
    def tables(self) -> tuple["Table", ...]:
        """The tables nested in the cell, in order."""
        if len(self.content) == bool(self.text):
            return ()
        return tuple(part for part in self.content if isinstance(part, Table))

    def spanning(self, row_span: int, column_span: int) -> "Cell":
        """Return a cell of the same content that spans so many rows and columns."""
        if (row_span, column_span) == (self.row_span, self.column_span):
            return self
        # The content is canonical already, and need not be made so again.
        cell = object.__new__(Cell)
        _fill(cell, self.content, self.text, row_span, column_span)
        return cell


def _fill(cell: Cell, content: tuple[Content, ...], text: str, rows: int, columns: int) -> None:
    _set(cell, "content", content)
    _set(cell, "text", text)
    _set(cell, "row_span", rows)
    _set(cell, "column_span", columns)


def _canonical(parts: Iterable[Content]) -> tuple[Content, ...]:
    content: list[Content] = []
    for part in parts:
        if isinstance(part, Table):
            content.append(part)
        elif text := clean_text(part, "a cell"):
            if content and isinstance(content[-1], str):
                text = f"{content.pop()}\n{text}"
            content.append(text)
    return tuple(content)


_BLANK = Cell()
_content = attrgetter("content")
_spans = attrgetter("row_span", "column_span")
_UNSPANNED = frozenset(((1, 1),))
_SHORT = 64
_MOST_KNOWN = 4_096
_known: dict[tuple[str, int, int] | str, Cell] = {}


def text_cell(text: str, row_span: int = 1, column_span: int = 1) -> Cell:
    """Return a cell with a text; cells with short texts are cached.

    Cells are immutable, and most of a report's are blank or hold "0" or a label of the statute.
    """
    key = text if row_span == column_span == 1 else (text, row_span, column_span)
    cell = _known.get(key)
    if cell is None:
        cell = Cell(text, row_span, column_span)
        if len(text) <= _SHORT:
            if len(_known) >= _MOST_KNOWN:
                _known.clear()
            _known[key] = cell
    return cell


class Slot(NamedTuple):
    """One position of a table's grid: the cell that covers it and where that cell begins.

    `filled_up` says that no cell was given for the position, because its row was too short.
    """

    cell: Cell
    row: int
    column: int
    filled_up: bool = False

    def begins_at(self, row: int, column: int) -> bool:
        """Whether the cell begins at this very position."""
        return self.row == row and self.column == column


_slot = tuple.__new__
"""Builds a slot from all its fields in half the time."""


@dataclass(frozen=True, slots=True, init=False)
class Table(ShownAsPage):
    """Any table: rows of cells, each row holding the cells that begin in it.

    The rows are laid out as HTML lays them out: a cell takes the first position of its row that
    no cell above reaches down to. Construction makes the result a full rectangle in which every
    position belongs to exactly one cell: spans are cut at the edge of the table or at another
    cell, open positions become blank cells, and a row or column in which no cell begins
    is removed, because it would not be visible. A table has at least one position, and at most
    `DEEPEST_TABLE` tables are nested in one another.
    """

    rows: tuple[tuple[Cell, ...], ...]
    _grid: tuple[tuple[Slot, ...], ...] = field(init=False, repr=False, compare=False, default=())
    _depth: int = field(init=False, repr=False, compare=False, default=1)

    def __init__(self, rows: Iterable[Iterable[Cell | str]]) -> None:
        given = [_cells(row) for row in rows]
        if not any(given):
            raise InvalidDocumentError("a table needs at least one cell")
        grid, beginning = place(given)
        if not (all(given) and _every_column_begins(grid)):
            grid = _without_idle_lines(grid)
            beginning = [
                [slot.cell for column, slot in enumerate(line) if slot.begins_at(row, column)]
                for row, line in enumerate(grid)
            ]
        _set(self, "rows", tuple(map(tuple, beginning)))
        _set(self, "_grid", grid)
        _set(self, "_depth", _checked_depth(self.rows))

    @property
    def grid(self) -> tuple[tuple[Slot, ...], ...]:
        """Every position, row by row: a rectangle of `height` by `width` slots."""
        return self._grid

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self._grid)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self._grid[0])

    @property
    def has_nested(self) -> bool:
        """Whether any cell holds a table."""
        return self._depth > 1

    @property
    def has_spans(self) -> bool:
        """Whether any cell covers more than one position."""
        return any(cell.row_span > 1 or cell.column_span > 1 for row in self.rows for cell in row)

    def completed(self) -> "Table":
        """Return the same table with a cell given for every position, in nested tables too.

        This is what a written file holds, which has no rows shorter than others.
        """
        if not self.has_nested and not any(
            slot.filled_up for line in self._grid for slot in line
        ):
            return self
        return Table([_completed(cell) for cell in row] for row in self.rows)

    def unmerged(self) -> "Table":
        """Return the table with every covered position as a blank cell of its own.

        This is what pipe-delimited text shows of a table.
        """
        if not self.has_spans:
            return self
        return Table(
            [
                slot.cell.spanning(1, 1) if slot.begins_at(row, column) else _BLANK
                for column, slot in enumerate(line)
            ]
            for row, line in enumerate(self._grid)
        )

    def collapsed(self) -> "Table":
        """Return the table as Word stores its rows, one cell for each span of columns.

        A cell that spans rows is followed by one blank cell in each further row. This is what
        tab-indented text shows of a table; short rows are filled up at their end.
        """
        if not self.has_spans:
            return self
        return Table(list(row) for row in self.word_rows())

    def word_rows(self) -> Iterator[list[Cell]]:
        """Yield each row's cells as Word stores them: a blank cell continues one from above."""
        for row, line in enumerate(self._grid):
            yield [
                slot.cell.spanning(1, 1) if slot.row == row else _BLANK
                for column, slot in enumerate(line)
                if slot.column == column
            ]


def _cells(given: Iterable[Cell | str]) -> list[Cell]:
    """Return the cells of a row, some of which may be given as texts."""
    row = list(given)
    if set(map(type, row)) <= {Cell}:
        return cast(list[Cell], row)
    return [cell if isinstance(cell, Cell) else _cell(cell) for cell in row]


def _cell(content: str | Iterable[Content]) -> Cell:
    return text_cell(content) if type(content) is str else Cell(content)


def _completed(cell: Cell) -> Cell:
    if not cell.tables:
        return cell
    content = [part if isinstance(part, str) else part.completed() for part in cell.content]
    return Cell(content, cell.row_span, cell.column_span)


def _every_column_begins(grid: tuple[tuple[Slot, ...], ...]) -> bool:
    """Whether a cell begins in every column; a few rows show it in most tables."""
    begun: set[int] = set()
    for line in grid:
        begun.update([column for _, _, column, _ in line])
        if len(begun) == len(line):
            return True
    return False


def _without_idle_lines(
    grid: tuple[tuple[Slot, ...], ...],
) -> tuple[tuple[Slot, ...], ...]:
    """Return the grid without the rows and columns in which no cell begins."""
    slots = {id(slot): slot for line in grid for slot in line}.values()
    rows = sorted({slot.row for slot in slots})
    columns = sorted({slot.column for slot in slots})
    if len(rows) == len(grid) and len(columns) == len(grid[0]):
        return grid
    row_of = _renumbered(rows, len(grid))
    column_of = _renumbered(columns, len(grid[0]))
    moved = {
        id(slot): Slot(
            slot.cell.spanning(
                row_of[slot.row + slot.cell.row_span] - row_of[slot.row],
                column_of[slot.column + slot.cell.column_span] - column_of[slot.column],
            ),
            row_of[slot.row],
            column_of[slot.column],
            slot.filled_up,
        )
        for slot in slots
    }
    return tuple(tuple(moved[id(grid[row][column])] for column in columns) for row in rows)


def _renumbered(kept: list[int], length: int) -> list[int]:
    """Return for each line, and the end, how many kept lines stand before it."""
    numbers = []
    count = 0
    for line in range(length):
        numbers.append(count)
        count += count < len(kept) and kept[count] == line
    return [*numbers, count]


def _checked_depth(rows: Iterable[Iterable[Cell]]) -> int:
    parts = chain.from_iterable(map(_content, chain.from_iterable(rows)))
    nested = [part._depth for part in parts if not isinstance(part, str)]
    depth = 1 + max(nested, default=0)
    if depth > DEEPEST_TABLE:
        raise InvalidDocumentError(
            f"more than {DEEPEST_TABLE} tables are nested in one another; take some of them out"
        )
    return depth


def place(rows: list[list[Cell]]) -> tuple[tuple[tuple[Slot, ...], ...], list[list[Cell]]]:
    """Lay cells out by the HTML standard's table algorithm and fill the rectangle.

    Takes the cells that begin in each row; returns every position's slot, row by row, and the
    cells that then begin. A span that reaches below the last row or into a cell from above is
    cut, so that each position belongs to one cell. Linear in the number of positions.
    """
    lines: list[list[Slot]] = []
    beginning: list[list[Cell]] = []
    # The slots that reach down into each further row, by their columns.
    reaching: list[dict[int, Slot]] = [{} for _ in rows]
    for row, cells in enumerate(rows):
        line: list[Slot] = []
        above = reaching[row]
        _take_reached(line, above)
        # In most rows nothing spans, and only labels before all cells reach down into them.
        if not above and _UNSPANNED.issuperset(map(_spans, cells)):
            line += [
                _slot(Slot, (cell, row, at, False)) for at, cell in enumerate(cells, len(line))
            ]
            beginning.append(list(cells))
        else:
            beginning.append(_laid_out(line, cells, row, reaching))
        lines.append(line)
    width = max(map(len, lines))
    for row, line in enumerate(lines):
        if len(line) < width:
            _fill_up(line, beginning[row], row, width)
    return tuple(map(tuple, lines)), beginning


def _take_reached(line: list[Slot], above: dict[int, Slot]) -> None:
    """Go on with what reaches down to the next positions of a line."""
    while above and (reached := above.pop(len(line), None)) is not None:
        line.append(reached)


def _laid_out(
    line: list[Slot], cells: list[Cell], row: int, reaching: list[dict[int, Slot]]
) -> list[Cell]:
    """Lay the cells of a row out behind what its line holds; return the cells that then begin."""
    above = reaching[row]
    begins: list[Cell] = []
    for cell in cells:
        if above:
            _take_reached(line, above)
        column = len(line)
        if cell.row_span == cell.column_span == 1:
            begins.append(cell)
            line.append(_slot(Slot, (cell, row, column, False)))
            continue
        cell = _fitting(cell, column, above, len(reaching) - row)
        begins.append(cell)
        slot = _slot(Slot, (cell, row, column, False))
        line.extend([slot] * cell.column_span)
        below = dict.fromkeys(range(column, len(line)), slot)
        for further in reaching[row + 1 : row + cell.row_span]:
            further.update(below)
    for column in sorted(above):
        _fill_up(line, begins, row, column)
        line.append(above[column])
    return begins


def _fitting(cell: Cell, column: int, above: dict[int, Slot], rows_left: int) -> Cell:
    """Return a cell whose spans are cut at the last row and at what reaches down beside it."""
    width = cell.column_span
    if above:
        width = next((each for each in range(1, width) if column + each in above), width)
    return cell.spanning(min(cell.row_span, rows_left), width)


def _fill_up(line: list[Slot], begins: list[Cell], row: int, width: int) -> None:
    """Give a row that is shorter a blank cell for each position up to that width."""
    blank = range(len(line), width)
    line.extend([Slot(_BLANK, row, column, filled_up=True) for column in blank])
    begins.extend([_BLANK] * len(blank))
