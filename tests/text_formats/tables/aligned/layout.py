"""A table laid out in blanks, as programs print it that keep the layout of a page."""

import unicodedata
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from govreport.model.grid import Slot, Table

Measure = Callable[[str], int]


class Layout(NamedTuple):
    """The places that each column takes, what a text takes, and where texts stand in their cells."""

    widths: Sequence[int]
    measure: Measure = len
    upright: bool = False
    """Whether texts stand at the upper edge of their cells, not in the middle."""
    centred: bool = False
    """Whether texts stand in the middle of their columns; those of several columns always do."""


def display_width(text: str) -> int:
    """Return the places of a terminal that a text takes."""
    return sum(1 + (unicodedata.east_asian_width(each) in "WF") for each in text)


def laid_out(table: Table, layout: Layout) -> list[str]:
    """Return the lines of a table, its labels broken to the width of their columns."""
    slots = [
        slot
        for at, line in enumerate(table.grid)
        for column, slot in enumerate(line)
        if (slot.row, slot.column) == (at, column)
    ]
    heights = _heights(slots, table.height, layout)
    tops = [0, *accumulate(heights)]
    canvas: list[list[tuple[int, str]]] = [[] for _ in range(tops[-1])]
    lefts = [0, *accumulate(layout.widths)]
    for slot in slots:
        lines = _lines(slot, layout)
        top, bottom = tops[slot.row], tops[slot.row + slot.cell.row_span]
        room = lefts[slot.column + slot.cell.column_span] - lefts[slot.column] - 1
        first = top if layout.upright else top + (bottom - top - len(lines)) // 2
        for at, text in enumerate(lines, first):
            is_centred = layout.centred or slot.cell.column_span > 1
            aside = (room - layout.measure(text)) // 2 if is_centred else 0
            canvas[at].append((lefts[slot.column] + max(aside, 0), text))
    return [_line(sorted(texts), layout.measure) for texts in canvas]


def _heights(slots: list[Slot], height: int, layout: Layout) -> list[int]:
    heights = [1] * height
    for slot in sorted(slots, key=lambda slot: slot.cell.row_span):
        last = slot.row + slot.cell.row_span - 1
        missing = len(_lines(slot, layout)) - sum(heights[slot.row : last + 1])
        heights[last] += max(missing, 0)
    return heights


def _lines(slot: Slot, layout: Layout) -> list[str]:
    """Return a cell's text, broken wherever a line is full; numbers stay whole."""
    text = slot.cell.text.replace("\n", "")
    room = sum(layout.widths[slot.column : slot.column + slot.cell.column_span]) - 1
    if text.isdecimal():
        return [text]
    lines = [""]
    for character in text:
        if layout.measure(lines[-1] + character) > room and lines[-1]:
            lines.append("")
        lines[-1] += character
    return [line for line in lines if line]


def _line(texts: list[tuple[int, str]], measure: Measure) -> str:
    line = ""
    for left, text in texts:
        blanks = max(left - measure(line), 1 if line else 0)
        line += " " * blanks + text
    return line
