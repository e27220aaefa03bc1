"""Restores a row whose cells lost their positions: the column of each cell, or why it is unknown.

Each possible way to read a row is a function in `WAYS`, and each reason to doubt even a single
reading is one in `DOUBTS`. Identities of the form choose between several readings; they never
produce one.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import compress, pairwise
from typing import NamedTuple

from govreport.model.values import read_value
from govreport.recognise.placing.evidence import Evidence, Sum, Texts, agree
from govreport.recognise.row_evidence import numbers_of


class Restored(NamedTuple):
    """A row read in one way, or left open for a reason; perhaps only `total` is known."""

    texts: Texts
    open: Texts = ()
    leftover: Texts = ()
    way: str = ""
    reason: str = ""


Way = Callable[[Texts, Evidence], list[Texts]]
Doubt = Callable[[Texts, Texts, Evidence], bool]


def _numbers_for_all(texts: Texts, known: Evidence) -> list[Texts]:
    """Read a number for each column, side by side."""
    filled = tuple([text for text in texts if text])
    if len(filled) != known.width or not _stand_together(filled, texts):
        return []
    if _may_be_another_row(filled, texts, known):
        return []
    shifted = known.has_places and (known.overflows or len(texts) > known.width)
    is_doubted = shifted or known.may_lack_cell
    return [filled] if not is_doubted or known.confirms(filled) else []


def _stand_together(filled: Texts, texts: Texts) -> bool:
    """Whether the filled cells of a row are side by side."""
    return any(texts[at : at + len(filled)] == filled for at in range(len(texts)))


def _may_be_another_row(filled: Texts, texts: Texts, known: Evidence) -> bool:
    """Whether as many filled cells as columns may still not be those of the columns."""
    if known.width == 1 < len(texts) and not texts[0]:
        return True  # the cell of the column may be the blank one, and the number a further one
    if not known.has_places and read_value(filled[-1]).doubtful:
        return True  # a text after a table may continue its last row
    if len(texts) <= known.width:
        return False
    if not texts[0] and _holds_a_copy_inside(filled) and not known.confirms(filled):
        return True  # the blank one may be the first column's, and a cell be there twice
    return not agree(known.sums, filled) and _holds_a_better_row(texts, known)


def _holds_a_copy_inside(texts: Texts) -> bool:
    """Whether two equal cells stand side by side with another before or behind them."""
    return len(set(texts)) > 1 and any(one == other for one, other in pairwise(texts))


def _holds_a_better_row(texts: Texts, known: Evidence) -> bool:
    """Whether cells side by side, blank ones among them, are a row that its own total confirms."""
    starts = range(len(texts) - known.width + 1)
    return any(known.confirms(texts[at : at + known.width]) for at in starts)


def _cells_for_all(texts: Texts, known: Evidence) -> list[Texts]:
    """Read a cell for each column, blank or not."""
    if not known.blanks_shown or known.overflows or known.is_short:
        return []
    if known.is_misshapen and known.blanks_lead and not texts[0]:
        return []  # the blank cells before the numbers of other rows belong to no column
    if len(texts) != known.width or (known.is_short_of_usual and not known.confirms(texts)):
        return []
    return [texts]


def _ends_filled(texts: Texts, known: Evidence) -> list[Texts]:
    """Read a row whose last column is filled and followed only by padding.

    A blank before the first number may be a mark that opens the row, and a word a part of its
    label; then the row's total must confirm the reading.
    """
    ends_elsewhere = known.overflows or known.is_short
    if known.blanks_shown or ends_elsewhere or len(texts) < known.width:
        return []
    row, rest = texts[: known.width], texts[known.width :]
    if not row[-1] or any(rest):
        return []
    begins_with_cell = row[0] and not read_value(row[0]).doubtful
    if known.is_short_of_usual or known.may_lack_cell:
        return [row] if begins_with_cell and known.confirms(row) else []
    if begins_with_cell:
        return [row]
    return [row] if known.blanks_lead is not True and not rest and known.confirms(row) else []


def _blanks_behind(texts: Texts, known: Evidence) -> list[Texts]:
    """Leave out surplus blank cells after the numbers."""
    return _without(texts[known.width :], texts[: known.width], texts, known, lead=False)


def _blanks_before(texts: Texts, known: Evidence) -> list[Texts]:
    """Leave out surplus blank cells before the numbers."""
    surplus = max(0, len(texts) - known.width)
    return _without(texts[:surplus], texts[surplus:], texts, known, lead=True)


def _without(taken: Texts, kept: Texts, texts: Texts, known: Evidence, lead: bool) -> list[Texts]:
    if not _are_surplus(taken, texts, known, lead):
        return []
    if not agree(known.sums, kept) and _is_better_without_another(texts, known):
        return []
    if known.is_misshapen:
        return [kept] if _is_only_one(texts, kept, known) else []
    if (known.has_places and not known.is_complete) or known.blanks_lead is None:
        return [kept] if known.confirms(kept) else []
    return [kept]


def _are_surplus(taken: Texts, texts: Texts, known: Evidence, lead: bool) -> bool:
    """Whether the cells before or after those of the columns may be surplus blank ones."""
    if not known.blanks_shown or len(texts) <= known.width or any(taken):
        return False
    if known.width == 1 and lead and not known.has_places:
        return False  # the cell of the column may be the blank one
    return known.blanks_lead in (None, lead)


def _is_better_without_another(texts: Texts, known: Evidence) -> bool:
    """Whether a row of one cell too many is confirmed by its own totals without some other cell."""
    if len(texts) != known.width + 1:
        return False
    return any(known.confirms((*texts[:at], *texts[at + 1 :])) for at in range(len(texts)))


def _is_only_one(texts: Texts, kept: Texts, known: Evidence) -> bool:
    """Whether no other cell of the row could be the surplus one: a blank, or one given twice."""
    if all(kept):
        return known.confirms(kept) or all(one != other for one, other in pairwise(kept))
    if not known.sums or len(texts) > known.width + 1:
        return False
    readings = {(*texts[:at], *texts[at + 1 :]) for at, text in enumerate(texts) if not text}
    return set(filter(known.confirms, readings)) == {kept}


def _remark_blank(texts: Texts, known: Evidence) -> list[Texts]:
    """Read a number for each column but that of remarks, whose blank cell was dropped."""
    at = known.remarks
    if at is None or known.blanks_shown or known.is_below_header:
        return []
    if len(texts) != known.width - 1 or any(read_value(text).value is None for text in texts):
        return []
    return [(*texts[:at], "", *texts[at:])]


WAYS: tuple[tuple[str, Way], ...] = (
    ("as many numbers as columns", _numbers_for_all),
    ("as many cells as columns", _cells_for_all),
    ("the last column is filled", _ends_filled),
    ("blank cells left over after the numbers", _blanks_behind),
    ("blank cells left over before the numbers", _blanks_before),
    ("a number in each column but that of remarks", _remark_blank),
)


def _lone_number_may_span(reading: Texts, filled: Texts, known: Evidence) -> bool:
    """Doubt a lone first number if spans are printed as blanks: its cell may span the row."""
    if known.spans_shown or not known.total_last or len(filled) > 1 or not reading[0]:
        return False
    return not agree(known.sums, reading)


def _total_is_missing(reading: Texts, _filled: Texts, known: Evidence) -> bool:
    """Doubt a blank total if other rows have theirs: a row that lost a cell is filled up."""
    kept = known.totals_kept or any(_agrees_with(one, reading) for one in known.sums)
    return kept and any(
        not reading[total] and any(read_value(reading[at]).value for at in parts)
        for parts, total in known.sums
    )


def _agrees_with(one: Sum, texts: Texts) -> bool:
    """Whether a total is printed and is the sum of its parts."""
    return bool(texts[one[1]]) and agree((one,), texts)


def _total_disagrees(reading: Texts, _filled: Texts, known: Evidence) -> bool:
    """Doubt a total that contradicts the row if no positions show that the row is complete.

    Where a cell states no number that can be read, the total contradicts only less than the others.
    """
    if len(known.sums) != 1 or known.blanks_shown:
        return False
    ((parts, total),) = known.sums
    read = [read_value(reading[at]) for at in parts]
    whole = read_value(reading[total])
    if not any(each.doubtful for each in (*read, whole)):
        return not agree(known.sums, reading)
    return not whole.doubtful and sum(each.value or 0 for each in read) > (whole.value or 0)


def _stands_elsewhere(reading: Texts, _filled: Texts, known: Evidence) -> bool:
    """Doubt a row without places whose total agrees if all its cells are further left or right."""
    if known.is_below_header or not known.sums or agree(known.sums, reading):
        return False
    shown = [at for at, text in enumerate(reading) if text]
    cells = reading[shown[0] : shown[-1] + 1]
    rest = known.width - len(cells)
    moved = ((*("",) * at, *cells, *("",) * (rest - at)) for at in range(rest + 1))
    return any(map(known.confirms, moved))


def _a_cell_moved(reading: Texts, filled: Texts, known: Evidence) -> bool:
    """Doubt totals that disagree, or agree better with one more or one fewer cell before them."""
    is_told = known.is_below_header or len(filled) == known.width
    if len(known.sums) < 2:
        return False
    if known.has_places and is_told:
        return all(reading) and _holds_a_copy(reading, known.sums)
    disagreeing = sum(not _has_parts_and_agrees(one, reading) for one in known.sums)
    if not disagreeing:
        return False
    if len(filled) < known.width and disagreeing > 1:
        return True
    agreeing = _agreeing(reading, known.sums)
    moved = _with_a_cell_moved(reading, known.width)
    return any(_agreeing(each, known.sums) > agreeing for each in moved)


def _with_a_cell_moved(reading: Texts, width: int) -> Iterator[Texts]:
    """Yield the rows that lost or doubled a cell, or both, may have been."""
    if not reading[-1]:
        yield from ((*reading[:at], "", *reading[at:-1]) for at in range(width))
    yield from ((*reading[:at], *reading[at + 1 :], "") for at in range(width))
    yield from _with_another_for_a_copy(reading, width)


def _with_another_for_a_copy(reading: Texts, width: int) -> Iterator[Texts]:
    """Yield the rows that a row may have been if it lost one cell and another was doubled."""
    for place in range(width):
        lost = (*reading[:place], "", *reading[place:])
        for at in range(1, len(lost)):
            if lost[at] and lost[at] == lost[at - 1]:
                yield (*lost[:at], *lost[at + 1 :])


def doubt_in_place(reading: Texts, sums: Sequence[Sum]) -> str:
    """Return why a row whose cells stand below its columns is in doubt, blank if it is not."""
    return _MOVED if len(sums) > 1 and _holds_a_copy(reading, sums) else ""


def _holds_a_copy(reading: Texts, sums: Sequence[Sum]) -> bool:
    """Whether totals agree better if one cell was lost and another doubled."""
    if all(agree((one,), reading) for one in sums):
        return False
    agreeing = _agreeing(reading, sums)
    rows = _with_another_for_a_copy(reading, len(reading))
    return any(_agreeing(each, sums) > agreeing for each in rows)


def _has_parts_and_agrees(one: Sum, texts: Texts) -> bool:
    """Whether parts of a total are printed, and it is their sum."""
    return any(texts[at] for at in one[0]) and agree((one,), texts)


def _agreeing(texts: Texts, sums: Sequence[Sum]) -> int:
    """Return how many totals of a row are printed with some of their parts and agree."""
    printed = (one for one in sums if texts[one[1]])
    return sum(_has_parts_and_agrees(one, texts) for one in printed)


def _is_filled_up(reading: Texts, _filled: Texts, known: Evidence) -> bool:
    """Doubt a row that ends in blanks if the blanks of all rows only fill them up."""
    return known.is_filled_up and not reading[-1]


def _ends_in_a_remark(reading: Texts, filled: Texts, known: Evidence) -> bool:
    """Doubt a row that only a text of few digits behind its numbers makes whole: it may stand below."""
    last = filled[-1]
    is_text = read_value(last).doubtful and 2 * sum(map(str.isdecimal, last)) < len(last)
    return is_text and not known.blanks_shown and len(filled) > 1 and reading[-1] == last


def _may_end_in_a_page_number(reading: Texts, filled: Texts, known: Evidence) -> bool:
    """Doubt a row behind which a page ends: its last number may be the page's, its own a blank."""
    if known.blanks_shown or not known.ends_page or not reading[-1].isdecimal():
        return False
    return reading[-1] == filled[-1] and not known.confirms(reading)


