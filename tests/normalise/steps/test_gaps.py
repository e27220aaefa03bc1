"""Gaps within words, and those that an author left between them."""

import pytest

import govreport
from govreport.normalise.steps.gaps import gaps, proven
from govreport.normalise.steps.spaces import _GAP


def test_a_gap_cuts_a_word_or_parts_two() -> None:
    assert [gap.cuts for gap in gaps("做好政 府信息公开 工作", _GAP)] == [True, False]
    assert [gap.cuts for gap in gaps("经 濟發展", _GAP)] == [True]
    assert not proven(gaps("王伟 李强 张文 明亮", _GAP))


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        (
            "认真做好政 府信息公开 工作，进一步 完善制 度，规范程 序。",
            "认真做好政府信息公开工作，进一步完善制度，规范程序。",
        ),
        ("公\u2800开内\u2800容\u2028准\u2028确", "公开内容准确"),
        ("县行政审批局做好信 息公开\u00a0工作", "县行政审批局做好信息公开工作"),
    ],
)
def test_gaps_are_closed_where_words_prove_them(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["spaces"]) == clean
