"""Pinyin in brackets after the character that it reads, as script-converting mirrors insert it."""

from collections.abc import Sequence

from govreport.chinese.script import is_traditional, simplified_by_character
from govreport.expressions import expression

# 鎮(zhèn), 鎮(zhen), 府(fu)(fu). Without a tone mark it must be a whole syllable of two letters or
# more, so that (GDP), (app) and (一) stay.
_TONED = "(?=[^()（）]{0,8}[à-üā-ǜ])[a-zà-üā-ǜɡ]{1,6}"
_SYLLABLE = (
    "(?=[a-z]{2})(?:[zcs]h|[b-df-hj-np-tw-z])?"
    "(?:[iu]?a(?:i|o|ng?)?|i?ao|ua(?:i|ng?)|u?ei|[eo]u?|en?g?|er|i?ong|i(?:e|u|ng?)?|u(?:o|i|e|n)?|ve?)"
)
_GLOSS = expression(f"(?<=[\u3400-\u9fff])(?:[(（](?:{_TONED}|{_SYLLABLE})[)）])+")
# The same gloss when a byte before its bracket was lost; the bracket's first half became `?`.
_CUT_GLOSS = expression(r"\?[a-zà-üā-ǜɡ]{1,6}[)）]")
_LETTER = expression("[a-zà-üā-ǜɡ]")


def without_glosses(text: str) -> str:
    """Return `text` without pinyin glosses."""
    if not _may_hold_gloss(text):
        return text
    return _CUT_GLOSS.sub("", _GLOSS.sub("", text))


def _may_hold_gloss(text: str) -> bool:
    """Whether a text holds a bracket and a letter of a gloss, as few do."""
    if "(" in text or "（" in text or ")" in text or "）" in text:
        return _LETTER.search(text) is not None
    return False


def _places_without_glosses(text: str) -> Sequence[int]:
    """Return where each character outside glosses stands, and the end of the text."""
    gone: set[int] = set()
    for pattern in (_GLOSS, _CUT_GLOSS):
        for match in pattern.finditer(text):
            gone.update(range(match.start(), match.end()))
    places = range(len(text) + 1)
    return [place for place in places if place not in gone] if gone else places


def aligned(text: str) -> tuple[str, Sequence[int]]:
    """Return `text` without glosses and in simplified script, with where each character stood.

    One position more than there are characters: the last is the end of `text`.
    """
    places = _places_without_glosses(text) if _may_hold_gloss(text) else range(len(text) + 1)
    plain = text if len(places) > len(text) else "".join(text[at] for at in places[:-1])
    if not plain.isascii() and is_traditional(plain):
        plain = simplified_by_character(plain)
    return plain, places