def _counts_no_things(reading: Texts, _filled: Texts, known: Evidence) -> bool:
    """Doubt a share, a fraction, a negative number or a mere mark where the form counts."""
    return any(map(_is_no_count, compress(reading, known.counts)))


def _is_no_count(text: str) -> bool:
    reading = read_value(text)
    if reading.value is None:
        is_mark = reading.doubtful and not any(map(str.isalnum, text))
        return is_mark or text.endswith(("%", "％"))
    return reading.value < 0 or reading.value != int(reading.value)


_MOVED = "its totals agree better if a cell was lost or doubled"

DOUBTS: tuple[tuple[str, Doubt], ...] = (
    (
        "a share, a fraction, a negative number or a mark stands where the form counts",
        _counts_no_things,
    ),
    ("a lone number may stand in a cell that spans the row", _lone_number_may_span),
    (
        "its total is blank although other rows have theirs, so a cell may be lost",
        _total_is_missing,
    ),
    ("the blank cells of all rows stand behind their numbers and fill them up", _is_filled_up),
    ("its own total contradicts the only reading left", _total_disagrees),
    ("its total agrees if all of its cells stand further left or right", _stands_elsewhere),
    (_MOVED, _a_cell_moved),
    ("a text that is no number ends it, and may stand below it", _ends_in_a_remark),
    ("a page ends behind it, and its last number may be the page's", _may_end_in_a_page_number),
)

