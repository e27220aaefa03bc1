"""Numbers in a run of cells that only count its rows or its lines, one before each label."""

from collections.abc import Iterator, Sequence

from govreport.recognise.pieces import Piece
from govreport.recognise.placing.naming import StatuteCells, Text, counts_rows

_FEWEST_COUNTED = 4
"""Labels that are counted, in a run in which numbers stand before all of them."""


def counting_numbers(run: Sequence[Piece], cells: StatuteCells) -> list[int]:
    """Return where the numbers stand that count the rows, or the lines with their headers, too.

    One stands before each label, or before the labels of each row of the form, and one alone before
    the first; they go up by one.
    """
    texts = [Text(piece, cells.name(piece.text)) for piece in run]
    heads = [at for at, text in enumerate(texts) if counts_rows(text.piece.text)]
    begins = list(_beginnings(texts))
    for places in (begins[1:], [at for at in begins if at and _heads_row(texts, at)]):
        if _are_counted(texts, places):
            return sorted([*heads, *(at - 1 for at in places)])
    return []


def _beginnings(texts: Sequence[Text]) -> Iterator[int]:
    """Yield where labels begin, the first of them or behind numbers."""
    behind_number = True
    for at, text in enumerate(texts):
        if text.named.sort == "blank":
            continue
        if behind_number and not _is_number(text):
            yield at
        behind_number = _is_number(text)


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
    before = [texts[at - 1].piece.text for at in places]
    first = before[0]
    if not (first.isascii() and first.isdigit()) or int(first) > _FEWEST_COUNTED:
        return False
    return before == [str(int(first) + count) for count in range(len(before))]


def _is_number(text: Text) -> bool:
    return text.named.sort == "value"


def _is_figure(text: Text) -> bool:
    return text.named.sort in ("value", "blank")
