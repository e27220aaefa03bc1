"""Builds a statutory table from the cells that each number's labels name; nothing is dropped."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from govreport.model.statute import Layout, TableKind
from govreport.model.statutory import StatutoryTable
from govreport.recognise.notes import Notes
from govreport.recognise.pieces import Piece, Shown
from govreport.recognise.placing.by_structure import told_by_structure
from govreport.recognise.placing.counters import in_counted_lines
from govreport.recognise.placing.found import Found, found_table
from govreport.recognise.placing.headed_rows import lines_of_headed_rows
from govreport.recognise.placing.header_trees import readings_of
from govreport.recognise.placing.headers import header_of
from govreport.recognise.placing.headless import assumed, completed, is_headless
from govreport.recognise.placing.labels_last import with_labels_first
from govreport.recognise.placing.leaves import NO_HEADER
from govreport.recognise.placing.naming import (
    StatuteCells,
    Text,
    statute_cells,
)
from govreport.recognise.placing.order_doubts import (
    LABELS_FIRST,
    NUMBERS_FIRST,
    come_together,
    list_doubt,
)
from govreport.recognise.placing.parts import NUMBERED, PartReader
from govreport.recognise.placing.sequences import (
    is_out_of_order,
    is_sequence,
    with_list_rows,
    with_rows,
    with_rows_whole,
)
from govreport.recognise.placing.sheets import Sheet, sheet_of
from govreport.recognise.placing.table_part import TablePart
from govreport.recognise.placing.years_of_rows import lines_of_this_year
from govreport.recognise.row_evidence import rows_are_full
from govreport.recognise.rows import Line

_OUT_OF_ORDER = "its items or columns are named after their rows, so it continues in columns"


class _Rows(NamedTuple):
    """The lines of a table: whether cells have places, and what was removed from them.

    Removed are numbers that only count rows, and labels that say only that numbers of the
    report's year follow.
    """

    lines: Sequence[Line]
    placed: bool
    counting: Sequence[Piece] = ()
    years: Sequence[Piece] = ()


def build_table(
    kind: TableKind,
    lines: Sequence[Line],
    shown: Shown,
    layout: Layout,
    edition_told: bool,
    notes: Notes,
) -> StatutoryTable:
    """Return the statutory table in the lines, each number in the cell that its labels name.

    `edition_told` says that the report shows the layout's edition, which is else a default.
    """
    cells = statute_cells(kind)
    lines, shown = _as_counted(lines, shown)
    rows = _in_rows(lines, shown, cells, layout)
    sheet = sheet_of(rows.lines, cells, layout, rows.placed)
    _note_left_out(rows, sheet, notes)
    found = Found()
    known = TablePart(
        sheet.parts[0], NO_HEADER, sheet, cells, layout, edition_told, shown, rows.placed
    )
    readers = [PartReader(part, notes, found) for part in _with_headers(known)]
    counts = [reader.counts() for reader in readers]
    of_rows = list(chain.from_iterable(counts))
    full = rows_are_full(of_rows)
    has_row_ends = not is_sequence(lines)
    notes.every_row_full = all(count == columns for count, columns in of_rows)
    for reader in readers:
        reader.learn(full, has_row_ends)
    doubt = _doubt_of_table(known, lines, readers)
    if doubt:
        notes.add("ambiguous-columns", "", _first_numbers(readers), doubt)
    for reader, own in zip(readers, _doubts(readers, counts, doubt), strict=True):
        reader.collect(own)
    notes.every_row_full = notes.every_row_full and not found.added
    return found_table(layout, found, notes)


def _note_left_out(rows: _Rows, sheet: Sheet, notes: Notes) -> None:
    """Note the numbers that only count rows, and the years of columns, which name none."""
    for piece in (*rows.counting, *sheet.numbering):
        notes.add("unplaced-text", f"line {piece.line + 1}", piece.text, NUMBERED)
    for text, line in {piece.text: piece.line for piece in reversed(rows.years)}.items():
        notes.add("unplaced-text", f"line {line + 1}", text)


def _doubt_of_table(
    known: TablePart, lines: Sequence[Line], readers: Sequence[PartReader]
) -> str:
    """Return why no row of a table without places can be read, in whichever part it stands."""
    if not known.placed and is_out_of_order(known.sheet, known.cells, known.layout):
        return _OUT_OF_ORDER
    if doubt := _list_doubt(lines, known.cells):
        return doubt
    if known.placed:
        return ""
    numbers = [each for reader in readers for each in reader.numbers()]
    return LABELS_FIRST if come_together(numbers) else ""


def _first_numbers(readers: Sequence[PartReader]) -> str:
    """Return the numbers of the first row of a table that has some."""
    rows = (row.behind for reader in readers for row in reader.rows)
    texts = ([piece.text for piece in pieces if piece.text] for pieces in rows)
    return " | ".join(next(filter(None, texts), ()))


def _as_counted(lines: Sequence[Line], shown: Shown) -> tuple[Sequence[Line], Shown]:
    """Return a run of cells as the lines that its numbers count, in which nothing spans."""
    run = list(chain.from_iterable(lines)) if is_sequence(lines) else []
    counted = in_counted_lines(run)
    return (counted, Shown(blanks=True, spans=False)) if counted else (lines, shown)


def _in_rows(lines: Sequence[Line], shown: Shown, cells: StatuteCells, layout: Layout) -> _Rows:
    """Return the lines of a table as rows, where they may be a list or a run of cells."""
    if rows := with_list_rows(lines, cells):
        return _Rows(rows, placed=False)
    lines, years = lines_of_this_year(lines, cells)
    lines, quantities = lines_of_headed_rows(lines, cells)
    years += quantities
    if shown.blanks and sum(len(line) > 1 for line in lines) * 2 > len(lines):
        return _Rows(lines, placed=True, years=years)
    lines, counting, removed = with_rows(with_labels_first(lines, cells), cells, layout)
    return _Rows(lines, placed=False, counting=counting, years=[*years, *removed])


def _list_doubt(lines: Sequence[Line], cells: StatuteCells) -> str:
    """Return why the numbers of a list without rows are nobody's."""
    if not is_sequence(lines):
        return ""
    run = chain.from_iterable(lines)
    return list_doubt([Text(piece, cells.name(piece.text)) for piece in run])


def _doubts(
    readers: Sequence[PartReader], counts: Sequence[Sequence[tuple[int, int]]], doubt: str
) -> list[str]:
    """Return why the rows of each part are not read, `doubt` being of the whole table.

    `counts` are of the cells and columns of the statute's rows in each part.
    """
    doubts = [doubt or reader.order_doubt() for reader in readers]
    begun = next((at for at, each in enumerate(counts) if each), 0)
    throughout = next((each for each in doubts[: begun + 1] if each == NUMBERS_FIRST), "")
    return [own or throughout for own in doubts]


def _with_headers(known: TablePart) -> Iterator[TablePart]:
    """Yield the parts of a table, each with its columns; `known` is what is known of all of them."""
    sheet, shown, placed = known.sheet, known.shown, known.placed
    for lines in sheet.parts:
        header = header_of(lines, sheet.side, shown.spans, placed)
        readings = [] if header.in_place else readings_of(lines.header, sheet.side, known.cells)
        if not (placed or shown.blanks):
            count = len(readings[0]) if readings else len(header.leaves)
            lines = with_rows_whole(lines, count, sheet.side, bool(known.cells.total))
        part = known._replace(lines=lines, header=header)
        if readings:
            part = part._replace(header=told_by_structure(part, readings))
        if is_headless(lines) and not part.header.leaves:
            yield from assumed(part)
        else:
            yield part._replace(header=completed(part))
