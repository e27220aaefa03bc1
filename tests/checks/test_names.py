"""Rules on the agency, the year and the period that the text names."""

from dataclasses import replace

import pytest

import govreport
from govreport import Paragraph
from tests.checks.reports import consistent, with_text


def names(sentence: str, agency: str = "青禾县云岭镇") -> list[str]:
    document = with_text(replace(consistent(), agency=agency), "overview", sentence)
    return [each.rule for each in govreport.check(document, select=["names"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "2021年，金山镇坚持以公开为常态。",
        "金山镇人民政府严格按照条例开展工作。",
        "截止目前，金山镇依申请公开政府信息的条数为0。",
        "青禾县金山镇高度重视政府信息公开工作。",
        "如有疑问，请与金山镇党政综合办公室联系。",
        "本报告由金山镇人民政府编制。",
        "一年来，金山镇党委、政府高度重视。",
        "现将金山镇2021年政府信息公开工作年度报告公布如下。",
    ],
)
def test_another_agency_that_reports_is_found(sentence: str) -> None:
    assert names(sentence) == ["names.agency"]


@pytest.mark.parametrize(
    "sentence",
    [
        "2021年，云岭镇坚持以公开为常态。",
        "青禾县云岭镇人民政府严格按照条例开展工作。",
        "我镇坚持以公开为常态。",
        "全镇认真落实条例。",
        "青禾县高度重视政府信息公开工作，我镇积极落实。",
        "我镇到金山镇学习经验。",
        "县政府门户网站云岭镇专栏公开信息214条。",
        "教育局、金山镇来我镇调研。",
        "各乡镇认真落实。",
        "特色小镇持续推进，美丽乡镇主动公开，城镇持续发展。",
        "一是云岭镇政府严格落实。",
    ],
)
def test_the_agency_itself_and_its_neighbours_are_no_alarm(sentence: str) -> None:
    assert names(sentence) == []


def test_an_office_speaks_of_others_but_not_as_itself() -> None:
    assert names("公安分局坚持公开，市教育局高度重视。", "青禾县公安局") == []
    assert names("青禾县财政局坚持以公开为常态。", "青禾县教育局") == ["names.agency"]


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("2020年，我镇坚持以公开为常态。", ["names.year"]),
        ("2020年，我镇收到申请3件，2021年收到5件。", []),
        ("2021年，我镇坚持以公开为常态。", []),
        ("2019年5月15日，新修订的条例施行。", []),
        ("2018年以来，我镇坚持以公开为常态。", []),
        ("统计期限自2021年1月1日至2021年11月30日。", ["names.period"]),
        ("所列数据的统计期限自2020年1月1日起至2020年12月31日止。", ["names.period"]),
        ("所列数据的统计期限自2021年1月1日起至12月31日止。", []),
    ],
)
def test_other_years_and_periods_are_found(sentence: str, rules: list[str]) -> None:
    assert names(sentence) == rules


def test_the_preamble_and_the_title_name_the_year_of_the_report() -> None:
    preamble = (Paragraph("现公布云岭镇2020年政府信息公开工作年度报告。"),)
    document = replace(consistent(), preamble=preamble)
    assert [each.rule for each in govreport.check(document)] == ["names.year"]
    document = replace(consistent(), title="云岭镇2019年政府信息公开工作年度报告")
    assert [each.rule for each in govreport.check(document)] == ["names.title"]


@pytest.mark.parametrize(
    "verb", ["不断提高", "切实提升", "精心谋划", "统筹推进", "加强", "指导", "对标"]
)
@pytest.mark.parametrize("whole", ["全市", "我市", "各县", "全镇", "本区", "市", "省市"])
def test_a_verb_before_an_area_that_is_not_named_makes_no_name(verb: str, whole: str) -> None:
    assert names(f"{verb}{whole}政务公开工作水平。", "青禾市人民政府") == []


@pytest.mark.parametrize("verb", ["推动", "不断加强", "积极配合"])
def test_a_verb_is_no_part_of_a_name(verb: str) -> None:
    assert names(f"{verb}云岭镇政务公开工作。") == []
    assert names(f"{verb}金山镇政务公开工作。") == ["names.agency"]


@pytest.mark.parametrize(
    ("agency", "short"),
    [
        ("青禾市市场监督管理局", "青禾市市场监管局"),
        ("青禾县人力资源和社会保障局", "青禾县人社局"),
        ("青禾县住房和城乡建设局", "青禾县住建局"),
        ("青禾市自然资源和规划局", "青禾市资规局"),
        ("青禾高新技术产业开发区管理委员会", "青禾高新区管委会"),
        ("云岭市青禾县文化广电和旅游局", "青禾县文旅局"),
    ],
)
def test_an_office_said_in_short_is_the_office(agency: str, short: str) -> None:
    sentence = "{}坚持以公开为常态。"
    assert names(sentence.format(short), agency) == []
    assert names(sentence.format(agency), short) == []


@pytest.mark.parametrize(
    "other", ["青禾县财政局", "金山县人社局", "青禾县社保局人事局", "青禾县局"]
)
def test_another_office_is_none_in_short(other: str) -> None:
    agency = "青禾县人力资源和社会保障局"
    assert names(f"{other}坚持以公开为常态。", agency) == ["names.agency"]


@pytest.mark.parametrize(
    "sentence",
    [
        "2020年，在省政府办公厅组织的政务公开评估中，我镇被评为优秀单位。",
        "2020年，我镇政务公开考核名列全县第一。",
        "2020年，我镇坚持以公开为常态。2021年，我镇继续推进。",
        "2020年，我镇获得表彰。",
    ],
)
def test_a_sentence_that_looks_back_speaks_of_no_other_year(sentence: str) -> None:
    assert names(sentence) == []


def test_the_year_goes_on_only_where_a_sentence_begins_with_it() -> None:
    assert names("2020年，我镇坚持以公开为常态。截至2021年底，公开信息5条。") == ["names.year"]


def test_a_report_says_whose_it_is_and_of_what_year() -> None:
    document = consistent()
    select = ["names.unstated"]
    assert govreport.check(document, select=select) == []
    (one,) = govreport.check(replace(document, year=None), select=select, language="zh")
    assert one.message == "报告未载明年度"
    (both,) = govreport.check(replace(document, year=None, agency=None), select=select)
    assert both.message == "the report does not state its agency and year"


@pytest.mark.parametrize("year", ["202021", "202020"])
def test_a_year_with_digits_too_many_is_no_year_of_the_period(year: str) -> None:
    document = replace(
        consistent(), preamble=(Paragraph(f"统计期限自{year}年1月1日至2021年12月31日。"),)
    )
    (finding,) = govreport.check(document, select=["names.period"])
    assert f"{year}年" in finding.message
