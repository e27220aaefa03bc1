"""Which columns the form fixes as a sum of others, of those that a header has."""

import pytest

from govreport.model import statute
from govreport.model.statute import TableKind
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.naming import statute_cells
from govreport.recognise.placing.totals import sums_of
from tests.recognise.placing.table_text import flat, page, read, table, truth

CELLS = statute_cells("applications")
APPLICANTS = [
    Leaf(0, CELLS.of_columns([column.key]), column.label) for column in statute.APPLICANT_COLUMNS
]
FOREIGN = Leaf(0, 0, "其中本月", is_foreign=True)


def test_the_last_applicant_is_the_sum_of_all_others_wherever_it_stands() -> None:
    assert sums_of(APPLICANTS, CELLS) == (((0, 1, 2, 3, 4, 5), 6),)
    assert sums_of([APPLICANTS[-1], *APPLICANTS[:-1]], CELLS) == (((1, 2, 3, 4, 5, 6), 0),)


def test_a_column_that_the_form_does_not_know_is_no_part_of_the_sum() -> None:
    assert sums_of([*APPLICANTS[:2], FOREIGN, *APPLICANTS[2:]], CELLS) == (
        ((0, 1, 3, 4, 5, 6), 7),
    )


@pytest.mark.parametrize("lost", range(7))
def test_without_one_of_its_columns_nothing_is_a_sum(lost: int) -> None:
    assert sums_of([*APPLICANTS[:lost], *APPLICANTS[lost + 1 :]], CELLS) == ()


def test_of_a_total_that_is_printed_twice_neither_is_the_sum() -> None:
    assert sums_of([*APPLICANTS, APPLICANTS[-1]], CELLS) == ()


def test_each_group_of_table_4_has_a_total_of_its_own() -> None:
    cells = statute_cells("reviews")
    leaves = [
        Leaf(cells.of_rows([row.key]), cells.of_columns([column.key]), column.label)
        for row in statute.layout("reviews", None).rows
        for column in row.columns
    ]
    whole = (((0, 1, 2, 3), 4), ((5, 6, 7, 8), 9), ((10, 11, 12, 13), 14))
    assert sums_of(leaves, cells) == whole
    assert sums_of(leaves[1:], cells) == tuple(
        (tuple(at - 1 for at in parts), total - 1) for parts, total in whole[1:]
    )


def test_table_2_has_no_totals() -> None:
    kind: TableKind = "proactive_disclosure"
    cells = statute_cells(kind)
    rows = statute.layout(kind, 2021).rows
    leaves = [Leaf(0, cells.of_columns([column.key]), column.label) for column in rows[0].columns]
    assert sums_of(leaves, cells) == ()


@pytest.mark.parametrize("lost", range(1, 7))
def test_a_table_without_a_part_of_its_total_is_read_though_the_total_is_more(lost: int) -> None:
    form = table("applications", 8)
    rows = [[*row[:lost], *row[lost + 1 :]] for row in flat(form)]
    found = read("applications", page(rows), "html").numbers
    key = statute.APPLICANT_COLUMNS[lost - 1].key
    expected = {cell: value for cell, value in truth(form).items() if cell[1] != key}
    assert {cell: value for cell, value in found.items() if cell[1] != key} == expected
