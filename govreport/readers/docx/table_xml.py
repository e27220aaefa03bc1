"""Word's table grid (ECMA-376-1, section 17.4) as rows of cells with their spans.

Word lists every cell of every row: a cell that continues one from above is listed in its row, and
positions before a row's first cell are counted, not listed. `Table` lays cells out as HTML does,
so a continuation is folded into its first cell and a skipped position becomes a blank cell.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.grid import Cell, Content, Table, text_cell
from govreport.readers.docx.formatting import Formatting
from govreport.readers.docx.names import VALUE, WORD, whole_number
from govreport.readers.docx.table_style_xml import UNSTYLED_TABLE, TablePlace, TableStyle

_GRID_SPAN = f"{WORD}gridSpan"
_VERTICAL = f"{WORD}vMerge"
_HORIZONTAL = f"{WORD}hMerge"
_DELETED_CELL = f"{WORD}cellDel"
_CELL = f"{WORD}tc"
_ROW_PROPERTIES = f"{WORD}trPr"
_LEFT_OUT_BEFORE = f"{WORD}gridBefore"
_DELETED_ROW = f"{WORD}del"


@dataclass(slots=True, eq=False, repr=False)
class CellDraft:
    """A cell while its row is read: its content and the properties that `w:tcPr` gives."""

    content: list[Content] = field(default_factory=list)
    column_span: int = 1
    row_span: int = 1
    vertical: str = ""
    horizontal: str = ""
    deleted: bool = False

    def text(self) -> str:
        """Return all text of the cell, nested tables included, for a diagnostic."""
        return "\n".join(_texts(self.content)).strip()


@dataclass(slots=True, eq=False, repr=False)
class OpenPositions:
    """How many positions the rows leave out before their cells, in all tables being read.

    A few bytes can demand many positions, and nested tables are finished from the inside: their
    positions have to be counted before that as well.
    """

    limits: Limits
    _count: int = 0

    def take(self, count: int, where: str) -> None:
        """Count further positions; raise `LimitExceededError` for too many."""
        self._count += count
        if self._count > self.limits.document_cells:
            what = f"{where}: grid positions left out in this table and those around it"
            self.limits.check("document_cells", self._count, what)

    def release(self, count: int) -> None:
        """Take back the positions of a table that is finished."""
        self._count -= count


@dataclass(slots=True, eq=False, repr=False)
class WordTableDraft:
    """A table while it is read; `where` names it in diagnostics."""

    where: str
    limits: Limits
    open_positions: OpenPositions
    style: TableStyle = UNSTYLED_TABLE
    look: frozenset[str] = frozenset()
    mark: str = ""
    rows: list[list[CellDraft]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    cells_met: int = 0
    _positions: int = 0
    _left_out: int = 0
    _is_last_row: bool = False

    def start_row(self, before: str | None, row: etree._Element) -> None:
        """Begin a row; `before` is the count of grid positions that it leaves out first."""
        blanks = self._span(before, 0)
        if blanks:
            self._take_positions(blanks)
            self._left_out += blanks
            self.open_positions.take(blanks, self.where)
        self.rows.append([CellDraft() for _ in range(blanks)])
        if self.style.parts:
            self._is_last_row = next(row.itersiblings(row.tag), None) is None

    def formatting(self, cell: etree._Element) -> Formatting:
        """Return what the table's style says of the runs of the cell that begins."""
        if not self.style.parts:
            return self.style.whole
        # Cells are counted, not grid columns: a spanned one is one of them.
        is_last = next(cell.itersiblings(cell.tag), None) is None
        place = TablePlace(len(self.rows) - 1, len(self.rows[-1]), self._is_last_row, is_last)
        return self.style.formatting(place, self.look)

    def start_cell(self) -> CellDraft:
        """Begin a cell of the current row and return it."""
        self.cells_met += 1
        return CellDraft()

    def read_properties(self, cell: CellDraft, properties: etree._Element) -> None:
        """Take a `w:tcPr`: spans, merges and whether a tracked change deletes the cell."""
        for child in properties:
            name = child.tag
            if name == _GRID_SPAN:
                cell.column_span = max(1, self._span(child.get(VALUE), 1))
            elif name == _VERTICAL:
                cell.vertical = _merge(child.get(VALUE))
            elif name == _HORIZONTAL:
                cell.horizontal = _merge(child.get(VALUE))
            elif name == _DELETED_CELL:
                cell.deleted = True

    def end_cell(self, cell: CellDraft) -> None:
        """Place a finished cell in the current row."""
        row = self.rows[-1]
        self._take_positions(cell.column_span)
        if cell.deleted:
            self._leave_out("deleted-text", cell)
        elif cell.horizontal == "continue" and row:
            row[-1].column_span = self._clamped(row[-1].column_span + cell.column_span)
            self._leave_out("hidden-text", cell)
        else:
            row.append(cell)

    def finish(self) -> Table | None:
        """Return the table, None if it has no cell.

        Raises `LimitExceededError` where its grid has more positions than `limits.table_cells`.
        """
        self.open_positions.release(self._left_out)
        rows = [row for row in self.rows if row]
        if not rows:
            return None
        width = max([sum([cell.column_span for cell in row]) for row in rows])
        self.limits.take_cells(width * len(rows), self.where)
        kept = list(self._without_continuations(rows))
        return Table([[_cell(draft) for draft in row] for row in kept])

    def _take_positions(self, count: int) -> None:
        self._positions += count
        if self._positions > self.limits.table_cells:
            where = f"{self.where}: grid positions of the table"
            self.limits.check("table_cells", self._positions, where)

    def _without_continuations(self, rows: list[list[CellDraft]]) -> Iterator[list[CellDraft]]:
        """Yield each row without the cells that continue one from above, which grow instead.

        A continuation belongs to the merged cell that covers the same grid columns in the row
        above (section 17.4.84); without one it is a cell of its own.
        """
        open_above: dict[int, CellDraft] = {}
        for row in rows:
            open_here: dict[int, CellDraft] = {}
            kept: list[CellDraft] = []
            column = 0
            for cell in row:
                if not cell.vertical:
                    kept.append(cell)
                elif above := self._continued(cell, open_above.get(column)):
                    open_here[column] = above
                else:
                    kept.append(cell)
                    open_here[column] = cell
                column += cell.column_span
            open_above = open_here
            yield kept

    def _continued(self, cell: CellDraft, above: CellDraft | None) -> CellDraft | None:
        """Return the cell above that a merged cell continues, grown by it; None where it begins one."""
        if above is None or cell.vertical != "continue" or above.column_span != cell.column_span:
            return None
        if above.row_span >= self.limits.row_span:
            self._clamp_reported(f"{above.row_span + 1} rows")
            return None
        above.row_span += 1
        self._leave_out("hidden-text", cell)
        return above

    def _leave_out(self, code: str, cell: CellDraft) -> None:
        text = cell.text()
        if text:
            self.diagnostics.append(diagnostic(code, self.where, text))

    def _span(self, value: str | None, usual: int) -> int:
        if value is None:
            return usual
        number = whole_number(value)
        if number is None or number < 0:
            self._clamp_reported(f"{value[:40]!a} columns")
            return usual
        return self._clamped(number)

    def _clamped(self, span: int) -> int:
        if span <= self.limits.column_span:
            return span
        self._clamp_reported(f"{span} columns")
        return self.limits.column_span

    def _clamp_reported(self, span: str) -> None:
        message = f"a cell spans {span}, which was cut to what the limits allow"
        self.diagnostics.append(diagnostic("span-clamped", self.where, "", message))


def row_properties(row: etree._Element) -> tuple[str | None, bool]:
    """Return a row's count of positions before its first cell, and whether it is deleted.

    Its properties come before its cells (section 17.4.78).
    """
    before: str | None = None
    deleted = False
    for properties in row:
        if properties.tag == _CELL:
            break
        if properties.tag != _ROW_PROPERTIES:
            continue
        for child in properties:
            if child.tag == _LEFT_OUT_BEFORE:
                before = child.get(VALUE)
            elif child.tag == _DELETED_ROW:
                deleted = True
    return before, deleted


def _merge(value: str | None) -> str:
    return "restart" if value == "restart" else "continue"


def _cell(draft: CellDraft) -> Cell:
    content = draft.content or [""]
    if len(content) == 1 and isinstance(text := content[0], str):
        return text_cell(text, draft.row_span, draft.column_span)
    return Cell(content, draft.row_span, draft.column_span)


def _texts(content: list[Content]) -> Iterator[str]:
    stack: list[Content] = list(reversed(content))
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            yield part
        else:
            cells = [cell for row in part.rows for cell in row]
            stack.extend(one for cell in reversed(cells) for one in reversed(cell.content))
