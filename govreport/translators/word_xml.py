"""Word files in one XML file (.xml): Flat OPC, and WordprocessingML of Word 2003."""

import base64
import binascii

from lxml import etree

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits
from govreport.office_files.xml_tree import parse_xml
from govreport.translators import Translation
from govreport.translators.word_2003 import is_word_2003, package_of
from govreport.translators.word_package import archive

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_WHAT = "the Word XML file"


def translate(data: bytes, limits: Limits) -> Translation:
    """Return the Word file (.docx) that an XML file is another notation of.

    Raises `UnreadableSourceError` for XML of another kind or that is not well-formed, and
    `LimitExceededError` for what exceeds `limits`.
    """
    limits.take_bytes(len(data), _WHAT)
    root = parse_xml(data, _WHAT, limits)
    if root.tag == f"{_PACKAGE}package":
        return Translation("docx", archive(_parts(root, limits)))
    if is_word_2003(root):
        return Translation("docx", package_of(root))
    raise UnreadableSourceError(
        f"the XML file is not a Word document: its root element is {str(root.tag)[:120]!a};"
        " open it in the program that made it and save it as .docx"
    )


def _parts(root: etree._Element, limits: Limits) -> dict[str, bytes]:
    """Return the parts of a Flat OPC file by their names."""
    elements = list(root.iterchildren(f"{_PACKAGE}part"))
    limits.check("archive_members", len(elements), f"{_WHAT}: parts")
    parts: dict[str, bytes] = {}
    for element in elements:
        name = element.get(f"{_PACKAGE}name", "").lstrip("/")
        for holder in element:
            if holder.tag == f"{_PACKAGE}xmlData" and len(holder):
                parts[name] = etree.tostring(holder[0], encoding="utf-8", with_tail=False)
            elif holder.tag == f"{_PACKAGE}binaryData":
                parts[name] = _unpacked(holder.text or "")
    return parts


def _unpacked(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""  # a picture or font; nothing of it is read
