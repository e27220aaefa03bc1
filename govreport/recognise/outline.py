"""What every unit of a stream is: title, section heading, heading, paragraph, or none of it."""

from dataclasses import dataclass, field

from govreport.blocks import Page, Stream
from govreport.model import statute
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.document import Heading, Paragraph, Source
from govreport.model.statutory import StatutoryTable
from govreport.model.text import one_line
from govreport.recognise.broken_cells import with_whole_cells
from govreport.recognise.columns import sums_to_last
from govreport.recognise.entries.items import Entry
from govreport.recognise.page.closing import closing_start
from govreport.recognise.page.furniture import furniture, is_page_number
from govreport.recognise.page.other_documents import is_of_another_kind, is_other_than_yearly
from govreport.recognise.page.reports import chosen_part, parts_of, text_of
from govreport.recognise.page.title_choice import TitleLines
from govreport.recognise.page.titles import folded, year_of
from govreport.recognise.rows import is_value
from govreport.recognise.sections.finding import contents_list, find_sections, split_inline
from govreport.recognise.sections.headings import HeadingLine, heading_line, is_bare
from govreport.recognise.units import Unit, UnitReader, left_out

_TITLE_ZONE = 40
"""Units from the start within which a report without sections has its title."""

_CHROME_LENGTH = 12
_NAVIGATION_LENGTH = 60
_LONGEST_SUB_HEADING = 40


@dataclass(slots=True)
class Outline:
    """The entries of a report in their order, and what finding them noted."""

    entries: list[Entry] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    source: Source = field(default_factory=Source)
    page: Page = field(default_factory=Page)
    """What the page says of itself, completed by its list of properties."""
    named_otherwise: str = ""
    """The name by which the page says that it is no such report, empty where it does not."""


def outline(stream: Stream) -> Outline:
    """Return what every block of a stream is.

    Of several reports on one page it is the one whose title the page bears, else the first.
    """
    stream = with_whole_cells(stream)
    parts = parts_of(stream)
    if len(parts) == 1:
        return _Outliner(stream).result
    chosen = chosen_part(stream, parts)
    found = _Outliner(stream, chosen).result
    for part in parts:
        if part != chosen:
            found.diagnostics.append(
                diagnostic("several-reports", f"block {part.start + 1}", text_of(stream, part))
            )
    return found


