"""Identifies labels by their neighbours: cut short in a header, or damaged between two rows."""

from collections.abc import Iterator, Mapping, Sequence

from govreport.model.statute import Column, Layout
from govreport.recognise.labels.folding import enumerator, label_key, skeleton
from govreport.recognise.labels.turning import may_be
from govreport.recognise.labels.vocabulary import Label, Match
from govreport.recognise.placing.named_lines import NamedLine, named_line
from govreport.recognise.placing.naming import Named, StatuteCells, Text

_LEAST_KEPT = 0.6
"""The share of a label's ideographs that a damaged label must have kept, in order."""
_UNKNOWN = frozenset(["foreign", "neutral"])
_SHORTEST = 2
"""The fewest ideographs by which the beginning of a label identifies it."""

RowLabel = tuple[int, int, str | None]
"""The line and place of a text before the numbers of a row, and the row that it names."""


def settled(lines: Sequence[NamedLine], cells: StatuteCells, layout: Layout) -> list[NamedLine]:
    """Return the lines with damaged labels identified by their neighbours."""
    columns = cells.columns_of(layout)
    told = [_header_not_cut(line, columns, cells) for line in lines]
    if not any("foreign" in line.sorts for line in told):
        return told
    return _rows_between_neighbours(told, cells, layout)


def _header_not_cut(
    line: NamedLine, columns: Mapping[str, Column], cells: StatuteCells
) -> NamedLine:
    """Return a line with cut labels identified with those missing from it, in the form's order."""
    if "value" in line.sorts or _UNKNOWN.isdisjoint(line.sorts) or len(line.texts) < 2:
        return line
    unknown = [text for text in line.texts if text.named.sort in _UNKNOWN and text.piece.text]
    told = _told_by_line(line, unknown, columns, cells)
    if not told:
        return line
    return named_line(text._replace(named=told.get(text, text.named)) for text in line.texts)


def _told_by_line(
    line: NamedLine, unknown: Sequence[Text], columns: Mapping[str, Column], cells: StatuteCells
) -> dict[Text, Named]:
    """Return what the unknown texts of a line name, as the columns that it lacks."""
    known = [named for _, named in line.labels]
    present = _single_columns(known, cells)
    told: dict[Text, Named] = {}
    for start, texts in _by_ideographs(unknown).items():
        missing = [
            column
            for column in _beginning_with(start, columns)
            if _is_missing(column.key, present, known, cells)
        ]
        if cells.kind == "reviews" and len(missing) == 1:
            missing *= len(texts)
        if len(missing) == len(texts):
            for text, column in zip(texts, missing, strict=True):
                told[text] = _as_label(column, cells)
    return told


def _by_ideographs(texts: Sequence[Text]) -> dict[str, list[Text]]:
    found: dict[str, list[Text]] = {}
    for text in texts:
        found.setdefault(skeleton(text.piece.text), []).append(text)
    return found


def _single_columns(known: Sequence[Named], cells: StatuteCells) -> int:
    """Return the cells of the labels that name one column each."""
    present = 0
    for named in known:
        if len(cells.columns_in(named.columns)) == 1:
            present |= named.columns
    return present


def _beginning_with(start: str, columns: Mapping[str, Column]) -> list[Column]:
    """Return the columns that the beginning of a label may name, none if it is too short."""
    if len(start) < _SHORTEST:
        return []
    return [column for key, column in columns.items() if key.startswith(start)]


def _as_label(column: Column, cells: StatuteCells) -> Named:
    match = Match((Label("column", column.key, column.label),), deviates=True)
    return Named("label", 0, cells.of_columns([column.key]), 0, match)


def _is_missing(column: str, present: int, known: Sequence[Named], cells: StatuteCells) -> bool:
    """Whether a header lacks a column that a row of the form has together with those it names."""
    mask = cells.of_columns([column])
    if mask & present:
        return False
    mine = set(cells.rows_in(mask))
    return all(mine & set(cells.rows_in(n.columns)) for n in known if n.columns)


def _rows_between_neighbours(
    lines: list[NamedLine], cells: StatuteCells, layout: Layout
) -> list[NamedLine]:
    """Identify a damaged label with the only row missing between the rows above and below it."""
    labelled = list(_row_labels(lines, cells, layout))
    keys = [key for _, _, key in labelled]
    order = [row.key for row in layout.rows]
    told: dict[tuple[int, int], Named] = {}
    for at, (line, place, key) in enumerate(labelled):
        missing = None if key else _row_between(labelled, at, order)
        if missing is None or missing in keys:
            continue
        row = layout.row(missing)
        if _is_damaged(lines[line].texts[place].piece.text, row.labels[-1]):
            match = Match((Label("row", row.key, row.labels[-1]),), deviates=True)
            mask = cells.of_rows([row.key])
            told[line, place] = Named("label", mask, 0, mask, match)
    return _with_told(lines, told) if told else lines


def _row_between(labelled: Sequence[RowLabel], at: int, order: Sequence[str]) -> str | None:
    """Return the only row of the form between the labels above and below one."""
    before = next((k for _, _, k in reversed(labelled[:at]) if k), None)
    after = next((k for _, _, k in labelled[at + 1 :] if k), None)
    if before is None or after is None:
        return None
    between = order[order.index(before) + 1 : order.index(after)]
    return between[0] if len(between) == 1 else None


def _with_told(
    lines: Sequence[NamedLine], told: Mapping[tuple[int, int], Named]
) -> list[NamedLine]:
    """Return lines with what some of their texts, by their positions, were found to name."""
    return [
        named_line(
            text._replace(named=told.get((at, place), text.named))
            for place, text in enumerate(line.texts)
        )
        for at, line in enumerate(lines)
    ]


def _row_labels(
    lines: Sequence[NamedLine], cells: StatuteCells, layout: Layout
) -> Iterator[RowLabel]:
    """Yield the position and key of each row's own label, None for a text that is not a label."""
    for at, line in enumerate(lines):
        last: RowLabel | None = None
        for place, (piece, named) in enumerate(line.texts):
            if named.sort == "value":
                break
            if named.sort == "label":
                if key := _only_row(named, cells, layout):
                    last = at, place, key
            elif named.sort == "foreign" and piece.text and last is None:
                last = at, place, None
        if last:
            yield last


def _only_row(named: Named, cells: StatuteCells, layout: Layout) -> str | None:
    """Return the only row of the form that a label names, None if there are several or none."""
    known = cells.rows_of(layout)
    keys = [key for key in cells.rows_in(named.rows) if key in known]
    return keys[0] if len(keys) == 1 else None


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
