"""A document read from JSON; what the form does not know is refused with its place."""

import datetime
from collections.abc import Iterable

from govreport.errors import LimitExceededError
from govreport.expressions import expression
from govreport.json_form.nodes import Node, parse, shown
from govreport.json_form.writing import CELL_OF_A_DIAGNOSTIC, FORMAT, VERSION
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.diagnostics import Diagnostic
from govreport.model.document import (
    Block,
    Heading,
    Paragraph,
    ReportDocument,
    Section,
    Source,
)
from govreport.model.grid import Cell, Content, Table, place, text_cell
from govreport.model.statute import EDITIONS, SECTION_KINDS, TABLE_KINDS, Row, layout
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable, extra_columns_of

_DATE = expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BLOCK_TYPES = ("paragraph", "heading", "table", "statutory_table")


def document_from_json(data: bytes | str, limits: Limits = DEFAULT_LIMITS) -> ReportDocument:
    """Return the document whose JSON form is `data`.

    Raises `UnreadableSourceError`, which names the place in the source, for anything that the
    schema does not allow, and `LimitExceededError` for what is larger or deeper than `limits`.
    """
    root = parse(data, limits)
    if not isinstance(root.value, dict) or root.value.get("format") != FORMAT:
        root.refuse(f'this is not a report: an object with "format": "{FORMAT}" is needed')
    version = root.value.get("version")
    if type(version) is not int or version != VERSION:
        root.refuse(
            f"this version of govreport reads version {VERSION} of the form;"
            ' see "version", and install a govreport that reads that one'
        )
    try:
        return _NodeReading(limits).document(root)
    except RecursionError as error:
        raise LimitExceededError(
            "tables are nested deeper than the interpreter allows; take some out of their cells"
        ) from error


