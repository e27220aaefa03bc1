"""The tree of a page's text, with libxml2's departures from the HTML standard made good."""

import re
from typing import NamedTuple

from lxml import etree

from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.text import FORBIDDEN_CHARACTER

BLOCK_END = "\ufdd0"
"""Stands in texts where a block was closed whose content had closed it before.

A permanent noncharacter, which no text for interchange holds (Unicode 15.0, section 23.7).
"""

DEEPEST = 2_047
"""Elements may nest so deep; libxml2 drops what is deeper without a word."""

_QUOTED = 20
_XML_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_PAGE_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_BLOCK_CLOSED = re.compile(r"</(?:p|h[1-6])\s*>", re.IGNORECASE)
_CLOSED_BREAK = re.compile(r"</br\s*/?>", re.IGNORECASE)


class Parsed(NamedTuple):
    """The root of a page's tree, None where the page holds nothing.

    `parted` tells whether `BLOCK_END` stands in its texts. `diagnostics` quote the characters
    that no format can carry.
    """

    root: etree._Element | None
    parted: bool
    diagnostics: list[Diagnostic]


def parse(text: str) -> Parsed:
    """Return the tree of a page's text, without its comments."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
    text, diagnostics = _without_forbidden(text)
    text = _XML_DECLARATION.sub("", text, count=1)
    # Text after the page's end tags still belongs to its body (13.2.6.4.19); libxml2 drops it.
    text = _PAGE_END.sub("", text)
    text = _CLOSED_BREAK.sub("<br>", text)
    # A page of our own closes its blocks in order.
    parted = BLOCK_END not in text and 'content="govreport"' not in text
    if parted:
        text = _BLOCK_CLOSED.sub(rf"\g<0>{BLOCK_END}", text)
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        no_network=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        # Only an empty page is an error to a parser that repairs everything.
        return Parsed(None, parted, diagnostics)
    return Parsed(root, parted, diagnostics)


def _without_forbidden(text: str) -> tuple[str, list[Diagnostic]]:
    if not FORBIDDEN_CHARACTER.search(text):
        return text, []
    diagnostics = []
    for number, line in enumerate(text.split("\n"), 1):
        if match := FORBIDDEN_CHARACTER.search(line):
            around = line[max(0, match.start() - _QUOTED) : match.end() + _QUOTED]
            quoted = FORBIDDEN_CHARACTER.sub("", around).strip()
            diagnostics.append(diagnostic("forbidden-character", f"line {number}", quoted))
    return FORBIDDEN_CHARACTER.sub("", text), diagnostics
