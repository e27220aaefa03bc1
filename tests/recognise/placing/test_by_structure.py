"""Headers without places that hold columns the form does not know, read by structure and rows."""

from collections.abc import Callable, Sequence

import pytest

from govreport.model import statute
from tests.recognise.placing.table_text import SEEDS, Found, below, read, table, truth
from tests.recognise.printed import Rows, cell_per_line
from tests.sampling import one_in

PERSON, *ORGANIZATIONS, TOTAL = [column.label for column in statute.APPLICANT_COLUMNS]
COVER = "法人或其他组织"
HEAD = ["项目", "申请人情况", PERSON, COVER, TOTAL, *ORGANIZATIONS]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
REVIEWS = [
    "行政复议",
    "行政诉讼",
    *OUTCOMES,
    "未经复议直接起诉",
    "复议后起诉",
    *OUTCOMES,
    *OUTCOMES,
]


def applications(
    seed: int, head: Sequence[str], order: Callable[[list[str]], list[str]] = list
) -> Found:
    return read("applications", below(list(head), table("applications", seed), order), "tab")


def with_label(label: str, behind: str) -> list[str]:
    at = HEAD.index(behind) + 1
    return [*HEAD[:at], label, *HEAD[at:]]


def others_than(column: str, seed: int) -> dict[tuple[str, str], object]:
    return {key: n for key, n in truth(table("applications", seed)).items() if key[1] != column}


@pytest.mark.parametrize("column", statute.APPLICANT_COLUMNS[2:5])
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_beside_a_damaged_label_the_other_columns_are_read(
    seed: int, column: statute.Column
) -> None:
    head = ["某类机构" if label == column.label else label for label in HEAD]
    found = applications(seed, head)
    right = others_than(column.key, seed)
    assert {key: found.numbers[key] for key in right} == right
    assert all(number is None for key, number in found.numbers.items() if key[1] == column.key)
    assert "某类机构" in found.quoted


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_totals_tell_to_which_line_a_text_between_two_lines_belongs(seed: int) -> None:
    head = with_label("其中本月", TOTAL)
    last = applications(seed, head, lambda cells: [*cells, "941"])
    inside = applications(seed, head, lambda cells: [cells[0], "941", *cells[1:]])
    assert last.numbers == inside.numbers == truth(table("applications", seed))


def test_where_no_total_holds_a_text_between_two_lines_leaves_the_rows_open() -> None:
    head = with_label("其中本月", TOTAL)
    found = applications(8, head, lambda cells: [*cells[:-1], "7041", "941"])
    assert not any(found.numbers.values())
    assert any("in several ways" in reason for reason in found.reasons)


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_a_column_whose_blank_cells_were_dropped_is_left_out_where_totals_tell(seed: int) -> None:
    found = applications(seed, with_label("上年", ORGANIZATIONS[2]))
    assert found.numbers == truth(table("applications", seed))
    assert "上年" in found.quoted


def test_a_column_of_noughts_is_not_taken_for_one_of_the_form_that_was_dropped() -> None:
    """Where 上年 is nought and a column of the form is blank, totals hold for either."""

    def order(cells: list[str]) -> list[str]:
        person, first, _, *rest = cells[:-1]
        numbers = [int(person), int(first), *map(int, rest)]
        return [person, first, "0", *rest, str(sum(numbers))]

    found = applications(8, with_label("上年", ORGANIZATIONS[1]), order)
    assert not any(number for key, number in found.numbers.items() if key[1] != "total")


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
@pytest.mark.parametrize("place", range(2, 6))
def test_totals_tell_how_many_columns_of_a_group_stand_before_a_column_between(
    seed: int, place: int
) -> None:
    head = ["项目", "申请人情况", PERSON, COVER, TOTAL, COVER, *ORGANIZATIONS]
    found = applications(seed, head, lambda row: [*row[:place], row[-1], *row[place:-1]])
    assert found.numbers == truth(table("applications", seed))


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_rows_counted_behind_their_labels_are_read(seed: int) -> None:
    count = iter(range(1, 100))
    head = ["项目", "行次", *HEAD[1:]]
    found = applications(seed, head, lambda row: [str(next(count)), *row])
    assert found.numbers == truth(table("applications", seed))


def with_remarks(label: str, remark: str) -> Found:
    """Return table 3 with a column of remarks, of which every third row has one."""
    count = iter(range(100))
    head = with_label(label, TOTAL)
    return applications(8, head, lambda row: [*row, remark] if next(count) % 3 == 0 else row)


