"""Numbers as Chinese texts write them: in Arabic and full-width digits, and in Chinese numerals.

`number` reads what running text states, up to the ten thousands, also digit by digit (二〇二三).
`counting_number` reads what counts headings and rows: 一 to 九十九 and nothing else, for there a
digit by digit numeral is none. What a cell states is read by `govreport.model.values`, which
takes no Chinese numerals.
"""

import unicodedata

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "俩": 2}
ONE_TO_TEN = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)}
"""What numbers a heading, in its order."""

_PLACES = {"十": 10, "百": 100, "千": 1_000}
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
    value, digit, place = 0, None, 10_000
    for each in text:
        if each in _PLACES:
            if _PLACES[each] >= place or (digit is None and (each != "十" or value)):
                return None
            place = _PLACES[each]
            value += (1 if digit is None else digit) * place
            digit = None
        elif _DIGITS.get(each) == 0 and each != "零" and each != "〇":
            return None
        elif each in "零〇":
            if digit is not None or not value:
                return None
            place = min(place, 100) if place > 10 else place
            digit = None
        elif each in _DIGITS and digit is None:
            digit = _DIGITS[each]
        else:
            return None
    if digit is not None:
        # 三千五 may be 3005 or 3500.
        if place > 10 and value and "零" not in text and "〇" not in text:
            return None
        value += digit
    return value if text else None
