"""Small tables that use labels of a statutory table which stands whole in its own section.

Offices count requests by channel, or compare two years, in the words of the form: such a table is
no second copy of the statutory one, and stays a table as it is printed.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from govreport.blocks import Block, TableBlock
from govreport.model.statutory import StatutoryTable
from govreport.model.values import read_value
from govreport.recognise.sections.headings import heading_line
from govreport.recognise.streams.unit import Unit

_ROWS_TO_BLANK = 4
"""Rows of a whole table, for each that may be blank."""


class _Given(NamedTuple):
    """A statutory table as read, its blocks, and whether it is in its own section."""

    table: StatutoryTable
    sources: tuple[int, ...]
    in_section: bool

    @property
    def rows(self) -> frozenset[str]:
        """The keys of the form's rows that have a text."""
        known = self.table.known_rows()
        return frozenset([row.key for row, given in known if any(given.cells)])

    @property
    def placed(self) -> int:
        """How many cells of the form have a text."""
        return sum(bool(text) for _, row in self.table.known_rows() for text in row.cells)

    @property
    def is_whole(self) -> bool:
        """Whether it stands in its own section, and hardly any row of the form is blank in it."""
        blank = len(self.table.layout.rows) - len(self.rows)
        return self.in_section and blank * _ROWS_TO_BLANK <= len(self.table.layout.rows)


def other_tables(units: Sequence[Unit], blocks: Sequence[Block]) -> frozenset[int]:
    """Return the positions of grids that hold a table in the words of a whole statutory one.

    A run of lines has no bounds of its own: without some of them it would be divided otherwise.
    In another section it has less than half as many numbers in places of the form; in the same
    section, where a row may be given twice, it has none there, and fewer than half in all.
    """
    kinds = [table.kind for table in _tables(units)]
    if len(set(kinds)) == len(kinds):
        return frozenset()
    given = [each for each in _given(units) if _are_grids(each, blocks)]
    shared = Counter(each.sources for each in given)
    wholes = [each for each in given if each.is_whole]
    found: set[int] = set()
    for each in given:
        if shared[each.sources] == 1 and any(_is_other(each, whole, blocks) for whole in wholes):
            found.update(each.sources)
    return frozenset(found)


def _tables(units: Sequence[Unit]) -> Iterator[StatutoryTable]:
    for unit in units:
        if unit.entry and isinstance(unit.entry.block, StatutoryTable):
            yield unit.entry.block


def _given(units: Sequence[Unit]) -> Iterator[_Given]:
    """Yield the statutory tables among units."""
    section = ""
    for unit in units:
        if unit.entry is None:
            line = heading_line(unit.text)
            section = (line and line.kind) or section
        elif isinstance(unit.entry.block, StatutoryTable):
            table = unit.entry.block
            yield _Given(table, unit.sources, section == table.kind)


def _is_other(given: _Given, whole: _Given, blocks: Sequence[Block]) -> bool:
    if given.table.kind != whole.table.kind or not given.rows <= whole.rows:
        return False
    size = given.placed
    if given.in_section and not size:
        texts = chain.from_iterable(_texts_in(blocks[at]) for at in given.sources)
        size = sum(read_value(text).value is not None for text in texts)
    elif given.in_section:
        return False
    return 2 * size < whole.placed


def _are_grids(given: _Given, blocks: Sequence[Block]) -> bool:
    return all(isinstance(blocks[at], TableBlock) for at in given.sources)


def _texts_in(block: Block) -> Iterator[str]:
    """Yield the texts of a grid's cells."""
    if isinstance(block, TableBlock):
        yield from (cell.text for row in block.table.rows for cell in row)
