"""Restores Chinese texts whose bytes were decoded as Latin-1 or Windows-1252 before.

Every byte is still there as one character, so the text can be decoded again. That is done to a
whole text or not at all; `normalise` repairs single passages.
"""

import re

from govreport.expressions import expression
from govreport.model.diagnostics import Diagnostic, diagnostic

UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
"""The bytes that Windows-1252 gives no character."""

_BYTES = {
    **{chr(byte): byte for byte in range(0x80, 0x100)},
    **{
        bytes((byte,)).decode("cp1252"): byte
        for byte in range(0x80, 0xA0)
        if byte not in UNDEFINED
    },
}
"""The bytes that Windows-1252 and Latin-1 show as these characters."""

_TO_LATIN = {
    ord(character): chr(byte) for character, byte in _BYTES.items() if ord(character) > 0xFF
}
_NO_BYTES = expression("([^\0-\xff]+)")
_SAMPLE = 4_096
_FEWEST = 16
"""The fewest characters beyond ASCII in a usable sample, and different ideographs restored."""

_WESTERN_SHARE = 0.8
_LOST_SHARE = 0.02
_FREQUENT_SHARE = 0.9
_QUOTED = 40
_MOST_TIMES = 3
_REFERENCE = expression(r"&(?:#[0-9]{3,4}|#x[0-9a-fA-F]{2,4}|[A-Za-z]{2,8}[0-9]{0,2});")
_IDEOGRAPH = "[\u3400-\u9fff]"  # compiled when needed, for that takes a millisecond


def restored(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a text as it was before it was decoded wrongly, with a diagnostic; others unchanged.

    As it is, the text must be Western almost throughout, and if its bytes are read as UTF-8 or
    GB 18030, Chinese in frequent characters. It may have been decoded wrongly several times.
    """
    if text.isascii() or not (_is_western(text[:_SAMPLE]) and _is_western(text)):
        return text, ()
    wrong = text
    for _ in range(_MOST_TIMES):
        latin = wrong.translate(_TO_LATIN)
        unicode, chinese = (_decoded_anew(latin, encoding) for encoding in ("utf-8", "gbk"))
        if _is_chinese(unicode):
            return unicode, (_told(text, "utf-8"),)
        if _is_chinese(chinese):
            return chinese, (_told(text, "gbk"),)
        if unicode.count("\ufffd") > wrong.count("\ufffd") or not _is_western(unicode):
            break
        wrong = unicode
    return text, ()


def _told(text: str, encoding: str) -> Diagnostic:
    message = f"the text had been decoded as Latin-1; it was decoded again as {encoding}"
    quoted = next(line for line in text.split("\n") if not line.isascii()).strip()
    return diagnostic("wrongly-decoded", "", quoted[:_QUOTED], message)


def _decoded_anew(latin: str, encoding: str) -> str:
    parts = _NO_BYTES.split(latin)
    for place in range(0, len(parts), 2):
        parts[place] = parts[place].encode("latin-1").decode(encoding, "replace")
    return "".join(parts)


def restored_references(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a page as `restored`, whose wrong characters are references, as `&#230;` or `&aelig;`."""
    if not text.isascii() or text.count("&") < _FEWEST:
        return text, ()
    found, told = restored(_REFERENCE.sub(_character, text))
    return (found, told) if told else (text, ())


def _character(reference: re.Match[str]) -> str:
    """Return the character of a reference if Windows-1252 or Latin-1 has it, else the reference."""
    from html import unescape  # few pages are so damaged

    character = unescape(reference[0])
    return character if character in _BYTES else reference[0]


def _is_western(text: str) -> bool:
    """Whether the text beyond ASCII is almost all Western; too little of it may be anything."""
    plain = len(text.encode("ascii", "ignore"))
    beyond = len(text) - plain
    # Encoding is many times faster than looking at each character.
    western = max(len(text.encode(name, "ignore")) for name in ("latin-1", "cp1252")) - plain
    return beyond < _FEWEST or western >= beyond * _WESTERN_SHARE


def _is_chinese(text: str) -> bool:
    ideographs = re.findall(_IDEOGRAPH, text)
    if len(set(ideographs)) < _FEWEST or text.count("\ufffd") > len(ideographs) * _LOST_SHARE:
        return False
    frequent = sum(map(_is_frequent, ideographs))
    return frequent >= len(ideographs) * _FREQUENT_SHARE


def _is_frequent(ideograph: str) -> bool:
    """Whether an ideograph stands in the first level of GB 2312."""
    encoded = ideograph.encode("gb18030")
    return len(encoded) == 2 and 0xB0 <= encoded[0] <= 0xD7 and encoded[1] >= 0xA1
