"""The formulas of the form: totals, and the conditions under which an identity does not hold."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from govreport.forms.layout import Cell, Position, TableSheet
from govreport.model.statute import Identity
from govreport.readers.excel.names import address


def total_formulas(sheet: TableSheet) -> dict[Cell, str]:
    """Return the formula of each total, without its equals sign."""
    return {
        cell: f'IF(COUNT({of})=0,"",SUM({of}))'
        for cell, parts in sheet.totals.items()
        for of in [references(sheet, parts)]
    }


def broken_identities(sheet: TableSheet) -> Iterator[tuple[Identity, str]]:
    """Yield each identity of a table with the condition under which it does not hold.

    As in `check`, a blank counts as zero, and an identity with one side entirely blank is skipped.
    """
    for identity in sheet.table.layout.identities:
        left, right = (references(sheet, side) for side in (identity.left, identity.right))
        yield (
            identity,
            f"AND(COUNT({left})>0,COUNT({right})>0,ROUND(SUM({left})-SUM({right}),6)<>0)",
        )


def references(sheet: TableSheet, cells: Sequence[Cell]) -> str:
    """Return cells as a formula names them, adjacent ones as ranges."""
    positions = sorted(sheet.cells[cell] for cell in cells)
    return ",".join(_range(group) for group in _groups(positions))


def _groups(positions: list[Position]) -> Iterator[list[Position]]:
    """Yield runs of adjacent cells of one row or one column."""
    rows = {row for row, _ in positions}
    along = 1 if len(rows) == 1 else 0
    ordered = sorted(positions, key=lambda at: (at[1 - along], at[along]))
    keyed = groupby(
        enumerate(ordered), lambda pair: (pair[1][1 - along], pair[1][along] - pair[0])
    )
    for _, run in keyed:
        yield [at for _, at in run]


def _range(run: list[Position]) -> str:
    first, last = (address(*at) for at in (run[0], run[-1]))
    return first if first == last else f"{first}:{last}"
