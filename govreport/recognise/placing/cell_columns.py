"""The cells of a row, assigned to the headers above them."""

from collections.abc import Sequence
from typing import NamedTuple

from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.rows import is_value

ACROSS_ROWS = "a number is in a cell that spans several rows"
ACROSS_COLUMNS = "a number is in a cell that spans several columns"


class RowReading(NamedTuple):
    """The result for a row: a text for each column, the open texts and why, the leftover ones."""

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

    def is_word_beside(self, piece: Piece) -> bool:
        """Whether a cell under no column holds a word, which goes into no column of numbers."""
        return not (is_value(piece.text) or self.place_of(piece).under)

    def _place(self, piece: Piece) -> Place:
        under = tuple([at for at, leaf in enumerate(self.leaves) if overlap(leaf, piece)])
        positions = _bits(piece.column, piece.column + piece.span)
        inside = len(under) == 1 and positions & self.positions[under[0]] == positions
        return Place(under, under[0] if inside else None, positions)


class Placing:
    """Assigns the cells of one row to the columns above them."""

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
        """Leave a text open that belongs to no column."""
        self._opened.append(text)
        self._reason = reason

    def take(self, piece: Piece, place: Place) -> bool:
        """Assign a cell to the columns above it; return whether it fits them."""
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
        """Assign a cell that spans rows or columns."""
        self._is_wide = self._is_wide or len(under) > 1
        first, last = (self._columns.leaves[at] for at in (under[0], under[-1]))
        fits = piece.column == first.start and piece.column + piece.span == last.end
        covered = sum(1 << at for at in under)
        if not fits or self._covered & covered:
            return False
        self._covered |= covered
        if not piece.text:
            return True
        self._enter_below(piece.text, under)
        return True

    def _enter_below(self, text: str, under: Sequence[int]) -> None:
        """Enter a text under every column that it spans if it says nothing, else leave it open."""
        self._spread = self._spread or len(under) > 1
        if not says_nothing(text):
            self.leave_open(text, ACROSS_COLUMNS if len(under) > 1 else ACROSS_ROWS)
            return
        for at in under:
            self._texts[at] = text

    def is_uneven(self) -> bool:
        """Whether a cell is under several columns, or a text under none."""
        return self._is_wide or bool(self._opened)

    def is_whole(self) -> bool:
        """Whether there is a cell under every column."""
        free = ~self._taken
        for at, positions in enumerate(self._columns.positions):
            if free & positions and not self._covered >> at & 1:
                return False
        return True

    @property
    def texts(self) -> tuple[str, ...]:
        """The text under each column so far."""
        return tuple(self._texts)

    def is_filled(self) -> bool:
        """Whether there is a text under every column."""
        return all(self._texts)

    def reading(self) -> RowReading:
        """Return the result for the row."""
        return RowReading(self.texts, tuple(self._opened), self._reason, is_spread=self._spread)


def says_nothing(text: str) -> bool:
    """Whether a cell holds a zero or a mark for none, which applies to every column it spans."""
    reading = read_value(text)
    return reading.value == 0 or (reading.value is None and not reading.doubtful)


def _bits(start: int, end: int) -> int:
    return (1 << end) - (1 << start)


def overlap(leaf: Leaf, piece: Piece) -> bool:
    """Whether a cell is below a column."""
    return piece.column < leaf.end and leaf.start < piece.column + piece.span
