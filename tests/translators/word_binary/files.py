"""Binary Word documents made by hand: a compound file, a head, pieces of text, properties."""

import struct
from collections.abc import Mapping, Sequence

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST = 4096
"""Smaller streams would have to stand in a stream of their own ([MS-CFB] 2.2)."""


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file of these streams in its root."""
    padded = {name: data.ljust(_LEAST, b"\0") for name, data in streams.items()}
    directories = (len(padded) + 1 + 3) // 4
    sectors = directories + sum(-(-len(data) // _SECTOR) for data in padded.values())
    fat_sectors = 1
    while fat_sectors * 128 < sectors + fat_sectors:
        fat_sectors += 1
    if fat_sectors > 109:
        raise ValueError("too large for a file without further sectors of the table")
    fat = [_FAT] * fat_sectors
    chains = b""
    entries = [_entry("Root Entry", 5, _END, 0, child=1 if padded else _FREE)]
    fat += _chain(len(fat), directories)
    for number, (name, data) in enumerate(padded.items(), 1):
        start = len(fat)
        data = data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\0")
        fat += _chain(start, len(data) // _SECTOR)
        following = number + 1 if number < len(padded) else _FREE
        entries.append(_entry(name, 2, start, len(padded[name]), right=following))
        chains += data
    entries += [_entry("", 0, 0, 0)] * (directories * 4 - len(entries))
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(fat_sectors * _SECTOR, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, fat_sectors, fat_sectors, 0, _LEAST, _END, 0, _END, 0),
        0,
    )
    places = list(range(fat_sectors)) + [_FREE] * (109 - fat_sectors)
    header = header[:76] + struct.pack("<109I", *places)
    return header + table + b"".join(entries) + chains


def _chain(start: int, length: int) -> list[int]:
    return [*range(start + 1, start + length), _END]


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE
) -> bytes:
    encoded = name.encode("utf-16-le")
    length = len(encoded) + 2 if name else 0
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBBIII", length, kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def modifier(code: int, operand: int, size: int = 1) -> bytes:
    """Return one property modifier."""
    return struct.pack("<H", code) + operand.to_bytes(size, "little")


def document(
    pieces: Sequence[str | bytes],
    paragraphs: Sequence[tuple[int, bytes]] = (),
    runs: Sequence[tuple[int, bytes]] = (),
    *,
    flags: int = 0x0200,
    version: int = 0xC1,
    identifier: int = 0xA5EC,
    data: bytes = b"",
    tables: Mapping[int, bytes] | None = None,
    streams: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a document whose text is made of pieces, those of bytes with one byte a character.

    `paragraphs` and `runs` give the modifiers of each stretch with its length in bytes of the
    text; `tables` further tables of the head by their numbers.
    """
    text = b"".join(
        each if isinstance(each, bytes) else each.encode("utf-16-le") for each in pieces
    )
    start = 0x400
    text_end = start + len(text)
    stream = bytearray(start) + text
    stream += bytes(-len(stream) % 512)
    table = bytearray(8)
    places: dict[int, tuple[int, int]] = {}
    for number, stretches, item in ((12, runs, _run_page), (13, paragraphs, _paragraph_page)):
        if stretches:
            page = len(stream) // 512
            stream += item(start, stretches)
            plc = struct.pack("<III", start, text_end, page)
            places[number] = (len(table), len(plc))
            table += plc
    clx = _clx(pieces, start)
    places[33] = (len(table), len(clx))
    table += clx
    for number, content in (tables or {}).items():
        places[number] = (len(table), len(content))
        table += content
    count = sum(len(each) for each in pieces)
    struct.pack_into("<HH", stream, 0, identifier, version)
    struct.pack_into("<H", stream, 10, flags)
    struct.pack_into("<I", stream, 0x4C, count)
    for number, (place, length) in places.items():
        struct.pack_into("<II", stream, 0x9A + 8 * number, place, length)
    made = {"WordDocument": bytes(stream), "1Table": bytes(table), "Data": data}
    return compound({**made, **(streams or {})})


def _clx(pieces: Sequence[str | bytes], start: int) -> bytes:
    positions, entries = [0], b""
    for each in pieces:
        compressed = isinstance(each, bytes)
        place = start * 2 | 0x40000000 if compressed else start
        entries += struct.pack("<HIH", 0, place, 0)
        positions.append(positions[-1] + len(each))
        start += len(each) if compressed else 2 * len(each)
    plc = struct.pack(f"<{len(positions)}I", *positions) + entries
    return b"\2" + struct.pack("<I", len(plc)) + plc


def _run_page(start: int, stretches: Sequence[tuple[int, bytes]]) -> bytes:
    return _page(start, stretches, 1, lambda modifiers: bytes([len(modifiers)]) + modifiers)


def _paragraph_page(start: int, stretches: Sequence[tuple[int, bytes]]) -> bytes:
    def item(modifiers: bytes) -> bytes:
        content = b"\0\0" + modifiers
        if len(content) % 2:
            return bytes([(len(content) + 1) // 2]) + content
        return bytes([0, len(content) // 2]) + content

    return _page(start, stretches, 13, item)


def _page(start: int, stretches, size: int, item) -> bytes:
    page = bytearray(512)
    page[511] = len(stretches)
    places = [start]
    for length, _ in stretches:
        places.append(places[-1] + length)
    struct.pack_into(f"<{len(places)}I", page, 0, *places)
    end = 510
    for number, (_, modifiers) in enumerate(stretches):
        content = item(modifiers)
        end = (end - len(content)) // 2 * 2
        page[end : end + len(content)] = content
        page[4 * len(places) + size * number] = end // 2
    return bytes(page)
