"""The surroundings of the report's text: the page above, its closing, and the page below."""

import re
from bisect import bisect
from collections.abc import Callable, Iterable
from dataclasses import replace

from govreport.model.dates import calendar_date
from govreport.model.grid import Table
from govreport.model.statutory import StatutoryTable
from govreport.recognise.draft import Draft
from govreport.recognise.labels.folding import enumerator, simplified
from govreport.recognise.page.agencies import is_repeated, same_agency
from govreport.recognise.page.closing import ending, is_date
from govreport.recognise.page.furniture import furniture, is_of_page
from govreport.recognise.page.labelled import said_by, said_in
from govreport.recognise.page.other_documents import speaks_of_report
from govreport.recognise.page.publication import publication_date
from govreport.recognise.page.titles import (
    agency_of,
    folded,
    is_document_number,
    names_agency,
    page_titles,
)
from govreport.recognise.page.words import DATES
from govreport.recognise.sections.headings import is_bare
from govreport.recognise.streams.unit import Unit

_ZONE = 40
"""The first units that are the head of a report without sections."""
_LONGEST_ABOVE = 60
_LONGEST_TAIL = 80
_LONGEST_BYLINE = 20
_MOST_TEXT = 100_000


def with_head(draft: Draft) -> Draft:
    """Rely on the title and the first section; leave out the page above the text.

    What its lines say about the publication is kept.
    """
    zone = draft.first if draft.first < len(draft.units) else min(_ZONE, draft.first)
    titled = draft.titled
    chosen = min(draft.declared("title"), default=0)
    office_titled = agency_of(draft.decided[chosen].text) if titled is not None else None
    on_page = bool(draft.left_out) or any(
        furniture(draft.units[index].text) for index in range(titled or 0, zone)
    )
    omitted: dict[int, str] = {}
    in_prose = False
    for index in range(zone):
        if index in draft.decided:
            if draft.is_outside(index) and isinstance(draft.decided[index].block, Table):
                omitted[index] = "page-furniture"
            continue
        text = draft.units[index].text
        above = titled is not None and index < titled
        set_by_page = on_page and not in_prose
        if (
            _is_pages(draft, index, above, in_prose)
            or (set_by_page and titled is not None and _is_byline(text, office_titled))
            or (set_by_page and _is_listed(text))
        ):
            omitted[index] = "page-furniture"
        else:
            in_prose = in_prose or ("。" in text and not above)
    title = chosen if draft.region.is_bounded else titled
    return _with_what_is_said(draft.with_omitted(omitted), list(omitted), title)


def _with_what_is_said(draft: Draft, positions: list[int], title: int | None) -> Draft:
    """Keep what the page's lines and tables above the text say about the publication.

    A date without a label above the title may be any day.
    """
    dates, publisher, office = list(draft.dates), draft.publisher, draft.office
    split = len(positions) if title is None else bisect(positions, title)
    for group, is_below in ((positions[:split], False), (positions[split:], True)):
        texts = [text for index in group for text in _texts_of(draft.units[index])]
        said = said_in(texts)
        publisher = publisher or said.publisher
        office = office or said.office
        dates.extend(each for each in said.dates if each[0] or is_below)
        if is_below and not said.dates:
            unsaid = [calendar_date(text) for text in texts if said_by(text) is None]
            dates.extend(("", date) for date in unsaid if date)
    return _published(replace(draft, dates=tuple(dates), publisher=publisher, office=office))


def _texts_of(unit: Unit) -> list[str]:
    """Return the texts of a unit: its own, or those of the cells of its table."""
    table = unit.entry.block if unit.entry else None
    if not isinstance(table, Table):
        return [unit.text]
    return [cell.text for row in table.rows for cell in row if cell.text]


def _published(draft: Draft) -> Draft:
    """Complete the page's own data from its lists and lines."""
    page = draft.page
    return replace(
        draft,
        page=replace(
            page,
            publication_date=page.publication_date or publication_date(draft.dates),
            publisher=page.publisher or draft.publisher,
        ),
    )


def _is_pages(draft: Draft, index: int, above: bool, in_prose: bool) -> bool:
    """Whether a unit before the first section belongs to the page."""
    unit = draft.units[index]
    text = unit.text
    if draft.is_outside(index):
        return above or not ("。" in text and speaks_of_report(text))
    if above:
        return furniture(text) or (
            "。" not in text and len(text) <= _LONGEST_ABOVE and not is_document_number(text)
        )
    if in_prose and not is_of_page_alone(text):
        return False
    if is_date(text) and index and names_agency(draft.units[index - 1].text):
        return False
    return furniture(text)


def _is_byline(text: str, office: str | None = None) -> bool:
    """Whether a line between a title and the text is one that pages put there.

    Such lines are short and only words. A report has a date there, a note in brackets, or the
    name of its office, which is the `office` in its title if that names one.
    """
    if len(text) > _LONGEST_BYLINE or not is_bare(text):
        return False
    if names_agency(text) and (office is None or same_agency(folded(text), office)):
        return False
    return not re.search(r"[（(〔：:]", text) and not enumerator(text)[0] and not is_date(text)


def _is_listed(text: str) -> bool:
    """Whether a line is an item of a list that an extractor printed with its bullet."""
    return text[:1] in "-•·●*" and _is_byline(text[1:].strip() or text)


