"""The first and the last day of a year, as they are written."""

import re

import pytest

from govreport.chinese.periods import FIRST_DAY, LAST_DAY


@pytest.mark.parametrize("text", ["1月1日", "01月01日", "一月一日"])
def test_the_first_day_in_digits_and_numerals(text: str) -> None:
    assert re.fullmatch(FIRST_DAY, text)
    assert not re.fullmatch(LAST_DAY, text)


@pytest.mark.parametrize("text", ["12月31日", "十二月三十一日"])
def test_the_last_day_in_digits_and_numerals(text: str) -> None:
    assert re.fullmatch(LAST_DAY, text)
    assert not re.fullmatch(FIRST_DAY, text)


@pytest.mark.parametrize("text", ["1月11日", "11月1日", "12月3日", "1月1"])
def test_other_days_are_neither(text: str) -> None:
    assert not re.fullmatch(FIRST_DAY, text)
    assert not re.fullmatch(LAST_DAY, text)
