"""Reading pipe-delimited text: every dialect that extraction programs print, and the strict form."""

import datetime
import random
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import pytest

import govreport
from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.limits import Limits
from govreport.model.grid import Cell, Table
from govreport.readers.pipe_text import read_blocks


def read(text: str) -> Stream:
    return read_blocks(text.encode())


def shown(text: str) -> list[str | list[list[str]]]:
    """Return the texts of a plain source and the rows of its tables."""
    return [
        block.text
        if isinstance(block, TextBlock)
        else [[cell.text for cell in row] for row in block.table.rows]
        for block in read(text).blocks
    ]


def strict(*lines: str) -> Stream:
    return read("\n".join(("\\govreport 1 pipe", *lines, "")))


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("| 甲 | 乙 |\n| 1 | 2 |\n", id="bars at both ends"),
        pytest.param("甲 | 乙 |\n1 | 2 |\n", id="bars at the end"),
        pytest.param("| 甲 | 乙\n| 1 | 2\n", id="bars at the start"),
        pytest.param("甲 | 乙\n1 | 2\n", id="bars between"),
        pytest.param("|甲|乙|\n|1|2|\n", id="no blanks"),
        pytest.param("|甲||乙|\n|1||2|\n", id="doubled bars"),
        pytest.param("甲 | 乙 |\n| 1 | 2 |\n", id="first row without its first bar"),
        pytest.param("| 甲 | 乙 |\r\n| 1 | 2 |\r\n", id="CR LF"),
        pytest.param("  | 甲 | 乙 |  \n\u3000| 1 | 2 |\u00a0\n", id="indented"),
        pytest.param("| 甲 | 乙 |\n|---|:--:|\n| 1 | 2 |\n", id="Markdown"),
        pytest.param("甲 | 乙\n--- | ---\n1 | 2\n", id="Markdown without outer bars"),
        pytest.param("甲 | 乙 ||||||||\n1 | 2 |||||||||||||||\n", id="padded to the page"),
    ],
)
def test_rows_are_read_in_every_dialect_of_one_line_a_row(printed: str) -> None:
    assert shown(printed) == [[["甲", "乙"], ["1", "2"]]]


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("甲 |\n0 |\n7 |\n", id="bar at the end"),
        pytest.param("|甲\n|0\n|7\n", id="bar at the start"),
        pytest.param("甲|\n0|\n7|\n", id="no blank before the bar"),
        pytest.param("甲 |\n0\n|\n7 |\n", id="one bar on the next line"),
        pytest.param("甲\n|\n0\n|\n7\n|\n", id="every bar on the next line"),
    ],
)
def test_cells_are_read_in_every_dialect_of_one_line_a_cell(printed: str) -> None:
    assert shown(printed) == [[["甲"], ["0"], ["7"]]]


def test_a_lone_bar_before_each_row_leaves_a_heading_a_text() -> None:
    printed = "标题\n|\n甲 |\n0 |\n|\n乙 |\n7 |\n|\n丙 |\n1 |\n另一标题\n|\n丁 |\n2 |\n"
    assert shown(printed) == [
        "标题",
        [[""], ["甲"], ["0"], [""], ["乙"], ["7"], [""], ["丙"], ["1"]],
        "另一标题",
        [[""], ["丁"], ["2"]],
    ]


def test_a_bare_value_before_a_lone_bar_is_a_cell_in_any_dialect() -> None:
    printed = "|\n甲 |\n0 |\n|\n乙 |\n0 |\n|\n丙 |\n9\n|\n"
    assert shown(printed) == [[[""], ["甲"], ["0"], [""], ["乙"], ["0"], [""], ["丙"], ["9"]]]


def test_mixed_bars_at_either_end_give_the_cells_in_order() -> None:
    printed = "| 内容\n|\n本年新 |\n本年新 |\n总数量\n|\n| 增减\n| 数量\n||||\n甲 | 0 | 1 |\n"
    cells = [cell for row in shown(printed)[0] for cell in row if cell]
    assert cells == ["内容", "本年新", "本年新", "总数量", "增减", "数量", "甲", "0", "1"]


def test_blank_cells_stay_where_they_are_printed() -> None:
    printed = "| 甲 | | 0 | |\n甲 | |||\n| | | | |\n甲 | 1 | 2 | 3 |\n"
    assert shown(printed) == [
        [["甲", "", "0", ""], ["甲", "", "", ""], ["", "", "", ""], ["甲", "1", "2", "3"]]
    ]


