"""Tables with each row twice, for two years, told apart by a label behind the row's own."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.recognise.labels.folding import skeleton
from govreport.recognise.labels.turning import turns
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.lists import runs_of
from govreport.recognise.placing.naming import Named, StatuteCells, Text, is_quantity
from govreport.recognise.rows import Line

_FEWEST_ROWS = 3
"""So many rows have to be given for both years, and no other row may be given otherwise."""


_END = Text(Piece("", 0, 1, 0), Named("blank"))


class _YearPair(NamedTuple):
    """A row of both years: the labels before it, and the label and the numbers of each year."""

    before: Sequence[Text]
    first: Text
    numbers: Sequence[Text]
    second: Text
    others: Sequence[Text]


def of_this_year(run: Sequence[Piece], cells: StatuteCells) -> tuple[list[Piece], list[Piece]]:
    """Return a run with the numbers of the report's year behind the labels of rows, if it has two.

    Those of the other year stand behind them with its label. Also returns the labels of the
    report's year, which were removed.
    """
    texts = [Text(piece, cells.name(piece.text)) for piece in run]
    pairs = list(_pairs(texts))
    is_first = _is_first_of_this_year([(pair.first, pair.second) for pair in pairs])
    if is_first is None:
        return list(run), []
    whole: list[Text] = []
    for before, first, numbers, second, others in pairs:
        if is_first:
            whole += (*before, *numbers, second, *others)
        else:
            whole += (*before, *others, first, *numbers)
    this = [pair.first if is_first else pair.second for pair in pairs]
    return [text.piece for text in whole], [text.piece for text in this]


def lines_of_this_year(
    lines: Sequence[Line], cells: StatuteCells
) -> tuple[Sequence[Line], list[Piece]]:
    """Return the same of lines of which each holds the cells of one year, where nothing spans."""
    if _span_rows(lines):
        return lines, []
    texts = [[Text(piece, cells.name(piece.text)) for piece in line] for line in lines]
    valued = [at for at, line in enumerate(texts) if any(map(_is_number, line))]
    if len(valued) % 2 or len(valued) < 2 * _FEWEST_ROWS:
        return lines, []
    pairs = list(zip(valued[::2], valued[1::2], strict=True))
    years = [(_last_label(texts[one]), _last_label(texts[other])) for one, other in pairs]
    are_rows = all(_are_of_one_row(texts, *pair) for pair in pairs)
    if not are_rows or not _is_first_of_this_year(years):
        return lines, []
    removed = {at: _place_of_label(texts[at]) for at, _ in pairs}
    kept = [_without(line, removed.get(at)) for at, line in enumerate(lines)]
    return kept, [lines[at][place] for at, place in removed.items()]


def _span_rows(lines: Sequence[Line]) -> bool:
    """Whether a cell of some line reaches into the line below it."""
    return any(piece.rows > 1 for line in lines for piece in line)


def _place_of_label(line: Sequence[Text]) -> int:
    """Return the place of the text before the first cell of a line, -1 if there is none."""
    return next(at for at, text in enumerate([*line, _END]) if _is_cell(text)) - 1


def _last_label(line: Sequence[Text]) -> Text:
    place = _place_of_label(line)
    return line[place] if place >= 0 else _END


def _are_of_one_row(texts: Sequence[Sequence[Text]], one: int, other: int) -> bool:
    """Whether a line has the label of its row before that of its year, the next only the latter."""
    place = _place_of_label(texts[one])
    is_headed = place > 0 and bool(texts[one][place - 1].named.rows)
    return is_headed and other == one + 1 and _place_of_label(texts[other]) == 0


def _without(line: Line, place: int | None) -> Line:
    """Return a line without one of its cells."""
    if place is None:
        return line
    behind = [piece._replace(column=piece.column - 1) for piece in line[place + 1 :]]
    return [*line[:place], *behind]


def _is_first_of_this_year(years: Sequence[tuple[Text, Text]]) -> bool | None:
    """Whether of the two labels of years the first is the report's; None where they do not tell."""
    if len(years) < _FEWEST_ROWS:
        return None
    if len({(one.piece.text, other.piece.text) for one, other in years}) > 1:
        return None
    one, other = years[0]
    is_first = _is_this(one, other)
    return is_first if is_first != _is_this(other, one) else None


def _pairs(texts: Sequence[Text]) -> Iterator[_YearPair]:
    """Yield the rows of both years, nothing if the run consists of anything else."""
    runs = list(runs_of(texts))
    if len(runs) % 4 or not runs or _is_cell(runs[0][0]):
        return
    pairs = [
        _YearPair(labels[:-1], labels[-1], numbers, own[-1], others)
        for labels, numbers, own, others in zip(
            runs[::4], runs[1::4], runs[2::4], runs[3::4], strict=True
        )
        if len(own) == 1 and len(labels) > 1 and labels[-2].named.rows
    ]
    if len(pairs) * 4 == len(runs):
        yield from pairs


def _is_this(text: Text, other: Text) -> bool:
    """Whether a label is that of the report's year beside one of another year."""
    if text.named.sort == "year" == other.named.sort:
        return text.named.rows > other.named.rows
    is_other = other.named.sort == "foreign" and bool(turns(skeleton(other.piece.text)))
    return is_quantity(text.piece.text) and is_other


def _is_cell(text: Text) -> bool:
    return text.named.sort in ("value", "blank")


def _is_number(text: Text) -> bool:
    return text.named.sort == "value"
