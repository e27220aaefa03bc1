"""What rules and glyphs make a table, and tables that go on over a page's end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.blocks import TableBlock
from govreport.model.grid import Cell
from govreport.readers.printed.continued_tables import put_together
from govreport.readers.printed.page import Box, Glyph
from govreport.readers.printed.tables import PrintedCell, PrintedTable
from tests.readers.printed.sheets import (
    HEIGHT,
    WIDTH,
    fill,
    grid,
    put,
    read,
    rule,
    sheet,
    tables_of,
    texts_of,
    told,
)

COLUMNS = [100.0, 200.0, 300.0, 400.0]
LABEL = "要求行政机关确认或"


def test_cells_are_the_rectangles_that_no_rule_cuts() -> None:
    page = sheet()
    rows = [100.0, 120.0, 140.0, 160.0]
    for at in rows:
        rule(page, 100 if at in (100, 120, 160) else 200, at, 400, at)
    for at in (100, 400):
        rule(page, at, 100, at, 160)
    rule(page, 200, 120, 200, 160)
    rule(page, 300, 140, 300, 160)
    fill(page, COLUMNS, rows, [["头"], ["类", "甲"], ["", "乙", "丙"]])
    (block,) = read(page).blocks
    assert isinstance(block, TableBlock)
    assert block.table.rows == (
        (Cell("头", 1, 3),),
        (Cell("类", 2, 1), Cell("甲", 1, 2)),
        (Cell("乙"), Cell("丙")),
    )


def test_rules_may_fall_short_and_be_drawn_in_pieces() -> None:
    page = sheet()
    for at in (100, 120, 140):
        for start in range(100, 400, 50):
            rule(
                page,
                start + 1,
                at + 0.4 * (start % 100 > 0),
                start + 49,
                at + 0.4 * (start % 100 > 0),
            )
    for left in COLUMNS:
        rule(page, left, 102, left, 138)
    fill(page, COLUMNS, [100.0, 120.0], [["甲", "1", "2"], ["乙", "3", "4"]])
    assert tables_of(read(page)) == [[["甲", "1", "2"], ["乙", "3", "4"]]]


def test_bands_that_double_borders_leave_are_no_rows() -> None:
    page = sheet()
    grid(page, [100.0, 103.5, 200.0, 203.5, 300.0], [100.0, 103.5, 120.0, 123.5, 140.0])
    fill(page, [105.0, 205.0], [104.0, 124.0], [["甲", "1"], ["乙", "2"]])
    assert tables_of(read(page)) == [[["甲", "1"], ["乙", "2"]]]


def test_a_frame_around_prose_is_no_table() -> None:
    page = sheet()
    grid(page, [90.0, 500.0], [90.0, 300.0])
    put(page, 100, 100, "一段文字")
    assert texts_of(read(page)) == ["一段文字"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("要求行政机关确认\n重新出具", "要求行政机关确认重新出具"),  # it filled the cell
        ("（一）\n重新出具", "（一）\n重新出具"),
        ("政府信息公开三安\n全”稳定", "政府信息公开三安全”稳定"),  # no line begins with ”
        ("1234\n5678", "1234\n5678"),
        ("12345678901234567\n8", "123456789012345678"),  # a number that filled the cell
    ],
)
def test_a_line_that_filled_its_cell_goes_on(lines: str, text: str) -> None:
    page = sheet()
    grid(page, [100.0, 188.0, 300.0], [100.0, 130.0, 160.0])
    fill(page, [100.0], [100.0], [[lines]])
    assert tables_of(read(page))[0][0][0] == text


def test_glyphs_on_their_side_are_lines_of_a_cell() -> None:
    page = sheet()
    grid(page, [100.0, 140.0, 300.0], [100.0, 200.0, 300.0])
    put(page, 122, 105, "三不予公", turn=3)
    put(page, 107, 105, "开", turn=3)
    for number, character in enumerate("其他"):
        place = Box(110, 280 - 10 * number, 120, 290 - 10 * number)
        page.glyphs.append(Glyph(character, place, 10, 1))
    assert [row[0] for row in tables_of(read(page))[0]] == ["三不予公开", "其他"]


def test_glyphs_printed_twice_are_one_and_doubled_digits_are_two() -> None:
    page = sheet()
    put(page, 100, 100, "规章11")
    put(page, 100.4, 100, "规章11")
    assert texts_of(read(page)) == ["规章11"]


def test_raised_digits_are_none_of_the_number_beside_them() -> None:
    page = sheet()
    put(page, 100, 100, "共128")
    put(page, 125, 98, "1", size=5)
    put(page, 127.5, 100, "件")
    assert texts_of(read(page)) == ["共128¹件"]


def broken(above: list[list[str]], below: list[list[str]], *, head: bool = False) -> tuple:
    """Return two pages between which a table is broken, a head printed on both if wished."""
    first, second = sheet(1), sheet(2)
    heads = [["事项", "数量", "总计"]]
    above = heads + above
    below = (heads if head else []) + below
    for page, texts, start in (
        (first, above, HEIGHT - 40 - 30 * len(above)),
        (second, below, 60),
    ):
        rows = [float(start + 30 * number) for number in range(len(texts) + 1)]
        grid(page, COLUMNS, rows)
        fill(page, COLUMNS, rows, texts)
    return first, second


def test_a_table_goes_on_over_the_page_and_its_second_head_is_quoted() -> None:
    pages = broken([["甲", "1", "2"]], [["乙", "3", "4"]], head=True)
    stream = read(*pages)
    assert tables_of(stream) == [[["事项", "数量", "总计"], ["甲", "1", "2"], ["乙", "3", "4"]]]
    assert told(stream, "page-furniture") == ["事项\n数量\n总计"]


def test_a_label_that_the_page_cut_is_made_whole() -> None:
    stream = read(*broken([[LABEL, "12", "3"]], [["重新出具", "", ""]]))
    assert tables_of(stream)[0][1] == [f"{LABEL}重新出具", "12", "3"]
    assert not told(stream, "doubtful-print")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["甲", "12", "3"], ["乙", "", ""]),  # a label that had room for more
        ([LABEL, "12", "3"], ["2.重复申请", "", ""]),  # a number of its own
        ([LABEL, "12", "3"], ["乙", "1", ""]),  # figures in both
    ],
)
def test_a_row_of_its_own_stays_one(above: list[str], below: list[str]) -> None:
    (rows,) = tables_of(read(*broken([above], [below])))
    assert rows[1:] == [above, below]


def test_figures_that_the_page_may_have_cut_stay_open_and_are_told() -> None:
    stream = read(*broken([["甲", "12", "8560"]], [["", "", "6"]]))
    assert tables_of(stream)[0][1] == ["甲", "12", "8560\n6"]
    assert told(stream, "doubtful-print") == ["8560\n6"]


def test_a_merged_cell_reaches_over_the_page() -> None:
    first, second = sheet(1), sheet(2)
    for page, rows, texts in (
        (first, [700.0, 730.0, 760.0], [["不予公开", "甲", "1"], ["", "乙", "2"]]),
        (second, [60.0, 90.0, 120.0], [["", "丙", "3"], ["", "丁", "4"]]),
    ):
        for number, at in enumerate(rows):
            # On the second page the merged cell's side crosses nothing.
            inside = page is second or number == 1
            rule(page, 200 if inside else 100, at, 400, at)
        for at in COLUMNS:
            rule(page, at, rows[0], at, rows[-1])
        fill(page, COLUMNS, rows, texts)
    (block,) = read(first, second).blocks
    assert isinstance(block, TableBlock)
    assert block.table.rows[0][0] == Cell("不予公开", 4, 1)
    assert [[cell.text for cell in row][-2:] for row in block.table.rows] == [
        ["甲", "1"],
        ["乙", "2"],
        ["丙", "3"],
        ["丁", "4"],
    ]


def test_a_figure_never_reaches_over_the_page() -> None:
    first, second = broken([["甲", "1", "5"]], [["乙", "2", ""]])
    (rows,) = tables_of(read(first, second))
    assert rows[-2:] == [["甲", "1", "5"], ["乙", "2", ""]]


def test_what_touches_the_page_s_edge_is_open_and_quoted() -> None:
    page = sheet()
    columns = [100.0, 300.0, 500.0, float(WIDTH)]
    grid(page, columns, [100.0, 120.0, 140.0])
    fill(page, columns, [100.0, 120.0], [["事项", "数量", "总计"], ["甲", "1", "856"]])
    stream = read(page)
    assert tables_of(stream) == [[["事项", "数量", "总计"], ["甲", "1", ""]]]
    assert told(stream, "doubtful-print") == ["856"]


def test_rows_in_line_without_rules_are_a_table_whose_blanks_are_not_sure() -> None:
    page = sheet()
    fill(
        page,
        COLUMNS,
        [100.0, 120.0, 140.0],
        [["事项", "数量", "总计"], ["甲", "1", "2"], ["乙", "3", "4"]],
    )
    stream = read(page)
    assert tables_of(stream) == [[["事项", "数量", "总计"], ["甲", "1", "2"], ["乙", "3", "4"]]]
    assert isinstance(block := stream.blocks[0], TableBlock)
    assert not block.blanks_shown


def test_rows_that_could_be_the_rest_of_a_label_are_no_table() -> None:
    page = sheet()
    fill(
        page,
        COLUMNS,
        [100.0, 120.0, 140.0],
        [["事项", "数量", "总计"], ["甲", "乙", "丙"], ["乙", "3", "4"]],
    )
    stream = read(page)
    assert not tables_of(stream)
    assert len(texts_of(stream)) == 3


def test_a_row_of_which_the_page_s_end_shows_but_the_border_is_none() -> None:
    first, second = broken([["甲", "1", "2"]], [["乙", "3", "4"]])
    grid(first, COLUMNS, [HEIGHT - 40.0, HEIGHT - 30.0])
    (rows,) = tables_of(read(first, second))
    assert rows == [["事项", "数量", "总计"], ["甲", "1", "2"], ["乙", "3", "4"]]


def test_lines_that_run_over_their_cells_at_a_page_s_end_are_theirs() -> None:
    first, second = broken([["三、本年", "1", "2"]], [["", "3", "4"]])
    put(first, 103, HEIGHT - 38, "度办")
    put(first, 103, HEIGHT - 26, "理")
    put(second, 103, 46, "结果")
    (rows,) = tables_of(read(first, second))
    assert rows[1][0] == "三、本年度办理"
    assert rows[2][0] == "结果"


def test_a_line_between_two_tables_is_none_of_theirs() -> None:
    first, second = broken([["甲", "1", "2"]], [["乙", "3", "4"]])
    put(first, 103, HEIGHT - 38, "四、政府信息公开行政复议、行政诉讼情况")
    stream = read(first, second)
    assert len(tables_of(stream)) == 2
    assert texts_of(stream) == ["四、政府信息公开行政复议、行政诉讼情况"]


def test_a_figure_between_two_tables_is_none_of_theirs() -> None:
    first, second = broken([["甲", "1", "2"]], [["乙", "3", "4"]])
    put(first, 203, HEIGHT - 38, "56")
    assert texts_of(read(first, second)) == ["56"]


def test_figures_that_run_over_their_cells_are_open_and_quoted() -> None:
    page = sheet()
    columns = [100.0, 200.0, 222.0, 300.0]
    grid(page, columns, [100.0, 120.0, 140.0])
    fill(page, columns, [100.0, 120.0], [["事项", "数", "总计"], ["甲", "447228", "9"]])
    put(page, 250, 123, "56")
    stream = read(page)
    assert tables_of(stream)[0][1] == ["甲", "", ""]
    assert "".join(told(stream, "doubtful-print")).startswith("447")


def test_what_stands_on_the_frame_of_a_table_is_not_lost() -> None:
    page = sheet()
    grid(page, COLUMNS, [100.0, 120.0, 140.0])
    fill(page, COLUMNS, [100.0, 120.0], [["甲", "1", "2"], ["乙", "3", "4"]])
    put(page, 395, 123, "丙")
    put(page, 103, 135, "丁")
    assert {"丙", "丁"} <= set("".join(map(str, tables_of(read(page))[0])))


def one_row(columns: list[float], page: int) -> PrintedTable:
    cells = [
        PrintedCell(0, each, 1, each + 1, f"{page}/{each}") for each in range(len(columns) - 1)
    ]
    return PrintedTable(page, Box(columns[0], 0, columns[-1], 10), columns, 1, cells)


EDGES = st.lists(st.integers(0, 40), min_size=2, unique=True).map(
    lambda found: [float(each) for each in sorted(found)]
)


@given(EDGES, EDGES)
def test_columns_of_any_width_are_kept_where_a_table_goes_on(
    one: list[float], other: list[float]
) -> None:
    above = one_row(one, 1)
    put_together(above, one_row(other, 2))
    cells = [cell for row in above.table().rows for cell in row if cell.text]
    texts = [f"1/{each}" for each in range(len(one) - 1)]
    assert [cell.text for cell in cells] == texts + [
        f"2/{each}" for each in range(len(other) - 1)
    ]


def test_edges_that_lie_close_are_one_edge() -> None:
    above = one_row([100.0, 102.0, 200.0], 1)
    put_together(above, one_row([101.9, 201.0], 2))
    assert above.columns == [100.0, 101.9, 200.0]
