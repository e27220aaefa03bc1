"""The columns in which labels stand beside the numbers."""

from govreport.recognise.placing.naming import Named
from govreport.recognise.placing.sheets import SheetPart, Side


def label_columns(part: SheetPart, side: Side) -> frozenset[int]:
    """Return the positions at which rows have labels, mostly no numbers, and no header of some."""
    labels: dict[int, int] = {}
    values: dict[int, int] = {}
    headed = {
        at
        for line in part.header
        for piece, named in line
        if named.sort == "label"
        for at in range(piece.column, piece.column + piece.span)
    }
    for row in part.rows:
        texts = (*row.texts, *row.reaching)
        if not any(named.sort == "value" for _, named in texts):
            continue
        if sum(bool(piece.text) for piece, _ in texts) == 1:
            continue  # a number alone is none of a row, but a page's
        for piece, named in texts:
            if named.sort == "label" and is_beside(named, side):
                counted = labels
            elif named.sort in ("value", "foreign"):
                counted = values
            else:
                continue
            for at in range(piece.column, piece.column + piece.span):
                counted[at] = counted.get(at, 0) + 1
    return frozenset(
        at for at, count in labels.items() if count > values.get(at, 0) and at not in headed
    ) | _beside_reaching(part, side, headed)


def _beside_reaching(part: SheetPart, side: Side, headed: set[int]) -> frozenset[int]:
    """Return the positions of what tells the rows apart over which one label reaches: 2022年."""
    words: set[int] = set()
    values: set[int] = set()
    for row in part.rows:
        reached = {t.piece.column for t in row.reaching if is_beside(t.named, side)}
        for piece, named in row.texts:
            if named.sort == "value":
                values.add(piece.column)
            elif named.sort in ("foreign", "neutral") and piece.column - 1 in reached:
                words.add(piece.column)
    return frozenset(words - values - headed)


def is_beside(named: Named, side: Side) -> bool:
    """Whether a label names what the labels beside the numbers name."""
    return bool((named.rows and side.rows) or (named.columns and side.columns))
