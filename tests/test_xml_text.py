"""Texts written into XML are read back as they were."""

from hypothesis import given
from lxml import etree

from govreport.testing import texts
from govreport.xml_text import escaped, quoted


@given(texts())
def test_a_text_is_the_content_and_the_value_that_it_was(text: str) -> None:
    element = etree.fromstring(f"<a b={quoted(text)}>{escaped(text)}</a>")
    assert element.get("b") == text
    assert (element.text or "") == text


def test_signs_of_markup_are_escaped() -> None:
    assert escaped("<a>&") == "&lt;a&gt;&amp;"
    assert quoted('"\n') == '"&quot;&#10;"'
