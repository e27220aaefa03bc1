"""How much of a report on a page comes back, and in its place."""

from collections import Counter
from collections.abc import Iterator

import govreport
from govreport.model.document import Heading, Paragraph, ReportDocument
from govreport.model.grid import Table
from tests.pages_of_systems.reports import Line
from tests.pages_of_systems.systems import Page

_SHORT = 8
_ALL_HEADINGS = 6

Counts = Counter[str]
"""For each measure the right ones, and under its name with `/` all."""


def judged(page: Page, source: str, *, whole: bool = True) -> tuple[Counts, list[str]]:
    """Return what of a page is read right, and what is not, in words.

    `source` is the page, or a text made of it; without `whole` only what it still holds counts.
    """
    document = govreport.loads(source.encode("utf-8"), "html" if whole else None)
    counts: Counts = Counter()
    wrong: list[str] = []

    def note(measure: str, right: bool, what: object = "") -> None:
        counts[measure] += right
        counts[measure + "/"] += 1
        if not right:
            wrong.append(f"{measure}: {what}")

    report = page.report
    if whole or report.title in source.splitlines():
        note("title", document.title == report.title, document.title)
    note("agency", document.agency == report.agency, document.agency)
    if whole or f"{report.year}年" in source:
        note("year", document.year == report.year, document.year)
    if whole:
        note(
            "date",
            document.source.publication_date == page.date,
            document.source.publication_date,
        )
        publisher = document.source.publisher
        note("publisher", publisher == page.publisher, publisher)
    closing = [text for part, text in _texts(document) if part == "closing"]
    wanted = [
        line.text for line in report.lines if isinstance(line, Line) and line.part == "closing"
    ]
    note("closing", closing == wanted, closing)
    _judge_lines(page, source, document, note)
    shown = [text for _, text in _texts(document)]
    for text in dict.fromkeys(page.furniture):
        # A short one may stand within the report's own words, too.
        kept = text in shown if len(text) < _SHORT else any(text in each for each in shown)
        note("furniture gone", not kept, text)
    own = {line.text for line in report.lines if isinstance(line, Line)}
    for _, text in _texts(document):
        note("blocks the report's", text in own, text)
    if any(isinstance(line, Table) for line in report.lines):
        truth = {(f.table, f.row, f.column): f.value for f in report.document.facts()}  # type: ignore[attr-defined]
        found = {(f.table, f.row, f.column): f.value for f in document.facts()}
        note("tables", truth == found, sum(truth[key] != found.get(key) for key in truth))
    return counts, wrong


def _judge_lines(page: Page, source: str, document: ReportDocument, note: object) -> None:
    found = Counter(_texts(document))
    anywhere = {text for _, text in found}
    headed = {
        line.part
        for line in page.report.lines
        if isinstance(line, Line) and line.role == "section" and line.text in source
    }
    for line in page.report.lines:
        if isinstance(line, Line) and line.text in source:
            note("lines back", line.text in anywhere, line.text)  # type: ignore[operator]
            if len(headed) < _ALL_HEADINGS:
                continue  # the text lost the headings, and with them the places
            note("lines in place", bool(found[line.part, line.text]), (line.part, line.text))  # type: ignore[operator]
    headings = {block.text for block in _blocks(document) if isinstance(block, Heading)}
    for line in page.report.lines:
        if isinstance(line, Line) and line.role == "heading" and line.text in source:
            note("headings", line.text in headings, line.text)  # type: ignore[operator]


def _blocks(document: ReportDocument) -> Iterator[object]:
    for part in (document.preamble, *(s.blocks for s in document.sections), document.closing):
        yield from part


def _texts(document: ReportDocument) -> Iterator[tuple[str, str]]:
    parts = [("preamble", document.preamble)]
    for section in document.sections:
        yield section.kind, section.heading
        parts.append((section.kind, section.blocks))
    for part, blocks in (*parts, ("closing", document.closing)):
        for block in blocks:
            if isinstance(block, Heading | Paragraph):
                yield part, block.text
            elif isinstance(block, Table):
                yield part, "\n".join(cell.text for row in block.rows for cell in row)
