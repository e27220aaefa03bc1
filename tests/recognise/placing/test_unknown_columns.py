"""Texts of a header that the form does not know: they may be no columns, or damaged labels."""

from collections.abc import Sequence

import pytest

from govreport.model import statute
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.naming import statute_cells
from govreport.recognise.placing.unknown_columns import stranger_doubt
from tests.recognise.placing.table_text import below, read, table

CELLS = statute_cells("applications")
LAYOUT = statute.layout("applications", 2021)
FORM = [
    Leaf(0, CELLS.of_columns([column.key]), column.label) for column in statute.APPLICANT_COLUMNS
]
STRANGER = Leaf(0, 0, "组织类", is_foreign=True)
ROWS = [("1", "2", "0", "0", "0", "4", "7"), ("0", "3", "0", "1", "0", "0", "4")]


def doubt(leaves: Sequence[Leaf], rows: Sequence[tuple[str, ...]] = ROWS) -> str:
    return stranger_doubt(Header(tuple(leaves), in_place=False), rows, CELLS, LAYOUT)


def test_a_text_among_all_columns_of_the_form_is_one_more_column() -> None:
    assert not doubt([*FORM[:3], STRANGER, *FORM[3:]])


def test_a_header_that_lacks_columns_but_has_no_other_text_is_believed() -> None:
    assert not doubt([FORM[0], FORM[6], *FORM[1:5]])


def test_a_text_behind_a_total_that_stands_among_the_columns_may_cover_several() -> None:
    assert "stand above several" in doubt([FORM[0], FORM[6], STRANGER, *FORM[1:5]])


@pytest.mark.parametrize("at", [0, 2, 5])
def test_a_text_where_the_form_has_a_label_is_one_column(at: int) -> None:
    assert not doubt([*FORM[:at], STRANGER, *FORM[at + 1 :]])


@pytest.mark.parametrize("at", [0, 2, 5])
def test_a_text_elsewhere_may_be_a_damaged_label_if_the_totals_count_it(at: int) -> None:
    others = [*FORM[:at], *FORM[at + 1 : 6]]
    leaves = [*reversed(others), STRANGER, FORM[6]]
    assert "the totals say" in doubt(leaves)
    assert not doubt(leaves, [("1", "2", "0", "0", "0", "941", "3")])


def test_numbers_below_a_text_that_may_cover_several_columns_are_open() -> None:
    person, *organizations, total = [column.label for column in statute.APPLICANT_COLUMNS]
    head = ["申请人情况", person, total, *organizations[:4], "上年", "法人或其他组织"]
    form = table("applications", 8)

    def order(cells: list[str]) -> list[str]:
        return [cells[0], cells[6], *cells[1:6], "941"]

    found = read("applications", below(head, form, order), "tab")
    assert not any(found.numbers.values())
    assert any("stand above several" in reason for reason in found.reasons)
    received = next(given for row, given in form.known_rows() if row.key == "new_received")
    assert " | ".join(order(list(received.cells))) in found.quoted


def test_labels_that_are_run_together_are_more_columns_than_one() -> None:
    head = [
        "申请人情况",
        "自然人",
        "商业企业",
        "科研机构",
        "社会公益组织法律服务机构",
        "其他",
        "总计",
    ]
    lines = [" | ".join(head), "一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 15"]
    found = read("applications", "\n".join(f"{line} |" for line in lines), "pipe")
    assert not any(found.numbers.values())
