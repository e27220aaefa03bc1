"""Divides the lines of a table into headers and the rows below each header."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from govreport.model.statute import Layout
from govreport.model.values import read_value
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.damaged_labels import settled
from govreport.recognise.placing.named_lines import NamedLine, TextLine, named_line, named_lines
from govreport.recognise.placing.naming import Named, Sort, StatuteCells, Text, counts_rows
from govreport.recognise.rows import Line

_FEWEST_COUNTED = 4
"""So many numbers in a row, with no other cells between them, count the columns of a table."""

_BLANK = frozenset(["blank"])
Vote = TypeVar("Vote", int, str)


class Side(NamedTuple):
    """What the labels next to the numbers name: rows, columns, both or nothing."""

    rows: bool
    columns: bool


class SheetRow(NamedTuple):
    """A row below a header: its cells, and the cells of rows above that reach down into it."""

    at: int
    """Its place among the lines of the table."""
    texts: TextLine
    beside: TextLine
    """The labels among its cells that name what the labels next to the numbers name."""
    sorts: frozenset[Sort]
    """What its cells are."""
    reaching: TextLine
    is_note: bool = False
    """Whether it holds only texts that name nothing."""

    @property
    def has_values(self) -> bool:
        """Whether one of its cells holds a number."""
        return "value" in self.sorts


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
    named, index = _settled_lines(lines, cells, layout, placed)
    reaching = list(_reaching_in_grid(named) if placed else _reaching(named))
    counting = [line for line in named if _counts_columns(line)]
    kept = [(at, line) for at, line in enumerate(named) if line not in counting]
    valued = [(at, line) for at, line in kept if "value" in line.sorts]
    side = _side_of([(reaching[at], line) for at, line in valued], cells, placed)
    # If all numbers are blank, lines with only row labels are used instead of those with numbers.
    if not valued and side.rows:
        valued = [(at, line) for at, line in kept if _heads_rows(line)]
    parts = tuple(_parts(*_resolved_lines(kept, reaching, side, valued), side))
    return Sheet(side, parts, (*index, *_pieces_of(counting)), _usual_end(parts))


def _pieces_of(lines: Sequence[NamedLine]) -> Iterator[Piece]:
    """Yield the cells of lines that hold a text."""
    return (text.piece for line in lines for text in line.texts if text.piece.text)


def _resolved_lines(
    lines: Sequence[tuple[int, NamedLine]],
    reaching: Sequence[TextLine],
    side: Side,
    rows: Sequence[tuple[int, NamedLine]],
) -> tuple[list[tuple[int, NamedLine]], list[TextLine]]:
    """Return lines, and the texts that reach into them, with the role of each label decided."""
    roles = _roles_by_column([line for _, line in rows])
    begun = [at for at, _ in rows[:1]]
    begins = (at for at, line in lines if at in begun or _begins_rows(line, side))
    first = next(begins, len(reaching))
    resolved = [(at, _resolved(line, side, roles, at >= first)) for at, line in lines]
    return resolved, [_with_roles(texts, roles) if texts else texts for texts in reaching]


def _settled_lines(
    lines: Sequence[Line], cells: StatuteCells, layout: Layout, placed: bool
) -> tuple[list[NamedLine], list[Piece]]:
    """Return lines with what their texts name, and the index that was removed from them."""
    lines, index = _without_index(lines) if placed else (lines, [])
    named = named_lines(lines, cells, cells.rows_of(layout))
    if any("year" in line.sorts for line in named):
        named = _with_latest_year(named)
    return settled(named, cells, layout), index


def _usual_end(parts: Sequence[SheetPart]) -> int:
    """Return the position where most rows end."""
    last = [row.texts[-1].piece for part in parts for row in part.rows]
    return most_frequent([piece.column + piece.span for piece in last]) if last else 0


def _without_index(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Piece]]:
    """Remove a first column that counts all lines, headers too, as programs print an index.

    The line above the first counted one may hold the program's numbers of the columns.
    """
    first = [line[0] for line in lines if line and line[0].column == 0]
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


def _with_latest_year(lines: Sequence[NamedLine]) -> list[NamedLine]:
    """Make the label of the latest year neutral, as its numbers are the report's, others not."""
    years = {named.rows for line in lines for _, named in line.texts if named.sort == "year"}
    latest = max(years, default=0)

    def told(text: Text) -> Text:
        if text.named.sort != "year":
            return text
        return text._replace(named=Named("neutral" if text.named.rows == latest else "foreign"))

    return [named_line(map(told, line.texts)) if "year" in line.sorts else line for line in lines]


