"""Pages in the manner of content systems: what each sets around a report, and where."""

import datetime
import html
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.pages_of_systems.reports import Report

NEWS = (
    "夏季防汛物资怎样领取",
    "全县春耕现场会召开",
    "社保卡补办须知",
    "道路养护施工公告",
    "图书馆延长开放",
    "老旧小区改造进展",
)
COLUMNS = (
    "领导之窗",
    "机构职能",
    "政策法规",
    "规划计划",
    "财政信息",
    "人事信息",
    "应急管理",
    "信息公开指南",
    "信息公开制度",
)


_ON_TWO_LINES = 0.2
_SITE_ALONE = 0.4
"""The share of pages whose title element names the site alone."""


@dataclass
class Page:
    """A page while it is built: its markup, and what of it is not the report's."""

    report: Report
    body: str
    chance: random.Random
    date: datetime.date | None = None
    publisher: str | None = None
    head_title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    markup: str = ""
    furniture: list[str] = field(default_factory=list)
    on_two_lines: bool = False

    def said(self, *texts: str) -> str:
        """Take texts for furniture, and return them joined."""
        self.furniture.extend(texts)
        return "".join(texts)

    def lines(self, tag: str, *texts: str) -> str:
        """Return texts as elements that are furniture."""
        self.furniture.extend(texts)
        return "".join(f"<{tag}>{text}</{tag}>" for text in texts)

    def links(self, *texts: str) -> str:
        """Return a list of links that are furniture."""
        self.furniture.extend(texts)
        items = "".join(
            f'<li><a href="/{at}.html">{text}</a></li>' for at, text in enumerate(texts)
        )
        return f"<ul>{items}</ul>"

    def any_of(self, texts: tuple[str, ...], number: int) -> list[str]:
        """Return some texts, as the page's own chance has it."""
        return self.chance.sample(texts, number)

    @property
    def title(self) -> str:
        """The title as markup shows it, some of it on two lines."""
        title, office = self.report.title, self.report.agency
        if self.on_two_lines and title.startswith(office):
            return f"{html.escape(office)}<br>{html.escape(title.removeprefix(office))}"
        return html.escape(title)

    @property
    def place(self) -> str:
        """The county whose site it is."""
        return self.report.agency[:3]

    def whole(self) -> str:
        """Return the markup of the whole page."""
        metas = "".join(
            f'<meta name="{name}" content="{text}">' for name, text in self.metas.items()
        )
        head = f'<head><meta charset="utf-8"><title>{self.head_title or html.escape(self.report.title)}</title>{metas}</head>'
        return f"<!DOCTYPE html><html>{head}<body>{self.markup}</body></html>"


System = Callable[[Page], None]


def _day(page: Page, form: str) -> str:
    assert page.date is not None
    return page.date.strftime(
        form.replace("年", "\x01").replace("月", "\x02").replace("日", "\x03")
    ).translate({1: "年", 2: "月", 3: "日"})


def publishing_platform(page: Page) -> None:
    """A provincial platform: crumbs, a line of properties, tools, record numbers."""
    day, office = _day(page, "%Y-%m-%d %H:%M"), page.publisher
    crumbs = page.said("当前位置：首页 > 政务公开 > 政府信息公开年报")
    meta = page.said(f"发布时间：{day}　来源：{office}　浏览次数：{page.chance.randrange(900)}")
    tools = page.lines("span", "【字体：大 中 小】", "打印本页", "关闭窗口")
    page.metas = {"ArticleTitle": page.report.title, "PubDate": day, "ContentSource": str(office)}
    page.head_title = page.head_title or f"{page.title}_{page.place}人民政府"
    page.markup = (
        f'<div class="header">{page.links(*page.any_of(COLUMNS, 4))}</div><div class="crumb">{crumbs}</div>'
        f'<div class="detail"><h1>{page.title}</h1><div class="info">{meta}</div><div class="tool">{tools}</div>'
        f'<div class="TRS_Editor">{page.body}</div></div>'
        f'<div class="bottom">{page.lines("p", f"主办：{page.place}人民政府办公室", "网站标识码：1234567890　沪ICP备00000000号")}</div>'
    )


