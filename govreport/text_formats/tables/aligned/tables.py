"""Tables set in columns of blanks, as programs print them that keep the layout of a page.

pdftotext with `-layout`, w3m and lynx print so. A row is a line that ends in as many figures as the
table has columns; a label of several lines stands around it, or begins in it. Only a row with a
figure in every column is placed by the order of its figures, for their places shift where labels
are wide; any other row is placed where all figures of the table keep exactly to their columns, else
its figures stay together in one cell. A table is made only where the
lines of the header, read down column by column, give a label to each column; else the lines stay
as they are.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from govreport.blocks import TableBlock
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.grid import Cell, Table
from govreport.text_formats.lines import Line, check_size
from govreport.text_formats.tables.aligned.fragments import (
    figures_at_end,
    fragments_of,
    measures,
)
from govreport.text_formats.tables.aligned.header import FEWEST_TORN, AlignedHeader, header_of
from govreport.text_formats.tables.aligned.places import PrintedRows, places_of
from govreport.text_formats.tables.aligned.rows import AlignedRows, level_of

_GAP = expression(r"[ \u3000\u00a0]{2,}")
_PAGE_NUMBER = expression(
    r"\s*(?:[-–—－─]{1,2}\s?[0-9]{1,3}\s?[-–—－─]{1,2}|第\s?[0-9]{1,3}\s?页)\s*"
)
_FEWEST_COLUMNS = 5
_FEWEST_ROWS = 3
"""A table has at least so many columns of figures, and rows that fill them all."""
_FEWEST_OF_ONE_ROW = 10
"""Columns from which on a single row is one, whose labels are put together in its lines."""
_MOST_COLUMNS = 40
_HIGHEST_HEADER = 14
"""Lines above the first row among which its header may stand."""
_MOST_LINES = 8
"""Lines of a label between two rows."""
_LONGEST_TABLE = 2_000
"""Lines of the longest table."""
_DEEP = 16
"""Places from which on a lone text is set in, not the first line of a paragraph."""


class _Found(NamedTuple):
    """Where a table begins and ends among the lines, and its rows; or its lines, labels whole."""

    start: int
    end: int
    rows: list[list[Cell]] | list[Line]


def parted_at_aligned_columns(
    lines: list[Line], limits: Limits
) -> Iterator[list[Line] | TableBlock]:
    """Yield the lines in runs, each table among them that is set in columns of blanks.

    The number of a page between two rows stands behind the table. Raises `LimitExceededError`
    where a table is too large.
    """
    taken = set(_between_pages(lines))
    if not taken:
        yield from _parted(lines, limits)
        return
    waiting = [line for at, line in enumerate(lines) if at in taken]
    for part in _parted([line for at, line in enumerate(lines) if at not in taken], limits):
        if isinstance(part, TableBlock):
            yield part
            continue
        here = [line for line in waiting if part and line.number < part[-1].number]
        waiting = waiting[len(here) :]
        yield sorted([*here, *part], key=lambda line: line.number)
    if waiting:
        yield waiting


def _between_pages(lines: list[Line]) -> Iterator[int]:
    """Yield the lines that part two pages between rows: the number of one, blank lines around."""
    for at, line in enumerate(lines):
        if not _PAGE_NUMBER.fullmatch(line.text):
            continue
        first, end = at, at + 1
        while first and not lines[first - 1].text.strip():
            first -= 1
        while end < len(lines) and not lines[end].text.strip():
            end += 1
        above = lines[max(0, first - _MOST_LINES) : first]
        if _has_row(above) and _has_row(lines[end : end + 2]):
            yield from range(first, end)


def _has_row(lines: list[Line]) -> bool:
    return any(figures_at_end(line.text) >= _FEWEST_COLUMNS for line in lines)


def _parted(lines: list[Line], limits: Limits) -> Iterator[list[Line] | TableBlock]:
    counts = [figures_at_end(line.text) for line in lines]
    start = at = 0
    while at < len(lines):
        end = _end_of_rows(lines, counts, at)
        found = _table(lines, counts, start, at, end) if end > at else None
        if found is None:
            at = max(end, at + 1)
            continue
        if found.start > start:
            yield lines[start : found.start]
        yield _block(found, lines, limits)
        start = at = found.end
    if start < len(lines) or not lines:
        yield lines[start:]


def _block(found: _Found, lines: list[Line], limits: Limits) -> list[Line] | TableBlock:
    if isinstance(found.rows[0], Line):
        return found.rows
    check_size(found.rows, lines[found.start].number, limits)
    return TableBlock(Table(found.rows))


def _end_of_rows(lines: list[Line], counts: list[int], start: int) -> int:
    """Return where the rows end that begin at a line; `start` where none does."""
    if counts[start] < _FEWEST_COLUMNS:
        return start
    end, at = start + 1, start + 1
    while at < len(lines) and at - end < _MOST_LINES:
        text = lines[at].text
        if not text.strip() and not _row_follows(lines, counts, at):
            break
        at += 1
        if counts[at - 1]:
            end = at
    return end


def _row_follows(lines: list[Line], counts: list[int], start: int) -> bool:
    """Whether a row comes next behind blank lines, or a label that one line of it begins."""
    ahead = [at for at in range(start, min(start + 4, len(lines))) if lines[at].text.strip()]
    if not ahead:
        return False
    if counts[ahead[0]] >= _FEWEST_COLUMNS:
        return True
    begins = level_of(lines[ahead[0]].text.strip()) is not None
    return begins and len(ahead) > 1 and counts[ahead[1]] >= _FEWEST_COLUMNS


def _table(
    lines: list[Line], counts: list[int], floor: int, start: int, end: int
) -> _Found | None:
    """Return the table whose rows are the lines from `start` to `end`."""
    width = _width(counts[start:end])
    if width is None or end - start > _LONGEST_TABLE:
        return None
    top = _top_of_header(lines, floor, start)
    found = _header(lines, range(top, start), {at: counts[at] for at in range(start, end)}, width)
    if found is None:
        return None
    header, printed_rows = found
    if end > start + 1:
        body, end = _rows(lines, range(start, end), printed_rows, width)
        return _Found(top, end, [*header.rows(), *body])
    if not _repeats(header.labels):
        return None
    printed = [Line(lines[top].number, "  ".join(line)) for line in header.printed()]
    return _Found(top, end, [*printed, lines[start]])


def _width(counts: list[int]) -> int | None:
    """Return how many columns the rows of a table have, None if its lines are no table."""
    width = max(counts)
    single = len(counts) == 1 and width >= _FEWEST_OF_ONE_ROW
    return width if (single or counts.count(width) > 1) and width <= _MOST_COLUMNS else None


def _fill_all(counts: Collection[int], width: int) -> bool:
    """Whether so many rows fill all columns, and more than any other number of them, that all do."""
    if len(counts) == 1:
        return True
    widths = Counter(each for each in counts if each >= _FEWEST_COLUMNS)
    most, full = widths.most_common(1)[0]
    return most == width and full >= _FEWEST_ROWS


def _header(
    lines: list[Line], head: range, counts: dict[int, int], width: int
) -> tuple[AlignedHeader, PrintedRows] | None:
    """Return the header above rows, and how the rows are printed if each of its labels is whole.

    `counts` says how many figures end a line. Rows of few figures are rows if all are in columns.
    """
    first = next(at for at, count in counts.items() if count == width)
    for printed in _printed_rows(lines, counts, width):
        edge = fragments_of(lines[first].text, first, printed.measure)[-width].start
        texts = [fragments_of(lines[at].text, at, printed.measure) for at in head]
        fewest_torn = FEWEST_TORN if printed.places is None else 0
        if header := header_of(texts, edge, width, fewest_torn):
            return header, printed
    return None


def _printed_rows(lines: list[Line], counts: dict[int, int], width: int) -> Iterator[PrintedRows]:
    """Yield how the rows may be printed, the likeliest first."""
    full = [lines[at].text for at, count in counts.items() if count == width]
    filled = _fill_all(counts.values(), width)
    for measure in measures(full, width):
        figures = [
            fragments_of(lines[at].text, at, measure)[-count:]
            for at, count in counts.items()
            if count
        ]
        places = places_of(figures, width)
        if filled or places is not None:
            yield PrintedRows(measure, places)


def _repeats(labels: list[str]) -> bool:
    """Whether labels are the same several times over, as they are below several heads."""
    return any(
        len(labels) % length == 0 and labels == labels[:length] * (len(labels) // length)
        for length in range(2, len(labels) // 2 + 1)
    )


def _top_of_header(lines: list[Line], floor: int, start: int) -> int:
    """Return the line with which the header of rows begins: the highest that is set in columns."""
    top = start
    for at in range(start - 1, max(start - _HIGHEST_HEADER, floor) - 1, -1):
        text = lines[at].text
        if not text.strip() or level_of(text.strip()) == 0:
            break  # a heading is numbered as sections are
        indent = len(text) - len(text.lstrip())
        if _GAP.search(text.strip()) or indent >= _DEEP:
            top = at
    return top


def _rows(
    lines: list[Line], body: range, printed: PrintedRows, width: int
) -> tuple[list[list[Cell]], int]:
    """Return the rows of cells between two lines, and where the label of the last one ends."""
    rows = AlignedRows(width, exact=printed.places is not None)
    for at in body:
        rows.add(printed.line(lines[at].text, at))
    end = body.stop
    while end < len(lines):
        row = printed.line(lines[end].text, end)
        if len(row.figures) != width and not rows.goes_on(row):
            break
        rows.add(row)
        end += 1
    return list(rows.cells()), end
