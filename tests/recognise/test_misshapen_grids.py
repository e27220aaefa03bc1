"""Grids whose rows do not fit their header: a number is placed right or not at all."""

import random

import pytest

from govreport.arrange.tables import arrange_table
from govreport.blocks import Stream, TableBlock
from govreport.model.document import ReportDocument
from govreport.model.grid import Cell, Table
from govreport.model.statute import TABLE_KINDS
from govreport.model.statutory import StatutoryTable
from govreport.recognise import recognise
from tests.recognise.reports import filled
from tests.sampling import one_in

Rows = list[list[Cell]]
SLIPS = (
    "label span",
    "blank row",
    "spaces",
    "extra cell",
    "lost cell",
    "merged zeros",
    "cell before label",
)
HEADER_ROWS = 3


def slip(rows: Rows, place: int, chance: random.Random) -> None:
    """Do to one row what pages do."""
    row = rows[place]
    match chance.choice(SLIPS):
        case "label span" if len(row) > 1:
            row[0] = Cell(row[0].content, row[0].row_span, chance.choice([1, 2, 3]))
        case "blank row":
            rows.insert(place, [Cell("")] * chance.choice([1, len(row)]))
        case "spaces":
            rows[place] = [
                Cell(f"\u3000{cell.text} ", cell.row_span, cell.column_span) for cell in row
            ]
        case "extra cell":
            row.extend([Cell("")] * chance.randrange(1, 4))
        case "lost cell" if len(row) > 2:
            del row[chance.randrange(1, len(row))]
        case "merged zeros":
            pairs = [
                at for at in range(1, len(row) - 1) if row[at].text == row[at + 1].text == "0"
            ]
            if pairs:
                row[pairs[0] : pairs[0] + 2] = [Cell("0", 1, 2)]
        case "cell before label":
            row.insert(0, Cell(""))


@pytest.mark.parametrize("kind", TABLE_KINDS)
@pytest.mark.parametrize("start", one_in(6, range(0, 600, 100)))
def test_no_slip_of_a_page_makes_a_wrong_number(kind: str, start: int) -> None:
    for seed in range(start, start + 100):
        chance = random.Random(seed)  # noqa: S311 - invented figures
        edition = None if kind == "reviews" else chance.choice([2019, 2021])
        table = filled(kind, edition, chance, blanks=chance.random() < 0.6)  # type: ignore[arg-type]
        rows = [list(row) for row in arrange_table(table).rows]
        places = range(HEADER_ROWS, len(rows))
        slips = min(chance.randrange(4), len(places))
        for place in sorted(chance.sample(places, slips), reverse=True):
            slip(rows, place, chance)
        read = recognise(Stream((TableBlock(Table(rows)),)))
        truth = {(f.row, f.column): f.value for f in ReportDocument(preamble=(table,)).facts()}
        found = {(f.row, f.column): f.value for f in read.facts() if f.table == kind}
        wrong = {key: v for key, v in found.items() if v is not None and v != truth[key]}
        assert not wrong, seed


def test_a_grid_wider_than_any_form_can_be_stays_the_table_that_it_is() -> None:
    table = StatutoryTable.from_texts("applications", 2021, {("granted", "total"): "3"})
    rows: Rows = [list(row) for row in arrange_table(table).rows]
    rows[HEADER_ROWS].extend([Cell("7")] * 1_200)
    wide = Table(rows)
    [kept] = recognise(Stream((TableBlock(wide),))).preamble
    assert kept == wide
