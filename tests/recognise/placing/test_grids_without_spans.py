"""Grids in which nothing spans: what stands for a span, an index, a sum or a further column."""

import random

import pytest

from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model import statute
from govreport.model.document import ReportDocument
from govreport.model.grid import Cell, Table, text_cell
from govreport.model.statutory import StatutoryTable
from govreport.recognise import recognise
from tests.recognise.placing.test_claims import APPLICATIONS, REVIEWS, Facts, flat, truth
from tests.recognise.reports import filled

Rows = list[list[str]]

FULL = filled("applications", 2021, random.Random(8), blanks=False)  # noqa: S311
ORGANIZATIONS = [column.key for column in statute.APPLICANT_COLUMNS[1:-1]]
APPLICANTS = [column.label for column in next(iter(FULL.known_rows()))[0].columns]


def document(*grids: Rows) -> ReportDocument:
    return recognise(Stream(tuple(TableBlock(Table(rows)) for rows in grids)))


def values(*grids: Rows) -> Facts:
    return {(f.row, f.column): f.value for f in document(*grids).facts() if f.row}


def reviews(table: StatutoryTable = REVIEWS) -> Rows:
    """Return table 4 with blanks where its headers span."""
    groups = list(table.known_rows())
    outcomes = [column.label for column in groups[0][0].columns]
    blanks = [""] * 4
    return [
        ["行政复议", *blanks, "行政诉讼", *blanks, *[""] * 5],
        [*outcomes, "未经复议直接起诉", *blanks, "复议后起诉", *blanks],
        [*[""] * 5, *outcomes, *outcomes],
        [text for _, given in groups for text in given.cells],
    ]


def one_number_a_row(table: StatutoryTable) -> Rows:
    """Return table 3 with a row's label beside its first number alone."""
    lines = [["项目", "申请人", "数量"]]
    for row, given in table.known_rows():
        for at, text in enumerate(given.cells):
            lines.append(["" if at else row.labels[-1], APPLICANTS[at], text])
    return lines


def counted(rows: Rows, start: int) -> Rows:
    return [[str(number), *row] for number, row in enumerate(rows, start)]


def test_blanks_of_a_header_stand_for_its_spans() -> None:
    assert values(reviews()) == truth(REVIEWS)


@pytest.mark.parametrize("start", [0, 1])
def test_a_programs_index_of_all_lines_is_no_column(start: int) -> None:
    read = document(counted(reviews(), start))
    assert {(f.row, f.column): f.value for f in read.facts()} == truth(REVIEWS)
    told = [each.text for each in read.diagnostics if each.code == "unplaced-text"]
    assert [str(number) for number in range(start, start + 4)] == told


def test_an_index_below_the_numbers_of_the_columns_is_no_column_either() -> None:
    columns = ["", *map(str, range(15))]
    assert values([columns, *counted(reviews(), 0)]) == truth(REVIEWS)


def test_numbers_that_happen_to_count_some_lines_stay_numbers() -> None:
    table = flat(FULL)
    for number, row in enumerate(table[1:4], 1):
        row[1] = str(number)
    assert [values(table)[key] for key in list(truth(FULL))[:15:7]] == [1, 2, 3]


def test_a_label_goes_on_over_blanks_beside_the_labels_of_columns() -> None:
    assert values(one_number_a_row(FULL)) == truth(FULL)


def test_a_label_goes_on_no_further_than_its_columns() -> None:
    lines = one_number_a_row(FULL)
    lines.insert(8, ["", APPLICANTS[0], "99999"])
    read = values(lines)
    assert 99999 not in read.values()
    wrong = {key for key, value in read.items() if value not in (None, truth(FULL)[key])}
    assert not wrong
    assert sum(value is not None for value in read.values()) > len(read) - len(APPLICANTS)


def test_columns_that_stand_in_tables_of_their_own_are_read_from_each() -> None:
    rows = flat(APPLICATIONS)
    parts = [[[row[0], row[at]] for row in rows] for at in range(1, 8)]
    assert values(*parts) == truth(APPLICATIONS)


