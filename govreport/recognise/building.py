"""Tables 2 and 3 built of what a collector found: every row of the layout, nothing guessed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from govreport.model import statute
from govreport.model.statute import Layout, TableKind
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable
from govreport.model.values import read_value
from govreport.recognise.applications import ApplicationsCollector
from govreport.recognise.columns import (
    Columns,
    Piece,
    Placement,
    Shown,
    ranges_in_place,
    sums_to_last,
)
from govreport.recognise.continuations import drop_continuations
from govreport.recognise.cut_rows import rejoin_cut_rows
from govreport.recognise.editions import (
    edition_of_applications,
    edition_of_proactive_disclosure,
    edition_of_rows,
)
from govreport.recognise.labels.vocabulary import vocabulary
from govreport.recognise.notes import Notes
from govreport.recognise.placing.claims import build_placed
from govreport.recognise.proactive import ProactiveCollector
from govreport.recognise.reviews import ReviewsBuilder
from govreport.recognise.row_evidence import (
    is_out_of_order,
    leading_blanks,
    rows_are_full,
    totals_are_kept,
)
from govreport.recognise.rows import Collected, CollectedRow, Line
from govreport.recognise.shapes import misshapen_rows

_UNIT = re.compile(r"[（(](?:单位)?[:：]?\s*(亿元|百万元|万元|千元|元|件|条|项|次|个|宗|份)[)）]")

_SPANS_ROWS = "a number stands in a cell that spans several rows"

DEFAULT_EDITION = 2021
"""The edition taken where no label tells it: the one in force."""


def build(
    kind: TableKind, lines: list[Line], shown: Shown, edition: int | None, notes: Notes
) -> StatutoryTable:
    """Return the statutory table that the lines hold.

    `edition` is that of the report's other tables, for lines that do not tell their own.
    """
    if kind == "reviews":
        if has_places(lines, shown):
            return build_placed(kind, lines, shown, statute.layout(kind, None), True, notes)
        reviews = ReviewsBuilder(lines, shown, notes)
        return StatutoryTable(kind, None, tuple(reviews.rows), tuple(reviews.extra_columns))
    if kind == "proactive_disclosure":
        told = edition_of_proactive_disclosure(lines) or edition_of_rows(lines)
    else:
        told = edition_of_applications(lines)
    layout = statute.layout(kind, told or edition or DEFAULT_EDITION)
    if has_places(lines, shown):
        return build_placed(kind, lines, shown, layout, told is not None, notes)
    known = vocabulary(kind, layout.edition)
    collector = ProactiveCollector if kind == "proactive_disclosure" else ApplicationsCollector
    collected = collector(layout, known, notes).collect(lines)
    rejoin_cut_rows(layout, collected.rows)
    if kind == "applications":
        drop_continuations(layout, collected.rows)
    # The columns of table 2 differ between the editions; those of table 3 do not.
    columns_told = told is not None or kind == "applications"
    return _Builder(layout, collected, shown, columns_told, notes).build()


def has_places(lines: list[Line], shown: Shown) -> bool:
    """Whether the lines are rows of a grid whose cells have kept their places."""
    return shown.blanks and sum(len(line) > 1 for line in lines) * 2 > len(lines)


class _Builder:
    """Makes table 2 or 3 of what the lines of one segment hold."""

    def __init__(
        self,
        layout: Layout,
        collected: Collected,
        shown: Shown,
        columns_told: bool,
        notes: Notes,
    ) -> None:
        self._layout = layout
        self._collected = collected
        self._shown = shown
        self._columns_told = columns_told
        self._notes = notes
        self._units: dict[str, str] = {}
        self._extra: dict[str | None, list[ExtraColumn]] = {}
        self._absent: dict[str | None, list[int]] = {}
        self._placements: dict[int, Placement] = {}
        self._misshapen = misshapen_rows(layout, collected.rows)
        self._is_out_of_order = is_out_of_order(collected)

    def build(self) -> StatutoryTable:
        columns = self._columns()
        self._notes.every_row_full = all(
            len(row.pieces) == columns[row.group].count for row in self._collected.rows if row.key
        )
        rows = self._rows(columns)
        return StatutoryTable(
            self._layout.kind,
            self._layout.edition,
            tuple(rows),
            tuple(column for group in self._extra.values() for column in group),
            tuple(self._units.items()),
        )

    def _rows(self, columns: dict[str | None, Columns]) -> list[StatutoryRow]:
        """Return every row of the layout in order, and between them what the office added."""
        order = {row.key: index for index, row in enumerate(self._layout.rows)}
        placed: dict[str, tuple[str, ...]] = {}
        added: dict[int, list[StatutoryRow]] = {}
        last = -1
        for row in self._collected.rows:
            if row.key is None:
                ranges = columns[row.group].ranges if row.group in columns else None
                start = min(ranges)[0] if ranges else 0
                added.setdefault(last, []).extend(self._unknown_row(row, start))
            elif row.key in placed:
                quoted = " | ".join((row.printed, *(piece.text for piece in row.pieces)))
                self._notes.add("repeated-row", "", quoted, row=row.key)
            else:
                last = max(last, order[row.key])
                placed[row.key] = self._place(row, columns[row.group])
        rows = added.get(-1, [])
        for index, known in enumerate(self._layout.rows):
            cells = placed.get(known.key)
            if cells is None:
                self._notes.add("missing-row", "", "", row=known.key)
                cells = self._blank(known.group, columns[known.group])
            rows.append(StatutoryRow(known.key, "", cells))
            rows.extend(added.get(index, []))
        return rows

    def _unknown_row(self, row: CollectedRow, start: int) -> list[StatutoryRow]:
        """Keep a row that the statute does not know; its numbers begin at column `start`."""
        texts = tuple(piece.text for piece in row.pieces if piece.text or piece.column >= start)
        if not row.printed and not any(texts):
            return []
        quoted = " | ".join(filter(None, (row.printed, *texts)))
        self._notes.add("unknown-row", f"line {row.line + 1}", quoted)
        return [StatutoryRow(None, row.printed, texts)]

    def _place(self, row: CollectedRow, columns: Columns) -> tuple[str, ...]:
        if not self._columns_told or row.is_cut:
            return self._open(row, columns)
        if not columns.ranges and (self._repeats_header(row.group) or self._is_out_of_order):
            return self._open(row, columns)
        pieces = self._without_merged_rows(row)
        placement = self._placements.get(id(row)) if pieces == row.pieces else None
        if placement is None:
            placement = self._placement(row, columns, pieces)
        self._notes.placement("", placement, row.key)
        texts = list(placement.texts)
        for index in self._absent.get(row.group, ()):
            texts.insert(index, "")
        return tuple(texts)

    def _placement(
        self, row: CollectedRow, columns: Columns, pieces: Sequence[Piece]
    ) -> Placement:
        in_place = self._label_in_place(row, columns)
        return columns.place(pieces, in_place, id(row) in self._misshapen)

    def _repeats_header(self, group: str | None) -> bool:
        """Whether a group of table 2 prints a header once more for each position it spans.

        Where columns do not stand in place, one number then fills several of a row's cells.
        """
        keys = [key for key, _ in self._collected.headers.get(group, [])]
        return self._layout.kind == "proactive_disclosure" and len(set(keys)) < len(keys)

    def _without_merged_rows(self, row: CollectedRow) -> list[Piece]:
        """Open the numbers of cells that span several rows, for they are no single row's."""
        pieces = []
        for piece in row.pieces:
            if piece.rows > 1 and piece.text and read_value(piece.text).value != 0:
                self._notes.add("ambiguous-columns", "", piece.text, _SPANS_ROWS, row=row.key)
                piece = piece._replace(text="")
            pieces.append(piece)
        return pieces

    def _label_in_place(self, row: CollectedRow, columns: Columns) -> bool:
        """Whether a row's label stands in the column that the form gives it.

        Where spans are printed as blanks nothing else shows that a row is shifted.
        """
        if not columns.ranges or self._shown.spans:
            return True
        first = min(columns.ranges)[0]
        if self._layout.kind == "applications" and first == statute.LABEL_COLUMNS:
            return row.label_column == len(self._layout.row(row.key or "").labels) - 1
        header = dict(reversed(self._collected.headers.get(row.group, [])))
        above = header.get("row_labels")
        return row.label_column < first and (above is None or above.column == row.label_column)

    def _open(self, row: CollectedRow, columns: Columns) -> tuple[str, ...]:
        """Place nothing, for no header says which edition's columns these are."""
        texts = [piece.text for piece in row.pieces if piece.text]
        if texts:
            self._notes.add("ambiguous-columns", "", " | ".join(texts), row=row.key)
        return self._blank(row.group, columns)

    def _blank(self, group: str | None, columns: Columns) -> tuple[str, ...]:
        """Return a row of a group with nothing in it, the columns that it lacks included."""
        return ("",) * (columns.count + len(self._absent.get(group, ())))

    def _columns(self) -> dict[str | None, Columns]:
        columns: dict[str | None, Columns] = {}
        for row in self._layout.rows:
            if row.group not in columns:
                keys = [column.key for column in row.columns]
                columns[row.group] = self._not_refuted(self._columns_of(row.group, keys))
        for group, strangers in self._collected.strangers.items():
            if group not in columns:
                for piece in strangers:
                    self._notes.add("unplaced-text", "the header", piece.text)
        return columns

    def _not_refuted(self, columns: Columns) -> Columns:
        """Return columns without the places of a header that the rows' own totals refute.

        A header that lost or doubled a cell stands over the wrong numbers. Then most rows, placed
        by it, contradict their totals; read in order without it they agree.
        """
        if columns.accepts is None or columns.ranges is None:
            return columns
        self._placements = self._placed(columns)
        if _agreement(columns, self._placements) < 0:
            in_order = replace(columns, ranges=None)
            placed = self._placed(in_order)
            if _agreement(in_order, placed) > 0:
                self._placements = placed
                return in_order
        return columns

    def _placed(self, columns: Columns) -> dict[int, Placement]:
        """Return where the numbers of each row stand in the columns, by the row's identity."""
        return {
            id(row): self._placement(row, columns, row.pieces)
            for row in self._collected.rows
            if row.key
        }

    def _columns_of(self, group: str | None, keys: list[str]) -> Columns:
        header = dict(reversed(self._collected.headers.get(group, [])))
        for key, piece in header.items():
            if match := _UNIT.search(piece.text):
                self._units[key] = match[1]
        strangers = self._collected.strangers.get(group, [])
        starts: list[Piece | None] = [header.get(key) for key in keys]
        if _runs_backwards(starts):
            self._columns_told = False
        if self._layout.kind == "proactive_disclosure":
            strangers = self._fill_gaps(starts, strangers)
        pieces = [row.pieces for row in self._collected.rows if row.key and row.group == group]
        if not strangers:
            starts = self._without_absent(group, starts, pieces)
        in_place = ranges_in_place(starts)
        ranges = in_place if self._shown.blanks else None
        extra = self._extra_columns(group, strangers, starts[-1])
        if ranges:
            ranges = (*ranges, *((piece.column, piece.column + piece.span) for piece in extra))
        # A header whose cells all are there but not in place is printed without its spanned
        # positions; then so are the rows, and what is too much of them stands behind.
        collapsed = all(starts) and in_place is None
        foreign = tuple(
            (piece.column, piece.column + piece.span)
            for piece in strangers
            if ranges and piece not in extra and piece.column < min(ranges)[0]
        )
        count = len(starts) + len(extra)
        lead = leading_blanks(pieces, count)
        # Without all its columns a row of table 3 has no identity to be told by.
        has_total = self._layout.kind == "applications" and group not in self._absent
        return Columns(
            count,
            ranges,
            self._shown.blanks or self._rows_are_full(),
            lead if lead is not None or not collapsed else False,
            sums_to_last(len(starts)) if has_total else None,
            total_last=has_total and not extra,
            totals_kept=cache(lambda: has_total and totals_are_kept(pieces)),
            spans_shown=self._shown.spans,
            rows_fall_short=any(1 < len(row) < count for row in pieces),
            foreign=foreign,
        )

    def _rows_are_full(self) -> bool:
        widths = {row.key: len(row.columns) for row in self._layout.rows}
        rows = [row for row in self._collected.rows if row.key]
        return rows_are_full([(len(row.pieces), widths[row.key or ""]) for row in rows])

    def _fill_gaps(self, starts: list[Piece | None], strangers: list[Piece]) -> list[Piece]:
        """Take header cells cut short for the columns missing between their neighbours.

        Returns the strangers that are none such; fills `starts` in place.
        """
        gaps = [index for index, piece in enumerate(starts) if piece is None]
        if not gaps or len(gaps) != len(strangers):
            return strangers
        filled = list(starts)
        for index, piece in zip(gaps, strangers, strict=True):
            filled[index] = piece
        if ranges_in_place(filled) is None:
            return strangers
        starts[:] = filled
        for piece in strangers:
            self._notes.add("deviating-label", "", piece.text, "read by its place in the header")
        return []

    def _without_absent(
        self, group: str | None, starts: list[Piece | None], rows: Sequence[Sequence[Piece]]
    ) -> list[Piece | None]:
        """Leave out the columns that neither the header nor the rows below it have."""
        present = [piece for piece in starts if piece]
        cells = max(map(len, rows), default=0)
        if not (cells and 0 < len(present) < len(starts)):
            return starts
        end = max(piece.column + piece.span for piece in present)
        if any(piece.column + piece.span > end for row in rows for piece in row):
            return starts
        # The header of an item of table 2 has too few cells to show that it lost one.
        by_place = self._layout.kind == "applications" and _stand_under(present, rows)
        if cells > len(present) and not by_place:
            return starts
        self._absent[group] = [index for index, piece in enumerate(starts) if piece is None]
        return list(present)

    def _extra_columns(
        self,
        group: str | None,
        strangers: list[Piece],
        last: Piece | None,
    ) -> list[Piece]:
        """Return the header cells of columns the statute does not know, right of those it does."""
        kept = []
        for piece in strangers:
            beside = last and piece.line <= last.line < piece.line + piece.rows
            if last and beside and piece.column >= last.column + last.span:
                kept.append(piece)
                self._extra.setdefault(group, []).append(ExtraColumn(piece.text, group))
                self._notes.add("unknown-column", "", piece.text)
            else:
                self._notes.add("unplaced-text", "the header", piece.text)
        return kept


