"""Inputs that look for the dear way through what reads PDF files, old Word files, mails and the like."""

from collections.abc import Callable

from tests.readers.excel.sheet_files import workbook_bytes
from tests.readers.pdf.files import Sheet, pdf
from tests.translators.open_document.files import flat, packed, paragraph
from tests.translators.word_binary.files import document, modifier

Make = Callable[[int], bytes]
_WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"


def _times(piece: str, size: int) -> str:
    return piece * max(1, size // len(piece.encode()))


def _page(piece: str) -> Make:
    """Return pages of a piece of what is drawn, so many as hold a tenth of a megabyte each."""

    def make(size: int) -> bytes:
        drawn = [_times(piece, min(size - start, 100_000)) for start in range(0, size, 100_000)]
        return pdf(*(Sheet([each]) for each in drawn))

    return make


def _numbered_page(piece: Callable[[int], str]) -> Make:
    def make(size: int) -> bytes:
        count = max(1, size // len(piece(1000)))
        return pdf(Sheet([" ".join(piece(number) for number in range(count))]))

    return make


def _glyphs(text: str) -> str:
    return f"BT /F1 4 Tf 1 0 0 1 20 150 Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"


def _word(text: Callable[[int], str], properties: bytes = b"") -> Make:
    def make(size: int) -> bytes:
        shown = text(size // 2)
        return document([shown], [(2 * len(shown), properties)] if properties else ())

    return make


def _pieces(size: int) -> bytes:
    return document([b"a"] * (size // 12))


def _open(body: str, styles: str = "") -> Make:
    return lambda size: flat(_times(body, size), styles)


def _nested(opening: str, closing: str) -> Make:
    def make(size: int) -> bytes:
        count = size // len(opening + closing)
        return flat(opening * count + paragraph("1") + closing * count)

    return make


def _mail(part: Callable[[int], str], kind: str = "multipart/related; boundary=b") -> Make:
    return lambda size: f"MIME-Version: 1.0\nContent-Type: {kind}\n\n{part(size)}".encode()


_PART = "--b\nContent-Type: text/html\nContent-Location: a\n\n<p>1</p>\n"
_HTML = "--b\nContent-Type: text/html\n\n"
_CELL = "<table:table-cell>{}</table:table-cell>"
_IN_TABLE = modifier(0x2416, 1)

PDFS: dict[str, Make] = {
    "glyphs": _page(_glyphs("甲")),
    "glyphs at one place": _page(_glyphs("甲乙丙丁")),
    "rules across": _numbered_page(lambda n: f"0 {n % 300} m 400 {n % 300} l S"),
    "rules that cross": _numbered_page(
        lambda n: f"{n % 400} 0 m {n % 400} 300 l 0 {n % 300} m 400 {n % 300} l S"
    ),
    "rules of many grids": _numbered_page(
        lambda n: f"{n % 60 * 6} {n // 60 % 50 * 6} 5 5 re {n % 60 * 6 + 2} 0 m 1 0 l S"
    ),
    "one path": _page("1 1 m 9 9 l S\n"),
    "states": _page("q Q\n"),
    "pictures": _page("q 9 0 0 9 9 9 cm /I1 Do Q\n"),
    "pages": lambda size: pdf(*[Sheet()] * (size // 200)),
    "annotations": lambda size: pdf(
        Sheet(annotations=["<</Subtype/FreeText/Contents(x)>>"] * (size // 40))
    ),
    "no objects": lambda size: b"%PDF-1.7\n" + b"1 0 obj\n" * (size // 8),
}
OLD_WORD: dict[str, Make] = {
    "paragraphs": _word(lambda size: "甲\r" * (size // 2)),
    "one text": _word(lambda size: "甲" * size),
    "fields": _word(lambda size: "\x13" * size),
    "fields of forms": _word(lambda size: "\x13\x01" * (size // 2)),
    "cells": _word(lambda size: "1\x07" * (size // 2), _IN_TABLE),
    "cells in depth": _word(
        lambda size: "1\r" * (size // 2), _IN_TABLE + modifier(0x6649, 0x7FFFFFFF, 4)
    ),
    "breaks": _word(lambda size: "\x0c" * size),
    "drawings": _word(lambda size: "\x08" * size, b""),
    "pieces": _pieces,
}
OPEN: dict[str, Make] = {
    "paragraphs": _open(paragraph("甲")),
    "spans": lambda size: flat(paragraph(_times("<text:span>甲</text:span>", size))),
    "rows": lambda size: flat(
        "<table:table>"
        + _times(f"<table:table-row>{_CELL.format(paragraph('1')) * 3}</table:table-row>", size)
        + "</table:table>"
    ),
    "lists": _open(f"<text:list><text:list-item>{paragraph('1')}</text:list-item></text:list>"),
    "notes": _open(
        paragraph(f"<text:note><text:note-body>{paragraph('1')}</text:note-body></text:note>")
    ),
    "depth": _nested("<text:section>", "</text:section>"),
    "depth of tables": _nested(
        "<table:table><table:table-row><table:table-cell>",
        "</table:table-cell></table:table-row></table:table>",
    ),
    "a chain of styles": lambda size: flat(
        paragraph("1", "s9"),
        "<office:styles>"
        + "".join(
            f'<style:style style:family="paragraph" style:name="s{n}"'
            f' style:parent-style-name="s{n + 1}"/>'
            for n in range(size // 90)
        )
        + "</office:styles>",
    ),
    "packed blanks": lambda size: packed(flat(" " * size * 20)),
}
MAILS: dict[str, Make] = {
    "parts": _mail(lambda size: _times(_PART, size)),
    "open parts": _mail(lambda size: _times("--b\n", size)),
    "parts in parts": _mail(
        lambda size: _times("--b\nContent-Type: multipart/mixed; boundary=b\n\n", size)
    ),
    "messages in messages": _mail(
        lambda size: _times("Content-Type: message/rfc822\n\n", size), "message/rfc822"
    ),
    "fields": lambda size: b"MIME-Version: 1.0\n" + b"To: a\n" * (size // 6) + b"\n<p>1",
    "a long field": lambda size: (
        b"MIME-Version: 1.0\nTo: " + b"=?utf-8?q?a?= " * (size // 14) + b"\n\nx"
    ),
    "links": _mail(lambda size: _HTML + _times("<link rel=stylesheet href=a>", size)),
    "open links": _mail(lambda size: _HTML + _times("<link '", size)),
    "frames": _mail(
        lambda size: _PART + _HTML + _times("<iframe src=a></iframe>", size),
        'multipart/related; boundary=b; start="<x>"',
    ),
    "quoted signs": _mail(
        lambda size: (
            "--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
            + _times("=4", size)
        )
    ),
    "tags of a second page": _mail(lambda size: _HTML + "x\n" + _HTML + _times("<script", size)),
}
WORD_XML: dict[str, Make] = {
    "paragraphs": lambda size: _old(_times("<w:p><w:r><w:t>1</w:t></w:r></w:p>", size)),
    "notes": lambda size: _old(
        _times("<w:p><w:r><w:footnote><w:p/></w:footnote></w:r></w:p>", size)
    ),
    "headers": lambda size: _old(_times("<w:sectPr><w:hdr><w:p/></w:hdr></w:sectPr>", size)),
    "parts": lambda size: (
        '<p:package xmlns:p="http://schemas.microsoft.com/office/2006/xmlPackage">'
        + _times("<p:part><p:xmlData><a/></p:xmlData></p:part>", size)
        + "</p:package>"
    ).encode(),
}


def _old(body: str) -> bytes:
    return (
        f'<w:wordDocument xmlns:w="{_WORD_2003}"><w:body>{body}</w:body></w:wordDocument>'
    ).encode()


def _sheet(content: str, before: str = "", after: str = "") -> Make:
    """Return workbooks of one sheet that repeats a piece."""
    return lambda size: workbook_bytes(f"{before}{_times(content, size)}{after}")


_COLUMNS = '<col min="1" max="16384" hidden="1"/>'
_LAST = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
WORKBOOKS: dict[str, Make] = {
    "cells": _sheet("<c><v>1</v></c>", "<sheetData><row>", "</row></sheetData>"),
    "rows": _sheet("<row><c><v>1</v></c></row>", "<sheetData>", "</sheetData>"),
    "hidden columns": _sheet(_COLUMNS, "<cols>", f"</cols>{_LAST}"),
    "merged ranges": _sheet(
        '<mergeCell ref="A1:XFD1"/>', f"{_LAST}<mergeCells>", "</mergeCells>"
    ),
    "ranges of a row": _sheet(
        '<mergeCell ref="XFE1:XFD1048576"/>', f"{_LAST}<mergeCells>", "</mergeCells>"
    ),
    "nested": _sheet("<a>"),
    "texts": lambda size: workbook_bytes(
        '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>',
        texts=(_times("<r><t>_x0041_</t></r>", size),),
    ),
    "formats": lambda size: workbook_bytes(
        '<sheetData><row><c s="1"><v>1</v></c></row></sheetData>',
        styles='<numFmts><numFmt numFmtId="200" formatCode="'
        + _times("[0#,?", size)
        + '"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>',
    ),
}

PUBLISHED: dict[str, dict[str, Make]] = {
    "pdf": PDFS,
    "doc": OLD_WORD,
    "odt": OPEN,
    "mht": MAILS,
    "wordxml": WORD_XML,
    "xlsx": WORKBOOKS,
}
"""The inputs of each format that is only read."""
