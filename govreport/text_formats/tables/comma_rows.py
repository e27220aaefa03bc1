"""Rows with cells separated by commas: comma-separated values, and lists as programs print them.

Comma-separated values are those of RFC 4180, also with semicolons; lists are those of JSON (RFC
8259) and of Python. Programs that print either print blank cells, too.
"""

import ast
import csv
import json
from collections.abc import Iterator
from itertools import chain

from govreport.blocks import TableBlock
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.grid import Table
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.text_formats.lines import Line, check_size, end_of_quotes

_OPENING = ("[", "(")
_CLOSING = ("]", ")")
_LONGEST_LIST = 100_000
"""A longer line is not a list; reading one takes many times its size."""

_PYTHON = expression(
    r"""(?:[][(),\s]|'(?:[^'\\]|\\['"\\nrtxuU])*+'|"(?:[^"\\]|\\['"\\nrtxuU])*+\""""
    r"|None|nan|-?[0-9]{1,30}(?:\.[0-9]{1,30})?)*+"
)
"""Texts, numbers and lists in Python, and nothing else of that language."""

_NAN = expression(r"""('(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+")|nan""")
"""What a data frame holds for nothing; texts are skipped."""

_SEPARATORS = (";", ",")
"""Spreadsheets export with semicolons if numbers have commas, so these outrank a comma."""

_FEWEST_LISTS = 2
_FEWEST_CELLS = 4
_FEWEST_ROWS = 3
_FEWEST_NARROW = 5
"""Rows of fewer cells are a table only if most are a label and its figure."""
_SHARE = 5
"""At least one of so many cells of a table is blank or a figure."""
_Rows = list[list[str]]


def parted_at_comma_rows(lines: list[Line], limits: Limits) -> Iterator[list[Line] | TableBlock]:
    """Yield the lines in runs, the rows of each such table among them as that table.

    Raises `LimitExceededError` where a table is too large.
    """
    run: list[Line] = []
    index = 0
    while index < len(lines):
        rows, end = _lists(lines, index)
        for separator in _SEPARATORS if end == index else ():
            rows, end = _records(lines, index, separator)
            if rows:
                break
        if rows:
            yield run
            run = []
            check_size(rows, lines[index].number, limits)
            yield _table(rows)
        else:
            end = max(end, index + 1)
            run.extend(lines[index:end])
        index = end
    yield run


def _table(rows: _Rows) -> TableBlock:
    # Programs that end each row with a comma print one cell more than the table has.
    if all(len(row) > 1 and not row[-1] for row in rows):
        rows = [row[:-1] for row in rows]
    widths = set(map(len, rows))
    return TableBlock(
        Table(rows),
        # Rows of several lengths and without any blank cell may have lost theirs.
        blanks_shown=len(widths) == 1 or not all(cell for row in rows for cell in row),
        spans_shown=False,
        printed_cells=tuple(map(len, rows)),
    )


def _lists(lines: list[Line], start: int) -> tuple[_Rows, int]:
    """Return the rows of consecutive lists from a line on, and where they end.

    There are no rows where these are no table.
    """
    rows: _Rows = []
    index = start
    while index < len(lines) and (found := _read_lists(lines[index].text)):
        rows.extend(found)
        index += 1
    if len(rows) < _FEWEST_LISTS or max(map(len, rows)) == 1:
        return [], index
    return rows, index


def _read_lists(line: str) -> _Rows:
    """Return the rows that a line lists: one, or all of a list of lists; none if it does not."""
    text = line.strip().rstrip(",")
    if not (text.startswith(_OPENING) and text.endswith(_CLOSING)) or len(text) > _LONGEST_LIST:
        return []
    # The first and the last line of a list of lists that is printed a row a line.
    outer = text.startswith("[[") - text.endswith("]]")
    text = text[outer > 0 : len(text) - (outer < 0)]
    value = _value(text)
    if not isinstance(value, list | tuple) or not value:
        return []
    listed = value if isinstance(value[0], list | tuple) else [value]
    rows = [_cells_in(row, text) for row in listed]
    return rows if all(rows) else []


def _cells_in(row: object, source: str) -> list[str]:
    """Return the cells of a listed row, none where it is no list or holds what is no cell."""
    cells = [_cell(each, source) for each in row] if isinstance(row, list | tuple) else []
    said = [cell for cell in cells if cell is not None]
    return said if len(said) == len(cells) else []


def _value(text: str) -> object:
    """Return what a text denotes in JSON or Python, None if it is neither."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=_constant)
    except (ValueError, RecursionError):
        pass
    if not _PYTHON.fullmatch(text):
        return None
    try:
        return ast.literal_eval(_NAN.sub(lambda found: found[1] or "None", text))
    except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
        return None


def _constant(name: str) -> None:
    """Return the value of a name in JSON as Python prints it; raises `ValueError` for others."""
    if name != "NaN":
        raise ValueError(name)


def _cell(value: object, source: str) -> str | None:
    """Return what a cell of a list says, None if it is not a cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return None if FORBIDDEN_CHARACTER.search(value) else value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        # Only a number that the source prints in exactly this way.
        return printed if (printed := str(value)) in source else None
    return None


def _records(lines: list[Line], start: int, separator: str) -> tuple[_Rows, int]:
    """Return consecutive records with equally many cells, and where they end.

    There are no rows where these are no table.
    """
    rows: _Rows = []
    index = start
    while found := _read_record(lines, index, separator):
        if rows and len(found[0]) != len(rows[0]):
            break
        rows.append(found[0])
        index = found[1]
    return (rows if _is_table(rows) else []), index


def _is_table(rows: _Rows) -> bool:
    """Whether so many rows, of so many cells, are one: some cells are blank or figures."""
    if len(rows) < _FEWEST_ROWS or (len(rows[0]) < _FEWEST_CELLS and not _is_narrow(rows)):
        return False
    cells = list(chain.from_iterable(rows))
    return _SHARE * sum(not cell or cell.isdecimal() for cell in cells) >= len(cells)


def _is_narrow(rows: _Rows) -> bool:
    """Whether rows of few cells are a table: most begin with a label and end with a figure."""
    if len(rows) < _FEWEST_NARROW:
        return False
    told = sum(
        row[-1].replace(",", "").isdecimal() and not row[0].replace(",", "").isdecimal()
        for row in rows
    )
    return 2 * told > len(rows)


def _read_record(lines: list[Line], start: int, separator: str) -> tuple[list[str], int] | None:
    """Return the cells of the record that begins at a line, and where it ends."""
    first = lines[start].text if start < len(lines) else ""
    # Other cell separators outrank a comma, which may be part of any number.
    if separator not in first or "|" in first or "\t" in first:
        return None
    end = end_of_quotes(lines, start)
    texts = [f"{line.text}\n" for line in lines[start:end]]
    try:
        records = list(csv.reader(texts, delimiter=separator, skipinitialspace=True, strict=True))
    except csv.Error:
        return None
    return ([cell.strip() for cell in records[0]], end) if len(records) == 1 else None
