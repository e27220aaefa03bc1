"""What the markup of a page may hold, and what of it is text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import LimitExceededError
from govreport.limits import Limits
from govreport.readers.html import read_blocks
from tests.readers.html.web_pages import FILLER, left_out, read, rows, texts

XHTML = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"'
    ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)


def test_a_page_that_says_it_is_xhtml_is_read_as_any_other():
    body = '<head></head><body><p id="a">一<br>二</p><a id="b"></a><table><tr><td>3</table>'
    assert read(f"{XHTML}<html>{body}").blocks == read(f"<html>{body}").blocks


@given(st.text("<>/&;\"'= ap\n", max_size=20))
def test_no_value_is_taken_for_markup(value: str):
    escaped = value.replace("&", "&amp;").replace('"', "&quot;")
    assert texts(f'<p title="{escaped}">前<b id="{escaped}x">后</b></p>') == ["前后"]


def test_odd_names_are_no_markup():
    assert texts("<p a<b c\"d e'>一</p><p <i>二</p>") == ["一", "二"]


@pytest.mark.parametrize("number", ["&#1;", "&#x1F;", "&#00011", "&#xFFFE;", "&#65535;"])
def test_a_reference_to_a_forbidden_character_is_left_out_and_told(number: str):
    assert texts(f"<p>全年{number} 12件</p>") == ["全年 12件"]
    assert left_out(f"<p>全年{number} 12件</p>") == [("forbidden-character", "<p>全年 12件</p>")]


@pytest.mark.parametrize("number", ["&#10;", "&#160;", "&#x1FF;", "&#65536;", "&amp;#1;"])
def test_other_references_are_no_forbidden_characters(number: str):
    assert left_out(f"<p>全年{number}12件</p>") == []


def test_equal_runs_of_tags_do_not_share_spans():
    row = '<tr><td colspan="2"><p>甲</p></td><td><p>1</p></td></tr>'
    assert rows(f"<table>{row}<tr><td>乙</td><td>丙</td><td>2</td></tr>{row}</table>") == [
        ["甲", "1"],
        ["乙", "丙", "2"],
        ["甲", "1"],
    ]


@pytest.mark.parametrize("gap", ["", "\n", "字"])
def test_the_element_that_is_nested_too_deep_is_named(gap: str):
    page = f"<html><body>{gap}" + "<div>\n" * 3 + f"{gap}" + "<b><i></i><u>" * 3 + "末"
    with pytest.raises(LimitExceededError, match=r"line \d+"):
        read_blocks(page.encode(), Limits(depth=7))
    assert read_blocks(page.encode(), Limits(depth=11)).blocks


def test_what_one_page_taught_does_not_change_how_another_is_read():
    own = '<meta name="generator" content="govreport">'
    menu = f"<nav>首页</nav><p>{FILLER}</p>"
    assert texts(f"{own}{menu}") == ["首页", FILLER]
    assert texts(menu) == [FILLER]
    assert texts(f"{own}{menu}") == ["首页", FILLER]


def test_pages_with_ever_other_markup_are_read_alike():
    def styled(number: int) -> str:
        hidden = "none" if number % 2 else "inline"
        return f'<p id="p{number}"><b style="display:{hidden};order:{number}">一</b>{number}'

    for first in (0, 5_000, 0):
        page = "".join(map(styled, range(first, first + 5_000)))
        expected = [("" if n % 2 else "一") + str(n) for n in range(first, first + 5_000)]
        assert texts(page) == expected
