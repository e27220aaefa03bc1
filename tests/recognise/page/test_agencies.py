"""The office that reports, in every place that may name it, whatever word its name ends in."""

import pytest

import govreport
from govreport.model.document import ReportDocument

BODY = (
    "一、总体情况\n{first}\n二、主动公开政府信息情况\n无\n三、收到和处理政府信息公开申请情况\n无\n"
    "四、政府信息公开行政复议、行政诉讼情况\n无\n五、存在的主要问题及改进情况\n更新不够及时。\n"
    "六、其他需要报告的事项\n本年度没有收取信息处理费。\n"
)
OFFICES = (
    "柏溪市人民政府", "柏溪县水利局", "柏溪县教育和体育局", "中共柏溪县委办公室", "柏溪县卫生健康委员会", "柏溪经济技术开发区管委会",
    "柏溪县东湖街道办事处", "柏溪县云岭镇", "柏溪县云岭乡", "柏溪县巴音苏木", "柏溪县塔拉嘎查", "柏溪县石桥社区", "柏溪海关",
    "国家税务总局柏溪县税务局", "柏溪县消防救援大队", "柏溪市公安局交通警察支队", "柏溪县人民检察院", "柏溪县人民法院", "柏溪监狱",
    "柏溪县气象台", "柏溪县图书馆", "柏溪市第二中学", "柏溪师范学院", "柏溪大学", "柏溪县实验幼儿园", "柏溪县中医医院",
    "柏溪县疾病预防控制中心", "柏溪市自来水有限公司", "柏溪交通投资集团", "中国人民银行柏溪支行", "柏溪县残疾人联合会",
    "柏溪县红十字会", "柏溪县供销合作社", "柏溪市律师协会", "柏溪县国有林场", "柏溪农场", "柏溪茶场", "柏溪生态工业园",
    "柏溪森林公园", "柏溪湖自然保护区", "柏溪港", "柏溪工业新城", "第七师", "柏溪团场", "柏溪行署", "柏溪机场口岸",
)  # fmt: skip
UNKNOWN = ("柏溪驿", "云岭港（柳溪乡）", "柏溪商务谷", "东湖湿地", "柏溪钢铁厂")
"""Names whose last word tells no office; the text repeats them."""


def read(text: str, first: str = "各项工作有序推进。", tail: str = "") -> ReportDocument:
    return govreport.loads(text + BODY.format(first=first) + tail, "tab")


@pytest.mark.parametrize("office", [*OFFICES, *UNKNOWN])
def test_a_title_names_its_office(office: str) -> None:
    document = read(f"{office}2022年政府信息公开工作年度报告\n")
    assert (document.agency, document.year) == (office, 2022)
    assert read(f"2022年{office}政府信息公开工作年度报告\n").agency == office


@pytest.mark.parametrize(
    "lines", ["{}\n2022年政府信息公开工作年度报告\n", "{}\n2022年度\n政府信息公开工作年度报告\n"]
)
@pytest.mark.parametrize("office", [*OFFICES, *UNKNOWN])
def test_a_line_above_the_title_names_the_office(office: str, lines: str) -> None:
    first = f"2022年，{office}认真落实各项要求。" if office in UNKNOWN else "工作有序推进。"
    document = read(lines.format(office), first)
    assert document.title == lines.format(office).replace("\n", "")
    assert (document.agency, document.year) == (office, 2022)
    assert document.preamble == ()


PREAMBLES = [
    "根据条例规定，现公布{}2022年政府信息公开工作年度报告。",
    "现将{}2022年度政府信息公开工作情况报告如下。",
    "按照要求，特向社会公布{}2022年政府信息公开年度报告。",
    "特发布{}2022年政府信息公开工作年度报告，欢迎监督。",
    "按照规定，现由{}向社会公布2022年度政府信息公开工作年度报告。",
    "为贯彻条例，{}编制了2022年政府信息公开工作年度报告，现予公布。",
    "本报告由{}编制，反映2022年的情况。",
    "本年度报告是由{}根据条例编制的，统计期限为2022年1月1日至2022年12月31日。",
    "{}根据《中华人民共和国政府信息公开条例》，编制2022年本报告。",
    "根据《中华人民共和国政府信息公开条例》，{}现向社会公布2022年政府信息公开年度报告。",
]


@pytest.mark.parametrize("preamble", PREAMBLES)
@pytest.mark.parametrize("office", OFFICES[::5])
def test_without_a_title_the_preamble_names_the_office(office: str, preamble: str) -> None:
    document = read(preamble.format(office) + "\n")
    assert (document.agency, document.year) == (office, 2022)


@pytest.mark.parametrize("office", OFFICES)
def test_a_signature_names_the_office(office: str) -> None:
    document = read("2022年政府信息公开工作年度报告\n", tail=f"{office}\n2023年1月9日\n")
    assert document.agency == office
    assert len(document.closing) == 2


NOBODY = [
    "我局",
    "我镇",
    "我区",
    "本机关",
    "本局",
    "我市各级行政机关",
    "我校",
    "全县各部门",
    "我单位",
    "本街道办事处",
]


@pytest.mark.parametrize("name", NOBODY)
@pytest.mark.parametrize("preamble", PREAMBLES)
def test_what_an_office_calls_itself_is_no_name(name: str, preamble: str) -> None:
    assert read(preamble.format(name) + "\n").agency is None


@pytest.mark.parametrize(
    "name",
    [
        "本溪市水务局",
        "全椒县财政局",
        "全州县农业农村局",
        "和田市司法局",
        "特克斯县水利局",
        "向阳区民政局",
    ],
)
def test_places_whose_names_begin_like_such_words_are_places(name: str) -> None:
    assert read(f"{name}2022年政府信息公开工作年度报告\n").agency == name
    assert read(PREAMBLES[0].format(name) + "\n").agency == name


AUTHORS = {
    "李小禾": None,
    "Administrator": None,
    "微软用户": None,
    "Lenovo": None,
    "系统管理员": None,
    "柏溪县水利局": "柏溪县水利局",
}


@pytest.mark.parametrize(("author", "agency"), AUTHORS.items())
def test_an_author_is_an_office_or_nobody(author: str, agency: str | None) -> None:
    page = f'<meta name="author" content="{author}"><p>2022年政府信息公开工作年度报告</p>'
    lines = "".join(f"<p>{line}</p>" for line in BODY.format(first="甲。").splitlines())
    assert govreport.loads(page + lines, "html").agency == agency


@pytest.mark.parametrize("source", ["青禾日报", "柏溪县人民政府网", "柏溪县融媒体中心"])
def test_where_a_text_comes_from_is_not_its_office(source: str) -> None:
    document = read(f"2022年政府信息公开工作年度报告\n来源：{source} 日期：2023-01-09\n")
    assert document.agency is None
    assert document.source.publisher == source


@pytest.mark.parametrize("label", ["发布机构", "公开机构", "发文机关", "发布单位"])
def test_a_property_names_the_office_where_nothing_else_does(label: str) -> None:
    properties = f"索引号：1/2023\n{label}：柏溪县水利局\n文号：\n发布日期：2023-01-09\n"
    assert read(f"{properties}2022年政府信息公开工作年度报告\n").agency == "柏溪县水利局"
