"""Rows whose cells a comma parts, as scripts write the tables that they found."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.arrange import arrange
from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model.document import ReportDocument
from govreport.model.grid import Table
from govreport.readers import pipe_text, tab_text
from tests.recognise.reports import report
from tests.sampling import deep

Row = list[str]


def read(text: str) -> Stream:
    stream = tab_text.read_blocks(text.encode())
    assert pipe_text.read_blocks(text.encode()) == stream
    return stream


def rows(text: str) -> list[Row]:
    """Return the cells of a text's only block, a table."""
    (block,) = read(text).blocks
    assert isinstance(block, TableBlock)
    return [[cell.text for cell in row] for row in block.table.rows]


def texts(text: str) -> list[str]:
    return [block.text for block in read(text).blocks if isinstance(block, TextBlock)]


def separated(row: Row) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="").writerow(row)
    return file.getvalue()


WAYS: dict[str, Callable[[Row], str]] = {
    "joined": ",".join,
    "joined with blanks": ", ".join,
    "semicolons": ";".join,
    "closed by semicolons": lambda row: "".join(f"{cell};" for cell in row),
    "closed": lambda row: "".join(f"{cell}," for cell in row),
    "comma-separated values": separated,
    "all quoted": lambda row: ",".join(f'"{cell}"' for cell in row),
    "a list": str,
    "a tuple": lambda row: str(tuple(row)),
    "a list of numbers": lambda row: str([int(c) if c.isdecimal() else c for c in row]),
    "JSON": lambda row: json.dumps(row, ensure_ascii=False),
    "JSON with null": lambda row: json.dumps([cell or None for cell in row]),
}


def every_position(table: Table, *, repeated: bool) -> list[Row]:
    """Return the text of each position, a spanned one's repeated or blank."""
    return [
        [
            slot.cell.text if repeated or slot.begins_at(row, column) else ""
            for column, slot in enumerate(line)
        ]
        for row, line in enumerate(table.grid)
    ]


def printed(document: ReportDocument, way: Callable[[Row], str], *, repeated: bool) -> str:
    lines: list[str] = []
    for block in arrange(document).blocks:
        if isinstance(block, TextBlock):
            lines.append(block.text)
        else:
            lines.extend(map(way, every_position(block.table, repeated=repeated)))
    return "\n".join(lines)


def values(document: ReportDocument) -> dict[tuple[str, str, str], object]:
    return {
        (fact.table, fact.row, fact.column): fact.value
        for fact in document.facts()
        if fact.value is not None
    }


@pytest.mark.parametrize("repeated", [False, True])
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_report_is_read_from_them(
    way: Callable[[Row], str], seed: int, *, repeated: bool
) -> None:
    document = report((2019, 2021)[seed], seed, blanks=False)
    found = govreport.loads(printed(document, way, repeated=repeated))
    assert values(found) == values(document)
    kinds = [section.kind for section in document.sections]
    assert [section.kind for section in found.sections] == kinds


@pytest.mark.parametrize("repeated", [deep(False), True])
@pytest.mark.parametrize("seed", [1, *map(deep, (0, 2, 3, 4, 5))])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("kept", [lambda row: row, lambda row: list(filter(None, row))])
def test_no_number_is_wrong_where_cells_are_blank_or_left_out(
    kept: Callable[[Row], Row], way: Callable[[Row], str], seed: int, *, repeated: bool
) -> None:
    document = report((2019, 2021)[seed % 2], seed + 70, blanks=True)
    text = printed(document, lambda row: way(kept(row)), repeated=repeated)
    true = values(document)
    assert all(true.get(key) == value for key, value in values(govreport.loads(text)).items())


cells = st.text("甲乙, \"'0129。", max_size=6).map(str.strip)


def tables(width: int) -> st.SearchStrategy[list[Row]]:
    """Return tables whose every row begins with a figure and ends with a text."""
    row = st.lists(cells, min_size=width - 2, max_size=width - 2)
    return st.lists(row.map(lambda found: ["7", *found, "丙"]), min_size=3, max_size=6)


