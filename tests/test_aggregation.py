"""Reports summed up: the document, whence its cells come, and what is said of the reports."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import ReportDocument
from govreport.model.statute import EDITIONS
from govreport.testing import report_documents
from tests.checks.reports import with_cell
from tests.laws.registry import share
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
        ("parts.none", "没有可以计入的下级年报"),
        ("parts.absent", "“教育局”未报，各项均不合计"),
    ]


def test_a_summary_survives_every_format() -> None:
    document = govreport.aggregate(county(), COUNTY, YEAR).document
    for name in ("docx", "html", "json", "pipe", "tab"):
        again: ReportDocument = govreport.loads(govreport.dumps(document, name), name)
        assert again == document


@share(10)
@given(st.lists(report_documents(), max_size=3), st.sampled_from(EDITIONS))
def test_any_documents_can_be_summed_up_in_both_languages(
    documents: list[ReportDocument], edition: int
) -> None:
    below = [replace(each, year=YEAR) for each in documents]
    english = govreport.aggregate(below, COUNTY, YEAR, edition=edition)
    chinese = govreport.aggregate(below, COUNTY, YEAR, edition=edition, language="zh")
    assert rules(english.findings) == rules(chinese.findings)
    assert all(each.message for each in (*english.findings, *chinese.findings))
    values = {(f.table, f.row, f.column): f.value for f in english.document.facts()}
    assert values == {cell: one.value for cell, one in english.sums.items()}
    for one in english.sums.values():
        brought = [each.value for each in one.contributions]
        if one.value is None:
            assert not brought or None in brought
        else:
            assert one.value == sum(Fraction(value) for value in brought if value is not None)


def test_what_is_no_report_and_no_language_is_refused_by_name() -> None:
    for given_instead in ("report.docx", ["report.docx"], [b"bytes"]):
        with pytest.raises(govreport.InvalidDocumentError, match="takes a report, not"):
            govreport.aggregate(given_instead, COUNTY, YEAR)  # type: ignore[arg-type]
    with pytest.raises(govreport.ReportError, match="no language 'cn'; it is 'en' or 'zh'"):
        govreport.aggregate([], COUNTY, YEAR, language="cn")  # type: ignore[arg-type]
