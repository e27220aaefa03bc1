"""Finds statutory tables in grids: where each begins and ends, and which it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from govreport.blocks import TableBlock
from govreport.model import statute
from govreport.model.diagnostics import Diagnostic
from govreport.model.grid import MOST_ROWS_SPANNED
from govreport.model.statute import TableKind
from govreport.model.statutory import MOST_CELLS, StatutoryTable
from govreport.model.values import read_value
from govreport.recognise.building import build
from govreport.recognise.labels.folding import skeleton
from govreport.recognise.labels.vocabulary import kind_vocabulary
from govreport.recognise.notes import Notes
from govreport.recognise.pieces import Shown, texts_of, words_of
from govreport.recognise.placing.naming import is_neutral, statute_cells
from govreport.recognise.placing.split_labels import with_labels_whole
from govreport.recognise.repair.marks_of_notes import (
    lines_without_marks,
    marks_of_notes,
    may_hold_marks,
)
from govreport.recognise.repeated_spans import with_spans
from govreport.recognise.rows import Line, is_value, join_split_labels, lines_of, unfold
from govreport.recognise.sections.headings import heading_line

_LONGEST_HEAD = 20
"""Characters of a header that is not a label of the statute's."""
_EVIDENCE_NEEDED = 3
"""The fewest different labels by which a grid is a statutory table."""


class RecognisedTable(NamedTuple):
    """A statutory table as found, the texts printed above and below it, and its diagnostics."""

    table: StatutoryTable
    leading: tuple[str, ...]
    trailing: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    every_row_full: bool
    """Whether every row had exactly one cell, blank or not, for each column."""


@dataclass(slots=True, eq=False, repr=False)
class _Segment:
    kind: TableKind
    lines: list[Line] = field(default_factory=list)
    leading: tuple[str, ...] = ()
    trailing: tuple[str, ...] = ()
    evidence: set[str] = field(default_factory=set)

    @property
    def is_weak(self) -> bool:
        return len(self.evidence) < _EVIDENCE_NEEDED


def recognise_tables(
    blocks: Sequence[TableBlock], edition: int | None = None
) -> list[RecognisedTable]:
    """Return the statutory tables in grids, in order; none if they are other tables.

    Several grids are the parts into which a page cut one table. `edition` is that of the
    report's other tables, for a table that does not show its own.
    """
    blocks = [with_spans(block) for block in blocks]
    shown = Shown(
        blanks=all(block.blanks_shown for block in blocks),
        spans=all(block.spans_shown for block in blocks),
    )
    found: list[RecognisedTable] = []
    lines = [line for block in blocks for line in lines_of(block)]
    if len(lines) > MOST_ROWS_SPANNED or max(map(len, lines), default=0) > MOST_CELLS:
        return found  # larger than any form
    words = list(map(words_of, lines))
    has_marks = may_hold_marks(chain.from_iterable(words))
    marks = marks_of_notes(map(texts_of, lines)) if has_marks else frozenset()
    for segment in _segments(lines, words):
        known = kind_vocabulary(segment.kind)
        notes = Notes(segment.kind)
        lines = lines_without_marks(segment.lines, marks, notes)
        lines = join_split_labels(unfold(lines, known, ("row",)), known)
        lines = with_labels_whole(lines, statute_cells(segment.kind))
        built = build(segment.kind, lines, shown, edition, notes)
        found.append(
            RecognisedTable(
                built,
                segment.leading,
                segment.trailing,
                notes.diagnostics,
                notes.every_row_full,
            )
        )
    return found


def reviews_below_torn_header(
    blocks: Sequence[TableBlock], above: Sequence[str]
) -> list[RecognisedTable]:
    """Return table 4 if its section holds only the numbers, below a header in fragments.

    All its numbers are in one row, or a cell a line, with only lines of one text above them,
    and every total is the sum of its parts. `above` are the lines between the section's
    heading and the blocks.
    """
    heads, below = _heads_and_figures(blocks)
    if not _are_all_reviews(below) or max(map(len, heads), default=0) > 1:
        return []
    leading = tuple(line[0].text for line in heads)
    if _shows_part_of_outcome((*above, *leading)):
        return []  # the fragments of the columns' labels may be in another order
    notes = Notes("reviews")
    figures = [piece for line in below for piece in line]
    row = [piece._replace(column=at, line=below[0][0].line) for at, piece in enumerate(figures)]
    built = build("reviews", [row], Shown(blanks=True, spans=True), None, notes)
    if all(not any(given.cells) for _, given in built.known_rows()):
        return []
    return [RecognisedTable(built, leading, (), notes.diagnostics, every_row_full=True)]


def _heads_and_figures(blocks: Sequence[TableBlock]) -> tuple[list[Line], list[Line]]:
    """Return the lines above the first line of only figures, and those from it on."""
    lines = [line for block in blocks for line in lines_of(block) if any(p.text for p in line)]
    first = next((at for at, line in enumerate(lines) if _is_figures(line)), len(lines))
    return lines[:first], lines[first:]


def _are_all_reviews(lines: list[Line]) -> bool:
    """Whether lines are the numbers of table 4, in one row or a cell a line, and no others."""
    figures = [piece for line in lines for piece in line]
    count = sum(len(row.columns) for row in statute.layout("reviews", None).rows)
    in_one_row = len(lines) == 1 or all(len(line) == 1 for line in lines)
    return len(figures) == count and in_one_row and _is_figures(figures)


def _shows_part_of_outcome(texts: Sequence[str]) -> bool:
    """Whether two characters of an outcome's label in table 4 stand together in texts."""
    words = skeleton("".join(text for text in texts if "。" not in text))
    rows = statute.layout("reviews", None).rows
    outcomes = {skeleton(column.label) for row in rows for column in row.columns}
    return any(first + second in words for each in outcomes for first, second in pairwise(each))


