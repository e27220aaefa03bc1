"""Tables as HTML: head, bodies, header cells with their scope, nested tables."""

from collections.abc import Iterator

from govreport.errors import UnwritableDocumentError
from govreport.limits import DEFAULT_LIMITS
from govreport.model.grid import Cell, Slot, Table
from govreport.writers.html.structure import Structure
from govreport.writers.html.texts import attribute, content, escaped, white_space


def table_html(table: Table, mark: str, caption: str) -> str:
    """Return a table element with its mark and, where there is one, its caption.

    The caption says nothing that the page does not say elsewhere; its attribute tells a reader
    to pass it over. Raises `UnwritableDocumentError` for spans that HTML would cut.
    """
    return "".join(_pieces(table, mark, caption))


def _pieces(table: Table, mark: str = "", caption: str = "") -> Iterator[str]:
    """Yield the element's source in pieces; the model limits how deep tables nest."""
    structure = Structure(table)
    yield f"<table{attribute('data-govreport', mark)}>\n"
    if caption:
        yield f"<caption data-govreport-caption>{escaped(caption)}</caption>\n"
    for width in structure.column_groups:
        yield f"<colgroup{attribute('span', width)}></colgroup>\n"
    if structure.headers:
        yield from _rows("thead", table, range(structure.headers), structure)
    for body in structure.bodies:
        yield from _rows("tbody", table, body, structure)
    yield "</table>"


def _rows(group: str, table: Table, rows: range, structure: Structure) -> Iterator[str]:
    yield f"<{group}>\n"
    for row in rows:
        yield "<tr>"
        for column, slot in enumerate(table.grid[row]):
            if slot.begins_at(row, column):
                yield from _cell(slot, structure)
        yield "</tr>\n"
    yield f"</{group}>\n"


def _cell(slot: Slot, structure: Structure) -> Iterator[str]:
    cell, scope = slot.cell, structure.scope(slot)
    name = "th" if scope else "td"
    attributes = _spans(cell)
    if scope:
        attributes += attribute("scope", scope)
    if structure.is_set_left(slot):
        attributes += attribute("class", "left")
    if not cell.tables:
        yield f"<{name}{attributes}{white_space(cell.text)}>{content(cell.text)}</{name}>"
        return
    yield f"<{name}{attributes}>"
    for part in cell.content:
        if isinstance(part, Table):
            yield from _pieces(part)
        else:
            yield f"<div{white_space(part)}>{content(part)}</div>"
    yield f"</{name}>"


def _spans(cell: Cell) -> str:
    """Return the attributes of a cell's spans; the standard's caps are in section 4.9.11."""
    rows, columns = DEFAULT_LIMITS.row_span, DEFAULT_LIMITS.column_span
    if cell.row_span > rows or cell.column_span > columns:
        raise UnwritableDocumentError(
            f"a cell spans {cell.row_span} rows and {cell.column_span} columns, but HTML cuts"
            f" spans to {rows} rows and {columns} columns; split the cell, or write the report as"
            " a Word file"
        )
    spans = (("rowspan", cell.row_span), ("colspan", cell.column_span))
    return "".join(attribute(name, span) for name, span in spans if span > 1)
