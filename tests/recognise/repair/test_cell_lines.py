"""Lines that print a table's row, or all of them: how many parts one may have."""

import random

import pytest

from govreport.blocks import Stream, TextBlock
from govreport.model.document import Paragraph, ReportDocument
from govreport.model.statute import TableKind
from govreport.recognise import recognise
from govreport.recognise.repair.cell_lines import cells_of
from tests.recognise.printed import rows_of
from tests.recognise.reports import filled


def test_a_line_of_more_parts_than_any_table_has_cells_is_one_cell() -> None:
    row = "三、本年度办理结果 " + "1 " * 899
    assert len(cells_of(row.strip())) == 900
    assert cells_of(row + "1") == [row + "1"]


@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("kind", ["proactive_disclosure", "applications"])
def test_a_table_on_one_line_is_read_where_each_row_has_all_its_numbers(
    kind: TableKind, edition: int
) -> None:
    table = filled(kind, edition, random.Random(4), blanks=False)  # noqa: S311
    line = " ".join(cell for row in rows_of(table) for cell in row if cell)
    document = recognise(Stream((TextBlock("前文。"), TextBlock(line), TextBlock("后文。"))))
    assert list(document.facts()) == list(ReportDocument(preamble=(table,)).facts())
    assert [each.text for each in document.preamble if isinstance(each, Paragraph)] == [
        "前文。",
        "后文。",
    ]


def test_a_line_of_few_cells_is_no_table() -> None:
    document = recognise(Stream((TextBlock("信息内容 规章 3 行政规范性文件 5"),)))
    assert [each.text for each in document.preamble if isinstance(each, Paragraph)] == [
        "信息内容 规章 3 行政规范性文件 5"
    ]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        (
            "8.属于行政查询事项1.本机关不掌握相关政府信息",
            ["8.属于行政查询事项", "1.本机关不掌握相关政府信息"],
        ),
        ("（三）不予公开（四）无法提供", ["（三）不予公开", "（四）无法提供"]),
        ("（三）不予公开1.属于国家秘密", ["（三）不予公开1.属于国家秘密"]),
        ("1.属于国家秘密2.其他事由", ["1.属于国家秘密2.其他事由"]),
    ],
)
def test_numbered_labels_run_together_are_parted_but_no_path(
    line: str, labels: list[str]
) -> None:
    assert cells_of(line) == labels


def test_a_row_may_end_in_a_remark_of_one_word() -> None:
    assert cells_of("规章 3 4 5 补记第12号") == ["规章", "3", "4", "5", "补记第12号"]
    assert len(cells_of("规章 3 4 5 补记。另有说明")) == 1


def test_the_head_of_labels_is_separated_from_the_header_run_together_with_it() -> None:
    assert cells_of("信息内容累计收费金额") == ["信息内容", "累计收费金额"]
