"""Two tables of a kind below lines that name their years: the latest is the report's."""

from collections.abc import Callable

import pytest

import govreport
from govreport.model.statute import TABLE_KINDS, TableKind
from tests.recognise.placing.table_text import table, truth
from tests.recognise.printed import (
    Rows,
    bars_on_both_sides,
    cell_per_line,
    rows_of,
    trailing_bars,
)
from tests.sampling import one_in

PRINTERS = [bars_on_both_sides, trailing_bars, cell_per_line]
HEADINGS = {
    "proactive_disclosure": "二、主动公开政府信息情况",
    "applications": "三、收到和处理政府信息公开申请情况",
    "reviews": "四、政府信息公开行政复议、行政诉讼情况",
}
YEARS = [
    ("2021年", "2022年"),
    ("（2021年度）", "（2022年度）"),
    ("2021年情况", "2022年度情况"),
    ("二〇二一年", "二〇二二年"),
    ("上年度情况", "本年度情况"),
    ("去年数据：", "2022年数据："),
]


def _page(kind: TableKind, *parts: str) -> str:
    title = "柏溪县水利局政府信息公开工作年度报告\n"
    return (
        f"{title}{HEADINGS[kind]}\n" + "\n".join(parts) + "\n五、存在的主要问题及改进情况\n无。\n"
    )


@pytest.mark.parametrize("printer", one_in(2, PRINTERS))
@pytest.mark.parametrize("kind", TABLE_KINDS)
@pytest.mark.parametrize(("last", "this"), YEARS)
def test_the_table_of_the_latest_year_is_the_reports(
    kind: TableKind, last: str, this: str, printer: Callable[[Rows], str]
) -> None:
    before, own = table(kind, 1), table(kind, 2)
    parts = [(last, printer(rows_of(before))), (this, printer(rows_of(own)))]
    for order in (parts, parts[::-1]):
        page = _page(kind, *(text for part in order for text in part))
        document = govreport.loads(page, "pipe")
        facts = {(f.row, f.column): f.value for f in document.facts() if f.table == kind}
        assert facts == truth(own)
        kept = govreport.dumps(document, "json")
        assert all(text in kept for row in rows_of(before) for text in row)


@pytest.mark.parametrize(
    ("first", "second"), [("2022年", "2022年"), ("2022年", "本年度"), ("一", "二")]
)
def test_tables_below_lines_that_tell_no_two_years_contradict_each_other(
    first: str, second: str
) -> None:
    before, own = table("applications", 1), table("applications", 2)
    page = _page(
        "applications",
        *(first, bars_on_both_sides(rows_of(before))),
        *(second, bars_on_both_sides(rows_of(own))),
    )
    both = {key: value for key, value in truth(before).items() if truth(own)[key] == value}
    facts = govreport.loads(page, "pipe").facts()
    read = {(f.row, f.column): f.value for f in facts if f.value is not None}
    assert all(both.get(key) == value for key, value in read.items())
