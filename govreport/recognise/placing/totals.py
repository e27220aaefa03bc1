"""The totals that the form fixes among the columns of a header."""

from collections.abc import Sequence

from govreport.model.statute import AMOUNT_COLUMNS, SIGNED_COLUMNS
from govreport.recognise.placing.evidence import Sum
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.naming import StatuteCells


def sums_of(leaves: Sequence[Leaf], cells: StatuteCells) -> tuple[Sum, ...]:
    """Return the totals that the form fixes among columns, none where they have not all parts."""
    total = cells.total
    if not total:
        return ()
    width = len(cells.layouts[0].rows[0].columns)
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for at, leaf in enumerate(leaves):
        if not leaf.is_foreign and leaf.columns:
            parts, totals = groups.setdefault(leaf.rows, ([], []))
            (totals if leaf.columns == total else parts).append(at)
    return tuple(
        (tuple(parts), totals[0])
        for parts, totals in groups.values()
        if len(totals) == 1 and len(parts) == width - 1
    )


def counted_columns(leaves: Sequence[Leaf], cells: StatuteCells) -> tuple[bool, ...]:
    """Return for each column whether it is the form's and holds whole numbers that are not negative."""
    named = (cells.columns_in(leaf.columns) if not leaf.is_foreign else [] for leaf in leaves)
    others = SIGNED_COLUMNS | AMOUNT_COLUMNS
    return tuple(bool(keys) and others.isdisjoint(keys) for keys in named)
