"""Numbers and plain tables of a binary Word document, read without trust in their offsets."""

import struct
from collections.abc import Iterator


def u8(data: bytes, at: int) -> int:
    """Return an unsigned byte, 0 beyond the end."""
    return data[at] if 0 <= at < len(data) else 0


def u16(data: bytes, at: int) -> int:
    """Return an unsigned number of two bytes, 0 beyond the end."""
    return int.from_bytes(data[at : at + 2], "little") if 0 <= at <= len(data) - 2 else 0


def i16(data: bytes, at: int) -> int:
    """Return a signed number of two bytes, 0 beyond the end."""
    number = u16(data, at)
    return number - 0x10000 if number & 0x8000 else number


def u32(data: bytes, at: int) -> int:
    """Return an unsigned number of four bytes, 0 beyond the end."""
    return int.from_bytes(data[at : at + 4], "little") if 0 <= at <= len(data) - 4 else 0


def i32(data: bytes, at: int) -> int:
    """Return a signed number of four bytes, 0 beyond the end."""
    number = u32(data, at)
    return number - 0x1_0000_0000 if number & 0x8000_0000 else number


def plc(data: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """Return the positions of a PLC and the items between them ([MS-DOC] 2.2.2)."""
    count = (len(data) - 4) // (4 + size) if len(data) >= 4 else 0
    if count < 0 or len(data) < 4:
        return [], []
    positions = list(struct.unpack_from(f"<{count + 1}i", data, 0))
    start = 4 * (count + 1)
    return positions, [data[start + size * n : start + size * (n + 1)] for n in range(count)]


def modifiers(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the property modifiers of a list of them, each with its operand ([MS-DOC] 2.2.5)."""
    at = 0
    while at + 2 < len(data):
        code = u16(data, at)
        at += 2
        kind = code >> 13
        if code in _LONG_LENGTH:
            size = u16(data, at) + 1
        elif kind == _VARIABLE:
            size = 1 + (_tab_changes(data, at) if code == _TABS else u8(data, at))
        else:
            size = _SIZES[kind]
        yield code, data[at : at + size]
        at += size


_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_VARIABLE = 6
_LONG_LENGTH = {0xD608, 0xD606}
"""sprmTDefTable and its older form state their length in two bytes, one too many."""
_TABS = 0xC615


def _tab_changes(data: bytes, at: int) -> int:
    """Return the length of sprmPChgTabs, which 255 leaves to its own counts."""
    stated = u8(data, at)
    if stated != 0xFF:
        return stated
    deleted = u8(data, at + 1)
    added = u8(data, at + 2 + 4 * deleted)
    return 2 + 4 * deleted + 3 * added
