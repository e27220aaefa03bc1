"""Detect a source's format from its content; a file's suffix only breaks a tie."""

import re
from typing import Literal

from govreport.errors import UnknownFormatError
from govreport.expressions import expression
from govreport.foreign_files import archive_kind, describe_bytes

WrittenFormat = Literal["docx", "html", "pipe", "tab", "json"]
Format = Literal[
    "docx", "html", "pipe", "tab", "json", "doc", "odt", "pdf", "mht", "wordxml", "xlsx"
]

FORMATS: tuple[WrittenFormat, ...] = ("docx", "html", "pipe", "tab", "json")
"""The formats that are read and written."""

READ_FORMATS: tuple[Format, ...] = (*FORMATS, "doc", "odt", "pdf", "mht", "wordxml", "xlsx")
"""The formats that are read; those after `FORMATS` are read only."""

SUFFIXES: dict[str, Format] = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".dotm": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".pipe.txt": "pipe",
    ".tab.txt": "tab",
    ".md": "pipe",
}
"""The format that each suffix suggests if the content is unclear; others are always clear."""

WRITTEN_SUFFIXES: dict[str, WrittenFormat] = {
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".pipe.txt": "pipe",
    ".tab.txt": "tab",
}
"""The format that each suffix stands for when writing."""

DETECTED = 1 << 16
"""So many bytes at the start of a source show its format."""

_KNOWN_SHARE = 0.8
_TEXT_PER_ZERO = 50  # more zero bytes than this are not a slip in a text
_ARCHIVE = b"PK\x03\x04"
_COMPOUND_FILE = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: .doc, .wps, encrypted files and others
)
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
"""A PDF file may begin with other bytes (Adobe's implementation note 13 to PDF 1.7)."""
_ENCODINGS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# A bar; the full-width and the drawn ones, in UTF-8 and GB 18030 as Latin-1 shows them, in UTF-16.
_BARS = ("|", "ï½\x9c", "â\x94\x82", "â\x94\x83", "â\x95\x91", "\xa3\xfc", "\xa9\xa6", "｜", "│")
_FEWEST_INNER = 8
_STRICT = expression(r"\\govreport \d+ (pipe|tab)[ \t\r]*(?:\n|$)")
_XML_FORMATS: tuple[tuple[str, Format], ...] = (
    ("http://schemas.microsoft.com/office/2006/xmlPackage", "wordxml"),
    ("http://schemas.microsoft.com/office/word/2003/wordml", "wordxml"),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "odt"),
)
"""Namespaces that the root element of a word processor's XML declares."""
_XML_ROOT = expression(r"<(?:[A-Za-z_][\w.-]*:)?(?:package|wordDocument|document)\b([^<>]*)")
_MAIL_FIELD = expression(r"[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n")
_MAIL = expression(
    r"^(?:mime-version:|content-type:\s*(?:multipart/|text/html|message/))", re.I | re.M
)
_PAGE_STARTS = ("<!doctype", "<!--", "<?xml", "<html", "<head", "<body")
_LONGEST_START = max(map(len, _PAGE_STARTS))
_ELEMENT = expression(r"<[A-Za-z][A-Za-z0-9]*[\s/>]")
_MARKUP = expression(
    r"</(?:p|div|table|t[rdh]|span|body|html|h[1-6]|section|article|li)\s*>", re.I
)


def detect(data: bytes, name: str = "") -> Format:
    """Return the format of a source.

    `name` is the name of its file, whose suffix is a hint if the content is unclear.
    Raises `UnknownFormatError` for content that is none of the formats.
    """
    if not data and name:
        raise UnknownFormatError(f"{name} is an empty file; get it again from its source")
    if data.startswith(_ARCHIVE):
        return _of_archive(data, name)
    if data.startswith(_COMPOUND_FILE):
        return "doc"
    if (known := describe_bytes(data)) is not None:
        raise _unknown(name, known)
    if _PDF in data[:_PDF_WITHIN]:
        return "pdf"
    text = _head(data)
    if text.count("\x00") * _TEXT_PER_ZERO > len(text):
        raise _unknown(name, f"binary data in none of the formats {', '.join(READ_FORMATS)}")
    return _detect_text(text) or suffix_format(name) or "tab"


