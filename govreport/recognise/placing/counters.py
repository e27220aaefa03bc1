"""Numbers in a run of cells that only count its rows or its lines, one before each label."""

from collections.abc import Iterator, Sequence

from govreport.recognise.pieces import Piece
from govreport.recognise.placing.naming import StatuteCells, Text, counts_rows
from govreport.recognise.rows import Line, is_value

_FEWEST_LINES = 3
"""Lines that are counted, each as long as the others, with numbers before them."""
_FEWEST_COUNTED = 4
"""Labels that are counted, in a run in which numbers stand before all of them."""


def counting_numbers(run: Sequence[Piece], cells: StatuteCells) -> list[int]:
    """Return where the numbers stand that count the rows, or the lines with their headers, too.

    One stands before each label, or before the labels of each row of the form, and one alone before
    the first; they go up by one.
    """
    texts = [Text(piece, cells.name(piece.text)) for piece in run]
    begins = list(_beginnings(texts))
    if cells.kind == "reviews":
        return _counted_headers(texts, begins)
    of_rows = [at for at in begins if at and _heads_row(texts, at)]
    for places in (begins[1:], of_rows):
        if _are_counted(texts, places):
            return sorted([*_heads(texts), *(at - 1 for at in places)])
    return []


def _heads(texts: Sequence[Text]) -> list[int]:
    """Return where headers of such numbers stand."""
    return [at for at, text in enumerate(texts) if counts_rows(text.piece.text)]


def _beginnings(texts: Sequence[Text]) -> Iterator[int]:
    """Yield where labels begin, the first of them or behind numbers."""
    behind_number = True
    for at, text in enumerate(texts):
        if text.named.sort == "blank":
            continue
        if behind_number and not _is_number(text):
            yield at
        behind_number = _is_number(text)


def _counted_headers(texts: Sequence[Text], begins: Sequence[int]) -> list[int]:
    """Return where numbers count the lines of the header of table 4, and the row of numbers below.

    Nothing else than such a number stands between two lines of a header.
    """
    places = [at - 1 for at in begins[1:]]
    numbers = [at for at, text in enumerate(texts) if _is_number(text)]
    counting = numbers[: len(places) + 1]
    if not places or counting[:-1] != places:
        return []
    return counting if _go_up([texts[at].piece.text for at in counting]) else []


def _go_up(counted: Sequence[str]) -> bool:
    """Whether numbers go up by one, from one of the first."""
    first = counted[0]
    if not (first.isascii() and first.isdigit()) or int(first) > _FEWEST_COUNTED:
        return False
    return list(counted) == [str(int(first) + count) for count in range(len(counted))]


def _heads_row(texts: Sequence[Text], start: int) -> bool:
    """Whether the labels from a place on end in that of a row."""
    last = start
    while last + 1 < len(texts) and not _is_figure(texts[last + 1]):
        last += 1
    named = texts[last].named
    return bool(named.rows) and named.match.label("row") is not None


def _are_counted(texts: Sequence[Text], places: Sequence[int]) -> bool:
    if len(places) < _FEWEST_COUNTED or (places[0] > 1 and _is_number(texts[places[0] - 2])):
        return False
    return _go_up([texts[at - 1].piece.text for at in places])


def _is_number(text: Text) -> bool:
    return text.named.sort == "value"


def _is_figure(text: Text) -> bool:
    return text.named.sort in ("value", "blank")


def in_counted_lines(run: Sequence[Piece]) -> list[Line] | None:
    """Return a run of cells as lines of one length, where a number before each line counts them.

    A program prints so that shows blank cells in the places that cells span. None where no
    numbers stand so far from each other, or the run does not end with a line.
    """
    texts = [piece.text for piece in run]
    if "1" not in texts or "" not in texts:
        return None
    first = texts.index("1")
    for width in range(max(first, _FEWEST_COUNTED - 1) + 1, len(texts) // 2 + 1):
        starts = range(first, len(texts), width)
        if (len(texts) - first) % width == 0 and _are_line_numbers(texts, starts):
            lines = [run[:first], *(run[at : at + width] for at in starts)]
            return [_in_line(line, width, at) for at, line in enumerate(lines)]
    return None


def _are_line_numbers(texts: Sequence[str], places: Sequence[int]) -> bool:
    """Whether numbers count lines, of which only the last one may begin with another number."""
    if len(places) < _FEWEST_LINES or not _go_up([texts[at] for at in places]):
        return False
    return not any(texts[at + 1] and is_value(texts[at + 1]) for at in places[:-1])


def _in_line(cells: Sequence[Piece], width: int, number: int) -> Line:
    """Return cells as those at the end of a line of so many, blank ones before them."""
    blank = [Piece("", 0, 1, number)] * (width - len(cells))
    return [
        piece._replace(column=at, span=1, line=number, rows=1)
        for at, piece in enumerate((*blank, *cells))
    ]
