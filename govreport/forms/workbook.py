"""The form as an Excel workbook: cells to be filled in are unlocked, totals are computed.

Written by openpyxl, which comes with the extra `excel`. The workbook has a sheet for each table,
one for the prose, and a hidden one by which it is known again.
"""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from govreport.errors import UnwritableDocumentError
from govreport.expressions import expression
from govreport.extras import optional
from govreport.forms import appearance
from govreport.forms.formulas import broken_identities, total_formulas
from govreport.forms.layout import (
    CLOSING,
    FIRST_GRID_ROW,
    FIRST_PART_ROW,
    MARKER,
    MARKER_SHEET,
    PREAMBLE,
    PROSE_SHEET,
    VERSION,
    TableSheet,
    parts,
)
from govreport.model.document import Block, Heading, Paragraph, ReportDocument
from govreport.model.filling import with_sums
from govreport.model.statute import SECTION_HEADINGS, TABLE_KINDS, SectionKind
from govreport.model.statutory import StatutoryTable
from govreport.readers.excel.names import address

_LONGEST_TEXT = 32_767
_ESCAPE = expression("_(?=x[0-9A-Fa-f]{4}_)")
_NUMBER = expression(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]*[1-9])?")
_SPARE_ROWS = 3
_INSTRUCTIONS = (
    "填写说明：浅黄色单元格由填报单位填写，没有的填 0；其余单元格已锁定，总计由公式计算。"
    "红色单元格表示勾稽关系不符或者填的不是数字，请核对后改正。"
    "各部分文字一段写一格（也可以在一格内换行），填好后保存即可生成年度报告。"
)


def workbook_bytes(document: ReportDocument) -> bytes:
    """Return the workbook of a form with the contents of a document.

    That is a blank form for `ReportDocument.blank`; figures and texts of the document are filled
    in. A total that the form computes as printed is a formula, any other is kept.

    Raises `UnwritableDocumentError` for contents without a place in the form (rows and columns
    outside the form, other tables, sections of one's own, a text longer than a cell holds), and
    `MissingExtraError` if openpyxl is not installed.
    """
    openpyxl = optional("openpyxl", "excel")
    _refuse_what_has_no_place(document)
    book = openpyxl.Workbook()
    book.properties.creator = document.agency or ""
    book.properties.title = document.title or ""
    look = appearance.Appearance(openpyxl)
    prose = book.active
    prose.title = PROSE_SHEET
    _write_prose(prose, look, document)
    sheets = [TableSheet(table) for table in document.statutory_tables()]
    headings = {section.kind: section.heading for section in document.sections}
    for sheet in sheets:
        _write_table(book.create_sheet(sheet.name), look, sheet, headings)
    _write_marker(book.create_sheet(MARKER_SHEET), sheets)
    file = io.BytesIO()
    book.save(file)
    return appearance.reproducible(file.getvalue())


def _refuse_what_has_no_place(document: ReportDocument) -> None:
    kinds = [section.kind for section in document.sections]
    if len(set(kinds).intersection(SECTION_HEADINGS)) < len(kinds):
        raise UnwritableDocumentError(
            "the form has the six sections of the statute, each once; move what is in others"
        )
    tables = [block for block in document.blocks() if not isinstance(block, Paragraph | Heading)]
    if tables != list(document.statutory_tables()):
        raise UnwritableDocumentError("the form has room for the three statutory tables only")
    for table in document.statutory_tables():
        if table.extra_columns or table.extra_rows:
            raise UnwritableDocumentError(
                f"{table.kind}: the form has no place for rows and columns that the statute does"
                " not know; take them out, or write another format"
            )


def _write_prose(sheet: Any, look: appearance.Appearance, document: ReportDocument) -> None:
    look.prose_page(sheet)
    _put(sheet, 1, 1, document.title or "")
    look.heading(sheet, 1, 2)
    year = "" if document.year is None else str(document.year)
    for row, (label, value) in enumerate(
        (("机关名称", document.agency or ""), ("报告年度", year)), 2
    ):
        _put(sheet, row, 1, label)
        _put(sheet, row, 2, value)
        look.label(sheet.cell(row, 1))
        look.label(sheet.cell(row, 2))
    _put(sheet, 4, 1, _INSTRUCTIONS)
    look.note(sheet, 4, 2, height=48)
    texts = _texts(document)
    row = FIRST_PART_ROW
    headings: dict[SectionKind, str] = {each.kind: each.heading for each in document.sections}
    for part in parts(headings):
        lines = texts[part.key]
        rows = max(part.rows, len(lines) + _SPARE_ROWS if lines else 0)
        _put(sheet, row, 1, f"{part.label}\n{part.hint}" if part.hint else part.label)
        look.part(sheet, row, rows, is_closing=part.key == CLOSING)
        for number, text in enumerate(lines):
            _put(sheet, row + number, 2, text)
        row += rows
    look.protect(sheet, rows_may_be_added=True)


