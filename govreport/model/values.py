"""The number in a cell: the only module that turns printed text into a value.

A number is never guessed. A text that is not exactly one number has the value None.
"""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govreport.expressions import expression

Value = int | Decimal | None

_FOLD = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "．": ".",
        "，": ",",
        "＋": "+",
        "（": "(",
        "）": ")",
        "：": ":",
        "％": "%",
        "／": "/",
        **dict.fromkeys("－−﹣‐‑‒–", "-"),
        # The traditional forms of the characters around a number.
        **dict(
            zip("萬億條項個張類戶負凈淨減計無單", "万亿条项个张类户负净净减计无单", strict=True)
        ),
        # Invisible marks: zero-width, joiners, direction marks, byte order mark. The soft hyphen is
        # not among them: old files use it for a minus sign.
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    }
)

_UNIT = (
    r"(?:[万亿千百]?元|人次|[件人](?:/次|\(\s*次\s*\))|件次|[件次条项个宗份篇起人例部户张批类])"
)
_NOTE_MARK = (
    r"(?:[\u2460-\u2473]{1,2}|※|[¹²³\u2070\u2074-\u2079]{1,2}"
    r"|\\?[\[〔［]注?[0-9¹²³\u2070\u2074-\u2079]{1,2}\\?[\]〕］](?:\(#[^()\s]++\))?"
    r"|注[0-9¹²³\u2070\u2074-\u2079\u2460-\u2473]{0,2}|[†‡]"
    r"|\[\^[0-9A-Za-z_-]{1,20}\]|\^[0-9]{1,2}\^|<sup>[0-9]{1,2}</sup>)"
)
"""A mark that refers to a note and does not change the number before it.

Converters to Markdown print it as `\\[1\\]`, `[1](#note)`, `[^1]`, `^1^` or `<sup>1</sup>`.
"""
# Every repetition is possessive: no text makes the match backtrack.
_NUMBER = expression(
    r"(?:\?++[^\S\n]++)?"  # a no-break space that an encoding turned into a question mark
    r"(?:(?P<sign>[+-]|负)[^\S\n]*+|(?P<change>净?(?:增加?|减少?))\s*+|共计?\s*+)?"
    r"(?P<digits>[1-9][0-9]{0,2}(?:,[0-9]{3})++|[0-9]++)(?P<fraction>\.[0-9]++)?"
    rf"\s*+(?P<unit>{_UNIT})?"
    r"\s*+(?:\(\s*+(?P<note>[^()]*+)\))?"
    rf"(?:\s*+{_NOTE_MARK})?"
    r"(?P<stop>。)?"
)
_MARK = expression(r"[-—─―]++(?:\s++[-—─―]++)*+|[/／]++|[\\＼]++|无|·|nan|NaN|<NA>|None")
_UNIT_NOTE = expression(rf"(?:单位:?\s*+)?(?P<unit>{_UNIT})\s*+")
_PART_NOTE = expression(
    r"(?:其中|包括|包含|含)|注[0-9]{1,2}$"
    r"|(?:同比|环比|[较比](?:上年|去年)(?:同期)?)(?:增长|上升|增加)[0-9]{1,6}(?:\.[0-9]{1,6})?%$"
)
"""What a number consists of, the mark of a note, or by what share the number has grown."""
_DECREASE_NOTE = expression("[减降少负↓▼-]")
_OTHER_UNIT = expression("[元%‰]")
"""What turns a number before it into an amount or a share."""

_DIGIT = expression(r"[0-9〇零一二三四五六七八九十百千万亿]")
_LARGE_UNIT = expression("[万亿]")
_GROUP = 3
"""Digits between two separators."""
_LONGEST = 1_000
"""Digits of the longest number read; Python refuses to convert many more (CVE-2020-10735)."""


class Reading(NamedTuple):
    """The number in a cell's text, if it is exactly one, and the unit printed with it, if any."""

    value: Value
    unit: str | None = None
    doubtful: bool = False
    """Whether the text is neither blank, nor a mark for nothing, nor a number."""


_NOTHING = Reading(None)
_DOUBTFUL = Reading(None, None, doubtful=True)


@lru_cache(maxsize=4096)
def read_value(text: str) -> Reading:
    """Return the number in `text`.

    `1,234`, `１２`, `0件`, `5件（次）`, `共5件`, `251000元`, `3.5万元`, `-35`, `负35`, `+81`, `增加5`,
    `5件。`, `12（含网上3件）` and `12①`, `12[1]`, `12注1`, `12（注1）`, `12¹`, `12[^1]` with the mark of a
    note state numbers; blank and the marks `/`, `-`, `—`, `无` state none, and so does the `nan` that pandas prints for a blank
    cell; anything else is doubtful, among them masked digits, badly placed separators, digits broken
    over lines or by blanks, two numbers in one cell, and `5。`, which may be a misread 50. The printed unit is returned with the number, which is not converted.
    """
    if text.isascii() and text.isdigit():
        return _reading(text, None, negative=False, unit=None)
    folded = text.translate(_FOLD).strip()
    if not folded or _MARK.fullmatch(folded):
        return _NOTHING
    match = _NUMBER.fullmatch(folded)
    if not match:
        return _DOUBTFUL
    unit, note = match["unit"], match["note"]
    if match["stop"] and not (unit or note):  # to a machine that reads print, 0 may look like 。
        return _DOUBTFUL
    if note:
        if not _is_harmless(note, unit):
            return _DOUBTFUL
        unit = _unit_in(note, unit)
    negative = match["sign"] in ("-", "负") or "减" in (match["change"] or "")
    return _reading(match["digits"].replace(",", ""), match["fraction"], negative, unit)


def read_cell(text: str, unit: str) -> Reading:
    """Return the number in a cell of a column whose numbers have a unit, otherwise like `read_value`.

    A point before exactly three digits may part thousands: `1.624` is doubtful where neither the
    cell nor its column counts in ten thousands, of which offices print thousandths. `unit` is
    blank if it is not known; then the point is one of decimals.
    """
    reading = read_value(text)
    counted = reading.unit or unit
    if counted and isinstance(reading.value, Decimal) and not _LARGE_UNIT.search(counted):
        _, digits, exponent = reading.value.as_tuple()
        if exponent == -_GROUP and _GROUP < len(digits) <= 2 * _GROUP:
            return _DOUBTFUL
    return reading


def _unit_in(note: str, otherwise: str | None = None) -> str | None:
    """Return the unit that a note in brackets is nothing but, or else what is given."""
    stated = _UNIT_NOTE.fullmatch(note)
    return stated["unit"] if stated else otherwise


def _is_harmless(note: str, unit: str | None) -> bool:
    """Whether a note in brackets does not change the number before it, nor its unit.

    A note may say what the number consists of, or by what share it has grown; one with another number, another unit or a
    decrease makes it doubtful which number is meant.
    """
    if stated := _unit_in(note):
        return unit in (None, stated)
    if _PART_NOTE.match(note):
        return True
    return not (_DIGIT.search(note) or _DECREASE_NOTE.search(note) or _OTHER_UNIT.search(note))


def _reading(digits: str, fraction: str | None, negative: bool, unit: str | None) -> Reading:
    if len(digits) + len(fraction or "") > _LONGEST:
        return _DOUBTFUL
    if fraction is None:
        return Reading(-int(digits) if negative else int(digits), unit)
    exact = Decimal(digits + fraction)
    # Unary minus would round to the context's precision.
    return Reading(exact.copy_negate() if negative else exact, unit)
