"""Table 4 found in a table's lines: three groups of outcomes above one row of numbers."""

from collections.abc import Callable, Sequence
from itertools import groupby

from govreport.model import statute
from govreport.model.statutory import ExtraColumn, StatutoryRow
from govreport.model.values import read_value
from govreport.recognise.columns import (
    Columns,
    Piece,
    Placement,
    Shown,
    ranges_in_place,
    sums_to_last,
)
from govreport.recognise.labels.vocabulary import Label, Match, Vocabulary, vocabulary
from govreport.recognise.notes import Notes
from govreport.recognise.row_evidence import leading_blanks
from govreport.recognise.rows import Line, is_value

_LAYOUT = statute.layout("reviews", None)
_WIDTH = len(_LAYOUT.rows[0].columns)
_AGREES = sums_to_last(_WIDTH)
_KEYS = [(row.key, column.key) for row in _LAYOUT.rows for column in row.columns]

_NUMBERED = "a number among the headers was left out"


class ReviewsBuilder:
    """Makes the rows of table 4 of one segment's lines."""

    def __init__(self, lines: list[Line], shown: Shown, notes: Notes) -> None:
        self._notes = notes
        self._shown = shown
        self._outcomes: list[tuple[str, Piece]] = []
        self._groups: list[str] = []
        self._strangers: list[Piece] = []
        self._data: list[list[Piece]] = []
        self._group = ""
        self._heads: list[tuple[str, Piece]] = []
        self._grouped: list[tuple[str, list[tuple[str, Piece]]]] = []
        self._read(lines, vocabulary("reviews", None))
        self.extra_columns: list[ExtraColumn] = []
        self.rows = self._build()

    def _read(self, lines: list[Line], known: Vocabulary) -> None:
        for alone, run in groupby(lines, key=lambda line: len(line) == 1):
            # Cells on lines of their own are one row; elsewhere each line is a row.
            for line in [[line[0] for line in run]] if alone else run:
                self._line(line, known)

    def _line(self, line: Sequence[Piece], known: Vocabulary) -> None:
        values: list[Piece] = []
        matches = [known.match(piece.text) for piece in line]
        figures = _are_figures(line, matches)
        for piece, match in zip(line, matches, strict=True):
            if label := match.label("column", "header", "group"):
                self._notes.label(match, piece.text, label.printed)
                values = self._without_numbering(values)
                self._header_cell(label, piece)
            elif (
                self._data
                or figures
                or is_value(piece.text)
                or any(value.text for value in values)
            ):
                values.append(piece)
            else:
                self._strangers.append(piece)
        if _counts_columns(values):
            self._leave_out(values)
        elif any(piece.text for piece in values):
            self._data.append(values)
            self._grouped.append((self._group, self._heads))

    def _header_cell(self, label: Label, piece: Piece) -> None:
        if label.role == "column":
            if (
                len(self._heads) == _WIDTH
                and self._grouped
                and self._grouped[-1][1] is self._heads
            ):
                self._heads = []
            self._heads.append((label.key, piece))
        else:
            self._group = label.key
        if self._data:
            return
        if label.role == "column":
            self._outcomes.append((label.key, piece))
        else:
            self._groups.append(label.key)

    def _by_group(self) -> list[StatutoryRow]:
        """Return the rows of a table that has a line for each group, or is cut into three.

        Empty where it is not one: five outcomes stand above each line, its group beside or above.
        """
        keys = [column.key for column in _LAYOUT.rows[0].columns]
        groups = [group for group, _ in self._grouped]
        known = {row.key for row in _LAYOUT.rows}
        if not set(groups) <= known or len(set(groups)) < len(groups) or len(groups) < 2:
            return []
        if any([key for key, _ in heads] != keys for _, heads in self._grouped):
            return []
        placed = {}
        for (group, heads), pieces in zip(self._grouped, self._data, strict=True):
            columns = Columns(
                _WIDTH,
                ranges_in_place([piece for _, piece in heads]) if self._shown.blanks else None,
                self._shown.blanks,
                None,
                _AGREES,
                spans_shown=self._shown.spans,
            )
            placement = columns.place(pieces)
            self._notes.placement("", placement, group)
            placed[group] = placement.texts
        for row in _LAYOUT.rows:
            if row.key not in placed:
                self._notes.add("missing-row", "", "", row=row.key)
        for stranger in self._strangers:
            self._notes.add("unplaced-text", "the header", stranger.text)
        blank = ("",) * _WIDTH
        return [StatutoryRow(row.key, "", placed.get(row.key, blank)) for row in _LAYOUT.rows]

    def _without_numbering(self, values: list[Piece]) -> list[Piece]:
        """Return what a header cell leaves of the values before it.

        Blanks among the headers are no cells of the row, and neither are numbers: those count the
        columns or the rows. Behind a whole header they are the row's, and another header follows,
        or another group's line.
        """
        if len(self._outcomes) >= len(_KEYS) or self._has_lines_by_group():
            return values if any(value.text for value in values) else []
        self._leave_out([*(value for row in self._data for value in row), *values])
        self._data.clear()
        self._grouped.clear()
        return []

    def _leave_out(self, values: Sequence[Piece]) -> None:
        for value in values:
            if value.text:
                place = f"line {value.line + 1}"
                self._notes.add("unplaced-text", place, value.text, _NUMBERED)

    def _has_lines_by_group(self) -> bool:
        """Whether the lines so far hold a group's five numbers each, under five outcomes."""
        return bool(self._data) and all(
            group and len(heads) == _WIDTH and len(pieces) <= _WIDTH + 1
            for (group, heads), pieces in zip(self._grouped, self._data, strict=True)
        )

    def _build(self) -> list[StatutoryRow]:
        if rows := self._by_group():
            return rows
        ranges, order = self._header()
        first = self._data[0] if self._data else []
        columns = Columns(
            len(order),
            ranges if self._shown.blanks else None,
            self._shown.blanks,
            leading_blanks(self._data[:1], len(order)),
            _accepts(order),
        )
        if len(first) != len(order):
            self._notes.every_row_full = False
        placement = columns.place(first)
        printed = [piece.text for piece in first]
        if (
            self._is_reordered()
            or _lost_or_doubled(printed, placement)
            or (not self._is_whole(first, columns) and _is_refuted(placement))
            or (columns.ranges is None and _is_shifted_within(printed))
            or _lacks_a_total(placement)
        ):
            texts = tuple(piece.text for piece in first if piece.text)
            placement = Placement(("",) * len(order), (), texts)
        self._notes.placement("its row", placement)
        rows = [
            StatutoryRow(row.key, "", _texts_of(row.key, order, placement))
            for row in _LAYOUT.rows
        ]
        if not self._data:
            self._notes.add("missing-row", "its row", "")
        for data in self._data[1:]:
            texts = tuple(piece.text for piece in data)
            self._notes.add("unknown-row", f"line {data[0].line + 1}", " | ".join(texts))
            rows.append(StatutoryRow(None, "", texts))
        return rows

    def _is_whole(self, pieces: Sequence[Piece], columns: Columns) -> bool:
        """Whether a row stands under its header, or has a text in each of its cells."""
        if columns.ranges is not None:
            return True
        if not self._shown.blanks or len(pieces) != columns.count:
            return False
        return all(piece.text for piece in pieces)

    def _is_reordered(self) -> bool:
        """Whether the header prints its groups or outcomes in another order than the form.

        Then the order of the numbers is not the form's either, and none is placed.
        """
        order = [row.key for row in _LAYOUT.rows]
        first = [key for key in self._groups if key in (statute.LITIGATION, order[0])]
        if first[:1] == [statute.LITIGATION] and order[0] in first:
            return True
        groups = [key for key in self._groups if key in order]
        outcomes = [key for key, _ in self._outcomes]
        return groups != sorted(groups, key=order.index) or (
            len(outcomes) == len(_KEYS) and outcomes != [column for _, column in _KEYS]
        )

    def _header(self) -> tuple[tuple[tuple[int, int], ...] | None, list[tuple[str, str]]]:
        """Return where the columns stand, if in place, and the key of each in printed order."""
        pieces = sorted((piece for _, piece in self._outcomes), key=lambda each: each.column)
        labels = {id(piece): key for key, piece in self._outcomes}
        found = [labels[id(piece)] for piece in pieces]
        if found != [column for _, column in _KEYS] or not self._shown.blanks:
            ranges = None
        else:
            ranges = ranges_in_place(pieces)
        order = list(_KEYS)
        for stranger in self._strangers:
            row = self._group_left_of(stranger, pieces, ranges)
            if row is None:
                self._notes.add("unplaced-text", "the header", stranger.text)
                continue
            self._notes.add("unknown-column", "", stranger.text)
            self.extra_columns.append(ExtraColumn(stranger.text, row))
            place = max(index for index, (key, _) in enumerate(order) if key == row) + 1
            order.insert(place, (row, ""))
            pieces.append(stranger)
            pieces.sort(key=lambda each: each.column)
            ranges = ranges_in_place(pieces)
        return ranges, order

    def _group_left_of(
        self,
        stranger: Piece,
        pieces: list[Piece],
        ranges: tuple[tuple[int, int], ...] | None,
    ) -> str | None:
        """Return the group whose total stands directly left of a column the statute lacks."""
        if not ranges or any(piece.column == stranger.column for piece in pieces):
            return None
        left = [piece for piece in pieces if piece.column < stranger.column]
        known = {id(piece) for _, piece in self._outcomes}
        count = sum(id(piece) in known for piece in left)
        return (
            _KEYS[count - 1][0] if count and count % len(_LAYOUT.rows[0].columns) == 0 else None
        )


