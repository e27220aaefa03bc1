"""Broken files, made from the shipped example, and files of other kinds."""

import io
import random
import zipfile
from collections.abc import Iterator

import govreport
from tests.fuzz.seeds import report
from tests.readers.word_files import archive

KINDS = {
    "nothing": b"",
    "byte order mark": b"\xef\xbb\xbf",
    "UTF-16 mark": b"\xff\xfe",
    "half a UTF-16 character": b"\xfe\xff\x4e",
    "UTF-32 mark": b"\xff\xfe\0\0",
    "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    "PDF": b"%PDF-1.7\n1 0 obj\n",
    "rich text": b"{\\rtf1 a}",
    "old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "empty archive": b"PK\x05\x06" + b"\0" * 18,
    "spreadsheet": archive({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}),
    "archive": archive({"../../a.txt": "x", "/etc/b": "y"}),
    "zeros": b"\0" * 500,
    "all bytes": bytes(range(256)),
}
ENCODINGS = ("gbk", "utf-16", "utf-7", "big5", "x-none", "ebcdic-cp-us")


def word_file() -> bytes:
    """Return the example as a Word file."""
    written = govreport.dumps(report(), "docx")
    assert isinstance(written, bytes)
    return written


def text_of(document: govreport.ReportDocument, source: str) -> bytes:
    """Return a document in one of the formats that are text."""
    written = govreport.dumps(document, source)
    assert isinstance(written, str)
    return written.encode()


def cut(data: bytes, step: int) -> Iterator[bytes]:
    """Yield the beginnings of a file, so many percent apart."""
    return (data[: len(data) * percent // 100] for percent in range(0, 100, step))


def in_members(word: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the Word file with each member missing, emptied, cut, damaged and another's."""
    source = zipfile.ZipFile(io.BytesIO(word))
    parts = {name: source.read(name) for name in source.namelist()}
    names = sorted(parts)
    for number, name in enumerate(names):
        yield "missing", archive({each: parts[each] for each in names if each != name})
        for damage, content in (
            ("emptied", b""),
            ("cut in half", parts[name][: len(parts[name]) // 2]),
            ("damaged", b"\xff" + parts[name]),
            ("swapped for another", parts[names[(number + 1) % len(names)]]),
        ):
            yield damage, archive({**parts, name: content})


def flipped(data: bytes, count: int, choice: random.Random) -> Iterator[bytes]:
    """Yield a file with one bit turned, so many times."""
    for _ in range(count):
        damaged = bytearray(data)
        damaged[choice.randrange(len(data))] ^= 1 << choice.randrange(8)
        yield bytes(damaged)


def declared(page: bytes) -> Iterator[bytes]:
    """Yield a page that declares each of some encodings that it is not in."""
    return (b'<meta charset="' + each.encode() + b'">' + page for each in ENCODINGS)
