"""Divides the stream into units: lines of text, tables found, blocks declared by marks."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.document import Block, Paragraph
from govreport.model.grid import Table
from govreport.model.statute import TABLE_KINDS, TableKind
from govreport.model.statutory import StatutoryTable
from govreport.recognise.entries.items import Entry
from govreport.recognise.entries.marks import declared
from govreport.recognise.page.furniture import is_page_number
from govreport.recognise.page.titles import is_title
from govreport.recognise.repair.runs_of_cells import end_of_cells, tables_of_cells
from govreport.recognise.rows import only_cell
from govreport.recognise.sections.headings import (
    heading_line,
    holds_report,
    inline_headings,
    is_number_alone,
)
from govreport.recognise.streams.earlier_years import of_earlier_years
from govreport.recognise.streams.other_tables import other_tables
from govreport.recognise.streams.table_parts import PartsOfTables, rows_named
from govreport.recognise.streams.table_twice import agreed
from govreport.recognise.streams.tables import (
    heads_section,
    recognise_tables,
    reviews_below_torn_header,
)
from govreport.recognise.streams.unit import Unit


@dataclass(frozen=True, slots=True)
class PartRead:
    """A part of a stream, and the units that the passes so far made of it.

    The blocks at the positions `left_out` are not included; those at `as_printed` are no statutory
    tables.
    """

    stream: Stream
    part: range
    left_out: Collection[int] = ()
    as_printed: Collection[int] = ()
    is_report: bool = True
    units: tuple[Unit, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def units_of(read: PartRead) -> PartRead:
    """Return a part of a stream with its units, the statutory tables found."""
    for each in PASSES:
        read = each(read)
    return read


def _taken(read: PartRead) -> PartRead:
    """Rely on the blocks; leave a unit for each line, table and declared block."""
    scan = _Scan(read)
    units = tuple(scan.units())
    return replace(read, units=units, diagnostics=tuple(scan.diagnostics))


def _numbers_joined(read: PartRead) -> PartRead:
    """Rely on single lines; leave a section's number together with its name."""
    return replace(read, units=tuple(_with_numbers_joined(read.units)))


def _others_as_printed(read: PartRead) -> PartRead:
    """Rely on all tables and sections; leave small tables in the words of a whole one as printed."""
    if any(block.mark for block in read.stream.blocks):
        return read
    others = other_tables(read.units, read.stream.blocks)
    return _numbers_joined(_taken(replace(read, as_printed=others))) if others else read


def _contradictions_open(read: PartRead) -> PartRead:
    """Rely on all tables; leave open what two of a kind contradict each other in."""
    if any(block.mark for block in read.stream.blocks):
        return read
    units, noted = without_contradictions(list(read.units), read.diagnostics)
    return replace(read, units=tuple(units), diagnostics=(*read.diagnostics, *noted))


PASSES: tuple[Callable[[PartRead], PartRead], ...] = (
    _taken,
    _numbers_joined,
    _others_as_printed,
    _contradictions_open,
)
"""What makes units of a stream, in order."""


