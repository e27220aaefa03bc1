"""Joins tables that a source printed in pieces among its texts into one run of cells."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from govreport.blocks import Block, TableBlock
from govreport.expressions import expression
from govreport.model.grid import Table
from govreport.model.statute import TABLE_KINDS, TableKind
from govreport.recognise.labels.vocabulary import LONGEST_LABEL, Label, kind_vocabulary
from govreport.recognise.rows import is_value, last_text, lines_of

PartAt = Callable[[int, TableKind | None], tuple[TableKind | None, set[str]]]
"""The result of `tables.part_of_table` for the grid at a position, given the kind before it."""

_PUNCTUATION = expression("[，。；]")
_FEW_UNNAMED = 8
"""A run of so many grids that name no statutory table holds none."""
_LONGEST_RUN = 400
"""The most pieces of a broken statutory table; the largest has fewer cells."""


def labels_of(text: str) -> tuple[Label, ...]:
    """Return what a text may be the label of in any statutory table."""
    return () if len(text) > LONGEST_LABEL or text.isascii() else _labels_of(text)


@lru_cache(maxsize=4096)
def _labels_of(text: str) -> tuple[Label, ...]:
    return tuple(label for kind in TABLE_KINDS for label in kind_vocabulary(kind).exact(text))


def is_label(text: str) -> bool:
    """Whether a text is a label of some statutory table."""
    return bool(labels_of(text))


def labels_in(text: str) -> list[str]:
    """Return the labels of one statutory table that a text consists of, else nothing."""
    if text.isascii() or _PUNCTUATION.search(text):
        return []
    for kind in TABLE_KINDS:
        labels = kind_vocabulary(kind).split(text)
        if len(labels) > 1:
            return labels
    return []


def broken_run(
    blocks: Sequence[Block], start: int, stop: int, part_at: PartAt
) -> tuple[TableBlock, int] | None:
    """Return the cells of a table whose grid is interrupted by texts that are its cells.

    Some extractors print a cell that holds paragraphs without the mark of a cell, and a cell of
    two lines as a cell and a text. From the grid at `start` on, a text that is a number, a
    label, or the rest of the label before it is read as a cell. Returns all cells in one column
    and the end of the run; None if no grid is interrupted in this way.
    """
    run = _BrokenRun(blocks, start, part_at)
    limit = min(stop, start + _LONGEST_RUN)
    while run.end < limit and run.take():
        pass
    grids = [block for block in blocks[start : run.end] if isinstance(block, TableBlock)]
    if run.kind is None or len(grids) == run.end - start or _is_whole(grids, run):
        return None
    cells = _cells_of(blocks, range(start, run.end), run.completing)
    if run.loose:
        # Blank cells may be among the texts, as numbers are, and no cell keeps its place.
        cells = list(filter(None, cells))
    return TableBlock(
        Table([[cell] for cell in cells]), blanks_shown=_are_shown(grids, run)
    ), run.end


class _BrokenRun:
    """The pieces of a broken table from a position on, and what they name."""

    def __init__(self, blocks: Sequence[Block], start: int, part_at: PartAt) -> None:
        self._blocks = blocks
        self._start = self.end = start
        self._part_at = part_at
        self._seen: set[str] = set()
        self._last: str | None = ""
        self.kind: TableKind | None = None
        self.completing: set[int] = set()
        """Where a text is the rest of the label before it."""
        self.loose = False
        """Whether numbers are among the texts."""

    def take(self) -> bool:
        """Take the block at the end of the run; false if it is no piece of the table."""
        block = self._blocks[self.end]
        if block.mark or (self.kind is None and self.end - self._start >= _FEW_UNNAMED):
            return False
        if isinstance(block, TableBlock):
            taken = self._take_grid()
        else:
            taken = self._take_text(block.text)
        self.end += taken
        return taken

    def _take_grid(self) -> bool:
        named, rows = self._part_at(self.end, self.kind)
        if rows & self._seen or (named and self.kind and named != self.kind):
            return False
        self.kind = self.kind or named
        self._seen |= rows
        self._last = None
        return True

    def _take_text(self, text: str) -> bool:
        if self._last is None:
            self._last = _last_text(self._blocks[self.end - 1])
        if _completes(self._last, text):
            self._last += text
            self.completing.add(self.end)
            return True
        if not self.kind or not (is_value(text) or is_label(text)):
            return False
        self._last = text
        self.loose = self.loose or is_value(text)
        return True


def _are_shown(grids: Sequence[TableBlock], run: _BrokenRun) -> bool:
    return not run.loose and all(block.blanks_shown for block in grids)


def _is_whole(grids: Sequence[TableBlock], run: _BrokenRun) -> bool:
    """Whether the grids of a run hold the cells of a whole grid."""
    shown = all(block.blanks_shown and block.table.width > 1 for block in grids)
    return shown and (run.loose or all(block.spans_shown for block in grids))


def _cells_of(blocks: Sequence[Block], run: range, completing: set[int]) -> list[str]:
    """Return the cells of a run of blocks, each of those texts joined to the cell before it."""
    cells: list[str] = []
    for index in run:
        block = blocks[index]
        if isinstance(block, TableBlock):
            cells.extend(piece.text for line in lines_of(block) for piece in line)
        elif index in completing:
            cells[-1] += block.text
        else:
            cells.append(block.text)
    return cells


def _last_text(block: Block) -> str:
    return last_text(block) if isinstance(block, TableBlock) else block.text


def _completes(cell: str, text: str) -> bool:
    """Whether a text is the rest of a label that a cell begins."""
    return bool(cell) and not is_label(text) and is_label(cell + text)
