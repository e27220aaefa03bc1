"""Divides a table's lines into labels and the pieces that follow them."""

from collections.abc import Iterable, Sequence

from govreport.blocks import TableBlock
from govreport.expressions import expression
from govreport.model.grid import Cell, Slot, Table
from govreport.model.values import read_value
from govreport.recognise.labels.vocabulary import Vocabulary
from govreport.recognise.pieces import Piece, words_of

Line = list[Piece]

_piece = tuple.__new__
"""Builds a piece from all its fields in half the time."""

_MASKED = expression(r"[*＊×xX?？]{1,6}")
LONGEST_VALUE = 24
"""A longer text that is not a number is a label or a note."""
LONGEST_REMARK = 3
"""The length of the longest text in place of a number that is not a row's name: 暂无, 见附件."""
_LONGEST_PART = 40
"""The length of the longest part of a label that was printed on several lines."""


def lines_of(block: TableBlock) -> list[Line]:
    """Return the cells that begin in each row of a table, with their positions.

    Cells that only fill up a row shorter than others are left out.
    """
    return [_line_of(row, slots) for row, slots in enumerate(_printed_slots(block))]


def last_text(block: TableBlock) -> str:
    """Return the text of the last cell of a table, of those that `lines_of` returns."""
    rows = reversed([*enumerate(_printed_slots(block))])
    line = next((line for row, slots in rows if (line := _line_of(row, slots))), None)
    return line[-1].text if line else ""


def _printed_slots(block: TableBlock) -> Sequence[Sequence[Slot]]:
    """Return the positions of each row of a table, up to the last of a printed cell."""
    grid = block.table.grid
    if len(block.printed_cells) != len(grid):
        return grid
    return [slots[:count] for slots, count in zip(grid, block.printed_cells, strict=True)]


def _line_of(row: int, slots: Sequence[Slot]) -> Line:
    return [
        _piece(
            Piece,
            (
                cell.text or (text_of_cell(cell) if cell.content else ""),
                column,
                cell.column_span,
                row,
                cell.row_span,
            ),
        )
        for column, (cell, first_row, first_column, filled_up) in enumerate(slots)
        if first_column == column and first_row == row and not filled_up
    ]


def text_of_cell(cell: Cell) -> str:
    """Return a cell's text, including that of a nested table of one cell."""
    while (inner := only_cell(cell)) is not None:
        cell = inner
    return cell.text


def only_cell(cell: Cell) -> Cell | None:
    """Return the only cell of a table that fills a cell, as pages nest one for its border."""
    table = cell.content[0] if len(cell.content) == 1 else None
    if not isinstance(table, Table) or table.height > 1 or table.width > 1:
        return None
    return table.rows[0][0]


def is_value(text: str) -> bool:
    """Whether a cell's text can stand for a number: blank, a number, a mark, or masked digits."""
    if not text:
        return True
    reading = read_value(text)
    if not reading.doubtful or _MASKED.fullmatch(text):
        return True
    return len(text) <= LONGEST_VALUE and text[0].isdecimal() and _mostly_digits(text)


def _mostly_digits(text: str) -> bool:
    return 2 * sum(each.isdecimal() for each in text) >= len(text)


def unfold(lines: Iterable[Line], vocabulary: Vocabulary, roles: Sequence[str]) -> list[Line]:
    """Split lines that hold several row labels, as text without row ends does, into cells."""
    unfolded: list[Line] = []
    for line in lines:
        if _holds_labels(line, vocabulary, roles):
            unfolded.extend([Piece(piece.text, 0, 1, piece.line)] for piece in line)
        else:
            unfolded.append(line)
    return unfolded


def _holds_labels(line: Line, vocabulary: Vocabulary, roles: Sequence[str]) -> bool:
    """Whether texts of a line with numbers are several labels in one of some roles."""
    words = words_of(line) if len(line) > 3 else []
    if len(words) < 2:
        return False
    found = [vocabulary.match(text).labels for text in words]
    named = {labels[0] for labels in found if len(labels) == 1 and labels[0].role in roles}
    return len(named) > 1 and _is_numbered(line)


def _is_numbered(line: Line) -> bool:
    return any(piece.text and is_value(piece.text) for piece in line)


def join_split_labels(lines: list[Line], vocabulary: Vocabulary) -> list[Line]:
    """Join labels that were printed on two or three lines of one cell each.

    They are joined only if no part is a label by itself, though it may resemble one, and the
    whole is a label.
    """
    if 1 not in map(len, lines):
        return lines
    joined: list[Line] = []
    index = 0
    while index < len(lines):
        for length in (3, 2) if len(lines[index]) == 1 else ():
            parts = lines[index : index + length]
            if len(parts) == length and (whole := _joined(parts, vocabulary)):
                joined.append([whole])
                index += length
                break
        else:
            joined.append(lines[index])
            index += 1
    return joined


def _joined(parts: list[Line], vocabulary: Vocabulary) -> Piece | None:
    if any(len(line) != 1 or is_value(line[0].text) for line in parts):
        return None
    texts = [line[0].text for line in parts]
    if any(len(text) > _LONGEST_PART or _is_exact(text, vocabulary) for text in texts):
        return None
    text = "".join(texts)
    return Piece(text, 0, 1, parts[0][0].line) if _is_exact(text, vocabulary) else None


def _is_exact(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a label, and not only resembles one."""
    match = vocabulary.match(text)
    return bool(match.labels) and not match.deviates
