"""What a table's rows tell together of their source: whether it keeps blank cells, and totals."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from govreport.model.values import read_value
from govreport.recognise.pieces import Piece

_FEWEST_ROWS = 5
"""Rows that must be full before a source is believed to keep its blank cells."""
_FEWEST_LENGTHS = 3
"""Lengths of rows without their last blanks that show that these only fill rows up."""
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


def rows_are_filled_up(rows: Iterable[Sequence[Piece]]) -> bool:
    """Whether rows have blank cells behind their numbers, some more, some less, and none before."""
    lengths: set[int] = set()
    for pieces in rows:
        texts = [piece.text for piece in pieces]
        numbers = len(list(filter(None, texts)))
        if any(texts[numbers:]):
            return False
        if 0 < numbers < len(texts):
            lengths.add(numbers)
    return len(lengths) >= _FEWEST_LENGTHS


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


def numbers_of(texts: Iterable[str]) -> list[int | Decimal]:
    """Return the numbers that texts state, none where one of them states no number."""
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
