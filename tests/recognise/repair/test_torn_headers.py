"""Table 3 in lines of a printed page, whose header's labels are torn over many of them."""

import pytest

import govreport

NOTE = ("（本列数据的勾稽关系为：第一项加第二项之和， 法人或其他组织", "等于第三项加第四项之和）")
ROWS = (
    "一、本年新收政府信息公开申请 61 4 0 0 2 1 68",
    "数量",
    "二、上年结转政府信息公开申请数量 3 0 0 0 0 0 3",
    "三、本年度办理结果 （一）予以公开 40 3 0 0 1 1 45",
    "四、结转下年度继续办理 24 1 0 0 1 0 26",
)
BY_LINES = (*NOTE, "自然人 总计", "商业企 科研机 社会公益 法律服务", "其他", "业 构 组织 机构")
BY_CELLS = ("申请人情况", "自然人", "法人或其他组织", "总计商 业 企", "业", "科研机", "构", "社会公益", "组织", "法律服务", "机构", "其他")  # fmt: skip


def read(head: tuple[str, ...], rows: tuple[str, ...] = ROWS) -> govreport.ReportDocument:
    lines = (
        "柏溪县水利局2022年政府信息公开工作年度报告",
        "一、总体情况",
        "全年公开信息612条。",
        "三、收到和处理政府信息公开申请情况",
        *head,
        *rows,
        "五、存在的主要问题及改进情况",
        "解读材料偏少。",
    )
    return govreport.loads("\n".join(lines))


def numbers(document: govreport.ReportDocument, row: str = "new_received") -> list[object]:
    return [fact.value for fact in document.facts() if fact.row == row]


@pytest.mark.parametrize("head", [BY_LINES, BY_CELLS], ids=["by lines", "by cells"])
def test_the_rows_are_read_below_it(head: tuple[str, ...]) -> None:
    found = read(head)
    assert numbers(found) == [61, 4, 0, 0, 2, 1, 68]
    assert numbers(found, "carried_forward") == [24, 1, 0, 0, 1, 0, 26]
    told = [each.text for each in found.diagnostics if each.code == "deviating-label"]
    assert "\n".join(head) in told


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("商业企 科研机", "科研机 商业企"),
        ("社会公益 法律服务", "社会公益 法律服务 个体户"),
        ("自然人 总计", "总计 自然人"),
        ("自然人 总计", "自然人 小计 总计"),
    ],
)
def test_columns_in_another_order_or_of_another_name_stay_open(there: str, here: str) -> None:
    head = tuple(line.replace(there, here) for line in BY_LINES)
    assert numbers(read(head)) == [None] * 7


def test_rows_that_contradict_their_totals_stay_open() -> None:
    rows = tuple(line.replace(" 68", " 86").replace(" 45", " 54") for line in ROWS)
    assert numbers(read(BY_LINES, rows)) == [None] * 7


REVIEWS = (
    "行政复议 行政诉讼",
    "未经复议直接起诉 复议后起诉",
    "结果 结果 其他结 尚未",
    "总计",
    "结 果 结果 其他 尚未 结果 结果 其他 尚未审",
    "维持 纠正 果 审结",
    "总计 总计",
    "维持 纠正 结果 审结 维持 纠正 结果 结",
)
FIGURES = "2 9 0 4 15 1 0 3 0 4 0 5 0 1 6"


def reviews(head: tuple[str, ...], figures: str = FIGURES) -> dict[tuple[str, str], object]:
    lines = (
        "柏溪县水利局2022年政府信息公开工作年度报告",
        "四、政府信息公开行政复议、行政诉讼情况",
        *head,
        figures,
        "五、存在的主要问题及改进情况",
        "解读材料偏少。",
    )
    facts = govreport.loads("\n".join(lines)).facts()
    return {(fact.row, fact.column): fact.value for fact in facts if fact.value is not None}


def test_the_row_of_table_4_is_read_below_it() -> None:
    found = reviews(REVIEWS)
    assert len(found) == 15
    assert found["reconsideration", "corrected"] == 9
    assert found["direct_litigation", "other_outcome"] == 3
    assert found["litigation_after_reconsideration", "total"] == 6


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("维持 纠正", "纠正 维持"),
        ("未经复议直接起诉 复议后起诉", "复议后起诉 未经复议直接起诉"),
        ("尚未审", "尚未审 撤回"),
        ("结果 结果 其他结 尚未", "其他结 尚未 结果 结果"),
    ],
)
def test_outcomes_in_another_order_or_of_another_name_stay_open(there: str, here: str) -> None:
    assert reviews(tuple(line.replace(there, here) for line in REVIEWS)) == {}


def test_a_row_of_table_4_that_contradicts_a_total_stays_open() -> None:
    assert reviews(REVIEWS, FIGURES.replace("15", "51")) == {}
