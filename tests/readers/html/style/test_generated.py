"""Text that style sheets put before and after elements: read where it states something."""

import pytest

from tests.readers.html.web_pages import read, texts

PAGE = "<style>{}</style><p>全年<b class=c data-n=4>17</b></p>"


@pytest.mark.parametrize(
    ("sheet", "shown"),
    [
        (".c::after{content:'件'}", "全年17件"),
        (".c::after{content:'%'}", "全年17%"),
        ('.c:after{content:"件"}', "全年17件"),
        (".c::before{content:'共';color:red}", "全年共17"),
        (".c::before{content:'3'}", "全年317"),
        (".c::after{content:attr(data-n) '件'}", "全年174件"),
        (".c::after{content:'\\4EF6'}", "全年17件"),
        ("b:before,.c:after{content:'项'}", "全年项17项"),
        (".c:before{content:'甲'} b.c:before{content:none}", "全年17"),
        (".c:before{content:'甲';display:none}", "全年17"),
        (".c:before{content:'.';visibility:hidden}", "全年17"),
        (".c:before{content:'\\e601'}", "全年17"),
        (".c:before{content:'•'}", "全年17"),
        (".c:before{content:counter(n) '、'}", "全年17"),
        (".c{content:'件'}", "全年17"),
        (".c:hover::after{content:'件'}", "全年17"),
    ],
)
def test_text_put_beside_an_element_is_shown(sheet: str, shown: str) -> None:
    assert "".join(texts(PAGE.format(sheet))) == shown


def test_it_is_hidden_with_its_element_and_raised_with_it() -> None:
    hidden = PAGE.format(".c{display:none} .c::after{content:'件'}")
    assert texts(hidden) == ["全年"]
    assert "17件" in {each.text for each in read(hidden).diagnostics}
    assert texts(PAGE.format(".c{vertical-align:super} .c::after{content:'2'}")) == ["全年¹⁷²"]


def test_what_is_said_of_an_element_and_of_text_beside_it_is_kept_apart() -> None:
    page = "<style>.c:before,.d{display:none}</style><p>全年<b class=c>1</b><b class=d>9</b>7件"
    assert texts(page) == ["全年17件"]
