"""A line of a table with what its texts name."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govreport.recognise.placing.naming import Named, Sort, StatuteCells, Text
from govreport.recognise.rows import Line

TextLine = tuple[Text, ...]

_text = tuple.__new__
"""Makes a text of all its fields in half the time."""


class NamedLine(NamedTuple):
    """The texts of a line, and what is asked of all of them more than once."""

    texts: TextLine
    labels: TextLine
    """The labels of the statute among them."""
    sorts: frozenset[Sort]


def named_line(texts: Iterable[Text]) -> NamedLine:
    """Return a line of such texts."""
    texts = tuple(texts)
    sorts = [named.sort for _, named in texts]
    labels = [text for text, sort in zip(texts, sorts, strict=True) if sort == "label"]
    return NamedLine(texts, tuple(labels), frozenset(sorts))


def named_lines(
    lines: Sequence[Line], cells: StatuteCells, keys: frozenset[str]
) -> list[NamedLine]:
    """Return lines with what their texts name in a layout that has rows of such keys."""
    name = cells.name
    named = (
        named_line([_text(Text, (piece, name(piece.text))) for piece in line]) for line in lines
    )
    return [_in_layout(line, cells, keys) for line in named]


def _in_layout(line: NamedLine, cells: StatuteCells, keys: frozenset[str]) -> NamedLine:
    """Return a line in which a row of the other edition alone is the group that it is in this one."""
    if not [1 for _, named in line.labels if named.rows != named.above]:
        return line
    return named_line([Text(piece, _named_in_layout(n, cells, keys)) for piece, n in line.texts])


def _named_in_layout(named: Named, cells: StatuteCells, keys: frozenset[str]) -> Named:
    if named.rows == named.above or not keys.isdisjoint(cells.rows_in(named.rows)):
        return named
    if keys.isdisjoint(cells.rows_in(named.above)):
        return named
    return named._replace(rows=named.above)
