"""OpenDocument texts: white space, styles, lists, tables, and what is not displayed."""

import pytest

import govreport
from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.detection import detect
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.grid import Cell, Table
from govreport.readers.docx import read_blocks
from govreport.translators.open_document import translate
from tests.translators.open_document.files import flat, packed, paragraph

_STYLES = (
    "<office:styles>"
    '<style:style style:family="paragraph" style:name="Heading_20_1"'
    ' style:display-name="Heading 1"/>'
    '<style:style style:family="text" style:name="Unseen">'
    '<style:text-properties text:display="none"/></style:style>'
    "{}</office:styles><office:automatic-styles>"
    '<style:style style:family="paragraph" style:name="P1"'
    ' style:parent-style-name="Heading_20_1"/>'
    '<style:style style:family="text" style:name="T1" style:parent-style-name="Unseen"/>'
    '<style:style style:family="text" style:name="T2"><style:text-properties'
    ' style:text-line-through-style="solid"/></style:style>'
    '<style:style style:family="text" style:name="T3"><style:text-properties'
    ' style:text-position="super 58%"/></style:style>'
    '<style:style style:family="section" style:name="S1"><style:section-properties'
    ' text:display="none"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"'
    ' style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number'
    ' text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/>'
    "</text:list-style></office:automatic-styles>"
)
STYLES = _STYLES.format("")


def stream_of(body: str, styles: str = STYLES) -> Stream:
    """Return what the reader of Word files finds in a translated text."""
    return read_blocks(translate(flat(body, styles), DEFAULT_LIMITS).data)


def texts(body: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [each.text for each in stream_of(body).blocks if isinstance(each, TextBlock)]


def told(body: str) -> set[tuple[str, str]]:
    """Return the codes and texts of its diagnostics."""
    return {(each.code, each.text) for each in stream_of(body).diagnostics}


def items(*texts: str, attributes: str = "", inner: str = "") -> str:
    """Return a list of items; `inner` stands in the last."""
    listed = "".join(f"<text:list-item>{paragraph(each)}</text:list-item>" for each in texts)
    listed = listed.removesuffix("</text:list-item>") + inner + "</text:list-item>"
    return f'<text:list text:style-name="L1"{attributes}>{listed}</text:list>'


def test_an_archive_and_one_file_hold_the_same() -> None:
    single = flat(paragraph("甲"))
    assert detect(single) == detect(packed(single)) == "odt"
    assert govreport.loads(single) == govreport.loads(packed(single))


def test_white_space_is_one_blank_and_what_counts_has_elements() -> None:
    body = paragraph('  甲 \n  乙<text:s text:c="3"/>丙<text:tab/>丁<text:line-break/> 戊 ')
    assert texts(body) == ["甲 乙   丙\t丁\n戊"]


def test_styles_hide_strike_and_raise_by_inheritance() -> None:
    body = paragraph(
        '示<text:span text:style-name="T1">藏</text:span><text:span text:style-name="T2">划'
        '</text:span>共12<text:span text:style-name="T3">3</text:span>件'
    )
    assert texts(body) == ["示共12³件"]
    assert told(body) == {("hidden-text", "藏"), ("deleted-text", "划")}


def test_headings_have_their_level() -> None:
    body = '<text:h text:outline-level="2">甲</text:h>' + paragraph("乙", "P1")
    levels = [each.level for each in stream_of(body).blocks if isinstance(each, TextBlock)]
    assert levels == [2, 1]


def test_lists_count_as_their_styles_say() -> None:
    inner = "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"
    body = items("甲", "乙", inner=inner) + items("丙")
    assert texts(body) == ["一、甲", "二、乙", "二.1)a", "一、丙"]
    continued = items("甲") + items("乙", attributes=' text:continue-numbering="true"')
    assert texts(continued) == ["一、甲", "二、乙"]
    started = items("甲").replace("<text:list-item>", '<text:list-item text:start-value="5">')
    assert texts(started) == ["五、甲"]
    headed = items("甲").replace("list-item", "list-header")
    assert texts(headed) == ["甲"]


def test_tables_with_spans_repeated_and_covered_cells() -> None:
    def cell(text: str, attributes: str = "") -> str:
        return f"<table:table-cell {attributes}>{paragraph(text)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("头", 'table:number-columns-spanned="2"') + covered + cell("丙"),
        cell("甲", 'table:number-rows-spanned="2"')
        + cell("0", 'table:number-columns-repeated="2"'),
        covered + cell("1") + cell("2"),
    )
    body = "".join(f"<table:table-row>{each}</table:table-row>" for each in rows)
    head, rest = body[: body.index("</table:table-row>") + 18], body
    rest = rest[len(head) :]
    table = (
        '<table:table><table:table-column table:number-columns-repeated="3"/>'
        f"<table:table-header-rows>{head}</table:table-header-rows>{rest}</table:table>"
    )
    (block,) = stream_of(table).blocks
    assert isinstance(block, TableBlock)
    assert block.table == Table(
        [[Cell("头", 1, 2), "丙"], [Cell("甲", 2, 1), "0", "0"], ["1", "2"]]
    )


