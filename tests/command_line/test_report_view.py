"""A report drawn for a terminal: nothing is lost, no frame is bent, nothing steers the terminal."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.command_line.report_view import draw_report, draw_statutory_table
from govreport.model.document import ReportDocument
from govreport.model.statute import LAYOUTS
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable
from govreport.testing import report_documents, statutory_tables
from tests.laws.registry import share


def columns(line: str) -> int:
    """Return how many columns a terminal gives a line, counted without govreport."""
    plain = [
        character
        for character in line
        if unicodedata.category(character) not in ("Mn", "Me", "Cf")
    ]
    return sum(1 + (unicodedata.east_asian_width(one) in ("W", "F")) for one in plain)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda of: f"{of.kind} {of.edition}")
def test_a_statutory_table_fits_the_terminal_and_its_frame_is_straight(
    layout: object, width: int
) -> None:
    table = StatutoryTable.from_texts(layout.kind, layout.edition)  # type: ignore[attr-defined]
    boxes = "\n".join(draw_statutory_table(table, width)).split("\n", 1)[1].split("\n\n")
    for box in boxes:
        widths = {columns(line) for line in box.split("\n")}
        assert len(widths) == 1
        assert widths.pop() <= width


@share(20)
@given(statutory_tables(), st.integers(40, 150))
def test_every_text_of_a_table_is_drawn_and_no_frame_is_bent(
    table: StatutoryTable, width: int
) -> None:
    lines = list(draw_statutory_table(table, width))
    drawn = "".join(re.sub(r"[\s─│┌┐└┘├┤┬┴┼]", "", line) for line in lines)
    for row in table.rows:
        for cell in row.cells:
            if len(cell) == 1 and cell.isalnum():
                assert cell in drawn
    if not any("┌" in line for line in lines):  # no frame has room
        assert all(columns(line) <= width for line in lines[1:])
        return
    for box in "\n".join(lines).split("\n", 1)[1].split("\n\n"):
        assert len({columns(line) for line in box.split("\n")}) == 1


def test_a_terminal_too_narrow_for_a_frame_has_the_cells_below_their_labels() -> None:
    texts = {
        ("reconsideration", "upheld"): "3",
        ("reconsideration", "total"): "1,234",
        ("direct_litigation", "pending"): "0",
    }
    table = StatutoryTable.from_texts("reviews", None, texts)
    lines = list(draw_statutory_table(table, 30))[1:]
    assert lines == [
        "行政复议",
        "  结果维持 3  总计 1,234",
        "行政诉讼",
        "  未经复议直接起诉",
        "    尚未审结 0",
        "  复议后起诉",
    ]


@share(20)
@given(report_documents())
def test_nothing_drawn_can_steer_the_terminal(doc: ReportDocument) -> None:
    for line in draw_report(doc, 80):
        assert not [one for one in line if unicodedata.category(one) in ("Cc", "Cs")]
        assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_rows_and_columns_that_the_statute_does_not_know_are_drawn() -> None:
    base = StatutoryTable.from_texts("proactive_disclosure", 2019)
    rows = [
        StatutoryRow(None, "", ("开头",)),
        *base.rows[:2],
        StatutoryRow(None, "合计", ("1",) * 5),
    ]
    rows += base.rows[2:4]
    rows += [StatutoryRow(row.key, cells=(*row.cells, "见附件")) for row in base.rows[4:6]]
    rows += base.rows[6:]
    table = StatutoryTable(
        base.kind,
        base.edition,
        tuple(rows),
        (ExtraColumn("备注", "article_20_6"),),
        (("total_amount", "万元"),),
    )
    drawn = "\n".join(draw_statutory_table(table, 100))
    for text in ("开头", "合计", "备注", "见附件", "采购总金额（万元）"):
        assert text in drawn


def test_the_columns_that_an_office_added_to_one_group_of_reviews_stand_in_that_row() -> None:
    base = StatutoryTable.from_texts("reviews", None)
    rows = (
        base.rows[0],
        StatutoryRow("direct_litigation", cells=("", "", "", "", "", "撤诉2")),
        base.rows[2],
    )
    table = StatutoryTable("reviews", None, rows, (ExtraColumn("备注", "direct_litigation"),))
    lines = list(draw_statutory_table(table, 100))
    assert [line for line in lines if "撤诉2" in line and "未经复议直接起诉" in line]
    assert "备注" in lines[2]