def is_of_page_alone(text: str) -> bool:
    """Whether a line is only buttons, or a heading of the page, which no text of a report is."""
    return is_of_page(text) and said_by(text) is None and "：" not in text and ":" not in text


def with_closing(draft: Draft) -> Draft:
    """Rely on the last section; leave the start of the closing, and the page below it left out."""
    last = _last_heading(draft)
    if last is None:
        return replace(draft, end=len(draft.units))
    stop = len(draft.units)
    while stop > last + 1 and _is_outside_below(draft, stop - 1):
        stop -= 1
    tail = _start_of_page(draft, last + 1, stop, is_of_page)
    office = _office_of(draft)
    found = ending(_texts(draft, range(last + 1, tail)), office)
    if draft.region.is_bounded and last + 1 + found.start == tail < stop:
        # Without a signature, a line with a label may be the last of the text, in its container.
        tail = _start_of_page(draft, last + 1, stop, is_of_page_alone)
        found = ending(_texts(draft, range(last + 1, tail)), office)
    start, end = last + 1 + found.start, last + 1 + found.stop
    omitted = range(tail, stop)
    if start == tail and tail == stop < len(draft.units):
        # The signature may be in a part of the page of its own.
        below = ending(_texts(draft, range(stop, len(draft.units))), office)
        end = stop + (below.stop if below.start == 0 else 0)
        stop = end
    left = {*omitted, *range(stop, len(draft.units))}
    if end < tail:
        left |= _behind_closing(draft, range(end, tail))
    draft = _without(draft, left)
    declared = [index for index, entry in draft.decided.items() if entry.closing]
    return replace(draft, end=min([*declared, start]))


def _last_heading(draft: Draft) -> int | None:
    """Return the unit after which the last section's text begins.

    If a source lost its headings, that is its last statutory table.
    """
    tables = [at for at, each in draft.decided.items() if isinstance(each.block, StatutoryTable)]
    starts = [*draft.sections, *draft.declared("section")]
    return max(starts or tables, default=None)


def _without(draft: Draft, positions: Iterable[int]) -> Draft:
    """Leave units out except statutory tables; units left out already are not quoted again."""
    gone = {}
    dates = list(draft.dates)
    publisher = draft.publisher
    for index in sorted(positions):
        entry = draft.decided.get(index)
        if entry and (entry.role != "block" or isinstance(entry.block, StatutoryTable)):
            continue
        gone[index] = "page-furniture"
        if said := said_by(draft.units[index].text):
            dates.extend(each for each in said.dates if each[0] in DATES)
            publisher = publisher or said.publisher
    draft = replace(draft.with_omitted(gone), dates=tuple(dates), publisher=publisher)
    return _published(draft)


def _is_outside_below(draft: Draft, index: int) -> bool:
    entry = draft.decided.get(index)
    if entry and isinstance(entry.block, StatutoryTable):
        return False
    return draft.is_outside(index) or bool(entry and entry.role == "omitted")


def _start_of_page(draft: Draft, start: int, stop: int, is_pages: Callable[[str], bool]) -> int:
    """Return the first line after the report whose words show that it belongs to the page.

    No part of the report may come after it.
    """
    first = stop
    for index in range(stop - 1, start - 1, -1):
        entry = draft.decided.get(index)
        text = draft.units[index].text
        if entry is not None:
            if entry.role == "omitted":
                continue
            break
        if is_date(text) or _is_reports(text):
            break
        if is_pages(text):
            first = index
    return first


def _is_reports(text: str) -> bool:
    """Whether a line below the report may belong to it: a sentence, a numbered or a long line."""
    if len(text) > _LONGEST_TAIL or "\n" in text:
        return not is_of_page(text)
    if "。" in text or enumerator(text)[0] or simplified(text).startswith("附"):
        return not is_of_page(text)
    return False


def _behind_closing(draft: Draft, positions: range) -> set[int]:
    """Return the units after the closing that do not belong to the report.

    These are all units, unless there are texts or tables among them; then they are the units whose
    words show that they belong to the page.
    """
    own = any(
        isinstance(entry.block, Table | StatutoryTable)
        if (entry := draft.decided.get(index))
        else _is_reports(draft.units[index].text)
        for index in positions
    )
    if own:
        return {index for index in positions if is_of_page(draft.units[index].text)}
    return set(positions)


class _Office:
    """Tells whether a line is the name of the office that reports."""

    def __init__(self, names: list[str], texts: list[str]) -> None:
        self._names = names
        # Every look-up reads the list; a bound keeps a long one cheap.
        self._text = "" if names else folded("".join(texts)[:_MOST_TEXT])

    def __call__(self, name: str) -> bool:
        plain = folded(name)
        if len(plain) < 3:
            return False
        if any(same_agency(plain, each) for each in self._names):
            return True
        return bool(self._text) and is_repeated(name, [self._text])


def _office_of(draft: Draft) -> _Office:
    titles = [draft.decided[index].text for index in draft.declared("title")]
    titles += page_titles(draft.page.title or "")
    names = [name for title in titles if (name := agency_of(title))]
    return _Office(names, [unit.text for unit in draft.units if "。" in unit.text])


def _texts(draft: Draft, positions: range) -> list[str | None]:
    return [None if index in draft.decided else draft.units[index].text for index in positions]