def test_the_bars_of_padding_count_only_as_far_as_other_rows_have_cells() -> None:
    printed = "甲 | 乙 | 丙 |\n0 | ||||||||\n|||||||||||\n"
    assert shown(printed) == [[["甲", "乙", "丙"], ["0", "", ""], ["", "", ""]]]


def printed_cells(text: str) -> tuple[int, ...]:
    (block,) = read(text).blocks
    assert isinstance(block, TableBlock)
    return block.printed_cells


def test_a_padded_row_has_printed_the_cells_before_its_padding() -> None:
    printed = "甲 | ||||\n乙 | | | 1 | |\n丙 | 0 | ||\n丁 | 1 | 2 | 3 |\n"
    assert printed_cells(printed) == (1, 4, 2, 4)


def test_a_blank_that_may_be_padding_is_no_printed_cell_where_rows_are_padded() -> None:
    assert printed_cells("甲 | 0 | ||\n乙 | 1 | 2 | |\n") == (2, 3)


def test_where_no_row_is_padded_every_blank_is_a_printed_cell() -> None:
    assert printed_cells("甲 | 0 | | |\n乙 | 1 | 2 | |\n") == (4, 4)


BROKEN = """甲 | 乙 | 丙 | 丁 |
甲 | 1 |
| 3 |
乙 | 1 | 2 |
|
丙 | 1 | ||
| 7 |
| 9 |
"""


def test_a_row_that_its_blank_cells_broke_is_one_row() -> None:
    assert shown(BROKEN) == [
        [
            ["甲", "乙", "丙", "丁"],
            ["甲", "1", "", "3"],
            ["乙", "1", "2", ""],
            ["丙", "1", "", ""],
            ["", "7", "", "9"],
        ]
    ]
    # The line break of a blank cell tells it from padding; the row after padding is another.
    assert printed_cells(BROKEN) == (4, 4, 4, 2, 4)


def test_a_blank_first_cell_is_one_where_no_row_begins_with_a_bar() -> None:
    head = "甲 | ||||\n甲 | 乙 | 丙 | 丁 |\n"
    assert shown(f"{head}| 1 | | 2 |\n")[0][2][:4] == ["", "1", "", "2"]
    assert shown(f"{head}| 1 | 2 | 3 |\n")[0][2][:3] == ["1", "2", "3"]
    broken = "甲 | ||||||\n" + "甲 | 乙 | 丙 | ||||\n" * 3
    assert shown(f"{broken}| 1 |\n| 2 |\n|\n| 3 |\n")[0][4] == ["", "1", "", "2", "", "", "3"]
    assert shown(f"{broken}| 1 |\n| 2 |\n| 3 |\n")[0][4][:5] == ["1", "", "2", "", "3"]


def test_hundreds_of_bars_cost_neither_width_nor_time() -> None:
    bars = "|" * 400
    printed = "".join(f"{bars} 甲 {bars} {number} {bars}\n" for number in range(2_000))
    (block,) = read(printed).blocks
    assert isinstance(block, TableBlock)
    assert (block.table.height, block.table.width) == (2_000, 2)


def test_a_row_broken_inside_a_cell_is_joined_where_its_neighbour_shows_its_width() -> None:
    printed = "| 内容 | 本年新\n制作数量 | 总数量 |\n| 甲 | 0 | 1 |\n"
    assert shown(printed) == [[["内容", "本年新\n制作数量", "总数量"], ["甲", "0", "1"]]]


def test_a_broken_row_without_such_a_neighbour_keeps_its_lines_apart() -> None:
    assert shown("| 内容 | 本年新\n制作数量 | 总数量 |\n") == [
        [["内容", "本年新"], ["制作数量", "总数量"]]
    ]


@pytest.mark.parametrize(
    "line",
    [
        "甲省人民政府网 | 乙市人民政府",
        "发布时间：2022-01-20 | 来源：甲县乙镇",
        "C:\\甲\\乙 \\n 不变",
        "#号不带空格",
        "- 项目",
        "甲**乙",
        "2 ** 3 ** 4",
        "[书签: x]",
        "[bookmark:x]",
        "发布日期：2022-13-45",
        "来源：甲县 日期：某日",
        "\\govreport",
    ],
)
def test_such_a_line_stays_the_text_that_it_is(line: str) -> None:
    stream = read(f"前文\n{line}\n后文\n")
    assert [block for block in stream.blocks if block == TextBlock(line)]
    assert stream.diagnostics == ()


