"""Which column each cell of a row stands in that shows no places."""

from collections.abc import Callable

import pytest

from govreport.recognise.placing.evidence import Evidence
from govreport.recognise.placing.restoring import restore
from tests.recognise.placing.table_text import (
    SEEDS,
    Format,
    Found,
    flat,
    page,
    read,
    table,
    truth,
)
from tests.recognise.printed import (
    Rows,
    bars_on_both_sides,
    cell_per_line,
    markdown,
    rows_of,
    tab_separated,
    trailing_bars,
    trailing_bars_padded,
)
from tests.sampling import one_in

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


@pytest.mark.parametrize("text", ["32.2%", "-4", "1149.81", "&"])
def test_no_column_that_counts_holds_a_share_a_fraction_a_negative_number_or_a_mark(
    text: str,
) -> None:
    known = Evidence(2, False, True, counts=(True, True))
    found = restore((text, "1"), known)
    assert found.open == (text, "1")
    assert "counts" in found.reason
    assert restore((text, "1"), known._replace(counts=(False, True))).texts == (text, "1")


def test_a_row_whose_total_agrees_if_all_cells_stand_further_left_is_open() -> None:
    known = Evidence(5, True, True, None, SUM, is_below_header=False)
    found = restore(("", "", "4", "5", "9"), known)
    assert found.open == ("4", "5", "9")
    assert "further left" in found.reason
    assert restore(("", "", "4", "5", "8"), known).texts == ("", "", "4", "5", "8")


def test_a_word_before_the_cells_of_a_row_may_be_a_part_of_its_label() -> None:
    known = Evidence(4, False, False, total_last=True)
    assert restore(("5", "", "", "5", ""), known).texts == ("5", "", "", "5")
    assert restore(("申请数量", "", "0", "0", ""), known).open == ("申请数量", "0", "0")


APPLICATIONS = table("applications", 8)
KEY = "needs_creation"
AT = 1 + next(at for at, (row, _) in enumerate(APPLICATIONS.known_rows()) if row.key == KEY)
GRIDS = [(page, "html"), (markdown, "pipe"), (tab_separated, "tab"), (bars_on_both_sides, "pipe")]


def with_row(cells: list[str], *, gap: bool = False) -> Found:
    """Read a page whose table 3 has other cells in one row, perhaps with a blank column before."""
    rows = [[row[0], "", *row[1:]] if gap else row for row in flat(APPLICATIONS)]
    rows[AT] = [rows[AT][0], *cells]
    found = read("applications", page(rows), "html")
    others = {cell: value for cell, value in truth(APPLICATIONS).items() if cell[0] != KEY}
    assert others.items() <= found.numbers.items()
    return found


def numbers(*texts: str) -> list[int | None]:
    return [int(text) if text else None for text in texts]


def known(found: Found, key: str = KEY) -> list[object]:
    return list(found.row(key).values())


def is_quoted(found: Found, *texts: str) -> bool:
    return " | ".join(filter(None, texts)) in found.quoted


def test_a_row_that_ends_before_its_header_is_read_if_no_cell_of_it_is_blank() -> None:
    found = with_row(["1", "0", "2", "0", "1", "0", "4"], gap=True)
    assert known(found) == [1, 0, 2, 0, 1, 0, 4]


@pytest.mark.parametrize("total", ["4", "5"])
def test_a_row_that_ends_before_its_header_is_open_if_a_cell_of_it_is_blank(total: str) -> None:
    row = ["1", "", "2", "", "1", "", total]
    found = with_row(row, gap=True)
    assert not any(known(found)[:-1])
    assert is_quoted(found, *row) or is_quoted(found, *row[:-1])


@pytest.mark.parametrize("behind", [[], [""]], ids=["nothing behind", "a blank behind"])
def test_numbers_under_no_header_are_read_only_if_the_total_of_the_row_agrees(
    behind: list[str],
) -> None:
    row = ["1", "0", "2", "0", "1", "0"]
    right = with_row([*row, "4", *behind], gap=True)
    assert known(right) == numbers(*row, "4")
    wrong = with_row([*row, "5", *behind], gap=True)
    assert not any(known(wrong))
    assert is_quoted(wrong, *row, "5")


