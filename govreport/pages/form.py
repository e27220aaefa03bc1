"""A statutory table as markup in the shape of the form, each cell drawn by who knows what it is."""

from collections.abc import Callable, Iterator, Sequence

from govreport.model.document import CellKey
from govreport.model.grid import Table
from govreport.model.statute import (
    APPLICANTS,
    APPLICATIONS_NOTE,
    ITEM_COLUMN,
    LABEL_COLUMNS,
    ORGANIZATIONS,
    Row,
)
from govreport.model.statutory import StatutoryRow, StatutoryTable, extra_columns_of
from govreport.pages.page import element, text

DrawCell = Callable[[CellKey, str, int], str]
"""Returns the `td` of a statutory cell: given its key, what it prints, and how far it spans."""


def form(table: StatutoryTable, draw: DrawCell) -> str:
    """Return a statutory table as markup."""
    if table.kind == "applications":
        rows = list(_applications(table, draw))
    else:
        rows = list(_groups(table, draw))
    return element(
        "div", element("table", "\n".join(rows)), class_=f"scroll form {table.kind}", tabindex="0"
    )


def plain_table(table: Table) -> str:
    """Return a table that is none of the statute's as markup."""
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
    return element("div", element("table", "\n".join(lines)), class_="scroll", tabindex="0")


def _span(number: int) -> str:
    return str(number) if number > 1 else ""


def _cells(
    table: StatutoryTable, row: Row, filled: StatutoryRow, draw: DrawCell, width: int
) -> str:
    """Return the cells of a row, the last of which spans what its table is wider."""
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
    """Return a row that the statute does not know, its label across the columns of labels."""
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
    """Yield the rows of table 2 by item, and those of table 4 each under its own columns."""
    known = {row.key: row for row in table.layout.rows}
    labels = dict(table.layout.group_labels)
    width = max(
        len(row.columns) + len(extra_columns_of(table.extra_columns, row.group))
        for row in table.layout.rows
    )
    if not labels:
        width = len(table.layout.rows[0].columns) + len(table.extra_columns)
    shown: object = None
    for filled in table.rows:
        if filled.key is None:
            yield _unknown(filled, 1)
            continue
        row = known[filled.key]
        group = row.group if labels else "reviews"
        if group != shown:
            shown = group
            if row.group in labels:
                yield element(
                    "tr",
                    element(
                        "th", text(labels[row.group]), class_="across", colspan=str(width + 1)
                    ),
                )
            yield element("tr", _header(table, row, ITEM_COLUMN if labels else "", width))
        yield element(
            "tr",
            element("th", text(" · ".join(row.labels)), scope="row")
            + _cells(table, row, filled, draw, width),
        )


def _header(table: StatutoryTable, row: Row, corner: str, width: int) -> str:
    units = dict(table.units)
    added = (
        table.extra_columns
        if table.kind == "reviews"
        else extra_columns_of(table.extra_columns, row.group)
    )
    names = (
        *(column.label_with(units.get(column.key, column.unit)) for column in row.columns),
        *(column.label for column in added),
    )
    *first, last = (corner, *names)
    rest = _span(1 + max(width - len(names), 0))
    return "".join(
        (
            *(element("th", text(name), class_="across") for name in first),
            element("th", text(last), class_="across", colspan=rest),
        )
    )
