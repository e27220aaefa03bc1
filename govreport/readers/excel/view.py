"""The visible part of a sheet: texts by position and merged ranges; the rest is quoted."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import product
from operator import itemgetter

from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.readers.excel.names import Position, address
from govreport.readers.excel.number_formats import Displayed, plain
from govreport.readers.excel.workbook import Workbook, number_of
from govreport.readers.excel.worksheet import StoredCell, Worksheet

_Quoted = tuple[Position, str]


@dataclass
class View:
    """The visible part of a sheet.

    `texts` holds what is shown, by the position at which it begins; `ends` the last row and
    column of each merged range, by the first position of it that is shown; `sided` the positions
    that have a line at a side.
    """

    sheet: Worksheet
    texts: dict[Position, str] = field(default_factory=dict)
    ends: dict[Position, Position] = field(default_factory=dict)
    sided: set[Position] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def is_visible(self, at: Position) -> bool:
        """Whether neither the row nor the column of a position is hidden."""
        row, column = at
        return row not in self.sheet.hidden_rows and column not in self.sheet.hidden_columns


@dataclass
class _LeftOut:
    """Contents that are not shown as they are stored, by the reason."""

    hidden: list[_Quoted] = field(default_factory=list)
    struck: list[_Quoted] = field(default_factory=list)
    suppressed: list[_Quoted] = field(default_factory=list)
    rounded: list[_Quoted] = field(default_factory=list)
    uncomputed: list[_Quoted] = field(default_factory=list)


_REASONS = (
    ("hidden", "hidden-text", "cells that are hidden, or covered by a merged one, were left out"),
    ("struck", "deleted-text", "text that is struck through was left out"),
    ("suppressed", "hidden-text", "numbers that their format or sheet hides"),
    ("rounded", "rounded-number", "numbers that are shown with fewer digits than are stored"),
    (
        "uncomputed",
        "formula-without-value",
        "formulas whose results are not in the file; open it in Excel or LibreOffice and save it",
    ),
)


def view_of(workbook: Workbook, sheet: Worksheet, limits: Limits) -> View:
    """Return what a sheet shows; the view's diagnostics quote what it does not show.

    Raises `LimitExceededError` where merged ranges cover more than `limits` allow.
    """
    view = View(sheet)
    begins = _placed(view, limits)
    left_out = _LeftOut()
    for at, cell in sheet.cells.items():
        if workbook.style(cell).has_sides and view.is_visible(at):
            view.sided.add(at)
    for at, cell, shown in _shown_cells(workbook, sheet, left_out):
        text = shown.text.strip()
        begin = begins.get(at, at)
        if begin is None or not view.is_visible(begin):
            left_out.hidden.append((at, text or _stored(cell)))
        elif workbook.style(cell).is_struck:
            left_out.struck.append((at, text))
        else:
            _note(left_out, at, cell, text, shown.exact)
            if text:
                view.texts[begin] = text
    view.diagnostics.extend(_told(left_out, sheet))
    return view


def _shown_cells(
    workbook: Workbook, sheet: Worksheet, left_out: _LeftOut
) -> Iterator[tuple[Position, StoredCell, Displayed]]:
    """Yield the cells that show a text, or do not show their number, in order; note struck text."""
    for at in sorted(sheet.cells):
        cell = sheet.cells[at]
        if cell.value is None and cell.formula is None:
            continue
        if struck := cell.struck.strip():
            left_out.struck.append((at, struck))
        shown = workbook.shown(cell, sheet)
        if shown.text.strip() or not shown.exact:
            yield at, cell, shown


def _note(left_out: _LeftOut, at: Position, cell: StoredCell, text: str, exact: bool) -> None:
    if cell.value is None:
        left_out.uncomputed.append((at, text))
    elif not exact:
        into = left_out.rounded if any(map(str.isdecimal, text)) else left_out.suppressed
        into.append((at, _stored(cell)))


def _stored(cell: StoredCell) -> str:
    number = number_of(cell)
    return cell.value or "" if number is None else plain(number)


def _placed(view: View, limits: Limits) -> dict[Position, Position | None]:
    """Return where what stands in a merged range begins to be shown, by its position.

    The anchor of a range is shown in the part of it that is not hidden, None if all of it is;
    what it covers is not shown.
    """
    sheet = view.sheet
    bottom = max(map(itemgetter(0), sheet.cells), default=0)
    right = max(map(itemgetter(1), sheet.cells), default=0)
    begins: dict[Position, Position | None] = {}
    count = 0
    for first_row, first_column, last_row, last_column in sheet.merged:
        rows = range(first_row, min(last_row, bottom) + 1)
        columns = range(first_column, min(last_column, right) + 1)
        count += len(rows) * len(columns)
        limits.check("document_cells", count, f"sheet {sheet.name}: cells of merged ranges")
        anchor = (first_row, first_column)
        # Overlapping ranges are not valid; the first one counts.
        if anchor in begins or not (rows and columns):
            continue
        begins.update(dict.fromkeys(product(rows, columns)))
        shown_rows = _without(rows, sheet.hidden_rows)
        shown_columns = _without(columns, sheet.hidden_columns)
        if shown_rows and shown_columns:
            begin = (shown_rows[0], shown_columns[0])
            begins[anchor] = begin
            view.ends[begin] = (shown_rows[-1], shown_columns[-1])
    return begins


def _without(numbers: range, hidden: Container[int]) -> list[int]:
    return [number for number in numbers if number not in hidden]


def _told(left_out: _LeftOut, sheet: Worksheet) -> Iterator[Diagnostic]:
    for name, code, message in _REASONS:
        quoted: list[_Quoted] = getattr(left_out, name)
        if quoted:
            text = "\n".join(f"{address(*at)}: {each}" for at, each in quoted)
            yield diagnostic(code, f"sheet {sheet.name}", text, message)
