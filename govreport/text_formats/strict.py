r"""The strict form that both text formats share: unambiguous, whatever the texts hold.

It begins with the line `\govreport 1 pipe` or `\govreport 1 tab`; only then is a backslash an
escape. The grammar is in `docs/formats.md`. Nested tables are walked with explicit stacks.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from govreport.blocks import Block, Page, Stream, TableBlock, TextBlock, hints_of, text_table
from govreport.detection import DETECTED, detect
from govreport.errors import LimitExceededError, UnknownFormatError, UnreadableSourceError
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.grid import Cell, Content, Table
from govreport.text_formats.lines import Line, check_size

VERSION = 1
"""The version that the first line of the strict form names."""

Row = list[str]
"""The cells of one printed row, still escaped."""

_HEADER = expression(r"\\govreport ([0-9]+) (pipe|tab)")
_STATEMENT = expression(r"\\=([a-z_]+)(?: (.*))?")
_MARKED = expression(r"\\(table)?\{((?:[^\\}]|\\.)*)\}(.*)")
_PAGE = expression(r"\\(date|publisher)(?: (.*))?")
_DATE = expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TOKEN = expression(r"\\\(([0-9]{1,6})x([0-9]{1,6})\)|\\(.)|[^\\]+|\\", re.DOTALL)
_CHARACTERS = {"\\": "\\", "n": "\n", "t": "\t", "|": "|", "}": "}"}
_MARK_ESCAPES = str.maketrans({"\\": "\\\\", "}": "\\}", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class StrictLayout:
    """How one format prints rows.

    `opener` begins every row; `shown` is what the format shows of an unmarked table; `print_row`
    makes lines from escaped cells; `parts` yields the printed rows and the other lines, with a
    blank line at the end of a table; `line_escapes` and `cell_escapes` are translation tables;
    `spans_shown` is the hint of unmarked tables.
    """

    name: str
    opener: str
    shown: Callable[[Table], Table]
    print_row: Callable[[Row], str]
    parts: Callable[[Iterable[Line]], Iterator[tuple[int, Row | str]]]
    line_escapes: dict[int, str]
    cell_escapes: dict[int, str]
    spans_shown: bool


def is_strict(lines: list[Line], layout: StrictLayout) -> bool:
    """Whether the first line opens the strict form.

    Raises `UnreadableSourceError` if it opens that of the other format or a later version.
    """
    if not lines or not (match := _HEADER.fullmatch(lines[0].text.rstrip())):
        return False
    if match[2] != layout.name:
        raise _broken(1, f"this is the strict form of {match[2]} text, not of {layout.name} text")
    if match[1] != str(VERSION):
        raise _broken(1, f"version {match[1]} of the strict form is not known, only {VERSION}")
    return True


def must_be_strict(stream: Stream) -> bool:
    """Whether a stream holds what no plain form has: marks, statements or nested tables.

    So must a stream whose first text begins with U+FEFF, which decoding would take for a byte
    order mark, or like a strict form.
    """
    first = stream.blocks[0] if stream.blocks else None
    return (
        bool(stream.statements)
        or (isinstance(first, TextBlock) and first.text.startswith(("\ufeff", "\\govreport ")))
        or any(
            block.mark
            or (
                isinstance(block, TableBlock)
                and any(cell.tables for row in block.table.rows for cell in row)
            )
            for block in stream.blocks
        )
    )


def is_carried(shown: Stream, read: Stream) -> bool:
    """Whether reading a plain form gives everything that was to be shown, recognised alike."""
    return read == shown and hints_of(read) == hints_of(shown)


def is_detected(plain: str, layout: StrictLayout, stream: Stream) -> bool:
    """Whether a plain form is detected as its own format if none is named.

    A text may begin like JSON, look like HTML or hold more bars than there are cells. If it shows
    no table and at most bars or tabs, both text formats read it alike.
    """
    try:
        found = detect(plain[:DETECTED].encode("utf-8"))
    except UnknownFormatError:
        return False
    if found == layout.name:
        return True
    shows_table = any(isinstance(block, TableBlock) for block in stream.blocks)
    return found == "tab" and not shows_table and not ("|" in plain and "\t" in plain)


def render_strict(stream: Stream, layout: StrictLayout) -> str:
    """Return the strict form of a stream."""
    lines = [f"\\govreport {VERSION} {layout.name}\n"]
    for name, text in stream.statements:
        lines.append(f"\\={name} {text.translate(layout.line_escapes)}".rstrip() + "\n")
    if stream.page.publication_date is not None:
        lines.append(f"\\date {stream.page.publication_date.isoformat()}\n")
    if stream.page.publisher is not None:
        publisher = stream.page.publisher.translate(layout.line_escapes)
        lines.append(f"\\publisher {publisher}".rstrip() + "\n")
    after_table = False
    for block in stream.blocks:
        if isinstance(block, TextBlock):
            lines.append(_text_line(block, layout))
        else:
            lines.extend(["\n"] if after_table else [])
            lines.extend(_table_lines(block, layout))
        after_table = isinstance(block, TableBlock)
    return "".join(lines)


def _text_line(block: TextBlock, layout: StrictLayout) -> str:
    text = block.text.translate(layout.line_escapes)
    if block.mark:
        return f"\\{{{block.mark.translate(_MARK_ESCAPES)}}}{text}\n"
    return f"\\{text}\n" if text.startswith(layout.opener) else f"{text}\n"


def _table_lines(block: TableBlock, layout: StrictLayout) -> Iterator[str]:
    table = block.table.completed()
    if block.mark:
        yield f"\\table{{{block.mark.translate(_MARK_ESCAPES)}}}\n"
    else:
        table = layout.shown(table)
    for row, line in enumerate(table.grid):
        cells = (
            slot.cell if slot.begins_at(row, at) else Cell()
            for at, slot in enumerate(line)
            if not slot.filled_up
        )
        yield layout.print_row([_cell_text(cell, layout.cell_escapes) for cell in cells])


def _cell_text(cell: Cell, escapes: dict[int, str]) -> str:
    pieces: list[str] = []
    waiting: list[str | Cell | Table] = [cell]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            pieces.append(part)
        elif isinstance(part, Cell):
            waiting.extend(reversed(_cell_parts(part, escapes)))
        else:
            waiting.extend(reversed(_table_parts(part)))
    return " ".join(pieces)


def _cell_parts(cell: Cell, escapes: dict[int, str]) -> list[str | Cell | Table]:
    spans = cell.row_span > 1 or cell.column_span > 1
    return [
        *([f"\\({cell.row_span}x{cell.column_span})"] if spans else []),
        *(part.translate(escapes) if isinstance(part, str) else part for part in cell.content),
    ]


def _table_parts(table: Table) -> list[str | Cell | Table]:
    parts: list[str | Cell | Table] = []
    for row, line in enumerate(table.grid):
        for column, slot in enumerate(line):
            parts.append("\\," if column else "\\;" if row else "\\[")
            if slot.begins_at(row, column):
                parts.append(slot.cell)
    return [*parts, "\\]"]


def parse_strict(lines: list[Line], layout: StrictLayout, limits: Limits) -> Stream:
    """Return the stream of a strict form, `lines` including its first one.

    Raises `UnreadableSourceError` naming the line that breaks the grammar.
    """
    reading = _StrictReading(limits, layout.spans_shown)
    for number, part in layout.parts(lines[1:]):
        if isinstance(part, list):
            reading.start = reading.start or number
            reading.rows.append([_parse_cell(cell, number, limits) for cell in part])
        else:
            reading.end_table(number)
            if line := part.strip():
                _read_line(line, number, reading)
    reading.end_table(lines[-1].number)
    page = Page(publication_date=reading.publication_date, publisher=reading.publisher)
    return Stream(tuple(reading.blocks), page, tuple(reading.statements))


@dataclass(slots=True)
class _StrictReading:
    """What has been read so far; `mark` waits for the first row of its table."""

    limits: Limits
    spans_shown: bool
    blocks: list[Block] = field(default_factory=list)
    statements: list[tuple[str, str]] = field(default_factory=list)
    publication_date: datetime.date | None = None
    publisher: str | None = None
    rows: list[list[Cell]] = field(default_factory=list)
    start: int = 0
    mark: str = ""

    def end_table(self, number: int) -> None:
        if self.rows:
            table = _assemble(self.rows, self.start, self.limits)
            block = text_table(table, self.mark, spans_shown=self.spans_shown)
            self.blocks.append(block)
        elif self.mark:
            raise _broken(number, "a \\table line must be followed by the rows of its table")
        self.rows, self.start, self.mark = [], 0, ""


def _read_line(line: str, number: int, reading: _StrictReading) -> None:
    """Read a line that is neither blank nor part of a table."""
    if match := _MARKED.fullmatch(line):
        _read_marked(match, number, reading)
    elif match := _STATEMENT.fullmatch(line):
        reading.statements.append((match[1], _unescape(match[2] or "", number)))
    elif match := _PAGE.fullmatch(line):
        text = _unescape(match[2] or "", number)
        if match[1] == "publisher":
            reading.publisher = text
        else:
            reading.publication_date = _date(text, number)
    elif line.startswith(("\\t", "\\n")):
        raise _broken(number, "a text cannot begin with a blank; is this line misspelt?")
    else:
        reading.blocks.append(TextBlock(_unescape(line, number)))


def _read_marked(match: re.Match[str], number: int, reading: _StrictReading) -> None:
    mark, text = _unescape(match[2], number), _unescape(match[3], number)
    if not mark:
        raise _broken(number, "the braces hold no mark; write one or leave them out")
    if bool(match[1]) == bool(text):
        raise _broken(number, "a text follows \\{mark} on its line, and nothing \\table{mark}")
    if match[1]:
        reading.mark = mark
    else:
        reading.blocks.append(TextBlock(text, None, mark))


def _date(text: str, number: int) -> datetime.date:
    reason = f"{text!r} is not a date; write it as 2022-01-20"
    # The standard library takes other forms of ISO 8601 as well, such as 20220120.
    if not _DATE.fullmatch(text):
        raise _broken(number, reason)
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise _broken(number, reason) from error


def _unescape(text: str, number: int) -> str:
    if "\\" not in text:
        return text.strip()
    pieces = []
    for token in _TOKEN.finditer(text):
        if token[0][0] != "\\":
            pieces.append(token[0])
        elif token[3] in _CHARACTERS:
            pieces.append(_CHARACTERS[token[3]])
        else:
            raise _unknown_escape(token[0], number)
    return "".join(pieces).strip()


@dataclass(slots=True)
class _OpenCell:
    """A cell being read: its contents so far, the text since then, and its spans."""

    content: list[Content] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    spans: tuple[int, int] = (1, 1)

    def close_text(self) -> None:
        self.content.append("".join(self.text))
        self.text = []

    def closed(self) -> Cell:
        self.close_text()
        return Cell(self.content, *self.spans)


def _parse_cell(raw: str, number: int, limits: Limits) -> Cell:
    cell = _OpenCell()
    outer: list[tuple[_OpenCell, list[list[Cell]]]] = []
    for token in _TOKEN.finditer(raw):
        sign = token[3]
        if token[0][0] != "\\":
            cell.text.append(token[0])
        elif sign in _CHARACTERS:
            cell.text.append(_CHARACTERS[sign])
        elif token[1]:
            _set_spans(cell, int(token[1]), int(token[2]), number)
        elif sign == "[":
            cell.close_text()
            outer.append((cell, [[]]))
            _check_depth(len(outer), number, limits)
            cell = _OpenCell()
        elif outer and sign and sign in ",;]":
            cell = _end_nested_cell(sign, cell, outer, number, limits)
        else:
            raise _unknown_escape(token[0], number)
    if outer:
        raise _broken(number, "a table opened with \\[ is not closed with \\] in its cell")
    return cell.closed()


def _set_spans(cell: _OpenCell, rows: int, columns: int, number: int) -> None:
    if cell.content or "".join(cell.text).strip() or rows * columns < 2:
        raise _broken(number, "\\(RxC) gives a cell's rows and columns, once and at its start")
    cell.spans = (rows, columns)


def _end_nested_cell(
    sign: str,
    cell: _OpenCell,
    outer: list[tuple[_OpenCell, list[list[Cell]]]],
    number: int,
    limits: Limits,
) -> _OpenCell:
    owner, rows = outer[-1]
    rows[-1].append(cell.closed())
    if sign == "]":
        outer.pop()
        owner.content.append(_assemble(rows, number, limits))
        return owner
    if sign == ";":
        rows.append([])
    return _OpenCell()


def _check_depth(depth: int, number: int, limits: Limits) -> None:
    # A nested table counts as HTML's three elements for it: a table, a row and a cell.
    if 3 * depth > limits.depth:
        raise LimitExceededError(
            f"line {number}: tables are nested {depth} deep, {3 * depth} elements by"
            f" Limits.depth, which allows {limits.depth}; raise that limit or nest less deeply"
        )


def _assemble(rows: list[list[Cell]], number: int, limits: Limits) -> Table:
    """Return the table in which every position is printed, covered ones as blanks."""
    check_size(rows, number, limits)
    covered: list[set[int]] = [set() for _ in rows]
    begun: list[list[Cell]] = []
    for row, cells in enumerate(rows):
        begun.append([])
        for column, cell in enumerate(cells):
            if column not in covered[row]:
                _cover(cell, row, column, rows, covered, number)
                begun[row].append(cell)
            elif cell != Cell():
                raise _broken(number, f"row {row + 1} of the table prints a text below a span")
    return Table(begun)


def _cover(
    cell: Cell,
    row: int,
    column: int,
    rows: list[list[Cell]],
    covered: list[set[int]],
    number: int,
) -> None:
    if (cell.row_span, cell.column_span) == (1, 1):
        return
    columns = range(column, column + cell.column_span)
    for below in range(row, row + cell.row_span):
        fits = below < len(rows) and columns.stop <= len(rows[below])
        if not fits or not covered[below].isdisjoint(columns):
            what = f"a span in row {row + 1} reaches beyond the table or overlaps another"
            raise _broken(number, what)
        covered[below].update(columns)


def _unknown_escape(escape: str, number: int) -> UnreadableSourceError:
    return _broken(number, f"{escape!r} is not an escape here; write a backslash as two")


def _broken(number: int, what: str) -> UnreadableSourceError:
    return UnreadableSourceError(f"line {number} of the strict text: {what}")
