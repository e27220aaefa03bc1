"""Word files as written: what Word demands of them, and how the page looks."""

import io
import zipfile
from collections.abc import Iterator

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.errors import UnwritableDocumentError
from govreport.model.grid import DEEPEST_TABLE, Cell, Table
from govreport.readers.docx import read_blocks
from govreport.testing import streams, tables
from govreport.writers.docx import write_blocks
from govreport.writers.docx.columns import fit
from govreport.writers.docx.tables import TEXT_WIDTH
from govreport.writers.headers import header_height
from tests.laws.registry import share

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{WORD}val"

ORDERS = {
    "pPr": "pStyle keepNext keepLines widowControl snapToGrid spacing ind jc outlineLvl",
    "rPr": "rFonts b bCs color spacing kern sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "tc": "tcPr p tbl",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "sectPr": "headerReference footerReference type pgSz pgMar cols docGrid",
    "font": "altName panose1 charset family pitch",
    "settings": "zoom defaultTabStop evenAndOddHeaders drawingGridVerticalSpacing"
    " characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
}
"""The order that the schema (ECMA-376-1, annex A) gives to the elements that we write."""

APPLICATIONS_HEAD = [
    [Cell("", 3, 3), Cell("情况", 1, 7)],
    [Cell("甲", 2), Cell("乙", 1, 5), Cell("总", 2)],
    list("一二三四五"),
]


def members(stream: Stream) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_blocks(stream))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def part(stream: Stream, name: str) -> etree._Element:
    return etree.fromstring(members(stream)[name])


def body(*blocks: TextBlock | TableBlock) -> etree._Element:
    return part(Stream(blocks), "word/document.xml")[0]


def opened(*blocks: TextBlock | TableBlock) -> docx.document.Document:
    return docx.Document(io.BytesIO(write_blocks(Stream(blocks))))


def local_name(element: etree._Element) -> str:
    return etree.QName(element).localname


def own_rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    for row in table.iterchildren(f"{WORD}tr"):
        yield list(row.iterchildren(f"{WORD}tc"))


def span(cell: etree._Element) -> int:
    found = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
    return 1 if found is None else int(found.get(VALUE))


@share(10)
@given(streams())
def test_the_elements_stand_in_the_order_of_the_schema(stream: Stream) -> None:
    for name, content in members(stream).items():
        if name.startswith("word/"):
            for element in etree.fromstring(content).iter():
                order = ORDERS.get(local_name(element), "").split()
                children = [local_name(child) for child in element]
                if local_name(element) == "tc":
                    assert children[0] == "tcPr"
                    assert children[-1] == "p"
                    assert set(children[1:]) <= {"p", "tbl"}
                elif order:
                    assert children == sorted(children, key=order.index)


@share(10)
@given(tables())
def test_each_row_fills_the_grid_of_its_table(table: Table) -> None:
    for element in body(TableBlock(table)).iter(f"{WORD}tbl"):
        grid = element.find(f"{WORD}tblGrid")
        for cells in own_rows(element):
            assert sum(map(span, cells)) == len(grid)
            for cell in cells:
                assert int(cell.find(f"{WORD}tcPr/{WORD}tcW").get(f"{WORD}w")) > 0


@share(10)
@given(streams())
def test_every_style_is_defined_once_and_every_one_used_exists(stream: Stream) -> None:
    styles = part(stream, "word/styles.xml").findall(f"{WORD}style")
    identifiers = [style.get(f"{WORD}styleId") for style in styles]
    assert len(set(identifiers)) == len(identifiers)
    document = part(stream, "word/document.xml")
    used = {element.get(VALUE) for element in document.iter(f"{WORD}pStyle", f"{WORD}tblStyle")}
    assert used <= set(identifiers)


@share(10)
@given(streams())
def test_python_docx_opens_what_is_written(stream: Stream) -> None:
    document = docx.Document(io.BytesIO(write_blocks(stream)))
    written = [block.text for block in stream.blocks if isinstance(block, TextBlock)]
    read = [paragraph.text for paragraph in document.paragraphs]
    assert [text for text in read if text] == written


def test_every_member_has_a_content_type_and_every_relationship_a_target_inside() -> None:
    found = members(Stream((TextBlock("甲"),)))
    types = etree.fromstring(found["[Content_Types].xml"])
    declared = {entry.get("PartName") for entry in types} - {None}
    suffixes = {entry.get("Extension") for entry in types} - {None}
    for name in found.keys() - {"[Content_Types].xml"}:
        assert f"/{name}" in declared or name.rsplit(".", 1)[-1] in suffixes - {"xml"}
    assert declared <= {f"/{name}" for name in found}
    for name, content in found.items():
        if name.endswith(".rels"):
            for relation in etree.fromstring(content):
                assert relation.get("TargetMode") != "External"
                folder = "word/" if name.startswith("word/") else ""
                assert folder + relation.get("Target").lstrip("/") in found


