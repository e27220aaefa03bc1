"""Table elements (the HTML standard, 4.9), wherever in a table a careless page puts them.

Rows and cells belong to the innermost table around them, whatever else stands between, and what
a table holds outside its cells stands before it (13.2.6.4.9).
"""

from collections.abc import Callable

from lxml import etree

from govreport.readers.html.flow import Flow
from govreport.readers.html.left_out import LeftOutReader
from govreport.readers.html.places import End
from govreport.readers.html.tables import CellDraft, TableDraft

_PRESENTATIONAL = {"presentation", "none"}


class TableReader(LeftOutReader):
    """The handlers of tables and their parts."""

    def _start_table(self, element: etree._Element) -> End:
        self._end_item()
        draft = TableDraft(
            f"line {element.sourceline}",
            self._limits,
            Flow(),
            element.get("data-govreport"),
            element.get("role", "").strip().lower() in _PRESENTATIONAL,
        )
        draft.before.table = draft
        self._enter(draft.before)

        def end() -> None:
            self._leave()
            draft.finish(self._own)
            self.diagnostics.extend(draft.diagnostics)
            items = self._flow.items
            items.extend(draft.before.items)
            if draft.table is not None:
                items.append(draft)

        return end

    def _start_group(self, element: etree._Element) -> End:
        self._end_paragraph()
        draft = self._flow.table
        if draft is None:
            return self._end_paragraph
        draft.start_group(element.tag)

        def end() -> None:
            self._end_paragraph()
            draft.start_group("tbody")

        return end

    def _start_row(self, _element: etree._Element) -> End:
        self._end_paragraph()
        draft = self._flow.table
        if draft is None:
            return self._end_paragraph
        draft.start_row()

        def end() -> None:
            self._end_paragraph()
            draft.end_row()

        return end

    def _start_cell(self, _element: etree._Element) -> End:
        self._end_paragraph()
        draft = self._flow.table
        if draft is None:
            return self._end_paragraph
        self._enter(draft.start_cell())
        return self._end_cell

    def _start_spanning_cell(self, element: etree._Element) -> End:
        end = self._start_cell(element)
        if isinstance(cell := self._flow, CellDraft) and cell.table is not None:
            cell.table.read_spans(cell, element)
        return end

    def _end_cell(self) -> None:
        self._leave()


TABLE_PARTS: dict[str, Callable[[TableReader, etree._Element], End]] = {
    "table": TableReader._start_table,
    "thead": TableReader._start_group,
    "tbody": TableReader._start_group,
    "tfoot": TableReader._start_group,
    "tr": TableReader._start_row,
    "td": TableReader._start_cell,
    "th": TableReader._start_cell,
}
"""What begins each part of a table."""
