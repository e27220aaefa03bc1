"""The common parts of all our Word files: the page, its footers, the settings and the fonts.

Each member of the archive is here as it is written (ECMA-376 part 1, 17; part 2, 9 and 10); only
the contents of a stream are made for each file. Clauses cited are of GB/T 9704-2012.
"""

from collections.abc import Mapping
from types import MappingProxyType

from govreport.writers.docx.properties import CORE_MEMBER, CUSTOM_MEMBER, CUSTOM_TYPE
from govreport.writers.docx.styles import LINE_PITCH, WORD_NAMESPACE, fonts_xml

DOCUMENT_MEMBER = "word/document.xml"
STYLES_MEMBER = "word/styles.xml"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_TYPE = "application/vnd.openxmlformats-package"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_CONTENT_TYPES = {
    DOCUMENT_MEMBER: f"{_WORD_TYPE}.document.main+xml",
    STYLES_MEMBER: f"{_WORD_TYPE}.styles+xml",
    "word/settings.xml": f"{_WORD_TYPE}.settings+xml",
    "word/fontTable.xml": f"{_WORD_TYPE}.fontTable+xml",
    "word/footer1.xml": f"{_WORD_TYPE}.footer+xml",
    "word/footer2.xml": f"{_WORD_TYPE}.footer+xml",
    CORE_MEMBER: f"{_PACKAGE_TYPE}.core-properties+xml",
    CUSTOM_MEMBER: CUSTOM_TYPE,
}

_OF_THE_PACKAGE = {
    DOCUMENT_MEMBER: f"{_RELATIONS}/officeDocument",
    CUSTOM_MEMBER: f"{_RELATIONS}/custom-properties",
    CORE_MEMBER: f"{_PACKAGE}/relationships/metadata/core-properties",
}
_OF_THE_DOCUMENT = {
    "footer1.xml": f"{_RELATIONS}/footer",
    "footer2.xml": f"{_RELATIONS}/footer",
    "styles.xml": f"{_RELATIONS}/styles",
    "settings.xml": f"{_RELATIONS}/settings",
    "fontTable.xml": f"{_RELATIONS}/fontTable",
}
"""The relationships of the package and the main part, in the order of `rId1`, `rId2` and so on."""

_SETTINGS = f"""<w:settings xmlns:w="{WORD_NAMESPACE}"><w:zoom w:percent="100"/>\
<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>\
<w:drawingGridVerticalSpacing w:val="{LINE_PITCH}"/>\
<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/>\
<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>\
<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>\
<w:compatSetting w:name="compatibilityMode"\
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>\
<w:listSeparator w:val=","/></w:settings>"""

_FOOTER = """<w:ftr xmlns:w="{namespace}"><w:p><w:pPr><w:pStyle w:val="Footer"/>\
<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>\
<w:r><w:t xml:space="preserve">— </w:t></w:r>\
<w:r><w:fldChar w:fldCharType="begin"/></w:r>\
<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{number}</w:t></w:r>\
<w:r><w:fldChar w:fldCharType="end"/></w:r>\
<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>"""
"""The page number (7.5): odd pages have it right, even ones left."""

_OPENING = f'{_DECLARATION}<w:document xmlns:w="{WORD_NAMESPACE}" xmlns:r="{_RELATIONS}"><w:body>'
_CLOSING = f"""<w:sectPr><w:footerReference w:type="default" r:id="rId1"/>\
<w:footerReference w:type="even" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>\
<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="850"\
 w:footer="1304" w:gutter="0"/><w:cols w:space="720"/>\
<w:docGrid w:type="lines" w:linePitch="{LINE_PITCH}"/></w:sectPr></w:body></w:document>"""
"""The page in twentieths of a point: A4, margins of 37, 26, 35 and 28 mm, 22 lines (5.1, 5.2).

The footer is 23 mm above the edge, 7 mm below the type area (7.5).
"""


def _shared_members() -> MappingProxyType[str, bytes]:
    members = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(_OF_THE_PACKAGE),
        "word/_rels/document.xml.rels": _relations(_OF_THE_DOCUMENT),
        "word/fontTable.xml": fonts_xml(),
        "word/footer1.xml": _FOOTER.format(namespace=WORD_NAMESPACE, side="right", number=1),
        "word/footer2.xml": _FOOTER.format(namespace=WORD_NAMESPACE, side="left", number=2),
        "word/settings.xml": _SETTINGS,
    }
    return MappingProxyType(
        {name: f"{_DECLARATION}{member}".encode() for name, member in members.items()}
    )


def frame() -> tuple[str, str]:
    """Return the text of the main part before the body's content, and after it."""
    return _OPENING, _CLOSING


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in _CONTENT_TYPES.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE_TYPE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


SHARED_MEMBERS = _shared_members()
"""The members of the archive that are the same for every stream, by their names."""
