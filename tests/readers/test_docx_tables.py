"""Tables of Word files: every cell at the place where Word shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.blocks import TableBlock
from govreport.errors import InvalidDocumentError
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.grid import DEEPEST_TABLE, Cell, Table
from govreport.readers.docx import read_blocks
from tests.readers.word_files import cell, paragraph, part, row, run, table, word_file

RESTART = '<w:vMerge w:val="restart"/>'
CONTINUE = "<w:vMerge/>"


def span(number):
    return f'<w:gridSpan w:val="{number}"/>'


def read(body, limits=DEFAULT_LIMITS):
    return read_blocks(word_file(body), limits)


def only_table(body):
    (block,) = read(body).blocks
    return block.table


def shown(body):
    """Return the text at each grid position, spanned ones empty."""
    return [[one.text for one in line] for line in only_table(body).unmerged().rows]


def quoted(body):
    return [(one.code, one.text) for one in read(body).diagnostics]


@st.composite
def word_grids(draw):
    """A rectangle cut into cells, as Word stores it, and the table that it shows."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    owner = [[None] * width for _ in range(height)]
    cells = []
    for r in range(height):
        for c in range(width):
            if owner[r][c] is not None:
                continue
            across = 1
            while c + across < width and owner[r][c + across] is None and draw(st.booleans()):
                across += 1
            down = 1 + draw(st.integers(0, height - r - 1))
            for line in owner[r : r + down]:
                line[c : c + across] = [len(cells)] * across
            cells.append((r, c, across, down))
    rows, given_rows = [], []
    for r in range(height):
        line, given_line, c = "", [], 0
        while c < width:
            top, left, across, down = cells[owner[r][c]]
            text = f"{top}.{left}"
            properties = span(across) if across > 1 or draw(st.booleans()) else ""
            if top == r:
                line += cell(text, properties + (RESTART if down > 1 else ""))
                given_line.append(Cell(text, down, across))
            else:
                line += cell("", properties + CONTINUE)
            c += across
        wrapped = draw(st.sampled_from(("{}", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>")))
        rows.append(row(wrapped.format(line)))
        given_rows.append(given_line)
    return table(*rows), Table(given_rows)


@given(word_grids())
def test_every_word_grid_is_read_as_the_table_that_it_shows(grid):
    body, expected = grid
    stream = read(body)
    assert stream.blocks == (TableBlock(expected),)
    assert stream.diagnostics == ()


@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(0, 4), st.sampled_from(("", RESTART, CONTINUE))), max_size=4
        ),
        min_size=1,
        max_size=5,
    )
)
def test_every_text_of_any_table_is_kept_or_quoted(rows):
    numbered = iter(range(1000))
    made = [[(f"T{next(numbered)}.", width, merge) for width, merge in line] for line in rows]
    body = table(*(row(*(cell(t, span(w) + m) for t, w, m in line)) for line in made))
    stream = read(body)
    kept = "".join(
        one.text for block in stream.blocks for line in block.table.rows for one in line
    ) + "".join(one.text for one in stream.diagnostics)
    for text in (text for line in made for text, _, _ in line):
        assert kept.count(text) == 1


