"""Inputs that look for the dear way through a reader or the recogniser, each of any size."""

import io
import json
import zipfile
from collections.abc import Callable

import govreport
from tests.hostile.published import PUBLISHED
from tests.readers.word_files import archive, document, members

Make = Callable[[int], bytes]
"""From a size, about the number of bytes, to an input."""


def _repeated(piece: str, head: str = "", tail: str = "") -> Make:
    def make(size: int) -> bytes:
        encoded = piece.encode()
        return head.encode() + encoded * max(1, size // len(encoded)) + tail.encode()

    return make


def _numbered(piece: str, head: str = "", tail: str = "") -> Make:
    def make(size: int) -> bytes:
        count = max(1, size // len(piece.encode()))
        return (head + "".join(piece.format(n) for n in range(count)) + tail).encode()

    return make


def _nested(opening: str, closing: str, head: str = "", inner: str = "1") -> Make:
    def make(size: int) -> bytes:
        count = max(1, size // len(opening + closing))
        return (head + opening * count + inner + closing * count).encode()

    return make


def _deep(opening: str, closing: str, inner: str) -> Make:
    """Return elements within as many others as the limits allow, as many as there is room for."""
    depth = 1_900

    def make(size: int) -> bytes:
        return f"<w:p>{opening * depth}{inner * (size // len(inner))}{closing * depth}</w:p>".encode()

    return make


def _word(body: Callable[[int], bytes]) -> Make:
    return lambda size: archive(members(body(size).decode()))


def _packed(size: int) -> bytes:
    return archive({**members("<w:p/>"), "word/media/zeros.bin": b"\0" * (size * 50)})


def _many_members(size: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        for number in range(size // 100):
            written.writestr(f"word/{number}.xml", b"")
    return target.getvalue()


def _entities(size: int) -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    declared = f'<!DOCTYPE x [<!ENTITY e0 "{"a" * min(size, 1000)}">{levels}]>'
    return archive({**members(""), "word/document.xml": declared + document("<w:p>&e11;</w:p>")})


def _json(make: Callable[[int], object]) -> Make:
    def form(size: int) -> bytes:
        made = {"format": "govreport", "version": 1, "preamble": make(size)}
        return json.dumps(made, ensure_ascii=False).encode()

    return form


_CELL = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
_LABELS = "制作规范性文件行政许可行政处罚本年新收政府信息公开申请数量予以公开部分公开不予公开"
_HEADER = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| --- | --- | --- | --- |\n"
_SPANS = "<table>" + "<tr>" * 500 + "<td rowspan=500 colspan=1000>1</table>"

TEXTS: dict[str, Make] = {
    "one line": _repeated("甲乙丙丁"),
    "one line of words": _repeated("word "),
    "one line of full stops": _repeated("。"),
    "one line of colons": _repeated("来源："),
    "short lines": _repeated("甲\n"),
    "blank lines": _repeated("\n"),
    "lines of blanks": _repeated("  \n"),
    "blanks in one line": _repeated(" ", "甲", "乙"),
    "bars": _repeated("|"),
    "lines of bars": _repeated("||||||||\n"),
    "bars and texts": _repeated("|甲 ", "", "|\n"),
    "rows": _repeated("| 甲 | 1 | 2 | 3 |\n"),
    "rows under a header": _repeated("| 甲 | 1 | 2 | 3 |\n", _HEADER),
    "labelled rows": _repeated("| 行政许可 | 1 | 2 | 3 |\n", _HEADER),
    "growing rows": lambda size: "".join(
        "| 1 " * n + "|\n" for n in range(1, int((size / 2) ** 0.5))
    ).encode(),
    "tables": _repeated("| 甲 | 1 |\n\n乙\n\n"),
    "tables with headers": _repeated(_HEADER + "| 行政许可 | 1 | 2 | 3 |\n\n"),
    "rules": _repeated("|---|---|\n"),
    "dashes": _repeated("-"),
    "drawn rows": _repeated("│甲│1│\n├──┼──┤\n", "┌──┬──┐\n"),
    "drawn corners": _repeated("┌──┬──┐\n"),
    "plus grids": _repeated("+---+---+\n| a | b |\n"),
    "tabs": _repeated("\t"),
    "tabbed rows": _repeated("\t甲\t1\t2\n"),
    "tabs in a line": _repeated("甲\t"),
    "labels in a line": _repeated(_LABELS),
    "labels and numbers": _repeated("行政许可12行政处罚3 "),
    "labels and numbers in lines": _repeated("行政许可\n12\n"),
    "labels in lines": _repeated("行政许可\n行政处罚\n"),
    "labels in a cell": _repeated("行政许可 ", "| ", " | 1 |\n"),
    "headings": _repeated("一、总体情况\n"),
    "numbered headings": _numbered("{}、甲\n"),
    "all headings": _repeated(
        "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
    ),
    "headings in a line": _repeated("一、总体情况 二、主动公开政府信息情况 "),
    "titles": _repeated("甲县2021年政府信息公开工作年度报告\n"),
    "hashes": _repeated("#"),
    "hash headings": _repeated("# 甲\n"),
    "stars": _repeated("*"),
    "starred": _repeated("**甲** *乙*"),
    "underlines": _repeated("_a"),
    "backslashes": _repeated("\\"),
    "backslashes and bars": _repeated("\\|", "|", "|\n"),
    "backquotes": _repeated("`"),
    "opening brackets": _repeated("（"),
    "square brackets": _repeated("["),
    "links": _repeated("[a](b)"),
    "open links": _repeated("[a]("),
    "book titles": _repeated("《"),
    "quotations": _repeated("“”"),
    "digits": _repeated("1"),
    "digits in a cell": _repeated("1", "| a | ", " |\n"),
    "digits and commas": _repeated("1,"),
    "dates": _repeated("2021年1月1日"),
    "periods": _repeated("自2021年1月1日起"),
    "issuers": _repeated("现将由"),
    "names": _repeated("甲县人民政府"),
    "ampersands": _repeated("&"),
    "entities": _repeated("&amp;"),
    "angles": _repeated("<"),
    "tags in a text": _repeated("| <br> | 1 |\n"),
    "one cell": _repeated("甲", "| ", " | 1 |\n"),
    "combining marks": _repeated("\u0301"),
    "traditional script": _repeated("縣鎮"),
    "an open row": _repeated("|", "a", "x\n"),
    "lines of a drawn cell": _repeated("| a |\n", "+---+\n", "+---+\n"),
    "zero widths": _repeated("\u200b"),
    "wide blanks": _repeated("\u3000", "甲", "乙"),
    "controls": _repeated("\x01a\n"),
    "strict rows": _repeated("| 1 | 2 |\n", "\\govreport 1 pipe\n\n"),
    "strict escapes": _repeated("\\n", "\\govreport 1 pipe\n\n"),
    "strict nesting": _repeated("| \\[ ", "\\govreport 1 pipe\n\n"),
    "quotes of a table of values": _repeated('"a', "", '"\n'),
    "values parted by commas": _repeated("a,b,c\n"),
}
PAGES: dict[str, Make] = {
    "elements": _repeated("<p>"),
    "inline elements": _repeated("<b>1</b>"),
    "depth of divisions": _nested("<div>", "</div>"),
    "depth of inlines": _nested("<b>", "</b>"),
    "depth of tables": _nested("<table><tr><td>", "</table>"),
    "depth of lists": _nested("<ul><li>", "</ul>"),
    "misnested": _repeated("<b><p></b>"),
    "attributes": _numbered(" a{}=1", "<p", ">x"),
    "attributes behind quotes": _numbered(" a{}='<'", "<p", ">x"),
    "attributes behind bare quotes": _numbered(' a{0}=1" b{0}="<" c{0}=1"', "<p", ">x"),
    "zero bytes in tags": _repeated("<\0p>x"),
    "one long attribute": _repeated("x", "<p title='", "'>x"),
    "styles": _repeated("color:red;", "<p style='", "'>x"),
    "classes": _repeated("a ", "<p class='", "'>x"),
    "spanned tables": _repeated(_SPANS),
    "spans in a row": _repeated("<td rowspan=65534 colspan=1000>1", "<table><tr>"),
    "long row spans": _repeated("<tr><td rowspan=65534>1<td>2", "<table>"),
    "rows": _repeated("<tr><td>甲<td>1<td>2", "<table>"),
    "blank cells": _repeated("<td>", "<table><tr>"),
    "blank rows": _repeated("<tr>", "<table>"),
    "tables": _repeated("<table><tr><td>1<td>2</table>"),
    "tables with headers": _repeated(
        "<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
        "<tr><td>行政许可<td>1<td>2<td>3</table>"
    ),
    "text": _repeated("甲", "<p>"),
    "breaks": _repeated("甲<br>", "<p>"),
    "headings": _repeated("<h2>一、总体情况</h2>"),
    "items": _repeated("<li>甲", "<ol>"),
    "entities": _repeated("&nbsp;"),
    "open comments": _repeated("<!--"),
    "open scripts": _repeated("<script>"),
    "closed paragraphs": _repeated("</p>"),
    "closed rows": _repeated("</tr ", "<table>"),
    "white space after a row": _repeated("</tr>" + " " * 50, "<table>"),
    "closed breaks": _repeated("</br"),
    "white space": _repeated(" ", "<p>a", "b"),
    "preformatted": _repeated(" a\n", "<pre>"),
    "options": _repeated("<option>a", "<select>"),
    "metas": _repeated("<meta name=a content=b>"),
    "links": _repeated("<a href=x>甲</a> | "),
    "hidden": _repeated("<p hidden>甲</p>"),
    "captions": _repeated("<caption>甲", "<table>"),
    "markdown": _repeated("# a\n\n| a |\n", "<p>x</p>"),
    "properties": _repeated("<p>索引号：1</p><p>发布日期：2021-01-01</p>"),
    "forms": _repeated("<form><input value=1>"),
    "foreign": _nested("<svg>", "</svg>"),
    "ruby": _repeated("<ruby>甲<rt>a</ruby>"),
    "quotes": _repeated("<a '\""),
    "doctypes": _repeated("<!DOCTYPE a>"),
    "xml declarations": _repeated("<?xml ?>"),
}
WORD: dict[str, Make] = {
    "elements": _word(_repeated("<w:p/>")),
    "unknown elements": _word(_repeated("<a/>")),
    "paragraphs": _word(_repeated("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")),
    "runs": _word(_repeated("<w:r><w:t>甲</w:t></w:r>", "<w:p>", "</w:p>")),
    "text": _word(_repeated("甲", "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")),
    "tabs": _word(_repeated("<w:r><w:tab/></w:r>", "<w:p>", "</w:p>")),
    "rows": _word(_repeated(f"<w:tr>{_CELL * 3}</w:tr>", "<w:tbl>", "</w:tbl><w:p/>")),
    "cells of a row": _word(_repeated(_CELL, "<w:tbl><w:tr>", "</w:tr></w:tbl><w:p/>")),
    "tables": _word(_repeated(f"<w:tbl><w:tr>{_CELL * 2}</w:tr></w:tbl><w:p/>")),
    "spans": _word(
        _repeated(
            f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr></w:tc>{_CELL}</w:tr>',
            "<w:tbl>",
            "</w:tbl><w:p/>",
        )
    ),
    "omitted columns": _word(
        _repeated(
            f'<w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>{_CELL}</w:tr>',
            "<w:tbl>",
            "</w:tbl><w:p/>",
        )
    ),
    "depth": _word(_nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", "", "<w:p/>")),
    "depth of tables": _word(
        _nested("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", "", "<w:p/>")
    ),
    "attributes": _word(_numbered(' a{}="1"', "<w:p", "/>")),
    "fields": _word(
        _repeated('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:p>", "</w:p>")
    ),
    "simple fields": _word(_nested('<w:fldSimple w:instr="PAGE">', "</w:fldSimple>", "", "")),
    "alternates": _word(
        _repeated(
            "<mc:AlternateContent><mc:Choice Requires='x'><w:p/></mc:Choice></mc:AlternateContent>"
        )
    ),
    "formulas": _word(_repeated("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "<w:p>", "</w:p>")),
    "deletions": _word(
        _repeated("<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>", "<w:p>", "</w:p>")
    ),
    "text boxes": _word(
        _repeated(
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>甲</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
            "<w:p>",
            "</w:p>",
        )
    ),
    "signs in signs": _word(_deep("<m:sup>", "</m:sup>", "<m:r/>")),
    "blank signs in signs": _word(_deep("<m:sup>", "</m:sup>", "<m:sup/>")),
    "fields in depth": _word(_deep("<w:smartTag>", "</w:smartTag>", "<w:r><w:fldChar/></w:r>")),
    "drawings in drawings": _word(_deep("<w:drawing>", "</w:drawing>", "<a:blip/>")),
    "a packed picture": _packed,
    "many members": _many_members,
    "entities": _entities,
}
FORMS: dict[str, Make] = {
    "paragraphs": _json(lambda size: [{"type": "paragraph", "text": "甲"}] * (size // 40)),
    "one text": _json(lambda size: [{"type": "paragraph", "text": "甲" * (size // 3)}]),
    "cells": _json(lambda size: [{"type": "table", "rows": [["1"] * 10] * (size // 60)}]),
    "brackets": _nested("[", "]"),
    "open brackets": _repeated("["),
    "open objects": _repeated('{"a":'),
    "quotes": _repeated('"'),
    "escapes": _repeated("\\", '"'),
    "digits": _repeated("1", '{"format": "govreport", "version": ', "}"),
    "repeated keys": _repeated('"a":1,', "{", '"b":1}'),
}
INPUTS: dict[str, dict[str, Make]] = {
    "pipe": TEXTS,
    "tab": TEXTS,
    "html": PAGES,
    "docx": WORD,
    "json": FORMS,
    **PUBLISHED,
}


def outcome(source: str | None, data: bytes, *, everything: bool = True) -> str:
    """Read an input and say what came out; with `everything`, write it in each format, too."""
    try:
        report = govreport.loads(data, source)
    except govreport.LimitExceededError as error:
        return f"refused: {str(error).partition('(limit ')[2].partition(')')[0] or 'nesting'}"
    except govreport.ReportError as error:
        return f"refused: {type(error).__name__}"
    if everything:
        govreport.dumps(report, "html")
    return "read"
