"""The glyphs of a PDF page, as pdfium finds them, in the page's own space."""

import ctypes
import math
from dataclasses import dataclass
from typing import Any

from govreport.limits import Limits

_INVISIBLE = 3
"""The mode in which text is neither filled nor stroked (ISO 32000-1, 9.3.6)."""
_CLIP_ONLY = 7
_BREAKS = (9, 10, 13)
_QUARTER = math.pi / 2
_ASCENT = 0.86
"""The part of its size by which an ideograph rises above its line."""
_PRIVATE = range(0xE000, 0xF900)
_HALF_PAIRS = range(0xD800, 0xE000)


Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class RawGlyph:
    """A character with its loose and ink box (left, bottom, right, top) and angle in radians.

    `size` is that of its type, 0 if unknown.
    """

    text: str
    loose: Corners
    ink: Corners
    angle: float
    size: float
    invisible: bool


class PageText:
    """The glyphs of one page; `shown` counts them, `unmapped` those of unknown meaning."""

    def __init__(self, raw: Any, page: Any, limits: Limits) -> None:
        self.glyphs: list[RawGlyph] = []
        self.shown = 0
        self.unmapped = 0
        self._raw = raw
        opened = page.get_textpage()
        self._text = opened.raw
        self._objects: dict[int, tuple[float, bool]] = {}
        count = opened.count_chars()
        limits.check("glyphs", count, "a page of the PDF file: glyphs")
        for index in range(max(0, count)):
            self._take(index)
        opened.close()

    def _take(self, index: int) -> None:
        raw, text = self._raw, self._text
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _BREAKS or raw.FPDFText_IsGenerated(text, index) == 1:
            return
        character = self._character(index, code)
        loose = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(text, index, loose)
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        box = (loose.left, loose.bottom, loose.right, loose.top)
        ink = (left.value, bottom.value, right.value, top.value)
        if not all(map(math.isfinite, (*box, *ink))):
            return
        angle = raw.FPDFText_GetCharAngle(text, index)
        size, invisible = self._of_object(index)
        across, up = ctypes.c_double(), ctypes.c_double()
        if raw.FPDFText_GetCharOrigin(text, index, across, up):
            box = _on_its_line(box, (across.value, up.value), angle, size)
        self.glyphs.append(RawGlyph(character, box, ink, angle, size, invisible))

    def _character(self, index: int, code: int) -> str:
        """Return what a glyph means, U+FFFD where that is not known; count it."""
        known = not (code < 0x20 or code in _HALF_PAIRS or code in (0xFFFD, 0xFFFE, 0xFFFF))
        character = chr(code) if known else "\ufffd"
        if not character.isspace():
            self.shown += 1
            doubtful = self._raw.FPDFText_HasUnicodeMapError(self._text, index) == 1
            self.unmapped += not known or code in _PRIVATE or doubtful
        return character

    def _of_object(self, index: int) -> tuple[float, bool]:
        """Return the size of a glyph's type, and whether the glyph is not painted."""
        raw = self._raw
        found = raw.FPDFText_GetTextObject(self._text, index)
        address = ctypes.addressof(found.contents) if found else -1
        known = self._objects.get(address)
        if known is None or not found:
            matrix = raw.FS_MATRIX()
            size = raw.FPDFText_GetFontSize(self._text, index)
            if raw.FPDFText_GetMatrix(self._text, index, matrix):
                size *= math.hypot(matrix.c, matrix.d)
            mode = raw.FPDFTextObj_GetTextRenderMode(found) if found else 0
            known = (size if math.isfinite(size) else 0.0, mode in (_INVISIBLE, _CLIP_ONLY))
            self._objects[address] = known
        return known


def _on_its_line(box: Corners, origin: tuple[float, float], angle: float, size: float) -> Corners:
    """Return a glyph's box with the height of its type, from its line.

    The heights that fonts state for their glyphs differ too much to find lines by them. Glyphs of
    vertical type have their origin above their middle and keep their box.
    """
    left, bottom, right, top = box
    turn = round(angle / _QUARTER) % 4
    along, start, end = (origin[0], left, right) if turn % 2 == 0 else (origin[1], bottom, top)
    middle = (start + end) / 2
    if (
        not size
        or not all(map(math.isfinite, origin))
        or abs(angle - round(angle / _QUARTER) * _QUARTER) > 0.1
    ):
        return box
    if abs(along - middle) < 0.25 * (end - start):
        return box
    # pdfium's angles go to the right.
    above, below = _ASCENT * size, (1 - _ASCENT) * size
    across, up = origin
    if turn == 0:
        return (left, up - below, right, up + above)
    if turn == 1:
        return (across - below, bottom, across + above, top)
    if turn == 2:
        return (left, up - above, right, up + below)
    return (across - above, bottom, across + below, top)