_NO_READING = (
    "the row does not have as many cells as its header, and nothing else shows its columns"
)
_SEVERAL = "several readings are possible: "


def restore(texts: Texts, known: Evidence) -> Restored:
    """Return the column of each cell of a row that shows no positions."""
    filled = tuple(text for text in texts if text)
    blank = ("",) * known.width
    if not filled:
        return Restored(blank)
    readings = _readings_of(texts, known)
    if len(readings) == 1:
        ((reading, name),) = readings.items()
        doubt = next((why for why, holds in DOUBTS if holds(reading, filled, known)), "")
        if not doubt:
            return Restored(reading, way=name)
    elif readings:
        doubt = _SEVERAL + "; ".join(readings.values())
    else:
        doubt = _NO_READING
    if _first_is_the_number(texts, known):
        return Restored((texts[0],), (), filled[1:], "the first of several numbers")
    has_blank_total = known.is_below_header and len(texts) == known.width and not texts[-1]
    may_end = not readings and not has_blank_total
    return _total_alone(filled, known, doubt, certain=may_end)


def _readings_of(texts: Texts, known: Evidence) -> dict[Texts, str]:
    """Return the possible readings of a row, each with the first way that leads to it."""
    readings: dict[Texts, str] = {}
    for name, way in WAYS:
        for reading in way(texts, known):
            readings.setdefault(reading, name)
        if name == WAYS[0][0] and readings:
            break
    if len(readings) > 1 or known.is_displaced:
        return _confirmed(readings, known)
    return readings


