"""Datasets written as one file, or one file a table: CSV, JSON lines, Excel, SQLite, DuckDB.

What an office printed may begin like a formula. CSV puts an apostrophe before such a text (and
before one that begins with an apostrophe), which `read_csv_text` takes off again; Excel cells that
hold text are marked as text. A number is never touched.
"""

import csv
import datetime
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from govreport.dataset.parts import Parts
from govreport.dataset.schema import FIELDS, WRITTEN, Field, TableName, names
from govreport.errors import UnwritableDocumentError
from govreport.extras import optional

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""What a text begins with that a spreadsheet might run, and the apostrophe that stops it."""

_MOST_EXCEL_ROWS = 1_048_575
_MOST_EXCEL_TEXT = 32_767
_EXCEL_CONTROLS = "".join(chr(code) for code in range(32) if chr(code) not in "\t\n\r")
_LIST = ";"
_TEXT_KINDS = ("text", "code", "list")


def csv_text(text: str) -> str:
    """Return a text as a cell of CSV holds it, so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def read_csv_text(cell: str) -> str:
    """Return the text that `csv_text` made a cell of."""
    return cell[1:] if cell.startswith("'") else cell


def file_of(target: Path, table: TableName) -> Path:
    """Return where a table stands that has a file of its own: `facts.csv`, `facts.reports.csv`.

    The facts have the name given; the other tables bear theirs before the suffix.
    """
    return target if table == "facts" else target.with_suffix(f".{table}{target.suffix}")


def write_csv(parts: Parts, target: Path) -> None:
    """Write each table as CSV in UTF-8 with a mark, so that Excel opens it as such."""
    for table in WRITTEN:
        with file_of(target, table).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(names(table))
            writer.writerows(csv_row(table, row) for row in _rows(parts, table))


def write_json_lines(parts: Parts, target: Path) -> None:
    """Write each table as JSON lines; a number with a fraction is a string, to stay exact."""
    for table in WRITTEN:
        with file_of(target, table).open("w", encoding="utf-8", newline="\n") as file:
            for row in _rows(parts, table):
                value = dict(zip(names(table), map(_plain, row), strict=True))
                file.write(json.dumps(value, ensure_ascii=False) + "\n")


def write_excel(parts: Parts, target: Path) -> None:
    """Write the tables as sheets of one workbook; a number beyond 15 digits stays text.

    Raises `UnwritableDocumentError` for more rows than a sheet has.
    """
    openpyxl = optional(*EXTRAS[".xlsx"])
    book = openpyxl.Workbook(write_only=True)
    for table in WRITTEN:
        sheet = book.create_sheet(table)
        sheet.freeze_panes = "A2"
        sheet.append([_excel_cell(openpyxl, sheet, name) for name in names(table)])
        for count, row in enumerate(_rows(parts, table), 1):
            if count > _MOST_EXCEL_ROWS:
                raise UnwritableDocumentError(
                    f"{target}: the table of {table} has more than {_MOST_EXCEL_ROWS} rows, the"
                    " most that a sheet holds; write a folder of Parquet files or CSV"
                )
            sheet.append([_excel_cell(openpyxl, sheet, value) for value in row])
    book.save(target)


def write_sqlite(parts: Parts, target: Path) -> None:
    """Write the tables as those of a SQLite database.

    A value is an INTEGER or a REAL where that keeps every digit, else its digits as TEXT.
    """
    with closing(sqlite3.connect(target)) as database:
        for table in WRITTEN:
            columns = ", ".join(f'"{field.name}" {_sqlite(field)}' for field in FIELDS[table])
            database.execute(f'CREATE TABLE "{table}" ({columns})')
            marks = ", ".join("?" * len(FIELDS[table]))
            database.executemany(
                f'INSERT INTO "{table}" VALUES ({marks})',  # noqa: S608 - names of our own
                (tuple(map(_stored, row)) for row in _rows(parts, table)),
            )
        database.commit()


def write_duckdb(parts: Parts, target: Path) -> None:
    """Write the tables as those of a DuckDB database, with the types of the Parquet files."""
    duckdb = optional(*EXTRAS[".duckdb"])
    with closing(duckdb.connect(str(target))) as database:
        for table in WRITTEN:
            for number, part in enumerate(parts.tables(table)):
                database.register("part", part)
                verb = f"INSERT INTO {table}" if number else f"CREATE TABLE {table} AS"
                database.execute(f"{verb} SELECT * FROM part")  # noqa: S608 - names of our own
                database.unregister("part")


WRITERS: dict[str, Callable[[Parts, Path], None]] = {
    ".csv": write_csv,
    ".jsonl": write_json_lines,
    ".xlsx": write_excel,
    ".sqlite": write_sqlite,
    ".duckdb": write_duckdb,
}
"""What writes a dataset as a file of each suffix; a folder of Parquet is the parts themselves."""

EXTRAS: dict[str, tuple[str, str]] = {
    ".xlsx": ("openpyxl", "excel"),
    ".duckdb": ("duckdb", "duckdb"),
}
"""The module that writes files of a suffix, and the extra that brings it."""


def _rows(parts: Parts, table: TableName) -> Iterator[tuple[Any, ...]]:
    for part in parts.tables(table):
        for batch in part.to_batches(max_chunksize=4096):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def csv_row(table: TableName, row: Iterable[Any]) -> Iterator[Any]:
    """Yield the values of a row as cells of CSV hold them."""
    for field, value in zip(FIELDS[table], row, strict=True):
        plain = _plain(value)
        yield csv_text(str(plain)) if field.kind in _TEXT_KINDS and plain is not None else plain


def _plain(value: Any) -> Any:
    """Return a value as formats without types of their own hold it, every digit kept."""
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return _LIST.join(value) if isinstance(value, list) else value


def _number(value: Decimal) -> int | str:
    """Return a whole number as an int, another as its digits without the zeros after them."""
    return int(value) if value == value.to_integral_value() else f"{value.normalize():f}"


def _excel_cell(openpyxl: Any, sheet: Any, value: Any) -> Any:
    if isinstance(value, Decimal):
        whole = _number(value)
        exact = len(str(whole).lstrip("-").replace(".", "")) <= 15
        return (
            float(value) if exact and isinstance(whole, str) else whole if exact else str(whole)
        )
    value = _plain(value)
    if not isinstance(value, str):
        return value
    text = value[:_MOST_EXCEL_TEXT].translate(dict.fromkeys(map(ord, _EXCEL_CONTROLS), "\ufffd"))
    cell = openpyxl.cell.WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _stored(value: Any, most: int = 2**63) -> Any:
    """Return a value as programs with binary numbers hold it, as text where those lose a digit."""
    plain = _plain(value)
    if not isinstance(value, Decimal):
        return plain
    if isinstance(plain, int):
        return plain if abs(plain) < most else str(plain)
    return float(plain) if Decimal(repr(float(plain))) == value else plain


def _sqlite(field: Field) -> str:
    if field.kind == "decimal":
        return ""  # no affinity: each value keeps the type it is given
    return "INTEGER" if field.kind in ("integer", "boolean") else "TEXT"
