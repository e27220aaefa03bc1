"""Finds the columns of one row's numbers: by the headers above, or else from the whole table."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from govreport.model.values import read_value
from govreport.recognise.pieces import Piece, texts_of
from govreport.recognise.placing.cell_columns import (
    ACROSS_COLUMNS,
    ACROSS_ROWS,
    Columns,
    Placing,
    RowReading,
    says_nothing,
)
from govreport.recognise.placing.evidence import Evidence, Sum, agree
from govreport.recognise.placing.naming import Text
from govreport.recognise.placing.one_column import OneColumn
from govreport.recognise.placing.page_numbers import ends_page, is_last_before_others
from govreport.recognise.placing.part_labels import (
    CONTRADICTED,
    LabelledRow,
    PartLabels,
    is_numbered,
)
from govreport.recognise.placing.restoring import doubt_in_place, restore
from govreport.recognise.placing.table_part import TablePart
from govreport.recognise.placing.totals import counted_columns, sums_of
from govreport.recognise.placing.unheaded_numbers import (
    has_blank_header,
    may_hold_a_copy,
    positions_without_header,
)
from govreport.recognise.placing.unknown_columns import columns_of_remarks
from govreport.recognise.row_evidence import (
    leading_blanks,
    numbers_of,
    rows_are_filled_up,
    totals_are_kept,
)
from govreport.recognise.rows import is_value

_NOTHING_ABOVE = "there is no header above it"
_FEWEST_SPANNED = 3
"""So many columns may share one cell that is printed once."""
_FEWEST_USUAL = 2
"""So many rows may each have a cell too many by chance."""
_NO_HEADER = "there is no header above it, and its totals do not show which columns these are"


class RowReader:
    """Reads the rows below one header."""

    def __init__(self, part: TablePart) -> None:
        self._part = part
        self._header = part.header
        self._side = part.side
        self._cells = part.cells
        self._shown = part.shown
        self.labels = PartLabels(part)
        self._columns = Columns(part.header.leaves)
        self._one_column = OneColumn(part)
        self.rows_are_full = False
        self.has_row_ends = True
        self.has_places = part.placed and part.shown.blanks and part.shown.spans
        self._form = [row.key for row in part.layout.rows]
        self.doubt = ""

    def read(self, row: LabelledRow) -> RowReading:
        """Return the columns of a row's numbers."""
        if reason := self._unread or self._doubt_of_labels(row):
            return self._open(row, reason)
        if self._header.in_place and (found := self._in_place(row)):
            doubt = doubt_in_place(found.texts, self._sums)
            return self._open(row, doubt) if doubt else found
        return self._restored(row)

    def doubt_of_header(self) -> str:
        """Return why no row below the header is read, blank if rows are."""
        if not self._header.leaves:
            return self._header.reason or _NOTHING_ABOVE
        return _NO_HEADER if self._header.is_assumed and not self._totals_agree else ""

    @cached_property
    def _unread(self) -> str:
        """Return why no row's numbers are read, wherever they stand; "" if they are."""
        return self.doubt or self.doubt_of_header()

    def _doubt_of_labels(self, row: LabelledRow) -> str:
        """Return why the labels of a row and of the header name no cell together; "" if they may."""
        if row.contradicts(self._header.leaves):
            return CONTRADICTED
        is_only = len(self._header.leaves) == 1 < len(row.behind)
        return _NOTHING_ABOVE if is_only and self._one_column.is_beside_blank else ""

    def is_of_another(self, row: LabelledRow) -> bool:
        """Whether a foreign word, under no header, stands between a row's label and its numbers."""
        first = next((piece for piece in row.behind if piece.text), None)
        if first is None or self._cells.name(first.text).sort != "foreign":
            return False
        return self._header.in_place and self._columns.is_word_beside(first)

    def _open(self, row: LabelledRow, reason: str) -> RowReading:
        texts = tuple(
            text.piece.text
            for text in row.texts
            if text.piece.text and text.named.sort in ("value", "foreign") and text not in row.own
        )
        return RowReading(("",) * len(self._header.leaves), texts, reason if texts else "")

    @cached_property
    def _totals_agree(self) -> bool:
        """Whether more rows agree with their totals than contradict them."""
        if not self._sums:
            return False
        balance = 0
        for row in self.labels.rows:
            texts = texts_of(row.behind)
            texts = texts[len(texts) - len(self._header.leaves) :]
            if len(texts) == len(self._header.leaves) and any(read_value(t).value for t in texts):
                balance += 1 if agree(self._sums, texts) else -1
        return balance > 0

    def _in_place(self, row: LabelledRow) -> RowReading | None:
        """Return the row as placed below its header, None if it is not in place.

        It is in place if it has a cell below each header and no other cells but its labels,
        which are in the columns of labels and below one another.
        """
        goes_on = row.texts[-1].piece.column >= self._header.end
        if goes_on or not self._labels_in_place(row) or self._lost_blanks(row):
            return None
        placing = Placing(self._columns)
        if not (self._columns.are_beside(row.labels) and placing.take(row.others)):
            return None
        strays = self._strays(placing.beside)
        for piece in strays:
            placing.leave_open(piece.text, _NOTHING_ABOVE)
        fills = self._fills_its_columns(row, placing)
        return placing.reading() if fills and self._may_stray(strays, placing, row) else None

    def _strays(self, beside: Iterable[Text]) -> list[Piece]:
        """Return those cells under no header that hold a text, and do not count the rows."""
        return [t.piece for t in beside if t.piece.text and not self._counts_rows(t)]

    def _fills_its_columns(self, row: LabelledRow, placing: Placing) -> bool:
        """Whether the cells of a row and the columns that they are below match each other."""
        columns = len(self._columns.leaves)
        if placing.is_uneven() and len(row.behind) == columns > 1:
            return False
        if row.end < self._header.end and (not placing.is_filled() or self._has_blank_header):
            return False
        return placing.is_whole()

    def _lost_blanks(self, row: LabelledRow) -> bool:
        """Whether a row may have lost cells, and got as many blank ones behind its total.

        The cell of its total is blank, those of other rows are not; and it ends in the sum of its
        other numbers, or no row of the table has a blank before a number.
        """
        if row.texts[-1].named.sort != "blank" or not self._evidence.totals_kept:
            return False
        numbers = numbers_of([piece.text for piece in row.behind if piece.text])
        is_sum = len(numbers) > 1 and 0 < numbers[-1] == sum(numbers[:-1])
        return self._evidence.is_filled_up or is_sum

    def _may_stray(self, strays: Sequence[Piece], placing: Placing, row: LabelledRow) -> bool:
        """Whether a row is in place although some of its cells are under no header.

        All its cells may be too far right if one below the header is blank, or too far left with
        its label, and a cell after the last header may be surplus: unless most rows have one
        there, or the row's totals agree.
        """
        if not strays:
            return True
        if not (self.labels.stands_usually(row) or self._evidence.confirms(placing.texts)):
            return False
        return placing.is_filled() and self._are_surplus(strays, placing, row)

    def _are_surplus(self, strays: Sequence[Piece], placing: Placing, row: LabelledRow) -> bool:
        """Whether cells under no header are too many beside a full row."""
        places = [piece.column for piece in strays]
        more = row.end == self._header.end and len(row.behind) > len(placing.texts)
        if not (more or self._unheaded.issuperset(places)):
            return False
        beyond = [at for at in places if at >= self._header.leaves[-1].end]
        if not beyond or self._evidence.confirms(placing.texts):
            return True
        if may_hold_a_copy(row, self.labels.rows, self._header.leaves):
            return False
        is_usual = len(self._part.rows) > _FEWEST_USUAL and self._unheaded.issuperset(beyond)
        return self.has_places or is_usual

    def _counts_rows(self, text: Text) -> bool:
        """Whether a number before the labels counts the rows."""
        return text.named.sort == "value" and text.piece.column < self.labels.first

    def _labels_in_place(self, row: LabelledRow) -> bool:
        if self._shown.spans:
            if len(row.labels) < 2:
                return True
            rows = [named for _, named in row.labels if named.rows] if self._side.rows else []
            return len(rows) < 2 or all(
                above.above & below.rows for above, below in pairwise(rows)
            )
        return self.labels.stands_usually(row)

    @cached_property
    def _unheaded(self) -> frozenset[int]:
        """Return the positions without a header where most rows have a number."""
        return positions_without_header(self.labels.rows, self._header.leaves)

    def _restored(self, row: LabelledRow) -> RowReading:
        if self._begins_with_numbers(row, len(row.behind)):
            return self._open(row, "the numbers come before its label")
        if any(piece.rows > 1 and piece.text for piece in row.behind):
            return self._open(row, ACROSS_ROWS)
        texts = tuple(texts_of(row.behind))
        if not any(texts):
            return RowReading(("",) * len(self._header.leaves))
        return self._spans_the_row(texts) or self._restored_by_its_cells(row, texts)

    def _restored_by_its_cells(self, row: LabelledRow, texts: tuple[str, ...]) -> RowReading:
        """Return a row by its cells alone; words that label it stay open if a header has places."""
        blanks_shown = self._evidence.blanks_shown and not self._has_column_before_labels
        words: list[str] = []
        if self._header.in_place:
            is_word = self._columns.is_word_beside
            blanks_shown = blanks_shown and self._shown.spans
            words = [piece.text for piece in row.behind if is_word(piece)]
            kept = self._without_label_cells(row, row.behind)
            texts = tuple([piece.text for piece in kept if not is_word(piece)])
        found = restore(texts, self._evidence_of(row, blanks_shown))
        reason = found.reason or (_NOTHING_ABOVE if words else "")
        return RowReading(found.texts, (*words, *found.open), reason, found.leftover)

    def _begins_with_numbers(self, row: LabelledRow, behind: int) -> bool:
        """Whether numbers come before the label of a row, which has so many cells after it."""
        before = row.texts[: len(row.texts) - behind]
        return bool(row.own) and any(
            text.named.sort == "value" and not self._counts_rows(text) for text in before
        )

    def _evidence_of(self, row: LabelledRow, blanks_shown: bool) -> Evidence:
        """Return what the table and a row itself show about the row."""
        return self._evidence._replace(
            blanks_shown=blanks_shown,
            is_misshapen=row.at in self.labels.misshapen,
            overflows=self._overflows(row),
            is_short=self._has_column_before_labels
            or (self._header.in_place and row.end < self._header.end),
            is_displaced=self._is_displaced(row),
            has_places=self.has_places and blanks_shown,
            has_one_column=self.has_row_ends and self._one_column.begins(row),
            is_short_of_usual=self._is_short_of_usual(row),
            ends_page=ends_page(row, self.labels.rows),
            may_be_cut=is_last_before_others(row, self.labels.rows, self._form),
            may_lack_cell=self._one_column.is_beside_blank
            or (self._has_blank_header and row.end < self._header.end),
        )

    @cached_property
    def _has_column_before_labels(self) -> bool:
        """Whether a column stands before the labels, and so has no cell behind that of a row."""
        return self._header.in_place and self._header.leaves[0].end <= self.labels.first

    def _without_label_cells(self, row: LabelledRow, pieces: Sequence[Piece]) -> Sequence[Piece]:
        """Return the cells of a row without the blank ones that go on with its label.

        They stand under no header if the row's own label stands where it usually does. Else how
        many they are is not known in a grid that shows no spans.
        """
        if self.labels.stands_usually(row):
            places = self._columns.places
            kept = (at for at, p in enumerate(pieces) if p.text or places[p[1:3]].under)
        elif not self._shown.spans:
            kept = (at for at, piece in enumerate(pieces) if piece.text)
        else:
            return pieces
        return pieces[next(kept, 0) :]

    def _spans_the_row(self, texts: Sequence[str]) -> RowReading | None:
        """Return a row whose only cell applies to all columns, in a text that prints a span once.

        It does if every other row has all its cells. Zero or nothing then applies to each
        column, any other number to none.
        """
        width = len(self._header.leaves)
        if len(texts) != 1 or not texts[0] or width < _FEWEST_SPANNED:
            return None
        if not self._prints_spans_once():
            return None
        if says_nothing(texts[0]):
            return RowReading((texts[0],) * width, is_spread=True)
        return RowReading(("",) * width, (texts[0],), ACROSS_COLUMNS)

    def _prints_spans_once(self) -> bool:
        """Whether every row of a text has either all its cells or only one."""
        if self._header.in_place and not self._header.is_assumed:
            return False
        if not (self._shown.blanks and self._shown.spans):
            return False
        width = len(self._header.leaves)
        counts = {len(row.behind) for row in self.labels.rows if is_numbered(row)}
        return counts <= {1, width} and width in counts

    def _overflows(self, row: LabelledRow) -> bool:
        """Whether a row is longer than its header, not counting blank cells before its label."""
        if not self._header.in_place or self._is_cut_elsewhere(row):
            return False
        before = 0
        for text in row.texts:
            if text.named.sort != "blank":
                break
            before += text.piece.span
        return row.end - before > self._header.end

    def _is_short_of_usual(self, row: LabelledRow) -> bool:
        """Whether a row has fewer cells than similar rows, which have more than columns."""
        usual = self.labels.misshapen.get(row.at, 0)
        is_shorter = usual > max(len(row.behind), len(self._header.leaves))
        return is_shorter and self.labels.is_short(row)

    def _is_cut_elsewhere(self, row: LabelledRow) -> bool:
        """Whether a row has as many cells as there are columns, of which some span several."""
        cells = row.behind
        is_full = len(cells) == len(self._header.leaves) > 1 and not self._has_blank_header
        return is_full and any(piece.span > 1 for piece in cells)

    @cached_property
    def _has_blank_header(self) -> bool:
        """Whether a column may stand below a blank cell of the header."""
        return has_blank_header(self._part)

    def _is_displaced(self, row: LabelledRow) -> bool:
        """Whether numbers of a row stand under no header, though its label stands in its place."""
        is_short = self._header.in_place and row.end <= self._header.end
        if not is_short or not self.labels.stands_usually(row) or self._is_cut_elsewhere(row):
            return False
        strays = self._strays(self._columns.beside(row.others))
        return any(is_value(piece.text) for piece in strays)

    @cached_property
    def _evidence(self) -> Evidence:
        leaves = self._header.leaves
        rows = [row.behind for row in self.labels.rows if not row.is_note]
        has_total = len(self._sums) == 1 and leaves[-1].columns == self._cells.total
        kept = has_total and totals_are_kept(rows)
        return Evidence(
            len(leaves),
            self._shown.blanks or self.rows_are_full,
            self._shown.spans,
            leading_blanks(rows, len(leaves)),
            self._sums,
            has_total,
            kept,
            is_complete=len(leaves) == self._part.columns_of_form,
            is_below_header=self._header.in_place,
            is_filled_up=(kept or not self._header.in_place) and rows_are_filled_up(rows),
            counts=counted_columns(leaves, self._cells),
            remarks=next(iter(columns_of_remarks(leaves)), None),
        )

    @cached_property
    def _sums(self) -> tuple[Sum, ...]:
        return sums_of(self._header.leaves, self._cells)
