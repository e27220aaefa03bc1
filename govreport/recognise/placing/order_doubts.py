"""Why no row can be read of a text that lists the labels and the numbers of a table apart."""

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from govreport.model.statute import Layout
from govreport.model.values import read_value
from govreport.recognise.placing.leaves import Header
from govreport.recognise.placing.lists import begins_late
from govreport.recognise.placing.naming import Text, is_quantity
from govreport.recognise.placing.part_labels import LabelledRow
from govreport.recognise.placing.table_part import TablePart

NUMBERS_FIRST = "the numbers come before the labels, so it is not known which rows they belong to"
"""Why no row is read; it holds for a whole table, which is printed in one way."""
LABELS_FIRST = "the numbers of several rows come together after their labels"
_TOO_MANY = "rows hold more numbers than the header above them has columns"
_MAY_HEAD = "a word for numbers among its headers may be a damaged label of a column"
_FEWEST_ROWS = 2
"""Full rows behind which a row without numbers may show that each number stands a row late."""
_FEWEST_FIGURES = 3
"""Numbers in a text that is not a name of a column."""


class _Counts(NamedTuple):
    """How many columns a header has, and how many numbers each row and each row of the form has."""

    columns: int
    of_rows: Sequence[int]
    of_form: Sequence[int]


def list_doubt(texts: Sequence[Text]) -> str:
    """Return why the numbers of a list are nobody's: the last label has none behind it."""
    return NUMBERS_FIRST if begins_late(texts) else ""


def order_doubt(part: TablePart, rows: Sequence[LabelledRow], rows_are_full: bool) -> str:
    """Return why no row can be read of a text that lists a table column by column.

    `rows` are those of the part, `rows_are_full` says that no row of the table lacks a cell.
    """
    rows = [row for row in rows if not row.is_note]
    header, layout = part.header, part.layout
    if not part.side.rows:
        are_above = _are_numbers_above(rows) if part.side.columns else _begins_alone(part)
        return NUMBERS_FIRST if are_above else ""
    if any(map(_is_line_of_figures, chain.from_iterable(part.lines.header))):
        return NUMBERS_FIRST
    counts = _counts(rows, header)
    if _begin_with_numbers(rows, counts, layout) or _end_with_label(counts, rows_are_full):
        return NUMBERS_FIRST
    if _follow_labels(rows, counts, layout):
        return LABELS_FIRST
    if _are_too_many(counts, header, layout):
        return _TOO_MANY
    return _MAY_HEAD if _has_quantity_beside(part, rows) else ""


def _has_quantity_beside(part: TablePart, rows: Sequence[LabelledRow]) -> bool:
    """Whether each row has as many cells as columns if a word for numbers is a column's header, too.

    Such a word may be what is left of a column's label.
    """
    texts = [text for line in part.lines.header for text in line][1:]
    words = sum(text.named.sort == "neutral" and is_quantity(text.piece.text) for text in texts)
    cells = [len(row.behind) for row in rows if row.is_of_form]
    columns = len(part.header.leaves)
    return bool(words and columns and cells) and set(cells) == {columns + words}


def _counts(rows: Sequence[LabelledRow], header: Header) -> _Counts:
    numbers = [sum(bool(piece.text) for piece in row.behind) for row in rows]
    ends = [number for number, row in zip(numbers, rows, strict=True) if row.is_of_form]
    return _Counts(len(header.leaves), numbers, ends)


def _begin_with_numbers(rows: Sequence[LabelledRow], counts: _Counts, layout: Layout) -> bool:
    """Whether the first numbers have no label, and nothing says that only theirs is missing."""
    if not counts.of_form or not counts.of_rows[0] or rows[0].labels:
        return False
    begun = layout.kind == "proactive_disclosure" or counts.of_rows[0] == counts.columns
    return begun or not counts.of_form[-1]


def _end_with_label(counts: _Counts, rows_are_full: bool) -> bool:
    """Whether of the rows of the form all are full but the last, which is only a label."""
    *full, last = counts.of_form or [0]
    if rows_are_full or last or len(full) < _FEWEST_ROWS:
        return False
    return set(full) == {counts.columns}


def _follow_labels(rows: Sequence[LabelledRow], counts: _Counts, layout: Layout) -> bool:
    """Whether numbers come together behind the labels of several rows."""
    if come_together([(number, counts.columns) for number in counts.of_form]):
        return True
    return layout.kind == "applications" and _stand_below_all(rows)


def come_together(rows: Sequence[tuple[int, int]]) -> bool:
    """Whether a row of (numbers, columns) has none, and the one below it more than its columns."""
    return any(not one[0] and 0 < other[1] < other[0] for one, other in pairwise(rows))


def _are_too_many(counts: _Counts, header: Header, layout: Layout) -> bool:
    """Whether a row has more numbers than a header that does not name the form's columns alone."""
    if layout.kind == "reviews" or not 0 < counts.columns < max(counts.of_form, default=0):
        return False
    return counts.columns < len(layout.rows[0].columns) or any(
        leaf.is_foreign for leaf in header.leaves
    )


def _stand_below_all(rows: Sequence[LabelledRow]) -> bool:
    """Whether of several rows of the form only the last has cells after its label."""
    *before, last = [bool(row.behind) for row in rows if row.is_of_form] or [False]
    return bool(before) and last and not any(before)


def _are_numbers_above(rows: Sequence[LabelledRow]) -> bool:
    """Whether the first row has no label and the last one no numbers."""
    if len(rows) < _FEWEST_ROWS:
        return False
    first, last = rows[0], rows[-1]
    return not first.labels and not any(piece.text for piece in last.behind)


def _begins_alone(part: TablePart) -> bool:
    """Whether the first numbers have nothing before them, though a text stands before others."""
    firsts = [row.texts[0].named.sort for row in part.rows if row.has_values]
    return firsts[:1] == ["value"] and any(sort in ("foreign", "neutral") for sort in firsts)


def _is_line_of_figures(text: Text) -> bool:
    """Whether a text of a header is a line of numbers, and so the row of a label."""
    if text.named.sort != "foreign":
        return False
    parts = text.piece.text.split()
    figures = sum(read_value(part).value is not None for part in parts)
    return figures >= _FEWEST_FIGURES and 2 * figures > len(parts)
