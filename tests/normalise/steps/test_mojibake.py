"""Wrong decoding: every chain that keeps the bytes is undone, and clean text has none."""

import itertools

import pytest

import govreport
from govreport.normalise.steps.mojibake import mojibake, undecoded

CLEAN = "根据《政府信息公开条例》的规定，“三审三校”共128条。"


def as_browsers_read(data: bytes) -> str:
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in data)


CHAINS = {
    "UTF-8 as Latin-1": CLEAN.encode().decode("latin-1"),
    "UTF-8 as Windows-1252": as_browsers_read(CLEAN.encode()),
    "UTF-8 as Windows-1252, twice": as_browsers_read(as_browsers_read(CLEAN.encode()).encode()),
    "UTF-8 as Mac OS Roman": CLEAN.encode().decode("mac_roman"),
    "GBK as Windows-1252": as_browsers_read(CLEAN.encode("gbk")),
    "GBK as Mac OS Roman": CLEAN.encode("gbk").decode("mac_roman"),
}


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_of_wrong_decoding_is_undone(name: str) -> None:
    assert CHAINS[name] != CLEAN
    assert govreport.normalize_text(CHAINS[name]) == CLEAN


@pytest.mark.parametrize("name", CHAINS)
def test_it_is_undone_between_clean_text(name: str) -> None:
    text = f"公开标识“×”表示否。\n{CHAINS[name]}\n参观café与São Paulo。"
    assert govreport.normalize_text(text) == text.replace(CHAINS[name], CLEAN)


def test_utf_8_read_as_gbk_is_undone_where_no_byte_was_lost() -> None:
    clean = "政府信息，根据规定，认真落实制度。"
    misread = clean.encode().decode("gb18030", "replace")
    assert govreport.normalize_text(f"公示\n{misread}") == f"公示\n{clean}"


def test_gbk_read_as_big5_and_big5_as_gbk() -> None:
    assert govreport.normalize_text("办理结果公开透明".encode("gbk").decode("big5hkscs")) == (
        "办理结果公开透明"
    )
    misread = "政府機關公開條例與資訊".encode("big5").decode("gb18030")
    assert govreport.normalize_text(misread, ["noise"]) == "政府機關公開條例與資訊"


def test_a_reading_that_the_document_proves_holds_for_its_short_runs() -> None:
    short = as_browsers_read("镇".encode("gbk"))
    assert govreport.normalize_text(short) == short
    assert govreport.normalize_text(f"{CHAINS['GBK as Windows-1252']}\n{short}").endswith("\n镇")


def test_lost_bytes_are_told_by_the_words_or_left() -> None:
    lost = "镇信息中心运行良好。".encode().decode("cp1252", "replace")
    assert "\ufffd" in lost
    assert govreport.normalize_text(lost) == "镇信息中心运行良好。"
    left = "鏈\ufffd年度"
    assert govreport.normalize_text(left) == left
    assert undecoded(left) == [(0, 2)]


def test_no_two_characters_of_gbk_make_it_fail() -> None:
    pool = "新风，·猕猴é€\ufffd锂电飓鏈銆Â"
    for letters in itertools.product(pool, repeat=3):
        mojibake("猕猴" + "".join(letters), ())
