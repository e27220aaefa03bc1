"""Rows without a header, read in the form's order if that is beyond doubt."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from govreport.model.statute import Column, Layout
from govreport.model.values import read_value
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.naming import Named, StatuteCells
from govreport.recognise.placing.sheets import SheetPart, SheetRow
from govreport.recognise.placing.table_part import TablePart

_NOT_TOLD = "there is no header above it, and nothing else shows which columns these are"


def is_headless(part: SheetPart) -> bool:
    """Whether there is no label of the statute above the rows of a part."""
    return not any(named.sort == "label" for line in part.header for _, named in line)


def assumed(part: TablePart) -> Iterator[TablePart]:
    """Yield the rows of a part without a header with the columns of the form.

    In table 2 this takes a known edition, item by item; in tables 3 and 4 it takes agreeing
    totals, which the reading of the rows checks.
    """
    kind = part.cells.kind
    if part.side.columns or (kind != "reviews" and not part.side.rows):
        yield part._replace(header=Header((), in_place=False, reason=_NOT_TOLD))
    elif kind == "proactive_disclosure":
        yield from _item_by_item(part)
    elif kind == "reviews":
        leaves = _leaves_of_reviews(part)
        yield part._replace(header=Header(leaves, in_place=False, is_assumed=True))
    else:
        yield part._replace(header=_at_the_end(part))


def _item_by_item(part: TablePart) -> Iterator[TablePart]:
    """Yield the rows of each item of table 2 with the item's columns, if nothing contradicts."""
    # The texts above the rows are not a header; the first rows keep them.
    above = part.lines.header
    if not part.rows:
        yield part._replace(header=Header((), in_place=False, reason=_NOT_TOLD))
    is_told = part.edition_told and not _shows_foreign(part.lines)
    for group, pairs in groupby(_grouped(part), key=itemgetter(0)):
        rows = tuple(row for _, row in pairs)
        told = is_told and not any(map(_is_note, rows))
        leaves = _leaves_of_item(group, part.cells, part.layout) if told else ()
        header = Header(leaves, in_place=False, reason="" if leaves else _NOT_TOLD)
        yield part._replace(lines=SheetPart(above, rows), header=header)
        above = ()


def _leaves_of_item(group: str | None, cells: StatuteCells, layout: Layout) -> tuple[Leaf, ...]:
    """Return the columns of an item of table 2."""
    columns = next((row.columns for row in layout.rows if row.group == group), ())
    return tuple(_leaf(column, cells) for column in columns)


def _leaves_of_reviews(part: TablePart) -> tuple[Leaf, ...]:
    """Return the columns of table 4, those of one row where labels beside the numbers name rows."""
    cells, rows = part.cells, part.layout.rows
    if part.side.rows:
        return tuple(_leaf(column, cells) for column in rows[0].columns)
    return tuple(
        _leaf(column, cells, cells.of_rows([row.key])) for row in rows for column in row.columns
    )


def completed(part: TablePart) -> Header:
    """Return a header that names only the last columns of the form, completed with the others.

    This takes rows that all have as many numbers as the form has columns; and also, in table 3,
    a last number that is the sum of the others, or, in table 2, a text that begins within the
    header and a known edition. Any other header is returned unchanged.
    """
    header, side, cells = part.header, part.side, part.cells
    if cells.kind == "reviews" or not side.rows or side.columns:
        return header
    is_applications = cells.kind == "applications"
    columns = part.layout.rows[0].columns if is_applications else _columns_of_first_item(part)
    is_whole = _hold_totals if is_applications else _have_numbers
    if (
        not _names_last(header, columns, cells)
        or _shows_foreign(part.lines)
        or not is_whole(part.rows, len(columns))
    ):
        return header
    leaves = tuple(_leaf(column, cells) for column in columns)
    return Header(leaves, in_place=False, is_assumed=is_applications)


def _names_last(header: Header, columns: Sequence[Column], cells: StatuteCells) -> bool:
    """Whether a header names the last of the form's columns, and not all of them."""
    named = [leaf.columns for leaf in header.leaves if not leaf.names_nothing]
    if not 0 < len(named) < len(columns):
        return False
    return named == [cells.of_columns([column.key]) for column in columns[-len(named) :]]


