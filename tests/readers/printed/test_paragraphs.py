"""Lines of print as paragraphs, titles and the furniture of pages."""

from govreport.blocks import TextBlock
from tests.readers.printed.sheets import HEIGHT, WIDTH, prose, put, read, sheet, texts_of, told

FULL = "政" * 40
"""A line that fills the measure."""


def test_lines_that_fill_the_measure_go_on_without_a_blank() -> None:
    page = sheet()
    prose(page, 100, f"  {FULL[:38]}", FULL, "完。", f"  {FULL[:38]}", "毕。")
    assert texts_of(read(page)) == [FULL[:38] + FULL + "完。", FULL[:38] + "毕。"]


def test_letters_of_two_lines_are_parted_by_a_blank() -> None:
    page = sheet()
    prose(page, 100, f"{'政' * 38}data", "set共有", FULL)
    assert texts_of(read(page))[0].startswith(f"{'政' * 38}data set共有")


def test_a_number_of_its_own_begins_a_paragraph_behind_a_line_with_room() -> None:
    page = sheet()
    prose(page, 100, FULL, FULL[:37], "（二）依申请公开", FULL)
    assert texts_of(read(page)) == [FULL + FULL[:37], "（二）依申请公开", FULL]


def test_a_larger_gap_and_another_size_begin_a_paragraph() -> None:
    page = sheet()
    prose(page, 100, FULL, FULL)
    prose(page, 170, FULL)
    put(page, 100, 190, "注" * 40, size=8)
    assert texts_of(read(page)) == [FULL * 2, FULL, "注" * 40]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first, second = sheet(1), sheet(2)
    prose(first, 100, *[FULL] * 38)
    prose(second, 100, "完。", f"  {FULL[:38]}")
    assert texts_of(read(first, second)) == [FULL * 38 + "完。", FULL[:38]]


def test_a_title_on_two_lines_is_one_and_the_largest_is_the_title() -> None:
    page = sheet()
    put(page, (WIDTH - 11 * 20) / 2, 60, "青禾县云岭镇人民政府二", size=20)
    put(page, (WIDTH - 8 * 20) / 2, 90, "〇二三年年度报告", size=20)
    prose(page, 150, *[FULL] * 5)
    first, second = read(page).blocks
    assert first == TextBlock("青禾县云岭镇人民政府二〇二三年年度报告", 0)
    assert second == TextBlock(FULL * 5)


def test_the_signature_s_lines_stay_apart() -> None:
    page = sheet()
    prose(page, 100, *[FULL] * 3, "完。")
    put(page, 400, 180, "云岭镇人民政府")
    put(page, 410, 196, "2024年1月18日")
    assert texts_of(read(page))[1:] == ["云岭镇人民政府", "2024年1月18日"]


def test_page_numbers_are_none_of_the_text_and_running_heads_are_quoted_once() -> None:
    pages = []
    for number in range(1, 5):
        page = sheet(number)
        put(page, 200, 30, "青禾县人民政府公报")
        prose(page, 100, f"  {'甲乙丙丁'[number - 1] * 38}", *[FULL] * 3, "完。")
        put(page, 290, HEIGHT - 40, f"- {number} -" if number % 2 else f"第{number}页 共4页")
        pages.append(page)
    stream = read(*pages)
    assert [text[-2:] for text in texts_of(stream)] == ["完。"] * 4
    assert told(stream, "header-or-footer") == ["青禾县人民政府公报"]


def test_a_figure_at_the_foot_of_one_page_in_the_text_is_kept() -> None:
    first, second = sheet(1), sheet(2)
    prose(first, 100, *[FULL] * 30)
    put(first, 100, 610, "2023")
    prose(second, 100, *[FULL] * 30)
    assert "2023" in texts_of(read(first, second))


def test_text_at_an_angle_is_quoted() -> None:
    page = sheet()
    prose(page, 100, FULL)
    put(page, 200, 300, "水印", turn=None)
    stream = read(page)
    assert texts_of(stream) == [FULL]
    assert told(stream, "page-furniture") == ["水印"]


def test_nothing_is_read_of_nothing() -> None:
    assert read().blocks == ()
    assert read(sheet()).blocks == ()
