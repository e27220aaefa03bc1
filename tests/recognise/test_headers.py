"""Headers that are not the form's: read by them where they stand over their numbers, else open."""

import random

import pytest

from govreport.arrange.tables import arrange_table
from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model.document import ReportDocument
from govreport.model.grid import Cell, Table
from govreport.model.statute import TableKind
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable
from govreport.recognise import recognise
from tests.recognise.reports import filled

Rows = list[list[Cell]]
Facts = dict[tuple[str, str], object]


def form(kind: TableKind, edition: int | None, seed: int = 1) -> tuple[Rows, Facts]:
    """Return the rows of a filled table and its values by row and column."""
    table = filled(kind, edition, random.Random(seed), blanks=False)  # noqa: S311
    truth = {(f.row, f.column): f.value for f in ReportDocument(preamble=(table,)).facts()}
    return [list(row) for row in arrange_table(table).rows], truth


def values(rows: Rows) -> Facts:
    read = recognise(Stream((TableBlock(Table(rows)),)))
    return {(f.row, f.column): f.value for f in read.facts() if f.row}


def place_of(rows: Rows, text: str) -> tuple[int, int]:
    return next(
        (r, c) for r, row in enumerate(rows) for c, cell in enumerate(row) if text in cell.text
    )


def swap_total_and_natural_person(rows: Rows) -> None:
    row, _ = place_of(rows, "自然人")
    head = rows[row]
    head.insert(0, head.pop())
    for line in rows[row + 2 :]:
        line.insert(len(line) - 7, line.pop())


def test_columns_in_another_order_are_read_by_their_header() -> None:
    rows, truth = form("applications", 2021)
    swap_total_and_natural_person(rows)
    assert values(rows) == truth


def test_a_column_before_those_of_the_form_is_not_taken_for_one_of_them() -> None:
    rows, truth = form("applications", 2021)
    row, column = place_of(rows, "申请人情况")
    rows[row].insert(column, Cell("上年总计", 3))
    for line in rows[row + 3 :]:
        line.insert(len(line) - 7, Cell("941"))
    found = values(rows)
    assert all(found[key] == truth[key] for key in truth)


def test_a_number_over_two_rows_belongs_to_neither() -> None:
    rows, truth = form("applications", 2021)
    row, _ = place_of(rows, "重复申请")
    rows[row][-2] = Cell("7", 2)
    del rows[row + 1][-2]
    found = values(rows)
    assert found["repeated_request", "other_organization"] is None
    assert found["publication_request", "other_organization"] is None
    assert all(found[key] in (None, truth[key]) for key in truth)


def test_a_header_that_lost_a_cell_is_not_believed_against_every_total() -> None:
    rows, truth = form("applications", 2021)
    row, column = place_of(rows, "法人或其他组织")
    del rows[row][column]
    found = values(rows)
    assert all(found[key] in (None, truth[key]) for key in truth)


@pytest.mark.parametrize("column", ["本年制发件数", "本年废止件数", "现行有效件数"])
def test_a_column_that_table_2_lacks_is_blank_and_shifts_no_other(column: str) -> None:
    rows, truth = form("proactive_disclosure", 2021)
    row, place = place_of(rows, column)
    for line in rows[row : row + 3]:
        del line[place]
    key = {"制": "issued", "废": "repealed", "行": "in_force"}[column.strip("本年现")[0]]
    lost = {(line, key) for line in ("regulations", "normative_documents")}
    assert values(rows) == {each: None if each in lost else v for each, v in truth.items()}


def test_outcomes_in_another_order_are_read_by_their_header() -> None:
    rows, truth = form("reviews", None)
    row, column = place_of(rows, "结果维持")
    for line in (rows[row], rows[-1]):
        line[column : column + 2] = reversed(line[column : column + 2])
    assert values(rows) == truth


@pytest.mark.parametrize("place", range(14))
@pytest.mark.parametrize("doubled", [False, True])
def test_a_lost_or_doubled_outcome_shifts_none_of_the_others(place: int, doubled: bool) -> None:
    rows, truth = form("reviews", None, seed=2)
    if doubled:
        rows[-1].insert(place, rows[-1][place])
    else:
        del rows[-1][place]
    found = values(rows)
    assert all(found[key] in (None, truth[key]) for key in truth)


