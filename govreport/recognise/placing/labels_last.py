"""Lines that print the labels of a row behind its numbers, turned so that the labels come first."""

from collections.abc import Sequence

from govreport.recognise.placing.naming import Named, StatuteCells
from govreport.recognise.rows import Line

_FEWEST_LINES = 3
"""So many lines have to end in the label of a row, and no other line with numbers may do else."""


def with_labels_first(lines: Sequence[Line], cells: StatuteCells) -> Sequence[Line]:
    """Return lines with the labels of each row before its numbers, if all print them behind.

    The lines are unchanged if one of those that hold numbers and labels prints them otherwise.
    """
    named = [[cells.name(piece.text) for piece in line] for line in lines]
    begins = {at: _labels_begin(names) for at, names in enumerate(named) if _is_row(names)}
    if len(begins) < _FEWEST_LINES or 0 in begins.values():
        return lines
    return [_turned(line, begins.get(at, 0)) for at, line in enumerate(lines)]


def _is_row(names: Sequence[Named]) -> bool:
    """Whether a line holds numbers and the label of a row."""
    return any(each.sort == "value" for each in names) and any(map(_names_row, names))


def _labels_begin(names: Sequence[Named]) -> int:
    """Return where the labels that end a line begin; 0 if it does not hold numbers, then labels."""
    first = next((at for at, each in enumerate(names) if _names_row(each)), 0)
    before, behind = names[:first], names[first:]
    is_turned = all(each.sort in ("value", "blank") for each in before) and all(
        map(_names_row, behind)
    )
    return first if is_turned else 0


def _names_row(named: Named) -> bool:
    return named.sort == "label" and bool(named.rows)


def _turned(line: Line, begins: int) -> Line:
    turned = [*line[begins:], *line[:begins]]
    return (
        [
            piece._replace(column=place.column, span=place.span)
            for piece, place in zip(turned, line, strict=True)
        ]
        if begins
        else line
    )