def _are_figures(line: Sequence[Piece], matches: Sequence[Match]) -> bool:
    """Whether a row holds no label but mostly values, whatever its first cell says."""
    if any(match.labels for match in matches):
        return False
    return 2 * sum(is_value(piece.text) for piece in line) > len(line)


def _counts_columns(values: Sequence[Piece]) -> bool:
    """Whether a row does nothing but number the columns, which no totals could agree with."""
    numbers = [read_value(piece.text).value for piece in values if piece.text]
    return len(numbers) >= len(_KEYS) and any(
        numbers == list(range(first, first + len(numbers))) for first in (0, 1)
    )


def _lost_or_doubled(printed: Sequence[str], placement: Placement) -> bool:
    """Whether some number of the row seems lost or doubled, so that all behind it are shifted.

    So it is where more groups agree with their totals once one cell is put in or taken out.
    """
    if len(placement.texts) != len(_KEYS) or not any(placement.texts):
        return False
    agreeing = _agreeing(placement.texts)
    if agreeing == len(_LAYOUT.rows):
        return False
    texts = list(printed)
    spare = [""] * (len(_KEYS) + 1)
    changed = []
    for place in range(len(_KEYS)):
        changed.append([*texts[:place], "", *texts[place:], *spare])
        changed.append([*texts[:place], *texts[place + 1 :], *spare])
    return any(
        _agreeing(each[: len(_KEYS)]) > agreeing and not any(each[len(_KEYS) :])
        for each in changed
    )


