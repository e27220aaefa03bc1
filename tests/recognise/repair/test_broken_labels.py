"""Rows printed a line each, in whose cells the page breaks lines."""

import random

import pytest

import govreport
from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model.document import ReportDocument
from govreport.model.grid import Table
from govreport.model.statutory import StatutoryTable
from govreport.recognise.repair.broken_labels import with_whole_cells
from tests.recognise.printed import print_tables, rows_of
from tests.recognise.reports import report
from tests.sampling import deep


def values(document: ReportDocument) -> dict[tuple[str, str, str], object]:
    return {(fact.table, fact.row, fact.column): fact.value for fact in document.facts()}


def broken(text: str, chance: random.Random, share: float) -> str:
    """Break a label once, as `<br>` does; most labels are never broken."""
    if len(text) < 4 or text.isascii() or chance.random() > share:
        return text
    place = chance.randrange(2, len(text) - 1)
    return f"{text[:place]}\n{text[place:]}"


@pytest.mark.parametrize("share", [deep(0.1), 0.5])
@pytest.mark.parametrize("blanks", [False, True])
@pytest.mark.parametrize("edition", [2019, 2021])
def test_labels_that_line_breaks_part_are_whole(edition: int, blanks: bool, share: float) -> None:
    right = total = 0
    for seed in range(12):
        chance = random.Random(seed)  # noqa: S311 - invented line breaks

        def printed(table: StatutoryTable, chance: random.Random = chance) -> str:
            rows = [[broken(cell, chance, share) for cell in row] for row in rows_of(table)]
            return "".join("\t".join(row) + "\n" for row in rows)

        document = report(edition, seed, blanks=blanks)
        truth = values(document)
        read = values(govreport.loads(print_tables(document, printed)))
        assert all(value in (None, truth[cell]) for cell, value in read.items())
        total += sum(value is not None for value in truth.values())
        right += sum(value is not None for value in read.values())
    assert right > (0.9 if share < 0.5 else 0.6) * total


def test_what_is_no_label_together_stays_apart() -> None:
    rows = Table([["规章", "3"], ["行政许可"]])
    blocks = (TextBlock("总体"), TableBlock(rows, printed_cells=(2, 1)), TextBlock("决定"))
    assert with_whole_cells(Stream(blocks)).blocks == blocks


def test_a_blank_line_ends_a_cell() -> None:
    table = TableBlock(Table([["信息内容", "本年制发"]]), printed_cells=(2,))
    ragged = TableBlock(Table([["规章", "3"], ["行政规范性文件"]]), printed_cells=(2, 1))
    [whole] = with_whole_cells(Stream((table, TextBlock("件数"), ragged))).blocks
    assert whole.table.rows[0][1].text == "本年制发件数"
    apart = (table, TextBlock("件数", blank_lines=1), ragged)
    assert with_whole_cells(Stream(apart)).blocks == apart