@pytest.mark.parametrize(("printer", "form"), [*GRIDS, (trailing_bars_padded, "pipe")])
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_rows_without_their_blank_cells_that_are_filled_up_at_their_end_are_open(
    printer: Callable[[Rows], str], form: Format, seed: int
) -> None:
    of = table("applications", seed, blanks=True)
    given = flat(of)
    rows = [list(filter(None, row)) for row in given]
    rows = [[*row, *[""] * (len(given[0]) - len(row))] for row in rows]
    found = read("applications", printer(rows), form)
    right = truth(of)
    wrong = {cell for cell, value in found.numbers.items() if value not in (None, right[cell])}
    assert not wrong
    whole = {row.key for row, cells in of.known_rows() if all(cells.cells)}
    assert whole
    assert all(not found.is_open(key) for key in whole)
    cut = [cells.cells for row, cells in of.known_rows() if row.key not in whole]
    texts = [list(filter(None, cells)) for cells in cut]
    assert all(
        is_quoted(found, *each) or is_quoted(found, *each[:-1]) for each in texts if any(each)
    )


@pytest.mark.parametrize(("printer", "form"), GRIDS)
@pytest.mark.parametrize("seed", one_in(3, SEEDS))
def test_blank_cells_where_they_belong_leave_every_number_in_its_column(
    printer: Callable[[Rows], str], form: Format, seed: int
) -> None:
    of = table("applications", seed, blanks=True)
    assert read("applications", printer(flat(of)), form).numbers == truth(of)


def test_a_row_in_place_that_ends_in_the_sum_of_its_numbers_and_a_blank_is_open() -> None:
    found = with_row(["1", "", "2", "", "1", "4", ""])
    assert not any(known(found)[:-1])
    assert is_quoted(found, "1", "2", "1", "4")


def test_a_row_in_place_whose_total_is_blank_is_read_if_it_ends_in_no_sum() -> None:
    found = with_row(["1", "", "2", "", "1", "3", ""])
    assert known(found) == [1, None, 2, None, 1, 3, None]


REVIEWS = table("reviews", 5)
TEXTS = [(bars_on_both_sides, "pipe"), (trailing_bars, "pipe"), (cell_per_line, "tab")]


def reviews(cells: list[str], printer: Callable[[Rows], str], form: Format) -> Found:
    return read("reviews", printer([*rows_of(REVIEWS)[:-1], cells]), form)


def reviewed() -> list[str]:
    return list(rows_of(REVIEWS)[-1])


@pytest.mark.parametrize(("printer", "form"), TEXTS)
@pytest.mark.parametrize(("doubled", "lost"), [(0, 13), (3, 12), (10, 2)])
def test_a_row_whose_totals_agree_better_without_a_doubled_cell_is_open(
    printer: Callable[[Rows], str], form: Format, doubled: int, lost: int
) -> None:
    cells = reviewed()
    cells.insert(doubled, cells[doubled])
    del cells[lost]
    found = reviews(cells, printer, form)
    assert not any(found.numbers.values())
    assert is_quoted(found, *cells)


@pytest.mark.parametrize(("printer", "form"), TEXTS)
@pytest.mark.parametrize("total", [4, 9, 14])
def test_a_row_with_a_wrong_total_that_no_other_place_of_its_cells_mends_is_read(
    printer: Callable[[Rows], str], form: Format, total: int
) -> None:
    cells = reviewed()
    cells[total] = "941"
    found = reviews(cells, printer, form)
    assert list(found.numbers.values()) == numbers(*cells)


def test_places_tell_nothing_below_a_header_that_shows_none() -> None:
    cells = ("1", "1", "", "1", "3", "4", "", "0", "0")
    sums = (((0, 1, 2), 3), ((4, 5, 6), 7))
    told = Evidence(9, True, True, None, sums, has_places=True)
    assert restore(cells, told).texts == cells
    found = restore(cells, told._replace(is_below_header=False))
    assert found.open == tuple(filter(None, cells))
    assert "lost or doubled" in found.reason


