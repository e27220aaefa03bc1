"""Sums cell by cell: exact where all are numbers, open elsewhere, bridged between the editions."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.model.diagnostics import diagnostic
from govreport.model.document import ReportDocument, Section
from govreport.model.statute import EDITIONS, TableKind, layout
from govreport.parts import CellSum, reports_below, sums
from govreport.parts.sums import dropped
from govreport.testing import ordinary_documents
from tests.checks.reports import with_cell
from tests.laws.registry import share
from tests.parts.reports import COUNTY, YEAR, county, of_office

MONEY = {"元": 1, "百元": 100, "千元": 1_000, "万元": 10_000, "亿元": 10**8}


def of_table(
    documents: list[ReportDocument], kind: TableKind, edition: int | None
) -> dict[tuple[str, str, str], CellSum]:
    return sums(reports_below(documents, COUNTY, YEAR), kind, edition)


@share(10)
@given(st.lists(ordinary_documents(), min_size=1, max_size=4), st.sampled_from(EDITIONS))
def test_a_sum_is_that_of_the_facts_where_all_are_numbers_and_open_elsewhere(
    documents: list[ReportDocument], edition: int
) -> None:
    below = [
        replace(document, agency=f"青禾县第{number}局", year=YEAR, diagnostics=())
        for number, document in enumerate(documents)
    ]
    for kind, of in (
        ("proactive_disclosure", edition),
        ("applications", edition),
        ("reviews", None),
    ):
        found = of_table(below, kind, of)  # type: ignore[arg-type]
        assert len(found) == sum(len(row.columns) for row in layout(kind, of).rows)
        facts = [{(f.table, f.row, f.column): f for f in document.facts()} for document in below]
        for cell, one in found.items():
            here = [each.get(cell) for each in facts]
            same = [each for each in here if each is not None and each.edition == of]
            if len(same) < len(below):
                continue  # another edition, which the tests below are about
            if any(each.value is None for each in same):
                assert one.value is None
                blamed = [each.office for each in one.blamed]
                assert blamed == [each.agency for each in same if each.value is None]
                continue
            unit = next(c.unit for c in layout(kind, of).row(cell[1]).columns if c.key == cell[2])
            if {each.unit in MONEY for each in same} != {unit in MONEY}:
                assert one.value is None
                continue
            scale = MONEY.get(unit, 1)
            wanted = sum(Fraction(each.value or 0) * MONEY.get(each.unit, 1) for each in same)
            assert one.value is not None
            assert Fraction(one.value) * scale == wanted


def test_every_cell_says_which_cells_of_which_reports_it_is_the_sum_of() -> None:
    documents = county()
    found = of_table(documents, "applications", 2021)
    for cell, one in found.items():
        assert [each.office for each in one.contributions] == [d.agency for d in documents]
        assert all(each.cells == (cell,) for each in one.contributions)
        assert one.value == sum(int(each.texts[0]) for each in one.contributions)


@pytest.mark.parametrize(
    ("text", "cause"), [("", "blank"), ("/", "mark"), ("约5", "text"), ("1 2", "text")]
)
def test_a_cell_that_one_office_leaves_open_is_open_and_names_it(text: str, cause: str) -> None:
    cell = ("applications", "granted", "total")
    first, *others = county()
    one = of_table([with_cell(first, cell, text), *others], "applications", 2021)[cell]
    assert one.value is None
    assert [(each.office, each.cause) for each in one.blamed] == [(first.agency, cause)]


@pytest.mark.parametrize(
    ("code", "cause"), [("missing-row", "missing"), ("ambiguous-columns", "ambiguous")]
)
def test_a_number_that_its_reader_could_not_place_is_never_summed(code: str, cause: str) -> None:
    cell = ("applications", "granted", "total")
    first, *others = county()
    told = diagnostic(code, table="applications", row="granted")
    first = replace(with_cell(first, cell, ""), diagnostics=(told,))
    one = of_table([first, *others], "applications", 2021)[cell]
    assert (one.value, one.blamed[0].cause) == (None, cause)


def test_a_report_without_a_table_leaves_all_its_cells_open() -> None:
    first, *others = county()
    bare = replace(
        first, sections=tuple(each for each in first.sections if each.kind != "reviews")
    )
    found = of_table([bare, *others], "reviews", None)
    assert {one.value for one in found.values()} == {None}
    assert {each.cause for one in found.values() for each in one.blamed} == {"missing"}


def test_the_edition_of_2021_is_summed_into_that_of_2019_row_by_row() -> None:
    new, old = of_office("青禾县教育局", 1, 2021), of_office("青禾县水利局", 2, 2019)
    found = of_table([new, old], "applications", 2019)
    parted = {"overdue_correction", "overdue_fee", "other_reasons"}
    for column in ("natural_person", "total"):
        one = found["applications", "other_handling", column]
        first, second = one.contributions
        assert {cell[1] for cell in first.cells} == parted
        assert first.value == sum(int(text) for text in first.texts)
        assert second.cells == (("applications", "other_handling", column),)
        assert one.value == (first.value or 0) + (second.value or 0)


def test_one_sum_of_2019_is_no_number_of_2021_unless_it_is_zero() -> None:
    cell = ("applications", "other_handling", "total")
    old = of_office("青禾县水利局", 2, 2019)
    for text, value, cause in (("3", None, "parted"), ("0", 0, "number"), ("", None, "blank")):
        found = of_table([with_cell(old, cell, text)], "applications", 2021)
        for row in ("overdue_correction", "overdue_fee", "other_reasons"):
            one = found["applications", row, "total"]
            assert (one.value, one.contributions[0].cause) == (value, cause)


def test_what_only_one_edition_asks_for_is_open_or_told_as_dropped() -> None:
    old = with_cell(
        of_office("青禾县水利局", 2, 2019),
        ("proactive_disclosure", "centralized_procurement", "projects"),
        "7",
    )
    found = of_table([old], "proactive_disclosure", 2021)
    one = found["proactive_disclosure", "regulations", "repealed"]
    assert (one.value, one.contributions[0].cause) == (None, "edition")
    assert found["proactive_disclosure", "regulations", "issued"].value is not None
    (office,) = reports_below([old], COUNTY, YEAR).offices
    lost = [
        (fact.row, fact.column)
        for fact in dropped(office.reports[0], "proactive_disclosure", 2021)
    ]
    assert ("centralized_procurement", "projects") in lost
    assert ("regulations", "newly_made") not in lost
    assert dropped(office.reports[0], "proactive_disclosure", 2019) == []


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (("0.1", "0.2"), Decimal("0.3")),
        (("5000元", "1.5"), 2),
        (("1亿元", "0"), 10_000),
        (("1" + "0" * 40, "0.5"), Decimal("1" + "0" * 40 + ".5")),
        (("3件", "1"), None),
    ],
)
def test_amounts_are_exact_and_in_the_unit_of_the_form(
    texts: tuple[str, str], value: Decimal | int | None
) -> None:
    cell = ("proactive_disclosure", "administrative_fees", "amount_collected")
    documents = [with_cell(d, cell, t) for d, t in zip(county(), texts, strict=False)]
    assert of_table(documents, "proactive_disclosure", 2021)[cell].value == value


def test_two_reports_of_an_office_count_once_where_they_agree_and_else_are_open() -> None:
    cell = ("applications", "granted", "total")
    document = of_office("青禾县教育局")
    changed = with_cell(document, cell, "99")
    found = of_table([document, changed], "applications", 2021)
    assert found[cell].blamed[0].cause == "differ"
    other = ("applications", "new_received", "total")
    assert found[other].value == int(found[other].contributions[0].texts[0])


def test_while_an_office_is_absent_all_is_open_unless_the_rest_is_asked_for() -> None:
    roster = [str(each.agency) for each in county()] + ["青禾县林业局"]
    strict = sums(reports_below(county(), COUNTY, YEAR, roster), "reviews", None)
    assert {one.value for one in strict.values()} == {None}
    assert {each.cause for one in strict.values() for each in one.blamed} == {"absent"}
    partial = sums(reports_below(county(), COUNTY, YEAR, roster, partial=True), "reviews", None)
    assert partial == of_table(county(), "reviews", None)


def test_a_table_given_twice_is_open_where_the_two_differ() -> None:
    cell = ("reviews", "reconsideration", "upheld")
    first, *others = county()
    other = with_cell(first, cell, "98765")
    annexed = Section("other", "附表", other.sections[3].blocks)
    twice = replace(first, sections=(*first.sections, annexed))
    found = of_table([twice, *others], "reviews", None)
    assert found[cell].blamed[0].cause == "ambiguous"
    assert [one.cell for one in found.values() if one.value is None] == [cell]
    again = replace(annexed, blocks=first.sections[3].blocks)
    same = replace(first, sections=(*first.sections, again))
    assert of_table([same, *others], "reviews", None) == of_table(county(), "reviews", None)
