"""The headline: every document goes through every format, and every chain of them, unchanged."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import govreport
from govreport.arrange import arrange
from govreport.blocks import TableBlock
from govreport.detection import FORMATS, detect
from govreport.model.document import Paragraph, ReportDocument, Section
from govreport.testing import report_documents
from tests.laws.registry import BLOCK_FORMATS, TEXT_FORMATS, bytes_of, share

EVERY_FORMAT = pytest.mark.parametrize("format", FORMATS)
formats = st.sampled_from(FORMATS)


@EVERY_FORMAT
@given(document=report_documents())
@example(document=ReportDocument())
@example(document=ReportDocument(closing=(Paragraph("<p>甲</p><p>乙</p>"),)))
@example(document=ReportDocument(preamble=(Paragraph('{"format": 1}'),)))
@example(document=ReportDocument(preamble=(Paragraph("| 甲 | 乙 |\n\t丙\t丁"),)))
def test_a_document_written_in_a_format_is_read_back_equal(
    format: str, document: ReportDocument
) -> None:
    data = bytes_of(document, format)
    assert govreport.loads(data, format) == document
    # Only where a text shows no table do both readers of texts take it, and read the same.
    found = detect(data)
    assert found == format or {found, format} == set(TEXT_FORMATS)
    if found != format:
        assert not any(isinstance(block, TableBlock) for block in arrange(document).blocks)
    assert govreport.loads(data) == document


@given(report_documents(), formats, formats)
def test_a_document_taken_through_any_two_formats_is_equal(
    document: ReportDocument, first: str, second: str
) -> None:
    once = govreport.loads(govreport.dumps(document, first), first)
    assert govreport.loads(govreport.dumps(once, second), second) == document


@pytest.mark.parametrize("format", BLOCK_FORMATS)
@share(4)
@given(document=report_documents())
def test_what_was_read_is_written_as_the_very_same_bytes(
    format: str, document: ReportDocument
) -> None:
    data = bytes_of(document, format)
    assert bytes_of(govreport.loads(data, format), format) == data


@share(10)
@given(report_documents(), formats)
def test_a_text_and_its_bytes_are_read_alike(document: ReportDocument, format: str) -> None:
    written = govreport.dumps(document, format)
    if isinstance(written, str):
        assert govreport.loads(written.encode("utf-8"), format) == document
        assert govreport.loads(written, format) == document


class Conversions(RuleBasedStateMachine):
    """A document that is converted at random, and now and then changed, for many steps."""

    def __init__(self) -> None:
        super().__init__()
        self.expected = ReportDocument()
        self.data: bytes | str = b""
        self.format = "json"

    @initialize(document=report_documents(), format=formats)
    def begin(self, document: ReportDocument, format: str) -> None:
        self.expected = document
        self._write(document, format)

    @rule(format=formats)
    def convert(self, format: str) -> None:
        self._write(govreport.loads(self.data, self.format), format)

    @rule(format=formats)
    def convert_what_is_detected(self, format: str) -> None:
        self._write(govreport.loads(self.data), format)

    @rule()
    def drop_the_last_section(self) -> None:
        self._change(lambda document: {"sections": document.sections[:-1]})

    @rule()
    def move_the_closing_into_a_section(self) -> None:
        def change(document: ReportDocument) -> dict[str, Any]:
            section = Section("other", "附则", document.closing)
            return {"sections": (*document.sections, section), "closing": ()}

        self._change(change)

    @rule()
    def forget_the_title(self) -> None:
        self._change(lambda _: {"title": None})

    @invariant()
    def nothing_was_lost(self) -> None:
        if self.data:
            assert govreport.loads(self.data, self.format) == self.expected

    def _change(self, change: Callable[[ReportDocument], dict[str, Any]]) -> None:
        self.expected = dataclasses.replace(self.expected, **change(self.expected))
        self._write(self.expected, self.format)

    def _write(self, document: ReportDocument, format: str) -> None:
        self.data, self.format = govreport.dumps(document, format), format


TestConversions = Conversions.TestCase
TestConversions.settings = share(5)  # type: ignore[assignment]
