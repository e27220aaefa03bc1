"""Table 2 found in a table's lines: items of article 20, their headers, their rows."""

from govreport.model.statute import Layout
from govreport.recognise.columns import Piece
from govreport.recognise.labels.folding import skeleton
from govreport.recognise.labels.vocabulary import Match, Vocabulary
from govreport.recognise.notes import Notes
from govreport.recognise.rows import Collected, CollectedRow, Line, is_value


class ProactiveCollector:
    """Walks the lines of table 2 once, keeping the item it is in and the row it fills."""

    def __init__(self, layout: Layout, vocabulary: Vocabulary, notes: Notes) -> None:
        self._layout = layout
        self._vocabulary = vocabulary
        self._notes = notes
        self._groups = {row.key: row.group for row in layout.rows}
        self._group: str | None = None
        self._foreign = False
        self._row: CollectedRow | None = None
        self.collected = Collected()

    def collect(self, lines: list[Line]) -> Collected:
        """Return what the lines hold."""
        for line in lines:
            self._line(line)
        return self.collected

    def _line(self, line: Line) -> None:
        matches = [self._vocabulary.match(piece.text) for piece in line]
        position = 0
        if not any(piece.text for piece in line) and len(line) > 1:
            self._row = None
            return
        headed = any(match.label("row", "item", "header", "column") for match in matches)
        if len(line) > 1:
            if not headed and not all(is_value(piece.text) for piece in line):
                self._unknown(line)
                return
            if headed:
                self._row = None
        while position < len(line):
            position = self._piece(line, matches, position)

    def _piece(self, line: Line, matches: list[Match], position: int) -> int:
        """Take one piece of a line, or a row's label with all that follows it on the line."""
        piece, match = line[position], matches[position]
        if label := match.label("row"):
            self._notes.label(match, piece.text, label.printed)
            self._group, self._foreign = self._groups[label.key], False
            self._row = CollectedRow(
                label.key,
                piece.text,
                self._group,
                piece.line,
                line[position + 1 :],
                piece.column,
            )
            self.collected.rows.append(self._row)
            return len(line)
        if label := match.label("item"):
            self._notes.label(match, piece.text, label.printed)
            self._group, self._foreign, self._row = label.key, False, None
            self.collected.items.setdefault(label.key, piece.line)
            return position + 1
        if match.label("header", "column") and not self._foreign:
            self._header(piece, match)
            return position + 1
        return self._other(line, position)

    def _header(self, piece: Piece, match: Match) -> None:
        self._row = None
        if label := match.label("column", "header"):
            self._notes.label(match, piece.text, label.printed)
            self.collected.headers.setdefault(self._group, []).append((label.key, piece))

    def _other(self, line: Line, position: int) -> int:
        """Take a piece that is no label, alone or with the rest of its line."""
        piece = line[position]
        if not piece.text:
            if self._row is not None:
                self._row.pieces.append(piece)
            return position + 1
        if self._row is not None and is_value(piece.text):
            self._row.pieces.extend(line[position:])
        elif position and not self._foreign:
            self.collected.strangers.setdefault(self._group, []).append(piece)
            return position + 1
        else:
            self._unknown(line[position:])
        return len(line)

    def _unknown(self, line: Line) -> None:
        """Keep a line that the layout does not know as a row of its own."""
        filled = [piece for piece in line if piece.text]
        if is_foreign_item(filled[0].text):
            self._foreign = True
        labelled = line[line.index(filled[0]) :]
        row = CollectedRow(None, labelled[0].text, self._group, labelled[0].line)
        row.pieces.extend(labelled[1:])
        self.collected.rows.append(row)
        self._row = row


def is_foreign_item(text: str) -> bool:
    """Whether a text heads an item of article 20 that the layout does not have."""
    key = skeleton(text)
    return len(key) <= 12 and "二十条" in key and key.endswith("项")
