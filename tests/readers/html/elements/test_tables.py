"""Tables of a page: where cells stand, what spans do, which tables only lay out the page."""

import pytest

from govreport.blocks import TableBlock, TextBlock
from govreport.errors import LimitExceededError
from govreport.limits import Limits
from govreport.model.grid import Cell, Table
from tests.readers.html.web_pages import FILLER, left_out, read, rows, texts


def table_of(page: str) -> Table:
    (table,) = (block.table for block in read(page).blocks if isinstance(block, TableBlock))
    return table


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<table><tr><td>1</td><td>2</td></tr></table>", [["1", "2"]]),
        ("<TABLE><TR><TD>1<TD>2<TR><TH>3</TABLE>", [["1", "2"], ["3", ""]]),
        ("<table><td>1<td>2</table>", [["1", "2"]]),
        ("<table><form><tr><td>1<td>2</tr></form></table>", [["1", "2"]]),
        ("<table><tr><div><td>1</td></div><td>2</td></tr></table>", [["1", "2"]]),
        ("<table><tr><td><div>1<td>2</div></table>", [["1", "2"]]),
        ("<table><tr><td>1<td>2<tr></tr></table>", [["1", "2"]]),
        ("<table><tr><td><td></table>", [["", ""]]),
        ("<table><tr><td>1 <td>\n2<td>&nbsp;</table>", [["1", "2", ""]]),
        ("<table><tr><td><p>1</p><p>2</p><td>3<br><br>4</table>", [["1\n2", "3\n4"]]),
        ("<table><tr><td><pre>1  \n\n2</pre><td>3</table>", [["1  \n\n2", "3"]]),
        ("<table><tr><td>a<tfoot><tr><td>z<tbody><tr><td>b<thead><tr><td>h</table>",
         [["h"], ["a"], ["b"], ["z"]]),
        ("<table><tr><td>1<td style='display:none'>x<td>2</table>", [["1", "2"]]),
        ("<table><tr><td>1<td style='visibility:hidden'>x<td>2</table>", [["1", "", "2"]]),
        ("<table><tr hidden><td>x<td>y<tr><td>1<td>2</table>", [["1", "2"]]),
        ("<table><colgroup><col><col></colgroup><tr><td>1<td>2</table>", [["1", "2"]]),
    ],
)  # fmt: skip
def test_the_cells_of_a_table_stand_where_a_browser_shows_them(
    page: str, expected: list[list[str]]
) -> None:
    assert rows(page) == expected


def test_spans_are_kept() -> None:
    page = "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2</table>"
    assert table_of(page) == Table([[Cell("甲", 2), Cell("乙", 1, 2)], ["1", "2"]])
    assert left_out(page) == []


@pytest.mark.parametrize("span", ["0", "-2", "x", "", "1.5", " 1", "+1"])
def test_a_column_span_that_is_no_positive_number_is_one(span: str) -> None:
    page = f'<table><tr><td colspan="{span}">1<td>2<tr><td>3<td>4</table>'
    assert rows(page) == [["1", "2"], ["3", "4"]]


def test_a_row_span_of_zero_goes_to_the_end_of_its_row_group() -> None:
    page = (
        "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody>"
        "<tbody><tr><td>乙<td>3</tbody></table>"
    )
    assert table_of(page) == Table([[Cell("甲", 2), "1"], ["2"], ["乙", "3"]])
    assert left_out(page) == []


def test_a_row_span_does_not_leave_its_row_group() -> None:
    page = "<table><thead><tr><td rowspan=9>甲<td>1</thead><tbody><tr><td>乙<td>2</tbody></table>"
    assert rows(page) == [["甲", "1"], ["乙", "2"]]
    assert left_out(page) == [("span-clamped", "甲")]


def test_spans_beyond_the_standard_s_caps_are_cut_and_reported() -> None:
    page = "<table><tr><td colspan=99999>1<td>2<tr><td rowspan=99999>3<td>4</table>"
    limits = Limits(column_span=3, row_span=5)
    stream = read(page, limits)
    assert [each.code for each in stream.diagnostics] == ["span-clamped"] * 3
    (block,) = stream.blocks
    assert isinstance(block, TableBlock)
    assert block.table.rows[0][0].column_span == 3


def test_a_span_that_meets_another_cell_is_cut_and_reported() -> None:
    page = "<table><tr><td>1<td rowspan=2>2<td>3<tr><td colspan=2>4<td>5</table>"
    assert table_of(page).rows[1][0] == Cell("4")
    assert left_out(page) == [("span-clamped", "4")]


def test_a_table_beyond_the_limit_is_refused_before_it_is_built() -> None:
    page = "<table><tr>" + "<td colspan=1000 rowspan=1000>1" * 2 + "<tr>" * 999 + "</table>"
    with pytest.raises(LimitExceededError, match="table_cells"):
        read(page)
    with pytest.raises(LimitExceededError, match="table_cells"):
        read("<table><tr><td>1<td>2<td>3</table>", Limits(table_cells=2))
    read("<table><tr><td>1<td>2<td>3</table>", Limits(table_cells=3))


def test_a_caption_and_text_outside_the_cells_stand_before_the_table() -> None:
    page = "<p>甲<table>乙<caption>表一</caption><tr>丙<td>1<td>2</table>丁"
    blocks = read(page).blocks
    assert blocks == (
        TextBlock("甲"),
        TextBlock("乙"),
        TextBlock("表一"),
        TextBlock("丙"),
        TableBlock(Table([["1", "2"]])),
        TextBlock("丁"),
    )


