"""Numbers in running text and in headings, each read as far as it is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.chinese.numerals import counting_number, number
from govreport.model.values import read_value


@given(st.integers(0, 99_999))
def test_chinese_numerals_are_read_as_they_are_written(value: int) -> None:
    assert number(str(value)) == value
    assert number(f"{value:,}") == value
    assert number(chinese(value)) == value


def chinese(value: int) -> str:
    if value >= 10_000:
        low = value % 10_000
        behind = ("零" if 0 < low < 1_000 else "") + (chinese(low).lstrip("零") if low else "")
        return chinese(value // 10_000) + "万" + behind
    text, digits = "", "零一二三四五六七八九"
    for position, each in enumerate(f"{value:04d}"):
        text += digits[int(each)] + (("千", "百", "十", "")[position] if each != "0" else "")
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.strip("零") or "零"


@pytest.mark.parametrize("text", ["三千五", "百", "十十", "一二十", "二百三百", "", "十百"])
def test_numerals_with_two_readings_or_none_are_not_read(text: str) -> None:
    assert number(text) is None


@given(st.integers(1, 99))
def test_what_counts_headings_is_a_number_of_running_text_as_well(value: int) -> None:
    assert (
        counting_number(chinese(value).removeprefix("一") if 10 <= value < 20 else chinese(value))
        == value
    )
    assert number(chinese(value)) == value


@pytest.mark.parametrize("text", ["二〇", "二三", "零", "百", "一百", "两", "十二十"])
def test_headings_are_not_counted_digit_by_digit_and_not_beyond_ninety_nine(text: str) -> None:
    assert counting_number(text) is None


@pytest.mark.parametrize("text", ["十二", "二〇二三", "两千"])
def test_a_cell_states_no_number_in_chinese_numerals_while_running_text_does(text: str) -> None:
    assert number(text) is not None
    reading = read_value(text)
    assert (reading.value, reading.doubtful) == (None, True)
