"""Which texts of the rows below a header are labels, and where they usually stand."""

from collections import Counter
from functools import cached_property

from govreport.model import statute
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.labels_beside import is_beside, label_columns
from govreport.recognise.placing.naming import Text
from govreport.recognise.placing.sheets import SheetRow
from govreport.recognise.placing.table_part import TablePart


class PartLabels:
    """The labels beside the numbers of the rows below one header, and the cells behind them."""

    def __init__(self, part: TablePart) -> None:
        self._part = part
        self._header = part.header
        self._side = part.side
        self._cells = part.cells
        told = part.header.beside
        self._beside = label_columns(part.lines, part.side) if told is None else told
        # Of each row of the part, which keeps them: its labels, and the cells behind them.
        self._labels: dict[int, tuple[Text, ...]] = {}
        self._behind: dict[int, list[Piece]] = {}

    @property
    def first(self) -> int:
        """The first position at which labels stand."""
        return min(self._beside, default=0)

    def of(self, row: SheetRow) -> tuple[Text, ...]:
        """Return the texts of a row, and those reaching down into it, that label its numbers."""
        found = self._labels.get(id(row))
        if found is None:
            texts = (*row.reaching, *row.texts)
            found = tuple([text for text in texts if self.is_label(text)])
            self._labels[id(row)] = found
        return found

    def is_label(self, text: Text) -> bool:
        """Whether a text labels the numbers of its row."""
        piece, named = text
        if named.sort == "label":
            return is_beside(named, self._side)
        if named.sort in ("foreign", "neutral"):
            return self._stands_beside(piece)
        return False

    def _stands_beside(self, piece: Piece) -> bool:
        if self._beside:
            return piece.column in self._beside
        if not self._header.in_place:
            return piece.column == 0
        return piece.column < self._header.leaves[0].start

    def behind(self, row: SheetRow) -> list[Piece]:
        """Return the cells behind the last label of a row."""
        found = self._behind.get(id(row))
        if found is None:
            found = []
            for text in reversed(row.texts):
                if self.is_label(text):
                    break
                found.append(text.piece)
            found.reverse()
            self._behind[id(row)] = found
        return found

    def stands_usually(self, row: SheetRow) -> bool:
        """Whether a row's label stands where the labels of most rows as deep do."""
        label = self._own(row)
        if label is None:
            return True
        column = label.piece.column
        return self._usual_columns.get(self._depth(label), column) == column

    @cached_property
    def misshapen(self) -> set[int]:
        """Return the rows that have another number of cells than most whose labels stand as deep."""
        counts: dict[int, Counter[int]] = {}
        shapes: dict[int, tuple[int, int]] = {}
        for row in self._part.rows:
            if label := self._own(row):
                shape = self._depth(label), len(self.behind(row))
                shapes[row.index] = shape
                counts.setdefault(shape[0], Counter())[shape[1]] += 1
        usual = {depth: counted.most_common(1)[0][0] for depth, counted in counts.items()}
        return {index for index, (depth, cells) in shapes.items() if cells != usual[depth]}

    @cached_property
    def _usual_columns(self) -> dict[int, int]:
        """Return the position at which labels of each depth mostly stand."""
        votes: dict[int, Counter[int]] = {}
        for row in self._part.rows:
            if label := self._own(row):
                votes.setdefault(self._depth(label), Counter())[label.piece.column] += 1
        return {depth: counted.most_common(1)[0][0] for depth, counted in votes.items()}

    def _own(self, row: SheetRow) -> Text | None:
        """Return the last label of the statute in a row."""
        labels = [t for t in row.texts if t.named.sort == "label" and self.is_label(t)]
        return labels[-1] if labels else None

    def _depth(self, text: Text) -> int:
        """Return how many labels the form prints before a row's own."""
        rows = self._cells.rows_in(text.named.rows)
        if not self._side.rows or len(rows) != 1:
            return -len(rows) if self._side.rows else 0
        layout = next(each for each in self._cells.layouts if rows[0] in _keys(each))
        return len(layout.row(rows[0]).labels)


def _keys(layout: statute.Layout) -> set[str]:
    """Return the keys of a layout's rows."""
    return {row.key for row in layout.rows}