def test_the_archive_holds_no_clock_and_no_platform() -> None:
    with zipfile.ZipFile(io.BytesIO(write_blocks(Stream()))) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}


def test_the_properties_say_only_what_the_page_says() -> None:
    core = members(Stream())["docProps/core.xml"]
    assert len(etree.fromstring(core)) == 0
    assert len(part(Stream(), "docProps/custom.xml")) == 0
    page = Page("甲<县>&乙", "丙局")
    properties = docx.Document(io.BytesIO(write_blocks(Stream((), page)))).core_properties
    assert (properties.title, properties.author) == ("甲<县>&乙", "丙局")
    assert (properties.comments, properties.keywords, properties.last_modified_by) == ("", "", "")


def test_the_template_leaves_nothing_behind() -> None:
    found = members(Stream())
    assert sorted(found) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    assert not any(b"python-docx" in content for content in found.values())


def test_the_page_is_that_of_an_official_document() -> None:
    section = opened(TextBlock("甲")).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin)
    assert [round(margin.mm) for margin in margins] == [37, 35, 28]
    assert abs(section.right_margin - Mm(26)) < Pt(0.1)


def test_odd_pages_are_numbered_right_and_even_ones_left_by_a_field() -> None:
    document = opened(TextBlock("甲"))
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side in ((section.footer, "RIGHT"), (section.even_page_footer, "LEFT")):
        (paragraph,) = footer.paragraphs
        assert paragraph.alignment is not None
        assert paragraph.alignment.name == side
        assert [text.text for text in footer._element.iter(f"{WORD}instrText")] == [" PAGE "]


def test_levels_have_words_own_styles() -> None:
    document = opened(*(TextBlock("甲", level) for level in (0, 1, 2, 9, None)))
    names = [paragraph.style.name for paragraph in document.paragraphs]
    assert names == ["Title", "Heading 1", "Heading 2", "Heading 9", "Body Text"]


def test_a_mark_is_the_name_of_a_style_upon_the_usual_one() -> None:
    document = opened(
        TextBlock("甲", 2, "closing paragraph"), TableBlock(Table([["乙"]]), "applications")
    )
    style = document.paragraphs[0].style
    assert (style.name, style.base_style.name) == ("govreport closing paragraph", "Heading 2")
    style = document.tables[0].cell(0, 0).paragraphs[0].style
    assert (style.name, style.base_style.name) == ("govreport table applications", "表格文字")


def test_headings_use_the_fonts_of_the_standard() -> None:
    styles = opened().styles
    fonts = [
        styles[name].element.rPr.rFonts.get(f"{WORD}eastAsia")
        for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4")
    ]
    assert fonts == ["方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]
    assert [styles[f"Heading {level}"].font.bold for level in (1, 2, 3)] == [None, None, True]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["项目", "数"], ["甲", "1"]], 1),
        ([["甲"]], 0),
        ([["项目", "数"]], 0),
        ([*APPLICATIONS_HEAD, [Cell("甲", 1, 3), *"1234567"]], 3),
        (
            [
                [Cell("复议", 1, 5), Cell("诉讼", 1, 10)],
                [*(Cell("甲", 2) for _ in range(5)), Cell("乙", 1, 5), Cell("丙", 1, 5)],
                list("一二三四五六七八九十"),
                [""] * 15,
            ],
            3,
        ),
        ([[Cell("第一项", 1, 2)], ["内容", "数"], ["甲", "1"], [Cell("第二项", 1, 2)]], 0),
        ([[Cell("附表", 1, 2)], ["内容", "数"], ["甲", "1"], ["乙", "2"]], 2),
        ([[Cell("甲", 9), "乙"], *([["1"]] * 8)], 0),
        ([[Cell("项目", 1, 2), "数"], ["甲", "乙", "1"], ["丙", "丁", "2"]], 1),
        ([["项目", "数"], [Cell("甲", 7), "1"], *([["1"]] * 6)], 1),
    ],
)
def test_header_rows_are_those_tied_to_the_first(rows: list[list[Cell]], expected: int) -> None:
    table = Table(rows)
    assert header_height(table) == expected
    (element,) = body(TableBlock(table)).iter(f"{WORD}tbl")
    repeated = [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in element[2:]]
    assert repeated == [position < expected for position in range(table.height)]


def test_rows_do_not_break_across_pages_but_where_they_may_outgrow_one() -> None:
    table = Table([["甲", "1"], ["长" * 2000, "2"], [Cell([Table([["乙"]])]), ""]])
    element = next(body(TableBlock(table)).iter(f"{WORD}tbl"))
    rows = element.findall(f"{WORD}tr")
    kept = [row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in rows]
    assert kept == [True, False, False]


@pytest.mark.parametrize("width", [1, 2, 7, 15, 30, 63])
def test_a_table_is_as_wide_as_the_text(width: int) -> None:
    columns = fit(Table([["长长长长"] * width, ["12"] * width]), TEXT_WIDTH)
    assert TEXT_WIDTH - 20 < sum(columns.widths) <= TEXT_WIDTH
    assert min(columns.widths) > 0


