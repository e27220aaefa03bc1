"""Finds the paragraphs and tables of a sheet by lines, blank rows and merged ranges."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, product
from operator import itemgetter

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.grid import Cell, Table, text_cell
from govreport.readers.excel.names import Position
from govreport.readers.excel.view import View

_NOTE = expression("[：:]")


@dataclass
class _SheetRow:
    """A visible row that holds something: its number, the columns of its texts, its reach.

    `is_lined` says whether a cell of it has a line at a side; `reach` is the last row that a
    merged cell beginning in it covers.
    """

    number: int
    columns: list[int] = field(default_factory=list)
    is_lined: bool = False
    reach: int = 0


def blocks_of(view: View, limits: Limits) -> Iterator[Block]:
    """Yield the paragraphs and tables of a sheet from top to bottom.

    A table consists of cells with lines at their sides, or else of rows with several texts; each
    line of each text above, below and between is a paragraph. Empty rows and columns at the edges
    do not belong to a table.
    """
    for band in _bands(view):
        for is_table, rows in _stretches(view, band):
            if is_table:
                yield _table(view, rows, limits)
            else:
                yield from _paragraphs(view, rows)


def _rows(view: View) -> list[_SheetRow]:
    rows: dict[int, _SheetRow] = {}
    for row, column in sorted(view.texts):
        rows.setdefault(row, _SheetRow(row, reach=row)).columns.append(column)
        end = view.ends.get((row, column), (row, column))[0]
        rows[row].reach = max(rows[row].reach, end)
    for row, _ in view.sided:
        rows.setdefault(row, _SheetRow(row, reach=row)).is_lined = True
    return [rows[number] for number in sorted(rows)]


def _bands(view: View) -> Iterator[list[_SheetRow]]:
    """Yield the groups of rows without a blank row between them."""
    band: list[_SheetRow] = []
    reach = 0
    for row in _rows(view):
        if band and row.number > _next_visible(view, reach):
            yield band
            band = []
        band.append(row)
        reach = max(reach, row.reach)
    if band:
        yield band


def _next_visible(view: View, row: int) -> int:
    row += 1
    while row in view.sheet.hidden_rows:
        row += 1
    return row


def _stretches(view: View, band: Sequence[_SheetRow]) -> Iterator[tuple[bool, list[_SheetRow]]]:
    """Yield the parts of a band in order: whether each is a table, and its rows."""
    if any(row.is_lined for row in band):
        in_table = _lined(band)
    else:
        several = [at for at, row in enumerate(band) if _may_be_of_a_table(view, row)]
        first, last = (several[0], several[-1]) if several else (len(band), -1)
        last = _with_blank_rows(view, band, first, last)
        in_table = [first <= at <= last for at in range(len(band))]
    stretch: list[_SheetRow] = []
    for at, row in enumerate(band):
        if stretch and in_table[at] != in_table[at - 1]:
            yield _settled(in_table[at - 1], stretch)
            stretch = []
        stretch.append(row)
    yield _settled(in_table[-1], stretch)


def _with_blank_rows(view: View, band: Sequence[_SheetRow], first: int, last: int) -> int:
    """Return the last row of a table without lines, including rows with only a label.

    A label is merged over the columns of labels, a text below the table over all or none.
    """
    right = max(
        (_end(view, row, at)[1] for row in band[first : last + 1] for at in row.columns),
        default=0,
    )
    while 0 <= last < len(band) - 1:
        row = band[last + 1]
        ends = [_end(view, row, column)[1] for column in row.columns]
        if len(ends) != 1 or not row.columns[0] < ends[0] < right:
            break
        last += 1
    return last


def _end(view: View, row: _SheetRow, column: int) -> Position:
    return view.ends.get((row.number, column), (row.number, column))


def _may_be_of_a_table(view: View, row: _SheetRow) -> bool:
    """Whether a row without lines may begin or end a table: several texts, not all of them notes.

    A note says what it is about before a colon, as do the office and the unit above a table.
    """
    texts = [view.texts[row.number, column] for column in row.columns]
    return len(texts) > 1 and not all(_NOTE.search(text) for text in texts)


def _lined(band: Sequence[_SheetRow]) -> list[bool]:
    """Return for each row whether it is part of a table: it has lines, or a cell reaches into it."""
    found = []
    reach = 0
    for row in band:
        inside = row.is_lined or row.number <= reach
        found.append(inside)
        if inside:
            reach = max(reach, row.reach)
    return found


def _settled(is_table: bool, rows: list[_SheetRow]) -> tuple[bool, list[_SheetRow]]:
    """Return a stretch; one that has a single column of texts is not a table."""
    columns = {column for row in rows for column in row.columns}
    return is_table and len(columns) > 1, rows


def _paragraphs(view: View, rows: Sequence[_SheetRow]) -> Iterator[Block]:
    for row in rows:
        for column in row.columns:
            for line in view.texts[row.number, column].split("\n"):
                if text := line.strip():
                    yield TextBlock(text)


def _table(view: View, rows: Sequence[_SheetRow], limits: Limits) -> Block:
    """Return the rows as a table of the visible columns between the first and last that count."""
    sheet = view.sheet
    begun = [(row.number, column) for row in rows for column in row.columns]
    last = max(row.reach for row in rows if row.columns)
    shown = _shown(begun[0][0], last, sheet.hidden_rows)
    left = min(begun, key=itemgetter(1))[1]
    right = max(view.ends.get(at, at)[1] for at in begun)
    columns = _shown(left, right, sheet.hidden_columns)
    limits.take_cells(len(shown) * len(columns), f"sheet {sheet.name}, row {shown[0]}")
    row_at = dict(zip(shown, count(), strict=False))
    column_at = dict(zip(columns, count(), strict=False))
    taken = _taken(view, begun, row_at, column_at)
    lines: list[list[Cell]] = []
    for number in shown:
        begin = (at for at in product((number,), columns) if at not in taken)
        lines.append([_cell(view, at, row_at, column_at) for at in begin])
    return TableBlock(Table(lines))


def _shown(first: int, last: int, hidden: Container[int]) -> list[int]:
    return [number for number in range(first, last + 1) if number not in hidden]


def _cell(view: View, at: Position, row_at: dict[int, int], column_at: dict[int, int]) -> Cell:
    end = view.ends.get(at)
    text = view.texts.get(at, "")
    if end is None or not text:
        return text_cell(text)
    rows, columns = _spans(at, end, row_at, column_at)
    return text_cell(text, rows, columns)


def _spans(
    at: Position, end: Position, row_at: dict[int, int], column_at: dict[int, int]
) -> tuple[int, int]:
    rows = row_at.get(end[0], len(row_at) - 1) - row_at[at[0]] + 1
    columns = column_at.get(end[1], len(column_at) - 1) - column_at[at[1]] + 1
    return rows, columns


def _taken(
    view: View, begun: Sequence[Position], row_at: dict[int, int], column_at: dict[int, int]
) -> set[Position]:
    """Return the positions that a merged cell covers without beginning there."""
    rows, columns = list(row_at), list(column_at)
    taken: set[Position] = set()
    for at in begun:
        end = view.ends.get(at)
        if end is None:
            continue
        height, width = _spans(at, end, row_at, column_at)
        top, left = row_at[at[0]], column_at[at[1]]
        taken.update(product(rows[top : top + height], columns[left : left + width]))
        taken.discard(at)
    return taken
