"""Workbooks as offices make them, by openpyxl: the three tables on sheets, prose on another."""

import io
from dataclasses import dataclass
from typing import Any

import openpyxl
from openpyxl.styles import Border, Side

from govreport.arrange.tables import arrange_table
from govreport.model.document import Paragraph, ReportDocument

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


@dataclass(frozen=True)
class Manner:
    """How an office lays its workbook out."""

    borders: bool = True
    row: int = 1
    column: int = 1
    unit_line: bool = True
    one_sheet: bool = False
    numbers: bool = True
    number_format: str = "General"
    hidden_row: bool = False
    hidden_column: bool = False


def office_workbook(document: ReportDocument, manner: Manner = Manner()) -> bytes:
    """Return a workbook that shows a document's sections and statutory tables."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "正文"
    row = manner.row
    row = _line(sheet, row, manner, document.title or "")
    for section in document.sections:
        tables = [block for block in document.statutory_tables() if block in section.blocks]
        if tables and not manner.one_sheet:
            sheet = book.create_sheet(tables[0].kind[:20])
            row = manner.row
        row = _line(sheet, row, manner, section.heading)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                row = _line(sheet, row, manner, block.text)
            elif block in tables:
                if manner.unit_line:
                    sheet.cell(row, manner.column, "统计期：全年")
                    sheet.cell(row, manner.column + 3, "单位：件")
                    row += 1
                row = _grid(sheet, row, manner, arrange_table(block)) + 1
        if tables and not manner.one_sheet and section is not document.sections[-1]:
            sheet = book.create_sheet(f"续{len(book.sheetnames)}")
            row = manner.row
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _line(sheet: Any, row: int, manner: Manner, text: str) -> int:
    for part in text.split("\n"):
        cell = sheet.cell(row, manner.column, part)
        cell.data_type = "s"
        row += 1
    return row


def _grid(sheet: Any, row: int, manner: Manner, table: Any) -> int:
    """Write a table from a row on; return the row after it."""
    rows = [row + number for number in range(table.height)]
    columns = [manner.column + number for number in range(table.width)]
    if manner.hidden_row and table.height > 4:
        rows[4:] = [each + 1 for each in rows[4:]]
        sheet.row_dimensions[rows[4] - 1].hidden = True
        sheet.cell(rows[4] - 1, columns[-1], 999)
    if manner.hidden_column and table.width > 4:
        columns[4:] = [each + 1 for each in columns[4:]]
        letter = openpyxl.utils.get_column_letter(columns[4] - 1)
        sheet.column_dimensions[letter].hidden = True
        sheet.cell(rows[-1], columns[4] - 1, 888)
    for number, line in enumerate(table.grid):
        for place, slot in enumerate(line):
            cell = sheet.cell(rows[number], columns[place])
            if manner.borders:
                cell.border = BOX
            if not slot.begins_at(number, place):
                continue
            text = slot.cell.text
            if manner.numbers and text.isdecimal() and text == str(int(text)):
                cell.value = int(text)
                cell.number_format = manner.number_format
            elif text:
                cell.value = text
                cell.data_type = "s"
            end = (number + slot.cell.row_span - 1, place + slot.cell.column_span - 1)
            if end != (number, place):
                sheet.merge_cells(
                    start_row=rows[number],
                    start_column=columns[place],
                    end_row=rows[end[0]],
                    end_column=columns[end[1]],
                )
    return rows[-1] + 1
