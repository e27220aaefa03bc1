"""Encodings of pages: what they declare, unless their bytes prove another."""

import pytest

from govreport.blocks import Stream, TextBlock
from govreport.readers.html import read_blocks
from tests.readers.html.source import detectors

TEXT = "政府信息公开工作年度报告，本年度共受理申请。"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8-sig", '<meta charset="gb2312">'),
        ("utf-8", '<meta charset="gb2312">'),
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("utf-8", '<meta charset="koi8-r">'),
        ("utf-8", '<meta charset="no-such-thing">'),
        ("utf-8", '<meta charset="utf-16">'),
        ("gb18030", '<meta charset="gb2312">'),
        ("gb18030", "<meta http-equiv=Content-Type content='text/html; charset=GBK'>"),
        ("gb18030", '<?xml version="1.0" encoding="gb2312"?>'),
        ("gb18030", '<meta charset="utf-8">'),
        ("gb18030", ""),
        ("utf-16", ""),
        ("utf-16", '<meta charset="utf-16">'),
    ],
)
def test_a_page_is_decoded_by_what_it_declares_unless_its_bytes_prove_another(
    encoding: str, head: str
) -> None:
    stream = read_blocks(f"{head}<p>{TEXT}</p>".encode(encoding))
    assert stream == Stream((TextBlock(TEXT),))


def test_a_declared_encoding_that_no_bytes_speak_against_is_believed() -> None:
    # The same bytes make ideographs in GB 18030.
    page = "<meta charset=koi8-r><p>Отчета года</p>".encode("koi8-r")
    assert read_blocks(page) == Stream((TextBlock("Отчета года"),))


def test_traditional_pages_in_big5_are_decoded() -> None:
    text = "政府資訊公開工作年度報告，本年度共受理申請。"
    page = f"<meta charset=big5><p>{text}</p>".encode("big5")
    assert read_blocks(page) == Stream((TextBlock(text),))


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "big5"])
@pytest.mark.parametrize(
    ("encoding", "text"), [("gbk", TEXT), ("big5", "政府資訊公開工作年度報告。")]
)
def test_a_page_in_the_other_chinese_encoding_is_told_by_its_characters(
    declared: str, encoding: str, text: str
) -> None:
    page = f"<meta charset={declared}><p>{text * 3}</p>".encode(encoding)
    assert read_blocks(page) == Stream((TextBlock(text * 3),))


WESTERN = "Grüne Häuser für Köln; das Öl fließt über Füße."


@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>"])
@pytest.mark.parametrize("times", [1, 20])
def test_bytes_that_are_neither_unicode_nor_chinese_are_told(head: str, times: int) -> None:
    stream = read_blocks(f"{head}<p>{WESTERN * times}</p>".encode("cp1252"))
    assert stream.blocks == (TextBlock(WESTERN * times),)
    assert [each.code for each in stream.diagnostics] == ["undecodable-text"]
    assert "ü" in stream.diagnostics[0].text


def test_a_few_bytes_of_another_encoding_do_not_change_what_a_page_is_in() -> None:
    page = f"<meta charset=utf-8><p>{WESTERN}</p>".encode() + "<p>ü, ä</p>".encode("cp1252")
    stream = read_blocks(page)
    assert stream.blocks == (TextBlock(WESTERN), TextBlock("\ufffd, \ufffd"))
    assert [each.code for each in stream.diagnostics] == ["undecodable-text"]


def test_pairs_of_bytes_that_are_hardly_chinese_are_told() -> None:
    page = "<meta charset=utf-8><p>政府 " + "ヷヸヹヺ" * 9
    stream = read_blocks(page.encode("shift_jisx0213"))
    assert "undecodable-text" in {each.code for each in stream.diagnostics}


def test_characters_beyond_gb2312_are_decoded_though_gb2312_is_declared() -> None:
    page = "<meta charset=gb2312><p>朱镕基𠮷€</p>".encode("gb18030")
    assert read_blocks(page) == Stream((TextBlock("朱镕基𠮷€"),))


def test_bytes_that_no_encoding_allows_are_replaced_and_reported() -> None:
    page = f"<meta charset=utf-8><p>{TEXT}".encode() + b"\xff\xfe" + f"{TEXT}</p>".encode()
    stream = read_blocks(page)
    assert stream.blocks == (TextBlock(f"{TEXT}\ufffd\ufffd{TEXT}"),)
    assert [each.code for each in stream.diagnostics] == ["undecodable-text"]


def test_what_is_declared_outside_the_page_outranks_the_page() -> None:
    page = f'<meta charset="koi8-r"><p>{TEXT}</p>'.encode("gb18030")
    assert read_blocks(page, encoding="GB2312") == Stream((TextBlock(TEXT),))
    other = "<meta charset=gbk><p>Отчета года</p>".encode("koi8-r")
    assert read_blocks(other, encoding=" KOI8-R ") == Stream((TextBlock("Отчета года"),))


@pytest.mark.parametrize("encoding", ["", "x-none", "iso-8859-1", "utf-8"])
def test_what_is_declared_outside_the_page_may_be_wrong(encoding: str) -> None:
    page = f'<meta charset="gbk"><p>{TEXT}</p>'.encode("gb18030")
    assert read_blocks(page, encoding=encoding) == Stream((TextBlock(TEXT),))


def test_no_detector_of_beautiful_soup_decodes_more_pages_rightly() -> None:
    for declared in (False, True):
        found, count = detectors.right(declared=declared)
        assert found["this library"] == max(found.values()) > 0.95 * count