def test_a_table_without_cells_leaves_its_caption() -> None:
    assert read("<table><caption>表一</caption><tr></tr></table>").blocks == (TextBlock("表一"),)


def test_a_table_nested_in_a_data_table_stays_in_its_cell() -> None:
    nested = "<table><caption>表<tr><td>3<td>4</table>"
    page = f"<table><tr><td>甲{nested}乙<td>1<tr><td>2</table>"
    numbers = "<td>1" * 6
    assert table_of(page.replace("<td>1", numbers)).rows[0][0] == Cell(
        ["甲\n表", Table([["3", "4"]]), "乙"]
    )


@pytest.mark.parametrize(
    "page",
    [
        "<table role=presentation><tr><td>甲<td>乙</table>",
        "<table role=none><tr><td>甲<tr><td>乙</table>",
        "<table><tr><td><p>甲</p><p>乙</p></table>",
        "<table><tr><td><h1>甲</h1><td>乙</table>",
        "<table><tr><td><table><tr><td>甲</table><tr><td><table><tr><td>乙</table></table>"
        .replace("<table>", "<table role=presentation>", 1),
    ],
)  # fmt: skip
def test_a_table_that_only_lays_out_the_page_is_dissolved(page: str) -> None:
    assert texts(page) == ["甲", "乙"]
    assert len(read(page).blocks) == 2


def test_a_page_in_a_layout_table_keeps_its_data_tables() -> None:
    data = "<table><tr><td>甲<td>1</table>"
    page = f"<table><tr><td>栏目<td><p>{FILLER}</p><p>段</p>{data}<p>末</p></table>"
    assert texts(page) == ["栏目", FILLER, "段", "末"]
    assert rows(page) == [["甲", "1"]]


def test_a_table_around_tables_of_numbers_only_lays_them_out() -> None:
    numbers = "<table><tr>" + "<td>1" * 6 + "</table>"
    page = f"<table><tr><td>栏目<td>{numbers}</table>"
    assert texts(page) == ["栏目"]
    assert rows(page) == [[*"111111"]]
    twice = f"<table><tr><td><table><tr><td>题</table><tr><td>{numbers}</table>"
    assert texts(twice) == ["题"]
    assert rows(twice) == [[*"111111"]]


def test_a_table_of_numbers_is_data_though_its_cells_hold_headings() -> None:
    page = "<table><tr><td><h4>甲</h4>" + "<td><h4>1</h4>" * 6 + "</table>"
    assert rows(page) == [["甲", *"111111"]]


@pytest.mark.parametrize("mark", ["", "applications 2021"])
def test_a_table_of_our_own_is_never_dissolved(mark: str) -> None:
    page = f'<table data-govreport="{mark}"><tr><td><h1>甲</h1></td></tr></table>'
    assert read(page).blocks == (TableBlock(Table([["甲"]]), mark),)


def test_hidden_rows_and_cells_are_quoted() -> None:
    page = "<table><tr hidden><td>甲<td>乙<tr><td>1<td hidden>丙<td>2</table>"
    assert left_out(page) == [("hidden-text", "甲\n乙"), ("hidden-text", "丙")]
    tables = "<p>正文<div hidden><table><tr><td>甲<td><table><tr><td>乙</table></table></div>"
    assert left_out(tables) == [("hidden-text", "甲\n乙")]


def test_rows_outside_any_table_are_one_and_cells_outside_any_row_are_texts() -> None:
    assert rows("<tr><td>1</td><td>2</td></tr><tr><td>3</td></tr>") == [["1", "2"], ["3", ""]]
    assert texts("<td>1</td><td>2</td>") == ["1", "2"]


def test_tables_nested_without_end_are_refused() -> None:
    with pytest.raises(LimitExceededError, match="nested"):
        read("<table><tr><td>" * 60 + "1")
    with pytest.raises(LimitExceededError, match="depth"):
        read("<div>" * 3000 + "甲")
    with pytest.raises(LimitExceededError, match="depth"):
        read("<div>" * 20 + "甲", Limits(depth=20))
    read("<div>" * 17 + "甲", Limits(depth=20))


@pytest.mark.parametrize(("length", "parts"), [(1, 1), (60, 9)])
def test_a_cell_of_many_short_paragraphs_is_a_datum_and_of_long_ones_a_page(
    length: int, parts: int
) -> None:
    cell = "".join(f"<p>{number}{'甲' * length}</p>" for number in range(8))
    page = f"<table><tr><td>{cell}</td><td>乙</td></tr></table>"
    assert len(read(page).blocks) == parts


def boxes(printed: list[list[str]]) -> str:
    """Return rows as boxes that a style displays as a table."""
    shown = (
        "".join(f"<div style='display:table-cell'>{text}</div>" for text in row)
        for row in printed
    )
    lines = "".join(f"<div style='display:table-row'>{cells}</div>" for cells in shown)
    return f"<div style='display:table'>{lines}</div>"


@pytest.mark.parametrize(
    ("page", "spans_shown"),
    [
        (boxes([["甲", "", "乙"], ["1", "2", "3"]]), False),
        (boxes([["甲", "乙"], ["1", "2", "3"]]), True),
        ("<table><tr><td>甲<td><td>乙<tr><td>1<td>2<td>3</table>", True),
    ],
)
def test_boxes_of_which_all_rows_have_as_many_print_what_spans_with_blank_cells(
    page: str, spans_shown: bool
) -> None:
    (table,) = (block for block in read(page).blocks if isinstance(block, TableBlock))
    assert table.spans_shown == spans_shown
