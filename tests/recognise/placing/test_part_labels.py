"""Labels beside the numbers: a row whose label stands elsewhere than usual is not believed as placed."""

from collections.abc import Callable

import pytest

from tests.recognise.placing.table_text import Format, Found, flat, page, read, table, truth
from tests.recognise.printed import Rows, bars_on_both_sides, markdown

FORM = table("applications", 8)
KEY = "needs_creation"
AT = 1 + next(at for at, (row, _) in enumerate(FORM.known_rows()) if row.key == KEY)
PRINTERS = [(page, "html"), (markdown, "pipe"), (bars_on_both_sides, "pipe")]

Printer = Callable[[Rows], str]


def with_row(change: Callable[[list[str]], list[str]], printer: Printer, form: Format) -> Found:
    """Read a table 3 whose rows are counted, with one row changed; the others have to be right."""
    rows = [["序号", *row] if not at else [str(at), *row] for at, row in enumerate(flat(FORM))]
    rows[AT] = change(rows[AT])
    found = read("applications", printer(rows), form)
    others = {cell: value for cell, value in truth(FORM).items() if cell[0] != KEY}
    assert others.items() <= found.numbers.items()
    return found


@pytest.mark.parametrize(("printer", "form"), PRINTERS)
def test_numbers_behind_a_label_in_its_usual_place_are_read(
    printer: Printer, form: Format
) -> None:
    found = with_row(list, printer, form)
    assert found.numbers == truth(FORM)


@pytest.mark.parametrize(("printer", "form"), PRINTERS)
@pytest.mark.parametrize(
    "change",
    [
        lambda row: [*row[1:], ""],
        lambda row: row[1:],
        lambda row: [*row[1:8], "", row[8]],
        lambda row: [row[0], "", *row[1:7], row[8]],
    ],
    ids=["a blank behind", "nothing behind", "a blank before its total", "a blank before it"],
)
def test_numbers_behind_a_label_that_moved_are_right_or_open(
    change: Callable[[list[str]], list[str]], printer: Printer, form: Format
) -> None:
    found = with_row(change, printer, form)
    right = truth(FORM)
    row = found.row(KEY)
    assert not {cell for cell, value in row.items() if value not in (None, right[cell])}
    lost = [str(right[cell]) for cell, value in row.items() if value is None and right[cell]]
    quoted = {part for text in found.quoted for part in text.split(" | ")}
    assert set(lost) <= quoted


def test_a_number_in_the_place_of_a_moved_label_leaves_its_row_open_unless_the_total_agrees() -> (
    None
):
    rows = [["", *row] for row in flat(FORM)]
    moved = ["9", *rows[AT][2:]]
    rows[AT] = [rows[AT][1], *moved]
    found = read("applications", page(rows), "html")
    assert found.numbers == truth(FORM)
    assert "9" in found.quoted
    rows[AT][-1] = "941"
    found = read("applications", page(rows), "html")
    assert found.is_open(KEY)
    assert " | ".join([*moved[:-1], "941"]) in found.quoted


def test_a_number_below_the_label_of_another_row_is_not_that_rows() -> None:
    """Each applicant has a line; one without a number looks like the header of those below it."""
    people = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    rows = ["项目 | 数量", "一、本年新收政府信息公开申请数量 | 自然人 | 36"]
    rows += [f"{each} | 0 |" for each in people]
    rows += ["（六）其他处理 | 自然人 | ", *(f"{each} |  |" for each in people)]
    rows += ["（七）总计 | 自然人 | 41", *(f"{each} | 7 |" for each in people)]
    found = read("applications", "\n".join(f"{row} |" for row in rows), "pipe")
    assert not found.numbers.get(("other_handling", "natural_person"))
    assert "41" in found.quoted
