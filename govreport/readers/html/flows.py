"""The contents of a page while it is read: flows of paragraphs, and tables of flows.

A flow is the content of the body, a cell or a part that is left out. Tables are rows of cells with
their spans (the HTML standard, section 4.9.12). Cells are flows and flows hold tables, so both are
defined here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from operator import is_
from typing import NamedTuple, Union

from govreport.blocks import TextBlock
from govreport.errors import LimitExceededError
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.grid import DEEPEST_TABLE, Cell, Content, Table, place, text_cell

_SEVERAL_NUMBERS = 5
_MANY_PARAGRAPHS = 8
_LONG_CELL = 400
_TO_THE_END = 0

LONGEST_PLACE = 40
"""The most containers recorded for a block; only hostile pages have more."""

Item = Union[str, TextBlock, "TableDraft"]


class Flow:
    """The contents of one flow so far, and the paragraph that is being read.

    `items` holds a paragraph as a string if only its text matters. `pieces` are the
    texts of the paragraph so far, `link_characters` how many of their characters stand in links.
    `level` and `mark` hold for the paragraphs that follow. `prefix` is the number of a list item
    whose text has not come yet. `table` is the table that a row met here would belong to. `place`
    is the chain of containers that are open within the flow, `uncounted` how many more are.
    """

    __slots__ = (
        *("items", "pieces", "table", "level", "mark", "prefix"),
        *("place", "uncounted", "link_characters"),
    )

    def __init__(self, table: "TableDraft | None" = None) -> None:
        self.items: list[Item] = []
        self.pieces: list[str] = []
        self.table = table
        self.level: int | None = None
        self.mark = ""
        self.prefix = ""
        self.place: tuple[int, ...] = ()
        self.uncounted = 0
        self.link_characters = 0

    def add_paragraph(self, text: str) -> None:
        """Add a paragraph of the flow's level, mark and place."""
        if self.level is None and not (self.mark or self.place or self.link_characters):
            self.items.append(text)
            return
        links, self.link_characters = min(self.link_characters, len(text)), 0
        block = TextBlock(text, self.level, self.mark, place=self.place, link_characters=links)
        self.items.append(block)

    def add(self, items: Iterable[Item]) -> None:
        """Add the contents of another flow at the place of this one."""
        self.items.extend(moved(item, self.place) for item in items)

    def text(self) -> str:
        """Return all text of the flow in lines, nested tables included, for a diagnostic."""
        lines: list[str] = []
        waiting = list(reversed(self.items))
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                lines.append(item)
            elif isinstance(item, TextBlock):
                lines.append(item.text)
            else:
                cells = [cell for row in item.rows() for cell in row.cells]
                waiting.extend(each for cell in reversed(cells) for each in cell.items[::-1])
        return "\n".join(lines)


def moved(item: Item, place: tuple[int, ...]) -> Item:
    """Return an item of a flow moved to that place, with its own place within it."""
    if not place:
        return item
    if isinstance(item, str):
        return TextBlock(item, place=place)
    place = (place + item.place)[:LONGEST_PLACE]
    if isinstance(item, TextBlock):
        return replace(item, place=place)
    item.place = place
    return item


class Span(NamedTuple):
    """A span that an element states, and the number that it means."""

    stated: str
    number: int


def span(stated: str) -> Span:
    """Return the span that an attribute states; it is 1 where that is not a number."""
    number = _whole_number(stated)
    return Span(stated, 1 if number is None else number)


@dataclass(slots=True, eq=False, repr=False)
class Spanning:
    """A cell that states spans, by its place in its row; a row span of 0 reaches to the end."""

    place: int
    row_span: int
    column_span: int


class RowDraft(NamedTuple):
    """A row while its table is read: the flows of its cells, and the spans that some state."""

    cells: list[Flow]
    spanning: list[Spanning]


