"""Tables that a source printed in pieces among its texts, put together again as one run of cells."""

from collections.abc import Iterator, Sequence

from govreport.blocks import Block, TableBlock
from govreport.model.grid import Table
from govreport.model.statute import TABLE_KINDS
from govreport.recognise.rows import is_value, lines_of
from govreport.recognise.tables import part_of_table
from govreport.recognise.vocabulary import Label, kind_vocabulary

_FEW_UNNAMED = 8
"""Grids after which a run that names no statutory table is none."""
_LONGEST_RUN = 400
"""Pieces beyond which no statutory table is broken; the largest has fewer cells."""


def labels_of(text: str) -> Iterator[Label]:
    """Yield what a text may head in any statutory table."""
    for kind in TABLE_KINDS:
        yield from kind_vocabulary(kind).exact(text)


def is_label(text: str) -> bool:
    """Whether a text is a label of some statutory table."""
    return any(True for _ in labels_of(text))


def labels_in(text: str) -> list[str]:
    """Return the labels of one statutory table that a text is run together of, else nothing."""
    if text.isascii() or any(each in text for each in "，。；"):
        return []
    for kind in TABLE_KINDS:
        labels = kind_vocabulary(kind).split(text)
        if len(labels) > 1:
            return labels
    return []


def broken_run(blocks: Sequence[Block], start: int, stop: int) -> tuple[TableBlock, int] | None:
    """Return the cells of a table whose grid is broken by texts that are cells of it.

    Some extractors print a cell that holds paragraphs without the mark that makes it a cell, and
    a cell of two lines as a cell and a text. From the grid at `start` on, a text that is a number,
    a label, or the rest of the label before it is taken for a cell. Returns all cells in one
    column and where the run ends; None where no grid is so broken.
    """
    cells: list[str] = []
    seen: set[str] = set()
    index = start
    texts = 0
    loose = False
    kind = None
    while index < min(stop, start + _LONGEST_RUN):
        block = blocks[index]
        if block.mark or (kind is None and index - start >= _FEW_UNNAMED):
            break
        if isinstance(block, TableBlock):
            named, rows = part_of_table(block, kind)
            if rows & seen or (named and kind and named != kind):
                break
            kind = kind or named
            seen |= rows
            cells.extend(piece.text for line in lines_of(block) for piece in line)
        elif cells and _completes(cells[-1], block.text):
            cells[-1] += block.text
            texts += 1
        elif kind and (is_value(block.text) or is_label(block.text)):
            cells.append(block.text)
            texts += 1
            loose = loose or is_value(block.text)
        else:
            break
        index += 1
    if not texts or kind is None:
        return None
    shown = not loose and all(
        block.blanks_shown for block in blocks[start:index] if isinstance(block, TableBlock)
    )
    # Where numbers stand among the texts, so may blank cells, and none keeps its place.
    kept = [cell for cell in cells if cell or not loose]
    return TableBlock(Table([[cell] for cell in kept]), blanks_shown=shown), index


def _completes(cell: str, text: str) -> bool:
    """Whether a text is the rest of a label that a cell begins."""
    return bool(cell) and not is_label(text) and is_label(cell + text)
