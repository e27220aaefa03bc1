"""Documents of somebody else's making go through every ordered pair of formats, equal each time.

They are the real reports, pages and Word files as town halls publish them, files that python-docx,
LibreOffice and pandoc made, and what extraction programs printed.
"""

import functools
import io
from itertools import cycle, pairwise
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

import govreport
from govreport.detection import FORMATS
from govreport.model.document import Heading, Paragraph, ReportDocument
from govreport.model.grid import Table
from govreport.model.statutory import StatutoryTable
from tests.dialects import pages, programs
from tests.dialects.sources import reports
from tests.laws.drawing import without_diagnostics
from tests.laws.registry import bytes_of
from tests.laws.test_other_programs import office
from tests.published.regenerate import FILES as PUBLISHED
from tests.sampling import one_in


def tour() -> list[str]:
    """Return formats in an order in which each follows each of the others exactly once."""
    edges = {first: [each for each in FORMATS if each != first] for first in FORMATS}
    path, walk = [FORMATS[0]], []
    while path:
        if edges[path[-1]]:
            path.append(edges[path[-1]].pop())
        else:
            walk.append(path.pop())
    return walk


def assert_kept(document: ReportDocument) -> None:
    """Check a document after each conversion of the tour, which begins with the first format."""
    read = document
    facts = list(without_diagnostics(document).facts())
    for name in tour():
        read = govreport.loads(bytes_of(read, name), name)
        assert read == document, name
        # What a reader told of a cell is told of its source, and goes into no other format.
        assert list(without_diagnostics(read).facts()) == facts, name


def test_the_tour_takes_every_ordered_pair_of_formats_once() -> None:
    walk = tour()
    pairs = list(pairwise(walk))
    wanted = {(first, second) for first in FORMATS for second in FORMATS if first != second}
    assert len(pairs) == len(wanted)
    assert set(pairs) == wanted


@functools.cache
def invented() -> dict[str, ReportDocument]:
    return reports()


def page(name: str, cells: str) -> bytes:
    report = invented()[name]
    return pages.web_page(report, cells, spanning=name.startswith("spanning")).encode()


PAGES = list(zip(programs.REPORTS, cycle(pages.CELLS), strict=False))


@pytest.mark.parametrize("shown", one_in(3, PAGES, "-".join))
def test_pages_of_government_sites(shown: tuple[str, str]) -> None:
    name, cells = shown
    document = govreport.loads(page(name, cells), "html")
    assert numbers(document) == numbers(invented()[name])
    assert_kept(document)


@pytest.mark.parametrize("name", one_in(4, sorted(path.name for path in PUBLISHED.iterdir())))
def test_files_that_are_only_read(name: str) -> None:
    assert_kept(govreport.read(PUBLISHED / name))


def numbers(document: ReportDocument) -> dict[tuple[str, str | None, str | None], object]:
    return {(fact.table, fact.row, fact.column): fact.value for fact in document.facts()}


@pytest.mark.parametrize("name", one_in(3, ["full-2019", "values-2021", "blanks-2021"]))
def test_word_files_made_with_python_docx(name: str) -> None:
    report = invented()[name]
    document = govreport.loads(made_with_python_docx(report), "docx")
    assert numbers(document) == numbers(report)
    assert [each.kind for each in document.sections] == [each.kind for each in report.sections]
    assert_kept(document)


def made_with_python_docx(report: ReportDocument) -> bytes:
    word = docx.Document()
    word.add_heading(report.title or "", 0)
    for block in report.preamble:
        _add(word, block)
    for section in report.sections:
        word.add_heading(section.heading, 1)
        for block in section.blocks:
            _add(word, block)
    for block in report.closing:
        _add(word, block)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _add(word: WordDocument, block: object) -> None:
    if isinstance(block, Heading):
        word.add_heading(block.text, block.level)
    elif isinstance(block, Paragraph):
        word.add_paragraph(block.text)
    elif isinstance(block, StatutoryTable):
        _add_table(word, pages.grid(block, spanning=False))


def _add_table(word: WordDocument, table: Table) -> None:
    made = word.add_table(table.height, table.width)
    for row, line in enumerate(table.grid):
        for column, slot in enumerate(line):
            if slot.begins_at(row, column):
                last = (row + slot.cell.row_span - 1, column + slot.cell.column_span - 1)
                cell = made.cell(row, column)
                cell = cell if last == (row, column) else cell.merge(made.cell(*last))
                cell.text = slot.cell.text


PRINTED = {
    (case.program.folder, case.options): case
    for case in programs.cases()
    if case.report in ("full-2021", "blanks-2021")
}


@pytest.mark.parametrize("run", one_in(8, PRINTED, "-".join))
def test_what_programs_printed_and_pandoc_made(run: tuple[str, str]) -> None:
    case = PRINTED[run]
    document = govreport.loads(case.text, case.format)
    assert numbers(document)
    assert_kept(document)


@pytest.mark.deep
@pytest.mark.corpus
def test_the_real_reports(corpus: Path) -> None:
    files = sorted(corpus.glob("*.txt"))
    assert files
    for file in files:
        assert_kept(govreport.read(file))


@pytest.mark.libreoffice
@pytest.mark.parametrize("way", [("odt", "docx"), ("html",)], ids="-then-".join)
def test_files_made_by_libreoffice(way: tuple[str, ...], tmp_path: Path) -> None:
    files = []
    for name in ("full-2019", "full-2021", "blanks-2021"):
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(made_with_python_docx(invented()[name]))
    for target in way:
        files = office(files, target, tmp_path / f"to-{target}", tmp_path / "profile")
    for file in files:
        document = govreport.loads(file.read_bytes(), way[-1])
        assert numbers(document) == numbers(invented()[file.stem])
        assert_kept(document)
