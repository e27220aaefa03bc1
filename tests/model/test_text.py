"""Texts are canonical, or refused where they are built."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.errors import InvalidDocumentError, ReportError
from govreport.model.document import Heading, Paragraph, ReportDocument, Section, Source
from govreport.model.grid import Cell
from govreport.model.statutory import ExtraColumn, StatutoryRow
from govreport.model.text import clean_text, clean_texts, join_lines, one_line

anything = st.text(st.characters(), max_size=20)


@given(anything)
def test_a_text_is_canonical_or_refused(text: str) -> None:
    try:
        cleaned = clean_text(text, "here")
    except InvalidDocumentError:
        return
    assert clean_text(cleaned, "here") == cleaned == cleaned.strip()
    assert "\r" not in cleaned
    line = one_line(text, "here")
    assert "\n" not in line
    assert one_line(line, "here") == line
    cleaned.encode("utf-8")


@given(st.lists(anything, max_size=4))
def test_several_texts_are_made_canonical_as_each_of_them_is(texts: list[str]) -> None:
    try:
        each = tuple(clean_text(text, "here") for text in texts)
    except InvalidDocumentError:
        with pytest.raises(InvalidDocumentError):
            clean_texts(texts, "here")
    else:
        assert clean_texts(texts, "here") == each


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a\x00b", "U+0000"),
        ("\x1b[1m", "U+001B"),
        ("甲\ud800乙", "U+D800"),
        ("x\ufffe", "U+FFFE"),
        ("x\uffff", "U+FFFF"),
    ],
)
def test_a_forbidden_character_is_refused_by_name_and_place(text: str, named: str) -> None:
    builders = {
        "a paragraph": lambda: Paragraph(text),
        "a heading": lambda: Heading(text),
        "a section heading": lambda: Section("overview", text),
        "a cell": lambda: Cell(text),
        "the title": lambda: ReportDocument(title=text),
        "the agency": lambda: ReportDocument(agency=text),
        "the publisher": lambda: Source(publisher=text),
        "row regulations": lambda: StatutoryRow("regulations", cells=(text,)),
        "a column label": lambda: ExtraColumn(text),
    }
    for place, build in builders.items():
        with pytest.raises(InvalidDocumentError) as caught:
            build()
        message = str(caught.value)
        assert message.startswith(place)
        assert named in message
        assert (
            f"position {next(i for i, c in enumerate(text) if f'U+{ord(c):04X}' == named)}"
            in (message)
        )
        assert message.isprintable()
        assert isinstance(caught.value, ReportError)
        assert isinstance(caught.value, ValueError)


def test_a_text_of_another_type_is_refused() -> None:
    with pytest.raises(
        InvalidDocumentError, match="a paragraph: a text must be a str, not bytes"
    ):
        Paragraph(b"x")  # type: ignore[arg-type]


def test_a_printed_line_break_is_a_blank_only_between_narrow_characters() -> None:
    assert one_line("2023年政府\n信息公开", "x") == "2023年政府信息公开"
    assert one_line("annual \r\n report", "x") == "annual report"
    assert join_lines("青禾县", "2023年") == "青禾县2023年"
