"""Texts of a page: white space, line breaks, headings, lists, what parts and what joins."""

import pytest

from govreport.blocks import TextBlock
from tests.readers.html.web_pages import left_out, read, texts


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("甲  \t\n 乙", ["甲乙"]),
        ("a  \t\n b", ["a b"]),
        ("甲\n<b>乙</b>", ["甲乙"]),
        ("甲\nb", ["甲 b"]),
        ("甲 乙", ["甲 乙"]),
        ("12\n件", ["12 件"]),
        ("<p> 甲 <br> 乙 </p>", ["甲\n乙"]),
        ("甲<br><br>乙<br>丙", ["甲", "乙\n丙"]),
        ("甲<br>&nbsp;<br>乙", ["甲", "乙"]),
        ("甲</br>乙", ["甲\n乙"]),
        ("<p>甲&nbsp;&nbsp;乙\u3000丙</p>", ["甲\u00a0\u00a0乙\u3000丙"]),
        ("<p>&nbsp;</p><p>\u3000甲</p>", ["甲"]),
        ("<pre>\n 甲  乙\n\n丙</pre>", ["甲  乙\n\n丙"]),
        ('<p style="white-space: pre-wrap">甲  乙\n丙</p>', ["甲  乙\n丙"]),
        ('<p style="WHITE-SPACE:pre-line">甲  乙\n丙</p>', ["甲 乙\n丙"]),
        ('<pre>a  b<i style="white-space:normal">c  d</i>e  f</pre>', ["a  bc de  f"]),
        ("<p>甲\r\n\r\n乙\r丙</p>", ["甲乙丙"]),
    ],
)
def test_white_space_is_treated_as_a_browser_treats_it(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


@pytest.mark.parametrize(
    "tag",
    "p div li dt dd section article figcaption blockquote address center form fieldset details"
    " summary caption tr td h1 pre ul".split(),
)
def test_a_block_parts_what_is_around_it(tag: str) -> None:
    assert texts(f"<div>甲<{tag}>乙</{tag}>丙</div>") == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    "tag", ["span", "a", "b", "font", "o:p", "st1:place", "x-y", "u", "label"]
)
def test_an_inline_element_does_not_part_a_text(tag: str) -> None:
    assert texts(f"<p>1<{tag}>2</{tag}>3</p>") == ["123"]


def test_a_rule_parts_and_a_break_opportunity_does_not() -> None:
    assert texts("甲<hr>乙<wbr>丙") == ["甲", "乙丙"]


def test_an_inline_element_that_is_displayed_as_a_block_parts() -> None:
    assert texts('1<span style="display:block">2</span>3') == ["1", "2", "3"]
    assert texts('1<span style="display: table-cell">2</span>3') == ["1", "2", "3"]


def test_a_block_that_its_content_had_closed_still_ends_where_it_is_closed() -> None:
    assert texts("<p>1<div>2</div>3</p>4") == ["1", "2", "3", "4"]
    assert texts("<h1>1<p>2</h1>3") == ["1", "2", "3"]


def test_text_behind_the_end_of_the_page_is_kept() -> None:
    assert texts("<html><body><p>甲</p></body></html><p>乙</p>丙") == ["甲", "乙", "丙"]
    page = "<div><html><body><p>甲</p></body></html></div><div>乙</div>"
    assert texts(page) == ["甲", "乙"]


def test_fragments_bare_text_upper_case_and_unclosed_tags_are_read() -> None:
    assert texts("甲") == ["甲"]
    assert texts("<P>甲<P>乙<DIV>丙") == ["甲", "乙", "丙"]
    assert texts("") == texts("  ") == texts("<!-- 甲 -->") == []


def test_what_word_pastes_into_pages_is_read_through() -> None:
    page = (
        "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->"
        "<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>1.</span><![endif]>"
        "<font face=宋体>甲</font><st1:chsdate Year='2021' w:st='on'>2021年</st1:chsdate>乙"
        "<o:p></o:p></p>"
    )
    assert texts(page) == ["1.甲2021年乙"]


def test_xhtml_is_read_with_its_declaration_and_its_namespaces() -> None:
    head = '<?xml version="1.0" encoding="gb2312"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'
    assert read(head + "<body><p>甲<br/>乙</p></body></html>").blocks == (TextBlock("甲\n乙"),)
    prefixed = '<h:div xmlns:h="http://www.w3.org/1999/xhtml">甲<h:p>乙</h:p></h:div>'
    assert texts(prefixed) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("page", "level"),
    [
        ("<h1>甲</h1>", 0),
        ("<h2><b>甲</b></h2>", 1),
        ("<h6>甲</h6>", 5),
        ('<h6 aria-level="7">甲</h6>', 6),
        ('<h6 aria-level="10">甲</h6>', 9),
        ('<h6 aria-level="99">甲</h6>', 9),
        ('<h3 aria-level="x">甲</h3>', 2),
        ('<div role="heading" aria-level="2">甲</div>', 1),
        ('<div role="heading">甲</div>', 1),
        ("<p>甲</p>", None),
        ("<p><b>甲</b></p>", None),
    ],
)
def test_headings_have_the_level_that_the_page_states(page: str, level: int | None) -> None:
    assert read(page).blocks == (TextBlock("甲", level),)


