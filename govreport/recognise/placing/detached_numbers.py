"""Joins numbers printed apart from their labels, if the identities of the form confirm it.

Text extracted from a printed page column by column has all labels of a table first and then all its
numbers; if labels are set lower than their numbers, each row's numbers come before its label. Only
the numbers themselves show which belong together. They are joined only in a table that has every
row and column of the form exactly once. Numbers after all labels are joined if every row's total
holds; numbers before their labels if the identities between rows hold as well, or all are zero.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import filterfalse
from typing import NamedTuple

from govreport.model.statute import Identity, Layout
from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.header_trees import readings_of
from govreport.recognise.placing.naming import Named, StatuteCells, Text
from govreport.recognise.placing.sheets import Side

_FEWEST_HOLDING = 2
"""Identities that have to hold of numbers that are moved to labels."""
_HOLDING = 0.75
"""The share of the identities that have to hold: offices err."""
_CLEARLY_MORE = 2
"""How many times more identities hold of a reading than of another that is not believed."""

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
    if len(run) <= len(layout.rows):
        return run
    texts = [Text(piece, cells.name(piece.text)) for piece in run]
    if cells.kind == "proactive_disclosure":
        return [text.piece for text in _items_with_numbers_first(texts, cells, layout)]
    if cells.kind != "applications":
        return run  # table 4 has no labels beside its numbers
    end = len(texts)
    while end and texts[end - 1].named.sort in ("foreign", "blank"):
        end -= 1  # what stands behind the table
    whole = _applications(texts[:end], cells, layout)
    return [*whole, *run[end:]] if whole else run


def _applications(
    texts: Sequence[Text], cells: StatuteCells, layout: Layout
) -> list[Piece] | None:
    """Return table 3 with each row's numbers behind its label, None where that is not certain."""
    first, first_value = _first(texts, _names_row), _first(texts, _is_value)
    begin = min(first, first_value)
    head, below = texts[:begin], _labels_once(texts[begin:])
    columns = _columns(head, cells, layout)
    rows = _rows(list(filterfalse(_is_value, below)), cells, layout)
    figures = [text.piece for text in filter(_is_value, below)]
    known = _numbers(figures)
    if not columns or not rows or len(known) != len(rows) * len(columns):
        return None
    is_certain = _is_certain_after if first < first_value else _is_certain_before
    if not is_certain(below, known, rows, columns, layout):
        return None
    whole = [text.piece for text in head]
    for at, row in enumerate(rows):
        whole += (*row.labels, *figures[at * len(columns) : (at + 1) * len(columns)])
    return whole


def _labels_once(texts: Sequence[Text]) -> list[Text]:
    """Return texts without the labels that are printed again for each place they span."""
    pairs = zip([None, *texts], texts, strict=False)
    return [
        text
        for before, text in pairs
        if not before or _is_value(text) or text.piece.text != before.piece.text
    ]


def _numbers(figures: Sequence[Piece]) -> list[_Number]:
    """Return the numbers in cells, none if something else is in one."""
    read = [read_value(piece.text).value for piece in figures]
    known = [number for number in read if number is not None]
    return known if len(known) == len(read) else []


def _first(texts: Sequence[Text], is_sought: Callable[[Text], bool]) -> int:
    """Return where the first text of a sort stands, the end if there is none."""
    return next((at for at, text in enumerate(texts) if is_sought(text)), len(texts))


def _is_certain_after(
    below: Sequence[Text],
    numbers: Sequence[_Number],
    rows: Sequence[_Row],
    columns: Sequence[str],
    layout: Layout,
) -> bool:
    """Whether numbers that come after all labels are theirs row by row."""
    within = _within_rows(layout)
    read = _by_rows(numbers, rows, columns)
    if not _are_labels_first(below) or not _hold_all(read, within):
        return False
    return not any(numbers) or _is_better(read, _by_columns(numbers, rows, columns), within)


def _is_certain_before(
    below: Sequence[Text],
    numbers: Sequence[_Number],
    rows: Sequence[_Row],
    columns: Sequence[str],
    layout: Layout,
) -> bool:
    """Whether the numbers that come before each row's labels are that row's."""
    within = _within_rows(layout)
    count = len(columns)
    read = _by_rows(numbers, rows, columns)
    if not _are_numbers_first(below, rows, count) or not _hold_mostly(read, within):
        return False
    late = _by_rows([*numbers[count:], *[0] * count], rows, columns)
    between = [each for each in layout.identities if each not in within]
    return not any(numbers) or _is_better(read, late, between)


