"""The table of words, and what it tells of places in a text."""

from importlib.resources import files

from govreport.normalise import words


def test_the_table_holds_each_word_once_and_nothing_but_mainland_characters() -> None:
    text = files("govreport.normalise").joinpath("words.txt").read_text("utf-8")
    listed = [word for line in text.splitlines() for word in line.split("\t")[1].split(" ")]
    assert len(listed) == len(set(listed)) > 50_000
    assert all(1 <= len(word) <= 4 for word in listed)
    assert "".join(listed).encode("gb2312")


def test_words_are_parted_as_a_reader_parts_them() -> None:
    assert words.segmented("合理分配资源") == ["合理", "分配", "资源"]
    assert words.segmented("公开工作") == ["公开", "工作"]
    assert words.segmented("") == []
    assert words.segmented("龘") == ["龘"]


def test_a_place_cuts_a_word_or_does_not() -> None:
    assert words.cuts_word("做好政", "府信息公开")
    assert not words.cuts_word("政府", "信息公开")
    assert not words.cuts_word("", "政府")
    assert not words.cuts_word("政，", "府")


def test_how_common_a_word_is_and_how_much_of_a_text_is_words() -> None:
    assert words.weight("的") > words.weight("政府") > words.weight("乡镇府") == 0
    assert words.covered("政府信息，龘") == (4, 5)
    assert words.likelihood("信息中心") > words.likelihood("信杯中心")
