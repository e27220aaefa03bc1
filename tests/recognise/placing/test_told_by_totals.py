"""Columns of a text without places: the totals of the rows tell where a column stands, or nobody."""

from collections.abc import Callable, Sequence

import pytest

from govreport.model import statute
from tests.recognise.placing.table_text import SEEDS, below, read, table, truth
from tests.sampling import one_in

PERSON, *ORGANIZATIONS, TOTAL = [column.label for column in statute.APPLICANT_COLUMNS]
COVER = "法人或其他组织"
FORM = ["申请人情况", PERSON, COVER, TOTAL, *ORGANIZATIONS]

Order = Callable[[list[str]], list[str]]


def total_at(place: int) -> Order:
    return lambda cells: [*cells[:place], cells[-1], *cells[place:-1]]


def with_another_at(place: int) -> Order:
    return lambda cells: [*cells[:place], "941", *cells[place:]]


@pytest.mark.parametrize("place", range(8))
def test_totals_tell_where_a_column_stands_that_the_form_does_not_know(place: int) -> None:
    form = table("applications", 8)
    source = below([*FORM, "其中本月"], form, with_another_at(place))
    found = read("applications", source, "tab")
    assert found.numbers == truth(form)
    assert "其中本月" in found.quoted


@pytest.mark.parametrize("place", range(8))
def test_totals_tell_where_a_column_without_a_label_stands(place: int) -> None:
    form = table("applications", 8)
    found = read("applications", below(FORM, form, with_another_at(place)), "tab")
    assert found.numbers == truth(form)
    assert "941" in found.quoted


@pytest.mark.parametrize("place", range(8))
def test_where_totals_do_not_hold_a_column_without_a_label_leaves_the_rows_open(
    place: int,
) -> None:
    form = table("applications", 8)

    def order(cells: list[str]) -> list[str]:
        return with_another_at(place)([*cells[:-1], "500"])

    found = read("applications", below(FORM, form, order), "tab")
    assert not any(found.numbers.values())
    received = next(given for row, given in form.known_rows() if row.key == "new_received")
    assert " | ".join(order(list(received.cells))) in found.quoted


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
@pytest.mark.parametrize("place", range(6))
def test_numbers_in_another_order_than_their_labels_are_open(seed: int, place: int) -> None:
    form = table("applications", seed)
    found = read("applications", below(FORM, form, total_at(place)), "tab")
    assert not any(found.numbers.values())
    assert any("another order" in reason for reason in found.reasons)
    received = next(given for row, given in form.known_rows() if row.key == "new_received")
    assert " | ".join(total_at(place)(list(received.cells))) in found.quoted


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_numbers_in_the_order_of_their_labels_are_read_though_some_totals_are_wrong(
    seed: int,
) -> None:
    form = table("applications", seed)
    wrong = iter(range(10_000, 10_100))
    spoiled = 8

    def order(cells: Sequence[str]) -> list[str]:
        number = next(wrong)
        return [*cells[:-1], str(number) if number < 10_000 + spoiled else cells[-1]]

    numbers = read("applications", below(FORM, form, order), "tab").numbers
    right = truth(form)
    parts = {cell for cell in right if cell[1] != "total"}
    assert {cell: numbers[cell] for cell in parts} == {cell: right[cell] for cell in parts}


def with_sum_of_organizations(spoiled: int) -> Order:
    """Put the sum of the organizations before the total, and spoil the total of some rows."""
    rows = iter(range(100))

    def order(cells: list[str]) -> list[str]:
        total = "90001" if next(rows) < spoiled else cells[-1]
        return [*cells[:-1], str(sum(map(int, cells[1:-1]))), total]

    return order


@pytest.mark.parametrize("spoiled", [0, 4])
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_of_two_totals_the_one_that_is_the_sum_of_all_applicants_is_the_total(
    seed: int, spoiled: int
) -> None:
    form = table("applications", seed)
    order = with_sum_of_organizations(spoiled)

    def with_persons(cells: list[str]) -> list[str]:
        return order([str(int(cells[0]) + 50), *cells[1:-1], str(int(cells[-1]) + 50)])

    found = read("applications", below([*FORM, "合计"], form, with_persons), "tab").numbers
    for (row, column), value in truth(form).items():
        if column == "total":
            assert found[row, column] in (value + 50, 90001)
        else:
            assert found[row, column] == value + 50 * (column == "natural_person")


def test_numbers_below_a_text_that_may_cover_several_columns_are_open() -> None:
    person, *organizations, total = [column.label for column in statute.APPLICANT_COLUMNS]
    head = ["申请人情况", person, total, *organizations[:4], "上年", COVER]
    form = table("applications", 8)

    def order(cells: list[str]) -> list[str]:
        return [cells[0], cells[6], *cells[1:6], "941"]

    found = read("applications", below(head, form, order), "tab")
    assert not any(found.numbers.values())
    received = next(given for row, given in form.known_rows() if row.key == "new_received")
    assert " | ".join(order(list(received.cells))) in found.quoted


def test_a_row_that_the_form_does_not_have_is_no_longer_than_others() -> None:
    form = table("applications", 8)
    source = below(FORM, form, lambda cells: [*cells, ""])
    source = source.replace(
        "二、上年结转政府信息公开申请数量", "二、下年结转政府信息公开咨询数量"
    )
    numbers = read("applications", source, "tab").numbers
    right = {cell: value for cell, value in truth(form).items() if cell[0] != "carried_over"}
    assert {cell: numbers[cell] for cell in right} == right
