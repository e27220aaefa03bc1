"""The law of HTML pages for one block, one page, and by way of other parsers."""

import html5lib
import lxml.html
from hypothesis import given

from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.model.grid import Table
from govreport.readers.html import read_blocks
from govreport.testing import lines, marks, statements, streams, tables, text_blocks
from govreport.writers.html import write_blocks
from tests.laws.registry import share


def read_back(page: str) -> Stream:
    return read_blocks(page.encode("utf-8"))


@given(text_blocks())
def test_a_text_keeps_every_character_its_level_and_its_mark(block: TextBlock) -> None:
    assert read_back(write_blocks(Stream((block,)))).blocks == (block,)


@given(tables(), marks())
def test_a_table_keeps_its_spans_its_nested_tables_and_its_mark(table: Table, mark: str) -> None:
    block = TableBlock(table, mark)
    assert read_back(write_blocks(Stream((block,)))).blocks == (block,)


@given(lines(), lines(), lines(), statements())
def test_what_a_page_and_the_statements_say_is_kept(title, author, publisher, stated) -> None:
    stream = Stream((), Page(title, author, None, publisher), stated)
    assert read_back(write_blocks(stream)) == stream


@share(20)
@given(streams())
def test_a_page_that_the_standard_s_parser_took_and_wrote_again_reads_equal(stream) -> None:
    tree = html5lib.parse(write_blocks(stream), namespaceHTMLElements=False)
    again = html5lib.serialize(tree, omit_optional_tags=False, quote_attr_values="always")
    assert read_back(f"<!DOCTYPE html>{again}") == stream


@share(20)
@given(streams())
def test_a_page_that_lxml_took_and_wrote_again_reads_equal(stream: Stream) -> None:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = lxml.html.document_fromstring(write_blocks(stream).encode("utf-8"), parser=parser)
    again = lxml.html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")
    assert read_blocks(again) == stream
