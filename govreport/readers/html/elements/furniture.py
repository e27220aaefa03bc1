"""Which elements hold the page's furniture rather than its subject, told from their structure."""

import re
from itertools import pairwise

from lxml import etree

_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary"}
_NAMES = (
    "breadcrumb breadcrumbs crumb crumbs location position share sharing print close fontsize"
    " qrcode copyright footer foot related prev previous next search login skip menu nav navbar"
    " navigation sidebar toolbar dqwz weizhi mbx mianbaoxie fenxiang daohang"
    " dayin bdsharebuttonbox"
)
_WORDS = frozenset(_NAMES.split())
_PART = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")
_LARGE_SHARE = 0.3
_MOST_OF_ALL = 2 / 3
_SEVERAL_NUMBERS = 5
_MOST_REFUSED = 8
_NOT_BY_NAMES = (
    "html body main article table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 a span b"
    " strong em i u font img input label sup sub col colgroup pre"
)
_NOT_BY_WORDS = frozenset(_NOT_BY_NAMES.split())
"""Elements whose class and id are not asked: what they hold belongs to what is around them."""


def names_furniture(tag: str, words: str) -> bool:
    """Whether the class or id of an element of that tag is a name of furniture.

    A word or two neighbours, parted at signs and humps, make such a name.
    """
    if not words or tag in _NOT_BY_WORDS:
        return False
    parts = [part.lower() for part in _PART.findall(words)]
    pairs = (first + second for first, second in pairwise(parts))
    return not _WORDS.isdisjoint(parts) or not _WORDS.isdisjoint(pairs)


def is_furniture_role(role: str) -> bool:
    """Whether an ARIA landmark is furniture (WAI-ARIA 1.2, section 5.3.4)."""
    return role.strip().lower() in _ROLES


class Shares:
    """How much of a page its elements hold.

    Nothing is furniture that holds a large part of the page's text, its main heading or a table
    of numbers, whatever its name; and what holds most of the text is not hidden but waits for a
    script that shows it.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._size: int | None = None
        self._refused: list[etree._Element] = []
        self._shown = 0

    def holds_most(self, element: etree._Element) -> bool:
        """Whether an element holds most of the page's text."""
        # Each measuring reads the whole element; an end to them keeps nested ones linear.
        if self._shown >= _MOST_REFUSED:
            return False
        most = _text_size(element) > self._all() * _MOST_OF_ALL
        self._shown += most
        return most

    def may_be_left_out(self, element: etree._Element) -> bool:
        """Whether an element holds too little for its name to be wrong."""
        while self._refused and not _holds(self._refused[-1], element):
            self._refused.pop()
        # Each measuring reads the whole element; an end to them keeps nested ones linear.
        if len(self._refused) >= _MOST_REFUSED:
            return False
        if self._is_small(element):
            return True
        self._refused.append(element)
        return False

    def _is_small(self, element: etree._Element) -> bool:
        if next(element.iter("h1"), None) is not None:
            return False
        if _text_size(element) > self._all() * _LARGE_SHARE:
            return False
        numbers = 0
        for cell in element.iter("td", "th"):
            numbers += _text(cell).strip().isdigit()
            if numbers > _SEVERAL_NUMBERS:
                return False
        return True

    def _all(self) -> int:
        if self._size is None:
            self._size = _text_size(self._root)
        return self._size


def _text_size(element: etree._Element) -> int:
    return sum(map(len, _text(element).split()))


def _text(element: etree._Element) -> str:
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def _holds(outer: etree._Element, inner: etree._Element) -> bool:
    return any(ancestor is outer for ancestor in inner.iterancestors(outer.tag))