def test_what_is_not_displayed_or_stands_beside_is_quoted() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        f"{paragraph('删除')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = (
        changes
        + paragraph('甲<text:change text:change-id="c1"/>')
        + f'<text:section text:style-name="S1">{paragraph("节藏")}</text:section>'
        + paragraph('<text:hidden-text text:is-hidden="true" text:string-value="域藏"/>乙')
        + paragraph(
            '丙<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation>'
            f"<text:note-body>{paragraph('尾注')}</text:note-body></text:note>"
            f"<office:annotation>{paragraph('批注')}</office:annotation>"
        )
        + paragraph(
            "<draw:frame><draw:image/><svg:title>图名</svg:title></draw:frame>"
            f"<draw:frame><draw:text-box>{paragraph('框文')}</draw:text-box></draw:frame>丁"
        )
    )
    master = (
        f"<office:master-styles><style:master-page><style:header>{paragraph('页眉')}</style:header>"
        f"<style:footer>{paragraph('<text:page-number>1</text:page-number>')}</style:footer>"
        "</style:master-page></office:master-styles>"
    )
    stream = stream_of(body, STYLES + master)
    quoted = {(each.code, each.text) for each in stream.diagnostics}
    assert quoted == {
        ("deleted-text", "删除"),
        ("hidden-text", "节藏"),
        ("hidden-text", "域藏"),
        ("note", "尾注"),
        ("note", "批注"),
        ("image", "图名"),
        ("header-or-footer", "页眉"),
    }
    shown = [each.text for each in stream.blocks if isinstance(each, TextBlock)]
    assert shown == ["甲", "乙", "丙", "丁", "框文"]


def test_the_properties_are_hints() -> None:
    meta = "<office:meta><dc:title>年报</dc:title><dc:creator>某局</dc:creator></office:meta>"
    page = stream_of(paragraph("甲"), meta).page
    assert (page.title, page.author) == ("年报", "某局")


def test_repetitions_are_counted_before_they_are_made() -> None:
    cell = '<table:table-cell table:number-columns-repeated="999999"><text:p>1</text:p></table:table-cell>'
    body = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    with pytest.raises(govreport.LimitExceededError, match="table_cells"):
        govreport.loads(flat(body), "odt")
    row = '<table:table-row table:number-rows-repeated="90000"><table:table-cell>{}</table:table-cell></table:table-row>'
    body = f"<table:table>{row.format(paragraph('甲' * 999))}</table:table>"
    with pytest.raises(govreport.LimitExceededError, match="parsed_bytes"):
        govreport.loads(flat(body), "odt", Limits(parsed_bytes=1 << 20))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (packed(flat(""), "<x encryption-data=''/>"), "encrypted"),
        (flat("", kind="spreadsheet"), "is not a text but"),
        (packed(flat(""))[:200], "cut short or damaged"),
        (flat("<text:p>"), "not well-formed"),
        (packed(b"x"), "content.xml is not well-formed"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, message: str) -> None:
    with pytest.raises(govreport.UnreadableSourceError, match=message):
        govreport.loads(data, "odt")
