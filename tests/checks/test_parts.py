"""A summary beside the reports below it: a changed cell is found, and everybody is named."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import govreport
from govreport import ReportDocument
from govreport.model.diagnostics import diagnostic
from govreport.model.statutory import StatutoryRow, StatutoryTable
from govreport.parts import reports_below
from tests.checks.reports import with_cell
from tests.laws.registry import share
from tests.parts.reports import COUNTY, YEAR, county, of_office


def summary(edition: int = 2021) -> ReportDocument:
    return govreport.aggregate(county(), COUNTY, YEAR, edition=edition).document


COUNTY_REPORTS, SUMMARY = county(), summary()


def found(document: ReportDocument, below: object, **options: object) -> list[govreport.Finding]:
    return govreport.check(document, parts=below, select=["parts"], **options)  # type: ignore[arg-type]


@share(4)
@given(st.data())
def test_a_summary_changed_in_one_cell_is_found(data: st.DataObject) -> None:
    fact = data.draw(st.sampled_from(list(SUMMARY.facts())))
    number = data.draw(st.integers(0, 10**9))
    assume(number != fact.value)
    cell = (fact.table, fact.row, fact.column)
    (finding,) = found(with_cell(SUMMARY, cell, str(number)), COUNTY_REPORTS)
    assert (finding.rule, finding.severity) == ("parts.differs", "error")
    assert (finding.cells, finding.expected, finding.actual) == ((cell,), fact.value, number)
    assert [each.report for each in finding.operands] == [
        *(each.agency for each in COUNTY_REPORTS),
        COUNTY,
    ]
    assert sum(each.value or 0 for each in finding.operands[:-1]) == fact.value


def test_a_summary_that_is_the_sum_gives_nothing_in_either_language() -> None:
    assert found(summary(), county()) == []
    assert found(summary(), reports_below(county(), COUNTY, YEAR), language="zh") == []


def test_a_summary_without_parts_is_not_held_to_any() -> None:
    assert govreport.check(summary(), select=["parts"]) == []


def test_a_cell_of_the_summary_without_a_number_is_doubtful() -> None:
    cell = ("applications", "new_received", "total")
    (finding,) = found(with_cell(summary(), cell, ""), county())
    assert (finding.rule, finding.cells) == ("parts.unstated", (cell,))


def test_nothing_is_compared_where_a_report_leaves_its_cell_open() -> None:
    cell = ("applications", "new_received", "total")
    first, *others = county()
    below = [with_cell(first, cell, ""), *others]
    rules = [each.rule for each in found(with_cell(summary(), cell, "1"), below)]
    assert "parts.open" in rules
    assert "parts.differs" not in rules


def test_reports_that_do_not_count_are_named_each_under_its_rule() -> None:
    below = [
        *county(),
        ("broken.docx", None),
        ("old.docx", of_office("青禾县林业局", year=2020)),
        ("own.docx", of_office(COUNTY)),
        ("twice.docx", county()[0]),
    ]
    said = {each.rule: each.message for each in found(summary(), below)}
    assert "broken.docx" in said["parts.unreadable"]
    assert "old.docx) is of 2020, not of 2021" in said["parts.year"]
    assert "own.docx" in said["parts.report"]
    assert "青禾县林业局" in said["parts.absent"]
    assert "twice.docx" in said["parts.twice"]
    assert len(said) == 5


def test_names_that_may_be_one_office_open_every_cell_and_are_named() -> None:
    below = [*county(), of_office("教育局", 9)]
    said = {each.rule: each for each in found(summary(), below)}
    assert "教育局" in said["parts.twice"].message
    assert "may be of one office" in said["parts.twice"].message


def test_a_roster_names_the_absent_and_the_strangers() -> None:
    parts = reports_below(county(), COUNTY, YEAR, ["教育局", "水利局", "林业局"])
    said = [(each.rule, each.message) for each in found(summary(), parts)]
    assert [rule for rule, _ in said][:2] == ["parts.roster", "parts.absent"]
    assert "云岭镇" in said[0][1]
    assert said[1][1] == "林业局 has not reported, so that no cell is summed"
    partial = reports_below(county(), COUNTY, YEAR, ["教育局", "水利局", "林业局"], partial=True)
    (absent,) = [e.message for e in found(summary(), partial) if e.rule == "parts.absent"]
    assert absent.endswith("the sums are those of the others")


def test_a_report_that_contradicts_itself_is_to_blame_by_name() -> None:
    first, *others = county()
    wrong = with_cell(first, ("reviews", "reconsideration", "total"), "77")
    said = [e for e in found(summary(), [wrong, *others]) if e.rule == "parts.contradiction"]
    (finding,) = said
    assert finding.message.startswith("青禾县教育局: row reconsideration: the outcomes")


def test_rows_and_numbers_that_the_summary_has_no_cell_for_are_named() -> None:
    first, *others = county()
    old = with_cell(
        of_office(str(first.agency), 1, 2019),
        ("proactive_disclosure", "centralized_procurement", "projects"),
        "7",
    )

    def added(block: object) -> object:
        if isinstance(block, StatutoryTable) and block.kind == "applications":
            return replace(block, rows=(*block.rows, StatutoryRow(None, "其他公开", ("4",))))
        return block

    old = replace(
        old,
        sections=tuple(
            replace(each, blocks=tuple(map(added, each.blocks)))  # type: ignore[arg-type]
            for each in old.sections
        ),
    )
    said = {each.rule: each.message for each in found(summary(), [old, *others])}
    assert "其他公开 4" in said["parts.added"]
    assert "centralized_procurement" in said["parts.edition"] or "more" in said["parts.edition"]


@pytest.mark.parametrize("edition", [2019, 2021])
def test_a_summary_is_compared_in_its_own_edition(edition: int) -> None:
    document = summary(edition)
    cell = ("applications", "granted", "total")
    rules = [each.rule for each in found(with_cell(document, cell, "123456"), county())]
    assert rules.count("parts.differs") == 1


def test_a_summary_may_not_state_less_than_what_is_known_to_be_below_it() -> None:
    cell = ("applications", "new_received", "total")
    first, *others = county()
    below = [with_cell(first, cell, ""), *others]
    known = sum(int(each.applications.text(*cell[1:])) for each in others if each.applications)
    for stated, rules in ((known, []), (known - 1, ["parts.exceeds"])):
        said = found(with_cell(summary(), cell, str(stated)), below)
        compared = ("parts.differs", "parts.exceeds")
        assert [each.rule for each in said if each.rule in compared] == rules


def test_a_file_that_holds_several_reports_is_named() -> None:
    first, *others = county()
    first = replace(first, diagnostics=(diagnostic("several-reports"),))
    (finding,) = found(summary(), [("two.html", first), *others])
    assert finding.rule == "parts.several"
    assert "two.html" in finding.message


def test_a_summary_of_which_no_report_counts_is_not_whole() -> None:
    assert [each.rule for each in found(summary(), [])] == ["parts.none"]
    late = [of_office("青禾县教育局", year=2020)]
    assert [e.rule for e in found(summary(), late)] == [
        "parts.year",
        "parts.none",
        "parts.absent",
    ]
