"""A filled form read back: each figure from the cell in which it belongs, totals computed again.

The contents of a cell count, not the stored result of a formula: a program that fills the form in
computes nothing. Labels are compared with those of the form, so that a sheet with moved rows is not
read as if they had not been moved.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from govreport.errors import UnreadableSourceError
from govreport.forms.formulas import total_formulas
from govreport.forms.layout import (
    CLOSING,
    FIRST_GRID_ROW,
    FIRST_PART_ROW,
    MARKER,
    MARKER_SHEET,
    PREAMBLE,
    PROSE_SHEET,
    VERSION,
    Cell,
    TableSheet,
    parts,
)
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.document import (
    Block,
    CellKey,
    Paragraph,
    ReportDocument,
    Section,
)
from govreport.model.filling import blank_tables, with_sums
from govreport.model.statute import SECTION_HEADINGS, TABLE_KINDS
from govreport.model.statutory import StatutoryTable
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.model.values import read_value
from govreport.readers.excel.names import SHEET, Position, address
from govreport.readers.excel.number_formats import plain
from govreport.readers.excel.package import WorkbookPackage
from govreport.readers.excel.workbook import Workbook, number_of
from govreport.readers.excel.worksheet import StoredCell, Worksheet


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell of a form that cannot be used as it is: where, why, and its contents.

    `kind` is "not-a-number", "no-result" (a formula that was never computed), "shown-otherwise" (a
    number that its format shows as another, or as a date), "moved" (a label that is not the
    form's), "no-sheet" (a table's sheet was removed or has another name), "not-carried" (last year's number is in doubt) or "no-year".
    """

    kind: str
    address: str
    text: str = ""
    cell: CellKey | None = None


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The contents of a form: the report, the address of each statutory cell, and the errors."""

    document: ReportDocument
    addresses: dict[CellKey, str]
    faults: tuple[Fault, ...] = ()
    computed: frozenset[CellKey] = frozenset()
    """The totals that hold the form's own formula, and were summed up again."""

    @property
    def is_intact(self) -> bool:
        """Whether every sheet exists and every label is where the form has it."""
        return not any(fault.kind in ("moved", "no-sheet") for fault in self.faults)

    def to_fill(self, kind: str) -> list[CellKey]:
        """Return the cells of a table that are not computed."""
        return [cell for cell in self.addresses if cell[0] == kind and cell not in self.computed]


def is_form(data: bytes, limits: Limits = DEFAULT_LIMITS) -> bool:
    """Whether the bytes of a workbook are those of a form that `workbook_bytes` made."""
    package = WorkbookPackage(data, limits)
    main = package.part(package.main_name)
    if main is None:
        return False
    names = {each.get("name") for each in main.iterfind(f"{SHEET}sheets/{SHEET}sheet")}
    return MARKER_SHEET in names and PROSE_SHEET in names


def form_document(data: bytes, limits: Limits = DEFAULT_LIMITS) -> ReportDocument | None:
    """Return the report in a form, None for another workbook and for a form that was changed.

    Its cells are known by their addresses, so nothing has to be recognised. If labels were moved,
    the workbook has to be recognised by its labels instead.
    """
    form = read_form(data, limits) if is_form(data, limits) else None
    return form.document if form is not None and form.is_intact else None


def read_form(data: bytes, limits: Limits = DEFAULT_LIMITS) -> FilledForm | None:
    """Return what a filled form holds, None if the workbook is not a form of this version.

    Raises `UnreadableSourceError` and `LimitExceededError` as for any workbook.
    """
    book = Workbook(data, limits)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    stated = _stated_tables(book, sheets)
    if stated is None:
        return None
    stated_forms = [TableSheet(table) for table in stated]
    forms = [form for form in stated_forms if form.name in sheets]
    read = [_TableReading(book, form, sheets[form.name]) for form in forms]
    document, faults = _document(book, sheets[PROSE_SHEET], read)
    faults += (Fault("no-sheet", form.name) for form in stated_forms if form not in forms)
    for each in read:
        faults += each.faults
    told = (*book.diagnostics, *_diagnostics(faults), *_unplaced(book, forms))
    return FilledForm(
        replace(document, diagnostics=told),
        _addresses(forms),
        tuple(faults),
        frozenset(_computed(read)),
    )


