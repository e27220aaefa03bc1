"""The text that browsers give of a rendered page, whose cells hold blocks."""

import functools
import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.arrange import arrange
from govreport.blocks import Block, TableBlock, TextBlock
from govreport.model.document import ReportDocument
from govreport.model.grid import Table
from govreport.readers.tab_text import read_blocks
from tests.recognise.reports import report
from tests.sampling import one_in

PARAGRAPH, DIVISION = 2, 1
"""Line breaks that the standard (3.2.7) requires around a `p`, and around any other block."""

Piece = str | int


def inner_text(blocks: tuple[Block, ...], around: int, blank: str = "") -> str:
    """Return what `innerText` is of texts in `p` and tables with a block in each cell."""
    pieces: list[Piece] = []
    for block in blocks:
        if isinstance(block, TextBlock):
            pieces += [PARAGRAPH, block.text, PARAGRAPH]
            continue
        pieces.append(DIVISION)
        for number, row in enumerate(block.table.rows):
            pieces += ["\n"] * (number > 0)
            for place, cell in enumerate(row):
                pieces += [*["\t"] * (place > 0), around, cell.text or blank, around]
        pieces.append(DIVISION)
    return joined(pieces)


def joined(pieces: list[Piece]) -> str:
    """Return texts with as many line breaks between them as the most that is required there."""
    text, required = "", 0
    for piece in pieces:
        if isinstance(piece, int):
            required = max(required, piece)
        elif piece:
            text += "\n" * (required if text else 0) + piece
            required = 0
    return text


Values = dict[tuple[str, str, str], object]


def values(document: ReportDocument) -> Values:
    return {(fact.table, fact.row, fact.column): fact.value for fact in document.facts()}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("blanks", [False, True])
@pytest.mark.parametrize(
    ("around", "blank"), [(PARAGRAPH, ""), (PARAGRAPH, "\u00a0"), (DIVISION, "")]
)
def test_a_report_is_read_from_it(seed: int, blanks: bool, around: int, blank: str) -> None:
    document = report((2019, 2021)[seed % 2], seed, blanks=blanks)
    read = govreport.loads(inner_text(arrange(document).blocks, around, blank))
    assert values(read) == values(document)
    assert [section.kind for section in read.sections] == [
        section.kind for section in document.sections
    ]


CLEANED: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "ends of lines": lambda text: "\n".join(line.rstrip() for line in text.split("\n")),
    "both ends": lambda text: "\n".join(line.strip() for line in text.split("\n")),
    "at most one blank line": lambda text: re.sub("\n{3,}", "\n\n", text),
    "no blank line": lambda text: re.sub("\n{2,}", "\n", text),
    "lines with something": lambda text: "\n".join(filter(str.strip, text.split("\n"))),
}


@functools.cache
def mixed(seed: int, cleaned: Callable[[str], str]) -> tuple[Values, Values]:
    """Return the numbers of a report whose cells hold blocks here and there, and those read."""
    document = report((2019, 2021)[seed % 2], seed + 50, blanks=bool(seed % 3))
    chance = random.Random(seed)  # noqa: S311 - invented markup
    share = (0.05, 0.3, 0.9, 1.0)[seed % 4]
    pieces: list[Piece] = []
    for block in arrange(document).blocks:
        if isinstance(block, TextBlock):
            pieces += [PARAGRAPH, block.text, PARAGRAPH]
            continue
        for number, row in enumerate(block.table.rows):
            pieces += ["\n"] * (number > 0)
            for place, cell in enumerate(row):
                around = PARAGRAPH if chance.random() < share else 0
                around = DIVISION if chance.random() < 0.05 else around
                pieces += [*["\t"] * (place > 0), around, cell.text, around]
        pieces.append(PARAGRAPH)
    return values(document), values(govreport.loads(cleaned(joined(pieces))))


SEEDS = range(8)


