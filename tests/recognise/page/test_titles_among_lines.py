"""The title among the lines above a report: its own lines, and those that only stand there."""

import pytest

import govreport
from govreport.model.document import Paragraph, ReportDocument

TITLE = "柏溪县水利局2022年政府信息公开工作年度报告"
BODY = (
    "{preamble}\n一、总体情况\n2022年，柏溪县水利局公开信息87条。\n二、主动公开政府信息情况\n无\n"
    "三、收到和处理政府信息公开申请情况\n无\n四、政府信息公开行政复议、行政诉讼情况\n无\n"
    "五、存在的主要问题及改进情况\n更新不够及时。\n六、其他需要报告的事项\n没有收取信息处理费。\n"
)
PREAMBLE = "本报告根据条例的要求编制，电子版可在网站下载。"


def read(head: str, preamble: str = PREAMBLE) -> ReportDocument:
    return govreport.loads(head + BODY.format(preamble=preamble), "tab")


ABOVE = [
    "正文",
    "今天是2023年3月2日 星期四",
    "2023年3月2日 星期四 农历二月十一",
    "2021年\n2020年\n2019年",
    "2020年",
    "柏溪县人民政府门户网站",
    "柏溪县水利局网站欢迎您",
    "政府信息公开",
    "政务公开\n年度报告",
    "首页 新闻 公开 服务 互动",
    "欢迎访问柏溪县人民政府网",
    "发布日期2023-01-19",
    "索引号 012/2023-1",
    "第1页\n共6页",
    "- 1 -",
    "无障碍阅读\n长者模式",
    "站内搜索",
    "字号：大 中 小",
    "附件",
]


@pytest.mark.parametrize("above", ABOVE)
def test_a_line_above_a_title_is_not_joined_to_it(above: str) -> None:
    document = read(f"{above}\n{TITLE}\n")
    assert (document.title, document.agency, document.year) == (TITLE, "柏溪县水利局", 2022)
    assert document.preamble == (Paragraph(PREAMBLE),)
    shown = "\n".join(each.text for each in document.diagnostics)
    assert all(line in shown for line in above.splitlines())


@pytest.mark.parametrize("above", ABOVE)
def test_nor_to_a_title_of_two_lines(above: str) -> None:
    document = read(f"{above}\n2022年柏溪县水利局政府信息公开\n工作年度报告\n")
    assert (document.agency, document.year) == ("柏溪县水利局", 2022)
    assert document.title == "2022年柏溪县水利局政府信息公开工作年度报告"


AROUND = [
    "打印 - {}",
    "{}[打印]",
    "{} 【打印】【关闭】",
    "{}（打印）",
    "柏溪县人民政府网站 信息公开年报 {}",
    "{}_政府信息公开年报_柏溪县人民政府门户网站",
    "{} - 柏溪县政府网站",
    "标题：{}",
    "標(biāo)　　題 {}",
    "文章标题 {}",
]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("again", ["", f"{TITLE}\n"])
def test_what_the_page_adds_to_a_title_is_no_part_of_it(around: str, again: str) -> None:
    document = read(f"{around.format(TITLE)}\n{again}")
    assert (document.title, document.agency, document.year) == (TITLE, "柏溪县水利局", 2022)
    shown = "\n".join([document.title, *(each.text for each in document.diagnostics)])
    assert around.format(TITLE) in shown


GLOSSED = [
    "柏溪县水利局2022年政(zheng)府(fu)(fu)信息公(gong)(gong)開(kai)(kai)工(gong)作(zuo)年度報(bao)告(gao)(gao)",
    "柏溪縣(xian)水利局2022年政府信息公開(kāi)工作年度報告",
    "柏(bai)溪(xi)縣(xian)(xian)水(shui)(shui)利(li)局(ju)2022年(nian)政(zheng)府(fu)信(xin)息(xi)公(gong)開(kai)(kai)年(nian)度(du)報(bao)告(gao)",
]


@pytest.mark.parametrize("title", GLOSSED)
def test_a_title_full_of_glosses_is_the_title(title: str) -> None:
    document = read(f"{title}\n")
    assert document.title == title
    assert (document.agency, document.year) == ("柏溪县水利局", 2022)


WRAPPED = [
    (
        "本报告根据《中华人民共和国政府信息公开条例》和《关于印发政府信息公开工作年度报告",
        "格式的通知》要求编制。",
    ),
    ("例》的规定，现公布柏溪县水利局2022年政府信息公开工作年度报告", "，欢迎社会各界监督。"),
    ("根据省政府办公厅通知要求编制柏溪县水利局政府信息公开工作年度报告", "并向社会公布。"),
    ("现将柏溪县水利局2022年政府信息公开年度报告", "公布如下。"),
    ("（国办公开办函〔2021〕30号）印发的政府信息公开工作年度报告", "格式编制本报告。"),
]


