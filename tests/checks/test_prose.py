"""Rules on prose: numbers that it states against the tables, and what must not alarm."""

from dataclasses import replace

import pytest

import govreport
from govreport import ReportDocument
from govreport.model.diagnostics import diagnostic
from tests.checks.reports import consistent, with_cell, with_text
from tests.timing import takes_at_most


def document_with(**numbers: int) -> ReportDocument:
    """Return a report in which the totals of these rows of tables 3 and 4 are as given."""
    document = consistent()
    reviews = ("reconsideration", "direct_litigation", "litigation_after_reconsideration")
    for fact in list(document.facts()):
        if fact.column == "total":
            value = numbers.get(fact.row, 0)
            table = "reviews" if fact.row in reviews else "applications"
            document = with_cell(document, (table, fact.row, "total"), str(value))
    return document


DOCUMENT = document_with(
    new_received=12,
    carried_over=1,
    granted=5,
    partially_granted=1,
    third_party_rights=1,
    internal_affairs=1,
    not_held=3,
    still_unclear=1,
    handled_total=12,
    carried_forward=1,
    reconsideration=2,
    direct_litigation=1,
    litigation_after_reconsideration=1,
)


def found(*sentences: str, kind: str = "overview") -> list[tuple[str, object, object]]:
    document = with_text(DOCUMENT, kind, *sentences)
    return [
        (each.rule, each.actual, each.expected)
        for each in govreport.check(document, select=["prose"])
    ]


