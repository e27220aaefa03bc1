"""Titles in every form that offices print, and the agency and year they name."""

import pytest

import govreport
from govreport.model.document import Paragraph, ReportDocument

BODY = (
    "一、总体情况\n{first}\n二、主动公开政府信息情况\n无\n三、收到和处理政府信息公开申请情况\n无\n"
    "四、政府信息公开行政复议、行政诉讼情况\n无\n五、存在的主要问题及改进情况\n无\n"
    "六、其他需要报告的事项\n无\n"
)


def read(head: str, first: str = "我局认真贯彻条例。", tail: str = "") -> ReportDocument:
    return govreport.loads(head + BODY.format(first=first) + tail, "tab")


TITLES = {
    "full-width year": (
        "云岭镇２０２１年政府信息公开工作年度报告\n",
        "云岭镇",
        2021,
    ),
    "note behind the name": (
        "青禾县档案局（馆）2021年政府信息公开工作年度报告\n",
        "青禾县档案局（馆）",
        2021,
    ),
    "one line": (
        "青禾县云岭镇人民政府2021年政府信息公开工作年度报告\n",
        "青禾县云岭镇人民政府",
        2021,
    ),
    "year first": ("2021年云岭街道政府信息公开工作年度报告\n", "云岭街道", 2021),
    "agency above": ("青禾县教育局\n2020年政府信息公开工作年度报告\n", "青禾县教育局", 2020),
    "cut in a word": ("云岭街道2023年度政府\n信息公开工作年度报告\n", "云岭街道", 2023),
    "cut late": ("青禾县人民政府2021年政府信息公开工作\n年度报告\n", "青禾县人民政府", 2021),
    "year without 年": ("青禾县卫健委2020政府信息公开工作年度报告\n", "青禾县卫健委", 2020),
    "double 年度": ("2021年度青禾县财政局政府信息公开工作年度报告\n", "青禾县财政局", 2021),
    "工作报告": ("青禾县统计局2021年政府信息公开工作报告\n", "青禾县统计局", 2021),
    "年报": ("青禾县统计局2021年政务信息公开年报\n", "青禾县统计局", 2021),
    "year inside": (
        "青禾县发展和改革委员会政府信息公开工作2020年度报告\n",
        "青禾县发展和改革委员会",
        2020,
    ),
    "year at the end": ("青禾县统计局信息公开年度报告2021\n", "青禾县统计局", 2021),
    "year in brackets": (
        "青禾县民政局政府信息公开工作年度报告(2020年度)\n",
        "青禾县民政局",
        2020,
    ),
    "关于": ("青禾县司法局关于2019年政府信息公开工作年度报告\n", "青禾县司法局", 2019),
    "Chinese year": ("青禾县云岭镇二〇二一年政府信息公开工作年度报告\n", "青禾县云岭镇", 2021),
    "in book marks": ("《青禾县水利局2022年政府信息公开工作年度报告》\n", "青禾县水利局", 2022),
    "file name": ("云岭镇2020年政府信息公开工作年度报告.docx\n", "云岭镇", 2020),
    "date before": ("20201231:云岭镇2020年政府信息公开工作年度报告\n", "云岭镇", 2020),
    "traditional": ("青禾縣雲嶺鎮(zhèn)2021年政府信息公開工作年度報告\n", "青禾县云岭镇", 2021),
    "one 政府 for two": ("青禾县人民政府信息公开工作年度报告\n", "青禾县人民政府", None),
    "generic": (
        "政府信息公开工作年度报告\n青禾县司法局\n（2022年1月20日）\n",
        "青禾县司法局",
        None,
    ),
}


@pytest.mark.parametrize(("head", "agency", "year"), TITLES.values(), ids=TITLES)
def test_agency_and_year_are_read_from_the_title(
    head: str, agency: str, year: int | None
) -> None:
    document = read(head)
    assert document.title
    assert document.title in head.replace("\n", "")
    assert (document.agency, document.year) == (agency, year)
    assert len(document.sections) == 6


def test_a_title_printed_twice_is_kept_once_and_reported() -> None:
    title = "青禾县农业农村局2021年政府信息公开工作年度报告"
    document = read(f"{title}\n青禾县农业农村局\n2021年政府信息公开工作年度报告\n")
    assert document.title == title
    assert document.preamble == ()
    assert {each.code for each in document.diagnostics} == {"repeated-title"}


def test_the_number_of_a_document_is_no_part_of_its_title() -> None:
    document = read("云岭镇〔2021〕5号\n云岭镇人民政府2020年政府信息公开工作年度报告\n")
    assert (document.agency, document.year) == ("云岭镇人民政府", 2020)


CHROME = [
    "您的位置：首页 > 政务公开 > 年报",
    "首页 / 政府信息公开 / 正文",
    "发布日期：2021-01-24 浏览量：35次 来源：云岭镇人民政府",
    "信息来源：云岭镇人民政府发布时间：2021-01-24 16:49被阅览数：",
    "【字体：大 中 小】",
    "字体：[ 大 | 中 | 小 ]",
    "打印本页",
    "索引号：000/2021-1",
]


@pytest.mark.parametrize("line", CHROME)
@pytest.mark.parametrize("above", [True, False])
def test_furniture_of_the_page_is_left_out_and_quoted(line: str, above: bool) -> None:
    title = "云岭镇2020年政府信息公开工作年度报告"
    document = read(f"{line}\n{title}\n" if above else f"{title}\n{line}\n")
    assert document.title == title
    assert document.preamble == ()
    assert [each.text for each in document.diagnostics] == [line]


