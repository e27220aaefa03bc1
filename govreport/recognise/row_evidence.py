"""What all rows of a table show about their source: whether it keeps blank cells, and totals."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from govreport.model.values import read_value
from govreport.recognise.pieces import Piece

_FEWEST_ROWS = 5
"""The fewest full rows that show that a source keeps its blank cells."""
_KEPT_TOTALS = 3
"""So many rows must agree with their totals for each that does not, if totals are to decide."""


def leading_blanks(rows: Sequence[Sequence[Piece]], count: int) -> bool | None:
    """Whether surplus blanks of rows are before their numbers; None if no row shows it."""
    lead = trail = True
    for pieces in rows:
        surplus = len(pieces) - count
        if surplus > 0:
            lead = lead and not any(piece.text for piece in pieces[:surplus])
            trail = trail and not any(piece.text for piece in pieces[count:])
    return lead if lead != trail else None


def rows_are_full(rows: Sequence[tuple[int, int]]) -> bool:
    """Whether rows of (pieces, columns) all have as many cells as columns, or all one more.

    A source in which every row is full has dropped no blank cell. An extra cell is a mark that
    opens the next row, so the last row may lack it.
    """
    surplus = {pieces - columns for pieces, columns in rows[:-1]} or {0}
    if len(rows) < _FEWEST_ROWS or len(surplus) > 1 or not surplus <= {0, 1}:
        return False
    last = rows[-1][0] - rows[-1][1]
    return last in (0, *surplus)


def totals_are_kept(rows: Iterable[Sequence[Piece]]) -> bool:
    """Whether most rows, without their blanks, end in the sum of the numbers before.

    If many do not, some totals are blank, and a last number that is the sum of the others may
    be so by chance.
    """
    agreeing = contradicting = 0
    for pieces in rows:
        known = numbers_of([piece.text for piece in pieces if piece.text])
        if any(known):
            agrees = len(known) > 1 and known[-1] == sum(known[:-1])
            agreeing += agrees
            contradicting += not agrees
    return agreeing >= _KEPT_TOTALS * contradicting


def numbers_of(texts: Iterable[str]) -> list[int | Decimal]:
    """Return the numbers in texts, none if one of them is not a number."""
    values = [read_value(text).value for text in texts]
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else []


def sums_to_last(count: int) -> Callable[[Sequence[str]], bool]:
    """Return a test whether, of the first `count` texts of a row, the last is the others' sum."""

    def accepts(texts: Sequence[str]) -> bool:
        values = []
        for text in texts[:count]:
            reading = read_value(text)
            if reading.doubtful:
                return False
            values.append(reading.value or 0)
        return sum(values[:-1]) == values[-1]

    return accepts
