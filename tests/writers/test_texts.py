"""Writing the two text formats: the very lines of the plain form, and what needs the strict one."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest

from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.model.grid import Cell, Table
from govreport.readers import pipe_text as pipe_reader
from govreport.writers import pipe_text, tab_text

DOCUMENTATION = Path(__file__).parent.parent.parent / "docs" / "formats.md"

TABLE = TableBlock(Table([["内容", Cell("数量", 1, 2)], [Cell("规章", 2), "0", ""], ["1", "2"]]))
STREAM = Stream(
    (TextBlock("标题", 0), TABLE, TableBlock(Table([["甲"]])), TextBlock("正文")),
    Page("甲", "乙", datetime.date(2022, 1, 20), "甲县乙镇人民政府"),
)


def test_plain_pipe_text_has_a_line_for_each_text_and_row() -> None:
    assert pipe_text.write_blocks(STREAM) == (
        "发布日期：2022-01-20 来源：甲县乙镇人民政府\n"
        "标题\n| 内容 | 数量 | |\n| 规章 | 0 | |\n| | 1 | 2 |\n\n| 甲 |\n正文\n"
    )


def test_plain_tab_text_has_a_line_for_each_cell_as_word_stores_it() -> None:
    assert tab_text.write_blocks(STREAM) == (
        "发布日期：2022-01-20 来源：甲县乙镇人民政府\n"
        "标题\n\t内容\n\t数量\n\n\t规章\n\t0\n\t\n\n\t\n\t1\n\t2\n\n\n\t甲\n\n\n正文\n"
    )


def test_a_line_break_in_a_cell_is_plain_in_tab_text_and_strict_in_pipe_text() -> None:
    stream = Stream((TableBlock(Table([["本年新\n制作数量", "1"], ["0", "2"]])),))
    assert tab_text.write_blocks(stream) == "\t本年新\n制作数量\n\t1\n\n\t0\n\t2\n\n\n"
    assert pipe_text.write_blocks(stream) == (
        "\\govreport 1 pipe\n| 本年新\\n制作数量 | 1 |\n| 0 | 2 |\n"
    )


def test_the_strict_form_carries_marks_with_spans_statements_and_nested_tables() -> None:
    nested = TableBlock(Table([[Cell(["前", Table([["1", "2"], ["3", ""]]), "a|b"])]]))
    stream = Stream(
        (TextBlock("甲", 1, "heading 2"), replace(TABLE, mark="table"), nested),
        statements=(("agency", "乙"), ("empty", "")),
    )
    assert pipe_text.write_blocks(stream) == (
        "\\govreport 1 pipe\n\\=agency 乙\n\\=empty\n\\{heading 2}甲\n\\table{table}\n"
        "| 内容 | \\(1x2) 数量 | |\n| \\(2x1) 规章 | 0 | |\n| | 1 | 2 |\n\n"
        "| 前 \\[ 1 \\, 2 \\; 3 \\, \\] a\\|b |\n"
    )


@pytest.mark.parametrize(
    "block",
    [
        TextBlock("| 甲 |"),
        TextBlock("甲\n乙"),
        TextBlock("# 甲"),
        TextBlock("**甲**"),
        TextBlock("[image: 甲]"),
        TextBlock("来源：甲县"),
        TextBlock("\ufeff甲"),
        TextBlock("\\govreport 1 pipe"),
        TextBlock("甲", None, "heading 2"),
        TableBlock(Table([["a|b"]])),
        TableBlock(Table([["甲", "乙"], ["---", "---"]])),
        TableBlock(Table([[Cell([Table([["甲"]])])]])),
    ],
)
def test_what_the_plain_form_would_misread_is_strict(block: TextBlock | TableBlock) -> None:
    assert pipe_text.write_blocks(Stream((block,))).startswith("\\govreport 1 pipe\n")


@pytest.mark.parametrize(
    "text", ["甲 | 乙", "C:\\甲\\n", "甲#乙", "- 甲", "发布日期：某日", "甲\t乙"]
)
def test_a_text_that_only_looks_odd_is_plain(text: str) -> None:
    assert pipe_text.write_blocks(Stream((TextBlock(text),))) == f"{text}\n"
    assert tab_text.write_blocks(Stream((TextBlock(text),))) == f"{text}\n"


def test_a_publisher_that_is_no_word_needs_the_strict_form() -> None:
    stream = Stream((), Page(publisher="甲 乙"))
    assert pipe_text.write_blocks(stream) == "\\govreport 1 pipe\n\\publisher 甲 乙\n"


def test_the_examples_of_the_documentation_are_written_as_they_stand_there() -> None:
    examples = re.findall(r"(?:^    .*\n)+", DOCUMENTATION.read_text("utf-8"), re.MULTILINE)
    assert len(examples) == 2
    for example in examples:
        text = example.replace("\n    ", "\n").removeprefix("    ")
        assert pipe_text.write_blocks(pipe_reader.read_blocks(text.encode())) == text
