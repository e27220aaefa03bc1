"""Reports summed up: the document, whence its cells come, and what is said of the reports."""

from collections.abc import Sequence

import pytest

import govreport
from govreport import ReportDocument
from tests.checks.reports import with_cell
from tests.parts.reports import COUNTY, YEAR, county, of_office

CELL = ("applications", "granted", "total")


def rules(findings: Sequence[govreport.Finding]) -> list[str]:
    return [each.rule for each in findings]


def test_the_summary_is_the_official_form_with_every_sum() -> None:
    found = govreport.aggregate(county(), COUNTY, YEAR)
    document = found.document
    assert (document.agency, document.year, document.edition) == (COUNTY, YEAR, 2021)
    assert document.title == f"{COUNTY}{YEAR}年政府信息公开工作年度报告"
    values = {(f.table, f.row, f.column): f.value for f in document.facts()}
    for cell, value in values.items():
        each = [
            f.value for d in county() for f in d.facts() if (f.table, f.row, f.column) == cell
        ]
        assert value == sum(each)
    assert found.findings == ()
    assert found.open_cells == ()
    assert set(found.provenance) == set(values)
    assert govreport.check(document, select=["applications", "reviews"]) == []


@pytest.mark.parametrize(
    ("editions", "year", "edition"),
    [
        ((2019, 2019), 2021, 2019),
        ((2019, 2021), 2021, 2021),
        ((2019, 2021), 2020, 2019),
    ],
)
def test_the_edition_is_that_of_all_reports_else_that_of_the_year(
    editions: tuple[int, int], year: int, edition: int
) -> None:
    below = [
        of_office(f"青禾县第{number}局", number, each, year)
        for number, each in enumerate(editions)
    ]
    assert govreport.aggregate(below, COUNTY, year).document.edition == edition
    assert govreport.aggregate(below, COUNTY, year, edition=2019).document.edition == 2019
    with pytest.raises(govreport.InvalidDocumentError, match="no edition 2020"):
        govreport.aggregate(below, COUNTY, year, edition=2020)


def test_a_cell_that_nobody_knows_is_blank_and_says_who_is_to_blame() -> None:
    first, *others = county()
    found = govreport.aggregate([with_cell(first, CELL, ""), *others], COUNTY, YEAR)
    assert found.open_cells == (CELL,)
    assert found.document.applications
    assert found.document.applications.text(*CELL[1:]) == ""
    (finding,) = [each for each in found.findings if each.rule == "parts.open"]
    assert finding.cells == (CELL,)
    assert "青禾县教育局" in finding.message


def test_a_summary_without_reports_is_blank() -> None:
    found = govreport.aggregate([], COUNTY, YEAR, roster=["教育局"], language="zh")
    assert len(found.open_cells) == len(found.sums)
    assert [(each.rule, each.message) for each in found.findings] == [
        ("parts.absent", "“教育局”未报，各项均不合计")
    ]


def test_a_summary_survives_every_format() -> None:
    document = govreport.aggregate(county(), COUNTY, YEAR).document
    for name in ("docx", "html", "json", "pipe", "tab"):
        again: ReportDocument = govreport.loads(govreport.dumps(document, name), name)
        assert again == document
