"""Rows that hold another number of cells than the rows like them."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from govreport.model.statute import Layout
from govreport.recognise.rows import CollectedRow


def misshapen_rows(layout: Layout, rows: Sequence[CollectedRow]) -> set[int]:
    """Return the identities of the rows that hold more or fewer cells than most rows like them.

    Rows are alike whose labels stand as deep in the form, for a source that shows spans as blanks
    shows as many of them there. Of table 2, whose rows have different columns, the cells that are
    too many are compared.
    """
    surplus: dict[int, Counter[int]] = defaultdict(Counter)
    known = [row for row in rows if row.key]
    for row in known:
        surplus[_depth(layout, row)][_surplus(layout, row)] += 1
    usual = {depth: counted.most_common(1)[0][0] for depth, counted in surplus.items()}
    return {id(row) for row in known if _surplus(layout, row) != usual[_depth(layout, row)]}


def _depth(layout: Layout, row: CollectedRow) -> int:
    return len(layout.row(row.key or "").labels)


def _surplus(layout: Layout, row: CollectedRow) -> int:
    return len(row.pieces) - len(layout.row(row.key or "").columns)
