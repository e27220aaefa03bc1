"""Tables that go on over several pages: which do, and the parts of them put together."""

from collections.abc import Iterator
from typing import NamedTuple

from govreport.expressions import expression
from govreport.readers.printed.lines import PrintedLine, Segment, joined
from govreport.readers.printed.page import Box
from govreport.readers.printed.tables import PrintedCell, PrintedTable, is_figure

_SAME_SIDE = 4.0
_OVERRUN = 2.0
"""A line that runs over its cell is at most this far from it, in parts of its size."""
_SAME_COLUMN = 3.5
_ENUMERATED = expression(
    r"\s*(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|\d+\s*[、.．])"
)


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
    table: PrintedTable, line: PrintedLine, met: list[Box]
) -> list[tuple[PrintedCell, str]]:
    """Return the cells that the parts of a line run over, each with its text.

    That is the case if each part is in one column, close above or below the table or those of its
    lines that were `met` before, and is not a figure; none if the line is not part of the table.
    """
    below = line.box.top > table.box.bottom - line.size
    gap = min(line.box.top - box.bottom if below else box.top - line.box.bottom for box in met)
    if gap > _OVERRUN * line.size:
        return []
    found = []
    for segment in line.segments:
        cell = _cell_beside(segment, table, below)
        if cell is None or cell.digits or is_figure(segment.text):
            return []
        found.append((cell, segment.text))
    return found


def _cell_beside(segment: Segment, table: PrintedTable, below: bool) -> PrintedCell | None:
    """Return the cell of the last row, or else the first, in whose columns a text stands."""
    columns = table.columns
    for cell in table.cells:
        at_edge = cell.last_row == table.height if below else cell.row == 0
        if (
            at_edge
            and columns[cell.column] <= segment.left
            and segment.right <= columns[cell.last_column]
        ):
            return cell
    return None


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
        below.keep(list(range(repeated, below.height)), list(range(len(below.columns) - 1)))
    if below.height:
        _join(above, below)
    above.page = below.page
    above.box = below.box
    above.doubts += below.doubts
    above.recognised += below.recognised
    return left_out


def _common_columns(above: PrintedTable, below: PrintedTable) -> None:
    """Give both the columns of the two together; columns of one table stay separate."""
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
    above.put_on(places, numbers[0])
    below.put_on(places, numbers[1])


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

    Its cells match, and those of one row hold no more than such a rest.
    """
    covered = sum(other.last_column - other.column for _, other in pairs)
    single = [pair for pair in pairs if not pair.span_rows]
    return bool(single) and covered == len(below.columns) - 1 and _are_rests(single)


def _are_rests(pairs: list[_Pair]) -> bool:
    """Whether cells hold no more than the rest of a label and of cells that are full.

    No number stands in both but where digits may have been cut off.
    """
    labels = [pair for pair in pairs if pair.other.text and not pair.other.digits]
    if not all(pair.may_go_on for pair in labels):
        return False
    both = any(pair.are_digits for pair in pairs)
    # Figures alone: the tail of the row before, or a row without a label.
    return not both and any(pair.one.text for pair in labels) if labels else both


def _same_cell(one: PrintedCell, other: PrintedCell) -> bool:
    """Whether two cells at a page's end are one that reaches over it."""
    if one.digits or other.digits or not (one.spans_rows or other.spans_rows):
        return False
    if not other.text:
        return bool(one.text)
    return not one.text or not _ENUMERATED.match(other.text)