def _texts(document: ReportDocument) -> dict[str, list[str]]:
    texts = {section.kind: _lines(section.blocks) for section in document.sections}
    listed: dict[str, list[str]] = {kind: texts.get(kind, []) for kind in SECTION_HEADINGS}
    return {
        PREAMBLE: _lines(document.preamble),
        **listed,
        CLOSING: _lines(document.closing),
    }


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph | Heading)]


def _write_table(
    page: Any,
    look: appearance.Appearance,
    sheet: TableSheet,
    headings: dict[SectionKind, str],
) -> None:
    look.table_page(page, sheet)
    width = sheet.grid.width
    _put(page, 1, 1, headings.get(sheet.table.kind, ""))
    look.heading(page, 1, width)
    look.above(page, sheet)
    _put(page, 2, width - 1, sheet.unit_note())
    first_row = min(sheet.cells.values())[0]
    for slot in sheet.slots():
        at = (slot.row + FIRST_GRID_ROW, slot.column + 1)
        in_list = sheet.table.kind == "applications" and at[0] >= first_row
        listed = in_list and slot.cell.row_span == 1
        look.grid_cell(page, slot, is_label=at in sheet.labels, is_listed=listed)
    for (row, column), label in sheet.labels.items():
        _put(page, row, column, label)
    if sheet.table.layout.identities:
        page.cell(2, 1).value = _verdict(sheet)
    _write_values(page, look, sheet)
    look.conditions(page, sheet)
    look.protect(page)


def _verdict(sheet: TableSheet) -> str:
    count = f"{MARKER_SHEET}!$B${_count_row(sheet)}"
    first, last = (address(*at) for at in (min(sheet.cells.values()), max(sheet.cells.values())))
    return (
        f'=IF(COUNT({first}:{last})=0,"勾稽关系：尚未填写",IF({count}=0,"勾稽关系：未见不符",'
        f'"勾稽关系：有 "&{count}&" 处不符，见红色单元格"))'
    )


def _count_row(sheet: TableSheet) -> int:
    """Return the row of the hidden sheet that counts the identities which do not hold."""
    return 10 + TABLE_KINDS.index(sheet.table.kind)


def _write_values(page: Any, look: appearance.Appearance, sheet: TableSheet) -> None:
    formulas = total_formulas(sheet)
    computed = _computed(sheet.table, sheet)
    for key, at in sheet.cells.items():
        text = sheet.table.text(*key)
        if key in formulas and text in ("", computed.text(*key)):
            page.cell(*at).value = f"={formulas[key]}"
        elif _NUMBER.fullmatch(text) and text != "-0" and len(text) <= 16:
            page.cell(*at).value = float(text) if "." in text else int(text)
        else:
            _put(page, *at, text)
        if key not in formulas:
            look.open(page.cell(*at))
            look.validate(address(*at), sheet.columns[key])
    look.add_validations(page)


def _computed(table: StatutoryTable, sheet: TableSheet) -> StatutoryTable:
    """Return the table with its totals as the form computes them."""
    given = {
        (row.key, column.key): table.text(row.key, column.key)
        for row in table.layout.rows
        for column in row.columns
        if (row.key, column.key) not in sheet.totals
    }
    blank = StatutoryTable.from_texts(table.kind, table.edition, given)
    return with_sums(blank, sheet.totals.keys())


def _write_marker(page: Any, sheets: list[TableSheet]) -> None:
    page.sheet_state = "veryHidden"
    page.append([MARKER, VERSION])
    for row, sheet in enumerate(sheets, 2):
        _put(page, row, 1, sheet.table.kind)
        _put(page, row, 2, json.dumps([sheet.table.edition, sheet.table.units]))
    for sheet in sheets:
        broken = [f"IF({condition},1,0)" for _, condition in _qualified(sheet)]
        if broken:
            page.cell(_count_row(sheet), 1).value = "count"
            page.cell(_count_row(sheet), 2).value = f"={'+'.join(broken)}"
    page.protection.sheet = True


def _qualified(sheet: TableSheet) -> Iterator[tuple[str, str]]:
    """Yield the conditions with the name of the sheet before each of their references."""
    for identity, condition in broken_identities(sheet):
        yield identity.rule, re.sub(r"(?<=[(,])(?=[A-Z]+[0-9])", f"{sheet.name}!", condition)


def _put(page: Any, row: int, column: int, text: str) -> None:
    """Put a text into a cell as text, whatever it begins with."""
    if not text:
        return
    escaped = _ESCAPE.sub("_x005F_", text)
    if len(escaped) > _LONGEST_TEXT:
        raise UnwritableDocumentError(
            f"{page.title}!{address(row, column)}: a cell holds {_LONGEST_TEXT} characters, the"
            f" text has {len(escaped)}; split it into paragraphs"
        )
    cell = page.cell(row, column)
    cell.value = escaped
    cell.data_type = "s"
