"""Tables in columns of blanks: every number is read where its place is sure, and none is wrong."""

import random
import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.arrange.tables import arrange_table
from govreport.model.statutory import StatutoryTable
from govreport.text_formats.tables.aligned.header import AlignedHeader
from tests.laws.registry import share
from tests.recognise.reports import filled
from tests.text_formats.tables.aligned.layout import Layout, display_width, laid_out

Facts = dict[tuple[str, str, str], object]

HEADINGS = {
    "applications": "三、收到和处理政府信息公开申请情况",
    "reviews": "四、政府信息公开行政复议、行政诉讼情况",
}
PDFTOTEXT = Layout((5, 7, 15, 6, 6, 6, 6, 6, 6, 7))
TERMINAL = Layout((8, 10, 26, 8, 8, 8, 8, 8, 8, 8), display_width)


def facts(document: govreport.ReportDocument) -> Facts:
    found = document.facts()
    return {(f.table, f.row, f.column): f.value for f in found if f.value is not None}


def truth(given: StatutoryTable) -> Facts:
    return facts(govreport.ReportDocument(preamble=(given,)))


def printed(given: StatutoryTable, layout: Layout) -> list[str]:
    return [HEADINGS[given.kind], "", *laid_out(arrange_table(given), layout)]


def read(lines: list[str]) -> govreport.ReportDocument:
    title = "青禾县云岭镇人民政府2022年政府信息公开工作年度报告"
    return govreport.loads("\n".join((title, "", *lines)).encode(), "tab")


def table(
    kind: str, seed: int, edition: int | None = 2021, blanks: bool = False
) -> StatutoryTable:
    return filled(kind, edition, random.Random(seed), blanks=blanks)  # noqa: S311


@pytest.mark.parametrize(
    ("layout", "share"),
    [(PDFTOTEXT, 6 / 7), (TERMINAL, 1), (TERMINAL._replace(centred=True), 0.9)],
    ids=["pdftotext", "terminal", "terminal, centred"],
)
@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("seed", range(3))
def test_table_3_is_read(layout: Layout, share: float, edition: int, seed: int) -> None:
    given = table("applications", seed, edition)
    found = facts(read(printed(given, layout)))
    assert found.items() <= truth(given).items()
    assert len(found) >= share * len(truth(given))


@pytest.mark.parametrize("seed", range(3))
def test_table_4_is_read_where_its_labels_are_torn(seed: int) -> None:
    given = table("reviews", seed, None)
    layout = Layout([6] * 15, display_width, centred=True)
    assert facts(read(printed(given, layout))) == truth(given)


@pytest.mark.parametrize("behind", ["件", "+1", "（含1）", "余"])
def test_a_row_of_figures_with_notes_is_not_the_label_of_the_next(behind: str) -> None:
    given = table("applications", 1)
    lines = printed(given, TERMINAL)
    noted = f" {{1,{display_width(behind)}}}"
    for at, line in enumerate(lines):
        if "（七）总计" in line:
            lines[at] = re.sub(rf"(?<= )([0-9]+){noted}", rf"\g<1>{behind} ", line)
    found = facts(read(lines))
    assert found.items() <= truth(given).items()
    assert len(found) >= len(truth(given)) - 7


LAYOUTS = st.builds(
    lambda beside, numbers, measure, upright, centred: Layout(
        (*beside, *[numbers] * 6, numbers + 1), measure, upright, centred
    ),
    st.tuples(st.integers(4, 12), st.integers(5, 12), st.integers(8, 40)),
    st.integers(5, 16),
    st.sampled_from([len, display_width]),
    st.booleans(),
    st.booleans(),
)


@share(4)
@given(LAYOUTS, st.integers(0, 10_000), st.sampled_from([2019, 2021]), st.booleans())
def test_no_number_is_wrong_however_a_table_is_laid_out(
    layout: Layout, seed: int, edition: int, blanks: bool
) -> None:
    given = table("applications", seed, edition, blanks)
    assert facts(read(printed(given, layout))).items() <= truth(given).items()


@share(4)
@given(LAYOUTS, st.integers(0, 10_000), st.data())
def test_a_number_broken_over_two_lines_is_read_as_neither_half(
    layout: Layout, seed: int, data: st.DataObject
) -> None:
    given = table("applications", seed)
    lines = printed(given, layout)
    rows = [at for at, line in enumerate(lines) if line.split()[-7:] and all_numbers(line)]
    at = data.draw(st.sampled_from(rows))
    head, number = lines[at].rsplit(" ", 1)
    place = len(head) + 1
    lines[at : at + 1] = [f"{head} {number}1", " " * place + "23"]
    found = facts(read(lines))
    assert found.items() <= truth(given).items()


@pytest.mark.parametrize("number", ["- 2 -", "—2—", "第 2 页"])
def test_a_page_number_between_two_rows_parts_no_table(number: str) -> None:
    given = table("applications", 3)
    lines = printed(given, PDFTOTEXT)
    at = [at for at, line in enumerate(lines) if all_numbers(line)][12]
    page = ["", "", " " * 28 + number, "", ""]
    parted = read([*lines[: at + 1], *page, *lines[at + 1 :]])
    whole = facts(read(lines))
    assert facts(parted).items() <= truth(given).items()
    assert len(facts(parted)) >= len(whole) - 14 > 100
    shown = govreport.dumps(parted, "json") + str([each.text for each in parted.diagnostics])
    assert number in shown


def test_a_section_heading_right_above_a_header_is_no_part_of_it() -> None:
    above = [
        "二、主动公开政府信息情况",
        "信息内容        本年收费金额（单位：万元）",
        "行政事业性收费     0",
    ]
    head, _, *lines = printed(table("applications", 4), PDFTOTEXT)
    document = read([*above, f"   {head}", *lines])
    assert [section.kind for section in document.sections] == [
        "proactive_disclosure",
        "applications",
    ]


def test_figures_above_the_first_row_are_kept() -> None:
    lines = printed(table("applications", 0), TERMINAL)
    first = next(at for at, line in enumerate(lines) if all_numbers(line))
    lines.insert(first, " " * 60 + "8101   8102   8103   8104   8105")
    shown = govreport.dumps(read(lines), "json")
    assert all(number in shown for number in ("8101", "8105"))


def test_what_heads_the_labels_is_printed_with_a_header() -> None:
    header = AlignedHeader([], "甲乙丙", ["结果维持", "结果纠正"])
    assert "甲乙丙" in chain.from_iterable(header.printed())


def all_numbers(line: str) -> bool:
    """Whether a line is a row of table 3: it ends in seven numbers."""
    texts = line.split()
    return len(texts) > 6 and all(each.isdecimal() for each in texts[-7:])


def test_prose_in_columns_is_no_table() -> None:
    lines = [
        "姓名      部门      电话",
        "王一      办公室    1 2 3 4 5",
        "李二      财务科    6 7 8 9 10",
    ]
    document = read(lines)
    assert not list(document.statutory_tables())
    assert [block.text for block in document.preamble if hasattr(block, "text")] == lines


def test_wide_blanks_between_figures_around_a_text_make_no_table_and_no_error() -> None:
    document = govreport.loads("0\u20000\n\n文\n\n0\u20000\n", "tab")
    assert [getattr(block, "text", "") for block in document.preamble] == [
        *("0\u20000", "文", "0\u20000")
    ]
