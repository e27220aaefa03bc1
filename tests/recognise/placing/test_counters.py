"""Numbers that only count the rows, in a text of a cell a line: no number of a row is lost."""

from typing import NamedTuple

import pytest

from govreport.model import statute
from tests.recognise.placing.table_text import Facts, read, table, truth

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
