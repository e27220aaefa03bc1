"""The grids into which a page cut a statutory table, and what may stand between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.expressions import expression
from govreport.model.grid import MOST_COLUMNS_SPANNED, Cell, Table
from govreport.model.statute import TABLE_KINDS, TableKind
from govreport.recognise.labels.folding import enumerator
from govreport.recognise.labels.vocabulary import LONGEST_LABEL
from govreport.recognise.page.furniture import is_page_number
from govreport.recognise.page.titles import is_title
from govreport.recognise.placing.naming import is_neutral, statute_cells
from govreport.recognise.repair.broken_grids import broken_run, labels_of
from govreport.recognise.rows import is_value, lines_of
from govreport.recognise.sections.headings import heading_line
from govreport.recognise.streams.tables import heads_section, part_of_table, recognise_tables

# What stands between the parts of one table: that it goes on, and in which unit it counts.
BETWEEN_PARTS = expression(
    r"[（(]?\s*(?:接上表|续\s*(?:上)?表?)\s*\d{0,2}\s*[)）]?"
    r"|[（(]?\s*(?:计量|统计)?单位\s*[:：].{1,12}"
)


MOST_BETWEEN = 4
"""Texts that a page may print at its foot and at the head of the next."""
_LONGEST_BETWEEN = 40


def part_of_text(block: TextBlock, width: int = 1) -> TableBlock:
    """Return a text as a line of a table that is so wide."""
    return TableBlock(Table([[Cell(block.text, 1, min(width, MOST_COLUMNS_SPANNED))]]))


def rows_named(text: str, kind: TableKind) -> set[str]:
    """Return the rows of a table that a text of its own is the label of."""
    if len(text) > LONGEST_LABEL or text.isascii():
        return set()
    named = statute_cells(kind).name(text)
    if named.sort != "label" or named.match.deviates or is_title(text):
        return set()
    if named.columns and not enumerator(text)[0]:
        return set()  # only its number would tell that it is a row's
    return set(statute_cells(kind).rows_in(named.rows))


def _kind_with_row(text: str) -> TableKind | None:
    """Return the table with a row that a text of its own is the label of."""
    return next((kind for kind in TABLE_KINDS if rows_named(text, kind)), None)


def may_stand_between(block: TextBlock) -> bool:
    """Whether a text may stand between the parts of a table that a page's end cuts in two."""
    text = block.text
    if BETWEEN_PARTS.fullmatch(text) or is_page_number(text):
        return True
    if len(text) > _LONGEST_BETWEEN or "。" in text or "\n" in text:
        return False
    line = heading_line(text)
    return line is None or line.kind is None


def _begins_with_header(grid: TableBlock) -> bool:
    """Whether the first cell of a grid is a label that stands above the columns of rows."""
    first = next((piece.text for line in lines_of(grid) for piece in line if piece.text), "")
    roles = {label.role for label in labels_of(first)}
    return is_neutral(first) or not roles.isdisjoint(("item", "header", "column"))


def _stands_between(block: Block) -> bool:
    """Whether a block says no more than that a table goes on, and in which unit it counts."""
    return isinstance(block, TextBlock) and bool(BETWEEN_PARTS.fullmatch(block.text))