def test_labels_get_wider_columns_than_numbers_and_numbers_stay_whole() -> None:
    columns = fit(Table([["序", "内容", "数"], ["1", "很长的说明" * 8, "123456"]]), TEXT_WIDTH)
    assert columns.widths[1] > columns.widths[2] > columns.widths[0]
    assert columns.letters(2, 1) >= 6


def test_fifteen_columns_of_numbers_fit_the_page() -> None:
    columns = fit(Table([["结果维持"] * 15, ["1234"] * 15]), TEXT_WIDTH)
    assert columns.size >= 18
    assert min(columns.letters(column, 1) for column in range(15)) >= 4


def test_tables_nested_as_deep_as_may_be_have_columns_of_some_width() -> None:
    table = Table([["底"] * 9])
    for _ in range(DEEPEST_TABLE - 1):
        table = Table([["左", Cell([table])]])
    element = body(TableBlock(table))
    assert len(list(element.iter(f"{WORD}tbl"))) == DEEPEST_TABLE
    assert all(int(width.get(f"{WORD}w")) > 0 for width in element.iter(f"{WORD}gridCol"))


def test_a_character_that_xml_cannot_carry_is_refused_by_name() -> None:
    with pytest.raises(UnwritableDocumentError, match=r"U\+0007"):
        write_blocks(Stream((TextBlock("甲\x07"),)))


def test_a_signature_stands_at_the_right_and_has_no_page_to_itself() -> None:
    blocks = (
        TextBlock("正文。"),
        TextBlock("青禾县云岭镇人民政府", signature=True),
        TextBlock("2024年1月18日", signature=True),
        TextBlock("附件：一份"),
    )
    document = opened(*blocks)
    assert [each.style.name for each in document.paragraphs] == [
        "Body Text",
        "Signature",
        "Signature",
        "Body Text",
    ]
    assert document.styles["Signature"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    kept = [each.paragraph_format.keep_with_next for each in document.paragraphs]
    assert kept == [True, True, None, None]
    # Ten letters over six and a half, one centred over the other, four letters from the edge.
    name, date = (each.paragraph_format.right_indent.pt / 16 for each in document.paragraphs[1:3])
    assert name == 4
    assert date + 6.5 / 2 == pytest.approx(name + 10 / 2, abs=0.3)
    assert read_blocks(write_blocks(Stream(blocks))).blocks == blocks


def test_a_signature_longer_than_the_line_is_not_set_in() -> None:
    (paragraph,) = opened(TextBlock("甲" * 40, signature=True)).paragraphs
    assert paragraph.paragraph_format.right_indent == 0


def sizes_of_cells(table: Table) -> list[float]:
    (element,) = opened(TableBlock(table)).tables
    styles = [cell.paragraphs[0].style for row in element.rows for cell in row.cells]
    return [style.font.size.pt for style in styles]


def test_a_long_number_shrinks_before_it_takes_the_room_of_labels() -> None:
    labels = ["要求行政机关确认或重新出具已获取信息", *["自然人"] * 10]
    small = Table([labels, ["甲", *["12"] * 10]])
    large = Table([labels, ["甲", "123456789012", *["12"] * 9]])
    before, after = fit(small, TEXT_WIDTH), fit(large, TEXT_WIDTH)
    assert after.size == before.size
    assert after.widths[0] > before.widths[0] * 0.7
    sizes = sizes_of_cells(large)
    assert sizes[12] < sizes[13]
    # Twelve digits of half their size each fit the cell.
    space = after.letters(1, 1) * after.size / 2
    assert 12 * sizes[12] <= space * 1.01
    assert set(sizes_of_cells(small)) == {before.size / 2}


@given(st.lists(st.integers(0, 999_999), min_size=7, max_size=7))
def test_a_number_stays_on_its_line_even_in_a_font_of_wide_digits(numbers: list[int]) -> None:
    labels = ["要求行政机关确认或重新出具已获取信息", *["自然人"] * 7]
    columns = fit(Table([labels, ["甲", *map(str, numbers)]]), TEXT_WIDTH)
    for column, number in enumerate(numbers, 1):
        # The digits of Noto Sans CJK, which stands in for 仿宋, take 0.556 em.
        assert columns.letters(column, 1) >= len(str(number)) * 0.556 * 2


def test_a_tall_tied_table_breaks_in_its_middle_alone() -> None:
    rows = [[Cell("结果", 24), "甲", "0"], *[["乙", "0"]] * 23]
    table = Table([["类", "项", "数"], *rows])
    (element,) = body(TableBlock(table)).iter(f"{WORD}tbl")
    kept = [
        all(p.find(f"{WORD}pPr/{WORD}keepNext") is not None for p in row.iter(f"{WORD}p"))
        for row in element.iter(f"{WORD}tr")
    ]
    assert kept == [True] * 9 + [False] * 11 + [True] * 4 + [False]
