"""The pages that are written: valid, self-contained, inert, and told what heads what."""

import datetime
import re
from html.parser import HTMLParser

import html5lib
import pytest
from hypothesis import given

from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.errors import UnwritableDocumentError
from govreport.model.grid import Cell, Table
from govreport.readers.html import read_blocks
from govreport.testing import streams, tables
from govreport.writers.html import write_blocks
from tests.laws.registry import share

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]><!--",
    "</title></style></textarea><base href=//evil>",
    '" onmouseover="alert(1)" x=\'',
    "&lt;script&gt;&#60;b&#62;",
)
ELEMENTS = """
html head meta title style body main h1 h2 h3 h4 h5 h6 p br div
table caption colgroup thead tbody tr th td
"""
ATTRIBUTES = """
lang charset name content aria-level data-govreport data-govreport-caption data-govreport-published style class tabindex
span rowspan colspan scope
"""


class Tags(HTMLParser):
    """Collects the elements, their attributes and the character data of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def body_of(*blocks: TextBlock | TableBlock) -> str:
    page = write_blocks(Stream(blocks))
    return page.partition("<main>\n")[2].partition("</main>")[0]


def table_of(table: Table) -> str:
    return body_of(TableBlock(table))


def scopes(table: Table) -> list[tuple[str, str | None]]:
    return [
        (tag, attributes.get("scope"))
        for tag, attributes in Tags(table_of(table)).elements
        if tag in ("th", "td")
    ]


@share(4)
@given(streams())
def test_the_same_stream_makes_the_same_page(stream: Stream) -> None:
    assert write_blocks(stream) == write_blocks(stream)


@share(4)
@given(streams())
def test_no_text_becomes_an_element_or_an_attribute_of_its_own(stream: Stream) -> None:
    for tag, attributes in Tags(write_blocks(stream)).elements:
        assert tag in ELEMENTS.split()
        assert set(attributes) <= set(ATTRIBUTES.split())


@share(4)
@given(tables())
def test_no_cell_reaches_out_of_its_group_of_rows(table: Table) -> None:
    page = table_of(Table([[Cell(table.rows[0][0].text)]]) if table.height < 2 else table)
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    for group in [*tree.iter("thead"), *tree.iter("tbody")]:
        rows = group.findall("tr")
        for row, line in enumerate(rows):
            assert all(row + int(cell.get("rowspan", 1)) <= len(rows) for cell in line)


@share(4)
@given(streams())
def test_a_page_refers_to_nothing_outside_itself(stream: Stream) -> None:
    page = write_blocks(stream)
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    names = {name for _, attributes in Tags(page).elements for name in attributes}
    assert not names & {"src", "href", "srcset", "action", "data", "poster"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_inert_wherever_it_stands(text: str) -> None:
    blocks = (TextBlock(text, 0, text), TextBlock(text), TableBlock(Table([[text, text]]), text))
    stream = Stream(blocks, Page(text, text, None, text), (("agency", text),))
    tags = Tags(write_blocks(stream))
    assert {tag for tag, _ in tags.elements} <= set(ELEMENTS.split())
    assert not any(name.startswith("on") for _, given in tags.elements for name in given)
    assert "".join(tags.texts).count(text) == 7  # title, h1, publisher, p, caption, two cells
    assert [given["content"] for _, given in tags.elements if given.get("content") == text]


def test_the_head_begins_with_the_encoding_and_says_what_the_page_is() -> None:
    page = Page("甲镇报告", "甲镇", datetime.date(2024, 1, 20), "甲县")
    head = write_blocks(Stream((), page, (("agency", ""), ("year", "2023"))))
    assert head.startswith(
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n<meta name="view'
    )
    assert (
        '<meta name="generator" content="govreport">\n'
        '<meta name="ArticleTitle" content="甲镇报告">\n'
        '<meta name="author" content="甲镇">\n'
        '<meta name="ContentSource" content="甲县">\n'
        '<meta name="PubDate" content="2024-01-20">\n'
        '<meta name="govreport.agency" content="">\n'
        '<meta name="govreport.year" content="2023">\n'
        "<title>甲镇报告</title>\n"
    ) in head


def test_what_a_page_does_not_say_is_not_written() -> None:
    head = write_blocks(Stream())
    assert not re.search("ArticleTitle|author|ContentSource|PubDate", head)


def test_a_page_is_called_by_its_first_title_or_untitled() -> None:
    titled = Stream((TextBlock("前言"), TextBlock("甲镇\n报告", 0), TextBlock("乙", 0)))
    assert "<title>甲镇报告</title>" in write_blocks(titled)
    assert "<title>未命名</title>" in write_blocks(Stream())


def test_levels_are_headings_and_deeper_ones_say_how_deep() -> None:
    blocks = [TextBlock("题", level) for level in (0, 1, 5, 6, 9, None)]
    assert body_of(*blocks) == (
        "<h1>题</h1>\n<h2>题</h2>\n<h6>题</h6>\n"
        '<h6 aria-level="7">题</h6>\n<h6 aria-level="10">题</h6>\n<p>题</p>\n'
    )


def test_a_mark_stands_on_the_element_that_shows_the_block() -> None:
    written = body_of(
        TextBlock("文", 1, 'a "b"'), TableBlock(Table([["0"]]), "applications 2021")
    )
    assert '<h2 data-govreport="a &quot;b&quot;">文</h2>' in written
    assert '<table data-govreport="applications 2021">' in written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("甲\n乙", "<p>甲<br>乙</p>\n"),
        ("甲 乙\u3000\u3000丙\u00a0\u00a0丁", "<p>甲 乙\u3000\u3000丙\u00a0\u00a0丁</p>\n"),
        ("甲  乙", '<p style="white-space:pre-wrap">甲  乙</p>\n'),
        ("甲\t乙", '<p style="white-space:pre-wrap">甲\t乙</p>\n'),
        ("甲\n\n乙", '<p style="white-space:pre-wrap">甲\n\n乙</p>\n'),
        ("甲 \n乙", '<p style="white-space:pre-wrap">甲 \n乙</p>\n'),
        ("甲\x85乙\u2028丙\x9f\ufeff", "<p>甲\x85乙\u2028丙\x9f\ufeff</p>\n"),
        ("<&>\"'", "<p>&lt;&amp;&gt;&quot;'</p>\n"),
    ],
)
def test_white_space_is_told_by_breaks_or_shown_as_it_is(text: str, written: str) -> None:
    assert body_of(TextBlock(text)) == written


def test_a_cell_keeps_the_order_of_its_texts_and_tables() -> None:
    written = table_of(Table([[Cell(["甲\n乙", Table([["1"]]), "丙  丁"])]]))
    assert (
        '<td class="left"><div>甲<br>乙</div><table data-govreport="">\n'
        "<tbody>\n<tr><td>1</td></tr>\n</tbody>\n"
        '</table><div style="white-space:pre-wrap">丙  丁</div></td>'
    ) in written


def test_a_table_without_spans_is_headed_by_its_first_row() -> None:
    table = Table([["项目", "件数"], ["规章", "3"], ["文件", ""]])
    assert scopes(table) == [
        ("th", "col"),
        ("th", "col"),
        ("th", "row"),
        ("td", None),
        ("th", "row"),
        ("td", None),
    ]


def test_rows_tied_by_spans_make_the_head_and_the_bodies() -> None:
    table = Table(
        [
            [Cell("项", 2, 2), Cell("申请人", 1, 2)],
            ["自然人", "法人"],
            [Cell("新收", 1, 2), "1", "2"],
            [Cell("结果", 2), "公开", "1", "1"],
            ["不予公开", "0", "1"],
            [Cell("结转", 1, 2), "0", "0"],
        ]
    )
    assert table_of(table) == (
        '<div class="table whole" tabindex="0"><table data-govreport="">\n'
        '<colgroup span="2"></colgroup>\n<colgroup span="2"></colgroup>\n'
        '<thead>\n<tr><th rowspan="2" colspan="2" scope="colgroup">项</th>'
        '<th colspan="2" scope="colgroup">申请人</th></tr>\n'
        '<tr><th scope="col">自然人</th><th scope="col">法人</th></tr>\n</thead>\n'
        '<tbody>\n<tr><th colspan="2" scope="row">新收</th><td>1</td><td>2</td></tr>\n</tbody>\n'
        '<tbody>\n<tr><th rowspan="2" scope="rowgroup">结果</th><th scope="row">公开</th>'
        "<td>1</td><td>1</td></tr>\n"
        '<tr><th scope="row">不予公开</th><td>0</td><td>1</td></tr>\n</tbody>\n'
        '<tbody>\n<tr><th colspan="2" scope="row">结转</th><td>0</td><td>0</td></tr>\n</tbody>\n'
        "</table></div>\n"
    )


def test_full_rows_head_the_groups_below_them() -> None:
    table = Table(
        [
            [Cell("第一项", 1, 2)],
            ["内容", "件数"],
            ["规章", "0"],
            [Cell("第五项", 1, 2)],
            ["内容", "数量"],
            ["许可", "8"],
        ]
    )
    group = [("th", "rowgroup"), ("th", "col"), ("th", "col"), ("th", "row"), ("td", None)]
    assert scopes(table) == group * 2
    assert table_of(table).count("<tbody>") == 2


def test_a_full_row_at_the_end_heads_nothing() -> None:
    table = Table([["项", "数"], ["甲", "1"], [Cell("注：合计1件", 1, 2)]])
    assert scopes(table)[-1] == ("td", None)


def test_lines_begin_at_the_left_in_columns_of_long_labels() -> None:
    table = Table([["项", "数"], ["其他法律行政法规禁止公开的", "1"], ["其他", "2"]])
    assert re.findall(r'class="left">(\w+)<', table_of(table)) == [
        "其他法律行政法规禁止公开的",
        "其他",
    ]


def test_numbers_and_blank_cells_head_nothing() -> None:
    assert scopes(Table([["", "1"], ["2", "3"]]))[2:] == [("td", None)] * 2
    assert scopes(Table([["", "甲"], ["乙", "3"]]))[0] == ("td", None)


def test_the_caption_says_the_last_heading_on_one_line() -> None:
    table = TableBlock(Table([["0"]]))
    caption = "<caption data-govreport-caption>三、甲乙</caption>"
    assert caption in body_of(TextBlock("三、甲\n乙", 1), TextBlock("正文"), table)
    assert "caption" not in body_of(TextBlock("正文"), table)
    nested = TableBlock(Table([[Cell([Table([["0"]])])]]))
    assert body_of(TextBlock("题", 1), nested).count("<caption") == 1


def test_deeply_nested_tables_are_written() -> None:
    table = Table([["0"]])
    for _ in range(49):
        table = Table([[Cell([table])]])
    assert table_of(table).count("<table") == 50


def test_a_character_that_no_format_carries_is_refused() -> None:
    with pytest.raises(UnwritableDocumentError, match=r"U\+0001 after"):
        body_of(TextBlock("甲\x01"))


def test_the_standard_s_parser_finds_no_error_in_a_page() -> None:
    table = TableBlock(
        Table([["项", Cell("甲", 1, 2)], ["乙", "1", Cell([Table([["2"]])])]]), "m"
    )
    blocks = (TextBlock("题", 0), TextBlock("一", 7, "m"), TextBlock("文  字\n\n<b>&amp;"), table)
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(write_blocks(Stream(blocks, Page("题"), (("year", "2023"),))))
    assert parser.errors == []


def test_a_signature_stands_in_a_part_of_its_own_and_is_read_as_it_was() -> None:
    blocks = (
        TextBlock("正文。"),
        TextBlock("甲镇人民政府", signature=True),
        TextBlock("2024年1月18日", signature=True),
        TextBlock("附件：一份"),
    )
    assert body_of(*blocks) == (
        '<p>正文。</p>\n<div class="signature">\n<p>甲镇人民政府</p>\n<p>2024年1月18日</p>\n</div>\n'
        "<p>附件：一份</p>\n"
    )
    assert read_blocks(write_blocks(Stream(blocks)).encode()).blocks == blocks


PUBLISHED = "发布日期：2024-01-20\u3000发布机构：甲县人民政府"


def test_the_line_of_publication_stands_below_the_title_and_is_read_once() -> None:
    page = Page("题", None, datetime.date(2024, 1, 20), "甲县人民政府")
    for blocks in ((TextBlock("题", 0), TextBlock("文")), (TextBlock("文"),), ()):
        stream = Stream(blocks, page)
        written = write_blocks(stream)
        shown = f'<p class="published" data-govreport-published>{PUBLISHED}</p>\n'
        assert written.count(shown) == 1
        if len(blocks) == 2:
            assert f"<h1>题</h1>\n{shown}<p>文</p>" in written
        assert read_blocks(written.encode()) == stream
    only = write_blocks(Stream((), Page(None, None, None, "甲县")))
    assert ">发布机构：甲县</p>" in only


def test_a_line_of_publication_that_says_something_else_is_no_line_of_ours() -> None:
    page = Page("题", None, datetime.date(2024, 1, 20), "甲县人民政府")
    written = write_blocks(Stream((TextBlock("题", 0), TextBlock("文")), page))
    changed = written.replace(f">{PUBLISHED}<", ">新收申请3件<")
    read = read_blocks(changed.encode())
    assert [each.text for each in read.blocks if isinstance(each, TextBlock)] == [
        "题",
        "新收申请3件",
        "文",
    ]
    own = Stream((TextBlock(PUBLISHED),), page)
    assert read_blocks(write_blocks(own).encode()) == own


def test_long_numbers_are_set_smaller() -> None:
    written = table_of(Table([["项", "数"], ["甲", "123456789"], ["乙", "1,234,567,890"]]))
    assert '<td class="long">123456789</td>' in written
    assert '<td class="longer">1,234,567,890</td>' in written


def test_wide_tables_are_told_for_phones_and_short_ones_stay_whole() -> None:
    assert table_of(Table([["1"] * 6] * 7)).startswith('<div class="table wide"')
    assert table_of(Table([["1"] * 5] * 6)).startswith('<div class="table whole"')


@pytest.mark.parametrize("figure", ["17", "17件", "3.62 万元", "/", ""])
def test_a_row_below_a_banner_heads_its_columns_whatever_the_figures_are(figure: str) -> None:
    rows = (
        (Cell(("甲类",), column_span=2),),
        (Cell(("内容",)), Cell(("数量",))),
        (Cell(("许可",)), Cell((figure,) if figure else ())),
        (Cell(("乙类",), column_span=2),),
        (Cell(("内容",)), Cell(("金额",))),
        (Cell(("收费",)), Cell(("8",))),
    )
    page = write_blocks(Stream((TableBlock(Table(rows)),)))
    assert page.count('<th scope="col">内容</th>') == 2
    assert '<th scope="row">许可</th>' in page