@dataclass(slots=True, eq=False, repr=False)
class RowGroup:
    """A `thead`, `tbody` or `tfoot`, or rows outside them; spans do not leave it."""

    kind: str = "tbody"
    rows: list[RowDraft] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class TableDraft:
    """A table while it is read.

    `where` is used only in messages. `before` takes its caption and its content outside any
    cell. `mark` is None if the table is not one of ours. `is_displayed` says that only style
    makes it a table, in which no cell can span. `place` is the chain of containers around it.
    """

    where: object
    limits: Limits
    before: Flow
    mark: str | None = None
    presentational: bool = False
    is_displayed: bool = False
    groups: list[RowGroup] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    table: Table | None = None
    is_data: bool = False
    is_layout: bool = False
    depth: int = 1
    place: tuple[int, ...] = ()
    _row: RowDraft | None = None

    def start_group(self, kind: str) -> None:
        """Begin a row group; an empty `kind` ends the current one."""
        self.groups.append(RowGroup(kind))
        self._row = None

    def start_row(self) -> RowDraft:
        """Begin a row of the current group."""
        if not self.groups:
            self.groups.append(RowGroup())
        self._row = row = RowDraft([], [])
        self.groups[-1].rows.append(row)
        return row

    def end_row(self) -> None:
        """End the current row; a further cell begins a new one."""
        self._row = None

    def start_cell(self) -> Flow:
        """Begin a cell of the current row and return its flow."""
        cell = Flow(self)
        row = self.start_row() if self._row is None else self._row
        row.cells.append(cell)
        return cell

    def give_spans(self, rows: Span | None, columns: Span | None) -> None:
        """Give the cell that was begun last the spans that it states, as far as limits allow."""
        if self._row is not None:
            column_span = (
                1 if columns is None else self._allowed(columns, self.limits.column_span)
            )
            row_span = 1 if rows is None else self._allowed(rows, self.limits.row_span)
            place = len(self._row.cells) - 1
            self._row.spanning.append(Spanning(place, row_span, column_span or 1))

    def _allowed(self, span: Span, most: int) -> int:
        if span.number <= most:
            return span.number
        message = f"a span of {span.stated.strip()[:20]} was cut to {most}"
        self.diagnostics.append(diagnostic("span-clamped", str(self.where), "", message))
        return most

    @property
    def shows_spans(self) -> bool:
        """Whether what spans is not printed with blank cells after it."""
        return not self.is_displayed or len({len(row.cells) for row in self.rows()}) > 1

    def rows(self) -> list[RowDraft]:
        """Return the table's rows in the order in which they are shown."""
        return [row for group in self._ordered() for row in group.rows]

    def finish(self, own: bool) -> None:
        """Build the table of all rows, and tell whether it only lays out the page.

        Raises `LimitExceededError` where its grid has more positions than `limits.table_cells`.
        """
        groups = self._ordered()
        cut = self._cut_spans(groups)
        rows = [row for group in groups for row in _shown_rows(group)]
        drafts = [draft for row in rows for draft in row.cells]
        if not drafts:
            return
        self._check_positions(rows)
        self._check_depth()
        self._build(rows, cut)
        numbers = islice(filter(_is_number, drafts), _SEVERAL_NUMBERS, None)
        self.is_data = next(numbers, None) is not None
        self.is_layout = not own and self.mark is None and self._lays_out(drafts)

    def _build(self, rows: list[RowDraft], cut: str | None) -> None:
        """Build the table; `cut` is the text of a cell whose span was cut already, if any."""
        cells = [_cells(row) for row in rows]
        self.table = Table(cells)
        if cut is None and any(row.spanning for row in rows):
            cut = _first_cut(cells, self.table)
        if cut is not None:
            self.diagnostics.append(diagnostic("span-clamped", str(self.where), cut))

    def _ordered(self) -> list[RowGroup]:
        """Return the row groups as they are shown: the head first, feet last."""
        if all(group.kind == "tbody" for group in self.groups):
            return self.groups
        heads = [group for group in self.groups if group.kind == "thead"][:1]
        feet = [group for group in self.groups if group.kind == "tfoot"]
        special = {id(group) for group in (*heads, *feet)}
        return [*heads, *(each for each in self.groups if id(each) not in special), *feet]

    def _cut_spans(self, groups: list[RowGroup]) -> str | None:
        """Cut each row span at its group's end; return the text of the first cell that was."""
        cut = None
        for group in groups:
            for number, row in enumerate(group.rows):
                left = len(group.rows) - number
                for cell in row.spanning:
                    if cell.row_span == _TO_THE_END:
                        cell.row_span = left
                    elif cell.row_span > left:
                        cell.row_span = left
                        cut = row.cells[cell.place].text() if cut is None else cut
        return cut

    def _check_positions(self, rows: list[RowDraft]) -> None:
        # How many columns are covered from above, and how many of them no longer are in each row.
        covered = width = 0
        uncovered = [0] * (len(rows) + 1)
        for number, row in enumerate(rows):
            covered -= uncovered[number]
            further = sum(cell.column_span - 1 for cell in row.spanning)
            width = max(width, covered + len(row.cells) + further)
            for cell in row.spanning:
                if cell.row_span > 1:
                    covered += cell.column_span
                    uncovered[number + cell.row_span] += cell.column_span
        self.limits.take_cells(width * len(rows), self.where)

    def take_nested(self, flow: Flow, nested: "TableDraft") -> None:
        """Take note of a finished table in one of this table's flows."""
        if flow is not self.before:
            self.depth = max(self.depth, nested.depth + 1)

    def _check_depth(self) -> None:
        if self.depth > DEEPEST_TABLE:
            raise LimitExceededError(
                f"{self.where}: more than {DEEPEST_TABLE} tables are nested in one another;"
                " take some of them apart"
            )

    def _lays_out(self, drafts: list[Flow]) -> bool:
        if self.presentational or len(drafts) == 1:
            return True
        return not self.is_data and any(map(_holds_blocks, drafts))


