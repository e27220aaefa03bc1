"""Takes the texts of a document one by one, and rebuilds the document from other texts.

The texts contain no cell of a statutory table and no unit of its columns, so no step can change
a fact.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from govreport.model.document import Block, Heading, Paragraph, ReportDocument
from govreport.model.grid import Cell, Table
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable

Role = Literal["prose", "line", "name", "cell", "text"]
"""Prose and lines may be removed entirely; a name must stay; a cell may become blank."""


@dataclass(frozen=True, slots=True)
class Part:
    """One text of the document: the name of its place, what it is, and the text."""

    place: str
    role: Role
    text: str


Visitor = Callable[[Part], str]


def parts_of(document: ReportDocument) -> list[Part]:
    """Return every text that may be normalised, in the order of the document."""
    parts: list[Part] = []

    def collect(part: Part) -> str:
        if part.text:
            parts.append(part)
        return part.text

    _visited(document, collect)
    return parts


def with_texts(document: ReportDocument, texts: dict[str, str]) -> ReportDocument:
    """Return the document with the texts given by place; texts that became blank are left out."""
    return (
        _visited(document, lambda part: texts.get(part.place, part.text)) if texts else document
    )


def _visited(document: ReportDocument, visit: Visitor) -> ReportDocument:
    publisher = _optional(document.source.publisher, "source.publisher", "name", visit)
    return replace(
        document,
        title=_optional(document.title, "title", "line", visit),
        agency=_optional(document.agency, "agency", "name", visit),
        preamble=_blocks(document.preamble, "preamble", visit),
        sections=tuple(
            replace(
                section,
                heading=visit(Part(f"sections[{number}].heading", "name", section.heading)),
                blocks=_blocks(section.blocks, f"sections[{number}].blocks", visit),
            )
            for number, section in enumerate(document.sections)
        ),
        closing=_blocks(document.closing, "closing", visit),
        source=replace(document.source, publisher=publisher),
    )


def _optional(text: str | None, place: str, role: Role, visit: Visitor) -> str | None:
    return None if text is None else visit(Part(place, role, text)) or None


def _blocks(blocks: tuple[Block, ...], place: str, visit: Visitor) -> tuple[Block, ...]:
    visited = (_block(block, f"{place}[{number}]", visit) for number, block in enumerate(blocks))
    return tuple(block for block in visited if block is not None)


def _block(block: Block, place: str, visit: Visitor) -> Block | None:
    if isinstance(block, Table):
        return _table(block, place, visit)
    if isinstance(block, StatutoryTable):
        return _statutory(block, place, visit)
    role: Role = "prose" if isinstance(block, Paragraph) else "line"
    text = visit(Part(f"{place}.text", role, block.text))
    if not text:
        return None
    return Heading(text, block.level) if isinstance(block, Heading) else Paragraph(text)


def _table(table: Table, place: str, visit: Visitor) -> Table:
    return Table(
        [
            _cell(cell, f"{place}.rows[{row}][{column}]", visit)
            for column, cell in enumerate(cells)
        ]
        for row, cells in enumerate(table.rows)
    )


def _cell(cell: Cell, place: str, visit: Visitor) -> Cell:
    content = [
        _table(each, f"{place}.content[{number}]", visit)
        if isinstance(each, Table)
        else visit(Part(f"{place}.content[{number}]", "cell", each))
        for number, each in enumerate(cell.content)
    ]
    return Cell(content, cell.row_span, cell.column_span)


def _statutory(table: StatutoryTable, place: str, visit: Visitor) -> StatutoryTable:
    return replace(
        table,
        rows=tuple(_row(row, f"{place}.rows[{n}]", visit) for n, row in enumerate(table.rows)),
        extra_columns=tuple(
            ExtraColumn(
                visit(Part(f"{place}.extra_columns[{n}].label", "cell", column.label)),
                column.group,
            )
            for n, column in enumerate(table.extra_columns)
        ),
    )


def _row(row: StatutoryRow, place: str, visit: Visitor) -> StatutoryRow:
    if row.key is not None:
        return row
    return replace(row, label=visit(Part(f"{place}.label", "name", row.label)))
