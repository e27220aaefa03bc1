"""A cell as it is on the page, and what its source shows about cells."""

from collections.abc import Iterable
from typing import NamedTuple


class Piece(NamedTuple):
    """A cell as it is on the page: text, first column, columns spanned, line, rows spanned."""

    text: str
    column: int
    span: int
    line: int
    rows: int = 1


def texts_of(pieces: Iterable[Piece]) -> list[str]:
    """Return the texts of several cells."""
    # A tuple is unpacked in half the time that asking for one of its fields takes.
    return [text for text, _, _, _, _ in pieces]


def words_of(pieces: Iterable[Piece]) -> list[str]:
    """Return those texts of several cells that may be labels: numbers and blanks are ASCII."""
    return [text for text, _, _, _, _ in pieces if not text.isascii()]


class Shown(NamedTuple):
    """What a source shows about its cells: blank ones, and how many columns a cell spans."""

    blanks: bool
    spans: bool
