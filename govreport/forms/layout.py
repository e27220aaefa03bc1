"""The layout of the workbook to be filled in: cells, labels, places for text.

The grid of each table is that of the official form (`arrange`); nothing here knows a file.
"""

from dataclasses import dataclass, field
from functools import cached_property

from govreport.arrange.tables import arrange_table
from govreport.model.filling import summing_identities
from govreport.model.grid import Slot, Table
from govreport.model.statute import SECTION_HEADINGS, Column, SectionKind, TableKind
from govreport.model.statutory import StatutoryTable

MARKER_SHEET = "govreport"
MARKER = "govreport form"
VERSION = 1
PROSE_SHEET = "报告正文"
TABLE_SHEETS: dict[TableKind, str] = {
    "proactive_disclosure": "表二",
    "applications": "表三",
    "reviews": "表四",
}
FIRST_GRID_ROW = 3
"""Rows 1 and 2 hold the heading, and the result of the check next to the unit."""

_TABLE_SECTIONS = frozenset(TABLE_SHEETS)
_MARK = "\ue000{row}\ue000{column}"
"""The placeholder of a statutory cell while the grid is laid out, to find it again."""

Cell = tuple[str, str]
"""A cell of one table: (row key, column key)."""
Position = tuple[int, int]
"""A cell of a sheet: its row and its column, both counted from 1."""


@dataclass(frozen=True)
class TableSheet:
    """The sheet of one statutory table: its grid, and the place of each cell and label."""

    table: StatutoryTable
    grid: Table = field(init=False, compare=False)

    def __post_init__(self) -> None:
        marked = StatutoryTable.from_texts(
            self.table.kind,
            self.table.edition,
            {
                (row.key, column.key): _MARK.format(row=row.key, column=column.key)
                for row in self.table.layout.rows
                for column in row.columns
            },
        )
        with_units = StatutoryTable(
            marked.kind, marked.edition, marked.rows, units=self.table.units
        )
        object.__setattr__(self, "grid", arrange_table(with_units))

    @property
    def name(self) -> str:
        """The name of the sheet."""
        return TABLE_SHEETS[self.table.kind]

    @cached_property
    def cells(self) -> dict[Cell, Position]:
        """The place of each cell of the statute."""
        return {
            (marked[1], marked[2]): (slot.row + FIRST_GRID_ROW, slot.column + 1)
            for slot in self.slots()
            if len(marked := slot.cell.text.split("\ue000")) == 3
        }

    @cached_property
    def positions(self) -> frozenset[Position]:
        """The positions of these cells."""
        return frozenset(self.cells.values())

    @cached_property
    def labels(self) -> dict[Position, str]:
        """The text of each cell of the grid that is a label."""
        return {
            (slot.row + FIRST_GRID_ROW, slot.column + 1): slot.cell.text
            for slot in self.slots()
            if slot.cell.text and not slot.cell.text.startswith("\ue000")
        }

    @cached_property
    def totals(self) -> dict[Cell, tuple[Cell, ...]]:
        """The cells that are computed, each with the cells that it sums."""
        totals: dict[Cell, tuple[Cell, ...]] = {}
        for identity in summing_identities(self.table.layout):
            totals.setdefault(identity.right[0], identity.left)
        return totals

    @cached_property
    def columns(self) -> dict[Cell, Column]:
        """The statute's column of each cell."""
        return {
            (row.key, column.key): column
            for row in self.table.layout.rows
            for column in row.columns
        }

    @property
    def last_row(self) -> int:
        """The last row of the grid."""
        return FIRST_GRID_ROW + self.grid.height - 1

    def slots(self) -> list[Slot]:
        """Return the cells of the grid with where they begin, row by row."""
        return [
            slot
            for row, line in enumerate(self.grid.grid)
            for column, slot in enumerate(line)
            if slot.begins_at(row, column)
        ]

    def unit_note(self) -> str:
        """Return the sheet's note on units: the usual one, and those that no label states."""
        others = {
            column.label: self.table.unit(column.key, column.unit)
            for column in self.columns.values()
            if column.unit != "件" and "单位" not in column.label
        }
        return "；".join(("单位：件", *(f"{label}：{unit}" for label, unit in others.items())))


@dataclass(frozen=True, slots=True)
class ProsePart:
    """A part of the sheet of prose: its key, its label, and how many rows there are to write in."""

    key: str
    label: str
    rows: int
    hint: str = ""


PREAMBLE, CLOSING = "preamble", "closing"
FIRST_PART_ROW = 5
"""Above it are the title, the office, the year, and instructions."""


def parts(headings: dict[SectionKind, str]) -> tuple[ProsePart, ...]:
    """Return the parts of the sheet of prose in order; `headings` are those of the sections."""
    sections = (
        ProsePart(
            kind,
            headings.get(kind, SECTION_HEADINGS[kind]),
            4 if kind in _TABLE_SECTIONS else 10,
            f"（数据填在“{TABLE_SHEETS[kind]}”，此处可写说明）" if kind in TABLE_SHEETS else "",
        )
        for kind in SECTION_HEADINGS
    )
    return (
        ProsePart(PREAMBLE, "导语", 3, "（标题下的文字，可不写）"),
        *sections,
        ProsePart(CLOSING, "落款", 4, "（依次为署名、成文日期、附件等）"),
    )
