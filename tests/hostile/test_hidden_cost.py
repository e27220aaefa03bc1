"""Archives whose lists of members lie, and markup that hides how much of it there is."""

import struct
import tracemalloc
import zlib
from collections.abc import Callable

import pytest

import govreport
from tests.readers.word_files import archive, document, members

BODY = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
MAIN = "word/document.xml"


def packed(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def listed(**main: int | bytes) -> bytes:
    """Return an archive whose main part is listed as told: packed, size, checksum, method, flags."""
    written, records = b"", b""
    for name, text in members(BODY).items():
        data = text.encode()
        told = {"packed": packed(data), "size": len(data), "checksum": zlib.crc32(data)}
        told |= main if name == MAIN else {}
        content = told["packed"]
        numbers = (
            *(told.get("flags", 0), told.get("method", 8), 0, 33),
            *(told["checksum"], len(content), told["size"], len(name), 0),  # type: ignore[arg-type]
        )
        records += struct.pack("<4s2H4H3L2H", b"PK\1\2", 20, 20, *numbers)
        records += struct.pack("<3H2L", 0, 0, 0, 0, told.get("offset", len(written)))
        records += name.encode()
        written += struct.pack("<4s5H3L2H", b"PK\3\4", 20, *numbers) + name.encode()
        written += content  # type: ignore[operator]
    return written + records + end(len(members(BODY)), len(records), len(written))


def end(count: int, size: int, offset: int) -> bytes:
    return struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, size, offset, 0)


def test_a_list_that_tells_the_truth_is_read() -> None:
    assert "甲" in govreport.dumps(govreport.loads(listed()), "json")


@pytest.mark.parametrize("stated", [10, 100_000])
def test_a_member_is_unpacked_no_further_than_it_says(stated: int) -> None:
    bomb = listed(packed=packed(b" " * 100_000_000), size=stated)
    tracemalloc.start()
    with pytest.raises(govreport.ReportError):
        govreport.loads(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.parametrize(
    "lie",
    [
        {"checksum": 1},
        {"flags": 1},
        {"flags": 0x41},
        {"method": 12},
        {"method": 14},
        {"method": 99},
        {"offset": 2**31},
    ],
    ids=str,
)
def test_a_member_that_cannot_be_unpacked_is_refused(lie: dict[str, int | bytes]) -> None:
    with pytest.raises(govreport.UnreadableSourceError, match=MAIN):
        govreport.loads(listed(**lie), "docx")


def test_members_are_counted_before_their_list_is_read() -> None:
    record = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *[0] * 14)
    many = record * 300_000
    tracemalloc.start()
    with pytest.raises(govreport.LimitExceededError, match="archive_members"):
        govreport.loads(many + end(1, len(many), 0), "docx", govreport.Limits())
    tracemalloc.stop()


def _declared(encoding: str, text: str = BODY) -> bytes:
    return f"<?xml version='1.0' encoding='{encoding}'?>{document(text)}".encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-16", "utf-32", "GBK", "gb18030"])
def test_encodings_whose_markup_can_be_counted_are_read(encoding: str) -> None:
    assert "甲" in govreport.dumps(
        govreport.loads(archive({**members(""), MAIN: _declared(encoding)})), "json"
    )


@pytest.mark.parametrize(
    "make",
    [lambda: _declared("utf-7"), lambda: _declared("cp037", "<w:p/>")],
    ids=["7", "ebcdic"],
)
def test_an_encoding_that_hides_markup_is_refused(make: Callable[[], bytes]) -> None:
    with pytest.raises(govreport.UnreadableSourceError, match=MAIN):
        govreport.loads(archive({**members(""), MAIN: make()}), "docx")


_MANY = "".join(f" a{number}='>'" for number in range(20_000))


@pytest.mark.parametrize(
    "page",
    [
        "<p" + "".join(f' a{n}=1" b{n}="<" c{n}=1"' for n in range(6_000)) + ">x",
        f'<!-- <a b=" --><p{_MANY}>x',
        f"<script>'<a b=\"'</script><p{_MANY}>x",
    ],
    ids=["quotes in bare values", "a quote in a comment", "a quote in a script"],
)
def test_attributes_behind_misleading_quotes_are_counted(page: str) -> None:
    with pytest.raises(govreport.LimitExceededError, match="attributes"):
        govreport.loads(page.encode(), "html")


def test_a_page_with_a_long_script_or_picture_is_read() -> None:
    script = "for (i = 0; i <n ; i++) { a = 'x'; b = \"y\" }\n" * 500
    picture = "data:image/png;base64," + "A/B+" * 100_000
    page = f"<script>{script}</script><img src='{picture}' title='>'><p>甲"
    assert "甲" in govreport.dumps(govreport.loads(page.encode(), "html"), "json")
