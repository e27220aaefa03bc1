"""Grids that print a spanning cell's text once for each position it covers."""

from collections.abc import Callable
from dataclasses import replace

import pytest

import govreport
from govreport.arrange.tables import arrange_table
from govreport.blocks import TableBlock
from govreport.model.grid import Cell, Table
from govreport.model.statutory import StatutoryTable
from govreport.recognise.repeated_spans import with_spans
from tests.recognise.placing.table_text import Format, Found, page, read, table
from tests.recognise.printed import Rows, bars_on_both_sides, print_tables
from tests.recognise.printed import tab_separated as tab_separated_rows
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


HEAD = ["项", "甲", "甲", "甲", "乙"]


def test_a_row_that_is_shorter_than_others_stays_so_and_its_values_stand_each_alone() -> None:
    found = with_spans(block(HEAD, ["丁", "7", "7", "7", "8"], ["戊", "7", "7", "7"]))
    spanning = ["项", Cell("甲", 1, 3), "乙"]
    assert found.table == Table([spanning, ["丁", Cell("7", 1, 3), "8"], ["戊", "7", "7", "7"]])
    assert [line[-1].filled_up for line in found.table.grid] == [False, False, True]


def test_a_row_whose_blank_cells_only_fill_it_up_has_no_value_that_spans() -> None:
    rows = [HEAD, ["丁", "7", "7", "7", ""], ["戊", "7", "7", "7", ""]]
    found = with_spans(replace(block(*rows), printed_cells=(5, 5, 4)))
    assert found.table.rows[1][1] == Cell("7", 1, 3)
    assert [cell.text for cell in found.table.rows[2]] == ["戊", "7", "7", "7", ""]


def row_of(texts: list[str], printer: Callable[[Rows], str], form: Format) -> Found:
    """Read a table 3 that repeats what spans, with other numbers in one of its rows."""
    rows = repeated(table("applications", 8))
    at = next(at for at, row in enumerate(rows) if row[2].endswith("另行制作"))
    rows[at] = [*rows[at][:3], *texts]
    return read("applications", printer(rows), form)


@pytest.mark.parametrize(
    ("printer", "form"),
    [(page, "html"), (bars_on_both_sides, "pipe"), (tab_separated_rows, "tab")],
)
@pytest.mark.parametrize("count", range(2, 7))
def test_equal_numbers_of_a_row_that_lacks_some_are_open_and_quoted_each(
    printer: Callable[[Rows], str], form: Format, count: int
) -> None:
    found = row_of(["5"] * count, printer, form)
    assert not any(list(found.row("needs_creation").values())[:-1])
    quoted = [text.split(" | ") for text in found.quoted if text.startswith("5")]
    total = found.numbers["needs_creation", "total"]
    assert quoted == [["5"] * (count - (total is not None))]


@pytest.mark.parametrize(
    ("printer", "form"),
    [(page, "html"), (bars_on_both_sides, "pipe"), (tab_separated_rows, "tab")],
)
def test_a_number_that_fills_a_whole_row_is_open_and_quoted_once(
    printer: Callable[[Rows], str], form: Format
) -> None:
    found = row_of(["5"] * 7, printer, form)
    assert found.is_open("needs_creation")
    assert "5" in found.quoted
