"""What a page says about itself: its head, its list of properties, its encoding, its limits."""

import datetime

import pytest

from govreport.blocks import Page, Stream
from govreport.errors import LimitExceededError
from govreport.limits import Limits
from govreport.readers.html import read_blocks
from tests.readers.html.web_pages import read

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


def test_a_page_beyond_the_limit_is_refused() -> None:
    with pytest.raises(LimitExceededError, match="input_bytes"):
        read_blocks(b"<p>1234567890</p>", Limits(input_bytes=10))


def test_an_empty_page_is_an_empty_stream() -> None:
    assert read_blocks(b"") == Stream()
