"""The cells of a statutory table as facts, with keys, text, number and status."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from govreport.model import english
from govreport.model.diagnostics import Diagnostic
from govreport.model.statute import LAYOUTS, TableKind
from govreport.model.statutory import StatutoryTable
from govreport.model.values import Reading, read_cell

Status = Literal["number", "blank", "mark", "text", "ambiguous", "missing"]

STATUSES: dict[Status, str] = {
    "number": "the cell states one number; zero is one",
    "blank": "the cell is printed and empty, which is not zero",
    "mark": "the cell prints a mark for nothing, such as / or — or 无",
    "text": "the cell says something that is no one number, such as 约5",
    "ambiguous": "the source prints numbers for the row that could not be placed with certainty",
    "missing": "the source does not print the row or the column",
}
"""What a cell can state, and what each means."""

_TOLD_BY: dict[Status, tuple[str, ...]] = {
    "missing": ("missing-row",),
    "ambiguous": ("ambiguous-columns", "repeated-row", "leftover-cells"),
}
"""Codes of diagnostics that explain why a cell is blank; the first about it counts."""

_PATH = " / "


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell of a statutory table, by the keys of the statute.

    `agency` and `year` are the document's; `item` is the item of article 20 for table 2 and None
    elsewhere. `text` is what is printed; `value` is the number it states, None if it states
    none; `unit` is the unit printed in the cell, else in the header, else the statute's.

    `status` says why there is a value or none (`STATUSES`). `edition` is the table's, None for
    `reviews`, whose layout is the same in both. `is_total` is whether the cell is a sum of others.
    """

    agency: str | None
    year: int | None
    table: TableKind
    item: str | None
    row: str
    column: str
    text: str
    value: int | Decimal | None
    unit: str
    status: Status
    edition: int | None
    is_total: bool
    source: str
    """Its place, in the form of `Diagnostic.where`."""

    @property
    def labels(self) -> tuple[str, str]:
        """The statute's labels of the row, its levels separated by ` / `, and of the column."""
        return _LABELS[self.table, self.edition, self.row, self.column]

    @property
    def english_labels(self) -> tuple[str, str]:
        """The English names of the row and the column."""
        return english.ROWS[self.row], english.COLUMNS[self.column]


_LABELS = {
    (of.kind, of.edition, row.key, column.key): (_PATH.join(row.labels), column.label)
    for of in LAYOUTS
    for row in of.rows
    for column in row.columns
}
"""The labels of each cell of the statute, some four hundred in all."""


def facts_of_table(
    table: StatutoryTable,
    agency: str | None,
    year: int | None,
    diagnostics: Iterable[Diagnostic] = (),
) -> Iterator[Fact]:
    """Yield one fact per statutory cell of a table, row by row.

    `diagnostics` are those of its document; only they distinguish a blank cell from one whose
    number could not be placed and from one that the source does not print.
    """
    told: dict[Status, list[Diagnostic]] = {
        status: [found for found in diagnostics if found.table == table.kind and found.code in of]
        for status, of in _TOLD_BY.items()
    }
    for row, filled in table.known_rows():
        item = row.group if table.kind == "proactive_disclosure" else None
        for column, text in zip(row.columns, filled.cells, strict=False):
            unit = table.unit(column.key, column.unit)
            reading = read_cell(text, unit)
            cell = (table.kind, row.key, column.key)
            yield Fact(
                agency,
                year,
                table.kind,
                item,
                row.key,
                column.key,
                text,
                reading.value,
                reading.unit or unit,
                _status(text, reading, cell, told),
                table.edition,
                row.is_total or column.is_total,
                f"table {table.kind}, row {row.key}",
            )


def _status(
    text: str, reading: Reading, cell: tuple[str, str, str], told: dict[Status, list[Diagnostic]]
) -> Status:
    if reading.value is not None:
        return "number"
    for status, diagnostics in told.items():
        if not text and any(found.concerns(*cell) for found in diagnostics):
            return status
    if not text:
        return "blank"
    return "text" if reading.doubtful else "mark"
