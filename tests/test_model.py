"""The model: grids without holes, texts in one canonical form, documents that cannot change."""

import dataclasses
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.errors import InvalidDocumentError, ReportError
from govreport.model.diagnostics import CODES, diagnostic
from govreport.model.document import Heading, Paragraph, ReportDocument, Section, Source
from govreport.model.grid import DEEPEST_TABLE, Cell, Table, text_cell
from govreport.model.statute import EDITIONS, LAYOUTS, layout
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable
from govreport.model.text import clean_text, join_lines, one_line
from govreport.testing import report_documents, statutory_tables, tables, texts
from tests.laws.registry import share

anything = st.text(st.characters(), max_size=20)
spans = st.sampled_from((1, 1, 2, 3, 7))
rows_of_cells = st.lists(
    st.lists(st.builds(Cell, st.sampled_from(("", "0", "甲")), spans, spans), max_size=4),
    min_size=1,
    max_size=5,
).filter(any)


@given(rows_of_cells)
def test_placing_a_table_again_changes_nothing(rows: list[list[Cell]]) -> None:
    table = Table(rows)
    again = Table(table.rows)
    assert again == table
    # What filled a short row up the first time is a cell like any other the second.
    grid = tuple(tuple(slot._replace(filled_up=False) for slot in line) for line in table.grid)
    assert again.grid == grid


@given(rows_of_cells)
def test_every_position_belongs_to_one_cell_and_every_row_is_as_wide(
    rows: list[list[Cell]],
) -> None:
    table = Table(rows)
    assert table.height <= len(rows)
    assert {len(line) for line in table.grid} == {table.width}
    covered = Counter(
        (row, column)
        for top, cells in enumerate(table.rows)
        for left, cell in zip(_beginnings(table, top), cells, strict=True)
        for row in range(top, top + cell.row_span)
        for column in range(left, left + cell.column_span)
    )
    assert set(covered.values()) == {1}
    assert len(covered) == table.height * table.width
    assert {slot.row for line in table.grid for slot in line} == set(range(table.height))
    assert {slot.column for line in table.grid for slot in line} == set(range(table.width))
    for row, line in enumerate(table.grid):
        for column, slot in enumerate(line):
            assert slot.row <= row < slot.row + slot.cell.row_span
            assert slot.column <= column < slot.column + slot.cell.column_span


@given(rows_of_cells)
def test_no_cell_is_lost_or_reordered_by_placing(rows: list[list[Cell]]) -> None:
    placed = [[cell.content for cell in row if cell.content] for row in Table(rows).rows]
    expected = [[cell.content for cell in row if cell.content] for row in rows]
    assert [row for row in placed if row] == [row for row in expected if row]


@given(st.sampled_from(("", "0", " 甲\n", "乙" * 80)) | texts(), spans, spans)
def test_a_cell_that_is_remembered_is_the_cell(
    text: str, row_span: int, column_span: int
) -> None:
    cell = text_cell(text, row_span, column_span)
    assert cell == Cell(text, row_span, column_span)
    assert cell.text == Cell(text).text
    assert text_cell(text, row_span, column_span) == cell


def test_ever_other_cells_are_made_all_the_same() -> None:
    for number in range(10_000):
        assert text_cell(str(number)).text == str(number)
    assert text_cell("0", 2) == Cell("0", 2)


@given(tables())
def test_what_texts_show_of_a_table_has_no_spans_and_every_content(table: Table) -> None:
    contents = Counter(cell.content for row in table.rows for cell in row if cell.content)
    for shown in (table.unmerged(), table.collapsed()):
        assert not shown.has_spans
        assert shown.height == table.height
        assert contents == Counter(
            cell.content for row in shown.rows for cell in row if cell.content
        )
    assert table.unmerged().width == table.width


def _beginnings(table: Table, row: int) -> list[int]:
    return [column for column, slot in enumerate(table.grid[row]) if slot.begins_at(row, column)]