@given(st.integers(4, 5).flatmap(tables), st.sampled_from([separated, str, WAYS["JSON"]]))
def test_any_cells_come_back(table: list[Row], way: Callable[[Row], str]) -> None:
    assert rows("\n".join(map(way, table))) == table


def test_a_quoted_cell_may_hold_line_ends() -> None:
    assert rows('甲,"乙\n丙",1,2\n丁,戊,3,4\n己,庚,5,6')[0] == ["甲", "乙\n丙", "1", "2"]


def test_a_list_of_lists_is_read_in_one_line_and_in_many() -> None:
    expected = [["甲", "1"], ["乙", "2"], ["丙", "3"]]
    assert rows(str(expected)) == rows(str(expected).replace("], ", "],\n")) == expected


@pytest.mark.parametrize(
    "prose",
    [
        "全年收到申请5件,上年结转1件,予以公开3件,不予公开2件。",
        "甲,乙,丙,丁\n戊,己,庚,辛\n壬,癸,子,丑",
        "甲,1,2\n乙,3,4\n丙,5,6",
        "(详见附件)\n(完)",
        "[1]\n[2]\n[3]",
        "[甲, 1]\n[乙, 2]",
        '["甲", true]\n["乙", false]',
        '["甲", {"乙": 1}]\n["丙", []]',
        '["甲\\u0000", "1"]\n["乙", "2"]',
        "['甲', 0x10]\n['乙', 007]",
        "['甲', 'a'.upper()]\n['乙', 1 + 1]",
        '甲,"乙,1,2\n丙,丁,3,4\n戊,己,5,6',
    ],
)
def test_other_lines_stay_texts(prose: str) -> None:
    assert texts(prose) == prose.split("\n")


@pytest.mark.parametrize("sign", ["|", "\t"])
def test_commas_in_the_numbers_of_other_tables_part_no_cells(sign: str) -> None:
    lines = [f"甲{sign}1,000{sign}{sign}2,000{sign}3,{number}" for number in range(4)]
    found = pipe_text.read_blocks("\n".join(lines).encode()).blocks
    assert [block.table.rows[0][1].text for block in found if isinstance(block, TableBlock)] == [
        "1,000"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[" * 90_000 + "]",
        "(" * 50_000 + ")" * 49_999,
        "['" + "\\" * 90_000 + "]",
        "[nan, '" + "\\'" * 49_000 + "]",
    ],
)
def test_brackets_without_end_are_a_text(line: str) -> None:
    assert texts(f"{line}\n{line}") == [line, line]


@pytest.mark.parametrize("way", [str, lambda row: str(tuple(row)), json.dumps])
def test_a_row_of_one_cell_is_one_beside_others(way: Callable[[Row], str]) -> None:
    found = rows("\n".join(map(way, [["1"], ["2", "3"], ["4"]])))
    assert found == [["1", ""], ["2", "3"], ["4", ""]]
    assert len(texts("\n".join(map(way, [["1"], ["2"]])))) == 2


def test_numbers_stand_as_they_are_printed() -> None:
    lists = '["甲", 1.10, 1e3, -5]\n["乙", 12345678901234567890, 0.0, 7]'
    assert rows(lists) == [
        ["甲", "1.10", "1e3", "-5"],
        ["乙", "12345678901234567890", "0.0", "7"],
    ]


@pytest.mark.parametrize("lists", ["['甲', nan]\n['nan', 7]", '["甲", NaN]\n["nan", 7]'])
def test_what_is_no_number_is_blank(lists: str) -> None:
    assert rows(lists) == [["甲", ""], ["nan", "7"]]


def test_semicolons_outrank_commas_in_numbers() -> None:
    printed_rows = ["甲;乙;丙;丁", "1,200;3,400;5;7", "1,200;3,400;5;8"]
    assert rows("\n".join(printed_rows)) == [row.split(";") for row in printed_rows]


def test_prose_with_semicolons_is_no_table() -> None:
    lines = ["更新不及时;解读单一;培训不足;人员少", "加强培训;增加人员;完善制度;及时更新"] * 2
    assert texts("\n".join(lines)) == lines