def _items_with_numbers_first(
    texts: Sequence[Text], cells: StatuteCells, layout: Layout
) -> Sequence[Text]:
    """Return table 2 with each row's numbers behind its label, if in every item they stand before it.

    Every row of the form has to be there, with a number for each column that its item prints.
    """
    whole: list[Text] = []
    numbers: list[Text] = []
    columns = 0
    seen: list[str] = []
    keys = _keys(layout)
    for text in texts:
        named = text.named
        if named.sort == "value":
            numbers.append(text)
            continue
        row = _row_named(named, cells, keys)
        if numbers or (row and named.match.label("row")):
            if not row or not 0 < len(numbers) == columns:
                return texts
            seen.append(row)
            whole += (text, *numbers)
            numbers = []
            continue
        columns = _columns_printed(named, columns)
        whole.append(text)
    return whole if seen == keys and not numbers else texts


def _keys(layout: Layout) -> list[str]:
    return [row.key for row in layout.rows]


def _columns_printed(named: Named, before: int) -> int:
    """Return how many columns an item prints up to a label, of those it prints before it."""
    begun = 0 if named.match.label("item", "header") else before
    return begun + bool(named.columns)


def _row_named(named: Named, cells: StatuteCells, keys: Collection[str]) -> str:
    """Return the only row of the form that a label names, blank if there are several or none."""
    rows = [key for key in cells.rows_in(named.rows) if key in keys] if named.rows else []
    return rows[0] if len(rows) == 1 else ""


def _names_row(text: Text) -> bool:
    named = text.named
    return named.sort == "label" and bool(named.rows) and not named.columns


def _is_value(text: Text) -> bool:
    return text.named.sort == "value"


def _columns(head: Sequence[Text], cells: StatuteCells, layout: Layout) -> list[str]:
    """Return the keys of the columns in printed order, none unless they are all of the form."""
    # What may be the label of a row, too, is none above the rows.
    line = tuple([_as_column(text) for text in head])
    readings = readings_of([line], Side(rows=True, columns=False), cells)
    leaves = readings[0] if len(readings) == 1 else ()
    keys = [cells.columns_in(leaf.columns) for leaf in leaves if not leaf.is_foreign]
    known = [each[0] for each in keys if len(each) == 1]
    form = sorted(column.key for column in layout.rows[0].columns)
    return known if len(known) == len(leaves) and sorted(known) == form else []


def _as_column(text: Text) -> Text:
    """Return a text that names no row if it may name a column."""
    named = text.named
    return text._replace(named=named._replace(rows=0, above=0)) if named.columns else text


def _rows(labels: Sequence[Text], cells: StatuteCells, layout: Layout) -> list[_Row]:
    """Return the rows that labels name, none unless they are all rows of the form, each once."""
    rows: list[_Row] = []
    groups: list[Piece] = []
    form = set(_keys(layout))
    for piece, named in labels:
        keys = _rows_named(named, cells, form)
        if named.sort != "label" or not keys:
            return []
        groups.append(piece)
        if len(keys) == 1 and not _names_group(named):
            rows.append(_Row(tuple(groups), keys[0]))
            groups = []
    is_whole = len(rows) == len(form) and {row.key for row in rows} == form
    return rows if is_whole and not groups else []


def _rows_named(named: Named, cells: StatuteCells, form: Collection[str]) -> list[str]:
    """Return the rows of the form that a label names.

    A row that only the other edition has may be a group of rows in this one.
    """
    keys = [key for mask in (named.rows, named.above) for key in cells.rows_in(mask)]
    return list(dict.fromkeys(key for key in keys if key in form))


def _names_group(named: Named) -> bool:
    return bool(named.match.label("group")) and not named.match.label("row")


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


def _is_better(values: _Values, others: _Values, identities: Sequence[Identity]) -> bool:
    """Whether identities of the form hold of one reading and not of another, but for a few."""
    holding = _hold(values, identities)
    told = sum(_has_number(values, each) for each in identities)
    return (
        holding >= _FEWEST_HOLDING
        and holding >= _HOLDING * told
        and holding > _CLEARLY_MORE * _hold(others, identities)
    )


def _hold(values: _Values, identities: Iterable[Identity]) -> int:
    """Return how many identities hold of numbers that are not all nothing."""
    return sum(
        sum(values[cell] for cell in each.left) == sum(values[cell] for cell in each.right)
        for each in identities
        if _has_number(values, each)
    )


def _hold_mostly(values: _Values, identities: Sequence[Identity]) -> bool:
    """Whether few identities are contradicted."""
    told = sum(_has_number(values, each) for each in identities)
    return _hold(values, identities) >= _HOLDING * told


def _hold_all(values: _Values, identities: Sequence[Identity]) -> bool:
    """Whether no identity is contradicted."""
    return _hold(values, identities) == sum(_has_number(values, each) for each in identities)


def _has_number(values: _Values, identity: Identity) -> bool:
    return any(values[cell] for cell in (*identity.left, *identity.right))


def _within_rows(layout: Layout) -> list[Identity]:
    """Return the identities that fix the total of a row."""
    return [
        each
        for each in layout.identities
        if len({row for row, _ in (*each.left, *each.right)}) == 1
    ]
