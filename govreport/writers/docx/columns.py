"""How wide a table's columns are and how large its text: by content, the same on every run.

A width is thought of in half ems, of which a Chinese character takes two and a Latin one one.
Each column asks for its longest text, broken over a few lines; the largest letters at which the
table so fits its space are taken.
"""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from govreport.expressions import expression
from govreport.model.grid import Cell, Table

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
"""Sizes in half points with the most lines that a text may take, in the order to be tried."""

_PROSE = 80
"""A text longer than this counts as this long: a sentence breaks anywhere (half ems)."""

_LONGEST_WORD = 24
"""A Latin word or number is kept on one line up to this length (half ems)."""

_TALL_LABEL = 8
"""The least width of a text that runs down beside several rows (half ems)."""

_MOST_COLUMNS = 63
"""The most columns that Word lets a table have; wider ones are not fitted but cut evenly."""

_NARROWEST = 20
"""The least average width of a column in twips, so that none vanishes."""

_WORD = expression("[!-~]+")


class Columns(NamedTuple):
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

    def width(self, column: int, span: int) -> int:
        """Return the width of a cell that begins at that column."""
        return self.edges[column + span] - self.edges[column]


def measure(text: str) -> int:
    """Return the width of a text's longest line in half ems."""
    if "\n" in text:
        return max(map(measure, text.split("\n")))
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def fit(table: Table, space: int, largest: int = 24) -> Columns:
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
        wanted = _wanted(demands, table.width, lines, margins)
        if sum(wanted) <= units:
            wanted = _refined(demands, wanted, lines, margins, units)
            break
    return _columns(wanted, space, margin, size)


def _refined(
    demands: list[tuple[int, int, float, int]],
    wanted: list[float],
    lines: int,
    margins: float,
    units: float,
) -> list[float]:
    """Return the widths for the least lines, whole or not, with which the table fits.

    What space is left so goes to the texts that are broken most.
    """
    most, least = float(lines), float(max(lines - 1, 1))
    for _ in range(6):
        middle = (most + least) / 2
        narrower = _wanted(demands, len(wanted), middle, margins)
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


def _demands(table: Table) -> list[tuple[int, int, float, int]]:
    """Return (column, span, longest text, longest word), narrow spans first.

    A cell that spans rows may break over as many more lines.
    """
    longest: dict[tuple[int, int], tuple[float, int]] = {}
    for column, cell in _cells(table):
        text, word = longest.get((column, cell.column_span), (0.0, 4))
        own = min(measure(cell.text), _PROSE) if not cell.tables else _PROSE
        own_word = min(max(map(len, _WORD.findall(cell.text)), default=0), _LONGEST_WORD)
        if cell.row_span > 2:
            own_word = max(own_word, min(own, _TALL_LABEL))
        longest[column, cell.column_span] = (
            max(text, own / max(cell.row_span - 1, 1)),
            max(word, own_word),
        )
    demands = [(column, span, *found) for (column, span), found in longest.items()]
    return sorted(demands, key=lambda demand: (demand[1], demand[0]))


def _cells(table: Table) -> Iterable[tuple[int, Cell]]:
    for row, line in enumerate(table.grid):
        for column, slot in enumerate(line):
            if slot.row == row and slot.column == column:
                yield column, slot.cell


def _wanted(
    demands: list[tuple[int, int, float, int]], width: int, lines: float, margins: float
) -> list[float]:
    """Return the width that each column asks for in half ems, margins included."""
    wanted = [4 + margins] * width
    for column, span, text, word in demands:
        # Half an em in hand: programs differ in how they measure the same letters.
        missing = max(word, text / lines) + margins + 0.5 - sum(wanted[column : column + span])
        if missing > 0:
            for position in range(column, column + span):
                wanted[position] += missing / span
    return wanted


def _columns(wanted: list[float], space: int, margin: int, size: int) -> Columns:
    """Share the space among the columns in proportion to what they ask for, to the twip."""
    total = sum(wanted)
    space = max(space, _NARROWEST * len(wanted))
    edges = [0]
    for reached in accumulate(wanted):
        edges.append(edges[-1] + _even(space * reached / total - edges[-1]))
    widths = tuple(right - left for left, right in pairwise(edges))
    return Columns(widths, margin, size, tuple(edges))


def _even(width: float) -> int:
    """Return the next lower width in twips that is nearly a whole number of 1/100 mm.

    LibreOffice counts in those; with other widths the edge of a cell that spans columns comes
    to lie beside the edge of the last of them, and LibreOffice makes a column of the gap.
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
