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


def test_each_member_missing_emptied_damaged_or_swapped(word: bytes) -> None:
    for _, data in in_members(word):
        outcome("docx", data)


def test_flipped_bits_of_a_word_file(word: bytes) -> None:
    for damaged in flipped(word, 60, random.Random(8)):  # noqa: S311
        outcome("docx", damaged, everything=False)


def test_a_page_that_declares_another_encoding(page: bytes) -> None:
    for damaged in declared(page):
        assert outcome("html", damaged, everything=False) == "read"


def test_a_page_cut_anywhere_is_read(page: bytes) -> None:
    for beginning in cut(page, 4):
        assert outcome("html", beginning, everything=False) == "read"
