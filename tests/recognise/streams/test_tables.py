"""Statutory tables found in grids, whatever the page did to labels, headers and spans."""

import random
from collections.abc import Callable

import pytest

from govreport.arrange.tables import arrange_table
from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model.document import Paragraph, ReportDocument
from govreport.model.grid import Cell, Table
from govreport.model.statutory import StatutoryRow, StatutoryTable
from govreport.recognise import recognise, recognise_all
from tests.recognise.reports import filled

NUMBERS = random.Random(7)  # noqa: S311 - invented figures
DISCLOSURE_2019 = filled("proactive_disclosure", 2019, NUMBERS, blanks=False)
DISCLOSURE_2021 = filled("proactive_disclosure", 2021, NUMBERS, blanks=False)
APPLICATIONS_2019 = filled("applications", 2019, NUMBERS, blanks=True)
APPLICATIONS_2021 = filled("applications", 2021, NUMBERS, blanks=True)
REVIEWS = filled("reviews", None, NUMBERS, blanks=False)

Rows = list[list[Cell]]


def read(*tables: Table | str) -> ReportDocument:
    return recognise(
        Stream(
            tuple(TextBlock(t) if isinstance(t, str) else TableBlock(t) for t in tables),
        )
    )


def codes(document: ReportDocument) -> set[str]:
    return {each.code for each in document.diagnostics}


def rows_of(table: StatutoryTable) -> Rows:
    return [list(row) for row in arrange_table(table).rows]


def relabelled(table: StatutoryTable, relabel: Callable[[str], str]) -> Table:
    return Table(
        [Cell(relabel(cell.text), cell.row_span, cell.column_span) for cell in row]
        for row in arrange_table(table).rows
    )


def replaced(*pairs: tuple[str, str]) -> Callable[[str], str]:
    return lambda text: dict(pairs).get(text, text)


DAMAGE: dict[str, tuple[StatutoryTable, Callable[[str], str], set[str]]] = {
    "broken headers": (
        DISCLOSURE_2019,
        replaced(("本年新制作数量", "本年新\n制作数量"), ("本年新公开数量", "本年新 公开数量")),
        set(),
    ),
    "an office's own words": (
        APPLICATIONS_2021,
        replaced(
            ("一、本年新收政府信息公开申请数量", "一、本年度新收到政府信息公开申请件数"),
            ("二、上年结转政府信息公开申请数量", "二、上年度结转申请数量"),
            ("3.危及“三安全一稳定”", "3.危及国家安全、公共安全、经济安全、社会稳定"),
            ("2.重复申请", "2.重复提交申请"),
            ("四、结转下年度继续办理", "四、结转下一年度办理的申请"),
        ),
        {"deviating-label"},
    ),
    "the other edition's name": (
        DISCLOSURE_2021,
        replaced(("行政规范性文件", "规范性文件")),
        set(),
    ),
    "headers cut short": (
        DISCLOSURE_2019,
        replaced(
            ("本年新制作数量", "本年新"), ("本年新公开数量", "本年新"), ("本年增/减", "本年增/")
        ),
        {"deviating-label"},
    ),
    "filling notes with numbers": (
        DISCLOSURE_2019,
        replaced(
            ("规章", "规章（设区的市应提供，如2件）"),
            ("上一年项目数量", "上一年项目数量（指2019年事项数）"),
            ("本年增/减", "本年增/减（减少为负，如-8）"),
        ),
        {"deviating-label"},
    ),
    "numbers before items": (
        DISCLOSURE_2021,
        replaced(
            ("第二十条第（一）项", "（1） 第二十条第（一）项"),
            ("第二十条第（五）项", "第二十条（五）项"),
        ),
        {"deviating-label"},
    ),
    "another numbering": (
        APPLICATIONS_2021,
        lambda text: text.replace("1.", "（1）").replace("2.", "2、").replace("（一）", "(一) "),
        set(),
    ),
    "words of their own": (
        APPLICATIONS_2021,
        replaced(
            ("1.属于国家秘密", "1.属于国家机密"),
            ("4.保护第三方合法权益", "4.保护第三方权益"),
            ("5.属于三类内部事务信息", "5.属于内部事务信息"),
            ("（七）总计", "（七）合计"),
            ("四、结转下年度继续办理", "四、结转下一年度继续办理"),
        ),
        {"deviating-label"},
    ),
    "traditional script and glosses": (
        APPLICATIONS_2021,
        lambda text: text.replace("数", "數(shù)").replace("关", "關(guān)").replace("处", "處"),
        set(),
    ),
    "quotes and marks gone": (
        APPLICATIONS_2019,
        replaced(("3.危及“三安全一稳定”", "3. 危及三安全一稳定"), ("商业企业", "商业\n企业")),
        set(),
    ),
}


@pytest.mark.parametrize(("table", "relabel", "noted"), DAMAGE.values(), ids=DAMAGE)
def test_labels_are_known_through_their_damage(
    table: StatutoryTable, relabel: Callable[[str], str], noted: set[str]
) -> None:
    document = read(relabelled(table, relabel))
    assert document.statutory_table(table.kind) == table
    assert codes(document) == noted