@pytest.mark.parametrize(
    ("sentence", "rule", "stated"),
    [
        ("全年新收政府信息公开申请13件。", "new_received", 13),
        ("全年新收政府信息公开申请 １３ 件。", "new_received", 13),
        ("2021年，我镇共收到政府信息公开申请十一件。", "new_received", 11),
        (
            "本年度收到公民、法人和其他组织的政府信息公开申请15件，均按时答复。",
            "new_received",
            15,
        ),
        ("共受理依申请公开一百零三件。", "new_received", 103),
        ("新收到依申请公开政府信息申请共计9宗。", "new_received", 9),
        ("2021年收到11件政府信息公开申请。", "new_received", 11),
        ("本年度未收到政府信息公开申请。", "new_received", 0),
        ("全年没有收到依申请公开的申请。", "new_received", 0),
        ("全县共收到政府信息公开申请0件。", None, 0),
        ("全镇共收到政府信息公开申请0件。", "new_received", 0),
        ("共收到公众提出的政府信息公开申请25件。", "new_received", 25),
        ("收到依申请公开申请数为0。", "new_received", 0),
        ("没有收到公民、法人或者其他组织提出的政府信息公开申请。", "new_received", 0),
        ("共收到政府信息公開申請15件。", "new_received", 15),
        ("政府信息公开申请二十件，均已答复。", "new_received", 20),
        ("全年新收政府信息公开申请12件，上年结转2件。", "carried_over", 2),
        ("全年新收政府信息公开申请12件（含上年结转三件）。", "carried_over", 3),
        ("新收信息公开申请12件，上年度结转0件，办结12件。", "carried_over", 0),
        ("结转上年度申请5件，新收政府信息公开申请12件。", "carried_over", 5),
        ("新收信息公开申请12件，办结11件。", "handled_total", 11),
        ("新收信息公开申请12件，结转下年度继续办理0件。", "carried_forward", 0),
        ("收到信息公开申请12件，其中予以公开6件。", "granted", 6),
        ("收到信息公开申请12件。其中，予以公开的6件，部分公开1件。", "granted", 6),
        ("收到信息公开申请12件，6件予以公开。", "granted", 6),
        ("收到信息公开申请12件，予以公开5件、部分公开3件。", "partially_granted", 3),
        ("收到信息公开申请12件，不予公开3件。", "refused", 3),
        ("收到信息公开申请12件，无法提供2件。", "unavailable", 2),
        ("因政府信息公开工作引起行政复议3件，行政诉讼2件。", "reconsideration", 3),
        ("因政府信息公开工作引起行政复议2件，行政诉讼1件。", "litigation", 1),
        ("因政府信息公开被申请行政复议二件、提起行政诉讼三件。", "litigation", 3),
        ("本年度未发生因政府信息公开引起的行政复议。", "reconsideration", 0),
        ("较上年增加20%，本年新收政府信息公开申请13件。", "new_received", 13),
        ("2020年收到信息公开申请10件，2021年收到信息公开申请14件。", "new_received", 14),
        ("自2021年1月1日至2021年12月31日，共收到信息公开申请14件。", "new_received", 14),
    ],
)
def test_a_number_that_contradicts_the_table_is_found_with_its_sentence(
    sentence: str, rule: str | None, stated: int
) -> None:
    expected = [] if rule is None else [(f"prose.{rule}", stated)]
    assert [each[:2] for each in found(sentence)] == expected
    for finding in govreport.check(with_text(DOCUMENT, "overview", "首段。" + sentence)):
        if finding.rule.startswith("prose") and finding.place and finding.place.block == 0:
            assert finding.severity == "warning"
            assert finding.quote in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "全年新收政府信息公开申请12件，上年结转1件，办结12件，结转下年度继续办理1件。",
        "共收到政府信息公开申请13件（含上年结转1件），办结十二件。",
        "收到信息公开申请12件，其中自然人9件，商业企业3件，予以公开5件。",
        "2008年以来累计收到政府信息公开申请135件。",
        "五年来共收到政府信息公开申请88件。",
        "2020年收到政府信息公开申请30件。",
        "上年收到政府信息公开申请30件，较上年减少18件。",
        "比去年收到的政府信息公开申请30件少18件。",
        "上半年收到政府信息公开申请7件。",
        "通过网络收到政府信息公开申请7件，信函收到政府信息公开申请5件。",
        "收到人大代表建议12件、政协提案8件，办结20件。",
        "收到群众信访件35件，办结35件，不予处理2件。",
        "收到12345热线工单135件，办结134件。",
        "受理行政许可申请96件，办结96件。",
        "受理低保申请21件，予以公开21件。",
        "全年办理行政复议案件35件，行政应诉12件。",
        "司法局收到行政复议申请45件，办结40件。",
        "各乡镇共收到政府信息公开申请55件。",
        "全市共收到政府信息公开申请155件。",
        "每件政府信息公开申请均由专人办理，答复率100%。",
        "信息公开申请答复率为100%，同比上升3%。",
        "主动公开政府信息128条，予以公开规范性文件3件。",
        "收到政府信息公开申请10余件。",
        "收到政府信息公开申请近20件。",
        "县政府办公室收到政府信息公开申请7件，教育局收到政府信息公开申请5件。",
        "未收到对政府信息公开申请答复不服的投诉。",
        "未收到通过网站提交的政府信息公开申请。",
        "未发生行政复议被纠错的情况。",
        "行政诉讼中无败诉案件。",
        "因政府信息公开被申请行政复议2件，行政诉讼2件，其中行政复议维持1件。",
        "行政复议机关要求每件行政复议案件10日内答复。",
        "政府信息公开申请表第3项应填写联系电话。",
        "根据条例第二十七条，申请人可以提出政府信息公开申请。",
        "收到信息公开申请12件，其中予以公开5件，占41.7%。",
        "制发规范性文件3件，予以公开3件。",
        "一件政府信息公开申请经补正后予以公开。",
        "2019年至2021年，共收到政府信息公开申请60件。",
        "“十三五”期间共收到政府信息公开申请60件。",
        "新增依申请公开事项3项，依申请公开渠道新增1个。",
        "指导镇街办理依申请公开18件，收到重复信息公开申请5件。",
        "收到上级转办政府信息公开申请3件，收到同一申请人的政府信息公开申请4件。",
        "主动公开信息128条，依申请公开3条。",
        "法院审结行政诉讼案件220件，公开裁判文书210份。",
        "未出现因政府信息公开工作不力引起的行政复议败诉案件。",
        "编制依申请公开答复文书范本15份，举办依申请公开培训班3期。",
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_no_alarm(sentence: str) -> None:
    assert found(sentence) == []


