"""The XML names that the reader knows, each under its transitional namespace.

Strict files (ISO/IEC 29500-1) name the same elements under purl.oclc.org; `xml_part` has those
renamed.
"""

from typing import Final

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACED_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CUSTOM: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML: Final = "{urn:schemas-microsoft-com:vml}"
OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"

VALUE: Final = f"{WORD}val"
IDENTIFIER: Final = f"{WORD}id"
RELATION_ID: Final = f"{RELATED}id"


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
