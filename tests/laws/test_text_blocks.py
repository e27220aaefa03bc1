"""The laws of the two text formats: what ordinary reports look like, and what any text is read as."""

import contextlib
import re
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govreport import testing as strategies
from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.errors import ReportError
from govreport.model.grid import Cell, Table
from govreport.readers import pipe_text as pipe_reader
from govreport.readers import tab_text as tab_reader
from govreport.writers import pipe_text as pipe_writer
from govreport.writers import tab_text as tab_writer

READERS = [pytest.param(pipe_reader, id="pipe"), pytest.param(tab_reader, id="tab")]
WRITERS = [pytest.param(pipe_writer, id="pipe"), pytest.param(tab_writer, id="tab")]

PROSE = st.text("本年度共受理申请件均已按期答复，。、（）《》“”一二三", min_size=1, max_size=30)
_EDGES = re.compile(r"\A[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+\Z")
VALUES = st.sampled_from(("", "0", "12", "-35", "1,234", "592万元", "/", "规章", "本年增/减"))


@st.composite
def typical_tables(draw: st.DrawFn) -> TableBlock:
    width = draw(st.integers(1, 8))
    rows = st.lists(st.lists(VALUES, min_size=width, max_size=width), min_size=2, max_size=6)
    return TableBlock(Table([Cell(text) for text in row] for row in draw(rows)))


TYPICAL = st.builds(
    Stream,
    st.lists(st.one_of(PROSE.map(TextBlock), typical_tables()), max_size=8).map(tuple),
    st.builds(
        Page,
        publication_date=st.one_of(st.none(), st.dates()),
        publisher=st.one_of(st.none(), st.just("甲县乙镇人民政府")),
    ),
)


@pytest.mark.parametrize("writer", WRITERS)
@given(stream=TYPICAL)
def test_ordinary_prose_and_tables_need_no_strict_form(
    writer: ModuleType, stream: Stream
) -> None:
    text = writer.write_blocks(stream)
    assert "\\" not in text


@given(TYPICAL)
def test_both_formats_show_the_same_of_ordinary_prose_and_tables(stream: Stream) -> None:
    piped = pipe_reader.read_blocks(pipe_writer.write_blocks(stream).encode())
    assert piped == tab_reader.read_blocks(tab_writer.write_blocks(stream).encode()) == stream


@given(st.lists(strategies.texts().filter(lambda text: "|" not in text), max_size=6))
@example(["[bookmark: _GoBack]\t0"])
@example(["\ufeff\t0"])
def test_both_readers_agree_on_text_without_tables(texts: list[str]) -> None:
    # The first line alone could open a strict form, which the other reader refuses.
    # A line that begins with a tab, be it behind marks of no width, is a row in one of them.
    lines = ["正文", *(_EDGES.sub("", line) for text in texts for line in text.split("\n"))]
    data = "\n".join(lines).encode()
    assert pipe_reader.read_blocks(data) == tab_reader.read_blocks(data)


@pytest.mark.parametrize("reader", READERS)
@given(data=st.binary(max_size=200))
def test_any_bytes_give_a_stream_or_our_error(reader: ModuleType, data: bytes) -> None:
    with contextlib.suppress(ReportError):
        assert isinstance(reader.read_blocks(data), Stream)


_PIECES = ("|", "||", "\t", "\n", "\n\n", " ", "0", "甲", "\\", "n", "\\[", "\\]", "\\,", "\\;")
_MORE_PIECES = (
    "\\(2x2)",
    "\\{m}",
    "\\table{m}\n",
    "\\=a b\n",
    "---",
    "# ",
    "**",
    "\r",
    "\f",
    "{",
)


@pytest.mark.parametrize("reader", READERS)
@given(
    start=st.sampled_from(("", "\\govreport 1 pipe\n", "\\govreport 1 tab\n")),
    pieces=st.lists(st.sampled_from(_PIECES + _MORE_PIECES), max_size=40),
)
def test_any_signs_give_a_stream_or_our_error(
    reader: ModuleType, start: str, pieces: list[str]
) -> None:
    try:
        stream = reader.read_blocks((start + "".join(pieces)).encode())
    except ReportError:
        return
    for block in stream.blocks:
        if isinstance(block, TextBlock):
            assert block.text.strip() == block.text != ""


@given(st.lists(st.sampled_from(("|", "|||", " | ", "\n", "甲", "乙丙", "0", "7")), max_size=40))
def test_plain_pipe_text_loses_no_cell_text_and_keeps_their_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    read = []
    for block in pipe_reader.read_blocks(text.encode()).blocks:
        if isinstance(block, TextBlock):
            read.append(block.text)
        else:
            read.extend(cell.text for row in block.table.rows for cell in row)
    expected = "".join(text.replace("|", " ").split())
    assert "".join("".join(read).replace("|", " ").split()) == expected


@given(st.lists(st.sampled_from(("\t", "\n", "\n\n", " ", "甲", "乙丙", "0", "7")), max_size=40))
def test_plain_tab_text_loses_no_cell_text_and_keeps_their_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    read = []
    for block in tab_reader.read_blocks(text.encode()).blocks:
        if isinstance(block, TextBlock):
            read.append(block.text)
        else:
            read.extend(cell.text for row in block.table.rows for cell in row)
    assert "".join("".join(read).split()) == "".join(text.split())