def regulations(last: str) -> Found:
    """Read a table 2 whose rows of the first item have not all their cells."""
    rows = rows_of(table("proactive_disclosure", 1))
    at = next(at for at, row in enumerate(rows) if row[0] == "规章")
    rows[at : at + 2] = [["规章", "3", "5", last], ["行政规范性文件", "12", "4"]]
    return read("proactive_disclosure", trailing_bars(rows), "pipe")


@pytest.mark.parametrize("text", ["详见附件", "无法统计"])
def test_a_text_behind_too_few_numbers_may_stand_below_them(text: str) -> None:
    found = regulations(text)
    assert found.is_open("regulations")
    assert is_quoted(found, "3", "5", text)


@pytest.mark.parametrize("text", ["7件", "7"])
def test_a_number_with_its_unit_ends_a_row(text: str) -> None:
    assert known(regulations(text), "regulations") == [3, 5, 7]


SUMS_OF_REVIEWS = tuple(((at, at + 1, at + 2, at + 3), at + 4) for at in (0, 5, 10))


@pytest.mark.parametrize("at", range(15))
def test_noughts_without_a_total_do_not_tell_that_a_cell_was_lost(at: int) -> None:
    texts = tuple("7" if place == at else "0" for place in range(15))
    known = Evidence(15, False, False, None, SUMS_OF_REVIEWS, is_below_header=False)
    assert restore(texts, known).texts == texts


def test_totals_of_numbers_tell_that_a_cell_was_lost() -> None:
    texts = tuple("9 1 2 3 4 10 1 2 3 4 10 1 2 3 4".split())
    known = Evidence(15, False, False, None, SUMS_OF_REVIEWS, is_below_header=False)
    assert "lost or doubled" in restore(texts, known).reason


@pytest.mark.parametrize(("doubled", "lost"), [(0, 13), (3, 12), (10, 2)])
def test_so_is_one_whose_cells_all_stand_below_headers(doubled: int, lost: int) -> None:
    groups = [text for row in REVIEWS.layout.rows for text in (row.labels[-1], *[""] * 4)]
    outcomes = [column.label for column in REVIEWS.layout.rows[0].columns]
    cells = reviewed()
    head = [groups, outcomes * 3]
    assert read("reviews", page([*head, cells]), "html").numbers == truth(REVIEWS)
    cells.insert(doubled, cells[doubled])
    del cells[lost]
    found = read("reviews", page([*head, cells]), "html")
    assert not any(found.numbers.values())
    assert is_quoted(found, *cells)


def test_a_row_of_fewer_cells_than_others_lacks_one_though_it_has_as_many_as_columns() -> None:
    known = Evidence(3, True, True, is_misshapen=True, is_short_of_usual=True)
    assert restore(("0", "0", ""), known).texts == ("", "", "")
    assert restore(("0", "0", ""), known._replace(is_short_of_usual=False)).texts == (
        "0",
        "0",
        "",
    )


def test_a_blank_before_two_equal_numbers_may_be_the_cell_of_the_first_column() -> None:
    known = Evidence(3, False, False)
    assert restore(("", "5", "5", "0"), known).texts == ("", "", "")
    assert restore(("", "5", "4", "0"), known).texts == ("5", "4", "0")


def test_a_blank_behind_a_label_confirms_no_reading_where_labels_go_on_in_blanks() -> None:
    known = Evidence(4, False, False, True, (((0, 1, 2), 3),))
    assert restore(("", "5", "1", "6"), known).texts == ("", "", "", "")
    assert restore(("", "5", "1", "6"), known._replace(blanks_lead=None)).texts[3] == "6"


def test_a_number_before_a_blank_total_is_not_the_total() -> None:
    known = Evidence(3, False, True, None, SUM, total_last=True, totals_kept=True)
    assert restore(("25", "25", ""), known).texts == ("", "", "")


@pytest.mark.parametrize(
    "text", ["详见2023年度的附件", "西津市教育局2023年政府信息公开工作年度报告"]
)
def test_a_text_behind_the_numbers_of_a_row_that_is_short_may_stand_below_it(text: str) -> None:
    found = restore(("1", "2", text), Evidence(3, False, False, None))
    assert found.texts == ("", "", "")
    assert "may stand below it" in found.reason
