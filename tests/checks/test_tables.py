"""Tables that are blank, half filled or repeated."""

from dataclasses import replace

import govreport
from govreport import ReportDocument, Section
from govreport.model.diagnostics import diagnostic
from govreport.model.statute import APPLICANT_COLUMNS, layout
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