def test_what_a_byline_says_of_the_publication_is_kept() -> None:
    document = read(
        "云岭镇2020年政府信息公开工作年度报告\n发布日期：2021-01-24 来源：云岭镇人民政府 \n"
    )
    assert str(document.source.publication_date) == "2021-01-24"
    assert document.source.publisher == "云岭镇人民政府"


PERIODS = {
    "whole": ("本报告的统计期限自2022年1月1日起至2022年12月31日止。", 2022),
    "lost units": ("数据统计期限为202111日至20211231日。", 2021),
    "spoken": ("2021年，我局按照〔2020〕30号文件要求开展工作。", 2021),
    "two years": ("2020年和2021年，我局公开信息若干。", None),
    "date only": ("截至2020年12月31日，本局公开信息若干。", None),
}


@pytest.mark.parametrize(("first", "year"), PERIODS.values(), ids=PERIODS)
def test_without_a_title_the_year_is_the_one_the_text_states(
    first: str, year: int | None
) -> None:
    assert read("", first).year == year


def test_a_period_of_another_year_than_the_title_is_reported() -> None:
    first = "统计期限自2020年1月1日起至2020年12月31日止。"
    document = read("云岭镇2021年政府信息公开工作年度报告\n", first)
    assert document.year == 2021
    assert [each.code for each in document.diagnostics] == ["year-conflict"]


def test_without_a_title_the_agency_is_the_one_the_preamble_issues_for() -> None:
    assert (
        read("现公布云岭镇人民政府2021年政府信息公开工作年度报告。\n").agency == "云岭镇人民政府"
    )


def test_signature_date_and_attachments_are_the_closing() -> None:
    head = "云岭镇2021年政府信息公开工作年度报告\n"
    document = read(
        head, tail="附件：目录\n云岭镇人民政府\n2022年1月20日\n扫一扫在手机打开当前页\n"
    )
    assert [getattr(block, "text", "") for block in document.closing] == [
        "附件：目录",
        "云岭镇人民政府",
        "2022年1月20日",
    ]
    assert [each.text for each in document.diagnostics] == ["扫一扫在手机打开当前页"]


LABELS = ["标题：", "名称 ", "信息名称：", "【标题】", "文件名称:", "标 题："]
TITLE = "青禾县水利局2022年政府信息公开工作年度报告"


@pytest.mark.parametrize("label", LABELS)
def test_a_title_behind_a_label_is_a_title_and_the_label_is_quoted(label: str) -> None:
    document = read(f"{label}{TITLE}\n")
    assert (document.title, document.agency, document.year) == (TITLE, "青禾县水利局", 2022)
    assert [each.text for each in document.diagnostics] == [label + TITLE]


ABOVE = {
    "navigation between bars": "首页 | 信息公开 | 办事指南\n",
    "columns of the site": "政府信息公开指南\n政府信息公开制度\n政府信息公开年报\n",
    "a link to the explanation": "文字解读：青禾县水利局2022年政府信息公开工作年度报告解读\n",
    "reports of other years": "".join(TITLE.replace("2022", str(y)) + "\n" for y in (2020, 2021)),
}


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE)
def test_what_stands_above_a_title_does_not_hide_the_report(above: str) -> None:
    document = read(above + TITLE + "\n")
    assert (document.title, document.agency, document.year) == (TITLE, "青禾县水利局", 2022)
    assert len(document.sections) == 6
    kept = [each.text for each in document.preamble if isinstance(each, Paragraph)]
    shown = "\n".join([*kept, *(each.text for each in document.diagnostics)])
    assert all(line in shown for line in above.splitlines())


def test_a_notice_that_lays_the_form_down_is_no_report() -> None:
    document = read("国务院办公厅关于印发政府信息公开工作年度报告格式的通知\n")
    assert (document.agency, document.sections) == (None, ())
    assert "not-a-report" in {each.code for each in document.diagnostics}


SIGNED = {
    "seal": "云岭镇人民政府（盖章）\n2022年1月20日\n",
    "date beside": "云岭镇人民政府　2022年1月20日\n",
    "alone": "云岭镇人民政府\n二〇二二年一月二十日\n",
}


@pytest.mark.parametrize("tail", SIGNED.values(), ids=SIGNED)
def test_where_nothing_else_names_the_agency_its_signature_does(tail: str) -> None:
    document = read("2021年政府信息公开工作年度报告\n", tail=tail)
    assert document.agency == "云岭镇人民政府"
    assert len(document.closing) == tail.count("\n")


PERIODS = [
    "2021.1.1-2021.12.31",
    "2021/01/01—2021/12/31",
    "二〇二一年一月一日至十二月三十一日",
    "二〇二一年一月一日至二〇二一年十二月三十一日",
    "20210101至20211231",
    "2021年11日至1231日",
]


@pytest.mark.parametrize("period", PERIODS)
def test_a_period_in_any_notation_gives_the_year_and_the_preamble_the_agency(period: str) -> None:
    preamble = f"现将云岭镇人民政府政府信息公开情况公布如下。统计期限为{period}。"
    document = read(f"政府信息公开工作年度报告\n{preamble}\n")
    assert (document.agency, document.year) == ("云岭镇人民政府", 2021)


@pytest.mark.parametrize("office", ["本局", "我镇人民政府", "全县各部门"])
def test_an_office_that_only_speaks_of_itself_is_not_named(office: str) -> None:
    preamble = f"现将{office}政府信息公开情况公布如下。统计期限为2021年1月1日至2021年12月31日。"
    assert read(f"政府信息公开工作年度报告\n{preamble}\n").agency is None