def test_positions_before_and_after_a_row_become_blank_cells():
    body = table(
        row(cell("甲"), cell("乙"), cell("丙")),
        row(cell("1"), properties='<w:gridBefore w:val="2"/>'),
        row(cell("2"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    )
    assert shown(body) == [["甲", "乙", "丙"], ["", "", "1"], ["", "2", ""]]


def test_a_continuation_is_matched_by_its_grid_column_and_not_by_its_place_in_the_row():
    body = table(
        row(cell("甲", span(2)), cell("乙", RESTART)),
        row(cell("1"), cell("2"), cell("", CONTINUE)),
        row(cell("", CONTINUE), properties='<w:gridBefore w:val="2"/>'),
    )
    assert only_table(body) == Table(
        [[Cell("甲", 1, 2), Cell("乙", 3)], ["1", "2"], ["", ""]],
    )


@pytest.mark.parametrize("above", ["", span(2)])
def test_a_continuation_without_a_cell_above_is_a_cell(above):
    beside = [cell("丙"), cell("丁")]
    body = table(
        row(cell("甲", above), *beside),
        row(cell("乙", CONTINUE), *beside),
        row(cell("", CONTINUE), *beside),
    )
    table_read = only_table(body)
    assert table_read.grid[1][0].cell == Cell("乙", 2)


def test_a_continuation_of_another_width_is_a_cell_of_its_own():
    body = table(
        row(cell("甲", span(2) + RESTART), cell("乙")),
        row(cell("丙", CONTINUE), cell("1"), cell("2")),
    )
    assert shown(body) == [["甲", "", "乙"], ["丙", "1", "2"]]


def test_text_in_a_continuation_is_not_displayed_and_quoted():
    nested = table(row(cell("内"))) + paragraph("")
    body = table(
        row(cell("甲", RESTART), cell("1")),
        row(cell(properties=CONTINUE, inner=paragraph(run("重")) + nested), cell("2")),
    )
    assert shown(body) == [["甲", "1"], ["", "2"]]
    assert quoted(body) == [("hidden-text", "重\n内")]


def test_a_legacy_horizontal_merge_spans_columns():
    body = table(
        row(cell("甲", '<w:hMerge w:val="restart"/>'), cell("隐", "<w:hMerge/>"), cell("乙")),
        row(cell("1"), cell("2"), cell("3")),
    )
    assert only_table(body) == Table([[Cell("甲", 1, 2), "乙"], ["1", "2", "3"]])
    assert quoted(body) == [("hidden-text", "隐")]


def test_a_row_that_begins_with_a_horizontal_continuation_keeps_its_cell():
    assert shown(table(row(cell("甲", "<w:hMerge/>"), cell("乙")))) == [["甲", "乙"]]


def test_ragged_rows_are_filled_up_at_their_end():
    assert shown(table(row(cell("甲")), row(cell("1"), cell("2")))) == [["甲", ""], ["1", "2"]]


def test_deleted_rows_and_cells_are_left_out_and_quoted():
    body = table(
        row(cell("甲", RESTART), cell("1")),
        row(cell("", CONTINUE), cell("旧"), properties="<w:del/>"),
        row(cell("", CONTINUE), cell("弃", "<w:cellDel/>"), cell("2")),
        row(cell("乙"), cell("3"), properties="<w:ins/>"),
    )
    assert only_table(body) == Table([[Cell("甲", 2), "1"], ["2"], ["乙", "3"]])
    assert sorted(quoted(body)) == [("deleted-text", "弃"), ("deleted-text", "旧")]


def test_a_table_whose_rows_are_all_deleted_is_no_block():
    assert read(table(row(cell("旧"), properties="<w:del/>"))).blocks == ()
    assert read(table()).blocks == ()


def test_nested_tables_keep_their_place_in_the_cell():
    inner = paragraph(run("前")) + table(row(cell("1"))) + paragraph(run("后")) + paragraph("")
    body = table(row(cell(inner=inner), cell("乙")))
    assert only_table(body) == Table([[Cell(["前", Table([["1"]]), "后"]), "乙"]])


def test_tables_nested_as_deep_as_a_document_allows_are_read() -> None:
    body = paragraph(run("底"))
    for _ in range(DEEPEST_TABLE):
        body = table(row(cell(inner=body + paragraph(""))))
    found = only_table(body)
    for _ in range(DEEPEST_TABLE - 1):
        (found,) = found.grid[0][0].cell.tables
    assert found.grid[0][0].cell.text == "底"


def test_tables_nested_hundreds_deep_are_refused_without_recursion() -> None:
    body = paragraph(run("底"))
    for _ in range(300):
        body = table(row(cell(inner=body + paragraph(""))))
    with pytest.raises(InvalidDocumentError, match="nested"):
        only_table(body)


def test_the_paragraphs_of_a_cell_are_lines():
    inner = paragraph(run("甲")) + paragraph("") + paragraph(run("乙 ")) + paragraph(run("丙"))
    assert shown(table(row(cell(inner=inner)))) == [["甲\n乙\n丙"]]


def test_rows_and_cells_may_stand_in_content_controls_and_custom_xml():
    line = row(cell("1"), f"<w:customXml>{cell('2')}</w:customXml>")
    wrapped = f"<w:sdt><w:sdtPr/><w:sdtContent>{line}</w:sdtContent></w:sdt>"
    assert shown(table(row(cell("甲"), cell("乙")), wrapped)) == [["甲", "乙"], ["1", "2"]]


def test_two_tables_in_a_row_stay_two():
    assert len(read(table(row(cell("1"))) + paragraph("") + table(row(cell("2")))).blocks) == 2


@pytest.mark.parametrize(
    ("width", "limits", "read_width"),
    [("0", Limits(), 1), ("-1", Limits(), 1), ("abc", Limits(), 1), ("²", Limits(), 1), ("9" * 30, Limits(), 1), ("7", Limits(column_span=3), 3)],
)  # fmt: skip
def test_a_span_that_is_no_number_or_too_large_is_clamped(width, limits, read_width):
    below = row(*(cell(str(each)) for each in range(read_width)))
    stream = read(table(row(cell("甲", f'<w:gridSpan w:val="{width}"/>')), below), limits)
    assert stream.blocks[0].table.rows[0][0].column_span == read_width
    assert [one.code for one in stream.diagnostics] == ([] if width == "0" else ["span-clamped"])


def test_a_merge_of_too_many_rows_is_cut():
    starts = (RESTART, CONTINUE, CONTINUE)
    body = table(*(row(cell("甲" if at == RESTART else "", at), cell("乙")) for at in starts))
    stream = read(body, Limits(row_span=2))
    assert [line[0].cell.row_span for line in stream.blocks[0].table.grid] == [2, 2, 1]
    assert [one.code for one in stream.diagnostics] == ["span-clamped"]


def test_a_row_and_a_cell_outside_a_table_keep_their_text():
    stream = read(row(cell("甲")) + cell("乙") + table(cell("丙") + paragraph(run("丁"))))
    assert [block.text for block in stream.blocks] == ["甲", "乙", "丙", "丁"]


MARKS = part(
    "styles",
    '<w:style w:styleId="a"><w:name w:val="govreport table applications 2021 rows 24"/></w:style>'
    '<w:style w:styleId="b"><w:name w:val="govreport heading 2"/></w:style>',
)


def test_the_mark_of_a_table_stands_in_the_first_paragraph_of_its_first_cell():
    def marked(style):
        return paragraph(run("甲"), f'<w:pStyle w:val="{style}"/>')

    nested = table(row(cell(inner=marked("a")))) + paragraph("")
    for body, mark in (
        (table(row(cell(inner=marked("a")))), "applications 2021 rows 24"),
        (table(row(cell(inner=marked("b")))), ""),
        (table(row(cell(inner=paragraph("") + marked("a")))), ""),
        (table(row(cell("1"), cell(inner=marked("a")))), ""),
        (table(row(cell(inner=nested))), ""),
    ):
        (block,) = read_blocks(word_file(body, {"styles": MARKS})).blocks
        assert block.mark == mark


def test_the_mark_may_stand_after_a_table_nested_first_in_the_cell():
    inner = table(row(cell("内"))) + paragraph("", '<w:pStyle w:val="a"/>')
    (block,) = read_blocks(word_file(table(row(cell(inner=inner))), {"styles": MARKS})).blocks
    assert block.mark == "applications 2021 rows 24"
