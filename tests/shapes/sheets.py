"""A report on its way to a source: tables before they are laid out, grids, lines, and their truth.

A number carries the cell of the statute that it belongs to, wherever a rearrangement puts it. So
the truth of a source is read off what it shows (`Report.truth`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

Key = tuple[str, str, str]
"""A cell of the statute: table, row, column."""


@dataclass(frozen=True)
class Number:
    """What a cell prints for a number; `value` is what it states, None for a blank.

    `key` is the cell of the statute, None if the number is of another quantity.
    """

    text: str
    value: Decimal | None = None
    key: Key | None = None
    implies: tuple[Key, ...] = ()
    """Cells that the source does not show, but whose value follows from this one."""
    raised: str = ""
    """A mark of a note after the number, printed above the line where the format can."""


BLANK = Number("")


@dataclass(frozen=True)
class Axis:
    """A row or a column: its labels from the outermost to its own, its key in the statute."""

    path: tuple[str, ...]
    key: str | None = None

    @property
    def label(self) -> str:
        """The innermost label, empty if there is none."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True)
class Matrix:
    """Rows and columns with a number where they cross."""

    rows: tuple[Axis, ...]
    columns: tuple[Axis, ...]
    numbers: tuple[tuple[Number, ...], ...]
    corner: str = ""
    caption: str = ""
    """Printed in a row of its own above the header, across the whole table."""
    header: bool = True
    number_label: str | None = None
    """The header above the numbers of rows, where the first column of labels holds those."""

    def __post_init__(self) -> None:
        assert len(self.numbers) == len(self.rows)
        assert all(len(row) == len(self.columns) for row in self.numbers)

    def with_rows(self, rows: list[tuple[Axis, tuple[Number, ...]]]) -> "Matrix":
        """Return the matrix with other rows, given with their numbers."""
        return replace(
            self,
            rows=tuple(axis for axis, _ in rows),
            numbers=tuple(numbers for _, numbers in rows),
        )

    def with_columns(self, columns: list[tuple[Axis, tuple[Number, ...]]]) -> "Matrix":
        """Return the matrix with other columns, given with their numbers from top to bottom."""
        return self.turned().with_rows(columns).turned()

    def lines(self) -> list[tuple[Axis, tuple[Number, ...]]]:
        """Return the rows with their numbers."""
        return list(zip(self.rows, self.numbers, strict=True))

    def stacks(self) -> list[tuple[Axis, tuple[Number, ...]]]:
        """Return the columns with their numbers."""
        return self.turned().lines()

    def turned(self) -> "Matrix":
        """Return the matrix with its rows as columns."""
        numbers = tuple(tuple(row[at] for row in self.numbers) for at in range(len(self.columns)))
        return replace(self, rows=self.columns, columns=self.rows, numbers=numbers)

    def each(self, change: Callable[[Number], Number]) -> "Matrix":
        """Return the matrix with each number changed."""
        return replace(
            self, numbers=tuple(tuple(change(each) for each in row) for row in self.numbers)
        )


@dataclass(frozen=True)
class Sheet:
    """A table before it is laid out: the matrices that stand below each other in one grid."""

    kind: str
    edition: int | None
    matrices: tuple[Matrix, ...]
    form: tuple[tuple[tuple[Axis, ...], tuple[Axis, ...]], ...] = ()
    """The rows and columns of the matrices as the form has them."""

    @property
    def is_form(self) -> bool:
        """Whether rows and columns are still those of the form."""
        return self.form == tuple((each.rows, each.columns) for each in self.matrices)

    def each(self, change: Callable[[Matrix], Matrix]) -> "Sheet":
        """Return the sheet with each matrix changed."""
        return replace(self, matrices=tuple(change(each) for each in self.matrices))


@dataclass(frozen=True)
class Cell:
    """A cell of a grid; `numbers` are those of the statute that it states."""

    text: str
    width: int = 1
    height: int = 1
    numbers: tuple[Number, ...] = ()
    is_header: bool = False
    is_label: bool = False

    @property
    def raised(self) -> str:
        """The mark of a note that stands raised after the text."""
        return self.numbers[0].raised if self.numbers else ""


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """A table as it is shown: in each row the cells that begin there."""

    rows: tuple[Row, ...]
    kind: str = ""
    heading_rows: int = 0
    """How many rows at the top hold headers alone."""
    is_form: bool = False
    """Whether rows and columns are those of the form."""
    columns: tuple[Axis, ...] = ()
    """The columns of its last header, or those that it had if none is printed."""

    def with_rows(self, rows: list[Row]) -> "Grid":
        """Return the grid with other rows."""
        return replace(self, rows=tuple(rows))

    def places(self) -> list[list[tuple[Cell, bool]]]:
        """Return each place of the grid: the cell that covers it, and whether it begins there."""
        taken: dict[tuple[int, int], tuple[Cell, bool]] = {}
        widths = [0] * len(self.rows)
        for down, row in enumerate(self.rows):
            across = 0
            for cell in row:
                while (down, across) in taken:
                    across += 1
                for below in range(min(cell.height, len(self.rows) - down)):
                    for beside in range(cell.width):
                        taken[down + below, across + beside] = (cell, not below and not beside)
                    widths[down + below] = max(widths[down + below], across + cell.width)
                across += cell.width
        absent = (Cell(""), True)
        return [
            [taken.get((down, across), absent) for across in range(width)]
            for down, width in enumerate(widths)
        ]