class _NodeReading:
    """One reading of a document, which counts the positions that spans take up."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._spanned = self._counted = 0

    def document(self, node: Node) -> ReportDocument:
        """Return the document at the root; its `edition` follows from the tables again."""
        optional = ("title", "agency", "year", "edition", "source", "preamble", "sections")
        members = node.members(("format", "version"), (*optional, "closing", "diagnostics"))
        if edition := members.get("edition"):
            edition.choice((*EDITIONS, None))
        year = members.get("year")
        with node.building():
            return ReportDocument(
                _optional_text(members, "title"),
                _optional_text(members, "agency"),
                None if year is None or year.value is None else year.integer(),
                self._blocks(members.get("preamble")),
                tuple(self._section(item) for item in _items(members, "sections")),
                self._blocks(members.get("closing")),
                _source(members["source"]) if "source" in members else Source(),
                tuple(_diagnostic(item) for item in _items(members, "diagnostics")),
            )

    def _section(self, node: Node) -> Section:
        members = node.members(("kind", "heading"), ("blocks",))
        kind = members["kind"].choice(SECTION_KINDS)
        with node.building():
            return Section(kind, members["heading"].text(), self._blocks(members.get("blocks")))

    def _blocks(self, node: Node | None) -> tuple[Block, ...]:
        if node is None:
            return ()
        self._counted += len(node.value) if isinstance(node.value, list) else 0
        self._limits.check("blocks", self._counted, f"{node.path}: paragraphs and tables so far")
        return tuple(self._block(item) for item in node.items())

    def _block(self, node: Node) -> Block:
        if not isinstance(node.value, dict) or "type" not in node.value:
            node.refuse(f'a block is an object whose "type" is one of {", ".join(_BLOCK_TYPES)}')
        kind = Node(node.value["type"], f"{node.path}.type").choice(_BLOCK_TYPES)
        if kind == "table":
            return self._table(node)
        if kind == "statutory_table":
            return _read_statutory_table(node)
        if kind == "heading":
            members = node.members(("type", "text"), ("level",))
            level = members["level"].integer() if "level" in members else 2
            with node.building():
                return Heading(members["text"].text(), level)
        text = node.members(("type", "text"))["text"].text()
        with node.building():
            return Paragraph(text)

    def _table(self, node: Node) -> Table:
        rows = node.members(("type", "rows"))["rows"]
        lists = (row.value for row in rows.items() if isinstance(row.value, list))
        self._limits.take_cells(sum(map(len, lists)), rows.path)
        given = [[self._cell(cell) for cell in row.items()] for row in rows.items()]
        self._check_size(rows, given)
        with rows.building():
            table = Table(given)
        for position, (begun, cells) in enumerate(zip(place(given)[1], given, strict=True)):
            if any(one != other for one, other in zip(begun, cells, strict=False)):
                rows.refuse(
                    f"a cell of row {position} spans positions outside the table or of another"
                    " cell; correct its row_span or column_span"
                )
        return table

    def _cell(self, node: Node) -> Cell:
        if isinstance(node.value, str):
            with node.building():
                return text_cell(node.value)
        if not isinstance(node.value, dict):
            node.refuse("a cell is a text, or an object with content, row_span, column_span")
        members = node.members((), ("content", "row_span", "column_span"))
        spans = [
            members[name].integer() if name in members else 1
            for name in ("row_span", "column_span")
        ]
        content = self._content(members["content"]) if "content" in members else ()
        with node.building():
            return Cell(content, *spans)

    def _content(self, node: Node) -> str | tuple[Content, ...]:
        if isinstance(node.value, list):
            return tuple(
                self._table(item) if isinstance(item.value, dict) else item.text()
                for item in node.items()
            )
        return node.text()

    def _check_size(self, node: Node, rows: list[list[Cell]]) -> None:
        """Refuse a table whose spans claim more positions than the limits allow, unplaced."""
        opened = [0] * (len(rows) + 1)
        for row, cells in enumerate(rows):
            for cell in cells:
                opened[row] += cell.column_span
                opened[min(row + cell.row_span, len(rows))] -= cell.column_span
        width = widest = 0
        for change in opened:
            width += change
            widest = max(widest, width)
        positions = widest * len(rows)
        self._spanned += positions - sum(len(cells) for cells in rows)
        if max(positions, self._spanned) > self._limits.table_cells:
            raise LimitExceededError(
                f"{node.path}: the table has {widest} columns in {len(rows)} rows, more positions"
                f" than Limits.table_cells ({self._limits.table_cells}) allows one table or all"
                " spans together; raise the limit if you trust the source"
            )


def _read_statutory_table(node: Node) -> StatutoryTable:
    members = node.members(("type", "kind", "edition", "rows"), ("units", "extra_columns"))
    kind = members["kind"].choice(TABLE_KINDS)
    edition = members["edition"].choice((None,) if kind == "reviews" else EDITIONS)
    known = {row.key: row for row in layout(kind, edition).rows}
    extra = []
    for item in _items(members, "extra_columns"):
        column = item.members(("label", "group"))
        with item.building():
            extra.append(ExtraColumn(column["label"].text(), column["group"].optional_text()))
    rows = tuple(_row(item, known, extra) for item in members["rows"].items())
    units = tuple(_units(members["units"], known.values())) if "units" in members else ()
    with node.building():
        return StatutoryTable(kind, edition, rows, tuple(extra), units)


def _row(node: Node, known: dict[str, Row], extra: list[ExtraColumn]) -> StatutoryRow:
    if not isinstance(node.value, dict) or "key" not in node.value:
        members = node.members(("label", "cells"))
        cells = [item.text() for item in members["cells"].items()]
        with node.building():
            return StatutoryRow(None, members["label"].text(), tuple(cells))
    members = node.members(("key", "cells"), ("extra_cells",))
    row = known[members["key"].choice(known)]
    columns = [column.key for column in row.columns]
    by_column = members["cells"].members(columns)
    cells = [by_column[key].text() for key in columns]
    added = [item.text() for item in _items(members, "extra_cells")]
    expected = len(extra_columns_of(extra, row.group))
    if len(added) != expected:
        node.refuse(
            f"extra_cells must hold {expected} texts, one for each extra column of this row's"
            f" group, not {len(added)}"
        )
    with node.building():
        return StatutoryRow(row.key, "", (*cells, *added))


def _units(node: Node, rows: Iterable[Row]) -> list[tuple[str, str]]:
    columns = dict.fromkeys(column.key for row in rows for column in row.columns)
    return [(key, unit.text()) for key, unit in node.members((), columns).items()]


def _source(node: Node) -> Source:
    members = node.members((), ("publication_date", "publisher"))
    date = _optional_text(members, "publication_date")
    with node.building():
        return Source(
            None if date is None else _date(members["publication_date"], date),
            _optional_text(members, "publisher"),
        )


def _date(node: Node, text: str) -> datetime.date:
    if _DATE.fullmatch(text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            pass
    return node.refuse(f"{shown(text)} is not a date; write it as 2024-01-31")


def _diagnostic(node: Node) -> Diagnostic:
    members = node.members(
        ("code", "severity", "message"), ("where", "text", *CELL_OF_A_DIAGNOSTIC)
    )
    return Diagnostic(
        members["code"].text(),
        members["severity"].choice(("info", "warning")),
        members["message"].text(),
        _optional_text(members, "where") or "",
        _optional_text(members, "text") or "",
        *(_optional_text(members, key) or "" for key in CELL_OF_A_DIAGNOSTIC),
    )


def _items(members: dict[str, Node], key: str) -> Iterable[Node]:
    return members[key].items() if key in members else ()


def _optional_text(members: dict[str, Node], key: str) -> str | None:
    return members[key].optional_text() if key in members else None
