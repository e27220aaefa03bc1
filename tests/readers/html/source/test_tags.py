"""Tags told from texts, scripts and comments: never fewer attributes than the parser finds."""

import random

import pytest
from lxml import etree

from govreport.errors import LimitExceededError
from govreport.limits import Limits
from govreport.readers.html.source.tags import attribute_counts
from tests.readers.html.web_pages import read, texts

SIGNS = """
<b ,<i,>,/>,",',=,/,x,-,--,!,<,</,<!x,<?y,<1,<!--,-->,--!>,<![CDATA[,]]>,<p ,</p,<td ,<table>,<svg>
<script>,<script ,<script/>,</script>,</script ,</scriptx,<SCRIPT>,</SCRIPT>,<style>,</style>,<title>,</title>
<textarea>,<textarea/>,</textarea>,<xmp>,</xmp>,<iframe>,</iframe>,<noframes>,</noframes>,<noscript>
<template>,<select>,<plaintext>,<body ,<html ,<b a=,<p a b c d=",<i x y='
"""
PARTS = [part.encode() for line in SIGNS.split("\n") for part in line.split(",") if part] + [
    *(b" ", b"\n", b"\r", b"\x0b", b"\x0c", b"\0", b"\xe4", b","),
]


def soup(choice: random.Random) -> bytes:
    parts = (
        b" a%d" % number if choice.random() < 0.3 else choice.choice(PARTS)
        for number in range(choice.randint(3, 30))
    )
    return b"".join((b"<p>", *parts, b">"))


@pytest.mark.skipif(attribute_counts(b"") is None, reason="libxml2 before 2.14")
@pytest.mark.parametrize("seed", range(20))
def test_no_element_has_more_attributes_than_were_counted(seed: int) -> None:
    choice = random.Random(seed)  # noqa: S311
    equal = 0
    for _ in range(500):
        page = soup(choice)
        try:
            root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))
        except etree.XMLSyntaxError:
            continue  # only comments
        found = max(len(each.attrib) for each in root.iter("*"))
        counted = max(attribute_counts(page) or (), default=0)
        assert found <= counted, page
        equal += found == counted
    assert equal > 300


def many(count: int) -> str:
    return "".join(f"<p class='a' id=b{number}>第{number}行" for number in range(count))


@pytest.mark.parametrize(
    "stray",
    [
        '<p class="a"">一</p>',
        "<p class='a' '>一</p>",
        '<p ">一</p>',
        "<script>document.write('<img src=\"' + x);</script>",
        "<script>if (a < b && c == '<img') {}</script>",
        "<script><!-- <script>'</script>\" --></script>",
        "<style>a:before{content:'<b \"'}</style>",
        "<textarea><b '</textarea>",
        "<title>it's <b \"</title>",
        "<!-- <a href=' -->",
        "<a href=x'y>一</a>",
        '<a href=x"y>一</a>',
        "</p class='>",
    ],
)
def test_a_page_whose_quotes_are_out_of_step_is_read(stray: str) -> None:
    page = f"<p>前</p>{stray}<div>{many(1_200)}</div>"
    assert texts(page)[0] == "前"
    assert len(texts(page)) > 1_000 or "'>" in stray


@pytest.mark.parametrize("before", ["", "<!-- ' -->", "<script>'</script>", '<p a"">', "<i '>"])
def test_an_element_of_too_many_attributes_is_refused_behind_any_quotes(before: str) -> None:
    page = f"{before}<p {' '.join(f'a{number}' for number in range(1_001))}>一"
    with pytest.raises(LimitExceededError, match="1001, more than 1000"):
        read(page)
    assert read(page, Limits(attributes=1_001)).blocks
