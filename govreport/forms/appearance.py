"""The looks and behaviour of the form's workbook: fonts, lines, colours, locks, validation."""

import io
import zipfile
from collections import defaultdict
from typing import Any

from govreport.forms.formulas import broken_identities
from govreport.forms.layout import FIRST_GRID_ROW, TableSheet
from govreport.model.grid import Slot
from govreport.model.statute import Column
from govreport.office_files.packing import packed
from govreport.readers.excel.names import address

_OPEN, _LABEL, _RED, _GREEN = "FFFDE9", "F1F3F5", "F8C9C4", "E3F3E6"
_FONT, _HEADING_FONT = "宋体", "黑体"
_WIDTHS: dict[str, list[float]] = {
    "proactive_disclosure": [26, 20, 20, 20],
    "applications": [9, 12, 40, 9, 9, 9, 10, 10, 9, 9],
    "reviews": [7.5] * 15,
}
_CHARACTERS_OF_A_LINE = 0.5
"""Wide characters that a unit of a column's width holds."""
_LINE = 15.0
_PROPERTIES = "docProps/core.xml"
_PAPER_A4 = 9


class Appearance:
    """The styles of a workbook, and what is set on its sheets; openpyxl is passed in."""

    def __init__(self, openpyxl: Any) -> None:
        styles = openpyxl.styles
        self._styles = styles
        self._rules = openpyxl.formatting.rule
        self._letter = openpyxl.utils.get_column_letter
        self._validation_of = openpyxl.worksheet.datavalidation.DataValidation
        self._validations: dict[Any, Any] = {}
        line = styles.Side(style="thin", color="808080")
        self._box = styles.Border(left=line, right=line, top=line, bottom=line)
        self._centred = styles.Alignment("center", "center", wrap_text=True)
        self._left = styles.Alignment("left", "center", wrap_text=True)
        self._font = styles.Font(_FONT, 11)
        self._unlocked = styles.Protection(locked=False)

    def prose_page(self, sheet: Any) -> None:
        """Set up the sheet of prose."""
        self._page(sheet, landscape=False)
        sheet.column_dimensions["A"].width = 24
        sheet.column_dimensions["B"].width = 84

    def table_page(self, sheet: Any, form: TableSheet) -> None:
        """Set up the sheet of a table: widths, heights, frozen panes."""
        self._page(sheet, landscape=form.table.kind != "proactive_disclosure", on_one_page=True)
        widths = _WIDTHS[form.table.kind]
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[self._letter(number)].width = width
        heights: dict[int, float] = defaultdict(lambda: 22)
        for slot in form.slots():
            if (slot.row + FIRST_GRID_ROW, slot.column + 1) not in form.labels:
                continue
            room = sum(widths[slot.column : slot.column + slot.cell.column_span])
            lines = 1 + int(len(slot.cell.text) / (room * _CHARACTERS_OF_A_LINE))
            if slot.cell.row_span == 1:
                row = slot.row + FIRST_GRID_ROW
                heights[row] = max(heights[row], lines * _LINE + 7)
        for row in range(FIRST_GRID_ROW, form.last_row + 1):
            sheet.row_dimensions[row].height = heights[row]
        first = min(form.cells.values())
        sheet.freeze_panes = address(*first) if form.table.kind == "applications" else None

    def heading(self, sheet: Any, row: int, width: int) -> None:
        """Set a heading across a sheet."""
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        cell = sheet.cell(row, 1)
        cell.font = self._styles.Font(_HEADING_FONT, 14, bold=True)
        cell.alignment = self._centred
        sheet.row_dimensions[row].height = 30

    def above(self, sheet: Any, form: TableSheet) -> None:
        """Set the line between heading and table: the result of the check, and the unit."""
        width = form.grid.width
        sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=width - 2)
        sheet.merge_cells(start_row=2, start_column=width - 1, end_row=2, end_column=width)
        sheet.cell(2, 1).alignment = self._left
        sheet.cell(2, 1).font = self._styles.Font(_FONT, 10, color="555555")
        sheet.cell(2, width - 1).alignment = self._styles.Alignment("right", "center")
        sheet.cell(2, width - 1).font = self._styles.Font(_FONT, 10)
        sheet.row_dimensions[2].height = 22

    def label(self, cell: Any) -> None:
        """Set a label, or a given text."""
        cell.font, cell.alignment, cell.border = self._font, self._left, self._box
        cell.fill = self._fill(_LABEL)

    def note(self, sheet: Any, row: int, width: int, height: float) -> None:
        """Set a note across a sheet."""
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        sheet.cell(row, 1).font = self._styles.Font(_FONT, 10, color="555555")
        sheet.cell(row, 1).alignment = self._left
        sheet.row_dimensions[row].height = height

    def part(self, sheet: Any, row: int, rows: int, *, is_closing: bool) -> None:
        """Set a part of the prose: its label next to the rows to be filled in."""
        sheet.merge_cells(start_row=row, start_column=1, end_row=row + rows - 1, end_column=1)
        for number in range(row, row + rows):
            self.label(sheet.cell(number, 1))
            # In the middle it would be cut in two where the part goes on on another page.
            sheet.cell(number, 1).alignment = self._styles.Alignment(
                "left", "top", wrap_text=True
            )
            cell = sheet.cell(number, 2)
            cell.font, cell.border = self._font, self._box
            cell.alignment = self._styles.Alignment("left", "center", wrap_text=True)
            # Not as text, because Excel shows only 255 characters of such cells.
            if is_closing:
                cell.number_format = 'yyyy"年"m"月"d"日"'
            self.open(cell)
            sheet.row_dimensions[number].height = 24

    def grid_cell(self, sheet: Any, slot: Slot, *, is_label: bool, is_listed: bool) -> None:
        """Set a cell of a table's grid, merged as it spans; labels that are listed begin left."""
        top, left = slot.row + FIRST_GRID_ROW, slot.column + 1
        bottom, right = top + slot.cell.row_span - 1, left + slot.cell.column_span - 1
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                sheet.cell(row, column).border = self._box
        cell = sheet.cell(top, left)
        cell.font, cell.alignment = self._font, self._centred
        if is_label:
            cell.alignment = self._left if is_listed else self._centred
            cell.fill = self._fill(_LABEL)
        if (top, left) != (bottom, right):
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)

    def open(self, cell: Any) -> None:
        """Open a cell to be filled in."""
        cell.protection = self._unlocked
        cell.fill = self._fill(_OPEN)

    def conditions(self, sheet: Any, form: TableSheet) -> None:
        """Colour identities that do not hold and texts in place of numbers, as soon as they occur."""
        red = self._fill(_RED)
        for identity, condition in broken_identities(form):
            concerned = (
                identity.right if len(identity.right) == 1 else identity.left + identity.right
            )
            for cell in concerned:
                rule = self._rules.FormulaRule([condition], fill=red)
                sheet.conditional_formatting.add(address(*form.cells[cell]), rule)
        for cell in form.columns.keys() - form.totals.keys():
            at = address(*form.cells[cell])
            rule = self._rules.FormulaRule([f"ISTEXT({at})"], fill=red)
            sheet.conditional_formatting.add(at, rule)
        if form.table.layout.identities:
            for found, colour in (("不符，", _RED), ("未见不符", _GREEN)):
                rule = self._rules.FormulaRule(
                    [f'ISNUMBER(SEARCH("{found}",$A$2))'], fill=self._fill(colour)
                )
                sheet.conditional_formatting.add("A2", rule)

    def validate(self, at: str, column: Column) -> None:
        """Let a cell accept only a number of its kind."""
        counts = column.unit == "件"
        least = None if column.key == "change" else 0
        known = self._validations.get((counts, least))
        if known is None:
            what = "整数" if counts else "数字"
            bound = "" if least is None else "不小于 0 的"
            known = self._validation_of(
                type="whole" if counts else "decimal",
                operator="between" if least is None else "greaterThanOrEqual",
                formula1="-999999999" if least is None else "0",
                formula2="999999999" if least is None else None,
                allow_blank=True,
                showErrorMessage=True,
                errorTitle="请填数字",
                error=f"此处请填{bound}{what}，没有的填 0。",
            )
            self._validations[counts, least] = known
        known.add(at)

    def add_validations(self, sheet: Any) -> None:
        """Add the validations gathered by `validate` to the sheet."""
        for validation in self._validations.values():
            sheet.add_data_validation(validation)
        self._validations = {}

    def protect(self, sheet: Any, *, rows_may_be_added: bool = False) -> None:
        """Lock all other cells; without a password, because it only guards against slips."""
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False
        sheet.protection.insertRows = not rows_may_be_added

    def _fill(self, colour: str) -> Any:
        return self._styles.PatternFill("solid", start_color=colour, end_color=colour)

    def _page(self, sheet: Any, *, landscape: bool, on_one_page: bool = False) -> None:
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize = _PAPER_A4
        sheet.page_setup.orientation = "landscape" if landscape else "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, int(on_one_page)
        sheet.sheet_properties.pageSetUpPr = self._fit(sheet)
        sheet.print_options.horizontalCentered = True

    def _fit(self, sheet: Any) -> Any:
        properties = sheet.sheet_properties.pageSetUpPr
        properties.fitToPage = True
        return properties


def reproducible(data: bytes) -> bytes:
    """Return an archive without times, so that the same form is the same file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[_PROPERTIES] = _without_moments(members[_PROPERTIES])
    return packed(members)


def _without_moments(part: bytes) -> bytes:
    for name in (b"created", b"modified"):
        start = part.find(b"<dcterms:" + name)
        end = part.find(b"</dcterms:" + name + b">")
        if 0 <= start < end:
            part = part[:start] + part[end + len(name) + 11 :]
    return part
