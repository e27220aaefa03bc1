"""What a file is, told from its content; and what is said of a file that cannot be read."""

import io
import zipfile

import pytest

import govreport
from govreport.detection import FORMATS, READ_FORMATS, detect
from govreport.errors import UnknownFormatError


def archive(*names: str, first: str = "") -> bytes:
    """Return an archive with members of those names, and one that states its type."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        if first:
            written.writestr("mimetype", first)
        for name in names:
            written.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (archive("[Content_Types].xml", "word/document.xml"), "docx"),
        (archive("_rels/.rels", "body.xml"), "docx"),
        (b"PK\3\4 cut short", "docx"),
        (archive("content.xml", first="application/vnd.oasis.opendocument.text"), "odt"),
        (archive("content.xml", "META-INF/manifest.xml"), "odt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "doc"),
        (b"%PDF-1.4\n", "pdf"),
        (b"\n\n%PDF-1.4\n", "pdf"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>", "mht"),
        (b"<html><p>a</p></html>", "html"),
        (b'<html xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">', "html"),
    ],
)
@pytest.mark.parametrize("name", ["", "report.doc", "report.txt", "report.pdf"])
def test_the_content_tells_whatever_the_name(data: bytes, format: str, name: str) -> None:
    assert detect(data, name) == format


@pytest.mark.parametrize(
    ("data", "what", "advice"),
    [
        (archive("OFD.xml", "Doc_0/Document.xml"), "an OFD document", "print it to PDF"),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint", "get the text"),
        (archive("年报.docx"), "a ZIP archive that holds '年报.docx'", "unpack it"),
        (archive(*map(str, range(9))), "and 6 more", "unpack it"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "not even around a single report"),
        (b"Rar!\x1a\7", "a RAR archive", "unpack it"),
        (b"\x1f\x8b", "gzip", "unpack it"),
        (b"\0" * 257 + b"ustar", "a tar archive", "unpack it"),
        (b"{\\rtf1 a}", "an RTF file", "soffice --headless --convert-to docx"),
        (b"\x89PNG\r\n", "a PNG picture", "ocrmypdf"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture", "ocrmypdf"),
        (b"II*\0", "a TIFF picture", "ocrmypdf"),
        (b"BM\1\2\3\4\0\0\0\0", "a BMP picture", "ocrmypdf"),
        (b"RIFF\1\2\3\4WEBP", "a WebP picture", "ocrmypdf"),
    ],
)
def test_each_other_kind_is_named_with_what_to_do(data: bytes, what: str, advice: str) -> None:
    with pytest.raises(UnknownFormatError) as raised:
        detect(data, "report.doc")
    assert what in str(raised.value)
    assert advice in str(raised.value)


def test_what_is_only_read_is_not_written() -> None:
    only_read = set(READ_FORMATS) - set(FORMATS)
    assert only_read == {"doc", "odt", "pdf", "mht", "wordxml", "xlsx"}
    for name in only_read:
        with pytest.raises(UnknownFormatError, match="only read"):
            govreport.dumps(govreport.ReportDocument(), name)
    with pytest.raises(UnknownFormatError, match="no format 'rtf'"):
        govreport.loads(b"", "rtf")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_is_one_in_any_width_of_its_characters(encoding: str) -> None:
    text = "青禾县云岭镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息87条。\n"
    assert detect(text.encode(encoding)) == "tab"
    assert govreport.loads(text.encode(encoding)) == govreport.loads(text)
