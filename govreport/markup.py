"""Estimate what markup costs from its bytes, before a parser builds a tree of it."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from govreport.errors import UnreadableSourceError
from govreport.expressions import expression
from govreport.limits import Limits

# A tag with its quoted values, which may hold ">"; possessive, so that no quote is tried twice.
_TAG = expression(rb"""<[A-Za-z_:\x80-\xff][^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+""")
CONTROLS = bytes(each for each in range(0x20) if each not in b"\t\n\r")
"""The control characters that XML 1.0 forbids."""

_SIGNS = b"""<=>"'"""
_OTHER_SIGNS = b"&#" + CONTROLS
_TEXT = bytes(each for each in range(0x100) if each not in _SIGNS + _OTHER_SIGNS)
_FEWEST_BYTES = 3
"""No attribute takes fewer bytes, the white space before it included."""
_ATTRIBUTE = expression(rb"""[\s/"'][^\s=>"'/]""")
_QUOTED = expression(rb"""=\s*+(?:"[^"]*+"|'[^']*+')""")


_SIGN = expression(rb"""<[A-Za-z_:\x80-\xff]|[>"'=]|[\s/]+""")
_CLOSED_WITHIN = expression(rb"""=\s*+(?="[^"]*>|'[^']*>)""")
"""The beginning of a quoted value with a ">" in it."""
_MOST_COMPARISONS = 200_000_000
"""A parser goes over all earlier attributes of an element for each: a second or so."""

_DECLARED = expression(rb"""\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([^"']*)""")
_ENCODING = expression(
    r"utf-?(8|16|32)([lb]e)?|us-ascii|iso-8859-\d+|windows-\d+|gb(k|2312|18030)|big5",
    re.IGNORECASE,
)
"""Encodings in which the signs of markup are their ASCII bytes, but for zero bytes around them."""


def signs_of(data: bytes) -> bytes:
    """Return what markup holds of angles, quotes, signs of equality, "&", "#" and controls."""
    return data.translate(None, _TEXT)


CountAttributes = Callable[[bytes], Iterable[int] | None]
"""Tells how many attributes each tag has, None if that is not known exactly."""


def check_markup(
    data: bytes,
    where: str,
    limits: Limits,
    page_signs: bytes | None = None,
    count_attributes: CountAttributes | None = None,
) -> None:
    """Raise `LimitExceededError` where markup opens more elements than `limits` allow.

    Raises `UnreadableSourceError` for XML in an encoding in which that cannot be counted.

    The same for an element with more attributes: the parsers compare each attribute with all
    before it, and a tree takes many times the bytes of its tags. Both counts are at least the
    true ones. `page_signs` are the signs of a web page, None for XML. `count_attributes` is asked
    where the attributes seem too many: quotes in texts and scripts may make them seem so.
    """
    xml = page_signs is None
    if b"\0" in data[:4]:
        data = data.replace(b"\0", b"")  # UTF-16
    if xml:
        _check_encoding(data, where)
    opened = (data if page_signs is None else page_signs).count(b"<")
    # The parts of a Word file count together, a page alone.
    if xml or opened > limits.elements:
        opened -= data.count(b"</")
    limits.take_elements(opened, where)
    attributes = _Attributes(data, where, limits, count_attributes)
    _check_hidden_tags(data, page_signs, attributes)
    longest = _FEWEST_BYTES * limits.attributes
    if _may_hold_long_tags(data, page_signs, longest):
        tags = [tag for tag in _TAG.findall(data) if len(tag) > longest]
        attributes.check([len(_ATTRIBUTE.findall(_QUOTED.sub(b"", tag))) for tag in tags])


def _may_hold_long_tags(data: bytes, page_signs: bytes | None, longest: int) -> bool:
    """Whether a tag may be longer than that; False is sure, and cheaply so.

    Where no value holds "<", a long tag is a long way between two of them.
    """
    if _may_stand_apart(data, longest, b"<"):
        return page_signs is not None or re.search(b"<[^<]{%d}" % longest, data) is not None
    return page_signs is not None and not _values_hold_no_angles(page_signs)


class _Attributes(NamedTuple):
    """What has to be known of a source to refuse it for its attributes."""

    data: bytes
    where: str
    limits: Limits
    told: CountAttributes | None

    def check(self, seeming: list[int]) -> None:
        """Raise `LimitExceededError` where a tag has too many, `seeming` at most so many."""
        most = max(seeming, default=0)
        if most > self.limits.attributes and self.told is not None:
            exact = self.told(self.data)
            most = most if exact is None else max(exact, default=0)
        self.limits.check("attributes", most, f"{self.where}: attributes of one element")


def _check_hidden_tags(data: bytes, signs: bytes | None, attributes: _Attributes) -> None:
    """Raise `LimitExceededError` where tags that only a parser tells from comments cost too much.

    A quote in a comment, or in a value without quotes, makes any search for tags by their quotes
    go wrong; here every place that a tag could begin at is taken for one.
    """
    fewest = 2 * (2 * _MOST_COMPARISONS // (len(data) + 1) + 1)
    apart = _may_stand_apart(data, fewest, b">")
    if _no_value_holds_an_end(signs_of(data) if signs is None else signs):
        # Then a tag reaches from its "<" to the next ">", and the text before it is none of it.
        if not apart or _comparisons(data) < _MOST_COMPARISONS:
            return
    else:
        longest = max(map(len, data.split(b">"))) // 2
        if longest * len(data) // 2 < _MOST_COMPARISONS // (
            len(_CLOSED_WITHIN.findall(data)) + 1
        ):
            return
    counts = _possible_attributes(data)
    if sum(count * count for count in counts) > _MOST_COMPARISONS:
        attributes.check(counts)


def _comparisons(data: bytes) -> int:
    """Return how many comparisons attributes cost at most where no value in a tag holds ">".

    The least attribute is a letter with white space before it.
    """
    pieces = (piece for piece in data.split(b">") if b"<" in piece)
    return sum(((len(piece) - piece.find(b"<")) // 2) ** 2 for piece in pieces)


def _possible_attributes(data: bytes) -> list[int]:
    """Return for each ">" how many attributes a tag that ends there has at most.

    The states are those of the HTML standard, section 13.2.5.32 to 13.2.5.39; each holds the
    attributes so far of the longest tag that could be in it, -1 where none can.
    """
    counts: list[int] = []
    names = value = bare = double = single = -1
    end = 0
    for match in _SIGN.finditer(data):
        if value >= 0 and match.start() > end:
            bare, value = max(bare, value), -1
        adjacent, end, sign = match.start() == end, match.end(), match[0]
        if sign == b">":
            counts.append(max(names, value, bare, 0))
            names = value = bare = -1
        elif sign == b'"':
            names, double, value = max(names, _one_more(double)), value, -1
        elif sign == b"'":
            names, single, value = max(names, _one_more(single)), value, -1
        elif sign == b"=":
            bare, value = max(bare, value), names
            names = names if adjacent else -1
        elif sign[:1] == b"<":
            names, bare, value = max(names, 0), max(bare, value), -1
        else:
            names = max(_one_more(names), _one_more(bare))
    counts.append(max(names, value, bare, double, single, 0))
    return counts


def _one_more(count: int) -> int:
    return count + 1 if count >= 0 else -1


def _values_hold_no_angles(signs: bytes) -> bool:
    """Whether it is sure, and cheaply so, that no quoted value in a tag holds "<" or ">".

    Of the quotes alone, those that open and close such a value stand side by side.
    """
    signs = signs.translate(None, b"=" + _OTHER_SIGNS).replace(b'""', b"").replace(b"''", b"")
    return b'"' not in signs and b"'" not in signs


def _no_value_holds_an_end(signs: bytes) -> bool:
    """Whether it is sure, and cheaply so, that `_CLOSED_WITHIN` is nowhere."""
    signs = signs.translate(None, b"<" + _OTHER_SIGNS).replace(b'=""', b"").replace(b"=''", b"")
    return b'="' not in signs and b"='" not in signs


def _may_stand_apart(data: bytes, length: int, sign: bytes) -> bool:
    """Whether two of a sign may stand so many bytes apart; False is sure, and cheaply so."""
    # So long a stretch covers one of these pieces.
    step = max(1, length // 2)
    return any(
        data.find(sign, start, start + step) < 0 for start in range(0, len(data) - step + 1, step)
    )


def _check_encoding(data: bytes, where: str) -> None:
    declared = _DECLARED.match(data.lstrip(b"\xef\xbb\xbf\xff\xfe"))
    encoding = declared[1].decode("ascii", "replace") if declared else "utf-8"
    if not _ENCODING.fullmatch(encoding):
        raise UnreadableSourceError(
            f"{where}: declares the encoding {encoding!a}; a part of a Word file is in UTF-8 or"
            " UTF-16 (ECMA-376-2, section 8.2.5): open and save it in a word processor"
        )
