"""Runs that are hidden, struck through or raised by a style: what Word shows is what is read."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govreport.readers.docx import read_blocks
from govreport.readers.docx.formatting import Formatting, ShownRun, resolved
from govreport.readers.docx.moved_text import part_from_numbers
from tests.readers.word_files import cell, paragraph, part, row, run, word_file

HIDDEN, STRUCK = "<w:vanish/>", "<w:strike/>"
RAISED = '<w:vertAlign w:val="superscript"/>'
VERTICAL = {"superscript": RAISED, "subscript": '<w:vertAlign w:val="subscript"/>'}


def style(kind, identifier, properties="", base="", more="", default=False):
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    flag = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}"{flag}><w:name w:val="{identifier}"/>'
        f"{based}{more}<w:rPr>{properties}</w:rPr></w:style>"
    )


def defaults(properties):
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{properties}</w:rPr></w:rPrDefault></w:docDefaults>"
    )


def named(kind, identifier):
    return f'<w:{kind}Style w:val="{identifier}"/>' if identifier else ""


def read(body, *styles, **side):
    return read_blocks(word_file(body, {"styles": part("styles", "".join(styles)), **side}))


def shown(body, *styles):
    return [block.text for block in read(body, *styles).blocks]


def quoted(body, *styles):
    return [(one.code, one.text) for one in read(body, *styles).diagnostics]


TWO = run("1") + run("7")


@pytest.mark.parametrize("place", ["defaults", "paragraph", "base", "default style", "character"])
@pytest.mark.parametrize(
    ("properties", "text", "told"),
    [
        (HIDDEN, "17", [("hidden-text", "6")]),
        (STRUCK, "17", [("deleted-text", "6")]),
        ("<w:dstrike/>", "17", [("deleted-text", "6")]),
        (RAISED, "17⁶", []),
        (VERTICAL["subscript"], "17₆", []),
        ('<w:position w:val="8"/>', "17⁶", []),
        ('<w:position w:val="-8"/>', "17₆", []),
        ('<w:position w:val="4pt"/>', "17⁶", []),
    ],
)
def test_a_digit_is_shown_as_its_styles_say(place, properties, text, told):
    off = (
        '<w:vanish w:val="0"/><w:strike w:val="0"/><w:dstrike w:val="0"/>'
        '<w:vertAlign w:val="baseline"/><w:position w:val="0"/>'
    )
    styles = {
        "defaults": defaults(properties),
        "paragraph": style("paragraph", "p", properties),
        "base": style("paragraph", "p", "", "q") + style("paragraph", "q", properties),
        "default style": style("paragraph", "n", properties, default=True),
        "character": style("character", "c", "", "d") + style("character", "d", properties),
    }[place]
    if place == "character":
        body = paragraph(run("17") + run("6", named("r", "c")))
    else:
        body = paragraph(run("17", off) + run("6"), named("p", "p"))
    assert shown(body, styles) == [text]
    assert quoted(body, styles) == told


@pytest.mark.parametrize("toggle", [HIDDEN, STRUCK])
@pytest.mark.parametrize("of_paragraph", [False, True])
@pytest.mark.parametrize("of_run", [False, True])
def test_two_styles_that_both_hide_do_not(toggle, of_paragraph, of_run):
    styles = style("paragraph", "p", toggle if of_paragraph else "")
    styles += style("character", "c", toggle if of_run else "")
    body = paragraph(run("甲", named("r", "c")), named("p", "p"))
    assert shown(body, styles) == ([] if of_paragraph != of_run else ["甲"])


VALUES = st.one_of(st.none(), st.booleans())


@given(VALUES, VALUES, st.tuples(VALUES, VALUES, VALUES))
def test_a_toggle_is_the_runs_own_or_the_defaults_or_an_odd_count(own, default, levels):
    made = resolved(
        Formatting(hidden=default),
        tuple(Formatting(hidden=each) for each in levels),
        Formatting(hidden=own),
    )
    expected = bool(default) or [*levels].count(True) in (1, 3)
    assert made.hidden == (expected if own is None else own)


@given(VALUES, VALUES, st.tuples(VALUES, VALUES, VALUES))
def test_of_two_lines_through_a_text_the_nearest_word_holds(own, default, levels):
    made = resolved(
        Formatting(struck_twice=default),
        tuple(Formatting(struck_twice=each) for each in levels),
        Formatting(struck_twice=own),
    )
    said = [each for each in (own, *reversed(levels), default) if each is not None]
    assert made.struck == bool(said and said[0])


def test_a_style_of_another_kind_is_none():
    styles = style("paragraph", "p", HIDDEN) + style("character", "c", HIDDEN)
    body = paragraph(run("甲", named("r", "p")), named("p", "c"))
    assert shown(body, styles) == ["甲"]
    based = style("character", "c", "", "p") + style("paragraph", "p", HIDDEN)
    assert shown(paragraph(run("甲", named("r", "c"))), based) == ["甲"]


def test_the_run_itself_outranks_its_styles_in_part():
    styles = style("character", "c", RAISED + STRUCK)
    again = named("r", "c") + '<w:strike w:val="false"/>'
    assert shown(paragraph(run("17") + run("1", again)), styles) == ["17¹"]


# Tables


def table_of(inner, name="", look="", height=3, width=3):
    styled = f"{named('tbl', name)}{look}"
    rows = [[f"{r}{c}" for c in range(width)] for r in range(height)]
    made = "".join(row(*(cell(inner=paragraph(inner(text))) for text in line)) for line in rows)
    return f"<w:tbl><w:tblPr>{styled}</w:tblPr><w:tblGrid/>{made}</w:tbl>"


def kept(body, *styles):
    """Return the cells of the only table that are not blank."""
    (block,) = read(body, *styles).blocks
    return {one.text for line in block.table.rows for one in line if one.text}


ALL = {f"{r}{c}" for r, c in itertools.product(range(3), range(3))}
FIRST_ROW, LAST_ROW = {"00", "01", "02"}, {"20", "21", "22"}
FIRST_COLUMN, LAST_COLUMN = {"00", "10", "20"}, {"02", "12", "22"}
EVERYTHING = '<w:tblLook w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1"/>'


@pytest.mark.parametrize(
    ("part_of_table", "look", "hidden"),
    [
        ("wholeTable", "", ALL),
        ("firstRow", EVERYTHING, FIRST_ROW),
        ("lastRow", EVERYTHING, LAST_ROW),
        ("firstCol", EVERYTHING, FIRST_COLUMN),
        ("lastCol", EVERYTHING, LAST_COLUMN),
        ("nwCell", EVERYTHING, {"00"}),
        ("neCell", EVERYTHING, {"02"}),
        ("swCell", EVERYTHING, {"20"}),
        ("seCell", EVERYTHING, {"22"}),
        ("firstRow", "", set()),
        ("firstRow", '<w:tblLook w:val="0020"/>', FIRST_ROW),
        ("lastRow", '<w:tblLook w:val="0040"/>', LAST_ROW),
        ("firstCol", '<w:tblLook w:val="0080"/>', FIRST_COLUMN),
        ("lastCol", '<w:tblLook w:val="0100"/>', LAST_COLUMN),
        ("firstRow", '<w:tblLook w:val="0020" w:firstRow="0"/>', set()),
        ("firstRow", '<w:tblLook w:val="xyz"/>', set()),
        ("band1Horz", "", FIRST_ROW | LAST_ROW),
        ("band2Horz", "", {"10", "11", "12"}),
        ("band1Horz", '<w:tblLook w:firstRow="1"/>', {"10", "11", "12"}),
        ("band1Horz", '<w:tblLook w:noHBand="1"/>', set()),
        ("band2Vert", "", {"01", "11", "21"}),
        ("band1Vert", '<w:tblLook w:val="0400"/>', set()),
    ],
)
def test_a_table_style_holds_for_the_cells_that_it_names(part_of_table, look, hidden):
    styled = f'<w:tblStylePr w:type="{part_of_table}"><w:rPr>{HIDDEN}</w:rPr></w:tblStylePr>'
    styles = style("table", "t", "", "u") + style("table", "u", more=styled)
    assert kept(table_of(run, "t", look), styles) == ALL - hidden


def test_what_a_corner_says_outranks_its_column_and_that_its_row():
    parts = {"firstRow": RAISED, "firstCol": VERTICAL["subscript"]}
    styled = "".join(
        f'<w:tblStylePr w:type="{name}"><w:rPr>{properties}</w:rPr></w:tblStylePr>'
        for name, properties in parts.items()
    )
    corner = '<w:tblStylePr w:type="nwCell"><w:rPr><w:vertAlign w:val="baseline"/></w:rPr></w:tblStylePr>'
    body = table_of(run, "t", EVERYTHING, 2, 2)
    assert kept(body, style("table", "t", more=styled)) == {"₀₀", "⁰¹", "₁₀", "11"}
    assert kept(body, style("table", "t", more=styled + corner)) == {"00", "⁰¹", "₁₀", "11"}


def test_bands_are_as_wide_as_the_style_says():
    more = (
        '<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>'
        f'<w:tblStylePr w:type="band2Horz"><w:rPr>{HIDDEN}</w:rPr></w:tblStylePr>'
    )
    body = table_of(run, "t", "", 5, 1)
    assert kept(body, style("table", "t", more=more)) == {"00", "10", "40"}


def test_a_table_without_a_style_has_the_default_one_and_a_nested_one_its_own():
    hides = style("table", "d", HIDDEN, default=True) + style("table", "t")
    assert (
        kept(table_of(run), style("table", "d", HIDDEN, default=True) + style("table", "t"))
        == set()
    )
    inner = f"<w:tbl><w:tblPr>{named('tbl', 't')}</w:tblPr>{row(cell('内'))}</w:tbl>"
    (block,) = read(
        f"<w:tbl>{row(cell(inner=inner + paragraph(run('外'))))}</w:tbl>", hides
    ).blocks
    (nested,) = block.table.rows[0][0].content
    assert nested.rows[0][0].text == "内"


def test_a_table_style_takes_part_in_the_count_of_toggles():
    styles = style("table", "t", HIDDEN) + style("character", "c", HIDDEN)
    assert kept(table_of(lambda text: run(text, named("r", "c")), "t"), styles) == ALL


def test_a_text_box_in_a_cell_is_none_of_its_table():
    box = f"<w:txbxContent>{paragraph(run('框'))}</w:txbxContent>"
    body = table_of(
        lambda text: f"<w:r><w:pict>{box}</w:pict><w:t>{text}</w:t></w:r>", "t", "", 1, 1
    )
    assert kept(body, style("table", "t", STRUCK)) == {"框"}


# What is raised joins no number


@pytest.mark.parametrize("digit", ["1", "１", "١", "𝟏"])
@pytest.mark.parametrize(("script", "written"), [("superscript", "¹"), ("subscript", "₁")])
def test_a_moved_digit_of_any_script_is_no_digit_of_a_number(digit, script, written):
    assert shown(paragraph(run("１７") + run(digit, VERTICAL[script]))) == [f"１７{written}"]


def test_ideographic_numerals_have_no_raised_form_and_are_put_in_brackets():
    assert shown(paragraph(run("十七") + run("一", RAISED) + run("件"))) == ["十七[一]件"]
    assert shown(paragraph(run("注") + run("一", RAISED))) == ["注一"]


PIECES = st.lists(
    st.tuples(st.text("017.件 ", min_size=1, max_size=3), st.sampled_from([0, 6, 12, -6])),
    min_size=1,
    max_size=5,
)


@given(PIECES)
@example([("17", 0), ("1", 6)])
@example([("17", 6), ("1", 12)])
@example([("1", 6), ("17", 0)])
@example([("17", 0), (".", 0), ("1", 6)])
def test_no_two_digits_of_different_height_stand_side_by_side(pieces):
    texts = [text for text, _ in pieces]
    moved = {at: ShownRun(position=height) for at, (_, height) in enumerate(pieces) if height}
    part_from_numbers(texts, moved)
    places = [
        (sign, height) for text, (_, height) in zip(texts, pieces, strict=True) for sign in text
    ]
    for (one, here), (other, there) in itertools.pairwise(places):
        if here != there:
            assert not (one.isdecimal() and other.isdecimal())


@pytest.mark.parametrize("height", ["6", "-6", "12"])
def test_a_number_that_is_moved_alone_is_still_a_number(height):
    moved = f'<w:position w:val="{height}"/>'
    assert shown(paragraph(run("17", moved))) == ["17"]
    assert shown(paragraph(run("收到") + run("17", moved) + run("件"))) == ["收到17件"]


@pytest.mark.parametrize("value", ["", "x", "6em", "--6"])
def test_a_position_that_is_no_measure_is_none(value):
    assert shown(paragraph(run("17") + run("1", f'<w:position w:val="{value}"/>'))) == ["171"]


def test_the_own_mark_of_a_note_joins_no_number():
    marked = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>1</w:t></w:r>'
    plain = '<w:r><w:footnoteReference w:id="1"/><w:t>1</w:t></w:r>'
    assert shown(paragraph(run("17") + marked + run("件"))) == ["17¹件"]
    assert shown(paragraph(run("17") + plain)) == ["171"]


# List numbers


def numbering(text, properties="", suffix="nothing"):
    return part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:rPr>{properties}</w:rPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )


ITEM = paragraph(run("17"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


@pytest.mark.parametrize(
    ("properties", "text", "told"),
    [
        (HIDDEN, "17", []),
        (named("r", "hides"), "17", []),
        (STRUCK, "17", [("deleted-text", "1")]),
        (RAISED, "¹17", []),
        ("", "1 17", []),
    ],
)
def test_a_list_number_is_shown_as_its_level_says(properties, text, told):
    styles = style("character", "hides", HIDDEN)
    stream = read(ITEM, styles, numbering=numbering("%1", properties))
    assert [block.text for block in stream.blocks] == [text]
    assert [(one.code, one.text) for one in stream.diagnostics] == told


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [("%1", "1 17"), ("%1.", "1. 17"), ("%1、", "1、17"), ("（%1）", "（1）17")],
)
def test_a_list_number_close_to_a_number_does_not_join_it(text, shown_as):
    stream = read(ITEM, numbering=numbering(text))
    assert [block.text for block in stream.blocks] == [shown_as]


# Buttons


def field(code, result=None):
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    parts = "".join(f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in code)
    if result is None:
        return f"{begin}{parts}{end}"
    return f'{begin}{parts}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}{end}'


@pytest.mark.parametrize("name", ["MACROBUTTON", "GOTOBUTTON", "MacroButton"])
@pytest.mark.parametrize("to", ["NoMacro", '"two words"', "_Ref1"])
def test_the_text_of_a_button_stands_in_its_code(name, to):
    for code in ([f" {name} {to} 办公室（甲） "], [f" {name} ", f"{to} 办公", "室（甲）"]):
        assert shown(paragraph(run("由") + field(code) + run("编"))) == ["由办公室（甲）编"]
    simple = f" {name} {to} 办公室（甲） ".replace('"', "&quot;")
    for inner in ("", "<w:r/>", run("")):
        element = f'<w:fldSimple w:instr="{simple}">{inner}</w:fldSimple>'
        assert shown(paragraph(run("由") + element + run("编"))) == ["由办公室（甲）编"]
    stored = f'<w:fldSimple w:instr="{simple}">{run("新")}</w:fldSimple>'
    assert shown(paragraph(run("由") + stored + run("编"))) == ["由新编"]


def test_a_field_in_one_element_that_is_drawn_from_its_code_is_quoted():
    body = paragraph(run("甲") + '<w:fldSimple w:instr=" EQ a "/>' + run("乙"))
    assert shown(body) == ["甲乙"]
    assert quoted(body) == [("form-field", "EQ a")]


def test_a_button_with_a_result_shows_it_and_one_without_text_nothing():
    code = ["MACROBUTTON NoMacro 旧"]
    assert shown(paragraph(field(code, run("新")))) == ["新"]
    assert shown(paragraph(field(code, ""))) == ["旧"]
    assert shown(paragraph(run("甲") + field(["MACROBUTTON NoMacro "]))) == ["甲"]
