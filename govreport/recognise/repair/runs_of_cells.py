"""Runs of lines that are cells of statutory tables: where they end and what they hold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.model.grid import Table
from govreport.model.statute import TABLE_KINDS
from govreport.recognise.labels.folding import skeleton
from govreport.recognise.labels.vocabulary import LONGEST_LABEL, kind_vocabulary
from govreport.recognise.page.furniture import is_page_number
from govreport.recognise.repair.broken_grids import is_label
from govreport.recognise.repair.cell_lines import (
    FEWEST_ON_A_LINE,
    cells_of,
    may_be_cell,
    opens_table,
)
from govreport.recognise.repair.marks_of_notes import marks_of_notes
from govreport.recognise.rows import is_value
from govreport.recognise.streams.tables import (
    RecognisedTable,
    recognise_tables,
    reviews_below_torn_header,
)

_RARELY = 8
"""One line in so many, at most, is broken."""


def end_of_cells(blocks: Sequence[Block], start: int, stop: int) -> int:
    """Return the end of a run of lines that may be a table's cells; `start` if none begins."""
    first = blocks[start]
    if not isinstance(first, TextBlock) or not opens_table(first.text):
        return start
    end = start
    while end < stop:
        block = blocks[end]
        if not isinstance(block, TextBlock) or block.mark or not may_be_cell(block.text):
            break
        end += 1
    alone = end == start + 1 and len(cells_of(first.text)) < FEWEST_ON_A_LINE
    return start if alone else end


def tables_of_cells(
    blocks: Sequence[Block],
    start: int,
    end: int,
    edition: int | None,
    above: Sequence[str] | None = None,
) -> list[RecognisedTable]:
    """Return the statutory tables in a run of lines from `start` to `end`, a cell a line.

    `edition` is that of the report's other tables; `above` are the texts above the run in the
    section of table 4, None if it is in another section.
    """
    if found := _tables_with_blanks(blocks, start, end, edition):
        return found
    cells = list(_cells_with_gaps(_texts(blocks, start, end)))
    column = _column(list(_parted(cells)), blanks_shown=False)
    found = recognise_tables([column], edition)
    if not found and above is not None:
        return reviews_below_torn_header([column], above)
    return found


def _cells_with_gaps(texts: Sequence[TextBlock]) -> Iterator[str]:
    """Yield the cells of lines, and a blank where more blank lines than usual part two numbers."""
    usual = min((block.blank_lines for block in texts[1:]), default=0)
    marks = marks_of_notes(block.text.split() for block in texts)
    before = ""
    for block in texts:
        cells = cells_of(block.text, marks)
        if before and is_value(before) and is_value(cells[0]) and block.blank_lines > usual:
            yield ""
        yield from cells
        before = cells[-1]


def _texts(blocks: Sequence[Block], start: int, end: int) -> list[TextBlock]:
    texts = [block for block in blocks[start:end] if isinstance(block, TextBlock)]
    return _with_cut_numbers([block for block in texts if not is_page_number(block.text)])


def _with_cut_numbers(texts: list[TextBlock]) -> list[TextBlock]:
    """Return lines with two figures in one cell that no blank line parts, as it does all others."""
    tight = [block.blank_lines for block in texts[1:]].count(0)
    if not tight or tight * _RARELY > len(texts):
        return texts
    joined = texts[:1]
    for block in texts[1:]:
        last = joined[-1]
        if not block.blank_lines and last.text.isdecimal() and block.text.isdecimal():
            joined[-1] = replace(last, text=f"{last.text}\n{block.text}")
        else:
            joined.append(block)
    return joined


def _tables_with_blanks(
    blocks: Sequence[Block], start: int, end: int, edition: int | None
) -> list[RecognisedTable]:
    """Read a run of lines in which further blank lines are a blank cell.

    How many blank lines make one cell is not known; a number is used if with it every row of
    every table has exactly its cells, and with no other number.
    """
    texts = _texts(blocks, start, end + 1)
    gaps = [block.blank_lines for block in texts[1:]] + [0] * (end - start - len(texts) + 1)
    usual = min(gaps[: end - start - 1], default=0)
    if max(gaps, default=0) == usual:
        return []
    readings = []
    further = [gap - usual for gap in gaps[: end - start]]
    for lines_per_cell in (1, 2):
        cells = _cells_and_blanks(texts, further, lines_per_cell)
        # The end of the table may look like a blank cell, too.
        for whole in (cells, cells[:-1]) if not cells[-1] else (cells,):
            found = recognise_tables([_column(whole, blanks_shown=True)], edition)
            if _are_full(found):
                readings.append(found)
    return readings[0] if len(readings) == 1 else []


def _are_full(tables: Sequence[RecognisedTable]) -> bool:
    return bool(tables) and all(each.every_row_full for each in tables)


def _cells_and_blanks(
    texts: Sequence[TextBlock], further: Sequence[int], lines_per_cell: int
) -> list[str]:
    """Return the cells of lines, and the blank cells that further blank lines below them are."""
    cells: list[str] = []
    for block, blank_lines in zip(texts, further, strict=False):
        cells.append(block.text)
        cells.extend([""] * (blank_lines // lines_per_cell))
    return cells


def _column(cells: list[str], *, blanks_shown: bool) -> TableBlock:
    return TableBlock(Table([[cell] for cell in cells]), "", blanks_shown)


def _parted(cells: Sequence[str]) -> Iterator[str]:
    """Yield the cells, with labels restored where lines split some and join others.

    If the words between two numbers, once joined, consist only of labels, though not as the
    lines split them, they are those labels.
    """
    words: list[str] = []
    for cell in [*cells, ""]:
        if cell and not is_value(cell):
            words.append(cell)
            continue
        yield from _labels_of(words)
        words = []
        if cell:
            yield cell


def _labels_of(words: Sequence[str]) -> Sequence[str]:
    text = "".join(words)
    if all(map(is_label, words)) or len(text) > LONGEST_LABEL or len(skeleton(text)) < len(text):
        return words  # an enumerator or a bracket would be lost
    for kind in TABLE_KINDS:
        labels = kind_vocabulary(kind).split(text)
        if len(labels) > 1:
            return labels
    return words
