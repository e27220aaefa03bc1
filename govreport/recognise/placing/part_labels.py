"""Which texts of the rows below a header are labels, what they name, and where they usually stand."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from govreport.recognise.pieces import Piece
from govreport.recognise.placing.labels_beside import (
    heads_group,
    label_columns,
    named_together,
)
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.named_lines import TextLine
from govreport.recognise.placing.naming import Text
from govreport.recognise.placing.sheets import SheetRow, is_beside
from govreport.recognise.placing.table_part import TablePart

CONTRADICTED = "its labels contradict each other"
"""Why the numbers of a row are in no cell that a label of theirs names."""
_WORDS = frozenset(("foreign", "neutral"))
"""What may label numbers besides the labels of the statute."""


class LabelledRow(NamedTuple):
    """A row with the labels beside its numbers, the cells behind them, and what they name together."""

    at: int
    """Its place among the lines."""
    texts: TextLine
    reaching: TextLine
    """The cells of rows above that reach down into it."""
    is_note: bool
    own: tuple[Text, ...]
    """The labels in the row itself."""
    labels: tuple[Text, ...]
    """Those that reach down into it, and its own."""
    others: TextLine
    """The cells that label nothing, those that reach down into it first."""
    behind: tuple[Piece, ...]
    """The cells behind the last of its own labels."""
    named_rows: int
    """The cells that the labels name as rows, 0 for none."""
    named_columns: int
    keys: tuple[str, ...]
    """The rows that they name, of any edition."""
    heads_group: bool
    """Whether the last of the labels names a group."""
    is_of_form: bool
    """Whether it is one row of the form."""

    @property
    def end(self) -> int:
        """The position behind its last cell."""
        return self.texts[-1].piece.column + self.texts[-1].piece.span

    def contradicts(self, leaves: Sequence[Leaf]) -> bool:
        """Whether a label in the row that is not one of its own names other rows than each column."""
        others = [text.named.rows for text in self.texts if text.named.rows]
        named = [leaf.rows for leaf in leaves if leaf.rows]
        if self.named_rows or not others or len(named) < len(leaves):
            return False
        return not any(rows & mask for rows in others for mask in named)


class PartLabels:
    """The labels beside the numbers of the rows below one header."""

    def __init__(self, part: TablePart) -> None:
        self._part = part
        self._header = part.header
        self._side = part.side
        self._cells = part.cells
        told = part.header.beside
        self._beside = label_columns(part.lines, part.side) if told is None else told
        self.first = min(self._beside, default=0)
        """The first position at which labels stand."""
        self.rows = tuple(map(self._labelled, part.rows))

    def _labelled(self, row: SheetRow) -> LabelledRow:
        reached = tuple(filter(self._is_label, row.reaching))
        # Most rows have no other texts than labels, numbers and blanks.
        has_words = not _WORDS.isdisjoint(row.sorts)
        own = tuple(filter(self._is_label, row.texts)) if has_words else row.beside
        end = row.texts.index(own[-1]) + 1 if own else 0
        labels = (*reached, *own)
        rows, columns = named_together(labels)
        keys = self._cells.rows_in(rows) if rows else ()
        is_group = heads_group(labels)
        if self._side.rows:
            of_layout = self._cells.rows_of(self._part.layout)
            is_of_form = len(keys) == 1 and keys[0] in of_layout and not is_group
        else:
            is_of_form = not row.is_note
        return LabelledRow(
            row.at,
            row.texts,
            row.reaching,
            row.is_note,
            own,
            labels,
            self._beside_labels(row, labels, end),
            tuple([piece for piece, _ in row.texts[end:]]),
            rows,
            columns,
            keys,
            is_group,
            is_of_form,
        )

    def _beside_labels(self, row: SheetRow, labels: TextLine, end: int) -> TextLine:
        """Return the cells of a row that label nothing, where `end` is behind its last label."""
        behind = row.texts[end:]
        if len(labels) == len(row.reaching) + end:
            return behind
        before = [text for text in (*row.reaching, *row.texts[:end]) if text not in labels]
        return (*before, *behind)

    def _is_label(self, text: Text) -> bool:
        """Whether a text labels the numbers of its row."""
        piece, named = text
        if named.sort == "label":
            return is_beside(named, self._side)
        return named.sort in _WORDS and self._stands_beside(piece)

    def _stands_beside(self, piece: Piece) -> bool:
        if self._beside:
            return piece.column in self._beside
        if not self._header.in_place:
            return piece.column == 0
        return piece.column < self._header.leaves[0].start

    def stands_usually(self, row: LabelledRow) -> bool:
        """Whether a row's label stands where the labels of most rows as deep do."""
        label = _own_of_statute(row)
        if label is None:
            return True
        column = label.piece.column
        return self._usual_columns.get(self._depth(label), column) == column

    @cached_property
    def misshapen(self) -> dict[int, int]:
        """Return how many cells most rows have whose labels stand as deep, by rows that have others."""
        counts: dict[int, Counter[int]] = {}
        shapes: dict[int, tuple[int, int]] = {}
        for row in self.rows:
            if label := _own_of_statute(row):
                shape = self._depth(label), len(row.behind)
                shapes[row.at] = shape
                counts.setdefault(shape[0], Counter())[shape[1]] += 1
        usual = {depth: counted.most_common(1)[0][0] for depth, counted in counts.items()}
        return {at: usual[deep] for at, (deep, cells) in shapes.items() if cells != usual[deep]}

    def is_short(self, row: LabelledRow) -> bool:
        """Whether a row, its labels counted, ends before most rows do."""
        return row.end < self._usual_end

    @cached_property
    def _usual_end(self) -> int:
        return Counter([row.end for row in self.rows]).most_common(1)[0][0]

    @cached_property
    def _usual_columns(self) -> dict[int, int]:
        """Return the position at which labels of each depth mostly stand."""
        votes: dict[int, Counter[int]] = {}
        for row in self.rows:
            if label := _own_of_statute(row):
                votes.setdefault(self._depth(label), Counter())[label.piece.column] += 1
        return {depth: counted.most_common(1)[0][0] for depth, counted in votes.items()}

    def _depth(self, text: Text) -> int:
        """Return how many labels the form prints before a row's own."""
        rows = self._cells.rows_in(text.named.rows)
        if not self._side.rows or len(rows) != 1:
            return -len(rows) if self._side.rows else 0
        of_row = (each for each in self._cells.layouts if rows[0] in self._cells.rows_of(each))
        return len(next(of_row).row(rows[0]).labels)


def _own_of_statute(row: LabelledRow) -> Text | None:
    """Return the last label of the statute in a row."""
    return next((text for text in reversed(row.own) if text.named.sort == "label"), None)


def is_numbered(row: LabelledRow) -> bool:
    """Whether a row has cells besides its labels."""
    return bool(row.behind) and not row.is_note
