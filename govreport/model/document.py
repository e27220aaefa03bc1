"""The canonical form of a report, whatever it was read from."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Union

from govreport.errors import InvalidDocumentError
from govreport.model import filling
from govreport.model.diagnostics import Diagnostic
from govreport.model.grid import Table
from govreport.model.shown import ShownAsPage
from govreport.model.statute import (
    EDITIONS,
    SECTION_HEADINGS,
    SECTION_KINDS,
    SectionKind,
    TableKind,
    edition_of_year,
)
from govreport.model.statutory import StatutoryTable
from govreport.model.text import clean_text, one_line

if TYPE_CHECKING:
    from govreport.model.facts import Fact

MAX_HEADING_LEVEL = 9
"""The deepest heading that Word has a style for."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""A paragraph of running text. Line breaks inside it are `\\n`; it is never blank."""

    text: str

    def __post_init__(self) -> None:
        text = clean_text(self.text, "a paragraph")
        if not text:
            raise InvalidDocumentError("a paragraph must hold some text; leave a blank one out")
        object.__setattr__(self, "text", text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the section's own, on one line.

    `level` counts as official documents do (GB/T 9704-2012, 7.3.3): sections 一、 are level 1,
    so （一） is 2, `1.` is 3 and （1） is 4; at most 9.
    """

    text: str
    level: int = 2

    def __post_init__(self) -> None:
        text = one_line(self.text, "a heading")
        if not text:
            raise InvalidDocumentError("a heading must hold some text; leave a blank one out")
        if type(self.level) is not int or not 2 <= self.level <= MAX_HEADING_LEVEL:
            raise InvalidDocumentError(
                f"heading {text!r}: the level is 2 to {MAX_HEADING_LEVEL}, not {self.level!r}"
            )
        object.__setattr__(self, "text", text)


Block = Union[Paragraph, Heading, Table, StatutoryTable]

CellKey = tuple[str, str, str]
"""A cell of a statutory table: (table, row, column)."""

_NUMERALS = "一二三四五六"


def official_heading(kind: SectionKind) -> str:
    """Return the heading of a section as the form prints it, numbered."""
    return f"{_NUMERALS[list(SECTION_HEADINGS).index(kind)]}、{SECTION_HEADINGS[kind]}"


@dataclass(frozen=True, slots=True, repr=False)
class Section(ShownAsPage):
    """A section: its kind in the statute, its heading as printed, and its blocks."""

    kind: SectionKind
    heading: str
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in SECTION_KINDS:
            raise InvalidDocumentError(
                f"there is no section kind {self.kind!r}; it is one of {', '.join(SECTION_KINDS)}"
            )
        heading = one_line(self.heading, "a section heading")
        if not heading:
            raise InvalidDocumentError("a section must have a heading")
        object.__setattr__(self, "heading", heading)
        object.__setattr__(self, "blocks", _checked_blocks(self.blocks, heading))

    def __repr__(self) -> str:
        return f"<Section {self.kind} {self.heading!r}, blocks: {len(self.blocks)}>"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report was published, as its page states it."""

    publication_date: datetime.date | None = None
    publisher: str | None = None

    def __post_init__(self) -> None:
        date = self.publication_date
        if date is not None and type(date) is not datetime.date:
            raise InvalidDocumentError(f"the publication date must be a date, not {date!r}")
        object.__setattr__(self, "publisher", _optional_line(self.publisher, "the publisher"))


@dataclass(frozen=True, slots=True, repr=False)
class ReportDocument(ShownAsPage):
    """A 政府信息公开工作年度报告: immutable, hashable, compared by content.

    `title` is one line, None if there is none. `agency` is the issuing body and `year` the
    reporting year, None if the source names none. `preamble` comes before the first section,
    `closing` (signature, date, attachments) after the last. `source` says where it was
    published. `diagnostics` list what the reader repaired, omitted or could not place;
    comparisons ignore them.
    """

    title: str | None = None
    agency: str | None = None
    year: int | None = None
    preamble: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Block, ...] = ()
    source: Source = field(default_factory=Source)
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.year is not None and not (type(self.year) is int and 1 <= self.year <= 9999):
            raise InvalidDocumentError(f"year {self.year!r} is not a whole number from 1 to 9999")
        object.__setattr__(self, "title", _optional_line(self.title, "the title"))
        object.__setattr__(self, "agency", _optional_line(self.agency, "the agency"))
        object.__setattr__(self, "preamble", _checked_blocks(self.preamble, "the preamble"))
        object.__setattr__(self, "sections", tuple(self.sections))
        object.__setattr__(self, "closing", _checked_blocks(self.closing, "the closing"))
        object.__setattr__(self, "diagnostics", tuple(self.diagnostics))
        for section in self.sections:
            if not isinstance(section, Section):
                raise InvalidDocumentError(f"{section!r} is not a Section")

    def __repr__(self) -> str:
        tables = ", ".join(table.kind for table in self.statutory_tables())
        return (
            f"<ReportDocument {self.agency!r} {self.year}, edition: {self.edition}, sections:"
            f" {len(self.sections)}, tables: {tables or None}, diagnostics: {len(self.diagnostics)}>"
        )

    @classmethod
    def blank(cls, agency: str, year: int, edition: int | None = None) -> "ReportDocument":
        """Return the official form of an agency's report: six sections, three blank tables.

        `edition` None is the one in which the report of that year was due: 2019 for 2019 and
        2020, 2021 since. `InvalidDocumentError` if there is no such edition, agency or year,
        and for a year before 2019, which had no form, unless an edition is named.
        """
        if isinstance(agency, str) and not agency.strip():
            raise InvalidDocumentError("the name of the office is blank; say whose report it is")
        tables = filling.blank_tables(_edition_due(year) if edition is None else edition)
        sections = tuple(
            Section(
                kind,
                official_heading(kind),
                tuple(table for table in tables.values() if table.kind == kind),
            )
            for kind in SECTION_HEADINGS
        )
        title = f"{one_line(agency, 'the agency')}{year}年政府信息公开工作年度报告"
        return cls(title, agency, year, sections=sections)

    def with_values(self, values: Mapping[CellKey, filling.Given]) -> "ReportDocument":
        """Return the document with other values in the cells given by (table, row, column).

        Each of the three is a key of the statute or the label that the form prints, with or without
        its number: `("applications", "本年新收政府信息公开申请数量", "自然人")`. A number, Python's or
        numpy's, is printed in plain digits, a string as it is; None and NaN are blank. Raises
        `InvalidDocumentError` if the document has no such cell, naming similar ones.
        """
        # Whoever only reads does not wait for it.
        from govreport.model.cell_names import table_key

        texts: dict[str, dict[tuple[str, str], str]] = {}
        for key, value in values.items():
            if not (
                isinstance(key, tuple) and len(key) == 3 and all(isinstance(k, str) for k in key)
            ):
                raise InvalidDocumentError(
                    f"{key!r} is not a cell; a cell is (table, row, column)"
                )
            name, row, column = key
            table = table_key(name)
            texts.setdefault(table, {})[row, column] = filling.cell_text(value, ", ".join(key))
        missing = set(texts) - {table.kind for table in self.statutory_tables()}
        if missing:
            raise InvalidDocumentError(
                f"the document has no table {sorted(missing)[0]!r} to be filled; start from"
                " ReportDocument.blank"
            )
        return self._with_tables(lambda table: filling.filled(table, texts.get(table.kind, {})))

    def with_totals(self) -> "ReportDocument":
        """Return the document with each blank number that the form's identities fix.

        Those are the totals of tables 3 and 4 and the numbers carried forward. A blank part
        counts as zero; nothing is computed from parts that are all blank. Raises
        `InvalidDocumentError` if the numbers contradict an identity, or one is in doubt.
        """
        return self._with_tables(filling.with_totals)

    def with_section(
        self, kind: SectionKind, paragraphs: str | Iterable[str | Block]
    ) -> "ReportDocument":
        """Return the document with these paragraphs as the text of a section.

        They replace its contents, except statutory tables, and come before these. Headings and
        tables may be among them. A missing section is added in its place; raises
        `InvalidDocumentError` for "other" and for a section that occurs more than once.
        """
        blocks = _as_blocks((paragraphs,) if isinstance(paragraphs, str) else paragraphs)
        standing = [section for section in self.sections if section.kind == kind]
        if kind not in SECTION_HEADINGS or len(standing) > 1:
            raise InvalidDocumentError(
                f"section {kind!r} cannot be identified: it must be one of"
                f" {', '.join(SECTION_HEADINGS)} and occur only once"
            )
        if not standing:
            section = Section(kind, official_heading(kind), blocks)
            return replace(self, sections=_inserted(self.sections, section))
        (old,) = standing
        new = replace(old, blocks=(*blocks, *filter(_is_statutory, old.blocks)))
        return replace(
            self, sections=tuple(new if each is old else each for each in self.sections)
        )

    def _with_tables(
        self, change: Callable[[StatutoryTable], StatutoryTable]
    ) -> "ReportDocument":
        """Return the document with the first statutory table of each kind changed."""
        new = {id(table): change(table) for table in self.statutory_tables()}

        def changed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
            return tuple(new.pop(id(block), block) for block in blocks)

        return replace(
            self,
            preamble=changed(self.preamble),
            sections=tuple(
                replace(section, blocks=changed(section.blocks)) for section in self.sections
            ),
            closing=changed(self.closing),
        )

    @property
    def edition(self) -> int | None:
        """The edition of the layout, 2019 or 2021, detected from the tables.

        None if no table shows it or the tables differ; each table has its own `edition`.
        """
        editions = {
            table.edition for table in self.statutory_tables() if table.edition is not None
        }
        return editions.pop() if len(editions) == 1 else None

    @property
    def proactive_disclosure(self) -> StatutoryTable | None:
        """Table 2, 主动公开政府信息情况, or None if the report has none."""
        return self.statutory_table("proactive_disclosure")

    @property
    def applications(self) -> StatutoryTable | None:
        """Table 3, 收到和处理政府信息公开申请情况, or None if the report has none."""
        return self.statutory_table("applications")

    @property
    def reviews(self) -> StatutoryTable | None:
        """Table 4, 政府信息公开行政复议、行政诉讼情况, or None if the report has none."""
        return self.statutory_table("reviews")

    def blocks(self) -> Iterator[Block]:
        """Yield every block: of the preamble, of each section, and of the closing."""
        yield from self.preamble
        for section in self.sections:
            yield from section.blocks
        yield from self.closing

    def statutory_tables(self) -> Iterator[StatutoryTable]:
        """Yield the first table of each kind, in document order."""
        kinds = set()
        for block in self.blocks():
            if isinstance(block, StatutoryTable) and block.kind not in kinds:
                kinds.add(block.kind)
                yield block

    def statutory_table(self, kind: TableKind) -> StatutoryTable | None:
        """Return the first table of a kind, wherever it is, or None."""
        return next((table for table in self.statutory_tables() if table.kind == kind), None)

    def facts(self) -> "Iterator[Fact]":
        """Yield one `Fact` per statutory cell, table by table and row by row.

        Rows and columns outside the statutory form have no keys and give no facts; they are in
        the table's `extra_rows` and `extra_columns`.
        """
        from govreport.model.facts import facts_of_table  # converting needs none

        for table in self.statutory_tables():
            yield from facts_of_table(table, self.agency, self.year, self.diagnostics)


