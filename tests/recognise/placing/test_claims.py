"""Tables in shapes of their own: a number is what its labels say, or stays open."""

import random
from collections.abc import Callable

import pytest

from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model import statute
from govreport.model.document import ReportDocument
from govreport.model.grid import Cell, Table, text_cell
from govreport.model.statutory import StatutoryTable
from govreport.recognise import recognise
from tests.recognise.reports import filled

Rows = list[list[str]]
Facts = dict[tuple[str, str], object]

APPLICATIONS = filled("applications", 2021, random.Random(5), blanks=True)  # noqa: S311
REVIEWS = filled("reviews", None, random.Random(5), blanks=False)  # noqa: S311


def truth(table: StatutoryTable) -> Facts:
    return {(f.row, f.column): f.value for f in ReportDocument(preamble=(table,)).facts()}


def values(rows: Rows) -> Facts:
    read = recognise(Stream((TableBlock(Table(rows)),)))
    return {(f.row, f.column): f.value for f in read.facts() if f.row}


def flat(table: StatutoryTable) -> Rows:
    """Return a table as rows of one label each under one header."""
    known = list(table.known_rows())
    head = ["项目", *(column.label for column in known[0][0].columns)]
    return [head, *([row.labels[-1], *given.cells] for row, given in known)]


def turned(rows: Rows) -> Rows:
    return [list(column) for column in zip(*rows, strict=True)]


def listed(rows: Rows) -> Rows:
    head, *rest = rows
    return [
        ["项目", "类型", "数量"],
        *(
            [row[0], label, text]
            for row in rest
            for label, text in zip(head[1:], row[1:], strict=True)
        ),
    ]


def shuffled(rows: Rows) -> Rows:
    order = list(range(1, len(rows[0])))
    random.Random(3).shuffle(order)  # noqa: S311
    return [[row[0], *(row[at] for at in order)] for row in rows]


def with_last_year(rows: Rows) -> Rows:
    head, *rest = rows
    return [
        [head[0], *(each for label in head[1:] for each in ("上年", label))],
        *([row[0], *(each for text in row[1:] for each in ("941", text))] for row in rest),
    ]


def numbered(rows: Rows) -> Rows:
    return [["序号", *rows[0]], *([str(at), *row] for at, row in enumerate(rows[1:], 1))]


SHAPES: tuple[Callable[[Rows], Rows], ...] = (turned, listed, shuffled, with_last_year, numbered)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_a_table_in_any_shape_is_read_by_its_labels(shape: Callable[[Rows], Rows]) -> None:
    assert values(shape(flat(APPLICATIONS))) == truth(APPLICATIONS)


@pytest.mark.parametrize("shape", [turned, listed, shuffled], ids=lambda shape: shape.__name__)
def test_table_4_in_any_shape_is_read_by_its_labels(shape: Callable[[Rows], Rows]) -> None:
    assert values(shape(flat(REVIEWS))) == truth(REVIEWS)


def test_two_numbers_for_one_cell_are_neither_s_and_the_diagnostic_has_its_keys() -> None:
    rows = flat(APPLICATIONS)
    again = [rows[1][0], *["941"] * (len(rows[1]) - 1)]
    read = recognise(Stream((TableBlock(Table([*rows, again])),)))
    key = statute.layout("applications", 2021).rows[0].key
    assert {f.value for f in read.facts() if f.row == key} == {None}
    noted = [d for d in read.diagnostics if d.code == "ambiguous-columns"]
    assert all(d.table == "applications" and d.row == key and d.column for d in noted)
    assert noted


def test_a_row_given_twice_with_other_numbers_lends_none_to_the_blanks_of_the_other() -> None:
    rows = flat(APPLICATIONS)
    rows[1] = [rows[1][0], "", "30", "", "", "", "", "30"]
    again = [rows[1][0], "7", "6", "6", "2", "8", "6", "35"]
    read = recognise(Stream((TableBlock(Table([*rows, again])),)))
    key = statute.layout("applications", 2021).rows[0].key
    assert {f.value for f in read.facts() if f.row == key} == {None}
    quoted = {d.text for d in read.diagnostics if d.row == key}
    assert {"7", "2", "8", "30 | 6", "30 | 35"} <= quoted


