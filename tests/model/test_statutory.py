"""Statutory tables hold every row of their layout."""

from hypothesis import given

from govreport.model.statutory import StatutoryTable
from govreport.testing import statutory_tables


@given(statutory_tables())
def test_a_statutory_table_has_every_row_of_its_layout_and_every_cell(
    table: StatutoryTable,
) -> None:
    assert [row.key for row in table.rows if row.key] == [row.key for row in table.layout.rows]
    for known, filled in table.known_rows():
        extra = [column for column in table.extra_columns if column.group == known.group]
        assert len(filled.cells) == len(known.columns) + len(extra)
        for column, text in zip(known.columns, filled.cells, strict=False):
            assert table.text(known.key, column.key) == text
