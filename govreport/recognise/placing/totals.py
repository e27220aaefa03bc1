"""The totals that the form fixes among the columns of a header."""

from collections.abc import Sequence

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