def _is_shifted_within(printed: Sequence[str]) -> bool:
    """Whether all groups would agree if one cell had been lost and another doubled."""
    if len(printed) != len(_KEYS) or _agreeing(printed) == len(_LAYOUT.rows):
        return False
    for lost in range(len(_KEYS)):
        texts = [*printed[:lost], "", *printed[lost:]]
        for doubled in range(1, len(texts)):
            if texts[doubled] != texts[doubled - 1] or not texts[doubled]:
                continue
            if _agreeing([*texts[:doubled], *texts[doubled + 1 :]]) == len(_LAYOUT.rows):
                return True
    return False


def _lacks_a_total(placement: Placement) -> bool:
    """Whether a group has numbers and no total beside a group that agrees with its total.

    A row that lost a cell is filled up at its end, and looks like that.
    """
    if len(placement.texts) != len(_KEYS) or not _agreeing(placement.texts):
        return False
    return any(
        not group[-1] and any(read_value(text).value for text in group)
        for group in _groups(placement.texts)
    )


def _is_refuted(placement: Placement) -> bool:
    """Whether a row that stands under no header is too wrong to be fifteen numbers in order.

    It is where two groups contradict their totals, or one has numbers and no total.
    """
    if len(placement.texts) != len(_KEYS):
        return False
    wrong = [
        group
        for group in _groups(placement.texts)
        if any(read_value(text).value for text in group) and not _AGREES(group)
    ]
    return len(wrong) > 1 or any(not group[-1] for group in wrong)


def _agreeing(texts: Sequence[str]) -> int:
    """Return how many groups of fifteen texts hold numbers that agree with their total."""
    return sum(any(group) and _AGREES(group) for group in _groups(texts))


def _groups(texts: Sequence[str]) -> list[Sequence[str]]:
    return [texts[start : start + _WIDTH] for start in range(0, len(texts), _WIDTH)]


def _texts_of(
    row: str, order: Sequence[tuple[str, str]], placement: Placement
) -> tuple[str, ...]:
    pairs = zip(order, placement.texts, strict=True)
    return tuple(text for (key, _), text in pairs if key == row)


def _accepts(order: Sequence[tuple[str, str]]) -> Callable[[Sequence[str]], bool]:
    def accepts(texts: Sequence[str]) -> bool:
        pairs = list(zip(order, texts, strict=True))
        return all(
            _AGREES([text for (key, column), text in pairs if key == row.key and column])
            for row in _LAYOUT.rows
        )

    return accepts
