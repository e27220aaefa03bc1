"""A workbook: its sheets in order, and the displayed contents of their cells."""

from decimal import Decimal, InvalidOperation

from lxml import etree

from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.readers.excel.names import RELATION_ID, SHEET, is_on
from govreport.readers.excel.number_formats import Displayed, shown_number, shown_text
from govreport.readers.excel.package import WorkbookPackage
from govreport.readers.excel.styles import CellStyle, cell_styles
from govreport.readers.excel.worksheet import StoredCell, Worksheet, rich_text, worksheet

_LONGEST_NUMBER = 400


class Workbook:
    """The sheets of a file's bytes, read within `limits`.

    Raises `UnreadableSourceError` for what is not a sound workbook and `LimitExceededError`.
    `diagnostics` name damaged parts other than the sheets, which were skipped, and sheets that
    are charts.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.package = WorkbookPackage(data, limits)
        self.diagnostics: list[Diagnostic] = []
        main = self.package.part(self.package.main_name)
        if main is None or main.tag != f"{SHEET}workbook":
            raise UnreadableSourceError(
                f"{self.package.main_name}: the main part is missing or is no workbook; give an"
                " Excel workbook (.xlsx)"
            )
        properties = main.find(f"{SHEET}workbookPr")
        self.date_1904 = properties is not None and is_on(properties.get("date1904"))
        self._styles = cell_styles(self._side("styles"))
        self._texts = self._shared_texts()
        self.parts: dict[str, str] = {}
        """The name of each sheet's part, by the name of the sheet."""
        self.sheets = self._sheets(main)

    def shown(self, cell: StoredCell, sheet: Worksheet) -> Displayed:
        """Return what a cell displays; of a formula that was never computed, the formula."""
        style = self.style(cell)
        if cell.value is None:
            text = "" if cell.formula is None else f"={cell.formula}"
            return Displayed(text)
        if cell.kind == "text":
            return Displayed(shown_text(cell.value, style.number_format))
        if cell.kind == "boolean":
            return Displayed("TRUE" if is_on(cell.value) else "FALSE")
        number = number_of(cell)
        if number is None:
            return Displayed(cell.value)
        if not number and not sheet.shows_zeros:
            return Displayed("", exact=False)
        return shown_number(number, style.number_format, self.date_1904)

    def style(self, cell: StoredCell) -> CellStyle:
        """Return the style of a cell."""
        return self._styles[cell.style] if cell.style < len(self._styles) else CellStyle()

    def _sheets(self, main: etree._Element) -> list[Worksheet]:
        related = self.package.relationships(self.package.main_name)
        sheets = []
        for element in main.iterfind(f"{SHEET}sheets/{SHEET}sheet"):
            name = element.get("name", "")
            relation = related.get(element.get(RELATION_ID, ""))
            root = None
            if relation is not None and not relation.external:
                root = self.package.part(relation.target)
            if relation is None or root is None:
                self._report("damaged-markup", name, "the sheet is missing from the workbook")
            elif root.tag != f"{SHEET}worksheet":
                self._report("image", name, "the sheet is a chart or a dialog")
            else:
                shown = element.get("state", "visible") == "visible"
                self.parts[name] = relation.target
                sheets.append(worksheet(root, name, shown, self._text))
        return sheets

    def _report(self, code: str, sheet: str, message: str) -> None:
        self.diagnostics.append(diagnostic(code, f"sheet {sheet}", "", message))

    def _text(self, number: int) -> tuple[str, str]:
        if number < len(self._texts):
            return self._texts[number]
        message = "cells refer to texts that the workbook does not hold"
        damage = diagnostic("damaged-markup", "sharedStrings", "", message)
        if damage not in self.diagnostics:
            self.diagnostics.append(damage)
        return "", ""

    def _shared_texts(self) -> list[tuple[str, str]]:
        root = self._side("sharedStrings", needed=True)
        return (
            [] if root is None else [rich_text(each) for each in root.iterchildren(f"{SHEET}si")]
        )

    def _side(self, kind: str, *, needed: bool = False) -> etree._Element | None:
        try:
            return self.package.related(self.package.main_name, kind)
        except LimitExceededError:
            raise
        except UnreadableSourceError as error:
            if needed:
                raise
            self.diagnostics.append(diagnostic("damaged-markup", kind, "", str(error)))
            return None


def number_of(cell: StoredCell) -> Decimal | None:
    """Return the number that a cell stores, with every digit, None if it stores none."""
    if cell.kind != "number" or cell.value is None or len(cell.value) > _LONGEST_NUMBER:
        return None
    try:
        number = Decimal(cell.value)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < _LONGEST_NUMBER else None