@pytest.mark.parametrize("lines", WRAPPED)
def test_a_wrapped_line_of_prose_is_no_title(lines: tuple[str, str]) -> None:
    document = read(f"{TITLE}\n", "\n".join(lines))
    assert document.title == TITLE
    assert document.preamble == tuple(map(Paragraph, lines))
    assert document.diagnostics == ()


def test_the_first_half_of_an_office_belongs_to_the_title() -> None:
    head = "柏溪县住房和城乡\n建设局2022年政府信息公开工作年度报告\n"
    document = govreport.loads(head + BODY.format(preamble="柏溪县住房和城乡建设局编制。"), "tab")
    assert document.title == head.replace("\n", "")
    assert document.agency == "柏溪县住房和城乡建设局"


def test_the_year_of_publication_is_not_the_year_reported() -> None:
    head = "報告發布\n2023年3月，報告發布。\n報告全文\n"
    document = read(head)
    assert document.year == 2022
    assert "not-a-report" not in {each.code for each in document.diagnostics}


@pytest.mark.parametrize("year", ["2022年", "二〇二二年", "二零二二年度", "2022"])
def test_a_title_may_be_cut_anywhere_behind_its_office(year: str) -> None:
    title = f"柏溪县水利局{year}政府信息公开工作年度报告"
    for place in range(len("柏溪县水利局"), len(title) - 2):
        document = read(f"{title[:place]}\n{title[place:]}\n")
        assert (document.title, document.agency, document.year) == (title, "柏溪县水利局", 2022)


@pytest.mark.parametrize("year", ["（2022年）", "(2022年度)", "2022年度", "（二〇二二年）"])
@pytest.mark.parametrize("office", ["柏溪县水利局\n", "柏溪县水利局"])
def test_a_year_alone_below_a_title_without_one_belongs_to_it(office: str, year: str) -> None:
    document = read(f"{office}政府信息公开工作年度报告\n{year}\n")
    assert document.title == f"柏溪县水利局政府信息公开工作年度报告{year}"
    assert (document.agency, document.year) == ("柏溪县水利局", 2022)


@pytest.mark.parametrize("year", ["[2022]", "【2022年】", "－2022", "—2022年度", "（2022）"])
def test_a_year_behind_a_title_belongs_to_it(year: str) -> None:
    document = read(f"柏溪县水利局政府信息公开工作年度报告{year}\n")
    assert (document.agency, document.year) == ("柏溪县水利局", 2022)


def test_a_tag_with_the_year_belongs_to_the_title() -> None:
    document = read("【2022】柏溪县水利局政府信息公开工作年度报告\n")
    assert (document.agency, document.year) == ("柏溪县水利局", 2022)


def test_years_below_a_title_are_tabs_and_one_below_its_own_year_is_not_its() -> None:
    assert read("柏溪县水利局政府信息公开工作年度报告\n2021年\n2020年\n").title == (
        "柏溪县水利局政府信息公开工作年度报告"
    )
    assert read(f"{TITLE}\n2021年\n").title == TITLE


def test_the_months_of_the_year_are_no_part_of_the_office() -> None:
    for months in ("1月至12月", "1-12月", "1月1日至12月31日"):
        document = read(f"柏溪县水利局2022年{months}政府信息公开工作年度报告\n")
        assert (document.agency, document.year) == ("柏溪县水利局", 2022)


@pytest.mark.parametrize("behind", ["全文", "公开版", "（公开版）", "上报稿", "（2022年度）"])
def test_the_name_of_a_version_belongs_to_the_title(behind: str) -> None:
    document = read(f"{TITLE}{behind}\n")
    assert (document.title, document.agency, document.year) == (
        TITLE + behind,
        "柏溪县水利局",
        2022,
    )


STATED = [
    "本报告所列数据的统计期限自2022年1月1日起，至2022年12月31日止。",
    "（统计期：2022年1月1日至2022年12月31日）",
    "统计数据自2022年1月起至2022年12月止。",
    "数据统计期限为2022年1-12月。",
    "统计周期：2022年全年。",
    "数据统计截止时间为2022年12月31日。",
    "根据《中华人民共和国政府信息公开条例》（2019年修订），本报告反映2022年度情况。",
    "根据条例（2019年修订）编制。2022年，我局公开信息87条，较2021年增长12%。",
    "按照2021年考核反馈，我局改进工作。2022年公开信息87条。",
]


@pytest.mark.parametrize("text", STATED)
@pytest.mark.parametrize("head", ["", "2023年1月20日\n", "柏溪县水利局政府信息公开年报\n"])
def test_the_year_is_the_one_whose_figures_the_text_states(head: str, text: str) -> None:
    body = BODY.format(preamble=text).replace("2022年，柏溪县水利局公开", "公开")
    assert govreport.loads(head + body, "tab").year == 2022


def test_the_year_of_a_law_is_not_the_year_reported() -> None:
    text = "根据《中华人民共和国政府信息公开条例》（2019年修订）编制。"
    body = BODY.format(preamble=text).replace("2022年，柏溪县水利局公开", "公开")
    assert govreport.loads(body, "tab").year is None
