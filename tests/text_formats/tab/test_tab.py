"""Reading tab-indented text: what Apache Tika prints, squeezed or doubled, and the strict form."""

from pathlib import Path

import pytest

from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.limits import Limits
from govreport.model.grid import Cell, Table
from govreport.readers.tab_text import read_blocks


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
    return read("\n".join(("\\govreport 1 tab", *lines, "")))


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("前\n\t甲\n\t0\n\n\t乙\n\t1\n\n\n后\n", id="as Tika prints"),
        pytest.param("前\n\n\t甲\n\t0\n\n\t乙\n\t1\n\n\n\n\n后\n", id="more blank lines around"),
        pytest.param("前\r\n\t甲\r\n\t0\r\n\r\n\t乙\r\n\t1\r\n\r\n\r\n后\r\n", id="CR LF"),
        pytest.param("前\n\t甲  \n\t0 \n \n\t乙\n\t1\u00a0\n\u3000\n后\n", id="trailing blanks"),
        pytest.param("前\n\t甲\t0\n\n\t乙\t1\n\n后\n", id="one line a row"),
    ],
)
def test_rows_end_with_a_blank_line_and_tables_with_another_or_a_text(printed: str) -> None:
    assert shown(printed) == ["前", [["甲", "0"], ["乙", "1"]], "后"]


def test_a_line_without_a_tab_right_after_a_cell_continues_it() -> None:
    assert shown("\t本年新\n制作数量\n\t总数量\n\n\n后\n") == [
        [["本年新\n制作数量", "总数量"]],
        "后",
    ]


def test_where_no_blank_line_ends_a_row_a_text_after_a_cell_is_a_text() -> None:
    printed = "前\n\t甲\n\t0\n二、标题\n\t乙\n\t1\n后\n"
    assert shown(printed) == ["前", [["甲", "0"]], "二、标题", [["乙", "1"]], "后"]


def test_doubled_blank_lines_end_rows_and_not_tables() -> None:
    printed = "\t甲\n\t0\n\n\n" * 4 + "\n\n" + "\t乙\n\n\n\n\n后\n"
    assert shown(printed) == [[["甲", "0"]] * 4, [["乙"]], "后"]


def test_two_tables_of_one_row_are_two() -> None:
    assert shown("\t甲\n\t0\n\n\n\t乙\n\t1\n\n\n后\n") == [[["甲", "0"]], [["乙", "1"]], "后"]


def test_a_tab_at_the_end_of_a_row_shows_a_blank_cell() -> None:
    assert shown("\t甲\t\n\t\t\n\n") == [[["甲", "", "", ""]]]


def test_lone_tabs_and_cells_of_blanks_are_blank_cells() -> None:
    assert shown("\t甲\n\t\n\t \n\t\u00a0\n\t\u3000\n\t0\n\n\n") == [
        [["甲", "", "", "", "", "0"]]
    ]


def test_short_rows_are_filled_up_at_their_end() -> None:
    assert shown("\t甲\n\n\t乙\n\t0\n\n\n") == [[["甲", ""], ["乙", "0"]]]


def test_texts_behind_more_tabs_are_kept() -> None:
    assert shown("\t甲\n\t\t内\n\n\n") == [[["甲", "", "内"]]]


def test_tabs_inside_a_text_and_backslashes_are_text() -> None:
    assert shown("甲\t乙\nC:\\new\\table\n") == ["甲\t乙", "C:\\new\\table"]


def test_marks_of_the_extractor_are_left_out_and_told() -> None:
    stream = read("\t[bookmark: _GoBack]总数量：60\n[image: 图]\n\t[image: ]\n\n\n")
    assert stream.blocks == (TableBlock(Table([["总数量：60", ""]])),)
    assert [(told.code, told.text) for told in stream.diagnostics] == [
        ("extractor-noise", "[bookmark: _GoBack]"),
        ("image", "图"),
        ("image", ""),
    ]


def test_the_line_about_the_page_is_read_where_it_comes_first() -> None:
    stream = read("来源：甲县乙镇人民政府\n正文\n")
    assert stream == Stream((TextBlock("正文"),), Page(publisher="甲县乙镇人民政府"))


def test_a_table_larger_than_the_limits_is_refused() -> None:
    with pytest.raises(
        LimitExceededError, match="line 2: grid positions of the table: 4, more than 3"
    ):
        read_blocks("甲\n\t1\n\t2\n\n\t3\n".encode(), Limits(table_cells=3))
    with pytest.raises(LimitExceededError, match="input_bytes"):
        read_blocks(b"abcd", Limits(input_bytes=3))


def test_the_strict_form_reads_marks_spans_and_escapes() -> None:
    stream = strict(
        "\\{closing paragraph}甲",
        "\\table{table 7}",
        "\t\\(1x2) 甲\\n乙",
        "\t",
        "",
        "\ta\\tb",
        "\t\\[ 1 \\, 2 \\; 3 \\, \\]",
        "",
        "",
        "\t丙",
        "",
    )
    inner = Table([["1", "2"], ["3", ""]])
    assert stream == Stream(
        (
            TextBlock("甲", None, "closing paragraph"),
            TableBlock(Table([[Cell("甲\n乙", 1, 2)], ["a\tb", Cell([inner])]]), "table 7"),
            TableBlock(Table([["丙"]])),
        )
    )


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["\ta\\b"], "line 2 .*not an escape"),
        (["\ta", "", "text\\"], "line 4 .*not an escape"),
        (["\\table{m}", "", "\ta"], "line 3 .*rows"),
        (["\ta", "\t\\(1x2) b", ""], "line 2 .*reaches beyond the table"),
    ],
)
def test_a_broken_strict_form_is_refused_by_its_line(lines: list[str], message: str) -> None:
    with pytest.raises(UnreadableSourceError, match=message):
        strict(*lines)


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["000_9f43bb5929cf9ac2.txt", "002_6663597cbb2d3e83.txt"])
def test_real_prints_of_tika_give_three_tables(corpus: Path, name: str) -> None:
    stream = read_blocks((corpus / name).read_bytes())
    tables = [block.table for block in stream.blocks if isinstance(block, TableBlock)]
    assert [table.width for table in tables] == [4, 10, 15]
    assert [table.height for table in tables][2] == 4


def test_where_lines_go_on_with_the_figures_of_a_row_each_cell_is_a_row() -> None:
    printed = "\t甲\t1\n\t2\t\n\n\t\t3\n\t乙\t4\t5\n\t6\t\t\n\t7\n\n尾\n"
    table, text = read(printed).blocks
    assert isinstance(table, TableBlock)
    assert [row[0].text for row in table.table.rows] == [
        *("甲", "1", "2", "", "", "3", "乙", "4", "5", "6", "", "", "7")
    ]
    assert text == TextBlock("尾", blank_lines=1)


@pytest.mark.parametrize("sign", ["\t", "\t\t"], ids=["a tab", "two tabs"])
@pytest.mark.parametrize("opening", ["", "sign"], ids=["inside", "before each cell"])
def test_tabs_between_cells_keep_blank_cells_in_their_place(sign: str, opening: str) -> None:
    rows = [
        ["项目", "一", "二", "三"],
        ["甲", "1", "", "3"],
        ["乙", "", "", "6"],
        ["丙", "7", "8", "9"],
    ]
    start = sign if opening else ""
    data = "".join(f"{start}{sign.join(row)}\n" for row in rows).encode()
    assert read_blocks(data).blocks == (TableBlock(Table(rows)),)