def _of_archive(data: bytes, name: str) -> Format:
    kind, what = archive_kind(data)
    if kind is None:
        raise _unknown(name, what)
    return kind


def _unknown(name: str, what: str) -> UnknownFormatError:
    return UnknownFormatError(f"{name or 'the source'} is {what}")


def suffix_format(name: str) -> Format | None:
    """Return the format that a file name's suffix suggests, or None."""
    lowered = name.lower()
    return next((found for suffix, found in SUFFIXES.items() if lowered.endswith(suffix)), None)


def wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 encoding in which bytes with zeros are a text, None if there is none."""
    head = data[: DETECTED & ~1]
    if 0 not in head:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head.decode(encoding, "replace")
        known = sum(each.isascii() or "\u3000" <= each <= "\u9fff" for each in text)
        if known > len(text) * _KNOWN_SHARE and "\x00" not in text:
            return encoding
    return None


def written_format(name: str) -> WrittenFormat:
    """Return the format to write a file of that name in.

    Raises `UnknownFormatError` if its suffix has none.
    """
    for suffix, found in WRITTEN_SUFFIXES.items():
        if name.lower().endswith(suffix):
            return found
    raise UnknownFormatError(
        f"the format to write cannot be determined from the name {name!r}; name it as one of"
        f" {', '.join(FORMATS)}, or use a suffix among {', '.join(WRITTEN_SUFFIXES)}"
    )


def _head(data: bytes) -> str:
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            return data[len(mark) : DETECTED].decode(encoding, "replace").lstrip()
    # Only ASCII decides, and every other encoding the readers know keeps it; UTF-16 without a
    # byte order mark shows a zero byte beside each.
    head = data[:DETECTED]
    if wide := wide_encoding(head):
        return head.decode(wide, "replace").lstrip()
    if head[1:2] == b"\x00":
        return head.decode("utf-16-le", "replace").lstrip()
    if head[:1] == b"\x00":
        return head.decode("utf-16-be", "replace").lstrip()
    return head.decode("latin-1").lstrip(" \t\r\n\x0c") if not head.isspace() else ""


def _detect_text(text: str) -> Format | None:
    if text.startswith("\\") and (match := _STRICT.match(text)):
        return "pipe" if match[1] == "pipe" else "tab"
    if text.startswith("{") and re.match(r"\{\s*\"", text):
        return "json"
    if text.startswith("<"):
        found = _format_of_markup(text)
    else:
        is_mail = _MAIL_FIELD.match(text) and _MAIL.search(text[: _head_of_mail(text)])
        found = "mht" if is_mail else None
    if found is None and len(_MARKUP.findall(text)) >= 2:
        return "html"
    return found or _format_of_lines(text)


def _format_of_markup(text: str) -> Format | None:
    """Return the format of a text that begins with an angle, None if that begins no tag."""
    if (found := _word_processor_xml(text)) is not None:
        return found
    is_page = text[:_LONGEST_START].lower().startswith(_PAGE_STARTS) or _ELEMENT.match(text)
    return "html" if is_page else None


def _format_of_lines(text: str) -> Format | None:
    """Return the text format that most lines of a text are of, None if none has bars or tabs."""
    bars = tabs = inner = 0
    for line in text.split("\n"):
        if line.startswith("\t"):
            tabs += 1
        elif (stripped := line.strip(" \r\t")).startswith(_BARS) or stripped.endswith("|"):
            bars += 1
        elif any(bar in stripped for bar in _BARS):
            inner += 1
    # Bars inside lines alone may part the links of a page.
    bars += inner if inner >= _FEWEST_INNER else 0
    if bars > tabs:
        return "pipe"
    return "tab" if tabs else None


def _word_processor_xml(text: str) -> Format | None:
    """Return the format of XML whose root element is a word processor's, or None."""
    if not any(namespace in text for namespace, _ in _XML_FORMATS):
        return None
    root = _XML_ROOT.search(text)
    if root is None or "<html" in text[: root.start()].lower():
        return None
    return next((found for namespace, found in _XML_FORMATS if namespace in root[1]), None)


def _head_of_mail(text: str) -> int:
    """Return where the fields of a mail end: at its first blank line."""
    ends = [end for end in (text.find("\n\n"), text.find("\r\n\r\n")) if end >= 0]
    return min(ends, default=len(text))