def test_a_heading_s_level_ends_with_it() -> None:
    blocks = read("<h2>甲<div>乙</div></h2><p>丙</p>").blocks
    assert blocks == (TextBlock("甲", 1), TextBlock("乙", 1), TextBlock("丙"))


def test_a_mark_is_carried_by_the_blocks_of_its_element() -> None:
    blocks = read('<p data-govreport="section overview">甲</p><p>乙</p>').blocks
    assert blocks == (TextBlock("甲", None, "section overview"), TextBlock("乙"))


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li><p>甲</p><p>乙</p></li><li value=9>丙</ol>", ["3. 甲", "乙", "9. 丙"]),
        ("<ol type=a><li>甲<li>乙</ol>", ["a. 甲", "b. 乙"]),
        ("<ol type=I start=4><li>甲</ol>", ["IV. 甲"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        (
            '<ol style="list-style-type:cjk-ideographic" start=10><li>甲<li>乙</ol>',
            ["十、甲", "十一、乙"],
        ),
        ('<ol style="list-style: none"><li>甲</ol>', ["甲"]),
        ('<ol><li style="list-style-type:none">甲<li>乙</ol>', ["甲", "2. 乙"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<ol><li>甲<ul><li>乙</ul><li>丙</ol>", ["1. 甲", "乙", "2. 丙"]),
        ("<ol><li><ol><li>甲</ol></ol>", ["1. 1. 甲"]),
        ("<ol><li>1、甲<li>2.乙<li>3月</ol>", ["1、甲", "2.乙", "3. 3月"]),
        ("<ol><li></li><li>乙</ol>", ["1.", "2. 乙"]),
        ("<li>甲", ["甲"]),
    ],
)
def test_ordered_items_have_the_number_that_is_printed(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


def test_an_item_that_begins_with_a_table_has_its_number_before_it() -> None:
    assert texts("<ol><li><table><tr><td>1<td>2</table></ol>") == ["1."]


def test_raised_and_lowered_digits_do_not_become_part_of_a_number() -> None:
    assert texts("<p>10<sup>2</sup>米 CO<sub>2</sub></p>") == ["10²米 CO₂"]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="#note-2">2</a>', "17²件"),
        ('<a href="#_ftn2" name="_ftnref2"><span>２</span></a>', "17²件"),
        ('<a href="#note-2"><sup>2</sup></a>', "17²件"),
        ('<a href="2.html">2</a>', "172件"),
        ('<a href="#">2</a>', "172件"),
        ('<a href="#part">200</a>', "17200件"),
    ],
)
def test_a_link_to_a_note_right_behind_a_number_is_none_of_its_digits(
    link: str, expected: str
) -> None:
    assert texts(f"<p>17{link}件</p>") == [expected]


def test_the_parts_of_equations_do_not_run_together() -> None:
    assert texts("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>") == ["1/2"]
    assert texts("<math><msup><mn>3</mn><mn>4</mn></msup></math>") == ["3^4"]
    assert texts("<math><msqrt><mn>5</mn></msqrt></math>") == ["√5"]


def test_quotations_have_the_marks_that_are_displayed() -> None:
    assert texts("<p>甲<q>乙</q></p>") == ["甲“乙”"]


def test_scripts_styles_and_comments_vanish_without_a_word() -> None:
    page = "<style>p{}</style><p>甲<script>var x='乙'</script><!-- 丙 -->丁</p>"
    assert texts(page) == ["甲丁"]
    assert left_out(page) == []


def test_characters_that_no_format_can_carry_are_dropped_and_their_place_is_quoted() -> None:
    page = "<p>甲</p>\n<p>乙\x01\x02丙\ufffe</p>"
    assert texts(page) == ["甲", "乙丙"]
    (found,) = read(page).diagnostics
    assert (found.code, found.where) == ("forbidden-character", "line 2")
    assert "乙丙" in found.text


def test_a_noncharacter_of_the_page_itself_is_only_text() -> None:
    assert texts("<p>甲\ufdd0乙</p>") == ["甲\ufdd0乙"]


def test_markdown_that_holds_html_has_its_headings_and_paragraphs() -> None:
    source = (
        "<div class='a'>\n\n# 标题\n\n[首页](/) \\> 年报\n\n</div>\n\n**一、甲**\n\n乙\n丙\n\n"
        "<table><tr><td><p>1</p></td><td>2</td></tr></table>\n\n**二、丁**\n"
    )
    found = [block.text for block in read(source).blocks if isinstance(block, TextBlock)]
    assert found == ["标题", "首页 > 年报", "一、甲", "乙丙", "二、丁"]


def test_a_page_with_paragraphs_of_its_own_is_no_markdown() -> None:
    source = "<div><p>**一、甲**</p>\n\n**二、乙**\n\n**三、丙**</div>"
    assert texts(source) == ["**一、甲**", "**二、乙** **三、丙**"]
