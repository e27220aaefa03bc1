"""Describes a file that is not a Word file, so that the error can say what to do."""

from govreport.office_files.archive import Archive

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_STREAMS: tuple[tuple[str, str], ...] = (
    (
        "EncryptedPackage",
        "the file is an encrypted Office document; open it with its password in a word"
        " processor, remove the password and save it again",
    ),
    (
        "WordDocument",
        "the file is an old Word document (.doc, Word 97-2003); open it in a word processor"
        " and save it as .docx",
    ),
    ("Workbook", "the file is an old Excel workbook (.xls), not a Word file"),
    ("PowerPoint Document", "the file is an old PowerPoint presentation (.ppt), not a Word file"),
    ("HwpSummaryInformation", "the file is a Hangul document (.hwp); save it as .docx"),
)
"""Streams of an OLE2 compound file ([MS-CFB]) and what each shows; the first one found counts."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "the file is a PDF; convert it to .docx or extract its text first"),
    (b"{\\rtf", "the file is rich text (RTF); open it in a word processor and save it as .docx"),
    (b"\x89PNG", "the file is a picture (PNG), not a Word file"),
    (b"\xff\xd8\xff", "the file is a picture (JPEG), not a Word file"),
    (b"GIF8", "the file is a picture (GIF), not a Word file"),
    (b"Rar!", "the file is a RAR archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "the file is a 7z archive; unpack it first"),
    (b"\x1f\x8b", "the file is compressed with gzip; unpack it first"),
)

_MEMBERS: tuple[tuple[str, str], ...] = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("visio/", "a Visio drawing"),
    ("index/document.iwa", "an Apple Pages document"),
    ("meta-inf/container.xml", "an EPUB book"),
)

_MIMETYPES: dict[str, str] = {
    "application/epub+zip": "an EPUB book",
    "application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    "application/vnd.oasis.opendocument.text-template": "an OpenDocument text template (.ott)",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (.odp)",
    "application/hwp+zip": "a Hangul document (.hwpx)",
    "application/ofd": "an OFD document",
}


def describe_bytes(data: bytes) -> str:
    """Return the message for bytes that are no zip archive: what they are and what to do."""
    if not data:
        return "the file is empty; get it again from its source"
    if data.startswith(_OLE):
        return _describe_compound(data)
    for signature, message in _SIGNATURES:
        if data.startswith(signature):
            return message
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "the file is an HTML page under a Word name; read it as html"
    if head.startswith(b"<?xml") and b'progid="word.document"' in head:
        return (
            "the file is Word XML in one piece; open it in a word processor and save it as .docx"
        )
    return "the file is not a Word file (.docx): it is not a zip archive; check what it really is"


def _describe_compound(data: bytes) -> str:
    for stream, message in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return message
    return "the file is an OLE2 compound file without a Word document; it cannot be read"


def describe_archive(archive: Archive) -> str:
    """Return what a ZIP archive is, as far as its members show, for a message."""
    stated = archive.read("mimetype") if archive.size("mimetype") < 200 else None
    mimetype = (stated or b"").decode("ascii", "replace").strip()
    if mimetype:
        return _MIMETYPES.get(mimetype, f"a file of the type {mimetype[:80]!a}")
    members = archive.names
    for prefix, meaning in _MEMBERS:
        if any(member.startswith(prefix) for member in members):
            return meaning
    documents = sorted(name for name in members if name.endswith((".docx", ".doc")))
    if documents:
        return f"a plain zip archive that holds {documents[0]!r}; unpack it first"
    return "a plain zip archive"
