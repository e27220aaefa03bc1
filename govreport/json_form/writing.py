"""A document as JSON, the same text for the same document."""

import json
from typing import Any

from govreport.errors import UnwritableDocumentError
from govreport.expressions import expression
from govreport.model.document import Block, Heading, Paragraph, ReportDocument
from govreport.model.grid import Cell, Table
from govreport.model.statute import Row
from govreport.model.statutory import StatutoryRow, StatutoryTable

FORMAT = "govreport"
VERSION = 1
"""The version of the form that is written, and the only one that is read."""

CELL_OF_A_DIAGNOSTIC = ("table", "row", "column")
"""The keys of the cell that a diagnostic concerns, written where it concerns one."""

_SURROGATE = expression("[\ud800-\udfff]")


def document_to_json(document: ReportDocument) -> str:
    """Return the canonical JSON form of a document, the same text for the same document.

    Raises `UnwritableDocumentError` where tables are nested too deeply for any program to read.
    """
    try:
        text = json.dumps(_document(document), ensure_ascii=False, indent=2)
    except RecursionError as error:
        raise UnwritableDocumentError(
            "tables are nested too deeply to be written as JSON; take some out of their cells"
        ) from error
    # Only a diagnostic can quote half a surrogate pair, which UTF-8 cannot carry.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _document(document: ReportDocument) -> dict[str, Any]:
    published = document.source.publication_date
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": document.title,
        "agency": document.agency,
        "year": document.year,
        "edition": document.edition,
        "source": {
            "publication_date": published and published.isoformat(),
            "publisher": document.source.publisher,
        },
        "preamble": [_block(block) for block in document.preamble],
        "sections": [
            {
                "kind": section.kind,
                "heading": section.heading,
                "blocks": [_block(block) for block in section.blocks],
            }
            for section in document.sections
        ],
        "closing": [_block(block) for block in document.closing],
        "diagnostics": [
            {
                "code": found.code,
                "severity": found.severity,
                "message": found.message,
                "where": found.where,
                "text": found.text,
                **{key: keyed for key in CELL_OF_A_DIAGNOSTIC if (keyed := getattr(found, key))},
            }
            for found in document.diagnostics
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"type": "paragraph", "text": block.text}
        case Heading():
            return {"type": "heading", "level": block.level, "text": block.text}
        case Table():
            return _table(block)
        case StatutoryTable():
            return _statutory_table(block)


def _table(table: Table) -> dict[str, Any]:
    return {"type": "table", "rows": [[_cell(cell) for cell in row] for row in table.rows]}


def _cell(cell: Cell) -> str | dict[str, Any]:
    content: Any = cell.text
    if cell.tables:
        content = [part if isinstance(part, str) else _table(part) for part in cell.content]
    spans = {
        name: span
        for name, span in (("row_span", cell.row_span), ("column_span", cell.column_span))
        if span > 1
    }
    return {"content": content, **spans} if spans or cell.tables else content


def _statutory_table(table: StatutoryTable) -> dict[str, Any]:
    known = {row.key: row for row in table.layout.rows}
    written: dict[str, Any] = {
        "type": "statutory_table",
        "kind": table.kind,
        "edition": table.edition,
    }
    if table.units:
        written["units"] = dict(table.units)
    if table.extra_columns:
        written["extra_columns"] = [
            {"label": column.label, "group": column.group} for column in table.extra_columns
        ]
    written["rows"] = [
        {"label": row.label, "cells": list(row.cells)}
        if row.key is None
        else _known_row(row, known[row.key])
        for row in table.rows
    ]
    return written


def _known_row(row: StatutoryRow, known: Row) -> dict[str, Any]:
    keys = [column.key for column in known.columns]
    written: dict[str, Any] = {
        "key": row.key,
        "cells": dict(zip(keys, row.cells, strict=False)),
    }
    if len(row.cells) > len(keys):
        written["extra_cells"] = list(row.cells[len(keys) :])
    return written