def property_table(page: Page) -> None:
    """A table of properties above the text, neighbours below it."""
    day, office = _day(page, "%Y-%m-%d"), page.publisher
    cells = ["索 引 号：", f"014/{page.chance.randrange(9999)}", "组配分类：", "政府信息公开年报", "发布机构：", str(office),
             "公开日期：", day, "效力状况：", "有效", "关 键 词：", "年报"]  # fmt: skip
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells[at : at + 4]) + "</tr>"
        for at in range(0, len(cells), 4)
    )
    page.furniture += [cells[1], cells[8]]
    page.markup = (
        f'<table class="xxgk_table">{rows}</table><div class="bt">{page.title}</div><div id="zoom">{page.body}</div>'
        f"{page.lines('p', '上一篇：' + page.any_of(NEWS, 1)[0], '下一篇：没有了')}"
    )


def labels_in_spans(page: Page) -> None:
    """Components: labels and values as elements without colons, a rating below."""
    day, office = _day(page, "%Y-%m-%d %H:%M"), page.publisher
    page.furniture += ["发布时间" + day, "发布机构"]
    page.markup = (
        f'<div id="app"><nav>{page.links(*page.any_of(COLUMNS, 3))}</nav><div class="article"><div class="article-title">{page.title}</div>'
        f'<div class="meta"><span>发布时间</span><span>{day}</span><span>发布机构</span><span>{office}</span></div>'
        f'<div class="content">{page.body}</div></div><div class="rate">{page.lines("p", "您对本页面的评价：", "满意 一般 不满意")}'
        f"{page.lines('button', '提交评价')}</div></div>"
    )


def epoint(page: Page) -> None:
    """A line in heavy brackets, tools in heavy brackets."""
    day = _day(page, "%Y-%m-%d")
    page.publisher = None
    page.markup = (
        f'<div class="ewb-location">{page.said("您现在的位置：首页＞信息公开＞年度报告")}</div><h3 class="article-tt">{page.title}</h3>'
        f'<div class="info-source">{page.said(f"【信息时间：{day}　阅读次数：{page.chance.randrange(99)}】")}</div>'
        f'<div class="article-info">{page.body}</div><div class="print">{page.said("【我要打印】【关闭】")}</div>'
        f'<div class="foot">{page.lines("p", f"{page.place}人民政府版权所有", "技术支持：某某软件公司")}</div>'
    )


def wechat(page: Page) -> None:
    """An account's article: names without labels, recommendations below."""
    assert page.date is not None
    day = f"{page.date.year}年{page.date.month}月{page.date.day}日 18:{page.chance.randrange(10, 60)}"
    account = f"{page.place}发布"
    page.furniture += ["原创", account, "小编阿禾"]
    page.markup = (
        f'<h1 id="activity-name">{page.title}</h1><div id="meta_content"><span>原创</span><span>小编阿禾</span><span>{account}</span>'
        f'<em>{day}</em><em>某省</em></div><div id="js_content">{page.body}</div>'
        f'<div class="tail">{page.lines("p", "— END —", f"来源丨{page.report.agency}", "编辑丨阿禾　审核丨小浦", "往期推荐", *page.any_of(NEWS, 2), "阅读原文", "预览时标签不可点")}</div>'
    )


def encyclopedia(page: Page) -> None:
    """An encyclopedia: a box of terms, a catalogue of the headings, words beside them."""
    assert page.date is not None
    terms = {
        "中文名": page.title,
        "类　　别": "公文",
        "发布单位": str(page.publisher),
        "发布时间": _day(page, "%Y-%m-%d"),
    }
    listed = "".join(f"<dt>{term}</dt><dd>{value}</dd>" for term, value in terms.items())
    page.furniture += ["公文"]
    sections = [line.text for line in page.report.lines if getattr(line, "role", "") == "section"]
    catalogue = "".join(f"<li><a>{section}</a></li>" for section in sections)
    page.markup = (
        f'<div class="lemma"><h1>{page.title}</h1><div class="edit">{page.lines("span", "编辑", "讨论", "上传视频")}</div>'
        f'<div class="basic-info"><dl>{listed}</dl></div><div class="catalog"><h2>目录</h2><ol>{catalogue}</ol></div>'
        f'<div class="para">{page.body}</div></div><div class="ref">{page.lines("p", "参考资料", "词条标签：政府公文", "编辑次数：3次历史版本")}</div>'
    )
    page.furniture += ["目录"]


