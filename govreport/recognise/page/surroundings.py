"""The surroundings of the report's text: the page above, its closing, and the page below."""

import datetime
import re
from bisect import bisect
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from govreport.model.dates import calendar_date
from govreport.model.grid import Table
from govreport.model.statutory import StatutoryTable
from govreport.recognise.draft import Draft
from govreport.recognise.labels.folding import enumerator, simplified
from govreport.recognise.page.agencies import is_repeated, same_agency
from govreport.recognise.page.closing import Ending, ending, is_date
from govreport.recognise.page.furniture import furniture, is_of_page
from govreport.recognise.page.labelled import Said, said_by, said_in
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


class _Head(NamedTuple):
    """The lines up to the first section, and what is known of all of them."""

    stop: int
    titled: int | None
    """The last line of the title."""
    office: str | None
    """The office that the title names."""
    is_on_page: bool
    """Whether a page shows around them what is none of the report."""

    def is_above_title(self, index: int) -> bool:
        """Whether a line stands above the title's last."""
        return self.titled is not None and index < self.titled


def with_head(draft: Draft) -> Draft:
    """Rely on the title and the first section; leave out the page above the text.

    What its lines say about the publication is kept.
    """
    chosen = min(draft.declared("title"), default=0)
    omitted = _of_page_above(draft, _head_of(draft, chosen))
    title = chosen if draft.region.is_bounded else draft.titled
    draft = draft.with_omitted(dict.fromkeys(omitted, "page-furniture"))
    return _with_what_is_said(draft, omitted, title)


def _head_of(draft: Draft, title: int) -> _Head:
    stop = draft.first if draft.first < len(draft.units) else min(_ZONE, draft.first)
    office = agency_of(draft.decided[title].text) if draft.titled is not None else None
    is_on_page = bool(draft.left_out) or any(
        furniture(draft.units[index].text) for index in range(draft.titled or 0, stop)
    )
    return _Head(stop, draft.titled, office, is_on_page)


def _of_page_above(draft: Draft, head: _Head) -> list[int]:
    """Return the units above the first section that are the page's."""
    found: list[int] = []
    in_prose = False
    for index in range(head.stop):
        if entry := draft.decided.get(index):
            if draft.is_outside(index) and isinstance(entry.block, Table):
                found.append(index)
        elif _is_pages(draft, index, head, in_prose):
            found.append(index)
        elif "。" in draft.units[index].text and not head.is_above_title(index):
            in_prose = True
    return found


def _with_what_is_said(draft: Draft, positions: list[int], title: int | None) -> Draft:
    """Keep what the page's lines and tables above the text say about the publication.

    A date without a label above the title may be any day.
    """
    split = len(positions) if title is None else bisect(positions, title)
    for group, is_below in ((positions[:split], False), (positions[split:], True)):
        texts = [text for index in group for text in _texts_of(draft.units[index])]
        said = said_in(texts)
        draft = draft._replace(
            dates=(*draft.dates, *_dates_of(said, texts, is_below)),
            publisher=draft.publisher or said.publisher,
            office=draft.office or said.office,
        )
    return _published(draft)


def _dates_of(said: Said, texts: list[str], is_below: bool) -> list[tuple[str, datetime.date]]:
    """Return the dates that lines above or below the title state, those without labels only below."""
    if not is_below or said.dates:
        return [each for each in said.dates if each[0] or is_below]
    dates = [calendar_date(text) for text in texts if said_by(text) is None]
    return [("", date) for date in dates if date]


def _texts_of(unit: Unit) -> list[str]:
    """Return the texts of a unit: its own, or those of the cells of its table."""
    table = unit.entry.block if unit.entry else None
    if not isinstance(table, Table):
        return [unit.text]
    return [cell.text for row in table.rows for cell in row if cell.text]


def _published(draft: Draft) -> Draft:
    """Complete the page's own data from its lists and lines."""
    page = draft.page
    return draft._replace(
        page=replace(
            page,
            publication_date=page.publication_date or publication_date(draft.dates),
            publisher=page.publisher or draft.publisher,
        ),
    )


def _is_pages(draft: Draft, index: int, head: _Head, in_prose: bool) -> bool:
    """Whether a unit before the first section belongs to the page."""
    if _is_pages_by_place(draft, index, head.is_above_title(index), in_prose):
        return True
    if in_prose or not head.is_on_page:
        return False
    text = draft.units[index].text
    return _is_listed(text) or (head.titled is not None and _is_byline(text, head.office))


def _is_pages_by_place(draft: Draft, index: int, above: bool, in_prose: bool) -> bool:
    """Whether a unit is the page's by where it stands and by what no report says there."""
    text = draft.units[index].text
    if draft.is_outside(index):
        return above or not ("。" in text and speaks_of_report(text))
    if above:
        return _is_pages_above_title(text)
    if in_prose and not is_of_page_alone(text):
        return False
    signed = index > 0 and is_date(text) and names_agency(draft.units[index - 1].text)
    return furniture(text) and not signed


def _is_pages_above_title(text: str) -> bool:
    return furniture(text) or (
        "。" not in text and len(text) <= _LONGEST_ABOVE and not is_document_number(text)
    )


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
        return draft._replace(end=len(draft.units))
    stop = len(draft.units)
    while stop > last + 1 and _is_outside_below(draft, stop - 1):
        stop -= 1
    office = _office_of(draft)
    tail, closing = _closing_in(draft, range(last + 1, stop), office)
    left = {*range(tail, stop)}
    start, end = closing
    if start == tail == stop < len(draft.units):
        # The signature may be in a part of the page of its own.
        below = _ending_in(draft, range(stop, len(draft.units)), office)
        stop = end = below.stop if below.start == stop else stop
    left |= {*range(stop, len(draft.units))}
    if end < tail:
        left |= _behind_closing(draft, range(end, tail))
    draft = _without(draft, left)
    declared = [index for index, entry in draft.decided.items() if entry.closing]
    return draft._replace(end=min([*declared, start]))


def _closing_in(draft: Draft, lines: range, office: "_Office") -> tuple[int, Ending]:
    """Return where, below the report, the page goes on by its words, and the closing before it."""
    tail = _start_of_page(draft, lines, is_of_page)
    found = _ending_in(draft, range(lines.start, tail), office)
    if draft.region.is_bounded and found.start == tail < lines.stop:
        # Without a signature, a line with a label may be the last of the text, in its container.
        tail = _start_of_page(draft, lines, is_of_page_alone)
        found = _ending_in(draft, range(lines.start, tail), office)
    return tail, found


def _ending_in(draft: Draft, lines: range, office: "_Office") -> Ending:
    texts = [None if index in draft.decided else draft.units[index].text for index in lines]
    found = ending(texts, office)
    return Ending(lines.start + found.start, lines.start + found.stop)


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
    draft = draft.with_omitted(gone)._replace(dates=tuple(dates), publisher=publisher)
    return _published(draft)


def _is_outside_below(draft: Draft, index: int) -> bool:
    entry = draft.decided.get(index)
    if entry and isinstance(entry.block, StatutoryTable):
        return False
    return draft.is_outside(index) or bool(entry and entry.role == "omitted")


def _start_of_page(draft: Draft, lines: range, is_pages: Callable[[str], bool]) -> int:
    """Return the first line after the report whose words show that it belongs to the page.

    No part of the report may come after it.
    """
    first = lines.stop
    for index in reversed(lines):
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
    names = [name for title in dict.fromkeys(titles) if (name := agency_of(title))]
    return _Office(names, [unit.text for unit in draft.units if "。" in unit.text])
