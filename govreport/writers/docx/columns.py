"""Computes the widths of a table's columns and the size of its text from the content.

Widths are in half ems, of which a Chinese character takes two and a Latin one takes one. Each
column asks for its longest text, broken over a few lines; the text gets the largest size at which
the table then fits its space.
"""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from govreport.expressions import expression
from govreport.model.grid import Cell, Slot, Table
from govreport.writers.headers import NUMBER

_TRIALS = (
    (24, 1),
    (24, 2),
    (24, 3),
    (21, 1),
    (21, 2),
    (21, 3),
    (21, 4),
    *((18, lines) for lines in (5, 6, 8, 10, 12)),
    (15, 12),
    (11, 12),
)
"""Sizes in half points with the most lines that a text may take, in the order of trial."""

_PROSE = 80
"""A text longer than this counts as this long: a sentence breaks anywhere (half ems)."""

_LONGEST_WORD = 24
"""A Latin word or number is kept on one line up to this length (half ems)."""

_TALL_LABEL = 8
"""The least width of a text that runs down next to several rows (half ems)."""

_MOST_COLUMNS = 63
"""The most columns of a table in Word; wider tables are not fitted but divided evenly."""

_NARROWEST = 20
"""The least average width of a column in twips, so that none vanishes."""

_SMALLEST_NUMBER = 11
"""The size in half points to which a number's letters shrink before its column is widened."""

_DIGIT_WIDTH = 1.12
"""The width of a digit in half ems; substitutes for the standard's fonts have wide ones."""

_SHORT_NUMBER = 6
"""A number of so many letters is printed as large as the rest."""

_SIZES = (24, 21, 18, 15, 11)

_WORD = expression("[!-~]+")


class FittedColumns(NamedTuple):
    """The widths of a table's columns and of its cells' side margins in twips, and its text size.

    `size` is in half points; `edges` are the places of the columns' sides, one more than columns.
    """

    widths: tuple[int, ...]
    margin: int
    size: int
    edges: tuple[int, ...]

    def letters(self, column: int, span: int) -> float:
        """Return the width of a cell's text in half ems."""
        return (self.width(column, span) - 2 * self.margin) / (self.size * 5)

    def size_of_number(self, slot: Slot) -> int:
        """Return the size of a cell's text: that of the table, or one in which its number fits."""
        text = slot.cell.text
        if len(text) <= _SHORT_NUMBER or not NUMBER.fullmatch(text):
            return self.size
        space = self.letters(slot.column, slot.cell.column_span) * self.size
        fitting = (each for each in _SIZES if each * _number_width(text) <= space)
        return min(next(fitting, _SIZES[-1]), self.size)

    def width(self, column: int, span: int) -> int:
        """Return the width of a cell that begins at that column."""
        return self.edges[column + span] - self.edges[column]


def measure(text: str) -> int:
    """Return the width of a text's longest line in half ems."""
    if "\n" in text:
        return max(map(measure, text.split("\n")))
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def _number_width(text: str) -> float:
    return measure(text) * _DIGIT_WIDTH


class _Demand(NamedTuple):
    """The demands of the cells of a column, or of several, in half ems."""

    column: int
    span: int
    text: float = 0
    """The width of the longest text, which may be broken."""
    word: float = 4
    """The width of the longest word, which may not be broken."""
    number: float = 0
    """The width of the longest number, which may shrink."""


def fit(table: Table, space: int, largest: int = 24) -> FittedColumns:
    """Return the columns of a table that is to be `space` twips wide.

    `largest` is the largest size of text to try, in half points.
    """
    margin = _margin(table.width)
    if table.width > _MOST_COLUMNS:
        return _columns([1.0] * table.width, space, margin, _TRIALS[-1][0])
    # A long table reads better in smaller letters than spread over many pages.
    largest = min(largest, 21) if table.height > 20 else largest
    demands = _demands(table)
    for size, lines in _TRIALS:
        if size > largest:
            continue
        margins, units = 2 * margin / (size * 5), space / (size * 5)
        wanted = _wanted(demands, table.width, lines, margins, size)
        if sum(wanted) <= units:
            wanted = _refined(demands, wanted, lines, margins, units, size)
            break
    return _columns(wanted, space, margin, size)