def test_marks_of_emphasis_are_no_text() -> None:
    blocks = read("前文\n**一是**加强领导，**二是**完善制度。\n").blocks
    assert blocks == (TextBlock("前文"), TextBlock("一是加强领导，二是完善制度。"))


def test_lines_with_bars_inside_are_rows_beside_others_of_as_many_bars() -> None:
    assert shown("甲 | 乙 | 丙\n\n1 | 2 | 3\n") == [[["甲", "乙", "丙"]], [["1", "2", "3"]]]


def test_many_lines_with_bars_one_after_the_other_are_rows_whatever_their_bars() -> None:
    printed = "甲 | 乙\n1 | 2 | 3\n4 | 5\n6 | 7 | 8 | 9\n"
    assert [row[:2] for row in shown(printed)[0]] == [
        ["甲", "乙"],
        ["1", "2"],
        ["4", "5"],
        ["6", "7"],
    ]


def test_double_spaced_rows_are_one_table_and_texts_tell_their_blank_lines() -> None:
    stream = read("前\n\n" + "| 甲 | 0 |\n\n" * 4 + "\n后\n")
    assert stream.blocks == (
        TextBlock("前"),
        TableBlock(Table([["甲", "0"]] * 4)),
        TextBlock("后"),
    )
    assert [block.blank_lines for block in stream.blocks if isinstance(block, TextBlock)] == [
        0,
        2,
    ]


def test_padding_of_any_length_is_none_where_each_cell_has_its_line() -> None:
    assert shown("|\n甲 |\n0 | ||\n|\n乙 |\n1 ||\n|||\n") == [
        [[""], ["甲"], ["0"], [""], ["乙"], ["1"], [""]]
    ]


@pytest.mark.parametrize(
    ("printed", "blanks"),
    [
        ("| 甲 | | 0 |\n| | 乙 | 1 |\n", True),
        ("甲 | | 0 |\n| | 乙 | 1 |\n", True),
        ("| 甲 | 乙 |\n|---|---|\n| | 1 |\n", True),
        ("甲 | 0 |\n乙 | 1 |\n", False),
        ("|甲||0|\n|乙||1|\n", False),
        ("甲 |\n0 |\n", False),
    ],
)
def test_a_table_tells_whether_its_dialect_shows_blank_cells(printed: str, blanks: bool) -> None:
    (block,) = read(printed).blocks
    assert isinstance(block, TableBlock)
    assert block.blanks_shown is blanks


def test_a_line_without_bars_stands_as_text_between_two_tables() -> None:
    assert shown("甲 | 0 |\n说明\n乙 | 1 |\n") == [[["甲", "0"]], "说明", [["乙", "1"]]]


def test_a_blank_line_parts_two_tables() -> None:
    assert shown("| 甲 |\n\n| 乙 |\n") == [[["甲"]], [["乙"]]]


def test_lone_bars_between_links_make_no_table() -> None:
    assert shown("首页\n|\n") == ["首页"]


def test_hyphens_that_state_no_figure_are_kept() -> None:
    printed = "| 甲 | 乙 |\n| - | - |\n| -- | — |\n"
    assert shown(printed) == [[["甲", "乙"], ["-", "-"], ["--", "—"]]]


def test_an_escaped_bar_parts_no_cells_of_a_markdown_table_and_stays_as_printed() -> None:
    assert shown("| 甲 | 乙 |\n|---|---|\n| a\\|b | c |\n") == [[["甲", "乙"], ["a\\|b", "c"]]]


def test_markdown_headings_give_levels() -> None:
    assert read("# 标题\n## **一、甲**\n###### 末级\n**正文**\n").blocks == (
        TextBlock("标题", 0),
        TextBlock("一、甲", 1),
        TextBlock("末级", 5),
        TextBlock("正文"),
    )


def test_headings_of_other_markups_give_levels() -> None:
    assert read(
        "== 标题\n== 一、甲 ==\nh3. （一）乙\nh1(title). 丙\n= = =\nh2.5 丁\n"
    ).blocks == (
        TextBlock("标题", 1),
        TextBlock("一、甲", 1),
        TextBlock("（一）乙", 2),
        TextBlock("丙", 0),
        TextBlock("= = ="),
        TextBlock("h2.5 丁"),
    )


