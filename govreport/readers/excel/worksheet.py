"""One sheet of a workbook as it is stored: cells by position, merged ranges, what is hidden."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree

from govreport.expressions import expression
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.readers.excel.names import (
    MOST_COLUMNS,
    SHEET,
    Position,
    is_on,
    position,
    whole,
)
from govreport.readers.excel.styles import is_struck

_ESCAPED = expression("_x([0-9A-Fa-f]{4})_")

Range = tuple[int, int, int, int]
"""A rectangle of cells: first row, first column, last row, last column."""


@dataclass(frozen=True, slots=True)
class StoredCell:
    """A cell as the file holds it.

    `kind` is "number", "text", "boolean", "error" or "date"; `value` is what is stored, for a
    formula its last result, None if nothing is. `formula` has no equals sign; it is None if there
    is none, "" if another cell holds its text. `struck` is text that is struck through and is
    not part of the value.
    """

    kind: str
    value: str | None
    formula: str | None = None
    style: int = 0
    struck: str = ""


@dataclass(slots=True)
class Worksheet:
    """A sheet: its name, whether it is shown, and what it holds."""

    name: str
    is_shown: bool = True
    shows_zeros: bool = True
    cells: dict[Position, StoredCell] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    margins: list[str] = field(default_factory=list)
    """What is printed above and below each page."""


def worksheet(
    root: etree._Element,
    name: str,
    is_shown: bool,
    shared: Callable[[int], tuple[str, str]],
) -> Worksheet:
    """Return a sheet from its part; `shared` gives the shared text of a number, and struck text."""
    sheet = Worksheet(name, is_shown)
    for view in root.iterfind(f"{SHEET}sheetViews/{SHEET}sheetView"):
        sheet.shows_zeros = view.get("showZeros") is None or is_on(view.get("showZeros"))
    sheet.hidden_columns = _hidden_columns(root)
    row_number = 0
    for row in root.iterfind(f"{SHEET}sheetData/{SHEET}row"):
        row_number = whole(row.get("r")) or row_number + 1
        if is_on(row.get("hidden")) or _is_nothing(row.get("ht")):
            sheet.hidden_rows.add(row_number)
        sheet.cells.update(_cells(row, row_number, shared))
    sheet.merged = list(_merged(root))
    sheet.margins = [
        text
        for element in root.iterfind(f"{SHEET}headerFooter/*")
        if (text := _margin(element.text or ""))
    ]
    return sheet


def rich_text(element: etree._Element) -> tuple[str, str]:
    """Return what a text of runs shows, and what of it is struck through.

    Readings of ideographs (`rPh`) are left out.
    """
    shown: list[str] = []
    struck: list[str] = []
    for child in element:
        if child.tag == f"{SHEET}t":
            shown.append(unescaped(child.text or ""))
        elif child.tag == f"{SHEET}r":
            properties = child.find(f"{SHEET}rPr")
            into = struck if properties is not None and is_struck(properties) else shown
            into.extend(unescaped(each.text or "") for each in child.iterfind(f"{SHEET}t"))
    return "".join(shown), "".join(struck)


def unescaped(text: str) -> str:
    """Return a text with its escapes `_x000D_` decoded (ECMA-376-1, section 22.9.2.19).

    A character that no document can hold is left out.
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return FORBIDDEN_CHARACTER.sub("", text)


def _cells(
    row: etree._Element, row_number: int, shared: Callable[[int], tuple[str, str]]
) -> Iterator[tuple[Position, StoredCell]]:
    column = 0
    for element in row.iterchildren(f"{SHEET}c"):
        at = position(element.get("r", ""))
        column = at[1] if at else column + 1
        yield (row_number, column), _cell(element, shared)


def _cell(element: etree._Element, shared: Callable[[int], tuple[str, str]]) -> StoredCell:
    given = element.get("t", "n")
    style = whole(element.get("s"))
    value = _text_of(element.find(f"{SHEET}v"))
    formula = _unescaped_text(_text_of(element.find(f"{SHEET}f")))
    struck = ""
    if given == "s" and value is not None:
        value, struck = shared(whole(value.strip()))
        return StoredCell("text", value, formula, style, struck)
    if given == "inlineStr":
        inline = element.find(f"{SHEET}is")
        if inline is not None:
            value, struck = rich_text(inline)
        return StoredCell("text", value, formula, style, struck)
    if given == "str":
        return StoredCell("text", _unescaped_text(value), formula, style)
    kind = {"b": "boolean", "e": "error", "d": "date"}.get(given, "number")
    return StoredCell(kind, value.strip() or None if value is not None else None, formula, style)


def _text_of(element: etree._Element | None) -> str | None:
    return None if element is None else element.text or ""


def _unescaped_text(text: str | None) -> str | None:
    return None if text is None else unescaped(text)


def _merged(root: etree._Element) -> Iterator[Range]:
    for element in root.iterfind(f"{SHEET}mergeCells/{SHEET}mergeCell"):
        first, _, last = element.get("ref", "").partition(":")
        start, end = position(first), position(last or first)
        if start is None or end is None or start == end:
            continue
        (top, bottom), (left, right) = (sorted(pair) for pair in zip(start, end, strict=True))
        yield top, left, bottom, right


def _hidden_columns(root: etree._Element) -> set[int]:
    # The ranges may overlap, and each may be all of the sheet.
    changes = [0] * (MOST_COLUMNS + 2)
    for column in root.iterfind(f"{SHEET}cols/{SHEET}col"):
        first = whole(column.get("min"))
        last = min(whole(column.get("max")), MOST_COLUMNS)
        if first <= last and (is_on(column.get("hidden")) or _is_nothing(column.get("width"))):
            changes[first] += 1
            changes[last + 1] -= 1
    return {number for number, count in enumerate(accumulate(changes)) if count > 0}


def _is_nothing(size: str | None) -> bool:
    try:
        return size is not None and float(size) == 0
    except ValueError:
        return False


def _margin(code: str) -> str:
    """Return the text of a header or footer without its codes (ECMA-376-1, 18.3.1.46)."""
    text = re.sub(r'&(?:"[^"]*"|[0-9]+|K[0-9A-F]{6}|[A-Za-z])', " ", code).replace("&&", "&")
    return " ".join(FORBIDDEN_CHARACTER.sub("", text).split())
