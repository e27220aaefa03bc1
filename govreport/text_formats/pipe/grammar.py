r"""Pipe-delimited text: the grammar that its reader and its writer share.

The plain form is what trafilatura and the like print of a web page, in any dialect of its
releases; `|` separates cells and nothing is escaped. `rows` reads the dialects.
"""

import re
from collections.abc import Iterable, Iterator

from govreport.blocks import Block, TableBlock, as_pipe_text_shows
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.grid import Table
from govreport.text_formats.grammar import Grammar
from govreport.text_formats.lines import Line, text_blocks
from govreport.text_formats.pipe.foreign_bars import with_plain_bars
from govreport.text_formats.pipe.lines import (
    Kind,
    are_double_spaced,
    classify,
    join_broken_rows,
    join_cut_numbers,
    join_open_rows,
)
from govreport.text_formats.pipe.rows import pads_rows, table_of_rows
from govreport.text_formats.strict import Row, StrictLayout
from govreport.text_formats.tables.any_table import parted_at_tables
from govreport.text_formats.tables.tab_separated import is_separated, separated_blocks


def _plain_blocks(lines: list[Line], limits: Limits) -> Iterator[Block]:
    separated = is_separated(lines) and not any("|" in line.text for line in lines)
    for part in parted_at_tables(lines, limits):
        if isinstance(part, TableBlock):
            yield part
        elif separated:
            yield from separated_blocks(part, limits)
        else:
            yield from _blocks(join_broken_rows(join_open_rows(join_cut_numbers(part))), limits)


def _blocks(lines: list[Line], limits: Limits) -> Iterator[Block]:
    """Yield the blocks of plain lines: consecutive rows make one table."""
    rows: list[Line] = []
    kinds = classify(lines)
    within = (Kind.CLOSER, Kind.BLANK) if are_double_spaced(kinds) else (Kind.CLOSER,)
    rows_of_all = [line.text for line, kind in zip(lines, kinds, strict=True) if kind is Kind.ROW]
    padded = pads_rows(rows_of_all)
    blank_lines = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind is Kind.BLANK:
            blank_lines += 1
        if kind is Kind.ROW:
            rows.append(line)
        elif kind not in within:
            yield from _table(rows, padded, limits)
            rows = []
            if kind is Kind.TEXT:
                yield from text_blocks(line.text, blank_lines)
        blank_lines = 0 if kind is not Kind.BLANK else blank_lines
    yield from _table(rows, padded, limits)


def _table(rows: list[Line], padded: bool, limits: Limits) -> Iterator[Block]:
    # Lone bars among texts are decoration: there is no cell between them.
    if any(line.text.strip() != "|" for line in rows):
        yield table_of_rows(rows, limits, padded=padded)


def _print_table(table: Table, after_table: bool) -> Iterator[str]:
    if after_table:
        yield "\n"
    for row, line in enumerate(table.grid):
        yield _print_row(
            [slot.cell.text if slot.begins_at(row, at) else "" for at, slot in enumerate(line)]
        )


def _print_row(cells: Row) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells) + "\n"


_STRICT_PART = expression(r"\\.|\||[^\\|]+|\\", re.DOTALL)


def _strict_parts(lines: Iterable[Line]) -> Iterator[tuple[int, Row | str]]:
    for number, line in lines:
        yield number, _strict_cells(line) if line.startswith("|") else line


def _strict_cells(line: str) -> Row:
    cells: list[list[str]] = [[]]
    for part in _STRICT_PART.findall(line[1:]):
        if part == "|":
            cells.append([])
        else:
            cells[-1].append(part)
    if len(cells) > 1 and not "".join(cells[-1]).strip():
        cells.pop()
    return ["".join(cell) for cell in cells]


_STRICT = StrictLayout(
    name="pipe",
    opener="|",
    shown=Table.unmerged,
    print_row=_print_row,
    parts=_strict_parts,
    line_escapes=str.maketrans({"\\": "\\\\", "\n": "\\n"}),
    cell_escapes=str.maketrans({"\\": "\\\\", "\n": "\\n", "|": "\\|"}),
    spans_shown=False,
)
"""How the strict form prints rows: all bars of a row separate cells except after a backslash."""

PIPE = Grammar(
    layout=_STRICT,
    with_plain_signs=with_plain_bars,
    plain_blocks=_plain_blocks,
    print_table=_print_table,
    shown=as_pipe_text_shows,
)
"""Reads and writes either form of pipe-delimited text."""