def test_marks_of_the_extractor_are_left_out_and_told() -> None:
    stream = read("[image: 徽章]\n[bookmark: _GoBack]甲 | [bookmark: 书签]0 |\n乙 | 1 |\n")
    assert stream.blocks == (TableBlock(Table([["甲", "0"], ["乙", "1"]])),)
    assert [(told.code, told.where, told.text) for told in stream.diagnostics] == [
        ("image", "line 1", "徽章"),
        ("extractor-noise", "line 2", "[bookmark: _GoBack]"),
        ("extractor-noise", "line 2", "[bookmark: 书签]"),
    ]


def test_page_separators_part_lines_and_are_told() -> None:
    stream = read("前页\f后页\x07尾\n")
    assert stream.blocks == (TextBlock("前页"), TextBlock("后页尾"))
    assert [told.code for told in stream.diagnostics] == ["forbidden-character"]
    assert stream.diagnostics[0].text == "前页后页尾"


def test_a_page_separator_before_a_row_does_not_end_its_table() -> None:
    stream = read("甲 | 0 |\n\f乙 | 1 |\n丙 | 2 |\f\n丁 | 3 |\n")
    assert stream.blocks == (
        TableBlock(Table([["甲", "0"], ["乙", "1"], ["丙", "2"], ["丁", "3"]])),
    )


@pytest.mark.parametrize(
    ("line", "page"),
    [
        (
            "发布日期：2022-01-20 来源：甲县乙镇人民政府",
            Page(publication_date=datetime.date(2022, 1, 20), publisher="甲县乙镇人民政府"),
        ),
        ("发布日期：2022-01-20", Page(publication_date=datetime.date(2022, 1, 20))),
        ("来源：甲县乙镇人民政府", Page(publisher="甲县乙镇人民政府")),
    ],
)
def test_the_line_about_the_page_is_read_where_it_comes_first(line: str, page: Page) -> None:
    assert read(f"\n{line}\n正文\n") == Stream((TextBlock("正文"),), page)
    assert read(f"正文\n{line}\n") == Stream((TextBlock("正文"), TextBlock(line)))


def test_any_shuffle_of_the_dialects_gives_every_cell_in_order() -> None:
    rows = [[f"甲{row}乙{column}丙" for column in range(4)] for row in range(12)]
    chance = random.Random(20)  # noqa: S311
    for _ in range(50):
        printed = "".join(_printed(row, chance.randrange(6)) for row in rows)
        cells: list[str] = []
        for block in shown(printed):
            for row in [[block]] if isinstance(block, str) else block:
                cells.extend(text for text in row if text)
        assert cells == list(chain.from_iterable(rows))


def _printed(row: Sequence[str], dialect: int) -> str:
    return (
        "| " + " | ".join(row) + " |\n",
        " | ".join(row) + " |||||||||\n",
        "".join(f"{cell} |\n" for cell in row),
        "".join(f"|{cell}\n" for cell in row),
        "".join(f"{cell}\n|\n" for cell in row),
        "|\n" + "".join(f"{cell}  |\n" for cell in row),
    )[dialect]


def test_a_table_larger_than_the_limits_is_refused() -> None:
    with pytest.raises(
        LimitExceededError, match="line 2: grid positions of the table: 4, more than 3"
    ):
        read_blocks("甲\n| 1 | 2 |\n| 3 | 4 |\n".encode(), Limits(table_cells=3))
    with pytest.raises(LimitExceededError, match="input_bytes"):
        read_blocks(b"abcd", Limits(input_bytes=3))


def test_the_strict_form_reads_marks_statements_and_the_page() -> None:
    stream = strict(
        "\\=agency 甲县\\\\乙镇",
        "\\=empty",
        "\\date 2022-01-20",
        "\\publisher 甲 : 乙",
        "\\{heading 2}一、甲\\n乙",
        "\\|不是行",
        "# 不是标题",
        "\\table{a \\} b}",
        "| \\(2x1) 甲 | a\\|b |",
        "| | |",
    )
    assert stream == Stream(
        (
            TextBlock("一、甲\n乙", None, "heading 2"),
            TextBlock("|不是行"),
            TextBlock("# 不是标题"),
            TableBlock(Table([[Cell("甲", 2), "a|b"], [""]]), "a } b"),
        ),
        Page(publication_date=datetime.date(2022, 1, 20), publisher="甲 : 乙"),
        (("agency", "甲县\\乙镇"), ("empty", "")),
    )


