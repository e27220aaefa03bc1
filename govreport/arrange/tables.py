"""Lays out statutory tables as grids with the merged headers of the official form."""

from collections.abc import Iterator, Sequence
from itertools import chain

from govreport.model import statute
from govreport.model.grid import Cell, Table
from govreport.model.statute import Column
from govreport.model.statutory import StatutoryRow, StatutoryTable, extra_columns_of

_PROACTIVE_WIDTH = 4
_REVIEWS_HEADER_ROWS = 3


def arrange_table(table: StatutoryTable) -> Table:
    """Return the grid of a statutory table, its rows and columns as the official form prints them."""
    if table.kind == "proactive_disclosure":
        return Table(_proactive_rows(table))
    if table.kind == "applications":
        return Table(chain(_application_header(table), _application_rows(table)))
    return Table(_review_rows(table))


def _column_label(table: StatutoryTable, column: Column) -> str:
    return column.label_with(table.unit(column.key, column.unit))


def _extra_labels(table: StatutoryTable, group: str | None) -> list[str]:
    return [column.label for column in extra_columns_of(table.extra_columns, group)]


def _filled(texts: Sequence[str], width: int) -> list[Cell]:
    """Return one cell per text, the last one spanning the rest of the width."""
    *first, last = texts
    return [*map(Cell, first), Cell(last, 1, max(1, width - len(first)))]


def _proactive_rows(table: StatutoryTable) -> Iterator[list[Cell]]:
    items = dict(table.layout.group_labels)
    known = {row.key: row for row in table.layout.rows}
    width = max(_PROACTIVE_WIDTH, *(len(row.cells) + 1 for row in table.rows))
    group = None
    for row in table.rows:
        if row.key is None:
            yield _filled((row.label, *row.cells), width)
            continue
        layout = known[row.key]
        if layout.group is not None and layout.group != group:
            group = layout.group
            yield [Cell(items[group], 1, width)]
            labels = [_column_label(table, column) for column in layout.columns]
            labels.extend(_extra_labels(table, group))
            yield _filled((statute.ITEM_COLUMN, *labels), width)
        yield _filled((layout.labels[-1], *row.cells), width)


def _application_header(table: StatutoryTable) -> Iterator[list[Cell]]:
    natural, *organizations, total = statute.APPLICANT_COLUMNS
    extra = _extra_labels(table, None)
    yield [
        Cell(statute.APPLICATIONS_NOTE, 3, statute.LABEL_COLUMNS),
        Cell(statute.APPLICANTS, 1, len(statute.APPLICANT_COLUMNS) + len(extra)),
    ]
    yield [
        Cell(_column_label(table, natural), 2),
        Cell(statute.ORGANIZATIONS, 1, len(organizations)),
        Cell(_column_label(table, total), 2),
        *(Cell(label, 2) for label in extra),
    ]
    yield [Cell(_column_label(table, column)) for column in organizations]


def _application_rows(table: StatutoryTable) -> Iterator[list[Cell]]:
    known = {row.key: row for row in table.layout.rows}
    paths = _paths(table)
    width = max(statute.LABEL_COLUMNS + len(row.cells) for row in table.rows)
    for index, (row, path) in enumerate(zip(table.rows, paths, strict=True)):
        cells = []
        for depth, label in enumerate(path):
            if not index or paths[index - 1][: depth + 1] != path[: depth + 1]:
                cells.append(Cell(label, _run(paths, index, depth)))
        label = known[row.key].labels[-1] if row.key else row.label
        # A note without numbers spans the whole row.
        span = (statute.LABEL_COLUMNS if row.cells else width) - len(path)
        yield [*cells, Cell(label, 1, span), *map(Cell, row.cells)]


def _paths(table: StatutoryTable) -> list[tuple[str, ...]]:
    """Return the merged labels before each row's own label.

    A row that is not in the form belongs to the groups that reach over it.
    """
    known = {row.key: row.labels[:-1] for row in table.layout.rows}
    return [
        known[row.key]
        if row.key
        else _shared(
            _nearest(table.rows[:index][::-1], known), _nearest(table.rows[index:], known)
        )
        for index, row in enumerate(table.rows)
    ]


def _nearest(rows: Sequence[StatutoryRow], known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return next((known[row.key] for row in rows if row.key), ())


def _shared(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    length = 0
    while length < min(len(before), len(after)) and before[length] == after[length]:
        length += 1
    return before[:length]


def _run(paths: list[tuple[str, ...]], start: int, depth: int) -> int:
    """Return how many rows from `start` on share their labels down to `depth`."""
    shared = paths[start][: depth + 1]
    end = start
    while end < len(paths) and paths[end][: depth + 1] == shared:
        end += 1
    return end - start


def _review_rows(table: StatutoryTable) -> Iterator[list[Cell]]:
    reconsideration, *litigation = table.layout.rows
    headers = {row.key: _review_headers(table, row) for row in table.layout.rows}
    below = [label for row in litigation for label in headers[row.key]]
    yield [
        Cell(reconsideration.labels[-1], 1, len(headers[reconsideration.key])),
        Cell(statute.LITIGATION, 1, len(below)),
    ]
    yield [
        *(Cell(label, _REVIEWS_HEADER_ROWS - 1) for label in headers[reconsideration.key]),
        *(Cell(row.labels[-1], 1, len(headers[row.key])) for row in litigation),
    ]
    yield list(map(Cell, below))
    yield [Cell(text) for row in table.rows if row.key for text in row.cells]
    for row in table.extra_rows:
        yield list(map(Cell, row.cells))


def _review_headers(table: StatutoryTable, row: statute.Row) -> list[str]:
    columns = (_column_label(table, column) for column in row.columns)
    return [*columns, *_extra_labels(table, row.group)]
