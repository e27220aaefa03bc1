"""Joins lines of print into paragraphs, by indents, room at the end, gaps and sizes."""

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from govreport.expressions import expression
from govreport.readers.printed.lines import PrintedLine, joined, leading_width

_ENUMERATED = expression(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[)）]|附[件：:])"
)
_INDENT = 1.2
_ROOM = 0.8
_ENUMERATED_ROOM = 1.0
_GAP = 1.45
_OTHER_SIZE = 0.12
_LONG = 0.6
_MOST_PARTS = 2
_LARGE = 1.1
_CENTRED = 0.02
_TITLE_WITHIN = 12


@dataclass(slots=True)
class Prose:
    """A paragraph while lines are added to it."""

    lines: list[PrintedLine] = field(default_factory=list)
    text: str = ""
    centred: bool = False
    pages: list[int] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The size of its type."""
        return median(line.size for line in self.lines)

    @property
    def page(self) -> int:
        """The page of its last line."""
        return self.pages[-1]

    def add(self, line: PrintedLine, page: int) -> None:
        """Add a continuing line."""
        self.text = joined(self.text, line.text)
        self.lines.append(line)
        self.pages.append(page)


@dataclass(frozen=True, slots=True)
class Measure:
    """The sides between which a page's prose is set, and its size."""

    left: float
    right: float
    width: float
    size: float

    def indent(self, line: PrintedLine) -> float:
        """Return how far a line begins from the left side, in parts of its size."""
        return (line.box.left - self.left) / line.size

    def room(self, line: PrintedLine) -> float:
        """Return how much room a line leaves at the right side, in parts of its size."""
        return (self.right - line.box.right) / line.size

    def is_centred(self, line: PrintedLine) -> bool:
        """Whether a line is in the middle, away from both sides."""
        middle = (self.left + self.right) / 2
        off = abs(line.box.across - middle)
        return (
            off < _CENTRED * self.width + 0.5
            and self.indent(line) > _INDENT
            and self.room(line) > _INDENT
        )

    def is_title(self, line: PrintedLine) -> bool:
        """Whether a line stands in the middle, in larger type than the prose."""
        return line.size > _LARGE * self.size and self.is_centred(line)


def measure_of(lines: list[PrintedLine], width: float) -> Measure:
    """Return the measure of prose, given the lines of a whole document."""
    if not lines:
        return Measure(0.0, width, width, 0.0)
    long = [line for line in lines if line.box.width > 0.5 * width] or lines
    lefts = sorted(line.box.left for line in long)
    rights = sorted(line.box.right for line in long)
    size = median(line.size for line in lines)
    left, right = lefts[len(lefts) // 10], rights[len(rights) * 9 // 10]
    if right - left < _LONG * width:
        right = max(right, width - left)  # no line is long enough to show where lines end
    return Measure(left, right, width, size)


def begins(
    line: PrintedLine, before: PrintedLine, measure: Measure, prose: Prose, *, same_page: bool
) -> bool:
    """Whether a line begins a paragraph after the line before it."""
    if _is_set_otherwise(line, before):
        return True
    if same_page and measure.is_title(line):
        return (
            _gap(line, before) > _GAP + 0.4
        )  # a title continues however much room its lines leave
    if measure.is_centred(line) or prose.centred:
        return True
    if same_page and _gap(line, before) > _pitch(prose) * _GAP:
        return True
    room = measure.room(before)
    if room > leading_width(line.text) + _ROOM:
        return True
    if measure.indent(line) > _INDENT:
        return _is_first_line(line, before, measure, prose)
    return _begins_item(line, room)


def _begins_item(line: PrintedLine, room: float) -> bool:
    """Whether a line begins an item of a list behind a line that leaves so much room."""
    return room > _ENUMERATED_ROOM and _ENUMERATED.match(line.text) is not None


def _is_set_otherwise(line: PrintedLine, before: PrintedLine) -> bool:
    """Whether two lines are of other sizes, or either is the row of a table without rules."""
    if abs(line.size - before.size) > _OTHER_SIZE * max(line.size, before.size):
        return True
    return max(len(line.segments), len(before.segments)) > _MOST_PARTS


def _is_first_line(
    line: PrintedLine, before: PrintedLine, measure: Measure, prose: Prose
) -> bool:
    """Whether an indented line begins a paragraph; a wholly indented paragraph continues.

    A first line is indented more than the line before.
    """
    further = line.box.left > before.box.left + 0.5 * line.size
    return further or len(prose.lines) > 1 or _is_indented(line, measure)


def _is_indented(line: PrintedLine, measure: Measure) -> bool:
    """Whether a line is indented like a first line."""
    return 1.5 < measure.indent(line) < 2.8


def _gap(line: PrintedLine, before: PrintedLine) -> float:
    """Return the distance of a line below the line before, in parts of its size."""
    return (line.box.down - before.box.down) / line.size


def _pitch(prose: Prose) -> float:
    """Return the distance between the lines of a paragraph so far, at most two sizes if unknown."""
    gaps = [_gap(line, before) for before, line in pairwise(prose.lines)]
    # Across the end of a page, the next line is higher up.
    below = [gap for gap in gaps if gap > 0]
    return median(below) if below else 1.45


def level_of(number: int, prose: Prose, largest: float, usual: float) -> int | None:
    """Return 0 for the title, which has the largest type among the first blocks, else None."""
    if number < _TITLE_WITHIN and prose.size >= largest * 0.98 and largest > usual * 1.1:
        return 0
    return None
