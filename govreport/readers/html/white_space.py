r"""White space of a page's texts, collapsed or kept as its styles say (CSS Text 3, section 4.1).

Texts are joined first and their white space is collapsed when the paragraph ends, because a run
of it may span several elements. Until then a NUL, which no tree can hold, and a letter stand
for a forced break (`b`) and for white space that is preserved.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from govreport.expressions import expression
from govreport.model.text import FORBIDDEN_CHARACTER

BREAK = "\0b"
_PRESERVED = str.maketrans({" ": "\0s", "\t": "\0t", "\n": "\0n", "\r": "\0n"})
_RUN = expression(r"[ \t\n\r]+")
_SPACE_LIKE = expression(r"[\t\n\r]|  ")

COLLAPSED = ""
PRESERVED = "pre"
LINES_PRESERVED = "pre-line"
_WHITE_SPACE = {
    "pre": PRESERVED,
    "pre-wrap": PRESERVED,
    "break-spaces": PRESERVED,
    "preserve": PRESERVED,
    "pre-line": LINES_PRESERVED,
    "preserve-breaks": LINES_PRESERVED,
    "normal": COLLAPSED,
    "nowrap": COLLAPSED,
}


def white_space(value: str | None, inherited: str) -> str:
    """Return how white space is treated where the property has that value."""
    return inherited if value is None else _WHITE_SPACE.get(value, inherited)


def marked_white_space(text: str, treated: str) -> str:
    """Return a text of the tree in which the white space that is to stay is marked."""
    if treated == PRESERVED:
        return text.translate(_PRESERVED)
    return text.replace("\n", BREAK) if treated == LINES_PRESERVED else text


def collapsed(text: str) -> str:
    """Return joined texts with their white space collapsed, not trimmed.

    A run that holds a line break between wide characters is the source's formatting and is
    removed; any other becomes one space.
    """
    if text.isprintable() and "  " not in text:
        return text
    return _RUN.sub(_joint, text) if _SPACE_LIKE.search(text) else text


def _joint(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    if "\n" not in match[0] or start == 0 or end == len(text):
        return " "
    return "" if _is_wide(text[start - 1]) and _is_wide(text[end]) else " "


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" or character in "“”‘’…—·"


def paragraphs(pieces: list[str], exact: bool) -> list[str]:
    """Return the texts of a paragraph, divided at breaks without text between them.

    `exact` keeps those breaks, because a page of our own means them.
    """
    text = "".join(pieces) if len(pieces) > 1 else pieces[0]
    if "\0" not in text:
        text = collapsed(text.strip())
        return [text] if text else []
    lines = [_preserved(collapsed(line).strip(" ")) for line in text.split(BREAK)]
    if exact:
        text = "\n".join(lines).strip()
        return [text] if text else []
    return list(_divided(lines))


def _divided(lines: list[str]) -> Iterator[str]:
    """Yield the texts between blank lines."""
    for blank, text in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            yield "\n".join(text).strip()


def _preserved(line: str) -> str:
    if "\0" not in line:
        return line
    return line.replace("\0s", " ").replace("\0t", "\t").replace("\0n", "\n")


def without_forbidden(text: str) -> str:
    """Return a text without the characters that no format can carry."""
    return text if text.isprintable() else FORBIDDEN_CHARACTER.sub("", text)
