"""A form that is filled in and read back holds the figures that were filled in, and no others."""

import functools
import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given

import govreport
from govreport import UnwritableDocumentError
from govreport.forms.layout import MARKER_SHEET, TABLE_SHEETS
from govreport.forms.reading import FilledForm, read_form
from govreport.forms.workbook import workbook_bytes
from govreport.model.document import Block, Heading, Paragraph, ReportDocument, Section
from govreport.model.statute import SECTION_HEADINGS
from govreport.model.statutory import StatutoryTable
from govreport.testing import report_documents
from tests.laws.registry import share

AGENCY = "青禾县云岭镇人民政府"


def fitting(document: ReportDocument) -> ReportDocument:
    """Return what a form has a place for: the six sections, their texts, the statutory tables."""
    tables = {
        table.kind: replace(
            table,
            rows=tuple(
                replace(filled, cells=filled.cells[: len(row.columns)])
                for row, filled in table.known_rows()
            ),
            extra_columns=(),
        )
        for table in document.statutory_tables()
    }

    def texts(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(block for block in blocks if isinstance(block, Paragraph | Heading))

    listed = {section.kind: section for section in reversed(document.sections)}
    sections = tuple(
        Section(
            kind,
            listed[kind].heading if kind in listed else heading,
            (
                *texts(listed[kind].blocks if kind in listed else ()),
                *([tables[kind]] if kind in tables else []),
            ),
        )
        for kind, heading in SECTION_HEADINGS.items()
    )
    return replace(
        document,
        preamble=texts(document.preamble),
        sections=sections,
        closing=texts(document.closing),
        diagnostics=(),
    )


def read_back(document: ReportDocument) -> FilledForm:
    form = read_form(workbook_bytes(document))
    assert form is not None
    return form


@share(8)
@given(report_documents())
@example(
    ReportDocument.blank(AGENCY, 2020).with_values({("applications", "granted", "total"): "=1+1"})
)
@example(ReportDocument.blank(AGENCY, 2024).with_section("overview", "_x0041_\n=1"))
def test_the_facts_of_any_document_come_back_from_a_form_filled_with_them(
    document: ReportDocument,
) -> None:
    document = fitting(document)
    found = read_back(document)
    facts = [replace(fact, status="blank") for fact in document.facts()]
    summed = [
        replace(
            fact,
            status="blank",
            text="" if is_computed else fact.text,
            value=None if is_computed else fact.value,
        )
        for fact in found.document.facts()
        for is_computed in [
            (fact.table, fact.row, fact.column) in found.computed
            and not document.statutory_table(fact.table).text(fact.row, fact.column)  # type: ignore[union-attr]
        ]
    ]
    assert summed == facts
    assert lines(found.document) == lines(document)


def lines(document: ReportDocument) -> list[list[str]]:
    parts = [
        document.preamble,
        *(section.blocks for section in document.sections),
        document.closing,
    ]
    return [
        [
            line.strip()
            for block in part
            if isinstance(block, Paragraph | Heading)
            for line in block.text.split("\n")
            if line.strip()
        ]
        for part in parts
    ]


@pytest.mark.parametrize("year", [2020, 2024])
def test_a_blank_form_is_the_blank_report(year: int) -> None:
    document = ReportDocument.blank(AGENCY, year)
    found = read_back(document)
    assert found.document == document
    assert (found.faults, found.document.diagnostics) == ((), ())
    assert govreport.loads(workbook_bytes(document)) == document
    assert workbook_bytes(document) == workbook_bytes(document)


@functools.cache
def blank_form(year: int) -> bytes:
    return workbook_bytes(ReportDocument.blank(AGENCY, year))


def filled_by_a_program(values: dict[str, Any], year: int = 2024) -> bytes:
    """Return a form in which a program put values at addresses; nothing was computed."""
    book = openpyxl.load_workbook(io.BytesIO(blank_form(year)))
    for address, value in values.items():
        sheet, _, at = address.partition("!")
        book[sheet][at] = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def form_of(values: dict[str, Any]) -> FilledForm:
    form = read_form(filled_by_a_program(values))
    assert form is not None
    return form


def test_totals_that_nobody_computed_are_computed() -> None:
    form = form_of({"表三!D6": 3, "表三!E6": 4, "表三!D8": 7, "表四!A6": 2, "表四!D6": 1})
    table, reviews = form.document.applications, form.document.reviews
    assert table is not None
    assert reviews is not None
    assert table.text("new_received", "total") == "7"
    assert table.text("handled_total", "natural_person") == "7"
    assert table.text("handled_total", "total") == "7"
    assert table.text("carried_over", "total") == ""
    assert table.text("carried_forward", "natural_person") == ""
    assert reviews.text("reconsideration", "total") == "3"


def test_a_stale_result_is_not_taken_for_a_total() -> None:
    data = filled_by_a_program({"表三!D6": 3})
    stale = b"<f>IF(COUNT(D6:I6)=0,&quot;&quot;,SUM(D6:I6))</f><v>99</v>"
    data = with_part(data, "xl/worksheets/sheet3.xml", b"</f><v></v>", b"</f><v>99</v>")
    data = with_part(data, "xl/worksheets/sheet3.xml", b"</f><v />", b"</f><v>99</v>")
    assert b"<v>99</v>" in part_of(data, "xl/worksheets/sheet3.xml"), stale
    form = read_form(data)
    assert form is not None
    assert form.document.applications is not None
    assert form.document.applications.text("new_received", "total") == "3"


def test_a_total_with_a_part_in_doubt_is_open() -> None:
    form = form_of({"表三!D6": "约3", "表三!E6": 4})
    assert form.document.applications is not None
    assert form.document.applications.text("new_received", "total") == ""
    (fault,) = form.faults
    assert (fault.kind, fault.address, fault.text) == ("not-a-number", "表三!D6", "约3")
    assert fault.cell == ("applications", "new_received", "natural_person")


def test_a_formula_of_others_counts_by_its_result_and_is_open_without_one() -> None:
    form = form_of({"表三!D6": "=1+2", "表三!J7": "=D7*2"})
    assert [(fault.kind, fault.address) for fault in form.faults] == [
        ("no-result", "表三!D6"),
        ("no-result", "表三!J7"),
    ]
    cells = {(fact.row, fact.column): fact for fact in form.document.facts()}
    assert cells["new_received", "natural_person"].value is None
    assert cells["new_received", "natural_person"].text == "=1+2"
    data = with_part(
        filled_by_a_program({"表三!D6": "=1+2"}),
        "xl/worksheets/sheet3.xml",
        b"<f>1+2</f><v />",
        b"<f>1+2</f><v>3</v>",
    )
    data = with_part(
        data, "xl/worksheets/sheet3.xml", b"<f>1+2</f><v></v>", b"<f>1+2</f><v>3</v>"
    )
    found = read_form(data)
    assert found is not None
    assert found.faults == ()
    assert found.document.applications is not None
    assert found.document.applications.text("new_received", "total") == "3"


def test_a_number_beyond_the_cells_of_a_table_is_quoted() -> None:
    form = form_of({"表三!M6": 5, "报告正文!D9": "旁注"})
    assert [found.text for found in form.document.diagnostics] == ["D9: 旁注", "M6: 5"]


def test_a_form_whose_labels_were_moved_is_read_by_its_labels() -> None:
    book = openpyxl.load_workbook(io.BytesIO(filled_by_a_program({"表三!D6": 3, "表三!D7": 4})))
    sheet = book["表三"]
    sheet["A6"], sheet["A7"] = sheet["A7"].value, sheet["A6"].value
    file = io.BytesIO()
    book.save(file)
    form = read_form(file.getvalue())
    assert form is not None
    assert [fault.address for fault in form.faults if fault.kind == "moved"] == [
        "表三!A6",
        "表三!A7",
    ]
    table = govreport.loads(file.getvalue()).applications
    assert table is not None
    assert table.text("new_received", "natural_person") == "4"
    assert table.text("carried_over", "natural_person") == "3"


def test_a_form_without_its_hidden_sheet_is_an_ordinary_workbook() -> None:
    document = ReportDocument.blank(AGENCY, 2024)
    values = {(fact.table, fact.row, fact.column): 1 for fact in document.facts()}
    document = document.with_values(values)
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document)))
    del book[MARKER_SHEET]
    for name in TABLE_SHEETS.values():
        book[name]["A2"] = None
    file = io.BytesIO()
    book.save(file)
    assert read_form(file.getvalue()) is None
    found = govreport.loads(file.getvalue())
    want = {(fact.table, fact.row, fact.column): fact.value for fact in document.facts()}
    assert {(fact.table, fact.row, fact.column): fact.value for fact in found.facts()} == want


