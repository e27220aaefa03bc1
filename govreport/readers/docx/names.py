"""The XML names that the reader knows, each under its transitional namespace.

Strict files (ISO/IEC 29500-1) name the same elements under purl.oclc.org; `xml_part` renames
those, so that every other module sees one namespace only.
"""

from typing import Final

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACED_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CUSTOM: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML: Final = "{urn:schemas-microsoft-com:vml}"
OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"

VALUE: Final = f"{WORD}val"
IDENTIFIER: Final = f"{WORD}id"
RELATION_ID: Final = f"{RELATED}id"

_TRANSITIONAL: Final = "http://schemas.openxmlformats.org"
STRICT: Final = "http://purl.oclc.org/ooxml/"
TRANSITIONAL_OF_STRICT: Final[dict[str, str]] = {
    f"{STRICT}wordprocessingml/main": f"{_TRANSITIONAL}/wordprocessingml/2006/main",
    f"{STRICT}drawingml/main": f"{_TRANSITIONAL}/drawingml/2006/main",
    f"{STRICT}drawingml/wordprocessingDrawing": (
        f"{_TRANSITIONAL}/drawingml/2006/wordprocessingDrawing"
    ),
    f"{STRICT}drawingml/chart": f"{_TRANSITIONAL}/drawingml/2006/chart",
    f"{STRICT}drawingml/diagram": f"{_TRANSITIONAL}/drawingml/2006/diagram",
    f"{STRICT}drawingml/picture": f"{_TRANSITIONAL}/drawingml/2006/picture",
    f"{STRICT}officeDocument/math": f"{_TRANSITIONAL}/officeDocument/2006/math",
    f"{STRICT}officeDocument/relationships": f"{_TRANSITIONAL}/officeDocument/2006/relationships",
    f"{STRICT}officeDocument/customProperties": (
        f"{_TRANSITIONAL}/officeDocument/2006/custom-properties"
    ),
    f"{STRICT}officeDocument/docPropsVTypes": (
        f"{_TRANSITIONAL}/officeDocument/2006/docPropsVTypes"
    ),
}
"""The transitional namespace of each strict one (ISO/IEC 29500-4, annex on namespaces)."""


def is_on(value: str | None) -> bool:
    """Whether a Boolean property with this `w:val` is on; ST_OnOff, ECMA-376-1 section 22.9.2.7.

    An absent value means on.
    """
    return value is None or value.strip().lower() not in {"0", "false", "off"}


def whole_number(value: str | None) -> int | None:
    """Return the integer that an attribute states, None for anything else."""
    digits = (value or "").strip()
    unsigned = digits.removeprefix("-")
    if not (unsigned.isascii() and unsigned.isdecimal()) or len(unsigned) > 18:
        return None
    return int(digits)
