"""The text of a binary Word document, put together from its pieces, with what each position has.

Positions of characters run through all parts of the text; properties are kept by where the bytes
stand in the file ([MS-DOC] 2.4).
"""

import struct
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits
from govreport.translators.word_binary.binary import i32, plc, u8, u16, u32
from govreport.translators.word_binary.header import Head

_MODIFIERS, _PIECES = 1, 2
_COMPRESSED = 0x4000_0000
_PAGE = 512
_PAGE_NUMBER = 0x3F_FFFF
_PARAGRAPH_ITEM = 13

_SHORT_MODIFIERS = {
    0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801, 0x57: 0x0837, 0x5C: 0x083C,
    0x68: 0x2A48, 0x73: 0x2A53,
}  # fmt: skip
"""Those of the modifiers that a piece may name by one byte which matter here ([MS-DOC] 2.9.214)."""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    offset: int
    size: int
    modifiers: bytes


class PieceText:
    """All text of a document and its properties.

    `characters` holds one for each position; so many as are `missing` from a file cut short are
    zeros.
    """

    def __init__(self, head: Head, limits: Limits) -> None:
        self._pieces = _pieces(head.table("pieces"))
        if not self._pieces:
            raise UnreadableSourceError(
                "the Word document lacks the table of its text; it is damaged: get it again"
            )
        limits.check("parsed_bytes", self._pieces[-1].end, "the Word document: characters")
        parts = [_decoded(piece, head.text) for piece in self._pieces]
        self.missing = self._pieces[-1].end - sum(map(len, parts))
        self.characters = "".join(
            part.ljust(piece.end - piece.start, "\0")
            for part, piece in zip(parts, self._pieces, strict=True)
        )
        self._starts = [piece.start for piece in self._pieces]
        self._paragraphs = _Pages(head, "paragraph pages", _paragraph_modifiers)
        runs = _Pages(head, "character pages", _character_modifiers)
        self._run_starts: list[int] = []
        self._runs: list[bytes] = []
        for piece in self._pieces:
            self._add_runs(piece, runs)

    def _add_runs(self, piece: _Piece, pages: "_Pages") -> None:
        length = (piece.end - piece.start) * piece.size
        for offset, modifiers in pages.between(piece.offset, piece.offset + length):
            self._run_starts.append(piece.start + (offset - piece.offset) // piece.size)
            self._runs.append(modifiers + piece.modifiers)

    def paragraph(self, position: int) -> bytes:
        """Return the style's number and the modifiers of the paragraph that a mark ends."""
        number = max(0, bisect_right(self._starts, position) - 1)
        piece = self._pieces[number]
        found = self._paragraphs.at(piece.offset + (position - piece.start) * piece.size)
        return (found or b"\0\0") + piece.modifiers

    def runs(self, start: int, end: int) -> list[tuple[int, int, bytes]]:
        """Return the stretches of equal modifiers between two positions, with these."""
        found: list[tuple[int, int, bytes]] = []
        number = bisect_right(self._run_starts, start) - 1
        position = start
        while position < end:
            following = number + 1
            stop = self._run_starts[following] if following < len(self._run_starts) else end
            stop = min(stop, end)
            if stop > position:
                found.append((position, stop, self._runs[number] if number >= 0 else b""))
                position = stop
            elif following >= len(self._run_starts):
                break
            number = following
        return found


class _Pages:
    """The pages of 512 bytes that hold the properties of stretches of the file."""

    def __init__(self, head: Head, name: str, item: Callable[[bytes, int, int], bytes]) -> None:
        self._starts: list[int] = []
        self._items: list[bytes] = []
        self._end = 0
        for entry in plc(head.table(name), 4)[1]:
            number = u32(entry, 0) & _PAGE_NUMBER
            page = head.text[number * _PAGE : (number + 1) * _PAGE]
            count = u8(page, _PAGE - 1)
            for index in range(count):
                start, end = u32(page, 4 * index), u32(page, 4 * index + 4)
                if start < self._end or end <= start:
                    continue  # pages follow each other; what steps back is damaged
                if start > self._end:
                    self._starts.append(self._end)
                    self._items.append(b"")
                self._starts.append(start)
                self._items.append(item(page, count, index))
                self._end = end

    def at(self, offset: int) -> bytes:
        """Return the properties that apply to the byte at that offset."""
        number = bisect_right(self._starts, offset) - 1
        return self._items[number] if number >= 0 and offset < self._end else b""

    def between(self, start: int, end: int) -> list[tuple[int, bytes]]:
        """Return the stretches from one offset to another, each with its beginning."""
        number = bisect_right(self._starts, start) - 1
        found = [(start, self.at(start))]
        for following in range(number + 1, len(self._starts)):
            if self._starts[following] >= end:
                break
            found.append((self._starts[following], self._items[following]))
        if start < self._end < end:
            found.append((self._end, b""))
        return found


def _character_modifiers(page: bytes, count: int, index: int) -> bytes:
    at = 2 * u8(page, 4 * (count + 1) + index)
    return page[at + 1 : at + 1 + u8(page, at)] if at else b""


def _paragraph_modifiers(page: bytes, count: int, index: int) -> bytes:
    at = 2 * u8(page, 4 * (count + 1) + _PARAGRAPH_ITEM * index)
    if not at:
        return b""
    size = u8(page, at)
    if size:
        return page[at + 1 : at + 2 * size]
    return page[at + 2 : at + 2 + 2 * u8(page, at + 1)]


def _pieces(table: bytes) -> list[_Piece]:
    """Return the pieces of the text in their order ([MS-DOC] 2.9.38)."""
    at = 0
    shared: list[bytes] = []
    while u8(table, at) == _MODIFIERS:
        size = u16(table, at + 1)
        shared.append(table[at + 3 : at + 3 + size])
        at += 3 + size
    if u8(table, at) != _PIECES:
        return []
    positions, items = plc(table[at + 5 : at + 5 + u32(table, at + 1)], 8)
    pieces: list[_Piece] = []
    following = 0
    for start, end, item in zip(positions, positions[1:], items, strict=False):
        if start != following or end <= start:
            continue
        following = end
        stated = i32(item, 2)
        compressed = bool(stated & _COMPRESSED)
        offset = stated & ~_COMPRESSED & 0x3FFF_FFFF
        modifiers = _piece_modifiers(u16(item, 6), shared)
        size = 1 if compressed else 2
        pieces.append(_Piece(start, end, offset // 2 if compressed else offset, size, modifiers))
    return pieces


def _piece_modifiers(stated: int, shared: list[bytes]) -> bytes:
    if stated & 1:
        number = stated >> 1
        return shared[number] if number < len(shared) else b""
    code = _SHORT_MODIFIERS.get(stated >> 1 & 0x7F)
    return b"" if code is None or not stated else struct.pack("<HB", code, stated >> 8)


def _decoded(piece: _Piece, data: bytes) -> str:
    count = piece.end - piece.start
    found = data[piece.offset : piece.offset + count * piece.size]
    if piece.size == 1:
        return found.decode("cp1252", "replace")
    # One character for each position, halves of a pair too; the pairs are joined later.
    whole = len(found) // 2
    return "".join(map(chr, struct.unpack(f"<{whole}H", found[: 2 * whole])))
