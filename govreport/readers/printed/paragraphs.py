"""Lines of print as paragraphs: where one ends is seen by indents, room, gaps and sizes."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from govreport.readers.printed.lines import Line, joined

_ENUMERATED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[)）]|附[件：:])"
)
_INDENT = 1.2
_ROOM = 1.6
_GAP = 1.45
_OTHER_SIZE = 0.12
_CENTRED = 0.06
_TITLE_WITHIN = 12


@dataclass(slots=True)
class Prose:
    """A paragraph while lines are added to it."""

    lines: list[Line] = field(default_factory=list)
    text: str = ""
    centred: bool = False
    page: int = 0

    @property
    def size(self) -> float:
        """The size of its type."""
        return median(line.size for line in self.lines)

    def add(self, line: Line) -> None:
        """Add a line that goes on."""
        self.text = joined(self.text, line.text)
        self.lines.append(line)


@dataclass(frozen=True, slots=True)
class Measure:
    """Between which sides a page's prose is set."""

    left: float
    right: float
    width: float

    def indent(self, line: Line) -> float:
        """Return how far a line begins from the left side, in parts of its size."""
        return (line.box.left - self.left) / line.size

    def room(self, line: Line) -> float:
        """Return how much room a line leaves at the right side, in parts of its size."""
        return (self.right - line.box.right) / line.size

    def is_centred(self, line: Line) -> bool:
        """Whether a line stands in the middle, away from both sides."""
        middle = (self.left + self.right) / 2
        off = abs(line.box.across - middle)
        return (
            off < _CENTRED * self.width + 0.5
            and self.indent(line) > _INDENT
            and self.room(line) > _INDENT
        )


def measure_of(lines: list[Line], width: float) -> Measure:
    """Return the measure of prose lines, those of a whole document being given."""
    if not lines:
        return Measure(0.0, width, width)
    long = [line for line in lines if line.box.width > 0.5 * width] or lines
    lefts = sorted(line.box.left for line in long)
    rights = sorted(line.box.right for line in long)
    return Measure(lefts[len(lefts) // 10], rights[len(rights) * 9 // 10], width)


def begins(line: Line, before: Line, measure: Measure, prose: Prose, *, same_page: bool) -> bool:
    """Whether a line begins a paragraph behind the line before it."""
    if abs(line.size - before.size) > _OTHER_SIZE * max(line.size, before.size):
        return True
    centred = measure.is_centred(line)
    if prose.centred and centred and same_page:
        return _gap(line, before) > _GAP + 0.4
    if centred != prose.centred and (centred or measure.room(before) > _ROOM):
        return True
    if same_page and _gap(line, before) > _pitch(prose) * _GAP:
        return True
    if measure.indent(line) > _INDENT and line.box.left > before.box.left + 0.5 * line.size:
        return True
    if measure.indent(line) > _INDENT and measure.indent(before) > _INDENT:
        return len(prose.lines) > 1 or measure.room(before) > _ROOM or _is_indented(line, measure)
    if measure.room(before) > _ROOM:
        return True
    return bool(_ENUMERATED.match(line.text)) and measure.room(before) > 1.0


def _is_indented(line: Line, measure: Measure) -> bool:
    """Whether a line is set in as first lines are."""
    return 1.5 < measure.indent(line) < 2.8


def _gap(line: Line, before: Line) -> float:
    """Return how far below the line before a line stands, in parts of its size."""
    return (line.box.down - before.box.down) / line.size


def _pitch(prose: Prose) -> float:
    """Return how far apart the lines of a paragraph stand so far, two sizes at most unknown."""
    gaps = [_gap(line, before) for before, line in pairwise(prose.lines)]
    return median(gaps) if gaps else 1.45


def level_of(number: int, prose: Prose, largest: float, usual: float) -> int | None:
    """Return 0 for the title: the largest type among the first blocks; None for all else."""
    if number < _TITLE_WITHIN and prose.size >= largest * 0.98 and largest > usual * 1.1:
        return 0
    return None
