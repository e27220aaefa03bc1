"""Divides a run of cells without row ends into rows: a cell a line, or labels run together.

A row begins at its label and holds the numbers after it. The column of each number is found
later, from the header's printed order and the reading of the row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from govreport.model.statute import Layout, Row
from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.apart import with_numbers_behind_labels
from govreport.recognise.placing.counters import counting_numbers
from govreport.recognise.placing.lists import is_list, listed, runs_of, turned
from govreport.recognise.placing.naming import StatuteCells, Text
from govreport.recognise.placing.sheets import Sheet, SheetPart, SheetRow, Side
from govreport.recognise.rows import LONGEST_REMARK, Line


def with_rows(
    lines: Sequence[Line], cells: StatuteCells, layout: Layout
) -> tuple[list[Line], list[Piece]]:
    """Return lines in which each run of lines of one cell is divided into rows.

    Also returns the numbers that only counted the rows and were removed from them.
    """
    rows: list[Line] = []
    counting: list[Piece] = []
    run: list[Piece] = []
    for line in [*lines, []]:
        if len(line) == 1:
            run.append(line[0])
            continue
        run = _printed_once(run, cells)
        numbers = counting_numbers(run, cells)
        counting += [run[at] for at in numbers]
        run = [piece for at, piece in enumerate(run) if at not in numbers]
        rows.extend(_rows_of(with_numbers_behind_labels(run, cells, layout), cells, layout))
        run = []
        if line:
            rows.append(line)
    return rows, counting


def _printed_once(run: Sequence[Piece], cells: StatuteCells) -> list[Piece]:
    """Return a run of cells with each label once that is printed for every place it spans.

    Not that of a column, whose numbers would be printed as often.
    """
    once: list[Piece] = []
    for piece in run:
        if once and piece.text == once[-1].text:
            named = cells.name(piece.text)
            if named.sort == "label" and not named.match.label("column"):
                continue
        once.append(piece)
    return once


def with_list_rows(lines: Sequence[Line], cells: StatuteCells) -> list[Line] | None:
    """Return the rows of a list whose lines begin with a row's label once; None if it is none.

    Such lines differ in length, so that their cells show no places.
    """
    pieces = [piece for line in lines for piece in line if piece.text]
    if len({len(line) for line in lines}) < 2 or any(p.span > 1 or p.rows > 1 for p in pieces):
        return None
    texts = [[Text(piece, cells.name(piece.text)) for piece in line] for line in lines]
    numbered = any(text.named.sort == "value" for line in texts for text in line[:-1])
    run = [text for line in texts for text in line if text.piece.text or text is line[-1]]
    if numbered or not is_list(run):
        return None
    return [_placed(row) for row in listed(run) if row]


def is_sequence(lines: Sequence[Line]) -> bool:
    """Whether each line holds one cell."""
    return all(len(line) == 1 for line in lines)


def _rows_of(run: Sequence[Piece], cells: StatuteCells, layout: Layout) -> list[Line]:
    if len(run) < 2:
        return [[piece] for piece in run]
    texts = [Text(piece, cells.name(piece.text)) for piece in run]
    if is_list(texts):
        rows = list(listed(texts))
    elif cells.kind == "reviews":
        rows = list(_by_runs(texts))
    else:
        rows = turned(texts) or list(_by_labels(texts, cells, layout))
    lines = [_placed(row) for row in rows if row]
    return _without_continuations(lines, cells, layout)


def is_out_of_order(sheet: Sheet, cells: StatuteCells, layout: Layout) -> bool:
    """Whether an item of table 2, or one of its columns, is named only after a row of that item.

    Text extracted from the layout of a printed page may list a table column by column; then it
    is not known which numbers belong to a row.
    """
    if cells.kind != "proactive_disclosure" or sheet.side != Side(rows=True, columns=False):
        return False
    groups = {row.key: row.group for row in layout.rows}
    begun: set[str | None] = set()
    headed: dict[str | None, int] = {}
    group: str | None = None
    for part in sheet.parts:
        columns = 0
        for line in part.header:
            for _, named in line:
                columns |= named.columns
        of_group = cells.of_rows(key for key, each in groups.items() if each == group)
        if group in begun and columns & of_group and columns & of_group & ~headed.get(group, 0):
            return True
        seen_item = False
        for row in part.rows:
            for _, named in row.texts:
                keys = [key for key in cells.rows_in(named.rows) if key in groups]
                if not keys or named.columns:
                    continue
                group = groups[keys[0]]
                if named.match.label("item"):
                    if group in begun:
                        return True
                    seen_item = True
                elif not seen_item or len(keys) == 1:
                    begun.add(group)
                    headed.setdefault(group, columns)
    return False


def with_rows_whole(part: SheetPart, count: int, side: Side, has_totals: bool) -> SheetPart:
    """Return a part with the rows joined that a source without blank cells broke over lines.

    A line of only numbers continues the row above if the row then has exactly its columns, or
    no more than them and its total agrees.
    """
    rows: list[SheetRow] = []
    for row in part.rows:
        before = rows[-1] if rows else None
        alone = all(read_value(text.piece.text).value is not None for text in row.texts)
        if before is not None and alone and count > 1 and _is_labelled(before, side):
            numbers = _numbers(before) + _numbers(row)
            if _numbers(before) and (numbers == count or (has_totals and numbers < count)):
                texts = (*before.texts, *row.texts)
                has_values = before.has_values or row.has_values
                rows[-1] = replace(before, texts=texts, has_values=has_values)
                continue
        rows.append(row)
    return part if len(rows) == len(part.rows) else part._replace(rows=tuple(rows))


def _numbers(row: SheetRow) -> int:
    return sum(text.named.sort == "value" for text in row.texts)


def _is_labelled(row: SheetRow, side: Side) -> bool:
    return side.rows and any(
        text.named.sort == "label" and bool(text.named.rows) for text in row.texts
    )


def _placed(row: Sequence[Text]) -> Line:
    return [text.piece._replace(column=at, span=1) for at, text in enumerate(row)]


def _by_runs(texts: Sequence[Text]) -> Iterator[list[Text]]:
    """Yield the lines of table 4: headers, and numbers with the group printed before them."""
    header: list[Text] = []
    for run in runs_of(texts):
        if run[0].named.sort not in ("value", "blank"):
            header = run
            continue
        label = header[-1:] if header and header[-1].named.rows else []
        if label and not any(text.named.columns for text in header) and len(header) > 1:
            label = header[-1:]
        yield header[: len(header) - len(label)]
        yield [*label, *run]
        header = []
    yield header


def _by_labels(
    texts: Sequence[Text], cells: StatuteCells, layout: Layout
) -> Iterator[list[Text]]:
    """Yield the lines of tables 2 and 3: headers, items and groups, and rows from their labels on."""
    line: list[Text] = []
    in_header = True
    order = {row.key: at for at, row in enumerate(layout.rows)}
    last = -1
    for at, text in enumerate(texts):
        named = text.named
        if named.sort in ("value", "blank"):
            if in_header and line and named.sort == "value":
                yield line
                line = []
                in_header = False
            line.append(text)
            continue
        keys = [key for key in cells.rows_in(named.rows) if key in order] if named.rows else []
        heads_column = bool(named.columns) and (
            in_header or last < 0 or not _follows(keys, order, last)
        )
        if heads_column and named.rows and not in_header:
            heads_column = _among_columns(texts, at)
        if named.sort == "label" and named.rows and not heads_column:
            yield line
            line = [text]
            in_header = False
            if len(keys) == 1:
                last = max(last, order[keys[0]])
            elif _is_item(text):
                in_header = True
                yield line
                line = []
            continue
        if named.columns or named.sort == "neutral":
            if not in_header or any(t.named.sort == "value" for t in line):
                yield line
                line = []
            in_header = True
            line.append(text)
            continue
        if in_header or _is_remark(text, line, layout):
            line.append(text)
            continue
        yield line
        line = [text]
    yield line


def _follows(keys: Sequence[str], order: dict[str, int], last: int) -> bool:
    return any(order[key] > last for key in keys)


def _among_columns(texts: Sequence[Text], at: int) -> bool:
    """Whether there are labels of columns only on either side of one."""
    beside = [*texts[max(0, at - 1) : at], *texts[at + 1 : at + 2]]
    return any(t.named.columns and not t.named.rows for t in beside)


def _is_item(text: Text) -> bool:
    return text.named.match.label("item") is not None


def _is_remark(text: Text, line: Sequence[Text], layout: Layout) -> bool:
    """Whether a short text that is not a number is a cell of a row that still lacks cells."""
    if not line or line[0].named.sort != "label" or len(text.piece.text) > LONGEST_REMARK:
        return False
    width = max(len(row.columns) for row in layout.rows)
    return sum(t.named.sort in ("value", "blank", "foreign") for t in line) < width


def _without_continuations(lines: list[Line], cells: StatuteCells, layout: Layout) -> list[Line]:
    """Remove blank cells at the ends of rows that continue a label of the row above the next row.

    They differ from blank numbers only if every row then has exactly the cells of the form.
    """
    rows: dict[int, Row] = {}
    for at, line in enumerate(lines):
        labels = [n for p in line if (n := cells.name(p.text)).sort == "label"]
        if any(named.columns and not named.rows for named in labels):
            continue
        keys = cells.rows_in(labels[-1].rows) if labels else []
        if len(keys) == 1 and keys[0] in _keys(layout) and len(line) > len(labels):
            rows[at] = layout.row(keys[0])
    if [row.key for row in rows.values()] != [row.key for row in layout.rows]:
        return lines
    spare = [*(_shared(one, other) for one, other in pairwise(layout.rows)), 0]
    kept = list(lines)
    for (at, form), count in zip(rows.items(), spare, strict=True):
        before = sum(cells.name(piece.text).sort == "label" for piece in lines[at])
        width = before + len(form.columns)
        if len(lines[at]) - width != count or any(p.text for p in lines[at][width:]):
            return lines
        kept[at] = lines[at][:width]
    return kept


def _keys(layout: Layout) -> set[str]:
    return {row.key for row in layout.rows}


def _shared(above: Row, below: Row) -> int:
    """Return how many of a row's labels are also labels of the row above it."""
    count = 0
    for one, other in zip(above.labels, below.labels, strict=False):
        if one != other:
            break
        count += 1
    return count