@pytest.mark.parametrize("seed", range(40))
def test_a_blank_total_is_not_read_of_another_column_where_totals_are_blank_in_places(
    seed: int,
) -> None:
    # A last number is the sum of the others by chance in about one table of three.
    rows, truth = form("applications", 2021, seed=seed)
    chance = random.Random(seed)  # noqa: S311 - invented figures
    kept: Rows = []
    for row in rows:
        cells = [
            Cell("") if cell.text.isdecimal() and chance.random() < 0.5 else cell for cell in row
        ]
        kept.append([cell for cell in cells if cell.text])
    read = recognise(Stream((TableBlock(Table(kept), blanks_shown=False),)))
    found = {(f.row, f.column): f.value for f in read.facts() if f.row}
    assert all(found[key] in (None, truth[key]) for key in truth)


OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
GROUPS = ["行政复议", "未经复议直接起诉", "复议后起诉"]


def outcomes_of(rows: Rows) -> list[list[str]]:
    texts = [cell.text for cell in rows[-1]]
    return [texts[start : start + 5] for start in (0, 5, 10)]


def test_table_4_with_a_line_for_each_group_is_read() -> None:
    rows, truth = form("reviews", None)
    lines = [["类型", *OUTCOMES]]
    lines += [[group, *texts] for group, texts in zip(GROUPS, outcomes_of(rows), strict=True)]
    assert values([list(map(Cell, line)) for line in lines]) == truth


def test_table_4_cut_into_three_tables_is_read() -> None:
    rows, truth = form("reviews", None)
    tables = [
        Table([[Cell(group, 1, 5)], OUTCOMES, texts])
        for group, texts in zip(GROUPS, outcomes_of(rows), strict=True)
    ]
    read = recognise(Stream(tuple(map(TableBlock, tables))))
    assert {(f.row, f.column): f.value for f in read.facts() if f.row} == truth
    assert [type(block) for block in read.preamble] == [StatutoryTable]


def test_a_column_behind_the_total_whose_header_starts_higher_is_an_extra_one() -> None:
    rows, truth = form("applications", 2021)
    rows[0].append(Cell("上年同期", 3))
    for line in rows[3:]:
        line.append(Cell("77"))
    found = values(rows)
    assert {key: found[key] for key in truth} == truth


def test_a_table_that_goes_on_with_its_header_again_is_one() -> None:
    rows, truth = form("applications", 2021)
    half, _ = place_of(rows, "信访举报")
    group = rows[half][0]
    head, tail = rows[:half], [*rows[:3], *rows[half:]]
    assert group.text == "（五）不予处理"
    tail[3] = [Cell("三、本年度办理结果", len(tail) - 4), *tail[3]]
    blocks = (TableBlock(Table(head)), TextBlock("续表"), TableBlock(Table(tail)))
    read = recognise(Stream(blocks))
    assert {(f.row, f.column): f.value for f in read.facts() if f.row} == truth


def test_an_item_the_unit_and_the_rows_may_stand_apart() -> None:
    rows, truth = form("proactive_disclosure", 2021)
    blocks: list[TextBlock | TableBlock] = []
    for row in rows:
        if row[0].text.startswith("第二十条"):
            blocks += [TextBlock(row[0].text), TextBlock("单位：件")]
            part: Rows = []
        else:
            part.append(row)
            if row is rows[-1] or rows[rows.index(row) + 1][0].text.startswith("第二十条"):
                blocks.append(TableBlock(Table(part)))
    read = recognise(Stream(tuple(blocks)))
    assert {(f.row, f.column): f.value for f in read.facts() if f.row} == truth
    assert sum(isinstance(block, StatutoryTable) for block in read.preamble) == 1


@pytest.mark.parametrize("before", [2, 3])
def test_several_blank_cells_before_the_row_of_table_4_shift_none_of_its_own_blanks(
    before: int,
) -> None:
    rows, truth = form("reviews", None, seed=2)
    chance = random.Random(2)  # noqa: S311 - invented figures
    row = [Cell("") if chance.random() < 0.3 else cell for cell in rows[-1]]
    kept = [value if cell.text else None for cell, value in zip(row, truth.values(), strict=True)]
    assert None in kept
    rows[-1] = [Cell("")] * before + row
    assert list(values(rows).values()) == kept


@pytest.mark.parametrize("place", range(3))
def test_a_column_behind_the_total_of_a_group_of_table_4_belongs_to_that_group(
    place: int,
) -> None:
    known = filled("reviews", None, random.Random(1), blanks=False)  # noqa: S311
    group = known.layout.rows[place].group
    rows = tuple(
        StatutoryRow(row.key, "", (*row.cells, "9") if index == place else row.cells)
        for index, row in enumerate(known.rows)
    )
    table = StatutoryTable("reviews", None, rows, (ExtraColumn("备注", group),))
    read = recognise(Stream((TableBlock(arrange_table(table)),)))
    assert read.preamble == (table,)
