"""Whatever stands in a page comes back, in a block or quoted; and only what it says matters."""

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.blocks import Stream
from govreport.errors import LimitExceededError
from govreport.readers.html import read_blocks
from tests.laws.registry import share
from tests.readers.html.web_pages import FILLER, all_text, read

CONTAINERS = (
    "p div span b i u font a em strong section article header footer nav aside main ul ol li dl dt"
    " dd h1 h2 h3 h6 table thead tbody tfoot tr td th caption form fieldset label button select"
    " option textarea blockquote pre center del ins s sup sub q ruby rt details summary figure"
    " figcaption address svg object video canvas noscript template math mfrac mi o:p st1:place"
    " custom-element"
).split()
ATTRIBUTES = (
    "",
    ' class="nav"',
    ' class="TRS_Editor"',
    ' id="footer"',
    ' hidden=""',
    ' style="display:none"',
    ' style="visibility: hidden"',
    ' style="white-space:pre-wrap"',
    ' style="display:block"',
    ' role="heading"',
    ' role="navigation"',
    ' colspan="2"',
    ' rowspan="3"',
    ' rowspan="0"',
    ' type="A"',
)


def marker(number: int) -> str:
    """Return a text without digits, which are changed where they are raised."""
    letters = str(number).translate(str.maketrans("0123456789", "abcdefghij"))
    return f"甲{letters}乙"


class Markers:
    """Counts the markers of one page; none is a part of another."""

    def __init__(self) -> None:
        self.count = 0

    def next(self) -> str:
        self.count += 1
        return marker(self.count)


def nested(draw: st.DrawFn, markers: Markers, depth: int) -> str:
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.integers(0, 4))
        if kind == 0 or depth == 0:
            pieces.append(draw(st.sampled_from(("", " ", "\n", "<br>"))) + markers.next())
        elif kind == 1:
            pieces.append(draw(st.sampled_from(("<br>", "<hr>", "<wbr>", "<!-- x -->", "</p>"))))
        else:
            tag = draw(st.sampled_from(CONTAINERS))
            close = f"</{tag}>" if draw(st.integers(0, 5)) else ""
            start = f"<{tag}{draw(st.sampled_from(ATTRIBUTES))}>"
            pieces.append(start + nested(draw, markers, depth - 1) + close)
    return "".join(pieces)


@st.composite
def soups(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a careless page and the markers in it."""
    markers = Markers()
    page = nested(draw, markers, 5)
    return page, [marker(number) for number in range(1, markers.count + 1)]


@given(soups())
def test_every_marker_comes_back_in_a_block_or_quoted_and_none_twice(
    soup: tuple[str, list[str]],
) -> None:
    page, markers = soup
    found = all_text(read(page))
    assert [each for each in markers if found.count(each) != 1] == []


@share(10)
@given(soups())
def test_the_same_page_gives_the_same_stream(soup: tuple[str, list[str]]) -> None:
    assert read(soup[0]) == read(soup[0])


@given(st.binary(max_size=300))
def test_any_bytes_give_a_stream(data: bytes) -> None:
    assert isinstance(read_blocks(data), Stream)


@given(st.lists(st.sampled_from(["<table>", "<tr>", "<td>", "</td>", "</table>", "x", "<p>"])))
def test_any_soup_of_tables_gives_a_stream(parts: list[str]) -> None:
    try:
        stream = read("".join(parts))
    except LimitExceededError:
        return
    if "x" in parts:
        assert "x" in all_text(stream)


@given(st.text("一二三abc12 ，。", min_size=1), st.randoms(use_true_random=False))
def test_how_a_text_is_cut_into_inline_elements_does_not_matter(
    text: str, chance: random.Random
) -> None:
    def wrapped(piece: str) -> str:
        tag = chance.choice(["span", "b", "font", "a", "o:p", "strong"])
        style = chance.choice(["", ' style="font-size:14px"', ' class="x"', ' lang="EN-US"'])
        return chance.choice([piece, f"<{tag}{style}>{piece}</{tag}>"])

    cut = "".join(wrapped(character) for character in text)
    assert read(f"<p>{cut}</p>") == read(f"<p>{text}</p>")


@given(st.permutations(['class="nav"', 'id="x"', 'style="color:red"', 'title="t"', "hidden"]))
def test_the_order_of_attributes_does_not_matter(attributes: list[str]) -> None:
    page = f"<p>{FILLER}</p><div {{}}>首页</div>"
    expected = page.format('class="nav" id="x" style="color:red" title="t" hidden')
    assert read(page.format(" ".join(attributes))) == read(expected)


@given(st.sampled_from(["P", "p"]), st.sampled_from(["", "\n", "\r\n  ", "\t"]))
def test_the_source_s_own_formatting_does_not_matter(tag: str, blank: str) -> None:
    page = f"<BODY>{blank}<{tag}>{blank}甲{blank}乙{blank}</{tag}>{blank}<{tag}>丙"
    expected = "甲乙" if "\n" in blank or not blank else "甲 乙"
    assert [block.text for block in read(page).blocks] == [expected, "丙"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "page",
    [
        "<p>甲" + " " * 200_000 + "乙",
        " " * 200_000 + "<p>甲",
        "<title>" + " " * 200_000 + "甲",
        '<meta name=source content="' + " " * 100_000 + "\n" * 9 + '甲">',
        "<meta charset" * 20_000 + ">甲",
        "<p>索引号：1</p><p>文号：2</p>" * 10_000,
        "<div class=nav>" * 1_000 + "甲" * 20_000,
        "<ol>" + "<li>甲" * 10_000,
        "</tr" + " " * 100_000 + "甲",
    ],
    ids=range(9),
)
def test_long_runs_and_deep_names_cost_no_more_than_linear_time(page: str) -> None:
    # What is quadratic in one of these takes minutes; one may be an element of 20,000 attributes.
    with suppress(LimitExceededError):
        assert read(page)
