"""Pinyin in brackets after the character that it reads."""

import pytest

from govreport.chinese.glosses import aligned, without_glosses


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("喀爾欽鎮(zhèn)", "喀爾欽鎮"),
        ("鎮（zhèn）人民政府", "鎮人民政府"),
        ("鎮?zhèn)人民政府", "鎮人民政府"),
        ("府(fu)(fu)信息", "府信息"),
        ("县(xian)水利局", "县水利局"),
        ("手机客户端(app)", "手机客户端(app)"),
        ("国内生产总值(GDP)", "国内生产总值(GDP)"),
        ("(一)总体情况", "(一)总体情况"),
        ("A(zhèn)", "A(zhèn)"),
    ],
)
def test_a_gloss_goes_and_every_other_bracket_stays(text: str, left: str) -> None:
    assert without_glosses(text) == left


def test_every_character_that_is_left_knows_where_it_stood() -> None:
    text = "喀爾欽鎮(zhèn)人民政府"
    plain, places = aligned(text)
    assert plain == "喀尔钦镇人民政府"
    assert [text[place] for place in places[:-1]] == list("喀爾欽鎮人民政府")
    assert places[-1] == len(text)
