"""The one canonical form of a report, whatever it was read from."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Union

from govreport.errors import InvalidDocumentError
from govreport.model.diagnostics import Diagnostic
from govreport.model.grid import Table
from govreport.model.statute import SECTION_KINDS, SectionKind, TableKind
from govreport.model.statutory import StatutoryTable
from govreport.model.text import clean_text, one_line
from govreport.model.values import read_value

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


@dataclass(frozen=True, slots=True)
class Section:
    """A section: which of the statute's it is, its heading as printed, and what stands in it."""

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


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell of a statutory table, by the keys of the statute.

    `agency` and `year` are the document's; `item` is the item of article 20 for table 2 and None
    elsewhere. `text` is what is printed; `value` is the number it states, None where it states
    none; `unit` is the unit printed in the cell, else in the header, else the statute's.
    """

    agency: str | None
    year: int | None
    table: TableKind
    item: str | None
    row: str
    column: str
    text: str
    value: int | Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A 政府信息公开工作年度报告: immutable, hashable, compared by content.

    `title` is one line, None where there is none. `agency` is the issuing body and `year` the
    reporting year, None where the source names none. `preamble` stands before the first section,
    `closing` (signature, date, attachments) behind the last. `source` says where it was
    published. `diagnostics` tell what the reader repaired, ignored or could not place; they take
    no part in comparison.
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

    @property
    def edition(self) -> int | None:
        """The edition of the layout, 2019 or 2021, told from the tables.

        None where no table tells it or the tables differ; each table has its own `edition`.
        """
        editions = {
            table.edition for table in self.statutory_tables() if table.edition is not None
        }
        return editions.pop() if len(editions) == 1 else None

    @property
    def proactive_disclosure(self) -> StatutoryTable | None:
        """Table 2, 主动公开政府信息情况, or None where the report has none."""
        return self.statutory_table("proactive_disclosure")

    @property
    def applications(self) -> StatutoryTable | None:
        """Table 3, 收到和处理政府信息公开申请情况, or None where the report has none."""
        return self.statutory_table("applications")

    @property
    def reviews(self) -> StatutoryTable | None:
        """Table 4, 政府信息公开行政复议、行政诉讼情况, or None where the report has none."""
        return self.statutory_table("reviews")

    def blocks(self) -> Iterator[Block]:
        """Yield every block: of the preamble, of each section, and of the closing."""
        yield from self.preamble
        for section in self.sections:
            yield from section.blocks
        yield from self.closing

    def statutory_tables(self) -> Iterator[StatutoryTable]:
        """Yield the first table of each kind, in the order in which they stand."""
        kinds = set()
        for block in self.blocks():
            if isinstance(block, StatutoryTable) and block.kind not in kinds:
                kinds.add(block.kind)
                yield block

    def statutory_table(self, kind: TableKind) -> StatutoryTable | None:
        """Return the first table of a kind, wherever it stands, or None."""
        return next((table for table in self.statutory_tables() if table.kind == kind), None)

    def facts(self) -> Iterator[Fact]:
        """Yield one `Fact` per statutory cell, table by table and row by row.

        Rows and columns that the statute does not know have no keys and give no facts; they are
        in the table's `extra_rows` and `extra_columns`.
        """
        for table in self.statutory_tables():
            for row, filled in table.known_rows():
                item = row.group if table.kind == "proactive_disclosure" else None
                for column, text in zip(row.columns, filled.cells, strict=False):
                    reading = read_value(text)
                    yield Fact(
                        self.agency,
                        self.year,
                        table.kind,
                        item,
                        row.key,
                        column.key,
                        text,
                        reading.value,
                        reading.unit or table.unit(column.key, column.unit),
                    )


def _optional_line(text: str | None, where: str) -> str | None:
    return None if text is None else one_line(text, where) or None


def _checked_blocks(blocks: tuple[Block, ...], where: str) -> tuple[Block, ...]:
    blocks = tuple(blocks)
    for block in blocks:
        if not isinstance(block, (Paragraph, Heading, Table, StatutoryTable)):
            raise InvalidDocumentError(
                f"{where}: {block!r} is no block; a block is a Paragraph, Heading, Table or"
                " StatutoryTable"
            )
    return blocks
