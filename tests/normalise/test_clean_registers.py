"""Clean sentences of many registers, of the project's own writing: none is changed."""

from pathlib import Path

import pytest

import govreport
from govreport.model.document import Paragraph, ReportDocument

LINES = [
    line
    for line in (Path(__file__).parent / "clean" / "registers.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("# ")
]


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_by_itself_is_left_alone_and_nothing_is_reported(line: str) -> None:
    document = ReportDocument(preamble=(Paragraph(line),))
    result = govreport.normalize(document)
    assert result.changes == ()
    assert result.findings == ()


def test_all_of_them_in_one_document_are_left_alone() -> None:
    document = ReportDocument(preamble=tuple(map(Paragraph, LINES)))
    assert len(LINES) > 80
    assert govreport.normalize(document).changes == ()


def test_all_of_them_as_one_text_are_left_alone() -> None:
    text = "\n".join(LINES)
    assert govreport.normalize_text(text) == text