def _computed(tables: Sequence["_TableReading"]) -> Iterator[CellKey]:
    """Yield the totals that hold the form's own formula."""
    for each in tables:
        yield from ((each.table.kind, *cell) for cell in each.computed)


def form_cells(edition: int) -> dict[CellKey, str]:
    """Return the place of each cell in the workbook of an edition, such as `表三!D6`, totals too.

    Keys are (table, row, column). Raises `InvalidDocumentError` where there is no such edition.
    """
    return _addresses([TableSheet(table) for table in blank_tables(edition).values()])


def _addresses(forms: list[TableSheet]) -> dict[CellKey, str]:
    return {
        (form.table.kind, *cell): f"{form.name}!{address(*at)}"
        for form in forms
        for cell, at in form.cells.items()
    }


def _stated_tables(book: Workbook, sheets: dict[str, Worksheet]) -> list[StatutoryTable] | None:
    """Return the blank tables that the hidden sheet says the form has, None if it says none."""
    if MARKER_SHEET not in sheets or PROSE_SHEET not in sheets:
        return None
    marker = sheets[MARKER_SHEET]

    def said(row: int, column: int) -> str:
        cell = marker.cells.get((row, column))
        return "" if cell is None else book.shown(cell, marker).text

    if (said(1, 1), said(1, 2)) != (MARKER, str(VERSION)):
        return None
    tables = []
    for row in range(2, 2 + len(TABLE_KINDS)):
        kind = next((each for each in TABLE_KINDS if each == said(row, 1)), None)
        if kind is None:
            break
        try:
            edition, units = json.loads(said(row, 2))
            table = StatutoryTable.from_texts(kind, edition)
            tables.append(replace(table, units=tuple((key, unit) for key, unit in units)))
        except (ValueError, TypeError) as error:
            raise UnreadableSourceError(
                f"{MARKER_SHEET}!B{row}: the hidden sheet of the form was changed ({error});"
                " take a fresh form and copy the figures into it"
            ) from error
    return tables


class _TableReading:
    """One table of a form, as stored in its sheet."""

    def __init__(self, book: Workbook, form: TableSheet, sheet: Worksheet) -> None:
        self._book, self._form, self._sheet = book, form, sheet
        self.faults: list[Fault] = []
        self.computed: set[Cell] = set()
        for at, label in form.labels.items():
            found = _stored(sheet.cells.get(at))
            if "".join(found.split()) != "".join(label.split()):
                self.faults.append(Fault("moved", self._address(at), label))
        self._formulas = {
            cell: _plain_formula(each) for cell, each in total_formulas(form).items()
        }
        texts = {cell: self._text(cell, at) for cell, at in form.cells.items()}
        table = StatutoryTable.from_texts(form.table.kind, form.table.edition, texts)
        self.table = with_sums(replace(table, units=form.table.units), self.computed)

    def _text(self, cell: Cell, at: Position) -> str:
        stored = self._sheet.cells.get(at)
        if stored is None or (stored.value is None and stored.formula is None):
            return ""
        if self._holds_own_formula(cell, stored):
            self.computed.add(cell)
            return ""
        text = _stored(stored)
        shown = self._book.shown(stored, self._sheet).text
        if stored.value is None:
            self._fault("no-result", cell, at, text)
        elif stored.kind == "number" and read_value(shown).value != read_value(text).value:
            # Typed as 1-2, it has become a date: the visible and the stored number differ.
            text = f"{shown}\n{text}"
            self._fault("shown-otherwise", cell, at, shown)
        elif stored.kind in ("error", "boolean", "date") or read_value(text).doubtful:
            self._fault("not-a-number", cell, at, text)
        return text

    def _holds_own_formula(self, cell: Cell, stored: StoredCell) -> bool:
        """Whether a total holds the formula that the form has there."""
        if stored.formula is None or cell not in self._formulas:
            return False
        # A formula that several cells share stands in one of them alone.
        return _plain_formula(stored.formula) in ("", self._formulas[cell])

    def _fault(self, kind: str, cell: Cell, at: Position, text: str) -> None:
        key = (self._form.table.kind, *cell)
        self.faults.append(Fault(kind, self._address(at), text, key))

    def _address(self, at: Position) -> str:
        return f"{self._form.name}!{address(*at)}"


