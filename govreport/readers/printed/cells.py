"""The text of a cell, put together from its lines of print."""

from itertools import pairwise

from govreport.readers.printed.lines import (
    Line,
    around,
    columns_of,
    joined,
    leading_width,
    lines_of,
)
from govreport.readers.printed.page import Box, Glyph

_ROOM = 0.35
"""A line with no more room than this besides what follows it, in parts of its size, is full."""
_DIGIT = 0.5
_SIDEWAYS = 0.5
_INSIDE = 5.0
"""Points by which a cell's text stands off its rules at most."""


def cell_text(glyphs: list[Glyph], box: Box) -> str:
    """Return the text that glyphs make in a cell; a line that filled it goes on in the next."""
    if not glyphs:
        return ""
    sideways = [glyph for glyph in glyphs if glyph.turn in (1, 3)]
    if len(sideways) > _SIDEWAYS * len(glyphs):
        lines = columns_of(sideways)
        rest = [glyph for glyph in glyphs if glyph.turn not in (1, 3)]
        text = "".join(line.text for line in lines)
        return "\n".join(filter(None, (text, together(lines_of(rest), box))))
    return together(lines_of(glyphs), box)


def together(lines: list[Line], box: Box) -> str:
    """Return lines as one text, broken where a line left room for more."""
    if not lines:
        return ""
    inner = around(line.box for line in lines)
    # How far from its rules a cell's text stands is seen by its own longest line at best.
    room = min(box.width - inner.width, 2 * _INSIDE)
    text = lines[0].text
    for before, line in pairwise(lines):
        left = box.width - room - before.box.width
        full = left < (leading_width(line.text) + _ROOM) * line.size
        if before.text[-1:].isdigit() and line.text[:1].isdigit():
            full = left < _DIGIT * line.size
        text = joined(text, line.text) if full else f"{text}\n{line.text}"
    return text


def fills(lines: list[Line], box: Box) -> bool:
    """Whether the last line of a cell's text left no room for more."""
    if not lines:
        return False
    room = min(box.width - around(line.box for line in lines).width, 2 * _INSIDE)
    return box.width - room - lines[-1].box.width < (1 + _ROOM) * lines[-1].size
