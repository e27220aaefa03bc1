"""Joins the lines of print in a cell into its text."""

from itertools import pairwise

from govreport.readers.printed.lines import (
    PrintedLine,
    around,
    columns_of,
    joined,
    leading_width,
    lines_of,
)
from govreport.readers.printed.page import Box, Glyph

_ROOM = 0.35
"""A line with no more room than this after the next text, in parts of its size, is full."""
_DIGIT = 0.5
_INSIDE = 5.0
"""The largest distance of a cell's text from its rules, in points."""


def cell_text(glyphs: list[Glyph], box: Box) -> tuple[str, bool]:
    """Return the text of the glyphs in a cell, and whether its last line left no room.

    A line that filled the cell continues in the next.
    """
    if not glyphs:
        return "", False
    sideways = [glyph for glyph in glyphs if glyph.turn in (1, 3)]
    if not sideways:
        lines = lines_of(glyphs)
        return together(lines, box), _is_full(lines, box)
    upright = lines_of(glyph for glyph in glyphs if glyph.turn not in (1, 3))
    text = "".join(line.text for line in columns_of(sideways))
    return "\n".join(filter(None, (text, together(upright, box)))), False


def together(lines: list[PrintedLine], box: Box) -> str:
    """Return lines as one text, broken where a line left room for more."""
    if not lines:
        return ""
    room = _margins(lines, box)
    text = lines[0].text
    for before, line in pairwise(lines):
        left = box.width - room - before.box.width
        full = left < (leading_width(line.text) + _ROOM) * line.size
        if before.text[-1:].isdigit() and line.text[:1].isdigit():
            full = left < _DIGIT * line.size
        text = joined(text, line.text) if full else f"{text}\n{line.text}"
    return text


def _is_full(lines: list[PrintedLine], box: Box) -> bool:
    if not lines:
        return False
    return box.width - _margins(lines, box) - lines[-1].box.width < (1 + _ROOM) * lines[-1].size


def _margins(lines: list[PrintedLine], box: Box) -> float:
    """Return the distance of a cell's text from its rules, as its longest line shows best."""
    return min(box.width - around(line.box for line in lines).width, 2 * _INSIDE)
