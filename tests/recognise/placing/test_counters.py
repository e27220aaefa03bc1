"""Numbers that only count the rows, in a text of a cell a line: no number of a row is lost."""

from typing import NamedTuple

import pytest

from govreport.model import statute
from govreport.recognise.pieces import Piece
from govreport.recognise.placing.counters import in_counted_lines
from tests.recognise.placing.table_text import Facts, read, table, truth
from tests.recognise.printed import Rows

LABELS = [column.label for column in statute.APPLICANT_COLUMNS]
HEAD = ["申请人情况", LABELS[0], "法人或其他组织", LABELS[-1], *LABELS[1:-1]]
FORM = table("applications", 8)
LEFT_OUT = "a number that counts rows or columns was left out"


class Counted(NamedTuple):
    """A table 3 a cell a line, with a number before the label of each of its rows."""

    first: int = 1
    step: int = 1
    uncounted: frozenset[int] = frozenset()
    heads: bool = True
    above: bool = False

    @property
    def counters(self) -> dict[int, str]:
        rows = range(len(list(FORM.known_rows())))
        return {at: str(self.first + at * self.step) for at in rows if at not in self.uncounted}

    @property
    def text(self) -> str:
        cells = ["序号", *HEAD] if self.heads else list(HEAD)
        for at, (row, given) in enumerate(FORM.known_rows()):
            counter = [self.counters[at]] if at in self.counters else []
            cells += [*counter, *(row.labels if self.above else row.labels[-1:]), *given.cells]
        return "\n".join(cells)


def wrong(found: Facts) -> Facts:
    right = truth(FORM)
    return {cell: value for cell, value in found.items() if value not in (None, right[cell])}


@pytest.mark.parametrize("above", [False, True], ids=["own labels", "all labels"])
@pytest.mark.parametrize("heads", [False, True], ids=["no head", "head"])
@pytest.mark.parametrize("first", [0, 1, 2, 4])
def test_numbers_that_count_every_row_are_left_out_and_quoted(
    first: int, *, heads: bool, above: bool
) -> None:
    source = Counted(first, heads=heads, above=above)
    found = read("applications", source.text, "tab")
    assert found.numbers == truth(FORM)
    told = zip(found.quoted, found.reasons, strict=True)
    left_out = [text for text, reason in told if reason == LEFT_OUT and text.isdigit()]
    assert left_out == list(source.counters.values())


OTHERS = {
    "not by one": Counted(step=2),
    "down": Counted(first=30, step=-1),
    "from a high number": Counted(first=9),
    "not the first": Counted(uncounted=frozenset([0])),
    "not one within": Counted(uncounted=frozenset([5])),
    "not the last": Counted(uncounted=frozenset([24])),
    "few": Counted(uncounted=frozenset(range(3, 25))),
}


@pytest.mark.parametrize("source", OTHERS.values(), ids=OTHERS)
def test_numbers_that_may_be_more_than_counters_are_quoted_and_make_no_number_wrong(
    source: Counted,
) -> None:
    found = read("applications", source.text, "tab")
    assert not wrong(found.numbers)
    assert LEFT_OUT not in found.reasons
    quoted = {part for text in found.quoted for part in text.split(" | ")}
    assert set(source.counters.values()) <= quoted


@pytest.mark.parametrize("above", [False, True], ids=["own labels", "all labels"])
def test_last_numbers_of_rows_that_happen_to_go_up_by_one_are_no_counters(*, above: bool) -> None:
    cells = list(HEAD)
    expected: Facts = {}
    for count, (row, _) in enumerate(FORM.known_rows(), 1):
        numbers = ["0", "0", "0", "0", "0", str(count), str(count)]
        cells += [*(row.labels if above else row.labels[-1:]), *numbers]
        for column, text in zip(statute.APPLICANT_COLUMNS, numbers, strict=True):
            expected[row.key, column.key] = int(text)
    found = read("applications", "\n".join(cells), "tab")
    assert found.numbers == expected
    assert LEFT_OUT not in found.reasons


REVIEWS = [
    ["行政复议", "行政诉讼"],
    ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉"],
    ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2,
]


@pytest.mark.parametrize("first", [0, 1])
def test_numbers_that_count_the_lines_of_table_4_are_none_of_its_numbers(first: int) -> None:
    of = table("reviews", 3)
    numbers = [cell for _, given in of.known_rows() for cell in given.cells]
    lines = [" ".join((str(at), *line)) for at, line in enumerate([*REVIEWS, numbers], first)]
    assert read("reviews", "\n".join(lines), "tab").numbers == truth(of)
    lines[-1] = " ".join(numbers)
    assert read("reviews", "\n".join(lines[1:]), "tab").numbers != truth(of)


def counted_in_cells(lines: Rows) -> str:
    """Return cells one after another, blank ones in the places that others span, lines counted."""
    width = max(map(len, lines))
    whole = [["", *map(str, range(width))], *([str(at), *line] for at, line in enumerate(lines))]
    return "".join(f"{cell} |\n" if cell else "|\n" for line in whole for cell in line)


@pytest.mark.parametrize("seed", range(4))
def test_lines_that_numbers_count_are_read_as_lines_of_a_grid(seed: int) -> None:
    of = table("applications", seed, blanks=True)
    width = 3 + len(LABELS)
    head = ["申请人情况", "", "", *LABELS]
    rows = [
        [*row.labels, *[""] * (3 - len(row.labels)), *given.cells]
        for row, given in of.known_rows()
    ]
    found = read("applications", counted_in_cells([head, *rows]), "pipe")
    assert {len(row) for row in (head, *rows)} == {width}
    assert found.numbers == truth(of)


def run(*texts: str) -> list[Piece]:
    return [Piece(text, 0, 1, at) for at, text in enumerate(texts)]


def test_numbers_of_rows_that_go_up_count_no_lines() -> None:
    line = ["a", "", ""]
    assert in_counted_lines(run(*line, "1", "b", "", "4", "2", "c", "", "6", "3", "d", "", "8"))
    assert not in_counted_lines(run(*line, "1", "b", "", "4", "2", "c", "", "6", "3", "d", ""))
    assert not in_counted_lines(
        run(*line, "1", "7", "", "b", "2", "8", "", "c", "3", "9", "", "d")
    )
    assert not in_counted_lines(
        run(*line, "1", "b", "", "4", "2", "c", "", "6", "4", "d", "", "8")
    )
    assert not in_counted_lines(
        run("a", "b", "c", "1", "b", "e", "4", "2", "c", "f", "6", "3", "d", "g", "8")
    )
