"""What a page hides, draws or asks for is left out and quoted; so is what stands around it."""

import pytest

from tests.readers.html.web_pages import FILLER, left_out, texts


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display:none">丙</span>',
        '<span style="DISPLAY : none !important">丙</span>',
        '<span style="visibility:hidden">丙</span>',
        '<span style="font-size:0px">丙</span>',
        '<span style="font-size: .0em">丙</span>',
        '<span style="opacity:0">丙</span>',
        '<span style="text-indent:-9999px">丙</span>',
        '<span style="position:absolute;left:-9999px">丙</span>',
        '<span style="position:absolute;clip:rect(0, 0, 0, 0)">丙</span>',
        "<span hidden>丙</span>",
        "<div hidden>丙</div>",
        "<template>丙</template>",
        "<noscript>丙</noscript>",
        "<dialog>丙</dialog>",
    ],
)
def test_what_is_not_displayed_is_quoted_and_parts_nothing(hidden: str) -> None:
    page = f"<div>甲{hidden}乙</div>"
    assert left_out(page) == [("hidden-text", "丙")]
    assert "".join(texts(page)) == "甲乙"


@pytest.mark.parametrize(
    "seen",
    [
        '<div style="font-size:0"><span style="font-size:16px">甲</span></div>',
        '<span style="font-size:0.5em">甲</span>',
        '<span style="opacity:0.9">甲</span>',
        '<span style="position:absolute;left:-2px">甲</span>',
        '<span style="left:-9999px">甲</span>',
    ],
)
def test_what_is_small_faint_or_moved_a_little_is_text(seen: str) -> None:
    assert texts(seen) == ["甲"]


def test_an_open_dialog_is_displayed() -> None:
    assert texts("<dialog open>甲</dialog>") == ["甲"]


@pytest.mark.parametrize(
    "tag", ["del", "s", "strike", 'span style="text-decoration:line-through"']
)
def test_what_is_struck_out_is_quoted(tag: str) -> None:
    page = f"<p>1<{tag}>2</{tag.split()[0]}>3<ins>4</ins></p>"
    assert texts(page) == ["134"]
    assert left_out(page) == [("deleted-text", "2")]


def test_readings_given_beside_characters_are_quoted() -> None:
    page = "<p><ruby>甲<rp>(</rp><rt>jiǎ</rt><rp>)</rp></ruby>乙</p>"
    assert texts(page) == ["甲乙"]
    assert left_out(page) == [("note", "("), ("note", "jiǎ"), ("note", ")")]


@pytest.mark.parametrize(
    ("picture", "quoted"),
    [
        ('<img src="/a/b.png?v=1" alt="图1">', "图1"),
        ('<img src="/a/b.png?v=1">', "b.png"),
        ('<img src="/a/b.png" alt=" ">', "b.png"),
        ('<img src="data:image/png;base64,AAAA">', ""),
        ('<iframe src="/t/table.html"></iframe>', "table.html"),
        ('<object data="/t/file.pdf"></object>', "file.pdf"),
        ("<object data=file.pdf>请下载</object>", "请下载"),
        ('<video src="a.mp4"></video>', "a.mp4"),
        ("<canvas></canvas>", "canvas"),
        ("<svg><g><text>图</text></g></svg>", "图"),
        ('<embed src="x.swf">', "x.swf"),
        ('<input type="image" alt="搜">', "搜"),
    ],
)
def test_what_is_drawn_is_quoted_by_its_text_or_its_file(picture: str, quoted: str) -> None:
    page = f"<p>甲{picture}乙</p>"
    assert texts(page) == ["甲乙"]
    assert left_out(page) == [("image", quoted)]


@pytest.mark.parametrize(
    "navigation",
    [
        "<nav>首页</nav>",
        '<div role="navigation">首页</div>',
        '<ul role=" Search "><li>首页</ul>',
    ],
)
def test_what_leads_elsewhere_is_left_out_and_quoted(navigation: str) -> None:
    page = f"<p>{FILLER}</p>{navigation}<p>末段</p>"
    assert texts(page) == [FILLER, "末段"]
    assert left_out(page) == [("page-furniture", "首页")]


@pytest.mark.parametrize(
    "kept",
    [
        "<header>乙</header>",
        "<footer>乙</footer>",
        "<aside>乙</aside>",
        '<div role="contentinfo">乙</div>',
        '<div class="breadcrumb">乙</div>',
        '<div class="article-foot">乙</div>',
        '<p class="print">乙</p>',
        '<div id="share">乙</div>',
        '<div class="related side nav">乙</div>',
        "<nav><h1>乙</h1></nav>",
    ],
)
def test_no_name_of_a_part_decides_what_is_read(kept: str) -> None:
    page = f"<p>{FILLER}</p>{kept}"
    assert texts(page) == [FILLER, "乙"]
    assert left_out(page) == []


def test_navigation_that_holds_much_of_the_page_is_kept() -> None:
    assert texts(f"<nav>{FILLER}</nav><p>乙</p>") == [FILLER, "乙"]


def test_navigation_with_a_table_of_numbers_is_kept() -> None:
    cells = "".join(f"<td>{number}" for number in range(6))
    page = f"<p>{FILLER}</p><nav><p>表</p><table><tr>{cells}</table></nav>"
    assert texts(page) == [FILLER, "表"]


def test_pictures_in_navigation_are_quoted_as_pictures() -> None:
    page = f"<p>{FILLER}</p><nav>首页<img alt=徽></nav>"
    assert left_out(page) == [("image", "徽"), ("page-furniture", "首页")]


def test_a_list_in_navigation_does_not_count_the_items_around_it() -> None:
    page = f"<p>{FILLER}</p><ol><li>甲<nav><ul><li>首页</ul></nav><li>乙</ol>"
    assert texts(page) == [FILLER, "1. 甲", "2. 乙"]