def test_a_label_with_a_number_behind_it_is_no_label_that_swallows_it() -> None:
    document = read(relabelled(APPLICATIONS_2021, replaced(("2.重复申请", "2.重复申请 7"))))
    assert document.applications
    assert [row.label for row in document.applications.extra_rows] == ["2.重复申请 7"]
    assert {"unknown-row", "missing-row"} <= codes(document)


def test_the_unit_in_a_header_is_kept_and_holds_for_its_numbers() -> None:
    document = read(relabelled(DISCLOSURE_2019, replaced(("采购总金额", "采购总金额(万元)"))))
    fact = next(each for each in document.facts() if each.column == "total_amount")
    assert fact.unit == "万元"
    assert recognise(Stream((TableBlock(arrange_table(document.preamble[0])),))) == document  # type: ignore[arg-type]


def with_first_row(cells: list[Cell]) -> tuple[Table, int]:
    rows = rows_of(APPLICATIONS_2021)
    rows[3] = [rows[3][0], *cells]
    return Table(rows), 3


SPANS = {
    "one zero over all": ([Cell("0", 1, 7)], ("0",) * 7, "spread-value"),
    "zero over six and the total": ([Cell("0", 1, 6), Cell("0")], ("0",) * 7, "spread-value"),
    "another number over all": ([Cell("5", 1, 7)], ("",) * 7, "ambiguous-columns"),
}


@pytest.mark.parametrize(("cells", "texts", "code"), SPANS.values(), ids=SPANS)
def test_only_a_zero_holds_for_every_column_its_cell_spans(
    cells: list[Cell], texts: tuple[str, ...], code: str
) -> None:
    document = read(with_first_row(cells)[0])
    assert document.applications
    assert document.applications.rows[0].cells == texts
    assert codes(document) == {code}


def test_a_row_whose_label_spans_less_than_the_header_is_read_in_order() -> None:
    rows = rows_of(APPLICATIONS_2021)
    rows[3][0] = Cell(rows[3][0].text, 1, 2)
    assert read(Table(rows)).applications == APPLICATIONS_2021


def test_more_numbers_than_columns_leave_the_rest_quoted() -> None:
    rows = rows_of(DISCLOSURE_2021)
    place = next(i for i, row in enumerate(rows) if row[0].text == "行政许可")
    rows[place] = [rows[place][0], Cell("2"), Cell("4"), Cell("6")]
    document = read(Table(rows))
    assert document.proactive_disclosure
    assert document.proactive_disclosure.text("administrative_licensing", "decisions") == "2"
    left = [each.text for each in document.diagnostics if each.code == "leftover-cells"]
    assert left == ["4 | 6"]


def test_rows_and_items_that_the_statute_does_not_know_are_kept_in_place() -> None:
    rows = rows_of(DISCLOSURE_2021)
    rows.insert(4, [Cell("其他主动公开文件"), Cell("7"), Cell("8"), Cell("9")])
    rows.append([Cell("第二十条第（九）项", 1, 4)])
    rows.append([Cell("信息内容"), Cell("采购项目数量"), Cell("采购总金额", 1, 2)])
    rows.append([Cell("政府集中采购"), Cell("3"), Cell("50", 1, 2)])
    document = read(Table(rows))
    assert document.edition == 2021
    assert document.proactive_disclosure
    assert document.proactive_disclosure.rows[2] == StatutoryRow(
        None, "其他主动公开文件", ("7", "8", "9")
    )
    assert document.proactive_disclosure.extra_rows[-1] == StatutoryRow(
        None, "政府集中采购", ("3", "50")
    )
    assert list(document.facts()) == list(ReportDocument(preamble=(DISCLOSURE_2021,)).facts())
    assert codes(document) == {"unknown-row"}


def test_a_column_that_the_statute_does_not_know_is_kept() -> None:
    rows = rows_of(APPLICATIONS_2021)
    rows[0][1] = Cell(rows[0][1].text, 1, 8)
    rows[1].append(Cell("备注", 2))
    for row in rows[3:]:
        row.append(Cell("见附件"))
    document = read(Table(rows))
    assert document.applications
    assert [column.label for column in document.applications.extra_columns] == ["备注"]
    assert document.applications.rows[0].cells == (*APPLICATIONS_2021.rows[0].cells, "见附件")
    assert codes(document) == {"unknown-column", "unreadable-value"}


def test_a_number_in_a_table_of_one_cell_is_its_cell_s() -> None:
    rows = rows_of(DISCLOSURE_2021)
    place = next(at for at, row in enumerate(rows) if row[0].text == "规章")
    rows[place][1:] = [Cell([Table([[Cell([Table([[cell]])])]])]) for cell in rows[place][1:]]
    assert read(Table(rows)).preamble == (DISCLOSURE_2021,)


def test_one_grid_may_hold_all_three_tables() -> None:
    rows = [*rows_of(DISCLOSURE_2021), *rows_of(APPLICATIONS_2021), *rows_of(REVIEWS)]
    document = read(Table(rows))
    assert document.preamble == (DISCLOSURE_2021, APPLICATIONS_2021, REVIEWS)


