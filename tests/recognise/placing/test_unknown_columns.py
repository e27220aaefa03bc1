"""Texts of a header that the form does not know."""

from tests.recognise.placing.table_text import read


def test_labels_that_are_run_together_are_more_columns_than_one() -> None:
    head = [
        "申请人情况",
        "自然人",
        "商业企业",
        "科研机构",
        "社会公益组织法律服务机构",
        "其他",
        "总计",
    ]
    lines = [" | ".join(head), "一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 15"]
    found = read("applications", "\n".join(f"{line} |" for line in lines), "pipe")
    assert not any(found.numbers.values())
