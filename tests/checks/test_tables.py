"""Tables that are blank, half filled or repeated."""

from dataclasses import replace

import pytest

import govreport
from govreport import ReportDocument, Section
from govreport.model.diagnostics import diagnostic
from govreport.model.statute import APPLICANT_COLUMNS, layout
from govreport.model.statutory import StatutoryRow, StatutoryTable
from tests.checks.reports import consistent, with_cell


def rules_found(document: ReportDocument, previous: ReportDocument | None = None) -> list[str]:
    return [each.rule for each in govreport.check(document, previous)]


def test_blank_half_filled_and_repeated_tables_are_found() -> None:
    document = consistent()
    cells = [(each.table, each.row, each.column) for each in document.facts()]
    reviews = [cell for cell in cells if cell[0] == "reviews"]
    half = document
    for cell in reviews:
        half = with_cell(half, cell, "")
    assert rules_found(half) == ["tables.blank"]
    for column in ("upheld", "total"):
        half = with_cell(half, ("reviews", "reconsideration", column), "1")
    assert rules_found(half) == ["tables.half_filled"]
    other = with_cell(document, ("proactive_disclosure", "regulations", "issued"), "7")
    both = (*document.sections, Section("other", "附表", other.sections[1].blocks))
    assert rules_found(replace(document, sections=both)) == ["tables.repeated"]


def test_a_total_without_its_parts_and_parts_without_their_total_are_in_doubt() -> None:
    document = with_cell(consistent(), ("reviews", "direct_litigation", "total"), "")
    document = with_cell(document, ("reviews", "direct_litigation", "pending"), "4")
    assert rules_found(document) == ["tables.blank_total"]


def test_what_the_reader_left_open_is_not_called_blank() -> None:
    document = consistent()
    rows = [row.key for row in layout("applications", 2021).rows]
    for row in rows[: len(rows) * 2 // 3]:
        for column in APPLICANT_COLUMNS:
            document = with_cell(document, ("applications", row, column.key), "")
    rules = {each.rule for each in govreport.check(document, select=["tables"])}
    assert "tables.half_filled" in rules
    told = tuple(diagnostic("missing-row", table="applications", row=row) for row in rows)
    assert govreport.check(replace(document, diagnostics=told), select=["tables"]) == []


@pytest.mark.parametrize(
    ("edition", "year", "found"),
    [
        (2019, 2019, 0),
        (2019, 2020, 0),
        (2021, 2021, 0),
        (2021, 2030, 0),
        (2019, 2021, 2),
        (2021, 2020, 2),
        (2019, None, 0),
        (2019, 2018, 0),
    ],
)
def test_the_tables_are_those_of_the_form_that_was_in_force(
    edition: int, year: int | None, found: int
) -> None:
    document = replace(consistent(edition), year=year)
    findings = govreport.check(document, select=["tables.edition"])
    assert len(findings) == found
    assert {each.actual for each in findings} <= {edition}


def test_a_row_or_column_that_the_form_lacks_is_named() -> None:
    document = consistent()

    def added(block: object) -> object:
        if isinstance(block, StatutoryTable) and block.kind == "proactive_disclosure":
            return replace(block, rows=(*block.rows, StatutoryRow(None, "其他文件", ("6",))))
        return block

    changed = replace(
        document,
        sections=tuple(
            replace(each, blocks=tuple(map(added, each.blocks)))  # type: ignore[arg-type]
            for each in document.sections
        ),
    )
    (finding,) = govreport.check(changed, select=["tables.added"], language="zh")
    assert finding.message == "表二有格式以外的行或列：其他文件 6"
    assert govreport.check(document, select=["tables.added"]) == []


@pytest.mark.parametrize(
    ("texts", "found"), [(("/", "—"), 2), (("/", "0"), 1), (("", "0"), 0), (("无", "/"), 2)]
)
def test_none_is_written_in_one_way(texts: tuple[str, str], found: int) -> None:
    document = consistent()
    for column, text in zip(("upheld", "corrected"), texts, strict=True):
        document = with_cell(document, ("reviews", "reconsideration", column), text)
    document = with_cell(document, ("reviews", "direct_litigation", "upheld"), "0")
    findings = govreport.check(document, select=["tables.marks"])
    assert sum(len(each.cells) for each in findings) == found
