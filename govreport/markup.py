"""What markup costs is told from its bytes, before a parser builds a tree of it."""

import re

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits

# A tag with its quoted values, which may hold ">"; possessive, so that no quote is tried twice.
_TAG = re.compile(rb"""<[A-Za-z_:\x80-\xff][^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+""")
_ANGLES_AND_QUOTES = b"""<>"'"""
_OTHER_BYTES = bytes(each for each in range(0x100) if each not in _ANGLES_AND_QUOTES)
_FEWEST_BYTES = 3
"""No attribute takes fewer bytes, the white space before it included."""
_ATTRIBUTE = re.compile(rb"""[\s/"'][^\s=>"'/]""")
_QUOTED = re.compile(rb"""=\s*+(?:"[^"]*+"|'[^']*+')""")


_DECLARED = re.compile(rb"""\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([^"']*)""")
_ENCODING = re.compile(
    r"utf-?(8|16|32)([lb]e)?|us-ascii|iso-8859-\d+|windows-\d+|gb(k|2312|18030)|big5",
    re.IGNORECASE,
)
"""Encodings in which the signs of markup are their ASCII bytes, but for zero bytes around them."""


def check_markup(data: bytes, where: str, limits: Limits, *, xml: bool) -> None:
    """Raise `LimitExceededError` where markup opens more elements than `limits` allow.

    Raises `UnreadableSourceError` for XML in an encoding in which that cannot be counted.

    The same for an element with more attributes: the parsers compare each attribute with all
    before it, and a tree takes many times the bytes of its tags. Both counts are at least the
    true ones.
    """
    if b"\0" in data[:4]:
        data = data.replace(b"\0", b"")  # UTF-16
    if xml:
        _check_encoding(data, where)
    opened = data.count(b"<")
    # The parts of a Word file count together, a page alone.
    if xml or opened > limits.elements:
        opened -= data.count(b"</")
    limits.take_elements(opened, where)
    longest = _FEWEST_BYTES * limits.attributes
    # Where no value holds "<", a long tag is a long way between two of them.
    if not _may_stand_apart(data, longest) and (xml or _values_hold_no_angles(data)):
        return
    if xml and not re.search(b"<[^<]{%d}" % longest, data):
        return
    for tag in _TAG.findall(data):
        if len(tag) > longest:
            count = len(_ATTRIBUTE.findall(_QUOTED.sub(b"", tag)))
            limits.check("attributes", count, f"{where}: attributes of one element")


def _values_hold_no_angles(data: bytes) -> bool:
    """Whether it is sure, and cheaply so, that no quoted value in a tag holds "<" or ">".

    Of the quotes alone, those that open and close such a value stand side by side.
    """
    signs = data.translate(None, _OTHER_BYTES).replace(b'""', b"").replace(b"''", b"")
    return b'"' not in signs and b"'" not in signs


def _may_stand_apart(data: bytes, length: int) -> bool:
    """Whether two "<" may stand so many bytes apart; False is sure, and cheaply so."""
    # So long a stretch covers one of these pieces.
    step = max(1, length // 2)
    return any(
        data.find(b"<", start, start + step) < 0 for start in range(0, len(data) - step + 1, step)
    )


def _check_encoding(data: bytes, where: str) -> None:
    declared = _DECLARED.match(data.lstrip(b"\xef\xbb\xbf\xff\xfe"))
    encoding = declared[1].decode("ascii", "replace") if declared else "utf-8"
    if not _ENCODING.fullmatch(encoding):
        raise UnreadableSourceError(
            f"{where}: declares the encoding {encoding!a}; a part of a Word file is in UTF-8 or"
            " UTF-16 (ECMA-376-2, section 8.2.5): open and save it in a word processor"
        )
