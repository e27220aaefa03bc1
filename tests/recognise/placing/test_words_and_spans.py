"""Grids without spans: words next to labels, labels over several rows, what fills a whole row."""

from tests.recognise.placing.table_text import Facts, read


def bars(*lines: str) -> str:
    return "\n".join(f"| {line} |" for line in lines)


def of(numbers: Facts, row: str) -> list[object]:
    return [value for (key, _), value in numbers.items() if key == row]


def test_a_word_next_to_a_label_goes_into_no_column() -> None:
    source = bars(
        "第二十条第（一）项 | | | |",
        "信息内容 | | 本年制发件数 | 本年废止件数 | 现行有效件数",
        "规章 | 本年 | 3 | 1 | 7",
        "行政规范性文件 | 本年 | 5 | 2 | ",
    )
    found = read("proactive_disclosure", source, "pipe")
    assert of(found.numbers, "regulations") == [3, 1, 7]
    # What the blank cell says of its row is not certain; but a word is no number of 制发.
    assert of(found.numbers, "normative_documents") in ([5, 2, None], [None] * 3)
    assert "本年" in " ".join(found.quoted)


def test_a_mark_in_every_cell_of_a_row_does_not_count_as_numbers_below_the_labels() -> None:
    source = bars(
        "第二十条第（九）项 | 第二十条第（九）项 | 第二十条第（九）项 | 第二十条第（九）项",
        "信息内容 | 采购项目数量 | 采购总金额 | 采购总金额",
        "政府集中采购 | 7 | 1 | ",
        "无 | 无 | 无 | 无",
    )
    found = read("proactive_disclosure", source, "pipe")
    assert found.numbers["centralized_procurement", "projects"] == 7
    assert found.numbers["centralized_procurement", "total_amount"] in (1, None)


def test_equal_labels_below_different_ones_are_columns_of_their_own() -> None:
    source = bars(
        "行政许可 | 行政处罚 | 行政强制 | ",
        "本年处理决定数量 | 本年处理决定数量 | 本年处理决定数量 | ",
        " | | 5 | ",
    )
    found = read("proactive_disclosure", source, "pipe")
    assert found.numbers["administrative_licensing", "decisions"] is None
    assert found.numbers["administrative_penalties", "decisions"] is None
    assert found.numbers["administrative_compulsion", "decisions"] == 5


def test_a_total_given_twice_below_one_label_is_open() -> None:
    people = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    head = " | ".join(("申请人情况",) * 3 + people)
    done = ("三、本年度办理结果",)
    rows = (
        ("一、本年新收政府信息公开申请数量",) * 3 + ("4", "0", "0", "0", "0", "0", "4"),
        done + ("（一）予以公开",) * 2 + ("3", "0", "0", "0", "0", "0", "3"),
        done + ("（二）部分公开",) * 2 + ("1", "0", "0", "0", "0", "0", "1"),
        done + ("（七）总计",) * 2 + ("4", "0", "0", "0", "0", "0", "4"),
        done + ("（七）总计",) * 2 + ("9", "8", "7", "6", "5", "4", "3"),
    )
    source = bars(head, *(" | ".join(row) for row in rows))
    found = read("applications", source, "pipe")
    assert of(found.numbers, "handled_total") == [None] * 7
    assert of(found.numbers, "granted") == [3, 0, 0, 0, 0, 0, 3]


def test_a_foreign_label_between_a_label_of_the_form_and_the_numbers_makes_the_row_another() -> (
    None
):
    people = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    head = " | ".join(("申请人情况", "", "", *people))
    rows = (
        ("一、本年新收政府信息公开申请数量", "", "", "4", "0", "0", "0", "0", "0", "4"),
        ("三、本年度办理结果", "（一）予以公开", "", "3", "0", "0", "0", "0", "0", "3"),
        ("", "（六）其他处理", "当年另行登记的来信", "1", "0", "0", "0", "0", "0", "1"),
        ("四、结转下年度继续办理", "", "", "0", "0", "0", "0", "0", "0", "0"),
    )
    found = read("applications", bars(head, *(" | ".join(row) for row in rows)), "pipe")
    assert not any(of(found.numbers, "other_handling"))
    assert of(found.numbers, "granted") == [3, 0, 0, 0, 0, 0, 3]
    assert "当年另行登记的来信" in " ".join(found.quoted)


def test_a_lone_number_below_the_numbers_of_table_4_is_in_none_of_its_columns() -> None:
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    source = bars(
        " | ".join(("行政复议", *[""] * 4, "行政诉讼", *[""] * 9)),
        " | ".join((*outcomes, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4)),
        " | ".join((*[""] * 5, *outcomes, *outcomes)),
        " | ".join(("", "9", "0", "22", "31", "5", "0", "0", "5", "10", *[""] * 5)),
        " | ".join(("3", *[""] * 14)),
    )
    found = read("reviews", source, "pipe")
    assert of(found.numbers, "reconsideration") == [None, 9, 0, 22, 31]
    assert "3" in found.quoted


def test_a_blank_between_the_labels_of_one_line_is_a_column_of_its_own() -> None:
    source = "\n".join(
        (
            "第二十条第（一）项 |",
            "信息内容 | 本年制发件数 | 本年废止件数 |  | 现行有效件数 |",
            "规章 | 1 | 0 | 88397 | 4 |",
            "行政规范性文件 |  | 0 | 85405 | 0 |",
        )
    )
    found = read("proactive_disclosure", source, "pipe")
    assert of(found.numbers, "regulations") == [1, 0, 4]
    assert "88397" in found.quoted
    assert 85405 not in of(found.numbers, "normative_documents")