def news_portal(page: Page) -> None:
    """A news site: an abstract, buttons to listen, a source that is a newspaper, many links."""
    day = _day(page, "%Y-%m-%d %H:%M:%S")
    page.publisher = "青禾日报"
    page.markup = (
        f'<div class="top">{page.lines("span", "今天是2026年3月2日 星期一", f"{page.place}新闻网欢迎您")}</div><h1>{page.title}</h1>'
        f'<div class="sub">{page.said(f"{day} 来源：青禾日报 责任编辑：林某")}</div><div class="abs">{page.said("[摘要]本文为政务转载，读者可在文末下载原件。")}</div>'
        f'<div class="ctrl">{page.lines("a", "A-", "A", "A+", "收听")}</div><div class="text">{page.body}</div>'
        f'<div class="more"><h2>{page.said("热点新闻")}</h2>{page.links(*page.any_of(NEWS, 4))}</div>'
    )


def telephone(page: Page) -> None:
    """A page for telephones: the title a heading of the second level, an app advertised."""
    day = _day(page, "%Y-%m-%d")
    page.head_title = f"{page.place}人民政府手机版"
    page.markup = (
        f'<header>{page.links("首页", *page.any_of(COLUMNS, 2))}</header><h2 class="m-tit">{page.title}</h2>'
        f'<p class="m-info">{page.said(f"{day} {page.publisher}")}</p><div class="m-con">{page.body}</div>'
        f'<div class="m-app">{page.lines("p", "展开全文", "打开客户端，阅读更流畅", "为您推荐", *page.any_of(NEWS, 2))}</div>'
    )
    page.publisher = None


def print_view(page: Page) -> None:
    """A view for printing: all in the body, the time of printing below."""
    day = _day(page, "%Y/%m/%d")
    page.head_title = f"打印 - {page.title}"
    page.markup = (
        f"<p>{page.title}</p><p>{page.said(f'来源：{page.publisher} 发布日期：{day}')}</p>{page.body}"
        f"<hr><p>{page.said('打印时间：2026-03-02 10:01:22')}</p>"
    )


def old_table_layout(page: Page) -> None:
    """Tables that lay the page out, as before style sheets."""
    day = _day(page, "%Y-%m-%d")
    page.markup = (
        f'<table width="100%"><tr><td colspan=2>{page.said(f"欢迎访问{page.place}政务网")}</td></tr><tr><td width=180>{page.links(*page.any_of(COLUMNS, 4))}</td>'
        f"<td><table><tr><td align=center><font size=4><b>{page.title}</b></font></td></tr><tr><td align=center>{page.said(f'发布单位：{page.publisher} 发布时间：{day} 点击数：{page.chance.randrange(99)}')}</td></tr>"
        f"<tr><td>{page.body}</td></tr></table></td></tr><tr><td colspan=2>{page.said('地址：柏溪大道1号 邮编：000000 备案号：沪ICP备00000000号')}</td></tr></table>"
    )


def year_tabs(page: Page) -> None:
    """A platform for yearly reports: tabs of years, a tree of offices, the text."""
    day, office = _day(page, "%Y-%m-%d"), page.publisher
    years = [f"{year}年" for year in range(2024, 2018, -1)]
    page.markup = (
        f'<div class="left"><h2>{page.said("栏目导航")}</h2>{page.links(*page.any_of(COLUMNS, 3))}</div><ul class="years">{page.lines("li", *years)}</ul>'
        f'<div class="right"><div class="tit">{page.title}</div><div>{page.said(f"公开机构：{office}　公开日期：{day}")}</div><div class="con">{page.body}</div>'
        f'<div class="files">{page.lines("p", "附件下载：", "年度报告全文.pdf", "年度报告全文.ofd")}</div></div>'
    )


def related_years(page: Page) -> None:
    """Reports of other years linked below, visitors counted, a notice for links that leave."""
    day, office = _day(page, "%Y年%m月%d日"), page.publisher
    other = [
        page.report.title.replace(str(page.report.year), str(page.report.year - back))
        for back in (1, 2)
    ]
    page.markup = (
        f'<div class="logo">{page.said(f"{page.place}人民政府门户网站")}</div><div class="main"><div class="h">{page.title}</div><div class="time">{page.said(f"发布于 {day}")} {page.said(f"稿源：{office}")}</div>'
        f'<article>{page.body}</article></div><div class="list"><h4>{page.said("相关信息")}</h4>{page.links(*other)}</div>'
        f"<div>{page.lines('p', f'您是第 {page.chance.randrange(99999)} 位访问者', '您访问的链接即将离开本网站，是否继续？', '放弃 继续访问')}</div>"
    )


