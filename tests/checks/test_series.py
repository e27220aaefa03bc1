"""A report beside that of the year before."""

from dataclasses import replace

import govreport
from govreport import ReportDocument
from tests.checks.reports import consistent, with_cell, with_text


def rules_found(document: ReportDocument, previous: ReportDocument | None = None) -> list[str]:
    return [each.rule for each in govreport.check(document, previous)]


def test_what_last_year_carried_forward_is_what_this_year_has_carried_over() -> None:
    document = consistent()
    previous = replace(document, year=2020)
    for column in ("natural_person", "total"):
        previous = with_cell(previous, ("applications", "carried_forward", column), "5")
    expected = document.applications
    assert expected is not None
    found = govreport.check(document, previous, select=["series.carried"])
    columns = [each.cells[1][2] for each in found]
    assert columns[0] == "natural_person"
    assert columns[-1] == "total"
    assert all(each.severity == "error" for each in found)
    assert [operand.year for operand in found[0].operands] == [2020, 2021]


def test_another_agency_another_year_and_copied_prose_are_found() -> None:
    document = with_text(
        consistent(), "overview", "本年度我镇坚持以公开为常态、不公开为例外，" * 3
    )
    found = rules_found(document, replace(document, year=2019, agency="青禾县教育局"))
    assert found == ["series.year", "series.agency", "series.copied"]
    assert "series.agency" not in rules_found(
        document, replace(document, year=2020, agency="云岭镇人民政府")
    )
