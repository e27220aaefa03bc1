"""Formats numbers as cells display them (ECMA-376-1, sections 18.8.30 and 18.8.31)."""

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from govreport.expressions import expression

GENERAL = "General"
BUILT_IN: dict[int, str] = {
    **dict(enumerate((GENERAL, "0", "0.00", "#,##0", "#,##0.00"))),
    **dict(zip(range(5, 9), ("#,##0", "#,##0", "#,##0.00", "#,##0.00"), strict=True)),
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-m-yy",
    16: "d-m",
    17: "m-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    **dict(zip(range(37, 41), ("#,##0", "#,##0", "#,##0.00", "#,##0.00"), strict=True)),
    **dict.fromkeys((41, 42), '#,##0;-#,##0;"-"'),
    **dict.fromkeys((43, 44), '#,##0.00;-#,##0.00;"-"??'),
    45: "mm:ss",
    46: "h:mm:ss",
    47: "mm:ss",
    48: "0.0E+0",
    49: "@",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: 'h"时"mm"分"',
    35: 'h"时"mm"分"ss"秒"',
    55: 'yyyy"年"m"月"',
    56: 'm"月"d"日"',
}
"""The formats known only by number; those from 27 to 58 as in Chinese versions."""

_DIGITS_SHOWN = Context(prec=15, rounding=ROUND_HALF_UP)
"""A spreadsheet shows 15 digits of its binary numbers."""
_MOST_DIGITS = 400
_LONGEST_CODE = 255
"""The most characters of a format in Excel."""
_TOKEN = expression(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<number>[0#?]+(?:,[0#?]+)*,*(?:\.[0#?]*)?|\.[0#?]+)"
    r"|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|AM/PM|上午/下午)|(?P<other>.)",
    re.DOTALL,
)
_CURRENCY = expression(r"\$([^-]*)")
_EPOCH = {False: datetime.datetime(1899, 12, 30), True: datetime.datetime(1904, 1, 1)}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is displayed, and whether that shows the stored number."""

    text: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format: its tokens, each a kind and a text."""

    tokens: tuple[tuple[str, str], ...]

    def has(self, *kinds: str) -> bool:
        return any(kind in kinds for kind, _ in self.tokens)


def shown_number(number: Decimal, code: str, date_1904: bool = False) -> Shown:
    """Return a number as a cell with a format displays it.

    What this module cannot lay out as a spreadsheet does (fractions, exponents, conditions,
    digits separated by signs, numerals of other scripts) is displayed as the plain number.
    """
    sections = _sections(code)
    section, negative = _chosen(sections, number)
    if section is None:
        return Shown(plain(number), exact=True)
    if section.has("date"):
        return _date(number, section, date_1904)
    numbers = [text for kind, text in section.tokens if kind == "number"]
    if section.has("general"):
        text = _with_literals(section, plain(abs(number)), "general")
        return Shown(f"-{text}" if negative else text)
    if not numbers:
        # A format of signs alone shows those, whatever the number.
        text = _with_literals(section, plain(abs(number)), "text")
        return Shown(text, exact=section.has("text"))
    if len(numbers) > 1:
        return Shown(plain(number))
    scaled = abs(number) * 100 ** sum(text == "%" for _, text in section.tokens)
    digits, exact = _digits(scaled, numbers[0])
    zero = not digits.strip("0.,")
    text = _with_literals(section, digits, "number")
    if negative and not zero:
        text = f"-{text}"
    signed = number >= 0 or not text.startswith(tuple("0123456789"))
    return Shown(text, exact and signed and any(sign.isdecimal() for sign in text))


def shown_text(text: str, code: str) -> str:
    """Return a text as a cell with a format displays it: "" if its fourth section hides it."""
    sections = _sections(code)
    if sections is None:
        return text
    if len(sections) == 4 or (len(sections) == 1 and sections[0].has("text")):
        return _with_literals(sections[-1], text, "text")
    return text


def plain(number: Decimal) -> str:
    """Return a number in plain digits, at most fifteen of them that are not zeros at an end."""
    rounded = _DIGITS_SHOWN.plus(number)
    if not rounded or abs(rounded.adjusted()) > _MOST_DIGITS:
        return "0" if not rounded else str(rounded)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...] | None:
    """Return the sections of a format, None if it is beyond this module."""
    if len(code) > _LONGEST_CODE:
        return None
    sections: list[list[tuple[str, str]]] = [[]]
    for match in _TOKEN.finditer(code or GENERAL):
        kind = match.lastgroup
        text = match[kind] if kind else ""
        if kind == "bracket":
            currency = _CURRENCY.match(text)
            if currency:
                sections[-1].append(("literal", currency[1]))
            elif re.match(r"[<>=]|DBNum|[hms]+$", text, re.IGNORECASE):
                return None
        elif kind == "other" and text == ";":
            sections.append([])
        elif kind == "other" and text in "/Ee" and not _is_date(sections[-1]):
            return None
        elif kind == "other" and text == "@":
            sections[-1].append(("text", text))
        elif kind in ("quoted", "escaped", "other"):
            sections[-1].append(("literal", text))
        elif kind is not None:
            sections[-1].append((kind, text))
    return tuple(_Section(tuple(each)) for each in sections[:4])


