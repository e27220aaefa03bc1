"""Characters of the symbol fonts that `w:sym` names (ECMA-376-1, section 17.3.3.30)."""

_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆",
    0x76: "❖", 0x77: "⬥", 0x80: "⓪", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xFB: "✘", 0xFC: "✔", 0xFD: "☒",
    0xFE: "☑",
    **{0x81 + number: chr(0x2460 + number) for number in range(10)},
    0x8B: "⓿",
    **{0x8C + number: chr(0x2776 + number) for number in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x95: "•", 0x96: "●",
    0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "□", 0xA4: "□",
}  # fmt: skip
_SYMBOL = {
    0x2D: "−", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ",
    0x67: "γ", 0x68: "η", 0x69: "ι", 0x6B: "κ", 0x6C: "λ", 0x6D: "μ", 0x6E: "ν", 0x70: "π",
    0x72: "ρ", 0x73: "σ", 0x74: "τ", 0x77: "ω", 0x53: "Σ", 0xA3: "≤", 0xA5: "∞", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    **{ord(digit): digit for digit in "0123456789()+,./:;<=>[]%&"},
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str, code: str) -> str | None:
    """Return the character that a font shows for a hexadecimal code, None if unknown.

    Codes of symbol fonts may be shifted to the private use area at F000; other fonts show the
    character that the code names.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return None
    shifted = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    known = _FONTS.get(font.strip().lower())
    if known is not None:
        return known.get(shifted)
    usual = 0x20 <= number < 0xD800 or 0xF900 <= number < 0xFFFE
    named = "dings" in font.lower() or "symbol" in font.lower()
    return chr(number) if usual and not named else None
