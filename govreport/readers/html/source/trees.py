"""Pages that are parsed already: by lxml, or by BeautifulSoup with any of its parsers.

The tree is copied, as the reader changes it, and not parsed again.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING, Union

from lxml import etree

from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.readers.html.source.parsing import Parsed

if TYPE_CHECKING:
    from bs4 import Tag

Tree = Union["etree._Element", "etree._ElementTree", "Tag"]
"""An element or a tree of lxml, or a `Tag` of BeautifulSoup, the whole soup among them."""

_QUOTED = 20


def parsed(tree: Tree, limits: Limits) -> Parsed:
    """Return the page that a tree holds, as if it had just been parsed.

    Raises `LimitExceededError` where it has more elements than `limits` allow.
    """
    if isinstance(tree, etree._ElementTree):
        tree = tree.getroot()
    if not isinstance(tree, etree._Element):
        return _from_soup(tree, limits)
    limits.take_elements(sum(1 for _ in tree.iter("*")), "the page")
    root = deepcopy(tree)
    root.tail = None
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction, etree.Entity)
    for element in root.iter("*"):
        element.tag = (
            etree.QName(element).localname.lower() if "}" in element.tag else element.tag
        )
    return Parsed(root, False, [])


def _from_soup(soup: "Tag", limits: Limits) -> Parsed:
    """Return the page that a soup holds."""
    from bs4 import Tag
    from bs4.element import PreformattedString

    diagnostics: list[Diagnostic] = []
    make = etree.HTMLParser().makeelement
    root = _element(soup, make, diagnostics)
    count = 1
    waiting = [(root, child) for child in reversed(soup.contents)]
    while waiting:
        parent, node = waiting.pop()
        if isinstance(node, Tag):
            count += 1
            limits.check("elements", count, "the page: elements")
            element = _element(node, make, diagnostics)
            parent.append(element)
            waiting.extend((element, child) for child in reversed(node.contents))
        elif not isinstance(node, PreformattedString):  # a comment, or as invisible
            _add_text(parent, _clean(str(node), diagnostics))
    return Parsed(root, False, diagnostics)


def _element(
    tag: "Tag", make: Callable[[str], etree._Element], diagnostics: list[Diagnostic]
) -> etree._Element:
    """Return an element of a tag's name and attributes."""
    name = "html" if tag.name == "[document]" else tag.name.lower()
    try:
        element = make(name)
    except ValueError:
        element = make("span")  # no element of HTML has such a name
    for key, value in tag.attrs.items():
        stated = " ".join(map(str, value)) if isinstance(value, list) else str(value)
        element.set(str(key), _clean(stated, diagnostics))
    if isinstance(tag.sourceline, int):
        element.sourceline = tag.sourceline  # type: ignore[assignment]
    return element


def _add_text(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _clean(text: str, diagnostics: list[Diagnostic]) -> str:
    """Return a text without the characters that no format can carry, which are reported."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
    found = FORBIDDEN_CHARACTER.search(text)
    if found is None:
        return text
    around = text[max(0, found.start() - _QUOTED) : found.end() + _QUOTED]
    quoted = FORBIDDEN_CHARACTER.sub("", around).strip()
    diagnostics.append(diagnostic("forbidden-character", "", quoted))
    return FORBIDDEN_CHARACTER.sub("", text)
