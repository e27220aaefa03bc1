"""The labels of a header without positions, in the order in which they are printed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.recognise.placing.labels_beside import names_rows_beside
from govreport.recognise.placing.named_lines import TextLine
from govreport.recognise.placing.naming import Named, Text, is_quantity
from govreport.recognise.placing.sheets import Side


class TreeLabel(NamedTuple):
    """A text of a header: the line on which it is printed, and what it names."""

    text: Text
    line: int

    @property
    def sort(self) -> str:
        """What kind of text it is."""
        return self.text.named.sort

    @property
    def is_known(self) -> bool:
        """Whether it is a label of the form."""
        return self.sort == "label"

    @property
    def is_column(self) -> bool:
        """Whether it is the label of one column, so that no other label stands below it."""
        named = self.text.named
        return bool(named.columns) and named.match.label("column") is not None

    @property
    def is_quantity(self) -> bool:
        """Whether it says only that the year's numbers are below, as it may below each column."""
        return self.sort == "neutral" and is_quantity(self.text.piece.text)


def labels_of(header: Sequence[TextLine], side: Side) -> list[TreeLabel]:
    """Return the labels of a header, each once."""
    return _lowest(_labels_in(header, side), side)


def _labels_in(header: Sequence[TextLine], side: Side) -> list[TreeLabel]:
    is_turned = side.columns and not side.rows
    lines = [[text for text in line if text.named.sort != "blank"] for line in header]
    return [
        TreeLabel(text, at)
        for at, line in enumerate(filter(None, lines))
        for text in line
        if not names_rows_beside(text.named.rows, text.named.columns, side)
        and not (is_turned and text.named.sort == "neutral")
    ]


def _lowest(labels: list[TreeLabel], side: Side) -> list[TreeLabel]:
    """Return labels, only the lowest of a header that prints some again on each line that they span.

    Its last line then names every column in its place, below each of the lowest groups. A line that
    names all columns is their order, however far the labels above it reach.
    """
    columns = [label for label in labels if label.is_column]
    if not columns or any(label.sort == "foreign" for label in labels):
        return labels
    different = len({label.text.named.columns for label in columns})
    if side.rows and different == len(columns) and columns[0].line == columns[-1].line:
        return [label for label in labels if label.line == columns[0].line]
    groups = [] if side.rows else _lowest_groups(labels)
    count = different * max(1, len(groups))
    lowest = columns[-count:]
    return [*groups, *lowest] if count < len(columns) and _recur(lowest, different) else labels


def _recur(columns: Sequence[TreeLabel], count: int) -> bool:
    """Whether labels of columns come again and again in the same order, so many different ones."""
    masks = [label.text.named.columns for label in columns]
    return len(set(masks[:count])) == count and masks == masks[:count] * (len(masks) // count)


def _lowest_groups(labels: Sequence[TreeLabel]) -> list[TreeLabel]:
    """Return the labels of rows that cover no other, each once."""
    once = {label.text.named.rows: label for label in labels if label.text.named.rows}.values()
    return [label for label in once if not any(covers(label, other) for other in once)]


def with_one_total(labels: Sequence[TreeLabel], total: int) -> Iterator[Sequence[TreeLabel]]:
    """Yield the labels of applicants with each of several totals the only one that is the form's."""
    totals = [label for label in labels if label.text.named.columns == total]
    for kept in totals if len(totals) > 1 else ():
        yield [
            label._replace(text=label.text._replace(named=Named("foreign")))
            if label in totals and label is not kept
            else label
            for label in labels
        ]


def without_late(labels: Sequence[TreeLabel]) -> list[TreeLabel]:
    """Return labels without those that are printed behind one that stands below them.

    A printed page has them in the middle over their columns, so that a program that goes from
    the left to the right meets some of these before; the order is that of the lowest labels.
    """
    return [
        label
        for at, label in enumerate(labels)
        if not any(covers(label, before) for before in labels[:at])
    ]


def covers(over: TreeLabel, label: TreeLabel) -> bool:
    """Whether a label names more than another that is in its place below it."""
    if not (over.is_known and label.is_known):
        return False
    one, other = over.text.named, label.text.named
    if one.rows and other.rows:
        return one.rows & other.rows == other.rows != one.rows
    return bool(one.columns and other.columns) and (
        one.columns & other.columns == other.columns != one.columns
    )
