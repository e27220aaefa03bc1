"""A line of a table with what its texts name."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govreport.recognise.placing.naming import Sort, StatuteCells, Text
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
    sorts = frozenset([named.sort for _, named in texts])
    labels = tuple([text for text in texts if text.named.sort == "label"])
    return NamedLine(texts, labels, sorts)


def named_lines(
    lines: Sequence[Line], cells: StatuteCells, keys: frozenset[str]
) -> list[NamedLine]:
    """Return lines with what their texts name in a layout that has rows of such keys."""
    names = {piece.text: cells.name(piece.text) for line in lines for piece in line}
    for text, named in names.items():
        # A label that is a row only in the other edition is the group that it is in this one.
        if named.rows == named.above or not keys.isdisjoint(cells.rows_in(named.rows)):
            continue
        if not keys.isdisjoint(cells.rows_in(named.above)):
            names[text] = named._replace(rows=named.above)
    return [
        named_line([_text(Text, (piece, names[piece.text])) for piece in line]) for line in lines
    ]
