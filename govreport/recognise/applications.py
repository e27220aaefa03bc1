"""Table 3 found in a table's lines: the header of applicants, then the rows of results."""

from govreport.model.statute import Layout
from govreport.recognise.columns import Piece
from govreport.recognise.labels.vocabulary import Label, Match, Vocabulary
from govreport.recognise.notes import Notes
from govreport.recognise.rows import Collected, CollectedRow, Line, is_value

_NUMBERED = "the number of a row was left out"


class ApplicationsCollector:
    """Walks the lines of table 3 once, keeping the row it fills.

    Before the first row the labels 其他 and 总计 head columns, behind it they head rows.
    """

    def __init__(self, layout: Layout, vocabulary: Vocabulary, notes: Notes) -> None:
        self._order = {row.key: index for index, row in enumerate(layout.rows)}
        self._vocabulary = vocabulary
        self._notes = notes
        self._last = -1
        self._heading = False
        self._in_header = False
        self._row: CollectedRow | None = None
        self._group: Piece | None = None
        self.collected = Collected()

    def collect(self, lines: list[Line]) -> Collected:
        """Return what the lines hold."""
        for line in lines:
            words = [piece.text for piece in line if not piece.text.isascii()]
            self._in_header = len(line) > 1 and any(map(self._heads_column_only, words))
            if len(line) > 1 and self._row is not None and self._ends_row(line):
                self._row = None
            for position, piece in enumerate(line):
                if self._takes_rest(piece, line, position):
                    break
        return self.collected

    def _ends_row(self, line: Line) -> bool:
        assert self._row is not None  # noqa: S101 - the caller's condition, for the type checker
        return bool(self._row.pieces) or any(
            self._vocabulary.match(piece.text).label("row", "group") for piece in line
        )

    def _takes_rest(self, piece: Piece, line: Line, position: int) -> bool:
        """Take in one piece; return whether it took the rest of its line with it."""
        if not piece.text:
            if self._row is not None:
                self._row.pieces.append(piece)
            return False
        match = self._vocabulary.match(piece.text)
        self._heading = self._heads_columns(match, line)
        if label := self._row_label(match):
            self._begin(label, match, line, position)
            return True
        if label := match.label("group"):
            self._notes.label(match, piece.text, label.printed)
            self._row, self._group = None, piece
            return False
        if label := match.label("column", "header"):
            self._notes.label(match, piece.text, label.printed)
            # Behind the rows it is the header again, at the top of another page.
            if self._last < 0 and label.role == "column":
                self.collected.headers.setdefault(None, []).append((label.key, piece))
            return False
        if is_value(piece.text):
            if self._row is None and self._heads_row(line[position + 1 :]):
                self._notes.add("unplaced-text", f"line {piece.line + 1}", piece.text, _NUMBERED)
                return False
            return self._value(line, position)
        return self._stranger(line, position)

    def _heads_columns(self, match: Match, line: Line) -> bool:
        """Whether a label stands in the header, which a further page may print again.

        There 其他 and 总计 stand beside or behind labels that head nothing but columns.
        """
        if not match.label("column"):
            return False
        if not match.label("row"):
            return True
        return self._in_header if len(line) > 1 else self._heading

    def _heads_column_only(self, text: str) -> bool:
        match = self._vocabulary.match(text)
        return bool(match.label("column") and not match.label("row"))

    def _heads_row(self, following: Line) -> bool:
        """Whether a label follows on the line, so that a number before it counts the rows."""
        return any(
            piece.text and self._vocabulary.match(piece.text).label("row", "group")
            for piece in following[:3]
        )

    def _row_label(self, match: Match) -> Label | None:
        rows = [label for label in match.labels if label.role == "row"]
        if not rows or ((self._last < 0 or self._heading) and match.label("column")):
            return None
        return next((label for label in rows if self._order[label.key] > self._last), rows[0])

    def _begin(self, label: Label, match: Match, line: Line, position: int) -> None:
        self._notes.label(match, line[position].text, label.printed)
        self._last = max(self._last, self._order[label.key])
        self._open_row(label.key, line, position)

    def _open_row(self, key: str | None, line: Line, position: int) -> None:
        piece = line[position]
        following = line[position + 1 :]
        self._row = CollectedRow(key, piece.text, None, piece.line, following, piece.column)
        self._group = None
        self.collected.rows.append(self._row)

    def _value(self, line: Line, position: int) -> bool:
        if self._row is None:
            # Numbers behind the name of a group belong to a row the statute does not have.
            label = self._group.text if self._group else ""
            self._row = CollectedRow(None, label, None, line[position].line)
            self._group = None
            self.collected.rows.append(self._row)
        self._row.pieces.extend(line[position:])
        return True

    def _stranger(self, line: Line, position: int) -> bool:
        if self._last >= 0:
            self._open_row(None, line, position)
            return True
        self.collected.strangers.setdefault(None, []).append(line[position])
        return False
