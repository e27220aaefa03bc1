"""The step `glosses` by example: what it repairs."""

import pytest

import govreport

REPAIRED = (
    ("喀爾欽鎮(zhèn)經(jīng)濟常態(tài)", "喀爾欽鎮經濟常態"),
    ("鎮(zhen4)經(jing1)態(tai4)", "鎮經態"),
    ("鎮（zhèn）經（jīng）態（tài）(GDP)(一)", "鎮經態(GDP)(一)"),
    ("綠(lǜ)律(lv)旅(lu:3)鎮(Zhèn)態(tai)", "綠律旅鎮態"),
    ("鎮[zhèn]經【jīng】濟態（ TÀI ）發(FĀ)展", "鎮經濟態發展"),
    ("鎮ZHÈN經jīng濟態tai，發fā展，三年nián1月yuè2日", "鎮經濟態，發展，三年1月2日"),
    ("鎮(zhèn人民經(jīng濟常態(tài，", "鎮人民經濟常態，"),
    (
        "人民政府(zhèng fǔ)信息公開(gōngkāi)條例(tiáo'lì)，機關(jīguān)",
        "人民政府信息公開條例，機關",
    ),
)


@pytest.mark.parametrize(("damaged", "clean"), REPAIRED)
def test_what_is_damaged_comes_back(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["glosses"]) == clean


def test_one_gloss_is_text_and_dozens_are_damage() -> None:
    assert govreport.normalize_text("喀爾欽鎮(zhèn)政府", ["glosses"]) == "喀爾欽鎮(zhèn)政府"
    assert govreport.normalize_text("镇(zhèn)" * 24, ["glosses"]) == "镇" * 24


@pytest.mark.parametrize(
    "text",
    [
        "春(chūn)眠(mián)不(bù)觉(jué)晓(xiǎo)，处(chù)处(chù)闻(wén)啼(tí)鸟(niǎo)。\n全年公开信息96条。",
        "口诀：云（yún）在天，水（shuǐ）在地，树（shù）在山，花（huā）在园。",
        "亳(bó)州、涡(guō)阳、蚌(bèng)埠、歙(shè)县、盱(xū)眙(yí)。",
        "使用WiFi、A类B类，他he说。",
    ],
)
def test_lessons_and_rare_readings_are_text(text: str) -> None:
    assert govreport.normalize_text(text, ["glosses"]) == text
