"""Check boxes and drop-down lists, whose state stands in the data stream ([MS-DOC] 2.9.78)."""

from xml.sax.saxutils import quoteattr

from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.translators.word_binary.binary import u16, u32

_CHECK_BOX, _LIST = 1, 2
_UNSET = 25
_TEXTS_BEHIND = 5
"""The format, help and status texts and two macros stand before the choices of a list."""
_MOST_CHOICES = 200


def form_field(data: bytes, at: int) -> str:
    """Return the markup of the form field that the data stream holds at that place."""
    at += u16(data, at + 4)
    if u32(data, at) != 0xFFFF_FFFF:
        return ""
    bits = u16(data, at + 4)
    kind, result = bits & 3, bits >> 2 & 0x1F
    if kind not in (_CHECK_BOX, _LIST):
        return ""
    at = _behind_text(data, at + 10)
    usual = u16(data, at)
    chosen = usual if result == _UNSET else result
    if kind == _CHECK_BOX:
        return f'<w:ffData><w:checkBox><w:checked w:val="{chosen}"/></w:checkBox></w:ffData>'
    at += 2
    for _ in range(_TEXTS_BEHIND):
        at = _behind_text(data, at)
    entries = "".join(f"<w:listEntry w:val={quoteattr(each)}/>" for each in _choices(data, at))
    return f'<w:ffData><w:ddList><w:result w:val="{chosen}"/>{entries}</w:ddList></w:ffData>'


def _behind_text(data: bytes, at: int) -> int:
    """Return where a text with its length before it and a zero after it ends."""
    return at + 2 + 2 * u16(data, at) + 2


def _choices(data: bytes, at: int) -> list[str]:
    choices: list[str] = []
    count = u16(data, at + 2)
    at += 6
    for _ in range(min(count, _MOST_CHOICES)):
        length = u16(data, at)
        text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
        choices.append(FORBIDDEN_CHARACTER.sub("", text))
        at += 2 + 2 * length
    return choices
