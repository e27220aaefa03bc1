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
    shapes: dict[int, tuple[int, int]] = {}
    for row in rows:
        if row.key:
            known = layout.row(row.key)
            depth, further = len(known.labels), len(row.pieces) - len(known.columns)
            surplus[depth][further] += 1
            shapes[id(row)] = depth, further
    usual = {depth: counted.most_common(1)[0][0] for depth, counted in surplus.items()}
    return {row for row, (depth, further) in shapes.items() if further != usual[depth]}
