"""Table 3 as tables of one row, each below its row's label as a heading."""

import pytest

from govreport.model.statutory import StatutoryTable
from tests.recognise.placing.table_text import SEEDS, read, table, truth
from tests.recognise.printed import FLOWING, bars_on_both_sides
from tests.sampling import one_in

PRINTERS = {**FLOWING, "grid": (bars_on_both_sides, "pipe")}


def headed(given: StatutoryTable, printer: str, word: str, without: str = "") -> str:
    """Return a table a row below its headings; the row `without` has none."""
    prints, _ = PRINTERS[printer]
    parts: list[str] = []
    above: tuple[str, ...] = ()
    for row, own in given.known_rows():
        groups = [each for each in row.labels[:-1] if each not in above]
        above = row.labels
        parts += [*groups, "" if row.key == without else row.labels[-1]]
        header = ["类别", *(column.label for column in row.columns)]
        parts.append(prints([header, [word, *own.cells]]))
    return "\n\n".join(parts)


@pytest.mark.parametrize("word", one_in(3, ["件数", "数量", "本年"]))
@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_a_heading_names_the_row_below_it(seed: int, printer: str, word: str) -> None:
    given = table("applications", seed)
    found = read("applications", headed(given, printer, word), PRINTERS[printer][1])
    assert found.numbers == truth(given)


@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize(
    "without", one_in(3, ["carried_over", "third_party_rights", "handled_total"])
)
def test_a_row_without_a_heading_is_not_that_of_another(printer: str, without: str) -> None:
    given = table("applications", 2)
    source = headed(given, printer, "件数", without)
    found = read("applications", source, PRINTERS[printer][1]).numbers
    right = truth(given)
    assert all(value in (None, right[cell]) for cell, value in found.items())
