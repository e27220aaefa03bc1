"""What a page's styles leave of its text, whichever way they are said."""

import pytest

from tests.readers.html.web_pages import left_out, rows, texts

UNSEEN = [
    "display:none",
    "DISPLAY : None",
    "display:none !important;display:inline",
    "display:inline;/* a comment; with signs */display:none",
    "display:n\\6f ne",
    "visibility:hidden",
    "visibility:collapse",
    "content-visibility:hidden",
    "opacity:0",
    "opacity:0.0%",
    "filter:opacity(0)",
    "font-size:0",
    "font-size:.0pt",
    "font-size:1px",
    "font:0/0 a",
    "color:transparent",
    "color:rgba(10, 20, 30, 0)",
    "color:rgb(10 20 30 / 0%)",
    "color:#12345600",
    "color:#1230",
    "-webkit-text-fill-color:transparent",
    "display:inline-block;width:0;overflow:hidden",
    "display:block;height:0px;overflow-y:hidden",
    "display:inline-block;max-width:0;overflow:clip",
    "position:absolute;left:-9999px",
    "position:fixed;top:-200em",
    "position:absolute;left:10000px",
    "position:absolute;clip:rect(0 0 0 0)",
    "position:absolute;clip:rect(1px,1px,1px,1px)",
    "position:absolute;clip-path:inset(50%)",
    "clip-path:circle(0)",
    "display:block;text-indent:-9999px",
    "display:block;margin-left:-9999px",
    "transform:scale(0)",
    "transform:translateX(-9999px)",
    "text-decoration:line-through",
    "text-decoration:underline line-through red",
    "font-size:calc(0px)",
    "color:#fff;background:#fff",
    "background-color:#eeeeee;margin:0;color:#eeeeee",
    "display:block;text-indent:100%;white-space:nowrap;overflow:hidden",
    "display:inline-block;transform:rotateX(90deg)",
    "display:block;margin-top:-9999px",
    "position:absolute;inset:0 0 0 -9999px",
    "position:absolute;inset-inline-start:-9999px",
    "display:inline-block;translate:-9999px 0",
    "display:inline-block;inline-size:0;overflow:hidden",
    "display:block;block-size:0;overflow:hidden",
]
SEEN = [
    "",
    "display:inline",
    "display:none;display:inline",
    "display:inline!important;display:none",
    "visibility:visible",
    "opacity:0.5",
    "opacity:1",
    "font-size:0.6em",
    "font-size:1em",
    "font-size:10px",
    "font:12px/0 a",
    "color:rgb(0,0,0)",
    "color:rgba(0,0,0,.5)",
    "color:#000",
    "color:#f00",
    "color:#000000",
    "width:0",
    "overflow:hidden",
    "width:10px;overflow:hidden",
    "left:-9999px",
    "position:absolute;left:-9px",
    "text-indent:-21.25pt",
    "display:block;text-indent:2em",
    "clip-path:inset(0)",
    "background:url(data:image/png;display:none)",
    "content:'display:none';x:y",
    "text-decoration:underline",
    "transform:scale(0.5)",
    "color:#fff;background:#00f",
    "display:block;text-indent:100%",
    "position:absolute;inset:0",
    "transform:rotate(90deg)",
    "margin-top:-3px",
    "translate:50% 50%",
]
BY = {
    "an attribute": '<p>全年<b style="{}">9</b>17件</p>',
    "a class": "<style>.c{{{}}}</style><p>全年<b class='a c'>9</b>17件</p>",
    "an id": "<p>全年<b id=c>9</b>17件</p><style>p #c{{{}}}</style>",
    "a child": "<style>h1,p > b{{{}}}</style><p>全年<b>9</b>17件</p>",
}


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("style", UNSEEN)
def test_what_is_not_seen_is_left_out_and_quoted(style: str, by: str) -> None:
    page = BY[by].format(style.replace('"', "'"))
    assert "".join(texts(page)) == "全年17件"
    assert [text for _, text in left_out(page)] == ["9"]


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("style", SEEN)
def test_what_is_seen_is_read(style: str, by: str) -> None:
    page = BY[by].format(style)
    assert "".join(texts(page)) == "全年917件"
    assert left_out(page) == []


RAISED = [
    "vertical-align:super",
    "vertical-align:text-top",
    "vertical-align:3px",
    "vertical-align:.4em",
    "vertical-align:30%",
    "vertical-align:top;font-size:60%",
    "position:relative;top:-0.4em",
    "position:relative;bottom:3pt",
    "mso-text-raise:4.0pt",
    "font-variant-position:super",
    "baseline-shift:super",
    "vertical-align:calc(.4em)",
    "font-variant:super",
    "font-feature-settings:'sups' 1",
    "position:relative;inset-block-start:-.5em",
    "display:inline-block;margin-bottom:.4em;font-size:60%",
    "display:inline-block;transform:translateY(-40%) scale(.6)",
    "display:inline-block;translate:0 -.4em;font-size:60%",
]
LOWERED = [
    "vertical-align:sub",
    "vertical-align:text-bottom",
    "vertical-align:-3px",
    "position:relative;top:2px",
    "mso-text-raise:-3.0pt",
]
ON_THE_LINE = [
    "vertical-align:baseline",
    "vertical-align:middle",
    "vertical-align:0",
    "mso-text-raise:0pt",
    "position:relative;left:2px",
]


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize(
    ("styles", "expected"), [(RAISED, "⁹"), (LOWERED, "₉"), (ON_THE_LINE, "9")]
)
def test_a_digit_off_its_line_joins_no_number(styles: list[str], expected: str, by: str) -> None:
    for style in styles:
        assert "".join(texts(BY[by].format(style))) == f"全年{expected}17件", style
        full_width = BY[by].format(style).replace(">9<", ">９<")
        wide = "９" if expected == "9" else expected
        assert "".join(texts(full_width)) == f"全年{wide}17件", style


