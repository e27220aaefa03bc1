"""Text at the edge of every page: page numbers, running heads and feet."""

import re
from collections import Counter

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


class Furniture:
    """The lines at the pages' edges that do not belong to the text.

    `quoted` gives those that are more than a page number, each once.
    """

    def __init__(self, pages: list[tuple[float, list[Line]]]) -> None:
        self.quoted: list[str] = []
        self._lines: set[int] = set()
        edges = [_edge_lines(height, lines) for height, lines in pages]
        counts = Counter(
            key for lines in edges for key in {_masked(line.text) for line, _ in lines}
        )
        offsets = Counter(
            offset
            for page, lines in enumerate(edges, 1)
            for offset in {_offset(line.text, page) for line, _ in lines} - {None}
        )
        for page, lines in enumerate(edges, 1):
            for line, outermost in lines:
                repeated = counts[_masked(line.text)]
                often = repeated > _SHARE * len(pages)
                number = _PAGE_NUMBER.fullmatch(line.text)
                offset = _offset(line.text, page)
                # A bare number counts the pages, or it may be a figure that ran over its cell.
                counted = offset is None or offset == 0 or offsets[offset] > 1
                if number and counted and (outermost or (often and repeated > 1)):
                    self._lines.add(id(line))
                elif outermost and often and repeated >= _FEWEST:
                    self._lines.add(id(line))
                    if line.text not in self.quoted:
                        self.quoted.append(line.text)

    def __contains__(self, line: Line) -> bool:
        return id(line) in self._lines


def _edge_lines(height: float, lines: list[Line]) -> list[tuple[Line, bool]]:
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
