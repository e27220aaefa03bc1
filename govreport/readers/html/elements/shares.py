"""Measures how much of a page its elements hold, so whether they may be left out."""

from lxml import etree

_LARGE_SHARE = 0.3
_MOST_OF_ALL = 2 / 3
_SEVERAL_NUMBERS = 5
_MOST_REFUSED = 8


class Shares:
    """How much of a page its elements hold.

    An element with a large part of the page's text, its main heading or a table of numbers is
    not furniture, whatever its name; and one with most of the text is not hidden but waits for
    a script that shows it.
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
