"""Tables whose cells begin exactly below each other, so that places show which cells are blank.

A column is where cells of several lines begin after gaps of different widths, which cells that
only follow each other at a fixed distance never do. Cells are parted by two blanks or more. Where
one line of a table does not keep to the columns, none of its lines shows any, and all stay as they
are; so do rows without a header, whose blank columns nobody sees.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from operator import and_

from govreport.blocks import TableBlock
from govreport.limits import Limits
from govreport.model.grid import Table
from govreport.text_formats.emphasis import plain_cells
from govreport.text_formats.lines import Line, check_size
from govreport.text_formats.tables.aligned.fragments import (
    Fragment,
    Measure,
    cells_of,
    display_width,
    is_figure,
)
from govreport.text_formats.tables.aligned.rows import level_of

_GAP = 2
"""Places that part two columns at least."""
_MOST_COLUMNS = 60
_MOST_BETWEEN = 6
"""Lines that may stand between two rows of one table without being rows."""
_MOST_BELOW = 3
"""Labels without figures that may end a table."""
_LEAST_HEADED = 0.5
"""Share of the columns with figures that have a header."""
_SIGNS = ("\t", "|")
"""Other signs that part cells."""

_Cells = list[Fragment]


class _Columns:
    """Where columns begin, how far their cells reach, and where the texts before them end."""

    def __init__(self) -> None:
        self._reaches: dict[int, int] = {}
        self._before: dict[int, list[int]] = {}

    @property
    def starts(self) -> list[int]:
        """Where the columns begin, left to right."""
        return sorted(self._reaches)

    def take(self, cells: _Cells) -> bool:
        """Take the cells of a line; return whether they keep to the columns, else take none."""
        reaches = dict(self._reaches)
        for each in cells:
            reaches[each.start] = max(reaches.get(each.start, 0), each.end)
        apart = all(reaches[left] + _GAP <= right for left, right in pairwise(sorted(reaches)))
        if not apart or len(reaches) > _MOST_COLUMNS:
            return False
        self._reaches = reaches
        for end, each in zip([0, *(each.end for each in cells)], cells, strict=False):
            self._before.setdefault(each.start, []).append(end)
        return True

    def holds(self, cells: _Cells) -> bool:
        """Whether cells of a line set apart from the others begin where columns do."""
        starts = {each.start for each in cells if each.start}
        return not starts.isdisjoint(self._reaches)

    def are_aligned(self) -> bool:
        """Whether cells begin at one place wherever the texts before them end.

        A column before which all texts are of one width shows that only by a gap that is wider
        than those of the others.
        """
        before = {start: ends for start, ends in self._before.items() if start}
        narrowest = min(start - max(ends) for start, ends in before.items())
        proven = [len(set(ends)) > 1 for ends in before.values()]
        return any(proven) and all(
            is_proven or len(ends) == 1 or start - ends[0] > narrowest
            for is_proven, (start, ends) in zip(proven, before.items(), strict=True)
        )


@dataclass(slots=True)
class _AlignedRun:
    """Lines that keep to the same columns: the lines with cells, and where they end."""

    start: int
    end: int
    columns: _Columns = field(default_factory=_Columns)
    rows: dict[int, _Cells] = field(default_factory=dict)
    whole: bool = True
    """Whether no line next to the others breaks the columns."""
    has_figures: bool = False
    """Whether any of its lines holds figures."""
    has_sections: bool = False
    """Whether a label of its rows is numbered as sections are."""

    def take(self, at: int, cells: _Cells) -> bool:
        """Take the cells of a line if they keep to the columns; return whether they do."""
        if not self.columns.take(cells):
            return False
        self.rows[at] = cells
        self.start = min(self.start, at)
        self.end = max(self.end, at + 1)
        self.has_figures = self.has_figures or _has_figures(cells)
        is_row = len(cells) > 1
        self.has_sections = self.has_sections or (is_row and level_of(cells[0].text) == 0)
        return True

    def overlaps(self, other: "_AlignedRun") -> bool:
        """Whether some lines are of both."""
        return self.start < other.end and other.start < self.end

    def is_read_otherwise_by(self, other: "_AlignedRun") -> bool:
        """Whether another run gives the lines as many columns, but other cells."""
        if not self.overlaps(other) or len(self.columns.starts) != len(other.columns.starts):
            return False
        return self.grid() != other.grid()

    def grid(self) -> list[list[str]]:
        """Return the texts of its lines, each in its column."""
        return [self._row(self.rows[at]) for at in sorted(self.rows)]

    def begins_with_figures(self) -> bool:
        """Whether it has no header; a run whose first line keeps to no columns has no lines."""
        first = self.rows.get(self.start)
        return first is not None and _has_figures(first)

    def headed_share(self) -> float:
        """Return the share of the columns with figures that hold other texts, too."""
        cells = [each for cells in self.rows.values() for each in cells if each.start]
        figures = {each.start for each in cells if is_figure(each.text)}
        texts = {each.start for each in cells if not is_figure(each.text)}
        return len(figures & texts) / len(figures)

    def is_table(self) -> bool:
        """Whether the lines are a header and rows of figures below it, in columns."""
        if not self.whole or not self.has_figures or self.begins_with_figures():
            return False
        return self.columns.are_aligned() and self.headed_share() >= _LEAST_HEADED

    def is_doubtful(self) -> bool:
        """Whether its lines may be those of a table that show no columns."""
        return not self.whole or (self.has_figures and not self.is_table())

    def blocks(self, lines: list[Line], limits: Limits) -> Iterator[list[Line] | TableBlock]:
        """Yield its tables, and the lines between them."""
        rows: list[int] = []
        between: list[Line] = []
        for at in range(self.start, self.end):
            if at in self.rows:
                if between:
                    yield between
                    between = []
                rows.append(at)
                continue
            if rows and not self._goes_on(lines, rows, at):
                yield self._block(rows, lines, limits)
                rows = []
            if not rows:
                between.append(lines[at])
        yield self._block(rows, lines, limits)

    def _block(self, rows: list[int], lines: list[Line], limits: Limits) -> TableBlock:
        grid = [self._row(self.rows[at]) for at in rows]
        check_size(grid, lines[rows[0]].number, limits)
        return TableBlock(Table(plain_cells(grid)), spans_shown=False)

    def _row(self, cells: _Cells) -> list[str]:
        texts = {each.start: each.text for each in cells}
        return [texts.get(start, "") for start in self.columns.starts]

    def _goes_on(self, lines: list[Line], rows: list[int], at: int) -> bool:
        """Whether blank lines from a line on part two rows of a table and not two tables."""
        while not lines[at].text.strip():
            at += 1
        is_header = not any(_has_figures(self.rows[each]) for each in rows)
        return at in self.rows and (is_header or _has_figures(self.rows[at]))


def parted_at_exact_columns(
    lines: list[Line], limits: Limits
) -> Iterator[list[Line] | TableBlock]:
    """Yield the lines in runs, each table among them whose cells begin below each other.

    Raises `LimitExceededError` where a table is too large.
    """
    start = 0
    for run in _tables(lines):
        if run.start > start:
            yield lines[start : run.start]
        yield from run.blocks(lines, limits)
        start = run.end
    if start < len(lines) or not lines:
        yield lines[start:]


def _tables(lines: list[Line]) -> list[_AlignedRun]:
    """Return the tables among lines, by the measure by which they are in the fewest columns.

    By another, what stands in one column does not begin at one place. Where both measures give as
    many columns but other cells, nothing tells which of them is right, and there is no table.
    """
    found: list[_AlignedRun] = []
    candidates = [
        run
        for measure in (display_width, len)
        for run in _apart_from_others(lines, list(_runs(lines, measure)))
    ]
    for run in sorted(candidates, key=lambda run: len(run.columns.starts)):
        if not any(map(run.overlaps, found)):
            found.append(run)
    told = (run for run in found if not any(map(run.is_read_otherwise_by, candidates)))
    return sorted(told, key=lambda run: run.start)


def _apart_from_others(lines: list[Line], runs: list[_AlignedRun]) -> Iterator[_AlignedRun]:
    """Yield the runs that are tables, but none beside rows that may belong to it and show no columns."""
    near = [
        after.start - run.end <= _MOST_BETWEEN
        and (after.begins_with_figures() or _is_text(lines[run.end : after.start]))
        for run, after in pairwise(runs)
    ]
    doubtful = [run.is_doubtful() for run in runs]
    above = [False, *map(and_, near, doubtful)]
    below = [*map(and_, near, doubtful[1:]), False]
    for run, *beside in zip(runs, above, below, strict=False):
        if run.is_table() and not any(beside):
            yield run


def _is_text(lines: list[Line]) -> bool:
    """Whether none of the lines is blank."""
    return all(line.text.strip() for line in lines)


def _runs(lines: list[Line], measure: Measure) -> Iterator[_AlignedRun]:
    """Yield the runs of lines that keep to the same columns, or break them."""
    at = 0
    while at < len(lines):
        cells = _cells(lines, at, measure)
        if len(cells) < 2:
            at += 1
            continue
        run = _run_from(lines, at, measure)
        yield run
        at = run.end


def _cells(lines: list[Line], at: int, measure: Measure) -> _Cells:
    text = lines[at].text
    return [] if any(sign in text for sign in _SIGNS) else cells_of(text, at, measure)


def _run_from(lines: list[Line], start: int, measure: Measure) -> _AlignedRun:
    """Return the run that a line begins."""
    run = _AlignedRun(start, start)
    at = start
    while at < len(lines) and at - run.end <= _MOST_BETWEEN:
        cells = _cells(lines, at, measure)
        if len(cells) > 1 or run.columns.holds(cells):
            gap = range(run.end, at)
            if not _goes_on(run, lines, gap, cells):
                break
            if not run.take(at, cells):
                run.whole = bool(gap)
                run.end = run.end if gap else _end_of_rows(lines, at, measure)
                break
            _take_between(run, lines, gap, measure)
        at += 1
    if run.rows:
        _take_above(run, lines, start, measure)
        _take_labels(run, lines, range(run.end, _end_of_labels(run, lines, run.end)), measure)
    return run


def _end_of_rows(lines: list[Line], at: int, measure: Measure) -> int:
    while at < len(lines) and len(_cells(lines, at, measure)) > 1:
        at += 1
    return at


def _goes_on(run: _AlignedRun, lines: list[Line], gap: range, cells: _Cells) -> bool:
    """Whether cells of a line behind a gap may be of the run: of its columns, or of its header.

    A header goes on behind blank lines as long as no line of it holds figures.
    """
    if not gap or run.columns.holds(cells):
        return True
    return not run.has_figures and not any(lines[at].text.strip() for at in gap)


def _take_between(run: _AlignedRun, lines: list[Line], between: range, measure: Measure) -> None:
    """Take the labels that stand alone between two rows as rows: all, or those next to a row."""
    if _is_text(lines[between.start : between.stop]):
        _take_labels(run, lines, between, measure)
        return
    below = _end_of_labels(run, lines, between.start)
    _take_labels(run, lines, range(between.start, below), measure)
    if between.stop > below:
        _take_above(run, lines, between.stop, measure)


def _take_above(run: _AlignedRun, lines: list[Line], end: int, measure: Measure) -> None:
    """Take the label above a row."""
    if end and level_of(lines[end - 1].text) != 0:
        _take_labels(run, lines, range(end - 1, end), measure)


def _take_labels(run: _AlignedRun, lines: list[Line], at: range, measure: Measure) -> None:
    """Take lines as rows if a text stands alone at the beginning of each."""
    labels = {each: _cells(lines, each, measure) for each in at}
    if all(len(cells) == 1 and not cells[0].start for cells in labels.values()):
        for each, cells in labels.items():
            run.take(each, cells)


def _end_of_labels(run: _AlignedRun, lines: list[Line], start: int) -> int:
    """Return where the labels end that stand below a row, before a blank line or the end.

    What is numbered as a section is one only where rows are, too.
    """
    end = start
    while end - start <= _MOST_BELOW and end < len(lines) and _is_label(lines[end].text):
        end += 1
    sections = any(level_of(lines[at].text) == 0 for at in range(start, end))
    return start if end - start > _MOST_BELOW or (sections and not run.has_sections) else end


def _is_label(line: str) -> bool:
    return bool(line.strip()) and not is_figure(line.strip())


def _has_figures(cells: _Cells) -> bool:
    return any(each.start and is_figure(each.text) for each in cells)
