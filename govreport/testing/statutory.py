"""Strategies for the three statutory tables: as the form has them, and as offices change them."""

from collections.abc import Sequence
from itertools import cycle
from typing import NamedTuple

from hypothesis import strategies as st

from govreport.model import statute
from govreport.model.statute import LAYOUTS, SECTION_HEADINGS, Layout
from govreport.model.statutory import (
    ExtraColumn,
    StatutoryRow,
    StatutoryTable,
    extra_columns_of,
)
from govreport.testing.texts import damaged_texts, lines, texts

STATUTORY_LABELS = sorted(
    {
        *SECTION_HEADINGS.values(),
        *(label for layout in LAYOUTS for row in layout.rows for label in row.labels),
        *(column.label for layout in LAYOUTS for row in layout.rows for column in row.columns),
        *(label for layout in LAYOUTS for _, label in layout.group_labels),
        *(statute.ITEM_COLUMN, statute.APPLICANTS, statute.ORGANIZATIONS, statute.LITIGATION),
        statute.APPLICATIONS_NOTE,
    }
)
"""Every label that the statute prints."""

CELL_TEXTS = ("", "", "", "0", "0", "0", "1", "2", "12", "805", "-35", "1,234", "１２")
"""What offices print in a cell that asks for a number."""

AWKWARD_CELL_TEXTS = (
    *("/", "-", "—", "无", "0件", "3.5万元", "251000元", "12\n件", "1\n2", "? 0", "3（2）", "*"),
    *("总计", "规章", "其他", "|", "\\", "1 2", "0\t0", "０．５", "12.0", "1.2.3", "+7", "（3）"),
    *("1.属于秘密", "一、甲", "2023年", "第一项"),
)
"""What makes a cell ambiguous."""

UNITS = ("万元", "元")
EXTRA_LABELS = ("合计", "备注", "总计", "其他")


def statutory_tables() -> st.SearchStrategy[StatutoryTable]:
    """Return a strategy for statutory tables of every kind and edition, plain or extended."""
    return st.one_of(plain_tables(), extended_tables())


def plain_tables() -> st.SearchStrategy[StatutoryTable]:
    """Return a strategy for tables with the rows and columns of the form, and no others."""
    cells = st.lists(st.sampled_from((*CELL_TEXTS, *AWKWARD_CELL_TEXTS)), min_size=3, max_size=30)
    return st.builds(filled, st.sampled_from(LAYOUTS), cells)


def filled(of: Layout, cells: Sequence[str]) -> StatutoryTable:
    """Return the table of a layout whose cells are filled with the given texts, over and over.

    One short list fills the whole table, so that an example is quickly made and shrunk.
    """
    keys = [(row.key, column.key) for row in of.rows for column in row.columns]
    texts = {key: cells[position % len(cells)] for position, key in enumerate(keys)}
    return StatutoryTable.from_texts(of.kind, of.edition, texts)


@st.composite
def extended_tables(draw: st.DrawFn) -> StatutoryTable:
    """Return a strategy for tables with columns, rows and units that the statute does not know."""
    of = draw(st.sampled_from(LAYOUTS))
    additions = _ADDITIONS[of.kind, of.edition]
    base = filled(of, draw(additions.cells))
    extra = draw(additions.columns)
    # Like the known cells, those of the new columns repeat a short list.
    added = cycle(draw(additions.cells_of_columns) if extra else [""])
    rows: list[StatutoryRow] = []
    for known, row in base.known_rows():
        cells = tuple(next(added) for _ in extra_columns_of(extra, known.group))
        rows.append(StatutoryRow(known.key, cells=(*row.cells, *cells)))
    for unknown in draw(additions.rows):
        place = len(rows) if of.kind == "reviews" else draw(st.integers(0, len(rows)))
        rows.insert(place, unknown)
    return StatutoryTable(of.kind, of.edition, tuple(rows), extra, draw(additions.units))


def statutory_rows(of: Layout) -> st.SearchStrategy[StatutoryRow]:
    """Return a strategy for rows that the statute does not know, as a table may hold them."""
    labels = st.one_of(st.sampled_from(("合计", "其他主动公开文件", "总计")), any_labels())
    if of.kind == "reviews":
        labels = st.just("")
    return st.builds(_unknown_row, labels, st.lists(cell_texts(), max_size=8))


def any_labels() -> st.SearchStrategy[str]:
    """Return a strategy for labels: the statute's, and any line."""
    return st.one_of(st.sampled_from(STATUTORY_LABELS), lines())


def cell_texts() -> st.SearchStrategy[str]:
    """Return a strategy for texts of cells: numbers, what looks like none, labels, anything."""
    return st.one_of(
        st.sampled_from(CELL_TEXTS),
        st.sampled_from(AWKWARD_CELL_TEXTS),
        st.sampled_from(STATUTORY_LABELS),
        texts(),
        damaged_texts(),
    )


def _extra_columns(of: Layout) -> st.SearchStrategy[tuple[ExtraColumn, ...]]:
    groups = list(dict.fromkeys(row.group for row in of.rows))
    label = st.one_of(st.just(""), st.sampled_from(EXTRA_LABELS), any_labels())
    column = st.builds(ExtraColumn, label, st.sampled_from(groups))
    return st.lists(column, max_size=2).map(tuple)


def _units(of: Layout) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    keys = sorted({column.key for row in of.rows for column in row.columns})
    unit = st.tuples(st.sampled_from(keys), st.one_of(st.sampled_from(UNITS), lines()))
    return st.lists(unit, max_size=2).map(tuple)


def _unknown_row(label: str, cells: list[str]) -> StatutoryRow:
    if not label and not any(cells):
        cells = ["0"]
    return StatutoryRow(None, label, tuple(cells))


class _Additions(NamedTuple):
    """What tables of one layout are extended by, made once and not for each table drawn."""

    cells: st.SearchStrategy[list[str]]
    columns: st.SearchStrategy[tuple[ExtraColumn, ...]]
    cells_of_columns: st.SearchStrategy[list[str]]
    rows: st.SearchStrategy[list[StatutoryRow]]
    units: st.SearchStrategy[tuple[tuple[str, str], ...]]


_ADDITIONS = {
    (of.kind, of.edition): _Additions(
        st.lists(cell_texts(), min_size=1, max_size=9),
        _extra_columns(of),
        st.lists(cell_texts(), min_size=1, max_size=5),
        st.lists(statutory_rows(of), max_size=2),
        _units(of),
    )
    for of in LAYOUTS
}
