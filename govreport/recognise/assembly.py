"""Assembles the report: sections, title, and the most trusted statement of agency and year."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from govreport.blocks import Page, Stream
from govreport.errors import UnreadableSourceError
from govreport.expressions import expression
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.document import Block, Paragraph, ReportDocument, Section, Source
from govreport.model.statute import SectionKind
from govreport.model.statutory import StatutoryTable
from govreport.recognise.entries.items import Entry
from govreport.recognise.labels.folding import simplified
from govreport.recognise.other_years import without_other_years
from govreport.recognise.outline import Outline, outline
from govreport.recognise.page.agencies import (
    acting_agency,
    issuing_agencies,
    issuing_agency,
    organ,
    same_agency,
)
from govreport.recognise.page.closing import signature
from govreport.recognise.page.other_documents import speaks_of_report
from govreport.recognise.page.reports import parts_of
from govreport.recognise.page.titles import (
    agency_of,
    is_title,
    names_agency,
    page_titles,
    with_arabic_years,
    year_of,
)
from govreport.recognise.unread_tables import unread_tables

_FIRST_MONTH = r"(?:0?1|一)(?:月[./-]?|[./-])?"
_LAST_MONTH = r"(?:12|十二)(?:月|[./-])?"
_PERIOD = expression(
    rf"(?:自|从|期限|时限|时间|统计|期|时段|周期)[^。]{{0,12}}?(?P<from>20\d\d)[年./-]?{_FIRST_MONTH}(?:(?:0?1|一)日?)?(?:起|始)?"
    rf"[^。\d]{{0,4}}?(?:至|到|—|－|-|~|～)[^。\d十]{{0,3}}?"
    rf"(?P<to>20\d\d)?[年./-]?{_LAST_MONTH}(?:(?:31|三十一)日?)?"
    r"|(?:统计|数据|报告)[^。；]{0,6}?(?:期限|时限|时间|时段|周期|期间?|反映)[^。；\d]{0,4}(?P<whole>20\d\d)年(?:度|全年|[。，；]|$)"
    r"|统计[^。；]{0,8}?截[止至][^。；\d]{0,6}(?P<until>20\d\d)[年./-]12[月./-]31"
)
_DOCUMENT_NUMBER = expression(r"[〔﹝\[【（(]\s*20\d\d\s*[〕﹞\]】）)]|\d{4}号")
# The date of a day or month says when something was issued or ends, not the reported year;
# months from the first to the last are a year.
_SPOKEN_YEAR = expression(
    r"(?<!\d)(20\d\d)\s*(?=年)(?!年\s*\d{1,2}\s*月(?!\s*(?:至|到|[-—–~～])))(?!年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)"
)
_OTHER_YEAR = expression(
    r"[较比与同至到]\s*20\d\d\s*年|20\d\d\s*年度?\s*(?:[新]?修[订正改]|颁布|施行|实施|印发|出台|通过|考核|反馈|起施行)"
)
"""Years used for comparison, and those of a law or of an appraisal of the office."""
_OPENING_YEAR = expression(
    r"(?:^|[。；])\s*(20\d\d)\s*年度?(?=[，,]|以来|，?[^\d\s]{0,6}[我全本])"
)
"""The year in a sentence about what was done."""

_FIRST_PARAGRAPHS = 3
_SHORT = 20
"""A line of at most so many characters that is not a sentence does not show the year."""


def recognise(stream: Stream) -> ReportDocument:
    """Return the report that a stream holds.

    A stream without any statutory section or table gives a document without sections and a
    diagnostic `not-a-report`. Raises `UnreadableSourceError` only for marks that mean nothing.
    """
    return assemble(stream, outline(stream))


def assemble(stream: Stream, found: Outline) -> ReportDocument:
    """Return the report of a stream whose outline is known; otherwise like `recognise`."""
    diagnostics = [*stream.diagnostics, *found.diagnostics]
    titles = [entry.text for entry in found.entries if entry.role == "title"]
    title = titles[0] if titles else _page_title(found.page)
    preamble, sections, closing = _assembled(found.entries)
    source = Source(found.page.publication_date, found.page.publisher)
    if stream.page.title and stream.page.title != title:
        diagnostics.append(diagnostic("page-furniture", "the page's title", stream.page.title))
    paragraphs = _opening(preamble, sections)
    facts: dict[str, object] = {
        "title": title,
        "agency": _agency(title, paragraphs, closing, found),
        "year": _year(title, paragraphs),
        "publication_date": source.publication_date,
        "publisher": source.publisher,
    }
    facts.update(_stated(stream.statements))
    if not _is_report(sections, preamble, closing, title, paragraphs):
        name = found.named_otherwise
        message = (
            "the page's title says that it is something other than such a report" if name else ""
        )
        diagnostics.append(diagnostic("not-a-report", "", name, message))
    document = ReportDocument(
        title=facts["title"],  # type: ignore[arg-type]
        agency=facts["agency"],  # type: ignore[arg-type]
        year=facts["year"],  # type: ignore[arg-type]
        preamble=preamble,
        sections=sections,
        closing=closing,
        source=Source(facts["publication_date"], facts["publisher"]),  # type: ignore[arg-type]
        diagnostics=(),
    )
    document, notes = without_other_years(document, diagnostics)
    diagnostics.extend((*notes, *_table_diagnostics(document)))
    diagnostics.extend(list(unread_tables(document, diagnostics)))
    diagnostics.extend(_conflicts(document, paragraphs))
    return _with_diagnostics(document, diagnostics)


def recognise_all(stream: Stream) -> list[ReportDocument]:
    """Return every report in a stream, in order; there is one unless the page has several."""
    parts = parts_of(stream)
    if len(parts) == 1:
        return [recognise(stream)]
    return [
        recognise(replace(stream, blocks=stream.blocks[part.start : part.stop])) for part in parts
    ]


def _with_diagnostics(
    document: ReportDocument, diagnostics: Iterable[Diagnostic]
) -> ReportDocument:
    return ReportDocument(
        document.title,
        document.agency,
        document.year,
        document.preamble,
        document.sections,
        document.closing,
        document.source,
        tuple(dict.fromkeys(diagnostics)),
    )


def _assembled(
    entries: Iterable[Entry],
) -> tuple[tuple[Block, ...], tuple[Section, ...], tuple[Block, ...]]:
    preamble: list[Block] = []
    closing: list[Block] = []
    sections: list[tuple[SectionKind, str, list[Block]]] = []
    for entry in entries:
        if entry.role == "section":
            sections.append((entry.kind or "other", entry.text, []))
        elif entry.block is None:
            continue
        elif entry.closing:
            closing.append(entry.block)
        elif sections:
            sections[-1][2].append(entry.block)
        else:
            preamble.append(entry.block)
    return (
        tuple(preamble),
        tuple(Section(kind, heading, tuple(blocks)) for kind, heading, blocks in sections),
        tuple(closing),
    )


def _page_title(page: Page) -> str | None:
    """Return the part of the page's own title that is a report's title, the fullest one."""
    if not page.title:
        return None
    parts = [part for part in (*page_titles(page.title), page.title) if is_title(part)]

    def named(part: str) -> int:
        return (agency_of(part) is not None) + (year_of(part) is not None)

    return max(parts, key=named, default=None)


def _opening(preamble: tuple[Block, ...], sections: tuple[Section, ...]) -> list[str]:
    blocks = [*preamble, *(sections[0].blocks if sections else ())]
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def _year(title: str | None, opening: list[str]) -> int | None:
    titled = year_of(title) if title else None
    sentences = [text for text in opening if "。" in text or len(text) > _SHORT]
    return titled or _period_year(opening) or _spoken_year(sentences[:_FIRST_PARAGRAPHS])


def _conflicts(document: ReportDocument, opening: list[str]) -> Iterable[Diagnostic]:
    """Yield where title, statistics period, page and preamble contradict each other."""
    stated = _period_year(opening)
    if document.year and stated and document.year != stated:
        yield diagnostic("year-conflict", "the statistics period", f"{document.year} / {stated}")
    date = document.source.publication_date
    # A report is published in the year after the one it reports on, a few a little later.
    if document.year and date and not document.year <= date.year <= document.year + 2:
        yield diagnostic("year-conflict", "the publication date", f"{document.year} / {date}")
    if document.agency:
        yield from _agency_conflicts(document.agency, opening[:_FIRST_PARAGRAPHS])


def _agency_conflicts(agency: str, opening: list[str]) -> Iterable[Diagnostic]:
    for text in opening:
        name = next(iter(issuing_agencies(text)), None)
        if name and not same_agency(name, agency):
            yield diagnostic("agency-conflict", "the preamble", f"{agency} / {name}")


def _period_year(opening: list[str]) -> int | None:
    for text in opening:
        plain = with_arabic_years(simplified(re.sub(r"\s", "", text)))
        for match in _PERIOD.finditer(plain):
            if stated := match["whole"] or match["until"]:
                return int(stated)
            if match["to"] in (None, match["from"]):
                return int(match["from"])
    return None


def _spoken_year(opening: list[str]) -> int | None:
    for text in opening:
        plain = _OTHER_YEAR.sub("", _DOCUMENT_NUMBER.sub("", with_arabic_years(text)))
        opened = set(_OPENING_YEAR.findall(plain))
        if len(opened) == 1:
            return int(opened.pop())
        years = Counter(_SPOKEN_YEAR.findall(plain))
        ranked = years.most_common()[:2]
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            return int(ranked[0][0])
        if ranked:
            return None
    return None


def _agency(
    title: str | None, opening: list[str], closing: tuple[Block, ...], found: Outline
) -> str | None:
    """Return the office that reports, as the report prints it: by title, preamble, signature.

    The page's properties come last.
    """
    first = opening[:_FIRST_PARAGRAPHS]
    return (
        _agency_of_titles(title, page_titles(found.page.title or ""))
        or (next(filter(names_agency, first), None) if title else None)
        or issuing_agency(first)
        or _signed(closing)
        or acting_agency(first)
        or organ(found.office)
        or organ(found.page.author)
    )


def _agency_of_titles(title: str | None, of_page: list[str]) -> str | None:
    """Return the office that a title names: the report's own, else the page's."""
    titles = [part for part in (title, *of_page) if part and is_title(part)]
    named = map(agency_of, (*titles, title) if title else titles)
    return next(filter(None, named), None)


def _signed(closing: tuple[Block, ...]) -> str | None:
    """Return the office that signs the report, without the place of its seal and the date."""
    texts = [block.text for block in closing if isinstance(block, Paragraph)]
    signatures = (signature(text) for text in texts)
    return next((text for text in signatures if names_agency(text)), None)


def _stated(statements: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Return the fields that binding statements set; an empty text sets None."""
    fields: dict[str, object] = {}
    for name, text in statements:
        try:
            if name == "year":
                fields[name] = int(text) if text else None
            elif name == "publication_date":
                fields[name] = datetime.date.fromisoformat(text) if text else None
            elif name in ("title", "agency", "publisher"):
                fields[name] = text or None
        except ValueError as error:
            raise UnreadableSourceError(
                f"the statement {name} of the source is {text!r}, which is no {name};"
                " correct or remove it"
            ) from error
    return fields


def _is_report(
    sections: tuple[Section, ...],
    preamble: tuple[Block, ...],
    closing: tuple[Block, ...],
    title: str | None,
    opening: list[str],
) -> bool:
    blocks = (*preamble, *closing, *chain.from_iterable(each.blocks for each in sections))
    if any(isinstance(block, StatutoryTable) for block in blocks):
        return True
    if any(section.kind != "other" for section in sections):
        return True
    if sections and title and is_title(title):
        return True
    return len(sections) > 1 and any(map(speaks_of_report, opening[:_FIRST_PARAGRAPHS]))


def _table_diagnostics(document: ReportDocument) -> Iterable[Diagnostic]:
    seen: set[str] = set()
    editions = set()
    for block in document.blocks():
        if isinstance(block, StatutoryTable):
            if block.kind in seen:
                yield diagnostic("repeated-table", f"table {block.kind}", table=block.kind)
            elif block.edition:
                editions.add(block.edition)
            seen.add(block.kind)
    if len(editions) > 1:
        yield diagnostic("mixed-editions", "", "")