def traps(page: Page) -> None:
    """Links above the text that read as titles: other years, an explanation, the crumb's own end."""
    day, office = _day(page, "%Y-%m-%d"), page.publisher
    year = page.report.year
    other = [page.report.title.replace(str(year), str(year - back)) for back in (1, 2, 3)]
    crumb = page.said(f"首页 > 政务公开 > 年报 > {page.report.title}")
    page.markup = (
        f'<div class="side"><h2>{page.said("历年报告")}</h2>{page.links(*other)}</div><div class="pos">{crumb}</div>'
        f'<div class="see">{page.links(f"文字解读：{page.report.title}解读", f"一图读懂{page.report.title}")}</div>'
        f'<div class="m"><div class="n">{page.title}</div><div class="f">{page.said(f"时间：{day}　来源：{office}　【字体：大 中 小】")}</div>'
        f'<div class="z">{page.body}</div></div><div class="d">{page.lines("p", "网站声明：未经许可不得转载。", f"{page.place}政务公开办公室", "举报电话：12345")}</div>'
    )


def bare_article(page: Page) -> None:
    """A mirror that copied the text alone, with the names of buttons left in lines."""
    page.date = page.publisher = None
    page.markup = (
        f'<div class="post"><h1>{page.title}</h1><div class="entry">{page.body}</div></div>'
        f'<div class="comments">{page.lines("p", "发表评论", "您的邮箱不会被公开", "昵称", "最近的文章", *page.any_of(NEWS, 3))}</div>'
    )


def portlets(page: Page) -> None:
    """A portal of boxes: title, properties, text and tools each in one, beside a calendar."""
    day, office = _day(page, "%Y-%m-%d"), page.publisher
    page.markup = (
        f'<div class="portlet"><ul>{page.lines("li", "机关首页", "政务服务", "互动交流")}</ul></div><div class="portlet"><h1>{page.title}</h1></div>'
        f'<div class="portlet"><div><span>发文机关</span>：{office}</div><div><span>发布日期</span>：{day}</div><div><span>索引号</span>：{page.chance.randrange(9999)}/A</div></div>'
        f'<div class="portlet">{page.body}</div><div class="portlet">{page.lines("p", "扫一扫在手机打开当前页", "分享到：微信 微博 QQ空间", "我要纠错")}</div>'
        "<table><caption>2026年3月</caption><tr><th>日</th><th>一</th></tr><tr><td>1</td><td>2</td></tr></table>"
    )
    page.furniture += ["2026年3月", "索引号"]


def twice_shown(page: Page) -> None:
    """The text twice, once for screens and once for telephones."""
    day, office = _day(page, "%Y-%m-%d"), page.publisher
    meta = page.said(f"发布机构：{office}　发布日期：{day}")
    page.markup = (
        f'<div class="pc"><h1>{page.title}</h1><div class="m">{meta}</div><div class="c">{page.body}</div></div>'
        f'<div class="mobile"><h1>{page.title}</h1><div class="m">{meta}</div><div class="c">{page.body}</div></div>'
        f'<div class="b">{page.lines("p", "返回顶部", "关于我们 | 网站地图 | 联系我们")}</div>'
    )


SYSTEMS: tuple[System, ...] = (
    publishing_platform,
    property_table,
    labels_in_spans,
    epoint,
    wechat,
    encyclopedia,
    news_portal,
    telephone,
    print_view,
    old_table_layout,
    year_tabs,
    related_years,
    bare_article,
    portlets,
    twice_shown,
    traps,
)


def page_of(system: System, report: Report, body: str, seed: int) -> Page:
    """Return a report on a page of a system."""
    chance = random.Random(seed)  # noqa: S311
    date = datetime.date(report.year + 1, chance.randrange(1, 4), chance.randrange(10, 29))
    page = Page(report, body, chance, date, report.agency)
    page.on_two_lines = chance.random() < _ON_TWO_LINES
    if chance.random() < _SITE_ALONE:
        page.head_title = f"{page.place}人民政府门户网站"
    system(page)
    return page
