"""Divides a run of cells without row ends into rows: a cell a line, or labels run together.

A row begins at its label and holds the numbers after it. The column of each number is found
later, from the header's printed order and the reading of the row.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from govreport.model.statute import Layout, Row
from govreport.model.values import read_value
from govreport.recognise.labels.folding import enumerator, skeleton
from govreport.recognise.labels.turning import turns
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.counters import counting_numbers
from govreport.recognise.placing.detached_numbers import with_numbers_behind_labels
from govreport.recognise.placing.headed_rows import run_of_headed_rows
from govreport.recognise.placing.lists import by_runs, is_list, listed, turned
from govreport.recognise.placing.named_lines import TextLine
from govreport.recognise.placing.naming import Named, StatuteCells, Text
from govreport.recognise.placing.row_openers import without_openers
from govreport.recognise.placing.sheets import Sheet, SheetPart, SheetRow, Side
from govreport.recognise.placing.unknown_columns import heads_remarks
from govreport.recognise.placing.years_of_rows import of_this_year
from govreport.recognise.rows import LONGEST_REMARK, Line


def with_rows(
    lines: Sequence[Line], cells: StatuteCells, layout: Layout
) -> tuple[list[Line], list[Piece], list[Piece]]:
    """Return lines in which each run of lines of one cell is divided into rows.

    Also returns what was removed from them: the numbers that only counted the rows, and labels
    that say only that numbers of the report's year follow.
    """
    rows: list[Line] = []
    counting: list[Piece] = []
    years: list[Piece] = []
    run: list[Piece] = []
    for line in [*lines, []]:
        if len(line) == 1:
            run.append(line[0])
            continue
        run = _printed_once(without_openers(_without_gap_below(run), cells), cells)
        numbers = counting_numbers(run, cells)
        counting += [run[at] for at in numbers]
        run = [piece for at, piece in enumerate(run) if at not in numbers]
        for removing in (of_this_year, run_of_headed_rows):
            run, removed = removing(run, cells)
            years += removed
        rows.extend(_rows_of(with_numbers_behind_labels(run, cells, layout), cells, layout))
        run = []
        if line:
            rows.append(line)
    return rows, counting, years


def _without_gap_below(run: list[Piece]) -> list[Piece]:
    """Return a run without its last blank where no other shows that blank cells are printed."""
    return run[:-1] if [at for at, p in enumerate(run, 1) if not p.text] == [len(run)] else run


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
    if not _show_no_places(lines):
        return None
    texts = [[Text(piece, cells.name(piece.text)) for piece in line] for line in lines]
    if _have_numbers_inside(texts):
        return None
    run = _without_gaps(texts)
    return [_placed(row) for row in listed(run) if row] if is_list(run) else None


def _without_gaps(lines: Sequence[Sequence[Text]]) -> list[Text]:
    """Return the cells of lines, blank ones only from the ends of lines."""
    return [text for line in lines for text in line if text.piece.text or text is line[-1]]


def _have_numbers_inside(lines: Sequence[Sequence[Text]]) -> bool:
    """Whether lines have numbers before their last cells."""
    return any(text.named.sort == "value" for line in lines for text in line[:-1])


def _show_no_places(lines: Sequence[Line]) -> bool:
    """Whether lines differ in length and none of their texts spans several places."""
    return len(set(map(len, lines))) > 1 and not any(
        piece.text and (piece.span > 1 or piece.rows > 1) for line in lines for piece in line
    )


def is_sequence(lines: Sequence[Line]) -> bool:
    """Whether each line holds one cell."""
    return all(len(line) == 1 for line in lines)


def _rows_of(run: Sequence[Piece], cells: StatuteCells, layout: Layout) -> list[Line]:
    if len(run) < 2:
        return [[piece] for piece in run]
    texts = [Text(piece, cells.name(piece.text)) for piece in run]
    if is_list(texts):
        rows = list(listed(texts))
    elif not (rows := turned(texts)):
        is_run = cells.kind == "reviews"
        rows = list(by_runs(texts)) if is_run else _Lines(cells, layout).of(texts)
    lines = [_placed(row) for row in rows if row]
    return _without_continuations(lines, cells, layout)


def is_out_of_order(sheet: Sheet, cells: StatuteCells, layout: Layout) -> bool:
    """Whether an item of table 2, or one of its columns, is named only after a row of that item.

    Text extracted from the layout of a printed page may list a table column by column; then it
    is not known which numbers belong to a row.
    """
    if cells.kind != "proactive_disclosure" or sheet.side != Side(rows=True, columns=False):
        return False
    return _names_an_item_late(sheet.parts, cells, layout)


def _names_an_item_late(parts: Sequence[SheetPart], cells: StatuteCells, layout: Layout) -> bool:
    groups = {row.key: row.group for row in layout.rows}
    begun: set[str | None] = set()
    headed: dict[str | None, int] = {}
    group: str | None = None
    for part in parts:
        columns = _columns_named(part.header)
        if group in begun and columns & ~headed.get(group, 0) & _cells_of(group, cells, layout):
            return True
        seen_item = False
        for named, keys in _row_labels(part, cells, groups):
            group = groups[keys[0]]
            if named.match.label("item"):
                if group in begun:
                    return True
                seen_item = True
            elif not seen_item or len(keys) == 1:
                begun.add(group)
                headed.setdefault(group, columns)
    return False


def _columns_named(header: Sequence[TextLine]) -> int:
    """Return the cells of the columns that a header names."""
    columns = 0
    for line in header:
        for _, named in line:
            columns |= named.columns
    return columns


def _cells_of(group: str | None, cells: StatuteCells, layout: Layout) -> int:
    """Return the cells of the rows of one group."""
    return cells.of_rows(row.key for row in layout.rows if row.group == group)


def _row_labels(
    part: SheetPart, cells: StatuteCells, groups: Container[str]
) -> Iterator[tuple[Named, list[str]]]:
    """Yield what the labels of rows name, and the keys of those rows in the form."""
    for row in part.rows:
        for _, named in row.texts:
            if named.columns or not named.rows:
                continue
            if keys := [key for key in cells.rows_in(named.rows) if key in groups]:
                yield named, keys


def with_rows_whole(part: SheetPart, count: int, side: Side, has_totals: bool) -> SheetPart:
    """Return a part with the rows joined that a source without blank cells broke over lines.

    A line of only numbers continues the row above if the row then has exactly its columns, or
    no more than them and its total agrees.
    """
    if count < 2:
        return part
    rows: list[SheetRow] = []
    for row in part.rows:
        above = rows[-1] if rows else None
        if above and _is_continued(above, row, side) and _fits(above, row, count, has_totals):
            rows[-1] = _joined(above, row)
        else:
            rows.append(row)
    return part if len(rows) == len(part.rows) else part._replace(rows=tuple(rows))


def _is_continued(above: SheetRow, row: SheetRow, side: Side) -> bool:
    """Whether a row of only numbers comes after one with a label."""
    alone = all(read_value(text.piece.text).value is not None for text in row.texts)
    return alone and _is_labelled(above, side)


def _fits(above: SheetRow, row: SheetRow, count: int, has_totals: bool) -> bool:
    """Whether two rows together have as many numbers as columns, or fewer and a total."""
    before = _numbers(above)
    numbers = before + _numbers(row)
    return before > 0 and (numbers == count or (has_totals and numbers < count))


def _joined(above: SheetRow, row: SheetRow) -> SheetRow:
    return above._replace(
        texts=(*above.texts, *row.texts),
        beside=(*above.beside, *row.beside),
        sorts=above.sorts | row.sorts,
    )


def _numbers(row: SheetRow) -> int:
    return sum(text.named.sort == "value" for text in row.texts)


def _is_labelled(row: SheetRow, side: Side) -> bool:
    return side.rows and any(text.named.rows for text in row.beside)


def _placed(row: Sequence[Text]) -> Line:
    return [text.piece._replace(column=at, span=1) for at, text in enumerate(row)]


class _Lines:
    """Divides cells into the lines of table 2 or 3: headers, items and groups, and rows.

    A row goes on from its label.
    """

    def __init__(self, cells: StatuteCells, layout: Layout) -> None:
        self._cells = cells
        self._layout = layout
        self._order = {row.key: at for at, row in enumerate(layout.rows)}
        self._lines: list[list[Text]] = [[]]
        self._in_header = True
        self._last = -1
        """The place in the form of the last row of it so far."""

    def of(self, texts: Sequence[Text]) -> list[list[Text]]:
        """Return the lines of a run of cells, some of them empty."""
        for at, text in enumerate(texts):
            named = text.named
            if named.sort in ("value", "blank"):
                self._add_number(text)
            elif named.sort == "label" and named.rows and not self._heads_column(texts, at):
                self._begin_row(text)
            elif named.columns or named.sort == "neutral":
                self._add_header(text)
            elif self._in_header or self._goes_on(text):
                self._lines[-1].append(text)
            else:
                self._lines.append([text])
        return self._lines

    def _goes_on(self, text: Text) -> bool:
        """Whether a text that is not a number is a cell of the row before it."""
        row = self._lines[-1]
        if _is_remark(text, row, self._layout):
            return True
        head = next((line for line in reversed(self._lines) if _names_columns(line)), [])
        if not any(heads_remarks(each.piece.text) for each in head):
            return False
        columns = sum(map(_is_column, head)) - _is_column(head[0])
        return bool(row) and row[0].named.sort == "label" and _count_cells(row) == columns - 1

    def _add_number(self, text: Text) -> None:
        if self._in_header and self._lines[-1] and text.named.sort == "value":
            self._lines.append([])
            self._in_header = False
        self._lines[-1].append(text)

    def _begin_row(self, text: Text) -> None:
        self._lines.append([text])
        self._in_header = False
        keys = self._keys(text)
        if len(keys) == 1:
            self._last = max(self._last, self._order[keys[0]])
        elif text.named.match.label("item"):
            self._in_header = True
            self._lines.append([])

    def _add_header(self, text: Text) -> None:
        if not self._in_header or any(t.named.sort == "value" for t in self._lines[-1]):
            self._lines.append([])
        self._in_header = True
        self._lines[-1].append(text)

    def _keys(self, text: Text) -> list[str]:
        return [key for key in self._cells.rows_in(text.named.rows) if key in self._order]

    def _heads_column(self, texts: Sequence[Text], at: int) -> bool:
        """Whether the label of a row is that of a column here."""
        text = texts[at]
        if not text.named.columns:
            return False
        if self._in_header:
            return not (enumerator(text.piece.text)[0] and self._is_headed(text))
        follows = any(self._order[key] > self._last for key in self._keys(text))
        return (self._last < 0 or not follows) and _among_columns(texts, at)

    def _is_headed(self, text: Text) -> bool:
        """Whether the header already has the column that a label may be of: it is a row's then."""
        return any(each.named.columns == text.named.columns for each in self._lines[-1])


