"""The properties of a paragraph from its `w:pPr` and its style (ECMA-376-1, section 17.3.1)."""

from dataclasses import dataclass

from lxml import etree

from govreport.readers.docx.formatting import PLAIN
from govreport.readers.docx.names import VALUE, WORD, is_on
from govreport.readers.docx.styles_xml import (
    NumberReference,
    ParagraphStyle,
    Styles,
    heading_level,
    inherit,
    number_reference,
)

PROPERTIES = f"{WORD}pPr"
_STYLE = f"{WORD}pStyle"
_NUMBERING = f"{WORD}numPr"
_OUTLINE = f"{WORD}outlineLvl"
_MARK = f"{WORD}rPr"
_SECTION = f"{WORD}sectPr"
_VANISH = f"{WORD}vanish"
_DELETED = (f"{WORD}del", f"{WORD}moveFrom")


@dataclass(slots=True, eq=False, repr=False)
class ParagraphProperties:
    """The properties of one paragraph.

    `mark_hidden` and `mark_deleted` are about the paragraph's own end mark. `section` is the
    `w:sectPr` that the paragraph ends, if it does.
    """

    style: ParagraphStyle
    level: int | None
    numbering: NumberReference
    mark_hidden: bool = False
    mark_deleted: bool = False
    section: etree._Element | None = None
    is_plain: bool = False
    """Whether the paragraph shows its runs as they are, and nothing else."""


def read_properties(properties: etree._Element | None, styles: Styles) -> ParagraphProperties:
    """Return what a `w:pPr` says; None is a paragraph without one."""
    if properties is None:
        style = styles.paragraph(None)
        return _told_plain(
            ParagraphProperties(style, style.level, style.numbering, style.shown.hidden)
        )
    children = {child.tag: child for child in properties}
    identifier = children.get(_STYLE)
    style = styles.paragraph(None if identifier is None else identifier.get(VALUE))
    numbering = style.numbering
    if _NUMBERING in children:
        numbering = inherit(number_reference(children[_NUMBERING], None), numbering)
    result = ParagraphProperties(style, style.level, numbering, style.shown.hidden)
    # The title of a Chinese document has outline level 1, as its first heading has.
    if _OUTLINE in children and style.level != 0:
        result.level = heading_level(children[_OUTLINE].get(VALUE))
    if _MARK in children:
        _read_mark(children[_MARK], result)
    result.section = children.get(_SECTION)
    return _told_plain(result)


def _told_plain(properties: ParagraphProperties) -> ParagraphProperties:
    properties.is_plain = (
        properties.style.shown == PLAIN
        and not properties.numbering.number
        and not properties.mark_deleted
        and properties.section is None
    )
    return properties


def _read_mark(properties: etree._Element, result: ParagraphProperties) -> None:
    for child in properties:
        if child.tag == _VANISH:
            result.mark_hidden = is_on(child.get(VALUE))
        elif child.tag in _DELETED:
            result.mark_deleted = True