def _stored(cell: StoredCell | None) -> str:
    """Return the contents of a cell with every digit; for a formula without result, the formula."""
    if cell is None:
        return ""
    if cell.value is None:
        return "" if cell.formula is None else f"={cell.formula}"
    if cell.kind == "boolean":
        return "TRUE" if cell.value == "1" else "FALSE"
    number = number_of(cell)
    return FORBIDDEN_CHARACTER.sub("", cell.value).strip() if number is None else plain(number)


def _plain_formula(formula: str) -> str:
    return "".join(formula.split()).replace("$", "").upper()


def _document(
    book: Workbook, sheet: Worksheet, tables: Sequence["_TableReading"]
) -> tuple[ReportDocument, list[Fault]]:
    faults: list[Fault] = []

    def shown(row: int, column: int) -> str:
        cell = sheet.cells.get((row, column))
        return "" if cell is None else book.shown(cell, sheet).text.strip()

    year = _year(shown(3, 2))
    if year is None:
        faults.append(Fault("no-year", f"{PROSE_SHEET}!B3", shown(3, 2)))
    # A report may have worded its headings in its own way, so the parts are told by their order.
    listed = list(_parts(sheet, shown))
    keys = [part.key for part in parts({})]
    if len(listed) != len(keys):
        faults.append(Fault("moved", f"{PROSE_SHEET}!A{FIRST_PART_ROW}"))
    found = dict(zip(keys, listed, strict=False))
    sections = []
    for kind in SECTION_HEADINGS:
        if kind in found:
            heading, blocks = found[kind]
            own = (each.table for each in tables if each.table.kind == kind)
            sections.append(Section(kind, heading, (*blocks, *own)))
    document = ReportDocument(
        shown(1, 1) or None,
        shown(2, 2) or None,
        year,
        found.get(PREAMBLE, _NOTHING)[1],
        tuple(sections),
        found.get(CLOSING, _NOTHING)[1],
    )
    return document, faults


_NOTHING: tuple[str, tuple[Block, ...]] = ("", ())


def _year(text: str) -> int | None:
    """Return the year that a cell states, None for what is none."""
    is_one = text.isascii() and text.isdecimal() and len(text) <= 4
    return (int(text) or None) if is_one else None


def _parts(sheet: Worksheet, shown: Any) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield each part of the prose: its label, and the lines written next to it."""
    label = ""
    blocks: list[Block] = []
    last = max((row for row, _ in sheet.cells), default=0)
    for row in sorted({row for row, _ in sheet.cells if FIRST_PART_ROW <= row <= last}):
        if first := shown(row, 1):
            if label:
                yield label, tuple(blocks)
            label, blocks = first.partition("\n")[0], []
        blocks.extend(
            Paragraph(text) for line in shown(row, 2).split("\n") if (text := line.strip())
        )
    if label:
        yield label, tuple(blocks)


def _unplaced(book: Workbook, forms: list[TableSheet]) -> Iterator[Diagnostic]:
    """Yield contents outside the form: next to a table, or on a sheet of their own."""
    known = {form.name: form for form in forms}
    for sheet in book.sheets:
        if sheet.name == MARKER_SHEET:
            continue
        form = known.get(sheet.name)
        strange = [
            f"{address(*at)}: {' '.join(text.split())}"
            for at, cell in sorted(sheet.cells.items())
            if not _has_place(sheet, form, at) and (text := _stored(cell))
        ]
        if strange:
            message = "text outside the cells of the form"
            where = f"sheet {sheet.name}"
            yield diagnostic("unplaced-text", where, "\n".join(strange), message)


def _has_place(sheet: Worksheet, form: TableSheet | None, at: Position) -> bool:
    """Whether the form has a place at an address of a sheet: beside its text, above or in a table."""
    if form is None:
        return sheet.name == PROSE_SHEET and at[1] <= 2
    return at[0] < FIRST_GRID_ROW or at in form.labels or at in form.positions


def _diagnostics(faults: list[Fault]) -> Iterator[Diagnostic]:
    codes = {
        "no-result": "formula-without-value",
        "not-a-number": "unreadable-value",
        "shown-otherwise": "unreadable-value",
    }
    for fault in faults:
        if fault.kind in codes and fault.cell is not None:
            table, row, column = fault.cell
            yield diagnostic(
                codes[fault.kind], fault.address, fault.text, table=table, row=row, column=column
            )
