"""The tree of a page's text, with libxml2's departures from the HTML standard made good."""

import re
from typing import NamedTuple

from lxml import etree

from govreport.expressions import expression
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.markup import CONTROLS, check_markup, signs_of
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.readers.html.source.markdown import markdown_as_html
from govreport.readers.html.source.tags import attribute_counts

BLOCK_END = "\ufdd0"
"""Marks the place in texts where a block was closed that its content had closed before.

A permanent noncharacter, which no text for interchange holds (Unicode 15.0, section 23.7).
"""
_BLOCK_END = BLOCK_END.encode()

DEEPEST = 2_047
"""The deepest nesting of elements; libxml2 silently drops deeper ones."""

_QUOTED = 20
_OWN = expression(rb"""content=["']?govreport["'\s/>]""")
_XML_DECLARATION = expression(rb"\A\s*<\?xml\b[^>]*>")
_END_TAG = expression(
    # Most end tags begin with another letter.
    rb"</(?=[bhtp])(?:(?P<page>(?:body|html)\s*+>)|(?P<line>br\s*+/?>)"
    rb"|(?P<row>tr\s*+>)(?=(?:\s|\xc2\xa0|\xe3\x80\x80|</(?:body|html)\s*+>)*+<t[dh][\s/>])"
    # Where a block begins after it, a paragraph ends in any case.
    rb"|(?P<block>(?:p|h[1-6])\s*+>)"
    rb"(?!\s*+(?:</t[dhr]\s*+>\s*+)*+<(?:p|t[dhr]|table|div|h[1-6])[\s/>]))",
    re.IGNORECASE,
)
_FORBIDDEN_REFERENCE = expression(
    r"&#(?:0*+(?:[1-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9])"
    r"|x0*+(?:[1-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f]));?",
    re.IGNORECASE,
)
_FORBIDDEN = expression(
    f"{FORBIDDEN_CHARACTER.pattern}|{_FORBIDDEN_REFERENCE.pattern}", re.IGNORECASE
)


class Parsed(NamedTuple):
    """The root of a page's tree, None if the page holds nothing.

    `parted` says whether its texts contain `BLOCK_END`. `diagnostics` quote the characters
    that no format can carry.
    """

    root: etree._Element | None
    parted: bool
    diagnostics: list[Diagnostic]


def parse(text: str, limits: Limits = DEFAULT_LIMITS, encoded: bytes | None = None) -> Parsed:
    """Return the tree of a page's text, without its comments.

    `encoded` is the text in UTF-8, where that is at hand.

    Raises `LimitExceededError` where the page has more elements or attributes than `limits` allow.
    """
    if "\r" in text or "\f" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
        encoded = None
    diagnostics: list[Diagnostic] = []
    data, parted = _repaired_page(text, encoded)
    signs = signs_of(data)
    if _may_hold_forbidden(text, signs) and (diagnostics := _forbidden_characters(text)):
        data, parted = _repaired_page(_FORBIDDEN.sub("", text), None)
        signs = signs_of(data)
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        no_network=True,
    )
    check_markup(data, "the page", limits, signs, attribute_counts)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        # Only an empty page is an error to a parser that repairs everything.
        return Parsed(None, parted, diagnostics)
    if parted and root is not None:
        _clear_head(root)
    if root is not None and _has_rows(data):
        _put_rows_into_tables(root)
    return Parsed(root, parted, diagnostics)


_ROW_PLACES = frozenset(("table", "tbody", "thead", "tfoot"))


def _has_rows(data: bytes) -> bool:
    """Whether a page has rows of tables."""
    return b"<tr" in data or b"<TR" in data


def _put_rows_into_tables(root: etree._Element) -> None:
    """Put each run of rows outside any table, as in a part cut out of a page, into a table."""
    for row in list(root.iter("tr")):
        parent = row.getparent()
        if parent is None or parent.tag in _ROW_PLACES or _is_in_table(parent):
            continue
        before = row.getprevious()
        if before is not None and _takes_rows(before):
            before.append(row)
        else:
            _put_into_table(row, parent)
    for table in root.iter("table"):
        if "data-rows" in table.attrib:
            del table.attrib["data-rows"]


def _takes_rows(element: etree._Element) -> bool:
    """Whether an element is a table made for rows without one, and no text stands behind it."""
    return bool(element.get("data-rows")) and not (element.tail or "").strip()


def _put_into_table(row: etree._Element, parent: etree._Element) -> None:
    table = etree.Element("table")
    table.set("data-rows", "1")
    parent.replace(row, table)
    table.tail, row.tail = row.tail, None
    table.append(row)


def _is_in_table(element: etree._Element) -> bool:
    return any(each.tag == "table" for each in element.iterancestors())


def _repaired_page(text: str, data: bytes | None) -> tuple[bytes, bool]:
    """Return a page's bytes with the standard's repairs, and whether `BLOCK_END` stands in them.

    `data` is the text in UTF-8, where that is at hand.
    """
    page = markdown_as_html(text)
    if data is None or page is not text:
        try:
            data = page.encode()
        except UnicodeEncodeError:
            return b"\0", False  # as forbidden as the lone surrogate
    data = _XML_DECLARATION.sub(b"", data)
    # A page of our own needs no repair, and what looks like tags in its attributes is text.
    if b"govreport" in data and _OWN.search(data) is not None:
        return data, False
    parted = BLOCK_END not in page
    data = _END_TAG.sub(_repaired if parted else _repaired_but_blocks, data)
    return data, parted and _BLOCK_END in data


def _repaired(end: re.Match[bytes]) -> bytes:
    """Return an end tag with the standard's repair that libxml2 lacks."""
    match end.lastgroup:
        case "page":  # Text after the page's end tags still belongs to its body (13.2.6.4.19).
            return b""
        case "line":
            return b"<br>"
        case "row":  # A cell after the end of a row begins a row (13.2.6.4.13).
            return end[0] + b"<tr>"
    return end[0] + _BLOCK_END


def _repaired_but_blocks(end: re.Match[bytes]) -> bytes:
    """Return a repaired end tag of a page that uses `BLOCK_END` itself."""
    return end[0] if end.lastgroup == "block" else _repaired(end)


def _clear_head(root: etree._Element) -> None:
    """Take the marks of closed blocks out of attributes and titles, where no block can end."""
    for element in root.iter("meta", "title", "option"):
        if element.text and element.tag == "title":
            element.text = element.text.replace(BLOCK_END, "")
        for name, value in element.items():
            if BLOCK_END in (stated := str(value)):
                element.set(name, stated.replace(BLOCK_END, ""))


def _may_hold_forbidden(text: str, signs: bytes) -> bool:
    """Whether a page may hold a character that no format can carry; False is sure."""
    # Many times faster on a whole page than searching for the class of these characters.
    if "\ufffe" in text or "\uffff" in text:
        return True
    if len(signs.translate(None, CONTROLS)) < len(signs):
        return True
    return b"&#" in signs and _FORBIDDEN_REFERENCE.search(text) is not None


def _forbidden_characters(text: str) -> list[Diagnostic]:
    """Return the diagnostics that quote such characters, the first of each line."""
    diagnostics = []
    for number, line in enumerate(text.split("\n"), 1):
        if match := _FORBIDDEN.search(line):
            around = line[max(0, match.start() - _QUOTED) : match.end() + _QUOTED]
            quoted = _FORBIDDEN.sub("", around).strip()
            diagnostics.append(diagnostic("forbidden-character", f"line {number}", quoted))
    return diagnostics
