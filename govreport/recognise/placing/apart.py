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
from govreport.recognise.placing.leaves import Header
from govreport.recognise.placing.lists import begins_late
from govreport.recognise.placing.naming import Named, StatuteCells, Text
from govreport.recognise.placing.printed_order import leaves_in_order
from govreport.recognise.placing.rows import RowReader
from govreport.recognise.placing.sheets import SheetPart, SheetRow, Side

_NUMBERS_FIRST = (
    "the numbers come before the labels, so it is not known which rows they belong to"
)
_LABELS_FIRST = "the numbers of several rows come together after their labels"
_TOO_MANY = "rows hold more numbers than the header above them has columns"
_FEWEST_ROWS = 2
"""Full rows behind which a row without numbers may show that each number stands a row late."""
_FEWEST_HOLDING = 2
"""Identities that have to hold of numbers that are moved to labels."""
_HOLDING = 0.75
"""The share of the identities that have to hold: offices err."""
_CLEARLY_MORE = 2
"""How many times more identities hold of a reading than of another that is not believed."""
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
    first = next((at for at, text in enumerate(texts) if _names_row(text.named)), 0)
    first_value = next((at for at, text in enumerate(texts) if _is_value(text)), len(texts))
    head = texts[: min(first, first_value)]
    columns = _columns(head, cells, layout)
    below = texts[len(head) :]
    rows = _rows([text for text in below if not _is_value(text)], cells, layout)
    numbers = [read_value(text.piece.text).value for text in below if _is_value(text)]
    known = [number for number in numbers if number is not None]
    if not columns or not rows or not len(known) == len(numbers) == len(rows) * len(columns):
        return None
    read = _by_rows(known, rows, columns)
    within = _within_rows(layout)
    if first < first_value:
        in_order = _are_labels_first(below)
        others = _by_columns(known, rows, columns)
        certain = _is_better(read, others, within)
    else:
        in_order = _are_numbers_first(below, rows, len(columns))
        late = _by_rows([*known[len(columns) :], *[0] * len(columns)], rows, columns)
        between = [each for each in layout.identities if each not in within]
        certain = _is_better(read, late, between)
    contradicted = _hold(read, within) < sum(_has_number(read, each) for each in within)
    if not in_order or contradicted or (any(known) and not certain):
        return None
    figures = [text.piece for text in below if _is_value(text)]
    whole = [text.piece for text in head]
    for at, row in enumerate(rows):
        whole += (*row.labels, *figures[at * len(columns) : (at + 1) * len(columns)])
    return whole


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
    keys = [row.key for row in layout.rows]
    for text in texts:
        named = text.named
        if named.sort == "value":
            numbers.append(text)
            continue
        row = [key for key in cells.rows_in(named.rows) if key in keys] if named.rows else []
        if numbers or (len(row) == 1 and named.match.label("row")):
            if len(numbers) != columns or len(row) != 1 or not columns:
                return texts
            seen += row
            whole += (text, *numbers)
            numbers = []
            continue
        if named.match.label("item") or named.match.label("header"):
            columns = 0
        columns += bool(named.columns)
        whole.append(text)
    return whole if seen == keys and not numbers else texts


def list_doubt(texts: Sequence[Text]) -> str:
    """Return why the numbers of a list are nobody's: the last label has none behind it."""
    return _NUMBERS_FIRST if begins_late(texts) else ""


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
        return _NUMBERS_FIRST if side.columns and _are_numbers_above(part, reader) else ""
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


def _are_numbers_above(part: SheetPart, reader: RowReader) -> bool:
    """Whether the first row has no label and the last one no numbers."""
    rows = [row for row in part.rows if not row.is_note]
    if len(rows) < _FEWEST_ROWS:
        return False
    first, last = rows[0], rows[-1]
    return not reader.labels_of(first) and not any(p.text for p in reader.behind(last))


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


def _has_number(values: _Values, identity: Identity) -> bool:
    return any(values[cell] for cell in (*identity.left, *identity.right))


def _within_rows(layout: Layout) -> list[Identity]:
    """Return the identities that fix the total of a row."""
    return [
        each
        for each in layout.identities
        if len({row for row, _ in (*each.left, *each.right)}) == 1
    ]
