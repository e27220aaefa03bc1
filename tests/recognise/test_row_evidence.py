"""What the rows of a table show together about the cells that their source keeps."""

from collections.abc import Sequence

import pytest

from govreport.recognise.pieces import Piece
from govreport.recognise.row_evidence import rows_are_filled_up, rows_are_full, totals_are_kept


def pieces(*rows: str) -> list[list[Piece]]:
    """Return rows of numbers of one digit each, in which a dot is a blank cell."""
    return [
        [Piece("" if text == "." else text, column, 1, line) for column, text in enumerate(row)]
        for line, row in enumerate(rows)
    ]


def test_rows_that_end_at_three_places_in_blanks_are_filled_up() -> None:
    assert rows_are_filled_up(pieces("1234", "123.", "12..", "1..."))


@pytest.mark.parametrize(
    "rows",
    [
        ("1234", "123.", "12..", "1...", "1.3."),
        ("1234", "123.", "12..", "1...", ".2.."),
        ("1234", "123.", "123.", "12.."),
        ("1234", "5678"),
        ("....", "123.", "12.."),
    ],
    ids=["a blank within", "a blank before", "two places", "no blank", "a row of blanks"],
)
def test_other_rows_show_no_blanks_that_only_fill_them_up(rows: Sequence[str]) -> None:
    assert not rows_are_filled_up(pieces(*rows))


def test_rows_keep_their_totals_if_three_of_four_end_in_the_sum_of_the_others() -> None:
    assert totals_are_kept(pieces("123", "2.2", "11.2", "1.2"))
    assert not totals_are_kept(pieces("123", "2.2", "1.2"))
    assert not totals_are_kept(pieces("123", "2.2", "11.2", "2..", "1.."))


def test_rows_of_noughts_do_not_count_for_totals_that_are_kept() -> None:
    assert not totals_are_kept(pieces("123", "000", "000", "000", "1.2"))


def test_all_rows_with_a_cell_a_column_are_full_and_so_are_those_with_one_more() -> None:
    assert rows_are_full([(3, 3)] * 5)
    assert rows_are_full([(4, 3)] * 4 + [(3, 3)])


@pytest.mark.parametrize(
    "rows",
    [
        [(3, 3)] * 4,
        [(3, 3)] * 4 + [(2, 3)],
        [(3, 3), (2, 3), (3, 3), (3, 3), (3, 3)],
        [(5, 3)] * 5,
        [(3, 3)] * 4 + [(4, 3)],
    ],
    ids=["few", "the last lacks one", "one lacks one", "two more", "the last has one more"],
)
def test_other_rows_may_have_dropped_a_cell(rows: list[tuple[int, int]]) -> None:
    assert not rows_are_full(rows)
