"""Where the labels beside a table's numbers stand, and what they name together."""

from collections import Counter
from collections.abc import Sequence

from govreport.recognise.placing.naming import Named, Text
from govreport.recognise.placing.sheets import SheetPart, Side


def label_columns(part: SheetPart, side: Side) -> frozenset[int]:
    """Return the positions where rows have labels, mostly no numbers, and no header of numbers."""
    labels: list[int] = []
    values: list[int] = []
    headed = {
        at
        for line in part.header
        for piece, named in line
        if named.sort == "label"
        for at in range(piece.column, piece.column + piece.span)
    }
    for row in part.rows:
        texts = (*row.texts, *row.reaching) if row.reaching else row.texts
        if not (row.has_values or any(named.sort == "value" for _, named in row.reaching)):
            continue
        if len([piece for piece, _ in texts if piece.text]) == 1:
            continue  # a lone number is not a row's but a page number
        for piece, named in texts:
            if named.sort == "label" and is_beside(named, side):
                counted = labels
            elif named.sort in ("value", "foreign"):
                counted = values
            else:
                continue
            counted += range(piece.column, piece.column + piece.span)
    numbers = Counter(values)
    beside = {at for at, count in Counter(labels).items() if count > numbers[at]}
    return frozenset((beside - headed) | _beside_reaching(part, side, headed))


def _beside_reaching(part: SheetPart, side: Side, headed: set[int]) -> set[int]:
    """Return the positions of texts that tell apart the rows spanned by one label: 2022年."""
    words: set[int] = set()
    for row in part.rows:
        if reached := {t.piece.column for t in row.reaching if is_beside(t.named, side)}:
            words.update(
                piece.column
                for piece, named in row.texts
                if named.sort in ("foreign", "neutral") and piece.column - 1 in reached
            )
    if not words:
        return words
    values = {
        piece.column for row in part.rows for piece, named in row.texts if named.sort == "value"
    }
    return words - values - headed


def is_beside(named: Named, side: Side) -> bool:
    """Whether a label names what the row labels name."""
    return bool((named.rows and side.rows) or (named.columns and side.columns))


def named_together(labels: Sequence[Text]) -> tuple[int, int]:
    """Return the cells that the labels of a row name as rows and as columns; 0 for none."""
    rows = columns = 0
    row_labels = [named for _, named in labels if named.rows]
    for at, named in enumerate(row_labels):
        mask = named.rows if at == len(row_labels) - 1 else named.above
        rows = rows & mask or mask if rows else mask
        if at == len(row_labels) - 1 and rows & named.rows == 0:
            rows = named.rows
    for _, named in labels:
        if named.columns:
            columns = columns & named.columns if columns else named.columns
    return rows, columns


def heads_group(labels: Sequence[Text]) -> bool:
    """Whether the last of a row's labels names a group, which may have one row in the form."""
    last = labels[-1].named.match if labels else None
    return last is not None and bool(last.label("item", "group")) and not last.label("row")
