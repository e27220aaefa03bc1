"""Text with one row a line and tabs between cells, as the clipboard gives it."""

from collections.abc import Iterator
from itertools import pairwise

from govreport.blocks import Block, TableBlock
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.grid import Table
from govreport.text_formats.emphasis import plain_cells
from govreport.text_formats.lines import Line, check_size, end_of_quotes, text_blocks

_TABS = expression(r"\t+")
_FIGURE_FIRST = expression(r"\t *[+\-]?[0-9][0-9,.]* *(?:\t|$)")
_OPEN_QUOTE = expression(r'(?:^|\t)"[^"\t]*$')
_FEWEST_ROWS = 3
"""With so many lines with tabs between texts, tabs separate cells throughout a source."""


def is_separated(lines: list[Line]) -> bool:
    """Whether tabs separate the cells of rows in a source, rather than indent them."""
    return sum(bool(line.text.rpartition("\t")[0].strip()) for line in lines) >= _FEWEST_ROWS


def _breaks_rows(lines: list[Line]) -> bool:
    """Whether lines continue the figures of the row above, so that row ends do not show.

    Apache Tika prints web pages in this way if some of their cells hold paragraphs: those cells
    end their line, the others do not.
    """
    going_on = sum(
        "\t" in above.text and _FIGURE_FIRST.match(line.text) is not None
        for above, line in pairwise(lines)
    )
    return going_on >= _FEWEST_ROWS


def _are_doubled(lines: list[Line]) -> bool:
    """Whether there are two tabs between all cells, with two more for a blank cell."""
    runs = [run for line in lines for run in _TABS.findall(line.text)]
    return bool(runs) and not any(len(run) % 2 for run in runs)


def separated_blocks(lines: list[Line], limits: Limits) -> Iterator[Block]:
    """Yield the blocks of such a source; where every row begins with a tab, it opens the row.

    If row ends do not show, each cell is a row of its own, blank ones too.

    Raises `LimitExceededError` where the rectangle around the rows of a table is too large.
    """
    opened = _open_rows(lines)
    broken = opened and _breaks_rows(lines)
    sign = "\t\t" if _are_doubled(lines) else "\t"
    rows: list[list[str]] = []
    start = blank_lines = 0
    for line in _whole(lines):
        text = line.text.strip()
        if "\t" in line.text and (text or rows):
            start = start if rows else line.number
            rows.append(list(map(_unquoted, line.text.split(sign)[opened:])))
        elif not text:
            blank_lines += 1
            continue
        else:
            yield from _table(rows, start, limits, broken)
            rows = []
            yield from text_blocks(text, blank_lines)
        blank_lines = 0
    yield from _table(rows, start, limits, broken)


def _open_rows(lines: list[Line]) -> bool:
    """Whether every row begins with a tab."""
    return all(line.text.startswith("\t") for line in lines if "\t" in line.text)


def _whole(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines, with those of one row joined: spreadsheets quote a cell of several lines."""
    index = 0
    while index < len(lines):
        end = index + 1
        if _OPEN_QUOTE.search(lines[index].text):
            closed = end_of_quotes(lines, index)
            end = closed if any("\t" in line.text for line in lines[index:closed]) else end
        text = "\n".join(line.text for line in lines[index:end])
        yield lines[index]._replace(text=text) if end > index + 1 else lines[index]
        index = end


def _unquoted(cell: str) -> str:
    """Return what a cell says; one of several lines is quoted for them."""
    cell = cell.strip()
    if "\n" in cell and len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"').strip()
    return cell


def _table(rows: list[list[str]], start: int, limits: Limits, broken: bool) -> Iterator[Block]:
    if broken and len(set(map(len, rows))) > 1:  # lines of one length are rows
        rows = [[cell] for row in rows for cell in row]
    if rows:
        check_size(rows, start, limits)
        yield TableBlock(Table(plain_cells(rows)), printed_cells=tuple(map(len, rows)))
