"""Tables whose header is cut or torn off: read in the form's order only where that is beyond doubt."""

import random
from collections.abc import Sequence
from typing import Literal

import pytest

import govreport
from govreport.model import statute
from govreport.model.statutory import StatutoryTable
from tests.recognise.printed import cell_per_line, rows_of
from tests.recognise.reports import filled
from tests.sampling import one_in

Facts = dict[tuple[str, str], object]
SEEDS = range(6)
HEADINGS = {
    kind: f"{number}、{statute.SECTION_HEADINGS[kind]}"
    for number, kind in zip("二三四", statute.TABLE_KINDS, strict=True)
}


def table_2(seed: int, edition: int = 2019) -> StatutoryTable:
    return filled("proactive_disclosure", edition, random.Random(seed), blanks=False)  # noqa: S311


def table_4(seed: int) -> StatutoryTable:
    return filled("reviews", None, random.Random(seed), blanks=False)  # noqa: S311


def truth(table: StatutoryTable) -> Facts:
    document = govreport.ReportDocument(preamble=(table,))
    return {(fact.row, fact.column): fact.value for fact in document.facts()}


def read(text: str, kind: str, format: Literal["pipe", "tab"] = "tab") -> Facts:
    document = govreport.loads(text.encode(), format)
    facts = (fact for fact in document.facts() if fact.table == kind)
    return {(each.row, each.column): each.value for each in facts if each.value is not None}


def cut(table: StatutoryTable, first: int) -> str:
    lines = cell_per_line(rows_of(table)).splitlines()
    return "\n".join([*lines[first:], HEADINGS["applications"], "无。"])


def first_item(table: StatutoryTable) -> Facts:
    rows = table.layout.rows
    keys = {row.key for row in rows if row.group == rows[0].group}
    return {key: value for key, value in truth(table).items() if key[0] in keys}


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
@pytest.mark.parametrize("kept", [1, 2])
def test_a_text_that_begins_within_the_header_of_table_2_is_read(seed: int, kept: int) -> None:
    table = table_2(seed)
    columns = len(table.layout.rows[0].columns)
    found = read(cut(table, 2 + columns - kept), "proactive_disclosure")
    assert first_item(table).items() <= found.items() <= truth(table).items()


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
@pytest.mark.parametrize("edition", [2019, 2021])
def test_wherever_a_text_begins_no_number_is_wrong(seed: int, edition: int) -> None:
    table = table_2(seed, edition)
    right = truth(table)
    for first in range(1, 12):
        assert read(cut(table, first), "proactive_disclosure").items() <= right.items()


def test_a_row_that_lacks_a_number_leaves_those_below_the_cut_header_open() -> None:
    table = table_2(1)
    lines = cut(table, 4).splitlines()
    del lines[2]
    found = read("\n".join(lines), "proactive_disclosure")
    assert found
    assert not found.keys() & first_item(table).keys()


def test_where_no_header_shows_the_order_of_columns_a_cut_one_stays_open() -> None:
    table = table_2(1)
    width = 1 + len(table.layout.rows[0].columns)
    lines = cut(table, 4).splitlines()[: 1 + 2 * width]
    assert not read("\n".join(lines), "proactive_disclosure")


def test_where_another_item_reverses_its_columns_a_cut_header_stays_open() -> None:
    table = table_2(1)
    text = cut(table, 4)
    row = next(row for row in table.layout.rows if row.group != table.layout.rows[0].group)
    labels = [column.label for column in row.columns]
    assert len(labels) > 1
    turned = text.replace("\n".join(labels), "\n".join(reversed(labels)), 1)
    assert turned != text
    assert not read(turned, "proactive_disclosure").keys() & first_item(table).keys()


def numbers(table: StatutoryTable) -> list[str]:
    return [cell for _, row in table.known_rows() for cell in row.cells]


def section_four(row: Sequence[str], above: str = "行政复议行政诉", *, bars: bool) -> str:
    figures = f"| {' | '.join(row)} |" if bars else "\n".join(row)
    head = f"青禾县林业局2024年政府信息公开工作年度报告\n\n{HEADINGS['reviews']}\n"
    return f"{head}{above}\n{figures}\n\n五、存在的主要问题及改进情况\n无。\n"


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_the_lone_numbers_of_table_4_are_read_where_its_totals_hold(seed: int) -> None:
    table = table_4(seed)
    right = truth(table)
    text = section_four(numbers(table), bars=True)
    assert read(text, "reviews", "pipe") == (right if any(right.values()) else {})
    document = govreport.loads(text.encode(), "pipe")
    assert "行政复议行政诉" in "".join(
        block.text
        for section in document.sections
        for block in section.blocks
        if isinstance(block, govreport.Paragraph)
    )


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_the_lone_numbers_of_table_4_on_a_line_each_are_read_below_a_label(seed: int) -> None:
    table = table_4(seed)
    found = read(section_four(numbers(table), "行政复议行政诉讼", bars=False), "reviews")
    assert found == truth(table)


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_lone_numbers_whose_totals_do_not_hold_are_nobody_s(seed: int) -> None:
    row = numbers(table_4(seed))
    row[-1] = str(int(row[-1]) + 1)
    assert not read(section_four(row, bars=True), "reviews", "pipe")
    assert not read(section_four([*row, "0"], bars=True), "reviews", "pipe")


def test_lone_numbers_below_what_is_left_of_columns_in_another_order_are_nobody_s() -> None:
    row = numbers(table_4(2))
    assert not read(section_four(row, "果纠正结果维", bars=True), "reviews", "pipe")


def test_fifteen_numbers_in_another_section_are_not_table_4() -> None:
    text = section_four(numbers(table_4(2)), bars=True)
    elsewhere = text.replace(HEADINGS["reviews"], HEADINGS["applications"])
    assert not read(elsewhere, "reviews", "pipe")
