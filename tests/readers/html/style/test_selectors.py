"""Elements that rules select, checked against the selectors of lxml and the laws of the cascade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from govreport.errors import LimitExceededError
from govreport.limits import Limits
from govreport.readers.html.style.selectors import Selectors
from tests.readers.html.web_pages import read, texts

PAGE = (
    "<div class='a b' id=x><p class=a>1</p><p>2<b class='c'>3</b></p><i title='t u'>4</i></div>"
    "<div class=b><div><p class='a c' lang=zh>5</p></div><i></i></div>"
)
COMPOUNDS = ["p", "div", "*", ".a", ".b", ".c", "#x", "p.a", "i", "b.c", "[title]", "[title~=u]"]
PLACED = [
    "p:first-child",
    "p:last-child",
    ":nth-child(2n)",
    "p:nth-of-type(2)",
    "i:first-of-type",
    "i:nth-child(3)",
    ":empty",
]
NOT = [":not(.a)", "p:not(.c)", "div:not([class])", ":is(.a, i)"]


def selected(root: etree._Element, selector: str) -> set[etree._Element]:
    """Return the elements that a selector selects, as a walk finds them."""
    selectors = Selectors(Limits())
    selectors.add(selector, 0)
    found = set()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            selectors.leave()
        elif selectors.enter(element, tuple(element.items())):
            found.add(element)
    return found


@given(
    st.sampled_from(COMPOUNDS + PLACED + NOT),
    st.lists(
        st.tuples(
            st.sampled_from([" ", " > ", " + ", " ~ "]), st.sampled_from(COMPOUNDS + PLACED + NOT)
        ),
        max_size=3,
    ),
)
def test_what_a_walk_finds_is_what_soup_finds(first: str, others: list[tuple[str, str]]) -> None:
    import bs4

    selector = first + "".join(part for pair in others for part in pair)
    soup = bs4.BeautifulSoup(f"<html><body>{PAGE}</body></html>", "lxml")
    root = html.document_fromstring(f"<html><body>{PAGE}</body></html>")
    numbered = dict(enumerate(root.iter("*")))
    found = selected(root, selector)
    in_soup = {id(each) for each in soup.select(selector)}
    expected = {numbered[n] for n, each in enumerate(soup.find_all(True)) if id(each) in in_soup}
    assert found == expected, selector


def test_a_list_selects_what_each_of_its_selectors_selects() -> None:
    root = html.document_fromstring(PAGE)
    assert {each.tag for each in selected(root, "#x > i , b.c")} == {"i", "b"}


@pytest.mark.parametrize(
    "selector",
    [
        "p::before",
        "a:hover",
        "p:lang(zh)",
        "p:last-of-type",
        "p:nth-last-child(2)",
        "p {",
        "",
        "p" * 501,
        ":has(p)",
    ],
)
def test_what_is_not_understood_selects_nothing(selector: str) -> None:
    assert selected(html.document_fromstring(PAGE), selector) == set()


@pytest.mark.parametrize(
    ("sheet", "style", "shown"),
    [
        (".c{display:none} .c{display:inline}", "", True),
        (".c{display:inline} b{display:none}", "", True),
        ("#i{display:inline} p .c.c{display:none}", "", True),
        ("p b{display:none} b{display:inline}", "", False),
        (".c{display:none}", "display:inline", True),
        (".c{display:none!important}", "display:inline", False),
        (".c{display:none!important}", "display:inline!important", True),
        ("b{display:none!important} #i{display:inline}", "", False),
        ("@media print{.c{display:none}}", "", True),
        (":not(.c){color:red}", "", True),
        ("p:hover .c{display:none}", "", True),
        (".C{display:none}", "", True),
        ("B{display:none}", "", False),
    ],
)
def test_the_stronger_declaration_holds(sheet: str, style: str, shown: bool) -> None:
    page = f"<style>{sheet}</style><p>全年<b class=c id=i style='{style}'>9</b>17件"
    assert texts(page) == [f"全年{'9' if shown else ''}17件"]


@pytest.mark.parametrize(
    "sheet",
    [
        "<style media=print>b{display:none}</style>",
        "<style type='text/less'>b{display:none}</style>",
        "<noscript><style>b{display:none}</style></noscript>",
        "<template><style>b{display:none}</style></template>",
        "<link rel=stylesheet href='b.css'>",
        "<!--<style>b{display:none}</style>-->",
    ],
)
def test_sheets_that_do_not_hold(sheet: str) -> None:
    assert texts(f"{sheet}<p>全年<b>9</b>17件") == ["全年917件"]


def test_a_page_of_ours_says_with_elements_alone_what_is_shown() -> None:
    own = '<meta name="generator" content="govreport"><style>b{display:none}</style>'
    assert texts(f"{own}<p>全年<b>9</b>17件") == ["全年917件"]


def test_what_hostile_sheets_cost_is_bounded() -> None:
    many = "".join(f".c{number}{{display:none}}" for number in range(50))
    page = f"<style>{many}</style><p>甲"
    assert read(page, Limits(style_rules=50))
    with pytest.raises(LimitExceededError, match="style_rules"):
        read(page, Limits(style_rules=49))
    same = "p[a='{}']{{display:none}}"
    page = f"<style>{''.join(map(same.format, range(9)))}</style>" + "".join(
        f"<p b={number}>甲" for number in range(9)
    )
    assert read(page, Limits(style_matches=81))
    with pytest.raises(LimitExceededError, match="style_matches"):
        read(page, Limits(style_matches=80))


def test_an_important_rule_in_a_thousand_is_found_in_a_thousand_elements() -> None:
    sheet = "".join(f".a{number} .b{{opacity:1}}" for number in range(1_000))
    page = "<div class=a7>" + "<p>一<b class=b>9</b>" * 1_000 + "</div>"
    found = texts(f"<style>{sheet}.a7 > p > b{{display:none}}</style><i>前</i>{page}")
    assert found == ["前", *["一"] * 1_000]
