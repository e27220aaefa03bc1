"""Turns pages into a stream: their tables and paragraphs in reading order."""

from dataclasses import dataclass, field
from itertools import chain
from statistics import median

from govreport.blocks import Block, Page, Stream, TableBlock, TextBlock
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.readers.printed.alignment import with_aligned_tables
from govreport.readers.printed.continued_tables import goes_on, overrunning_cells, put_together
from govreport.readers.printed.furniture import furniture_of
from govreport.readers.printed.lines import PrintedLine, joined, lines_of
from govreport.readers.printed.page import Box, Glyph, PrintedPage
from govreport.readers.printed.paragraphs import Measure, Prose, begins, level_of, measure_of
from govreport.readers.printed.rules import grids_of
from govreport.readers.printed.tables import PrintedCell, PrintedTable, table_of

_MOST_OVERRUNNING = 6
"""At most so many lines of cells may run over the edge of a page's part of a table."""
_CLIPPED = (
    "it touches the edge of its page or runs over its cell, which may have cut it off;"
    " compare it with the page"
)
_CUT = "the end of the page may have cut off these figures or split two rows; compare them with the page"
_RECOGNISED = "a program recognised it in a picture; compare it with the page"


@dataclass(slots=True)
class _PageItems:
    """The contents of one page: its tables, the lines outside them, and the other glyphs."""

    page: PrintedPage
    tables: list[PrintedTable] = field(default_factory=list)
    lines: list[PrintedLine] = field(default_factory=list)


def read_pages(pages: list[PrintedPage], page: Page) -> Stream:
    """Return the blocks of printed pages; `page` is the file's own data."""
    reader = _PageReader(pages)
    blocks = reader.read()
    return Stream(tuple(blocks), page, diagnostics=tuple(reader.diagnostics))


