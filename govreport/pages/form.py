"""A statutory table as markup in the layout of the form, each cell drawn by the caller."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from govreport.model.document import CellKey
from govreport.model.grid import Table
from govreport.model.statute import (
    APPLICANTS,
    APPLICATIONS_NOTE,
    ITEM_COLUMN,
    LABEL_COLUMNS,
    LITIGATION,
    ORGANIZATIONS,
    Row,
    TableKind,
)
from govreport.model.statutory import StatutoryRow, StatutoryTable, extra_columns_of
from govreport.pages.page import element, scrolled, text

DrawCell = Callable[[CellKey, str, int], str]
"""Returns the `td` of a statutory cell, given its key, its text, and its span."""


def form(table: StatutoryTable, draw: DrawCell) -> str:
    """Return a statutory table as markup."""
    return scrolled(_ROWS[table.kind](table, draw), f"form {table.kind}")


def plain_table(table: Table) -> str:
    """Return a table that is not statutory as markup."""
    lines = []
    for row in table.rows:
        cells = "".join(
            element(
                "td",
                text(cell.text) + "".join(map(plain_table, cell.tables)),
                rowspan=_span(cell.row_span),
                colspan=_span(cell.column_span),
            )
            for cell in row
        )
        lines.append(element("tr", cells))
    return scrolled(lines, "")


def _span(number: int) -> str:
    return str(number) if number > 1 else ""


def _cells(
    table: StatutoryTable, row: Row, filled: StatutoryRow, draw: DrawCell, width: int
) -> str:
    """Return the cells of a row, the last of which spans the rest of the table's width."""
    count = len(filled.cells)
    spans = [1] * (count - 1) + [1 + max(width - count, 0)]
    known = (
        draw((table.kind, row.key, column.key), printed, span)
        for column, printed, span in zip(row.columns, filled.cells, spans, strict=False)
    )
    added = (
        element("td", text(printed), colspan=_span(span))
        for printed, span in list(zip(filled.cells, spans, strict=True))[len(row.columns) :]
    )
    return "".join((*known, *added))


def _unknown(filled: StatutoryRow, columns: int) -> str:
    """Return a row that is not in the form, its label across the columns of labels."""
    label = element("th", text(filled.label), colspan=_span(columns))
    return element("tr", label + "".join(element("td", text(each)) for each in filled.cells))


def _applications(table: StatutoryTable, draw: DrawCell) -> Iterator[str]:
    first, *organizations, total = table.layout.rows[0].columns
    extra = [column.label for column in table.extra_columns]
    top = [
        element(
            "th",
            text(APPLICATIONS_NOTE),
            class_="corner",
            colspan=str(LABEL_COLUMNS),
            rowspan="3",
        ),
        element("th", text(APPLICANTS), colspan=str(len(organizations) + 2 + len(extra))),
    ]
    middle = [
        element("th", text(first.label), rowspan="2"),
        element("th", text(ORGANIZATIONS), colspan=str(len(organizations))),
        *(element("th", text(label), rowspan="2") for label in (total.label, *extra)),
    ]
    bottom = [element("th", text(column.label)) for column in organizations]
    head = "".join(element("tr", "".join(each)) for each in (top, middle, bottom))
    yield element("thead", head)
    known = {row.key: row for row in table.layout.rows}
    above: tuple[str, ...] = ()
    for position, filled in enumerate(table.rows):
        if filled.key is None:
            yield _unknown(filled, LABEL_COLUMNS)
            above = ()
            continue
        row = known[filled.key]
        labels = _labels(table.rows[position:], known, row, above)
        yield element("tr", labels + _cells(table, row, filled, draw, 0))
        above = row.labels


def _labels(
    following: Sequence[StatutoryRow], known: dict[str, Row], row: Row, above: tuple[str, ...]
) -> str:
    """Return the labels of a row that the one above it does not already span."""
    cells = []
    for depth, label in enumerate(row.labels):
        prefix = row.labels[: depth + 1]
        if above[: depth + 1] == prefix:
            continue
        rows = 0
        for each in following:
            if each.key is None or known[each.key].labels[: depth + 1] != prefix:
                break
            rows += 1
        last = depth + 1 == len(row.labels)
        columns = LABEL_COLUMNS - depth if last else 1
        cells.append(
            element("th", text(label), rowspan=_span(rows), colspan=_span(columns), scope="row")
        )
    return "".join(cells)


def _groups(table: StatutoryTable, draw: DrawCell) -> Iterator[str]:
    """Yield the rows of table 2 by item, each item under its own columns."""
    known = {row.key: row for row in table.layout.rows}
    labels = dict(table.layout.group_labels)
    width = max(
        len(row.columns) + len(extra_columns_of(table.extra_columns, row.group))
        for row in table.layout.rows
    )
    shown = None
    for filled in table.rows:
        if filled.key is None:
            yield _unknown(filled, 1)
            continue
        row = known[filled.key]
        if row.group is not None and row.group != shown:
            shown = row.group
            item = element("th", text(labels[row.group]), class_="across", colspan=str(width + 1))
            yield element("tr", item)
            yield element("tr", _header(table, row, width))
        yield element(
            "tr",
            element("th", text(row.labels[-1]), scope="row")
            + _cells(table, row, filled, draw, width),
        )


def _header(table: StatutoryTable, row: Row, width: int) -> str:
    *first, last = (ITEM_COLUMN, *_columns(table, row))
    rest = _span(1 + max(width - len(first), 0))
    return "".join(
        (
            *(element("th", text(name), class_="across") for name in first),
            element("th", text(last), class_="across", colspan=rest),
        )
    )


def _columns(table: StatutoryTable, row: Row) -> list[str]:
    """Return the labels of a row's columns, those that an office added after them."""
    added = extra_columns_of(table.extra_columns, row.group)
    labels = [column.label_with(table.unit(column.key, column.unit)) for column in row.columns]
    return [*labels, *(column.label for column in added)]


def _reviews(table: StatutoryTable, draw: DrawCell) -> Iterator[str]:
    """Yield table 4 as the form has it: all outcomes beside each other, one row of numbers."""
    heads = ("".join(each) for each in _review_heads(table))
    yield element("thead", "".join(element("tr", each) for each in heads))
    cells = (_cells(table, row, filled, draw, 0) for row, filled in table.known_rows())
    yield element("tr", "".join(cells))
    for extra in table.extra_rows:
        yield element("tr", "".join(element("td", text(each)) for each in extra.cells))


def _review_heads(table: StatutoryTable) -> Iterator[list[str]]:
    """Yield the three rows of headers of table 4."""
    reconsideration, *litigation = table.layout.rows
    own, *others = (_columns(table, row) for row in table.layout.rows)
    outcomes = list(chain.from_iterable(others))
    yield [
        element("th", text(reconsideration.labels[-1]), colspan=_span(len(own))),
        element("th", text(LITIGATION), colspan=_span(len(outcomes))),
    ]
    yield [
        *(element("th", text(name), rowspan="2") for name in own),
        *(
            element("th", text(row.labels[-1]), colspan=_span(len(columns)))
            for row, columns in zip(litigation, others, strict=True)
        ),
    ]
    yield [element("th", text(name)) for name in outcomes]


_ROWS: Mapping[TableKind, Callable[[StatutoryTable, DrawCell], Iterator[str]]] = {
    "proactive_disclosure": _groups,
    "applications": _applications,
    "reviews": _reviews,
}
