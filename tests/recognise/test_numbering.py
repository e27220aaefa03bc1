"""What programs print around a table's cells: numbers of columns and rows, `nan`, doubled tabs."""

from collections.abc import Callable

import pytest

import govreport
from govreport.arrange.tables import arrange_table
from govreport.model.document import ReportDocument
from govreport.model.statutory import StatutoryTable
from tests.recognise.printed import print_tables, rows_of
from tests.recognise.reports import report
from tests.sampling import deep

Printer = Callable[[StatutoryTable], str]


def repeated(table: StatutoryTable) -> list[list[str]]:
    return [[slot.cell.text for slot in line] for line in arrange_table(table).grid]


def frame(table: StatutoryTable) -> list[list[str]]:
    """Return a table as pandas holds it: columns numbered, `nan` for blanks."""
    rows = repeated(table)
    numbered = [str(number) for number in range(len(rows[0]))]
    return [numbered, *([cell or "nan" for cell in row] for row in rows)]


def markdown(table: StatutoryTable) -> str:
    rows = [f"| {' | '.join(row)} |\n" for row in frame(table)]
    return rows[0] + "|" + "---|" * len(frame(table)[0]) + "\n" + "".join(rows[1:])


def with_row_numbers(table: StatutoryTable) -> str:
    head, *rows = frame(table)
    numbered = [["", *head], *([str(number), *row] for number, row in enumerate(rows))]
    return "".join(f"| {' | '.join(row)} |\n" for row in numbered)


def between_blanks(table: StatutoryTable) -> str:
    return "".join("  ".join(row) + "\n" for row in frame(table))


def between_blanks_alone(table: StatutoryTable) -> str:
    return "".join("  ".join(filter(None, row)) + "\n" for row in repeated(table))


def doubled_tabs(table: StatutoryTable) -> str:
    return "".join("\t\t".join(row).rstrip() + "\n" for row in rows_of(table))


def wrong_and_open(document: ReportDocument, read: ReportDocument) -> tuple[int, int]:
    truth = {(fact.table, fact.row, fact.column): fact.value for fact in document.facts()}
    found = {(fact.table, fact.row, fact.column): fact.value for fact in read.facts()}
    wrong = sum(value not in (None, truth.get(key)) for key, value in found.items())
    return wrong, sum(found.get(key) is None for key, value in truth.items() if value is not None)


@pytest.mark.parametrize("blanks", [False, True], ids=["full", "blanks"])
@pytest.mark.parametrize("edition", [deep(2019), 2021])
@pytest.mark.parametrize(
    "printer",
    [markdown, with_row_numbers, between_blanks, between_blanks_alone, doubled_tabs],
    ids=lambda printer: printer.__name__,
)
def test_numbers_of_rows_and_columns_are_no_values(
    printer: Printer, edition: int, blanks: bool
) -> None:
    for seed in range(4):
        document = report(edition, seed, blanks=blanks)
        wrong, unread = wrong_and_open(document, govreport.loads(print_tables(document, printer)))
        assert wrong == 0
        assert not unread or printer is not markdown


@pytest.mark.parametrize("first", [0, 1])
def test_a_row_that_counts_the_columns_of_table_4_is_no_values(first: int) -> None:
    document = report(2021, 5, blanks=False)
    counted = "".join(f"<td>{number}</td>" for number in range(first, first + 15))
    page = str(govreport.dumps(document, "html"))
    page = page[page.index("<body") :]
    start = page.rindex("<tr", 0, page.index("</table>", page.index("复议后起诉")))
    read = govreport.loads(f"<html>{page[:start]}<tr>{counted}</tr>{page[start:]}</html>", "html")
    assert wrong_and_open(document, read) == (0, 0)
    assert "unplaced-text" in {each.code for each in read.diagnostics}


def table_4(row: str) -> ReportDocument:
    outcomes = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
    header = f"行政复议\n行政诉讼\n{outcomes}未经复议直接起诉\n复议后起诉\n{outcomes}{outcomes}"
    title = "云岭镇2021年政府信息公开工作年度报告\n一、总体情况\n无\n"
    heading = "四、政府信息公开行政复议、行政诉讼情况\n"
    return govreport.loads(f"{title}{heading}{header}{row}五、存在的主要问题及改进情况\n无\n")


CUT_ROWS = {
    "a cell lost, blanks by empty lines": "1\n2\n3\n4\n1\n\n3\n4\n8\n0\n5\n0\n2\n7\n",
    "a blank lost and a number doubled": "7\n4\n6\n5\n22\n5\n4\n5\n\n14\n1\n2\n5\n6\n14\n14\n",
}


@pytest.mark.parametrize("row", CUT_ROWS.values(), ids=CUT_ROWS)
def test_a_row_of_table_4_that_is_shifted_within_is_nobodys(row: str) -> None:
    read = table_4(row)
    assert [fact.value for fact in read.facts() if fact.value is not None] == []
    assert "ambiguous-columns" in {each.code for each in read.diagnostics}


def test_a_whole_row_of_table_4_with_a_wrong_sum_is_read_as_printed() -> None:
    numbers = [1, 2, 3, 4, 11, 5, 6, 7, 8, 26, 0, 1, 0, 2, 3]
    read = table_4("".join(f"{number}\n" for number in numbers))
    assert [fact.value for fact in read.facts()] == numbers
