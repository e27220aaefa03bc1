"""Lines of the page above, below and beside a report, on pages of three structures and in text."""

import datetime

import pytest
from bs4 import BeautifulSoup

import govreport
from govreport.model.document import Heading, Paragraph, ReportDocument, Source
from tests.sampling import deep, one_in

OFFICE = "柏溪县水利局"
TITLE = f"{OFFICE}2022年政府信息公开工作年度报告"
DATE = datetime.date(2023, 1, 19)
META = f"发布时间：2023-01-19　来源：{OFFICE}"
LINES = (
    "本报告按照《中华人民共和国政府信息公开条例》的要求编制，所列数据截至2022年12月31日。",
    "一、总体情况",
    "全年公开信息612条，比上年多出80条。",
    "（一）主动公开情况",
    "公开水价、水质、停水计划三类信息。",
    "二、主动公开政府信息情况",
    "本年度没有制发规范性文件。",
    "三、收到和处理政府信息公开申请情况",
    "收到申请12件，均按期答复。",
    "四、政府信息公开行政复议、行政诉讼情况",
    "没有发生复议和诉讼。",
    "五、存在的主要问题及改进情况",
    "解读材料偏少，下一年将为每个文件配发图解。",
    "六、其他需要报告的事项",
    "全年没有收取信息处理费。",
)
SIGNED = (OFFICE, "2023年1月18日")
STRUCTURES = ("apart", "nested", "flat", "inside", "text")


def page(
    above: tuple[str, ...] = (),
    between: tuple[str, ...] = (META,),
    below: tuple[str, ...] = (),
    closing: tuple[str, ...] = SIGNED,
    structure: str = "apart",
    lines: tuple[str, ...] = LINES,
) -> str:
    def paragraphs(texts: tuple[str, ...], tag: str = "p") -> str:
        return "".join(f"<{tag}>{text}</{tag}>" for text in texts)

    head = f"<html><head><title>{TITLE}</title></head><body>"
    top, meta, tail = paragraphs(above, "div"), paragraphs(between), paragraphs(below)
    text = paragraphs((*lines, *closing))
    if structure == "flat":
        return f"{head}{top}<h1>{TITLE}</h1>{meta}{text}{tail}</body></html>"
    if structure == "inside":
        return f'{head}<div class="top">{top}</div><h1>{TITLE}</h1><div class="article">{meta}{text}{tail}</div></body></html>'
    if structure == "nested":
        return (
            f'{head}<div><div class="h">{top}</div><div><div><div class="t">{TITLE}</div></div><div>{meta}</div>'
            f"<div><div>{text}</div></div></div><div><div>{tail}</div></div></div></body></html>"
        )
    return f'{head}<div class="top">{top}</div><h1>{TITLE}</h1><div class="x">{meta}</div><div class="article">{text}</div><div class="y">{tail}</div></body></html>'


def read(source: str, structure: str) -> ReportDocument:
    if structure == "text":
        return govreport.loads(BeautifulSoup(source, "lxml").get_text("\n", strip=True))
    return govreport.loads(source, "html")


def shown(document: ReportDocument) -> list[str]:
    parts = (document.preamble, *(s.blocks for s in document.sections), document.closing)
    texts = [b.text for part in parts for b in part if isinstance(b, Heading | Paragraph)]
    return [*texts, *(section.heading for section in document.sections)]


def assert_whole(document: ReportDocument, closing: tuple[str, ...] = SIGNED) -> None:
    assert (document.title, document.agency, document.year) == (TITLE, OFFICE, 2022)
    assert [getattr(block, "text", block) for block in document.closing] == list(closing)
    assert sorted(shown(document)) == sorted((*LINES, *closing))
    assert document.preamble == (Paragraph(LINES[0]),)


