"""Which column each cell of a row stands in that shows no places."""

import pytest

from govreport.recognise.placing.restoring import Evidence, restore

SUM = (((0, 1), 2),)


@pytest.mark.parametrize("blanks_lead", [None, True])
@pytest.mark.parametrize("texts", [("1", "2", "4", ""), ("", "1", "2", "4")])
def test_numbers_that_fill_every_column_stand_beside_a_blank_though_their_total_is_wrong(
    texts: tuple[str, ...], blanks_lead: bool | None
) -> None:
    known = Evidence(3, True, True, blanks_lead, SUM, total_last=True)
    assert restore(texts, known).texts == ("1", "2", "4")


def test_a_row_that_may_have_dropped_a_blank_stays_open_and_says_why() -> None:
    found = restore(("1", "2"), Evidence(3, False, True, None, SUM))
    assert found.texts == ("", "", "")
    assert found.open == ("1", "2")
    assert "as many cells as its header" in found.reason


def test_of_a_row_with_dropped_blanks_a_last_number_may_only_be_the_total() -> None:
    sums = (((0, 1, 2), 3),)
    known = Evidence(4, False, True, None, sums, total_last=True, totals_kept=True)
    assert restore(("2", "3", "5"), known).texts == ("", "", "", "5")


def test_a_total_that_contradicts_a_row_without_blanks_leaves_it_open() -> None:
    found = restore(("1", "2", "4"), Evidence(3, False, False, None, SUM, total_last=True))
    assert found.open == ("1", "2", "4")
    assert "total" in found.reason
