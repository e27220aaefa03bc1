"""The text that other programs take of a PDF file holds no wrong number for the text readers."""

from decimal import Decimal

import pytest

import govreport
from tests.published.extracting import programs
from tests.published.regenerate import FILES, REPORT, report, short_report

PRINTS = {f"{REPORT}.pdf": report(), "short.chromium.pdf": short_report()}


def numbers(document: govreport.ReportDocument) -> dict[tuple[object, ...], Decimal | None]:
    """Return the numbers of a document by their cells."""
    return {(each.table, each.row, each.column): each.value for each in document.facts()}


@pytest.mark.parametrize("program", programs())
@pytest.mark.parametrize("name", PRINTS)
def test_no_number_is_wrong(name: str, program: str) -> None:
    text = programs()[program]((FILES / name).read_bytes())
    wanted = numbers(PRINTS[name])
    read = numbers(govreport.loads(text))
    assert not {
        key: value
        for key, value in read.items()
        if value is not None and wanted.get(key) != value
    }
