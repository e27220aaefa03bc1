"""The styles of a Word file laid out as GB/T 9704-2012 lays out official documents.

Clauses cited below are of that standard. The styles are written out in full, because
the template of python-docx has the styles of another country's letters.
"""

from typing import NamedTuple

from govreport.xml_text import escaped, quoted

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

SONG_TITLE = "方正小标宋简体"
FANG_SONG = "仿宋_GB2312"
HEI = "黑体"
KAI = "楷体_GB2312"
SONG = "宋体"

SUBSTITUTES = {
    SONG_TITLE: ("宋体", "02010601030101010101"),
    FANG_SONG: ("仿宋", "02010609030101010101"),
    HEI: ("SimHei", "02010609060101010101"),
    KAI: ("楷体", "02010609030101010101"),
    SONG: ("SimSun", "02010600030101010101"),
}
"""Every font that is used, with the name to fall back on and its classification (PANOSE)."""

LINE_PITCH = 579
"""The fixed line pitch of 28.95 pt in twentieths: 22 lines fill the type area (5.2.3)."""

_NARROWED = '<w:spacing w:val="-5"/>'
"""Narrows 三号 by a quarter point, so that 28 characters fill a line (5.2.3).

A grid of characters would say the same, but LibreOffice sets one with gaps.
"""

_AS_THE_FONT = '<w:spacing w:val="0"/>'

TABLE_TEXT = {
    24: "TableText",
    21: "TableText21",
    18: "TableText18",
    15: "TableText15",
    11: "TableText11",
}
"""The style of a table's text for each size, in half points: 小四, 五号, 小五, 六号, 七号."""

_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_PARTS_OF_HEADING = {1: (HEI, False), 2: (KAI, False), 3: (FANG_SONG, True)}


class StyleElement(NamedTuple):
    """One paragraph style: its identifier, the name Word knows it by, and its properties."""

    identifier: str
    name: str
    based_on: str | None = "Normal"
    next_style: str | None = None
    paragraph: str = ""
    run: str = ""
    custom: bool = False

    def xml(self) -> str:
        """Return the style as an element, its parts in the order of CT_Style."""
        kind = ' w:customStyle="1"' if self.custom else ""
        if self.identifier == "Normal":
            kind = ' w:default="1"'
        based_on = f'<w:basedOn w:val="{self.based_on}"/>' if self.based_on else ""
        following = f'<w:next w:val="{self.next_style}"/>' if self.next_style else ""
        shown = '<w:uiPriority w:val="99"/>' if self.custom else "<w:qFormat/>"
        paragraph = f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else ""
        run = f"<w:rPr>{self.run}</w:rPr>" if self.run else ""
        return (
            f'<w:style w:type="paragraph"{kind} w:styleId="{self.identifier}">'
            f"<w:name w:val={quoted(self.name)}/>{based_on}{following}{shown}"
            f"{paragraph}{run}</w:style>"
        )


def level_style(level: int | None) -> str:
    """Return the identifier of the style for a text block of that level."""
    if level is None:
        return "BodyText"
    return f"Heading{level}" if level else "Title"


def _base_styles() -> str:
    return "".join(
        (
            _defaults(),
            *(style.xml() for style in _paragraph_styles()),
            _TABLE_STYLES,
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>'
            "<w:semiHidden/></w:style>"
            '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
            '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
        )
    )


def fonts_xml() -> str:
    """Return the table of fonts, each with the name to fall back on where it is missing."""
    entries = (
        f'<w:font w:name="{name}"><w:altName w:val="{substitute}"/><w:panose1 w:val="{panose}"/>'
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        for name, (substitute, panose) in SUBSTITUTES.items()
    )
    return f'<w:fonts xmlns:w="{WORD_NAMESPACE}">{"".join(entries)}</w:fonts>'


