"""The cells of a row, assigned to the headers above them."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.naming import Text
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


class CellPlace(NamedTuple):
    """Where cells stand: under which columns, in which of them wholly, and their positions as bits."""

    under: tuple[int, ...]
    within: int | None
    positions: int


class Columns:
    """The columns below one header, and the positions of the grid that each of them takes."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.leaves = leaves
        self.positions = [_bits(leaf.start, leaf.end) for leaf in leaves]
        self.all_positions = reduce(or_, self.positions, 0)
        self.places = _Places(self.positions)
        """Where cells stand, by their first column and the columns that they span."""

    def beside(self, texts: Iterable[Text]) -> list[Text]:
        """Return those of several cells that are under no column."""
        places = self.places
        return [text for text in texts if not places[text.piece[1:3]].under]

    def are_beside(self, texts: Sequence[Text]) -> bool:
        """Whether none of several cells is under a column."""
        return len(self.beside(texts)) == len(texts)

    def is_word_beside(self, piece: Piece) -> bool:
        """Whether a cell under no column holds a word, which goes into no column of numbers."""
        return not (self.places[piece[1:3]].under or is_value(piece.text))


class _Places(dict[tuple[int, int], CellPlace]):
    """Where cells stand below columns of such positions, worked out once for all rows."""

    def __init__(self, columns: Sequence[int]) -> None:
        self._columns = columns

    def __missing__(self, cell: tuple[int, int]) -> CellPlace:
        start, span = cell
        positions = _bits(start, start + span)
        under = tuple([at for at, column in enumerate(self._columns) if column & positions])
        inside = len(under) == 1 and positions & self._columns[under[0]] == positions
        place = self[cell] = CellPlace(under, under[0] if inside else None, positions)
        return place


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
        self.beside: list[Text] = []
        """The cells under no column."""

    def leave_open(self, text: str, reason: str) -> None:
        """Leave a text open that belongs to no column."""
        self._opened.append(text)
        self._reason = reason

    def take(self, cells: Iterable[Text]) -> bool:
        """Assign cells to the columns above them; return whether all fit."""
        texts, places = self._texts, self._columns.places
        taken = 0
        for cell in cells:
            (text, column, span, _, rows), _ = cell
            under, at, positions = places[column, span]
            if at is None or rows > 1:
                if not self._take_spanning(cell, under):
                    return False
                continue
            if taken & positions or (text and texts[at]):
                return False
            taken |= positions
            if text:
                texts[at] = text
        self._taken = taken
        return True

    def _take_spanning(self, cell: Text, under: Sequence[int]) -> bool:
        """Assign a cell that spans rows or columns, or none at all."""
        if not under:
            self.beside.append(cell)
            return True
        piece = cell.piece
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
        if not free & self._columns.all_positions:
            return True
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