BELOW = [
    ("上一篇：关于公布咨询电话的通知", "下一篇：没有了"),
    ("上一条：无", "下一条：关于停水的公告"),
    ("【打印本页】　【关闭窗口】",),
    ("〖打印〗 〖关闭〗",),
    ("打印 | 关闭 | 收藏",),
    (
        "相关信息",
        f"{OFFICE}2021年政府信息公开工作年度报告",
        f"{OFFICE}2020年政府信息公开工作年度报告",
    ),
    ("相关链接", "柏溪县人民政府", "柏溪县财政局"),
    ("您对本页面的评价：", "满意 一般 不满意"),
    ("我要纠错", "网页纠错"),
    ("分享到：微信 微博 QQ空间",),
    ("扫一扫在手机打开当前页",),
    ("扫描二维码，关注柏溪县政府公众号",),
    ("您访问的链接即将离开“柏溪县水利局”门户网站，是否继续？", "放弃 继续访问"),
    ("您是第 102938 位访问者", "推荐浏览器：IE9以上"),
    ("访问量：12034",),
    (
        "主办单位：柏溪县人民政府办公室　承办单位：柏溪县政务中心",
        "网站标识码：0000000000　沪ICP备00000000号",
    ),
    ("版权所有：柏溪县人民政府", "地址：柏溪大道1号　邮编：000000"),
    ("Copyright © 2023 All Rights Reserved",),
    ("网站地图 | 联系我们 | 隐私声明",),
    (
        "— END —",
        f"来源丨{OFFICE}",
        "编辑丨小禾　审核丨阿浦",
        "往期推荐",
        "夏季防汛物资怎么领",
        "阅读原文",
    ),
    ("展开全文", "打开客户端，阅读更流畅", "为您推荐", "社保卡怎样补办"),
    ("参考资料", "词条标签：政府公文", "编辑次数：3次历史版本"),
    ("打印时间：2026-03-02 10:01:22",),
    ("责任编辑：林某",),
    ("（责任编辑：林某）",),
    ("[返回顶部]",),
    ("返回列表",),
    ("首页 上一页 1 2 下一页 尾页",),
    ("1/1",),
    ("阅读 100 赞 3 在看 1",),
    ("相关附件：", "年度报告.pdf", "年度报告.ofd"),
    ("附件下载", "1.年度报告全文.docx"),
    ("政府网站年度报表", "无障碍声明"),
    ("举报电话：12345",),
    ("浏览次数：37",),
    ("本网声明：转载请注明出处。",),
    ("免责声明", "本站所载内容仅供参考，版权归原作者所有。"),
    ("Produced By 大汉网络 大汉版通发布系统",),
    ("文章关键词：信息公开 年报",),
    ("标签：政府公报",),
    ("最后更新：2023-02-01",),
    ("评论（0）", "发表评论"),
    ("登录后可发表评论",),
    ("热门文章", "道路养护施工公告", "图书馆延长开放"),
    ("中国政府网", "省人民政府网", "市人民政府网"),
    ("微信公众号", "政务微博"),
    ("沪公网安备 00000000000000号",),
    ("技术支持：某某软件有限公司",),
    ("建议使用1024×768分辨率浏览本站",),
]


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("below", BELOW)
def test_what_stands_below_is_the_pages(below: tuple[str, ...], structure: str) -> None:
    source = page(below=below, structure=structure)
    document = read(source, structure)
    assert_whole(document)
    quoted = "\n".join(each.text for each in document.diagnostics)
    assert all(line in quoted for line in below)


ABOVE = [
    ("今天是2026年3月2日 星期一",),
    ("2022年", "2021年", "2020年"),
    ("柏溪县人民政府门户网站",),
    ("欢迎访问柏溪县水利局网站",),
    ("首页", "走进柏溪", "政务公开", "办事服务"),
    ("当前位置：首页 > 政务公开 > 年报",),
    ("您所在的位置：", "首页", "信息公开"),
    ("发布机构柏溪县水利局", "发布日期2023-01-19"),
    ("索引号：014/2023-1",),
    ("栏目导航", "信息公开指南", "信息公开年报"),
    ("无障碍", "长者版", "登录", "注册"),
    ("站内检索", "热搜：防汛 停水"),
    ("手机版",),
    ("简体 繁体 English",),
    ("政府信息公开年报",),
    ("柏溪县水利局",),
    ("信息公开目录", "机构概况", "人事信息"),
    ("天气：晴 12℃",),
    ("服务热线：12345",),
]


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("above", ABOVE)
def test_what_stands_above_is_the_pages(above: tuple[str, ...], structure: str) -> None:
    assert_whole(read(page(above=above, structure=structure), structure))


