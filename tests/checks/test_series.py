"""A report beside that of the year before."""

import re
from dataclasses import replace

import govreport
from govreport import ReportDocument
from govreport.pages import findings_page
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


def with_stock(
    document: ReportDocument, in_force: str, issued: str = "0", repealed: str = "0"
) -> ReportDocument:
    for column, text in (("in_force", in_force), ("issued", issued), ("repealed", repealed)):
        cell = ("proactive_disclosure", "normative_documents", column)
        document = with_cell(document, cell, text)
    return with_cell(document, ("proactive_disclosure", "regulations", "in_force"), "")


def test_the_documents_in_force_are_last_years_and_what_came_less_what_went() -> None:
    previous = with_stock(replace(consistent(), year=2020), "100")
    select = ["series.in_force"]
    good = with_stock(consistent(), "103", "5", "2")
    assert govreport.check(good, previous, select=select) == []
    wrong = with_stock(consistent(), "104", "5", "2")
    (finding,) = govreport.check(wrong, previous, select=select, language="zh")
    assert finding.severity == "warning"
    assert finding.message.endswith("100 + 5 ≠ 104 + 2，差 1")
    assert [each.year for each in finding.operands] == [2020, 2021, 2021, 2021]
    (noted,) = re.findall(
        r'<td class="hit[^"]*"[^>]*>(.*?)</td>', findings_page(wrong, [finding])
    )
    assert "104" in noted
    blank = with_stock(consistent(), "104", "5", "")
    (finding,) = govreport.check(blank, previous, select=select)
    assert finding.message.endswith("(1 blank counted as zero)")


def test_no_stock_is_asserted_that_is_blank_in_doubt_or_of_another_form() -> None:
    select = ["series.in_force"]
    previous = with_stock(replace(consistent(), year=2020), "100")
    wrong = with_stock(consistent(), "1")
    assert govreport.check(wrong, previous, select=select)
    for text in ("", "约100", "/"):
        assert not govreport.check(wrong, with_stock(previous, text), select=select)
        assert not govreport.check(with_stock(consistent(), text), previous, select=select)
    assert not govreport.check(with_stock(consistent(), "1", "几件"), previous, select=select)
    assert not govreport.check(wrong, replace(previous, year=2019), select=select)
    assert not govreport.check(wrong, replace(consistent(2019), year=2020), select=select)