class _Scan:
    """Goes through the blocks of a part of a stream once, and yields their units.

    It remembers the edition of the tables that it has met, for those that do not tell their own.
    """

    def __init__(self, read: PartRead) -> None:
        self._stream = read.stream
        self._is_report = read.is_report
        self._part = read.part
        self._left_out = read.left_out
        self._as_printed = read.as_printed
        self._edition: int | None = None
        self.diagnostics: list[Diagnostic] = []

    def units(self) -> Iterator[Unit]:
        """Yield the units of all blocks."""
        earlier = of_earlier_years(self._stream.blocks, self._part)
        for is_earlier, places in groupby(self._part, earlier.__contains__):
            run = list(places)
            is_own = self._is_report and not is_earlier
            yield from self._units_in(run[0], run[-1] + 1, is_own=is_own)

    def _units_in(self, index: int, stop: int, *, is_own: bool) -> Iterator[Unit]:
        """Yield the units of the blocks from one place to another.

        `is_own` says that their tables may be the report's.
        """
        blocks = self._stream.blocks
        parts = PartsOfTables(blocks, stop)
        while index < stop:
            block = blocks[index]
            if index in self._left_out:
                pass
            elif block.mark:
                yield Unit((index,), entry=declared(block, index))
            elif not is_own or index in self._as_printed:
                yield self._as_it_stands(block, index)
            elif isinstance(block, TableBlock) or parts.heads_part(index, block.text):
                grids, end = parts.parted(index, self._edition)
                yield from self._between(index, end, grids)
                yield from self._recognised(grids, tuple(range(index, end)))
                index = end
                continue
            else:
                end = end_of_cells(blocks, index, stop)
                if end > index and (found := self._cells(index, end)):
                    yield from found
                    index = end
                    continue
                yield from _lines(block, (index,))
            index += 1

    def _as_it_stands(self, block: TextBlock | TableBlock, index: int) -> Unit:
        """Read a block as it is, of another year or of a source that is no report itself."""
        if isinstance(block, TableBlock):
            return self._block(block.table, (index,))
        return Unit((index,), block.text, block.level)

    def _between(self, start: int, end: int, grids: list[TableBlock]) -> Iterator[Unit]:
        """Yield the texts between the parts of one table, which are moved before it."""
        for index, block in enumerate(self._stream.blocks[start:end], start):
            if len(grids) < 2 or isinstance(block, TableBlock):
                continue
            if is_page_number(block.text):
                self.diagnostics.append(
                    diagnostic("page-furniture", f"block {index + 1}", block.text)
                )
            elif not any(rows_named(block.text, kind) for kind in TABLE_KINDS):
                yield Unit((index,), entry=Entry("block", (index,), Paragraph(block.text)))

    def _recognised(self, blocks: list[TableBlock], sources: tuple[int, ...]) -> Iterator[Unit]:
        found = recognise_tables(blocks, self._edition)
        if not found and (above := self._above_in_reviews(sources[0])) is not None:
            found = reviews_below_torn_header(blocks, above)
        for each in found:
            yield from _texts_beside(each.leading, sources)
            yield self._block(each.table, sources)
            yield from _texts_beside(each.trailing, sources)
            self.diagnostics.extend(each.diagnostics)
        for block in blocks:
            if found:
                yield from self._nested(block.table, sources)
            elif holds_report(block.table) or self._frames(block.table):
                yield from self._dissolved(block, sources)
            else:
                yield self._block(block.table, sources)

    def _above_in_reviews(self, start: int) -> list[str] | None:
        """Return the texts between the heading of the section of table 4 and a block below it.

        None if another section is above, or a grid is between.
        """
        above: list[str] = []
        for block in reversed(self._stream.blocks[self._part.start : start]):
            if isinstance(block, TableBlock):
                return None
            line = heading_line(block.text)
            if line and line.kind:
                return above[::-1] if line.kind == "reviews" else None
            above.append(block.text)
        return None

    def _block(self, block: Block, sources: tuple[int, ...]) -> Unit:
        if isinstance(block, StatutoryTable) and block.edition is not None:
            self._edition = block.edition
        return Unit(sources, entry=Entry("block", sources, block))

    def _nested(self, table: Table, sources: tuple[int, ...]) -> Iterator[Unit]:
        """Keep the tables nested in a statutory table after it."""
        for row in table.rows if table.has_nested else ():
            for cell in row:
                while (inner := only_cell(cell)) is not None:
                    cell = inner
                for nested in cell.tables:
                    yield self._block(nested, sources)

    def _frames(self, table: Table) -> bool:
        """Whether a table is only a frame around a statutory table."""
        if not table.has_nested:
            return False
        nested = [inner for row in table.rows for cell in row for inner in cell.tables]
        return any(
            recognise_tables([TableBlock(inner)], self._edition) or self._frames(inner)
            for inner in nested
        )

    def _dissolved(self, block: TableBlock, sources: tuple[int, ...]) -> Iterator[Unit]:
        """Replace a table that only lays out the page by its contents."""
        for row in block.table.rows:
            for cell in row:
                for part in cell.content:
                    if isinstance(part, Table):
                        yield from self._recognised([TableBlock(part)], sources)
                    else:
                        for line in part.split("\n"):
                            if line.strip():
                                yield from _lines(TextBlock(line.strip()), sources)

    def _cells(self, start: int, end: int) -> list[Unit]:
        """Read a run of lines as the cells of statutory tables, one a line."""
        blocks = self._stream.blocks
        found = tables_of_cells(blocks, start, end, self._edition, self._above_in_reviews(start))
        units: list[Unit] = []
        for index in range(start, end) if found else ():
            if is_page_number(text := getattr(blocks[index], "text", "")):
                self.diagnostics.append(diagnostic("page-furniture", f"block {index + 1}", text))
        sources = tuple(range(start, end))
        for each in found:
            units.extend(_texts_beside(each.leading, sources))
            units.append(self._block(each.table, sources))
            units.extend(_texts_beside(each.trailing, sources))
            self.diagnostics.extend(each.diagnostics)
        return units


