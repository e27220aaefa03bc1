"""Finds the columns of one row's numbers: by the headers above, or else from the whole table."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from govreport.model import statute
from govreport.model.values import read_value
from govreport.recognise.pieces import Piece, Shown
from govreport.recognise.placing.below import (
    ACROSS_COLUMNS,
    ACROSS_ROWS,
    Columns,
    Placing,
    RowReading,
    overlap,
    says_nothing,
)
from govreport.recognise.placing.beside import is_beside, label_columns
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.naming import StatuteCells, Text
from govreport.recognise.placing.restoring import Evidence, Sum, agree, restore
from govreport.recognise.placing.sheets import Sheet, SheetPart, SheetRow, most_frequent
from govreport.recognise.row_evidence import leading_blanks, totals_are_kept

_MAY_LABEL = frozenset(("label", "foreign", "neutral"))
"""What may label numbers; checked first, as most cells hold a number or none."""
_NOTHING_ABOVE = "there is no header above it"
_FEWEST_SPANNED = 3
"""So many columns may share one cell that is printed once."""
_NO_HEADER = "there is no header above it, and its totals do not show which columns these are"


class RowReader:
    """Reads the rows below one header."""

    def __init__(
        self,
        part: SheetPart,
        header: Header,
        sheet: Sheet,
        cells: StatuteCells,
        shown: Shown,
        layout: statute.Layout,
    ) -> None:
        self._part = part
        self._header = header
        self._side = sheet.side
        self._cells = cells
        self._shown = shown
        told = header.beside
        self._beside = label_columns(part, sheet.side) if told is None else told
        self._layout = layout
        self._usual_end = sheet.usual_end
        # For each row of the part, as long as the part lives: its labels, and the cells after them.
        self._labels: dict[int, tuple[Text, ...]] = {}
        self._behind: dict[int, list[Piece]] = {}
        self._columns = Columns(header.leaves)
        self.rows_are_full = False
        self.has_row_ends = True
        self.has_places = False
        self.doubt = ""

    def labels_of(self, row: SheetRow) -> tuple[Text, ...]:
        """Return the labels of a row's numbers, including those that reach down from rows above."""
        found = self._labels.get(id(row))
        if found is None:
            texts = (*row.reaching, *row.texts) if row.reaching else row.texts
            found = tuple([t for t in texts if t.named.sort in _MAY_LABEL and self._is_label(t)])
            self._labels[id(row)] = found
        return found

    def _is_label(self, text: Text) -> bool:
        piece, named = text
        if named.sort == "label":
            return is_beside(named, self._side)
        return named.sort in _MAY_LABEL and self._stands_beside(piece)

    def _stands_beside(self, piece: Piece) -> bool:
        if self._beside:
            return piece.column in self._beside
        if not self._header.in_place:
            return piece.column == 0
        return piece.column < self._header.leaves[0].start

    def read(self, row: SheetRow) -> RowReading:
        """Return the columns of a row's numbers."""
        if self.doubt or not self._header.leaves:
            return self._open(row, self.doubt or self._header.reason)
        if self._header.is_assumed and not self._totals_agree:
            return self._open(row, _NO_HEADER)
        if self._has_blank_header and len(self.behind(row)) > 1:
            return self._open(row, _NOTHING_ABOVE)
        if self._header.in_place and (found := self._in_place(row)):
            return found
        return self._restored(row)

    def _open(self, row: SheetRow, reason: str) -> RowReading:
        texts = tuple(
            text.piece.text
            for text in row.texts
            if text.piece.text
            and text.named.sort in ("value", "foreign")
            and not self._is_label(text)
        )
        return RowReading(("",) * len(self._header.leaves), texts, reason if texts else "")

    @cached_property
    def _totals_agree(self) -> bool:
        """Whether more rows agree with their totals than contradict them."""
        if not self._sums:
            return False
        balance = 0
        for row in self._part.rows:
            texts = [p.text for p in self.behind(row)]
            texts = texts[len(texts) - len(self._header.leaves) :]
            if len(texts) == len(self._header.leaves) and any(read_value(t).value for t in texts):
                balance += 1 if agree(self._sums, texts) else -1
        return balance > 0

    # In place

    def _in_place(self, row: SheetRow) -> RowReading | None:
        """Return the row as placed below its header, None if it is not in place.

        It is in place if it has a cell below each header and no other cells but its labels,
        which are in the columns of labels and below one another.
        """
        if not self._labels_in_place(row):
            return None
        columns, header_end = self._columns, self._header.end
        placing = Placing(columns)
        last = row.texts[-1].piece
        end = last.column + last.span
        beyond = False
        for text in (*row.reaching, *row.texts) if row.reaching else row.texts:
            piece, named = text
            place = columns.place_of(piece)
            if named.sort in _MAY_LABEL and self._is_label(text):
                if place.under:
                    return None
            elif place.under:
                if not placing.take(piece, place):
                    return None
            elif piece.text and not self._counts_rows(text):
                more = end == header_end and len(self.behind(row)) > len(columns.leaves)
                if piece.column not in self._unheaded and not more:
                    return None
                beyond = beyond or piece.column >= columns.leaves[-1].end
                placing.leave_open(piece.text, _NOTHING_ABOVE)
        if beyond and not placing.is_filled():
            return None  # its cells may all be too far to the right
        if (
            (placing.is_uneven() and len(self.behind(row)) == len(columns.leaves) > 1)
            or not placing.is_whole()
            or end > header_end < self._usual_end
        ):
            return None
        return placing.reading()

    def _counts_rows(self, text: Text) -> bool:
        """Whether a number before the labels counts the rows."""
        first = min(self._beside, default=0)
        return text.named.sort == "value" and text.piece.column < first

    def _labels_in_place(self, row: SheetRow) -> bool:
        if self._shown.spans:
            rows = [n for _, n in self.labels_of(row) if n.rows] if self._side.rows else []
            return all(above.above & below.rows for above, below in pairwise(rows))
        labels = [t for t in row.texts if self._is_label(t) and t.named.sort == "label"]
        if not labels:
            return True
        column, depth = labels[-1].piece.column, self._depth(labels[-1])
        return self._usual_columns.get(depth, column) == column

    def _depth(self, text: Text) -> int:
        """Return how many labels the form prints before a row's own."""
        rows = self._cells.rows_in(text.named.rows)
        if not self._side.rows or len(rows) != 1:
            return -len(rows) if self._side.rows else 0
        layout = next(each for each in self._cells.layouts if rows[0] in each_keys(each))
        return len(layout.row(rows[0]).labels)

    @cached_property
    def _unheaded(self) -> frozenset[int]:
        """Return the positions without a header where most rows have a number."""
        leaves = self._header.leaves
        rows = [row for row in self._part.rows if not row.is_note and self.labels_of(row)]
        counts = Counter(
            text.piece.column
            for row in rows
            for text in row.texts
            if text.named.sort == "value"
            and text.piece.column > leaves[0].start - 2
            and not any(overlap(leaf, text.piece) for leaf in leaves)
        )
        inner = [at for at, count in counts.items() if 2 * count > len(rows) > 1]
        return frozenset(at for at in inner if at <= leaves[-1].end)

    @cached_property
    def _usual_columns(self) -> dict[int, int]:
        """Return the usual position of the labels of each depth."""
        votes: dict[int, list[int]] = {}
        for row in self._part.rows:
            labels = [t for t in row.texts if self._is_label(t) and t.named.sort == "label"]
            if labels:
                depth = self._depth(labels[-1])
                votes.setdefault(depth, []).append(labels[-1].piece.column)
        return {depth: most_frequent(columns) for depth, columns in votes.items()}

    # Restored

    def behind(self, row: SheetRow) -> list[Piece]:
        """Return the cells after the last label of a row."""
        found = self._behind.get(id(row))
        if found is None:
            found = []
            for text in reversed(row.texts):
                if text.named.sort in _MAY_LABEL and self._is_label(text):
                    break
                found.append(text.piece)
            found.reverse()
            self._behind[id(row)] = found
        return found

    def _restored(self, row: SheetRow) -> RowReading:
        pieces = self.behind(row)
        if any(self._is_label(text) for text in row.texts) and len(pieces) < len(row.texts):
            before = row.texts[: len(row.texts) - len(pieces)]
            if any(t.named.sort == "value" and not self._counts_rows(t) for t in before):
                return self._open(row, "the numbers come before its label")
        if any(piece.rows > 1 and piece.text for piece in pieces):
            return self._open(row, ACROSS_ROWS)
        texts = tuple([piece.text for piece in pieces])
        if spread := self._spans_the_row(texts):
            return spread
        blanks_shown = self._evidence.blanks_shown
        if self._header.in_place and not self._shown.spans:
            # Blank cells after the label continue it; how many is not known.
            texts = tuple(texts[next((at for at, text in enumerate(texts) if text), 0) :])
            blanks_shown = False
        known = self._evidence._replace(
            blanks_shown=blanks_shown,
            is_misshapen=row.index in self._misshapen,
            overflows=self._overflows(row),
            has_places=self.has_places and blanks_shown,
            has_one_column=self.has_row_ends and self._is_exact and self._has_one_column(row),
        )
        found = restore(texts, known)
        return RowReading(found.texts, found.open, found.reason, found.leftover)

    def _spans_the_row(self, texts: Sequence[str]) -> RowReading | None:
        """Return a row whose only cell applies to all columns, in a text that prints a span once.

        It does if every other row has all its cells. Zero or nothing then applies to each
        column, any other number to none.
        """
        leaves = self._header.leaves
        if len(texts) != 1 or not texts[0] or len(leaves) < _FEWEST_SPANNED:
            return None
        stands = self._header.in_place and not self._header.is_assumed
        if stands or not (self._shown.blanks and self._shown.spans):
            return None
        counts = {len(self.behind(row)) for row in self._part.rows if self.is_numbered(row)}
        if not counts <= {1, len(leaves)} or len(leaves) not in counts:
            return None
        if says_nothing(texts[0]):
            return RowReading((texts[0],) * len(leaves), is_spread=True)
        return RowReading(("",) * len(leaves), (texts[0],), ACROSS_COLUMNS)

    def is_numbered(self, row: SheetRow) -> bool:
        """Whether a row has cells besides its labels."""
        return bool(self.behind(row)) and not row.is_note

    @cached_property
    def _misshapen(self) -> set[int]:
        """Return the rows whose number of cells differs from most rows of the same depth."""
        counts: dict[int, list[int]] = {}
        shapes: dict[int, tuple[int, int]] = {}
        for row in self._part.rows:
            labels = [t for t in row.texts if self._is_label(t) and t.named.sort == "label"]
            if labels:
                shape = self._depth(labels[-1]), len(self.behind(row))
                shapes[row.index] = shape
                counts.setdefault(shape[0], []).append(shape[1])
        usual = {depth: most_frequent(cells) for depth, cells in counts.items()}
        return {index for index, (depth, cells) in shapes.items() if cells != usual[depth]}

    def _overflows(self, row: SheetRow) -> bool:
        """Whether a row is longer than its header, not counting blank cells before its label."""
        if not self._header.in_place:
            return False
        before = 0
        for text in row.texts:
            if text.named.sort != "blank":
                break
            before += text.piece.span
        end = row.texts[-1].piece.column + row.texts[-1].piece.span
        return end - before > self._header.end

    @cached_property
    def _has_blank_header(self) -> bool:
        """Whether a blank stands between the head of the labels and the only column's label."""
        if len(self._header.leaves) != 1 or self._header.in_place:
            return False
        sorts = [[text.named.sort for text in line] for line in self._part.header]
        return any(line[:2] == ["neutral", "blank"] and "label" in line[2:] for line in sorts)

    @cached_property
    def _is_exact(self) -> bool:
        """Whether the header is called exactly as in the form, and nothing else is in it."""
        texts = [named for line in self._part.header for _, named in line]
        return not any(named.sort == "foreign" or named.match.deviates for named in texts)

    def _has_one_column(self, row: SheetRow) -> bool:
        keys = [
            key
            for text in row.texts
            if self._is_label(text) and text.named.rows
            for key in self._cells.rows_in(text.named.rows)
        ]
        rows = [each for each in self._layout.rows if each.key in keys]
        return len(rows) == 1 and len(rows[0].columns) == 1

    @cached_property
    def _evidence(self) -> Evidence:
        leaves = self._header.leaves
        rows = [self.behind(row) for row in self._part.rows if not row.is_note]
        has_total = len(self._sums) == 1 and self._total_is_last
        return Evidence(
            len(leaves),
            self._shown.blanks or self.rows_are_full,
            self._shown.spans,
            leading_blanks(rows, len(leaves)),
            self._sums,
            has_total,
            has_total and totals_are_kept(rows),
            is_complete=len(leaves) == self._columns_of_form,
        )

    @property
    def _columns_of_form(self) -> int:
        """Return how many columns the form of table 3 or 4 has, 0 for table 2."""
        rows = self._layout.rows
        if self._cells.kind == "reviews" and not self._side.rows:
            return sum(len(row.columns) for row in rows)
        return 0 if self._cells.kind == "proactive_disclosure" else len(rows[0].columns)

    @cached_property
    def _total_is_last(self) -> bool:
        leaves = self._header.leaves
        return bool(leaves) and leaves[-1].columns == self._cells.total

    @cached_property
    def _sums(self) -> tuple[Sum, ...]:
        return sums_of(self._header.leaves, self._cells)


def each_keys(layout: statute.Layout) -> set[str]:
    """Return the keys of a layout's rows."""
    return {row.key for row in layout.rows}


def sums_of(leaves: Sequence[Leaf], cells: StatuteCells) -> tuple[Sum, ...]:
    """Return the totals that the form fixes among columns, none if some parts are missing."""
    total = cells.total
    if not total:
        return ()
    width = len(cells.layouts[0].rows[0].columns)
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for at, leaf in enumerate(leaves):
        if not leaf.is_foreign and leaf.columns:
            parts, totals = groups.setdefault(leaf.rows, ([], []))
            (totals if leaf.columns == total else parts).append(at)
    return tuple(
        (tuple(parts), totals[0])
        for parts, totals in groups.values()
        if len(totals) == 1 and len(parts) == width - 1
    )