def _heads_rows(line: NamedLine) -> bool:
    return any(named.rows and not named.columns for _, named in line.labels)


def _begins_rows(line: NamedLine, side: Side) -> bool:
    """Whether a line without numbers holds only labels of rows, as they stand beside numbers."""
    if side != Side(rows=True, columns=False) or len(line.labels) < len(line.texts):
        return False
    return all(
        named.rows and not named.columns and named.match.label("row") for _, named in line.labels
    )


def _counts_columns(line: NamedLine) -> bool:
    """Whether a row only numbers the columns."""
    if line.labels or "value" not in line.sorts:
        return False
    numbers = [read_value(t.piece.text).value for t in line.texts if t.named.sort == "value"]
    return len(numbers) >= _FEWEST_COUNTED and any(
        numbers == list(range(first, first + len(numbers))) for first in (0, 1, 2)
    )


def _reaching(lines: Sequence[NamedLine]) -> Iterator[TextLine]:
    """Yield for each line the cells of lines above that span into it."""
    open_texts: list[tuple[Text, int]] = []
    before = -1
    for line in lines:
        row = line.texts[0].piece.line if line.texts else before + 1
        if row <= before:  # another grid begins
            open_texts = []
        before = row
        if open_texts:
            open_texts = [(text, end) for text, end in open_texts if end > row]
        yield tuple([text for text, _ in open_texts])
        open_texts += [
            (text, text.piece.line + text.piece.rows)
            for text in line.texts
            if text.piece.rows > 1
        ]


def _reaching_in_grid(lines: Sequence[NamedLine]) -> Iterator[TextLine]:
    """Yield for each line of a grid the cells of lines above that span or continue into it."""
    for down, going_on in zip(_reaching(lines), _going_on(lines), strict=True):
        yield (*down, *going_on)


def _going_on(lines: Sequence[NamedLine]) -> Iterator[TextLine]:
    """Yield for each line the label of a row that continues in it with a blank cell.

    Grids without spans print a row in this way if its numbers are below each other, each next
    to the label of its column, and no such label is repeated.
    """
    label: Text | None = None
    columns: set[int] = set()
    for texts, own, _ in lines:
        mask = own[-1].named.columns if own else 0
        if not mask:
            label = None
        elif len(own) > 1 and texts[0].named.rows:
            label = texts[0]._replace(named=texts[0].named._replace(columns=0))
            columns = {mask}
        elif label and mask not in columns and _is_continued(label, texts[0], own):
            columns.add(mask)
            yield (label,)
            continue
        else:
            label = None
        yield ()


def _is_continued(label: Text, first: Text, own: TextLine) -> bool:
    """Whether a line has a blank below the label of a row, and one label of its own."""
    is_below = label.piece.column == first.piece.column
    return len(own) == 1 and is_below and first.named.sort == "blank"


def _side_of(
    valued: Sequence[tuple[TextLine, NamedLine]], cells: StatuteCells, placed: bool
) -> Side:
    """Return the kind of label next to the numbers in most rows that have one there.

    `valued` are the lines with numbers, each with the texts that reach into it.
    """
    labelled = rows = columns = 0
    for reaching, line in valued:
        labels = [each.named for each in reaching if each.named.sort == "label"]
        labels += [each.named for each in line.labels]
        labelled += bool(labels)
        for_rows, for_columns = _axes_of(labels)
        rows += for_rows
        columns += for_columns
    if not labelled:
        return Side(not (valued and placed) and cells.kind != "reviews", columns=False)
    return Side(2 * rows >= labelled, 2 * columns >= labelled)


