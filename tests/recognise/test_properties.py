"""The list of properties above a document: left out, quoted, and asked for what is not said."""

import datetime

import pytest

import govreport
from govreport.model.document import Paragraph, Source

BODY = "总体情况良好，我局认真做好这项工作，信息公开持续推进。"
DATE = datetime.date(2022, 1, 20)
TITLE = "某县林业局2021年政府信息公开工作年度报告"

LISTS = {
    "html table": "<table><tr><td>索 引 号：</td><td>012/2022</td><td>发布机构</td><td>某县林业局</td></tr>"
    f"<tr><td>名&nbsp;&nbsp;称</td><td>{TITLE}</td><td>发布日期</td><td>2022-01-20</td></tr>"
    "<tr><td>文号</td><td></td><td>有效性</td><td></td></tr></table>",
    "html list": "<ul><li><b>索引号：</b>012/2022<li><b>发布机构：</b>某县林业局"
    f"<li>名称：{TITLE}<li>发布日期：2022年1月20日</ul>",
    "html terms": "<dl><dt>索引号<dd>012/2022<dt>发布机构<dd>某县林业局"
    f"<dt>名称<dd>{TITLE}<dt>文号<dt>发布日期<dd>2022-01-20</dl>",
    "html blocks": "<div><div><span>索引号:</span><span>012/2022</span></div>"
    f"<div>发布机构: 某县林业局</div><div>名 称: {TITLE}</div>"
    "<div>发布日期: 2022-01-20 10:00</div></div>",
    "pipe": "| 索引号 | 012/2022 | 发布机构 | 某县林业局 |\n"
    f"| 名称 | {TITLE} | 发布日期 | 2022-01-20 |\n| 文号 | | 有效性 | |\n\n",
    "html head above values": "<table><tr><th>索引号<th>发布机构<th>文号<th>名称<th>发布日期</tr>"
    f"<tr><td>012/2022<td>某县林业局<td><td>{TITLE}<td>2022-01-20</tr></table>",
    "html in brackets": "<p>【索引号】012/2022<p>【文号】<p>【发布机构】某县林业局<p>【有效性】"
    f"<p>【名称】{TITLE}<p>【发布日期】2022-01-20",
    "html parted by bars": f"<div>索引号：012/2022 | 文号： | 发布机构：某县林业局 | 有效性：</div><div>名称：{TITLE}</div>"
    "<div>发布日期：2022-01-20 | 效力状况：</div>",
    "tab": f"索引号：012/2022\n发布机构：某县林业局\n名　　称：{TITLE}\n发布日期：2022-01-20\n",
}


def read(properties: str, kind: str) -> govreport.ReportDocument:
    lines = ["一、总体情况", BODY, "六、其他需要报告的事项", "无。"]
    if kind.startswith("html"):
        text = properties + "".join(f"<p>{line}</p>" for line in lines)
        return govreport.loads(text, "html")
    return govreport.loads(properties + "\n".join(lines), kind)


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_of_properties_is_quoted_and_tells_what_nothing_else_does(kind: str) -> None:
    document = read(LISTS[kind], kind)
    assert (document.title, document.agency, document.year) == (TITLE, "某县林业局", 2021)
    assert document.source == Source(DATE, "某县林业局")
    assert document.preamble == ()
    quoted = "\n".join(each.text for each in document.diagnostics)
    assert all(word in quoted for word in ("012/2022", TITLE, "2022"))


@pytest.mark.parametrize("kind", LISTS)
def test_a_title_above_the_text_outranks_a_list_of_properties(kind: str) -> None:
    title = "某县水利局2020年政府信息公开工作年度报告"
    above = f"<h1>{title}</h1>" if kind.startswith("html") else f"{title}\n\n"
    document = read(LISTS[kind] + above, kind)
    assert (document.title, document.agency, document.year) == (title, "某县水利局", 2020)


KEPT = {
    "too few": ("tab", "索引号：1\n发布机构：某局\n"),
    "no such label": ("tab", "来源：某局\n发布日期：2022-01-20\n名称：甲\n"),
    "a table of things": (
        "html",
        "<table><tr><td>序号<td>名称<td>文号<td>发文日期<td>有效性"
        "<tr><td>1<td>甲<td>乙<td>丙<td>丁</table>",
    ),
    "labels alone": ("html", "<table><tr><td>索引号<td>文号<td>有效性</table>"),
}