def _confirmed(readings: dict[Texts, str], known: Evidence) -> dict[Texts, str]:
    """Return the readings that the row's own total confirms.

    Return all if there is none, unless the places of the cells already contradict each.
    """
    confirmed = {each: name for each, name in readings.items() if known.confirms(each)}
    return confirmed if confirmed or known.is_displaced else readings


def _first_is_the_number(texts: Texts, known: Evidence) -> bool:
    """Whether a row of a single column begins with its number, whatever follows."""
    is_alone = known.width == 1 and known.has_one_column and not known.is_displaced
    if known.may_lack_cell or (known.ends_page and len(texts) == 1):
        return False
    return is_alone and bool(texts[0])


def _total_alone(filled: Texts, known: Evidence, doubt: str, certain: bool) -> Restored:
    """Leave a row open, except for a last number that can only be the sum of the others."""
    blank = ("",) * (known.width - 1)
    numbers = numbers_of(filled)
    complete = known.total_last and known.totals_kept and 1 < len(numbers) <= known.width
    certain = certain and not known.may_be_cut
    # A cut row of one number and zeros often ends in that number again.
    complete = complete and (len(numbers) == 2 or sum(map(bool, numbers[:-1])) > 1)
    if certain and complete and 0 < numbers[-1] == sum(numbers[:-1]):
        return Restored((*blank, filled[-1]), filled[:-1], reason=doubt)
    return Restored((*blank, ""), filled, reason=doubt)
