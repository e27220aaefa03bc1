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
_UNKNOWN_BRACKET = expression(r"[<>=]|DBNum|[hms]+$", re.IGNORECASE)
_EPOCH = {False: datetime.datetime(1899, 12, 30), True: datetime.datetime(1904, 1, 1)}


@dataclass(frozen=True, slots=True)
class Displayed:
    """What is displayed, and whether that shows the stored number."""

    text: str
    exact: bool = True


_Token = tuple[str, str]
"""A piece of a format: its kind and its text."""


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format."""

    tokens: tuple[_Token, ...]

    def has(self, *kinds: str) -> bool:
        return any(kind in kinds for kind, _ in self.tokens)


def shown_number(number: Decimal, code: str, date_1904: bool = False) -> Displayed:
    """Return a number as a cell with a format displays it.

    What this module cannot lay out as a spreadsheet does (fractions, exponents, conditions,
    digits separated by signs, numerals of other scripts) is displayed as the plain number.
    """
    section, negative = _chosen(_sections(code), number)
    if section is None:
        return Displayed(plain(number))
    if section.has("date"):
        return _date(number, section, date_1904)
    if section.has("general"):
        text = _with_literals(section, plain(abs(number)), "general")
        return Displayed(f"-{text}" if negative else text)
    places = [text for kind, text in section.tokens if kind == "number"]
    if not places:
        # A format of signs alone shows those, whatever the number.
        text = _with_literals(section, plain(abs(number)), "text")
        return Displayed(text, exact=section.has("text"))
    return (
        Displayed(plain(number))
        if len(places) > 1
        else _in_places(number, section, places[0], negative)
    )


def _in_places(number: Decimal, section: _Section, places: str, negative: bool) -> Displayed:
    """Return what is displayed of a number in the places that a section has for digits."""
    scaled = abs(number) * 100 ** sum(text == "%" for _, text in section.tokens)
    digits, exact = _digits(scaled, places)
    text = _with_literals(section, digits, "number")
    if negative and digits.strip("0.,"):
        text = f"-{text}"
    signed = number >= 0 or not text.startswith(tuple("0123456789"))
    return Displayed(text, exact and signed and any(map(str.isdecimal, text)))


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
    sections: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(code or GENERAL):
        kind = match.lastgroup or ""
        text = match[kind] if kind else ""
        if kind == "other" and text == ";":
            sections.append([])
            continue
        tokens = _tokens(kind, text, sections[-1])
        if tokens is None:
            return None
        sections[-1].extend(tokens)
    return tuple(_Section(tuple(each)) for each in sections[:4])


def _tokens(kind: str, text: str, before: list[_Token]) -> list[_Token] | None:
    """Return what a piece of a format says behind others; None where it is beyond this module."""
    if kind == "bracket":
        if currency := _CURRENCY.match(text):
            return [("literal", currency[1])]
        return None if _UNKNOWN_BRACKET.match(text) else []
    if kind == "other":
        if text in "/Ee" and not _is_date(before):
            return None
        return [("text" if text == "@" else "literal", text)]
    if kind in ("quoted", "escaped"):
        return [("literal", text)]
    return [(kind, text)] if kind else []


def _is_date(tokens: list[_Token]) -> bool:
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


def _date(number: Decimal, section: _Section, date_1904: bool) -> Displayed:
    try:
        moment = _EPOCH[date_1904] + datetime.timedelta(seconds=round(float(number) * 86_400))
    except (OverflowError, ValueError):
        return Displayed(plain(number))
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
    return Displayed("".join(parts).strip())


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
