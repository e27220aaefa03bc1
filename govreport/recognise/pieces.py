"""A cell as it stands on the page, and what its source shows of cells."""

from typing import NamedTuple


class Piece(NamedTuple):
    """A cell as it stands on the page: text, first column, columns spanned, line, rows spanned."""

    text: str
    column: int
    span: int
    line: int
    rows: int = 1


class Shown(NamedTuple):
    """What a source shows of its cells: blank ones, and how many columns one spans."""

    blanks: bool
    spans: bool
