"""Headers as they are printed: the order of their columns, and what names none."""

import pytest

import govreport

TITLE = "青禾县云岭镇人民政府2022年政府信息公开工作年度报告"
HEADING = "三、收到和处理政府信息公开申请情况"
COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
ROW = (11, 12, 13, 14, 15, 16, 81)
LABEL = "一、本年新收政府信息公开申请数量"


def numbers(document: govreport.ReportDocument) -> list[object]:
    facts = document.facts()
    return [
        each.value for each in facts if (each.table, each.row) == ("applications", "new_received")
    ]


def cells(*texts: object) -> str:
    return "".join(f"<td>{text}</td>" for text in texts)


def test_a_group_that_spans_too_many_columns_does_not_change_their_order() -> None:
    page = (
        f"<h1>{TITLE}</h1><h2>{HEADING}</h2><table><tr><td></td><td colspan=7>申请人情况</td></tr>"
        "<tr><td></td><td colspan=7>法人或其他组织</td></tr>"
        f"<tr>{cells('', *COLUMNS)}</tr><tr>{cells(LABEL, *ROW)}</tr></table>"
    )
    assert numbers(govreport.loads(page, "html")) == list(ROW)


def test_a_bracket_that_was_torn_from_its_label_is_no_column() -> None:
    lines = [
        TITLE,
        HEADING,
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和 申请人情况",
        "）  自然人  法人或其他组织  总计",
        "  ".join(COLUMNS[1:-1]),
        f"{LABEL}  {'  '.join(map(str, ROW))}",
        # The last number of this row was broken; with the bracket as a column, eight would fit.
        "二、上年结转政府信息公开申请数量  0  1  0  0  1  0  21",
        "23",
        "四、结转下年度继续办理  1  1  0  0  1  0  3",
    ]
    document = govreport.loads("\n".join(lines), "tab")
    assert numbers(document) == list(ROW)
    facts = [each for each in document.facts() if each.row == "carried_over"]
    assert all(each.value is None for each in facts)


def test_a_column_named_in_an_upper_line_of_ragged_rows_does_not_shift_the_others() -> None:
    """The text of a page: which columns the upper labels are above, no place tells."""
    lines = [
        TITLE,
        HEADING,
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\t占比（%）",
        "自然人\t法人或其他组织\t总计\t",
        "\t".join((*COLUMNS[1:-1], "")),
        f"{LABEL}\t53\t31\t36\t48\t19\t73\t260\t100%",
        "二、上年结转政府信息公开申请数量\t3\t3\t1\t0\t3\t0\t10\t50",
        "三、本年度办理结果\t（一）予以公开\t\t7\t\t\t1\t\t8\t50",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t\t\t15\t\t\t15\t33.3",
        "（三）不予公开\t1.属于国家秘密\t\t16\t\t0\t\t21\t37\t100%",
        "四、结转下年度继续办理\t2\t1\t0\t0\t0\t0\t3\t50",
    ]
    document = govreport.loads("\n".join(lines), "tab")
    truth = {
        ("new_received", "natural_person"): 53,
        ("granted", "natural_person"): None,
        ("granted", "commercial_enterprise"): 7,
        ("granted", "total"): 8,
        ("partially_granted", "natural_person"): None,
        ("partially_granted", "public_welfare_organization"): 15,
        ("state_secret", "total"): 37,
    }
    found = {(each.row, each.column): each.value for each in document.facts()}
    assert {key: found.get(key) for key in truth} == truth


@pytest.mark.parametrize("agreeing", [True, False])
@pytest.mark.parametrize("filled_up", [True, False])
def test_a_column_of_units_whose_header_spans_too_few_lines_moves_no_number(
    agreeing: bool, filled_up: bool
) -> None:
    """Below it, the names of the next columns have moved one to the left."""
    total = 81 if agreeing else 84
    numbers_of_row = (*ROW[:-1], total)
    spans = "" if filled_up else "rowspan=2"
    lower = ("商业企业", *(("",) if filled_up else ()), *COLUMNS[2:-1])
    page = (
        f"<h1>{TITLE}</h1><h2>{HEADING}</h2><table>"
        f"<tr><td rowspan=2>项目</td><td>单位</td><td {spans}>自然人</td>"
        f"<td colspan=5>法人或其他组织</td><td {spans}>总计</td></tr><tr>{cells(*lower)}</tr>"
        f"<tr>{cells(LABEL, '件', *numbers_of_row)}</tr>"
        f"<tr>{cells('四、结转下年度继续办理', '件', *numbers_of_row)}</tr></table>"
    )
    read = numbers(govreport.loads(page, "html"))
    assert all(value in (None, right) for value, right in zip(read, numbers_of_row, strict=True))
    assert filled_up or read == list(numbers_of_row)


def test_a_header_with_a_place_that_no_cell_covers_names_no_column() -> None:
    """A blank header spans one row too few, so that the labels beside it have moved to the left."""
    page = (
        f"<h1>{TITLE}</h1><h2>{HEADING}</h2><table>"
        "<tr><td rowspan=3></td><td rowspan=2></td><td colspan=7>申请人情况</td></tr>"
        "<tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>"
        f"<tr>{cells(*COLUMNS[1:-1])}</tr><tr>{cells(LABEL, 98753, *ROW)}</tr></table>"
    )
    assert not any(numbers(govreport.loads(page, "html")))