def _is_date(tokens: list[tuple[str, str]]) -> bool:
    return any(kind == "date" for kind, _ in tokens)


def _chosen(
    sections: tuple[_Section, ...] | None, number: Decimal
) -> tuple[_Section | None, bool]:
    """Return the section for a number, and whether a minus sign is still to be set before it."""
    if sections is None:
        return None, False
    numeric = sections[:3] if len(sections) > 3 or not sections[-1].has("text") else sections[:-1]
    numeric = numeric or sections[:1]
    if number < 0 and len(numeric) > 1:
        return numeric[1], False
    if number == 0 and len(numeric) > 2:
        return numeric[2], False
    return numeric[0], number < 0


def _with_literals(section: _Section, shown: str, kind: str) -> str:
    parts = [
        shown if each == kind else text if each == "literal" else ""
        for each, text in section.tokens
    ]
    return "".join(parts).strip()


def _digits(number: Decimal, places: str) -> tuple[str, bool]:
    """Return a number that is not negative in the places of a format, and whether it is whole."""
    whole, _, fraction = places.partition(".")
    number = _DIGITS_SHOWN.plus(number).scaleb(-3 * (len(whole) - len(whole.rstrip(","))))
    if abs(number.adjusted()) > _MOST_DIGITS:
        return str(number), True
    unit = Decimal(1).scaleb(-len(fraction))
    wide = Context(prec=2 * _MOST_DIGITS, rounding=ROUND_HALF_UP)
    rounded = number.quantize(unit, context=wide)
    before, _, behind = f"{rounded:f}".partition(".")
    fewest = fraction.rstrip("#?").__len__()
    behind = behind[:fewest] + behind[fewest:].rstrip("0")
    before = before.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole.rstrip(","):
        before = _grouped(before)
    return f"{before}.{behind}" if behind else before, rounded == number


def _grouped(digits: str) -> str:
    first = len(digits) % 3
    groups = [digits[start : start + 3] for start in range(first, len(digits), 3)]
    return ",".join(filter(None, (digits[:first], *groups)))


def _date(number: Decimal, section: _Section, date_1904: bool) -> Shown:
    try:
        moment = _EPOCH[date_1904] + datetime.timedelta(seconds=round(float(number) * 86_400))
    except (OverflowError, ValueError):
        return Shown(plain(number))
    parts = []
    hours = False
    for kind, text in section.tokens:
        if kind != "date":
            parts.append(text)
            continue
        letter = text[0].lower()
        minutes = letter == "m" and hours
        hours = letter == "h" or (hours and letter == "m")
        parts.append(_date_part(moment, "n" if minutes else letter, len(text)))
    return Shown("".join(parts).strip())


def _date_part(moment: datetime.datetime, letter: str, length: int) -> str:
    if letter == "y":
        return f"{moment.year:04}" if length > 2 else f"{moment.year % 100:02}"
    values = {
        "m": moment.month,
        "d": moment.day,
        "h": moment.hour,
        "n": moment.minute,
        "s": moment.second,
    }
    if letter not in values:
        return "上午" if moment.hour < 12 else "下午"
    if letter == "d" and length > 2:
        return "星期" + "一二三四五六日"[moment.weekday()]
    return f"{values[letter]:02}" if length == 2 else str(values[letter])