def test_one_table_may_be_cut_into_a_grid_for_each_item() -> None:
    parts: list[Rows] = []
    for row in rows_of(DISCLOSURE_2021):
        if "二十条" in row[0].text:
            parts.append([])
        parts[-1].append(row)
    assert read(*map(Table, parts)).preamble == (DISCLOSURE_2021,)
    named = [part for rows in parts for part in (rows[0][0].text, Table(rows[1:]))]
    assert read(*named).preamble == (DISCLOSURE_2021,)


def test_a_caption_above_the_header_stands_before_the_table() -> None:
    document = read(Table([[Cell("表一 主动公开情况", 1, 4)], *rows_of(DISCLOSURE_2021)]))
    assert document.preamble == (Paragraph("表一 主动公开情况"), DISCLOSURE_2021)


def test_one_grid_may_hold_the_headings_and_texts_of_the_sections_too() -> None:
    """A page that has its whole report in one table, each heading in a row of its own."""
    rows = [[Cell("二、主动公开政府信息情况", 1, 4)], *rows_of(DISCLOSURE_2021)]
    rows += [[Cell("三、收到和处理政府信息公开申请情况", 1, 10)], *rows_of(APPLICATIONS_2021)]
    rows += [[Cell("四、政府信息公开行政复议、行政诉讼情况")], *rows_of(REVIEWS)]
    rows += [[Cell("五、存在的主要问题及改进情况")], [Cell("个别栏目更新不够及时。")]]
    document = read("一、总体情况", Table(rows))
    assert [section.kind for section in document.sections] == [
        *("overview", "proactive_disclosure", "applications", "reviews", "problems")
    ]
    assert [section.blocks for section in document.sections] == [
        (),
        (DISCLOSURE_2021,),
        (APPLICATIONS_2021,),
        (REVIEWS,),
        (Paragraph("个别栏目更新不够及时。"),),
    ]


def test_a_table_given_twice_is_kept_twice_and_counts_once() -> None:
    document = read(arrange_table(REVIEWS), arrange_table(REVIEWS))
    assert document.preamble == (REVIEWS, REVIEWS)
    assert codes(document) == {"repeated-table"}
    assert len(list(document.facts())) == 15


def test_a_blank_is_not_filled_from_a_table_with_other_numbers() -> None:
    """That of the year before, for instance, printed first."""
    before, this_year = rows_of(DISCLOSURE_2021), rows_of(DISCLOSURE_2021)
    for rows, numbers in ((before, ["408", "380", "74"]), (this_year, ["", "25", "30"])):
        at = next(at for at, row in enumerate(rows) if row[0].text == "规章")
        rows[at] = [rows[at][0], *map(Cell, numbers)]
    document = read("甲", Table(before), "乙", Table(this_year))
    assert {f.value for f in document.facts() if f.row == "regulations"} == {None}
    assert "408" in {d.text for d in document.diagnostics if d.code == "ambiguous-columns"}


def test_a_row_given_twice_is_read_once_and_quoted() -> None:
    rows = rows_of(APPLICATIONS_2021)
    rows.append(rows[3])
    document = read(Table(rows))
    assert document.applications == APPLICATIONS_2021
    assert codes(document) == {"repeated-row"}


def test_tables_of_two_editions_tell_no_edition() -> None:
    document = read(arrange_table(DISCLOSURE_2021), arrange_table(APPLICATIONS_2019))
    assert document.edition is None
    assert document.preamble == (DISCLOSURE_2021, APPLICATIONS_2019)
    assert codes(document) == {"mixed-editions"}


def test_any_other_table_stays_as_it_is() -> None:
    table = Table([["序号", "项目", "数量"], ["1", "行政许可", "5"], ["2", "行政处罚", "6"]])
    assert read(table).preamble == (table,)


def test_a_preamble_that_issues_for_another_agency_is_reported() -> None:
    document = read(
        "白河镇2021年政府信息公开工作年度报告",
        "现公布云岭镇人民政府2021年政府信息公开工作年度报告。",
        "一、总体情况",
    )
    assert document.agency == "白河镇"
    assert codes(document) == {"agency-conflict"}


def two_reports() -> Stream:
    blocks: list[TextBlock | TableBlock] = []
    for town in ("云岭镇", "白河镇"):
        blocks.append(TextBlock(f"{town}2021年政府信息公开工作年度报告"))
        blocks.append(TextBlock("一、总体情况"))
        blocks.append(TextBlock(f"{town}认真做好这项工作。"))
        blocks.append(TextBlock("二、主动公开政府信息情况"))
        blocks.append(TableBlock(arrange_table(DISCLOSURE_2021)))
    return Stream(tuple(blocks))


def test_of_two_reports_on_a_page_one_is_read_and_the_other_quoted() -> None:
    document = recognise(two_reports())
    assert document.agency == "云岭镇"
    assert len(document.sections) == 2
    quoted = [each.text for each in document.diagnostics if each.code == "several-reports"]
    assert len(quoted) == 1
    assert "白河镇认真做好这项工作。" in quoted[0]
    assert [each.agency for each in recognise_all(two_reports())] == ["云岭镇", "白河镇"]
