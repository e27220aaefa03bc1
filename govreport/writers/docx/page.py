"""What every Word file of ours shares: the page, its footer, the settings and the fonts.

python-docx makes these parts once; only what a stream says is made anew for each file.
"""

import io
import zipfile
from functools import cache
from types import MappingProxyType
from typing import cast

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Mm
from lxml import etree

from govreport.writers.docx.properties import CORE_MEMBER, CUSTOM_MEMBER, CUSTOM_TYPE
from govreport.writers.docx.styles import LINE_PITCH, WORD_NAMESPACE, fonts_xml

DOCUMENT_MEMBER = "word/document.xml"
STYLES_MEMBER = "word/styles.xml"

_UNUSED = frozenset(
    {
        RELATIONSHIP_TYPE.CUSTOM_XML,
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.THEME,
        RELATIONSHIP_TYPE.THUMBNAIL,
        RELATIONSHIP_TYPE.WEB_SETTINGS,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)
"""Parts of python-docx's template that say nothing about a report."""

_SETTINGS = f"""<w:settings xmlns:w="{WORD_NAMESPACE}"><w:zoom w:percent="100"/>\
<w:defaultTabStop w:val="420"/><w:drawingGridVerticalSpacing w:val="{LINE_PITCH}"/>\
<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/>\
<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>\
<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>\
<w:compatSetting w:name="compatibilityMode"\
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>\
<w:listSeparator w:val=","/></w:settings>"""

_PAGE_NUMBER = """<w:p xmlns:w="{namespace}"><w:pPr><w:pStyle w:val="Footer"/>\
<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>\
<w:r><w:t xml:space="preserve">— </w:t></w:r>\
<w:r><w:fldChar w:fldCharType="begin"/></w:r>\
<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{number}</w:t></w:r>\
<w:r><w:fldChar w:fldCharType="end"/></w:r>\
<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>"""


@cache
def shared_members() -> MappingProxyType[str, bytes]:
    """Return the members of the archive that are the same for every stream, by their names."""
    made = _made_by_python_docx()
    with zipfile.ZipFile(made) as archive:
        members = {name: archive.read(name) for name in sorted(archive.namelist())}
    for own in (DOCUMENT_MEMBER, STYLES_MEMBER, CORE_MEMBER, CUSTOM_MEMBER):
        del members[own]
    return MappingProxyType(members)


@cache
def frame() -> tuple[str, str]:
    """Return what stands in the main part before the body's content, and what behind it."""
    with zipfile.ZipFile(_made_by_python_docx()) as archive:
        body = etree.fromstring(archive.read(DOCUMENT_MEMBER))[0]
    section = etree.tostring(body[-1], encoding="unicode")
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    opening = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{WORD_NAMESPACE}" xmlns:r="{relations}"><w:body>'
    )
    return opening, f"{_without_namespaces(section)}</w:body></w:document>"


def _without_namespaces(element: str) -> str:
    opening, rest = element.split(">", 1)
    return f"{opening.split(' ', 1)[0]}>{rest}"


def _made_by_python_docx() -> io.BytesIO:
    document = Document()
    _drop_unused(document)
    _replace(document, RELATIONSHIP_TYPE.FONT_TABLE, fonts_xml())
    settings = document.settings.element
    settings[:] = list(parse_xml(_SETTINGS))
    document.settings.odd_and_even_pages_header_footer = True
    _lay_out(document.sections[0])
    made = io.BytesIO()
    document.save(made)
    made.seek(0)
    return made


def _drop_unused(document: WordDocument) -> None:
    for part in (document.part.package, document.part):
        for identifier, relation in list(part.rels.items()):
            if relation.reltype in _UNUSED:
                del part.rels[identifier]
    package = document.part.package
    custom = Part(PackURI(f"/{CUSTOM_MEMBER}"), CUSTOM_TYPE, b"", package)
    package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _replace(document: WordDocument, kind: str, xml: str) -> None:
    document.part.part_related_by(kind)._blob = xml.encode()


def _lay_out(section: Section) -> None:
    """Set the page: A4, its margins and its grid of 22 lines (5.1, 5.2)."""
    section.orientation = WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.gutter = Mm(0)
    # 7.5: the page number stands 7 mm below the type area, odd pages right and even ones left.
    section.header_distance, section.footer_distance = Mm(15), Mm(23)
    grid = cast("etree._Element", section._sectPr).find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(LINE_PITCH))
    _number(section.footer, "right", 1)
    _number(section.even_page_footer, "left", 2)


def _number(footer: _BaseHeaderFooter, side: str, number: int) -> None:
    footer.is_linked_to_previous = False
    xml = _PAGE_NUMBER.format(namespace=WORD_NAMESPACE, side=side, number=number)
    footer._element[:] = [parse_xml(xml)]