def _stand_under(header: Sequence[Piece], rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether each text of the rows stands under just one cell of a header that stands in place.

    Blank cells beside it go on with a label that spans columns.
    """
    ranges = ranges_in_place(header)
    columns = {
        at: piece for piece in header for at in range(piece.column, piece.column + piece.span)
    }
    texts = [piece for row in rows for piece in row if piece.text]
    return ranges is not None and all(
        columns.get(piece.column) is not None
        and columns.get(piece.column) is columns.get(piece.column + piece.span - 1)
        for piece in texts
    )


def _agreement(columns: Columns, placements: dict[int, Placement]) -> int:
    """Return how many more rows agree with their totals than contradict them."""
    agreement = 0
    for placement in placements.values():
        if columns.accepts and any(read_value(text).value for text in placement.texts):
            agreement += 1 if columns.accepts(placement.texts) else -1
    return agreement


def _runs_backwards(starts: Sequence[Piece | None]) -> bool:
    """Whether header cells of one line stand in another order than the statute's.

    Unless they stand side by side, what then is the order of a row's numbers is not known.
    """
    if ranges_in_place(starts):
        return False
    known = [piece for piece in starts if piece]
    return any(
        before.line == after.line and after.column < before.column
        for place, before in enumerate(known)
        for after in known[place + 1 :]
    )
