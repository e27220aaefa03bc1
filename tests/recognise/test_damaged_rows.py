"""A row that lost or doubled a cell: what the source does not prove stays open."""

import pytest

import govreport
from govreport.arrange.tables import arrange_table
from govreport.model.document import ReportDocument
from govreport.model.statutory import StatutoryTable
from tests.recognise.printed import DIALECTS, Dialect, Rows, print_tables, rows_of
from tests.recognise.reports import report
from tests.recognise.test_wild_dialects import values

GRID = next(each for each in DIALECTS if each.name == "PG")
LINES = next(each for each in DIALECTS if each.name == "CL")


def read(document: ReportDocument, kind: str, dialect: Dialect, change: object) -> ReportDocument:
    def printed(rows: Rows, of: str) -> str:
        if of == kind:
            change(rows)  # type: ignore[operator]
        return dialect.printer(rows)

    source = print_tables(document, lambda table: printed(rows_of(table), table.kind))
    return govreport.loads(source, dialect.format)


def wrong(document: ReportDocument, read_back: ReportDocument) -> list[object]:
    truth = values(document)
    return [
        (key, value, truth[key])
        for key, value in values(read_back).items()
        if value is not None and value != truth[key]
    ]


def at(rows: Rows, label: str) -> list[str]:
    return next(row for row in rows if any(cell.endswith(label) for cell in row))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("lost", range(1, 7))
def test_a_row_of_table_3_that_lost_a_cell_is_open(seed: int, lost: int) -> None:
    document = report(2021, seed, blanks=False)

    def change(rows: Rows) -> None:
        row = at(rows, "保护第三方合法权益")
        first = next(index for index, cell in enumerate(row) if cell.endswith("权益")) + 1
        del row[first + lost - 1]
        row.append("")

    assert not wrong(document, read(document, "applications", GRID, change))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("lost", [10, 11, 12, 13])
def test_a_group_of_table_4_without_its_total_is_open(seed: int, lost: int) -> None:
    document = report(2021, seed, blanks=False)

    def change(rows: Rows) -> None:
        del rows[-1][lost]
        rows[-1].append("")

    assert not wrong(document, read(document, "reviews", GRID, change))


@pytest.mark.parametrize("seed", range(6))
def test_numbers_behind_a_lost_label_are_not_the_row_befores(seed: int) -> None:
    document = report(2021, seed, blanks=True)

    def change(rows: Rows) -> None:
        row = at(rows, "重复申请")
        row[next(index for index, cell in enumerate(row) if cell.endswith("重复申请"))] = ""

    assert not wrong(document, read(document, "applications", LINES, change))


APPLICANTS = {"no total": [3, 4, 5, 6, 7, 8], "two columns": [3, 9], "some": [3, 4, 6, 9]}


@pytest.mark.parametrize("kept", APPLICANTS.values(), ids=APPLICANTS)
@pytest.mark.parametrize("blanks", [False, True])
@pytest.mark.parametrize("edition", [2019, 2021])
def test_a_table_3_without_some_columns_is_read_by_those_it_has(
    kept: list[int], edition: int, *, blanks: bool
) -> None:
    for seed in range(4):
        document = report(edition, seed, blanks=blanks)
        table = next(
            each for each in document.blocks() if getattr(each, "kind", "") == "applications"
        )
        assert isinstance(table, StatutoryTable)
        shown = [
            [slot.cell.text if slot.column == at else "" for at, slot in enumerate(row)]
            for row in arrange_table(table).grid
        ]
        rows = "".join(
            "<tr>" + "".join(f"<td>{row[at]}</td>" for at in (0, 1, 2, *kept)) + "</tr>"
            for row in shown
        )
        source = f"<p>三、收到和处理政府信息公开申请情况</p><table>{rows}</table>"
        read_back = govreport.loads(source, "html")
        assert not wrong(document, read_back)
        assert any(value is not None for value in values(read_back).values())
