"""Traditional and simplified script: whether a text is in the one, and what it is in the other.

For comparing: phrases decide as OpenCC has them, so 甯 and 宁 are one. What a repaired text shows
is decided in `govreport.normalise.conversion`, character by character, and keeps 甯 in a name.
"""

from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from govreport.expressions import expression

NOT_IDEOGRAPHS = expression("[^\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
"""Characters that are no ideographs."""

_LONGEST_PHRASES = 200
"""Longer texts, which are no labels, are simplified a character at a time.

OpenCC looks for phrases in time that grows with the square of a text.
"""


def is_traditional(text: str) -> bool:
    """Whether `text` holds an ideograph that the simplified script's charset GB 2312 lacks."""
    # Most texts fit whole. In others it is mostly a sign such as the dash that does not.
    return not (_fits_gb2312(text) or _fits_gb2312(NOT_IDEOGRAPHS.sub("", text)))


def _fits_gb2312(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def simplified(text: str) -> str:
    """Return `text` in simplified script; text whose ideographs GB 2312 holds is returned as it is."""
    if text.isascii() or not is_traditional(text):
        return text
    if len(text) > _LONGEST_PHRASES:
        return simplified_by_character(text)
    return str(_converter().convert(text))


def simplified_by_character(text: str) -> str:
    """Return `text` with each of its characters in simplified script, whatever is around it."""
    changed = {each: simplified_character(each) for each in set(text)}
    return "".join(map(changed.__getitem__, text))


def simplified_character(character: str) -> str:
    """Return a character in simplified script, whatever is around it."""
    return converted(character) if is_traditional(character) else character


@cache  # there are no more than there are characters
def converted(character: str) -> str:
    """Return what OpenCC makes of a character, even of one that simplified text has as well."""
    return str(_converter().convert(character))


@lru_cache(maxsize=1)
def _converter() -> Any:
    # Loaded when first used: its dictionaries cost more than reading a report.
    return import_module("opencc").OpenCC("t2s")
