"""What number a cell states, and where it states none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.model.values import Reading, read_cell, read_value
from tests.timing import takes_at_most

BLANKS = ["", " ", "  ", "\u00a0", "\u3000", "\n", "\t"]


@given(st.integers(min_value=-(10**30), max_value=10**30), st.sampled_from(BLANKS))
def test_every_whole_number_is_read_in_every_way_of_printing_it(number: int, blank: str) -> None:
    wide = str(number).translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))
    for printed in (str(number), f"{number:,}", wide, f"{number:,}".replace(",", "，")):
        assert read_value(f"{blank}{printed}{blank}") == Reading(number)
    assert read_value(f"{number}{blank}件") == Reading(number, "件")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_decimal_keeps_every_digit_that_is_printed(number: Decimal) -> None:
    assert read_value(f"{number:f}万元") == Reading(number, "万元")
    assert str(read_value(f"{number:f}").value) == f"{number:f}"


@given(st.from_regex(r"\A[-+ ]?[0-9]{1,6}[\s,.，]{1,3}[0-9]{1,6}\Z"))
def test_two_groups_of_digits_are_one_number_only_as_thousands_or_decimals(text: str) -> None:
    reading = read_value(text)
    if reading.value is None:
        assert reading.doubtful
    else:
        joint = text.strip().lstrip("-+ ").strip("0123456789")
        assert joint in {",", "，", "."}


@given(st.text(max_size=12))
def test_a_text_without_a_digit_states_no_number(text: str) -> None:
    reading = read_value(text)
    if not any(character in "0123456789０１２３４５６７８９" for character in text):
        assert reading.value is None


@given(st.text(alphabet="0123456789,.+-−()（）?* \n元万件增减少加含/—", max_size=14))
def test_a_value_never_has_digits_that_were_not_printed_side_by_side(text: str) -> None:
    value = read_value(text).value
    if value is not None:
        printed = text.replace(",", "").lstrip("-−+")
        assert str(abs(value)).lstrip("0") in printed


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("0", 0, None),
        ("007", 7, None),
        ("1,234", 1234, None),
        ("12,345,678", 12345678, None),
        ("１２", 12, None),
        ("１，２３４．５", Decimal("1234.5"), None),
        ("0件", 0, "件"),
        ("12\n件", 12, "件"),
        ("3人次", 3, "人次"),
        ("251000元", 251000, "元"),
        ("3.5万元", Decimal("3.5"), "万元"),
        ("976.81\n万元", Decimal("976.81"), "万元"),
        ("5（万元）", 5, "万元"),
        ("3.5萬元", Decimal("3.5"), "万元"),
        ("共計5項（單位：項）", 5, "项"),
        ("減少5條", -5, "条"),
        ("負5", -5, None),
        ("無", None, None),
        ("5（单位：万元）", 5, "万元"),
        ("5万元（万元）", 5, "万元"),
        ("12（含网上3件）", 12, None),
        ("12（其中减少的3件）", 12, None),
        ("12（全部公开）", 12, None),
        ("120.5（同比增长3.2%）", Decimal("120.5"), None),
        ("8万元（较上年增加12％）", 8, "万元"),
        ("12（注1）", 12, None),
        ("12†", 12, None),
        ("12①②", 12, None),
        ("12件[^note-1]", 12, "件"),
        (r"12\[1\]", 12, None),
        ("12[1](#note-1)", 12, None),
        ("12^1^", 12, None),
        ("12<sup>1</sup>", 12, None),
        ("? 0", 0, None),
        ("???? 12", 12, None),
        ("增加5", 5, None),
        ("净增 5", 5, None),
        ("减少\n5件", -5, "件"),
        ("减5", -5, None),
        ("+81", 81, None),
        ("- 35", -35, None),
        ("\u200b7\ufeff", 7, None),
        ("负5", -5, None),
        ("5件。", 5, "件"),
        ("5（全部公开）。", 5, None),
        ("1.0", Decimal("1.0"), None),
        ("共5件", 5, "件"),
        ("共计 5", 5, None),
        ("5件次", 5, "件次"),
        ("5件（次）", 5, "件(次)"),
        ("5 件/次", 5, "件/次"),
        ("5人／次", 5, "人/次"),
        ("9" * 1000, int("9" * 1000), None),
    ],
)
def test_a_number_is_read_with_its_unit(
    text: str, value: int | Decimal, unit: str | None
) -> None:
    assert read_value(text) == Reading(value, unit)


@pytest.mark.parametrize("minus", list("-－−﹣‐‑‒–"))
def test_every_minus_sign_makes_the_number_negative(minus: str) -> None:
    assert read_value(f"{minus}35") == Reading(-35)
    assert read_value(f"{minus}3.50万元") == Reading(Decimal("-3.50"), "万元")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\u3000",
        "\u200b",
        *"/／\\-－—–─―无·",
        "//",
        "--",
        "----",
        "- -",
        "——",
        "nan",
        "NaN",
        "<NA>",
    ],
)
def test_blank_and_marks_state_no_number_without_doubt(text: str) -> None:
    assert read_value(text) == Reading(None)


@pytest.mark.parametrize(
    "text",
    [
        "*",
        "1*",
        "**3",
        "1,23",
        "1234,567",
        "0,123",
        "1, 234",
        "1,\n234",
        "12\n34",
        "1 234",
        "1 2",
        "3(2)",
        "3（2件）",
        "3（三）",
        "3（较上年减少）",
        "3（↓）",
        "5（-3）",
        "84565元（8.4565万元）",
        "5元（万元）",
        "3.5万",
        "-\n35",
        "?\n5",
        "?5",
        "5?",
        "\u00ad35",
        "--5",
        "+-5",
        "—35",
        "减少-5",
        "(5)",
        "5.",
        ".5",
        "1.2.3",
        "1e5",
        "1_000",
        "5%",
        "5（同比下降3%）",
        "5（增长3%）",
        "5（同比增长3）",
        "3/5",
        "2-3",
        "约5",
        "5左右",
        "近5",
        "5余件",
        "（5）",
        "-（5）",
        "负-5",
        "—5",
        "5-6",
        "5、",
        "5；",
        "5^2",
        "5^200^",
        "5[200]",
        "5[1](https://example.org)",
        "5（注1件）",
        "5.。",
        "5。",
        "共",
        "件",
        "十二",
        "壹拾贰",
        "一",
        "〇",
        "○",
        "o",
        "O",
        "l",
        "I",
        "①",
        "٣",
        "第5项",
        "\u202e12",
        "9" * 1001,
    ],
)
def test_what_could_be_no_number_or_two_is_doubtful(text: str) -> None:
    assert read_value(text) == Reading(None, None, doubtful=True)


def test_a_negative_decimal_is_not_rounded_to_the_precision_of_the_context() -> None:
    digits = "12345678901234567890.123456789012345678901"
    assert str(read_value(f"-{digits}").value) == f"-{digits}"


@pytest.mark.timed
@pytest.mark.parametrize(
    "pattern", ["5{}x", "? {}x", "-{}x", "增{}x", "5件{}x", "5({}", "{}", "{}x", "-{}-{}x"]
)
@pytest.mark.parametrize("filling", [" ", "\n ", "9", "-", "- ", ",999", "(", "?"])
def test_no_text_makes_the_reading_slow(pattern: str, filling: str) -> None:
    text = pattern.replace("{}", filling * 200_000)
    assert takes_at_most(2, lambda: read_value(text))


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(["", "件", "人"]))
def test_a_point_that_may_part_thousands_states_no_count(
    before: int, behind: int, printed: str
) -> None:
    text = f"{before}.{behind:03d}{printed}"
    assert read_cell(text, "件").doubtful
    assert read_cell(f"-{text}", "元").doubtful
    assert read_cell(f"{before}.{behind:03d}万元", "件") == read_value(
        f"{before}.{behind:03d}万元"
    )


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("1.624", "万元"),
        ("1.624", ""),
        ("0.624", "件"),
        ("1.62", "件"),
        ("1,624", "件"),
        ("1624.000", "件"),
    ],
)
def test_a_point_that_parts_no_thousands_is_one_of_decimals(text: str, unit: str) -> None:
    assert read_cell(text, unit) == read_value(text)
    assert read_value(text).value is not None
