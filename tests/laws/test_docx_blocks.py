"""The law of Word files for one block, one page: they are read back as they were."""

import datetime

from hypothesis import example, given
from hypothesis import strategies as st

from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.model.grid import Cell, Table
from govreport.readers.docx import read_blocks
from govreport.testing import lines, marks, statements, tables, text_blocks
from govreport.writers.docx import write_blocks
from tests.laws.registry import share


@given(text_blocks())
def test_a_text_keeps_every_character_its_level_and_its_mark(block: TextBlock) -> None:
    assert read_blocks(write_blocks(Stream((block,)))).blocks == (block,)


@share(4)
@given(tables(), marks())
def test_a_table_keeps_its_spans_its_nested_tables_and_its_mark(table: Table, mark: str) -> None:
    block = TableBlock(table, mark)
    assert read_blocks(write_blocks(Stream((block,)))).blocks == (block,)


@share(4)
@given(st.lists(st.sampled_from(["0", "", "文"]), min_size=20, max_size=70))
def test_a_wide_table_keeps_its_cells(cells: list[str]) -> None:
    block = TableBlock(Table([cells, [Cell("头", 1, len(cells))]]))
    assert read_blocks(write_blocks(Stream((block,)))).blocks == (block,)


@share(4)
@given(lines(), lines(), st.dates(), lines(), statements())
@example("Untitled", "WINDOWS 用户", datetime.date(2022, 1, 20), "文", ())
def test_what_a_page_and_the_statements_say_is_kept(title, author, date, publisher, stated):
    stream = Stream((), Page(title, author, date, publisher), stated)
    assert read_blocks(write_blocks(stream)) == stream
