"""Property tests of a program that stands on govreport: Hypothesis draws the reports.

pip install 'govreport[examples]'
pytest examples/test_pipeline.py
"""

from hypothesis import given, settings

import govreport
from govreport.testing import report_documents


def received(document: govreport.ReportDocument) -> int | None:
    """Return the applications received, None where the report states none: your own program."""
    for fact in document.facts():
        if (fact.table, fact.row, fact.column) == ("applications", "new_received", "total"):
            return int(fact.value) if fact.value is not None else None
    return None


@settings(deadline=None)  # the first conversion imports its reader and writer
@given(report_documents())
def test_a_report_that_was_stored_states_the_same(document: govreport.ReportDocument) -> None:
    """Whatever a report holds, storing it as a page changes nothing."""
    stored = govreport.dumps(document, "html")
    assert govreport.loads(stored) == document
    assert received(govreport.loads(stored)) == received(document)
