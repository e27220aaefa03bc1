"""The invented reports as the files that town halls publish: web pages and Word files."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from html import escape

from govreport.arrange import arrange
from govreport.arrange.tables import arrange_table
from govreport.blocks import TableBlock
from govreport.model.document import Block, Heading, Paragraph, ReportDocument
from govreport.model.grid import Cell, Table
from govreport.model.statutory import StatutoryTable
from govreport.writers.docx import write_blocks
from tests.dialects.sources import SPANNING

_SEVEN = 7


def grid(table: StatutoryTable, *, spanning: bool) -> Table:
    """Return a table in the official merged layout.

    With `spanning` the rows `SPANNING` of table 3 have one cell for all seven columns.
    """
    laid_out = arrange_table(table)
    if not spanning or table.kind != "applications":
        return laid_out
    first = laid_out.height - len(table.rows)
    merged = {first + index for index, row in enumerate(table.rows) if row.key in SPANNING}
    return Table(
        (*cells[:-_SEVEN], Cell(cells[-1].text, 1, _SEVEN)) if index in merged else cells
        for index, cells in enumerate(laid_out.rows)
    )


def word_file(document: ReportDocument, *, spanning: bool) -> bytes:
    """Return a report as a Word file."""
    stream = arrange(document)
    tables = iter(list(document.statutory_tables()))
    blocks = tuple(
        replace(block, table=grid(next(tables), spanning=spanning))
        if isinstance(block, TableBlock)
        else block
        for block in stream.blocks
    )
    return write_blocks(replace(stream, blocks=blocks))


CellMarkup = Callable[[str, bool, int], str]
"""Markup of a cell's inside from its text, whether the text is a label, and how many went before."""


def bare(text: str, label: bool, place: int) -> str:
    """Return a cell that holds only its text."""
    return escape(text)


def paragraphs(text: str, label: bool, place: int) -> str:
    """Return a cell with its text in a paragraph, a blank one with an empty paragraph."""
    return f"<p>{escape(text)}</p>"


def no_break_spaces(text: str, label: bool, place: int) -> str:
    """Return a cell with its text in a paragraph, a blank one with a no-break space in it."""
    return f"<p>{escape(text) or '&nbsp;'}</p>"


def word_pasted(text: str, label: bool, place: int) -> str:
    """Return a cell as browsers receive it from Word: spans, no-break spaces, broken headers."""
    opened = '<p class="MsoNormal" align="center" style="text-align:center;line-height:18.0pt">'
    if not text:
        return f'{opened}<span lang="EN-US"><o:p>&nbsp;</o:p></span></p>'
    if not label:
        inner = f'<span lang="EN-US" style="{_FONT}">{escape(text)}<o:p></o:p></span>'
    elif text in _BREAKS:
        middle = _BREAKS[text]
        joint = "<br/>" if len(text) % 2 else "</span><br/>\n<span>"
        inner = (
            f'<span style="{_FONT}"><span>{escape(text[:middle])}{joint}{escape(text[middle:])}'
            "</span></span>"
        )
    else:
        inner = _runs(text)
    return f"{opened}{inner}</p>"


def mixed(text: str, label: bool, place: int) -> str:
    """Return a cell as an editor on the web leaves it after many hands: no two alike."""
    if not text:
        return _BLANKS[place % len(_BLANKS)]
    if label or place % 3:
        return escape(text)
    return f"<p>{escape(text)}</p>"


_BLANKS = ("", "<p>&nbsp;</p>", "&nbsp;", "<br/>", "<p></p>", " ", "<p><br/></p>")

_FONT = "font-size:10.5pt;font-family:仿宋_GB2312;color:black"

_BREAKS = {
    "本年新制作数量": 3,
    "本年新公开数量": 3,
    "对外公开总数量": 4,
    "本年制发件数": 2,
    "现行有效件数": 4,
    "社会公益组织": 4,
    "法律服务机构": 2,
    "商业企业": 2,
    "科研机构": 2,
    "尚未审结": 2,
    "结果维持": 2,
    "其他结果": 2,
}
"""Header cells that Word breaks over two lines, and after which character."""


