"""Tables printed as lists, a number a row, and tables that lie on their side, without places."""

from itertools import permutations

import pytest

from govreport.model.statute import TABLE_KINDS, TableKind
from govreport.model.statutory import StatutoryTable
from tests.recognise.placing.table_text import Facts, read, table, truth
from tests.recognise.printed import cell_per_line, rows_of

Entry = tuple[str, str, str]
ORDERS = list(permutations(range(3)))
ROW_COLUMN_NUMBER = (0, 1, 2)
COLUMN_ROW_NUMBER = (1, 0, 2)


def entries(of: StatutoryTable) -> list[Entry]:
    """Return the label of the row, that of the column and the number of each cell."""
    return [
        (row.labels[-1], column.label, text)
        for row, given in of.known_rows()
        for column, text in zip(row.columns, given.cells, strict=True)
    ]


def once(of: StatutoryTable) -> list[list[str]]:
    """Return the entries of a table, with the label of each row in the first of them alone."""
    rows: list[list[str]] = []
    last = ""
    for row, column, text in entries(of):
        rows.append([column, text] if row == last else [row, column, text])
        last = row
    return rows


def lines(rows: list[list[str]]) -> str:
    return "\n".join(text for row in rows for text in row)


def wrong(found: Facts, of: StatutoryTable) -> Facts:
    right = truth(of)
    return {cell: value for cell, value in found.items() if value not in (None, right.get(cell))}


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "".join("rcn"[at] for at in order))
@pytest.mark.parametrize("kind", TABLE_KINDS)
def test_in_whatever_order_a_list_prints_labels_and_numbers_none_is_wrong(
    kind: TableKind, order: tuple[int, int, int]
) -> None:
    form = table(kind, 5)
    listed = [[entry[at] for at in order] for entry in entries(form)]
    found = read(kind, lines(listed), "tab")
    assert not wrong(found.numbers, form)
    if order not in (ROW_COLUMN_NUMBER, COLUMN_ROW_NUMBER):
        assert not any(found.numbers.values())
        early = any("numbers come before the labels" in reason for reason in found.reasons)
        assert early or kind == "proactive_disclosure"


@pytest.mark.parametrize("kind", ["applications", "reviews"])
def test_a_list_with_both_labels_before_each_number_is_read(kind: TableKind) -> None:
    form = table(kind, 5)
    listed = [list(entry) for entry in entries(form)]
    assert read(kind, lines(listed), "tab").numbers == truth(form)


def test_a_list_with_the_label_of_a_row_once_is_read_with_its_columns() -> None:
    form = table("applications", 5)
    assert read("applications", lines(once(form)), "tab").numbers == truth(form)


def test_lines_of_a_list_that_begin_with_the_label_of_a_row_once_are_read() -> None:
    form = table("applications", 5)
    source = "\n".join(f"| {' | '.join(row)} |" for row in once(form))
    assert read("applications", source, "pipe").numbers == truth(form)


@pytest.mark.parametrize("lost", range(14))
def test_a_number_that_a_list_lost_is_open_and_those_around_it_are_read(lost: int) -> None:
    form = table("applications", 5)
    listed = once(form)
    del listed[lost][-1]
    found = read("applications", lines(listed), "tab").numbers
    cell = list(truth(form))[lost]
    assert found == {**truth(form), cell: None}


@pytest.mark.parametrize("row", [1, 5, 24])
def test_numbers_behind_the_lost_label_of_a_row_are_not_the_row_before(row: int) -> None:
    form = table("applications", 5)
    listed = once(form)
    del listed[7 * row][0]
    found = read("applications", lines(listed), "tab")
    key = list(truth(form))[7 * row][0]
    assert found.numbers == {
        cell: None if cell[0] == key else value for cell, value in truth(form).items()
    }
    quoted = {part for text in found.quoted for part in text.split(" | ")}
    assert {text for *_, text in listed[7 * row : 7 * row + 7]} <= quoted


def test_a_list_whose_last_label_alone_has_no_number_may_print_them_before_their_labels() -> None:
    form = table("applications", 5)
    listed = once(form)
    del listed[-1][-1]
    found = read("applications", lines(listed), "tab")
    assert not any(found.numbers.values())
    assert {text for _, _, text in entries(form)} <= set(found.quoted)


def on_its_side(of: StatutoryTable) -> list[list[str]]:
    known = list(of.known_rows())
    columns = [column.label for column in known[0][0].columns]
    heads = [row.labels[-1] for row, _ in known]
    return [
        heads,
        *([label, *(given.cells[at] for _, given in known)] for at, label in enumerate(columns)),
    ]


def test_a_table_on_its_side_is_read_from_a_run_of_cells() -> None:
    form = table("applications", 5)
    assert read("applications", lines(on_its_side(form)), "tab").numbers == truth(form)


@pytest.mark.parametrize("column", range(7))
def test_a_column_on_its_side_that_lacks_a_number_is_open_and_the_others_are_read(
    column: int,
) -> None:
    form = table("applications", 5)
    rows = on_its_side(form)
    del rows[1 + column][4]
    found = read("applications", lines(rows), "tab")
    key = list(truth(form))[column][1]
    assert found.numbers == {
        cell: None if cell[1] == key else value for cell, value in truth(form).items()
    }
    assert any(" | ".join(rows[1 + column][1:]) in text for text in found.quoted)


@pytest.mark.parametrize("row", [0, 13])
def test_a_table_on_its_side_that_lacks_the_label_of_a_row_is_open(row: int) -> None:
    form = table("applications", 5)
    rows = on_its_side(form)
    del rows[0][row]
    found = read("applications", lines(rows), "tab")
    assert not any(found.numbers.values())
    assert any(" | ".join(rows[1][1:]) in text for text in found.quoted)


@pytest.mark.parametrize("column", range(1, 7))
def test_numbers_on_its_side_behind_a_lost_label_are_not_the_column_before(column: int) -> None:
    form = table("applications", 5)
    rows = on_its_side(form)
    del rows[1 + column][0]
    found = read("applications", lines(rows), "tab").numbers
    assert not wrong(found, form)
    columns = {cell[1] for cell, value in found.items() if value is not None}
    assert len(columns) == 5


REVIEWS_TURNED = ["结果", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def test_outcomes_of_table_4_may_stand_beside_the_numbers_of_its_groups() -> None:
    cells = list(REVIEWS_TURNED)
    for at, outcome in enumerate(OUTCOMES):
        cells += [outcome, *(str(10 * at + group) for group in range(3))]
    found = read("reviews", "\n".join(cells), "tab").numbers
    assert found["reconsideration", "upheld"] == 0
    assert found["direct_litigation", "corrected"] == 11
    assert found["litigation_after_reconsideration", "total"] == 42


def test_numbers_of_table_4_given_twice_are_read_if_they_are_the_same() -> None:
    given = table("reviews", 2)
    *heads, numbers = rows_of(given)
    same = read("reviews", cell_per_line([*heads, numbers, numbers]), "tab").numbers
    assert same == truth(given)
    other = [*numbers[:-1], "941"]
    assert not any(
        read("reviews", cell_per_line([*heads, numbers, other]), "tab").numbers.values()
    )