def _is_figures(line: Line) -> bool:
    return all(read_value(piece.text).value is not None for piece in line)


def part_of_table(
    block: TableBlock, current: TableKind | None = None
) -> tuple[TableKind | None, set[str]]:
    """Return the statutory table that a grid may be a part of, and the rows it names.

    `current` is the table whose parts stand before, else the one that the grid names first; labels
    of several tables belong to it. A label that may as well head a column, such as 总计, names no row.
    """
    kinds: set[TableKind] = set()
    rows: set[str] = set()
    for row in block.table.rows:
        words = [cell.text for cell in row if not cell.text.isascii()]
        named = _named_by(tuple(words), current) if words else _NOTHING_NAMED
        if named.kind:
            current = current or named.kind
            kinds.add(named.kind)
            rows |= named.rows
    return (kinds.pop(), rows) if len(kinds) == 1 else (None, set())


def _segments(lines: list[Line], words: list[list[str]]) -> list[_Segment]:
    """Split the lines, each with its words, where one statutory table ends and the next begins.

    A row that is a section's heading ends a table, too: the page has the report in one grid.
    """
    division = _Division()
    for line, own in zip(lines, words, strict=True):
        division.take(line, tuple(own))
    return _without_weak(division.segments, division.leading)


class _Division:
    """The tables into which the lines taken so far divide, and the texts below the last one."""

    def __init__(self) -> None:
        self.segments: list[_Segment] = []
        self.leading: list[str] = []
        self._heads: list[Line] = []
        self._ended = True

    def take(self, line: Line, words: tuple[str, ...]) -> None:
        named = self._named(words)
        self._ended = self._ended or (not named.kind and _is_heading(_texts_of([line])))
        if named.kind and (self._ended or self.segments[-1].kind != named.kind):
            self._begin(named.kind)
        if self._ended:
            texts = _texts_of([line])
            self.leading.extend(texts)
            self._heads = [*self._heads, line] if _may_head(texts) else []
        else:
            self.segments[-1].lines.append(line)
            self.segments[-1].evidence |= named.labels

    def _named(self, words: tuple[str, ...]) -> "_Named":
        if not words:
            return _NOTHING_NAMED
        return _named_by(words, None if self._ended else self.segments[-1].kind)

    def _begin(self, kind: TableKind) -> None:
        """Begin a table with the lines above that may be its head, which are no texts then."""
        above = self.leading[: len(self.leading) - len(_texts_of(self._heads))]
        self.segments.append(_Segment(kind, self._heads, tuple(above)))
        self.leading, self._heads, self._ended = [], [], False


def _is_heading(texts: Sequence[str]) -> bool:
    return len(texts) == 1 and heads_section(texts[0])


def _texts_of(lines: Sequence[Line]) -> list[str]:
    return [piece.text for line in lines for piece in line if piece.text]


def _may_head(texts: Sequence[str]) -> bool:
    """Whether a line of only words may be the head of the table that begins below it."""
    if len(texts) < 2 or any(map(is_value, texts)):
        return False
    return all(len(text) <= _LONGEST_HEAD for text in texts) and any(map(is_neutral, texts))


def _without_weak(segments: list[_Segment], trailing: list[str]) -> list[_Segment]:
    """Add the lines of a segment with too few labels to the segment before it.

    Texts are above the next table, those after the last one below it.
    """
    kept: list[_Segment] = []
    leading: list[str] = []
    for segment in segments:
        leading.extend(segment.leading)
        if segment.is_weak and (leading or not kept):
            leading.extend(_texts_of(segment.lines))
        elif kept and not leading and (segment.is_weak or segment.kind == kept[-1].kind):
            kept[-1].lines.extend(segment.lines)
        else:
            segment.leading, leading = tuple(leading), []
            kept.append(segment)
    if kept:
        kept[-1].trailing = (*leading, *trailing)
    return kept


def heads_section(text: str) -> bool:
    """Whether a text of its own is the numbered heading of a statutory section."""
    line = heading_line(text)
    return line is not None and line.kind is not None and line.style in ("chinese", "part")


class _Named(NamedTuple):
    """The table that a line's labels indicate, their skeletons, and the rows they name."""

    kind: TableKind | None
    labels: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()


_NOTHING_NAMED = _Named(None)


# The lines of the statutory form are the same in report after report.
@lru_cache(maxsize=4096)
def _named_by(texts: tuple[str, ...], current: TableKind | None) -> _Named:
    """Return what the texts of a line name, the current table if its labels are among them."""
    votes: dict[TableKind, set[str]] = {}
    for text in texts:
        for kind in kinds_naming(text):
            votes.setdefault(kind, set()).add(skeleton(text))
    if not votes:
        return _NOTHING_NAMED
    best = max(votes, key=lambda kind: (len(votes[kind]), kind == current))
    rows = (_rows_named(text, best) for text in texts)
    return _Named(best, frozenset(votes[best]), frozenset().union(*rows))


def _rows_named(text: str, kind: TableKind) -> frozenset[str]:
    """Return the rows of a table that a text names and whose names no column has."""
    labels = kind_vocabulary(kind).exact(text)
    if any(label.role == "column" for label in labels):
        return frozenset()
    # The names of table 4's rows are above their columns.
    roles = ("header",) if kind == "reviews" else ("row", "item")
    return frozenset(label.key for label in labels if label.role in roles)


def kinds_naming(text: str) -> tuple[TableKind, ...]:
    """Return the statutory tables of which a text is a label."""
    return tuple(kind for kind in statute.TABLE_KINDS if kind_vocabulary(kind).exact(text))
