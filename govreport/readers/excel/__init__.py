"""Reads Excel workbooks (.xlsx, .xlsm; ECMA-376-1, SpreadsheetML) as paragraphs and tables.

Sheets are read as displayed: results of formulas as the file holds them, numbers in their
formats, merged cells as one. lxml parses the parts; nothing is computed.
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from govreport.blocks import Block, Page, Stream, TextBlock
from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.text import FORBIDDEN_CHARACTER, one_line
from govreport.readers.excel.blocks_of_sheet import blocks_of
from govreport.readers.excel.names import DRAWING, PLACED, SHEET
from govreport.readers.excel.package import WorkbookPackage
from govreport.readers.excel.view import view_of
from govreport.readers.excel.workbook import Workbook
from govreport.readers.excel.worksheet import rich_text

__all__ = ["read_blocks"]


def read_blocks(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Stream:
    """Return the blocks that the sheets of a workbook show, sheet after sheet.

    Hidden sheets, rows and columns, struck text, comments, headers and pictures are left out and
    quoted in the stream's diagnostics; text boxes come after their sheet.

    Raises `UnreadableSourceError` for a damaged or encrypted file and `LimitExceededError` for
    one that exceeds `limits`.
    """
    workbook = Workbook(data, limits)
    told = list(workbook.diagnostics)
    blocks: list[Block] = []
    for sheet in workbook.sheets:
        view = view_of(workbook, sheet, limits)
        if not sheet.is_shown:
            told.extend(_hidden_sheet(sheet.name, view.texts.values()))
            continue
        told.extend(view.diagnostics)
        blocks.extend(blocks_of(view, limits))
        blocks.extend(_beside(workbook, sheet.name, told))
        where = f"sheet {sheet.name}"
        told.extend(diagnostic("header-or-footer", where, text) for text in sheet.margins)
    names = [sheet.name for sheet in workbook.sheets if sheet.is_shown]
    if len(names) > 1:
        message = "the names of the sheets were left out"
        told.append(diagnostic("page-furniture", "the workbook", "\n".join(names), message))
    title, author = (
        one_line(FORBIDDEN_CHARACTER.sub("", workbook.package.property(name)), "the properties")
        for name in ("title", "creator")
    )
    return Stream(tuple(blocks), Page(title or None, author or None), diagnostics=tuple(told))


def _hidden_sheet(name: str, texts: Iterable[str]) -> Iterator[Diagnostic]:
    text = "\n".join(texts)
    if text:
        yield diagnostic("hidden-text", f"sheet {name}", text, "a hidden sheet was left out")


def _beside(workbook: Workbook, name: str, told: list[Diagnostic]) -> Iterator[Block]:
    """Yield the texts of boxes that lie on a sheet; quote its comments and pictures."""
    where = f"sheet {name}"
    for relation in workbook.package.relationships(workbook.parts[name]).values():
        if relation.external or relation.kind not in ("comments", "drawing"):
            continue
        root = _sound_part(workbook.package, relation.target, where, told)
        if root is None:
            continue
        if relation.kind == "drawing":
            yield from _boxes(root)
            if pictures := _pictures(root):
                told.append(diagnostic("image", where, "\n".join(pictures)))
        told.extend(_notes(root, where))


def _sound_part(
    package: WorkbookPackage, name: str, where: str, told: list[Diagnostic]
) -> etree._Element | None:
    """Return the root of a part; None where it is missing, or damaged, which is told."""
    try:
        return package.part(name)
    except LimitExceededError:
        raise
    except UnreadableSourceError as error:
        told.append(diagnostic("damaged-markup", where, "", str(error)))
        return None


def _notes(root: etree._Element, where: str) -> Iterator[Diagnostic]:
    for comment in root.iterfind(f"{SHEET}commentList/{SHEET}comment"):
        content = comment.find(f"{SHEET}text")
        text = "" if content is None else "".join(rich_text(content)).strip()
        if text:
            yield diagnostic("note", f"{where}, {comment.get('ref', '')}", text)


def _boxes(root: etree._Element) -> Iterator[Block]:
    for paragraph in root.iter(f"{DRAWING}p"):
        text = "".join(each.text or "" for each in paragraph.iter(f"{DRAWING}t"))
        text = FORBIDDEN_CHARACTER.sub("", text).strip()
        if text:
            yield TextBlock(text)


def _pictures(root: etree._Element) -> list[str]:
    """Return the names of the pictures and charts of a drawing."""
    return [
        FORBIDDEN_CHARACTER.sub("", name.get("descr") or name.get("name") or "")
        for kind in ("pic", "graphicFrame")
        for picture in root.iter(f"{PLACED}{kind}")
        for name in picture.iter(f"{PLACED}cNvPr")
    ]
