"""The step `noise` by example: what it repairs."""

import pytest

import govreport

REPAIRED = (
    ("⽂件⺠生", "文件民生"),
    ("更立金年", "更立金年"),
    ("ＧＤＰ２０２１年１．５倍", "GDP2021年1.5倍"),
    ("æ”¿åºœä¿¡æ\u0081¯", "政府信息"),
    ("鏀垮簻淇℃伅", "政府信息"),
    ("本段。【字体：大 中 小】[bookmark: _GoBack]", "本段。"),
    ("第一行。\n【打印本页】 【关闭窗口】\n第二行。", "第一行。\n\n第二行。"),
    ("\ue5e5\ue5e5内\ufffd容结束。", "\u3000\u3000内容结束。"),
    ("﹝2021﹞", "〔2021〕"),
    ("? 政府信息", "政府信息"),
)


@pytest.mark.parametrize(("damaged", "clean"), REPAIRED)
def test_what_is_damaged_comes_back(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["noise"]) == clean


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("СОVID防控，WеChat上线", "COVID防控，WeChat上线"),
        ("𝐆𝐃𝐏增长", "GDP增长"),
        ("二、情况【打印本页】【关闭窗口】", "二、情况"),
        ("公开完毕。【关闭】", "公开完毕。"),
    ],
)
def test_what_stands_for_another_or_apart_from_the_text(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["noise"]) == clean


@pytest.mark.parametrize(
    "text", ["俄文ПРИВЕТ、АРР", "点击【打印】按钮", "请选择【关闭】", "关闭窗口", "变量𝑥"]
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert govreport.normalize_text(text, ["noise"]) == text
