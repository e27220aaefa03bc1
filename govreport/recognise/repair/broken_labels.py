"""Joins cells split by line breaks, in a text that prints each row of a table on a line.

`商业↵企业 ⇥ 科研↵机构` is read as three lines, of which the first is not a row. Only the labels
show where such a cell continues: the end of one line and the beginning of the next are one cell
if together they are a label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from govreport.blocks import Block, Stream, TableBlock, TextBlock
from govreport.model.grid import Table
from govreport.recognise.labels.folding import skeleton, without_brackets
from govreport.recognise.labels.vocabulary import LONGEST_LABEL
from govreport.recognise.rows import is_value, lines_of
from govreport.recognise.sections.headings import is_number_alone
from govreport.recognise.streams.tables import kinds_naming

_MOST_BREAKS = 3
"""Line breaks within one label."""


class _Line(NamedTuple):
    """The cells of a line and its range of blocks; no cells if it is not a row.

    `apart` says that there is a blank line before it.
    """

    cells: list[str]
    first: int
    last: int
    is_row: bool
    apart: bool = False


def with_whole_cells(stream: Stream) -> Stream:
    """Return a stream with the labels joined that line breaks split in tables of one-line rows."""
    if not any(isinstance(block, TableBlock) and _is_ragged(block) for block in stream.blocks):
        return stream
    lines = [line for index, block in enumerate(stream.blocks) for line in _lines(block, index)]
    whole = list(_joined(lines))
    if len(whole) == len(lines):
        return stream
    return replace(stream, blocks=tuple(_blocks(whole, stream.blocks)))


def _is_ragged(block: TableBlock) -> bool:
    """Whether a table's rows differ in length and none of its cells spans or holds a table."""
    filled_up = any(line[-1].filled_up for line in block.table.grid)
    return (filled_up or len(set(block.printed_cells)) > 1) and _is_plain(block)


def _is_plain(block: TableBlock) -> bool:
    return not (block.mark or block.table.has_nested or block.table.has_spans)


def _lines(block: Block, index: int) -> Iterator[_Line]:
    if isinstance(block, TableBlock):
        if _is_plain(block):
            for line in lines_of(block):
                yield _Line([piece.text for piece in line], index, index, is_row=True)
            return
    elif not (block.mark or block.level is not None or len(block.text) > LONGEST_LABEL):
        yield _Line([block.text], index, index, is_row=False, apart=block.blank_lines > 0)
        return
    yield _Line([], index, index, is_row=False)


def _joined(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the lines, those that share a label as one."""
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        while (used := _goes_on(line, lines[index : index + _MOST_BREAKS])) > 0:
            parts = lines[index : index + used]
            label = "".join([line.cells[-1], *(part.cells[0] for part in parts)])
            line.cells[-1:] = [label, *parts[-1].cells[1:]]
            line = line._replace(last=parts[-1].last, is_row=True)
            index += used
        yield line


def _goes_on(line: _Line, following: Sequence[_Line]) -> int:
    """Return on how many further lines the label in a line's last cell continues."""
    text = line.cells[-1] if line.cells else ""
    is_row = line.is_row
    is_number = _ends_in_number(line)
    if not (is_number or _is_part(text)):
        return 0
    for used, other in enumerate(following, 1):
        if not _continues(other, text, is_number=is_number):
            return 0
        is_number = False
        text += other.cells[0]
        is_row = is_row or other.is_row
        if is_row and kinds_naming(text):
            return used
        if len(other.cells) > 1:
            return 0
    return 0


def _ends_in_number(line: _Line) -> bool:
    """Whether a line's last cell is a number of a heading; after another cell it may be a figure."""
    text = line.cells[-1] if line.cells else ""
    return is_number_alone(text) and (len(line.cells) == 1 or not text.isascii())


def _continues(line: _Line, text: str, *, is_number: bool) -> bool:
    """Whether the first cell of a line may go on with a text, which may be a number alone."""
    if line.apart or not line.cells or not _is_part(line.cells[0]):
        return False
    return is_number or not kinds_naming(line.cells[0]) or _says_more(text)


def _says_more(text: str) -> bool:
    """Whether a text is not a label itself but changes the label that follows it."""
    return bool(skeleton(without_brackets(text))) and not kinds_naming(text)


def _is_part(text: str) -> bool:
    return bool(text) and not text.isascii() and not is_value(text)


def _blocks(lines: Sequence[_Line], blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of the lines, joining tables that only parts of a cell separated."""
    rows: list[_Line] = []
    for line in lines:
        if rows and not (line.is_row and _goes_below(line, rows[-1], blocks)):
            yield _table(rows, blocks)
            rows = []
        if line.is_row:
            rows.append(line)
        else:
            yield blocks[line.first]
    if rows:
        yield _table(rows, blocks)


def _goes_below(line: _Line, row: _Line, blocks: Sequence[Block]) -> bool:
    """Whether only parts of a cell are between two rows."""
    if line.first <= row.last:
        return True
    text = any(isinstance(blocks[index], TextBlock) for index in (line.first, row.last))
    return text and line.first == row.last + 1 and not line.apart


def _table(rows: Sequence[_Line], blocks: Sequence[Block]) -> Block:
    first = blocks[rows[0].first]
    untouched = all(row.first == row.last for row in rows)
    if isinstance(first, TableBlock) and untouched and len(rows) == first.table.height:
        return first
    parts = (block for row in rows for block in blocks[row.first : row.last + 1])
    tables = [block for block in parts if isinstance(block, TableBlock)]
    return _joined_table([row.cells for row in rows], tables)


def _joined_table(rows: list[list[str]], tables: Sequence[TableBlock]) -> TableBlock:
    return TableBlock(
        Table(rows),
        blanks_shown=all(block.blanks_shown for block in tables),
        spans_shown=all(block.spans_shown for block in tables),
        printed_cells=tuple(map(len, rows)),
    )
