"""The readings of headers without positions: every tree that prints its labels in their order."""

import random
from collections.abc import Sequence
from itertools import chain

import pytest

from govreport.model import statute
from govreport.model.statute import TableKind
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.header_trees import readings_of, told_by
from govreport.recognise.placing.naming import Named, Text, statute_cells
from govreport.recognise.placing.sheets import Side

ROWS = Side(rows=True, columns=False)
NONE = Side(rows=False, columns=False)
PERSON, *ORGANIZATIONS, TOTAL = [column.label for column in statute.APPLICANT_COLUMNS]
COVER = "法人或其他组织"
UPPER, LOWER = [PERSON, COVER, TOTAL], ORGANIZATIONS
FORM = [PERSON, *ORGANIZATIONS, TOTAL]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
REVIEWS = [
    ["行政复议", "行政诉讼"],
    [*OUTCOMES, "未经复议直接起诉", "复议后起诉"],
    [*OUTCOMES, *OUTCOMES],
]


def header(kind: TableKind, lines: Sequence[Sequence[str]]) -> list[tuple[Text, ...]]:
    return [
        tuple([Text(Piece(text, 0, 1, 0), named(kind, text)) for text in line]) for line in lines
    ]


def named(kind: TableKind, text: str) -> Named:
    """Return what a text names above numbers, where 总计 and 其他 are never rows."""
    found = statute_cells(kind).name(text)
    return found._replace(rows=0, above=0) if found.columns and found.rows else found


def read(kind: TableKind, lines: Sequence[Sequence[str]], side: Side = ROWS) -> list[list[str]]:
    readings = readings_of(header(kind, lines), side, statute_cells(kind))
    return [[leaf.label for leaf in leaves] for leaves in readings]


@pytest.mark.parametrize("line", [0, 1])
@pytest.mark.parametrize("seed", range(6))
def test_what_the_form_does_not_know_stands_between_the_columns_between_which_it_is_printed(
    line: int, seed: int
) -> None:
    upper, lower = list(UPPER), list(LOWER)
    chosen = (upper, lower)[line]
    at = random.Random(seed).randrange(len(chosen) + 1)  # noqa: S311
    chosen.insert(at, "上年")
    groups = {COVER: lower}
    columns = [label for each in upper for label in groups.get(each, [each])]
    assert read("applications", [["项目", "申请人情况"], upper, lower]) == [columns]


def test_where_no_line_ends_a_text_between_two_lines_may_be_of_either() -> None:
    run = ["项目", "申请人情况", *UPPER, "上年", *LOWER]
    assert sorted(read("applications", [run])) == sorted(
        [[*FORM, "上年"], [PERSON, "上年", *ORGANIZATIONS, TOTAL]]
    )


def test_where_no_line_ends_a_text_among_labels_of_one_line_has_one_place() -> None:
    run = ["项目", "申请人情况", PERSON, COVER, "上年", TOTAL, *LOWER]
    assert read("applications", [run]) == [[PERSON, *ORGANIZATIONS, "上年", TOTAL]]


def test_labels_in_another_order_have_the_order_in_which_they_are_printed() -> None:
    run = ["申请人情况", TOTAL, COVER, PERSON, *reversed(LOWER)]
    assert read("applications", [run]) == [[TOTAL, *reversed(ORGANIZATIONS), PERSON]]


def test_a_text_that_the_form_does_not_know_takes_no_columns_from_a_label_that_it_knows() -> None:
    run = ["申请人情况", PERSON, COVER, TOTAL, "小计", *LOWER]
    assert all(len(reading) == 8 for reading in read("applications", [run]))


@pytest.mark.parametrize("at", range(11))
def test_what_table_4_does_not_know_is_one_of_its_columns(at: int) -> None:
    lowest = [*REVIEWS[2][:at], "上年", *REVIEWS[2][at:]]
    lines = [*REVIEWS[:2], lowest]
    assert read("reviews", lines, NONE) == [[*OUTCOMES, *lowest]]
    found = read("reviews", [[*chain(*lines)]], NONE)
    assert [*OUTCOMES, *lowest] in found
    assert len(found) == (2 if at == 0 else 1)  # then it may be one of the line above


def test_each_column_of_table_4_is_that_of_its_group() -> None:
    cells = statute_cells("reviews")
    (leaves,) = readings_of(header("reviews", [[*chain(*REVIEWS)]]), NONE, cells)
    keys = [cells.only(rows & columns) for rows, columns in told_by(leaves)]
    assert keys == [
        (row.key, column.key)
        for row in statute.layout("reviews", None).rows
        for column in row.columns
    ]


def test_columns_that_come_twice_are_those_of_the_form_only_where_no_text_is_above_them() -> None:
    lines = [["项目", "本年", "上年"], [*FORM, *FORM]]
    (leaves,) = readings_of(header("applications", lines), ROWS, statute_cells("applications"))
    assert [leaf.is_foreign for leaf in leaves] == [False] * 7 + [True] * 7


@pytest.mark.parametrize("year", [("本年", "上年"), ("上年", "本年")])
def test_what_stands_below_each_column_says_which_number_is_which(year: tuple[str, str]) -> None:
    lines = [["项目", "申请人情况"], UPPER, [*year, *LOWER, *year], [*year * 5]]
    columns = [[f"{label} {each}" for label in FORM for each in year]]
    assert read("applications", lines) == read("applications", [[*chain(*lines)]]) == columns
    cells = statute_cells("applications")
    (leaves,) = readings_of(header("applications", lines), ROWS, cells)
    assert [leaf.is_foreign for leaf in leaves] == [each == "上年" for each in year] * 7


@pytest.mark.parametrize(
    "lines",
    [
        [["序号", "项目", *FORM]],
        [["项目", "数量"]],
        [],
    ],
)
def test_other_headers_have_no_reading(lines: Sequence[Sequence[str]]) -> None:
    assert read("applications", lines) == []


def test_a_group_between_whose_columns_another_stands_is_printed_on_either_side() -> None:
    run = ["项目", "申请人情况", PERSON, COVER, TOTAL, COVER, *LOWER]
    assert sorted(map(len, read("applications", [run]))) == [7, 7, 7, 7]
    assert [PERSON, *LOWER[:2], TOTAL, *LOWER[2:]] in read("applications", [run])


def test_numbers_that_count_rows_behind_their_labels_are_a_column() -> None:
    assert read("applications", [["项目", "行次", *FORM]]) == [["行次", *FORM]]


def test_a_header_of_more_texts_than_can_be_gone_through_has_no_reading() -> None:
    texts = ["上年" * at for at in range(1, 40)]
    for count in (30, 39):
        assert read("applications", [["项目", "申请人情况", *texts[:count], TOTAL]]) == []


@pytest.mark.parametrize(
    "labels",
    [
        ["行政复议", "未经复议直接起诉", "行政诉讼", "复议后起诉"],
        ["行政复议", "未经复议直接起诉", "复议后起诉", "行政诉讼"],
        ["未经复议直接起诉", "行政诉讼", "复议后起诉", "行政复议"],
    ],
)
def test_a_label_behind_one_that_it_covers_leaves_the_order_to_the_lowest(
    labels: list[str],
) -> None:
    cells = statute_cells("reviews")
    lines = [[label] for label in (*labels, *OUTCOMES * 3)]
    (columns,) = readings_of(header("reviews", lines), NONE, cells)
    groups = [label for label in labels if label != "行政诉讼"]
    named_rows = [cells.name(group).rows for group in groups for _ in OUTCOMES]
    assert [leaf.rows for leaf in columns] == named_rows
    assert [leaf.label for leaf in columns] == OUTCOMES * 3
