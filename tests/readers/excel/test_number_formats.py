"""Numbers as a cell displays them."""

from decimal import Decimal

import pytest

from govreport.readers.excel.number_formats import BUILT_IN, Displayed, shown_number, shown_text


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("12", "General", "12"),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("1E+3", "General", "1000"),
        ("-5", "General", "-5"),
        ("1234", "#,##0", "1,234"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("7", "000", "007"),
        ("5", '0"件"', "5件"),
        ("5", r"0\件", "5件"),
        ("5", 'G/通用格式"件"', "5件"),
        ("5", 'General"件"', "5件"),
        ("-5", '0"件"', "-5件"),
        ("-5", "0;[Red]-0", "-5"),
        ("-5", "0_);(0)", "(5)"),
        ("0.5", "0%", "50%"),
        ("12.50", "0.##", "12.5"),
        ("12", "0.##", "12"),
        ("3.5", '0.0"万元"', "3.5万元"),
        ("1234", "[$¥-804]#,##0", "¥1,234"),
        ("45310", "yyyy/m/d", "2024/1/19"),
        ("45310", 'yyyy"年"m"月"d"日"', "2024年1月19日"),
        ("45310.5", "h:mm", "12:00"),
        ("45310.5", "yyyy-mm-dd hh:mm:ss", "2024-01-19 12:00:00"),
        ("0.5", "# ?/?", "0.5"),
        ("1234", "0.0E+0", "1234"),
        ("15", "[DBNum1]General", "15"),
        ("15", "[>10]0.0;0", "15"),
        ("15", "", "15"),
    ],
)
def test_a_number_is_displayed_in_its_format(number: str, code: str, text: str) -> None:
    assert shown_number(Decimal(number), code) == Displayed(text)


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("2.6", "0", "3"),
        ("2.5", "0", "3"),
        ("-0.4", "0", "0"),
        ("1500", "0,", "2"),
        ("0", ";;", ""),
        ("5", ";;;", ""),
        ("0", BUILT_IN[41], "-"),
        ("0", "#,##0.00;-#,##0.00", "0.00"),
        ("-5", "0;0", "5"),
        ("5", '"甲"', "甲"),
        ("0", '0;-0;"无"', "无"),
    ],
)
def test_what_does_not_tell_the_number_stored_says_so(number: str, code: str, text: str) -> None:
    exact = (number, code) == ("0", "#,##0.00;-#,##0.00")
    assert shown_number(Decimal(number), code) == Displayed(text, exact=exact)


def test_days_before_the_first_or_beyond_the_last_are_numbers() -> None:
    assert shown_number(Decimal("9e9"), "yyyy/m/d").text == "9000000000"
    assert shown_number(Decimal(0), "yyyy/m/d", date_1904=True).text == "1904/1/1"


def test_a_text_is_shown_by_the_fourth_section() -> None:
    assert shown_text("甲", "0;0;0;@") == "甲"
    assert shown_text("甲", '@"乙"') == "甲乙"
    assert shown_text("甲", ";;;") == ""
    assert shown_text("甲", "General") == "甲"
