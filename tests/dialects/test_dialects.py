"""What extraction programs print of a report: never a wrong number, every number where none was lost."""

import functools
from collections.abc import Iterable

import pytest

from govreport.detection import detect
from govreport.json_form import document_to_json
from tests.dialects import programs
from tests.dialects.comparison import Comparison, comparison
from tests.dialects.programs import Case

CASES = tuple(programs.cases())
GRIDS = {"trafilatura-2.3.1", "markitdown-0.1.8"}
"""Programs that print a grid in which every cell keeps its place, whatever the page was like."""

WITHOUT_BLANKS = {"full-2019", "full-2021", "zeros-2021", "values-2019", "values-2021"}
"""Reports in which no cell of numbers is blank or spans columns, so that none can be dropped."""

BLANKS_OF_BREAKS = ("trafilatura-1.12.2", "trafilatura-2.0.0")
"""Releases that print a line break for a blank cell that holds a paragraph with a no-break space.

1.10 prints such a cell in its place; but a row of which only the last is blank looks as one that
has dropped another and was filled up with a bar: `甲 | 1 | 2 | |`.
"""

NOT_YET = {
    ("inscriptis-2.7.6", "word"),
}
"""What loses nothing and is not read whole yet: a program, and a kind of report, page or run.

inscriptis prints a row whose header cells break over lines on two lines, whose columns are told
by counting characters alone; it prints wide ones as one.
"""


NOTHING_READ = {"inscriptis-2.7.6/blanks-2019.word.txt"}
"""What is left open as a whole: of what loses nothing the one in which blanks were dropped, too."""


def keeps_every_cell(case: Case) -> bool:
    """Whether the printed text shows where each number stands, as a person sees it."""
    if case.options in ("html", "gfm"):
        return True
    if case.report.startswith("spanning"):
        return False
    if case.program.folder in GRIDS or case.options == "plain":
        return True
    if case.program.name in ("extractous", "docx2txt"):
        return True
    if case.program.folder in BLANKS_OF_BREAKS and case.source == "nbsp":
        return True
    return case.report in WITHOUT_BLANKS


def is_read_whole(case: Case) -> bool:
    """Whether every number has to be read: all that keeps every cell but what is not read yet."""
    kinds = {case.report.split("-")[0], case.source, case.options}
    return keeps_every_cell(case) and not any(
        (case.program.folder, kind) in NOT_YET for kind in kinds
    )


def prints_the_title(case: Case) -> bool:
    """Whether the title is in the text: trafilatura and pandoc keep a page's apart as metadata."""
    if case.program.name == "trafilatura":
        return False
    return case.program.name != "pypandoc_binary" or case.source != "docx"


@functools.cache
def compared(case: Case, format: str) -> Comparison:
    return comparison(case, format)


def _sample(cases: tuple[Case, ...]) -> set[Case]:
    """Return a case of every release with every kind of page, of every program with every report."""
    chosen, seen = set(), set()
    for case in cases:
        program = case.program.folder
        kinds = {
            (program, case.source, case.options),
            (case.program.name, case.report.split("-")[0]),
        }
        if not kinds <= seen:
            chosen.add(case)
            seen |= kinds
    return chosen


SAMPLE = _sample(CASES)


def each_of(cases: Iterable[Case]) -> pytest.MarkDecorator:
    """Try a test with each case; with those outside the sample where all are run."""
    deep = pytest.mark.deep
    return pytest.mark.parametrize(
        "case",
        [
            pytest.param(each, id=each.name, marks=() if each in SAMPLE else deep)
            for each in cases
        ],
    )


each_case = each_of(CASES)


def test_every_printed_file_belongs_to_a_case_and_every_case_has_one() -> None:
    printed = {path for path in programs.PRINTED.rglob("*") if path.is_file()}
    assert printed == {case.path for case in CASES}
    assert len(CASES) == len(printed)
    assert {case.report for case in CASES} == set(programs.REPORTS)


@each_case
def test_no_number_is_ever_wrong(case: Case) -> None:
    assert not compared(case, case.format).wrong()


@each_case
def test_no_number_is_wrong_where_the_format_is_not_named(case: Case) -> None:
    assert not compared(case, detect(case.text.encode())).wrong()


@each_of(case for case in CASES if is_read_whole(case))
def test_every_number_is_read_where_none_was_lost(case: Case) -> None:
    assert not compared(case, case.format).open()


@each_of(case for case in CASES if case.name not in NOTHING_READ)
def test_what_a_program_prints_is_read_in_part_at_least(case: Case) -> None:
    found = compared(case, case.format)
    known = len(found.numbers())
    # No number is wrong where none is read, so there is a floor for those that lose something.
    assert found.right() > (0 if (case.program.folder, case.source) in NOT_YET else 0.3 * known)


@each_case
def test_a_number_that_is_not_placed_is_in_the_document_or_quoted(case: Case) -> None:
    found = compared(case, case.format)
    if not found.open() or case.report.startswith("spanning"):
        return
    shown = document_to_json(found.document)
    quoted = " ".join(each.text for each in found.document.diagnostics)
    for key in found.open():
        text = found.truth.cells[key]
        assert text is not None
        assert text in shown or text in quoted, key


@each_case
def test_year_and_sections_are_found(case: Case) -> None:
    found = compared(case, case.format)
    assert found.document.year == found.truth.year
    assert found.sections() == found.truth.sections


@each_of(case for case in CASES if prints_the_title(case))
def test_title_and_agency_are_found_where_they_are_printed(case: Case) -> None:
    found = compared(case, case.format)
    assert (found.document.title, found.document.agency) == (
        found.truth.title,
        found.truth.agency,
    )
