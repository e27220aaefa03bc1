"""Which edition of the form a table is of, where its headers do not say it."""

import random

from govreport.arrange.tables import arrange_table
from govreport.blocks import Stream, TableBlock
from govreport.model.document import ReportDocument
from govreport.model.grid import Table
from govreport.recognise import recognise
from govreport.recognise.editions import edition_of_applications
from govreport.recognise.pieces import Piece
from tests.recognise.reports import filled


def test_a_row_that_one_edition_alone_has_tells_it_where_a_table_has_no_headers() -> None:
    table = filled("proactive_disclosure", 2019, random.Random(3), blanks=False)  # noqa: S311
    rows = [row for row in arrange_table(table).rows if row[0].text != "信息内容"]
    read = recognise(Stream((TableBlock(Table(rows)),)))
    assert read.edition == 2019
    expected = {
        (fact.row, fact.column): fact.value
        for fact in ReportDocument(preamble=(table,)).facts()
        if fact.row
    }
    assert {(fact.row, fact.column): fact.value for fact in read.facts()} == expected


def test_a_row_in_one_cell_with_its_group_shows_the_edition() -> None:
    late = "（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    lines = [[Piece(text, 0, 1, at)] for at, text in enumerate((late, "（六）其他处理"))]
    assert edition_of_applications(lines) == 2021
    assert edition_of_applications(lines[1:]) == 2019
