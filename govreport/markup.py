"""What markup costs is told from its bytes, before a parser builds a tree of it."""

import re

from govreport.limits import Limits

# A tag with its quoted values, which may hold ">"; possessive, so that no quote is tried twice.
_TAG = re.compile(rb"""<[A-Za-z_:\x80-\xff][^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+""")
_FEWEST_BYTES = 3
"""No attribute takes fewer bytes, the white space before it included."""
_ATTRIBUTE = re.compile(rb"""[\s/"'][^\s=>"'/]""")
_QUOTED = re.compile(rb"""=\s*+(?:"[^"]*+"|'[^']*+')""")


def check_markup(data: bytes, where: str, limits: Limits, *, xml: bool) -> None:
    """Raise `LimitExceededError` where markup opens more elements than `limits` allow.

    The same for an element with more attributes: the parsers compare each attribute with all
    before it, and a tree takes many times the bytes of its tags. Both counts are at least the
    true ones.
    """
    if b"\0" in data[:4]:
        data = data.replace(b"\0", b"")  # UTF-16
    limits.take_elements(data.count(b"<") - data.count(b"</"), where)
    longest = _FEWEST_BYTES * limits.attributes
    # A value in XML holds no "<", so that a long tag is a long way between two of them.
    if xml and re.search(b"<[^<]{%d}" % longest, data) is None:
        return
    for tag in _TAG.findall(data):
        if len(tag) > longest:
            count = len(_ATTRIBUTE.findall(_QUOTED.sub(b"", tag)))
            limits.check("attributes", count, f"{where}: attributes of one element")