def _runs(text: str) -> str:
    """Return a label in runs of Latin and of Chinese characters, as Word parts them."""
    runs: list[list[str]] = []
    for character in text:
        if runs and runs[-1][-1].isascii() == character.isascii():
            runs[-1].append(character)
        else:
            runs.append([character])
    return "".join(
        f"<span{' lang=' + chr(34) + 'EN-US' + chr(34) if run[0].isascii() else ''} "
        f'style="{_FONT}">{escape("".join(run))}</span>'
        for run in runs
    )


CELLS: dict[str, CellMarkup] = {
    "bare": bare,
    "paragraphs": paragraphs,
    "nbsp": no_break_spaces,
    "word": word_pasted,
    "mixed": mixed,
}
"""The kinds of cell by the name that a case bears."""


def web_page(document: ReportDocument, cells: str, *, spanning: bool) -> str:
    """Return a report as the page of a government site, its cells of one of the kinds `CELLS`."""
    body = [
        *(_block(block, cells, spanning) for block in document.preamble),
        *(
            part
            for section in document.sections
            for part in (
                f"<p><strong>{escape(section.heading)}</strong></p>",
                *(_block(block, cells, spanning) for block in section.blocks),
            )
        ),
        *(
            f'<p style="text-align:right">{escape(block.text)}</p>'
            for block in document.closing
            if isinstance(block, Paragraph)
        ),
    ]
    title = escape(document.title or "")
    agency = escape(document.agency or "")
    day = document.source.publication_date
    return _PAGE.format(title=title, agency=agency, day=day, body="\n".join(body))


def _block(block: Block, cells: str, spanning: bool) -> str:
    if isinstance(block, Paragraph):
        return f'<p style="text-indent:2em">{escape(block.text)}</p>'
    if isinstance(block, Heading):
        return f'<p style="text-indent:2em"><strong>{escape(block.text)}</strong></p>'
    if isinstance(block, Table):
        raise TypeError("the invented reports have statutory tables only")
    return _table(block, cells, spanning)


def _table(table: StatutoryTable, cells: str, spanning: bool) -> str:
    printed = {text for row in table.rows for text in row.cells}
    places = itertools.count()
    rows = [
        "<tr>"
        + "".join(_cell(cell, cells, cell.text not in printed, next(places)) for cell in row)
        + "</tr>"
        for row in grid(table, spanning=spanning).rows
    ]
    start = (
        '<table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0" width="100%"'
        ' style="border-collapse:collapse">'
        if cells == "word"
        else '<table border="1">'
    )
    return "\n".join((start, "<tbody>", *rows, "</tbody>", "</table>"))


def _cell(cell: Cell, cells: str, label: bool, place: int) -> str:
    spans = "".join(
        f' {name}="{span}"'
        for name, span in (("rowspan", cell.row_span), ("colspan", cell.column_span))
        if span > 1
    )
    style = ' style="border:solid black 1.0pt;padding:0cm 5.4pt" valign="top"'
    inner = CELLS[cells](cell.text, label, place)
    return f"<td{spans}{style if cells == 'word' else ''}>{inner}</td>"


_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_政务公开_{agency}</title>
<meta name="SiteName" content="{agency}">
<meta name="ColumnName" content="政府信息公开年报">
<meta name="PubDate" content="{day} 10:12">
<style>body {{ font-size: 16px }}</style>
</head>
<body>
<div class="header"><a href="/">网站首页</a> <a href="/xwzx/">新闻中心</a> \
<a href="/zwgk/">政务公开</a> <a href="/bsfw/">办事服务</a> <a href="/hdjl/">互动交流</a></div>
<div class="crumbs">您当前的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; \
<a href="/zwgk/nb/">政府信息公开年报</a></div>
<div class="article">
<h1>{title}</h1>
<div class="info">发布日期：{day} 来源：{agency} 浏览次数：<span id="hits">128</span>次 \
字体：[ <a href="#">大</a> <a href="#">中</a> <a href="#">小</a> ]</div>
<div class="article-content" id="zoom">
{body}
</div>
<div class="tools"><a href="#">【打印本页】</a> <a href="#">【关闭窗口】</a></div>
</div>
<div class="footer">
<p>主办：{agency} 网站标识码：0000000000 技术支持：信息中心</p>
<p><a href="/about/">关于我们</a> | <a href="/map/">网站地图</a> | <a href="/contact/">联系我们</a></p>
</div>
</body>
</html>
"""
