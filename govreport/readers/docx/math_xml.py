"""Signs that equations display but do not store as text (ECMA-376-1, section 22.1).

Without them a fraction or a power would run together into another number.
"""

from lxml import etree

from govreport.readers.docx.names import MATH

_VALUE = f"{MATH}val"


def opening_delimiter(element: etree._Element) -> str:
    """Return the delimiter that a `m:d` begins with."""
    return _character(element, "dPr", "begChr", "(")


def closing_delimiter(element: etree._Element) -> str:
    """Return the delimiter that a `m:d` ends with."""
    return _character(element, "dPr", "endChr", ")")


def operator(element: etree._Element) -> str:
    """Return the sign of an n-ary operator such as a sum."""
    return _character(element, "naryPr", "chr", "∫")


OPENINGS = {
    f"{MATH}den": "/",
    f"{MATH}sup": "^",
    f"{MATH}sub": "_",
    f"{MATH}rad": "√",
}
"""The sign before the content of a part of an equation."""
OPENED = tuple(OPENINGS)


def _character(element: etree._Element, properties: str, name: str, usual: str) -> str:
    found = element.find(f"{MATH}{properties}/{MATH}{name}")
    return usual if found is None else found.get(_VALUE, "")
