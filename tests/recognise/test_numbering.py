"""What programs print around a table's cells: numbers of columns and rows, `nan`, doubled tabs."""

from collections.abc import Callable

import pytest

import govreport
from govreport.arrange.tables import arrange_table
from govreport.model.document import ReportDocument
from govreport.model.statutory import StatutoryTable
from tests.recognise.printed import print_tables, rows_of
from tests.recognise.reports import report

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
@pytest.mark.parametrize("edition", [2019, 2021])
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
