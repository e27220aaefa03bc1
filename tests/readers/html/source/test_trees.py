"""Pages that lxml or BeautifulSoup has parsed are read as their bytes are."""

import copy
from importlib.resources import files

import bs4
import pytest
from lxml import etree, html

import govreport
from govreport.blocks import Stream
from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.limits import Limits
from govreport.readers.html import read_blocks, read_tree
from tests.dialects import pages, sources
from tests.sampling import one_in

PAGE = (
    "<!doctype html><html><head><title>题</title><style>.h{display:none}</style>"
    '<meta name="ArticleTitle" content="文章题"></head><body><div class="a b"><p>一<!-- 注 -->二<b class="h">三</b></p>'
    "<o:p>四</o:p><table><tr><td colspan=2>甲</td></tr><tr><td>乙<sup>1</sup></td><td>5</td></tr></table></div>"
    "<script>var x;</script><p>五<br>六</p></body></html>"
)


def trees(page: str) -> dict[str, object]:
    return {
        "an element": html.document_fromstring(page),
        "a tree": html.document_fromstring(page).getroottree(),
        "a soup of lxml": bs4.BeautifulSoup(page, "lxml"),
        "a soup of html.parser": bs4.BeautifulSoup(page, "html.parser"),
        "a soup of html5lib": bs4.BeautifulSoup(page, "html5lib"),
    }


def told(stream: Stream) -> list[tuple[str, str]]:
    return [(each.code, each.text) for each in stream.diagnostics]


@pytest.mark.parametrize("kind", trees(PAGE))
def test_a_tree_gives_the_stream_of_its_page_and_stays_as_it_is(kind: str) -> None:
    tree = trees(PAGE)[kind]
    before = str(tree) if isinstance(tree, bs4.Tag) else etree.tostring(tree)
    found, expected = read_tree(tree), read_blocks(PAGE.encode())
    assert found.blocks == expected.blocks
    assert found.page == expected.page
    assert told(found) == told(expected)
    assert (str(tree) if isinstance(tree, bs4.Tag) else etree.tostring(tree)) == before


@pytest.mark.parametrize("kind", trees(PAGE))
@pytest.mark.parametrize("cells", one_in(5, pages.CELLS))
def test_reports_are_read_from_trees(kind: str, cells: str) -> None:
    page = pages.web_page(sources.reports()["full-2021"], cells, spanning=False)
    expected = govreport.loads(page, "html")
    tree = trees(page)[kind]
    for found in (govreport.loads(tree), govreport.read(tree), *govreport.read_all(tree)):
        assert found == expected


def test_our_own_pages_are_read_exactly_from_trees() -> None:
    page = (files("govreport") / "example" / "yunling-2023.html").read_text("utf-8")
    document = govreport.loads(page)
    own = govreport.dumps(document, "html")
    assert all(govreport.loads(tree) == document for tree in trees(own).values())


def test_a_part_of_a_page_is_read_without_what_is_behind_it() -> None:
    page = "<p>前</p><div><p>中</p></div>尾<p>后</p>"
    found = read_tree(html.document_fromstring(page).find(".//div"))
    assert found.blocks == read_tree(bs4.BeautifulSoup(page, "lxml").div).blocks
    assert found.blocks == read_blocks(b"<div><p>\xe4\xb8\xad").blocks


def test_a_page_of_xml_is_read() -> None:
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>一<?x y?>二</p><p hidden="">三</p></body></html>'
    found = read_tree(etree.fromstring(page))
    assert [block.text for block in found.blocks] == ["一二"]
    assert read_tree(bs4.BeautifulSoup(page, "lxml-xml")).blocks == found.blocks


def test_what_no_format_can_carry_is_left_out_of_a_soup_and_told() -> None:
    soup = bs4.BeautifulSoup("<p>一</p>", "html.parser")
    soup.p.string = "全年\x01受理"
    soup.p["title"] = "a\ufffe"
    found = read_tree(soup)
    assert [block.text for block in found.blocks] == ["全年受理"]
    assert told(found) == [("forbidden-character", "a"), ("forbidden-character", "全年受理")]


def test_limits_hold_for_trees() -> None:
    for tree in trees("<p>" + "<i>字</i>" * 20).values():
        with pytest.raises(LimitExceededError, match="elements"):
            read_tree(tree, Limits(elements=20))
        assert read_tree(copy.copy(tree), Limits(elements=30)).blocks


def test_a_tree_is_html_whatever_else_is_asked_for() -> None:
    with pytest.raises(UnreadableSourceError, match="html, not as pipe"):
        govreport.loads(html.document_fromstring(PAGE), "pipe")
