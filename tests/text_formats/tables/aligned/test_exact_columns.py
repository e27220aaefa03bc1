"""Cells that begin below each other: their places show which cells are blank, and nothing else."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import govreport
from govreport.arrange.tables import arrange_table
from govreport.blocks import TableBlock, TextBlock
from govreport.limits import DEFAULT_LIMITS
from govreport.text_formats.tab.grammar import TAB
from tests.laws.registry import share
from tests.recognise.reports import filled
from tests.text_formats.tables.aligned.layout import Measure, display_width
from tests.text_formats.tables.aligned.test_tables import Facts, facts, read, truth

Rows = list[list[str]]

LABELS = st.text("甲乙丙丁戊己", min_size=1, max_size=9)
FIGURES = st.integers(0, 99_999).map(str)
MEASURES = st.sampled_from([display_width, len])


@st.composite
def grids(draw: st.DrawFn, blanks: bool = True) -> Rows:
    """Return a header above rows of a label and of figures, some of which may be blank."""
    figures = st.just("") | FIGURES if blanks else FIGURES
    width = draw(st.integers(1, 8))
    header = draw(st.lists(LABELS, min_size=width + 1, max_size=width + 1))
    rows = draw(
        st.lists(
            st.tuples(LABELS, st.lists(figures, min_size=width, max_size=width)),
            min_size=1,
            max_size=6,
        )
    )
    return [header, *([label, *cells] for label, cells in rows)]


def in_columns(rows: Rows, measure: Measure, gap: int = 2) -> list[str]:
    """Return a line a row, its cells below each other."""
    widths = [max(map(measure, column)) + gap for column in zip(*rows, strict=True)]
    return [
        "".join(
            text + " " * (width - measure(text)) for text, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def tables(lines: list[str]) -> list[Rows]:
    """Return the tables that a text shows."""
    blocks = TAB.parse("\n".join(lines), DEFAULT_LIMITS).blocks
    return [
        [[slot.cell.text for slot in row] for row in block.table.grid]
        for block in blocks
        if isinstance(block, TableBlock)
    ]


def are_texts(lines: list[str]) -> bool:
    """Whether each line is a paragraph."""
    blocks = TAB.parse("\n".join(lines), DEFAULT_LIMITS).blocks
    return [block.text for block in blocks if isinstance(block, TextBlock)] == lines


@given(grids(), MEASURES, st.integers(2, 5))
def test_what_stands_in_columns_is_a_table_with_its_blanks_or_stays_text(
    rows: Rows, measure: Measure, gap: int
) -> None:
    assume(any(rows[-1][1:]))  # else labels alone may stand below the table
    lines = in_columns(rows, measure, gap)
    assert tables(lines) in ([rows], [])
    assert tables(lines) or are_texts(lines)


# Where cells are blank, the widths of characters may leave in doubt below which label a figure is.
@given(grids(blanks=False), MEASURES)
def test_columns_are_seen_where_labels_are_of_several_widths(
    rows: Rows, measure: Measure
) -> None:
    rows = [[f"{at * '戊'}{row[0]}", *row[1:]] for at, row in enumerate(rows)]
    rows[0] = [rows[0][0], *(f"{text}己己己己己" for text in rows[0][1:])]
    assume(len({len(row[0]) for row in rows}) > 1)
    assert tables(in_columns(rows, measure)) == [rows]


@given(grids(), st.sampled_from(["  ", "   ", "\u3000\u3000"]))
def test_cells_at_a_fixed_distance_stay_text(rows: Rows, gap: str) -> None:
    assume(len({len(row[0]) for row in rows if any(row[1:])}) > 1)
    assert not tables([gap.join(filter(None, row)) for row in rows])


@given(grids(blanks=False), st.integers(1, 2))
def test_where_one_line_keeps_to_no_column_all_stay_text(rows: Rows, places: int) -> None:
    rows = [*rows, rows[-1]]
    lines = in_columns(rows, display_width)
    label = rows[-1][0]
    lines[-1] = lines[-1].replace(label, label + " " * places, 1)
    assume(len(lines[-1].split()[1]) > places)
    assert are_texts(lines)


def proactive(seed: int) -> tuple[Facts, Rows]:
    given = filled("proactive_disclosure", 2019, random.Random(seed), blanks=True)  # noqa: S311
    grid = arrange_table(given).grid
    rows = [
        [slot.cell.text if slot.begins_at(at, column) else "" for column, slot in enumerate(row)]
        for at, row in enumerate(grid)
    ]
    return truth(given), rows


@share(4)
@given(st.integers(0, 10_000), MEASURES, st.integers(2, 6))
def test_no_number_of_table_2_is_wrong_by_either_measure(
    seed: int, measure: Measure, gap: int
) -> None:
    expected, rows = proactive(seed)
    found = facts(read(["二、主动公开政府信息情况", "", *in_columns(rows, measure, gap)]))
    assert found.items() <= expected.items()


@share(4)
@given(st.integers(0, 10_000), st.data())
def test_no_number_is_wrong_where_a_cell_moved(seed: int, data: st.DataObject) -> None:
    expected, rows = proactive(seed)
    lines = in_columns(rows, display_width)
    at = data.draw(st.integers(0, len(lines) - 1))
    place = lines[at].find("  ")
    if place >= 0:
        blanks = " " * data.draw(st.integers(1, 9))
        lines[at] = f"{lines[at][:place]}{blanks}{lines[at][place:]}"
    found = facts(read(["二、主动公开政府信息情况", "", *lines]))
    assert found.items() <= expected.items()


@pytest.mark.parametrize("seed", range(5))
def test_table_2_is_read_with_its_blanks(seed: int) -> None:
    expected, rows = proactive(seed)
    found = facts(read(["二、主动公开政府信息情况", "", *in_columns(rows, display_width)]))
    assert found == expected


def test_a_number_under_no_header_is_no_cell_of_the_form() -> None:
    header = ["信息内容", "", "本年新制作数量", "本年新公开数量", "对外公开总数量"]
    rows = [["规章", "", "3", "0", "81"], ["规范性文件", "402", "", "", "7"]]
    item = ["第二十条第（一）项", "", "", "", ""]
    found = facts(
        read(["二、主动公开政府信息情况", "", *in_columns([item, header, *rows], display_width)])
    )
    assert 402 not in found.values()
    assert found["proactive_disclosure", "regulations", "total_disclosed"] == 81


def test_rows_without_a_label_stay_rows_and_blank_lines_part_none() -> None:
    rows = [["名称", "一栏", "二栏栏"], ["甲乙丙", "1", ""], ["", "", "2"], ["丁", "3", "4"]]
    lines = in_columns(rows, display_width)
    assert tables([*lines[:2], "", *lines[2:]]) == [rows]


def test_lines_around_a_table_stay_texts() -> None:
    rows = [["名称", "一栏", "二栏栏"], ["甲乙丙", "1", ""], ["丁", "3", "4"]]
    table = in_columns(rows, display_width)
    lines = ["一、先", "", *table, "", "二、后"]
    assert tables(lines) == [rows]
    blocks = TAB.parse("\n".join(lines), DEFAULT_LIMITS).blocks
    assert [each.text for each in blocks if isinstance(each, TextBlock)] == ["一、先", "二、后"]


def test_texts_below_each_other_without_figures_are_no_table() -> None:
    lines = ["联系人：王一      电话：无机", "地址：办公室      邮编：不明"]
    assert are_texts(lines)
    assert govreport.loads("\n".join(lines).encode(), "tab").preamble
