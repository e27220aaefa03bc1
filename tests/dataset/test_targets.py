"""Every fact of every drawn document survives every table format and comes back, status and all."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport
from govreport.dataset.arrow import to_arrow
from govreport.dataset.parts import Parts
from govreport.dataset.targets import WRITERS
from govreport.testing import report_documents
from tests.dataset.reading_back import READ_BACK, fact_of


def test_every_format_is_tried() -> None:
    assert set(READ_BACK) == set(WRITERS)


@pytest.mark.parametrize("suffix", READ_BACK)
@settings(max_examples=min(12, settings.default.max_examples // 5))
@given(documents=st.lists(report_documents(), min_size=1, max_size=2))
def test_facts_survive(suffix: str, documents: list[govreport.ReportDocument]) -> None:
    tables = to_arrow(documents)
    expected = [fact_of(row) for row in tables.facts.to_pylist()]
    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(Path(folder))
        parts.begin()
        parts.write(0, tables)
        target = Path(folder) / f"facts{suffix}"
        WRITERS[suffix](parts, target)
        assert READ_BACK[suffix](target) == expected
