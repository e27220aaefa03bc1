"""Reading what `govreport extract` wrote with other programs."""

import csv
import json
import sqlite3
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl

from govreport.dataset.targets import read_csv_text

Fact = tuple[Any, ...]


def fact_of(row: dict[str, Any]) -> Fact:
    """Return what a row says, whatever types the format has."""
    value = row["value"]
    return (
        row["agency"] or None,
        None if row["year"] in ("", None) else int(row["year"]),
        row["table"],
        row["row"],
        row["column"],
        row["text"] or "",
        None if value in (None, "") else Decimal(str(value)),
        row["unit"],
        row["status"],
    )


def _from_csv(path: Path) -> list[Fact]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = ("agency", "text", "unit")
    return [
        fact_of({**row, **{name: read_csv_text(row[name]) for name in texts}}) for row in rows
    ]


def _from_json_lines(path: Path) -> list[Fact]:
    return [fact_of(json.loads(line)) for line in path.read_text("utf-8").split("\n") if line]


def _from_excel(path: Path) -> list[Fact]:
    book = openpyxl.load_workbook(path)
    heads, *rows = book["facts"].iter_rows()
    assert all(cell.data_type != "f" for row in rows for cell in row)
    names = [cell.value for cell in heads]
    return [fact_of(dict(zip(names, (c.value for c in row), strict=True))) for row in rows]


def _from_sqlite(path: Path) -> list[Fact]:
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    rows = [fact_of(dict(row)) for row in database.execute("select * from facts")]
    database.close()
    return rows


def _from_duckdb(path: Path) -> list[Fact]:
    with duckdb.connect(str(path), read_only=True) as database:
        found = database.execute("select * from facts")
        names = [each[0] for each in found.description]
        return [fact_of(dict(zip(names, row, strict=True))) for row in found.fetchall()]


READ_BACK: dict[str, Callable[[Path], list[Fact]]] = {
    ".csv": _from_csv,
    ".jsonl": _from_json_lines,
    ".xlsx": _from_excel,
    ".sqlite": _from_sqlite,
    ".duckdb": _from_duckdb,
}
