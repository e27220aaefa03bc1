"""Pinyin in brackets behind the character that it reads, as script-converting mirrors insert it."""

import re
from collections.abc import Sequence

from govreport.chinese.script import is_traditional, simplified_character

# 鎮(zhèn). A tone mark is required, so that (GDP) and (一) stay.
_GLOSS = re.compile("(?<=[\u3400-\u9fff])[(（](?=[^()（）]{0,8}[à-üā-ǜ])[a-zà-üā-ǜɡ]{1,6}[)）]")
# The same gloss when a byte before its bracket was lost; the bracket's first half became `?`.
_CUT_GLOSS = re.compile(r"\?[a-zà-üā-ǜɡ]{1,6}[)）]")


def without_glosses(text: str) -> str:
    """Return `text` without pinyin glosses."""
    if "(" not in text and "（" not in text and ")" not in text and "）" not in text:
        return text
    return _CUT_GLOSS.sub("", _GLOSS.sub("", text))


def aligned(text: str) -> tuple[str, Sequence[int]]:
    """Return `text` without glosses and in simplified script, with where each character stood.

    One position more than there are characters: the last is the end of `text`.
    """
    if "(" not in text and "（" not in text and ")" not in text and "）" not in text:
        kept: Sequence[int] = range(len(text))
    else:
        gone: set[int] = set()
        for pattern in (_GLOSS, _CUT_GLOSS):
            for match in pattern.finditer(text):
                gone.update(range(match.start(), match.end()))
        kept = (
            [place for place in range(len(text)) if place not in gone]
            if gone
            else range(len(text))
        )
    plain = text if len(kept) == len(text) else "".join(text[place] for place in kept)
    if not plain.isascii() and is_traditional(plain):
        plain = "".join(map(simplified_character, plain))
    return plain, [*kept, len(text)]
