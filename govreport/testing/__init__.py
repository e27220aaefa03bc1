"""Hypothesis strategies for reports, to test what you build on govreport.

`report_documents()` makes any document that the model can hold and `ordinary_documents()` those
that offices publish; the others make their parts, down to the texts in a cell. What they draw is
always valid, and shrinks to the smallest document that still fails.

    from hypothesis import given, settings
    from govreport.testing import report_documents

    @settings(deadline=None)
    @given(report_documents())
    def test_my_store_keeps_every_report(document):
        assert load(save(document)) == document

Each strategy is an ordinary one: it can be mapped, filtered and combined. A whole document takes
about 5 ms to draw. Converting one may take longer than the 200 ms that Hypothesis allows by
default, the first one in any case, which imports its reader; hence `deadline=None`.

Needs the extra `testing`: `pip install 'govreport[testing]'`. Raises `ImportError` without it.
"""

try:
    import hypothesis as _hypothesis
except ImportError as error:
    raise ImportError(
        "govreport.testing needs the library hypothesis, which is not installed; install the"
        " extra: pip install 'govreport[testing]'"
    ) from error

from govreport.testing.documents import (
    diagnostics,
    ordinary_documents,
    report_blocks,
    report_documents,
    report_texts,
    sections,
)
from govreport.testing.grids import cells, tables
from govreport.testing.statutory import statutory_rows, statutory_tables
from govreport.testing.streams import marks, pages, statements, streams, table_blocks, text_blocks
from govreport.testing.texts import damaged_texts, forbidden_texts, lines, texts

__all__ = [
    "cells",
    "damaged_texts",
    "diagnostics",
    "forbidden_texts",
    "lines",
    "marks",
    "ordinary_documents",
    "pages",
    "report_blocks",
    "report_documents",
    "report_texts",
    "sections",
    "statements",
    "statutory_rows",
    "statutory_tables",
    "streams",
    "table_blocks",
    "tables",
    "text_blocks",
    "texts",
]

del _hypothesis
