"""What a text of a table names."""

import pytest

from govreport.recognise.placing.naming import statute_cells


@pytest.mark.parametrize(
    ("text", "is_row", "is_column"),
    [("总计", True, True), ("（七）总计", True, False), ("7.总计", True, True)],
)
def test_a_label_with_the_number_of_its_row_names_no_column(
    text: str, is_row: bool, is_column: bool
) -> None:
    named = statute_cells("applications").name(text)
    assert (bool(named.rows), bool(named.columns)) == (is_row, is_column)