@pytest.mark.parametrize("cleaned", CLEANED.values(), ids=CLEANED)
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_no_number_is_wrong_whatever_cells_hold_and_is_cleaned_away(
    seed: int, cleaned: Callable[[str], str]
) -> None:
    truth, read = mixed(seed, cleaned)
    assert all(value in (None, truth.get(cell)) for cell, value in read.items())


@pytest.mark.deep
def test_some_of_these_numbers_are_read_all_the_same() -> None:
    pairs = [mixed(seed, cleaned) for seed in SEEDS for cleaned in CLEANED.values()]
    known, found = (
        sum(value is not None for each in pairs for value in each[side].values())
        for side in (0, 1)
    )
    assert found > 0.25 * known


figures = st.sampled_from(["1", "20", "-3", "4,005", "项目", "其他情况"])


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(
            st.lists(figures, min_size=width, max_size=width), min_size=5, max_size=8
        )
    )
)
def test_any_table_comes_back_row_by_row(rows: list[list[str]]) -> None:
    # A text there may as well be the paragraph after a blank cell.
    rows[-1][-1] = "12"
    table = TableBlock(Table(rows))
    text = inner_text((TextBlock("前文"), table, TextBlock("后面的一段文字")), PARAGRAPH)
    before, read, after = read_blocks(text.encode()).blocks
    assert (before.text, after.text) == ("前文", "后面的一段文字")
    assert read.table == table.table


def test_the_paragraphs_of_a_header_cell_stay_together() -> None:
    header = "事项\n\n\t\n\n法律\n\n服务\n\n机构\n\n\t\n\n总\n\n计"
    rows = [f"第{number}行\n\n\t\n\n{number}\n\n\t\n\n{number}" for number in range(3)]
    [table] = read_blocks("\n\n\n\n\n".join([header, *rows]).encode()).blocks
    assert [cell.text for cell in table.table.rows[0]] == ["事项", "法律\n服务\n机构", "总\n计"]


def test_texts_between_two_tables_are_no_cells() -> None:
    rows = [f"第{number}行\n\n\t\n\n{number}" for number in range(3)]
    table = "\n\n\n\n\n".join(rows)
    between = "\n\n".join(["第一段文字在两个表格之间", "第二段"])
    first, *texts, second = read_blocks(f"{table}\n\n{between}\n\n{table}".encode()).blocks
    assert [text.text for text in texts] == ["第一段文字在两个表格之间", "第二段"]
    assert first.table == second.table


def test_paragraphs_joined_by_single_line_breaks_stay_out_of_the_tables() -> None:
    document = report(2021, 3, blanks=False)
    blocks = arrange(document).blocks
    text = "\n".join(inner_text((block,), PARAGRAPH) for block in blocks)
    read = govreport.loads(text)
    assert values(read) == values(document)
    assert [section.heading for section in read.sections] == [
        section.heading for section in document.sections
    ]


@pytest.mark.parametrize("seed", range(3))
def test_rows_whose_cells_hold_blocks_here_and_there_are_read(seed: int) -> None:
    document = report(2021, seed, blanks=bool(seed))
    chance = random.Random(seed)  # noqa: S311 - invented markup
    pieces: list[Piece] = []
    for block in arrange(document).blocks:
        if isinstance(block, TextBlock):
            pieces += [PARAGRAPH, block.text, PARAGRAPH]
            continue
        for number, row in enumerate(block.table.rows):
            pieces += ["\n"] * (number > 0)
            for place, cell in enumerate(row):
                around = PARAGRAPH if place and chance.random() < 0.3 else 0
                pieces += [*["\t"] * (place > 0), around, cell.text, around]
        pieces.append(PARAGRAPH)
    truth, read = values(document), values(govreport.loads(joined(pieces)))
    assert all(value in (None, truth[cell]) for cell, value in read.items())
    known = sum(value is not None for value in truth.values())
    assert sum(value is not None for value in read.values()) > 0.9 * known
