"""The names of offices: which belong to one office, and the roster of those that must report."""

import csv
import io
import os
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from govreport.chinese.script import is_traditional, simplified
from govreport.errors import UnreadableSourceError

_HEADERS = ("agency", "office", "name", "机关", "机关名称", "单位", "单位名称", "名称", "部门")
"""Headers of the column of names in a roster."""

_GOVERNMENT = "人民政府"
_SEPARATORS = (",", ";", "\t")
_SHORTEST = 2
_MOST_BYTES = 10_000_000
"""Far more than the names of all offices of a province take."""
_WORKBOOKS = (b"PK\3\4", b"\xd0\xcf\x11\xe0")
"""How Excel's files begin, new and old."""


def core(name: str) -> str:
    """Return an office's name in simplified script, without white space and 人民政府 at its end."""
    bare = "".join(name.split())
    bare = simplified(bare) if is_traditional(bare) else bare
    return bare.removesuffix(_GOVERNMENT) or bare


def are_alike(one: str, other: str) -> bool:
    """Whether one name may be a short form of the other: 教育局 for 青禾县教育局."""
    first, second = sorted((core(one), core(other)), key=len)
    return len(first) >= _SHORTEST and second.endswith(first)


def matching(name: str, names: Iterable[str]) -> list[str]:
    """Return those of `names` that may be the office of a name: the one of that name, else all alike."""
    given = list(dict.fromkeys(names))
    same = [each for each in given if core(each) == core(name)]
    return same or [each for each in given if are_alike(each, name)]


def read_roster(source: str | os.PathLike[str] | BinaryIO) -> list[str]:
    """Return the offices that a CSV file lists, in its order.

    `source` is a path, or a file opened in binary mode. Columns are separated by commas,
    semicolons or tabs. The names stand in the column headed 机关, 单位, 单位名称, agency, office or
    name, else in the first one; lines without a name are passed over. The file is in UTF-8 or
    GB 18030, as Excel writes it. Raises `UnreadableSourceError` where it names no office, or one
    twice, and `OSError`.
    """
    if isinstance(source, str | os.PathLike):
        called = os.fspath(source)
        with Path(source).open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    else:
        called, data = "-", source.read(_MOST_BYTES + 1)
    rows = _rows(data, called)
    column, first = _column(rows)
    names = [row[column].strip() for row in rows[first:] if len(row) > column]
    found = [name for name in names if name]
    if not found:
        raise UnreadableSourceError(
            f"{called}: the roster names no office; write one name a line"
        )
    repeated = {name for name in found if found.count(name) > 1}
    if repeated:
        raise UnreadableSourceError(
            f"{called}: the roster names {min(repeated)} twice; name each office once"
        )
    return found


def _rows(data: bytes, name: str) -> list[list[str]]:
    if len(data) > _MOST_BYTES:
        raise UnreadableSourceError(f"{name}: more than {_MOST_BYTES} bytes are no roster")
    if data.startswith(_WORKBOOKS):
        raise UnreadableSourceError(
            f"{name}: the roster is a workbook or another binary file; save it as CSV in UTF-8"
        )
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return _parted(data.decode(encoding).replace("\0", ""))
        except UnicodeDecodeError:
            continue
        except csv.Error as error:
            raise UnreadableSourceError(
                f"{name}: the roster is not a CSV file ({error})"
            ) from error
    raise UnreadableSourceError(
        f"{name}: the roster is neither in UTF-8 nor in GB 18030; save it as CSV in UTF-8"
    )


def _parted(text: str) -> list[list[str]]:
    """Return the rows of a table, its columns parted by the separator that it shows.

    That is the one which parts a known header from others, or every row into as many columns.
    """
    tables = [list(csv.reader(io.StringIO(text), delimiter=each)) for each in _SEPARATORS]
    headed = (rows for rows in tables if _column(rows)[1])
    return next(chain(headed, filter(_is_even, tables), tables))


def _is_even(rows: list[list[str]]) -> bool:
    widths = {len(row) for row in rows if row}
    return len(widths) == 1 and widths != {1}


def _column(rows: list[list[str]]) -> tuple[int, int]:
    """Return the column of the names, and the row in which they begin."""
    for position, cell in enumerate(rows[0] if rows else ()):
        if cell.strip().lower() in _HEADERS:
            return position, 1
    return 0, 0
