"""Property sets of compound files: texts in any code page, and counts that are not true."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.translators.word_binary.property_sets import property_sets

VECTOR = 0x1000
HUGE = 0xFFFFFFFF


def text(value: bytes) -> bytes:
    return struct.pack("<II", 0x1E, len(value)) + value


def wide(value: str) -> bytes:
    return struct.pack("<II", 0x1F, len(value)) + value.encode("utf-16-le")


def page(number: int) -> bytes:
    return struct.pack("<IH", 2, number)


def names(*named: tuple[int, bytes]) -> bytes:
    entries = (struct.pack("<II", number, len(name)) + name for number, name in named)
    return struct.pack("<I", len(named)) + b"".join(entries)


def one_set(properties: dict[int, bytes]) -> bytes:
    place = 8 + 8 * len(properties)
    pairs = b""
    for number, value in properties.items():
        pairs += struct.pack("<II", number, place)
        place += len(value)
    return struct.pack("<II", place, len(properties)) + pairs + b"".join(properties.values())


def stream(*sets: bytes, count: int | None = None) -> bytes:
    head = struct.pack("<HHI16sI", 0xFFFE, 0, 0, b"", len(sets) if count is None else count)
    place = len(head) + 20 * len(sets)
    for each in sets:
        head += struct.pack("<16sI", b"", place)
        place += len(each)
    return head + b"".join(sets)


@pytest.mark.parametrize(
    ("code_page", "encoding"), [(936, "gb18030"), (950, "big5"), (65001, "utf-8")]
)
def test_a_text_is_decoded_in_the_code_page_of_its_set(code_page: int, encoding: str) -> None:
    title = "政府信息公開年報"
    own = {1: page(code_page), 2: text(title.encode(encoding) + b"\0"), 4: wide("作者\0")}
    (found,) = property_sets(stream(one_set(own)))
    assert found.texts == {2: title, 4: "作者"}


def test_a_property_of_the_documents_own_has_a_name() -> None:
    own = {0: names((2, "来源\0".encode("gb18030"))), 1: page(936), 2: text("网站".encode("gbk"))}
    _, found = property_sets(stream(one_set({}), one_set(own)))
    assert (found.names, found.texts) == ({2: "来源"}, {2: "网站"})


def test_names_in_wide_characters_are_filled_up_to_four_bytes() -> None:
    entries = b"".join(
        struct.pack("<II", number, len(name))
        + name.encode("utf-16-le")
        + b"\0" * (len(name) % 2 * 2)
        for number, name in ((2, "来源\0"), (3, "网站网\0"))
    )
    own = {0: struct.pack("<I", 2) + entries, 1: page(1200)}
    (found,) = property_sets(stream(one_set(own)))
    assert found.names == {2: "来源", 3: "网站网"}


def test_no_count_is_trusted() -> None:
    vector = struct.pack("<II", VECTOR, HUGE)
    long = struct.pack("<II", 0x1E, HUGE) + b"title"
    dictionary = struct.pack("<III", HUGE, 2, HUGE)
    own = one_set({0: dictionary, 2: vector, 3: long, 4: text(b"author")})
    counted = own[:4] + struct.pack("<I", HUGE) + own[8:]
    found, *_ = property_sets(stream(counted, count=HUGE))
    assert found.texts[4] == "author"
    assert not {2, 3} & set(found.texts)
    assert not found.names


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    assert len(property_sets(data)) <= 2
    assert len(property_sets(stream(data))) == 1
