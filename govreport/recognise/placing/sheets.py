"""Divides the lines of a table into headers and the rows below each header."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from govreport.model.statute import Layout
from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.naming import Named, StatuteCells, Text, counts_rows
from govreport.recognise.placing.settling import settled
from govreport.recognise.rows import Line

_FEWEST_COUNTED = 4
"""So many numbers in a row, with no other cells between them, count the columns of a table."""

TextLine = tuple[Text, ...]
Vote = TypeVar("Vote", int, str)


class Side(NamedTuple):
    """What the labels next to the numbers name: rows, columns, both or nothing."""

    rows: bool
    columns: bool


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row below a header: its cells, and the cells of rows above that reach down into it."""

    index: int
    texts: TextLine
    reaching: TextLine
    is_note: bool = False
    """Whether it holds only texts that name nothing."""
    has_values: bool = False
    """Whether one of its cells holds a number."""


class SheetPart(NamedTuple):
    """A header, empty if there is none above the first rows, and the rows below it."""

    header: tuple[TextLine, ...]
    rows: tuple[SheetRow, ...]


class Sheet(NamedTuple):
    """A table's lines in parts.

    `numbering` holds the texts that only count its columns, `usual_end` is the position where
    most rows end.
    """

    side: Side
    parts: tuple[SheetPart, ...]
    numbering: tuple[Piece, ...]
    usual_end: int


def sheet_of(lines: Sequence[Line], cells: StatuteCells, layout: Layout, placed: bool) -> Sheet:
    """Return the lines of a table in parts, each label with its role there.

    `placed` says that they are lines of a grid.
    """
    names = _Names(cells, layout)
    named = [tuple([_text(Text, (piece, names[piece.text])) for piece in line]) for line in lines]
    named, index = _without_index(named) if placed else (named, [])
    if any(name.sort == "year" for name in names.values()):
        named = _with_latest_year(named)
    named = settled(named, cells, layout)
    reaching = list(_reaching(named))
    if placed:
        reaching = [
            (*down, *going_on) for down, going_on in zip(reaching, _going_on(named), strict=True)
        ]
    counting = {at for at, line in enumerate(named) if _counts_columns(line)}
    numbering = tuple(text.piece for at in counting for text in named[at] if text.piece.text)
    numbering = (*index, *numbering)
    kept = [at for at in range(len(named)) if at not in counting]
    valued = {at for at in kept if _is_valued(named[at])}
    beside = [(*reaching[at], *named[at]) for at in kept if at in valued]
    side = _side_of(beside, cells, placed)
    # If all numbers are blank, lines with only row labels are used instead of those with numbers.
    by_labels = not valued and side.rows
    rows = [at for at in kept if (_heads_rows(named[at]) if by_labels else at in valued)]
    columns = _roles_by_column([named[at] for at in rows])
    first = rows[0] if rows else len(named)
    lines_kept = [
        (at, _resolved(named[at], side, columns, at >= first), reaching[at]) for at in kept
    ]
    parts = tuple(_parts(lines_kept, side, valued))
    return Sheet(side, parts, numbering, _usual_end(parts))


_text = tuple.__new__
"""Makes a text of all its fields in half the time."""


class _Names(dict[str, Named]):
    """What each text of a table names in a layout, worked out once however often it stands there."""

    def __init__(self, cells: StatuteCells, layout: Layout) -> None:
        self._cells = cells
        self._keys = {row.key for row in layout.rows}

    def __missing__(self, text: str) -> Named:
        named = self._cells.name(text)
        if named.rows != named.above:
            named = _in_layout(named, self._cells, self._keys)
        self[text] = named
        return named


def _usual_end(parts: Sequence[SheetPart]) -> int:
    """Return the position where most rows end."""
    last = [row.texts[-1].piece for part in parts for row in part.rows]
    return most_frequent([piece.column + piece.span for piece in last]) if last else 0


def _without_index(lines: list[TextLine]) -> tuple[list[TextLine], list[Piece]]:
    """Remove a first column that counts all lines, headers too, as programs print an index.

    The line above the first counted one may hold the program's numbers of the columns.
    """
    first = [line[0].piece for line in lines if line and line[0].piece.column == 0]
    blank = 1 if first and not first[0].text else 0
    counted = [piece.text for piece in first[blank:]]
    numbers = ([str(number) for number in range(start, start + len(counted))] for start in (0, 1))
    if len(first) < len(lines) or len(counted) < _FEWEST_COUNTED - 1 or counted not in numbers:
        return lines, []
    if any(piece.span > 1 or piece.rows > 1 for piece in first):
        return lines, []
    return [line[1:] for line in lines], [piece for piece in first if piece.text]


def _in_layout(named: Named, cells: StatuteCells, keys: set[str]) -> Named:
    """Read a label that is a row only in the other edition as the group that it is in this one.

    `keys` are those of this edition's rows.
    """
    if keys.isdisjoint(cells.rows_in(named.rows)) and keys & set(cells.rows_in(named.above)):
        return named._replace(rows=named.above)
    return named


def _with_latest_year(lines: list[TextLine]) -> list[TextLine]:
    """Make the label of the latest year neutral, as its numbers are the report's, others not."""
    years = {text.named.rows for line in lines for text in line if text.named.sort == "year"}
    latest = max(years, default=0)

    def told(text: Text) -> Text:
        if text.named.sort != "year":
            return text
        return text._replace(named=Named("neutral" if text.named.rows == latest else "foreign"))

    return [tuple([told(text) for text in line]) for line in lines]


def _is_valued(line: TextLine) -> bool:
    return any(named.sort == "value" for _, named in line)


def _heads_rows(line: TextLine) -> bool:
    return any(named.rows and not named.columns for _, named in line)


