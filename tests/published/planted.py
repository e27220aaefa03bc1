"""A Word file with a marker in every place that a text can stand in, and where each is to be found.

Its own XML is written here; LibreOffice makes the other formats of it (`regenerate`).
"""

from tests.readers.word_files import archive, cell, members, paragraph, part, row, run, table

SHOWN = {
    "题注甲": "a paragraph",
    "插入乙": "a tracked insertion",
    "单元丁": "a cell",
    "跨列戊": "a cell that spans columns",
    "跨行己": "a cell that spans rows",
    "套表庚": "a table in a cell",
    "文框辛": "a text box",
    "链接壬": "a link",
    "续行癸": "a line behind a break",
}
"""Texts that have to be in the blocks."""

QUOTED = {
    "删除子": "deleted-text",
    "划去丑": "deleted-text",
    "隐藏寅": "hidden-text",
    "样式卯": "hidden-text",
    "页眉辰": "header-or-footer",
    "页脚巳": "header-or-footer",
    "脚注午": "note",
    "尾注未": "note",
    "批注申": "note",
}
"""Texts that have to be quoted by a diagnostic of that code."""

NUMBERED = ("一、条目酉", "二、条目戌")
"""List items with the numbers that the program counts."""
RAISED = "共128³件"
"""A raised digit is none of the number beside it."""
SPANS = [
    [("跨列戊", 1, 2), ("单元丁", 1, 1)],
    [("跨行己", 2, 1), ("", 1, 1), ("7", 1, 1)],
    [("8", 1, 1), ("9", 1, 1)],
]
"""The texts and spans of the table, row by row."""

_STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="Unseen base"/>'
    '<w:basedOn w:val="n"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="unseen"><w:name w:val="Unseen"/>'
    '<w:basedOn w:val="base"/></w:style>',
)
_NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
_AUTHOR = 'w:id="9" w:author="a" w:date="2024-01-18T00:00:00Z"'


def _note(name: str, marker: str) -> str:
    separators = "".join(
        f'<w:{name} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{sign}/></w:r></w:p></w:{name}>'
        for number, kind, sign in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    own = paragraph(f"<w:r><w:{name}Ref/></w:r>" + run(marker))
    return part(f"{name}s", f'{separators}<w:{name} w:id="1">{own}</w:{name}>')


def _text_box(marker: str) -> str:
    return (
        '<w:r><w:pict><v:shape type="#_x0000_t202" style="width:200pt;height:40pt">'
        f"<v:textbox><w:txbxContent>{paragraph(run(marker))}</w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r>"
    )


def _field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return mark("begin") + instruction + mark("separate") + run(result) + mark("end")


def _table() -> str:
    merged = '<w:vMerge w:val="restart"/>'
    nested = table(row(cell("套表庚"), cell("5")))
    return (
        table(
            row(cell("跨列戊", '<w:gridSpan w:val="2"/>'), cell("单元丁")),
            row(cell("跨行己", merged), cell(inner=nested + paragraph("")), cell("7")),
            row(cell("", "<w:vMerge/>"), cell("8"), cell("9")),
        )
        .replace(
            "<w:tblGrid/>",
            "<w:tblGrid>" + '<w:gridCol w:w="2400"/>' * 3 + "</w:tblGrid>",
        )
        .replace("<w:tc><w:tcPr>", '<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>')
    )


def planted_word_file() -> bytes:
    """Return the file."""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    raised = '<w:vertAlign w:val="superscript"/>'
    body = [
        paragraph(run("题注甲")),
        paragraph(f"<w:ins {_AUTHOR}>{run('插入乙')}</w:ins>"),
        paragraph(
            run("正文") + f"<w:del {_AUTHOR}><w:r><w:delText>删除子</w:delText></w:r></w:del>"
        ),
        paragraph(run("正文") + run("划去丑", "<w:strike/>")),
        paragraph(run("正文") + run("隐藏寅", "<w:vanish/>")),
        paragraph(run("样式卯"), '<w:pStyle w:val="unseen"/>'),
        paragraph(_field('HYPERLINK "http://example.invalid/"', "链接壬")),
        paragraph(run("正文") + "<w:r><w:br/></w:r>" + run("续行癸")),
        paragraph(run("共128") + run("3", raised) + run("件")),
        *(paragraph(run(each.partition("、")[2]), listed) for each in NUMBERED),
        paragraph(
            run("正文")
            + '<w:r><w:footnoteReference w:id="1"/></w:r>'
            + '<w:r><w:endnoteReference w:id="1"/></w:r>'
            + '<w:r><w:commentReference w:id="1"/></w:r>'
        ),
        _table(),
        paragraph(_text_box("文框辛")),
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
    ]
    comment = f'<w:comment w:id="1" w:author="a">{paragraph(run("批注申"))}</w:comment>'
    side = {
        "styles": _STYLES,
        "numbering": _NUMBERING,
        "footnotes": _note("footnote", "脚注午"),
        "endnotes": _note("endnote", "尾注未"),
        "comments": part("comments", comment),
        "header1": part("hdr", paragraph(run("页眉辰"))),
        "footer1": part("ftr", paragraph(run("页脚巳") + _field("PAGE", "1"))),
    }
    return archive({**members("".join(body), side), "[Content_Types].xml": _content_types(side)})


def _content_types(side: dict[str, str]) -> str:
    """Return the types of the parts, without which LibreOffice takes the file for none of Word's."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{main}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            *((each, each.rstrip("1")) for each in side),
        )
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
