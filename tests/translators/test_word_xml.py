"""Word files in one XML file hold what the same file holds as an archive."""

import base64
import io
import zipfile

import pytest
from hypothesis import given
from lxml import etree

import govreport
from govreport.blocks import Stream
from govreport.detection import detect
from govreport.limits import DEFAULT_LIMITS
from govreport.readers.docx import read_blocks
from govreport.testing import report_documents
from govreport.translators.word_xml import translate
from tests.fuzz.seeds import report
from tests.laws.registry import share

PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
ANNOTATION = "http://schemas.microsoft.com/aml/2001/core"


def flat(data: bytes) -> bytes:
    """Return a Word file's parts in one XML file."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = []
    for name in archive.namelist():
        content = archive.read(name)
        if name == "[Content_Types].xml":
            continue
        if name.endswith((".xml", ".rels")):
            root = etree.tostring(etree.fromstring(content), encoding="unicode")
            inner = f"<pkg:xmlData>{root}</pkg:xmlData>"
        else:
            inner = f"<pkg:binaryData>{base64.b64encode(content).decode()}</pkg:binaryData>"
        parts.append(f'<pkg:part pkg:name="/{name}">{inner}</pkg:part>')
    head = '<?xml version="1.0" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
    return f'{head}<pkg:package xmlns:pkg="{PACKAGE}">{"".join(parts)}</pkg:package>'.encode()


def word_2003(body: str, before: str = "") -> bytes:
    """Return a file of Word 2003."""
    return (
        f'<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        f'<w:wordDocument xmlns:w="{WORD_2003}" xmlns:aml="{ANNOTATION}"'
        ' xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
        f' xmlns:o="urn:schemas-microsoft-com:office:office">{before}'
        f"<w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
    ).encode()


def texts(document: govreport.ReportDocument) -> list[str]:
    """Return the texts of a document's first blocks."""
    return [str(getattr(each, "text", "")) for each in document.preamble]


def stream_of(data: bytes) -> Stream:
    """Return what the reader of Word files finds in a translated one."""
    return read_blocks(translate(data, DEFAULT_LIMITS).data)


def texts_of_stream(data: bytes) -> list[str]:
    """Return the paragraphs that it finds."""
    return [str(getattr(each, "text", "")) for each in stream_of(data).blocks]


def paragraph(inner: str, properties: str = "") -> str:
    """Return a paragraph of one run."""
    return f"<w:p>{properties}<w:r>{inner}</w:r></w:p>"


@share(10)
@given(report_documents())
def test_flat_opc_holds_the_same_document(document: govreport.ReportDocument) -> None:
    data = govreport.dumps(document, "docx")
    assert isinstance(data, bytes)
    assert govreport.loads(flat(data), "wordxml") == document


def test_both_are_told_by_their_root() -> None:
    data = govreport.dumps(report(), "docx")
    assert isinstance(data, bytes)
    assert detect(flat(data)) == detect(word_2003("")) == "wordxml"
    assert govreport.loads(flat(data)) == report()


def test_tables_spans_and_symbols_of_word_2003() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(f'<w:t>{text}</w:t>')}</w:tc>"

    rows = (
        cell("一", '<w:gridSpan w:val="2"/>') + cell("二"),
        cell("三", '<w:vmerge w:val="restart"/>') + cell("四") + cell("五"),
        cell("", "<w:vmerge/>") + cell("六") + cell("七"),
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    (found,) = govreport.loads(word_2003(f"<w:tbl>{table}</w:tbl>")).preamble
    cell_of = govreport.Cell
    assert found == govreport.Table(
        [
            [cell_of("一", 1, 2), "二"],
            [cell_of("三", 2, 1), "四", "五"],
            ["六", "七"],
        ]
    )


def test_lists_of_word_2003_count() -> None:
    lists = (
        '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:nfc w:val="37"/><w:suff w:val="Nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef>'
        '<w:list w:ilfo="3"><w:ilst w:val="0"/></w:list></w:lists>'
    )
    listed = '<w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="3"/></w:listPr></w:pPr>'
    body = "".join(paragraph(f"<w:t>{each}</w:t>", listed) for each in ("甲", "乙"))
    assert texts_of_stream(word_2003(body, lists)) == ["一、甲", "二、乙"]


def test_nothing_of_word_2003_is_lost_silently() -> None:
    def change(kind: str, inner: str) -> str:
        return (
            f'<aml:annotation aml:id="1" w:type="{kind}"><aml:content>{inner}</aml:content>'
            "</aml:annotation>"
        )

    body = (
        f"<w:p>{change('Word.Insertion', '<w:r><w:t>INSERTED</w:t></w:r>')}"
        f"{change('Word.Deletion', '<w:r><w:delText>DELETED</w:delText></w:r>')}</w:p>"
        + paragraph("<w:rPr><w:vanish/></w:rPr><w:t>HIDDEN</w:t>")
        + paragraph(f"<w:t>TEXT</w:t><w:footnote>{paragraph('<w:t>NOTE</w:t>')}</w:footnote>")
        + paragraph(change("Word.Comment", paragraph("<w:t>COMMENT</w:t>")))
        + f"<w:sectPr><w:hdr w:type='odd'>{paragraph('<w:t>HEADER</w:t>')}</w:hdr></w:sectPr>"
    )
    document = govreport.loads(word_2003(body))
    quoted = {(each.code, each.text) for each in document.diagnostics}
    assert {
        ("deleted-text", "DELETED"),
        ("hidden-text", "HIDDEN"),
        ("note", "NOTE"),
        ("note", "COMMENT"),
        ("header-or-footer", "HEADER"),
    } <= quoted
    assert texts(document) == ["INSERTED", "TEXT"]


def test_the_properties_of_word_2003_are_hints() -> None:
    properties = (
        "<o:DocumentProperties><o:Title>年报</o:Title><o:Author>某办公室</o:Author>"
        "</o:DocumentProperties>"
    )
    page = stream_of(word_2003("", properties)).page
    assert (page.title, page.author) == ("年报", "某办公室")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (word_2003("<w:p>"), "not well-formed"),
        (word_2003("<w:p>" * 300 + "</w:p>" * 300), "256 deep"),
        (b"<!DOCTYPE a [<!ENTITY e 'x'>]>" + word_2003("").partition(b"?>")[2], "document type"),
        (b"<document/>", "not a Word document"),
    ],
)
def test_damage_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(govreport.UnreadableSourceError, match=message):
        govreport.loads(data, "wordxml")
