"""Tables as WordprocessingML, built directly: python-docx's own way takes quadratic time.

Whether a row is heading or data follows only from the geometry of the spans.
"""

from collections.abc import Iterator
from typing import NamedTuple

from govreport.model.grid import Slot, Table
from govreport.writers.docx.columns import FittedColumns, fit, measure
from govreport.writers.docx.paragraphs import paragraph
from govreport.writers.docx.styles import TABLE_TEXT, MarkStyles
from govreport.writers.headers import (
    FIRST_ROWS,
    LAST_ROWS,
    NUMBER,
    header_height,
    is_banner,
    is_short,
    is_tied,
)

TEXT_WIDTH = 8844
"""The width of the type area, 156 mm, in twips (GB/T 9704-2012, 5.2.1)."""

GAP = paragraph("", "TableGap")
"""The paragraph that separates a table from what follows; Word would join adjacent tables."""

_ROWS_TO_SPARE = 20
_LONG_TEXT = 600
_LONG_LABEL = 20
_MOSTLY = 0.6


class _Nested(NamedTuple):
    """A table that is still to be written, within another or as a block."""

    table: Table
    space: int
    mark: str = ""
    largest: int = 24


def table_xml(table: Table, mark: str, styles: MarkStyles) -> str:
    """Return a table element as wide as the type area, and the gap after it.

    The mark goes into the style of the first paragraph of the first cell.
    """
    written: list[str] = []
    # Nested tables are put on a stack, because the document decides their depth.
    waiting: list[Iterator[str | _Nested]] = [iter([_Nested(table, TEXT_WIDTH, mark)])]
    while waiting:
        piece = next(waiting[-1], None)
        if piece is None:
            waiting.pop()
        elif isinstance(piece, str):
            written.append(piece)
        else:
            waiting.append(_TableWriter(piece, styles).pieces())
    return "".join(written)


class _TableWriter:
    """Writes one table; values that depend on the whole of it are computed once."""

    def __init__(self, task: _Nested, styles: MarkStyles) -> None:
        self._table = task.table
        self._columns: FittedColumns = fit(task.table, task.space, task.largest)
        self._style = TABLE_TEXT[self._columns.size]
        self._first_style = self._style
        if task.mark:
            name = f"govreport table {task.mark}"
            self._first_style = styles.identifier(name, self._style)
        self._headers = header_height(task.table)
        self._whole = is_short(task.table)
        self._tied = is_tied(task.table)
        self._left = _columns_of_long_labels(task.table, self._headers, self._columns)

    def pieces(self) -> Iterator[str | _Nested]:
        """Yield the element's text in pieces, with nested tables in their places."""
        yield self._opening()
        for row, line in enumerate(self._table.grid):
            yield f"<w:tr>{self._row_properties(row)}"
            kept = "<w:keepNext/>" if self._keeps_with_next(row) else ""
            for column, slot in enumerate(line):
                if slot.column == column:
                    yield from self._cell(slot, row, kept)
            yield "</w:tr>"
        yield f"</w:tbl>{GAP}"

    def _opening(self) -> str:
        columns = self._columns
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns.widths)
        margins = "".join(
            f'<w:{side} w:w="{columns.margin}" w:type="dxa"/>' for side in ("left", "right")
        )
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
            f'<w:tblW w:w="{columns.width(0, len(columns.widths))}" w:type="dxa"/>'
            '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar>{margins}</w:tblCellMar><w:tblLook w:val="0000"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )

    def _row_properties(self, row: int) -> str:
        cells = self._table.rows[row]
        # A row that may exceed a page must be allowed to break.
        whole = all(not cell.tables and len(cell.text) < _LONG_TEXT for cell in cells)
        airiness = 15 if self._table.height > _ROWS_TO_SPARE else 18
        return (
            f"<w:trPr>{'<w:cantSplit/>' if whole else ''}"
            f'<w:trHeight w:val="{self._columns.size * airiness}" w:hRule="atLeast"/>'
            f"{'<w:tblHeader/>' if row < self._headers else ''}</w:trPr>"
        )

    def _keeps_with_next(self, row: int) -> bool:
        """Whether a page should not end after the row, as after headings."""
        grid = self._table.grid
        if row == self._table.height - 1:
            return False
        after_banner = is_banner(grid[row]) or (row > 0 and is_banner(grid[row - 1]))
        if self._whole or row < self._headers or after_banner:
            return True
        first, last = self._headers + FIRST_ROWS, self._table.height - LAST_ROWS
        return self._tied and not first <= row < last

    def _cell(self, slot: Slot, row: int, kept: str) -> Iterator[str | _Nested]:
        cell, width = slot.cell, self._columns.width(slot.column, slot.cell.column_span)
        span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
        merge = ""
        if cell.row_span > 1:
            merge = '<w:vMerge w:val="restart"/>' if slot.row == row else "<w:vMerge/>"
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
            '<w:vAlign w:val="center"/></w:tcPr>'
        )
        if slot.row == row:
            yield from self._content(slot, kept, width - 2 * self._columns.margin)
        else:
            yield paragraph("", self._style, kept)
        yield "</w:tc>"

    def _content(self, slot: Slot, kept: str, space: int) -> Iterator[str | _Nested]:
        content = slot.cell.content
        style = self._first_style
        if (slot.row, slot.column) != (0, 0):
            style = TABLE_TEXT[self._columns.size_of_number(slot)]
        if not content or isinstance(content[0], Table):
            # The first paragraph of all may carry the mark, so one stands before a table, too.
            marked = style is not self._style
            if not content or marked:
                yield paragraph("", style, kept)
        for part in content:
            if isinstance(part, str):
                aligned = '<w:jc w:val="left"/>' if self._is_left(slot, part) else ""
                yield paragraph(part, style, kept + aligned)
            else:
                yield _Nested(part, max(space, 1), largest=self._columns.size)

    def _is_left(self, slot: Slot, text: str) -> bool:
        if slot.row < self._headers or slot.cell.row_span > 1 or NUMBER.fullmatch(text):
            return False
        return "\n" in text or slot.column in self._left


def _columns_of_long_labels(table: Table, headers: int, columns: FittedColumns) -> frozenset[int]:
    """Return the columns in which some text below the headings is too long to be centred well."""
    return frozenset(
        column
        for row, line in enumerate(table.grid[headers:], headers)
        for column, slot in enumerate(line)
        if slot.begins_at(row, column) and _is_long(slot, columns)
    )


def _is_long(slot: Slot, columns: FittedColumns) -> bool:
    length = measure(slot.cell.text)
    if slot.cell.row_span > 1 or length <= _LONG_LABEL:
        return False
    return length > _MOSTLY * columns.letters(slot.column, slot.cell.column_span)
