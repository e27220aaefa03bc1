"""Identifies labels by their neighbours: cut short in a header, or damaged between two rows."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from govreport.model.statute import Column, Layout, TableKind
from govreport.model.statute import layout as layout_of
from govreport.recognise.labels.folding import enumerator, label_key, skeleton
from govreport.recognise.labels.turning import may_be
from govreport.recognise.labels.vocabulary import Label, Match
from govreport.recognise.placing.naming import Named, StatuteCells, Text

_LEAST_KEPT = 0.6
"""The share of a label's ideographs that a damaged label must have kept, in order."""
_SHORTEST = 2
"""The fewest ideographs by which the beginning of a label identifies it."""

TextLine = tuple[Text, ...]


def settled(lines: Sequence[TextLine], cells: StatuteCells, layout: Layout) -> list[TextLine]:
    """Return the lines with damaged labels identified by their neighbours."""
    found = _headers_cut_short(lines, cells, layout)
    return _rows_between_neighbours(found, cells, layout)


def _headers_cut_short(
    lines: Sequence[TextLine], cells: StatuteCells, layout: Layout
) -> list[TextLine]:
    """Identify cut labels with those missing from their line, in the form's order."""
    columns = _columns_of(layout.kind, layout.edition)
    settled_lines = []
    for line in lines:
        unknown = [t for t in line if t.named.sort in ("foreign", "neutral") and t.piece.text]
        if not unknown or len(line) < 2 or any(named.sort == "value" for _, named in line):
            settled_lines.append(line)
            continue
        known = [named for _, named in line if named.sort == "label"]
        told: dict[Text, Named] = {}
        present = 0
        for named in known:
            if len(cells.columns_in(named.columns)) == 1:
                present |= named.columns
        for start in {skeleton(t.piece.text) for t in unknown}:
            texts = [t for t in unknown if skeleton(t.piece.text) == start]
            missing = [
                column
                for key, column in columns.items()
                if len(start) >= _SHORTEST
                and key.startswith(start)
                and not cells.of_columns([column.key]) & present
                and _of_one_group(column.key, known, cells)
            ]
            if cells.kind == "reviews" and len(missing) == 1:
                missing *= len(texts)
            if len(missing) == len(texts):
                for text, column in zip(texts, missing, strict=True):
                    label = Label("column", column.key, column.label)
                    match = Match((label,), deviates=True)
                    told[text] = Named("label", 0, cells.of_columns([column.key]), 0, match)
        settled_lines.append(tuple([t._replace(named=told.get(t, t.named)) for t in line]))
    return settled_lines


@cache
def _columns_of(kind: TableKind, edition: int | None) -> Mapping[str, Column]:
    """Return the columns of a layout by the ideographs of their labels."""
    return {label_key(c.label): c for row in layout_of(kind, edition).rows for c in row.columns}


def _of_one_group(column: str, known: Sequence[Named], cells: StatuteCells) -> bool:
    """Whether a row of the form has a column together with those that a header names."""
    mine = set(cells.rows_in(cells.of_columns([column])))
    return all(mine & set(cells.rows_in(n.columns)) for n in known if n.columns)


def _rows_between_neighbours(
    lines: Sequence[TextLine], cells: StatuteCells, layout: Layout
) -> list[TextLine]:
    """Identify a damaged label with the only row missing between the rows above and below it."""
    order = [row.key for row in layout.rows]
    labelled = list(_row_labels(lines, cells, order))
    present = {key for _, _, key in labelled if key}
    told: dict[tuple[int, int], Named] = {}
    for at, (line, place, key) in enumerate(labelled):
        if key:
            continue
        before = next((k for _, _, k in reversed(labelled[:at]) if k), None)
        after = next((k for _, _, k in labelled[at + 1 :] if k), None)
        if before is None or after is None:
            continue
        between = order[order.index(before) + 1 : order.index(after)]
        if len(between) != 1 or between[0] in present:
            continue
        row = layout.row(between[0])
        if _is_damaged(lines[line][place].piece.text, row.labels[-1]):
            match = Match((Label("row", row.key, row.labels[-1]),), deviates=True)
            mask = cells.of_rows([row.key])
            told[line, place] = Named("label", mask, 0, mask, match)
    if not told:
        return list(lines)
    return [
        tuple(
            [
                text._replace(named=told.get((at, place), text.named))
                for place, text in enumerate(line)
            ]
        )
        for at, line in enumerate(lines)
    ]


def _row_labels(
    lines: Sequence[TextLine], cells: StatuteCells, order: Sequence[str]
) -> Iterator[tuple[int, int, str | None]]:
    """Yield the position and key of each row's own label, None for a text that is not a label."""
    for at, line in enumerate(lines):
        last: tuple[int, int, str | None] | None = None
        for place, (piece, named) in enumerate(line):
            if named.sort == "value":
                break
            if named.sort == "label" and named.rows:
                keys = [key for key in cells.rows_in(named.rows) if key in order]
                if len(keys) == 1:
                    last = at, place, keys[0]
            elif named.sort == "foreign" and piece.text and last is None:
                last = at, place, None
        if last:
            yield last


def _is_damaged(printed: str, label: str) -> bool:
    """Whether a text is a label that lost characters, and not that of another quantity."""
    style, number, rest = enumerator(printed)
    if (style and number != enumerator(label)[1]) or any(map(str.isdecimal, rest)):
        return False
    text, known = label_key(printed), label_key(label)
    if not text or not may_be(text, known):
        return False
    kept = iter(known)
    return all(each in kept for each in text) and len(text) >= _LEAST_KEPT * len(known)
