"""The header of a table in columns of blanks: labels that stand on several lines, made whole."""

from collections.abc import Iterator
from itertools import chain, combinations, pairwise
from typing import NamedTuple

from govreport.model.grid import Cell
from govreport.text_formats.tables.aligned.fragments import SAME_PLACE, Fragment

FEWEST_TORN = 2
"""Labels that stand on several lines: where fewer do, the lines can be read as they are."""
_MOST_TEXTS = 400


class AlignedHeader(NamedTuple):
    """A header: the lines that head several columns, what heads the labels, and the columns'."""

    above: list[list[Fragment]]
    corner: str
    labels: list[str]

    def rows(self) -> list[list[Cell]]:
        """Return its rows; how far the texts of the lines above reach is not known."""
        texts = [each.text for line in self.above for each in line]
        head = [Cell(" ".join(texts)), Cell("", 1, len(self.labels))]
        return [head, [Cell(self.corner), *map(Cell, self.labels)]]

    def printed(self) -> Iterator[list[str]]:
        """Yield the texts of its lines, each left to right: what heads several columns, the labels."""
        above = sorted(
            (each for line in self.above for each in line), key=lambda each: each.middle
        )
        yield [each.text for each in above]
        yield [self.corner, *self.labels] if self.corner else self.labels


def header_of(
    lines: list[list[Fragment]], edge: int, width: int, fewest_torn: int = FEWEST_TORN
) -> AlignedHeader | None:
    """Return a header; None where its lines do not give each column one label.

    So many labels stand on several lines at least.

    What stands left of `edge`, where the figures begin, heads the labels of the rows. Lines whose
    texts are all longer than any below head several columns.
    """
    if sum(map(len, lines)) > _MOST_TEXTS:
        return None
    corner = "".join(each.text for each in chain.from_iterable(lines) if each.middle < edge)
    right = [[each for each in line if each.middle >= edge] for line in lines]
    covers = _covers_of(right)
    torn = [_without(line, above) for line, above in zip(right, covers, strict=True)]
    for first in range(len(torn) - 1, -1, -1):
        labels = _labels(torn[:first], torn[first:], width, fewest_torn)
        if labels is not None:
            heads = [*right[:first], *covers[first:]]
            return AlignedHeader(list(filter(None, heads)), corner, labels)
    return None


def _covers_of(lines: list[list[Fragment]]) -> list[list[Fragment]]:
    """Return of each line the texts that head several columns, or alone the middle of all."""
    middle = (min(_starts(lines), default=0) + max(_ends(lines), default=0)) / 2
    return [
        [
            each
            for each in line
            if _covers(each, lines[at + 1 :])
            or (len(line) == 1 and abs(each.middle - middle) <= SAME_PLACE)
        ]
        for at, line in enumerate(lines)
    ]


def _without(line: list[Fragment], others: list[Fragment]) -> list[Fragment]:
    return [each for each in line if each not in others]


def _labels(
    heads: list[list[Fragment]], lines: list[list[Fragment]], width: int, fewest: int
) -> list[str] | None:
    """Return the labels of so many columns that lines make, None where they do not.

    The texts of `heads`, which stand above them, are longer than any of theirs.
    """
    texts = list(chain.from_iterable(lines))
    longest = max((len(each.text) for each in texts), default=0)
    if any(len(each.text) <= longest for each in chain.from_iterable(heads)):
        return None
    columns = _columns(texts)
    torn = sum(len(column) > 1 for column in columns)
    if len(columns) != width or torn < fewest or not _are_apart(columns):
        return None
    return ["".join(each.text for each in column) for column in columns]


def _starts(lines: list[list[Fragment]]) -> Iterator[int]:
    return (each.start for line in lines for each in line)


def _ends(lines: list[list[Fragment]]) -> Iterator[int]:
    return (each.end for line in lines for each in line)


def _covers(text: Fragment, lines: list[list[Fragment]]) -> bool:
    """Whether a text stands above several of one of the lines below it."""
    return any(
        sum(text.start < each.end and each.start < text.end for each in line) > 1
        for line in lines
    )


def _columns(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Return texts of several lines by the columns in which they stand, left to right.

    The nearest go together first; two of one line never do.
    """
    columns = [[each] for each in fragments]
    owner = list(range(len(fragments)))
    for _, one, other in _near(fragments):
        first, second = owner[one], owner[other]
        lines = [each.line for each in (*columns[first], *columns[second])]
        if first != second and len(set(lines)) == len(lines):
            columns[first] += columns[second]
            columns[second] = []
            owner = [first if each == second else each for each in owner]
    return sorted(map(sorted, filter(None, columns)), key=_middle)


def _middle(column: list[Fragment]) -> float:
    return sum(each.middle for each in column) / len(column)


def _near(fragments: list[Fragment]) -> list[tuple[float, int, int]]:
    """Return the pairs of texts that stand in one place across, the nearest first."""
    return sorted(
        (distance, one, other)
        for one, other in combinations(range(len(fragments)), 2)
        if (distance := abs(fragments[one].middle - fragments[other].middle)) <= SAME_PLACE
    )


def _are_apart(columns: list[list[Fragment]]) -> bool:
    """Whether no column reaches over its neighbour, as it does where cells have moved aside."""
    return all(
        max(each.end for each in left) <= min(each.start for each in right) + 1
        for left, right in pairwise(columns)
    )
