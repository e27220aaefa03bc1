"""Text that lost more than its grid: torn numbers, columns, page numbers, dropped blanks."""

import govreport
from govreport.model.document import ReportDocument

LABELS = ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量")


def applications(*rows: str) -> ReportDocument:
    head = "云岭镇2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
    return govreport.loads(head + "\n".join(rows) + "\n四、结转下年度继续办理\n")


def values(document: ReportDocument, row: str) -> list[object]:
    return [fact.value for fact in document.facts() if fact.row == row]


def test_a_row_that_a_torn_number_fills_is_left_open() -> None:
    torn = applications("964", LABELS[0], "10209 6836 7949 9021 7450 51108", "3", LABELS[1])
    assert values(torn, "new_received") == [None] * 7
    found = [each for each in torn.diagnostics if each.code == "ambiguous-columns"]
    assert any("10209 | 6836" in each.text for each in found)


def test_a_row_that_agrees_with_its_total_is_read() -> None:
    read = applications(LABELS[0], "1 2 3 4 5 6 21", LABELS[1], "1 1")
    assert values(read, "new_received") == [1, 2, 3, 4, 5, 6, 21]


def proactive(lines: str) -> ReportDocument:
    head = "云岭镇2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
    return govreport.loads(head + lines.replace(" ", "\n") + "\n")


def test_numbers_of_a_table_that_is_not_printed_row_by_row_are_left_open() -> None:
    read = proactive(
        "第二十条第（一）项 信息内容 本年新制作数量 规章 851 规范性文件 878"
        " 本年新公开数量 对外公开总数量 91 700"
    )
    assert values(read, "regulations") == values(read, "normative_documents") == [None] * 3
    in_order = proactive(
        "第二十条第（一）项 信息内容 本年新制作数量 本年新公开数量 对外公开总数量"
        " 规章 851 91 91 规范性文件 878 700 700"
    )
    assert values(in_order, "normative_documents") == [878, 700, 700]


def test_the_number_of_a_page_is_no_cell() -> None:
    read = proactive(
        "第二十条第（一）项 信息内容 本年新制作数量 本年新公开数量 对外公开总数量"
        " 规章 8 9 9 规范性文件 1 2 2"
        " 第二十条第（九）项 信息内容 采购项目数量 采购总金额 政府集中采购 873 —2—"
    )
    assert values(read, "centralized_procurement") == [None, None]
    assert any(each.text == "—2—" for each in read.diagnostics)


def test_an_item_named_behind_its_rows_shows_that_the_table_is_in_columns() -> None:
    read = proactive(
        "信息内容 规章 规范性文件 信息内容 行政事业性收费 第二十条第（一）项 本年新制作数量"
        " 本年新公开数量 3 679 219 第二十条第（八）项 上一年项目数量 本年增/减 3 0"
    )
    found = [fact.value for fact in read.facts() if fact.table == "proactive_disclosure"]
    assert set(found) == {None}


def test_the_end_of_a_label_on_the_next_line_is_no_cell() -> None:
    read = proactive(
        "第二十条第（五）项 信息内容 上一年项目数量 本年增/减 处理决定数量 行政许可 7 5 6"
        " 其他对外管理服务 事项 764 12 9"
    )
    assert values(read, "other_public_services") == [764, 12, 9]


def test_a_lone_nought_spans_no_row_where_blanks_were_dropped() -> None:
    rows = [
        f"{LABELS[0]}\t3\t4\t7",
        f"{LABELS[1]}\t0",
        "三、本年度办理结果\t（一）予以公开\t2\t5\t7",
    ]
    read = applications(*rows)
    assert values(read, "carried_over")[:6] == [None] * 6
    whole = [f"{LABELS[0]}\t3\t0\t0\t0\t0\t4\t7", f"{LABELS[1]}\t0"]
    whole += ["三、本年度办理结果\t（一）予以公开\t2\t0\t0\t0\t0\t5\t7"]
    assert values(applications(*whole), "carried_over") == [0] * 7


def reviews(*lines: str) -> ReportDocument:
    head = "云岭镇2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n结 结 其 尚 总\n"
    end = "\n五、存在的主要问题及改进情况\n解读材料偏少。\n"
    return govreport.loads(head + "\n".join(lines) + end)


def test_a_number_of_table_4_that_goes_on_in_the_next_line_leaves_it_open() -> None:
    torn = reviews("2 93 0 88 18 9 0 0 63 72 0 0 0 0 0", "3")
    assert list(torn.facts()) == []
    assert "2 93 0 88 18" in govreport.dumps(torn, "json")


def test_a_number_below_table_4_whose_totals_agree_is_none_of_it() -> None:
    assert values(reviews("2 1 0 0 3 9 0 0 0 9 0 0 0 0 0", "4"), "reconsideration") == [
        2,
        1,
        0,
        0,
        3,
    ]
    slip = reviews("2 1 0 0 4 9 0 0 0 9 0 0 0 0 0", "见附表。")
    assert values(slip, "reconsideration") == [2, 1, 0, 0, 4]
