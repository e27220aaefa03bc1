"""The style of a cell: the number format, struck text, lines at its sides."""

from dataclasses import dataclass

from lxml import etree

from govreport.readers.excel.names import SHEET, is_on, whole
from govreport.readers.excel.number_formats import BUILT_IN, GENERAL


@dataclass(frozen=True, slots=True)
class CellStyle:
    """One of the styles that a workbook's cells name by number."""

    number_format: str = GENERAL
    is_struck: bool = False
    has_sides: bool = False
    """Whether a line is drawn at the left or right, as around the cells of a table."""


def cell_styles(root: etree._Element | None) -> tuple[CellStyle, ...]:
    """Return the styles in the order in which cells name them; none if there is no part."""
    if root is None:
        return ()
    formats = dict(BUILT_IN)
    for each in root.iterfind(f"{SHEET}numFmts/{SHEET}numFmt"):
        formats[whole(each.get("numFmtId"))] = each.get("formatCode") or GENERAL
    struck = [is_struck(font) for font in root.iterfind(f"{SHEET}fonts/{SHEET}font")]
    sided = [_has_sides(border) for border in root.iterfind(f"{SHEET}borders/{SHEET}border")]
    return tuple(
        CellStyle(
            formats.get(whole(each.get("numFmtId")), GENERAL),
            _of(struck, each.get("fontId")),
            _of(sided, each.get("borderId")),
        )
        for each in root.iterfind(f"{SHEET}cellXfs/{SHEET}xf")
    )


def is_struck(font: etree._Element) -> bool:
    """Whether a font, or the properties of a run, strike the text through."""
    strike = font.find(f"{SHEET}strike")
    return strike is not None and (strike.get("val") is None or is_on(strike.get("val")))


def _of(listed: list[bool], number: str | None) -> bool:
    at = whole(number)
    return at < len(listed) and listed[at]


def _has_sides(border: etree._Element) -> bool:
    sides = (border.find(f"{SHEET}{name}") for name in ("left", "right", "start", "end"))
    return any(side is not None and side.get("style", "none") != "none" for side in sides)