@pytest.mark.parametrize(("kind", "text"), KEPT.values(), ids=KEPT)
def test_what_only_looks_like_a_list_of_properties_is_no_such_list(kind: str, text: str) -> None:
    messages = {each.message for each in read(text, kind).diagnostics}
    assert "the page's list of properties was left out" not in messages


def test_the_text_behind_an_empty_last_property_is_kept() -> None:
    text = "某县人民政府依照条例编制本报告，报告全文由六个部分组成"
    document = read(f"索引号：1\n发布机构：某局\n文号：\n{text}\n", "tab")
    assert document.preamble == (Paragraph(text),)


LINES = {
    "[2022-01-20]": DATE,
    "【2022-01-20 09:30】": DATE,
    "[2022-01-20] 来源：某县林业局": DATE,
    "发布于 2022-01-20": DATE,
    "发布于2022年1月20日 浏览：8次": DATE,
    "成文日期：2022-01-05 发布日期：2022-01-20": DATE,
    "发文日期:2022-01-05发布时间:2022-01-20 10:12": DATE,
    "生成日期：2022-01-05 公开日期：2022-01-20": DATE,
    "更新时间：2022-03-09 时间：2022-01-20": DATE,
    "成文日期：2022-01-20": DATE,
    "发布时间：2022-01-2018:26浏览次数：": DATE,
    "失效日期：2022-01-20": None,
    "发布日期：- 来源：": None,
}


@pytest.mark.parametrize(("line", "date"), LINES.items(), ids=list(LINES))
def test_the_day_of_release_outranks_other_dates_of_a_line(
    line: str, date: datetime.date | None
) -> None:
    document = read(f"{TITLE}\n{line}\n", "tab")
    assert document.source.publication_date == date
    assert document.preamble == ()
    assert line in [each.text for each in document.diagnostics]


@pytest.mark.parametrize("kind", ["tab", "html"])
def test_the_day_of_release_outranks_that_of_another_line(kind: str) -> None:
    lines = ["成文日期：2022-01-05", "更新时间：2022-02-05", "发布时间：2022-01-20"]
    listed = ["索引号：1", "发布机构：某局", "成文日期：2021-12-30"]
    for order in (lines, lines[::-1]):
        texts = [*listed, TITLE, *order]
        shown = (
            "".join(f"<p>{text}</p>" for text in texts) if kind == "html" else "\n".join(texts)
        )
        assert read(f"{shown}\n", kind).source.publication_date == DATE


def test_a_day_in_words_below_the_title_stays_in_the_text() -> None:
    document = read(f"{TITLE}\n（2022年1月20日）\n", "tab")
    assert document.preamble == (Paragraph("（2022年1月20日）"),)


LIST = "索引号：1\n发布机构：某局\n文号：\n"


@pytest.mark.parametrize("text", ["甲" * 12, "甲"])
def test_a_short_text_behind_an_empty_last_property_is_its_value(text: str) -> None:
    document = read(f"{LIST}{text}\n", "tab")
    assert document.preamble == ()
    assert any(text in each.text for each in document.diagnostics)


def test_a_longer_text_behind_an_empty_last_property_is_a_paragraph() -> None:
    text = "甲" * 13
    assert read(f"{LIST}{text}\n", "tab").preamble == (Paragraph(text),)


@pytest.mark.parametrize("length", [13, 120])
def test_a_longer_text_between_two_properties_is_the_value_of_the_first(length: int) -> None:
    document = read(f"{LIST}{'甲' * length}\n有效性：有效\n", "tab")
    assert document.preamble == ()
    assert any("甲" * length in each.text for each in document.diagnostics)


def test_a_text_of_more_than_a_hundred_and_twenty_characters_is_no_value() -> None:
    text = "甲" * 121
    assert Paragraph(text) in read(f"{LIST}{text}\n有效性：有效\n", "tab").preamble


def test_a_longer_text_that_a_property_ends_with_is_looked_at_no_further_than_the_list() -> None:
    text = "甲" * 13
    document = govreport.loads(f"{LIST}{text}\n有效性：有效\n", "tab")
    assert document.preamble == ()
