"""Numbers of lists written in Word's number formats (ECMA-376-1, section 17.18.59)."""

from collections.abc import Callable

_CHINESE_DIGITS = "〇一二三四五六七八九"
_COUNTING_DIGITS = "○一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL_LEGAL_DIGITS = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FULL_WIDTH = str.maketrans("0123456789-", "０１２３４５６７８９－")
_LARGEST = 32_767
"""The largest number that Word itself formats in a list; greater ones stay decimal."""


def format_number(number: int, name: str) -> str:
    """Return `number` as the format of that name prints it.

    A name such as "001" is the number one padded with zeros.
    Formats that count no further than their signs, and formats of other languages, fall back
    to decimal digits, as Word does.
    """
    if name in {"none", "bullet"}:
        return ""
    if len(name) <= 10 and name.strip("0") == "1":
        return f"{number:0{len(name)}d}"
    write = _FORMATS.get(name)
    if write is None or not 0 <= number <= _LARGEST:
        return str(number)
    return write(number)


def _counting(number: int) -> str:
    # The system has no sign for hundred; from there on it goes digit by digit.
    if number >= 100:
        return _by_digit(number, _COUNTING_DIGITS)
    return _thousands(number, _COUNTING_DIGITS, "十百千万", bare_ten=True)


def _counting_thousand(number: int) -> str:
    return _thousands(number, _COUNTING_DIGITS, "十百千万", bare_ten=True)


def _by_digit(number: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _thousands(number: int, digits: str, units: str, *, bare_ten: bool) -> str:
    if number == 0:
        return digits[0]
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        head = _thousands(high, digits, units, bare_ten=bare_ten) + units[3]
        if low == 0:
            return head
        gap = digits[0] if low < 1000 else ""
        return head + gap + _thousands(low, digits, units, bare_ten=False)
    text = _below_ten_thousand(number, digits, units)
    # The format writes 十一, not 一十一, if ten leads.
    return text[1:] if bare_ten and 10 <= number < 20 else text


def _below_ten_thousand(number: int, digits: str, units: str) -> str:
    text = ""
    gap_open = False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += (digits[0] if gap_open else "") + digits[digit]
            text += units[power - 1] if power else ""
        gap_open = digit == 0 and bool(text)
    return text


def _japanese_counting(number: int) -> str:
    if number == 0:
        return _CHINESE_DIGITS[0]
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        return _japanese_counting(high) + "万" + (_japanese_counting(low) if low else "")
    text = ""
    for power, unit in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**power % 10
        if digit:
            text += ("" if digit == 1 and unit else _CHINESE_DIGITS[digit]) + unit
    return text


def _letters(number: int) -> str:
    # After z comes aa, then bb; the reader of a thousandth item is better served by digits.
    if not 1 <= number <= 780:
        return str(number)
    repeats, position = divmod(number - 1, 26)
    return chr(ord("A") + position) * (repeats + 1)


def _roman(number: int) -> str:
    text = "" if number else "0"
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _sign(first: int, count: int, beyond: Callable[[int], str] = str) -> Callable[[int], str]:
    """Return a format of `count` signs that follow one another from the code point `first`."""

    def write(number: int) -> str:
        return chr(first + number - 1) if 1 <= number <= count else beyond(number)

    return write


def _of(signs: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        return signs[number - 1] if 1 <= number <= len(signs) else str(number)

    return write


_SEXAGENARY = "".join(_STEMS[i % 10] + _BRANCHES[i % 12] for i in range(60))


def _stem_and_branch(number: int) -> str:
    if not 1 <= number <= 60:
        return str(number)
    return _SEXAGENARY[2 * number - 2 : 2 * number]


def _legal(number: int) -> str:
    return _thousands(number, _LEGAL_DIGITS, "拾佰仟萬", bare_ten=False)


def _traditional_legal(number: int) -> str:
    return _thousands(number, _TRADITIONAL_LEGAL_DIGITS, "拾佰仟萬", bare_ten=False)


def _full_width(number: int) -> str:
    return str(number).translate(_FULL_WIDTH)


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting_thousand,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting_thousand,
    "ideographDigital": lambda number: _by_digit(number, _CHINESE_DIGITS),
    "japaneseDigitalTenThousand": lambda number: _by_digit(number, _CHINESE_DIGITS),
    "taiwaneseDigital": lambda number: _by_digit(number, _COUNTING_DIGITS),
    "japaneseCounting": _japanese_counting,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _traditional_legal,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalEnclosedCircle": _sign(0x2460, 20),
    "decimalEnclosedCircleChinese": _sign(0x2460, 20),
    "decimalEnclosedParen": _sign(0x2474, 20),
    "decimalEnclosedFullstop": _sign(0x2488, 20),
    "ideographEnclosedCircle": _sign(0x3280, 10, _counting),
    "numberInDash": lambda number: f"- {number} -",
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": _stem_and_branch,
}