def _counts_columns(line: TextLine) -> bool:
    """Whether a row only numbers the columns."""
    if any(text.named.sort == "label" for text in line):
        return False
    numbers = [read_value(t.piece.text).value for t in line if t.named.sort == "value"]
    return len(numbers) >= _FEWEST_COUNTED and any(
        numbers == list(range(first, first + len(numbers))) for first in (0, 1, 2)
    )


def _reaching(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Yield for each line the cells of lines above that span into it."""
    open_texts: list[tuple[Text, int]] = []
    before = -1
    for line in lines:
        row = line[0].piece.line if line else before + 1
        if row <= before:  # another grid begins
            open_texts = []
        before = row
        open_texts = [(text, end) for text, end in open_texts if end > row]
        yield tuple([text for text, _ in open_texts])
        open_texts += [
            (text, text.piece.line + text.piece.rows) for text in line if text.piece.rows > 1
        ]


def _going_on(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Yield for each line the label of a row that continues in it with a blank cell.

    Grids without spans print a row in this way if its numbers are below each other, each next
    to the label of its column, and no such label is repeated.
    """
    label: Text | None = None
    columns: set[int] = set()
    for line in lines:
        first = line[0] if line else None
        own = [text.named for text in line if text.named.sort == "label"]
        mask = own[-1].columns if own else 0
        if first is None or not mask:
            label = None
        elif len(own) > 1 and first.named.rows:
            label = first._replace(named=first.named._replace(columns=0))
            columns = {mask}
        elif label and first.named.sort == "blank" and len(own) == 1 and mask not in columns:
            if label.piece.column == first.piece.column:
                columns.add(mask)
                yield (label,)
                continue
            label = None
        else:
            label = None
        yield ()


def _side_of(valued: Sequence[TextLine], cells: StatuteCells, placed: bool) -> Side:
    """Return the kind of label next to the numbers in most rows that have one there."""
    labelled = rows = columns = 0
    for line in valued:
        labels = [text.named for text in line if text.named.sort == "label"]
        labelled += bool(labels)
        rows += any(each.rows and not (each.columns and len(labels) == 1) for each in labels)
        columns += any(each.columns and not each.rows for each in labels)
    if not labelled:
        return Side(not (valued and placed) and cells.kind != "reviews", columns=False)
    return Side(2 * rows >= labelled, 2 * columns >= labelled)


def _roles_by_column(valued: Sequence[TextLine]) -> dict[int, str]:
    """Return the kind of label at each position next to the numbers."""
    votes: dict[int, list[str]] = {}
    for line in valued:
        for piece, named in line:
            if named.sort == "label" and not (named.rows and named.columns):
                votes.setdefault(piece.column, []).append("rows" if named.rows else "columns")
    return {column: most_frequent(roles) for column, roles in votes.items()}


def most_frequent(votes: Sequence[Vote]) -> Vote:
    """Return what stands there most often, of several the first."""
    if votes.count(votes[0]) * 2 >= len(votes):
        return votes[0]
    counts = Counter(votes)
    return max(counts, key=counts.__getitem__)


def _resolved(line: TextLine, side: Side, columns: dict[int, str], begun: bool) -> TextLine:
    """Give labels that name both a row and a column the role of the others in their line."""
    if not any(named.rows and named.columns for _, named in line):
        return line
    pure = {
        "rows" if named.rows else "columns"
        for _, named in line
        if named.sort == "label" and not (named.rows and named.columns)
    }
    valued = _is_valued(line)
    return tuple([_with_role(text, pure, valued, begun, side, columns) for text in line])


def _with_role(
    text: Text, pure: set[str], valued: bool, begun: bool, side: Side, columns: dict[int, str]
) -> Text:
    piece, named = text
    if not (named.rows and named.columns):
        return text
    if (len(set(columns.values())) == 1 and piece.column in columns and begun and not pure) or (
        valued and piece.column in columns
    ):
        role = columns[piece.column]
    elif valued and side.rows != side.columns:
        role = "rows" if side.rows else "columns"
    elif len(pure) == 1:
        role = next(iter(pure))
    elif valued:
        return text
    else:
        role = "columns" if side.rows or not side.columns else "rows"
    if role == "rows":
        return Text(piece, named._replace(columns=0))
    return Text(piece, named._replace(rows=0, above=0))


def _parts(
    lines: Sequence[tuple[int, TextLine, TextLine]], side: Side, valued: set[int]
) -> Iterator[SheetPart]:
    """Yield the lines in parts; `valued` are those that hold numbers."""
    header: list[TextLine] = []
    rows: list[SheetRow] = []
    for at, line, reaching in lines:
        is_valued = at in valued
        if not is_valued and all(named.sort == "blank" for _, named in line):
            continue
        sort = _sort_of(line, side, is_valued, begun=bool(rows))
        if sort == "header":
            if rows:
                yield SheetPart(tuple(header), tuple(rows))
                header, rows = [], []
            header.append(line)
        else:
            rows.append(SheetRow(at, line, reaching, sort == "note", is_valued))
    yield SheetPart(tuple(header), tuple(rows))


def _sort_of(line: TextLine, side: Side, is_valued: bool, begun: bool) -> str:
    """Return whether a line is a header, a row or a note."""
    labels = [named for _, named in line if named.sort == "label"]
    beside = [
        each for each in labels if (each.rows and side.rows) or (each.columns and side.columns)
    ]
    if is_valued:
        return "row" if beside or not labels else "header"
    if len(beside) < len(labels):
        return "header"
    if beside:
        return "row"
    if begun:
        heads = any(n.match.label("header") for _, n in line)
        heads = heads or all(
            n.sort in ("neutral", "blank") or counts_rows(p.text) for p, n in line
        )
        return "header" if heads else "note"
    return "header"
