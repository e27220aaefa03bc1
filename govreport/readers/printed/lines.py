"""Glyphs as lines of print, and lines as text."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from govreport.expressions import expression
from govreport.readers.printed.page import Box, Glyph

_UNBROKEN = expression(
    r"(?:[“‘（《〈【「『(\[]*)(?:[0-9A-Za-z][0-9A-Za-z.,:@/_%+-]*|.)[，。、；：？！）》〉】」』”’…%,.;:?!)\]]*"
)
_LETTER = 0.6
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALL = 0.78
_RAISED_BY = 0.12
_TWICE = 0.12
"""A glyph printed again this close makes itself bold (in parts of its size)."""
_BLANK_LETTERS = 0.22
_BLANK_IDEOGRAPHS = 0.8
_BLANK_MIXED = 0.6
"""Gaps as wide as this, in parts of the size, are blanks."""
_TO_THE_LEFT = 1
_APART = 1.5
"""So wide a gap divides a line."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line, separated from others by a wide gap."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of print; `segments` are its parts, a single one if it has no wide gaps."""

    text: str
    box: Box
    size: float
    recognised: bool = False
    segments: tuple[Segment, ...] = ()


def lines_of(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """Return the lines of upright glyphs, from the upper one down."""
    rows: list[list[Glyph]] = []
    middles: list[float] = []
    for glyph in sorted(glyphs, key=lambda each: (each.box.down, each.box.left)):
        if rows and glyph.box.down - middles[-1] < _reach(rows[-1][0], glyph):
            rows[-1].append(glyph)
            if glyph.size > rows[-1][0].size:
                rows[-1][0], rows[-1][-1] = glyph, rows[-1][0]
                middles[-1] = glyph.box.down
        else:
            rows.append([glyph])
            middles.append(glyph.box.down)
    return [line for row in rows if (line := _line(row)) is not None]


def _reach(greatest: Glyph, glyph: Glyph) -> float:
    """Return how far below a line's middle that of its glyphs may be."""
    return 0.5 * max(greatest.size, glyph.size)


def _line(row: list[Glyph]) -> PrintedLine | None:
    row = _once(sorted(row, key=lambda each: each.box.left))
    shown = [glyph for glyph in row if not glyph.text.isspace()]
    if not shown:
        return None
    size = sorted(glyph.size for glyph in shown)[len(shown) // 2]
    box = around(glyph.box for glyph in shown)
    recognised = any(glyph.recognised for glyph in shown)
    segments = tuple(
        Segment(_text(part, size), part[0].box.left, part[-1].box.right)
        for part in _parts(shown, size)
    )
    text = segments[0].text if len(segments) == 1 and len(shown) == len(row) else _text(row, size)
    return PrintedLine(text, box, size, recognised, segments)


def _parts(row: list[Glyph], size: float) -> list[list[Glyph]]:
    parts: list[list[Glyph]] = [[row[0]]]
    for before, glyph in pairwise(row):
        if glyph.box.left - before.box.right > _APART * size:
            parts.append([glyph])
        else:
            parts[-1].append(glyph)
    return parts


def _once(row: list[Glyph]) -> list[Glyph]:
    """Return the glyphs without those printed twice."""
    kept: list[Glyph] = []
    for glyph in row:
        near = _TWICE * glyph.size
        again = any(
            each.text == glyph.text
            and abs(each.box.left - glyph.box.left) < near
            and abs(each.box.down - glyph.box.down) < near
            for each in kept[-3:]
        )
        if not again:
            kept.append(glyph)
    return kept


def _text(row: list[Glyph], size: float) -> str:
    parts: list[str] = []
    before: Glyph | None = None
    blank = False
    middle = sorted(glyph.box.down for glyph in row)[len(row) // 2]
    for glyph in row:
        if glyph.text.isspace():
            blank = blank or glyph.box.width > 0.15 * size
            continue
        if before is not None:
            gap = (glyph.box.left - before.box.right) / size
            # A blank glyph counts if it is wide enough to be seen.
            if blank or gap > _least_gap(before.text, glyph.text):
                parts.append(" ")
        parts.append(_raised(glyph, size, middle))
        before, blank = glyph, False
    return "".join(parts)


def _raised(glyph: Glyph, size: float, middle: float) -> str:
    """Return a glyph's text, a small raised digit as the sign for it."""
    if glyph.size < _SMALL * size and middle - glyph.box.down > _RAISED_BY * size:
        return glyph.text.translate(_RAISED)
    return glyph.text


def _least_gap(before: str, after: str) -> float:
    first, second = is_wide(before[-1]), is_wide(after[0])
    if first and second:
        return _BLANK_IDEOGRAPHS
    return _BLANK_MIXED if first or second else _BLANK_LETTERS


def is_wide(character: str) -> bool:
    """Whether a character is as wide as an ideograph."""
    return unicodedata.east_asian_width(character) in "WF"


def around(boxes: Iterable[Box]) -> Box:
    """Return the box around one or more boxes."""
    every = iter(boxes)
    first = next(every)
    left, top, right, bottom = first.left, first.top, first.right, first.bottom
    for box in every:
        left, top = min(left, box.left), min(top, box.top)
        right, bottom = max(right, box.right), max(bottom, box.bottom)
    return Box(left, top, right, bottom)


def joined(first: str, second: str) -> str:
    """Return a line and its continuation as one text: with a blank only between letters."""
    if not first or not second:
        return first + second
    apart = not is_wide(first[-1]) and not is_wide(second[0])
    letters = first[-1].isalpha() or second[0].isalpha()
    return f"{first} {second}" if apart and letters else first + second


def leading_width(text: str) -> float:
    """Return the width of a text's unbreakable beginning, in parts of its size.

    That is its first ideograph or word with the closing signs after it.
    """
    match = _UNBROKEN.match(text)
    return sum(1.0 if is_wide(each) else _LETTER for each in match[0]) if match else 0.0


def columns_of(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """Return the lines of glyphs that are turned sideways, in reading order.

    Those turned to the right run down, from the right line to the left; the others run up.
    """
    turned: list[Glyph] = []
    for each in glyphs:
        box = each.box
        if each.turn == _TO_THE_LEFT:
            upright = Box(-box.bottom, box.left, -box.top, box.right)
        else:
            upright = Box(box.top, -box.right, box.bottom, -box.left)
        turned.append(Glyph(each.text, upright, each.size, 0, each.recognised))
    return lines_of(turned)
