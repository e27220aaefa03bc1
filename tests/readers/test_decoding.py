"""Text decoded by what its bytes show."""

import pytest

from govreport.readers.decoding import decode_text

SIMPLIFIED = (
    "青禾县云岭镇政府信息公开工作年度报告\n一、总体情况\n我镇认真贯彻条例，公开信息12条。\n"
)
TRADITIONAL = (
    "青禾縣雲嶺鎮政府信息公開工作年度報告\n一、總體情況\n我鎮認真貫徹條例，公開信息12條。\n"
)
ANY = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"]


@pytest.mark.parametrize("encoding", ANY)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
def test_every_encoding_is_told_from_the_bytes(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)) == (text, ())


def test_traditional_text_in_big5_is_not_taken_for_gb18030() -> None:
    assert decode_text(TRADITIONAL.encode("big5")) == (TRADITIONAL, ())


def test_simplified_text_in_gb18030_is_not_taken_for_big5() -> None:
    assert decode_text(SIMPLIFIED.encode("gbk")) == (SIMPLIFIED, ())


def test_damaged_utf_8_is_read_as_such_and_the_damage_is_quoted() -> None:
    data = SIMPLIFIED.encode()
    text, diagnostics = decode_text(data[:31] + b"\xff" + data[31:])
    assert text.startswith("青禾县云岭镇政府信息")
    assert [each.code for each in diagnostics] == ["undecodable-text"]
    assert "\ufffd" in diagnostics[0].text


def test_a_stray_zero_byte_does_not_make_a_text_utf_16() -> None:
    assert decode_text(SIMPLIFIED.encode() + b"\x00")[0] == SIMPLIFIED + "\x00"


def test_ascii_and_nothing_are_texts() -> None:
    assert decode_text(b"0 | 1") == ("0 | 1", ())
    assert decode_text(b"") == ("", ())
