"""Which format a source is in, told from its content; a file's suffix only breaks a tie."""

import re
from typing import Literal

from govreport.errors import UnknownFormatError

Format = Literal["docx", "html", "pipe", "tab", "json"]

FORMATS: tuple[Format, ...] = ("docx", "html", "pipe", "tab", "json")

SUFFIXES: dict[str, Format] = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".dotm": "docx",
    ".doc": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".pipe.txt": "pipe",
    ".tab.txt": "tab",
    ".md": "pipe",
}
"""The format that each suffix hints at when reading."""

WRITTEN_SUFFIXES: dict[str, Format] = {
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".pipe.txt": "pipe",
    ".tab.txt": "tab",
}
"""The format that each suffix stands for when writing."""

DETECTED = 1 << 16
"""So many bytes at the start of a source tell its format."""

_TEXT_PER_ZERO = 50  # more zero bytes than this are no slip in a text
_ARCHIVE = b"PK\x03\x04"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: an old .doc, or encryption
_FOREIGN = {
    b"%PDF": "a PDF file; extract its text or convert it to Word first",
    b"{\\rtf": "an RTF file; save it as .docx first",
    b"\x89PNG": "a PNG picture; a text has to be recognised in it first",
    b"\xff\xd8\xff": "a JPEG picture; a text has to be recognised in it first",
    b"GIF8": "a GIF picture; a text has to be recognised in it first",
    b"Rar!": "a RAR archive; unpack it first",
    b"7z\xbc\xaf": "a 7-Zip archive; unpack it first",
    b"\x1f\x8b": "gzip-compressed; unpack it first",
    b"PK\x05\x06": "an empty ZIP archive",
}
_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# The full-width bar and the drawn ones, in UTF-8 and GB 18030 as Latin-1 shows them, and in UTF-16.
_OTHER_BARS = ("ï½\x9c", "â\x94\x82", "â\x94\x83", "â\x95\x91", "\xa3\xfc", "\xa9\xa6", "｜", "│")
_FEWEST_INNER = 8
_STRICT = re.compile(r"\\govreport \d+ (pipe|tab)[ \t\r]*(?:\n|$)")
_MARKUP_START = re.compile(r"<(?:!doctype|!--|\?xml|html|head|body|[a-z][a-z0-9]*[\s/>])", re.I)
_MARKUP = re.compile(
    r"</(?:p|div|table|t[rdh]|span|body|html|h[1-6]|section|article|li)\s*>", re.I
)


def detect(data: bytes, name: str = "") -> Format:
    """Return the format of a source.

    `name` is the name of its file, whose suffix is a hint where the content does not tell.
    Raises `UnknownFormatError` for content that is none of the formats.
    """
    if data.startswith((_ARCHIVE, _COMPOUND_FILE)):
        return "docx"
    for magic, what in _FOREIGN.items():
        if data.startswith(magic):
            raise UnknownFormatError(f"{name or 'the source'} is {what}")
    text = _head(data)
    if "\x00" in text and text.count("\x00") * _TEXT_PER_ZERO > len(text):
        raise UnknownFormatError(
            f"{name or 'the source'} is binary data in none of the formats {', '.join(FORMATS)}"
        )
    return _detect_text(text) or suffix_format(name) or "tab"


def suffix_format(name: str) -> Format | None:
    """Return the format that a file name's suffix hints at, or None."""
    lowered = name.lower()
    return next((found for suffix, found in SUFFIXES.items() if lowered.endswith(suffix)), None)


def _head(data: bytes) -> str:
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            return data[len(mark) : DETECTED].decode(encoding, "replace").lstrip()
    # Only ASCII decides, and every other encoding the readers know keeps it; UTF-16 without a
    # byte order mark shows a zero byte beside each.
    head = data[:DETECTED]
    if head[1:2] == b"\x00":
        return head.decode("utf-16-le", "replace").lstrip()
    if head[:1] == b"\x00":
        return head.decode("utf-16-be", "replace").lstrip()
    return head.decode("latin-1").lstrip(" \t\r\n\x0c") if not head.isspace() else ""


def _detect_text(text: str) -> Format | None:
    if match := _STRICT.match(text):
        return "pipe" if match[1] == "pipe" else "tab"
    if text.startswith("{") and re.match(r"\{\s*\"", text):
        return "json"
    if _MARKUP_START.match(text) or len(_MARKUP.findall(text)) >= 2:
        return "html"
    bars = tabs = inner = 0
    for line in text.split("\n"):
        if line.startswith("\t"):
            tabs += 1
        elif (stripped := line.strip(" \r\t")) and (
            "|" in (stripped[0], stripped[-1]) or stripped.startswith(_OTHER_BARS)
        ):
            bars += 1
        elif "|" in stripped or any(bar in stripped for bar in _OTHER_BARS):
            inner += 1
    # Bars inside lines alone may part the links of a page.
    bars += inner if inner >= _FEWEST_INNER else 0
    if bars or tabs:
        return "pipe" if bars > tabs else "tab"
    return None
