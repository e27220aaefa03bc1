"""Finds the leading rows that head a table, only by the geometry of its spans."""

from govreport.expressions import expression
from govreport.model.grid import Slot, Table

NUMBER = expression(
    r"[\s0-9０-９.,，．%％+＋\-－−—/／*]*(?:(?<=[0-9０-９])\s*(?:[件条个项次份]|[万亿]?元))?"
)
"""Matches a whole cell with a number, perhaps with its unit, a mark in place of one, or nothing."""

_MOST_HEADER_ROWS = 4
_SHORT_TABLE = 6
FIRST_ROWS, LAST_ROWS = 8, 5


def header_height(table: Table) -> int:
    """Return how many leading rows head the table and are repeated on each page.

    They are the rows tied to the first by cells that span rows, or by columns that a row without
    numbers divides again. A table with banners between groups has none, because the first group's
    heading would be wrong above the others; nor has one that would consist only of headings. No
    cell reaches from these rows into those below.
    """
    banners = [is_banner(line) for line in table.grid]
    if banners[0] and any(banners[1:]):
        return 0
    most = min(_MOST_HEADER_ROWS, table.height - 1)
    row, end = 0, 2 if banners[0] else 1
    while row < end <= most:
        end = _end_of_head(table, row, end)
        row += 1
    if end <= most:
        return end
    return int(table.height > 1 and all(cell.row_span == 1 for cell in table.rows[0]))


def _end_of_head(table: Table, row: int, end: int) -> int:
    """Return where the rows that head a table end by what stands in one of them, `end` at least."""
    cells = table.rows[row]
    end = max([end, *(row + cell.row_span for cell in cells)])
    divided = any(1 < cell.column_span < table.width for cell in cells)
    return end + (divided and end == row + 1 and not holds_numbers(table, end))


def is_banner(line: tuple[Slot, ...]) -> bool:
    """Whether one cell fills a row of a table's grid with several columns."""
    return len(line) > 1 and line[0].cell.column_span == len(line)


def holds_numbers(table: Table, row: int) -> bool:
    """Whether a cell that begins in the row holds a number, or none holds anything."""
    texts = [cell.text for cell in table.rows[row]]
    return not any(texts) or any(text and NUMBER.fullmatch(text) for text in texts)


def is_short(table: Table) -> bool:
    """Whether a table is so short that it does not break across pages."""
    return table.height <= _SHORT_TABLE


def is_tied(table: Table) -> bool:
    """Whether most rows are tied to one label, which only the first of two pages would show.

    Such a table breaks only in its middle: `FIRST_ROWS` below its headings and `LAST_ROWS` at its
    end stay together, so that no page is left more than half empty, and no label far from its rows.
    """
    return max(cell.row_span for row in table.rows for cell in row) > table.height / 2
