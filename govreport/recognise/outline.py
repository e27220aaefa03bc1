"""Classifies every unit of a stream: title, section heading, heading, paragraph, or left out.

`PASSES` lists the passes that do it, in order; each makes a new `Draft` from the one before and
changes nothing else.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from govreport.blocks import Page, Stream
from govreport.model import statute
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.document import Heading, Paragraph
from govreport.model.statutory import StatutoryTable
from govreport.model.text import one_line
from govreport.recognise.draft import Draft
from govreport.recognise.entries.items import Entry
from govreport.recognise.page.furniture import is_page_number
from govreport.recognise.page.other_documents import is_of_another_kind, is_other_than_yearly
from govreport.recognise.page.property_lists import property_lists, quoted
from govreport.recognise.page.regions import Region, copied, region_of
from govreport.recognise.page.reports import chosen_part, parts_of, text_of
from govreport.recognise.page.surroundings import with_closing, with_head
from govreport.recognise.page.title_choice import TitleLines, names_all
from govreport.recognise.page.titles import folded, page_titles, year_of
from govreport.recognise.repair.broken_labels import with_whole_cells
from govreport.recognise.repair.torn_headers import with_whole_headers
from govreport.recognise.row_evidence import sums_to_last
from govreport.recognise.rows import is_value
from govreport.recognise.sections.finding import contents_list, find_sections, split_inline
from govreport.recognise.sections.headings import HeadingLine, heading_line, is_bare
from govreport.recognise.sections.lines import parted_lines, parted_pieces, undressed_headings
from govreport.recognise.streams.unit import Unit, left_out
from govreport.recognise.streams.units import PartRead, units_of

_TITLE_ZONE = 40
"""A report without sections has its title within so many units from the start."""

_LONGEST_SUB_HEADING = 40


class Outline(NamedTuple):
    """The entries of a report in order, and the diagnostics of finding them."""

    entries: list[Entry]
    diagnostics: list[Diagnostic]
    page: Page
    """The page's own data, completed from its list of properties and the lines around."""
    office: str = ""
    """The office whose document the page's properties say it is, empty if none do."""
    named_otherwise: str = ""
    """The name by which the page says that it is no such report, empty if it does not."""


def outline(stream: Stream) -> Outline:
    """Return what every block of a stream is.

    If a page has several reports, it is the one with the page's title, else the first.
    """
    stream, torn = with_whole_headers(with_whole_cells(stream))
    parts = parts_of(stream)
    chosen = parts[0] if len(parts) == 1 else chosen_part(stream, parts)
    draft = Draft(stream, chosen, stream.page, Region(chosen.start, chosen.stop))
    for each in PASSES:
        draft = each(draft)
    others = [part for part in parts if part != chosen]
    return Outline(
        list(draft.entries),
        [
            *torn,
            *draft.diagnostics,
            *(
                diagnostic("several-reports", f"block {part.start + 1}", text_of(stream, part))
                for part in others
            ),
        ],
        draft.page,
        draft.office or "",
        draft.named_otherwise,
    )


def _named_otherwise(draft: Draft) -> Draft:
    """Rely on blocks that are not left out; leave the name of a page that does not cover a year."""
    if any(block.mark for block in draft.stream.blocks):
        return draft
    return draft._replace(named_otherwise=is_other_than_yearly(draft.kept_stream))


def _properties(draft: Draft) -> Draft:
    """Rely on blocks; leave the page's lists of properties out, and keep what they say."""
    page, office, dates = draft.page, draft.office, list(draft.dates)
    gone = set(draft.left_out)
    noted = list(draft.diagnostics)
    blocks = draft.stream.blocks
    for each in property_lists(blocks, draft.part):
        gone.update(each.blocks)
        page = replace(
            page,
            title=page.title or each.title,
            publisher=page.publisher or each.publisher,
        )
        office = office or each.office
        dates.extend(each.dates)
        text = "\n".join(quoted(blocks[index]) for index in each.blocks)
        message = "the page's list of properties was left out"
        where = f"block {each.blocks.start + 1}"
        noted.append(diagnostic("page-furniture", where, text, message))
    return draft._replace(
        page=page,
        office=office,
        dates=tuple(dates),
        left_out=frozenset(gone),
        diagnostics=tuple(noted),
    )


def _copies(draft: Draft) -> Draft:
    """Rely on blocks; leave out text that the page shows a second time, section by section."""
    blocks = draft.stream.blocks
    if any(block.mark for block in blocks):
        return draft
    copy = copied(blocks, draft.part)
    if copy is None:
        return draft
    text = text_of(draft.stream, copy)
    message = "the page shows its text a second time, which was left out"
    noted = diagnostic("page-furniture", f"block {copy.start + 1}", text, message)
    return draft._replace(
        left_out=draft.left_out | {*copy},
        diagnostics=(*draft.diagnostics, noted),
    )


def _region(draft: Draft) -> Draft:
    """Rely on the containers of blocks; leave the region that holds the report's text."""
    return draft._replace(region=region_of(draft.stream.blocks, draft.part, draft.left_out))


