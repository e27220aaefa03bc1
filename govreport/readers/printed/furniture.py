"""What stands at the edge of every page: page numbers, running heads and feet."""

import re
from collections import Counter
from typing import NamedTuple

from govreport.expressions import expression
from govreport.readers.printed.lines import Line

_PAGE_NUMBER = expression(
    r"[-—–－\s·~～]*(?:第\s*)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:\s*[页頁])?"
    r"(?:[\s/／,，]*(?:共|of)?\s*\d{1,3}\s*[页頁]?)?[-—–－\s·~～]*",
    re.IGNORECASE,
)
_DIGITS = expression(r"\d+")
_EDGE = 0.12
_WIDE_EDGE = 0.25
_MOST = 3
_SHARE = 0.6
_FEWEST = 3


class Furniture(NamedTuple):
    """Which lines at the pages' edges are none of the text, by their identities.

    `quoted` gives those that are more than a page number, each once.
    """

    quoted: list[str]
    lines: set[int]

    def holds(self, line: Line) -> bool:
        """Whether a line is one of them."""
        return id(line) in self.lines


def furniture_of(pages: list[tuple[float, list[Line]]]) -> Furniture:
    """Return the furniture of pages, each given by its height and its lines."""
    edges = [_edge_lines(height, lines) for height, lines in pages]
    repeated, offsets = _repeated(edges), _offsets(edges)
    furniture = Furniture([], set())
    for page, lines in enumerate(edges, 1):
        for line, outermost in lines:
            times = repeated[_masked(line.text)]
            often = times > _SHARE * len(pages)
            numbers_page = _PAGE_NUMBER.fullmatch(line.text) and _counts(line, page, offsets)
            if numbers_page and (outermost or (often and times > 1)):
                furniture.lines.add(id(line))
            elif outermost and often and times >= _FEWEST:
                furniture.lines.add(id(line))
                if line.text not in furniture.quoted:
                    furniture.quoted.append(line.text)
    return furniture


_Edge = list[tuple[Line, bool]]


def _repeated(edges: list[_Edge]) -> Counter[str]:
    """Return on how many pages each text stands at the edge, whatever its digits are."""
    return Counter(key for lines in edges for key in {_masked(line.text) for line, _ in lines})


def _offsets(edges: list[_Edge]) -> Counter[int | None]:
    """Return on how many pages a bare number is off its page by so much."""
    return Counter(
        offset
        for page, lines in enumerate(edges, 1)
        for offset in {_offset(line.text, page) for line, _ in lines}
    )


def _counts(line: Line, page: int, offsets: Counter[int | None]) -> bool:
    """Whether a number counts the pages; a bare one may be a figure that ran over its cell."""
    offset = _offset(line.text, page)
    return offset is None or offset == 0 or offsets[offset] > 1


def _edge_lines(height: float, lines: list[Line]) -> _Edge:
    """Return the first and last lines of a page, and whether each stands at its very edge."""
    upper = [line for line in lines[:_MOST] if line.box.bottom < _WIDE_EDGE * height]
    lower = [line for line in lines[-_MOST:] if line.box.top > (1 - _WIDE_EDGE) * height]
    return [
        (line, line.box.bottom < _EDGE * height or line.box.top > (1 - _EDGE) * height)
        for line in (*upper, *lower)
    ]


def _offset(text: str, page: int) -> int | None:
    """Return by how much a bare number is off its page, None for any other text."""
    return int(text) - page if text.isascii() and text.isdecimal() and len(text) < 5 else None


def _masked(text: str) -> str:
    return _DIGITS.sub("0", "".join(text.split()))
