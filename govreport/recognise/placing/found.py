"""What was found of a statutory table, and the table built from it, with every row."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from govreport.model.statute import Layout, Row
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable
from govreport.model.text import one_line
from govreport.model.values import read_cell, read_value
from govreport.recognise.notes import Notes
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.naming import CellKey, StatuteCells

_GIVEN_TWICE = "the source gives it twice, with different numbers"
_MAY_BE_OF_ANOTHER = (
    "most rows are given twice, with different numbers, and this may be the other's"
)
_FEWEST_CONTRADICTED = 3
_MOST_DIGITS = 200
"""Digits of a row none of whose numbers can be longer than what is read as one."""
_IN_ONE_ONLY = "its row is given twice, with different numbers, and this one only once"


@dataclass(slots=True, eq=False, repr=False)
class Found:
    """The contents of a table's rows: values by cell, rows seen, and rows outside the form."""

    values: defaultdict[CellKey, list[str]] = field(default_factory=lambda: defaultdict(list))
    seen: dict[str, None] = field(default_factory=dict)
    extra: dict[tuple[str | None, str], dict[str, str]] = field(default_factory=dict)
    """By group and label of a column, the text of each row."""
    added: list[tuple[str, StatutoryRow]] = field(default_factory=list)
    """Rows that are not in the form, each with the key of the row printed before it."""
    units: dict[str, str] = field(default_factory=dict)
    opened: list[tuple[frozenset[CellKey], Sequence[str]]] = field(default_factory=list)
    """For each row whose numbers stayed open: the cells they may belong to, and their texts."""
    strangers: dict[str, None] = field(default_factory=dict)
    """Texts of headers that are not labels of the statute."""
    last: str = ""

    def added_behind(self, key: str | None) -> list[StatutoryRow]:
        """Return the rows outside the form that are printed behind a row, those above all for ""."""
        return [row for before, row in self.added if before == key]


def found_table(layout: Layout, found: Found, notes: Notes) -> StatutoryTable:
    """Return a table of a layout with everything that was found."""
    texts = _texts(found, notes)
    extra = _extra_columns(layout, found, notes)
    rows = [_row(row, texts, extra, found, notes) for row in layout.rows]
    return StatutoryTable(
        layout.kind,
        layout.edition,
        tuple(_with_added(layout, rows, found)),
        tuple(extra),
        _units(layout, found),
    )


def _units(layout: Layout, found: Found) -> tuple[tuple[str, str], ...]:
    """Return the units that headers print of columns of the form."""
    if not found.units:
        return ()
    columns = {column.key for row in layout.rows for column in row.columns}
    return tuple((key, unit) for key, unit in found.units.items() if key in columns)


def _texts(found: Found, notes: Notes) -> dict[CellKey, str]:
    """Return the text of each cell, blank where the source gives it differing numbers."""
    texts = {key: given[0] for key, given in found.values.items()}
    if found.opened or sum(map(len, found.values.values())) > len(texts):
        _leave_contradicted_open(texts, found, notes)
    return texts


def _leave_contradicted_open(texts: dict[CellKey, str], found: Found, notes: Notes) -> None:
    """Leave the texts of cells blank whose numbers the source gives in several ways."""
    several = {key: given for key, given in found.values.items() if len(given) > 1}
    for key, given in several.items():
        texts[key] = _agreed(key, given, notes)
    for cell in _beside_differing(several, texts) if several else ():
        notes.add("ambiguous-columns", "", texts[cell], _IN_ONE_ONLY, *cell)
        texts[cell] = ""
    for cells, open_texts in found.opened:
        _leave_open_beside(texts, cells, open_texts, notes)
    contradicted = {key[0] for key, text in texts.items() if not text}
    for cell in _of_another_table(texts, contradicted):
        notes.add("ambiguous-columns", "", texts[cell], _MAY_BE_OF_ANOTHER, *cell)
        texts[cell] = ""


def _leave_open_beside(
    texts: dict[CellKey, str],
    cells: frozenset[CellKey],
    open_texts: Sequence[str],
    notes: Notes,
) -> None:
    """Leave the texts of cells open that may be those of a row whose open texts differ."""
    read = {cell: text for cell, text in texts.items() if cell in cells and text}
    if differs(open_texts, read.values()):
        for cell, text in read.items():
            notes.add("ambiguous-columns", "", text, _GIVEN_TWICE, *cell)
            texts[cell] = ""


def _of_another_table(
    texts: Mapping[CellKey, str], contradicted: Collection[str]
) -> list[CellKey]:
    """Return the numbers left where most rows are contradicted: two tables were taken for one."""
    if len(contradicted) < _FEWEST_CONTRADICTED:
        return []
    left = {key[0] for key, text in texts.items() if text}.difference(contradicted)
    if len(contradicted) <= len(left):
        return []
    return [key for key, text in texts.items() if text]


