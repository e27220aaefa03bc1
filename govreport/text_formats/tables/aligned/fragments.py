"""The texts of a line with their places, where programs kept the layout of a page in blanks."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from statistics import pstdev
from typing import NamedTuple

from govreport.expressions import expression

_EXACT = 1.0
"""Places by which all columns of figures together may vary and still be exact."""
SAME_PLACE = 2.5
"""Places by which the middles of a label's lines, or their beginnings, are apart at most."""
_LONGEST_LINE = 2_000
"""Characters of the longest line that is looked at."""
FIGURE = expression(r"[+\-－]?[0-9０-９]+(?:[,，.．][0-9０-９]+)*|[-/／—–]{1,2}|无")
_ENTRY = expression(
    r"(?![0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[)）]\S)"
    r"[^\w\s]?[约近逾增减加少]{0,2}[0-9０-９OoIl][^一-鿿\s（(【\[]{0,10}"
    r"[件条次项个宗元万余多人份]{0,2}(?:[（(【\[]\S{0,12})?"
)
"""What a cell of figures holds besides: a unit, a note, a letter taken for a digit."""
_TOKEN = expression(r"\S+")
_CELL = expression(r"\S+(?:[ \u3000\u00a0]\S+)*")

Measure = Callable[[str], int]
"""How many places a text takes."""


class Fragment(NamedTuple):
    """A text on a line, the line's number in the region, and where it begins and ends."""

    line: int
    start: int
    end: int
    text: str

    @property
    def middle(self) -> float:
        """The place of its middle."""
        return (self.start + self.end) / 2


class FigureLine(NamedTuple):
    """A line that ends in figures: these, and the texts before them."""

    line: int
    figures: list[str]
    texts: list[Fragment]

    @property
    def printed(self) -> list[str]:
        """All that the line holds, left to right."""
        return [*(each.text for each in self.texts), *self.figures]


def figures_at_end(text: str) -> int:
    """Return how many figures end a line; one may be the rest of a label and counts as none."""
    if len(text) > _LONGEST_LINE:
        return 0
    texts = text.split()
    return len(texts) - _first_figure(texts)


def _first_figure(texts: Sequence[str]) -> int:
    """Return where the figures begin that end a line; one alone may be the rest of a label."""
    first = len(texts)
    while first and is_figure(texts[first - 1]):
        first -= 1
    return first if len(texts) - first > 1 else len(texts)


def is_figure(text: str) -> bool:
    """Whether a text is what a cell of figures holds."""
    return bool(FIGURE.fullmatch(text) or _ENTRY.fullmatch(text))


def fragments_of(text: str, line: int, measure: Measure) -> list[Fragment]:
    """Return the texts of a line, parted by blanks, with their places."""
    return list(_placed(_TOKEN.finditer(text), text, line, measure))


def cells_of(text: str, line: int, measure: Measure) -> list[Fragment]:
    """Return the texts of a line, parted by two blanks or more, with their places."""
    if len(text) > _LONGEST_LINE:
        return []
    return list(_placed(_CELL.finditer(text), text, line, measure))


def _placed(
    found: Iterator[re.Match[str]], text: str, line: int, measure: Measure
) -> Iterator[Fragment]:
    place = behind = 0
    for each in found:
        start = place + measure(text[behind : each.start()])
        place, behind = start + measure(each.group()), each.end()
        yield Fragment(line, start, place, each.group())


def row_of(text: str, line: int, measure: Measure) -> FigureLine:
    """Return a line as its texts and the figures at its end."""
    fragments = fragments_of(text, line, measure)
    first = _first_figure([each.text for each in fragments])
    return FigureLine(line, [each.text for each in fragments[first:]], fragments[:first])


def display_width(text: str) -> int:
    """Return the places of a terminal that a text takes."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def measures(lines: Sequence[str], width: int) -> list[Measure]:
    """Return how wide the program may have taken texts to be, the likeliest first.

    It is that by which the figures of a column are below each other; if they are exactly so, it is
    the only one.
    """

    def spread(measure: Measure) -> float:
        rows_of_figures = [fragments_of(line, 0, measure)[-width:] for line in lines]
        return math.fsum(
            min(
                pstdev(each.start for each in column),
                pstdev(each.middle for each in column),
                pstdev(each.end for each in column),
            )
            for column in zip(*rows_of_figures, strict=True)
        )

    spreads: dict[Measure, float] = {measure: spread(measure) for measure in (len, display_width)}
    likeliest = sorted(spreads, key=spreads.__getitem__)
    return likeliest[:1] if spreads[likeliest[0]] <= _EXACT else likeliest
