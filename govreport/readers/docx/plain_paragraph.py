"""Reads paragraphs of unformatted text, which most are, without the walk."""

from lxml import etree

from govreport.readers.docx.formatting import RUN_PROPERTIES
from govreport.readers.docx.names import WORD
from govreport.readers.docx.paragraph_xml import PROPERTIES

_RUN = f"{WORD}r"
_TEXT = f"{WORD}t"


def read_plain(paragraph: etree._Element) -> tuple[str, etree._Element | None] | None:
    """Return the text of a paragraph that holds only texts in runs without properties.

    The paragraph's own `w:pPr` is allowed and not examined. None for any other paragraph, for
    which the walk is needed.
    """
    properties: etree._Element | None = None
    texts: list[str] = []
    for child in paragraph:
        name = child.tag
        if name == _RUN:
            for piece in child:
                inner = piece.tag
                if inner == _TEXT:
                    texts.append(piece.text or "")
                elif inner != RUN_PROPERTIES:
                    return None
                if len(piece):
                    return None
        elif name == PROPERTIES and properties is None and not texts:
            properties = child
        else:
            return None
    return (texts[0] if len(texts) == 1 else "".join(texts)), properties
