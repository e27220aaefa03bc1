"""Table elements (the HTML standard, 4.9), wherever in a table a careless page puts them.

Rows and cells belong to the innermost table around them, whatever is between, and the contents of
a table outside its cells come before it (13.2.6.4.9).
"""

from collections.abc import Mapping
from functools import partial

from lxml import etree

from govreport.readers.html.elements.state import (
    Begin,
    End,
    PageState,
    SourceLine,
    end_item,
    end_paragraph,
    enter,
    leave,
)
from govreport.readers.html.flows import Flow, Span, TableDraft, span

_PRESENTATIONAL = {"presentation", "none"}


def table_handler(tag: str, attributes: Mapping[str, str]) -> Begin | None:
    """Return what begins the part of a table that has these attributes, None for other elements."""
    if tag in {"td", "th"} and ("colspan" in attributes or "rowspan" in attributes):
        stated = (attributes.get("rowspan"), attributes.get("colspan"))
        rows, columns = (None if each is None else span(each) for each in stated)
        return partial(_start_spanning_cell, rows=rows, columns=columns)
    if tag == "table":
        role = attributes.get("role", "").strip().lower()
        return partial(
            _start_table,
            mark=attributes.get("data-govreport"),
            presentational=role in _PRESENTATIONAL,
        )
    return _TABLE_PARTS.get(tag)


def _start_table(
    state: PageState,
    element: etree._Element,
    *,
    mark: str | None,
    presentational: bool,
    is_displayed: bool = False,
) -> End:
    end_item(state)
    draft = TableDraft(
        SourceLine(element), state.limits, Flow(), mark, presentational, is_displayed
    )
    draft.before.table = draft
    enter(state, draft.before)
    return partial(_end_table, draft=draft)


def _end_table(state: PageState, *, draft: TableDraft) -> None:
    leave(state).table = None
    if state.unseen_texts is not None and not any(
        cell.items for row in draft.rows() for cell in row.cells
    ):
        return  # not even its cells are seen
    draft.finish(state.own)
    state.diagnostics.extend(draft.diagnostics)
    flow = state.flow
    flow.add(draft.before.items)
    if draft.table is not None:
        flow.add([draft])
        if flow.table is not None:
            flow.table.take_nested(flow, draft)


def _start_group(state: PageState, _element: etree._Element, *, kind: str) -> End:
    end_paragraph(state)
    draft = state.flow.table
    if draft is None:
        return end_paragraph
    draft.start_group(kind)
    return partial(_end_group, draft=draft)


def _end_group(state: PageState, *, draft: TableDraft) -> None:
    end_paragraph(state)
    draft.start_group("tbody")


def _start_row(state: PageState, _element: etree._Element) -> End:
    end_paragraph(state)
    draft = state.flow.table
    if draft is None:
        return end_paragraph
    draft.start_row()
    return partial(_end_row, draft=draft)


def _end_row(state: PageState, *, draft: TableDraft) -> None:
    end_paragraph(state)
    draft.end_row()


def _start_cell(state: PageState, _element: etree._Element) -> End:
    if state.flow.pieces:
        end_paragraph(state)
    draft = state.flow.table
    if draft is None:
        return end_paragraph
    enter(state, draft.start_cell())
    return _end_cell


def _start_spanning_cell(
    state: PageState, element: etree._Element, *, rows: Span | None, columns: Span | None
) -> End:
    draft = state.flow.table
    end = _start_cell(state, element)
    if draft is not None:
        draft.give_spans(rows, columns)
    return end


def _end_cell(state: PageState) -> None:
    # It meets no more rows; a reference cycle would wait for the collector.
    leave(state).table = None


_TABLE_PARTS: dict[str, Begin] = {
    **{kind: partial(_start_group, kind=kind) for kind in ("thead", "tbody", "tfoot")},
    "tr": _start_row,
    "td": _start_cell,
    "th": _start_cell,
}

DISPLAYED_PARTS: dict[str, Begin] = {
    "table": partial(_start_table, mark=None, presentational=False, is_displayed=True),
    "table-header-group": _TABLE_PARTS["thead"],
    "table-row-group": _TABLE_PARTS["tbody"],
    "table-footer-group": _TABLE_PARTS["tfoot"],
    "table-row": _start_row,
    "table-cell": _start_cell,
}
"""What begins an element that is displayed as a part of a table (CSS 2.2, section 17.2)."""