def test_the_strict_form_reads_nested_tables_among_the_texts_of_a_cell() -> None:
    inner = Table([["1", Cell("2", 1, 2)], ["3", Cell(["4", Table([[""]])]), "5"]])
    assert strict("| 前\\[1\\,\\(1x2)2\\,\\;3\\,4\\[\\]\\,5\\]后 |") == Stream(
        (TableBlock(Table([[Cell(["前", inner, "后"])]])),)
    )


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["a\\b"], r"line 2 .*'\\\\b' is not an escape"),
        (["正文", "a\\"], "line 3 .*is not an escape"),
        (["\\table{m}", "text"], "line 3 .*rows"),
        (["\\table{m}"], "line 2 .*rows"),
        (["\\table{m} text"], "line 2"),
        (["\\tabel{m}"], "line 2 .*misspelt"),
        (["\\{}text"], "line 2 .*no mark"),
        (["\\{m}"], "line 2 .*follows"),
        (["\\{m text"], "line 2 .*not an escape"),
        (["\\=Agency 甲"], "line 2 .*not an escape"),
        (["\\date 2022-13-01"], "line 2 .*not a date"),
        (["\\date 20220120"], "line 2 .*not a date"),
        (["| \\[ a |"], "line 2 .*not closed"),
        (["| a \\] |"], "line 2 .*not an escape"),
        (["| a \\(2x2) |"], "line 2 .*at its start"),
        (["| \\(0x2) a |"], "line 2 .*at its start"),
        (["| \\(2x1) a |"], "line 2 .*reaches beyond the table"),
        (["| \\(1x2) a | b |"], "line 2 .*below a span"),
        (["| a | \\(2x1) b |", "| \\(1x2) c | |"], "line 2 .*overlaps another"),
    ],
)
def test_a_broken_strict_form_is_refused_by_its_line(lines: list[str], message: str) -> None:
    with pytest.raises(UnreadableSourceError, match=message):
        strict(*lines)


@pytest.mark.parametrize("first", ["\\govreport 1 tab", "\\govreport 2 pipe"])
def test_the_strict_form_of_another_format_or_version_is_refused(first: str) -> None:
    with pytest.raises(UnreadableSourceError, match="line 1"):
        read(f"{first}\n正文\n")


def test_tables_nested_deeper_than_the_limits_are_refused_and_others_read_without_recursion() -> (
    None
):
    data = b"\\govreport 1 pipe\n| " + 40 * b"\\[" + 40 * b"\\]" + b" |\n"
    assert len(read_blocks(data).blocks) == 1
    with pytest.raises(LimitExceededError, match="nested 21 deep, 63 elements"):
        read_blocks(data, Limits(depth=60))


@pytest.mark.corpus
def test_a_real_page_of_one_line_a_cell_gives_all_its_cells_in_order(corpus: Path) -> None:
    data = (corpus / "001_29dbc9a6e67cfbbf.txt").read_bytes()
    tables = [block.table for block in read_blocks(data).blocks if isinstance(block, TableBlock)]
    assert [(table.height, table.width) for table in tables] == [(30, 1), (215, 1), (34, 1)]
    printed = "".join(data.decode().replace("|", "").split())
    assert "".join(row[0].text for row in tables[1].rows).replace(" ", "") in printed


def blanks_shown(text: str) -> bool:
    (block,) = read(text).blocks
    assert isinstance(block, TableBlock)
    return block.blanks_shown


def test_single_bars_that_touch_hold_blank_cells() -> None:
    printed = "|甲||||\n||乙|丙|丁|\n|戊|1|||\n"
    assert shown(printed) == [[["甲", "", "", ""], ["", "乙", "丙", "丁"], ["戊", "1", "", ""]]]
    assert blanks_shown(printed)
    assert not blanks_shown("|甲|||\n|戊|1||\n|己|1|2|\n")  # padding, for all one knows