def test_the_place_of_a_cell_s_content_raises_nothing() -> None:
    page = '<style>td,p{vertical-align:top;font-size:50%}</style><table><tr><td style="vertical-align:super">9<td><p>17'
    assert rows(page) == [["9", "17"]]


def test_raised_elements_stay_raised_whatever_resets_them() -> None:
    assert texts("<style>sup{vertical-align:baseline}</style><p>17<sup>１</sup>") == ["17¹"]


@pytest.mark.parametrize(
    "page",
    [
        "<p>全年<bdo dir=rtl>71</bdo>件",
        "<p>全年<b style='unicode-bidi:bidi-override;direction:rtl'>71</b>件",
        "<style>.r{direction:rtl;unicode-bidi:isolate-override}</style><p>全年<b class=r>71</b>件",
    ],
)
def test_characters_that_are_shown_in_reverse_are_marked_as_such(page: str) -> None:
    assert texts(page) == ["全年\u202e71\u202c件"]


@pytest.mark.parametrize(
    "around", ["<bdo dir=ltr>71</bdo>", "<b dir=rtl>71</b>", "<bdo>71</bdo>"]
)
def test_other_directions_leave_numbers_as_they_are(around: str) -> None:
    assert texts(f"<p>全年{around}件") == ["全年71件"]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("visibility:hidden", "visibility:visible"),
        ("font-size:0", "font-size:12pt"),
        ("font-size:0", "font-size:medium"),
        ("color:transparent", "color:black"),
        ("display:block;text-indent:-9999px", "display:block;text-indent:0"),
    ],
)
def test_a_part_of_what_is_not_seen_may_be_seen_again(outer: str, inner: str) -> None:
    page = f'<p>正文</p><div style="{outer}">甲<b style="{inner}">乙</b>丙</div>'
    assert texts(page) == ["正文", "乙"]
    assert left_out(page) == [("hidden-text", "甲丙")]


def test_a_size_of_nothing_stays_nothing_however_often_it_is_multiplied() -> None:
    page = '<p>正文<b style="font-size:0">甲<i style="font-size:2em">乙</i></b>'
    assert texts(page) == ["正文"]


def test_unseen_cells_keep_their_place() -> None:
    page = "<style>.h{visibility:hidden}</style><table><tr><td>甲<td class=h>9<td>1<tr class=h><td>乙<td>2<td>3"
    assert rows(page) == [["甲", "", "1"], ["", "", ""]]
    assert left_out(page) == [("hidden-text", "9"), ("hidden-text", "乙23")]


def test_a_table_of_which_nothing_is_seen_is_none() -> None:
    page = "<p>正文正文正文<div style='visibility:hidden'><table><tr><td>甲<td>1</table><ol><li>乙</ol></div>"
    assert texts(page) == ["正文正文正文"]
    assert left_out(page) == [("hidden-text", "甲1乙")]


def test_what_holds_most_of_the_page_waits_for_a_script_that_shows_it() -> None:
    for style in ("visibility:hidden", "display:none", "opacity:0"):
        page = f'<p>菜单</p><div style="{style}"><p>甲乙丙丁<p>戊己庚辛<b style="{style}">壬</b></div>'
        assert texts(page) == ["菜单", "甲乙丙丁", "戊己庚辛"], style
        assert left_out(page) == [("hidden-text", "壬")]


def test_a_page_that_stands_twice_is_read_once() -> None:
    page = (
        "<style>.phone{display:none} @media (max-width: 768px){.desk{display:none}.phone{display:block}}"
        "</style><div class=desk>受理17件</div><div class=phone>受理17件</div>"
    )
    assert texts(page) == ["受理17件"]


def test_struck_elements_that_are_not_struck_are_read() -> None:
    assert texts("<p>甲<s>乙</s><del style='text-decoration:none'>丙</del>") == ["甲丙"]


def test_elements_are_displayed_as_blocks_in_lines_and_in_tables() -> None:
    assert texts("<style>i{display:block}p{display:inline}</style>甲<i>乙</i><p>丙</p><p>丁") == [
        "甲",
        "乙",
        "丙丁",
    ]
    page = "<style>.t{display:table}.r{display:table-row}.r *{display:table-cell}</style>" + (
        "<div class=t><div class=r><span>甲</span><i>1</i></div><div class=r><p></p><p>2</p></div></div>"
    )
    assert rows(page) == [["甲", "1"], ["", "2"]]


def test_a_list_whose_numbers_are_not_shown_has_none() -> None:
    page = "<style>.n{list-style:none}</style><ol class=n><li>甲</ol><ol><li style='list-style-type:none'>乙<li>丙</ol>"
    assert texts(page) == ["甲", "乙", "2. 丙"]
