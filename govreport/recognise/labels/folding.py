"""Text folded for comparison: what is left of a label when its damage and its dress are gone."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

# Pinyin in brackets behind the character it reads, as script-converting mirrors insert it:
# 鎮(zhèn), 鎮(zhen), 府(fu)(fu). Without a tone it must be a whole syllable of two letters or
# more, so that (GDP), (app) and (一) stay.
_TONED = "(?=[^()（）]{0,8}[à-üā-ǜ])[a-zà-üā-ǜɡ]{1,6}"
_SYLLABLE = (
    "(?=[a-z]{2})(?:[zcs]h|[b-df-hj-np-tw-z])?"
    "(?:[iu]?a(?:i|o|ng?)?|i?ao|ua(?:i|ng?)|u?ei|[eo]u?|en?g?|er|i?ong|i(?:e|u|ng?)?|u(?:o|i|e|n)?|ve?)"
)
_GLOSS = re.compile(f"(?<=[\u3400-\u9fff])(?:[(（](?:{_TONED}|{_SYLLABLE})[)）])+")
# The same gloss when a byte before its bracket was lost; the bracket's first half became `?`.
_CUT_GLOSS = re.compile(r"\?[a-zà-üā-ǜɡ]{1,6}[)）]")
_NOT_IDEOGRAPH = re.compile("[^\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]")
_WHITE = re.compile(r"\s+")
_BRACKETED = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]*(?:[)）\]】〕]|$)")

_LONGEST_PHRASES = 200
"""Longer texts, which are no labels, are simplified a character at a time.

OpenCC looks for phrases in time that grows with the square of a text.
"""

_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)}
_CAPITALS: dict[str, int] = dict(
    zip("壹贰叁肆伍陆柒捌玖拾貳叄參陸", [*range(1, 11), 2, 3, 3, 6], strict=True)
)
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_ENUMERATOR = re.compile(
    rf"(?=[第{''.join(_CAPITALS)}{''.join(_DIGITS)}（(\s0-9０-９\u2460-\u2473\u3220-\u3229])"
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
"""The heading level that each style of numbering marks (GB/T 9704-2012, 7.3.3)."""


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
        plain = "".join(map(_simplified_character, plain))
    return plain, [*kept, len(text)]


def enumerator(text: str) -> tuple[str, int | None, str]:
    """Part the number that opens a heading or label from the rest.

    Returns the style of the number (a key of `ENUMERATOR_LEVELS`, "" where there is none), its
    value where it is read, and the text behind it.
    """
    match = _ENUMERATOR.match(text)
    if not match:
        return "", None, text
    style = match.lastgroup or ""
    number = _number(match[0], style)
    return "chinese" if style == "capital" else style, number, text[match.end() :]


def _number(printed: str, style: str) -> int | None:
    if style == "circled":
        return ord(printed[0]) - 0x245F
    if style == "circled_chinese":
        return ord(printed[0]) - 0x321F
    if style == "capital":
        return _CAPITALS[printed[0]]
    if style.startswith("decimal") or (style == "part" and any(map(str.isdecimal, printed))):
        return int("".join(str(int(each)) for each in printed if each.isdecimal()))
    numerals = [each for each in printed.replace("第", "") if each in _DIGITS]
    return chinese_number("".join(numerals))


def chinese_number(numerals: str) -> int | None:
    """Return the value of Chinese numerals below one hundred, None for others."""
    tens, ten, units = numerals.partition("十")
    if not ten:
        return _DIGITS[numerals] if len(numerals) == 1 else None
    if len(tens) > 1 or len(units) > 1 or units == "十":
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[units] if units else 0)


@lru_cache(maxsize=4096)
def skeleton(text: str) -> str:
    """Return the ideographs of `text` in simplified script, glosses and all else removed.

    Two labels with one skeleton are the same label whatever their white space, punctuation,
    width, script or glosses. Numbers written with Arabic digits are no part of it.
    """
    text = without_glosses(_WHITE.sub("", _INVISIBLE.sub("", text)))
    text = unicodedata.normalize("NFKC", text)
    return simplified(_NOT_IDEOGRAPH.sub("", text)).replace("其它", "其他")


def label_key(text: str) -> str:
    """Return the skeleton of a label without the number that opens it."""
    return skeleton(enumerator(_WHITE.sub("", without_glosses(text)))[2])


def without_brackets(text: str) -> str:
    """Return `text` without bracketed notes, an unclosed one to the end."""
    return _BRACKETED.sub("", without_glosses(text))


def comparable(text: str) -> str:
    """Return what of a printed label must agree with the statute's for it not to deviate.

    Ideographs in simplified script and digits; punctuation, width and white space are dress.
    """
    text = unicodedata.normalize("NFKC", without_glosses(_WHITE.sub("", text)))
    return simplified("".join(each for each in text if each.isalnum()))


def is_traditional(text: str) -> bool:
    """Whether `text` holds an ideograph that the simplified script's charset GB 2312 lacks."""
    # Most texts fit whole. In others it is mostly a sign such as the dash that does not.
    return not (_fits_gb2312(text) or _fits_gb2312(_NOT_IDEOGRAPH.sub("", text)))


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
        return "".join(map(_simplified_character, text))
    return str(_converter().convert(text))


@cache  # there are no more than there are characters
def _simplified_character(character: str) -> str:
    return str(_converter().convert(character)) if is_traditional(character) else character


@lru_cache(maxsize=1)
def _converter() -> Any:
    # Loaded when first used: its dictionaries cost more than reading a report.
    return import_module("opencc").OpenCC("t2s")


def distance(first: str, second: str, limit: int) -> int:
    """Return the edit distance of two short texts, or `limit + 1` where it is larger."""
    if abs(len(first) - len(second)) > limit:
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