class _PageReader:
    """Reads one document."""

    def __init__(self, pages: list[PrintedPage]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._items = [_items(page) for page in pages]
        self._done: list[Prose | PrintedTable] = []

    def read(self) -> list[Block]:
        """Return the blocks in their order."""
        furniture = furniture_of([(each.page.height, each.lines) for each in self._items])
        for text in furniture.quoted:
            self._tell("header-or-footer", "", text)
        for items in self._items:
            items.lines = [line for line in items.lines if not furniture.holds(line)]
        every = [line for items in self._items for line in items.lines]
        for items in self._items:
            own = items.lines if len(items.lines) > 8 else every
            measure = measure_of(own, items.page.width)
            self._read_page(items, measure)
            self._quote(items.page)
        return self._blocks()

    def _read_page(self, items: _PageItems, measure: Measure) -> None:
        lines = with_aligned_tables(items.lines, items.page.number)
        ordered: list[PrintedLine | PrintedTable] = [*lines, *items.tables]
        ordered.sort(key=lambda each: each.box.top)
        for each in ordered:
            if isinstance(each, PrintedTable):
                self._add_table(each)
            else:
                self._add_line(each, measure, items.page.number)

    def _add_table(self, table: PrintedTable) -> None:
        last = self._half_before(table)
        if last is not None:
            repeated = put_together(last, table)
            if repeated:
                message = "the head of the table is printed again and was left out"
                self._tell("page-furniture", f"page {table.page}", "\n".join(repeated), message)
            return
        self._done.append(table)

    def _half_before(self, table: PrintedTable) -> PrintedTable | None:
        """Return the table that continues in another, None if there is none.

        Lines between the two that run over the edge of their cells are put into these.
        """
        number = len(self._done) - 1
        lines: list[tuple[PrintedLine, int]] = []
        while number >= 0 and isinstance(prose := self._done[number], Prose):
            lines[:0] = zip(prose.lines, prose.pages, strict=True)
            number -= 1
            if len(lines) > _MOST_OVERRUNNING:
                return None
        above = self._done[number] if number >= 0 else None
        if not isinstance(above, PrintedTable) or not goes_on(above, table):
            return None
        if not _put_into_cells(above, table, lines):
            return None
        del self._done[number + 1 :]
        return above

    def _add_line(self, line: PrintedLine, measure: Measure, page: int) -> None:
        last = self._done[-1] if self._done else None
        if isinstance(last, Prose):
            same_page = last.page == page
            if not begins(line, last.lines[-1], measure, last, same_page=same_page):
                last.add(line, page)
                return
        self._done.append(Prose([line], line.text, measure.is_centred(line), [page]))

    def _blocks(self) -> list[Block]:
        prose = [each for each in self._done if isinstance(each, Prose)]
        largest = max((each.size for each in prose[:12]), default=0.0)
        usual = median([line.size for each in prose for line in each.lines] or [0.0])
        blocks: list[Block] = []
        for number, each in enumerate(self._done):
            if isinstance(each, PrintedTable):
                self._tell_doubts(each)
                blocks.append(TableBlock(each.table(), blanks_shown=each.ruled))
                continue
            self._tell_recognised(each)
            if text := _clean(each.text):
                blocks.append(TextBlock(text, level_of(number, each, largest, usual)))
        return blocks

    def _tell_recognised(self, prose: Prose) -> None:
        if any(line.recognised for line in prose.lines):
            self._tell("recognised-text", f"page {prose.page}", prose.text, _RECOGNISED)

    def _tell_doubts(self, table: PrintedTable) -> None:
        where = f"the table that ends on page {table.page}"
        for text in table.doubts:
            self._tell("doubtful-print", where, text, _CUT if "\n" in text else _CLIPPED)
        for text in table.recognised:
            self._tell("recognised-text", where, text, _RECOGNISED)

    def _quote(self, page: PrintedPage) -> None:
        where = f"page {page.number}"
        for code, text, message in page.quoted:
            self._tell(code, where, text, message)
        askew = [glyph for glyph in page.glyphs if glyph.turn is None]
        if askew:
            text = "".join(glyph.text for glyph in askew)
            self._tell("page-furniture", where, text, "text at an angle was left out")

    def _tell(self, code: str, where: str, text: str, message: str = "") -> None:
        self.diagnostics.append(diagnostic(code, where, _clean(text), message))


def _put_into_cells(
    above: PrintedTable, below: PrintedTable, lines: list[tuple[PrintedLine, int]]
) -> bool:
    """Put lines, with their pages, into the cells of two halves of a table that they run over.

    Nothing is put anywhere, and False returned, where one of them is no part of a cell. The lines
    below the one half follow each other down, those above the other one up.
    """
    downward = [line for line, page in lines if page == above.page]
    upward = [line for line, page in reversed(lines) if page != above.page]
    ends, beginnings = _overrunning(above, downward), _overrunning(below, upward)
    if not all((*ends, *beginnings)):
        return False
    for cell, text in chain.from_iterable(ends):
        cell.text = joined(cell.text, text)
    for cell, text in chain.from_iterable(beginnings):
        cell.text = joined(text, cell.text)
    return True


def _overrunning(
    half: PrintedTable, lines: list[PrintedLine]
) -> list[list[tuple[PrintedCell, str]]]:
    """Return for each line the cells that it runs over, the lines before it being met."""
    met = [half.box]
    found = []
    for line in lines:
        found.append(overrunning_cells(half, line, met))
        met.append(line.box)
    return found


def _items(page: PrintedPage) -> _PageItems:
    items = _PageItems(page)
    rest = [glyph for glyph in page.glyphs if glyph.turn is not None]
    for grid in grids_of(page.rules):
        inside, outside = _parted(rest, grid.box)
        if not all(glyph.text.isspace() for glyph in inside):
            table = table_of(grid, inside, page.number, page.width)
            if table.height:
                items.tables.append(table)
                rest = outside
    for turns in ((0, 2), (1, 3)):
        items.lines += lines_of(glyph for glyph in rest if glyph.turn in turns)
    return items


def _parted(glyphs: list[Glyph], box: Box) -> tuple[list[Glyph], list[Glyph]]:
    """Return the glyphs that stand in a box, and the others."""
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in glyphs:
        held = box.holds(glyph.box.across, glyph.box.down)
        (inside if held else outside).append(glyph)
    return inside, outside


def _clean(text: str) -> str:
    return FORBIDDEN_CHARACTER.sub("", text).strip()