def _extra_columns(layout: Layout, found: Found, notes: Notes) -> list[ExtraColumn]:
    """Return the columns that are not in the form; note them and what else headers say."""
    order = [row.group for row in layout.rows]
    extra = sorted(
        (ExtraColumn(label, group) for group, label in found.extra if group in order),
        key=lambda column: order.index(column.group),
    )
    for column in extra:
        notes.add("unknown-column", "", column.label)
    for text in found.strangers:
        if not any(one_line(text, "a header") in column.label for column in extra):
            notes.add("unplaced-text", "the header", text)
    return extra


def _row(
    row: Row,
    texts: Mapping[CellKey, str],
    extra: Sequence[ExtraColumn],
    found: Found,
    notes: Notes,
) -> StatutoryRow:
    """Return a row of the form with its texts, those of columns outside the form last."""
    if row.key not in found.seen:
        notes.add("missing-row", "", "", row=row.key)
    key = row.key
    line = [texts.get((key, column.key), "") for column in row.columns]
    if extra:
        own = [found.extra[c.group, c.label] for c in extra if c.group == row.group]
        line += [column.get(row.key, "") for column in own]
    if not _are_digits(line):
        _note_unreadable(row, line, found.units, notes)
    return StatutoryRow(row.key, "", tuple(line))


def _note_unreadable(
    row: Row, line: Sequence[str], units: Mapping[str, str], notes: Notes
) -> None:
    keys = [column.key for column in row.columns]
    own = [units.get(column.key, column.unit) for column in row.columns]
    for text, key, unit in zip_longest(line, keys, own, fillvalue=""):
        if text and read_cell(text, unit).doubtful:
            notes.add("unreadable-value", "", text, row=row.key, column=key)


def _are_digits(texts: Iterable[str]) -> bool:
    """Whether texts are blank or hold only digits, as those of most rows, and none is doubtful."""
    digits = "".join(texts)
    return digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS


def differs(left_open: Iterable[str], read: Iterable[str]) -> bool:
    """Whether open texts differ from those read and are not a broken copy of them."""
    numbers = [value for text in read if (value := read_value(text).value) is not None]
    if not numbers:
        return False
    rest = iter(numbers)
    values = [value for text in left_open if (value := read_value(text).value) is not None]
    return not all(value in rest for value in values)


def cells_below(
    leaves: Sequence[Leaf], rows: int, columns: int, cells: StatuteCells
) -> frozenset[CellKey]:
    """Return the cells of the form in a row, below the columns of a header."""
    masks = [
        (both(rows, leaf.rows) or 0) & (both(columns, leaf.columns) or 0)
        for leaf in leaves
        if not leaf.is_foreign
    ]
    return frozenset(key for mask in masks if (key := cells.only(mask)) is not None)


def both(first: int, second: int) -> int | None:
    """Return the cells that two sets share, an empty set being no restriction; None for no cell."""
    if not first or not second:
        return first or second
    return first & second or None


def _with_added(layout: Layout, rows: Sequence[StatutoryRow], found: Found) -> list[StatutoryRow]:
    if layout.kind == "reviews" or not found.added:
        return [*rows, *(row for _, row in found.added)]
    placed = found.added_behind("")
    for row in rows:
        placed.append(row)
        placed += found.added_behind(row.key)
    known = {"", *(row.key for row in rows)}
    return [*placed, *(added for before, added in found.added if before not in known)]


def _agreed(key: CellKey, given: Sequence[str], notes: Notes) -> str:
    """Return the text of a cell that occurs several times, blank if its numbers differ."""
    values = {read_value(text).value for text in given}
    quoted = " | ".join(given)
    if len(values) == 1 and None not in values:
        notes.add("repeated-row", "", quoted, row=key[0])
        return given[0]
    notes.add("repeated-row", "", quoted, row=key[0])
    notes.add("ambiguous-columns", "", quoted, _GIVEN_TWICE, *key)
    return ""


def _beside_differing(
    several: Mapping[CellKey, Sequence[str]], texts: Mapping[CellKey, str]
) -> list[CellKey]:
    """Return the cells given once in rows of which several cells are given with other numbers.

    Such a row is printed twice, and it is not known which of the two is meant. A single cell
    that differs may be that of a column printed twice. `several` are the cells given several times.
    """
    differing = Counter(key[0] for key in several if not texts[key])
    rows = {row for row, count in differing.items() if count > 1}
    return [key for key, text in texts.items() if key[0] in rows and text and key not in several]
