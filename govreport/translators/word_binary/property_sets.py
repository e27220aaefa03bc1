"""The properties of a compound file's document ([MS-OLEPS]): its title, its author, its own ones.

No count that a property set states is trusted: what is read is bounded by the bytes that are there.
"""

import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_SETS = 28
"""Where the list of property sets begins, behind the head of the stream."""
_SET = 20
"""An entry of that list: the set's format and its place."""
_MOST_SETS = 2
_MOST_PROPERTIES = 1_000
_LONGEST = 1 << 16
_NAMES, _CODE_PAGE = 0, 1
"""The properties that hold the names of the others, and their code page."""
_SHORT, _TEXT, _WIDE_TEXT = 0x02, 0x1E, 0x1F
_CODE_PAGES = {936: "gb18030", 950: "big5", 65001: "utf-8", 1200: "utf-16-le"}
_WIDE = 1200
_DEFAULT_PAGE = 1252


class PropertySet(NamedTuple):
    """The properties of one set that are texts, by number, and the names that numbers have."""

    texts: Mapping[int, str]
    names: Mapping[int, str]


def property_sets(data: bytes) -> list[PropertySet]:
    """Return the property sets of a stream, what is damaged in them left out."""
    return list(_sets(data))


def _sets(data: bytes) -> Iterator[PropertySet]:
    stated = int.from_bytes(data[24:_SETS], "little")
    for entry in range(_SETS, _SETS + _SET * min(stated, _MOST_SETS), _SET):
        place = data[entry + 16 : entry + _SET]
        yield _property_set(data[int.from_bytes(place, "little") :] if place else b"")


def _property_set(data: bytes) -> PropertySet:
    stated = int.from_bytes(data[4:8], "little")
    count = max(0, min(stated, len(data) // 8 - 1, _MOST_PROPERTIES))
    places = dict(struct.iter_unpack("<II", data[8 : 8 + 8 * count]))
    page = _code_page(data, places.get(_CODE_PAGE, len(data)))
    texts = {
        number: text
        for number, place in places.items()
        if number not in (_NAMES, _CODE_PAGE) and (text := _text(data, place, page))
    }
    names = dict(_names(data, places[_NAMES], page)) if _NAMES in places else {}
    return PropertySet(texts, names)


def _code_page(data: bytes, place: int) -> int:
    value = data[place : place + 6]
    is_number = len(value) == 6 and int.from_bytes(value[:4], "little") == _SHORT
    return int.from_bytes(value[4:], "little") if is_number else _DEFAULT_PAGE


def _text(data: bytes, place: int, page: int) -> str:
    """Return a property that is a text, "" for any other and for one that is longer than any."""
    head = data[place : place + 8]
    kind = int.from_bytes(head[:4], "little")
    size = int.from_bytes(head[4:], "little")
    if size > _LONGEST or kind not in (_TEXT, _WIDE_TEXT):
        return ""
    if kind == _WIDE_TEXT:
        return _decoded(data[place + 8 : place + 8 + 2 * size], _WIDE)
    return _decoded(data[place + 8 : place + 8 + size], page)


def _names(data: bytes, place: int, page: int) -> Iterator[tuple[int, str]]:
    """Yield the numbers that the dictionary of a set names, with their names."""
    count = min(int.from_bytes(data[place : place + 4], "little"), _MOST_PROPERTIES)
    place += 4
    for _ in range(count):
        if len(data) < place + 8:
            return
        number, size = struct.unpack_from("<II", data, place)
        if size > _LONGEST:
            return
        # Names in UTF-16 are counted in characters and filled up to four bytes.
        size = -(-2 * size // 4) * 4 if page == _WIDE else size
        yield number, _decoded(data[place + 8 : place + 8 + size], page)
        place += 8 + size


def _decoded(data: bytes, page: int) -> str:
    try:
        text = data.decode(_CODE_PAGES.get(page, f"cp{page}"), "replace")
    except LookupError:
        return ""
    return text.partition("\0")[0].strip(" \r\n\t")
