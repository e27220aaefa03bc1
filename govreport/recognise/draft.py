"""What is known of a report between the passes of recognition: one frozen value."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from govreport.blocks import Page, Stream
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.recognise.entries.items import Entry
from govreport.recognise.page.regions import Region
from govreport.recognise.sections.headings import HeadingLine
from govreport.recognise.streams.unit import Unit, left_out

OMITTED = Entry("omitted", ())


class Draft(NamedTuple):
    """A part of a stream that holds a report, and what the passes so far have found."""

    stream: Stream
    part: range
    page: Page
    """The page's own data, completed from its list of properties."""
    region: Region
    """The blocks that hold the report's text."""
    named_otherwise: str = ""
    """The name by which the page says that it is no such report, empty if it does not."""
    left_out: frozenset[int] = frozenset()
    """The blocks that do not belong to the report."""
    dates: tuple[tuple[str, datetime.date | None], ...] = ()
    """The dates that the page shows, each with its label."""
    publisher: str | None = None
    office: str | None = None
    """The office whose document the page's properties say it is."""
    units: tuple[Unit, ...] = ()
    sections: Mapping[int, HeadingLine] = MappingProxyType({})
    """The section headings among the units."""
    decided: Mapping[int, Entry] = MappingProxyType({})
    """What has been found about single units, by their positions."""
    first: int = 0
    """The position of the first section or table."""
    titled: int | None = None
    """The position of the last line of a title above the text, of the one chosen or the same again."""
    end: int = 0
    """The position at which the closing begins."""
    entries: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def kept_stream(self) -> Stream:
        """The stream without the blocks that are left out."""
        if not self.left_out:
            return self.stream
        kept = enumerate(self.stream.blocks)
        blocks = tuple(block for index, block in kept if index not in self.left_out)
        return replace(self.stream, blocks=blocks)

    def with_omitted(self, positions: Mapping[int, str]) -> "Draft":
        """Leave units out, each with the code of its diagnostic; an empty code gives none."""
        if not positions:
            return self
        decided = dict(self.decided)
        noted = list(self.diagnostics)
        for index, code in positions.items():
            unit = self.units[index]
            decided[index] = OMITTED._replace(sources=unit.sources)
            if code:
                noted.append(_quoted(code, unit))
        return self._replace(decided=decided, diagnostics=tuple(noted))

    def declared(self, role: str) -> list[int]:
        """Return the positions of the units that are known to have a role."""
        return [index for index, entry in self.decided.items() if entry.role == role]

    def is_outside(self, index: int) -> bool:
        """Whether the page's structure shows that a unit does not belong to the report."""
        return self.region.is_bounded and self.units[index].sources[0] not in self.region

    def place_of(self, index: int) -> tuple[int, ...]:
        """Return the containers around a unit."""
        return self.stream.blocks[self.units[index].sources[0]].place


def _quoted(code: str, unit: Unit) -> Diagnostic:
    if unit.entry is None or unit.entry.block is None:
        return left_out(code, unit)
    rows = getattr(unit.entry.block, "rows", ())
    text = "\n".join(cell.text for row in rows for cell in row if cell.text)
    return diagnostic(code, unit.place, text or getattr(unit.entry.block, "text", ""))
