"""Every text dialect: never a wrong number, every number where nothing was lost."""

import pytest

import govreport
from govreport.model.document import ReportDocument
from tests.recognise.printed import DIALECTS, Dialect, print_report, print_word_cells
from tests.recognise.reports import report
from tests.sampling import deep

SEEDS = range(6)
some_seeds = pytest.mark.parametrize("seeds", [SEEDS[:2], deep(SEEDS[2:])], ids=["two", "more"])
EDITIONS = (2019, 2021)


def values(document: ReportDocument) -> dict[tuple[str, str, str], object]:
    return {(fact.table, fact.row, fact.column): fact.value for fact in document.facts()}


@some_seeds
@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_full_report_is_read_whole_from_every_dialect(
    dialect: Dialect, edition: int, seeds: range
) -> None:
    for seed in seeds:
        document = report(edition, seed, blanks=False)
        assert govreport.loads(print_report(document, dialect), dialect.format) == document


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_a_full_report_is_read_whole_where_the_format_is_not_named(dialect: Dialect) -> None:
    document = report(2021, 1, blanks=False)
    for encoding in ("utf-8", "gb18030", "utf-16"):
        assert govreport.loads(print_report(document, dialect).encode(encoding)) == document


@some_seeds
@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("edition", EDITIONS)
def test_no_dialect_makes_a_wrong_number_of_blanks(
    dialect: Dialect, edition: int, seeds: range
) -> None:
    for seed in seeds:
        document = report(edition, seed, blanks=True)
        truth = values(document)
        read = govreport.loads(print_report(document, dialect), dialect.format)
        wrong = {
            key: (value, truth[key])
            for key, value in values(read).items()
            if value is not None and value != truth[key]
        }
        assert not wrong
        if dialect.lossless:
            assert read == document


@some_seeds
@pytest.mark.parametrize(
    "dialect", [each for each in DIALECTS if not each.lossless], ids=lambda each: each.name
)
def test_what_a_lossy_dialect_leaves_open_is_quoted(dialect: Dialect, seeds: range) -> None:
    for seed in seeds:
        document = report(2021, seed, blanks=True)
        truth = values(document)
        read = govreport.loads(print_report(document, dialect), dialect.format)
        quoted = [
            each
            for each in read.diagnostics
            if each.code in ("ambiguous-columns", "leftover-cells")
        ]
        opened = {
            (table, row)
            for (table, row, column), value in values(read).items()
            if value is None and truth[table, row, column] is not None
        }
        for table, row in opened:
            assert any(table in each.where and each.text for each in quoted), (table, row)


GLUED = """云岭镇2021年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（一）项
信息内容本年制发件数本年废止件数现行有效件数
规章000
行政规范性文件520
第二十条第（六）项
信息内容本年处理决定数量
行政处罚0
行政强制12
三、收到和处理政府信息公开申请情况
无
"""


@some_seeds
@pytest.mark.parametrize("blanks", [False, True], ids=["full", "blanks"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_blank_cell_that_goes_on_with_a_label_is_no_number(
    edition: int, blanks: bool, seeds: range
) -> None:
    for seed in seeds:
        document = report(edition, seed, blanks=blanks)
        assert govreport.loads(print_word_cells(document), "tab") == document


def test_numbers_run_together_are_parted_only_where_one_reading_is_left() -> None:
    document = govreport.loads(GLUED, "tab")
    table = document.proactive_disclosure
    assert table
    texts = {row.key: row.cells for row in table.rows}
    assert texts["regulations"] == ("0", "0", "0")
    assert texts["normative_documents"] == ("", "", "")
    assert texts["administrative_penalties"] == ("0",)
    assert texts["administrative_compulsion"] == ("12",)
    assert [e.text for e in document.diagnostics if e.code == "ambiguous-columns"] == ["520"]


def test_without_a_header_the_columns_of_table_2_are_not_guessed() -> None:
    lines = ["第二十条第（一）项", "规章", "1", "2", "3", "第二十条第（六）项", "行政处罚", "4"]
    document = govreport.loads("一、总体情况\n好。\n" + "\n".join(lines), "tab")
    assert all(fact.value is None for fact in document.facts())
    quoted = [each.text for each in document.diagnostics if each.code == "ambiguous-columns"]
    assert quoted == ["1 | 2 | 3", "4"]


def test_the_numbers_of_table_4_are_read_without_their_header() -> None:
    text = (
        "云岭镇2021年政府信息公开工作年度报告\n一、总体情况\n好。\n"
        "四、政府信息公开行政复议、行政诉讼情况\n结 结 其 尚\n果 果 他 未\n"
        "1 2 0 0 3 0 0 0 0 0 4 0 0 1 5\n五、存在的主要问题及改进情况\n无\n"
    )
    document = govreport.loads(text, "tab")
    assert document.reviews
    assert [row.cells for row in document.reviews.rows] == [
        ("1", "2", "0", "0", "3"),
        ("0", "0", "0", "0", "0"),
        ("4", "0", "0", "1", "5"),
    ]
