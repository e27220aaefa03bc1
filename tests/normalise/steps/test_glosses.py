"""The step `glosses` by example: what it repairs."""

import pytest

import govreport

REPAIRED = (
    ("喀爾欽鎮(zhèn)經(jīng)濟常態(tài)", "喀爾欽鎮經濟常態"),
    ("鎮(zhen4)經(jing1)態(tai4)", "鎮經態"),
    ("鎮（zhèn）經（jīng）態（tài）(GDP)(一)", "鎮經態(GDP)(一)"),
    ("綠(lǜ)律(lv)旅(lu:3)鎮(Zhèn)", "綠律旅鎮"),
)


@pytest.mark.parametrize(("damaged", "clean"), REPAIRED)
def test_what_is_damaged_comes_back(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["glosses"]) == clean


def test_one_gloss_is_text_and_dozens_are_damage() -> None:
    assert govreport.normalize_text("喀爾欽鎮(zhèn)政府", ["glosses"]) == "喀爾欽鎮(zhèn)政府"
    assert govreport.normalize_text("镇(zhèn)" * 24, ["glosses"]) == "镇" * 24
