"""Tables that give each row for two years: only the numbers of the report's year are read."""

from itertools import count

import pytest

from govreport.model.statute import TableKind
from tests.recognise.placing.table_text import SEEDS, read, table, truth
from tests.recognise.printed import FLOWING, Rows, cell_per_line, rows_of
from tests.sampling import one_in

YEARS = [("本年", "上年"), ("2023年", "2022年"), ("本年数", "去年同期")]


def of_two_years(rows: Rows, this: str, other: str, *, first: bool) -> Rows:
    """Give each row with numbers for two years."""
    numbers = count(20_001)
    doubled: Rows = []
    for row in rows:
        labels = [cell for cell in row if not cell.isdecimal()]
        figures = row[len(labels) :]
        if not figures:
            doubled.append(row)
            continue
        last = [str(next(numbers)) for _ in figures]
        if first:
            doubled += [[*labels, this, *figures], [other, *last]]
        else:
            doubled += [[*labels, other, *last], [this, *figures]]
    return doubled


@pytest.mark.parametrize("years", YEARS)
@pytest.mark.parametrize("printer", FLOWING)
@pytest.mark.parametrize("kind", ["applications", "proactive_disclosure"])
def test_the_numbers_of_the_year_are_read_that_stand_first(
    kind: TableKind, printer: str, years: tuple[str, str]
) -> None:
    given = table(kind, 3)
    prints, form = FLOWING[printer]
    found = read(kind, prints(of_two_years(rows_of(given), *years, first=True)), form)
    assert found.numbers == truth(given)
    assert any("20001" in text for text in found.quoted)


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
@pytest.mark.parametrize("years", YEARS)
def test_the_numbers_of_the_other_year_may_stand_first(seed: int, years: tuple[str, str]) -> None:
    given = table("applications", seed)
    source = cell_per_line(of_two_years(rows_of(given), *years, first=False))
    assert read("applications", source, "tab").numbers == truth(given)


@pytest.mark.parametrize("form", ["bar", "cell", "closed"])
def test_no_number_is_read_of_another_year_where_one_row_has_only_one(form: str) -> None:
    given = table("applications", 3)
    rows = of_two_years(rows_of(given), "本年", "上年", first=True)
    at = next(at for at, row in enumerate(rows) if row[0] == "上年")
    del rows[at - 1][-7:], rows[at - 1][-1]
    prints, name = FLOWING[form]
    found = read("applications", prints(rows), name).numbers
    right = truth(given)
    assert all(value in (None, right[cell]) for cell, value in found.items())
