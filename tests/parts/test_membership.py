"""Whose reports count: of the year, of the offices below, each once, nobody forgotten."""

from dataclasses import replace

from govreport.model.diagnostics import diagnostic
from govreport.parts import ReportsBelow, reports_below
from tests.parts.reports import COUNTY, YEAR, county, of_office


def names(parts: ReportsBelow) -> list[str]:
    return [office.name for office in parts.offices]


def refused(parts: ReportsBelow) -> list[tuple[str, str]]:
    return [(part.name, why) for part, why in parts.refused]


def test_reports_of_the_year_count_and_others_are_refused_by_name() -> None:
    late = ("late.docx", of_office("青禾县林业局", year=2020))
    undated = ("undated.docx", replace(of_office("青禾县财政局"), year=None))
    empty = replace(of_office("青禾县审计局"), diagnostics=(diagnostic("not-a-report"),))
    below = [*county(), late, undated, ("empty.txt", empty), ("broken.docx", None)]
    parts = reports_below(below, COUNTY, YEAR)
    assert names(parts) == [each.agency for each in county()]
    assert refused(parts) == [
        ("late.docx", "other-year"),
        ("undated.docx", "no-year"),
        ("empty.txt", "no-report"),
        ("broken.docx", "unreadable"),
    ]
    assert parts.absent == ("青禾县林业局", "青禾县财政局", "broken")


def test_last_years_report_beside_this_years_makes_nobody_absent() -> None:
    parts = reports_below([*county(), of_office("青禾县教育局", year=2020)], COUNTY, YEAR)
    assert [why for _, why in parts.refused] == ["other-year"]
    assert parts.absent == ()


def test_the_summary_itself_does_not_count_unless_the_roster_names_it() -> None:
    own = of_office("青禾县")
    assert [why for _, why in reports_below([own], COUNTY, YEAR).refused] == ["own"]
    assert names(reports_below([own], COUNTY, YEAR, [COUNTY])) == [COUNTY]


def test_a_roster_says_who_has_not_reported_who_is_a_stranger_and_who_is_not_clear() -> None:
    roster = ["教育局", "青禾县水利局", "云岭镇", "林业局", "河东区财政局", "河西区财政局"]
    below = [*county(), of_office("青禾县气象局"), of_office("财政局")]
    parts = reports_below(below, COUNTY, YEAR, roster)
    assert names(parts) == ["教育局", "青禾县水利局", "云岭镇"]
    assert refused(parts) == [("青禾县气象局", "stranger"), ("财政局", "unclear")]
    assert parts.absent == ("林业局", "河东区财政局", "河西区财政局")


def test_the_name_of_a_file_stands_for_an_agency_that_the_report_does_not_name() -> None:
    nameless = replace(of_office("青禾县教育局"), agency=None)
    parts = reports_below([("2021/教育局.docx", nameless)], COUNTY, YEAR, ["教育局"])
    assert names(parts) == ["教育局"]


def test_an_office_that_reported_twice_is_one_office() -> None:
    (office,) = reports_below([of_office("教育局"), of_office("教育局", 2)], COUNTY, YEAR).offices
    assert len(office.reports) == 2
    assert not office.uncertain


def test_two_names_that_may_be_one_office_are_uncertain_until_a_roster_parts_them() -> None:
    below = [of_office("教育局"), of_office("青禾县教育局", 2)]
    (office,) = reports_below(below, COUNTY, YEAR).offices
    assert office.uncertain
    parts = reports_below(below, COUNTY, YEAR, ["教育局", "青禾县教育局"])
    assert names(parts) == ["教育局", "青禾县教育局"]


def test_nothing_counts_towards_a_summary_that_names_no_year() -> None:
    parts = reports_below(county(), COUNTY, None)
    assert parts.offices == ()
    assert {why for _, why in parts.refused} == {"yearless"}