def test_rows_without_bars_at_their_ends_show_blanks_below_a_rule_or_in_a_rectangle() -> None:
    rule = "甲 | 乙 | 丙\n---|---|---\n丁 |  | 1\n戊\n\n\n尾"
    assert shown(rule) == [[["甲", "乙", "丙"], ["丁", "", "1"]], "戊", "尾"]
    rectangle = "甲 | 乙 | 丙\n丁 |  | 1\n戊 | 2 |\n己 |  | 3\n"
    assert shown(rectangle)[0][1:3] == [["丁", "", "1"], ["戊", "2", ""]]
    assert blanks_shown(rectangle)
    assert not blanks_shown("甲 | 乙 | 丙\n丁 | 1\n戊 | 2 | 3\n己 | 3\n")


@pytest.mark.parametrize("bar", "｜│┃║")
def test_other_bars_part_cells_where_they_close_line_after_line(bar: str) -> None:
    rows = [f"{bar}甲{bar}乙{bar}", f"{bar} 丙 {bar} 1 {bar}", f"{bar}丁{bar}2{bar}"]
    assert shown("\n".join(rows)) == [[["甲", "乙"], ["丙", "1"], ["丁", "2"]]]
    assert shown("\n".join(rows[:2])) == rows[:2]
    assert shown("\n".join([*rows, f"{bar}戊|3{bar}"]))[0] == rows[0]


def test_grids_of_box_drawing_characters_are_tables() -> None:
    printed = "┌──┬──┐\n│甲│乙│\n├──┴──┤\n│ 丙  │\n└─────┘\n"
    (block,) = read(printed).blocks
    assert isinstance(block, TableBlock)
    assert block.table == Table([["甲", "乙"], [Cell("丙", column_span=2)]])


def test_numbers_below_each_other_between_borders_are_rows() -> None:
    border = "+----+---+\n"
    printed = f"{border}|甲  |乙 |\n{border}|丙  |1  |\n|丁  |2  |\n{border}"
    assert shown(printed) == [[["甲", "乙"], ["丙", "1"], ["丁", "2"]]]


def test_emphasis_around_whole_cells_and_line_ends_are_understood() -> None:
    printed = "| **甲** | __乙__ |\n| 丙<br>丁 | **1** |\n| 1**2**3 | *** |\n"
    assert shown(printed) == [[["甲", "乙"], ["丙\n丁", "1"], ["1**2**3", "***"]]]


def test_stars_around_a_lone_number_may_mask_digits() -> None:
    assert shown("| 甲 | 1 |\n| 乙 | **2** |\n") == [[["甲", "1"], ["乙", "**2**"]]]


def test_stars_that_touch_digits_of_a_text_are_no_emphasis() -> None:
    assert shown("1**2**3\n共**3**件\n**4**") == ["1**2**3", "共3件", "4"]


def test_an_emphasised_heading_that_runs_on_is_a_text_of_its_own() -> None:
    assert shown("**三、情况**（本列数据）\n| 甲 | 1 |\n") == [
        "三、情况",
        "（本列数据）",
        [["甲", "1"]],
    ]
    assert shown("**一、情况**：无\n**注意**此处\n共**三**件") == [
        "一、情况：无",
        "注意此处",
        "共三件",
    ]


@pytest.mark.parametrize(
    "blank", ["&nbsp;", "&emsp;", "&#160;", "&#xA0;", "&#12288;", "&nbsp; &nbsp;"]
)
@pytest.mark.parametrize("format", ["pipe", "tab"])
def test_references_for_blanks_that_indent_a_text_are_blanks(blank: str, format: str) -> None:
    plain = "青禾县2023年政府信息公开工作年度报告\n一、总体情况\n本年公开12条。\n"
    found = govreport.loads("".join(blank + line + "\n" for line in plain.splitlines()), format)
    assert found == govreport.loads(plain, format)
    (told,) = (each for each in found.diagnostics if each.code == "extractor-noise")
    assert told.text == blank


def test_references_for_blanks_within_a_text_stay() -> None:
    text = "一、总体情况\n编码写作 a&nbsp;b 的形式。\n"
    found = govreport.loads(text, "pipe")
    assert found.sections[0].blocks == (govreport.Paragraph("编码写作 a&nbsp;b 的形式。"),)
    assert not found.diagnostics


def test_signs_without_width_leave_blank_cells_blank() -> None:
    plain = "| 规章 | | 0 |\n| 规范性文件 | 2 | |\n"
    for sign in "\u200b\u200c\u200d\u2060\ufeff":
        damaged = plain.replace(" ", f" {sign}").replace("|", f"{sign}|{sign}")
        assert shown(damaged) == shown(plain)