def _units(draft: Draft) -> Draft:
    """Rely on the blocks that are not left out; leave lines of text, and tables that are read."""
    read = units_of(
        PartRead(draft.stream, draft.part, draft.left_out, is_report=not draft.named_otherwise)
    )
    noted = (*draft.diagnostics, *read.diagnostics)
    return draft._replace(units=read.units, diagnostics=noted)


def _lines(draft: Draft) -> Draft:
    """Rely on units; leave each paragraph, heading and signature a unit of its own."""
    if draft.named_otherwise:
        return draft
    units, noted = undressed_headings(parted_lines(draft.units))
    return draft._replace(units=tuple(units), diagnostics=(*draft.diagnostics, *noted))


def _inline_headings(draft: Draft) -> Draft:
    """Rely on units; leave headings separated from the text they were run together with.

    The positions of units do not change after this pass.
    """
    units, noted = split_inline(draft.units)
    units = list(parted_pieces(units))
    decided = {index: unit.entry for index, unit in enumerate(units) if unit.entry}
    diagnostics = (*draft.diagnostics, *noted)
    return draft._replace(units=tuple(units), decided=decided, diagnostics=diagnostics)


def _sections(draft: Draft) -> Draft:
    """Rely on units, region and marks; leave the section headings, or the name of another document."""
    found = {
        index: line
        for index, line in find_sections(draft.units).items()
        if line.by_name or not draft.is_outside(index)
    }
    if not draft.named_otherwise and not _declares_report(draft):
        kinds = [line.kind for line in found.values()]
        draft = draft._replace(named_otherwise=is_of_another_kind(draft.kept_stream, kinds))
    if not draft.named_otherwise:
        contents = contents_list(draft.units, found)
        draft = draft.with_omitted(dict.fromkeys(sorted(contents), "page-furniture"))
        sections = {at: line for at, line in found.items() if at not in contents}
        draft = draft._replace(sections=sections)
    return draft._replace(first=_first_section(draft))


def _declares_report(draft: Draft) -> bool:
    """Whether marks or statutory tables show that a stream holds a report."""
    return any(
        entry.role in ("section", "title") or isinstance(entry.block, StatutoryTable)
        for entry in draft.decided.values()
    )


def _first_section(draft: Draft) -> int:
    starts = [*draft.sections, *draft.declared("section")]
    if starts:
        return min(starts)
    tables = [
        index for index, entry in draft.decided.items() if isinstance(entry.block, StatutoryTable)
    ]
    return min([*tables[:1], len(draft.units)])


def _title(draft: Draft) -> Draft:
    """Rely on the first section; leave the title above it, and further titles left out."""
    if declared := draft.declared("title"):
        return draft._replace(titled=declared[0])
    zone = min(draft.first, _TITLE_ZONE)
    page_title = draft.page.title or ""

    def free(index: int) -> bool:
        return index < draft.first and index not in draft.decided

    titles = TitleLines(draft.units, free, page_title, partial(_are_parted, draft))
    runs = titles.runs(zone)
    if not runs and not any(map(names_all, page_titles(page_title))):
        styled = [at for at in range(zone) if draft.units[at].level == 0 and free(at)]
        runs = [range(at, at + 1) for at in styled[:1]]
    if not runs:
        return draft
    chosen = titles.best(runs)
    return _without_further_titles(_with_title(draft, titles, chosen), titles, chosen, runs)


def _with_title(draft: Draft, titles: TitleLines, chosen: range) -> Draft:
    """Make an entry of the lines of the title."""
    units = [draft.units[index] for index in chosen]
    sources = tuple(dict.fromkeys(source for unit in units for source in unit.sources))
    decided = {
        **draft.decided,
        chosen[0]: Entry("title", sources, text=titles.joined(chosen)),
        **dict.fromkeys(chosen[1:], Entry("omitted", ())),
    }
    noted = [left_out("page-furniture", unit) for unit in units] if titles.adds(chosen) else []
    return draft._replace(decided=decided, diagnostics=(*draft.diagnostics, *noted))


def _without_further_titles(
    draft: Draft, titles: TitleLines, chosen: range, runs: list[range]
) -> Draft:
    """Leave out the other titles: the report's own again, or the names of others."""
    text = titles.joined(chosen)
    last = chosen[-1]
    for run in runs:
        if run != chosen:
            years = {year_of(titles.joined(run)), year_of(text), None}
            code = "repeated-title" if len(years) < 3 else "page-furniture"
            draft = draft.with_omitted(dict.fromkeys(run, code))
            last = max(last, run[-1]) if _same(titles.joined(run), text) else last
    return draft._replace(titled=last)


def _are_parted(draft: Draft, first: int, second: int) -> bool:
    """Whether two lines are in parts of the page that only share a larger container."""
    places = draft.place_of(first), draft.place_of(second)
    if not any(places):
        return False
    levels = {draft.units[first].level, draft.units[second].level}
    return (0 in levels and levels != {0}) or places[0][:-1] != places[1][:-1]


