"""Broken files and files of other kinds give a document or a ReportError, and nothing else."""

import random

import pytest

from tests.fuzz.seeds import report
from tests.hostile.broken import KINDS, cut, declared, flipped, in_members, text_of, word_file
from tests.hostile.inputs import outcome


@pytest.fixture(scope="module")
def word() -> bytes:
    return word_file()


@pytest.fixture(scope="module")
def page() -> bytes:
    return text_of(report(), "html")


@pytest.mark.parametrize("source", ["docx", "html", "pipe", "tab", "json", None])
@pytest.mark.parametrize("kind", KINDS)
def test_files_of_other_kinds(kind: str, source: str | None) -> None:
    outcome(source, KINDS[kind])


def test_a_word_file_cut_at_each_percent_is_refused(word: bytes) -> None:
    for percent, beginning in enumerate(cut(word, 1)):
        assert outcome("docx", beginning, everything=False).startswith("refused"), percent


@pytest.mark.deep
def test_each_member_missing_emptied_damaged_or_swapped(word: bytes) -> None:
    for _, data in in_members(word):
        outcome("docx", data)


def test_flipped_bits_of_a_word_file(word: bytes) -> None:
    for damaged in flipped(word, 60, random.Random(8)):  # noqa: S311
        outcome("docx", damaged, everything=False)


def test_a_page_that_declares_another_encoding(page: bytes) -> None:
    for damaged in declared(page):
        assert outcome("html", damaged, everything=False) == "read"


@pytest.mark.parametrize(
    "mark",
    [
        "applications 2021 rows 24",
        "applications 2021 rows 0 1 2 3 99",
        "proactive_disclosure 2021 rows 9",
        "reviews 0 rows 3 columns -:2",
    ],
)
@pytest.mark.parametrize(
    "rows", ["<tr><td>1", "<tr><td>1<td>2<tr><td>3", "<tr><td rowspan=2>1<td>2<tr><td>3" * 9]
)
def test_a_mark_on_a_table_of_another_form_is_refused(mark: str, rows: str) -> None:
    page = f'<p>甲</p><table data-govreport="{mark}">{rows}</table>'
    assert outcome("html", page.encode()).startswith("refused: UnreadableSourceError")


def test_a_page_cut_anywhere_is_read(page: bytes) -> None:
    for beginning in cut(page, 4):
        assert outcome("html", beginning, everything=False) == "read"
