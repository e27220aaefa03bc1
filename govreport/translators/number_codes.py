"""The number formats of lists as Word's older files give them, and as its newer files name them."""

_NAMES = (
    *("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal"),
    *("cardinalText", "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting"),
    *("aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth", "japaneseLegal"),
    *("japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2"),
    *("aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung"),
    *("decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese"),
    *("ideographEnclosedCircle", "ideographTraditional", "ideographZodiac"),
    *("ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional"),
    *("taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting"),
    *("chineseLegalSimplified", "chineseCountingThousand", "decimal", "koreanDigital"),
    *("koreanCounting", "koreanLegal", "koreanDigital2", "hebrew1", "arabicAlpha", "hebrew2"),
    *("arabicAbjad", "hindiVowels", "hindiConsonants", "hindiNumbers", "hindiCounting"),
    *("thaiLetters", "thaiNumbers", "thaiCounting", "vietnameseCounting", "numberInDash"),
    *("russianLower", "russianUpper"),
)
"""By their codes (MSONFC, [MS-OSHARED] 2.2.1.3)."""
_NONE = 0xFF


def number_format(code: int) -> str:
    """Return the name of the format with that code; "decimal" for one that is unknown."""
    if code == _NONE:
        return "none"
    return _NAMES[code] if 0 <= code < len(_NAMES) else "decimal"
