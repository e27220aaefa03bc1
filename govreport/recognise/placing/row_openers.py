"""Blank cells in a run that open rows, as a dialect prints a lone bar before each of them."""

from collections.abc import Sequence
from itertools import pairwise

from govreport.recognise.pieces import Piece
from govreport.recognise.placing.naming import Named, StatuteCells

_FEWEST_OPENED = 3
"""Lines of a header or rows that a blank has to open."""


def without_openers(run: Sequence[Piece], cells: StatuteCells) -> list[Piece]:
    """Return a run of cells without the blank ones that open its rows.

    A blank opens a row if one stands before each label behind a number or a blank, and between
    labels, too, where no number may be missing. Others are blank cells.
    """
    names = [cells.name(piece.text) for piece in run]
    openers = _openers(names)
    if not _open_each_row(names, openers):
        return list(run)
    return [piece for at, piece in enumerate(run) if at not in openers]


def _openers(names: Sequence[Named]) -> set[int]:
    """Return the blanks that labels stand behind, and the one behind the header."""
    openers = {
        at
        for at, (one, other) in enumerate(pairwise(names))
        if one.sort == "blank" and not _is_cell(other)
    }
    first = next((at for at, each in enumerate(names) if each.sort == "value"), len(names))
    head = max((at for at, each in enumerate(names[:first]) if not _is_cell(each)), default=-1)
    if head + 1 < first and not names[head].rows:
        openers.add(head + 1)
    return openers


def _open_each_row(names: Sequence[Named], openers: set[int]) -> bool:
    """Whether blanks stand before all labels behind numbers, and between labels."""
    begins = [
        at
        for at, (one, other) in enumerate(pairwise(names), 1)
        if _is_cell(one) and other.sort == "label"
    ]
    between = sum(at > 0 and not _is_cell(names[at - 1]) for at in openers)
    return (
        between > 0 and len(openers) >= _FEWEST_OPENED and all(at - 1 in openers for at in begins)
    )


def _is_cell(named: Named) -> bool:
    return named.sort in ("value", "blank")
