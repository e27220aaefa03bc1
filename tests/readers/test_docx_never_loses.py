"""However the elements of a Word file are nested: no crash, and no text that disappears."""

from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from govreport.blocks import TextBlock
from govreport.readers.docx import read_blocks
from tests.laws.registry import share
from tests.readers.word_files import part, word_file

STYLES = part(
    "styles",
    '<w:style w:styleId="hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="table"><w:name w:val="govreport table x"/></w:style>'
    '<w:style w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
)
NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
NOTE = "<w:footnote w:id='1'><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote>"
SIDE = {
    "styles": STYLES,
    "numbering": NUMBERING,
    "footnotes": part("footnotes", NOTE),
    "header1": part("hdr", "<w:p><w:r><w:t>页眉</w:t></w:r></w:p>"),
}

CONTAINERS = [
    "w:p",
    "w:p",
    "w:p",
    "w:r",
    "w:r",
    "w:r",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:sdt",
    "w:sdtContent",
    "w:ins",
    "w:hyperlink",
    "w:del",
    "w:moveFrom",
    "w:smartTag",
    "w:customXml",
    "w:txbxContent",
    "w:drawing",
    "w:pict",
    "w:object",
    "w:ruby",
    "w:rt",
    "w:rubyBase",
    "w:fldSimple",
    "mc:AlternateContent",
    "mc:Fallback",
    "mc:Choice",
    "m:oMath",
    "m:r",
    "m:d",
    "m:nary",
    "m:den",
    "m:sup",
    "x:unknown",
    "wps:txbx",
    "v:textbox",
]
PROPERTIES = (
    '<w:pPr><w:pStyle w:val="hidden"/></w:pPr>',
    '<w:pPr><w:pStyle w:val="table"/></w:pPr>',
    '<w:pPr><w:pStyle w:val="1"/></w:pPr>',
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:pPr><w:rPr><w:vanish/></w:rPr><w:sectPr><w:headerReference r:id='header1'/></w:sectPr></w:pPr>",
    "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>",
    "<w:rPr><w:vanish/></w:rPr>",
    '<w:rPr><w:rStyle w:val="hidden"/><w:vertAlign w:val="superscript"/></w:rPr>',
    "<w:tcPr><w:gridSpan w:val='2'/><w:vMerge w:val='restart'/></w:tcPr>",
    "<w:tcPr><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr>",
    "<w:tcPr><w:hMerge/></w:tcPr>",
    "<w:tcPr><w:cellDel/></w:tcPr>",
    "<w:trPr><w:del/></w:trPr>",
    "<w:trPr><w:gridBefore w:val='1'/></w:trPr>",
    "<w:sectPr><w:headerReference r:id='header1'/></w:sectPr>",
    "<w:br/>",
    "<w:tab/>",
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="separate"/>',
    '<w:fldChar w:fldCharType="end"/>',
    '<w:footnoteReference w:id="1"/>',
    "<w:altChunk r:id='header1'/>",
    "<w:sym w:font='Wingdings' w:char='F0FE'/>",
)
MARKER = "\ufffc"

leaves = st.one_of(
    st.sampled_from(PROPERTIES),
    st.sampled_from(
        ("<w:t>{}</w:t>", "<w:t>{}</w:t>", "<w:delText>{}</w:delText>", "<m:t>{}</m:t>")
    ),
)


def nested(children):
    return st.builds(
        lambda name, inner: f"<{name}>{''.join(inner)}</{name}>",
        st.sampled_from(CONTAINERS),
        st.lists(children, max_size=5),
    )


trees = st.lists(st.recursive(leaves, nested, max_leaves=40), min_size=1, max_size=6).map("".join)


def everything(stream):
    stack = list(stream.blocks)
    found = [one.text for one in stream.diagnostics]
    while stack:
        block = stack.pop()
        if isinstance(block, str):
            found.append(block)
        elif isinstance(block, TextBlock):
            found.append(block.text)
        else:
            rows = getattr(block, "table", block).rows
            stack.extend(part for line in rows for one in line for part in one.content)
    return "\n".join(found)


@share(4)
@given(trees)
@example("<m:den><w:p></w:p><w:t>{}</w:t></m:den>")
def test_every_text_is_in_a_block_or_a_diagnostic_however_elements_are_nested(tree):
    pieces = tree.split("{}")
    # No digits: raised ones become other characters.
    markers = [f"{MARKER}{chr(0x4E00 + number)}{MARKER}" for number in range(len(pieces) - 1)]
    body = pieces[0] + "".join(a + b for a, b in zip(markers, pieces[1:], strict=True))
    found = everything(read_blocks(word_file(body, SIDE)))
    if "mc:" not in tree:
        for marker in markers:
            assert marker in found


@share(20)
@given(trees)
def test_reading_is_the_same_every_time(tree):
    data = word_file(tree, SIDE)
    assert read_blocks(data) == read_blocks(data)


@share(4)
@given(trees)
def test_what_is_told_of_plain_paragraphs_is_what_the_walk_tells(tree):
    data = word_file(tree.replace("{}", "甲1"), SIDE)
    at_once = read_blocks(data)
    with patch("govreport.readers.docx.paragraph_reader.read_plain", return_value=None):
        assert read_blocks(data) == at_once
