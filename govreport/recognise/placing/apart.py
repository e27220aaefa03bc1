"""Joins numbers printed apart from their labels, if the identities of the form confirm it.

Text extracted from a printed page column by column has all labels of a table first and then all its
numbers; if labels are set lower than their numbers, each row's numbers come before its label. Only
the numbers themselves show which belong together. They are joined only in a table that has every
row and column of the form exactly once. Numbers after all labels are joined if every row's total
holds; numbers before their labels if the identities between rows hold as well, or all are zero.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from govreport.model.statute import Identity, Layout
from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.headers import Header, leaves_in_order
from govreport.recognise.placing.naming import Named, StatuteCells, Text
from govreport.recognise.placing.rows import RowReader
from govreport.recognise.placing.sheets import SheetPart, SheetRow, Side

_NUMBERS_FIRST = (
    "the numbers come before the labels, so it is not known which rows they belong to"
)
_LABELS_FIRST = "the numbers of several rows come together after their labels"
_TOO_MANY = "rows hold more numbers than the header above them has columns"
_FEWEST_ROWS = 2
"""Full rows after which a row without numbers may show that all numbers are a row too late."""
_FEWEST_FIGURES = 3
"""Numbers in a text that is not a name of a column."""

_Number = int | Decimal
_Values = Mapping[tuple[str, str], _Number]


class _Row(NamedTuple):
    """A row: its labels, those of groups before its own, and its key."""

    labels: tuple[Piece, ...]
    key: str


def with_numbers_behind_labels(
    run: Sequence[Piece], cells: StatuteCells, layout: Layout
) -> Sequence[Piece]:
    """Return a run of cells with each row's numbers after its label, if they were printed apart.

    A run is returned unchanged unless this is certain.
    """
    if cells.kind != "applications" or len(run) <= len(layout.rows):
        return run  # no identity holds in table 2; table 4 has no labels next to its numbers
    texts = [Text(piece, cells.name(piece.text)) for piece in run]
    first = next((at for at, text in enumerate(texts) if _names_row(text.named)), 0)
    first_value = next((at for at, text in enumerate(texts) if _is_value(text)), len(texts))
    head = texts[: min(first, first_value)]
    columns = _columns(head, cells, layout)
    below = texts[len(head) :]
    rows = _rows([text for text in below if not _is_value(text)], cells, layout)
    numbers = [read_value(text.piece.text).value for text in below if _is_value(text)]
    known = [number for number in numbers if number is not None]
    if not columns or not rows or not len(known) == len(numbers) == len(rows) * len(columns):
        return run
    read = _by_rows(known, rows, columns)
    if first < first_value:
        totals = _within_rows(layout)
        in_order = _are_labels_first(below)
        certain = _obeys(read, totals) and not _obeys(_by_columns(known, rows, columns), totals)
    else:
        in_order = _are_numbers_first(below, rows, len(columns))
        certain = _obeys(read, layout.identities)
    if not in_order or (any(known) and not certain):
        return run
    figures = [text.piece for text in below if _is_value(text)]
    whole = [text.piece for text in head]
    for at, row in enumerate(rows):
        whole += (*row.labels, *figures[at * len(columns) : (at + 1) * len(columns)])
    return whole


def order_doubt(
    part: SheetPart,
    header: Header,
    reader: RowReader,
    is_counted: Callable[[SheetRow], bool],
    layout: Layout,
    side: Side,
) -> str:
    """Return why no row can be read of a text that lists a table column by column.

    `is_counted` says whether a row is one of the statute's.
    """
    if not side.rows:
        return ""
    if any(leaf.is_foreign and _states_figures(leaf.label) for leaf in header.leaves):
        return _NUMBERS_FIRST
    count = len(header.leaves)
    rows = [row for row in part.rows if not row.is_note]
    numbers = [sum(bool(p.text) for p in reader.behind(row)) for row in rows]
    ends = [number for number, row in zip(numbers, rows, strict=True) if is_counted(row)]
    unlabelled = rows and numbers[0] and not reader.labels_of(rows[0])
    begun = layout.kind == "proactive_disclosure" or numbers[:1] == [count]
    if unlabelled and ends and (not ends[-1] or begun):
        return _NUMBERS_FIRST
    late = len(ends) > _FEWEST_ROWS and set(ends[:-1]) == {count} and not ends[-1]
    if late and not reader.rows_are_full:
        return _NUMBERS_FIRST
    for before, after in pairwise(ends):
        if not before and after > count:
            return _LABELS_FIRST
    if count and layout.kind != "reviews" and max(ends, default=0) > count:
        foreign = any(leaf.is_foreign for leaf in header.leaves)
        return _TOO_MANY if foreign or count < len(layout.rows[0].columns) else ""
    return ""


def _states_figures(text: str) -> bool:
    """Whether a text is a line of numbers, and so the row of a label, not the name of a column."""
    figures = [part for part in text.split() if read_value(part).value is not None]
    return len(figures) >= _FEWEST_FIGURES and 2 * len(figures) > len(text.split())


def _names_row(named: Named) -> bool:
    return named.sort == "label" and bool(named.rows) and not named.columns


def _is_value(text: Text) -> bool:
    return text.named.sort == "value"


def _columns(head: Sequence[Text], cells: StatuteCells, layout: Layout) -> list[str]:
    """Return the keys of the columns in printed order, none unless they are all of the form."""
    leaves = leaves_in_order([tuple(head)], Side(rows=True, columns=False)) or ()
    keys = [cells.columns_in(leaf.columns) for leaf in leaves if not leaf.is_foreign]
    known = [each[0] for each in keys if len(each) == 1]
    form = sorted(column.key for column in layout.rows[0].columns)
    return known if len(known) == len(leaves) and sorted(known) == form else []


def _rows(labels: Sequence[Text], cells: StatuteCells, layout: Layout) -> list[_Row]:
    """Return the rows that labels name, none unless they are all rows of the form, each once."""
    rows: list[_Row] = []
    groups: list[Piece] = []
    form = {row.key for row in layout.rows}
    for piece, named in labels:
        # A row that only the other edition has may be a group of rows in this one.
        keys = [key for mask in (named.rows, named.above) for key in cells.rows_in(mask)]
        keys = list(dict.fromkeys(key for key in keys if key in form))
        if named.sort != "label" or not keys:
            return []
        groups.append(piece)
        if len(keys) == 1 and (named.match.label("row") or not named.match.label("group")):
            rows.append(_Row(tuple(groups), keys[0]))
            groups = []
    is_whole = len(rows) == len(form) and {row.key for row in rows} == form
    return rows if is_whole and not groups else []


def _are_labels_first(below: Sequence[Text]) -> bool:
    """Whether no label comes after a number."""
    first = next((at for at, text in enumerate(below) if _is_value(text)), len(below))
    return all(map(_is_value, below[first:]))


def _are_numbers_first(below: Sequence[Text], rows: Sequence[_Row], count: int) -> bool:
    """Whether each row's labels come after that many numbers."""
    expected = [each for row in rows for each in ([True] * count + [False] * len(row.labels))]
    return [_is_value(text) for text in below] == expected


def _by_rows(numbers: Sequence[_Number], rows: Sequence[_Row], columns: Sequence[str]) -> _Values:
    keys = ((row.key, column) for row in rows for column in columns)
    return dict(zip(keys, numbers, strict=True))


def _by_columns(
    numbers: Sequence[_Number], rows: Sequence[_Row], columns: Sequence[str]
) -> _Values:
    keys = ((row.key, column) for column in columns for row in rows)
    return dict(zip(keys, numbers, strict=True))


def _obeys(values: _Values, identities: Iterable[Identity]) -> bool:
    """Whether the numbers satisfy the identities of the form."""
    return all(
        sum(values[cell] for cell in each.left) == sum(values[cell] for cell in each.right)
        for each in identities
    )


def _within_rows(layout: Layout) -> list[Identity]:
    """Return the identities that fix the total of a row."""
    return [
        each
        for each in layout.identities
        if len({row for row, _ in (*each.left, *each.right)}) == 1
    ]