def test_what_stands_under_a_heading_or_behind_a_sentence_on_applications_is_read() -> None:
    assert found("今年共收到信息公开申请12件。按时办结11件。")[0][:2] == (
        "prose.handled_total",
        11,
    )
    assert found("行政复议5件。", kind="reviews")[0][:2] == ("prose.reconsideration", 5)


def test_a_blank_table_contradicts_no_prose() -> None:
    document = ReportDocument(sections=DOCUMENT.sections[:1])
    document = with_text(document, "overview", "新收政府信息公开申请12件。")
    assert govreport.check(document, select=["prose"]) == []


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    [
        "共计" * 20_000,
        "收到信息公开申请" + "共计" * 20_000 + "甲",
        "予以公开" + "的政府信息" * 9_000,
        "办结12件。" * 9_000,
        "收到信息公开申请3件，" * 8_000,
        "2020年，" * 9_000 + "收到信息公开申请3件。",
        "金山镇" * 20_000,
        "由" * 20_000,
        "未" * 20000,
        "收到的" * 20000,
        "行政复议、行政诉讼" * 5000,
        "1" * 50000,
        "公民、法人和其他组织的" * 5000,
        "收到信息公开申请，" * 8000,
    ],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    document = with_text(DOCUMENT, "overview", text)
    assert takes_at_most(5, lambda: govreport.check(document))


BOTH = ["及", "和", "与", "或", "、", "以及", "或者", "/"]


@pytest.mark.parametrize("joined", BOTH)
@pytest.mark.parametrize(
    ("first", "second"),
    [("予以公开", "部分公开"), ("不予公开", "无法提供"), ("无法提供", "不予处理")],
)
def test_one_number_for_two_results_is_that_of_neither(
    joined: str, first: str, second: str
) -> None:
    assert found(f"收到信息公开申请12件，{first}{joined}{second}8件。") == []
    assert found(f"收到信息公开申请12件，{first}{joined}{second}共计8件。") == []
    assert found(f"收到信息公开申请12件，8件{first}{joined}{second}。") == []


def test_a_row_without_a_number_contradicts_no_prose() -> None:
    sentence = "收到信息公开申请12件，予以公开9件，不予公开3件，办结12件。"
    document = with_text(DOCUMENT, "overview", sentence)
    rules = [each.rule for each in govreport.check(document, select=["prose"])]
    assert rules == ["prose.granted", "prose.refused"]
    document = with_cell(document, ("applications", "granted", "total"), "")
    rules = [each.rule for each in govreport.check(document, select=["prose"])]
    assert rules == ["prose.refused"]


@pytest.mark.parametrize(("stated", "rules"), [(1, ["prose.refused"]), (2, []), (3, [])])
def test_with_a_blank_among_them_cells_sum_to_no_less(stated: int, rules: list[str]) -> None:
    document = with_cell(DOCUMENT, ("applications", "state_secret", "total"), "")
    document = with_text(document, "overview", f"收到信息公开申请12件，不予公开{stated}件。")
    assert [each.rule for each in govreport.check(document, select=["prose"])] == rules


@pytest.mark.parametrize("code", ["missing-row", "ambiguous-columns"])
def test_a_row_that_the_reader_left_open_contradicts_no_prose(code: str) -> None:
    told = diagnostic(code, table="applications", row="third_party_rights")
    document = with_cell(DOCUMENT, ("applications", "third_party_rights", "total"), "")
    document = with_text(document, "overview", "收到信息公开申请12件，不予公开0件。")
    assert len(govreport.check(document, select=["prose.refused"])) == 1
    assert govreport.check(replace(document, diagnostics=(told,)), select=["prose.refused"]) == []
