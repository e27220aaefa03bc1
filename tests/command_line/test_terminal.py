"""Where lines break: no wider than the terminal, and not before a mark that closes."""

from hypothesis import example, given
from hypothesis import strategies as st

from govreport.command_line.terminal import hanging, text_width, wrapped

TEXTS = st.text(st.sampled_from("岭县2023年 a-z。，、：；）（“”《》.,()\n"), max_size=80)
CLOSING = "。，、：；）”》"


@given(TEXTS, st.integers(2, 40))
def test_lines_fit_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(text_width(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(
    st.lists(
        st.sampled_from(["工作", "申请", "。", "，", "（一）", "“公开”", "2023"]), max_size=40
    )
)
@example(["2023"] * 5 + ["。"])
@example(["2023"] * 9 + ["。"] * 2)
def test_no_line_begins_with_a_mark_that_closes_or_ends_with_one_that_opens(
    words: list[str],
) -> None:
    text = "公" + "".join(words).replace("。，", "。").replace("，。", "，")
    # Of a row of such marks that is longer than a line can take along, some must begin one.
    if any(mark * 3 in text.translate({ord(each): "。" for each in CLOSING}) for mark in "。"):
        return
    for line in wrapped(text, 20):
        assert not line.startswith(tuple(CLOSING)), line
        assert not line.endswith(("（", "“")), line


def test_a_label_is_as_wide_as_it_looks() -> None:
    assert list(hanging("标题：", "一二三四五六七八九十一二", 26)) == [
        "标题：一二三四五六七八九十",
        "      一二",
    ]


def test_a_number_is_not_parted_from_its_sign() -> None:
    assert wrapped("减少：5 → 2 (−3, −60.0%)", 20) == ["减少：5 → 2 (−3,", "−60.0%)"]
