"""Folds text for comparison: a label without its damage and decoration."""

import unicodedata
from functools import lru_cache

from govreport.chinese.glosses import aligned, without_glosses
from govreport.chinese.numerals import ONE_TO_TEN, counting_number
from govreport.chinese.script import NOT_IDEOGRAPHS, is_traditional, simplified
from govreport.expressions import expression

__all__ = [
    "ENUMERATOR_LEVELS",
    "aligned",
    "comparable",
    "distance",
    "enumerator",
    "is_traditional",
    "label_key",
    "simplified",
    "skeleton",
    "undecorated",
    "without_brackets",
    "without_glosses",
]

_INVISIBLE = expression("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]+")
_WHITE = expression(r"\s+")
_BRACKETED = expression(
    r"[(（\[【〔][^()（）\[\]【】〔〕]*(?:[)）\]】〕]|$)"
    r"|<sup>[0-9]{1,2}</sup>|\^[0-9]{1,2}\^|(?<=[^备附])注[0-9]{1,2}$"
)
"""A note in brackets, or the mark of a note as converters to Markdown print it."""

_EMPHASIS = "*_~#` \t\n\u3000"

_WORDS_OF_TAIWAN = (("资讯", "信息"), ("档案", "文件"), ("专案", "项目"))
"""Words of labels in Taiwan's wording, each with the mainland's."""

_CAPITALS: dict[str, int] = dict(
    zip("壹贰叁肆伍陆柒捌玖拾貳叄參陸", [*range(1, 11), 2, 3, 3, 6], strict=True)
)
_NUMERAL = f"[{''.join(ONE_TO_TEN)}]{{1,3}}"
_ENUMERATOR = expression(
    rf"(?=[第{''.join(_CAPITALS)}{''.join(ONE_TO_TEN)}（(\s0-9０-９\u2460-\u2473\u3220-\u3229])"
    rf"(?:(?P<part>第(?:{_NUMERAL}|[0-9０-９]{{1,2}})(?:部分|章|节)[、.:：]?)"
    rf"|(?P<capital>[{''.join(_CAPITALS)}](?:\s*[、.．,，:：]|\s+(?=\S)))"
    rf"|(?P<chinese>{_NUMERAL}(?:\s*[、.．,，:：]|\s+(?=\S)))"
    rf"|(?P<bracketed>[（(]?\s*{_NUMERAL}\s*[)）][、.．]?)"
    r"|(?P<decimal>[0-9０-９]{1,2}\s*[、.．](?![0-9]))"
    r"|(?P<decimal_bracketed>[（(]\s*[0-9０-９]{1,2}\s*[)）][、.．]?)"
    r"|(?P<circled>[\u2460-\u2473])"
    r"|(?P<circled_chinese>[\u3220-\u3229][、.．]?))\s*"
)
ENUMERATOR_LEVELS = {
    "part": 1,
    "chinese": 1,
    "bracketed": 2,
    "circled_chinese": 2,
    "decimal": 3,
    "decimal_bracketed": 4,
    "circled": 5,
}


_BEFORE_ONE = {"circled": 0x245F, "circled_chinese": 0x321F}
"""The code points before those of ① and ㈠."""
"""The heading level that each style of numbering marks (GB/T 9704-2012, 7.3.3)."""


def enumerator(text: str) -> tuple[str, int | None, str]:
    """Separate the number that opens a heading or label from the rest.

    Returns the style of the number (a key of `ENUMERATOR_LEVELS`, "" where there is none), its
    value where it is read, and the text after it.
    """
    match = _ENUMERATOR.match(text)
    if not match:
        return "", None, text
    style = match.lastgroup or ""
    number = _number(match[0], style)
    return "chinese" if style == "capital" else style, number, text[match.end() :]


def _number(printed: str, style: str) -> int | None:
    if style in _BEFORE_ONE:
        return ord(printed[0]) - _BEFORE_ONE[style]
    if style == "capital":
        return _CAPITALS[printed[0]]
    if style.startswith("decimal") or (style == "part" and any(map(str.isdecimal, printed))):
        return int("".join(str(int(each)) for each in printed if each.isdecimal()))
    numerals = [each for each in printed.replace("第", "") if each in ONE_TO_TEN]
    return counting_number("".join(numerals))


@lru_cache(maxsize=4096)
def skeleton(text: str) -> str:
    """Return the ideographs of `text` in simplified script, without glosses and anything else.

    If that changes the script, words of Taiwan become those of the mainland, too.

    Two labels with one skeleton are the same label whatever their white space, punctuation,
    width, script or glosses. Numbers written with Arabic digits are no part of it.
    """
    text = without_glosses(_WHITE.sub("", _INVISIBLE.sub("", text)))
    text = NOT_IDEOGRAPHS.sub("", unicodedata.normalize("NFKC", text))
    plain = simplified(text)
    if plain != text:
        for taiwan, mainland in _WORDS_OF_TAIWAN:
            plain = plain.replace(taiwan, mainland)
    return plain.replace("其它", "其他")


def undecorated(text: str) -> str:
    """Return a text without the blanks and marks of emphasis at its start: `**1.其他**`."""
    return text.lstrip(_EMPHASIS)


@lru_cache(maxsize=4096)
def label_key(text: str) -> str:
    """Return the skeleton of a label without the number that opens it."""
    return skeleton(enumerator(undecorated(_WHITE.sub("", without_glosses(text))))[2])


def without_brackets(text: str) -> str:
    """Return `text` without bracketed notes, an unclosed one to the end."""
    return _BRACKETED.sub("", without_glosses(text))


def comparable(text: str) -> str:
    """Return the part of a printed label that deviates if it differs from the statute's.

    These are digits, and ideographs in simplified script; punctuation, width and white space
    do not count.
    """
    text = unicodedata.normalize("NFKC", without_glosses(_WHITE.sub("", text)))
    return simplified("".join(each for each in text if each.isalnum()))


def distance(first: str, second: str, limit: int) -> int:
    """Return the edit distance of two short texts, or `limit + 1` where it is larger."""
    if abs(len(first) - len(second)) > limit or len(set(first).difference(second)) > limit:
        return limit + 1
    previous = list(range(len(second) + 1))
    for row, left in enumerate(first, 1):
        current = [row]
        for column, right in enumerate(second, 1):
            current.append(
                min(
                    previous[column] + 1,
                    current[column - 1] + 1,
                    previous[column - 1] + (left != right),
                )
            )
        if min(current) > limit:
            return limit + 1
        previous = current
    return previous[-1]
