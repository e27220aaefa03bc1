"""Labels looked up by what a page prints for them."""

import pytest

from govreport.recognise.labels.vocabulary import kind_vocabulary


@pytest.mark.parametrize(
    ("printed", "row"),
    [
        ("（六）其他", "other_handling"),  # begun under the number of its group
        ("（六）其他处理", "other_handling"),
        ("3.其他", "other_reasons"),
        ("其他", "other_reasons"),
        ("（三）其他", "other_reasons"),  # no other label begins so
    ],
)
def test_a_label_that_is_begun_is_told_by_its_number(printed: str, row: str) -> None:
    label = kind_vocabulary("applications").match(printed).label("row")
    assert label is not None
    assert label.key == row


@pytest.mark.parametrize(
    "mark", ["[1]", "[^1]", r"\[1\]", "^1^", "<sup>1</sup>", "注1", "（注1）", "¹"]
)
def test_the_mark_of_a_note_is_no_part_of_a_label(mark: str) -> None:
    label = kind_vocabulary("proactive_disclosure").match(f"行政处罚{mark}").label("row")
    assert label is not None
    assert label.key == "administrative_penalties"
