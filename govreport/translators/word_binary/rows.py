"""Tables of a binary Word document as those of a Word file.

Each row gives the edges of its cells in twips; the columns of the table are what lies between the
edges of all its rows ([MS-DOC] 2.4.3, 2.9.321).
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from govreport.translators.word_binary.binary import i16, modifiers, u8, u16

_DEFINITION, _MERGED, _SPLIT, _VERTICAL = 0xD608, 0x5624, 0x5625, 0xD62B
_CELL = 20
_FIRST, _CONTINUED = 0x0001, 0x0002
_VERTICAL_MERGE, _VERTICAL_FIRST = 0x0020, 0x0040
_SAME_EDGE = 30
"""Twips; edges that stand no further apart are one."""
_MOST_CELLS = 64


@dataclass(slots=True)
class TableRow:
    """A row: the markup in each of its cells, and what its end says of them."""

    cells: list[str] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    deleted: bool = False

    def define(self, data: bytes) -> None:
        """Take the modifiers of the row's end."""
        for code, operand in modifiers(data):
            if code == _DEFINITION:
                self._define(operand)
            elif code == _VERTICAL:
                self._set(u8(operand, 1), _vertical(u8(operand, 2)), _VERTICAL_BITS)
            elif code in (_MERGED, _SPLIT):
                first, limit = u8(operand, 0), u8(operand, 1)
                for number in range(first, min(limit, _MOST_CELLS)):
                    bits = 0 if code == _SPLIT else _FIRST if number == first else _CONTINUED
                    self._set(number, bits, _FIRST | _CONTINUED)

    def _define(self, operand: bytes) -> None:
        count = min(u8(operand, 2), _MOST_CELLS)
        self.edges = [i16(operand, 3 + 2 * number) for number in range(count + 1)]
        start = 3 + 2 * (u8(operand, 2) + 1)
        self.flags = [u16(operand, start + _CELL * number) for number in range(count)]

    def _set(self, number: int, bits: int, mask: int) -> None:
        if number < len(self.flags):
            self.flags[number] = self.flags[number] & ~mask | bits


_VERTICAL_BITS = _VERTICAL_MERGE | _VERTICAL_FIRST


def _vertical(value: int) -> int:
    return {1: _VERTICAL_MERGE, 3: _VERTICAL_BITS}.get(value, 0)


def table_markup(rows: list[TableRow]) -> str:
    """Return the markup of a table of these rows."""
    edges = _common(edge for row in rows for edge in row.edges)
    return f"<w:tbl>{''.join(_row(row, edges) for row in rows)}</w:tbl>"


def _common(edges: Iterable[int]) -> list[int]:
    """Return the edges in their order, those that are one by the first of them."""
    common: list[int] = []
    for edge in sorted(set(edges)):
        if not common or edge - common[-1] > _SAME_EDGE:
            common.append(edge)
    return common


def _row(row: TableRow, edges: list[int]) -> str:
    known = len(row.edges) - 1
    places = [bisect_right(edges, edge) - 1 for edge in row.edges]
    before = places[0] if places else 0
    properties = f'<w:gridBefore w:val="{before}"/>' if before > 0 else ""
    properties += "<w:del/>" if row.deleted else ""
    cells = []
    for number, content in enumerate(row.cells):
        span = max(1, places[number + 1] - places[number]) if number < known else 1
        flags = row.flags[number] if number < len(row.flags) else 0
        cells.append(
            f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{_merges(flags)}</w:tcPr>{content}</w:tc>'
        )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _merges(flags: int) -> str:
    merges = ""
    if flags & _VERTICAL_MERGE:
        first = ' w:val="restart"' if flags & _VERTICAL_FIRST else ""
        merges += f"<w:vMerge{first}/>"
    if flags & _CONTINUED:
        merges += "<w:hMerge/>"
    elif flags & _FIRST:
        merges += '<w:hMerge w:val="restart"/>'
    return merges
