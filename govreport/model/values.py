"""What number a cell states: the one place where printed text becomes a value.

A number is never guessed. A text that states none, or that could state two, has the value None.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

Value = int | Decimal | None

_FOLD = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "．": ".",
        "，": ",",
        "＋": "+",
        "（": "(",
        "）": ")",
        "％": "%",
        **dict.fromkeys("－−﹣‐‑‒–", "-"),
        # Marks that no reader sees: zero-width, joiners, direction marks, byte order mark.
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad", ""),
    }
)

_UNIT = "件次条项个宗份篇起人例部户张批类"
_NUMBER = re.compile(
    r"(?:\?+\s+)?"  # a no-break space that an encoding turned into a question mark
    r"(?P<sign>[+-]|增加?|减少?|净增加?|净减少?)?\s*"
    r"(?P<digits>[0-9]{1,3}(?:,\s?[0-9]{3})+|[0-9]+)(?P<fraction>\.[0-9]+)?"
    rf"\s*(?P<unit>(?:[万亿千百]元|元|[{_UNIT}]))?"
    r"\s*(?P<note>\([^()]*\))?"
)
_MARKS = frozenset(
    ["/", "//", "\\", "-", "--", "---", "—", "——", "─", "──", "―", "／", "＼", "无", "·"]
)
_BARE_NUMBER_NOTE = re.compile(r"\(\s*[+-]?[0-9.,]*\s*%?\)")
_DECREASE = frozenset(["-", "减", "减少", "净减", "净减少"])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell's text states: the number, if one, and the unit printed with it, if one."""

    value: Value
    unit: str | None = None
    doubtful: bool = False
    """Whether the text is neither blank, nor a mark for nothing, nor a number."""


_NOTHING = Reading(None)
_DOUBTFUL = Reading(None, None, doubtful=True)


def read_value(text: str) -> Reading:
    """Return what number `text` states.

    `1,234`, `１２`, `0件`, `251000元`, `3.5万元`, `-35`, `+81`, `增加5` and `12（含网上3件）` state
    numbers; blank and the marks `/`, `-`, `—`, `无` state none; anything else is doubtful, among
    them masked digits, badly placed separators, and two numbers in one cell. The unit printed is
    returned beside the number, which is not converted.
    """
    if text.isascii() and text.isdigit():
        return Reading(_whole(text))
    folded = text.translate(_FOLD).strip()
    if not folded or folded in _MARKS:
        return _NOTHING
    match = _NUMBER.fullmatch(folded)
    if not match or _BARE_NUMBER_NOTE.fullmatch(match["note"] or ""):
        return _DOUBTFUL
    digits = re.sub(r"[,\s]", "", match["digits"])
    negative = match["sign"] in _DECREASE
    if match["fraction"]:
        value: Value = Decimal(digits + match["fraction"])
    else:
        value = _whole(digits)
    if value is not None and negative:
        value = -value
    return Reading(value, match["unit"], doubtful=value is None)


def _whole(digits: str) -> int | None:
    # Python refuses to convert more digits than this (CVE-2020-10735); no count has them.
    return int(digits) if len(digits) <= 1_000 else None
