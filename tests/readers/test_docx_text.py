"""Paragraphs and runs of Word files: what is text, what is not, and what is quoted instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.blocks import TableBlock, TextBlock
from govreport.model.grid import Table
from govreport.readers.docx import read_blocks
from govreport.testing import texts as canonical_texts
from tests.laws.registry import share
from tests.readers.word_files import (
    archive,
    cell,
    members,
    paragraph,
    part,
    relationships,
    row,
    run,
    table,
    word_file,
)


def read(body, side=None):
    return read_blocks(word_file(body, side))


def texts(body, side=None):
    return [block.text for block in read(body, side).blocks]


def quoted(body, side=None):
    return [(one.code, one.text) for one in read(body, side).diagnostics]


def runs_of(text):
    return "".join(
        "<w:r><w:br/></w:r>" if piece == "\n" else run(piece)
        for piece in text.replace("\n", "\x00\n\x00").split("\x00")
    )


WRAPPERS = (
    "{}",
    '<w:hyperlink r:id="x">{}</w:hyperlink>',
    '<w:smartTag w:element="e">{}</w:smartTag>',
    "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:customXml w:element="e">{}</w:customXml>',
    '<w:ins w:id="1">{}</w:ins>',
    '<w:moveTo w:id="1">{}</w:moveTo>',
    '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:bookmarkStart w:id="0" w:name="_GoBack"/>{}<w:bookmarkEnd w:id="0"/>',
    "<w:proofErr/><!-- -->{}<?pi?>",
    '<mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice></mc:AlternateContent>',
    "<x:unknown>{}</x:unknown>",
)


@share(10)
@given(st.data())
def test_any_chunking_and_wrapping_of_runs_gives_the_same_text(data):
    text = data.draw(canonical_texts())
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=4).map(sorted))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    wrapped = "".join(
        data.draw(st.sampled_from(WRAPPERS)).format(runs_of(piece)) for piece in pieces
    )
    stream = read(paragraph(wrapped))
    assert stream.blocks == (TextBlock(text),)
    assert stream.diagnostics == ()


def test_text_is_taken_as_it_stands_whether_its_space_is_marked_or_not():
    assert texts("<w:p><w:r><w:t>甲 </w:t></w:r><w:r><w:t> 乙</w:t></w:r></w:p>") == ["甲  乙"]


def test_signs_become_their_characters():
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>"
        '<w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t><w:br w:type="page"/>'
        '<w:br w:type="column"/><w:lastRenderedPageBreak/><w:ptab/><w:br w:type="textWrapping"/>'
        "<w:t>g</w:t></w:r>"
    )
    assert texts(paragraph(signs)) == ["a\tb\nc\nd\u2011e\u00adf\n\n\t\ng"]


def test_tab_stops_are_no_text():
    assert texts(paragraph(run("甲"), "<w:tabs><w:tab/></w:tabs>")) == ["甲"]


def test_blank_paragraphs_are_dropped_and_ends_are_trimmed():
    assert texts(paragraph("") + paragraph(run(" \u3000")) + paragraph(run("\u3000甲 "))) == [
        "甲"
    ]


def test_comments_inside_a_text_do_not_cut_it():
    assert texts("<w:p><w:r><w:t>1<!-- 2 -->3<![CDATA[4]]></w:t></w:r></w:p>") == ["134"]


def test_a_carriage_return_is_a_line_break():
    assert texts("<w:p><w:r><w:t>甲&#13;&#10;乙&#13;丙</w:t></w:r></w:p>") == ["甲\n乙\n丙"]


@pytest.mark.parametrize("kind", ["page", "column", "textWrapping"])
def test_numbers_on_two_pages_or_columns_are_two(kind: str) -> None:
    assert texts(paragraph(run("1") + f'<w:r><w:br w:type="{kind}"/></w:r>' + run("7"))) == [
        "1\n7"
    ]
    assert texts(paragraph(f'<w:r><w:br w:type="{kind}"/></w:r>' + run("17"))) == ["17"]


@pytest.mark.parametrize(
    ("element", "shown"),
    [
        ('w:bdo w:val="rtl"', "全年\u202e71\u202c件"),
        ("w:bdo", "全年\u202e71\u202c件"),
        ('w:bdo w:val="ltr"', "全年71件"),
        ('w:dir w:val="rtl"', "全年71件"),
    ],
)
def test_digits_whose_direction_is_overridden_are_shown_in_reverse(
    element: str, shown: str
) -> None:
    name = element.split()[0]
    assert texts(paragraph(f"{run('全年')}<{element}>{run('71')}</{name}>{run('件')}")) == [shown]


def test_text_outside_any_paragraph_is_kept():
    assert texts(run("甲") + paragraph(run("乙")) + run("丙")) == ["甲", "乙", "丙"]


# Tracked changes


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_deleted_text_is_left_out_and_quoted(change):
    deleted = f"<w:{change}><w:r><w:delText>旧</w:delText></w:r>{run('的')}</w:{change}>"
    body = paragraph(run("共1") + deleted + run("2件"))
    assert texts(body) == ["共12件"]
    assert quoted(body) == [("deleted-text", "旧的")]


def test_deleted_text_without_its_change_and_outside_a_paragraph_is_quoted():
    body = paragraph("<w:r><w:delText>旧</w:delText></w:r>" + run("新")) + "<w:del>" + run("外")
    assert quoted(body + "</w:del>") == [("deleted-text", "旧"), ("deleted-text", "外")]


def test_a_paragraph_whose_end_is_deleted_runs_on_into_the_next():
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts(paragraph(run("甲"), gone) + paragraph(run("乙"))) == ["甲乙"]
    assert texts(paragraph(run("甲"), gone)) == ["甲"]
    blocks = read(paragraph(run("甲"), gone) + table(row(cell("1")))).blocks
    assert blocks == (TextBlock("甲"), TableBlock(Table([["1"]])))


def test_properties_before_a_tracked_change_do_not_count():
    before = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    style = '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    assert read(paragraph(run("甲", before), style)).blocks == (TextBlock("甲"),)


def test_what_is_quoted_holds_no_properties_and_no_second_branch():
    tabbed = paragraph(run("内"), "<w:tabs><w:tab/></w:tabs>")
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{text_box(tabbed)}</w:drawing></mc:Choice><mc:Fallback>{run('内')}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert quoted(paragraph(f"<w:del>{run('旧')}{box}</w:del>")) == [("deleted-text", "旧\n内")]


def test_a_deleted_half_of_a_field_hides_nothing():
    body = paragraph(f"<w:del>{mark('begin')}</w:del>" + run("甲") + mark("end"))
    assert texts(body) == ["甲"]


# Hidden text


def test_hidden_text_is_left_out_and_quoted():
    body = paragraph(run("1", "<w:vanish/>") + run("2") + run("3", '<w:vanish w:val="0"/>'))
    assert texts(body) == ["23"]
    assert quoted(body) == [("hidden-text", "1")]


@pytest.mark.parametrize("tag", ["strike", "dstrike"])
def test_a_figure_struck_out_is_quoted_and_joins_no_other(tag: str) -> None:
    body = paragraph(run("6", f"<w:{tag}/>") + run("32") + run("元", f'<w:{tag} w:val="0"/>'))
    assert texts(body) == ["32元"]
    assert quoted(body) == [("deleted-text", "6")]


STYLES = part(
    "styles",
    '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="d"><w:basedOn w:val="c"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>',
)


def test_text_is_hidden_by_character_and_paragraph_styles_and_their_bases():
    side = {"styles": STYLES}
    body = paragraph(run("1", '<w:rStyle w:val="d"/>') + run("2")) + paragraph(
        run("3") + run("4", "<w:vanish w:val='false'/>") + run("5", '<w:rStyle w:val="c"/>'),
        '<w:pStyle w:val="p"/>',
    )
    assert texts(body, side) == ["2", "45"]
    assert quoted(body, side) == [("hidden-text", "1"), ("hidden-text", "3")]


def test_a_hidden_end_of_a_paragraph_hides_no_text():
    assert texts(paragraph(run("甲"), "<w:rPr><w:vanish/></w:rPr>")) == ["甲"]


# Fields


def mark(kind, inner=""):
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def test_the_result_of_a_field_is_kept_and_its_code_is_not():
    code = "<w:r><w:instrText> DATE </w:instrText></w:r>"
    body = paragraph(
        mark("begin") + code + mark("separate") + run("2024") + mark("end") + run("年")
    )
    assert texts(body) == ["2024年"]
    assert quoted(body) == []


def test_results_inside_the_code_of_another_field_are_not_displayed():
    inner = mark("begin") + mark("separate") + run("7") + mark("end")
    body = paragraph(mark("begin") + inner + mark("separate") + run("8") + mark("end"))
    assert texts(body) == ["8"]
    assert quoted(body) == [("hidden-text", "7")]


def test_a_field_may_go_over_several_paragraphs():
    body = paragraph(mark("begin") + mark("separate") + run("甲")) + paragraph(
        run("乙") + mark("end")
    )
    assert texts(body) == ["甲", "乙"]


@pytest.mark.parametrize("lost", ["begin", "separate", "end"])
def test_a_field_mark_without_its_partner_hides_nothing(lost):
    assert texts(paragraph(run("甲") + mark(lost) + run("乙")) + paragraph(run("丙"))) == [
        "甲乙",
        "丙",
    ]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☒"),
        ("<w:checkBox><w:checked w:val='0'/></w:checkBox>", "☐"),
        ("<w:checkBox/>", "☐"),
        (
            "<w:ddList><w:result w:val='1'/><w:listEntry w:val='甲'/><w:listEntry w:val='乙'/></w:ddList>",
            "乙",
        ),
        ("<w:ddList><w:listEntry w:val='甲'/></w:ddList>", "甲"),
        ("<w:ddList/>", ""),
    ],
)
def test_a_form_field_shows_its_state_unless_its_result_is_stored(data, shown):
    begin = mark("begin", f"<w:ffData>{data}</w:ffData>")
    assert texts(paragraph(run("：") + begin + mark("end"))) == [f"：{shown}"]
    assert texts(paragraph(run("：") + begin + mark("separate") + mark("end"))) == [f"：{shown}"]
    stored = begin + mark("separate") + run("存") + mark("end")
    assert texts(paragraph(run("：") + stored)) == ["：存"]


def code(text):
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("pieces", "shown"),
    [
        ((r"EQ \o\ac(○,1)",), "甲乙"),
        ((r" eq \* jc2 \* hps10 \o\ad(\s\up 9(", "hán", "),邗)"), "甲邗乙"),
        (("AUTONUM",), "甲乙"),
    ],
)
def test_a_field_that_is_drawn_from_its_code_is_quoted(pieces, shown):
    field = mark("begin") + "".join(map(code, pieces)) + mark("end")
    body = paragraph(run("甲") + field + run("乙"))
    assert texts(body) == [shown]
    assert quoted(body) == [("form-field", "".join(pieces).strip())]


def test_the_code_of_an_index_entry_is_not_displayed():
    body = paragraph(run("甲") + mark("begin") + code('XE "甲"') + mark("end"))
    assert texts(body) == ["甲"]
    assert quoted(body) == []


# Alternates, text boxes, drawings


def text_box(inner):
    return f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"


def drawn(inner):
    return f"<w:r><w:drawing><wp:anchor>{inner}</wp:anchor></w:drawing></w:r>"


def test_one_branch_of_alternates_is_read():
    def alternates(required):
        return (
            f'<mc:AlternateContent><mc:Choice Requires="{required}">{run("甲")}</mc:Choice>'
            f"<mc:Fallback>{run('乙')}</mc:Fallback></mc:AlternateContent>"
        )

    assert texts(paragraph(alternates("wps"))) == ["甲"]
    assert texts(paragraph(alternates("wps x"))) == ["乙"]
    assert texts(paragraph("<mc:Choice Requires='x'>" + run("丙") + "</mc:Choice>")) == ["丙"]


def test_a_text_box_is_read_once_after_the_paragraph_that_anchors_it():
    inner = paragraph(run("框")) + table(row(cell("1"))) + paragraph("")
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{text_box(inner)}'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inner}"
        "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    stream = read(paragraph(run("前") + box + run("后")) + paragraph(run("末")))
    assert stream.blocks == (
        TextBlock("前后"),
        TextBlock("框"),
        TableBlock(Table([["1"]])),
        TextBlock("末"),
    )
    assert stream.diagnostics == ()


def test_a_text_box_in_a_cell_stays_in_the_cell():
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(run('框'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    stream = read(table(row(cell(inner=paragraph(run("甲") + box)), cell("乙"))))
    assert stream.blocks == (TableBlock(Table([["甲\n框", "乙"]])),)


def test_a_text_box_outside_any_paragraph_is_read():
    assert texts(text_box(paragraph(run("框"))) + paragraph(run("甲"))) == ["框", "甲"]


def test_a_text_box_in_hidden_text_is_quoted():
    box = f"<w:r><w:rPr><w:vanish/></w:rPr><w:drawing>{text_box(paragraph(run('框')))}</w:drawing></w:r>"
    assert texts(paragraph(run("甲") + box)) == ["甲"]
    assert quoted(paragraph(run("甲") + box)) == [("hidden-text", "框")]


def test_a_picture_is_reported_with_its_description():
    picture = drawn('<wp:docPr name="图片 1" descr="公章"/><a:graphic><a:blip/></a:graphic>')
    assert quoted(paragraph(picture)) == [("image", "公章")]
    old = '<w:r><w:pict><v:shape alt="徽"><v:imagedata o:title="标"/></v:shape></w:pict></w:r>'
    assert quoted(paragraph(old)) == [("image", "徽\n标")]


def test_word_art_and_drawn_text_are_quoted():
    art = '<w:r><w:pict><v:shape><v:textpath string="样张"/></v:shape></w:pict></w:r>'
    assert quoted(paragraph(art)) == [("image", "样张")]
    assert quoted(paragraph(drawn("<a:p><a:r><a:t>甲</a:t></a:r></a:p>"))) == [("image", "甲")]


def test_a_picture_beside_a_text_box_is_reported_and_the_text_kept():
    body = paragraph(drawn("<a:blip/>" + text_box(paragraph(run("框")))))
    assert texts(body) == ["框"]
    assert quoted(body) == [("image", "")]


def test_the_text_of_a_chart_is_quoted():
    chart = '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:t>申请数量</a:t></a:p><c:pt><c:v>12</c:v></c:pt></c:chartSpace>'
    stream = read(paragraph(drawn('<c:chart r:id="chart"/>')), {"chart": chart})
    (found,) = stream.diagnostics
    assert (found.code, found.text) == ("image", "申请数量\n12")
    assert "chart" in found.message


def test_an_embedded_object_is_named():
    inner = '<w:r><w:object><v:shape><v:imagedata o:title="附表"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    (found,) = read(paragraph(inner)).diagnostics
    assert (found.code, found.text) == ("image", "附表")
    assert "Excel.Sheet.12" in found.message


def test_a_form_control_is_reported():
    body = paragraph('<w:r><w:object><w:control w:name="CheckBox1"/></w:object></w:r>')
    assert ("form-field", "CheckBox1") in quoted(body)


# Symbols, phonetic guides, equations, raised digits


def sign(font, code):
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def test_symbols_of_known_fonts_become_characters():
    known = sign("Wingdings", "F0FE") + sign("Wingdings 2", "0052") + sign("Symbol", "F0B3")
    assert texts(paragraph(known + sign("宋体", "2460"))) == ["☑☑≥①"]


@pytest.mark.parametrize("code", ["F04B", "", "zz", "0001", "D800", "FFFF", "110000"])
def test_symbols_without_a_known_character_are_quoted(code):
    body = paragraph(run("甲") + sign("Webdings", code))
    assert texts(body) == ["甲"]
    assert quoted(body) == [("forbidden-character", f"Webdings {code}".strip())]
    assert quoted(paragraph(sign("宋体", "0001"))) == [("forbidden-character", "宋体 0001")]


def test_a_phonetic_guide_is_quoted_and_its_base_kept():
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('han')}</w:rt><w:rubyBase>{run('邗')}</w:rubyBase></w:ruby></w:r>"
    assert texts(paragraph(ruby + run("江区"))) == ["邗江区"]
    assert quoted(paragraph(ruby)) == [("note", "han")]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<m:r><m:t>x+1</m:t></m:r>", "x+1"),
        ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "1/2"),
        ("<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "10^2"),
        ("<m:sSub><m:e><m:r><m:t>a</m:t></m:r></m:e><m:sub><m:r><m:t>1</m:t></m:r></m:sub></m:sSub>", "a_1"),
        ("<m:rad><m:deg/><m:e><m:r><m:t>2</m:t></m:r></m:e></m:rad>", "√2"),
        ("<m:d><m:e><m:r><m:t>2</m:t></m:r></m:e></m:d>", "(2)"),
        ("<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e><m:r><m:t>2</m:t></m:r></m:e></m:d>", "[2]"),
        ("<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub/><m:sup/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary>", "∑x"),
    ],
)  # fmt: skip
def test_equations_keep_their_text_with_the_signs_that_part_numbers(inner, shown):
    assert texts(paragraph(f"<m:oMathPara><m:oMath>{inner}</m:oMath></m:oMathPara>")) == [shown]


def test_a_raised_digit_does_not_become_part_of_the_number_before_it():
    raised = '<w:vertAlign w:val="superscript"/>'
    lowered = '<w:vertAlign w:val="subscript"/>'
    body = paragraph(run("12") + run("3", raised) + run("4", lowered) + run("5注", raised))
    assert texts(body) == ["12³₄⁵注"]


# Notes, headers, parts in other formats


def test_notes_and_comments_are_quoted_where_they_are_referred_to():
    side = {
        kind: part(kind, f'<w:{kind[:-1]} w:id="2">{paragraph(run(text))}</w:{kind[:-1]}>')
        for kind, text in (("footnotes", "脚注"), ("endnotes", "尾注"), ("comments", "批注"))
    }
    body = paragraph(
        run("12")
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
        + '<w:r><w:commentReference w:id="2"/></w:r>'
    )
    assert texts(body, side) == ["12"]
    assert quoted(body, side) == [("note", "脚注"), ("note", "尾注"), ("note", "批注")]


def test_a_note_that_is_missing_is_reported():
    assert quoted(paragraph('<w:r><w:footnoteReference w:id="9"/></w:r>')) == [
        ("damaged-markup", "")
    ]


SECTION = (
    '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
)


def test_word_art_in_a_header_is_quoted_with_it():
    art = '<w:r><w:pict><v:shape><v:textpath string="样张"/></v:shape></w:pict></w:r>'
    found = quoted(SECTION, {"header1": part("hdr", paragraph(run("页眉") + art))})
    assert found == [("header-or-footer", "页眉\n样张"), ("image", "样张")]


def test_a_button_in_a_header_is_quoted_and_a_file_that_it_takes_in_is_told():
    field = mark("begin") + code("MACROBUTTON NoMacro 办公室") + mark("end")
    stored = (
        mark("begin")
        + code("MACROBUTTON NoMacro 旧")
        + mark("separate")
        + run("新")
        + mark("end")
    )
    inner = paragraph(run("由") + field + stored) + '<w:altChunk r:id="x"/>'
    assert quoted(SECTION, {"header1": part("hdr", inner)}) == [
        ("header-or-footer", "由办公室新"),
        ("damaged-markup", ""),
    ]


def test_headers_and_footers_are_quoted_once():
    side = {
        "header1": part(
            "hdr", paragraph(run("页眉") + drawn('<wp:docPr descr="徽标"/><a:blip/>'))
        ),
        "footer1": part("ftr", paragraph(run("页脚"))),
    }
    expected = [
        ("header-or-footer", "页眉"),
        ("image", "徽标"),
        ("header-or-footer", "页脚"),
    ]
    assert quoted(paragraph(run("甲"), SECTION) + SECTION, side) == expected
    assert quoted(SECTION, side) == expected


@pytest.mark.parametrize(
    "footer",
    [
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>12</w:t></w:r></w:fldSimple>',
        run("— ")
        + mark("begin")
        + "<w:r><w:instrText> PAGE \\* MERGEFORMAT</w:instrText></w:r>"
        + mark("separate")
        + run("3")
        + mark("end")
        + run(" —"),
        run("第")
        + '<w:fldSimple w:instr="PAGE"/>'
        + run("页 共")
        + '<w:fldSimple w:instr="NUMPAGES"/>'
        + run("页"),
        "",
    ],
)
def test_a_footer_of_a_page_number_alone_is_no_content(footer):
    assert quoted(SECTION, {"footer1": part("ftr", paragraph(footer))}) == []


def test_a_typed_number_in_a_footer_is_quoted():
    assert quoted(SECTION, {"footer1": part("ftr", paragraph(run("2023")))}) == [
        ("header-or-footer", "2023")
    ]


@pytest.mark.parametrize("element", ["altChunk", "subDoc"])
def test_a_part_in_another_format_is_named(element):
    body = f'<w:{element} r:id="aFChunk"/><w:{element} r:id="unknown"/>'
    known, unknown = read(body, {"aFChunk": "x"}).diagnostics
    assert (known.code, known.text) == ("damaged-markup", "word/aFChunk.xml")
    assert (unknown.code, unknown.text) == ("damaged-markup", "")


def test_an_external_relationship_is_never_opened():
    external = relationships({}).replace(
        "</Rel",
        '<Relationship Id="h" Type="x/header" Target="http://a/b" TargetMode="External"/></Rel',
    )
    found = paragraph(run("甲")) + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>'
    whole = members(found)
    whole["word/_rels/document.xml.rels"] = external
    assert [one.text for one in read_blocks(archive(whole)).blocks] == ["甲"]


# Places in diagnostics


def test_a_diagnostic_names_the_part_and_paragraph():
    body = paragraph(run("甲")) + paragraph(run("乙", "<w:vanish/>"))
    (found,) = read(body).diagnostics
    assert found.where == "word/document.xml, paragraph 2"
