"""What a page says about itself: its head, its list of properties, its encoding, its limits."""

import datetime

import pytest

from govreport.blocks import Page, Stream, TextBlock
from govreport.errors import LimitExceededError
from govreport.limits import Limits
from govreport.readers.html import read_blocks
from tests.readers.web_pages import FILLER, left_out, read, texts

OWN = '<meta name="generator" content="govreport">'


def test_the_head_gives_title_author_publisher_and_date() -> None:
    page = (
        "<head><title>某县 - 报告</title><meta name=ArticleTitle content='某县 报告'>"
        "<META NAME=Author CONTENT=甲><meta name=ContentSource content='某局'>"
        "<meta name=PubDate content='2022-01-20 10:30'></head>"
    )
    date = datetime.date(2022, 1, 20)
    assert read(page).page == Page("某县 报告", "甲", date, "某局")


def test_lesser_names_stand_in_for_missing_ones() -> None:
    page = (
        "<title>\n 某县\n报告 </title><meta name=source content=某局>"
        "<meta property=article:published_time content=2022-01-20T10:30:00+08:00>"
    )
    assert read(page).page == Page("某县报告", None, datetime.date(2022, 1, 20), "某局")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2022-01-20", datetime.date(2022, 1, 20)),
        ("2022/1/20", datetime.date(2022, 1, 20)),
        ("2022年1月20日", datetime.date(2022, 1, 20)),
        ("2022.01.20 08:00", datetime.date(2022, 1, 20)),
        ("2022-02-30", None),
        ("0000-01-01", None),
        ("昨天", None),
        ("", None),
    ],
)
def test_dates_are_read_leniently_but_never_guessed(
    written: str, date: datetime.date | None
) -> None:
    assert read(f'<meta name="PubDate" content="{written}">').page.publication_date == date


def test_statements_come_in_their_order() -> None:
    page = '<meta name="govreport.b" content=""><meta name="govreport.a" content="甲 乙">'
    assert read(page).statements == (("b", ""), ("a", "甲 乙"))


def test_a_page_of_our_own_is_read_as_it_stands() -> None:
    page = (
        f"{OWN}<title>名</title><meta name=source content=某><div class=nav>首页</div>"
        "<table><tr><td><h1>甲</h1></table><p>索引号：1</p><p>发布机构：乙</p><p>名称：丙</p>"
    )
    stream = read(page)
    assert stream.page == Page()
    assert stream.diagnostics == ()
    assert len(stream.blocks) == 5


LISTS = [
    "<table><tr><td>索 引 号：</td><td>012/2022</td><td>发布机构</td><td>某局</td></tr>"
    "<tr><td>名&nbsp;&nbsp;称</td><td>某局报告</td><td>发布日期</td><td>2022-01-20</td></tr>"
    "<tr><td>文号</td><td></td><td>有效性</td><td></td></tr></table>",
    "<ul><li><b>索引号：</b>012/2022<li><b>发布机构：</b>某局<li>名称：某局报告"
    "<li>发布日期：2022年1月20日</ul>",
    "<dl><dt>索引号<dd>012/2022<dt>发布机构<dd>某局<dt>名称<dd>某局报告<dt>文号<dt>发布日期"
    "<dd>2022-01-20</dl>",
    "<div><div><span>索引号:</span><span>012/2022</span></div><div>发布机构: 某局</div>"
    "<div>名 称: 某局报告</div><div>发布日期: 2022-01-20 10:00</div></div>",
]


@pytest.mark.parametrize("properties", LISTS)
def test_a_list_of_properties_is_quoted_and_fills_what_the_head_leaves_open(
    properties: str,
) -> None:
    page = f"<p>甲</p>{properties}<p>{FILLER}</p>"
    stream = read(page)
    assert stream.blocks == (TextBlock("甲"), TextBlock(FILLER))
    assert stream.page == Page("某局报告", None, datetime.date(2022, 1, 20), "某局")
    (found,) = stream.diagnostics
    assert found.code == "page-furniture"
    assert all(word in found.text for word in ("索", "012/2022", "某局报告", "2022"))


def test_the_head_outranks_a_list_of_properties() -> None:
    page = f"<title>首</title><meta name=ContentSource content=另局>{LISTS[0]}"
    assert read(page).page == Page("首", None, datetime.date(2022, 1, 20), "另局")


@pytest.mark.parametrize(
    "kept",
    [
        "<p>索引号：1</p><p>发布机构：某局</p>",
        "<p>来源：某局</p><p>发布日期：2022-01-20</p><p>名称：甲</p>",
        "<table><tr><td>序号<td>名称<td>文号<td>发文日期<td>有效性<tr><td>1<td>甲<td>乙<td>丙<td>丁"
        "</table>",
        "<table><tr><td>索引号<td>文号<td>有效性</table>",
    ],
)
def test_what_only_looks_like_a_list_of_properties_is_kept(kept: str) -> None:
    assert left_out(kept) == []


def test_the_text_behind_an_empty_last_property_is_kept() -> None:
    page = "<p>索引号：1</p><p>发布机构：某局</p><p>文号：</p><p>某县人民政府政府信息公开报告全文</p>"
    assert texts(page) == ["某县人民政府政府信息公开报告全文"]


# Encodings

TEXT = "政府信息公开工作年度报告，本年度共受理申请。"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8-sig", '<meta charset="gb2312">'),
        ("utf-8", '<meta charset="gb2312">'),
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("utf-8", '<meta charset="no-such-thing">'),
        ("utf-8", '<meta charset="utf-16">'),
        ("gb18030", '<meta charset="gb2312">'),
        ("gb18030", "<meta http-equiv=Content-Type content='text/html; charset=GBK'>"),
        ("gb18030", '<?xml version="1.0" encoding="gb2312"?>'),
        ("gb18030", '<meta charset="utf-8">'),
        ("gb18030", ""),
        ("utf-16", ""),
        ("utf-16", '<meta charset="utf-16">'),
    ],
)
def test_a_page_is_decoded_by_what_it_declares_unless_its_bytes_prove_another(
    encoding: str, head: str
) -> None:
    stream = read_blocks(f"{head}<p>{TEXT}</p>".encode(encoding))
    assert stream == Stream((TextBlock(TEXT),))


def test_traditional_pages_in_big5_are_decoded() -> None:
    text = "政府資訊公開工作年度報告，本年度共受理申請。"
    page = f"<meta charset=big5><p>{text}</p>".encode("big5")
    assert read_blocks(page) == Stream((TextBlock(text),))


def test_characters_beyond_gb2312_are_decoded_though_gb2312_is_declared() -> None:
    page = "<meta charset=gb2312><p>朱镕基𠮷€</p>".encode("gb18030")
    assert read_blocks(page) == Stream((TextBlock("朱镕基𠮷€"),))


def test_bytes_that_no_encoding_allows_are_replaced_and_reported() -> None:
    page = f"<meta charset=utf-8><p>{TEXT}".encode() + b"\xff\xfe" + f"{TEXT}</p>".encode()
    stream = read_blocks(page)
    assert stream.blocks == (TextBlock(f"{TEXT}\ufffd\ufffd{TEXT}"),)
    assert [each.code for each in stream.diagnostics] == ["undecodable-text"]


def test_a_page_beyond_the_limit_is_refused() -> None:
    with pytest.raises(LimitExceededError, match="input_bytes"):
        read_blocks(b"<p>1234567890</p>", Limits(input_bytes=10))


def test_an_empty_page_is_an_empty_stream() -> None:
    assert read_blocks(b"") == Stream()
