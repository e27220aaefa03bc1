"""A tree's markup as texts and the runs of tags between them.

A page repeats few runs of tags many times: a cell pasted from a word processor ends with the same
tags as the one before it, and the next begins with the same. So what a run begins and ends is
worked out once, and of the elements only those are looked at that a handler asks for.
"""

import re
from collections.abc import Iterable
from itertools import chain, islice
from typing import NamedTuple

from lxml import etree

_TEXT = re.compile(rb">([^<]+)<")
_FEW = 4
"""Elements that are looked for one by one, as a page's header and footer are."""

_ATTRIBUTES = re.compile(r"(?: [^\s\"=]+=\"[^\"]*\")*+")
_ATTRIBUTE = re.compile(r" ([^\s\"=]+)=\"([^\"]*)\"")
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#([0-9]+)|#x([0-9A-Fa-f]+));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def texts_and_runs(root: etree._Element) -> Iterable[tuple[bytes, bytes]]:
    """Return the markup of a tree without comments: each text with the run of tags behind it.

    Both are in UTF-8, in which they take half the space and so half the time to look up.
    """
    tree = root.getroottree()
    # Of a page that says it is XHTML, libxml2 would write more elements than it holds.
    tree.docinfo.clear()
    markup = etree.tostring(root, encoding="utf-8", with_tail=False)
    # Serialised, neither a text nor a value holds ">" or a text "<", and no name can hold ">":
    # a ">" ends a tag, and the first "<" behind a text begins one.
    pieces = _TEXT.split(markup[1:-1])
    return zip(chain((b"",), pieces[1::2]), pieces[::2], strict=True)


def tags_of(run: bytes) -> list[str]:
    """Return the tags of a run without the signs around them."""
    return run.decode().split("><")


def read_tag(tag: str) -> tuple[str, list[tuple[str, str]]] | None:
    """Return the name and attributes of a start tag, None for names too odd to be told apart."""
    name, blank, rest = tag.removesuffix("/").partition(" ")
    if _ATTRIBUTES.fullmatch(blank + rest) is None:
        return None
    return name, [(key, plain_text(value)) for key, value in _ATTRIBUTE.findall(blank + rest)]


class Elements:
    """The elements of a tree by their numbers in document order.

    Few are asked for in most pages. Objects of all of them, which cost as much as a tenth of
    parsing the page, are made only where more are.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._found: dict[int, etree._Element] = {}
        self._listed: list[etree._Element] = []

    def __getitem__(self, number: int) -> etree._Element:
        if self._listed:
            return self._listed[number]
        if number not in self._found:
            if len(self._found) == _FEW:
                self._listed = list(self._root.iter("*"))
                return self._listed[number]
            self._found[number] = next(islice(self._root.iter("*"), number, None))
        return self._found[number]


class Place(NamedTuple):
    """Where an element stands in the page's source; `str` tells it for a message."""

    elements: Elements
    number: int

    def __str__(self) -> str:
        return f"line {self.elements[self.number].sourceline}"


def plain_text(text: str) -> str:
    """Return a text of the markup with its references replaced."""
    return _REFERENCE.sub(_replaced, text)


def _replaced(reference: re.Match[str]) -> str:
    name, decimal, hexadecimal = reference.groups()
    if name:
        return _NAMED[name]
    return chr(int(decimal) if decimal else int(hexadecimal, 16))
