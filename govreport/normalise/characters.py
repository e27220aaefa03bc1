"""Finds the script of a character from the old character sets, without a dictionary.

GB 2312 is the set of the mainland, Big 5 with its Hong Kong supplement that of the traditional
script. A character that only one side has is evidence for that side.
"""

from functools import lru_cache

from govreport.expressions import expression_of

IDEOGRAPH = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The ideographs, as the inside of a regular expression's character class."""

WIDE_MARK = "、。，：；？！（）《》〈〉“”‘’「」『』【】〔〕…—～·"
"""Chinese punctuation, as the inside of a character class."""


def _encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1)
def _sides() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    traditional, simplified, common = set(), set(), set()
    for code in range(0x3400, 0xA000):
        character = chr(code)
        mainland = _encodable(character, "gb2312")
        if mainland:
            common.add(character)
            if not _encodable(character, "cp950"):
                simplified.add(character)
        elif _encodable(character, "big5hkscs"):
            traditional.add(character)
    return frozenset(traditional), frozenset(simplified), frozenset(common)


def traditional_characters() -> frozenset[str]:
    """Return the ideographs of Big 5 that GB 2312 lacks."""
    return _sides()[0]


def simplified_characters() -> frozenset[str]:
    """Return the ideographs of GB 2312 that Big 5 lacks."""
    return _sides()[1]


def mainland_characters() -> frozenset[str]:
    """Return the ideographs of GB 2312."""
    return _sides()[2]


def is_frequent(character: str) -> bool:
    """Whether a character is on the first level of GB 2312: the 3,755 most used ones."""
    try:
        return b"\xb0" <= character.encode("gb2312")[:1] <= b"\xd7"
    except UnicodeEncodeError:
        return False


NOT_MAINLAND = expression_of(
    lambda: f"(?![{''.join(sorted(mainland_characters()))}])[{IDEOGRAPH}]"
)
"""One ideograph that GB 2312 lacks."""
