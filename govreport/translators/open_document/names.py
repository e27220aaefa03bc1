"""The namespaces of OpenDocument 1.3 (part 3, section 1.5), and reading attributes."""

from typing import Final

from lxml import etree

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE: Final = f"{{{_BASE}office:1.0}}"
STYLE: Final = f"{{{_BASE}style:1.0}}"
TEXT: Final = f"{{{_BASE}text:1.0}}"
TABLE: Final = f"{{{_BASE}table:1.0}}"
DRAW: Final = f"{{{_BASE}drawing:1.0}}"
SVG: Final = f"{{{_BASE}svg-compatible:1.0}}"
META: Final = f"{{{_BASE}meta:1.0}}"
FORM: Final = f"{{{_BASE}form:1.0}}"
DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"


def count(element: etree._Element, name: str, usual: int = 1) -> int:
    """Return a positive number that an attribute states, the usual one where it states none."""
    stated = element.get(name, "")
    if not (stated.isascii() and stated.isdecimal()) or len(stated) > 9:
        return usual
    return max(1, int(stated))
