"""Which column each number of a row belongs to, never guessed.

A row of a page may hold its numbers in their places, padded at one end, merged into one cell, or
with the blanks dropped. Every reading that the source leaves open is considered; where more than
one is left and the row's own identity does not decide, no number of the row is placed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from govreport.model.values import read_value


class Piece(NamedTuple):
    """A cell as it stands on the page: text, first column, columns spanned, line, rows spanned."""

    text: str
    column: int
    span: int
    line: int
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Shown:
    """What a source shows of its cells: blank ones, and how many columns one spans."""

    blanks: bool
    spans: bool


class Placement(NamedTuple):
    """Where a row's texts go: one per column; what was left over; what stayed open."""

    texts: tuple[str, ...]
    leftover: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """What is known of the columns of one group of rows.

    `ranges` are the positions that the header shows for each column, None where the header does
    not stand over its columns. `blanks_shown` says whether the source keeps blank cells, and
    `blanks_lead` whether surplus blanks of a row stand before its numbers (else behind them).
    `spans_shown` says whether a cell that spans columns shows as such.
    `accepts` is the row's own identity as a test of a full reading; `total_last` says that the
    last column is the sum of the others, `totals_kept` tells whether few rows show it blank.
    """

    count: int
    ranges: tuple[tuple[int, int], ...] | None
    blanks_shown: bool
    blanks_lead: bool | None
    accepts: Callable[[Sequence[str]], bool] | None = None
    total_last: bool = False
    totals_kept: Callable[[], bool] = lambda: True
    spans_shown: bool = True
    rows_fall_short: bool = False
    """Whether rows of several cells lack some, so that a lone one may be what blanks left over."""
    foreign: tuple[tuple[int, int], ...] = ()
    """The positions of header cells that the statute does not know."""

    def place(
        self, pieces: Sequence[Piece], label_in_place: bool = True, misshapen: bool = False
    ) -> Placement:
        """Return which column each of a row's pieces belongs to.

        `label_in_place` says whether the row's label stands where the header puts it; else the
        row is shifted against the header. `misshapen` says whether the row has another number of
        cells than the rows like it.
        """
        if self.foreign and any(self._is_foreign(piece) for piece in pieces):
            own = [piece for piece in pieces if not self._is_foreign(piece)]
            strange = [piece.text for piece in pieces if piece.text and self._is_foreign(piece)]
            placement = replace(self, foreign=()).place(own, label_in_place, misshapen)
            return placement._replace(leftover=(*placement.leftover, *strange))
        filled = [piece for piece in pieces if piece.text]
        if not filled:
            return Placement(("",) * self.count)
        if label_in_place and self._stands_under_header(pieces):
            texts = tuple([piece.text for piece in pieces])
            readings = {texts: Placement(texts)}
        else:
            readings = self._placements(pieces, filled, label_in_place, misshapen)
        if len(readings) == 1:
            (placement,) = readings.values()
            if placement.spread or not self._is_doubtful(placement.texts, filled):
                return placement
        return self._surplus(pieces, filled) or self._open(filled, certain=not readings)

    def _stands_under_header(self, pieces: Sequence[Piece]) -> bool:
        """Whether a row has one cell exactly under each column's header, as most rows do."""
        return len(pieces) == self.count and self.ranges == tuple(
            [(column, column + span) for _, column, span, _, _ in pieces]
        )

    def _placements(
        self,
        pieces: Sequence[Piece],
        filled: Sequence[Piece],
        label_in_place: bool,
        misshapen: bool,
    ) -> dict[tuple[str, ...], Placement]:
        """Return every reading that is left open, or those that the row's own identity accepts."""
        aligned = label_in_place and self._is_aligned(pieces)
        merged = self._spread(pieces, filled, aligned)
        readings = {
            text: Placement(text) for text in self._readings(pieces, filled, aligned, misshapen)
        }
        if merged:
            readings.setdefault(merged.texts, merged)
        if len(readings) > 1 and self.accepts:
            accepted = {text: each for text, each in readings.items() if self.accepts(text)}
            readings = accepted or readings
        return readings

    def _is_doubtful(self, reading: tuple[str, ...], filled: Sequence[Piece]) -> bool:
        return (
            self._may_be_merged(reading, filled)
            or self._lacks_a_cell(reading)
            or self._is_refuted(reading)
        )

    def _is_refuted(self, reading: tuple[str, ...]) -> bool:
        """Whether a row contradicts its total in a source that does not show its cells.

        The office may have erred; or a number was torn in two, and the row holds a part of it.
        """
        if self.blanks_shown or self.accepts is None or not self.total_last:
            return False
        return not self.accepts(reading)

    def _lacks_a_cell(self, reading: tuple[str, ...]) -> bool:
        """Whether a row's total is blank where others have theirs, as where a cell was lost.

        A page that lost one shows the row whole, for it fills the row up at its end.
        """
        if reading[-1] or not (self.total_last and self.totals_kept()):
            return False
        return any(read_value(text).value for text in reading)

    def _may_be_merged(self, reading: tuple[str, ...], filled: Sequence[Piece]) -> bool:
        """Whether a lone first number may stand in a cell that spans the row.

        It may where spans are printed as blanks and the number contradicts the blank total.
        """
        if self.spans_shown or not self.total_last or len(filled) > 1 or not reading[0]:
            return False
        return self.accepts is not None and not self.accepts(reading)

    def _readings(
        self,
        pieces: Sequence[Piece],
        filled: Sequence[Piece],
        aligned: bool,
        misshapen: bool,
    ) -> list[tuple[str, ...]]:
        texts = tuple(piece.text for piece in pieces)
        readings: dict[tuple[str, ...], None] = {}
        whole = tuple(piece.text for piece in filled)
        together = any(texts[at : at + self.count] == whole for at in range(len(texts)))
        if (
            len(whole) == self.count
            and together
            and (not self.ranges or len(texts) == self.count)
        ):
            return [self._by_header(whole)]
        if aligned and (placed := self._by_position(filled)):
            readings[placed] = None
        surplus = len(texts) - self.count
        if surplus == 0 and self.blanks_shown:
            readings[self._by_header(texts)] = None
        if surplus >= 0 and not self.blanks_shown and self._is_whole(texts):
            readings[texts[: self.count]] = None
        # Where spans show, cells to spare mean that the row does not fit its header.
        if surplus > 0 and self.blanks_shown and (self.spans_shown or not self.ranges):
            for text in self._without_surplus(texts, misshapen):
                readings[self._by_header(text)] = None
        return list(readings)

    def _without_surplus(
        self, texts: tuple[str, ...], misshapen: bool
    ) -> Iterator[tuple[str, ...]]:
        """Yield a row without the blanks that it has too many, before its numbers or behind.

        Where no row tells which they are, the row's own identity has to confirm the reading; of a
        misshapen row it has to refute every other.
        """
        surplus = len(texts) - self.count
        for surplus_first, kept, taken in (
            (False, texts[: self.count], texts[self.count :]),
            (True, texts[surplus:], texts[:surplus]),
        ):
            if self.blanks_lead not in (None, surplus_first) or any(taken):
                continue
            if misshapen:
                if self._is_only_one(texts, kept):
                    yield kept
            elif self.blanks_lead is not None or self.accepts is None or self.accepts(kept):
                yield kept

    def _is_only_one(self, texts: tuple[str, ...], kept: tuple[str, ...]) -> bool:
        """Whether no other blank cell may as well be the one too many of a row.

        A row with a cell doubled within looks like one with a blank before or behind.
        """
        if all(kept):
            return True
        if self.accepts is None or len(texts) > self.count + 1:
            return False
        readings = {(*texts[:at], *texts[at + 1 :]) for at, text in enumerate(texts) if not text}
        return set(filter(self.accepts, readings)) == {kept}

    def _is_foreign(self, piece: Piece) -> bool:
        end = piece.column + piece.span
        return any(start <= piece.column and end <= stop for start, stop in self.foreign)

    def _by_header(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Return texts read from left to right in the statute's order of columns."""
        if not self.ranges:
            return texts
        placed = [""] * self.count
        for text, index in zip(texts, _from_left(self.ranges), strict=True):
            placed[index] = text
        return tuple(placed)

    def _is_whole(self, texts: tuple[str, ...]) -> bool:
        """Whether a row has dropped no cell although its source may drop blank ones.

        Padding stands only at the end of a row, so a row whose last column is filled, with
        nothing but blanks behind, has all its cells. A blank before its first number may be a
        mark that opens the row; then its own identity has to confirm it.
        """
        last = self.count - 1
        if not texts[last] or any(texts[self.count :]):
            return False
        if texts[0]:
            return True
        return len(texts) == self.count and self.accepts is not None and self.accepts(texts)

    def _is_aligned(self, pieces: Sequence[Piece]) -> bool:
        """Whether a row stands under the header: a cell under each column, none left of them.

        Where spans are printed as blanks, those of the label stand left of the first column.
        """
        if not self.ranges:
            return False
        first = min(self.ranges)[0]
        if self.spans_shown and any(piece.column < first for piece in pieces):
            return False
        covered = {index for piece in pieces for index in self._covered(piece)}
        return len(covered) == self.count

    def _by_position(self, filled: Sequence[Piece]) -> tuple[str, ...] | None:
        placed = [""] * self.count
        for piece in filled:
            covered = self._covered(piece)
            if len(covered) != 1 or placed[covered[0]]:
                return None
            placed[covered[0]] = piece.text
        return tuple(placed)

    def _covered(self, piece: Piece) -> tuple[int, ...]:
        return _under(self.ranges or (), piece.column, piece.column + piece.span)

    def _spread(
        self, pieces: Sequence[Piece], filled: Sequence[Piece], aligned: bool
    ) -> Placement | None:
        """Handle cells that visibly span columns: 0 holds for each, another number for none."""
        if self.count == 1 or (len(pieces) == self.count and not aligned):
            return None
        if self.ranges and not aligned:
            return None
        if self.ranges:
            covers = [len(self._covered(piece)) for piece in filled]
            if 0 in covers:
                return None  # a row that overflows its header is shifted against it
            spanning = [piece for piece, count in zip(filled, covers, strict=True) if count > 1]
        else:
            # Where blanks are shown, a lone cell in place of all the others spans them.
            is_lone = self.blanks_shown and not self.rows_fall_short and len(pieces) == 1
            spanning = list(filled) if is_lone else []
        if not spanning:
            return None
        texts = [""] * self.count
        opened: list[str] = []
        for piece in filled:
            covered = self._covered(piece) if self.ranges else tuple(range(self.count))
            reading = read_value(piece.text)
            nothing = reading.value is None and not reading.doubtful
            if len(covered) == 1 or (covered and (reading.value == 0 or nothing)):
                for index in covered:
                    texts[index] = piece.text
            else:
                opened.append(piece.text)
        return Placement(tuple(texts), (), tuple(opened), spread=True)

    def _surplus(self, pieces: Sequence[Piece], filled: Sequence[Piece]) -> Placement | None:
        """Handle a row of one column with more numbers: the first counts, the rest is left."""
        if self.count > 1 or not pieces[0].text:
            return None
        return Placement((pieces[0].text,), tuple(piece.text for piece in filled[1:]))

    def _open(self, filled: Sequence[Piece], certain: bool) -> Placement:
        """Leave a row open, but for a last number that can only be the sum of the others.

        It is not `certain` to be the total where the row's places say something else.
        """
        texts = tuple(piece.text for piece in filled)
        blank = ("",) * (self.count - 1)
        known = numbers_of(texts)
        complete = self.total_last and 1 < len(known) <= self.count
        # Of a row that is cut, one number and noughts often end in that number again.
        complete = complete and (len(known) == 2 or sum(map(bool, known[:-1])) > 1)
        if certain and complete and 0 < known[-1] == sum(known[:-1]) and self.totals_kept():
            return Placement((*blank, texts[-1]), (), texts[:-1])
        return Placement((*blank, ""), (), texts)


@lru_cache(maxsize=1024)
def _under(ranges: tuple[tuple[int, int], ...], first: int, end: int) -> tuple[int, ...]:
    """Return the columns that a cell from `first` to `end` stands under."""
    return tuple(
        index for index, (start, stop) in enumerate(ranges) if start < end and first < stop
    )


def _from_left(ranges: Sequence[tuple[int, int]]) -> list[int]:
    return sorted(range(len(ranges)), key=ranges.__getitem__)


def ranges_in_place(starts: Sequence[Piece | None]) -> tuple[tuple[int, int], ...] | None:
    """Return the positions of columns whose header cells stand apart, else None.

    In another order than the statute's they have to stand side by side, for a header printed
    without its spanned positions looks like that by chance.
    """
    ranges = []
    for piece in starts:
        if piece is None:
            return None
        ranges.append((piece.column, piece.column + piece.span))
    order = _from_left(ranges)
    gaps = [ranges[after][0] - ranges[before][1] for before, after in pairwise(order)]
    if min(gaps, default=0) < 0 or (order != sorted(order) and any(gaps)):
        return None
    return tuple(ranges) or None


def numbers_of(texts: Iterable[str]) -> list[int | Decimal]:
    """Return the numbers that texts state, none where one of them states no number."""
    values = [read_value(text).value for text in texts]
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else []


def sums_to_last(count: int) -> Callable[[Sequence[str]], bool]:
    """Return a test whether, of the first `count` texts of a row, the last is the others' sum."""

    def accepts(texts: Sequence[str]) -> bool:
        values = []
        for text in texts[:count]:
            reading = read_value(text)
            if reading.doubtful:
                return False
            values.append(reading.value or 0)
        return sum(values[:-1]) == values[-1]

    return accepts
