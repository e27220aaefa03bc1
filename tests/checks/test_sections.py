"""Sections that are missing, repeated, empty or out of their order."""

from dataclasses import replace

import pytest

import govreport
from govreport import Paragraph, ReportDocument, Section
from tests.checks.reports import consistent, with_cell


def rules_found(document: ReportDocument, previous: ReportDocument | None = None) -> list[str]:
    return [each.rule for each in govreport.check(document, previous)]


def without(document: ReportDocument, kind: str) -> ReportDocument:
    sections = tuple(each for each in document.sections if each.kind != kind)
    return replace(document, sections=sections)


def test_missing_repeated_empty_and_displaced_sections_are_found() -> None:
    document = consistent()
    assert rules_found(document) == []
    assert rules_found(without(document, "problems")) == ["sections.missing"]
    assert rules_found(without(document, "reviews")) == ["tables.missing", "sections.missing"]
    twice = replace(document, sections=(*document.sections, document.sections[-1]))
    assert rules_found(twice) == ["sections.repeated"]
    first, *rest = document.sections
    assert rules_found(replace(document, sections=(*rest, first))) == ["sections.order"]
    empty = (Section("overview", first.heading), *rest)
    assert rules_found(replace(document, sections=empty)) == ["sections.empty"]


def test_fees_of_which_section_six_does_not_speak_are_found() -> None:
    fees = ("proactive_disclosure", "administrative_fees", "amount_collected")
    document = with_cell(consistent(), fees, "3.62")
    assert rules_found(document) == []
    silent = [
        replace(section, blocks=(Paragraph("无。"),))
        if section.kind == "other_matters"
        else section
        for section in document.sections
    ]
    document = replace(document, sections=tuple(silent))
    assert rules_found(document) == ["fees.unmentioned"]
    document = with_cell(document, ("applications", "overdue_fee", "total"), "0")
    (finding,) = govreport.check(document, select=["fees"])
    assert finding.cells == (fees,)
    assert govreport.check(with_cell(document, fees, "0"), select=["fees"]) == []


@pytest.mark.parametrize(
    ("heading", "found"),
    [("七、工作思路", 1), ("附件", 0), ("七、附表", 0), ("附：统计表", 0), ("2022年工作打算", 1)],
)
def test_a_section_that_the_form_lacks_is_named_unless_it_is_annexed(
    heading: str, found: int
) -> None:
    document = consistent()
    more = Section("other", heading, (Paragraph("若干内容。"),))
    document = replace(document, sections=(*document.sections, more))
    findings = govreport.check(document, select=["sections.added"])
    assert [each.quote for each in findings] == [heading] * found
