"""Joins labels that are split over lines: around their numbers, or a character a line.

Text extracted from the layout of a printed page comes line by line. A label on two lines has its
row's numbers between its halves or after the first of them, and a vertical label has a line for
each character. Only the labels of the form show which parts belong together.
"""

from collections.abc import Iterator, Sequence

from govreport.recognise.labels.folding import enumerator, skeleton, undecorated
from govreport.recognise.labels.turning import turns
from govreport.recognise.labels.vocabulary import LONGEST_LABEL, kind_vocabulary
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.naming import Named, StatuteCells
from govreport.recognise.rows import Line

_MOST_BEFORE = 3
"""Parts of a label before its numbers."""
_MOST_BEHIND = 3
"""Parts of a label after its numbers."""


def with_labels_whole(lines: Sequence[Line], cells: StatuteCells) -> list[Line]:
    """Return lines in which runs of one-cell lines have each label joined, before its numbers."""
    if 1 not in map(len, lines):
        return list(lines)
    whole: list[Line] = []
    run: list[Piece] = []
    for line in lines:
        if len(line) == 1:
            run.append(line[0])
            continue
        if run:
            whole += [[piece] for piece in _around_numbers(_upright(run, cells), cells)]
            run = []
        whole.append(line)
    return whole + [[piece] for piece in _around_numbers(_upright(run, cells), cells)]


def _upright(run: Sequence[Piece], cells: StatuteCells) -> list[Piece]:
    """Join characters on lines of their own that together are a label."""
    joined: list[Piece] = []
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and _is_character(run[end].text):
            end += 1
        if end - at > 1:
            joined.extend(_words(run[at:end], cells))
            at = end
        else:
            joined.append(run[at])
            at += 1
    return joined


def _words(characters: Sequence[Piece], cells: StatuteCells) -> list[Piece]:
    """Return the labels that characters form, or the characters if some belong to none."""
    words: list[Piece] = []
    at = 0
    while at < len(characters):
        text = _joined(characters[at : at + LONGEST_LABEL])
        ends = [end for end in range(len(text), 1, -1) if _is_exact(text[:end], cells)]
        if not ends:
            return list(characters)
        words.append(characters[at]._replace(text=text[: ends[0]]))
        at += ends[0]
    return words


def _is_character(text: str) -> bool:
    return len(text) == 1 and not text.isascii()


def _around_numbers(run: Sequence[Piece], cells: StatuteCells) -> list[Piece]:
    """Join a label's parts after its numbers to those before them."""
    whole: list[Piece] = []
    rest = list(run)
    while rest:
        end = _end_of_values(rest, cells)
        if end == 0:
            whole.append(rest.pop(0))
            continue
        before, behind = _parts_of_label(whole, rest[end:], cells)
        if not before and _is_turned_behind(whole, rest[end:], cells):
            before, behind = 1, 1
        if before:
            label = _joined([*whole[-before:], *rest[end : end + behind]])
            whole[-before:] = [whole[-before]._replace(text=label)]
            del rest[end : end + behind]
        whole.extend(rest[:end])
        del rest[:end]
    return whole


def _end_of_values(run: Sequence[Piece], cells: StatuteCells) -> int:
    return next(
        (
            at
            for at, piece in enumerate(run)
            if cells.name(piece.text).sort not in ("value", "blank")
        ),
        len(run),
    )


def _parts_of_label(
    before: Sequence[Piece], behind: Sequence[Piece], cells: StatuteCells
) -> tuple[int, int]:
    """Return how many texts before and after numbers form one label; 0 if none is split."""
    if not before:
        return 0, 0
    is_whole = _is_exact(before[-1].text, cells)
    certain: list[tuple[int, int]] = []
    likely: list[tuple[int, int]] = []
    for first, last in _ways_to_join(before, behind, cells):
        parts = [*before[-first:], *behind[:last]]
        # 2.其他 is a label and also the beginning of another: 2.其他法律行政法规禁止公开.
        may_join = not (is_whole and first > 1) and _are_parts(parts[is_whole:], cells)
        if not may_join or not _names_row(cells.name(_joined(parts))):
            continue
        if _is_exact(_joined(parts), cells):
            certain.append((first, last))
        elif not any(map(_begins_label, parts[1:])):
            likely.append((first, last))
    return _shortest(certain or ([] if is_whole else likely))


def _is_turned_behind(
    before: Sequence[Piece], behind: Sequence[Piece], cells: StatuteCells
) -> bool:
    """Whether a text behind numbers, which is no label, turns the part of a label before them."""
    if not (before and behind) or _is_exact(before[-1].text, cells):
        return False
    if cells.name(before[-1].text).sort not in ("label", "foreign"):
        return False
    rest = cells.name(behind[0].text)
    return rest.sort == "foreign" and bool(turns(skeleton(behind[0].text)))


def _ways_to_join(
    before: Sequence[Piece], behind: Sequence[Piece], cells: StatuteCells
) -> Iterator[tuple[int, int]]:
    """Yield how many texts before and after numbers may be joined, with no number among them."""
    for first in range(1, min(_MOST_BEFORE, len(before)) + 1):
        if _is_value(before[-first], cells):
            return
        for last in range(min(_MOST_BEHIND, len(behind)) + 1):
            if last and _is_value(behind[last - 1], cells):
                break
            if first + last > 1:
                yield first, last


def _shortest(ways: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the way that joins the fewest texts; 0 if there is none or there are several."""
    found = sorted(ways, key=sum)
    if not found or (len(found) > 1 and sum(found[0]) == sum(found[1])):
        return 0, 0
    return found[0]


def _joined(pieces: Sequence[Piece]) -> str:
    return "".join([piece.text for piece in pieces])


def _are_parts(parts: Sequence[Piece], cells: StatuteCells) -> bool:
    return not any(_is_exact(piece.text, cells) for piece in parts)


def _begins_label(piece: Piece) -> bool:
    """Whether a text begins with a number as labels do, and so does not go on with another."""
    return bool(enumerator(undecorated(piece.text))[0])


def _is_value(piece: Piece, cells: StatuteCells) -> bool:
    return cells.name(piece.text).sort in ("value", "blank")


def _names_row(named: Named) -> bool:
    return named.sort == "label" and bool(named.rows)


def _is_exact(text: str, cells: StatuteCells) -> bool:
    return bool(kind_vocabulary(cells.kind).exact(text))
