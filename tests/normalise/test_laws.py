"""What holds of normalising for every document: the laws of the step."""

import random
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.model.document import ReportDocument
from govreport.model.facts import Fact
from govreport.normalise import STEPS
from govreport.testing import damaged_texts, ordinary_documents, report_documents, report_texts
from tests.laws.registry import share

CHINESE = "鎮镇態經统計著乾於后裡信息公开文件檔案網路資訊，。、：；（）,.:;?!()\"'“”‘’《》……—-  \u3000\u00a0\u200b\n"
OTHERS = "0123456789abzhèntài/:@.=&?#％%〔〕⽂爨金ＧＤＰ２æ”¿鏀垮簻\ufffd\ue000一二是第条"
SNIPPETS = (
    "鎮(zhèn) 經(jīng) 和(he) 重(chóng) 政府 檔案 資訊 最佳化 請?zhí)幚頉Q定 鏀垮簻淇℃伅 æ”¿åºœ 【字体：大 中 小】 打印本页"
    " 葡京娱乐城注册送彩金。 【广告】 （GDP） (GDP) http://a.b/c 12,345 8:30 ...... -- “ ” \" ' 負責人： 第三条 於 乾 著 (1)"
    " \u200b \u3000 \n { } , . : ; ? ! ( ) 。 ， ﹝ ⽂ Ａ２ \ufffd"
).split(" ")
CLEAN = (Path(__file__).parent / "clean" / "registers.txt").read_text("utf-8").splitlines()
TEXTS = st.one_of(
    st.lists(st.sampled_from((*SNIPPETS, " ")), max_size=12).map("".join),
    st.text(CHINESE + OTHERS, max_size=40),
    report_texts(),
    damaged_texts(),
    st.text(),
)


def figures(document: ReportDocument) -> Counter[tuple[object, ...]]:
    """The facts of a document, but for the agency and year, which the repair may bring to light."""

    def of(fact: Fact) -> tuple[object, ...]:
        return (
            fact.table,
            fact.item,
            fact.row,
            fact.column,
            fact.text,
            fact.value,
            fact.unit,
        )

    return Counter(of(fact) for fact in document.facts())


@given(TEXTS)
@share(4)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = govreport.normalize_text(text)
    assert govreport.normalize_text(once) == once


@share(4)
@given(report_documents())
def test_normalising_a_document_twice_changes_nothing_more(document: ReportDocument) -> None:
    once = govreport.normalize(document).document
    again = govreport.normalize(once)
    assert again.changes == ()
    assert again.document is once


@share(4)
@given(ordinary_documents())
def test_a_clean_document_comes_back_as_the_same_object(document: ReportDocument) -> None:
    result = govreport.normalize(document)
    assert result.changes == ()
    assert result.document is document


@share(4)
@given(report_documents())
def test_no_fact_ever_changes(document: ReportDocument) -> None:
    after = govreport.normalize(document).document
    assert figures(document) <= figures(after)
    assert document.year in (None, after.year)


@share(4)
@given(report_documents())
def test_the_changes_made_again_are_the_result(document: ReportDocument) -> None:
    result = govreport.normalize(document)
    assert govreport.replay(document, result.changes) == result.document
    assert (result.changes == ()) == (result.document == document)


@share(4)
@given(report_documents())
def test_no_step_ever_fails(document: ReportDocument) -> None:
    # The fixture of this folder has what a step raises go through.
    govreport.normalize(document)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.randoms(use_true_random=False))
@share(4)
def test_clean_text_between_damage_is_no_danger_to_either(
    texts: list[str], chance: random.Random
) -> None:
    clean = [chance.choice(CLEAN) for _ in texts]
    mixed = "\n".join(line for pair in zip(clean, texts, strict=True) for line in pair)
    once = govreport.normalize_text(mixed)
    assert govreport.normalize_text(once) == once


@given(report_documents(), st.sampled_from(("docx", "html", "pipe", "tab", "json")))
@share(20)
def test_normalising_before_converting_and_after_it_are_the_same(
    document: ReportDocument, format: str
) -> None:
    before = govreport.dumps(govreport.normalize(document).document, format)
    after = govreport.normalize(govreport.loads(govreport.dumps(document, format), format))
    assert govreport.dumps(after.document, format) == before


@share(4)
@given(report_documents(), st.sets(st.sampled_from(STEPS)))
def test_only_the_steps_asked_for_change_anything(
    document: ReportDocument, steps: set[str]
) -> None:
    result = govreport.normalize(document, steps)
    assert {change.step for change in result.changes} <= steps


def test_an_unknown_step_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(govreport.ReportError, match="glosses"):
        govreport.normalize_text("甲", ["gloss"])


def test_every_pair_of_steps_is_a_choice() -> None:
    for pair in combinations(STEPS, 2):
        assert govreport.normalize_text("无。", pair) == "无。"
