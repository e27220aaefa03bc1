"""A header that lost a cell, or has one twice, stands over the columns of others."""

import pytest

from tests.recognise.placing.table_text import SEEDS, flat, page, read, table, truth
from tests.recognise.printed import Rows
from tests.sampling import one_in

COLUMNS = range(1, 8)


def _filled_up(rows: Rows) -> Rows:
    """Return rows of one length, as a grid has them."""
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_an_intact_header_with_a_further_column_without_one_is_believed(seed: int) -> None:
    of = table("applications", seed)
    head, *rows = flat(of)
    assert read("applications", page([head, *rows]), "html").numbers == truth(of)
    noted = [[*row, "见附件"] for row in rows]
    assert read("applications", page(_filled_up([head, *noted])), "html").numbers == truth(of)


@pytest.mark.parametrize("place", COLUMNS)
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_below_a_header_that_lost_a_cell_no_number_is_another_columns(
    seed: int, place: int
) -> None:
    of = table("applications", seed)
    head, *rows = flat(of)
    shorter = [*head[:place], *head[place + 1 :]]
    found = read("applications", page(_filled_up([shorter, *rows])), "html")
    right = truth(of)
    assert all(value in (None, right[cell]) for cell, value in found.numbers.items())


@pytest.mark.parametrize("place", COLUMNS)
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_below_a_header_with_a_cell_twice_no_number_is_another_columns(
    seed: int, place: int
) -> None:
    of = table("applications", seed)
    head, *rows = flat(of)
    longer = [*head[: place + 1], *head[place:]]
    found = read("applications", page(_filled_up([longer, *rows])), "html")
    right = truth(of)
    assert all(value in (None, right[cell]) for cell, value in found.numbers.items())


@pytest.mark.parametrize("place", range(1, 7))
@pytest.mark.parametrize("seed", SEEDS)
def test_a_column_under_an_unknown_label_leaves_the_others_in_their_places(
    seed: int, place: int
) -> None:
    of = table("applications", seed)
    head, *rows = flat(of)
    renamed = [*head[:place], "中介组织", *head[place + 1 :]]
    numbers = [[int(text) + 1 for text in row[1:7]] for row in rows]
    summed = [
        [row[0], *map(str, (*given, sum(given)))]
        for row, given in zip(rows, numbers, strict=True)
    ]
    found = read("applications", page([renamed, *summed]), "html").numbers
    for row, given in zip(of.layout.rows, numbers, strict=True):
        expected: list[int | None] = [*given, sum(given)]
        expected[place - 1] = None
        assert [found[row.key, column.key] for column in row.columns] == expected


@pytest.mark.parametrize("place", range(15))
def test_so_is_table_4_whose_groups_and_outcomes_stand_in_its_header(place: int) -> None:
    of = table("reviews", 3)
    groups = [text for row in of.layout.rows for text in (row.labels[-1], *[""] * 4)]
    outcomes = [column.label for row in of.layout.rows for column in row.columns]
    numbers = [text for _, own in of.known_rows() for text in own.cells]
    shorter = [*outcomes[:place], *outcomes[place + 1 :]]
    found = read("reviews", page(_filled_up([groups, shorter, numbers])), "html")
    right = truth(of)
    assert read("reviews", page([groups, outcomes, numbers]), "html").numbers == right
    assert all(value in (None, right[cell]) for cell, value in found.numbers.items())


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_numbers_below_columns_that_their_rows_do_not_have_move_all_others(seed: int) -> None:
    of = table("proactive_disclosure", seed)
    labels = list(dict.fromkeys(c.label for row in of.layout.rows for c in row.columns))
    rows = []
    for row, own in of.known_rows():
        given = dict(zip([c.label for c in row.columns], own.cells, strict=True))
        numbers = [f"{given[each]}1" if each in given else "" for each in labels]
        rows.append([row.labels[-1], *numbers])
    found = read("proactive_disclosure", page([["信息内容", *labels], *rows]), "html")
    assert all(found.numbers[cell] == int(f"{value}1") for cell, value in truth(of).items())
    moved = [["信息内容", "", *labels], *([*row, ""] for row in rows)]
    found = read("proactive_disclosure", page(moved), "html")
    assert not any(found.numbers.values())


def test_equal_numbers_side_by_side_are_no_sum() -> None:
    head, *rows = flat(table("applications", 1))
    ones = [[row[0], *["1"] * 7] for row in rows]
    assert set(read("applications", page([head, *ones]), "html").numbers.values()) == {1}
