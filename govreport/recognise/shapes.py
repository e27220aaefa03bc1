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
    forms = {form.key: form for form in layout.rows}
    shapes: dict[int, tuple[int, int]] = {}
    counted: dict[int, Counter[int]] = defaultdict(Counter)
    for row in rows:
        if row.key:
            form = forms[row.key]
            depth, surplus = len(form.labels), len(row.pieces) - len(form.columns)
            shapes[id(row)] = depth, surplus
            counted[depth][surplus] += 1
    usual = {depth: each.most_common(1)[0][0] for depth, each in counted.items()}
    return {row for row, (depth, surplus) in shapes.items() if surplus != usual[depth]}
