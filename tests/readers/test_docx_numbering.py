"""Numbers that Word gives list items itself, which stand nowhere in the file as text."""

import pytest

from govreport.readers.docx import read_blocks
from govreport.readers.docx.number_formats import format_number
from tests.readers.word_files import cell, paragraph, part, row, run, table, word_file


def level(number, form="decimal", text=None, more="", start=1):
    text = f"%{number + 1}." if text is None else text
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(identifier, *levels):
    return f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'


def num(identifier, abstract_identifier, overrides=""):
    return (
        f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{abstract_identifier}"/>'
        f"{overrides}</w:num>"
    )


def reference(number, depth=0):
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def item(number, depth=0, text="甲", more=""):
    return paragraph(run(text) if text else "", more + reference(number, depth))


def numbers(body, numbering, styles=""):
    side = {"numbering": part("numbering", numbering), "styles": part("styles", styles)}
    stream = read_blocks(word_file(body, side))
    assert stream.diagnostics == ()
    return [block.text.removesuffix("甲") for block in stream.blocks]


ONE = num(1, 0)


@pytest.mark.parametrize(
    ("name", "pairs"),
    [
        ("decimal", {0: "0", 1: "1", 40000: "40000", -1: "-1"}),
        ("chineseCounting", {0: "○", 1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 101: "一○一"}),
        ("chineseCountingThousand", {10: "十", 19: "十九", 100: "一百", 101: "一百○一", 110: "一百一十", 1001: "一千○一", 1010: "一千○一十", 10000: "一万", 10001: "一万○一", 12345: "一万二千三百四十五"}),
        ("ideographDigital", {1: "一", 10: "一〇", 25: "二五"}),
        ("japaneseCounting", {0: "〇", 1: "一", 10: "十", 21: "二十一", 100: "百", 101: "百一", 1110: "千百十", 10001: "一万一"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 12: "壹拾贰", 101: "壹佰零壹"}),
        ("ideographLegalTraditional", {2: "貳"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21", 0: "0"}),
        ("decimalEnclosedCircleChinese", {1: "①", 10: "⑩"}),
        ("decimalEnclosedParen", {1: "⑴"}),
        ("decimalEnclosedFullstop", {1: "⒈"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "十一"}),
        ("numberInDash", {1: "- 1 -"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB", 0: "0", 781: "781"}),
        ("lowerLetter", {3: "c"}),
        ("upperRoman", {1: "I", 4: "IV", 1999: "MCMXCIX", 0: "0"}),
        ("lowerRoman", {9: "ix"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "61"}),
        ("taiwaneseDigital", {10: "一○"}),
        ("japaneseDigitalTenThousand", {10: "一〇"}),
        ("hebrew1", {5: "5"}),
        ("none", {1: ""}),
        ("bullet", {1: ""}),
    ],
)  # fmt: skip
def test_a_number_is_written_in_its_format(name, pairs):
    assert {number: format_number(number, name) for number in pairs} == pairs


def test_items_are_counted_and_their_number_stands_before_their_text():
    numbering = abstract(0, level(0, "chineseCounting", "%1、")) + ONE
    assert numbers(item(1) + paragraph(run("文甲")) + item(1), numbering) == [
        "一、",
        "文",
        "二、",
    ]


@pytest.mark.parametrize(
    ("form", "text", "more", "shown"),
    [
        ("chineseCounting", "（%1）", "", "（一）"),
        ("chineseCounting", "(%1)", "", "(一)"),
        ("chineseCounting", "第%1部分", "", "第一部分 "),
        ("chineseCounting", "%1", "", "一 "),
        ("decimal", "%1.", "", "1. "),
        ("decimal", "%1、", "", "1、"),
        ("decimal", "%1.", '<w:suff w:val="nothing"/>', "1."),
        ("decimal", "%1.", '<w:suff w:val="space"/>', "1. "),
        ("chineseCounting", "%1、", '<w:suff w:val="space"/>', "一、"),
        ("decimal", "", "", ""),
        ("none", "附：", "", "附："),
        ("bullet", "●", "", "● "),
        ("bullet", "\uf0b7", "", ""),
        ("bullet", "l", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>', ""),
    ],
)
def test_a_number_is_parted_from_the_text_unless_it_ends_in_chinese_punctuation(
    form, text, more, shown
):
    assert numbers(item(1), abstract(0, level(0, form, text, more)) + ONE) == [shown]


def test_deeper_levels_show_and_restart_after_their_parents():
    numbering = abstract(0, level(0), level(1, text="%1.%2"), level(2, text="%1.%2.%3")) + ONE
    depths = (0, 1, 1, 2, 0, 1, 2)
    body = "".join(item(1, depth) for depth in depths)
    assert [one.strip() for one in numbers(body, numbering)] == [
        "1.", "1.1", "1.2", "1.2.1", "2.", "2.1", "2.1.1",
    ]  # fmt: skip


def test_a_deeper_level_that_comes_first_shows_its_parents_start():
    numbering = abstract(0, level(0, start=3), level(1, text="%1.%2")) + ONE
    assert numbers(item(1, 1) + item(1), numbering) == ["3.1 ", "3. "]


def test_the_restart_rule_of_a_level_is_followed():
    def numbered(restart):
        more = f'<w:lvlRestart w:val="{restart}"/>'
        return abstract(0, level(0), level(1), level(2, more=more)) + ONE

    body = "".join(item(1, depth) for depth in (0, 1, 2, 1, 2, 0, 2))
    third = (2, 4, 6)
    assert [numbers(body, numbered(0))[i] for i in third] == ["1. ", "2. ", "3. "]
    assert [numbers(body, numbered(1))[i] for i in third] == ["1. ", "2. ", "1. "]
    assert [numbers(body, numbered(2))[i] for i in third] == ["1. ", "1. ", "1. "]


def test_a_legal_level_shows_its_parents_as_decimal():
    numbering = (
        abstract(0, level(0, "upperRoman"), level(1, text="%1.%2", more="<w:isLgl/>")) + ONE
    )
    assert numbers(item(1) + item(1, 1), numbering) == ["I. ", "1.1 "]


def test_numberings_of_one_abstract_numbering_count_together():
    numbering = abstract(0, level(0)) + ONE + num(2, 0)
    assert numbers(item(1) + item(2) + item(1), numbering) == ["1. ", "2. ", "3. "]


def test_a_numbering_may_start_again_once():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(0, level(0)) + ONE + num(2, 0, override)
    assert numbers(item(1) + item(2) + item(2), numbering) == ["1. ", "5. ", "6. "]


def test_a_numbering_may_replace_a_level():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>'
    numbering = abstract(0, level(0)) + num(1, 0, override)
    assert numbers(item(1), numbering) == ["a) "]


def test_an_override_of_a_level_that_cannot_be_is_passed_over():
    override = '<w:lvlOverride w:ilvl="9"><w:startOverride w:val="5"/></w:lvlOverride>'
    assert numbers(item(1), abstract(0, level(0)) + num(1, 0, override)) == ["1. "]


def test_a_numbering_is_found_through_its_numbering_style():
    styles = f'<w:style w:type="numbering" w:styleId="s"><w:pPr>{reference(2)}</w:pPr></w:style>'
    numbering = (
        abstract(0, '<w:numStyleLink w:val="s"/>')
        + abstract(1, '<w:styleLink w:val="s"/>', level(0, text="%1)"))
        + ONE
        + num(2, 1)
    )
    assert numbers(item(1) + item(2), numbering, styles) == ["1) ", "2) "]


def test_numbering_styles_that_lead_in_a_circle_give_no_number():
    styles = f'<w:style w:type="numbering" w:styleId="s"><w:pPr>{reference(1)}</w:pPr></w:style>'
    numbering = abstract(0, '<w:numStyleLink w:val="s"/>', level(0)) + ONE
    assert numbers(item(1), numbering, styles) == [""]


STYLES = (
    '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    '<w:style w:styleId="c"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_a_style_numbers_its_paragraphs():
    numbering = abstract(0, level(0), level(1, text="%1.%2")) + ONE
    body = "".join(paragraph(run("甲"), f'<w:pStyle w:val="{style}"/>') for style in "abc")
    assert numbers(body, numbering, STYLES) == ["1. ", "2. ", "2.1 "]


def test_a_level_bound_to_a_style_numbers_the_paragraphs_of_that_style():
    numbering = abstract(0, level(0), level(1, text="%1.%2", more='<w:pStyle w:val="a"/>')) + ONE
    assert numbers(paragraph(run("甲"), '<w:pStyle w:val="a"/>'), numbering, STYLES) == ["1.1 "]


def test_a_paragraph_may_refuse_the_number_of_its_style():
    numbering = abstract(0, level(0)) + ONE
    body = item(0, more='<w:pStyle w:val="a"/>') + paragraph(run("甲"), '<w:pStyle w:val="a"/>')
    assert numbers(body, numbering, STYLES) == ["", "1. "]


def test_an_empty_numbered_paragraph_shows_its_number_also_in_a_cell():
    numbering = abstract(0, level(0, text="%1")) + ONE
    side = {"numbering": part("numbering", numbering)}
    body = table(row(cell(inner=item(1, text="")), cell(inner=item(1, text="乙"))))
    (block,) = read_blocks(word_file(body, side)).blocks
    assert [one.text for one in block.table.rows[0]] == ["1", "2 乙"]


def test_deleted_and_hidden_paragraphs_are_not_counted():
    numbering = abstract(0, level(0)) + ONE
    gone = paragraph("", f"{reference(1)}<w:rPr><w:del/></w:rPr>")
    hidden = paragraph("", f"{reference(1)}<w:rPr><w:vanish/></w:rPr>")
    assert numbers(gone + hidden + item(1), numbering) == ["1. "]


@pytest.mark.parametrize(
    "numbering",
    ["", ONE, abstract(0, level(0)), abstract(0) + ONE, abstract(0, level(0)) + num("x", 0)],
)
def test_an_unknown_numbering_gives_no_number(numbering):
    assert numbers(item(1), numbering) == [""]


@pytest.mark.parametrize("depth", ["9", "-1", "99999999999999999999"])
def test_a_level_that_cannot_be_gives_no_or_the_first_number(depth):
    assert numbers(item(1, depth), abstract(0, level(0)) + ONE)[0] in {"", "1. "}


def test_a_format_of_words_own_is_read_beside_its_fallback():
    custom = '<w:numFmt w:val="custom" w:format="{}"/>'
    both = (
        '<mc:AlternateContent><mc:Choice Requires="w14">'
        + custom.format("001, 002, 003, ...")
        + '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )

    def numbered(inner):
        made = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{inner}<w:lvlText w:val="%1."/></w:lvl>'
        return numbers(item(1), abstract(0, made) + ONE)

    assert numbered(both) == ["001. "]
    assert numbered(custom.format("0001, 0002")) == ["0001. "]
    assert numbered(custom.format("甲, 乙")) == ["1. "]


def test_a_damaged_numbering_part_is_reported():
    (found,) = read_blocks(word_file(item(1), {"numbering": "<"})).diagnostics
    assert (found.code, found.where) == ("damaged-markup", "word/numbering.xml")