class PartsOfTables:
    """Tells which grids of a stream, up to a position, are parts of one statutory table."""

    def __init__(self, blocks: Sequence[Block], stop: int) -> None:
        self._blocks = blocks
        self._stop = stop
        self._known: dict[tuple[int, TableKind | None], tuple[TableKind | None, set[str]]] = {}

    def heads_part(self, index: int, text: str) -> bool:
        """Whether a text is the label of the rows or numbers that are the grid behind it."""
        # Most texts have no grid behind them, which is found at less cost than what they name.
        index += 1
        while index < self._stop and _stands_between(self._blocks[index]):
            index += 1
        block = self._blocks[index] if index < self._stop else None
        if not isinstance(block, TableBlock) or block.mark:
            return False
        if block.table.width < 2 and not _begins_with_header(block):
            return False
        kind = _kind_with_row(text)
        return kind is not None and part_of_table(block)[0] == kind

    def _end_of_parts(self, start: int) -> int:
        """Return where the grids end into which a page cut the statutory table at `start`.

        A further part names rows of the same table that none before it has named, or stands below
        a text that does. What a page prints at its ends may stand between.
        """
        found = _Parts(start, start + 1)
        for index in range(start, self._stop):
            block = self._blocks[index]
            if block.mark:
                break
            if isinstance(block, TableBlock):
                goes_on = found.take_grid(index, *self._part_at(index, found.kind))
            elif found.kind and not rows_named(block.text, found.kind):
                goes_on = self._goes_on_below(block, index, found)
            else:
                goes_on = found.take_label(block.text)
            if not goes_on:
                break
        return found.end

    def _goes_on_below(self, block: TextBlock, index: int, found: "_Parts") -> bool:
        """Whether a text that names no row may stand between a table's parts, and be no cell."""
        if index - found.end >= MOST_BETWEEN or not may_stand_between(block):
            return False
        if not is_value(block.text) or self._shows_blanks(found.start, found.end):
            return True
        return self._is_between_whole_parts(found.end)

    def _is_between_whole_parts(self, end: int) -> bool:
        """Whether the grid before `end` ends in a number, and the next one begins with a header."""
        before = self._blocks[end - 1]
        following = self._blocks[end : min(end + MOST_BETWEEN + 1, self._stop)]
        below = next((block for block in following if isinstance(block, TableBlock)), None)
        if below is None or not isinstance(before, TableBlock):
            return False
        texts = [piece.text for line in lines_of(before)[-1:] for piece in line if piece.text]
        return bool(texts) and is_value(texts[-1]) and _begins_with_header(below)

    def _shows_blanks(self, start: int, end: int) -> bool:
        grids = (b for b in self._blocks[start:end] if isinstance(b, TableBlock))
        return all(b.blanks_shown and b.table.width > 1 for b in grids)

    def _part_at(self, index: int, kind: TableKind | None) -> tuple[TableKind | None, set[str]]:
        """Return `part_of_table` of a grid, found once for each kind that stands before it."""
        known = self._known.get((index, kind))
        if known is None:
            block = self._blocks[index]
            known = part_of_table(block, kind) if isinstance(block, TableBlock) else (None, set())
            self._known[index, kind] = known
        return known

    def _ends_behind(self, index: int) -> bool:
        """Whether nothing behind a grid can belong to its table: a section begins, a mark, the end."""
        following = self._blocks[index + 1] if index + 1 < self._stop else None
        if following is None or following.mark:
            return True
        return isinstance(following, TextBlock) and heads_section(following.text)

    def parted(self, start: int, edition: int | None) -> tuple[list[TableBlock], int]:
        """Return the grids that make up the table at `start`, and where they end."""
        first = self._blocks[start]
        if isinstance(first, TableBlock) and self._ends_behind(start):
            return [first], start + 1
        end = self._end_of_parts(start)
        if run := broken_run(self._blocks, start, self._stop, self._part_at):
            cells, stop = run
            if stop > end and recognise_tables([cells], edition):
                return [cells], stop
        return _grids_of(self._blocks[start:end]), end


def _grids_of(blocks: Sequence[Block]) -> list[TableBlock]:
    """Return the grids of a table, the labels between them as lines of it."""
    grids = (each for each in blocks if isinstance(each, TableBlock))
    width = max((grid.table.width for grid in grids), default=1)
    parts = []
    for block in blocks:
        if isinstance(block, TableBlock):
            parts.append(block)
        elif _kind_with_row(block.text):
            parts.append(part_of_text(block, width))
    return parts


@dataclass(slots=True, eq=False, repr=False)
class _Parts:
    """The parts of a table found so far, and the rows that the text below them names."""

    start: int
    end: int
    kind: TableKind | None = None
    _seen: set[str] = field(default_factory=set)
    _headed: set[str] = field(default_factory=set)

    def take_label(self, text: str) -> bool:
        """Take a text as the label of the rows that follow; false if it is none."""
        self.kind = self.kind or _kind_with_row(text)
        self._headed = rows_named(text, self.kind) if self.kind else set()
        return bool(self._headed) and not self._headed & self._seen

    def take_grid(self, index: int, kind: TableKind | None, rows: set[str]) -> bool:
        """Take a grid that names rows of a table as a further part; false if it is none."""
        self.kind = self.kind or kind
        if kind is None or kind != self.kind:
            return False
        if rows & self._seen or not (rows or self._headed - self._seen):
            return False
        self._seen |= rows | self._headed
        self._headed = set()
        self.end = index + 1
        return True