class _Outliner:
    def __init__(self, stream: Stream, part: range | None = None) -> None:
        marked = any(block.mark for block in stream.blocks)
        other = "" if marked else is_other_than_yearly(stream)
        reader = UnitReader(stream, part or range(len(stream.blocks)), is_report=not other)
        self._stream = stream
        self._page_title = reader.page.title or ""
        self._publication = reader.publication
        self.result = Outline(
            diagnostics=list(reader.diagnostics),
            source=Source(reader.publication.date),
            page=reader.page,
        )
        self.result.named_otherwise = other
        self._note = self.result.diagnostics.append
        self._units, split = split_inline(reader.units)
        self.result.diagnostics.extend(split)
        self._sections: dict[int, HeadingLine] = {}
        self._decided: dict[int, Entry] = {
            index: unit.entry for index, unit in enumerate(self._units) if unit.entry
        }
        found = find_sections(self._units)
        if not self._is_other_document(found):
            contents = contents_list(self._units, found)
            for index in contents:
                self._omit(index, "page-furniture")
            self._sections = {at: line for at, line in found.items() if at not in contents}
        self._first = self._first_section()
        self._title()
        self._head()
        self._page_numbers()
        self._end = self._closing()
        self._fill()

    def _is_other_document(self, sections: dict[int, HeadingLine]) -> bool:
        """Whether the page holds no report, by what it calls itself and what it lacks."""
        if self.result.named_otherwise:
            return True
        entries = [unit.entry for unit in self._units if unit.entry]
        if any(
            entry.role in ("section", "title") or isinstance(entry.block, StatutoryTable)
            for entry in entries
        ):
            return False
        kinds = [line.kind for line in sections.values()]
        self.result.named_otherwise = is_of_another_kind(self._stream, kinds)
        return bool(self.result.named_otherwise)

    def _first_section(self) -> int:
        declared = [
            index
            for index, unit in enumerate(self._units)
            if unit.entry and unit.entry.role == "section"
        ]
        starts = [*self._sections, *declared]
        if starts:
            return min(starts)
        tables = [
            index
            for index, unit in enumerate(self._units)
            if unit.entry and isinstance(unit.entry.block, StatutoryTable)
        ]
        return min([*tables[:1], len(self._units)])

    # Title

    def _title(self) -> None:
        zone = min(self._first, _TITLE_ZONE)
        if any(entry.role == "title" for entry in self._decided.values()):
            return
        titles = TitleLines(self._units, self._free, self._page_title)
        runs = titles.runs(zone)
        if runs:
            chosen = titles.best(runs)
            self._take_title(titles, chosen)
            for run in runs:
                if run != chosen:
                    self._other_title(titles, run, chosen)
            return
        styled = [i for i in range(zone) if self._units[i].level == 0 and self._free(i)]
        if styled:
            self._take_title(titles, range(styled[0], styled[0] + 1))

    def _other_title(self, titles: TitleLines, run: range, chosen: range) -> None:
        """Leave a further title out: the report's own again, or the name of another."""
        years = {year_of(titles.joined(run)), year_of(titles.joined(chosen)), None}
        for index in run:
            self._omit(index, "repeated-title" if len(years) < 3 else "page-furniture")

    def _free(self, index: int) -> bool:
        return index < self._first and index not in self._decided

    def _take_title(self, titles: TitleLines, run: range) -> None:
        sources = tuple(
            dict.fromkeys(source for index in run for source in self._units[index].sources)
        )
        self._decided[run[0]] = Entry("title", sources, text=titles.joined(run))
        if titles.label_of(run):
            self._note(left_out("page-furniture", self._units[run[0]]))
        for index in run[1:]:
            self._decided[index] = Entry("omitted", ())

    def _omit(self, index: int, code: str) -> None:
        unit = self._units[index]
        self._decided[index] = Entry("omitted", unit.sources)
        self._note(left_out(code, unit))

    # Furniture before and behind the report

    def _head(self) -> None:
        titled = next(
            (index for index, entry in self._decided.items() if entry.role == "title"), None
        )
        zone = self._first if self._first < len(self._units) else min(_TITLE_ZONE, self._first)
        for index in range(zone):
            if index in self._decided:
                continue
            text = self._units[index].text
            before_title = titled is not None and index < titled
            if self._is_furniture(text) or (before_title and _is_chrome(text)):
                self._omit(index, "page-furniture")

    def _page_numbers(self) -> None:
        for index, unit in enumerate(self._units):
            if index not in self._decided and is_page_number(unit.text):
                self._omit(index, "page-furniture")

    def _is_furniture(self, text: str) -> bool:
        found = furniture(text)
        if found is None:
            return False
        for label, date in found.dates:
            self._publication.note(label, date)
        known = self.result.source
        self.result.source = Source(self._publication.date, known.publisher or found.publisher)
        return True

    def _closing(self) -> int:
        last = max([*self._sections, *self._declared("section")], default=None)
        end = len(self._units)
        if last is None:
            return end
        while end > last + 1 and self._is_tail(end - 1):
            end -= 1
        texts = [
            None if index in self._decided else self._units[index].text
            for index in range(last + 1, end)
        ]
        declared = [index for index, entry in self._decided.items() if entry.closing]
        return min([*declared, last + 1 + closing_start(texts)])

    def _is_tail(self, index: int) -> bool:
        """Whether a unit behind the report is furniture of the page; it is left out then."""
        if index in self._decided:
            return self._decided[index].role == "omitted"
        if not self._is_furniture(self._units[index].text):
            return False
        self._omit(index, "page-furniture")
        return True

    def _declared(self, role: str) -> list[int]:
        return [index for index, entry in self._decided.items() if entry.role == role]

    # The rest

    def _fill(self) -> None:
        section = -1
        for index, unit in enumerate(self._units):
            closing = index >= self._end
            if index in self._decided:
                entry = self._decided[index]
                if closing and entry.role == "block":
                    entry = Entry("block", entry.sources, entry.block, closing=True)
            elif line := self._sections.get(index):
                text = one_line(unit.text, "a heading")
                if self._repeats(section, index, text):
                    self._note(left_out("repeated-title", unit, "the heading is printed again"))
                    continue
                entry = Entry("section", unit.sources, text=text, kind=line.kind or "other")
                section = index
            elif section >= 0 and (table := self._row_of_reviews(section, unit)):
                entry = Entry("block", unit.sources, table, closing=closing)
            else:
                block = self._text(unit)
                entry = Entry("block", unit.sources, block, closing=closing)
            if entry.role != "omitted" and not (entry.role == "title" and closing):
                self.result.entries.append(entry)
        self._note_sections()

    def _repeats(self, section: int, index: int, text: str) -> bool:
        """Whether a section heading is printed twice in a row, nothing between."""
        if section < 0 or not self.result.entries:
            return False
        last = self.result.entries[-1]
        return last.role == "section" and folded(last.text) == folded(text) and index > section

    def _row_of_reviews(self, section: int, unit: Unit) -> StatutoryTable | None:
        """Return table 4 where its section has only its row of numbers, on a line of their own.

        Text taken from a PDF prints the merged header as scattered letters; the fifteen numbers
        behind it need none.
        """
        line = self._sections.get(section)
        if not line or line.kind != "reviews":
            return None
        texts = unit.text.split()
        rows = statute.layout("reviews", None).rows
        keys = [(row.key, column.key) for row in rows for column in row.columns]
        if len(texts) != len(keys) or not all(is_value(text) for text in texts):
            return None
        width = len(rows[0].columns)
        groups = [texts[start : start + width] for start in range(0, len(texts), width)]
        # Numbers that count the columns of a table agree with no total.
        if sum(not sums_to_last(width)(group) for group in groups) > 1:
            return None
        return StatutoryTable.from_texts("reviews", None, dict(zip(keys, texts, strict=True)))

    def _text(self, unit: Unit) -> Heading | Paragraph:
        line = heading_line(unit.text)
        if line is None or "\n" in unit.text:
            return Paragraph(unit.text)
        if unit.level is not None and unit.level >= 2:
            return Heading(unit.text, unit.level)
        alone = len(unit.text) <= _LONGEST_SUB_HEADING and is_bare(unit.text)
        if alone and line.style:
            return Heading(unit.text, max(2, line.level))
        return Paragraph(unit.text)

    def _note_sections(self) -> None:
        seen: list[str] = []
        order = [
            "overview",
            "proactive_disclosure",
            "applications",
            "reviews",
            "problems",
            "other_matters",
        ]
        for entry in self.result.entries:
            if entry.role != "section" or entry.kind is None or entry.kind == "other":
                continue
            if entry.kind in seen:
                self._note(diagnostic("repeated-section", f"section {entry.text}", entry.text))
            elif seen and order.index(entry.kind) < max(order.index(kind) for kind in seen):
                self._note(diagnostic("section-order", f"section {entry.text}", entry.text))
            seen.append(entry.kind)


def _is_chrome(text: str) -> bool:
    """Whether a line above the title is a name, or names between bars, in the page's navigation."""
    return is_bare(text) and len(text) <= (_NAVIGATION_LENGTH if "|" in text else _CHROME_LENGTH)
