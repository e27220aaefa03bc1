"""Table 2 in three lines: its rows, the columns of each, and the numbers."""

import pytest

from tests.recognise.placing.table_text import SEEDS, read, table, truth
from tests.recognise.printed import Rows, cell_per_line, cell_then_bar, trailing_bars
from tests.sampling import one_in

PRINTERS = {
    "cell": (cell_per_line, "tab"),
    "bar": (cell_then_bar, "pipe"),
    "closed": (trailing_bars, "pipe"),
}


def across(seed: int, *, again: bool = False) -> Rows:
    known = list(table("proactive_disclosure", seed).known_rows())
    columns = [column.label for row, _ in known for column in row.columns]
    labels = [row.labels[-1] for row, _ in known for _ in range(len(row.columns) if again else 1)]
    return [labels, columns, [cell for _, own in known for cell in own.cells]]


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_numbers_in_one_line_are_those_of_the_columns_above(
    seed: int, printer: str, again: bool
) -> None:
    prints, form = PRINTERS[printer]
    found = read("proactive_disclosure", prints(across(seed, again=again)), form)
    assert found.numbers == truth(table("proactive_disclosure", seed))


@pytest.mark.parametrize("change", ["number", "column", "row"])
@pytest.mark.parametrize("printer", PRINTERS)
def test_nothing_is_read_where_one_is_missing(printer: str, change: str) -> None:
    labels, columns, numbers = across(1)
    lines = {"row": labels, "column": columns, "number": numbers}
    del lines[change][2]
    prints, form = PRINTERS[printer]
    found = read("proactive_disclosure", prints([labels, columns, numbers]), form)
    assert not any(found.numbers.values())
