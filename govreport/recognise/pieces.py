"""A cell as it is on the page, and what its source shows about cells."""

from typing import NamedTuple


class Piece(NamedTuple):
    """A cell as it is on the page: text, first column, columns spanned, line, rows spanned."""

    text: str
    column: int
    span: int
    line: int
    rows: int = 1


class Shown(NamedTuple):
    """What a source shows about its cells: blank ones, and how many columns a cell spans."""

    blanks: bool
    spans: bool
