"""What a table's rows tell together of their source: whether it keeps blank cells, and totals."""

from collections.abc import Iterable, Sequence

from govreport.recognise.columns import Piece, numbers_of
from govreport.recognise.rows import Collected

_FEWEST_ROWS = 5
"""Rows that must be full before a source is believed to keep its blank cells."""
_KEPT_TOTALS = 3
"""Rows that agree with their totals, for each that does not, before blanks are told by them."""


def leading_blanks(rows: Sequence[Sequence[Piece]], count: int) -> bool | None:
    """Whether surplus blanks of rows stand before their numbers; None where no row tells."""
    lead = trail = True
    for pieces in rows:
        surplus = len(pieces) - count
        if surplus > 0:
            lead = lead and not any(piece.text for piece in pieces[:surplus])
            trail = trail and not any(piece.text for piece in pieces[count:])
    return lead if lead != trail else None


def rows_are_full(rows: Sequence[tuple[int, int]]) -> bool:
    """Whether rows of (pieces, columns) all have as many cells as columns, or all one more.

    A source whose every row is full has dropped no blank cell. The one more is a mark that opens
    the next row, so the last row may lack it.
    """
    surplus = {pieces - columns for pieces, columns in rows[:-1]} or {0}
    if len(rows) < _FEWEST_ROWS or len(surplus) > 1 or not surplus <= {0, 1}:
        return False
    last = rows[-1][0] - rows[-1][1]
    return last in (0, *surplus)


def totals_are_kept(rows: Iterable[Sequence[Piece]]) -> bool:
    """Whether most rows, with their blanks dropped, end in the sum of what stands before.

    Where many do not, totals are blank in places, and a last number that is the others' sum may
    be one of them by chance.
    """
    agreeing = contradicting = 0
    for pieces in rows:
        known = numbers_of([piece.text for piece in pieces if piece.text])
        if any(known):
            agrees = len(known) > 1 and known[-1] == sum(known[:-1])
            agreeing += agrees
            contradicting += not agrees
    return agreeing >= _KEPT_TOTALS * contradicting


def is_out_of_order(collected: Collected) -> bool:
    """Whether an item of table 2, or a column of one, is named only behind a row of that item.

    Text that was taken from the layout of a printed page may go through a table in columns, and
    then nothing tells which numbers are a row's.
    """
    first: dict[str | None, int] = {}
    for row in collected.rows:
        if row.key:
            first[row.group] = min(row.line, first.get(row.group, row.line))
    for group, line in first.items():
        columns: dict[str, int] = {}
        for key, piece in collected.headers.get(group, []):
            columns.setdefault(key, piece.line)
        if any(each > line for each in columns.values()):
            return True
        if collected.items.get(group or "", line) > line:
            return True
    return False
