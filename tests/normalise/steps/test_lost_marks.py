"""Question marks, true ones and those that stand for what an encoding lacks."""

import pytest

import govreport


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("真的吗?!太好了!?", "真的吗？！太好了！？"),
        ("公开了没有?是不是都公开了?", "公开了没有?是不是都公开了？"),
        ("如何查询?登录网站。", "如何查询？登录网站。"),
        ("? 网站更新。\n? 公众号更新。", "网站更新。\n公众号更新。"),
        ("??网站更新。?", "网站更新。"),
    ],
)
def test_a_question_is_told_by_its_words(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged) == clean


@pytest.mark.parametrize(
    "text",
    ["落实?三公开?制度，推进?互联网+?服务。", "?三公开?制度落实到位。", "用“?”表示一个字符。"],
)
def test_a_mark_that_may_stand_for_another_stays(text: str) -> None:
    assert govreport.normalize_text(text) == text
