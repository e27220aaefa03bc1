"""Runs of cell lines in which labels are parted and joined: only together are they the form's."""

import random
from collections.abc import Iterator

import pytest

import govreport
from govreport.model.statute import TableKind
from govreport.model.statutory import StatutoryTable
from tests.recognise.printed import rows_of
from tests.recognise.reports import filled

Facts = dict[tuple[str, str], object]
SEEDS = range(8)


def table(kind: TableKind, seed: int) -> StatutoryTable:
    edition = None if kind == "reviews" else 2021
    return filled(kind, edition, random.Random(seed), blanks=False)  # noqa: S311


def truth(given: StatutoryTable) -> Facts:
    document = govreport.ReportDocument(preamble=(given,))
    return {(fact.row, fact.column): fact.value for fact in document.facts()}


def read(lines: list[str], kind: TableKind) -> Facts:
    document = govreport.loads("\n".join(lines).encode(), "tab")
    facts = (fact for fact in document.facts() if fact.table == kind)
    return {(each.row, each.column): each.value for each in facts if each.value is not None}


def broken(words: str, seed: int) -> Iterator[str]:
    """Yield a text on lines of some characters each, wherever its labels begin."""
    chance = random.Random(seed)  # noqa: S311
    while words:
        size = chance.randint(2, 5)
        yield words[:size]
        words = words[size:]


def cells(given: StatutoryTable) -> list[str]:
    return [cell for row in rows_of(given) for cell in row if cell]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_header_whose_labels_lines_part_and_join_is_read(seed: int) -> None:
    given = table("reviews", seed)
    words = [cell for cell in cells(given) if not cell.isascii()]
    numbers = [cell for cell in cells(given) if cell.isascii()]
    lines = [words[0], *broken("".join(words[1:]), seed), *numbers]
    assert read(lines, "reviews") == truth(given)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_label_of_another_quantity_among_them_makes_no_wrong_number(seed: int) -> None:
    given = table("reviews", seed)
    words = [cell for cell in cells(given) if not cell.isascii()]
    numbers = [cell for cell in cells(given) if cell.isascii()]
    words[3] = f"上年{words[3]}"
    lines = [words[0], *broken("".join(words[1:]), seed), *numbers]
    assert read(lines, "reviews").items() <= truth(given).items()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_a_broken_header_is_kept(seed: int) -> None:
    given = table("reviews", seed)
    words = [cell for cell in cells(given) if not cell.isascii()]
    numbers = [cell for cell in cells(given) if cell.isascii()]
    width = len(given.layout.rows[0].columns)
    turned = [*words[:2], *words[2 : 2 + width][::-1], *words[2 + width : 4 + width]]
    turned += words[4 + width : 4 + 2 * width][::-1] + words[4 + 2 * width :][::-1]
    figures = [
        each
        for start in range(0, len(numbers), width)
        for each in numbers[start : start + width][::-1]
    ]
    lines = [turned[0], *broken("".join(turned[1:]), seed), *figures]
    assert read(lines, "reviews").items() <= truth(given).items()


def test_two_figures_that_no_blank_line_parts_are_one_cell_where_all_others_are_parted() -> None:
    of = table("applications", 3)
    numbers = truth(of)
    cells = [cell for row in rows_of(of) for cell in row]
    at = next(at for at, cell in enumerate(cells) if cell.isdecimal())
    cells[at] = f"12{cells[at]}"
    whole = read("\n\n".join(cells).split("\n"), "applications")
    first = next(key for key, value in whole.items() if value != numbers[key])
    cells[at] = f"12\n{cells[at][2:]}"
    document = govreport.loads("\n\n".join(cells), "tab")
    found = {(each.row, each.column): each.value for each in document.facts()}
    assert found == {**numbers, first: None}
    assert cells[at] in {each.text for each in document.diagnostics}
