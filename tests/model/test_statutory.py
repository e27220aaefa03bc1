"""Statutory tables hold every row of their layout."""

import pytest
from hypothesis import given

from govreport.errors import InvalidDocumentError
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


def test_a_cell_is_told_by_its_keys_or_its_labels() -> None:
    texts = {("new_received", "natural_person"): "9", ("handled_total", "total"): "/"}
    table = StatutoryTable.from_texts("applications", 2021, texts)
    assert table.text("new_received", "natural_person") == "9"
    assert table.text("一、本年新收政府信息公开申请数量", "自然人") == "9"
    assert table.text("总计", "total") == "/"
    with pytest.raises(KeyError, match="new_recieved") as missing:
        table.text("new_recieved", "total")
    assert "did you mean new_received?" in str(missing.value.__cause__)


def test_a_table_that_no_edition_has_is_refused_by_name() -> None:
    with pytest.raises(InvalidDocumentError, match="no table 'reviews' in edition 2021"):
        StatutoryTable.from_texts("reviews", 2021)
    with pytest.raises(InvalidDocumentError, match="no table 'applications' in edition None"):
        StatutoryTable.from_texts("applications", None)
