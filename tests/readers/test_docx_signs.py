"""Signs that stand for numbers and letters: each of a series, for one wrong entry is a wrong number."""

import unicodedata

import pytest

from govreport.blocks import Stream, TableBlock
from govreport.model.grid import Table
from govreport.readers.docx import read_blocks
from govreport.readers.docx.number_formats import format_number
from govreport.readers.docx.styles_xml import heading_level
from govreport.readers.docx.symbols import symbol
from govreport.writers.docx import write_blocks

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# How Adobe's Symbol encoding names the letters that it puts in the place of Latin ones.
GREEK = {
    **dict(zip("abcdefgh", "alpha beta chi delta epsilon phi gamma eta".split(), strict=True)),
    **dict(zip("iklmnp", "iota kappa lamda mu nu pi".split(), strict=True)),
    **dict(zip("rstw", "rho sigma tau omega".split(), strict=True)),
}
ARROWS = dict(
    zip(range(0xAC, 0xB0), "LEFTWARDS UPWARDS RIGHTWARDS DOWNWARDS".split(), strict=True)
)


def roman_value(numeral: str) -> int:
    values = [ROMAN[letter] for letter in numeral]
    return sum(
        -value if value < max(values[at + 1 :], default=0) else value
        for at, value in enumerate(values)
    )


def test_roman_numerals_are_as_short_as_can_be_and_mean_their_numbers() -> None:
    numerals = [format_number(number, "upperRoman") for number in range(1, 4000)]
    assert [roman_value(numeral) for numeral in numerals] == list(range(1, 4000))
    forbidden = ("IIII", "XXXX", "CCCC", "VV", "LL", "DD", "IL", "IC", "XD", "XM", "VX", "LC")
    assert not [numeral for numeral in numerals if any(sign in numeral for sign in forbidden)]


@pytest.mark.parametrize("first", [0x81, 0x8C])
def test_circled_digits_mean_one_to_ten(first: int) -> None:
    shown = [symbol("Wingdings", f"F0{code:02X}") for code in range(first, first + 10)]
    assert [unicodedata.numeric(sign or "") for sign in shown] == list(range(1, 11))


@pytest.mark.parametrize(("letter", "name"), GREEK.items())
def test_the_symbol_font_shows_greek_letters(letter: str, name: str) -> None:
    shown = symbol("Symbol", f"F0{ord(letter):02X}")
    assert unicodedata.name(shown or "") == f"GREEK SMALL LETTER {name.upper()}"


@pytest.mark.parametrize(("code", "name"), ARROWS.items())
def test_the_symbol_font_shows_arrows(code: int, name: str) -> None:
    assert unicodedata.name(symbol("Symbol", f"{code:X}") or "") == f"{name} ARROW"


@pytest.mark.parametrize(("outline", "level"), [("-1", None), ("0", 1), ("8", 9), ("9", None)])
def test_outline_levels_zero_to_eight_are_headings(outline: str, level: int | None) -> None:
    assert heading_level(outline) == level


def test_a_table_of_a_thousand_columns_keeps_its_cells() -> None:
    block = TableBlock(Table([[str(column) for column in range(1000)]]))
    assert read_blocks(write_blocks(Stream((block,)))).blocks == (block,)


def test_bullets_and_boxes_of_wingdings_are_told_apart() -> None:
    codes = ("6C", "6E", "6F", "75", "A7", "A8", "FC", "FD", "FE")
    assert "".join(symbol("Wingdings", f"F0{code}") or "" for code in codes) == "●■□◆▪◻✔☒☑"
