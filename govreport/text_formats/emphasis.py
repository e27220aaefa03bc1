"""Emphasis and line ends that Markdown and HTML mark inside a line of plain text.

Of Markdown (CommonMark 0.31, section 6.2) `**` and `__` around a text are understood. A `*` may
also mask a digit, so a mark that touches digits inside a text is left as it is.
"""

import re
from collections.abc import Sequence
from itertools import chain

from govreport.expressions import expression

_EMPHASIS = expression(r"(?<!\*)\*\*(?![\s*])([^*]*[^\s*])\*\*(?!\*)")
_WHOLE = expression(r"(\*\*|__)(?![\s*_])([^*]*[^\s*_])\1")
_INDENTED = expression(r"\*\*\u3000+([^*\s][^*]*?)\s*\*\*")
_LINE_END = expression(r"[ \t]*<br[ \t]*/?>[ \t]*", re.IGNORECASE)
_COUNTED = expression(r"[件条次人个元年月日份项场期起家名篇]([，。；、）]|\Z)")
"""A unit and the end of its phrase, before which two marks stand for a number of two digits."""
_FEWEST_CELLS = 2
"""With so many emphasised cells in a table, they are not masked numbers."""


def without_emphasis(text: str) -> str:
    """Return a line without the `**` around emphasised text, or around the indented whole of it."""
    if match := _INDENTED.fullmatch(text):
        return match[1]
    return _EMPHASIS.sub(_unless_masked, text) if "**" in text else text


def _unless_masked(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    after = match.string[match.end() : match.end() + 1]
    counts = before.isalnum() and _COUNTED.match(match[1])
    masked = (
        counts
        or (before.isdecimal() and match[1][0].isdecimal())
        or (after.isdecimal() and match[1][-1].isdecimal())
    )
    return match[0] if masked else match[1]


def plain_cells(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the cells of a table without emphasis around a whole cell and `<br>` as line ends."""
    if not any("<br" in cell or cell[:2] in ("**", "__") for cell in chain.from_iterable(rows)):
        return [list(row) for row in rows]
    broken = [list(map(_with_line_ends, row)) for row in rows]
    emphasised = sum(_WHOLE.fullmatch(cell) is not None for cell in chain.from_iterable(broken))
    if emphasised < _FEWEST_CELLS:
        return broken
    return [list(map(_without_whole, row)) for row in broken]


def _with_line_ends(cell: str) -> str:
    return _LINE_END.sub("\n", cell).strip()


def _without_whole(cell: str) -> str:
    match = _WHOLE.fullmatch(cell)
    return match[2] if match else cell
