"""Lone bars that open the rows of a table, a cell a line."""

import pytest

from tests.recognise.placing.table_text import SEEDS, read, table, truth
from tests.recognise.printed import bar_before_each_row, cell_then_bar, rows_of
from tests.sampling import one_in


@pytest.mark.parametrize("at", range(5, 20, 4))
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_bars_before_rows_are_no_cells_though_a_text_stands_between_rows(
    seed: int, at: int
) -> None:
    given = table("applications", seed)
    rows = rows_of(given)
    rows.insert(at, ["（续）"])
    assert read("applications", bar_before_each_row(rows), "pipe").numbers == truth(given)


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_a_bar_where_a_number_is_missing_is_a_blank_cell(seed: int) -> None:
    given = table("applications", seed, blanks=True)
    with_openers = read("applications", bar_before_each_row(rows_of(given)), "pipe").numbers
    without = read("applications", cell_then_bar(rows_of(given)), "pipe").numbers
    assert with_openers == without
    assert {key: value for key, value in without.items() if value is not None}.items() <= {
        key: value for key, value in truth(given).items() if value is not None
    }.items()


def test_a_text_behind_the_numbers_of_the_only_row_opens_no_row() -> None:
    rows = rows_of(table("reviews", 1))
    rows = [*rows[:-1], ["0"] * 14 + ["1", "补记12件"]]
    rows[-2] = [*rows[-2], "备注"]
    found = read("reviews", bar_before_each_row(rows), "pipe").numbers
    assert found["litigation_after_reconsideration", "total"] in (None, 1)
