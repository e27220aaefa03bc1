"""Grids that print a spanning cell's text once for each position it covers."""

from collections.abc import Callable

import pytest

import govreport
from govreport.arrange.tables import arrange_table
from govreport.blocks import TableBlock
from govreport.model.grid import Cell, Table
from govreport.model.statutory import StatutoryTable
from govreport.recognise.repeated_spans import with_spans
from tests.recognise.printed import print_tables
from tests.recognise.reports import report


def repeated(table: StatutoryTable) -> list[list[str]]:
    return [[slot.cell.text for slot in line] for line in arrange_table(table).grid]


def markdown(table: StatutoryTable) -> str:
    rows = [f"| {' | '.join(row)} |\n" for row in repeated(table)]
    return rows[0] + "|" + "---|" * len(repeated(table)[0]) + "\n" + "".join(rows[1:])


def tab_separated(table: StatutoryTable) -> str:
    return "".join("\t".join(row) + "\n" for row in repeated(table))


@pytest.mark.parametrize("printer", [markdown, tab_separated])
@pytest.mark.parametrize("blanks", [False, True], ids=["full", "blanks"])
@pytest.mark.parametrize("edition", [2019, 2021])
def test_a_report_that_repeats_what_spans_is_read_whole(
    printer: Callable[[StatutoryTable], str], edition: int, blanks: bool
) -> None:
    for seed in range(4):
        document = report(edition, seed, blanks=blanks)
        assert govreport.loads(print_tables(document, printer)) == document


def block(*rows: list[str]) -> TableBlock:
    return TableBlock(Table(rows), spans_shown=False)


def test_labels_beside_and_below_each_other_are_one_and_values_below_one_label_too() -> None:
    found = with_spans(
        block(
            ["甲", "甲", "甲", "乙"],
            ["甲", "甲", "甲", "丙"],
            ["丁", "7", "7", "8"],
            ["丁", "7", "8", "8"],
        )
    )
    assert found.spans_shown
    assert found.table == Table(
        [
            [Cell("甲", 2, 3), "乙"],
            ["丙"],
            [Cell("丁", 2, 1), "7", "7", "8"],
            ["7", "8", "8"],
        ]
    )


def test_a_value_that_fills_a_row_is_no_column_s_but_nothing_is_each_column_s() -> None:
    found = with_spans(
        block(["甲", "甲", "甲", "甲"], ["乙", "5", "5", "5"], ["丙", "0", "0", "0"])
    )
    assert found.table == Table(
        [[Cell("甲", 1, 4)], ["乙", Cell("5", 1, 3)], ["丙", "0", "0", "0"]]
    )


def test_a_grid_that_repeats_nothing_stays_as_it_is() -> None:
    found = block(["本年新", "本年新", "总计"], ["3", "3", "3"])
    assert with_spans(found) is found


def test_a_value_below_one_label_is_one_from_the_first_column_of_values_on() -> None:
    found = with_spans(
        block(["项", "甲", "甲", "甲", "乙", "乙"], ["丁", "7", "7", "7", "8", "8"])
    )
    assert found.table == Table(
        [["项", Cell("甲", 1, 3), Cell("乙", 1, 2)], ["丁", Cell("7", 1, 3), Cell("8", 1, 2)]]
    )