def test_a_column_named_above_the_others_takes_no_number_of_the_first() -> None:
    """Its label of several lines is printed before those of the columns to its left."""
    _, *rows = flat(APPLICATIONS)
    columns = [column.label for column in next(APPLICATIONS.known_rows())[0].columns]
    head = ["申请人情况", "占比", columns[0], "法人或其他组织", columns[-1], *columns[1:-1]]
    lines = [*head, *(text or "0" for row in rows for text in [*row, "100%"])]
    heading = "三、收到和处理政府信息公开申请情况"
    read = recognise(Stream(tuple(map(TextBlock, (heading, *lines)))))
    known = {key: value or 0 for key, value in truth(APPLICATIONS).items()}
    assert all(f.value in (None, known[f.row, f.column]) for f in read.facts())
    assert any("占比" in d.text or "column unknown" in d.message for d in read.diagnostics)


def test_a_row_of_another_quantity_keeps_its_numbers_to_itself() -> None:
    rows = flat(APPLICATIONS)
    rows.insert(2, ["一、上年新收政府信息公开申请数量", *["941"] * 7])
    assert values(rows) == truth(APPLICATIONS)


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\ufeff"])
def test_signs_that_nobody_sees_hide_no_path_of_labels(sign: str) -> None:
    head, *rows = flat(APPLICATIONS)
    paths = ["".join(row.labels) for row, _ in APPLICATIONS.known_rows()]
    printed = [[sign.join(path), *cells] for path, (_, *cells) in zip(paths, rows, strict=True)]
    assert values([head, *printed]) == truth(APPLICATIONS)


@pytest.mark.parametrize("sign", ["", "-", "—", "/", "："])
def test_a_path_of_labels_names_what_they_have_in_common(sign: str) -> None:
    head, *rows = flat(REVIEWS)
    paths = [sign.join(row.labels) for row, _ in REVIEWS.known_rows()]
    assert any(len(row.labels) > 1 for row, _ in REVIEWS.known_rows())
    printed = [[path, *cells] for path, (_, *cells) in zip(paths, rows, strict=True)]
    assert values([head, *printed]) == truth(REVIEWS)
    assert values(turned([head, *printed])) == truth(REVIEWS)


def under_total_alone(rows: Rows) -> Rows:
    head, *rest = rows
    return [["类别", *(f"数据{at}" for at in range(1, len(head) - 1)), head[-1]], *rest]


def test_under_a_header_of_the_total_alone_rows_with_all_numbers_are_read_if_all_agree() -> None:
    form = filled("applications", 2021, random.Random(8), blanks=False)  # noqa: S311
    head, *rows = under_total_alone(flat(form))
    agreeing = [[*row[:-1], str(sum(map(int, row[1:-1])))] for row in rows]
    expected = {key: value for key, value in truth(form).items() if key[1] != "total"}
    found = values([head, *agreeing])
    assert {key: value for key, value in found.items() if key[1] != "total"} == expected
    first, *others = agreeing
    contradicted = [*first[:-1], str(int(first[-1]) + 1)]
    assert not any(
        key[1] != "total" and value is not None
        for key, value in values([head, contradicted, *others]).items()
    )


def test_a_header_cell_over_the_edge_of_its_group_is_one_column() -> None:
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    first = [Cell((text,), 2, 1 + (text == "总计")) for text in outcomes]
    numbers = [text_cell(text) for text in ("0", "12", "", "1")]
    rest = [text_cell(str(number)) for number in range(10)]
    rows = [
        [Cell(("行政复议",), 1, 5), Cell(("行政诉讼",), 1, 11)],
        [*first, Cell(("未经复议直接起诉",), 1, 5), Cell(("复议后起诉",), 1, 5)],
        [text_cell(text) for text in outcomes * 2],
        [*numbers, Cell(("99",), 1, 2), *rest],
    ]
    heading = TextBlock("四、政府信息公开行政复议、行政诉讼情况", 1)
    table = recognise(Stream((heading, TableBlock(Table(rows))))).reviews
    assert table is not None
    assert table.text("reconsideration", "total") == "99"
    assert table.text("direct_litigation", "upheld") == "0"
    assert table.text("litigation_after_reconsideration", "total") == "9"