def _whole_number(value: str) -> int | None:
    """Return what the rules for parsing non-negative integers make of a value (2.3.4.2)."""
    value = value.strip(" \t\n\f\r").removeprefix("+")
    length = 0
    while length < len(value) and value[length] in "0123456789":
        length += 1
    # Only a few digits matter; the rest could cost time without end.
    return int(value[: min(length, 9)]) if length else None


def _shown_rows(group: RowGroup) -> list[RowDraft]:
    """Return the rows of a group that hold a cell or are reached by one."""
    if all(row.cells for row in group.rows):
        return group.rows
    shown = []
    reach = 0
    for number, row in enumerate(group.rows):
        reach = max(reach, number + bool(row.cells))
        reach = max(reach, *(number + cell.row_span for cell in row.spanning), 0)
        if row.cells or number < reach:
            shown.append(row)
    return shown


def _cells(row: RowDraft) -> list[Cell]:
    cells = [_cell(draft.items) for draft in row.cells]
    for cell in row.spanning:
        cells[cell.place] = _cell(row.cells[cell.place].items, cell.row_span, cell.column_span)
    return cells


def _cell(items: list[Item], row_span: int = 1, column_span: int = 1) -> Cell:
    if not items:
        return text_cell("", row_span, column_span)
    if len(items) == 1 and isinstance(items[0], str):
        return text_cell(items[0], row_span, column_span)
    content: list[Content] = []
    for item in items:
        if isinstance(item, str):
            content.append(item)
        elif isinstance(item, TextBlock):
            content.append(item.text)
        elif item.table is not None:
            content.append(item.table)
    return Cell(content, row_span, column_span)


def _first_cut(rows: list[list[Cell]], table: Table) -> str | None:
    """Return the text of the first cell whose span meets another cell, None without one."""
    # A cell that was not cut is in its table itself.
    if all(all(map(is_, given, row)) for given, row in zip(rows, table.rows, strict=False)):
        return None
    for row, begins in zip(rows, place(rows)[1], strict=True):
        # Open positions follow the row's own cells.
        for given, cell in zip(row, begins, strict=False):
            if cell is not given:
                return given.text
    return None


def _is_number(flow: Flow) -> bool:
    if len(flow.items) != 1:
        return False
    item = flow.items[0]
    text = item.text if isinstance(item, TextBlock) else item
    if not isinstance(text, str) or not text.isascii():
        return False
    return text.isdigit() or text.lstrip("+-").replace(".", "", 1).isdigit()


def _holds_blocks(flow: Flow) -> bool:
    """Whether a cell holds blocks like the body of a page, rather than a datum."""
    items = flow.items
    if len(items) <= 1 and all(isinstance(item, str) for item in items):
        return False
    return _are_blocks(items)


def _are_blocks(items: Sequence[str | TextBlock | TableDraft]) -> bool:
    tables = [item for item in items if isinstance(item, TableDraft)]
    texts = [item for item in items if not isinstance(item, TableDraft)]
    if any(map(_is_heading, texts)):
        return True
    if tables:
        alone = len(tables) == 1 and len(texts) < 2
        return not alone or _holds_texts(tables[0])
    return len(texts) >= _MANY_PARAGRAPHS and _characters(texts) > _LONG_CELL


def _holds_texts(table: TableDraft) -> bool:
    return table.is_layout or table.is_data


def _is_heading(item: str | TextBlock) -> bool:
    return isinstance(item, TextBlock) and item.level is not None


def _characters(texts: Iterable[str | TextBlock]) -> int:
    return sum(len(each if isinstance(each, str) else each.text) for each in texts)
