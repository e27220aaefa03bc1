"""Texts folded for comparison."""

import subprocess
import sys

import pytest

from govreport.recognise.labels.folding import is_traditional, simplified, skeleton


@pytest.mark.parametrize("text", ["——一网通办·云岭", "甲\u00a0乙", "• 条目", "二〇二三年 ☑"])
def test_a_sign_that_the_charset_lacks_makes_no_text_traditional(text: str) -> None:
    assert not is_traditional(text)
    assert simplified(text) == text


@pytest.mark.parametrize(("text", "expected"), [("報告——公開", "报告——公开"), ("資訊", "资讯")])
def test_an_ideograph_that_the_charset_lacks_does(text: str, expected: str) -> None:
    assert is_traditional(text)
    assert simplified(text) == expected


def test_reading_a_dash_loads_no_dictionaries() -> None:
    program = (
        "import sys, govreport; govreport.loads('云岭镇2023年政府信息公开工作年度报告\\n\\n一、总体情况"
        "\\n\\n公开——·办事指南。\\n', 'pipe'); print('opencc' in sys.modules)"
    )
    printed = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=True
    )
    assert printed.stdout.split() == ["False"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("行政規範性檔案", "行政规范性文件"),
        ("政府資訊公開申請數量", "政府信息公开申请数量"),
        ("採購專案數量", "采购项目数量"),
        ("档案数量", "档案数量"),
        ("其它档案", "其他档案"),
    ],
)
def test_words_of_taiwan_are_those_of_the_mainland_in_traditional_script_alone(
    printed: str, meant: str
) -> None:
    assert skeleton(printed) == meant
