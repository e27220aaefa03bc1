"""The files that are timed: one report as offices publish it, and reports of any size."""

import io
import zipfile
from dataclasses import replace
from functools import cache

import docx
from docx.document import Document as DocxDocument
from lxml import etree

from govreport import Paragraph, ReportDocument, Table, dumps, loads
from govreport.arrange import arrange
from govreport.blocks import TextBlock
from tests.dialects import pages, sources

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_EXTRA_PARAGRAPHS = 11
_SECTION_STYLES = ("overview", "problems")

_RUN_PROPERTIES = (
    f'<w:rPr xmlns:w="{_WORD[1:-1]}"><w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312"'
    ' w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312" w:hint="eastAsia"/><w:color w:val="000000"/>'
    '<w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
)
_CELL_PROPERTIES = (
    f'<w:tcBorders xmlns:w="{_WORD[1:-1]}"><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
    '<w:left w:val="nil"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
    '<w:right w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tcBorders>'
)


def prose(count: int) -> tuple[Paragraph, ...]:
    """Return so many paragraphs, no two alike, as reports have them."""
    return tuple(
        Paragraph(
            f"全年第{number}项工作按月推进，责任到人，办理事项{number * 31}件，回访群众{number * 7}人次。"
            f"第{number}季度的栏目更新情况在例会上通报，对发现的{number % 9}个问题逐一整改，"
            "整改结果随下期简报公布，接受群众评议和监督。"
        )
        for number in range(1, count + 1)
    )


@cache
def report() -> ReportDocument:
    """Return a report with the three tables filled and two pages of prose."""
    document = sources.reports()["full-2021"]
    sections = tuple(
        replace(section, blocks=(*section.blocks, *prose(_EXTRA_PARAGRAPHS)))
        if section.kind in _SECTION_STYLES
        else section
        for section in document.sections
    )
    return replace(document, sections=sections)


@cache
def word_file() -> bytes:
    """Return the report as a word processor saves it, every run and cell with its properties."""
    return _dressed(pages.word_file(report(), spanning=False))


@cache
def plain_word_file() -> bytes:
    """Return the report as python-docx makes it: no properties but its template's styles."""
    made = docx.Document()
    for block in arrange(report()).blocks:
        if isinstance(block, TextBlock):
            made.add_paragraph(block.text)
        else:
            _add_table(made, block.table)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


@cache
def web_page() -> bytes:
    """Return the report as a page into which it was pasted from a word processor."""
    return pages.web_page(report(), "word", spanning=False).encode()


@cache
def written(format: str) -> bytes:
    """Return the report as we write it in a format."""
    return encoded(dumps(report(), format))


def report_of_paragraphs(count: int) -> ReportDocument:
    """Return a report with so many paragraphs of prose in its first section."""
    document = sources.reports()["full-2021"]
    first = document.sections[0]
    grown = replace(first, blocks=(*first.blocks, *prose(count)))
    return replace(document, sections=(grown, *document.sections[1:]))


def report_of_rows(count: int) -> ReportDocument:
    """Return a report with a table of so many rows in its first section."""
    document = sources.reports()["full-2021"]
    first = document.sections[0]
    rows = [
        [f"第{number}类信息", str(number * 3), f"说明{number % 10}"] for number in range(count)
    ]
    table = Table([["类别", "件数", "说明"], *rows])
    grown = replace(first, blocks=(*first.blocks, table))
    return replace(document, sections=(grown, *document.sections[1:]))


def encoded(data: bytes | str) -> bytes:
    """Return what was written, as the bytes of its file."""
    return data.encode() if isinstance(data, str) else data


def unpacked(data: bytes) -> bytes:
    """Return the main part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(_MAIN)


def _add_table(made: DocxDocument, table: Table) -> None:
    target = made.add_table(table.height, table.width)
    for row, line in enumerate(table.grid):
        for column, slot in enumerate(line):
            if slot.begins_at(row, column):
                cell = target.cell(row, column)
                last = row + slot.cell.row_span - 1, column + slot.cell.column_span - 1
                if last != (row, column):
                    cell = cell.merge(target.cell(*last))
                cell.text = slot.cell.text


def damaged_texts() -> tuple[ReportDocument, ...]:
    """Return the report in traditional script, with glosses in it, and with both."""
    script = str.maketrans("开申请信关东车", "開申請信關東車")
    texts = (
        dumps(report(), "pipe").translate(script),
        dumps(report(), "pipe").replace("镇", "镇(zhèn)").replace("政", "政(zhèng)"),
    )
    both = texts[0].replace("政", "政(zhèng)")
    return tuple(loads(text, "pipe") for text in (*texts, both))


def _dressed(data: bytes) -> bytes:
    """Return a Word file with the properties on every run, paragraph and cell that Word writes."""
    root = etree.fromstring(unpacked(data))
    for number, element in enumerate(root.iter(f"{_WORD}p", f"{_WORD}r", f"{_WORD}tcPr")):
        if element.tag == f"{_WORD}tcPr":
            element.append(etree.fromstring(_CELL_PROPERTIES))
            continue
        element.set(f"{_WORD}rsidR", f"00{number % 7:06X}")
        if element.tag == f"{_WORD}r":
            for known in element.iterchildren(f"{_WORD}rPr"):
                element.remove(known)
            element.insert(0, etree.fromstring(_RUN_PROPERTIES))
        else:
            element.set(f"{_WORD}rsidRDefault", f"00{number % 5:06X}")
    return _repacked(data, etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _repacked(data: bytes, main: bytes) -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for member in source.infolist():
            target.writestr(
                member.filename,
                main if member.filename == _MAIN else source.read(member),
            )
    return file.getvalue()
