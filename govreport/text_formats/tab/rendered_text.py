"""The text of a page as a browser renders it, which scripts get as `innerText`.

A tab ends each cell of a row but the last, and a line break each row but the last; a block has two
line breaks on either side, or one, which neighbours share (the HTML standard, 3.2.7). So if cells
hold paragraphs, a tab is alone on its line.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.grid import Table
from govreport.text_formats.lines import Line, check_size, text_blocks

_FEWEST_TABS = 5
"""So many tabs alone on their lines separate cells that are blocks."""

_SHARE = 4
"""At least one of so many lines that begin with a tab holds nothing else."""

_WIDEST = 40
_FEWEST_ROWS = 3
"""Cells of a row beyond which, and rows below which a source does not show where they end: blank lines were taken out of it."""

_HEADING = expression(r"[一二三四五六七八九十]{1,3}[、．.]")
_BLANK_AND_HEADING = 2
"""Paragraphs between two tabs where a table's last cell is blank: a heading, the next's first."""

_FIGURE = expression(r"[+\-]?[0-9０-９]+(?:[.,，][0-9０-９]+)*[^0-9０-９.、．]{0,12}\Z")
_SHORTEST_TEXT = 3
"""A text without a figure that is no longer is surely the last cell of a table."""

_MOST_WAITING = 2
_LONGEST_ROW = 60
"""The most consecutive rows of one cell, and their characters."""

_LONGEST_PIECE = 8
"""The length of the longest paragraph of a header cell written in several paragraphs."""


class _Breaks(NamedTuple):
    """How many line breaks end a paragraph, how many a row, and whether one may end a row."""

    paragraph: int
    row: int
    row_at_one: bool = False

    def end_row(self, count: int) -> bool:
        """Whether a row ends at so many line breaks."""
        return count >= self.row or (count == 1 and self.row_at_one)


_PARAGRAPHS = _Breaks(2, 3)
_BLOCKS = _Breaks(1, 2)
_SOME_PARAGRAPHS = _Breaks(2, 3, row_at_one=True)
_BETWEEN_PARAGRAPHS = 5
"""Line breaks between two paragraphs at the end of a row."""
_AROUND_BLANK = 4
"""Line breaks between two tabs around a cell with an empty paragraph."""


class _RenderedRow(NamedTuple):
    """The contents between two row ends: cells as lists of paragraphs, which are lists of lines.

    Prose is one cell.
    """

    number: int
    cells: list[list[list[str]]]


class _Tabs(NamedTuple):
    """Tabs alone on their lines between two texts, and whether blank lines surround them."""

    number: int
    blank_lines: bool


def is_rendered(lines: list[Line]) -> bool:
    """Whether a source is such a text with blocks in its cells."""
    tabs = sum(line.text.startswith("\t") for line in lines)
    alone = list(_tabs_alone(lines))
    if next(_cells_alone(lines), None) is not None:
        return True
    return len(alone) >= _FEWEST_TABS and _SHARE * sum(each.number for each in alone) > tabs


def _cells_alone(lines: list[Line]) -> Iterator[str]:
    """Yield the texts with a blank line on either side in rows whose other cells hold none."""
    texts = [line.text for line in lines]
    for behind, above, text, below, ahead in zip(
        texts, texts[1:], texts[2:], texts[3:], texts[4:], strict=False
    ):
        stands_alone = text.strip() and "\t" not in text and not (above + below).strip()
        in_row = behind.endswith("\t") and behind[0] != "\t" and ahead.startswith("\t")
        if stands_alone and in_row:
            yield text


def _tabs_alone(lines: list[Line]) -> Iterator[_Tabs]:
    """Yield the tabs alone on their lines between two texts, with no cells indented."""
    before, count = "\t", 0
    above = below = False
    for line in lines:
        text = line.text
        if not text.strip(" "):
            below = True
        elif not text.strip(" \t"):
            above = above if count else below
            count += 1
            below = False
        else:
            indented = before.startswith("\t") or text.startswith("\t")
            if count and above == below and not indented:
                yield _Tabs(count, above)
            before, count, below = text, 0, False


def rendered_blocks(lines: list[Line], limits: Limits) -> Iterator[Block]:
    """Yield the blocks of such a source; where row ends do not show, each cell is a text.

    Raises `LimitExceededError` where the rectangle around the rows of a table is too large.
    """
    breaks = _told_by(list(_gaps(lines)))
    rows = [] if breaks is None else list(_rows(lines, breaks))
    widest = max((len(row.cells) for row in rows), default=0)
    if widest > _WIDEST or sum(len(row.cells) > 1 for row in rows) < _FEWEST_ROWS:
        yield from _texts([piece for line in lines for piece in line.text.split("\t")])
    else:
        yield from _Tables(limits).read(rows)


def _gaps(lines: list[Line]) -> Iterator[tuple[bool, bool, int]]:
    """Yield for each two non-blank lines whether a tab ends and begins, and the breaks between."""
    before = None
    count = 0
    for line in lines:
        if line.text.strip(" "):
            if before is not None:
                yield before.endswith("\t"), line.text.startswith("\t"), count
            before, count = line.text, 0
        count += 1


def _told_by(gaps: list[tuple[bool, bool, int]]) -> _Breaks | None:
    """Return what line breaks mean in a source, None if they do not tell rows from cells."""
    counts: defaultdict[tuple[bool, bool], Counter[int]] = defaultdict(Counter)
    for tab_behind, tab_ahead, count in gaps:
        counts[tab_behind, tab_ahead][count] += 1
    behind, ahead, between = counts[True, False], counts[False, True], counts[False, False]
    if not ahead[_PARAGRAPHS.paragraph]:
        return _BLOCKS
    if ahead[_BLOCKS.paragraph]:
        return None  # cells hold different things
    most = max((*behind, *ahead, *between))
    if most < _PARAGRAPHS.row and between[_PARAGRAPHS.paragraph]:
        return None  # blank lines were taken out
    ends = sum(number for count, number in between.items() if count >= _BETWEEN_PARAGRAPHS)
    return _PARAGRAPHS if ends >= _FEWEST_ROWS else _SOME_PARAGRAPHS


class _Sign(NamedTuple):
    """A tab, or the text between two, and the line breaks between it and the sign before."""

    number: int
    breaks: int
    text: str | None


def _signs(lines: list[Line]) -> Iterator[_Sign]:
    breaks = 0
    for line in lines:
        for index, piece in enumerate(line.text.split("\t")):
            if index:
                yield _Sign(line.number, breaks, None)
                breaks = 0
            # Many blank cells hold only a no-break space.
            if piece.strip(" "):
                yield _Sign(line.number, breaks, piece.strip())
                breaks = 0
        breaks += 1


def _rows(lines: list[Line], breaks: _Breaks) -> Iterator[_RenderedRow]:
    row = _RenderedRow(0, [[]])
    after_tab = False
    for number, count, text in _signs(lines):
        around_blank = text is None and after_tab and count == _AROUND_BLANK
        if breaks.end_row(count) and not around_blank:
            yield row
            row = _RenderedRow(number, [[]])
        if text is None:
            row.cells.append([])
        elif row.cells[-1] and count < breaks.paragraph and not after_tab:
            row.cells[-1][-1].append(text)
        else:
            row.cells[-1].append([text])
        after_tab = text is None
    yield row


class _Tables:
    """Divides rows into tables and the paragraphs between them, which no row end separates."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._start = 0
        self._rows: list[list[str]] = []
        self._waiting: list[str] = []

    def read(self, rows: list[_RenderedRow]) -> Iterator[Block]:
        """Yield the blocks of the rows, in order."""
        for row, following in zip(rows, [*rows[1:], _RenderedRow(0, [[]])], strict=True):
            cells = [
                [text for lines in cell if (text := "\n".join(lines).strip())]
                for cell in row.cells
            ]
            if len(cells) > 1:
                yield from self._read_row(row.number, cells, len(following.cells) > 1)
            elif self._rows and len(cells[0]) == 1 and self._may_wait(cells[0][0]):
                self._waiting.extend(cells[0])
            else:
                yield from self._end()
                yield from _texts(cells[0])
        yield from self._end()

    def _may_wait(self, text: str) -> bool:
        """Whether a text may be a row of one cell; prose is none, nor is a heading."""
        fits = len(self._waiting) < _MOST_WAITING and len(text) <= _LONGEST_ROW
        return fits and _HEADING.match(text) is None

    def _read_row(
        self, number: int, cells: list[list[str]], row_follows: bool
    ) -> Iterator[Block]:
        # The rows around a row of one cell distinguish it from a paragraph.
        self._rows.extend([text] for text in self._waiting)
        self._waiting = []
        begun: list[str] = []
        for place, paragraphs in enumerate(cells):
            is_first, is_last = place == 0, place == len(cells) - 1
            opens = is_first and not self._rows
            parts = _parts(paragraphs, behind_cell=opens or not is_first)
            if opens or _part_tables(parts, is_first, is_last and not row_follows):
                own, texts, next_own = _parted(parts, is_first, is_last)
                if own is not None:
                    self._rows.append([*begun, own])
                yield from self._end()
                yield from _texts(texts)
                self._start = number
                begun = next_own
            else:
                begun.append("\n".join(parts))
        if begun:
            self._rows.append(begun)

    def _end(self) -> Iterator[Block]:
        if self._rows:
            check_size(self._rows, self._start, self._limits)
            yield TableBlock(Table(self._rows), printed_cells=tuple(map(len, self._rows)))
        yield from _texts(self._waiting)
        self._rows, self._waiting = [], []


