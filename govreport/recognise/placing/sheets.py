"""Divides the lines of a table into headers and the rows below each header."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from govreport.model.statute import Layout
from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.damaged_labels import settled
from govreport.recognise.placing.naming import Named, StatuteCells, Text, counts_rows
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

    @property
    def end(self) -> int:
        """The position behind its last cell."""
        return self.texts[-1].piece.column + self.texts[-1].piece.span


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
    named, index = _named_lines(lines, cells, layout, placed)
    reaching = _reaching_in_grid(named) if placed else list(_reaching(named))
    counting = {at for at, line in enumerate(named) if _counts_columns(line)}
    kept = [at for at in range(len(named)) if at not in counting]
    valued = {at for at in kept if _is_valued(named[at])}
    beside = [(*reaching[at], *named[at]) for at in kept if at in valued]
    side = _side_of(beside, cells, placed)
    # If all numbers are blank, lines with only row labels are used instead of those with numbers.
    by_labels = not valued and side.rows
    rows = [at for at in kept if (_heads_rows(named[at]) if by_labels else at in valued)]
    roles = _roles_by_column([named[at] for at in rows])
    begins = (at for at in kept if at in rows[:1] or _begins_rows(named[at], side))
    first = next(begins, len(named))
    resolved = [(at, _resolved(named[at], side, roles, at >= first)) for at in kept]
    reaching = [_with_roles(texts, roles) if texts else texts for texts in reaching]
    parts = tuple(_parts(resolved, reaching, side, valued))
    return Sheet(side, parts, (*index, *_printed(named, counting)), _usual_end(parts))


def _named_lines(
    lines: Sequence[Line], cells: StatuteCells, layout: Layout, placed: bool
) -> tuple[list[TextLine], list[Piece]]:
    """Return lines with what their texts name, and the index that was removed from them."""
    names = _Names(cells, layout)
    named = [tuple([_text(Text, (piece, names[piece.text])) for piece in line]) for line in lines]
    named, index = _without_index(named) if placed else (named, [])
    if any(name.sort == "year" for name in names.values()):
        named = _with_latest_year(named)
    return settled(named, cells, layout), index


def _printed(lines: Sequence[TextLine], places: Iterable[int]) -> list[Piece]:
    """Return the cells with a text of some of the lines."""
    return [text.piece for at in places for text in lines[at] if text.piece.text]


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
    if len(first) < len(lines) or not _count_lines(first):
        return lines, []
    return [line[1:] for line in lines], [piece for piece in first if piece.text]


def _count_lines(first: Sequence[Piece]) -> bool:
    """Whether the first cells of all lines only count the lines."""
    blank = 1 if first and not first[0].text else 0
    counted = [piece.text for piece in first[blank:]]
    if len(counted) < _FEWEST_COUNTED - 1 or any(p.span > 1 or p.rows > 1 for p in first):
        return False
    return any(
        counted == [str(number) for number in range(start, start + len(counted))]
        for start in (0, 1)
    )


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


def _begins_rows(line: TextLine, side: Side) -> bool:
    """Whether a line without numbers holds only labels of rows, as they stand beside numbers."""
    return side == Side(rows=True, columns=False) and all(
        named.rows and not named.columns and named.match.label("row") for _, named in line
    )


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


def _reaching_in_grid(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return for each line of a grid the cells of lines above that span or continue into it."""
    pairs = zip(_reaching(lines), _going_on(lines), strict=True)
    return [(*down, *going_on) for down, going_on in pairs]


def _going_on(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Yield for each line the label of a row that continues in it with a blank cell.

    Grids without spans print a row in this way if its numbers are below each other, each next
    to the label of its column, and no such label is repeated.
    """
    label: Text | None = None
    columns: set[int] = set()
    for line in lines:
        own = _labels(line)
        mask = own[-1].columns if own else 0
        if not mask:
            label = None
        elif len(own) > 1 and line[0].named.rows:
            label = line[0]._replace(named=line[0].named._replace(columns=0))
            columns = {mask}
        elif label and mask not in columns and _is_continued(label, line[0], own):
            columns.add(mask)
            yield (label,)
            continue
        else:
            label = None
        yield ()


def _is_continued(label: Text, first: Text, own: Sequence[Named]) -> bool:
    """Whether a line has a blank below the label of a row, and one label of its own."""
    is_below = label.piece.column == first.piece.column
    return len(own) == 1 and is_below and first.named.sort == "blank"


def _labels(line: TextLine) -> list[Named]:
    return [named for _, named in line if named.sort == "label"]


def _side_of(valued: Sequence[TextLine], cells: StatuteCells, placed: bool) -> Side:
    """Return the kind of label next to the numbers in most rows that have one there."""
    labelled = rows = columns = 0
    for line in valued:
        labels = _labels(line)
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
    pure = _certain_roles(line)
    valued = _is_valued(line)
    role = _role_in_line(pure, valued, side)
    told = valued or (begun and not pure and len(set(columns.values())) == 1)
    by_column = columns if told else {}
    return tuple([_with_role(text, by_column.get(text.piece.column, role)) for text in line])


def _certain_roles(line: TextLine) -> set[str]:
    """Return the roles of the labels in a line that name only rows or only columns."""
    return {
        "rows" if named.rows else "columns"
        for _, named in line
        if named.sort == "label" and not (named.rows and named.columns)
    }


def _role_in_line(pure: set[str], valued: bool, side: Side) -> str:
    """Return the role of a label where its column does not tell it, nothing if it is open."""
    if valued and side.rows != side.columns:
        return "rows" if side.rows else "columns"
    if len(pure) == 1:
        return next(iter(pure))
    if valued:
        return ""
    return "columns" if side.rows or not side.columns else "rows"


def _with_roles(reaching: TextLine, columns: dict[int, str]) -> TextLine:
    """Give labels that reach into a row from above the role of those at their position."""
    return tuple([_with_role(text, columns.get(text.piece.column, "")) for text in reaching])


def _with_role(text: Text, role: str) -> Text:
    piece, named = text
    if not (named.rows and named.columns and role):
        return text
    if role == "rows":
        return Text(piece, named._replace(columns=0))
    return Text(piece, named._replace(rows=0, above=0))


def _parts(
    lines: Sequence[tuple[int, TextLine]],
    reaching: Sequence[TextLine],
    side: Side,
    valued: set[int],
) -> Iterator[SheetPart]:
    """Yield the lines in parts; `valued` are those that hold numbers."""
    header: list[TextLine] = []
    rows: list[SheetRow] = []
    for at, line in lines:
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
            rows.append(SheetRow(at, line, reaching[at], sort == "note", is_valued))
    yield SheetPart(tuple(header), tuple(rows))


def _sort_of(line: TextLine, side: Side, is_valued: bool, begun: bool) -> str:
    """Return whether a line is a header, a row or a note."""
    labels = _labels(line)
    beside = _count_beside(labels, side)
    if is_valued:
        return "row" if beside or not labels else "header"
    if beside < len(labels):
        return "header"
    if beside:
        return "row"
    return "note" if begun and not _heads_columns(line) else "header"


def _count_beside(labels: Sequence[Named], side: Side) -> int:
    """Return how many labels may stand next to numbers."""
    return sum(
        bool((each.rows and side.rows) or (each.columns and side.columns)) for each in labels
    )


def _heads_columns(line: TextLine) -> bool:
    """Whether a line without labels may be a header."""
    return any(named.match.label("header") for _, named in line) or all(
        named.sort in ("neutral", "blank") or counts_rows(piece.text) for piece, named in line
    )
