"""The cells of the two editions that count the same, so that 2019 to today is one series.

The editions are those of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. If the notices count
the same thing under another name, the cells are the same; where 2021 divided one row of 2019 into
three, that row is their sum. A cell that only one edition has has no counterpart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from govreport.model.statute import APPLICANT_COLUMNS, EDITIONS, LAYOUTS, TableKind

Relation = Literal["same", "sum", "only-2019", "only-2021"]

Cell = tuple[str, str]
"""A cell of one table: (row key, column key)."""

_RENAMED: dict[Cell, Cell] = {
    (row, old): (row, new)
    for row in ("regulations", "normative_documents")
    for old, new in (("newly_made", "issued"),)
}
"""Cells of table 2 that both editions have under different names."""

_PARTED: dict[Cell, tuple[Cell, ...]] = {
    ("other_handling", column.key): tuple(
        (row, column.key) for row in ("overdue_correction", "overdue_fee", "other_reasons")
    )
    for column in APPLICANT_COLUMNS
}
"""Cells of table 3 that the edition of 2021 parts into several."""


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Cells of one table in the edition of 2019 and those of 2021 that count the same.

    `relation` is "same" for one cell each, "sum" if the cell of 2019 is the sum of those of
    2021, "only-2019" and "only-2021" if the other edition has no counterpart, so that its cells
    are empty.
    """

    table: TableKind
    relation: Relation
    cells_2019: tuple[Cell, ...]
    cells_2021: tuple[Cell, ...]


def concordance() -> tuple[Correspondence, ...]:
    """Return every cell of both editions once, in the order of 2019, then what is new in 2021.

    Table 4 is the same in both and corresponds to itself. A series across the editions adds the
    cells of 2021 up and compares the sum with the cell of 2019, "same" being a sum of one.
    """
    return _CONCORDANCE


def _corresponding() -> tuple[Correspondence, ...]:
    found: list[Correspondence] = []
    for kind in dict.fromkeys(layout.kind for layout in LAYOUTS):
        old, new = (_cells(kind, edition) for edition in EDITIONS)
        met: set[Cell] = set()
        for cell in old:
            one = _correspondence(kind, cell, new)
            met.update(one.cells_2021)
            found.append(one)
        found.extend(
            Correspondence(kind, "only-2021", (), (cell,)) for cell in new if cell not in met
        )
    return tuple(found)


def _correspondence(kind: TableKind, cell: Cell, new: dict[Cell, None]) -> Correspondence:
    if kind == "applications" and cell in _PARTED:
        return Correspondence(kind, "sum", (cell,), _PARTED[cell])
    if kind == "proactive_disclosure" and cell in _RENAMED:
        return Correspondence(kind, "same", (cell,), (_RENAMED[cell],))
    if cell in new:
        return Correspondence(kind, "same", (cell,), (cell,))
    return Correspondence(kind, "only-2019", (cell,), ())


def _cells(kind: TableKind, edition: int) -> dict[Cell, None]:
    return dict.fromkeys(_cells_of(kind, edition))


def _cells_of(kind: TableKind, edition: int) -> Iterator[Cell]:
    for layout in LAYOUTS:
        if layout.kind == kind and layout.edition in (edition, None):
            yield from ((row.key, column.key) for row in layout.rows for column in row.columns)


_CONCORDANCE = _corresponding()