def _parts(paragraphs: list[str], *, behind_cell: bool) -> list[str]:
    """Return the paragraphs between two tabs, their lines where a section begins among them.

    The beginning of a row may be numbered like a section.
    """
    lines = [line for paragraph in paragraphs for line in paragraph.split("\n")]
    begins = any(map(_HEADING.match, lines if behind_cell else lines[1:]))
    return lines if begins and len(lines) > 1 else paragraphs


def _part_tables(parts: list[str], is_first: bool, ends_rows: bool) -> bool:
    """Whether a table ends and another begins between the paragraphs that two tabs enclose."""
    if ends_rows:
        return len(parts) > 1
    if len(parts) == _BLANK_AND_HEADING and not is_first:
        return _HEADING.match(parts[0]) is not None
    return len(parts) > _BLANK_AND_HEADING and any(len(part) > _LONGEST_PIECE for part in parts)


def _parted(
    parts: list[str], is_first: bool, is_last: bool
) -> tuple[str | None, list[str], list[str]]:
    """Return the last cell of one table, the texts after it, the first cell of the next if any."""
    own, rest = (None, parts) if is_first else ("", parts)
    # A blank last cell shows nothing; the paragraph after it is not its text.
    if own is not None and parts and (len(parts[0]) <= _SHORTEST_TEXT or _FIGURE.match(parts[0])):
        own, rest = parts[0], parts[1:]
    return (own, rest, []) if is_last else (own, rest[:-1], rest[-1:] or [""])


def _texts(parts: list[str]) -> Iterator[TextBlock]:
    lines = chain.from_iterable(part.split("\n") for part in parts)
    for line in lines:
        if line.strip():
            yield from text_blocks(line)
