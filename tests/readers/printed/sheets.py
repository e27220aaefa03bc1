"""Printed pages set by hand: texts as glyphs, tables as rules."""

from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.readers.printed.lines import is_wide
from govreport.readers.printed.page import Box, Glyph, PrintedPage, PrintedRule
from govreport.readers.printed.reading import read_pages

WIDTH, HEIGHT = 600, 800


def sheet(number: int = 1) -> PrintedPage:
    """Return an empty page."""
    return PrintedPage(number, WIDTH, HEIGHT)


def put(
    page: PrintedPage, left: float, top: float, text: str, size: float = 10, turn: int | None = 0
) -> None:
    """Print a text whose line begins there; ideographs are as wide as they are high."""
    for character in text:
        width = size if is_wide(character) else size / 2
        box = Box(left, top, left + width, top + size)
        if turn:
            box = Box(left, top, left + size, top + width)
            top += width
        else:
            left += width
        page.glyphs.append(Glyph(character, box, size, turn))


def prose(page: PrintedPage, top: float, *lines: str, left: float = 100) -> None:
    """Print lines of prose one below the other; a blank before one sets it in by two signs."""
    for number, line in enumerate(lines):
        indent = 20 if line.startswith(" ") else 0
        put(page, left + indent, top + 16 * number, line.strip())


def rule(page: PrintedPage, left: float, top: float, right: float, bottom: float) -> None:
    """Draw a line."""
    across = top == bottom
    at, start, end = (top, left, right) if across else (left, top, bottom)
    page.rules.append(PrintedRule(across, at, start, end))


def grid(page: PrintedPage, columns: list[float], rows: list[float]) -> None:
    """Draw every line of a grid."""
    for at in rows:
        rule(page, columns[0], at, columns[-1], at)
    for at in columns:
        rule(page, at, rows[0], at, rows[-1])


def fill(
    page: PrintedPage, columns: list[float], rows: list[float], texts: list[list[str]]
) -> None:
    """Print a text in each cell of a grid; a line break parts its lines."""
    for row, cells in zip(rows, texts, strict=False):
        for column, text in zip(columns, cells, strict=False):
            for number, line in enumerate(text.split("\n")):
                put(page, column + 3, row + 3 + 12 * number, line)


def read(*pages: PrintedPage) -> Stream:
    """Return the blocks of pages."""
    return read_pages(list(pages), Page())


def texts_of(stream: Stream) -> list[str]:
    """Return the paragraphs of a stream."""
    return [each.text for each in stream.blocks if isinstance(each, TextBlock)]


def tables_of(stream: Stream) -> list[list[list[str]]]:
    """Return the texts of each table's rows."""
    return [
        [[cell.text for cell in row] for row in each.table.rows]
        for each in stream.blocks
        if isinstance(each, TableBlock)
    ]


def told(stream: Stream, code: str) -> list[str]:
    """Return what the diagnostics of a code quote."""
    return [each.text for each in stream.diagnostics if each.code == code]
