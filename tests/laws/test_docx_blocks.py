"""The law of Word files: whatever stream is written is read back as it was."""

from hypothesis import example, given
from hypothesis import strategies as st

from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.model.grid import Cell, Table
from govreport.readers.docx import read_blocks
from govreport.testing import lines, marks, statements, streams, tables, text_blocks
from govreport.writers.docx import write_blocks


@given(streams())
@example(Stream())
@example(Stream((TextBlock("甲", 1, "m"), TextBlock("乙", 2, "m"), TextBlock("丙", None, "m"))))
@example(Stream((TextBlock("甲", None, "table m"), TableBlock(Table([["乙"]]), "m"))))
@example(Stream((TableBlock(Table([["甲"]])), TableBlock(Table([["甲"]])))))
@example(Stream((TableBlock(Table([[Cell([Table([["甲"]]), Table([["乙"]])])]]), "m"),)))
@example(Stream((TableBlock(Table([[Cell("甲", 2, 2)], [], ["", "", "乙"]])),)))
@example(Stream((TableBlock(Table([["甲\n\n乙\n \n丙\t"]])),)))
def test_a_stream_written_as_a_word_file_is_read_back_as_it_was(stream: Stream) -> None:
    assert read_blocks(write_blocks(stream)) == stream


@given(text_blocks())
def test_a_text_keeps_every_character_its_level_and_its_mark(block: TextBlock) -> None:
    assert read_blocks(write_blocks(Stream((block,)))).blocks == (block,)


@given(tables(), marks())
def test_a_table_keeps_its_spans_its_nested_tables_and_its_mark(table: Table, mark: str) -> None:
    block = TableBlock(table, mark)
    assert read_blocks(write_blocks(Stream((block,)))).blocks == (block,)


@given(st.lists(st.sampled_from(["0", "", "文"]), min_size=20, max_size=70))
def test_a_wide_table_keeps_its_cells(cells: list[str]) -> None:
    block = TableBlock(Table([cells, [Cell("头", 1, len(cells))]]))
    assert read_blocks(write_blocks(Stream((block,)))).blocks == (block,)


@given(lines(), lines(), st.dates(), lines(), statements())
def test_what_a_page_and_the_statements_say_is_kept(title, author, date, publisher, stated):
    stream = Stream((), Page(title, author, date, publisher), stated)
    assert read_blocks(write_blocks(stream)) == stream


@given(streams())
def test_the_same_stream_makes_the_same_bytes(stream: Stream) -> None:
    assert write_blocks(stream) == write_blocks(stream)
