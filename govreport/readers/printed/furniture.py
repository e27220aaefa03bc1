"""Text at the edge of every page: page numbers, running heads and feet."""

import re
from collections import Counter
from typing import NamedTuple

from govreport.expressions import expression
from govreport.readers.printed.lines import PrintedLine

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
    """The lines at the pages' edges that do not belong to the text, by their identities.

    `quoted` gives those that are more than a page number, each once.
    """

    quoted: list[str]
    lines: set[int]

    def holds(self, line: PrintedLine) -> bool:
        """Whether a line is one of them."""
        return id(line) in self.lines


def furniture_of(pages: list[tuple[float, list[PrintedLine]]]) -> Furniture:
    """Return the furniture of pages, each given by its height and its lines."""
    edges = _Edges([_edge_lines(height, lines) for height, lines in pages])
    furniture = Furniture([], set())
    for page, lines in enumerate(edges.lines, 1):
        for line, outermost in lines:
            if edges.is_page_number(line, page, outermost):
                furniture.lines.add(id(line))
            elif outermost and edges.is_running(line):
                furniture.lines.add(id(line))
                if line.text not in furniture.quoted:
                    furniture.quoted.append(line.text)
    return furniture


class _Edges:
    """The lines at the edges of all pages, and how often their texts and numbers are met."""

    def __init__(self, lines: list[list[tuple[PrintedLine, bool]]]) -> None:
        self.lines = lines
        # On how many pages each text stands, whatever its digits are.
        self._repeated = Counter(
            key for edge in lines for key in {_masked(line.text) for line, _ in edge}
        )
        # On how many pages a bare number is off its page by so much.
        self._offsets = Counter(
            offset
            for page, edge in enumerate(lines, 1)
            for offset in {_offset(line.text, page) for line, _ in edge}
        )

    def is_running(self, line: PrintedLine) -> bool:
        """Whether a line stands on most pages, and on several."""
        return self._is_often(line) and self._repeated[_masked(line.text)] >= _FEWEST

    def is_page_number(self, line: PrintedLine, page: int, outermost: bool) -> bool:
        """Whether a line holds the number of its page."""
        if not _PAGE_NUMBER.fullmatch(line.text):
            return False
        offset = _offset(line.text, page)
        # A bare number counts the pages, or it may be a figure that ran over its cell.
        if offset and self._offsets[offset] < 2:
            return False
        return outermost or (self._is_often(line) and self._repeated[_masked(line.text)] > 1)

    def _is_often(self, line: PrintedLine) -> bool:
        return self._repeated[_masked(line.text)] > _SHARE * len(self.lines)


def _edge_lines(height: float, lines: list[PrintedLine]) -> list[tuple[PrintedLine, bool]]:
    """Return the first and last lines of a page, and whether each is at its very edge."""
    upper = [line for line in lines[:_MOST] if line.box.bottom < _WIDE_EDGE * height]
    lower = [line for line in lines[-_MOST:] if line.box.top > (1 - _WIDE_EDGE) * height]
    return [
        (line, line.box.bottom < _EDGE * height or line.box.top > (1 - _EDGE) * height)
        for line in (*upper, *lower)
    ]


def _offset(text: str, page: int) -> int | None:
    """Return the difference of a bare number from its page, None for any other text."""
    return int(text) - page if text.isascii() and text.isdecimal() and len(text) < 5 else None


def _masked(text: str) -> str:
    return _DIGITS.sub("0", "".join(text.split()))