BETWEEN = [
    (f"来源：{OFFICE} 公开日期：2023-01-19", DATE, OFFICE),
    (f"来源：{OFFICE} 打印 发布日期：2023-01-19", DATE, OFFICE),
    (f"来源：{OFFICE}　作者：　发布时间：2023-01-19", DATE, OFFICE),
    ("来源：柏溪发布 发布日期：2023-01-19", DATE, "柏溪发布"),
    ("来源：柏溪阅读 时间：2023-01-19 10:20", DATE, "柏溪阅读"),
    ("信息来源：柏溪县时间银行　发布日期：2023-01-19", DATE, "柏溪县时间银行"),
    (f"来源：{OFFICE} 有效性：有效 发布日期：2023-01-19", DATE, OFFICE),
    (f"来源：{OFFICE} | 发布日期：2023-01-19 | 点击：3", DATE, OFFICE),
    (f"发布机构：{OFFICE}　文号：无　发布日期：2023年1月19日", DATE, OFFICE),
    ("2023年1月19日", DATE, None),
    ("2023-01-19 08:30", DATE, None),
    ("[2023-01-19]", DATE, None),
    (f"来源: {OFFICE} 2023-01-19 08:30", DATE, OFFICE),
    (f"2023-01-19 08:30:00 来源：{OFFICE}", DATE, OFFICE),
    ("【信息时间：2023-01-19　阅读次数：8】", DATE, None),
    ("录入时间：2023/01/19　录入：林某", DATE, None),
    ("时间：2023-01-19", DATE, None),
    ("日期：2023年01月19日 浏览次数：", DATE, None),
    ("更新时间：2023-01-19", DATE, None),
    ("发布时间2023-01-19 08:30发布机构柏溪县水利局", DATE, OFFICE),
    ("原创柏溪小编柏溪发布2023年1月19日 18:00发表于某省", DATE, None),
    ("来源：", None, None),
    ("来源：本站", None, None),
    ("作者：佚名　来源：本站原创　点击数：3", None, None),
    ("浏览次数：12", None, None),
    (f"稿源：{OFFICE} 编辑：林某 2023-01-19", DATE, OFFICE),
    (f"发布日期：2023-01-19 来源：{OFFICE}(办公室)", DATE, f"{OFFICE}(办公室)"),
    (f"【来源：{OFFICE}】【发布日期：2023-01-19】", DATE, OFFICE),
    (f"来源：{OFFICE}发布时间：2023-01-19 16:49被阅览数：", DATE, OFFICE),
    ("公开日期： 2023-01-19 公开方式： 主动公开 公开时限： 长期公开", DATE, None),
    ("字体：[大] [中] [小]　2023-01-19", DATE, None),
    ("发表日期：2023-01-19　　阅读：7", DATE, None),
]


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize(("line", "date", "publisher"), BETWEEN)
def test_a_line_below_the_title_tells_date_and_publisher(
    line: str, date: datetime.date | None, publisher: str | None, structure: str
) -> None:
    document = read(page(between=(line,), structure=structure), structure)
    assert_whole(document)
    assert document.source.publication_date == date
    assert document.source.publisher == publisher


TOOLS = [
    ("A- A A+", "收听"),
    ("字号：大 中 小",),
    ("【字体：", "大", "中", "小", "】"),
    ("语音播报",),
    ("打印", "收藏", "分享"),
    ("分享到：",),
    ("[摘要]本文为政务转载，读者可在文末下载原件。",),
    ("导语：", "本文介绍年度报告。"),
    ("目录", "1总体情况", "2申请情况"),
    ("扫码阅读",),
    ("字数：1200　阅读约3分钟",),
    ("点击播放音频",),
]


@pytest.mark.parametrize("structure", ["apart", "nested"])
@pytest.mark.parametrize("tools", TOOLS)
def test_what_the_page_sets_below_the_title_is_its_own(
    tools: tuple[str, ...], structure: str
) -> None:
    document = read(page(between=(META, *tools), structure=structure), structure)
    assert_whole(document)
    assert document.source.publication_date == DATE


CLOSINGS = [
    (*SIGNED, "（联系人：林某；联系电话：0000-3307719）"),
    (*SIGNED, "联系电话：0000-3307719"),
    (*SIGNED, "联系人：林某　电话：0000-3307719"),
    (*SIGNED, "地址：柏溪县柏溪大道1号", "邮编：000000"),
    (*SIGNED, "（此件公开发布）"),
    (*SIGNED, "此件公开发布"),
    (*SIGNED, "信息公开选项：主动公开"),
    (*SIGNED, "抄送：县政务公开办。"),
    (*SIGNED, "附件：1.年度报告统计表", "2.依申请公开台账"),
    ("附件：1.年度报告统计表", "2.依申请公开台账", *SIGNED),
    ("附件：年度报告统计表", *SIGNED),
    ("附件", "1.年度报告统计表", *SIGNED),
    (OFFICE, "2023年1月"),
    (OFFICE, "2023.1.18"),
    (OFFICE, "2023-01-18"),
    (OFFICE, "2023/1/18"),
    (OFFICE, "二〇二三年一月十八日"),
    (OFFICE, "二○二三年一月"),
    (OFFICE, "2023年1月18日印发"),
    (OFFICE, "（2023年1月18日）"),
    (f"{OFFICE}（盖章）", "2023年1月18日"),
    (f"{OFFICE}办公室", "2023年1月18日"),
    (f"{OFFICE}　2023年1月18日",),
    (f"{OFFICE} 2023.01.18",),
    (f"单位：{OFFICE}", "2023年1月18日"),
    (f"报告单位：{OFFICE}（公章）", "日期：2023年1月18日"),
    ("2023年1月18日", OFFICE),
    ("2023年1月18日",),
    ("柏溪县水务中心", OFFICE, "2023年1月18日"),
    ("2023 年 1 月 18 日",),
    (OFFICE, "2023年元月18日"),
]


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("below", [(), deep(BELOW[0]), deep(BELOW[5])])
def test_the_closing_is_what_the_report_ends_with(
    closing: tuple[str, ...], structure: str, below: tuple[str, ...]
) -> None:
    document = read(page(closing=closing, below=below, structure=structure), structure)
    assert_whole(document, closing)


