"""Divides the stream into units: lines of text, tables found, blocks declared by marks."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

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
from govreport.recognise.rows import is_value, only_cell
from govreport.recognise.runs import broken_run, is_label
from govreport.recognise.runs_of_cells import end_of_cells, tables_of_cells
from govreport.recognise.sections.headings import (
    heading_line,
    holds_report,
    inline_headings,
    is_number_alone,
)
from govreport.recognise.table_parts import (
    BETWEEN_PARTS,
    MOST_BETWEEN,
    may_stand_between,
    part_of_text,
    rows_named,
)
from govreport.recognise.table_twice import agreed
from govreport.recognise.tables import (
    heads_section,
    part_of_table,
    recognise_tables,
    reviews_below_torn_header,
)


class Unit(NamedTuple):
    """A line of text whose role is still to be found, or an entry already decided."""

    sources: tuple[int, ...]
    text: str = ""
    level: int | None = None
    entry: Entry | None = None

    @property
    def place(self) -> str:
        """Where the unit stands in the source, for diagnostics."""
        return f"block {self.sources[0] + 1}"


class UnitReader:
    """Makes units of a part of a stream, finding the statutory tables on the way.

    The blocks at the positions `left_out` are not included.
    """

    def __init__(
        self,
        stream: Stream,
        part: range,
        left_out: Collection[int] = (),
        *,
        is_report: bool = True,
    ) -> None:
        self._stream = stream
        self._is_report = is_report
        self._part = part
        self._edition: int | None = None
        self._parts: dict[tuple[int, TableKind | None], tuple[TableKind | None, set[str]]] = {}
        self._left_out = left_out
        self.diagnostics: list[Diagnostic] = []
        self.units = _with_numbers_joined(list(self._units()))
        if not any(block.mark for block in stream.blocks):
            self.units, noted = without_contradictions(self.units, self.diagnostics)
            self.diagnostics.extend(noted)

    def _units(self) -> Iterator[Unit]:
        blocks = self._stream.blocks
        index = self._part.start
        while index < self._part.stop:
            block = blocks[index]
            if index in self._left_out:
                pass
            elif block.mark:
                yield Unit((index,), entry=declared(block, index))
            elif not self._is_report:
                yield self._as_it_stands(block, index)
            elif isinstance(block, TableBlock) or self._heads_part(index, block.text):
                grids, end = self._parted(index)
                yield from self._between(index, end, grids)
                yield from self._recognised(grids, tuple(range(index, end)))
                index = end
                continue
            else:
                end = end_of_cells(self._stream.blocks, index, self._part.stop)
                if end > index and (found := self._cells(index, end)):
                    yield from found
                    index = end
                    continue
                yield from _lines(block, (index,))
            index += 1

    def _as_it_stands(self, block: TextBlock | TableBlock, index: int) -> Unit:
        """Read a block as it is, in a source that is about reports but not a report itself."""
        if isinstance(block, TableBlock):
            return self._block(block.table, (index,))
        return Unit((index,), block.text, block.level)

    def _parted(self, start: int) -> tuple[list[TableBlock], int]:
        """Return the grids of the table at `start`, and where they end."""
        end = self._end_of_parts(start)
        blocks = self._stream.blocks
        if run := broken_run(blocks, start, self._part.stop, self._part_at):
            cells, stop = run
            if stop > end and recognise_tables([cells], self._edition):
                return [cells], stop
        grids = [each for each in blocks[start:end] if isinstance(each, TableBlock)]
        width = max((grid.table.width for grid in grids), default=1)
        parts = [
            each if isinstance(each, TableBlock) else part_of_text(each, width)
            for each in blocks[start:end]
            if isinstance(each, TableBlock) or any(rows_named(each.text, k) for k in TABLE_KINDS)
        ]
        return parts, end

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

    def _heads_part(self, index: int, text: str) -> bool:
        """Whether a text is the label of the rows or numbers of the grid after it."""
        kind = next((kind for kind in TABLE_KINDS if rows_named(text, kind)), None)
        if kind is None:
            return False
        following = (
            block
            for block in self._stream.blocks[index + 1 : self._part.stop]
            if isinstance(block, TableBlock) or not BETWEEN_PARTS.fullmatch(block.text)
        )
        block = next(following, None)
        if not isinstance(block, TableBlock) or block.mark or block.table.width < 2:
            return False
        return part_of_table(block)[0] == kind

    def _end_of_parts(self, start: int) -> int:
        """Return where the grids end into which a page cut the statutory table at `start`.

        A further part names rows of the same table that no part before it has named, or is below
        a text that does. Text that a page prints at its ends may be between them.
        """
        kind: TableKind | None = None
        seen: set[str] = set()
        end = start + 1
        headed: set[str] = set()
        index = start
        while index < self._part.stop:
            block = self._stream.blocks[index]
            if block.mark:
                break
            if isinstance(block, TextBlock) and kind and not rows_named(block.text, kind):
                if index - end >= MOST_BETWEEN or not may_stand_between(block):
                    break
                if is_value(block.text) and not self._shows_blanks(start, end):
                    break  # it may be a cell
                index += 1
                continue
            named, rows = self._part_at(index, kind)
            if isinstance(block, TextBlock):
                kind = kind or next((k for k in TABLE_KINDS if rows_named(block.text, k)), None)
                headed = rows_named(block.text, kind) if kind else set()
                if not headed or headed & seen:
                    break
                index += 1
                continue
            kind = kind or named
            if named is None or named != kind:
                break
            if rows & seen or not (rows or headed - seen):
                break
            seen |= rows | headed
            headed = set()
            index += 1
            end = index
        return end

    def _shows_blanks(self, start: int, end: int) -> bool:
        grids = (b for b in self._stream.blocks[start:end] if isinstance(b, TableBlock))
        return all(b.blanks_shown and b.table.width > 1 for b in grids)

    def _part_at(self, index: int, kind: TableKind | None) -> tuple[TableKind | None, set[str]]:
        """Return `part_of_table` of a block, computed once for each kind before it."""
        known = self._parts.get((index, kind))
        if known is None:
            block = self._stream.blocks[index]
            if isinstance(block, TableBlock):
                known = part_of_table(block, kind)
            else:
                known = (
                    part_of_table(part_of_text(block), kind)
                    if is_label(block.text)
                    else (None, set())
                )
            self._parts[index, kind] = known
        return known

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


def _with_numbers_joined(units: list[Unit]) -> list[Unit]:
    """Join a section's number with its name if each is printed on a line of its own."""
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
            given = (entry.block for at in places if (entry := units[at].entry))
            twice = [each for each in given if isinstance(each, StatutoryTable)]
            table, found = agreed(twice, known)
            first = units[places[0]]
            assert first.entry is not None  # noqa: S101 - it has been looked at above
            units[places[0]] = first._replace(entry=first.entry._replace(block=table))
            noted.extend(found)
    return units, noted


def left_out(code: str, unit: Unit, message: str = "") -> Diagnostic:
    """Return the diagnostic that quotes a unit which was left out."""
    return diagnostic(code, unit.place, unit.text, message)
