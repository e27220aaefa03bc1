"""Why no row can be read of a text that lists the labels and the numbers of a table apart."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from govreport.model.statute import Layout
from govreport.model.values import read_value
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.lists import begins_late
from govreport.recognise.placing.naming import Text
from govreport.recognise.placing.rows import RowReader
from govreport.recognise.placing.sheets import SheetRow
from govreport.recognise.placing.table_part import TablePart

NUMBERS_FIRST = "the numbers come before the labels, so it is not known which rows they belong to"
"""Why no row is read; it holds for a whole table, which is printed in one way."""
LABELS_FIRST = "the numbers of several rows come together after their labels"
_TOO_MANY = "rows hold more numbers than the header above them has columns"
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


def order_doubt(
    part: TablePart, reader: RowReader, is_counted: Callable[[SheetRow], bool]
) -> str:
    """Return why no row can be read of a text that lists a table column by column.

    `is_counted` says whether a row is one of the statute's.
    """
    header, layout = part.header, part.layout
    if not part.side.rows:
        are_above = part.side.columns and _are_numbers_above(part, reader)
        return NUMBERS_FIRST if are_above else ""
    if any(map(_is_line_of_figures, header.leaves)):
        return NUMBERS_FIRST
    rows = _rows_of(part)
    counts = _counts(rows, header, reader, is_counted)
    if _begin_with_numbers(rows, counts, reader, layout) or _end_with_label(counts, reader):
        return NUMBERS_FIRST
    if _follow_labels(filter(is_counted, rows), counts, reader, layout):
        return LABELS_FIRST
    return _TOO_MANY if _are_too_many(counts, header, layout) else ""


def _rows_of(part: TablePart) -> list[SheetRow]:
    return [row for row in part.rows if not row.is_note]


def _counts(
    rows: Sequence[SheetRow],
    header: Header,
    reader: RowReader,
    is_counted: Callable[[SheetRow], bool],
) -> _Counts:
    numbers = [sum(bool(piece.text) for piece in reader.labels.behind(row)) for row in rows]
    ends = [number for number, row in zip(numbers, rows, strict=True) if is_counted(row)]
    return _Counts(len(header.leaves), numbers, ends)


def _begin_with_numbers(
    rows: Sequence[SheetRow], counts: _Counts, reader: RowReader, layout: Layout
) -> bool:
    """Whether the first numbers have no label, and nothing says that only theirs is missing."""
    if not counts.of_form or not counts.of_rows[0] or reader.labels.of(rows[0]):
        return False
    begun = layout.kind == "proactive_disclosure" or counts.of_rows[0] == counts.columns
    return begun or not counts.of_form[-1]


def _end_with_label(counts: _Counts, reader: RowReader) -> bool:
    """Whether of the rows of the form all are full but the last, which is only a label."""
    *full, last = counts.of_form or [0]
    if reader.rows_are_full or last or len(full) < _FEWEST_ROWS:
        return False
    return set(full) == {counts.columns}


def _follow_labels(
    rows: Iterable[SheetRow], counts: _Counts, reader: RowReader, layout: Layout
) -> bool:
    """Whether numbers come together behind the labels of several rows."""
    if come_together([(number, counts.columns) for number in counts.of_form]):
        return True
    return layout.kind == "applications" and _stand_below_all(rows, reader)


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


def _stand_below_all(rows: Iterable[SheetRow], reader: RowReader) -> bool:
    """Whether of several rows only the last has cells after its label."""
    *before, last = [bool(reader.labels.behind(row)) for row in rows] or [False]
    return bool(before) and last and not any(before)


def _are_numbers_above(part: TablePart, reader: RowReader) -> bool:
    """Whether the first row has no label and the last one no numbers."""
    rows = _rows_of(part)
    if len(rows) < _FEWEST_ROWS:
        return False
    first, last = rows[0], rows[-1]
    return not reader.labels.of(first) and not any(p.text for p in reader.labels.behind(last))


def _is_line_of_figures(leaf: Leaf) -> bool:
    """Whether what should name a column is a line of numbers, and so the row of a label."""
    if not leaf.is_foreign:
        return False
    text = leaf.label
    figures = [part for part in text.split() if read_value(part).value is not None]
    return len(figures) >= _FEWEST_FIGURES and 2 * len(figures) > len(text.split())
