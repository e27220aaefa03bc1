"""Texts that list the labels and the numbers of a table apart: no number is another row's."""

import pytest

from govreport.model import statute
from tests.recognise.placing.table_text import SEEDS, read, table, truth
from tests.recognise.printed import rows_of
from tests.sampling import one_in

OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
HEADS = [
    "行政复议 行政诉讼",
    " ".join([*OUTCOMES, "未经复议直接起诉", "复议后起诉"]),
    " ".join(OUTCOMES * 2),
]


@pytest.mark.parametrize("years", [("2022年", "2023年"), ("上年", "本年")])
def test_numbers_above_the_label_of_their_year_are_not_those_of_the_report(
    years: tuple[str, str],
) -> None:
    last, this = (" ".join(str(first + at) for at in range(15)) for first in (100, 200))
    lines = [*HEADS, last, years[0], this, years[1]]
    found = read("reviews", "\n".join(lines), "tab")
    assert not any(found.numbers.values())


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_digits_at_labels_whose_numbers_all_come_behind_them_are_no_numbers(seed: int) -> None:
    rows = rows_of(table("proactive_disclosure", seed))
    cells = [cell for row in rows for cell in row if cell]
    labels = [
        f"{cell}12" if cell == "行政许可" else cell for cell in cells if not cell.isdecimal()
    ]
    numbers = [cell for cell in cells if cell.isdecimal()]
    found = read("proactive_disclosure", "\n".join([*labels, *numbers]), "tab")
    assert not any(found.numbers.values())
    assert "12" in found.quoted


def test_the_last_but_one_row_is_no_header_where_the_rows_above_it_have_no_numbers() -> None:
    header = ["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构"]
    header += ["社会公益组织", "法律服务机构", "其他"]
    labels = [row.labels[-1] for row in statute.layout("applications", 2021).rows]
    found = read("applications", "\n".join([*header, *labels, "0"]), "tab")
    assert not any(value is not None for value in found.numbers.values())
    assert truth(table("applications", 1)).keys() == found.numbers.keys()


def test_a_word_for_numbers_among_headers_may_be_what_is_left_of_a_label() -> None:
    head = ["第二十条第（一）项", "信息内容", "本年件数", "本年废止件数", "现行有效件数"]
    rows = ["规章", "17", "1", "", "行政规范性文件", "0", "2", ""]
    source = "\n".join(f"{cell}\n|" if cell else "|" for cell in [*head, *rows])
    found = read("proactive_disclosure", source, "pipe")
    assert not any(found.numbers.values())