def test_what_a_form_has_no_place_for_is_refused() -> None:
    blank = ReportDocument.blank(AGENCY, 2024)
    assert blank.reviews is not None
    extra = replace(
        blank.reviews, rows=(*blank.reviews.rows, govreport.StatutoryRow(None, cells=("1",)))
    )
    for block in (extra, govreport.Table([["1"]])):
        with pytest.raises(UnwritableDocumentError):
            workbook_bytes(ReportDocument(sections=(Section("reviews", "四", (block,)),)))
    with pytest.raises(UnwritableDocumentError, match="six sections"):
        workbook_bytes(ReportDocument(sections=(Section("other", "七"),)))
    with pytest.raises(UnwritableDocumentError, match=r"报告正文!B8.*32767"):
        workbook_bytes(blank.with_section("overview", "字" * 40_000))


def part_of(data: bytes, name: str) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def with_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w") as archive:
        for each in source.namelist():
            content = source.read(each)
            archive.writestr(each, content.replace(old, new) if each == name else content)
    return file.getvalue()


@pytest.mark.parametrize("edition", [2019, 2021])
def test_the_addresses_of_cells_are_those_that_are_read(edition: int) -> None:
    blank = ReportDocument.blank(AGENCY, 2024, edition)
    numbers = {
        (fact.table, fact.row, fact.column): number
        for number, fact in enumerate(blank.facts())
        if not fact.is_total
    }
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(blank)))
    cells = govreport.form_cells(edition)
    assert list(cells) == [(fact.table, fact.row, fact.column) for fact in blank.facts()]
    for cell, number in numbers.items():
        sheet, _, at = cells[cell].partition("!")
        book[sheet][at] = number
    file = io.BytesIO()
    book.save(file)
    found = govreport.loads(file.getvalue())
    for table, row, column in numbers:
        text = found.statutory_table(table).text(row, column)  # type: ignore[arg-type, union-attr]
        assert text == str(numbers[table, row, column])
    with pytest.raises(govreport.InvalidDocumentError):
        govreport.form_cells(2020)


def test_a_table_that_a_form_lacks_is_lacking() -> None:
    table = StatutoryTable.from_texts("reviews", None, {("reconsideration", "upheld"): "1"})
    document = ReportDocument(sections=(Section("reviews", "四、复议", (table,)),))
    assert [fact.table for fact in read_back(document).document.facts()] == ["reviews"] * 15


def test_a_form_whose_sheet_was_renamed_or_removed_is_refused_and_still_read_as_a_workbook() -> (
    None
):
    data = filled_by_a_program({"表三!D6": 5, "表三!D8": 5})
    for remove in (False, True):
        book = openpyxl.load_workbook(io.BytesIO(data))
        if remove:
            book.remove(book["表三"])
        else:
            book["表三"].title = "Sheet3"
        file = io.BytesIO()
        book.save(file)
        with pytest.raises(govreport.FormError, match="表三：没有这张工作表"):
            govreport.fill(file.getvalue(), force=True)
        table = govreport.loads(file.getvalue()).applications
        assert remove == (table is None)
        assert table is None or table.text("new_received", "natural_person") == "5"
