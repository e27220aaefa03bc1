r"""Pipe-delimited text: `parse` and `render`, shared by its reader and its writer.

The plain form is what trafilatura and the like print of a web page, in any dialect of its
releases; `|` separates cells and nothing is escaped. `rows` reads the dialects.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from govreport.blocks import Block, Stream, TableBlock, TextBlock, as_pipe_text_shows
from govreport.expressions import expression
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.grid import Table
from govreport.text_formats.lines import (
    Line,
    check_lines,
    page_line,
    printed_lines,
    take_page_line,
    text_blocks,
    with_plain_blanks,
    without_noise,
)
from govreport.text_formats.pipe.foreign_bars import with_plain_bars
from govreport.text_formats.pipe.lines import (
    Kind,
    are_double_spaced,
    classify,
    join_broken_rows,
    join_open_rows,
)
from govreport.text_formats.pipe.rows import pads_rows, table_of_rows
from govreport.text_formats.strict import (
    Layout,
    Row,
    is_carried,
    is_detected,
    is_strict,
    must_be_strict,
    parse_strict,
    render_strict,
)
from govreport.text_formats.tables.any_table import parted_at_tables
from govreport.text_formats.tables.tab_separated import is_separated, separated_blocks


def parse(text: str, limits: Limits = DEFAULT_LIMITS) -> Stream:
    """Return the blocks of pipe-delimited text, plain or strict.

    Raises `UnreadableSourceError` where a strict form breaks its grammar, and
    `LimitExceededError` where a table is too large.
    """
    check_lines(text, limits)
    lines, diagnostics = printed_lines(text)
    if is_strict(lines, STRICT):
        stream = parse_strict(lines, STRICT, limits)
    else:
        lines, blanks = with_plain_blanks(lines)
        lines, noise = without_noise(with_plain_bars(lines))
        diagnostics.extend((*blanks, *noise))
        page, lines = take_page_line(lines)
        stream = Stream(tuple(_plain_blocks(lines, limits)), page)
    return replace(stream, diagnostics=tuple(diagnostics))


def _plain_blocks(lines: list[Line], limits: Limits) -> Iterator[Block]:
    separated = is_separated(lines) and not any("|" in line.text for line in lines)
    for part in parted_at_tables(lines, limits):
        if isinstance(part, TableBlock):
            yield part
        elif separated:
            yield from separated_blocks(part, limits)
        else:
            yield from _blocks(join_broken_rows(join_open_rows(part)), limits)


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


def render(stream: Stream) -> str:
    """Return a stream as text: plain where that says everything, else strict."""
    if not must_be_strict(stream):
        plain = _render_plain(stream)
        shown = replace(as_pipe_text_shows(stream), diagnostics=())
        if is_carried(shown, parse(plain, Limits.unbounded())) and is_detected(
            plain, STRICT, stream
        ):
            return plain
    return render_strict(stream, STRICT)


def _render_plain(stream: Stream) -> str:
    lines = [f"{page_line(stream.page)}\n"] if page_line(stream.page) else []
    after_table = False
    for block in stream.blocks:
        if isinstance(block, TextBlock):
            lines.append(f"{block.text}\n")
        else:
            lines.extend(["\n"] if after_table else [])
            lines.extend(_plain_rows(block.table))
        after_table = isinstance(block, TableBlock)
    return "".join(lines)


def _plain_rows(table: Table) -> Iterator[str]:
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


STRICT = Layout(
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
