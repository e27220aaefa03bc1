"""The tags of a page, separated from its texts, scripts and comments as the parser does.

It follows the tokenizer of the HTML standard (section 13.2.5), as libxml2 does from 2.14 on,
except for the content of a void `<script/>`, which libxml2 reads as markup. Only the attributes are counted.
"""

import re
from collections.abc import Iterator

from lxml import etree

from govreport.expressions import expression

_EXACT_SINCE = (2, 14)

# Possessive, so that no character is examined twice.
_BEGIN = expression(rb"<(?:!--(?:-?>)?|[!?/]|(?=[A-Za-z]))")
_SIGN_END = expression(b">")
_COMMENT_END = expression(rb"--!?>")
_NAME = expression(rb"[^\t\n\f\r />]++")
_ATTRIBUTE = expression(
    rb"[\t\n\f\r /]*+(?:=[^\t\n\f\r />=]*+|[^\t\n\f\r />=]++)"
    rb"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?+)?+"
)
_TAG_END = expression(rb"[\t\n\f\r /]*+>?")
_SCRIPT_SIGN = expression(rb"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
_TEXT_ENDS = {
    name: expression(rb"</" + name + rb"(?=[\t\n\f\r />])", re.IGNORECASE)
    for name in (b"style", b"xmp", b"iframe", b"noembed", b"noframes", b"textarea", b"title")
}
"""The ends of elements that hold no elements."""


def attribute_counts(page: bytes) -> Iterator[int] | None:
    """Yield how many attributes each tag of a page has, counting repeated ones.

    None if the installed parser finds tags in a way of its own.
    """
    return _counts(page) if etree.LIBXML_VERSION >= _EXACT_SINCE else None


def _counts(page: bytes) -> Iterator[int]:
    position = 0
    while begin := _BEGIN.search(page, position):
        opening = begin[0]
        name = _NAME.match(page, begin.end()) if opening in {b"<", b"</"} else None
        if name is None or not name[0][:1].isalpha():
            position = _behind_sign(page, begin)
            continue
        count, position = 0, name.end()
        while attribute := _ATTRIBUTE.match(page, position):
            count, position = count + 1, attribute.end()
        yield count
        end = _TAG_END.match(page, position)
        position = position if end is None else end.end()
        if opening == b"<" and page[position - 2 : position] != b"/>":
            position = _behind_text(page, position, name[0].lower())


def _behind_sign(page: bytes, begin: re.Match[bytes]) -> int:
    """Return the end of a comment, or of another sign that is no tag."""
    if not begin[0].startswith(b"<!--"):
        return _behind(_SIGN_END, page, begin.end())
    return _behind(_COMMENT_END, page, begin.end()) if begin[0] == b"<!--" else begin.end()


def _behind_text(page: bytes, position: int, name: bytes) -> int:
    """Return the end of the text that an element of that name holds instead of elements."""
    if name == b"plaintext":
        return len(page)
    if name == b"script":
        return _behind_script(page, position)
    if name not in _TEXT_ENDS:
        return position
    end = _TEXT_ENDS[name].search(page, position)
    return len(page) if end is None else end.start()


def _behind_script(page: bytes, position: int) -> int:
    """Return where a script ends; a script within a comment within it may hold an end tag."""
    commented = doubled = False
    while sign := _SCRIPT_SIGN.search(page, position):
        position = sign.end()
        if sign[0] == b"-->":
            commented = doubled = False
        elif sign[0] == b"<!--":
            position -= 2  # its dashes may be those of "-->"
            commented = True
        elif not sign[1]:
            doubled = doubled or commented
        elif doubled:
            doubled = False
        else:
            return sign.start()
    return len(page)


def _behind(pattern: re.Pattern[bytes], page: bytes, position: int) -> int:
    found = pattern.search(page, position)
    return len(page) if found is None else found.end()
