"""A PDF page turned so that its text stands upright, with its origin in the upper left corner."""

import math
from collections import Counter

from govreport.readers.pdf.glyphs import PageText, RawGlyph
from govreport.readers.pdf.paths import PageDrawing
from govreport.readers.printed.page import Box, Glyph, PrintedPage, PrintedRule

Corners = tuple[float, float, float, float]
_QUARTER = math.pi / 2
_ABOUT = 0.1
_SMALLEST = 0.5
"""Points; smaller type cannot be read."""


def turned(number: int, frame: Corners, text: PageText, drawing: PageDrawing) -> PrintedPage:
    """Return the page, turned as most glyphs are, whatever the file says."""
    turn = _turn(text.glyphs)
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    if turn % 2:
        width, height = height, width
    page = PrintedPage(number, width, height, quoted=drawing.quoted)
    for glyph in text.glyphs:
        page.glyphs.append(_glyph(glyph, turn, frame))
    for rule in drawing.rules:
        box = _turned(rule, turn, frame)
        if box.width >= box.height:
            page.rules.append(PrintedRule(True, box.down, box.left, box.right))
        else:
            page.rules.append(PrintedRule(False, box.across, box.top, box.bottom))
    return page


def _turn(glyphs: list[RawGlyph]) -> int:
    """Return by how many quarters most glyphs are turned to the left."""
    turns = Counter(
        turn for glyph in glyphs[:3_000] if (turn := _quarters(glyph.angle)) is not None
    )
    return turns.most_common(1)[0][0] if turns else 0


def _quarters(angle: float) -> int | None:
    """Return by how many quarters a glyph is turned to the left; pdfium's angles go to the right."""
    turn = round(angle / _QUARTER)
    return -turn % 4 if abs(angle - turn * _QUARTER) < _ABOUT else None


def _glyph(glyph: RawGlyph, turn: int, frame: Corners) -> Glyph:
    own = _quarters(glyph.angle)
    relative = None if own is None else (own - turn) % 4
    box = _turned(glyph.loose, turn, frame)
    if relative:
        # The loose box of vertical type lies half a glyph beside it.
        ink = _turned(glyph.ink, turn, frame)
        high = box.width if relative % 2 else box.height
        return Glyph(glyph.text, ink, _size(glyph.size, high), relative, glyph.invisible)
    return Glyph(glyph.text, box, _size(glyph.size, box.height), relative, glyph.invisible)


def _size(stated: float, high: float) -> float:
    """Return the size of type: the stated one, if it fits the height of its line."""
    return max(stated if 0.4 * high <= stated <= 2 * high else high, _SMALLEST)


def _turned(box: Corners, turn: int, frame: Corners) -> Box:
    """Return a box of the page's own space as it lies on the page turned upright."""
    left, bottom, right, top = box
    if turn == 0:
        return Box(left - frame[0], frame[3] - top, right - frame[0], frame[3] - bottom)
    if turn == 1:
        return Box(bottom - frame[1], left - frame[0], top - frame[1], right - frame[0])
    if turn == 2:
        return Box(frame[2] - right, bottom - frame[1], frame[2] - left, top - frame[1])
    return Box(frame[3] - top, frame[2] - right, frame[3] - bottom, frame[2] - left)