class MarkStyles:
    """The styles that carry marks, made as they are asked for."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], StyleElement] = {}

    def identifier(self, name: str, based_on: str) -> str:
        """Return the identifier of the style of that name upon that style."""
        if (name, based_on) not in self._made:
            identifier = f"Mark{len(self._made) + 1}"
            self._made[name, based_on] = StyleElement(identifier, name, based_on, custom=True)
        return self._made[name, based_on].identifier

    def xml(self) -> str:
        """Return the part of styles: the usual ones, then those of the marks in their order."""
        made = "".join(style.xml() for style in self._made.values())
        return f'<w:styles xmlns:w="{WORD_NAMESPACE}">{_BASE_STYLES}{made}</w:styles>'


def font(name: str) -> str:
    """Return a font as run property, for Chinese and Latin characters alike."""
    name = escaped(name)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _defaults() -> str:
    language = '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font(FANG_SONG)}"
        f'<w:color w:val="000000"/><w:kern w:val="2"/>{_size(32)}{language}'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _paragraph_styles() -> list[StyleElement]:
    pitch = f'<w:spacing w:before="0" w:after="0" w:line="{LINE_PITCH}" w:lineRule="exact"/>'
    return [
        StyleElement(
            "Normal",
            "Normal",
            None,
            paragraph=f'<w:widowControl w:val="0"/>{pitch}<w:jc w:val="both"/>',
            run=_NARROWED + _size(32),
        ),
        StyleElement("BodyText", "Body Text", paragraph=_INDENT),
        StyleElement("Signature", "Signature", paragraph='<w:jc w:val="right"/>'),
        StyleElement(
            "Title",
            "Title",
            next_style="BodyText",
            # 7.3.1: 二号小标宋, centred; the pitch is wider, because the letters are larger.
            paragraph='<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/>'
            f'<w:spacing w:before="0" w:after="{LINE_PITCH}" w:line="700" w:lineRule="exact"/>'
            '<w:jc w:val="center"/>',
            run=font(SONG_TITLE) + _AS_THE_FONT + _size(44),
        ),
        *(_heading(level) for level in range(1, 10)),
        StyleElement(
            "Footer",
            "footer",
            # 7.5: the page number in 四号宋体.
            paragraph='<w:snapToGrid w:val="0"/>'
            '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
            run=font(SONG) + _AS_THE_FONT + _size(28),
        ),
        *_table_texts(),
        StyleElement(
            "TableGap",
            "表格间隔",
            paragraph='<w:snapToGrid w:val="0"/><w:spacing w:line="120" w:lineRule="exact"/>',
            run=_size(2),
            custom=True,
        ),
    ]


def _heading(level: int) -> StyleElement:
    """Return a heading's style (7.3.3): 黑体, then 楷体, then 仿宋 in bold, then plain 仿宋."""
    name, bold = _PARTS_OF_HEADING.get(level, (FANG_SONG, False))
    return StyleElement(
        f"Heading{level}",
        f"heading {level}",
        next_style="BodyText",
        paragraph=f'<w:keepNext/><w:keepLines/>{_INDENT}<w:outlineLvl w:val="{level - 1}"/>',
        run=font(name) + ("<w:b/><w:bCs/>" if bold else ""),
    )


def _table_texts() -> list[StyleElement]:
    largest = StyleElement(
        TABLE_TEXT[24],
        "表格文字",
        paragraph='<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'
        '<w:jc w:val="center"/>',
        run=_AS_THE_FONT + _size(24),
        custom=True,
    )
    smaller = [
        StyleElement(
            identifier,
            f"表格文字 {half_points / 2:g}",
            largest.identifier,
            run=_size(half_points),
            custom=True,
        )
        for half_points, identifier in TABLE_TEXT.items()
        if half_points != 24
    ]
    return [largest, *smaller]


def _borders() -> str:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in edges
    )


_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/>'
    f"<w:tblPr><w:tblBorders>{_borders()}</w:tblBorders></w:tblPr></w:style>"
)


_BASE_STYLES = _base_styles()
"""The content of the styles part, without its root and the styles of marks."""
