"""Where the numbers of one row go when its cells are not those of the header."""

import pytest

from govreport.recognise.columns import Columns, Piece


@pytest.mark.parametrize("blanks_lead", [None, True])
@pytest.mark.parametrize("texts", [("1", "2", "4", ""), ("", "1", "2", "4")])
def test_numbers_that_fill_every_column_stand_beside_a_blank_though_their_total_is_wrong(
    texts: tuple[str, ...], blanks_lead: bool | None
) -> None:
    columns = Columns(
        count=3,
        ranges=None,
        blanks_shown=True,
        blanks_lead=blanks_lead,
        accepts=lambda _: False,
        total_last=True,
    )
    row = [Piece(text, column, 1, 0) for column, text in enumerate(texts)]
    assert columns.place(row).texts == ("1", "2", "4")
