"""What was read is freed when it is no longer held, without waiting for the cycle collector.

A pipeline that reads millions of files would else pay for its passes in the middle of reading.
"""

import gc

import pytest

import govreport
from tests.dialects import pages, sources

FORMATS = ("docx", "html", "pipe", "tab", "json")
REPORT = sources.reports()["full-2021"]


def unreachable_after(data: bytes | str) -> int:
    """Return how many objects only the cycle collector can free after reading a source."""
    govreport.loads(data)  # what is loaded and remembered once is not a matter here
    gc.freeze()  # what is there already, cycles or not, is not counted
    gc.disable()
    try:
        govreport.loads(data)
        return gc.collect()
    finally:
        gc.enable()
        gc.unfreeze()


@pytest.mark.parametrize("format", FORMATS)
def test_reading_leaves_nothing_to_the_collector(format: str):
    assert unreachable_after(govreport.dumps(REPORT, format)) == 0


def test_neither_does_reading_a_page_of_a_site():
    page = pages.web_page(REPORT, "word", spanning=False)
    assert unreachable_after(page) == 0


def test_the_count_would_tell():
    gc.freeze()
    gc.disable()
    try:
        circle: list[object] = []
        circle.append(circle)
        del circle
        assert gc.collect() == 1
    finally:
        gc.enable()
        gc.unfreeze()
