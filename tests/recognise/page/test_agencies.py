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
    "柏溪（云岭）自由贸易试验区管理委员会", "中共柏溪县委机构编制委员会办公室", "第九师一〇四团", "柏溪出入境边防检查站", "柏溪县公证处",
    "柏溪市轨道交通集团有限公司", "柏溪县总工会",
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
    "本报告由{}按照《中华人民共和国政府信息公开条例》（国务院令第711号）的要求编制，统计期限自2022年1月1日至2022年12月31日。",
    "按照上级要求，由{}编制并公布2022年度政府信息公开工作年度报告。",
    "依据《中华人民共和国政府信息公开条例》的规定，特发布《{}2022年政府信息公开工作年度报告》。",
    "《{}2022年政府信息公开工作年度报告》根据条例编制而成。",
    "根据条例规定，{}2022年度政府信息公开工作年度报告现予以公布。",
    "本报告是{}根据《中华人民共和国政府信息公开条例》和2022年的工作编制的。",
    "{}现向社会公开2022年度政府信息公开工作情况。",
    "2022年，{}认真贯彻《中华人民共和国政府信息公开条例》，现将有关情况报告如下。",
    "2022年度，{}在上级的指导下，扎实推进政府信息公开。",
    "根据《中华人民共和国政府信息公开条例》，{}现向社会公布2022年政府信息公开年度报告。",
    "根据《中华人民共和国政府信息公开条例》第五十条规定，{}编制本报告。统计期限为2022年1月1日至12月31日。",
    "根据《中华人民共和国政府信息公开条例》，{}编制了2022年度报告。",
    "{}（以下简称“本单位”）向社会公布2022年度政府信息公开工作年度报告。",
    "根据《中华人民共和国政府信息公开条例》，结合{}2022年政府信息公开工作实际，编制本报告。",
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


SPEAKING_OF_OTHERS = [
    "本报告按照《中华人民共和国政府信息公开条例》和国务院办公厅制定的报告格式编制。",
    "根据省政府办公厅关于做好2022年政府信息公开工作年度报告编制发布工作的要求，现将有关情况公布如下。",
    "根据《柏溪市人民政府办公室关于做好2022年政府信息公开工作年度报告的通知》要求，编制本报告。",
    "按照县人民政府办公室2022年政府信息公开工作要点，编制本报告。",
    "2022年，在县委、县政府的领导下，在省政府办公厅的指导下，我局认真贯彻政府信息公开条例。",
    "2022年，国务院办公厅修订了政府信息公开工作年度报告格式，我局认真学习。",
    "2022年，各乡镇（街道）认真贯彻政府信息公开条例。",
    "2022年，局党委高度重视政府信息公开工作。",
    "2022年，县委、县政府高度重视政府信息公开工作。",
    "2022年，政府信息公开工作领导小组办公室严格落实政府信息公开制度。",
    "2022年，学校坚持信息公开。",
    "为保障公众的知情权，特由办公室编制本报告，反映2022年政府信息公开情况。",
    "2022年，通过县政府网站主动公开政府信息87条，政府信息公开年报按时发布。",
    "坚持以公开为常态、不公开为例外，全面推进政府信息公开。",
]


@pytest.mark.parametrize("sentence", SPEAKING_OF_OTHERS)
def test_an_office_that_a_sentence_only_mentions_does_not_report(sentence: str) -> None:
    assert read(f"{sentence}\n").agency is None
    assert read("", sentence).agency is None


@pytest.mark.parametrize(
    "name",
    [
        "本溪市水务局",
        "将乐县民政局",
        "由拳街道",
        "把什村民委员会",
        "现代农业产业园管理委员会",
        "和县水利局",
        "全椒县财政局",
        "全州县农业农村局",
        "和田市司法局",
        "特克斯县水利局",
        "向阳区民政局",
    ],
)
def test_places_whose_names_begin_like_such_words_are_places(name: str) -> None:
    assert read(f"{name}2022年政府信息公开工作年度报告\n").agency == name
    assert {read(each.format(name) + "\n").agency for each in PREAMBLES} == {name}


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
