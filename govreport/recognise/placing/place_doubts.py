"""Why the numbers below a header in place may stand below other columns than their own.

A cell of the header was lost or came twice, so that the headers behind it have moved by one.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from govreport.model.statute import Layout
from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.naming import StatuteCells
from govreport.recognise.placing.part_labels import LabelledRow

_LOST = "rows hold more numbers than the header above them has columns"
_MOVED = "the totals of the rows say that its columns stand in another order"
_NOWHERE = "numbers stand below columns that their rows do not have"
_FEWEST_ROWS = 2
"""One row alone may be long, or happen to end in a sum."""


def place_doubt(
    header: Header, rows: Sequence[LabelledRow], cells: StatuteCells, layout: Layout
) -> str:
    """Return why no row below a header in place can be believed, blank if nothing says so."""
    numbered = [row for row in rows if any(map(_number, row.behind))]
    if cells.kind == "proactive_disclosure":
        return _NOWHERE if _count_nowhere(numbered, header) >= _FEWEST_ROWS else ""
    known = _known(header)
    fewest = 1 if cells.kind == "reviews" else _FEWEST_ROWS
    if len(numbered) < fewest or not known:
        return ""
    if _lacks_columns(known, cells, layout) and _count_longer(numbered, header) >= fewest:
        return _LOST
    if _has_one_unknown(header, cells, layout) and not _is_doubled(known):
        return ""
    return _MOVED if _has_moved(known, numbered, header, cells) else ""


def _known(header: Header) -> list[Leaf]:
    return [leaf for leaf in header.leaves if not leaf.is_foreign and leaf.columns]


def _has_one_unknown(header: Header, cells: StatuteCells, layout: Layout) -> bool:
    """Whether a header has the form's columns, one of them under a label that the form does not know."""
    columns = layout.rows[0].columns
    leaves = [leaf for leaf in header.leaves if not leaf.names_nothing]
    known = [
        leaf.columns == cells.of_columns([column.key])
        for leaf, column in zip(leaves, columns, strict=False)
        if not leaf.is_foreign
    ]
    return len(leaves) == len(columns) and len(known) == len(columns) - 1 and all(known)


def _lacks_columns(known: Sequence[Leaf], cells: StatuteCells, layout: Layout) -> bool:
    """Whether a header has fewer columns than the form, the total of applicants not counted."""
    has_total = any(leaf.columns == cells.total for leaf in known)
    columns = len({leaf.rows for leaf in known}) * len(layout.rows[0].columns)
    return columns - len(known) > (not has_total)


def _has_moved(
    known: Sequence[Leaf], rows: Sequence[LabelledRow], header: Header, cells: StatuteCells
) -> bool:
    """Whether the totals of rows, or a label that comes twice, show that columns have moved."""
    if _has_doubled(known, rows, header):
        return True
    totals = [leaf for leaf in known if leaf.columns == cells.total]
    return cells.kind == "applications" and any(
        _sum_elsewhere(rows, known, total) for total in totals[:1]
    )


def _has_doubled(known: Sequence[Leaf], rows: Sequence[LabelledRow], header: Header) -> bool:
    """Whether a label of the header is there twice, and no row has a number in the last column."""
    return _is_doubled(known) and _is_blank(rows, header.leaves[-1])


def _count_nowhere(rows: Sequence[LabelledRow], header: Header) -> int:
    """Return how many rows have a number, not nought, where their item has no column."""
    return sum(
        any(
            _number(piece) and leaf.start <= piece.column < leaf.end
            for leaf in header.leaves
            if row.named_rows and leaf.columns and not row.named_rows & leaf.columns
            for piece in row.behind
        )
        for row in rows
    )


def _is_doubled(known: Sequence[Leaf]) -> bool:
    """Whether a header is printed twice, or stands over more cells than others."""
    widths = {leaf.end - leaf.start for leaf in known}
    return len(widths) > 1 or any(one.columns == other.columns for one, other in pairwise(known))


def _count_longer(rows: Sequence[LabelledRow], header: Header) -> int:
    """Return how many rows have something behind the last header of a column."""
    end = max(leaf.end for leaf in header.leaves if leaf.columns or leaf.is_foreign)
    return sum(any(piece.text and piece.column >= end for piece in row.behind) for row in rows)


def _sum_elsewhere(rows: Sequence[LabelledRow], known: Sequence[Leaf], total: Leaf) -> bool:
    """Whether no row's total agrees, and the sums of the numbers before them are in one column."""
    places: Counter[int] = Counter()
    for row in rows:
        numbers = [_number(piece) for piece in row.behind]
        below = {
            leaf.start: number
            for leaf in known
            for piece, number in zip(row.behind, numbers, strict=True)
            if leaf.start <= piece.column < leaf.end
        }
        if 2 * below.get(total.start, 0) == sum(below.values()):
            return False
        sums = [0, *accumulate(numbers)]
        parts = [0, *accumulate(map(bool, numbers))]
        places.update(
            piece.column
            for piece, number, before, count in zip(
                row.behind, numbers, sums, parts, strict=False
            )
            if number and number == before and count > 1
        )
    return max(places.values(), default=0) * 2 > len(rows)


def _is_blank(rows: Sequence[LabelledRow], leaf: Leaf) -> bool:
    """Whether no row has a text below a column."""
    return not any(
        piece.text and leaf.start <= piece.column < leaf.end
        for row in rows
        for piece in row.behind
    )


def _number(piece: Piece) -> int:
    """Return the whole number of a cell, nought for any other."""
    value = read_value(piece.text).value
    return value if isinstance(value, int) else 0
