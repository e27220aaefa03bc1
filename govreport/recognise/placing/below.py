"""The cells of a row, assigned to the headers above them."""

from collections.abc import Sequence
from typing import NamedTuple

from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.leaves import Leaf

ACROSS_ROWS = "a number is in a cell that spans several rows"
ACROSS_COLUMNS = "a number is in a cell that spans several columns"


class RowReading(NamedTuple):
    """The result for a row: a text for each column, the open texts and why, the leftover ones."""

    texts: tuple[str, ...]
    open: tuple[str, ...] = ()
    reason: str = ""
    leftover: tuple[str, ...] = ()
    is_spread: bool = False


class Placing:
    """Assigns the cells of one row to the columns above them."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        self._texts = [""] * len(leaves)
        self._covered: set[int] = set()
        self._taken: set[int] = set()
        self._opened: list[str] = []
        self._reason = ""
        self._spread = False
        self._is_wide = False

    def leave_open(self, text: str, reason: str) -> None:
        """Leave a text open that belongs to no column."""
        self._opened.append(text)
        self._reason = reason

    def take(self, piece: Piece, under: Sequence[int]) -> bool:
        """Assign a cell to the columns above it; return whether it fits them."""
        self._is_wide = self._is_wide or len(under) > 1
        first, last = self._leaves[under[0]], self._leaves[under[-1]]
        if len(under) == 1 and piece.rows == 1 and _inside(piece, first):
            place = range(piece.column, piece.column + piece.span)
            if (piece.text and self._texts[under[0]]) or not self._taken.isdisjoint(place):
                return False
            self._taken.update(place)
            self._texts[under[0]] += piece.text
            return True
        fits = piece.column == first.start and piece.column + piece.span == last.end
        if not fits or not self._covered.isdisjoint(under):
            return False
        self._covered.update(under)
        if not piece.text:
            return True
        self._spread = self._spread or len(under) > 1
        if says_nothing(piece.text):
            for at in under:
                self._texts[at] = piece.text
        else:
            self.leave_open(piece.text, ACROSS_COLUMNS if len(under) > 1 else ACROSS_ROWS)
        return True

    def is_uneven(self) -> bool:
        """Whether a cell is under several columns, or a text under none."""
        return self._is_wide or bool(self._opened)

    def is_whole(self) -> bool:
        """Whether there is a cell under every column."""
        return all(
            at in self._covered or self._taken.issuperset(range(leaf.start, leaf.end))
            for at, leaf in enumerate(self._leaves)
        )

    def is_filled(self) -> bool:
        """Whether there is a text under every column."""
        return all(self._texts)

    def reading(self) -> RowReading:
        """Return the result for the row."""
        texts = tuple(self._texts)
        return RowReading(texts, tuple(self._opened), self._reason, is_spread=self._spread)


def says_nothing(text: str) -> bool:
    """Whether a cell holds a zero or a mark for none, which applies to every column it spans."""
    reading = read_value(text)
    return reading.value == 0 or (reading.value is None and not reading.doubtful)


def _inside(piece: Piece, leaf: Leaf) -> bool:
    return leaf.start <= piece.column and piece.column + piece.span <= leaf.end


def overlap(leaf: Leaf, piece: Piece) -> bool:
    """Whether a cell is below a column."""
    return piece.column < leaf.end and leaf.start < piece.column + piece.span
