"""A filled form read back: each figure from the cell in which it belongs, totals computed again.

What stands in a cell counts, not what the file says a formula gave: a program that fills the form
in computes nothing. Labels are compared with those of the form, so that a sheet in which rows were
moved is not read as if they had not been.
"""

import json
from collections.abc import Iterator
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
from govreport.readers.excel.package import Package
from govreport.readers.excel.workbook import Workbook, number_of
from govreport.readers.excel.worksheet import StoredCell, Worksheet


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell of a form that cannot be taken as it is: where, why, and what it holds.

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
    """What a form holds: the report, the address of each statutory cell, and what is wrong."""

    document: ReportDocument
    addresses: dict[CellKey, str]
    faults: tuple[Fault, ...] = ()
    computed: frozenset[CellKey] = frozenset()
    """The totals that hold the form's own formula, and were summed up again."""

    @property
    def is_intact(self) -> bool:
        """Whether every sheet is there and every label stands where the form has it."""
        return not any(fault.kind in ("moved", "no-sheet") for fault in self.faults)


def is_form(data: bytes, limits: Limits = DEFAULT_LIMITS) -> bool:
    """Whether the bytes of a workbook are those of a form that `workbook_bytes` made."""
    package = Package(data, limits)
    main = package.part(package.main_name)
    if main is None:
        return False
    names = {each.get("name") for each in main.iterfind(f"{SHEET}sheets/{SHEET}sheet")}
    return MARKER_SHEET in names and PROSE_SHEET in names


def form_document(data: bytes, limits: Limits = DEFAULT_LIMITS) -> ReportDocument | None:
    """Return the report in a form, None for another workbook and for a form that was changed.

    Its cells say what they are, so nothing has to be recognised; where labels were moved, they
    are all that tells it.
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
    document, faults = _document(book, sheets[PROSE_SHEET], [each.table for each in read])
    faults.extend(
        Fault("no-sheet", form.name) for form in stated_forms if form.name not in sheets
    )
    for each in read:
        faults.extend(each.faults)
    told = (*book.diagnostics, *_diagnostics(faults), *_unplaced(book, forms))
    document = replace(document, diagnostics=told)
    return FilledForm(
        document,
        _addresses(forms),
        tuple(faults),
        frozenset((each.table.kind, *cell) for each in read for cell in each.computed),
    )


def form_cells(edition: int) -> dict[CellKey, str]:
    """Return where each cell stands in the workbook of an edition, such as `表三!D6`, totals too.

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
    """One table of a form as its sheet holds it."""

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
        # A formula that several cells share stands in one of them alone.
        ours = ("", self._formulas.get(cell, ""))
        if (
            stored.formula is not None
            and cell in self._formulas
            and _plain_formula(stored.formula) in ours
        ):
            self.computed.add(cell)
            return ""
        text = _stored(stored)
        shown = self._book.shown(stored, self._sheet).text
        if stored.value is None:
            self._fault("no-result", cell, at, text)
        elif stored.kind == "number" and read_value(shown).value != read_value(text).value:
            # Typed as 1-2, it is a date by now: what is seen and what is stored are two numbers.
            text = f"{shown}\n{text}"
            self._fault("shown-otherwise", cell, at, shown)
        elif stored.kind in ("error", "boolean", "date") or read_value(text).doubtful:
            self._fault("not-a-number", cell, at, text)
        return text

    def _fault(self, kind: str, cell: Cell, at: Position, text: str) -> None:
        key = (self._form.table.kind, *cell)
        self.faults.append(Fault(kind, self._address(at), text, key))

    def _address(self, at: Position) -> str:
        return f"{self._form.name}!{address(*at)}"


def _stored(cell: StoredCell | None) -> str:
    """Return what a cell holds, every digit of a number; of a formula without result itself."""
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
    book: Workbook, sheet: Worksheet, tables: list[StatutoryTable]
) -> tuple[ReportDocument, list[Fault]]:
    faults: list[Fault] = []

    def shown(row: int, column: int) -> str:
        cell = sheet.cells.get((row, column))
        return "" if cell is None else book.shown(cell, sheet).text.strip()

    year = shown(3, 2)
    if not (year.isascii() and year.isdecimal() and 0 < len(year) <= 4 and int(year)):
        faults.append(Fault("no-year", f"{PROSE_SHEET}!B3", year))
        year = ""
    # A report may have worded its headings in its own way, so the parts are told by their order.
    listed = list(_parts(sheet, shown))
    keys = [part.key for part in parts({})]
    if len(listed) != len(keys):
        faults.append(Fault("moved", f"{PROSE_SHEET}!A{FIRST_PART_ROW}"))
    found = {key: blocks for key, (_, blocks) in zip(keys, listed, strict=False)}
    headings = {key: heading for key, (heading, _) in zip(keys, listed, strict=False)}
    sections = tuple(
        Section(
            kind,
            headings[kind],
            (*found[kind], *(table for table in tables if table.kind == kind)),
        )
        for kind in SECTION_HEADINGS
        if kind in found
    )
    return (
        ReportDocument(
            shown(1, 1) or None,
            shown(2, 2) or None,
            int(year) if year else None,
            found.get(PREAMBLE, ()),
            sections,
            found.get(CLOSING, ()),
        ),
        faults,
    )


def _parts(sheet: Worksheet, shown: Any) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield each part of the prose: its label, and the lines that were written beside it."""
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
    """Yield what stands where a form has nothing: beside a table, or on a sheet of its own."""
    known = {form.name: form for form in forms}
    for sheet in book.sheets:
        if sheet.name == MARKER_SHEET:
            continue
        form = known.get(sheet.name)
        places = set() if form is None else {*form.cells.values(), *form.labels}
        strange = [
            (at, text)
            for at, cell in sorted(sheet.cells.items())
            if at not in places
            and not (form is not None and at[0] < FIRST_GRID_ROW)
            and not (sheet.name == PROSE_SHEET and (at[1] <= 2))
            and (text := _stored(cell))
        ]
        if strange:
            quoted = "\n".join(
                f"{address(*at)}: {' '.join(text.split())}" for at, text in strange
            )
            message = "text outside the cells of the form"
            yield diagnostic("unplaced-text", f"sheet {sheet.name}", quoted, message)


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
