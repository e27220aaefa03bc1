"""Table elements (the HTML standard, 4.9), wherever in a table a careless page puts them.

Rows and cells belong to the innermost table around them, whatever else stands between, and what
a table holds outside its cells stands before it (13.2.6.4.9).
"""

from collections.abc import Callable, Mapping
from functools import partial

from govreport.readers.html.flow import Flow
from govreport.readers.html.left_out import LeftOutReader
from govreport.readers.html.places import End
from govreport.readers.html.tables import Span, TableDraft, span

_PRESENTATIONAL = {"presentation", "none"}


class TableReader(LeftOutReader):
    """The handlers of tables and their parts."""

    def _start_table(
        self, number: int, *, mark: str | None = None, presentational: bool = False
    ) -> End:
        self._end_item()
        draft = TableDraft(self._place(number), self._limits, Flow(), mark, presentational)
        draft.before.table = draft
        self._enter(draft.before)

        def end() -> None:
            self._leave().table = None
            draft.finish(self._own)
            self.diagnostics.extend(draft.diagnostics)
            flow = self._flow
            flow.items.extend(draft.before.items)
            if draft.table is not None:
                flow.items.append(draft)
                if flow.table is not None:
                    flow.table.take_nested(flow, draft)

        return end

    def _start_head(self, _number: int) -> End:
        return self._start_group("thead")

    def _start_body(self, _number: int) -> End:
        return self._start_group("tbody")

    def _start_foot(self, _number: int) -> End:
        return self._start_group("tfoot")

    def _start_group(self, kind: str) -> End:
        self._end_paragraph()
        draft = self._flow.table
        if draft is None:
            return self._end_paragraph
        draft.start_group(kind)

        def end() -> None:
            self._end_paragraph()
            draft.start_group("tbody")

        return end

    def _start_row(self, _number: int) -> End:
        self._end_paragraph()
        draft = self._flow.table
        if draft is None:
            return self._end_paragraph
        draft.start_row()

        def end() -> None:
            self._end_paragraph()
            draft.end_row()

        return end

    def _start_cell(self, _number: int) -> End:
        if self._flow.pieces:
            self._end_paragraph()
        draft = self._flow.table
        if draft is None:
            return self._end_paragraph
        self._enter(draft.start_cell())
        return self._end_cell

    def _start_spanning_cell(
        self, number: int, *, rows: Span | None, columns: Span | None
    ) -> End:
        draft = self._flow.table
        end = self._start_cell(number)
        if draft is not None:
            draft.give_spans(rows, columns)
        return end

    def _end_cell(self) -> None:
        cell = self._flow
        if cell.pieces:
            self._end_paragraph()
        # No row is met in it any more; what refers in a circle would wait for the collector.
        cell.table = None
        self._flow = self._flows.pop()


TABLE_PARTS: dict[str, Callable[[TableReader, int], End]] = {
    "table": TableReader._start_table,
    "thead": TableReader._start_head,
    "tbody": TableReader._start_body,
    "tfoot": TableReader._start_foot,
    "tr": TableReader._start_row,
    "td": TableReader._start_cell,
    "th": TableReader._start_cell,
}
"""What begins each part of a table."""


def table_part(tag: str, attributes: Mapping[str, str]) -> Callable[..., End] | None:
    """Return what begins the part of a table that has these attributes, None for other elements."""
    handler = TABLE_PARTS.get(tag)
    if tag in {"td", "th"} and ("colspan" in attributes or "rowspan" in attributes):
        spans = (attributes.get("rowspan"), attributes.get("colspan"))
        rows, columns = (None if stated is None else span(stated) for stated in spans)
        return partial(TableReader._start_spanning_cell, rows=rows, columns=columns)
    if tag == "table" and ("data-govreport" in attributes or "role" in attributes):
        return partial(
            TableReader._start_table,
            mark=attributes.get("data-govreport"),
            presentational=attributes.get("role", "").strip().lower() in _PRESENTATIONAL,
        )
    return handler
