"""The real reports beside the checkout: all that is expected of them, read and after every format."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import govreport
from govreport.detection import FORMATS
from govreport.model.document import ReportDocument

pytestmark = pytest.mark.corpus


@pytest.fixture
def expected(corpus: Path) -> dict[str, dict[str, Any]]:
    return dict(json.loads((corpus / "expected.json").read_text("utf-8")))


def every_form(path: Path, format: str) -> Iterator[ReportDocument]:
    document = govreport.read(path, format)
    yield document
    yield govreport.read(path)
    for other in FORMATS:
        converted = govreport.loads(govreport.dumps(document, other), other)
        assert converted == document
        yield converted


def numbers(document: ReportDocument) -> dict[str, object]:
    return {f"{fact.table}/{fact.row}/{fact.column}": fact.value for fact in document.facts()}


def test_title_agency_year_edition_and_headings_are_as_expected(
    corpus: Path, expected: dict[str, dict[str, Any]]
) -> None:
    for name, report in expected.items():
        for document in every_form(corpus / name, report["format"]):
            for field in ("title", "agency", "year", "edition"):
                assert getattr(document, field) == report[field]
            if "section_headings" in report:
                headings = [section.heading for section in document.sections]
                assert headings == report["section_headings"]
            assert len(document.sections) == 6


def test_numbers_are_as_expected(corpus: Path, expected: dict[str, dict[str, Any]]) -> None:
    blank_but = ("new_received", "carried_over", "handled_total", "carried_forward")
    totals = {f"applications/{row}/total" for row in blank_but}
    for name, report in expected.items():
        some_blank = "null" in report["blank_rows"]
        for document in every_form(corpus / name, report["format"]):
            for key, value in numbers(document).items():
                blank = some_blank and key.startswith("applications") and key not in totals
                wanted = None if blank else report["nonzero"].get(key, 0)
                assert value == wanted, (name, key)


def test_what_an_office_added_is_kept(corpus: Path, expected: dict[str, dict[str, Any]]) -> None:
    name = next(each for each in expected if each.startswith("000"))
    for document in every_form(corpus / name, "tab"):
        assert document.proactive_disclosure
        added = [row.label for row in document.proactive_disclosure.extra_rows]
        assert len(added) == 1
        assert added[0].startswith("2020年本行政区域")
        assert added[0].endswith("60")


def test_the_real_prints_are_read_whole(corpus: Path) -> None:
    prints = sorted((corpus / "pdf").glob("*.pdf"))
    assert prints
    for path in prints:
        wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
        document = govreport.read(path)
        said = (document.title, document.agency, document.year, len(document.sections))
        assert said == (wanted["title"], wanted["agency"], wanted["year"], wanted["sections"])
        found = {
            f"{each.table}.{each.row}.{each.column}": each.value for each in document.facts()
        }
        for key, value in wanted["facts"].items():
            assert found[key] == (None if value is None else Decimal(str(value))), key
        # Each paragraph ends where its author ended it.
        texts = [
            block.text
            for section in document.sections
            for block in section.blocks
            if isinstance(block, govreport.Paragraph)
        ]
        assert all(text.endswith(("。", "：", "；")) for text in texts)