@given(anything)
def test_a_text_is_canonical_or_refused(text: str) -> None:
    try:
        cleaned = clean_text(text, "here")
    except InvalidDocumentError:
        return
    assert clean_text(cleaned, "here") == cleaned == cleaned.strip()
    assert "\r" not in cleaned
    line = one_line(text, "here")
    assert "\n" not in line
    assert one_line(line, "here") == line
    cleaned.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a\x00b", "U+0000"),
        ("\x1b[1m", "U+001B"),
        ("甲\ud800乙", "U+D800"),
        ("x\ufffe", "U+FFFE"),
        ("x\uffff", "U+FFFF"),
    ],
)
def test_a_forbidden_character_is_refused_by_name_and_place(text: str, named: str) -> None:
    builders = {
        "a paragraph": lambda: Paragraph(text),
        "a heading": lambda: Heading(text),
        "a section heading": lambda: Section("overview", text),
        "a cell": lambda: Cell(text),
        "the title": lambda: ReportDocument(title=text),
        "the agency": lambda: ReportDocument(agency=text),
        "the publisher": lambda: Source(publisher=text),
        "row regulations": lambda: StatutoryRow("regulations", cells=(text,)),
        "a column label": lambda: ExtraColumn(text),
    }
    for place, build in builders.items():
        with pytest.raises(InvalidDocumentError) as caught:
            build()
        message = str(caught.value)
        assert message.startswith(place)
        assert named in message
        assert (
            f"position {next(i for i, c in enumerate(text) if f'U+{ord(c):04X}' == named)}"
            in (message)
        )
        assert message.isprintable()
        assert isinstance(caught.value, ReportError)
        assert isinstance(caught.value, ValueError)


def test_a_text_of_another_type_is_refused() -> None:
    with pytest.raises(
        InvalidDocumentError, match="a paragraph: a text must be a str, not bytes"
    ):
        Paragraph(b"x")  # type: ignore[arg-type]


def test_a_printed_line_break_is_a_blank_only_between_narrow_characters() -> None:
    assert one_line("2023年政府\n信息公开", "x") == "2023年政府信息公开"
    assert one_line("annual \r\n report", "x") == "annual report"
    assert join_lines("青禾县", "2023年") == "青禾县2023年"


@share(4)
@given(report_documents())
def test_documents_are_hashable_and_compared_by_content_without_diagnostics(
    doc: ReportDocument,
) -> None:
    other = dataclasses.replace(doc, diagnostics=(diagnostic("note", text="x"),))
    assert other == doc
    assert hash(other) == hash(doc)
    assert dataclasses.replace(doc, title=f"{doc.title}x") != doc


@share(4)
@given(report_documents())
def test_building_a_document_of_its_own_parts_changes_nothing(doc: ReportDocument) -> None:
    assert dataclasses.replace(doc) == doc
    for block in doc.blocks():
        if isinstance(block, Table):
            assert Table(block.rows) == block
        else:
            assert dataclasses.replace(block) == block


def test_rows_and_columns_in_which_no_cell_begins_are_taken_out() -> None:
    assert Table([[Cell("甲", 2, 3)], []]) == Table([["甲"]])
    assert Table([[Cell("甲", 1, 2)], [Cell("乙", 1, 2)]]) == Table([["甲"], ["乙"]])
    assert Table([[Cell("甲", 1, 2)], ["乙", "丙"]]).width == 2


def test_positions_that_no_row_was_given_are_told_from_blank_cells() -> None:
    grid = Table([["甲", "乙"], ["丙"], ["丁", ""]]).grid
    assert [slot.filled_up for line in grid for slot in line] == [
        *[False] * 3,
        True,
        False,
        False,
    ]


def test_tables_nest_as_deep_as_stated() -> None:
    table = Table([["x"]])
    for _ in range(DEEPEST_TABLE - 1):
        table = Table([[Cell([table])]])
    with pytest.raises(InvalidDocumentError, match="nested in one another"):
        Table([[Cell([table])]])


