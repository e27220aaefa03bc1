"""A row's cells below the headers under which they stand."""

from collections.abc import Sequence
from typing import NamedTuple

from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.headers import Leaf

ACROSS_ROWS = "a number stands in a cell that spans several rows"
ACROSS_COLUMNS = "a number stands in a cell that spans several columns"


class RowReading(NamedTuple):
    """Where a row's texts go: one for each column, what stayed open and why, what was left over."""

    texts: tuple[str, ...]
    open: tuple[str, ...] = ()
    reason: str = ""
    leftover: tuple[str, ...] = ()
    is_spread: bool = False


class Place(NamedTuple):
    """Where cells stand: under which columns, in which of them wholly, and their positions as bits."""

    under: tuple[int, ...]
    within: int | None
    positions: int


class Columns:
    """The columns below one header, and the positions of the grid that each of them takes."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.leaves = leaves
        self.positions = [_bits(leaf.start, leaf.end) for leaf in leaves]
        self._places: dict[tuple[int, int], Place] = {}

    def place_of(self, piece: Piece) -> Place:
        """Return where a cell stands."""
        key = piece.column, piece.span
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = self._place(piece)
        return found

    def _place(self, piece: Piece) -> Place:
        under = tuple([at for at, leaf in enumerate(self.leaves) if overlap(leaf, piece)])
        positions = _bits(piece.column, piece.column + piece.span)
        inside = len(under) == 1 and positions & self.positions[under[0]] == positions
        return Place(under, under[0] if inside else None, positions)


class Placing:
    """The cells of one row taken below the columns under which they stand."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._texts = [""] * len(columns.leaves)
        # Columns and positions are bits.
        self._covered = 0
        self._taken = 0
        self._opened: list[str] = []
        self._reason = ""
        self._spread = False
        self._is_wide = False

    def leave_open(self, text: str, reason: str) -> None:
        """Take a text that is no column's."""
        self._opened.append(text)
        self._reason = reason

    def take(self, piece: Piece, place: Place) -> bool:
        """Take a cell that stands under columns; whether it fits them."""
        at = place.within
        if at is None or piece.rows > 1:
            return self._take_spanning(piece, place.under)
        text, positions = piece.text, place.positions
        if self._taken & positions or (text and self._texts[at]):
            return False
        self._taken |= positions
        if text:
            self._texts[at] = text
        return True

    def _take_spanning(self, piece: Piece, under: Sequence[int]) -> bool:
        """Take a cell that spans rows or columns."""
        self._is_wide = self._is_wide or len(under) > 1
        first, last = (self._columns.leaves[at] for at in (under[0], under[-1]))
        fits = piece.column == first.start and piece.column + piece.span == last.end
        covered = sum(1 << at for at in under)
        if not fits or self._covered & covered:
            return False
        self._covered |= covered
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
        """Whether a cell stands under several columns, or a text under none."""
        return self._is_wide or bool(self._opened)

    def is_whole(self) -> bool:
        """Whether cells stand under every column."""
        free = ~self._taken
        for at, positions in enumerate(self._columns.positions):
            if free & positions and not self._covered >> at & 1:
                return False
        return True

    def is_filled(self) -> bool:
        """Whether a text stands under every column."""
        return all(self._texts)

    def reading(self) -> RowReading:
        """Return where the row's texts stand."""
        texts = tuple(self._texts)
        return RowReading(texts, tuple(self._opened), self._reason, is_spread=self._spread)


def says_nothing(text: str) -> bool:
    """Whether a cell holds a nought or a mark for none, which holds for all that it spans."""
    reading = read_value(text)
    return reading.value == 0 or (reading.value is None and not reading.doubtful)


def _bits(start: int, end: int) -> int:
    return (1 << end) - (1 << start)


def overlap(leaf: Leaf, piece: Piece) -> bool:
    """Whether a cell stands below a column."""
    return piece.column < leaf.end and leaf.start < piece.column + piece.span
