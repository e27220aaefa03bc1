"""Characters of private use and U+FFFD."""

import govreport


def test_what_a_standard_put_into_private_use_is_what_unicode_has_now() -> None:
    assert govreport.normalize_text("张\ue863、李\ue81e") == "张䶮、李\u9fb4"
    assert govreport.normalize_text("\ue5e5\ue5e5总体情况") == "总体情况"


def test_what_cuts_a_word_is_taken_out_and_what_may_be_a_character_stays() -> None:
    assert govreport.normalize_text("负责\ue123政\ufffd府网站") == "负责\ue123政府网站"
    assert govreport.normalize_text("村民李\ue123明") == "村民李\ue123明"
    assert govreport.normalize_text("信\ufffd公开") == "信\ufffd公开"


def test_what_a_program_put_between_all_words_is_taken_out() -> None:
    text = "政府信息公开工作由办公室负责"
    assert govreport.normalize_text("\ufffd".join(text)) == text
