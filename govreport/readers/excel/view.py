"""The visible part of a sheet: texts by position and merged ranges; the rest is quoted."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.readers.excel.names import Position, address
from govreport.readers.excel.number_formats import plain
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
    begins, covered = _placed(view, limits)
    left_out = _LeftOut()
    for at in sorted(sheet.cells):
        cell = sheet.cells[at]
        style = workbook.style(cell)
        if style.has_sides and view.is_visible(at):
            view.sided.add(at)
        if cell.value is None and cell.formula is None:
            continue
        shown = workbook.shown(cell, sheet)
        text = shown.text.strip()
        if cell.struck.strip():
            left_out.struck.append((at, cell.struck.strip()))
        if not text and shown.exact:
            continue
        begin = None if at in covered else begins.get(at, at)
        if begin is None or not view.is_visible(begin):
            left_out.hidden.append((at, text or _stored(cell)))
        elif style.is_struck:
            left_out.struck.append((at, text))
        else:
            _note(left_out, at, cell, text, shown.exact)
            if text:
                view.texts[begin] = text
    view.diagnostics.extend(_told(left_out, sheet))
    return view


def _note(left_out: _LeftOut, at: Position, cell: StoredCell, text: str, exact: bool) -> None:
    if cell.value is None:
        left_out.uncomputed.append((at, text))
    elif not exact:
        into = left_out.rounded if any(map(str.isdecimal, text)) else left_out.suppressed
        into.append((at, _stored(cell)))


def _stored(cell: StoredCell) -> str:
    number = number_of(cell)
    return cell.value or "" if number is None else plain(number)


def _placed(view: View, limits: Limits) -> tuple[dict[Position, Position | None], set[Position]]:
    """Return where each merged range begins to be shown, by its anchor, and what it covers.

    A range is shown in the part of it that is not hidden, None if all of it is.
    """
    sheet = view.sheet
    bottom = max((row for row, _ in sheet.cells), default=0)
    right = max((column for _, column in sheet.cells), default=0)
    begins: dict[Position, Position | None] = {}
    covered: set[Position] = set()
    count = 0
    for first_row, first_column, last_row, last_column in sheet.merged:
        rows = range(first_row, min(last_row, bottom) + 1)
        columns = range(first_column, min(last_column, right) + 1)
        if not rows or not columns:
            continue  # no cell stands in it
        count += len(rows) * len(columns)
        limits.check("document_cells", count, f"sheet {sheet.name}: cells of merged ranges")
        anchor = (first_row, first_column)
        if anchor in covered or anchor in begins:
            continue  # overlapping ranges are not valid; the first one counts
        covered.update((row, column) for row in rows for column in columns)
        covered.discard(anchor)
        shown_rows = [row for row in rows if row not in sheet.hidden_rows]
        shown_columns = [each for each in columns if each not in sheet.hidden_columns]
        if shown_rows and shown_columns:
            begins[anchor] = (shown_rows[0], shown_columns[0])
            view.ends[shown_rows[0], shown_columns[0]] = (shown_rows[-1], shown_columns[-1])
        else:
            begins[anchor] = None
    return begins, covered


def _told(left_out: _LeftOut, sheet: Worksheet) -> Iterator[Diagnostic]:
    for name, code, message in _REASONS:
        quoted: list[_Quoted] = getattr(left_out, name)
        if quoted:
            text = "\n".join(f"{address(*at)}: {each}" for at, each in quoted)
            yield diagnostic(code, f"sheet {sheet.name}", text, message)