INSIDE = [
    "时间：2022年1月1日至12月31日",
    "主办单位：柏溪县水利局办公室",
    "联系我们：0000-1180021",
    "地址：柏溪县柏溪大道1号，邮编000000",
    "打印材料免费提供，窗口设在一楼。",
    "来源：公开目录系统导出",
    "公开形式：网站、公开栏",
    "发布日期：以网站所示为准",
    "更多信息见网站。",
    "本报告电子版可从本网站下载。",
    "通过微信公众号发布信息12条，二维码见公开栏。",
]


@pytest.mark.parametrize("structure", ["apart", "nested", "inside"])
@pytest.mark.parametrize("line", INSIDE)
def test_a_last_line_that_nothing_signs_is_the_reports(line: str, structure: str) -> None:
    source = page(lines=(*LINES, line), closing=(), structure=structure)
    document = read(source, structure)
    assert sorted(shown(document)) == sorted((*LINES, line))


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("line", INSIDE)
@pytest.mark.parametrize("at", one_in(2, [1, 3, 7, 14]))
def test_a_line_inside_the_text_is_the_reports(line: str, at: int, structure: str) -> None:
    lines = (*LINES[:at], line, *LINES[at:])
    document = read(page(lines=lines, structure=structure, below=BELOW[0]), structure)
    assert sorted(shown(document)) == sorted((*lines, *SIGNED))
    assert len(document.sections) == 6


@pytest.mark.parametrize("line", INSIDE[-2:])
def test_nor_is_a_sentence_about_its_own_site_lost_from_a_text(line: str) -> None:
    document = read(page(lines=(*LINES, line), closing=(), structure="text"), "text")
    assert sorted(shown(document)) == sorted((*LINES, line))


SET_APART = [
    f"<table><tr><td>信息来源：</td><td>{OFFICE}</td><td>发布日期：</td><td>2023-01-19</td></tr></table>",
    f"<table><tr><td>来源</td><td>{OFFICE}</td></tr><tr><td>时间</td><td>2023-01-19</td></tr></table>",
    f"<dl><dt>来源</dt><dd>{OFFICE}</dd><dt>日期</dt><dd>2023-01-19</dd></dl>",
    f"<div><span>来源：</span><span>{OFFICE}</span><span>2023-01-19</span></div>",
    f"<ul><li>发布机构</li><li>{OFFICE}</li><li>公开日期</li><li>2023年1月19日</li></ul>",
    f"<div><b>稿源</b>：{OFFICE}</div><div><b>发布时间</b>：2023-01-19 10:00</div>",
]


@pytest.mark.parametrize("meta", SET_APART)
def test_labels_and_values_may_be_elements_of_their_own(meta: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in (*LINES, *SIGNED))
    document = govreport.loads(f"<h1>{TITLE}</h1>{meta}<div>{text}</div>", "html")
    assert_whole(document)
    assert document.source == Source(DATE, OFFICE)


HEADS = [
    f"<title>{TITLE}</title><h1>柏溪县人民政府</h1>",
    f"<h1>政府信息公开年报</h1><h2>{TITLE}</h2>",
    f"<title>政府信息公开年报-柏溪县政府-{TITLE}</title>",
    f'<meta name="ArticleTitle" content="{TITLE}"><h1>柏溪县</h1>',
    f"<h3>柏溪县政务公开</h3><p>{TITLE}</p>",
]


@pytest.mark.parametrize("head", HEADS)
def test_the_title_is_the_one_that_names_office_and_year(head: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in (*LINES, *SIGNED))
    assert_whole(govreport.loads(f"{head}<div>{text}</div>", "html"))
