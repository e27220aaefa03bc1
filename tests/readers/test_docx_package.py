"""Word files as packages: what is read, what is passed over, what is refused and how."""

import io
import struct
import zipfile

import docx
import pytest

from govreport.blocks import TextBlock
from govreport.errors import LimitExceededError, ReportError, UnreadableSourceError
from govreport.limits import Limits
from govreport.readers.docx import read_blocks
from govreport.readers.docx.xml_part import cut
from tests.readers.word_files import (
    CONTENT_TYPES,
    NAMESPACES,
    W,
    archive,
    cell,
    document,
    members,
    paragraph,
    part,
    relationships,
    row,
    run,
    table,
    word_file,
)

BODY = paragraph(run("甲县人民政府"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def texts(data):
    return [block.text for block in read_blocks(data).blocks]


def codes(stream):
    return [one.code for one in stream.diagnostics]


def test_the_main_part_is_found_through_the_relationships_and_not_by_its_name():
    data = archive(
        {
            "_rels/.rels": relationships({"a": ("officeDocument", "/texts/main.xml")}),
            "texts/main.xml": document(BODY),
            "word/document.xml": document(paragraph(run("另一个"))),
        }
    )
    assert texts(data) == ["甲县人民政府"]


def test_part_names_are_compared_without_case_and_with_either_slash():
    found = members(BODY)
    found["WORD\\Document.XML"] = found.pop("word/document.xml")
    assert texts(archive(found)) == ["甲县人民政府"]


@pytest.mark.parametrize(
    "missing",
    ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml"],
)
def test_a_missing_side_part_does_not_matter(missing):
    found = members(BODY, {"styles": part("styles", "")})
    del found[missing]
    stream = read_blocks(archive(found))
    assert stream.blocks == (TextBlock("甲县人民政府"),)
    assert stream.diagnostics == ()


def test_without_relationships_the_styles_are_found_at_their_usual_place():
    heading = '<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>'
    found = members(
        paragraph(run("一、总体情况"), '<w:pStyle w:val="a"/>'),
        {"styles": part("styles", heading)},
    )
    del found["word/_rels/document.xml.rels"]
    assert read_blocks(archive(found)).blocks == (TextBlock("一、总体情况", 1),)


@pytest.mark.parametrize(
    "damaged", ["word/styles.xml", "_rels/.rels", "docProps/core-properties.xml"]
)
def test_a_damaged_side_part_is_reported_and_passed_over(damaged):
    found = members(BODY, {"styles": part("styles", ""), "core-properties": "<a/>"})
    found[damaged] = "<w:styles"
    stream = read_blocks(archive(found))
    assert stream.blocks == (TextBlock("甲县人民政府"),)
    assert [(one.code, one.where) for one in stream.diagnostics] == [("damaged-markup", damaged)]


def test_a_strict_file_is_read_as_a_transitional_one():
    found = members(
        paragraph(run("一、总体情况"), '<w:pStyle w:val="a"/>') + table(row(cell("1")))
    )
    found["word/styles.xml"] = part(
        "styles", '<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>'
    )
    found["word/_rels/document.xml.rels"] = relationships({"s": ("styles", "styles.xml")})
    strict = {
        name: content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in found.items()
    }
    assert strict != found
    assert read_blocks(archive(strict)) == read_blocks(archive(found))
    assert read_blocks(archive(strict)).blocks[0] == TextBlock("一、总体情况", 1)


def test_a_file_of_python_docx_is_read_without_its_program_defaults():
    made = docx.Document()
    made.add_heading("标题", 0)
    made.add_heading("一、总体情况", 1)
    made.add_paragraph("正文")
    data = io.BytesIO()
    made.save(data)
    stream = read_blocks(data.getvalue())
    assert stream.blocks == (
        TextBlock("标题", 0),
        TextBlock("一、总体情况", 1),
        TextBlock("正文"),
    )
    assert stream.page.author is None
    assert stream.page.title is None


def compound(stream):
    return OLE + stream.encode("utf-16-le") + bytes(512)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (compound("EncryptedPackage"), "encrypted.*remove the password"),
        (compound("WordDocument"), r"old Word document \(\.doc.*save it as \.docx"),
        (compound("Workbook"), "Excel workbook"),
        (compound("PowerPoint Document"), "PowerPoint"),
        (compound("Nothing"), "OLE2"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", "RTF"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", "HTML page"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "Word XML"),
        ("一、总体情况".encode(), "not a Word file"),
        (b"PK\x03\x04", "cut short or damaged"),
        (word_file(BODY)[:-40], "cut short or damaged"),
        (archive({"a.txt": "1"}), "plain zip archive"),
        (archive({"报告.docx": b"1"}), "plain zip archive that holds '报告.docx'"),
        (archive({"mimetype": "application/epub+zip"}), "EPUB"),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument text"),
        (archive({"mimetype": "a/b"}), "type 'a/b'"),
        (archive({"xl/workbook.xml": "<a/>"}), "Excel"),
        (
            archive(
                {
                    "_rels/.rels": relationships({"a": ("officeDocument", "xl/workbook.xml")}),
                    "xl/workbook.xml": "<workbook/>",
                }
            ),
            "xl/workbook.xml.*Excel workbook",
        ),
        (
            archive(
                {
                    "_rels/.rels": relationships({"a": ("officeDocument", "ppt/p.xml")}),
                    "ppt/p.xml": "<presentation/>",
                }
            ),
            "PowerPoint presentation",
        ),
    ],
)
def test_what_is_no_word_file_is_named_in_the_error(data, told):
    with pytest.raises(UnreadableSourceError, match=f"(?s){told}"):
        read_blocks(data)


