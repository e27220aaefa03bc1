"""Tables that the end of a page cuts in two, with its number between the parts."""

import pytest

from tests.recognise.placing.table_text import SEEDS, read, table, truth
from tests.recognise.printed import (
    Rows,
    bar_between_cells,
    cell_then_bar,
    rows_of,
    trailing_bars,
    trailing_bars_padded,
)
from tests.sampling import one_in

PRINTERS = (bar_between_cells, cell_then_bar, trailing_bars, trailing_bars_padded)


def at_page_end(rows: Rows, cut: int, head: int) -> tuple[Rows, Rows]:
    return rows[:cut], [*rows[:head], *rows[cut:]]


@pytest.mark.parametrize("between", ["7", "- 7 -", "7\n\n青禾县云岭镇人民政府", "续表"])
@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_a_table_goes_on_below_a_page_number_with_its_header_again(
    seed: int, printer: object, between: str
) -> None:
    given = table("applications", seed)
    above, below = at_page_end(rows_of(given), 9, 3)
    assert callable(printer)
    source = f"{printer(above)}\n{between}\n\n{printer(below)}"
    assert read("applications", source, "pipe").numbers == truth(given)


def test_a_number_below_a_grid_that_ends_in_a_label_may_be_its_cell() -> None:
    given = table("proactive_disclosure", 1)
    rows = rows_of(given)
    at = next(at for at, row in enumerate(rows) if row[0] == "行政许可")
    above, below = [*rows[:at], ["行政许可"]], rows[at + 1 :]
    found = read(
        "proactive_disclosure", f"{trailing_bars(above)}\n7\n\n{trailing_bars(below)}", "pipe"
    )
    assert found.numbers["administrative_licensing", "decisions"] in (None, 7)
    assert found.row("regulations") == {
        cell: value for cell, value in truth(given).items() if cell[0] == "regulations"
    }
