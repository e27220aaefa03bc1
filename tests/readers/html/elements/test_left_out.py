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
    "furniture",
    [
        "<nav>首页</nav>",
        "<header>首页</header>",
        "<footer>首页</footer>",
        "<aside>首页</aside>",
        '<div role="navigation">首页</div>',
        '<div role="contentinfo">首页</div>',
        '<div class="breadcrumb">首页</div>',
        '<div class="BreadCrumbNav">首页</div>',
        '<div class="ty-footer_wrap">首页</div>',
        '<ul id="topMenu"><li>首页</li></ul>',
        '<div class="font-size">首页</div>',
        '<p class="dqwz">首页</p>',
        '<div class="a share">首页</div>',
        '<div class="prev">首页</div>',
    ],
)
def test_what_stands_around_the_text_is_left_out_and_quoted(furniture: str) -> None:
    page = f"<p>{FILLER}</p>{furniture}<p>末段</p>"
    assert texts(page) == [FILLER, "末段"]
    assert left_out(page) == [("page-furniture", "首页")]


@pytest.mark.parametrize(
    "kept",
    [
        '<div class="footnote">乙</div>',
        '<div class="navigate2content">乙</div>',
        '<span class="print">乙</span>',
        '<div class="content"><article><header>乙</header></article></div>',
        "<section><footer>乙</footer></section>",
        '<div class="nav"><h1>乙</h1></div>',
    ],
)
def test_what_only_looks_like_furniture_is_kept(kept: str) -> None:
    page = f"<p>{FILLER}</p>{kept}"
    assert texts(page) == [FILLER, "乙"]
    assert left_out(page) == []


def test_an_element_that_holds_much_of_the_page_is_kept_whatever_its_name() -> None:
    assert texts(f'<div class="print">{FILLER}</div><p>乙</p>') == [FILLER, "乙"]
    assert texts(f"<nav>{FILLER}</nav>") == [FILLER]


def test_an_element_with_a_table_of_numbers_is_kept_whatever_its_name() -> None:
    cells = "".join(f"<td>{number}" for number in range(6))
    page = f"<p>{FILLER}</p><div id=print><p>表</p><table><tr>{cells}</table></div>"
    assert texts(page) == [FILLER, "表"]


def test_pictures_in_furniture_are_quoted_as_pictures() -> None:
    page = f"<p>{FILLER}</p><footer>版权<img alt=徽></footer>"
    assert left_out(page) == [("image", "徽"), ("page-furniture", "版权")]


def test_a_list_in_furniture_does_not_count_the_items_around_it() -> None:
    page = f"<p>{FILLER}</p><ol><li>甲<ul class=nav><li>首页</ul><li>乙</ol>"
    assert texts(page) == [FILLER, "1. 甲", "2. 乙"]
