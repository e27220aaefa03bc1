"""The headline: every document goes through every format, and every chain of them, unchanged."""

import dataclasses
from collections.abc import Callable, Sequence
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
from govreport.model.grid import Cell, Table
from govreport.model.statutory import StatutoryRow
from govreport.testing import report_documents
from tests.laws.registry import TEXT_FORMATS, bytes_of, share

formats = st.sampled_from(FORMATS)

WIDEST = Table([[Cell("甲", 1, 1_000)], ["0"] * 1_000])


def with_widest_row(kind: str, label: str) -> ReportDocument:
    """Return the form with a row that the statute does not know, as wide as one may be."""
    form = ReportDocument.blank("青禾县云岭镇人民政府", 2024)
    table = next(table for table in form.statutory_tables() if table.kind == kind)
    rows = (*table.rows, StatutoryRow(None, label, ("7",) * 997))
    widest = Section("other", "附则", (dataclasses.replace(table, rows=rows),))
    return dataclasses.replace(form, sections=(widest,))


@given(document=report_documents(), order=st.permutations(FORMATS))
@example(ReportDocument(), FORMATS)
@example(ReportDocument(closing=(Paragraph("<p>甲</p><p>乙</p>"),)), FORMATS)
@example(ReportDocument(preamble=(Paragraph('{"format": 1}'),)), FORMATS)
@example(ReportDocument(preamble=(Paragraph("| 甲 | 乙 |\n\t丙\t丁"),)), FORMATS)
@example(ReportDocument(agency="Administrator"), FORMATS)
def test_a_document_is_equal_after_every_format_and_any_two_after_each_other(
    document: ReportDocument, order: Sequence[str]
) -> None:
    assert_kept(document, order)


@pytest.mark.deep
@pytest.mark.parametrize(
    "document",
    [
        ReportDocument(preamble=(WIDEST,)),
        with_widest_row("proactive_disclosure", "另一项"),
        with_widest_row("applications", "另一项"),
        with_widest_row("reviews", ""),
    ],
    ids=["a table", "table 2", "table 3", "table 4"],
)
def test_the_widest_tables_are_equal_after_every_format(document: ReportDocument) -> None:
    assert_kept(document, FORMATS)


def assert_kept(document: ReportDocument, order: Sequence[str]) -> None:
    """What is read is what the next format writes; every other one is read without its name."""
    read = document
    for place, name in enumerate(order):
        data = bytes_of(read, name)
        assert_detected(data, name, document)
        read = govreport.loads(data, name if place % 2 else None)
        assert read == document, name


def assert_detected(data: bytes, format: str, document: ReportDocument) -> None:
    """A text that shows no table may be taken by either reader of texts, for they read it alike."""
    found = detect(data)
    if found != format:
        assert {found, format} == set(TEXT_FORMATS)
        assert not any(isinstance(block, TableBlock) for block in arrange(document).blocks)
        assert govreport.loads(data) == govreport.loads(data, format)


@share(20)
@given(report_documents())
def test_what_was_read_is_written_as_the_very_same_bytes(document: ReportDocument) -> None:
    for name in FORMATS:
        data = bytes_of(document, name)
        assert bytes_of(govreport.loads(data, name), name) == data, name


@share(20)
@given(report_documents())
def test_a_text_and_its_bytes_are_read_alike(document: ReportDocument) -> None:
    for name in ("html", *TEXT_FORMATS, "json"):
        text = str(govreport.dumps(document, name))
        assert govreport.loads(text, name) == document, name
        assert govreport.loads(text) == document, name


class Conversions(RuleBasedStateMachine):
    """A document that is converted at random, and now and then changed, for many steps."""

    def __init__(self) -> None:
        super().__init__()
        self.expected = self.read = ReportDocument()
        self.data: bytes | str = b""
        self.format = "json"

    @initialize(document=report_documents(), format=formats)
    def begin(self, document: ReportDocument, format: str) -> None:
        self.expected = document
        self._write(document, format)

    @rule(format=formats)
    def convert(self, format: str) -> None:
        self._write(self.read, format)

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
            self.read = govreport.loads(self.data, self.format)
            assert self.read == self.expected

    def _change(self, change: Callable[[ReportDocument], dict[str, Any]]) -> None:
        self.expected = dataclasses.replace(self.expected, **change(self.expected))
        self._write(self.expected, self.format)

    def _write(self, document: ReportDocument, format: str) -> None:
        self.data, self.format = govreport.dumps(document, format), format


TestConversions = Conversions.TestCase
TestConversions.settings = share(80)  # type: ignore[assignment]
