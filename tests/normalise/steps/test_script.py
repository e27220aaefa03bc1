"""The step `script` by example: what it repairs."""

import pytest

import govreport

REPAIRED = (
    (
        "全麵落實法定製度,完善體係,瞭解關於乾部的規定",
        "全面落实法定制度,完善体系,了解关于干部的规定",
    ),
    ("優化入口網站,規範性檔案和資訊公開最佳化", "优化门户网站,规范性文件和信息公开优化"),
    (
        "檔案館的電子檔案與規範性檔案,透過網路查閱資料庫",
        "档案馆的电子档案与规范性文件,通过网络查阅数据库",
    ),
    ("羣衆在綫辦理,裏外銜接", "群众在线办理,里外衔接"),
    ("顯著的著作權與看著,明瞭瞭望,乾縣的乾淨", "显著的著作权与看着,明了瞭望,乾县的干净"),
    ("答覆反覆覆蓋,憑藉慰藉", "答复反复覆盖,凭借慰藉"),
    ("政府信息公開「三審三校」", "政府信息公开“三审三校”"),
)


@pytest.mark.parametrize(("damaged", "clean"), REPAIRED)
def test_what_is_damaged_comes_back(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["script"]) == clean


OWN = (
    "青禾县云岭镇人民政府公布本报告，全年主动公开信息，发布规定，执行条例，开展工作。",
    "云岭镇机关处理申请，作出决定，内容准确，没有诉讼。",
)


def test_a_foreign_law_that_is_quoted_without_marks_stays() -> None:
    law = "人民得依本法規定請求政府機關提供政府資訊，政府機關應於受理申請之日起十五日內，為准駁之決定。"
    text = "\n".join((*OWN, law))
    assert govreport.normalize_text(text) == text


def test_a_line_of_the_report_itself_that_was_converted_comes_back() -> None:
    line = "雲嶺鎮機關公開規定，執行條例，開展業務學習。"
    text = "\n".join((*OWN, line))
    assert govreport.normalize_text(text).endswith(
        "\n云岭镇机关公开规定，执行条例，开展业务学习。"
    )


def test_words_of_both_scripts_prove_a_conversion_of_single_characters() -> None:
    text = "规範执行，开展業务培训，組织领导，会議准备。"
    assert (
        govreport.normalize_text(text, ["script"])
        == "规范执行，开展业务培训，组织领导，会议准备。"
    )


def test_forms_of_japan_are_converted_as_others_are() -> None:
    text = "社会経済発展，変更条例，総结対策，実际労动，関于国际検査。"
    assert govreport.normalize_text(text, ["script"]) == (
        "社会经济发展，变更条例，总结对策，实际劳动，关于国际检查。"
    )