def _refined(
    demands: list[_Demand],
    wanted: list[float],
    lines: int,
    margins: float,
    units: float,
    size: int,
) -> list[float]:
    """Return the widths for the least number of lines, whole or not, with which the table fits.

    The remaining space then goes to the texts that are broken most.
    """
    most, least = float(lines), float(max(lines - 1, 1))
    for _ in range(6):
        middle = (most + least) / 2
        narrower = _wanted(demands, len(wanted), middle, margins, size)
        if sum(narrower) <= units:
            wanted, most = narrower, middle
        else:
            least = middle
    return wanted


def _margin(width: int) -> int:
    if width <= 6:
        return 100
    if width <= 12:
        return 40
    return 28 if width <= 20 else 15


def _demands(table: Table) -> list[_Demand]:
    """Return the demands of the columns, narrow spans first.

    A cell that spans rows may break over as many more lines.
    """
    longest: dict[tuple[int, int], _Demand] = {}
    for column, cell in _cells(table):
        place = (column, cell.column_span)
        demand = longest.get(place, _Demand(*place))
        if NUMBER.fullmatch(cell.text):
            size = min(_number_width(cell.text), _LONGEST_WORD)
            if len(cell.text) > _SHORT_NUMBER:
                longest[place] = demand._replace(number=max(demand.number, size))
            else:
                longest[place] = demand._replace(word=max(demand.word, size))
            continue
        own = min(measure(cell.text), _PROSE) if not cell.tables else _PROSE
        own_word = min(max(map(len, _WORD.findall(cell.text)), default=0), _LONGEST_WORD)
        if cell.row_span > 2:
            own_word = max(own_word, min(own, _TALL_LABEL))
        longest[place] = demand._replace(
            text=max(demand.text, own / max(cell.row_span - 1, 1)),
            word=max(demand.word, own_word),
        )
    return sorted(longest.values(), key=lambda demand: (demand.span, demand.column))


def _cells(table: Table) -> Iterable[tuple[int, Cell]]:
    for row, line in enumerate(table.grid):
        for column, slot in enumerate(line):
            if slot.row == row and slot.column == column:
                yield column, slot.cell


def _wanted(
    demands: list[_Demand], width: int, lines: float, margins: float, size: int
) -> list[float]:
    """Return the width that each column demands in half ems, margins included."""
    wanted = [4 + margins] * width
    shrunk = min(_SMALLEST_NUMBER / size, 1)
    for column, span, text, word, number in demands:
        asked = max(word, text / lines, number * shrunk)
        # Half an em to spare: programs differ in how they measure the same letters.
        missing = asked + margins + 0.5 - sum(wanted[column : column + span])
        if missing > 0:
            for position in range(column, column + span):
                wanted[position] += missing / span
    return wanted


def _columns(wanted: list[float], space: int, margin: int, size: int) -> FittedColumns:
    """Share the space among the columns in proportion to their demands, to the twip."""
    total = sum(wanted)
    space = max(space, _NARROWEST * len(wanted))
    edges = [0]
    for reached in accumulate(wanted):
        edges.append(edges[-1] + _even(space * reached / total - edges[-1]))
    widths = tuple(right - left for left, right in pairwise(edges))
    return FittedColumns(widths, margin, size, tuple(edges))


def _even(width: float) -> int:
    """Return the next lower width in twips that is nearly a whole number of 1/100 mm.

    LibreOffice counts in those; with other widths the edge of a cell that spans columns differs
    from the edge of the last of them, and LibreOffice makes a column of the gap.
    """
    whole = max(int(width + 1e-6), 1)
    return next(
        (
            lower
            for lower in range(whole, max(whole - 20, 0), -1)
            if (lower * 127 + 2) % 72 <= 4  # 127/72 hundredths of a millimetre to the twip
        ),
        whole,
    )
