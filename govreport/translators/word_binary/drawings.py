"""The texts that drawings themselves show, which is word art ([MS-ODRAW])."""

from govreport.translators.word_binary.binary import u16, u32

_HEAD = 8
_CONTAINER = 0xF
_SHAPE, _PROPERTIES = 0xF00A, 0xF00B
_SHAPE_CONTAINER = 0xF004
_WORD_ART, _DESCRIPTION = 0x00C0, 0x0381
_COMPLEX = 0x8000
_PROPERTY = 6
_MOST_RECORDS = 100_000


def drawn_texts(data: bytes) -> dict[int, str]:
    """Return the word art or description of each shape, by the shape's number.

    `data` is the table of drawings: one container of all shapes, and a byte before each
    container of those that a part of the document shows.
    """
    texts: dict[int, str] = {}
    shape = 0
    at = 0
    for _ in range(_MOST_RECORDS):
        if at + _HEAD > len(data):
            break
        version, kind, size = u16(data, at), u16(data, at + 2), u32(data, at + 4)
        if not 0xF000 <= kind <= 0xF200:
            at += 1  # the byte before a container
            continue
        at += _HEAD
        if version & _CONTAINER == _CONTAINER:
            shape = 0 if kind == _SHAPE_CONTAINER else shape
            continue
        if kind == _SHAPE:
            shape = u32(data, at)
        elif kind == _PROPERTIES and shape:
            text = _text(data[at : at + size], version >> 4)
            if text:
                texts[shape] = text
        at += size
    return texts


def _text(data: bytes, count: int) -> str:
    """Return what the properties of one shape say of its text."""
    behind = _PROPERTY * count
    found: dict[int, str] = {}
    for number in range(min(count, len(data) // _PROPERTY)):
        code, value = u16(data, _PROPERTY * number), u32(data, _PROPERTY * number + 2)
        if not code & _COMPLEX:
            continue
        if code & 0x3FFF in (_WORD_ART, _DESCRIPTION):
            text = data[behind : behind + value].decode("utf-16-le", "replace")
            found[code & 0x3FFF] = text.partition("\0")[0].strip()
        behind += value
    return found.get(_WORD_ART) or found.get(_DESCRIPTION, "")
