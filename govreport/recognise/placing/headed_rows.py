"""Tables of a single row, each below the label of that row as its heading: 件数 says nothing then."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from govreport.recognise.pieces import Piece
from govreport.recognise.placing.lists import runs_of
from govreport.recognise.placing.naming import StatuteCells, Text, is_quantity
from govreport.recognise.rows import Line

_FEWEST_ROWS = 3
"""So many rows have to stand below headings, and none otherwise."""


class _HeadedTable(NamedTuple):
    """A table of one row: its heading, with those of groups, its header, and the row."""

    heading: Sequence[Text]
    header: Sequence[Text]
    quantity: Text
    numbers: Sequence[Text]


def run_of_headed_rows(
    run: Sequence[Piece], cells: StatuteCells
) -> tuple[list[Piece], list[Piece]]:
    """Return a run with each heading before the numbers of the row that it names, below a header.

    Also returns the words that stood before the numbers, which were removed. A run that holds
    anything else is unchanged.
    """
    texts = [Text(piece, cells.name(piece.text)) for piece in run]
    runs = list(runs_of(texts))
    if len(runs) % 2 or len(runs) < 2 * _FEWEST_ROWS or _is_cell(runs[0][0]):
        return list(run), []
    tables = [_table(*pair) for pair in zip(runs[::2], runs[1::2], strict=True)]
    known = [table for table in tables if table]
    if len(known) < len(tables) or _differ(known):
        return list(run), []
    whole = [text for each in known for text in (*each.header, *each.heading, *each.numbers)]
    return [text.piece for text in whole], [each.quantity.piece for each in known]


def _table(labels: Sequence[Text], numbers: Sequence[Text]) -> _HeadedTable | None:
    """Return the table of one row of which these are the labels and numbers; None if it is none."""
    *above, quantity = labels
    heading = list(takewhile(_heads_rows, above))
    header = above[len(heading) :]
    if not heading or not header or not is_quantity(quantity.piece.text):
        return None
    if any(text.named.rows and not text.named.columns for text in header):
        return None
    return _HeadedTable(heading, header, quantity, numbers)


def _differ(tables: Sequence[_HeadedTable]) -> bool:
    """Whether tables have different headers."""
    return len({tuple(text.piece.text for text in each.header) for each in tables}) > 1


def lines_of_headed_rows(
    lines: Sequence[Line], cells: StatuteCells
) -> tuple[Sequence[Line], list[Piece]]:
    """Return the same of the lines of grids, each heading a line of its own."""
    if [*map(len, lines)].count(1) < _FEWEST_ROWS:
        return lines, []
    texts = [[Text(piece, cells.name(piece.text)) for piece in line] for line in lines]
    valued = [at for at, line in enumerate(texts) if _has_number(line)]
    if len(valued) < _FEWEST_ROWS or not all(at > 1 and _is_row(texts, at) for at in valued):
        return lines, []
    whole: list[Line] = []
    removed: list[Piece] = []
    before = 0
    for at in valued:
        header, row = lines[at - 1], lines[at]
        heading = lines[at - 2]
        own = row[0]._replace(text=heading[0].text)
        whole += (*lines[before : at - 2], header, [own, *row[1:]])
        removed.append(row[0])
        before = at + 1
    return [*whole, *lines[before:]], removed


def _is_row(texts: Sequence[Sequence[Text]], at: int) -> bool:
    """Whether a line is the only row of a table below a header and a heading."""
    heading, header, row = texts[at - 2 : at + 1]
    if len(heading) != 1 or not _heads_rows(heading[0]) or len(row) != len(header):
        return False
    columns = [text.named.columns for text in header if text.named.sort == "label"]
    return (
        all(columns)
        and bool(columns)
        and is_quantity(row[0].piece.text)
        and all(map(_is_cell, row[1:]))
    )


def _has_number(line: Sequence[Text]) -> bool:
    return any(text.named.sort == "value" for text in line)


def _heads_rows(text: Text) -> bool:
    return text.named.sort == "label" and bool(text.named.rows)


def _is_cell(text: Text) -> bool:
    return text.named.sort in ("value", "blank")