def _texts_beside(texts: tuple[str, ...], sources: tuple[int, ...]) -> Iterator[Unit]:
    """Yield what a grid holds above or below a statutory table, sections if it has headings."""
    sectioned = any(heads_section(text) or any(inline_headings(text)) for text in texts)
    for text in texts:
        if sectioned:
            yield from _lines(TextBlock(text), sources)
        else:
            yield Unit(sources, entry=Entry("block", sources, Paragraph(text)))


def _lines(block: TextBlock, sources: tuple[int, ...]) -> Iterator[Unit]:
    """Split a text of several lines if one of them is a heading or a title of its own."""
    text = block.text
    headed = "\n" in text and any(
        is_title(line) or ((found := heading_line(line.strip())) and found.kind)
        for line in text.split("\n")
    )
    if not headed or is_title(text.replace("\n", "")):
        yield Unit(sources, text, block.level)
        return
    for line in text.split("\n"):
        if line.strip():
            yield Unit(sources, line.strip(), None)


def _with_numbers_joined(units: Sequence[Unit]) -> list[Unit]:
    """Join a section's number with its name where each is printed on a line of its own."""
    joined: list[Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        if last and last.text and unit.text and is_number_alone(last.text):
            line = heading_line(last.text + unit.text)
            if line and line.kind:
                joined[-1] = Unit(
                    (*last.sources, *unit.sources), last.text + unit.text, last.level
                )
                continue
        joined.append(unit)
    return joined


def without_contradictions(
    units: list[Unit], known: Sequence[Diagnostic] = ()
) -> tuple[list[Unit], list[Diagnostic]]:
    """Leave numbers open in which two tables of a kind contradict each other, with a diagnostic."""
    tables: dict[TableKind, list[int]] = {}
    for at, unit in enumerate(units):
        if unit.entry and isinstance(unit.entry.block, StatutoryTable):
            tables.setdefault(unit.entry.block.kind, []).append(at)
    noted: list[Diagnostic] = []
    for places in tables.values():
        if len(places) > 1:
            noted.extend(_make_agree(units, places, known))
    return units, noted


def _make_agree(
    units: list[Unit], places: Sequence[int], known: Sequence[Diagnostic]
) -> list[Diagnostic]:
    """Put what the tables at some places agree in at the first, and return the diagnostics."""
    given = (entry.block for at in places if (entry := units[at].entry))
    twice = [each for each in given if isinstance(each, StatutoryTable)]
    table, found = agreed(twice, known)
    first = units[places[0]]
    assert first.entry is not None  # noqa: S101 - it has been looked at by the caller
    units[places[0]] = first._replace(entry=first.entry._replace(block=table))
    return found
