"""Texts that were decoded as Latin-1 or Windows-1252 before they reached a reader."""

from html.entities import codepoint2name

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.readers.html import read_blocks
from govreport.readers.wrong_decoding import restored, restored_references

TEXT = (
    "青禾县云岭镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n"
    "本年度共受理申请17件，其中网络申请5件。（说明：不含重复件）"
)


def as_latin(data: bytes) -> str:
    return data.decode("latin-1")


def as_windows(data: bytes) -> str:
    """Return bytes decoded as browsers do: the gaps of Windows-1252 are those of Latin-1."""
    return "".join(
        bytes((each,)).decode("cp1252")
        if each not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
        else chr(each)
        for each in data
    )


@pytest.mark.parametrize("wrongly", [as_latin, as_windows])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030"])
def test_a_text_is_decoded_anew_and_that_is_told(encoding: str, wrongly) -> None:
    text, told = restored(wrongly(TEXT.encode(encoding)))
    assert text == TEXT
    assert [each.code for each in told] == ["wrongly-decoded"]
    assert told[0].text


@pytest.mark.parametrize("wrongly", [as_latin, as_windows])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
@pytest.mark.parametrize("declared", ["", "<meta charset=utf-8>", "<meta charset=gbk>"])
def test_pages_are_read_whole_title_sections_and_numbers(
    declared: str, encoding: str, wrongly
) -> None:
    page = f"<title>{TEXT[:26]}</title>" + "".join(f"<p>{line}" for line in TEXT.split("\n"))
    right = read_blocks(page.encode())
    stream = read_blocks((declared + wrongly(page.encode(encoding))).encode())
    assert stream.blocks == right.blocks
    assert stream.page == right.page
    assert [each.code for each in stream.diagnostics] == ["wrongly-decoded"]


@pytest.mark.parametrize("wrongly", [as_latin, as_windows])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_text_decoded_wrongly_twice_or_thrice_is_read(encoding: str, wrongly) -> None:
    twice = wrongly(wrongly(TEXT.encode(encoding)).encode())
    assert restored(twice)[0] == TEXT
    assert restored(wrongly(twice.encode()))[0] == TEXT


@pytest.mark.parametrize("wrongly", [as_latin, as_windows])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
@pytest.mark.parametrize("named", [False, True])
def test_wrong_characters_may_be_references(named: bool, encoding: str, wrongly) -> None:
    lines = "".join(f"<p>{line}" for line in TEXT.split("\n"))
    page = "".join(
        each
        if each.isascii()
        else f"&{codepoint2name[ord(each)]};"
        if named and ord(each) in codepoint2name
        else f"&#{ord(each)};"
        for each in wrongly(lines.encode(encoding))
    )
    stream = read_blocks(page.encode())
    assert stream.blocks == read_blocks(lines.encode()).blocks
    assert [each.code for each in stream.diagnostics] == ["wrongly-decoded"]


def test_references_of_other_pages_stay_as_they_are() -> None:
    page = "<p>caf&eacute; &#233;t&eacute; &lt;b&gt; &nbsp;&amp;nbsp; " * 20
    assert restored_references(page) == (page, ())


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_reports_in_texts_are_read(encoding: str) -> None:
    text = as_latin(TEXT.encode(encoding))
    document = govreport.loads(text, "tab")
    assert document.title == TEXT.split("\n")[0]
    assert document.year == 2023


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT + as_latin(TEXT[:20].encode()),
        "plain",
        "été à l'œuvre, où l'élève naïf créa – déjà – un cœur",
        "ÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁ",
        "Отчета года Отчета года Отчета года",
        as_latin(TEXT[:12].encode()),
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert restored(text) == (text, ())


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF)))
def test_western_texts_stay_as_they_are(text: str) -> None:
    assert restored(text)[0] == text


def test_few_lost_characters_do_not_keep_the_rest_from_being_read() -> None:
    wrong = as_latin((TEXT * 5).encode())
    text, told = restored(wrong[:300] + wrong[301:])
    assert "青禾县云岭镇人民政府2023年" in text
    assert told