@pytest.mark.parametrize("label", ["备注", "说 明"])
@pytest.mark.parametrize("remark", ["补记95822件", "无"])
def test_a_row_of_numbers_alone_lacks_its_remark(label: str, remark: str) -> None:
    found = with_remarks(label, remark)
    assert found.numbers == truth(table("applications", 8))


def test_a_row_of_numbers_alone_lacks_any_cell_of_another_column() -> None:
    found = with_remarks("其中", "941")
    right = truth(table("applications", 8))
    assert all(n is None or n == right[key] for key, n in found.numbers.items())
    assert sum(n is None for n in found.numbers.values()) > len(right) / 2


@pytest.mark.parametrize("place", range(7))
def test_a_row_that_lost_a_number_lacks_no_remark(place: int) -> None:
    count = iter(range(100))

    def order(row: list[str]) -> list[str]:
        whole = next(count) % 3 == 0
        return [*row, "补记"] if whole else [*row[:place], *row[place + 1 :], "无"]

    found = applications(8, with_label("备注", TOTAL), order)
    right = truth(table("applications", 8))
    assert all(n is None or n == right[key] for key, n in found.numbers.items())


@pytest.mark.parametrize("at", range(5))
def test_a_column_without_a_label_may_be_the_one_that_the_header_lacks(at: int) -> None:
    """A number of nought, left out anywhere, would let the total hold."""
    lower = [label for each, label in enumerate(OUTCOMES) if each != at]
    head = [*REVIEWS[: -len(OUTCOMES)], *lower]
    found = reviews(head, "3 1 2 4 10 5 6 7 8 26 3 1 12 0 16".split())
    right = {"upheld": 3, "corrected": 1, "other_outcome": 12, "pending": 0, "total": 16}
    got = {key[1]: n for key, n in found.numbers.items() if "after" in key[0] and n is not None}
    assert got.items() <= right.items()


@pytest.mark.parametrize("place", range(6))
def test_a_damaged_label_is_not_taken_for_a_column_that_was_dropped(place: int) -> None:
    """The cells of another column are all blank and dropped, those of the damaged one are there."""
    head = ["某类机构" if label == ORGANIZATIONS[2] else label for label in HEAD]

    def order(row: list[str]) -> list[str]:
        left = [*row[:place], *row[place + 1 : -1]]
        return [*left, str(sum(map(int, left)))]

    found = applications(8, head, order)
    lost = statute.APPLICANT_COLUMNS[place].key
    right = truth(table("applications", 8))
    assert all(
        n is None or n == right[key]
        for key, n in found.numbers.items()
        if key[1] not in ("total", lost)
    )
    assert not any(n for key, n in found.numbers.items() if key[1] == lost)


def reviews(head: list[str], numbers: Sequence[str]) -> Found:
    rows: Rows = [head, list(numbers)]
    return read("reviews", cell_per_line(rows), "tab")


NUMBERS = "3 1 2 4 10 5 6 7 8 26 9 1 2 3 15".split()


@pytest.mark.parametrize("place", range(8, 15))
def test_a_column_of_table_4_that_the_form_does_not_know_moves_no_other(place: int) -> None:
    plain = reviews(REVIEWS, NUMBERS)
    at = REVIEWS.index("复议后起诉") + 1 + place - 5
    head = [*REVIEWS[:at], "上年", *REVIEWS[at:]]
    found = reviews(head, [*NUMBERS[:place], "941", *NUMBERS[place:]])
    assert found.numbers == plain.numbers
    assert sum(number is not None for number in found.numbers.values()) == 15
    dropped = reviews(head, NUMBERS)
    assert dropped.numbers == plain.numbers


@pytest.mark.parametrize("place", range(15))
def test_a_row_of_table_4_that_lost_a_cell_is_not_taken_for_one_without_a_column(
    place: int,
) -> None:
    at = REVIEWS.index("复议后起诉") + 4
    head = [*REVIEWS[:at], "上年", *REVIEWS[at:]]
    row = [*NUMBERS[:8], "941", *NUMBERS[8:]]
    found = reviews(head, [*row[:place], *row[place + 1 :]])
    if place != 8:
        assert not any(found.numbers.values())


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
@pytest.mark.parametrize("place", range(7))
def test_rows_that_lost_a_cell_are_not_read_below_a_column_the_form_does_not_know(
    seed: int, place: int
) -> None:
    def order(cells: list[str]) -> list[str]:
        row = [*cells[:3], "941", *cells[3:]]
        at = place if place < 3 else place + 1
        return [*row[:at], *row[at + 1 :]]

    found = applications(seed, with_label("上年", ORGANIZATIONS[1]), order)
    right = truth(table("applications", seed))
    assert all(n is None or n == right[key] for key, n in found.numbers.items())