def _among_columns(texts: Sequence[Text], at: int) -> bool:
    """Whether there are labels of columns only on either side of one."""
    beside = [*texts[max(0, at - 1) : at], *texts[at + 1 : at + 2]]
    return any(t.named.columns and not t.named.rows for t in beside)


def _is_remark(text: Text, line: Sequence[Text], layout: Layout) -> bool:
    """Whether a short text that is not a number is a cell of a row that still lacks cells."""
    if not line or line[0].named.sort != "label" or len(text.piece.text) > LONGEST_REMARK:
        return False
    if turns(skeleton(text.piece.text)):
        return False  # it says of which year the numbers behind it are
    return _count_cells(line) < max(len(row.columns) for row in layout.rows)


def _count_cells(row: Sequence[Text]) -> int:
    return sum(text.named.sort in ("value", "blank", "foreign") for text in row)


def _names_columns(line: Sequence[Text]) -> bool:
    return any(text.named.columns and text.named.match.label("column") for text in line)


def _is_column(text: Text) -> bool:
    """Whether a text of a header is above a column of its own."""
    return text.named.sort == "foreign" or text.named.match.label("column") is not None


def _without_continuations(lines: list[Line], cells: StatuteCells, layout: Layout) -> list[Line]:
    """Remove blank cells at the ends of rows that continue a label of the row above the next row.

    They differ from blank numbers only if every row then has exactly the cells of the form.
    """
    rows = {at: row for at, line in enumerate(lines) if (row := _row_of(line, cells, layout))}
    if tuple(rows.values()) != layout.rows:
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


def _row_of(line: Line, cells: StatuteCells, layout: Layout) -> Row | None:
    """Return the row of the form that a line with further cells has the label of."""
    labels = [n for p in line if (n := cells.name(p.text)).sort == "label"]
    if not labels or any(named.columns and not named.rows for named in labels):
        return None
    keys = cells.rows_in(labels[-1].rows)
    is_one = len(keys) == 1 and keys[0] in _keys(layout)
    return layout.row(keys[0]) if is_one and len(line) > len(labels) else None


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
