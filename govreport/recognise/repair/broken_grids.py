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
    seen: set[str] = set()
    completing: set[int] = set()
    index = start
    last: str | None = ""
    loose = False
    kind = None
    while index < min(stop, start + _LONGEST_RUN):
        block = blocks[index]
        if block.mark or (kind is None and index - start >= _FEW_UNNAMED):
            break
        if isinstance(block, TableBlock):
            named, rows = part_at(index, kind)
            if rows & seen or (named and kind and named != kind):
                break
            kind = kind or named
            seen |= rows
            last = None
        else:
            if last is None:
                last = _last_text(blocks[index - 1])
            if _completes(last, block.text):
                last += block.text
                completing.add(index)
            elif kind and (is_value(block.text) or is_label(block.text)):
                last = block.text
                loose = loose or is_value(block.text)
            else:
                break
        index += 1
    run = blocks[start:index]
    grids = [block for block in run if isinstance(block, TableBlock)]
    whole = all(block.blanks_shown and block.table.width > 1 for block in grids)
    if whole and (loose or all(block.spans_shown for block in grids)):
        return None  # it holds the cells of a whole grid
    if kind is None or all(isinstance(block, TableBlock) for block in run):
        return None
    shown = not loose and all(
        block.blanks_shown for block in run if isinstance(block, TableBlock)
    )
    cells = _cells_of(blocks, range(start, index), completing)
    # If numbers are among the texts, blank cells may be, too, and no cell keeps its place.
    kept = [cell for cell in cells if cell or not loose]
    return TableBlock(Table([[cell] for cell in kept]), blanks_shown=shown), index


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