def test_a_missing_main_part_is_named():
    found = members(BODY)
    del found["word/document.xml"]
    with pytest.raises(
        UnreadableSourceError, match=r"word/document\.xml: the main part is missing"
    ):
        read_blocks(archive(found))


def test_a_main_part_that_is_not_well_formed_is_named():
    found = members(BODY)
    found["word/document.xml"] = document(BODY)[:-9]
    with pytest.raises(UnreadableSourceError, match=r"word/document\.xml: .*not well-formed"):
        read_blocks(archive(found))


@pytest.mark.parametrize(
    "declared",
    ["<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY b "c">]>', '<!DOCTYPE a SYSTEM "file:///a">'],
)
def test_a_document_type_is_refused(declared):
    found = members(BODY)
    for encoding in ("utf-8", "utf-16"):
        found["word/document.xml"] = (declared + document(BODY)).encode(encoding)
        with pytest.raises(UnreadableSourceError, match="declares a document type"):
            read_blocks(archive(found))


def test_entities_that_multiply_are_refused_before_they_grow():
    entities = '<!ENTITY e0 "0123456789">' + "".join(
        f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10)
    )
    found = members(BODY)
    found["word/document.xml"] = f"<!DOCTYPE a [{entities}]><a b='&e9;'>&e9;</a>"
    with pytest.raises(UnreadableSourceError):
        read_blocks(archive(found))


def test_a_member_whose_bytes_are_damaged_is_named():
    data = bytearray(archive(members(paragraph(run("甲" * 3000)))))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as found:
        header = found.getinfo("word/document.xml").header_offset
    for position in range(header + 60, header + 90):
        data[position] ^= 0xFF
    with pytest.raises(UnreadableSourceError, match=r"word/document\.xml"):
        read_blocks(bytes(data))


def test_a_member_under_a_password_is_named():
    data = bytearray(archive(members(BODY)))
    end = data.rfind(b"PK\x05\x06")
    place = struct.unpack("<I", data[end + 16 : end + 20])[0]
    while data[place : place + 4] == b"PK\x01\x02":
        data[place + 8] |= 1
        sizes = struct.unpack("<HHH", data[place + 28 : place + 34])
        place += 46 + sum(sizes)
    with pytest.raises(UnreadableSourceError, match="password"):
        read_blocks(bytes(data))


@pytest.mark.parametrize(
    ("limits", "named"),
    [
        (Limits(input_bytes=100), "input_bytes"),
        (Limits(archive_members=2), "archive_members"),
        (Limits(member_bytes=50), "member_bytes"),
        (Limits(depth=3), "depth"),
        (Limits(table_cells=3), "table_cells"),
    ],
)
def test_each_limit_is_named_when_it_is_exceeded(limits, named):
    data = word_file(table(row(cell("1"), cell("2")), row(cell("3"), cell("4"))))
    with pytest.raises(LimitExceededError, match=named):
        read_blocks(data, limits)


