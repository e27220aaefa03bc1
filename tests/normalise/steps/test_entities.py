"""Character references left in a text."""

import pytest

import govreport


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("云岭&#38215;&#x4EBA;民&#25919;府", "云岭镇人民政府"),
        (
            "落实&ldquo;三公开&rdquo;&mdash;&mdash;逐级审核&hellip;&hellip;",
            "落实“三公开”——逐级审核……",
        ),
        ("一&amp;lt;二&amp;#38215;", "一<二镇"),
        ("&nbsp;&nbsp;总体情况&nbsp", "\u00a0\u00a0总体情况\u00a0"),
        ("第&#8544;类&#12290;", "第Ⅰ类。"),
    ],
)
def test_a_reference_is_its_character(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["noise"]) == clean


@pytest.mark.parametrize(
    "text",
    [
        "空格写作&nbsp;，小于号写作“&lt;”。",
        "R&D;投入增长，AT&T;公司。",
        "网址http://a.example.com/?a=1&b=2。",
        "实体&copy;显示为版权符号。",
        "控制符&#7;与&#0;。",
    ],
)
def test_what_is_spoken_of_or_is_none_stays(text: str) -> None:
    assert govreport.normalize_text(text, ["noise"]) == text
