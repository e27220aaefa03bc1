"""Character references of HTML that were left in the text: `&nbsp;`, `&#x9547;`, `&ldquo;`.

The form proves it: a name that HTML knows, or the number of a character that text may hold, between
`&` and `;`. A text about a reference quotes it, or says what it is.
"""

import html
import re

from govreport.expressions import expression
from govreport.normalise.changes import Edit

REFERENCE = expression(
    "&(?:#(?:[0-9]{2,7}|[xX][0-9A-Fa-f]{2,6}|[0-9]{2,7}(?![0-9])|[xX][0-9A-Fa-f]{4,6}(?![0-9A-Fa-f]))"
    "|[A-Za-z][A-Za-z0-9]{1,31})[;；]"
    "|&#(?:[0-9]{4,6}(?![0-9A-Za-z;])|[xX][0-9A-Fa-f]{4,5}(?![0-9A-Za-z;]))"
    "|&(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|ensp|emsp)(?![A-Za-z0-9=;])"
)
_SPOKEN_OF = expression("实体|转义|编码|代码|字符|写作|写成|写为|替换|标签|HTML|html|XML|符号为")
_AROUND = 12
_QUOTES = "“”‘’「」『』《》`\"'"


def references(text: str, _: object) -> list[Edit]:
    """Return the edits that put the character for each reference."""
    if "&" not in text:
        return []
    found = [(match, _character(match[0])) for match in REFERENCE.finditer(text)]
    return [
        (match.start(), match.end(), character)
        for match, character in found
        if character and not _is_spoken_of(text, match)
    ]


def _character(reference: str) -> str:
    """Return the character of a reference, nothing where text cannot hold it."""
    # An earlier repair may have made its semicolon full-width.
    whole = reference.rstrip(";；") + ";"
    character = html.unescape(whole)
    if (
        character == whole
        or len(character) > 2
        or (character.endswith(";") and len(character) > 1)
    ):
        return ""
    if character.isprintable() or character in "\u00a0\u2002\u2003\u2009\u3000":
        return character
    return "\u200b" if character in "\u200b\u200c\u200d\u200e\u200f\u00ad\ufeff" else ""


def _is_spoken_of(text: str, match: re.Match[str]) -> bool:
    """Whether a reference is the subject of the text."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before and after and before in _QUOTES and after in _QUOTES:
        return True
    near = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    return _SPOKEN_OF.search(REFERENCE.sub("", near)) is not None
