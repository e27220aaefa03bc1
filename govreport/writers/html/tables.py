"""Tables as HTML: head, bodies, header cells with their scope, nested tables."""

from collections.abc import Iterator

from govreport.model.grid import Cell, Slot, Table
from govreport.writers.headers import NUMBER
from govreport.writers.html.structure import Structure
from govreport.writers.html.texts import attribute, content, escaped, white_space

_SHORT_NUMBER = 8
_LONG_NUMBER = 12


def table_html(table: Table, mark: str, caption: str) -> str:
    """Return a table element with its mark and, where there is one, its caption.

    The caption repeats text of the page; its attribute makes a reader skip it.
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
    if look := "left" if structure.is_set_left(slot) else _look(cell.text):
        attributes += attribute("class", look)
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


def _look(text: str) -> str:
    """Return the class of a number so long that its letters shrink, else nothing."""
    if len(text) <= _SHORT_NUMBER or not NUMBER.fullmatch(text):
        return ""
    return "long" if len(text) <= _LONG_NUMBER else "longer"


def _spans(cell: Cell) -> str:
    """Return the attributes of a cell's spans."""
    spans = (("rowspan", cell.row_span), ("colspan", cell.column_span))
    return "".join(attribute(name, span) for name, span in spans if span > 1)
