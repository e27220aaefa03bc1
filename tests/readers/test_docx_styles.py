"""Levels, marks and properties that Word files state."""

import datetime

import pytest

from govreport.blocks import Page, TextBlock
from govreport.readers.docx import read_blocks
from tests.readers.word_files import paragraph, part, run, word_file


def style(identifier, name="", base="", more="", attributes=""):
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"{attributes}>'
        f'<w:name w:val="{name}"/>{based}<w:pPr>{more}</w:pPr></w:style>'
    )


def outline(number):
    return f'<w:outlineLvl w:val="{number}"/>'


def block(styles, properties='<w:pStyle w:val="s"/>'):
    side = {"styles": part("styles", styles)}
    (found,) = read_blocks(word_file(paragraph(run("甲"), properties), side)).blocks
    return found


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Title", 0),
        ("title", 0),
        ("标题", 0),
        ("heading 1", 1),
        ("Heading 9", 9),
        ("标题 3", 3),
        ("标题1", 1),
        ("標題 2", 2),
        ("heading 10", None),
        ("heading 0", None),
        ("Subtitle", None),
        ("toc 1", None),
        ("Normal", None),
        ("", None),
    ],
)
def test_the_level_is_told_by_the_name_of_the_style(name, level):
    assert block(style("s", name)) == TextBlock("甲", level)


def test_the_level_is_inherited_from_the_base():
    assert (
        block(style("s", "小标", "t") + style("t", "更", "u") + style("u", "heading 2")).level
        == 2
    )


def test_styles_that_are_based_on_each_other_end():
    assert block(style("s", "a", "t") + style("t", "b", "s")).level is None


@pytest.mark.parametrize(
    ("of_style", "own", "level"),
    [
        ("", outline(0), 1),
        ("", outline(8), 9),
        ("", outline(9), None),
        ("", outline("x"), None),
        (outline(1), "", 2),
        (outline(1), outline(3), 4),
        (outline(1), outline(9), None),
        (outline(9), "", None),
    ],
)
def test_the_outline_level_of_style_or_paragraph_is_a_level(of_style, own, level):
    assert block(style("s", "文", more=of_style), f'<w:pStyle w:val="s"/>{own}').level == level


def test_a_title_with_an_outline_level_is_still_the_title():
    assert (
        block(style("s", "Title", more=outline(0)), f'<w:pStyle w:val="s"/>{outline(0)}').level
        == 0
    )


def test_body_text_based_on_a_heading_is_no_heading():
    assert block(style("s", "文", "h", outline(9)) + style("h", "heading 1")).level is None


def test_the_default_style_holds_where_none_or_an_unknown_one_is_named():
    default = style("d", "文", more=outline(2), attributes=' w:default="1"')
    assert block(default, "").level == 3
    assert block(default, '<w:pStyle w:val="unknown"/>').level == 3
    assert block(style("d", more=outline(2), attributes=' w:default="0"'), "").level is None


@pytest.mark.parametrize("mark", ["heading 2", "table", "table x", 'a , ; "b" <&> \' c'])
def test_the_rest_of_a_style_name_after_govreport_is_the_mark(mark):
    name = "govreport " + mark.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    assert block(style("s", name, "h") + style("h", "heading 2")) == TextBlock("甲", 2, mark)


def test_the_mark_of_a_base_style_is_not_inherited():
    assert block(style("s", "文", "m") + style("m", "govreport heading 2")).mark == ""


CORE = (
    '<c:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="c">'
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator></c:coreProperties>"
)


def custom(*pairs):
    inner = "".join(
        f'<property name="{name}"><v:lpwstr xmlns:v="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/docPropsVTypes">{text}</v:lpwstr></property>'
        for name, text in pairs
    )
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    return f'<Properties xmlns="{uri}">{inner}</Properties>'


def stated(title="", author="", *pairs):
    side = {
        "core-properties": CORE.format(title=title, author=author),
        "custom-properties": custom(*pairs),
    }
    return read_blocks(word_file("", side))


def test_the_properties_are_the_page():
    stream = stated(
        "甲县 &lt;年度&gt; 报告",
        "甲县人民政府",
        ("publication_date", "2024-01-20"),
        ("publisher", "甲县"),
    )
    assert stream.page == Page(
        "甲县 <年度> 报告", "甲县人民政府", datetime.date(2024, 1, 20), "甲县"
    )


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("", ""),
        ("Word Document", "python-docx"),
        (" ", "Administrator"),
        ("Untitled", "微软用户"),
    ],
)
def test_what_programs_fill_in_is_nobodys_title_or_name(title, author):
    assert stated(title, author).page == Page()


def test_a_printed_break_in_a_property_is_joined():
    assert stated("甲县\n报告").page.title == "甲县报告"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-01-20T08:00:00Z", datetime.date(2024, 1, 20)),
        ("2024-13-01", None),
        ("去年", None),
        ("", None),
    ],
)
def test_a_publication_date_is_a_date_or_nothing(text, date):
    assert stated("", "", ("publication_date", text)).page.publication_date == date


def test_statements_come_in_the_order_of_their_positions():
    stream = stated(
        "",
        "",
        ("govreport.001.year", "2023"),
        ("govreport.000.agency", ""),
        ("govreport.010.agency", "乙"),
        ("govreport.002.agency", "甲"),
        ("govreport.x.agency", "丙"),
        ("other", "丁"),
    )
    assert stream.statements == (
        ("agency", ""),
        ("year", "2023"),
        ("agency", "甲"),
        ("agency", "乙"),
    )