def _as_blocks(given: Iterable[str | Block]) -> tuple[Block, ...]:
    return tuple(Paragraph(each) if isinstance(each, str) else each for each in given)


def _is_statutory(block: Block) -> bool:
    return isinstance(block, StatutoryTable)


def _edition_due(year: int) -> int:
    edition = edition_of_year(year) if type(year) is int else EDITIONS[-1]
    if edition is None:
        raise InvalidDocumentError(
            f"there was no official form for the report of {year}; the first is that of"
            f" {EDITIONS[0]}: name the edition that is to be used, 2019 or 2021"
        )
    return edition


def _inserted(sections: tuple[Section, ...], section: Section) -> tuple[Section, ...]:
    """Return sections with one more, before the first that belongs after it."""
    order = list(SECTION_HEADINGS)
    place = next(
        (
            position
            for position, each in enumerate(sections)
            if each.kind in order and order.index(each.kind) > order.index(section.kind)
        ),
        len(sections),
    )
    return (*sections[:place], section, *sections[place:])


def _optional_line(text: str | None, where: str) -> str | None:
    return None if text is None else one_line(text, where) or None


def _checked_blocks(blocks: tuple[Block, ...], where: str) -> tuple[Block, ...]:
    blocks = tuple(blocks)
    for block in blocks:
        if not isinstance(block, (Paragraph, Heading, Table, StatutoryTable)):
            raise InvalidDocumentError(
                f"{where}: {block!r} is not a block; a block is a Paragraph, Heading, Table or"
                " StatutoryTable"
            )
    return blocks


def require_report(given: object, taker: str) -> None:
    """Raise `InvalidDocumentError` where a function is given something that is no report."""
    if not isinstance(given, ReportDocument):
        raise InvalidDocumentError(
            f"{taker} takes a report, not {type(given).__name__}; read it with govreport.read first"
        )
