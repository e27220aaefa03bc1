"""Every text dialect: never a wrong number, every number where nothing was lost."""

import pytest

import govreport
from govreport.model.document import ReportDocument
from tests.recognise.printed import DIALECTS, Dialect, print_report
from tests.recognise.reports import report

SEEDS = range(6)
EDITIONS = (2019, 2021)


def values(document: ReportDocument) -> dict[tuple[str, str, str], object]:
    return {(fact.table, fact.row, fact.column): fact.value for fact in document.facts()}


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_full_report_is_read_whole_from_every_dialect(dialect: Dialect, edition: int) -> None:
    for seed in SEEDS:
        document = report(edition, seed, blanks=False)
        assert govreport.loads(print_report(document, dialect), dialect.format) == document


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("edition", EDITIONS)
def test_no_dialect_makes_a_wrong_number_of_blanks(dialect: Dialect, edition: int) -> None:
    for seed in SEEDS:
        document = report(edition, seed, blanks=True)
        truth = values(document)
        read = govreport.loads(print_report(document, dialect), dialect.format)
        wrong = {
            key: (value, truth[key])
            for key, value in values(read).items()
            if value is not None and value != truth[key]
        }
        assert not wrong
        if dialect.lossless:
            assert read == document


@pytest.mark.parametrize(
    "dialect", [each for each in DIALECTS if not each.lossless], ids=lambda each: each.name
)
def test_what_a_lossy_dialect_leaves_open_is_quoted(dialect: Dialect) -> None:
    for seed in SEEDS:
        document = report(2021, seed, blanks=True)
        truth = values(document)
        read = govreport.loads(print_report(document, dialect), dialect.format)
        quoted = [
            each
            for each in read.diagnostics
            if each.code in ("ambiguous-columns", "leftover-cells")
        ]
        opened = {
            (table, row)
            for (table, row, column), value in values(read).items()
            if value is None and truth[table, row, column] is not None
        }
        for table, row in opened:
            assert any(table in each.where and each.text for each in quoted), (table, row)