def _columns_of_first_item(part: TablePart) -> tuple[Column, ...]:
    """Return the columns of the item that table 2 begins with; none where it is in doubt."""
    if not part.edition_told or part.header.in_place or part.lines is not part.sheet.parts[0]:
        return ()
    columns = _columns_of_item(part)
    return columns if _keep_order(part.sheet.parts, part.cells, part.layout) else ()


def _columns_of_item(part: TablePart) -> tuple[Column, ...]:
    """Return the columns of the only item of table 2 whose rows have numbers in a part."""
    numbered = {
        group
        for group, row in _grouped(part)
        if any(named.sort == "value" for _, named in row.texts)
    }
    found = [row.columns for row in part.layout.rows if numbered == {row.group}]
    return found[0] if found else ()


def _keep_order(parts: Sequence[SheetPart], cells: StatuteCells, layout: Layout) -> bool:
    """Whether a header names several columns and all headers follow the form's order."""
    form = [column.key for row in layout.rows for column in row.columns]
    most = 0
    for part in parts:
        named = _naming_columns(part)
        keys = [key for each in named for key in cells.columns_in(each.columns)]
        known = [key for key in keys if key in form]
        if len(known) != len(named) or known != sorted(known, key=form.index):
            return False
        most = max(most, len(known))
    return most > 1


def _naming_columns(part: SheetPart) -> list[Named]:
    return [named for line in part.header for _, named in line if named.columns]


def _shows_foreign(part: SheetPart) -> bool:
    """Whether there is a text above the rows of a part that may be a column not in the form."""
    return any(named.sort == "foreign" for line in part.header for _, named in line)


def _is_note(row: SheetRow) -> bool:
    """Whether a row is only a text, which may be a header that is not understood."""
    return all(named.sort in ("foreign", "blank") for _, named in row.texts)


def _hold_totals(rows: Sequence[SheetRow], count: int) -> bool:
    """Whether each row with numbers has that many after its labels, the last the others' sum."""
    numbers = _numbers(rows, count)
    return any(map(any, numbers)) and all(sum(row[:-1]) == row[-1] for row in numbers)


def _have_numbers(rows: Sequence[SheetRow], count: int) -> bool:
    """Whether each row with cells has that many after its labels, all of them numbers."""
    return bool(_numbers(rows, count))


def _numbers(rows: Sequence[SheetRow], count: int) -> list[list[int | Decimal]]:
    """Return the numbers of each row that has cells after its labels.

    None if a row has a different count of them, or a cell that is not a number.
    """
    found: list[list[int | Decimal]] = []
    for row in rows:
        behind = [t for t in row.texts if t.named.sort not in ("label", "blank")]
        values = [read_value(text.piece.text).value for text in behind]
        known = [value for value in values if value is not None]
        if behind and not len(known) == len(values) == count:
            return []
        if behind:
            found.append(known)
    return found


def _at_the_end(part: TablePart) -> Header:
    """Return the last columns of a grid, if it is wide enough to have labels before them."""
    columns = part.layout.rows[0].columns
    end = part.sheet.usual_end if part.placed else 0
    start = end - len(columns)
    leaves = tuple(
        _leaf(column, part.cells, 0, start + at if start > 0 else -1)
        for at, column in enumerate(columns)
    )
    return Header(leaves, in_place=start > 0, end=end, is_assumed=True)


def _leaf(column: Column, cells: StatuteCells, rows: int = 0, start: int = -1) -> Leaf:
    place = (start, start + 1) if start >= 0 else (0, 0)
    return Leaf(rows, cells.of_columns([column.key]), column.label, False, *place)


def _grouped(part: TablePart) -> Iterator[tuple[str | None, SheetRow]]:
    groups = {row.key: row.group for row in part.layout.rows}
    group: str | None = None
    for row in part.rows:
        for _, named in row.texts:
            keys = part.cells.rows_in(named.rows) if named.rows else []
            if keys and keys[0] in groups:
                group = groups[keys[0]]
        yield group, row
