"""Which script a text is in, and what it is in the simplified one."""

import pytest
from hypothesis import given

from govreport.chinese.script import is_traditional, simplified, simplified_character
from govreport.normalise.conversion import as_simplified
from govreport.testing import texts


@pytest.mark.parametrize("text", ["政府信息公开", "ABC 12", "——“”《》", ""])
def test_what_the_charset_of_the_mainland_holds_is_as_it_is(text: str) -> None:
    assert not is_traditional(text)
    assert simplified(text) is text


def test_what_it_lacks_is_simplified() -> None:
    assert is_traditional("政府信息公開")
    assert simplified("政府信息公開年度報告") == "政府信息公开年度报告"
    assert simplified_character("開") == "开"


def test_long_texts_are_simplified_a_character_at_a_time() -> None:
    assert simplified("縣鎮" * 500) == "县镇" * 500


@given(texts())
def test_what_is_simplified_is_simplified_no_further(text: str) -> None:
    once = simplified(text)
    assert simplified(once) == once or is_traditional(once)


def test_what_is_compared_goes_by_phrases_and_what_is_repaired_keeps_what_names_need() -> None:
    assert (simplified("甯縣"), as_simplified("甯縣")) == ("宁县", "甯县")
    assert (simplified("乾縣"), as_simplified("乾縣")) == ("乾县", "干县")
