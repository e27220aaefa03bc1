"""Rules on tables and sections, on last year's report, and on choosing and adding rules."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import govreport
from govreport import Examination, Finding, Paragraph, ReportDocument, Section
from govreport.checks import registry
from govreport.model.diagnostics import diagnostic
from govreport.model.statute import APPLICANT_COLUMNS, layout
from govreport.wording import MESSAGES, message_of
from tests.checks.reports import consistent, with_cell, with_text


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


def test_every_rule_is_described_and_says_something_in_both_languages() -> None:
    known = govreport.rules()
    assert len({rule.id for rule in known}) == len(known) > 30
    for rule in known:
        assert rule.description
        assert rule.function.__doc__ is None or rule.function.__doc__.strip()
    for key, (english, chinese) in MESSAGES.items():
        assert (english + chinese).isprintable(), key
        fields = set(_fields(english))
        assert fields == set(_fields(chinese)), key


def _fields(template: str) -> Iterator[str]:
    class Asked(dict[str, object]):
        def __missing__(self, key: str) -> str:
            asked.append(key)
            return ""

    asked: list[str] = []
    template.format_map(Asked())
    yield from asked


def test_every_rule_is_documented_with_its_severity_and_source() -> None:
    documented = (Path(__file__).parents[2] / "docs" / "checks.md").read_text("utf-8")
    for rule in govreport.rules():
        line = f"| `{rule.id}` | {rule.severity} | {rule.description} | {rule.source or '—'} |"
        assert line in documented


def test_a_rule_without_a_message_says_nothing() -> None:
    assert message_of("no.such.rule", "en", {}) == ""


def test_users_add_rules_of_their_own_and_choose_among_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(registry, "_RULES", dict(registry._RULES))

    @govreport.rule("office.signature", "warning", "the report is signed", "our handbook")
    def signature(examination: Examination) -> Iterator[Finding]:
        if not examination.document.closing:
            yield examination.finding("nobody signed", expected=1, actual=0)

    (finding,) = govreport.check(consistent())
    assert finding == Finding("office.signature", "warning", "nobody signed", (), 1, 0)
    assert govreport.rules()[-1].function is signature
    assert govreport.check(consistent(), ignore=["office"]) == []
    assert len(govreport.check(consistent(), select=["office.signature"])) == 1


def test_an_unknown_rule_and_a_bad_id_are_errors() -> None:
    with pytest.raises(govreport.UnknownRuleError, match="no rule 'prosa'"):
        govreport.check(consistent(), ignore=["prosa"])
    with pytest.raises(ValueError, match="no rule id"):
        govreport.rule("a rule", "error", "")


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