def test_documents_cannot_be_changed() -> None:
    doc = ReportDocument("题", sections=(Section("overview", "一、总体情况"),))
    for part, name in (
        (doc, "title"),
        (doc.sections[0], "heading"),
        (doc.source, "publisher"),
        (Paragraph("x"), "text"),
        (Heading("x"), "level"),
        (Cell("x"), "content"),
        (Table([["x"]]), "rows"),
        (StatutoryTable.from_texts("reviews", None), "rows"),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(part, name, None)


def table_of_rows(count: int) -> StatutoryTable:
    reviews = StatutoryTable.from_texts("reviews", None)
    row = StatutoryRow(None, "", ("1",))
    return dataclasses.replace(
        reviews, rows=(*reviews.rows, *[row] * (count - len(reviews.rows)))
    )


def test_what_is_no_part_of_a_document_is_refused() -> None:
    for build, message in (
        (lambda: Paragraph(" \n"), "must hold some text"),
        (lambda: Heading("\u3000"), "must hold some text"),
        (lambda: Heading("x", 1), "2 to 9, not 1"),
        (lambda: Heading("x", 10), "2 to 9, not 10"),
        (lambda: Section("summary", "x"), "no section kind 'summary'"),  # type: ignore[arg-type]
        (lambda: Section("overview", ""), "must have a heading"),
        (lambda: Section("overview", "x", ("text",)), "no block"),  # type: ignore[arg-type]
        (lambda: ReportDocument(year=0), "year 0"),
        (lambda: ReportDocument(year=20230), "year 20230"),
        (lambda: ReportDocument(sections=("x",)), "not a Section"),  # type: ignore[arg-type]
        (lambda: Cell("x", 0), "at least 1"),
        (lambda: Cell("x", 1, 1_001), "at most 65534 rows and 1000 columns"),
        (lambda: Cell("x", 65_535), "at most 65534 rows and 1000 columns"),
        (lambda: StatutoryRow(None, "x", ["1"] * 998), "998 cells, more than 997"),
        (lambda: table_of_rows(65_535), "65535 rows, more than 65534"),
        (lambda: Table([]), "at least one cell"),
        (lambda: Table([[], []]), "at least one cell"),
        (lambda: StatutoryTable("reviews", 2021, ()), "no table 'reviews' in edition 2021"),
        (lambda: StatutoryTable("reviews", None, ()), "the rows must be reconsideration"),
        (lambda: StatutoryRow("granted", "x"), "takes no label"),
        (lambda: StatutoryRow(None, "", ("", "")), "must hold some text"),
    ):
        with pytest.raises(InvalidDocumentError, match=message):
            build()


@given(statutory_tables())
def test_a_statutory_table_has_every_row_of_its_layout_and_every_cell(
    table: StatutoryTable,
) -> None:
    assert [row.key for row in table.rows if row.key] == [row.key for row in table.layout.rows]
    for known, filled in table.known_rows():
        extra = [column for column in table.extra_columns if column.group == known.group]
        assert len(filled.cells) == len(known.columns) + len(extra)
        for column, text in zip(known.columns, filled.cells, strict=False):
            assert table.text(known.key, column.key) == text


@share(4)
@given(report_documents())
def test_a_document_states_one_fact_for_each_statutory_cell(doc: ReportDocument) -> None:
    facts = list(doc.facts())
    keys = [(fact.table, fact.row, fact.column) for fact in facts]
    assert len(set(keys)) == len(keys)
    assert len(keys) == sum(
        len(row.columns) for table in doc.statutory_tables() for row in table.layout.rows
    )
    for fact in facts:
        assert (fact.item is not None) == (fact.table == "proactive_disclosure")
        assert fact.unit


def test_the_edition_of_a_document_is_that_of_its_tables_alone() -> None:
    def edition(*tables: StatutoryTable) -> int | None:
        return ReportDocument(preamble=tables, year=2021).edition

    old, new = (StatutoryTable.from_texts("applications", edition) for edition in EDITIONS)
    second = StatutoryTable.from_texts("proactive_disclosure", 2019)
    reviews = StatutoryTable.from_texts("reviews", None)
    assert edition() is edition(reviews) is edition(second, new) is None
    assert edition(old, reviews) == edition(old, second) == 2019
    assert edition(new, old) == 2021


def test_the_layouts_have_unique_keys_and_the_rows_of_the_statute() -> None:
    assert [len(of.rows) for of in LAYOUTS] == [8, 6, 23, 25, 3]
    for of in LAYOUTS:
        keys = [(row.key, column.key) for row in of.rows for column in row.columns]
        assert len(set(keys)) == len(keys)
        assert layout(of.kind, of.edition) is of
    with pytest.raises(KeyError):
        layout("reviews", 2021)


def test_every_code_of_a_diagnostic_has_a_severity_and_a_meaning() -> None:
    for code, (severity, meaning) in CODES.items():
        found = diagnostic(code, "here", "quoted")
        assert found.severity == severity
        assert found.message == meaning
    assert diagnostic("note", message="more").message == "more"
