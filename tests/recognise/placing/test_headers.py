"""Headers as they are printed: the order of their columns, and what names none."""

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
