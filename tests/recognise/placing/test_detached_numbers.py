"""Numbers that stand apart from the labels of table 3: each is its row's, or nobody's."""

import random
from collections.abc import Callable

import pytest

import govreport
from govreport.model.statutory import StatutoryTable
from tests.recognise.printed import rows_of
from tests.recognise.reports import filled
from tests.sampling import one_in

Facts = dict[tuple[str, str], object]
Printer = Callable[[StatutoryTable], list[str]]
SEEDS = range(5)


def table(seed: int, edition: int = 2021) -> StatutoryTable:
    return filled("applications", edition, random.Random(seed), blanks=False)  # noqa: S311


def facts(document: govreport.ReportDocument) -> Facts:
    found = (fact for fact in document.facts() if fact.table == "applications")
    return {(each.row, each.column): each.value for each in found if each.value is not None}


def truth(given: StatutoryTable) -> Facts:
    return facts(govreport.ReportDocument(preamble=(given,)))


def read(lines: list[str]) -> govreport.ReportDocument:
    return govreport.loads("\n".join(lines).encode(), "tab")


def labels_first(given: StatutoryTable) -> list[str]:
    cells = [cell for row in rows_of(given) for cell in row if cell]
    return sorted(cells, key=str.isdecimal)


def numbers_first(given: StatutoryTable) -> list[str]:
    lines = []
    for row in rows_of(given):
        numbers = [cell for cell in row if cell.isdecimal()]
        lines += [" ".join(numbers), " ".join(cell for cell in row if not cell.isdecimal())]
    return [line for line in lines if line.strip()]


BOTH = pytest.mark.parametrize("printer", [labels_first, numbers_first])


@BOTH
@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_numbers_apart_from_their_labels_are_read(
    printer: Printer, edition: int, seed: int
) -> None:
    given = table(seed, edition)
    assert facts(read(printer(given))) == truth(given)


@BOTH
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_where_a_number_is_lost_none_is_wrong(printer: Printer, seed: int) -> None:
    given = table(seed)
    lines = printer(given)
    numbered = [at for at, line in enumerate(lines) if line[0].isdecimal() and "." not in line]
    at = random.Random(seed).choice(numbered)  # noqa: S311
    lines[at] = " ".join(lines[at].split()[1:])
    document = read([line for line in lines if line])
    assert facts(document).items() <= truth(given).items()
    assert document.diagnostics


@BOTH
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_where_a_label_is_lost_none_is_wrong(printer: Printer, seed: int) -> None:
    given = table(seed)
    lines = printer(given)
    label = given.layout.rows[-1].labels[-1]
    assert label in lines
    lines.remove(label)
    assert facts(read(lines)).items() <= truth(given).items()


@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_numbers_that_run_down_the_columns_are_nobody_s(seed: int) -> None:
    given = table(seed)
    labels = [line for line in labels_first(given) if not line.isdecimal()]
    rows = [list(row.cells) for _, row in given.known_rows()]
    down = [cell for column in zip(*rows, strict=True) for cell in column]
    assert facts(read([*labels, *down])).items() <= truth(given).items()


def test_numbers_behind_all_labels_whose_totals_contradict_them_stay_open() -> None:
    given = table(2)
    lines = labels_first(given)
    row, cells = next((row, row_given.cells) for row, row_given in given.known_rows())
    start = next(at for at, line in enumerate(lines) if line.isdecimal())
    lines[start + len(cells) - 1] = str(int(cells[-1]) + 1)
    document = read(lines)
    assert (row.key, "natural_person") not in facts(document)
    assert any(each.table == "applications" for each in document.diagnostics)


@pytest.mark.parametrize("wrong", [1, 3])
def test_numbers_that_stand_before_their_label_are_read_though_a_total_is_wrong(
    wrong: int,
) -> None:
    given = table(2)
    lines = numbers_first(given)
    expected = truth(given)
    for row, row_given in list(given.known_rows())[:wrong]:
        *parts, total = row_given.cells
        lines[lines.index(" ".join(row_given.cells))] = " ".join([*parts, f"{int(total) + 1}"])
        expected[row.key, "total"] = int(total) + 1
    assert facts(read(lines)) == expected


@pytest.mark.parametrize("edition", [2019, 2021])
def test_labels_printed_again_for_each_place_are_labels_once(edition: int) -> None:
    given = table(4, edition)
    lines = numbers_first(given)
    first = next(at for at, line in enumerate(lines) if line[0].isdecimal())
    cells = [cell for line in lines[first:] for cell in line.split()]
    again = [each for cell in cells for each in [cell] * (1 if cell.isdecimal() else 3)]
    assert facts(read([*lines[:first], *again])) == truth(given)


def test_columns_printed_again_and_again_without_a_row_hold_no_number() -> None:
    heads = [cell for row in rows_of(table(0))[:3] for cell in row if cell]
    lines = ["三、收到和处理政府信息公开申请情况", *(f"| {each}" for each in heads * 5)]
    document = govreport.loads("\n".join(lines), "pipe")
    assert document.applications is not None
    assert not facts(document)


def test_a_line_of_numbers_that_a_misprint_spoils_names_no_column() -> None:
    given = table(3)
    lines = numbers_first(given)
    first = next(at for at, line in enumerate(lines) if line[0].isdecimal())
    lines[first] = " ".join(["l", *lines[first].split()[1:]])
    document = read(lines)
    assert not facts(document)


@BOTH
def test_of_every_number_that_stays_open_a_diagnostic_says_why(printer: Printer) -> None:
    given = table(4)
    lines = printer(given)
    at = next(at for at, line in enumerate(lines) if line.split()[0].isdecimal())
    lines[at] = " ".join(lines[at].split()[1:])
    document = read([line for line in lines if line])
    open_cells = truth(given).keys() - facts(document).keys()
    assert open_cells
    assert all(
        any(each.concerns("applications", *cell) for each in document.diagnostics)
        for cell in open_cells
    )


def test_numbers_that_come_together_behind_the_labels_of_several_parts_leave_every_row_open() -> (
    None
):
    labels = (
        "规章",
        "行政规范性文件",
        "第二十条第（五）项",
        "信息内容",
        "本年处理决定数量",
        "行政许可",
    )
    lines = (
        "第二十条第（一）项",
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        *labels,
    )
    numbers = ("3", "1", "7", "5", "2", "9", "4")
    source = "\n".join((*lines, *numbers))
    document = govreport.loads(f"二、主动公开政府信息情况\n\n{source}\n".encode(), "tab")
    rows = ("regulations", "normative_documents", "administrative_licensing")
    facts = [fact for fact in document.facts() if fact.row in rows]
    assert {(fact.value, fact.status) for fact in facts} == {(None, "ambiguous")}
