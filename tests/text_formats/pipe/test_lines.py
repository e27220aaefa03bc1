"""Lines that together are one row of a table."""

import pytest

import govreport
from tests.recognise.placing.table_text import SEEDS, read, table, truth
from tests.recognise.printed import rows_of, trailing_bars


@pytest.mark.parametrize("seed", SEEDS)
def test_a_number_that_a_line_break_cut_is_in_doubt_and_the_others_stand(seed: int) -> None:
    of = table("proactive_disclosure", seed)
    rows = [[f"{cell}7" if cell.isdecimal() else cell for cell in row] for row in rows_of(of)]
    whole = read("proactive_disclosure", trailing_bars(rows), "pipe").numbers
    assert all(whole[key] == int(f"{value}7") for key, value in truth(of).items())
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if not cell.isdecimal():
                continue
            cut = [[*each] for each in rows]
            cut[at][place] = f"{cell[:-1]}\n7"
            found = read("proactive_disclosure", trailing_bars(cut), "pipe")
            doubted = [key for key, value in found.numbers.items() if value != whole[key]]
            assert len(doubted) == 1
            assert found.numbers[doubted[0]] is None
            assert f"{cell[:-1]}\n7" in found.quoted


def test_figures_on_a_line_of_their_own_are_no_rest_of_a_closed_row() -> None:
    document = govreport.loads("甲 | 1 |\n乙 | 2 |\n丙 | 3 |\n4 | 5 |\n", "pipe")
    (rows,) = [block.rows for block in document.preamble if isinstance(block, govreport.Table)]
    assert [[cell.text for cell in row] for row in rows][-2:] == [["丙", "3"], ["4", "5"]]