def _axes_of(labels: Sequence[Named]) -> tuple[bool, bool]:
    """Return whether labels name rows, and whether some name columns alone."""
    axes = {(bool(each.rows), bool(each.columns)) for each in labels}
    names_rows = (True, False) in axes or ((True, True) in axes and len(labels) > 1)
    return names_rows, (False, True) in axes


def _roles_by_column(valued: Sequence[NamedLine]) -> dict[int, str]:
    """Return the kind of label at each position next to the numbers."""
    votes: dict[int, list[str]] = {}
    for line in valued:
        for piece, named in line.labels:
            if not (named.rows and named.columns):
                votes.setdefault(piece.column, []).append("rows" if named.rows else "columns")
    return {column: most_frequent(roles) for column, roles in votes.items()}


def most_frequent(votes: Sequence[Vote]) -> Vote:
    """Return what stands there most often, of several the first."""
    if votes.count(votes[0]) * 2 >= len(votes):
        return votes[0]
    counts = Counter(votes)
    return max(counts, key=counts.__getitem__)


def _resolved(line: NamedLine, side: Side, columns: dict[int, str], begun: bool) -> NamedLine:
    """Give labels that name both a row and a column the role of the others in their line."""
    if not _has_open_role(line):
        return line
    pure = _certain_roles(line.labels)
    valued = "value" in line.sorts
    role = _role_in_line(pure, valued, side)
    told = valued or (begun and not pure and len(set(columns.values())) == 1)
    by_column = columns if told else {}
    return named_line(
        _with_role(text, by_column.get(text.piece.column, role)) for text in line.texts
    )


def _has_open_role(line: NamedLine) -> bool:
    """Whether a label of a line names both a row and a column."""
    return bool([1 for _, named in line.labels if named.rows and named.columns])


def _certain_roles(labels: TextLine) -> set[str]:
    """Return the roles of the labels in a line that name only rows or only columns."""
    pure = [named for _, named in labels if not (named.rows and named.columns)]
    return {"rows" if named.rows else "columns" for named in pure}


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
    lines: Sequence[tuple[int, NamedLine]], reaching: Sequence[TextLine], side: Side
) -> Iterator[SheetPart]:
    """Yield the lines in parts, each line with its place."""
    header: list[TextLine] = []
    rows: list[SheetRow] = []
    for at, line in lines:
        if line.sorts <= _BLANK:
            continue
        beside = tuple([text for text in line.labels if is_beside(text.named, side)])
        sort = _sort_of(line, len(beside), begun=bool(rows))
        if sort == "header":
            if rows:
                yield SheetPart(tuple(header), tuple(rows))
                header, rows = [], []
            header.append(line.texts)
        else:
            note = sort == "note"
            rows.append(SheetRow(at, line.texts, beside, line.sorts, reaching[at], note))
    yield SheetPart(tuple(header), tuple(rows))


def _sort_of(line: NamedLine, beside: int, begun: bool) -> str:
    """Return whether a line is a header, a row or a note; so many labels name what rows are."""
    if "value" in line.sorts:
        return "row" if beside or not line.labels else "header"
    if beside < len(line.labels):
        return "header"
    if beside:
        return "row"
    return "note" if begun and not _heads_columns(line.texts) else "header"


def is_beside(named: Named, side: Side) -> bool:
    """Whether a label names what the row labels name."""
    return bool((named.rows and side.rows) or (named.columns and side.columns))


def _heads_columns(line: TextLine) -> bool:
    """Whether a line without labels may be a header."""
    return any(named.match.label("header") for _, named in line) or all(
        named.sort in ("neutral", "blank") or counts_rows(piece.text) for piece, named in line
    )