def test_a_member_that_is_packed_too_well_is_refused():
    found = members(BODY)
    found["word/document.xml"] = document(BODY) + " " * 3_000_000
    with pytest.raises(LimitExceededError, match="member_ratio"):
        read_blocks(archive(found), Limits(member_ratio=100))


def test_deep_nesting_is_read_within_the_limit_and_refused_beyond():
    def nested(depth):
        return word_file(
            "<w:sdt><w:sdtContent>" * depth + BODY + "</w:sdtContent></w:sdt>" * depth
        )

    assert texts(nested(500)) == ["甲县人民政府"]
    with pytest.raises(LimitExceededError, match="depth"):
        read_blocks(nested(999))
    with pytest.raises(LimitExceededError, match="depth"):
        read_blocks(nested(5000))


def test_a_very_long_text_is_read():
    assert len(texts(word_file(paragraph(run("字" * 4_000_000))))[0]) == 4_000_000


def test_a_document_without_a_body_is_an_empty_stream():
    found = members(BODY)
    found["word/document.xml"] = f"<w:document {NAMESPACES}/>"
    assert read_blocks(archive(found)).blocks == ()


def test_any_cut_of_a_file_is_read_or_refused_with_our_error():
    data = word_file(BODY, {"styles": part("styles", "")})
    for length in range(0, len(data), 13):
        with pytest.raises(ReportError):
            read_blocks(data[:length])


def test_a_package_without_content_types_or_with_others_is_still_a_word_file():
    found = members(BODY)
    found["[Content_Types].xml"] = CONTENT_TYPES.replace("application/xml", "application/x-docm")
    assert texts(archive(found)) == ["甲县人民政府"]


@pytest.mark.parametrize("hiding", ["", "<!-- -->", "<![CDATA[]]>", "<?other program?>"])
def test_table_styles_are_passed_over_and_those_beside_them_read(hiding: str) -> None:
    table = '<w:style w:type="table" w:styleId="T"><w:name w:val="heading 3"/></w:style>'
    closed = '<w:style w:type="table" w:styleId="U"/>'
    heading = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    data = f'<w:styles xmlns:w="{{}}">{hiding}{closed}{table}{heading}{table}</w:styles>'
    without_tables = f'<w:styles xmlns:w="{{}}">{heading}</w:styles>'
    shortened, places = cut(data.encode(), b'<w:style w:type="table"', b"</w:style>")
    assert shortened == (data if hiding else without_tables).encode()
    styles = [data.encode()[slice(*place)] for place in places]
    assert styles == ([] if hiding else [closed.encode(), table.encode(), table.encode()])
    broken = data[: data.rindex("</w:style>")].encode()
    assert cut(broken, b'<w:style w:type="table"', b"</w:style>")[0].endswith(broken[-20:])


@pytest.mark.parametrize("hiding", ["", "<!-- -->"])
def test_a_table_style_is_found_whether_it_was_cut_or_not(hiding):
    def style(identifier, more, default=""):
        return f'<w:style w:type="table" w:styleId="{identifier}"{default}>{more}</w:style>'

    hides = "<w:rPr><w:vanish/></w:rPr>"
    styles = (
        style("n", "", ' w:default="1"')
        + style("a &amp; b", '<w:basedOn w:val="c"/>')
        + style("c", hides)
    )
    side = {"styles": part("styles", hiding + styles)}
    named = '<w:tblPr><w:tblStyle w:val="a &amp; b"/></w:tblPr>'
    rows = row(cell("甲")) + row(cell("乙"))
    (hidden,) = read_blocks(word_file(f"<w:tbl>{named}{rows}</w:tbl>", side)).blocks
    assert [line[0].text for line in hidden.table.rows] == ["", ""]
    (shown,) = read_blocks(word_file(f"<w:tbl>{rows}</w:tbl>", side)).blocks
    assert [line[0].text for line in shown.table.rows] == ["甲", "乙"]


def test_a_damaged_table_style_is_told_where_a_table_names_it():
    broken = '<w:style w:type="table" w:styleId="a"><w:rPr></w:style>'
    side = {"styles": part("styles", broken)}
    named = '<w:tblPr><w:tblStyle w:val="a"/></w:tblPr>'
    stream = read_blocks(word_file(f"<w:tbl>{named}{row(cell('甲'))}</w:tbl>", side))
    assert len(stream.blocks) == 1
    assert [one.code for one in stream.diagnostics] == ["damaged-markup"]
