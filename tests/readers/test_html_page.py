"""What a page says about itself: its head, its list of properties, its encoding, its limits."""

import datetime

import pytest

from govreport.blocks import Page, Stream, TextBlock
from govreport.errors import LimitExceededError
from govreport.limits import Limits
from govreport.readers.html import read_blocks
from tests.readers.web_pages import read

OWN = '<meta name="generator" content="govreport">'


def test_the_head_gives_title_author_publisher_and_date() -> None:
    page = (
        "<head><title>某县 - 报告</title><meta name=ArticleTitle content='某县 报告'>"
        "<META NAME=Author CONTENT=甲><meta name=ContentSource content='某局'>"
        "<meta name=PubDate content='2022-01-20 10:30'></head>"
    )
    date = datetime.date(2022, 1, 20)
    assert read(page).page == Page("某县 报告", "甲", date, "某局")


def test_a_title_beside_that_of_the_article_is_quoted() -> None:
    meta = "<meta name=ArticleTitle content='某县报告'>"
    for title in ("某县报告-某县人民政府", "首页"):
        found = read(f"<head><title>{title}</title>{meta}</head>")
        assert found.page.title == "某县报告"
        assert [(each.code, each.text) for each in found.diagnostics] == [
            ("page-furniture", title)
        ]
    assert read(f"<title>某县报告</title>{meta}").diagnostics == ()
    assert read(f"<title>甲</title>{meta}{OWN}").diagnostics == ()


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
        ("utf-8", '<meta charset="koi8-r">'),
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


def test_a_declared_encoding_that_no_bytes_speak_against_is_believed() -> None:
    # The same bytes make ideographs in GB 18030.
    page = "<meta charset=koi8-r><p>Отчета года</p>".encode("koi8-r")
    assert read_blocks(page) == Stream((TextBlock("Отчета года"),))


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