def test_a_filled_copy_below_a_blank_one_is_read() -> None:
    rows = flat(APPLICATIONS)
    blank = [rows[0], *([row[0], *[""] * 7] for row in rows[1:])]
    assert values(blank, rows) == truth(APPLICATIONS)


def test_a_total_below_the_label_of_a_group_is_the_groups() -> None:
    head = [
        [text_cell("项目"), text_cell("自然人"), Cell("法人或其他组织", 1, 6), text_cell("总计")],
        [
            text_cell(""),
            text_cell(""),
            *map(text_cell, [*APPLICANTS[1:6], "合计"]),
            text_cell(""),
        ],
    ]
    body = []
    for row, given in FULL.known_rows():
        cells = [*given.cells[:6], "777", given.cells[6]]
        body.append([text_cell(row.labels[-1]), *map(text_cell, cells)])
    read = recognise(Stream((TableBlock(Table([*head, *body])),)))
    assert {(f.row, f.column): f.value for f in read.facts()} == truth(FULL)
    assert "unknown-column" in {each.code for each in read.diagnostics}


def test_columns_named_alike_are_kept_apart_by_the_label_above() -> None:
    names = [label for label in APPLICANTS for _ in range(2)]
    head = [["项目", *names], ["", *["本年", "上年"] * 7]]
    body = []
    for number, (row, given) in enumerate(FULL.known_rows()):
        cells = [
            text
            for at, own in enumerate(given.cells)
            for text in (own, str(50_000 + number * 10 + at))
        ]
        body.append([row.labels[-1], *cells])
    read = document([*head, *body])
    assert {(f.row, f.column): f.value for f in read.facts()} == truth(FULL)
    (table,) = (each for each in read.blocks() if isinstance(each, StatutoryTable))
    assert [column.label for column in table.extra_columns] == [
        f"{label} 上年" for label in APPLICANTS
    ]
    assert table.rows[0].cells[-1] == "50006"


def test_a_number_under_no_header_is_not_the_one_beside_it() -> None:
    rows = [
        ["第二十条第（五）项", "", ""],
        ["信息内容", "", "本年处理决定数量"],
        ["行政许可", "75351", "12"],
        ["第二十条第（六）项", "", ""],
        ["信息内容", "", "本年处理决定数量"],
        ["行政处罚", "64222", ""],
        ["行政强制", "53111", "3"],
    ]
    stream = Stream((TextBlock("二、主动公开政府信息情况"), TableBlock(Table(rows))))
    read = recognise(stream)
    found = {f.row: f.value for f in read.facts() if f.column == "decisions"}
    assert found["administrative_licensing"] == 12
    assert found["administrative_penalties"] is None
    assert found["administrative_compulsion"] == 3
    told = " ".join(each.text for each in read.diagnostics)
    assert all(number in told for number in ("75351", "64222", "53111"))


def test_a_row_with_a_cell_too_many_is_open_and_the_others_are_read() -> None:
    rows = [
        ["第二十条第（一）项", "", "", ""],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "41", "41", "5", "7"],
        ["行政规范性文件", "3", "8", "9", ""],
    ]
    stream = Stream((TextBlock("二、主动公开政府信息情况"), TableBlock(Table(rows))))
    read = recognise(stream)
    found = {(f.row, f.column): f.value for f in read.facts() if f.row == "regulations"}
    assert set(found.values()) == {None}
    assert any("41 | 41 | 5 | 7" in each.text for each in read.diagnostics)


def test_a_nought_below_a_group_is_no_nought_of_its_columns_beside_numbers_without_header() -> (
    None
):
    """The line with the names of the columns was lost; the row still has all its numbers."""
    head = ["项目", "自然人", "法人或其他组织", *[""] * 4, "总计"]
    read = values([head, ["二、上年结转政府信息公开申请数量", *"0000", "522", "0", "522"]])
    assert not any(value == 0 for key, value in read.items() if key[1] in ORGANIZATIONS)


def test_a_nought_below_a_group_is_one_of_each_of_its_columns() -> None:
    head = ["项目", "自然人", "法人或其他组织", "总计"]
    read = values([head, ["二、上年结转政府信息公开申请数量", "3", "0", "3"]])
    assert all(read["carried_over", column] == 0 for column in ORGANIZATIONS)
