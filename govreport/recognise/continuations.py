"""Blank cells that go on with a label of the row above, in a source that shows a cell a line."""

from collections.abc import Sequence
from itertools import pairwise

from govreport.model.statute import Layout, Row
from govreport.recognise.rows import CollectedRow


def drop_continuations(layout: Layout, rows: Sequence[CollectedRow]) -> None:
    """Take out of rows the blank cells behind them that go on with labels of the next row.

    A label that spans rows is printed in the first of them; in the others a blank cell stands for
    it. Without row ends those stand behind the numbers of the row before. They are told from
    blank numbers only if with them every row has just the cells that the form gives it.
    """
    if [row.key for row in rows] != [form.key for form in layout.rows]:
        return
    if any(piece.column for row in rows for piece in row.pieces):
        return
    spare = [*(_shared(one, other) for one, other in pairwise(layout.rows)), 0]
    behind = [
        row.pieces[len(form.columns) :] for row, form in zip(rows, layout.rows, strict=True)
    ]
    if any(piece.text for pieces in behind for piece in pieces):
        return
    whole = all(
        len(row.pieces) >= len(form.columns) for row, form in zip(rows, layout.rows, strict=True)
    )
    if whole and [len(pieces) for pieces in behind] == spare:
        for row, form in zip(rows, layout.rows, strict=True):
            del row.pieces[len(form.columns) :]


def _shared(above: Row, below: Row) -> int:
    """Return how many of a row's labels already stand before the row above it."""
    count = 0
    for one, other in zip(above.labels, below.labels, strict=False):
        if one != other:
            break
        count += 1
    return count