def _page_numbers(draft: Draft) -> Draft:
    """Rely on decided units; leave the numbers of printed pages out."""
    numbers = {
        index: "page-furniture"
        for index, unit in enumerate(draft.units)
        if index not in draft.decided and is_page_number(unit.text)
    }
    return draft.with_omitted(numbers)


def _entries(draft: Draft) -> Draft:
    """Rely on everything; leave an entry for each unit, and notes on the order of sections."""
    entries: list[Entry] = []
    noted: list[Diagnostic] = []
    section: int | None = None
    for index, unit in enumerate(draft.units):
        entry = _entry_at(draft, index, section)
        if index in draft.sections and index not in draft.decided:
            if entries and entries[-1].role == "section" and _same(entries[-1].text, entry.text):
                noted.append(left_out("repeated-title", unit, "the heading is printed again"))
                continue
            section = index
        if entry.role != "omitted" and not (entry.role == "title" and index >= draft.end):
            entries.append(entry)
    noted.extend(_notes_on_order(entries))
    diagnostics = (*draft.diagnostics, *noted)
    return draft._replace(entries=tuple(entries), diagnostics=diagnostics)


def _entry_at(draft: Draft, index: int, section: int | None) -> Entry:
    """Return what a unit is that stands below the heading of a section."""
    unit = draft.units[index]
    closing = index >= draft.end
    if entry := draft.decided.get(index):
        return entry._replace(closing=True) if closing and entry.role == "block" else entry
    if line := draft.sections.get(index):
        text = one_line(unit.text, "a heading")
        return Entry("section", unit.sources, text=text, kind=line.kind or "other")
    following = draft.units[index + 1] if index + 1 < len(draft.units) else None
    heading = None if section is None else draft.sections[section]
    block = _row_of_reviews(heading, unit, following) or _text(unit, following)
    return Entry("block", unit.sources, block, closing=closing)


def _same(first: str, second: str) -> bool:
    return folded(first) == folded(second)


def _row_of_reviews(
    heading: HeadingLine | None, unit: Unit, following: Unit | None
) -> StatutoryTable | None:
    """Return table 4 if its section has only its row of numbers, on a line of their own.

    Text extracted from a PDF prints the merged header as scattered letters; the fifteen
    numbers after it need no header.
    """
    if heading is None or heading.kind != "reviews":
        return None
    texts = unit.text.split()
    rows = statute.layout("reviews", None).rows
    keys = [(row.key, column.key) for row in rows for column in row.columns]
    if len(texts) != len(keys) or not all(is_value(text) for text in texts):
        return None
    # Numbers that count the columns of a table agree with no total; a line of figures below may
    # hold the end of a number, whose total then disagrees.
    below = following.text.split() if following else []
    is_broken = bool(below) and all(map(is_value, below))
    if _contradicted_totals(texts, len(rows[0].columns)) > (not is_broken):
        return None
    return StatutoryTable.from_texts("reviews", None, dict(zip(keys, texts, strict=True)))


def _contradicted_totals(texts: list[str], width: int) -> int:
    """Return in how many groups of numbers the last is not the sum of the others."""
    agrees = sums_to_last(width)
    groups = (texts[start : start + width] for start in range(0, len(texts), width))
    return sum(not agrees(group) for group in groups)


def _text(unit: Unit, following: Unit | None) -> Heading | Paragraph:
    line = heading_line(unit.text)
    if line is None or "\n" in unit.text:
        return Paragraph(unit.text)
    if unit.level is not None and unit.level >= 2:
        return Heading(unit.text, unit.level)
    if len(unit.text) > _LONGEST_SUB_HEADING or not line.style:
        return Paragraph(unit.text)
    if is_bare(unit.text) or (line.style == "bracketed" and _heads(unit.text, following)):
        return Heading(unit.text, max(2, line.level))
    return Paragraph(unit.text)


def _heads(text: str, following: Unit | None) -> bool:
    """Whether a numbered line that ends with a full stop has text of its own after it."""
    if not text.endswith("。") or "，" in text or following is None or not following.text:
        return False
    line = heading_line(following.text)
    return line is None or not line.style or line.level > 2


def _notes_on_order(entries: list[Entry]) -> list[Diagnostic]:
    seen: list[str] = []
    noted = []
    order: list[str] = list(statute.SECTION_HEADINGS)
    for entry in entries:
        if entry.role != "section" or entry.kind is None or entry.kind == "other":
            continue
        if entry.kind in seen:
            noted.append(diagnostic("repeated-section", f"section {entry.text}", entry.text))
        elif seen and order.index(entry.kind) < max(map(order.index, seen)):
            noted.append(diagnostic("section-order", f"section {entry.text}", entry.text))
        seen.append(entry.kind)
    return noted


PASSES: tuple[Callable[[Draft], Draft], ...] = (
    _properties,
    _named_otherwise,
    _copies,
    _region,
    _units,
    _lines,
    _inline_headings,
    _sections,
    _title,
    with_head,
    _page_numbers,
    with_closing,
    _entries,
)
"""The passes in order. The docstring of each says what it relies on and what it leaves."""
