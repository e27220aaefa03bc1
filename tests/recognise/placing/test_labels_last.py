"""Rows of table 3 whose labels stand behind their numbers, a row a line."""

import random

import pytest

import govreport
from govreport.model.statutory import StatutoryTable
from tests.recognise.printed import Rows, trailing_bars
from tests.recognise.reports import filled

Facts = dict[tuple[str, str], object]
HEADER = (
    ("申请人情况",) * 7 + ("项目",) * 3,
    ("自然人", *("法人或其他组织",) * 5, "总计", *("项目",) * 3),
    (
        "自然人",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
        "总计",
        *("项目",) * 3,
    ),
)


def table(seed: int, edition: int = 2021) -> StatutoryTable:
    return filled("applications", edition, random.Random(seed), blanks=False)  # noqa: S311


def facts(document: govreport.ReportDocument) -> Facts:
    found = (fact for fact in document.facts() if fact.table == "applications")
    return {(each.row, each.column): each.value for each in found if each.value is not None}


def turned(given: StatutoryTable) -> Rows:
    """Return rows of seven numbers and the three labels of their places."""
    rows: Rows = [list(line) for line in HEADER]
    for row, numbers in given.known_rows():
        rows.append([*numbers.cells, *row.labels, *row.labels[-1:] * (3 - len(row.labels))])
    return rows


@pytest.mark.parametrize("seed", range(3))
def test_numbers_of_a_line_belong_to_the_label_that_ends_it(seed: int) -> None:
    given = table(seed)
    text = trailing_bars(turned(given))
    assert facts(govreport.loads(text.encode(), "pipe")) == facts(
        govreport.ReportDocument(preamble=(given,))
    )


def test_lines_stay_as_they_are_where_one_has_its_label_first() -> None:
    given = table(1)
    rows = turned(given)
    rows[3] = [*rows[3][7:], *rows[3][:7]]
    read = facts(govreport.loads(trailing_bars(rows).encode(), "pipe"))
    true = facts(govreport.ReportDocument(preamble=(given,)))
    assert read.items() <= true.items()
    assert len(read) < len(true)
