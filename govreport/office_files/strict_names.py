"""Strict Office Open XML (ISO/IEC 29500-1), its names renamed to the transitional ones.

So every other module sees one namespace only.
"""

from typing import Final

from lxml import etree

STRICT: Final = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL: Final = "http://schemas.openxmlformats.org"
_NAMES: Final[dict[str, str]] = {
    f"{STRICT}{strict}": f"{_TRANSITIONAL}/{transitional}"
    for strict, transitional in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("spreadsheetml/main", "spreadsheetml/2006/main"),
        ("drawingml/main", "drawingml/2006/main"),
        ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
        ("drawingml/spreadsheetDrawing", "drawingml/2006/spreadsheetDrawing"),
        ("drawingml/chart", "drawingml/2006/chart"),
        ("drawingml/diagram", "drawingml/2006/diagram"),
        ("drawingml/picture", "drawingml/2006/picture"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/customProperties", "officeDocument/2006/custom-properties"),
        ("officeDocument/docPropsVTypes", "officeDocument/2006/docPropsVTypes"),
    )
}
"""The transitional namespace of each strict one (ISO/IEC 29500-4, annex on namespaces)."""


def rename_strict(root: etree._Element) -> None:
    """Give the elements and attributes of a tree their transitional names."""
    renamed: dict[str, str] = {}
    for element in root.iter("*"):
        element.tag = _transitional(element.tag, renamed)
        for key, value in element.attrib.items():
            if STRICT in (name := str(key)):
                del element.attrib[name]
                element.set(_transitional(name, renamed), value)


def _transitional(name: str, renamed: dict[str, str]) -> str:
    known = renamed.get(name)
    if known is None:
        namespace, _, local = name[1:].partition("}")
        known = f"{{{_NAMES.get(namespace, namespace)}}}{local}"
        renamed[name] = known if name.startswith("{") else name
    return renamed[name]
