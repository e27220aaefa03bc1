"""Describes files of other kinds, by their first bytes or members, and what to do with them."""

import struct
from typing import Literal

_OCR = "recognise its text first: ocrmypdf --image-dpi 300 -l chi_sim picture.png readable.pdf"
_OFFICE = "convert it first: soffice --headless --convert-to"
_UNPACK = (
    "archives are not opened, not even around a single report: unpack it and read the files in it"
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"an RTF file; {_OFFICE} docx"),
    (b"\x89PNG", f"a PNG picture; {_OCR}"),
    (b"\xff\xd8\xff", f"a JPEG picture; {_OCR}"),
    (b"GIF8", f"a GIF picture; {_OCR}"),
    (b"II*\0", f"a TIFF picture; {_OCR}"),
    (b"MM\0*", f"a TIFF picture; {_OCR}"),
    (b"AT&TFORM", "a DjVu file; print it to PDF and recognise its text: ocrmypdf -l chi_sim"),
    (b"Rar!", f"a RAR archive; {_UNPACK}"),
    (b"7z\xbc\xaf", f"a 7-Zip archive; {_UNPACK}"),
    (b"\x1f\x8b", f"gzip-compressed; {_UNPACK}"),
    (b"\xfd7zXZ\0", f"xz-compressed; {_UNPACK}"),
    (b"BZh", f"bzip2-compressed; {_UNPACK}"),
    (b"\x28\xb5\x2f\xfd", f"zstd-compressed; {_UNPACK}"),
    (b"MSCF", f"a cabinet archive; {_UNPACK}"),
    (b"PK\5\6", "an empty ZIP archive; get it again from its source"),
    (b"%!PS", "a PostScript file; convert it to PDF first: ps2pdf"),
)
_TAR = 257
"""The place of a tar archive's signature (POSIX.1-1988)."""

_END_OF_LIST = b"PK\5\6"
_MEMBER = struct.Struct("<4s24xHHH12x")
"""A record of the list of members: signature, lengths of name, extra field and comment."""
_MOST_MEMBERS = 4_000

_MEMBERS: tuple[tuple[str, str], ...] = (
    ("ofd.xml", "an OFD document; open it in an OFD reader and print it to PDF, or export it"),
    (
        "ppt/",
        "a PowerPoint presentation; reports are not published as one: get the text it was made from",
    ),
    ("visio/", "a Visio drawing; reports are not published as one"),
    ("index/document.iwa", "an Apple Pages document; export it as Word"),
    ("meta-inf/container.xml", "an EPUB book; unpack it and read the pages in it"),
)
_MIMETYPES = {
    "application/vnd.oasis.opendocument.spreadsheet": (
        f"an OpenDocument spreadsheet; save it as .xlsx, or {_OFFICE} xlsx"
    ),
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation",
    "application/hwp+zip": "a Hangul document (.hwpx); open it in Hangul and save it as .docx",
    "application/epub+zip": "an EPUB book; unpack it and read the pages in it",
}
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"


def describe_bytes(data: bytes) -> str | None:
    """Return what a file is and what to do, None if its first bytes are unknown."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return what
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        return f"a BMP picture; {_OCR}"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return f"a WebP picture; {_OCR}"
    if data[_TAR : _TAR + 5] == b"ustar":
        return f"a tar archive; {_UNPACK}"
    return None


def archive_kind(data: bytes) -> tuple[Literal["docx", "odt", "xlsx"] | None, str]:
    """Return what a ZIP archive holds: "docx", "odt", "xlsx", or None and what it is instead.

    An archive without a list of members is treated as a Word file, whose reader says what is wrong
    with it.
    """
    mimetype = _mimetype(data)
    if mimetype.startswith(_OPEN_DOCUMENT):
        return "odt", ""
    if mimetype in _MIMETYPES:
        return None, _MIMETYPES[mimetype]
    names = _member_names(data)
    return _kind_by_members(names) if names else ("docx", "")


def _kind_by_members(names: list[str]) -> tuple[Literal["docx", "odt", "xlsx"] | None, str]:
    """Return what an archive holds, in the manner of `archive_kind`, by the names of its members."""
    lowered = [name.replace("\\", "/").lstrip("/").lower() for name in names]
    if _has_prefix(lowered, "xl/"):
        return "xlsx", ""
    for prefix, what in _MEMBERS:
        if _has_prefix(lowered, prefix) or _has_suffix(lowered, f"/{prefix}"):
            return None, what
    if {"content.xml", "meta-inf/manifest.xml"} <= set(lowered):
        return "odt", ""
    if _has_prefix(lowered, "word/", "_rels/", "[content_types]"):
        return "docx", ""
    return None, f"a ZIP archive that holds {_listed(names)}; {_UNPACK}"


def _listed(names: list[str]) -> str:
    """Return the first names of files, and how many there are beside them."""
    files = [name for name in names if not name.endswith("/")]
    more = f" and {len(files) - 3} more" if len(files) > 3 else ""
    return f"{', '.join(map(repr, files[:3]))}{more}"


def _has_prefix(names: list[str], *prefixes: str) -> bool:
    return any(name.startswith(prefixes) for name in names)


def _has_suffix(names: list[str], suffix: str) -> bool:
    return any(name.endswith(suffix) for name in names)


def _mimetype(data: bytes) -> str:
    """Return what the first member says that the package is (OpenDocument 1.3, part 2, 3.3)."""
    if data[30:38] != b"mimetype":
        return ""
    size, extra = struct.unpack_from("<I6xH", data, 18)
    start = 38 + extra
    return data[start : start + min(size, 200)].decode("ascii", "replace").strip()


def _member_names(data: bytes) -> list[str]:
    """Return the names that an archive's list of members gives, as far as it can be followed."""
    end = data.rfind(_END_OF_LIST)
    if end < 0 or end + 20 > len(data):
        return []
    size, start = struct.unpack_from("<II", data, end + 12)
    # Bytes before the archive move all of it.
    position = end - size if data[start : start + 4] != b"PK\1\2" else start
    names: list[str] = []
    while 0 <= position <= end - _MEMBER.size and len(names) < _MOST_MEMBERS:
        signature, name, extra, comment = _MEMBER.unpack_from(data, position)
        if signature != b"PK\1\2":
            break
        begin = position + 46
        names.append(_name(data[begin : begin + name]))
        position = begin + name + extra + comment
    return names


def _name(encoded: bytes) -> str:
    try:
        return encoded.decode("utf-8")
    except UnicodeDecodeError:
        return encoded.decode("gb18030", "replace")
