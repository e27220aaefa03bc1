"""Numbers as Chinese texts write them: in Arabic and full-width digits, and in Chinese numerals.

`number` reads what running text states, up to the ten thousands, also digit by digit (二〇二三).
`counting_number` reads what counts headings and rows: 一 to 九十九 and nothing else, for there a
digit by digit numeral is none. What a cell states is read by `govreport.model.values`, which
takes no Chinese numerals.
"""

import unicodedata

from govreport.expressions import expression

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "俩": 2}
ONE_TO_TEN = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)}
"""What numbers a heading, in its order."""

_DIGIT, _ZEROS = "([一二三四五六七八九两俩])", "[零〇]+"
_BELOW_TEN_THOUSAND = expression(
    f"(?:{_DIGIT}千)?(?:{_DIGIT}百)?(?:(?<=[千百]){_ZEROS})?(?:{_DIGIT}十|^(十))?"
    f"(?:(?<=十){_ZEROS})?(?:(?<![千百]){_DIGIT})?"
)
"""The digits of each place. 三千五 is none, for it may be 3005 or 3500."""
_VALUES = {**_DIGITS, "十": 1}
_LONGEST = 9

NUMBER = (
    r"(?:[0-9０-９]{1,3}(?:,[0-9]{3}){1,3}|[0-9０-９]{1,9}"
    r"|[零〇○一二三四五六七八九十百千万两]{1,12})"
)
"""The pattern of a number; `number` says what it states, if anything."""


def number(text: str) -> int | None:
    """Return the value of a number in Arabic digits or Chinese numerals, None if it is none.

    `1,128`, `１２`, `十二`, `一百零三`, `两千`, `二〇` and `一万二千` are read; `三千五` and other
    shortened numerals, which have two readings, are not.
    """
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    if plain.isascii() and plain.isdigit():
        return int(plain) if len(plain) <= _LONGEST else None
    if text and all(each in _DIGITS for each in text):
        # Digit by digit, as years and telephone numbers are written.
        return int("".join(str(_DIGITS[each]) for each in text))
    high, wan, low = text.partition("万")
    return _of_ten_thousands(high, low) if wan else _below_ten_thousand(text)


def _of_ten_thousands(high: str, low: str) -> int | None:
    """Return the value of what stands before and after 万."""
    upper = _below_ten_thousand(high)
    lower = _below_ten_thousand(low.lstrip("零〇")) if low else 0
    if upper is None or lower is None or (low and lower < 1_000 and low[0] not in "零〇"):
        return None
    return upper * 10_000 + lower


def counting_number(numerals: str) -> int | None:
    """Return the value of a Chinese numeral from one to ninety-nine, None for others."""
    tens, ten, units = numerals.partition("十")
    if not ten:
        return ONE_TO_TEN.get(numerals)
    upper = ONE_TO_TEN.get(tens) if tens else 1
    lower = ONE_TO_TEN.get(units) if units else 0
    if upper is None or lower is None or lower == 10:
        return None
    return upper * 10 + lower


def _below_ten_thousand(text: str) -> int | None:
    found = _BELOW_TEN_THOUSAND.fullmatch(text)
    if found is None or not text:
        return None
    places = zip((1_000, 100, 10, 10, 1), found.groups(), strict=True)
    return sum(place * _VALUES[digit] for place, digit in places if digit)
