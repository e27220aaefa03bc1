"""Lines that print a table's row: how many parts one may have."""

from govreport.recognise.cell_lines import cells_of


def test_a_line_of_more_parts_than_any_table_has_cells_is_one_cell() -> None:
    row = "三、本年度办理结果 " + "1 " * 899
    assert len(cells_of(row.strip())) == 900
    assert cells_of(row + "1") == [row + "1"]
