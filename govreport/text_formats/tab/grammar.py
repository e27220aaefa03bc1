r"""Tab-indented text: the grammar that its reader and its writer share.

The plain form is what Apache Tika prints of a Word file: each cell on its own line after a tab, a
blank line after each row and another after the table; nothing is escaped.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from govreport.blocks import Block, TableBlock, as_tab_text_shows
from govreport.limits import Limits
from govreport.model.grid import Table
from govreport.text_formats.emphasis import plain_cells
from govreport.text_formats.grammar import Grammar
from govreport.text_formats.lines import Line, check_size, text_blocks
from govreport.text_formats.strict import Row, StrictLayout
from govreport.text_formats.tab.rendered_text import is_rendered, rendered_blocks
from govreport.text_formats.tables.any_table import parted_at_tables
from govreport.text_formats.tables.tab_separated import is_separated, separated_blocks

_DOUBLED = 3
"""So many pairs of blank lines between cells, and no single one, are doubled row ends."""


def _plain_blocks(lines: list[Line], limits: Limits) -> Iterator[Block]:
    if is_rendered(lines):
        yield from rendered_blocks(lines, limits)
        return
    separated = is_separated(lines)
    for part in parted_at_tables(lines, limits):
        if isinstance(part, TableBlock):
            yield part
        elif separated:
            yield from separated_blocks(part, limits)
        else:
            yield from _blocks(part, limits)


@dataclass(slots=True)
class _OpenTable:
    """The table being read, each cell as its lines; `blank_lines` counts since the last cell."""

    limits: Limits
    rows: list[list[list[str]]] = field(default_factory=list)
    start: int = 0
    blank_lines: int = 0

    def add(self, line: Line) -> None:
        if not self.rows or self.blank_lines:
            self.rows.append([])
            self.start = self.start or line.number
        self.blank_lines = 0
        self.rows[-1].extend([cell.strip()] for cell in line.text.split("\t")[1:])

    def continue_cell(self, text: str) -> None:
        self.rows[-1][-1].append(text)

    def end(self) -> Iterator[Block]:
        if self.rows:
            check_size(self.rows, self.start, self.limits)
            table = Table(plain_cells([["\n".join(cell) for cell in row] for row in self.rows]))
            yield TableBlock(table, printed_cells=tuple(len(row) for row in self.rows))
        self.rows, self.start, self.blank_lines = [], 0, 0


def _blocks(lines: list[Line], limits: Limits) -> Iterator[Block]:
    table = _OpenTable(limits)
    broken_cells = _shows_row_ends(lines)
    row_end = _blank_lines_after_row(lines)
    blank_lines = 0
    for line in lines:
        text = line.text.strip()
        if line.text.startswith("\t"):
            if table.blank_lines > row_end:
                yield from table.end()
            table.add(line)
        elif not text:
            table.blank_lines += 1
            blank_lines += 1
            continue
        elif table.rows and not table.blank_lines and broken_cells:
            table.continue_cell(text)
        else:
            if table.rows:
                # Blank lines that end the last row and the table do not count as before the text.
                blank_lines = max(0, blank_lines - row_end - 1)
            yield from table.end()
            yield from text_blocks(text, blank_lines)
        blank_lines = 0
    yield from table.end()


def _shows_row_ends(lines: list[Line]) -> bool:
    """Whether a blank line follows a cell anywhere, and so ends a row.

    If blank lines were removed, a text after a cell may be the heading after the table, and must
    not become part of a cell.
    """
    return any(
        line.text.startswith("\t") and not after.text.strip() and not after.text.startswith("\t")
        for line, after in pairwise(lines)
    )


def _blank_lines_after_row(lines: list[Line]) -> int:
    """Return how many blank lines at most end only a row: one, or three if all are doubled."""
    runs: list[int] = []
    blank_lines, after_cell = 0, False
    for line in lines:
        if line.text.startswith("\t"):
            if after_cell and blank_lines:
                runs.append(blank_lines)
            blank_lines, after_cell = 0, True
        elif line.text.strip():
            after_cell = False
        else:
            blank_lines += 1
    return 3 if 1 not in runs and runs.count(2) >= _DOUBLED else 1


def _print_table(table: Table, _after_table: bool) -> Iterator[str]:
    for row in table.word_rows():
        yield _print_row([cell.text for cell in row])
    yield "\n"


def _print_row(cells: Row) -> str:
    return "".join(f"\t{cell}\n" for cell in cells) + "\n"


def _strict_parts(lines: Iterable[Line]) -> Iterator[tuple[int, Row | str]]:
    """Yield rows and lines; the blank line that ends a row goes with it."""
    cells: Row = []
    start = 0
    for number, line in lines:
        if line.startswith("\t"):
            start = start if cells else number
            cells.append(line[1:])
            continue
        if cells:
            yield start, cells
        if line.strip() or not cells:
            yield number, line
        cells = []
    if cells:
        yield start, cells


_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t"})

_STRICT = StrictLayout(
    name="tab",
    opener="\t",
    shown=Table.collapsed,
    print_row=_print_row,
    parts=_strict_parts,
    line_escapes=_ESCAPES,
    cell_escapes=_ESCAPES,
    spans_shown=True,
)
"""How the strict form prints rows: as the plain one, and a tab inside a text as an escape."""

TAB = Grammar(
    layout=_STRICT,
    with_plain_signs=list,
    plain_blocks=_plain_blocks,
    print_table=_print_table,
    shown=as_tab_text_shows,
)
"""Reads and writes either form of tab-indented text."""
