"""Which dates a text states."""

import datetime

import pytest

from govreport.model.dates import calendar_date

DAY = datetime.date(2022, 1, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-20",
        "2022/1/20",
        "2022.1.20",
        "2022年1月20日",
        "2022 年 1 月 20 日",
        "２０２２年１月２０日",
        "2022-01-20 18:26",
        "2022-01-2018:26",
        "2022-01-2018:26:05",
        "[2022-01-20]",
        "发布于2022-01-20T10:00:00+08:00",
        "2022-01-20 / 2023-01-20",
    ],
)
def test_a_date_is_read_however_it_is_printed(text: str) -> None:
    assert calendar_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022",
        "2022-01",
        "2022-13-01",
        "2022-02-30",
        "2022-1-112:30",
        "12022-01-20",
        "2022-01-201",
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(text: str) -> None:
    assert calendar_date(text) is None
