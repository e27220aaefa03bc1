"""Broken files and files of other kinds give a document or a ReportError, and nothing else."""

import io
import random
import zipfile

import pytest

import govreport
from tests.fuzz.seeds import report
from tests.hostile.inputs import outcome
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


@pytest.fixture(scope="module")
def word() -> bytes:
    written = govreport.dumps(report(), "docx")
    assert isinstance(written, bytes)
    return written


@pytest.fixture(scope="module")
def page() -> bytes:
    written = govreport.dumps(report(), "html")
    assert isinstance(written, str)
    return written.encode()


@pytest.mark.parametrize("source", ["docx", "html", "pipe", "tab", "json", None])
@pytest.mark.parametrize("kind", KINDS)
def test_files_of_other_kinds(kind: str, source: str | None) -> None:
    outcome(source, KINDS[kind])


def test_a_word_file_cut_at_each_percent_is_refused(word: bytes) -> None:
    for percent in range(100):
        cut = word[: len(word) * percent // 100]
        assert outcome("docx", cut, everything=False).startswith("refused"), percent


def test_each_member_missing_emptied_damaged_or_swapped(word: bytes) -> None:
    source = zipfile.ZipFile(io.BytesIO(word))
    parts = {name: source.read(name) for name in source.namelist()}
    names = sorted(parts)
    for number, name in enumerate(names):
        other = parts[names[(number + 1) % len(names)]]
        outcome("docx", archive({each: parts[each] for each in names if each != name}))
        for content in (b"", parts[name][: len(parts[name]) // 2], b"\xff" + parts[name], other):
            outcome("docx", archive({**parts, name: content}))


def test_flipped_bits_of_a_word_file(word: bytes) -> None:
    choice = random.Random(8)  # noqa: S311
    for _ in range(60):
        damaged = bytearray(word)
        damaged[choice.randrange(len(word))] ^= 1 << choice.randrange(8)
        outcome("docx", bytes(damaged), everything=False)


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-7", "big5", "x-none", "ebcdic-cp-us"])
def test_a_page_that_declares_another_encoding(page: bytes, encoding: str) -> None:
    declared = b'<meta charset="' + encoding.encode() + b'">'
    assert outcome("html", declared + page, everything=False) == "read"


def test_a_page_cut_anywhere_is_read(page: bytes) -> None:
    for percent in range(0, 100, 4):
        assert outcome("html", page[: len(page) * percent // 100], everything=False) == "read"
