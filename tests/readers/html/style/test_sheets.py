"""Rules and declarations taken out of style sheets, and which media they are for."""

import pytest

from govreport.readers.html.style.sheets import Declaration, declarations, holds_on_screen, rules


def of(sheet: str) -> list[tuple[str, str]]:
    return [(rule.selectors, rule.declarations.strip()) for rule in rules(sheet)]


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("a{b:c}", [("a", "b:c")]),
        ("a , b > c { d : e ; f:g }", [("a , b > c", "d : e ; f:g")]),
        ("<!-- a{b:c} -->", [("a", "b:c")]),
        ("/* x{y:z} */a/**/{b:c}", [("a", "b:c")]),
        ('@charset "utf-8";@import url(x.css);a{b:c}', [("a", "b:c")]),
        ("@font-face{a:b}@page{c:d}@keyframes k{from{e:f}to{g:h}}a{b:c}", [("a", "b:c")]),
        ("@media print{a{b:c}}d{e:f}", [("d", "e:f")]),
        ("@media screen{a{b:c}d{e:f}}g{h:i}", [("a", "b:c"), ("d", "e:f"), ("g", "h:i")]),
        ("@media(min-width:600px){a{b:c}}", [("a", "b:c")]),
        ("@supports (display:grid){@media print{a{b:c}}d{e:f}}", [("d", "e:f")]),
        ("@layer base,rest;@layer base{a{b:c}}", [("a", "b:c")]),
        ("a[title='}{;']{b:c}", [("a[title='}{;']", "b:c")]),
        ("a{content:'}';b:c}", [("a", "content:'}';b:c")]),
        ("a{b:c", [("a", "b:c")]),
        ("@media screen{a{b:c", [("a", "b:c")]),
        ("}a{b:c}", [("a", "b:c")]),
        ("a{}b{c:d}", [("a", ""), ("b", "c:d")]),
        ("a{b:c;d{e:f}g:h}", [("a", "b:c"), (":is(a) d", "e:f"), ("a", "g:h")]),
        ("a{& > d,.e &{f:g}}", [("a", ""), (":is(a) > d,.e :is(a)", "f:g"), ("a", "")]),
        (
            "a{@media screen{b:c}@media print{d:e}}",
            [("a", ""), ("a", "b:c"), ("a", ""), ("a", "")],
        ),
        ("@media screen{a{d{e:f}}}", [("a", ""), (":is(a) d", "e:f"), ("a", "")]),
        ("", []),
    ],
)
def test_rules(sheet: str, expected: list[tuple[str, str]]) -> None:
    assert of(sheet) == expected


def test_selectors_that_double_with_each_nesting_come_to_an_end() -> None:
    sheet = "a" + "{& & &" * 60 + "{b:c}" + "}" * 60
    assert all(len(rule.selectors) <= 1_000 for rule in rules(sheet))


def test_declarations() -> None:
    text = "A : B c ;;x;d:url(a;b)!IMPORTANT;e:'f;g\\'';/* h:i */j\\3a k:l ! important "
    assert list(declarations(text)) == [
        Declaration("a", "b c", False),
        Declaration("d", "url(a;b)", True),
        Declaration("e", "'f;g''", False),
        Declaration("j:k", "l", True),
    ]


@pytest.mark.parametrize(
    "media",
    [
        "",
        "all",
        "screen",
        "only screen",
        "print, screen",
        "not print",
        "screen and (min-width: 600px)",
        "(max-width:1600px)",
        "(width >= 40em)",
        "not all and (max-width: 600px)",
        "screen and (orientation: landscape)",
        "(prefers-color-scheme: light)",
    ],
)
def test_media_of_a_screen(media: str) -> None:
    assert holds_on_screen(media)


@pytest.mark.parametrize(
    "media",
    [
        "print",
        "speech",
        "not screen",
        "screen and (max-width: 768px)",
        "only screen and (max-device-width:480px)",
        "(width < 600px)",
        "(min-width: 3000px)",
        "(prefers-color-scheme: dark)",
        "print and (min-width: 600px)",
        "(orientation:portrait)",
    ],
)
def test_other_media(media: str) -> None:
    assert not holds_on_screen(media)
