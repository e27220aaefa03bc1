"""The numbers that a page prints before the items of its ordered lists (the HTML standard, 4.4.5)."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_DIGITS = "零一二三四五六七八九"
_TYPES = {
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
    "1": "decimal",
}


@dataclass(slots=True, eq=False, repr=False)
class OrderedList:
    """A list while it is read: the next number, how it counts and how numbers are printed."""

    next: int
    step: int
    style: str

    def number(self, value: str | None, style: str | None) -> str:
        """Return what is printed before the next item, whose `value` may restart the count."""
        if value is not None and (given := _integer(value)) is not None:
            self.next = given
        number = self.next
        self.next += self.step
        return marker(number, self.style if style is None else style)


def ordered_list(element: etree._Element, style: str | None) -> OrderedList:
    """Return the list that an `ol` begins; `style` is what its inline style says of markers."""
    chosen = style or _TYPES.get(element.get("type", "1").strip(), "decimal")
    start = _integer(element.get("start", ""))
    if element.get("reversed") is None:
        return OrderedList(1 if start is None else start, 1, chosen)
    items = sum(1 for _ in element.iterchildren("li"))
    return OrderedList(items if start is None else start, -1, chosen)


def marker(number: int, style: str) -> str:
    """Return a number in a predefined counter style (CSS Counter Styles 3, sections 6 and 7)."""
    for word in style.split():
        if word in {"none", "disc", "circle", "square"}:
            return ""
        if word in _STYLES:
            write, end = _STYLES[word]
            return write(number) + end
    return f"{number}. "


def _integer(value: str) -> int | None:
    value = value.strip()[:10]
    return int(value) if value.removeprefix("-").isdecimal() and value.isascii() else None


def _letters(number: int) -> str:
    if number < 1:
        return str(number)
    text = ""
    while number:
        number, position = divmod(number - 1, 26)
        text = chr(ord("A") + position) + text
    return text


def _roman(number: int) -> str:
    if not 1 <= number <= 3_999:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _chinese(number: int) -> str:
    if not 0 <= number <= 9_999:
        return str(number)
    text = ""
    for digit, unit in zip(f"{number:04d}", ("千", "百", "十", ""), strict=True):
        if digit != "0":
            text += _DIGITS[int(digit)] + unit
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零") or "零"
    return text[1:] if 10 <= number < 20 else text


_STYLES: dict[str, tuple[Callable[[int], str], str]] = {
    "decimal": (str, ". "),
    "decimal-leading-zero": (lambda number: f"{number:02d}", ". "),
    "lower-alpha": (lambda number: _letters(number).lower(), ". "),
    "lower-latin": (lambda number: _letters(number).lower(), ". "),
    "upper-alpha": (_letters, ". "),
    "upper-latin": (_letters, ". "),
    "lower-roman": (lambda number: _roman(number).lower(), ". "),
    "upper-roman": (_roman, ". "),
    "cjk-decimal": (
        lambda number: "".join(
            "〇一二三四五六七八九"[int(d)] if d.isdigit() else d for d in str(number)
        ),
        "、",
    ),
    "cjk-ideographic": (_chinese, "、"),
    "simp-chinese-informal": (_chinese, "、"),
    "trad-chinese-informal": (_chinese, "、"),
}
