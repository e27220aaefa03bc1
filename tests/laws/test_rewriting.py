"""Reading depends on what a source says, never on how its writer spelt it."""

import random

from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.blocks import Stream
from govreport.model.document import ReportDocument
from govreport.testing import report_documents, streams
from tests.laws import rewriting
from tests.laws.registry import bytes_of, read_back, share, written


@share(4)
@given(streams(), st.integers(0, 2**32))
def test_runs_and_markup_of_a_word_file_may_be_cut_anywhere(stream: Stream, seed: int) -> None:
    data = rewriting.word_file(written(stream, "docx"), random.Random(seed))  # noqa: S311
    assert read_back(data, "docx") == stream


@share(4)
@given(streams(), st.integers(0, 2**32))
def test_markup_of_a_page_may_be_spelt_in_any_way(stream: Stream, seed: int) -> None:
    page = rewriting.web_page(written(stream, "html").decode("utf-8"), random.Random(seed))  # noqa: S311
    assert read_back(page.encode("utf-8"), "html") == stream


@share(10)
@given(report_documents(), st.integers(0, 2**32))
def test_a_document_spelt_otherwise_is_the_same(document: ReportDocument, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    file = rewriting.word_file(bytes_of(document, "docx"), chance)
    page = rewriting.web_page(bytes_of(document, "html").decode("utf-8"), chance)
    assert govreport.loads(file, "docx") == document
    assert govreport.loads(page, "html") == document
