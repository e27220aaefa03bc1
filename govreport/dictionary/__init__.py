"""The dictionary of the statute: every cell of every edition with its keys, labels and unit.

`cells` gives it as rows, `as_csv` as the code list that ships beside this module
(`statutory-cells.csv`), `as_markdown` as the page `docs/dictionary.md` and its Chinese twin.
"""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from govreport.dictionary.page import as_markdown
from govreport.model import statute

__all__ = ["DictionaryCell", "as_csv", "as_markdown", "cells"]


class DictionaryCell(NamedTuple):
    """One cell of one edition; `edition` is blank for table 4, the same in both."""

    table: str
    edition: str
    item: str
    row: str
    column: str
    row_label: str
    column_label: str
    row_english: str
    column_english: str
    unit: str
    is_total: bool


def cells() -> Iterator[DictionaryCell]:
    """Yield every cell of every layout, in the order in which the forms print them."""
    for layout in statute.LAYOUTS:
        for row in layout.rows:
            for column in row.columns:
                yield DictionaryCell(
                    layout.kind,
                    str(layout.edition or ""),
                    row.group or "" if layout.kind == "proactive_disclosure" else "",
                    row.key,
                    column.key,
                    " / ".join(row.labels),
                    column.label,
                    row.english,
                    column.english,
                    column.unit,
                    row.is_total or column.is_total,
                )


def as_csv() -> str:
    """Return the code list as CSV with a header, lines ended as RFC 4180 has them."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(DictionaryCell._fields)
    for cell in cells():
        writer.writerow([str(part).lower() if part in (True, False) else part for part in cell])
    return text.getvalue()