@dataclass(frozen=True)
class Line:
    """A paragraph, or the heading of a section."""

    text: str
    is_heading: bool = False


Block = Line | Sheet | Grid


@dataclass(frozen=True)
class Report:
    """A report: its title, what stands below it, and what must not be lost of it.

    `markers` are texts that were planted in visible places.
    """

    title: str
    blocks: tuple[Block, ...]
    markers: frozenset[str] = frozenset()

    def each_sheet(self, change: Callable[[Sheet], list[Block]]) -> "Report":
        """Return the report with each sheet replaced by other blocks."""
        return self._each(lambda block: change(block) if isinstance(block, Sheet) else [block])

    def each_grid(self, change: Callable[[Grid], list[Block]]) -> "Report":
        """Return the report with each grid replaced by other blocks."""
        return self._each(lambda block: change(block) if isinstance(block, Grid) else [block])

    def _each(self, change: Callable[[Block], list[Block]]) -> "Report":
        return replace(self, blocks=tuple(new for block in self.blocks for new in change(block)))

    def marked(self, *markers: str) -> "Report":
        """Return the report with more texts that must not be lost."""
        return replace(self, markers=self.markers | set(markers))

    def has_blanks(self, *, of_form: bool = True) -> bool:
        """Whether a cell of the statute that the source has is blank, or any cell of a number."""
        return any(
            not number.text and (number.key is not None or not of_form)
            for grid in self.grids()
            for row in grid.rows
            for cell in row
            for number in cell.numbers
        )

    def goes_on_otherwise(self) -> bool:
        """Whether a table goes on without a header and with other columns than those before."""
        before: dict[str, tuple[Axis, ...]] = {}
        for grid in self.grids():
            if not grid.heading_rows and before.get(grid.kind, grid.columns) != grid.columns:
                return True
            before[grid.kind] = grid.columns
        return False

    def implied(self) -> dict[Key, Decimal]:
        """Return what follows for cells that the source does not show; they may stay open."""
        return {
            key: number.value
            for grid in self.grids()
            for row in grid.rows
            for cell in row
            for number in cell.numbers
            for key in number.implies
            if number.value is not None
        }

    def visible(self) -> frozenset[str]:
        """Return what must be in the document or in a diagnostic: markers, and long numbers.

        Of a marker that a rearrangement rewrote, its number is one; one that it removed is none.
        """
        printed = "\n".join(self._texts())
        numbers = (
            number.text
            for grid in self.grids()
            for row in grid.rows
            for cell in row
            for number in cell.numbers
        )
        parts = (each if each in printed else _number_of(each) for each in self.markers)
        shown = {part for part in parts if part and part in printed}
        return frozenset(shown | {text for text in numbers if text.isdecimal() and len(text) > 3})

    def _texts(self) -> Iterator[str]:
        """Yield the texts of all lines and cells."""
        for block in self.blocks:
            if isinstance(block, Line):
                yield block.text
            elif isinstance(block, Grid):
                yield from (cell.text for row in block.rows for cell in row)

    def grids(self) -> Iterator[Grid]:
        """Yield the grids of the report."""
        for block in self.blocks:
            if isinstance(block, Grid):
                yield block

    def truth(self) -> dict[Key, set[Decimal]]:
        """Return what each cell that the source shows may be read as, besides being left open.

        A number that is given twice and differs may be neither; one that is blank the other time
        holds.
        """
        shown: dict[Key, set[Decimal]] = {}
        for grid in self.grids():
            for row in grid.rows:
                for cell in row:
                    for number in cell.numbers:
                        if number.key is not None:
                            values = shown.setdefault(number.key, set())
                            values |= set() if number.value is None else {number.value}
        return {key: values if len(values) < 2 else set() for key, values in shown.items()}


def _number_of(marker: str) -> str:
    return "".join(filter(str.isdecimal, marker))
