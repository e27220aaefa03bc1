"""The dictionary that ships is the statute's, and the two editions are matched cell by cell."""

import csv
import io
from collections import Counter

import govreport
from govreport.dictionary import as_csv, as_markdown, cells
from govreport.model.statute import layout
from tests.dictionary.regenerate import CODE_LIST, PAGES


def test_the_pages_and_the_code_list_are_those_of_the_statute() -> None:
    again = "made anew by `python -m tests.dictionary.regenerate`"
    for language, page in PAGES.items():
        assert page.read_text("utf-8") == as_markdown(language), again
    assert CODE_LIST.read_bytes().decode("utf-8") == as_csv(), again


def test_every_fact_of_a_blank_form_is_in_the_code_list() -> None:
    listed = {
        (row["table"], row["edition"], row["row"], row["column"], row["unit"])
        for row in csv.DictReader(io.StringIO(as_csv()))
    }
    for edition in (2019, 2021):
        form = govreport.ReportDocument.blank("青禾县", 2023, edition)
        for fact in form.facts():
            key = (fact.table, str(fact.edition or ""), fact.row, fact.column, fact.unit)
            assert key in listed
    assert len(listed) == len(list(cells())) == 22 + 10 + 7 * 23 + 7 * 25 + 15


def test_the_concordance_names_every_cell_of_both_editions_once() -> None:
    for kind in ("proactive_disclosure", "applications"):
        for edition in (2019, 2021):
            met = Counter(
                cell
                for one in govreport.concordance()
                if one.table == kind
                for cell in getattr(one, f"cells_{edition}")
            )
            expected = [(r.key, c.key) for r in layout(kind, edition).rows for c in r.columns]
            assert sorted(met) == sorted(expected)
            assert set(met.values()) == {1}


def test_a_row_that_was_parted_is_the_sum_of_its_parts() -> None:
    sums = [one for one in govreport.concordance() if one.relation == "sum"]
    assert {one.cells_2019[0][0] for one in sums} == {"other_handling"}
    assert len(sums) == 7
    for one in sums:
        assert {row for row, _ in one.cells_2021} == {
            "overdue_correction",
            "overdue_fee",
            "other_reasons",
        }
        assert {column for _, column in one.cells_2021} == {one.cells_2019[0][1]}


def test_the_statute_is_public() -> None:
    assert govreport.statute.layout("applications", 2021).row("granted").english == "Disclosed"
    assert govreport.statute.SECTION_HEADINGS["overview"] == "总体情况"
