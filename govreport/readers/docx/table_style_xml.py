"""How a table style shows the runs of each cell (ECMA-376-1, sections 17.7.6 and 17.4.55).

A style may state something else for the first row, for every second column and so on; the table
says which of these it uses, and the position of a cell decides which of them apply to it.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from govreport.readers.docx.formatting import (
    RUN_PROPERTIES,
    UNFORMATTED,
    Formatting,
    read_formatting,
)
from govreport.readers.docx.names import VALUE, WORD, is_on, whole_number

_LOOK_BITS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}
"""The bits of the hexadecimal form in which older files state a `w:tblLook` (section 17.4.56)."""


_PARTS = frozenset(
    {
        *("wholeTable", "firstRow", "lastRow", "firstCol", "lastCol"),
        *("band1Vert", "band2Vert", "band1Horz", "band2Horz"),
        *("neCell", "nwCell", "seCell", "swCell"),
    }
)


_CORNERS = {
    ("first", "first"): "nwCell",
    ("first", "last"): "neCell",
    ("last", "first"): "swCell",
    ("last", "last"): "seCell",
}


class TablePlace(NamedTuple):
    """The position of a cell: its row and its first column, and whether they are the last ones."""

    row: int
    column: int
    in_last_row: bool
    in_last_column: bool


class TableStyle(NamedTuple):
    """A table style with what it inherits.

    `parts` is the formatting of parts of the table, by the names of section 17.18.89.
    """

    whole: Formatting = UNFORMATTED
    parts: Mapping[str, Formatting] = MappingProxyType({})
    row_band: int | None = None
    column_band: int | None = None

    def over(self, base: "TableStyle") -> "TableStyle":
        """Return this style, with unstated properties taken from its base."""
        parts = {
            name: self.parts.get(name, UNFORMATTED).over(base.parts.get(name, UNFORMATTED))
            for name in {**base.parts, **self.parts}
        }
        return TableStyle(
            self.whole.over(base.whole),
            parts,
            base.row_band if self.row_band is None else self.row_band,
            base.column_band if self.column_band is None else self.column_band,
        )

    def formatting(self, place: TablePlace, look: frozenset[str]) -> Formatting:
        """Return what the style says of the runs of a cell.

        `look` names the parts that the table uses, as the attributes of `w:tblLook` do.
        """
        found = self.whole
        if self.parts:
            for name in self._names(place, look):
                found = self.parts.get(name, UNFORMATTED).over(found)
        return found

    def _names(self, place: TablePlace, look: frozenset[str]) -> Iterator[str]:
        """Yield the parts of the table that the cell belongs to, those that outrank others last."""
        rows = _ends(look, "Row", is_first=place.row == 0, is_last=place.in_last_row)
        columns = _ends(look, "Column", is_first=place.column == 0, is_last=place.in_last_column)
        if "noVBand" not in look and not columns:
            column = place.column - ("firstColumn" in look)
            yield f"band{_alternating(column, self.column_band)}Vert"
        if "noHBand" not in look and not rows:
            row = place.row - ("firstRow" in look)
            yield f"band{_alternating(row, self.row_band)}Horz"
        yield from (f"{row}Row" for row in rows)
        yield from (f"{column}Col" for column in columns)
        yield from (_CORNERS[row, column] for row in rows for column in columns)


def _alternating(position: int, width: int | None) -> int:
    """Return which of two alternating bands, each of so many rows or columns, a position is in."""
    return 1 + position // max(1, width or 1) % 2


def _ends(look: frozenset[str], line: str, *, is_first: bool, is_last: bool) -> list[str]:
    """Return of the first and the last row or column those that a cell is in and the table takes up."""
    ends = (("first", is_first), ("last", is_last))
    return [name for name, is_in in ends if is_in and f"{name}{line}" in look]


UNSTYLED_TABLE = TableStyle()


def read_table_style(style: etree._Element, whole: Formatting) -> TableStyle:
    """Return what a `w:style` states for tables; `whole` is what it states for all runs."""
    parts = {
        part.get(f"{WORD}type", ""): read_formatting(part.find(RUN_PROPERTIES))
        for part in style.iterchildren(f"{WORD}tblStylePr")
    }
    said = {
        name: formatting
        for name, formatting in parts.items()
        if name in _PARTS and formatting is not UNFORMATTED
    }
    return TableStyle(
        said.pop("wholeTable", UNFORMATTED).over(whole),
        said,
        _band(style, "tblStyleRowBandSize"),
        _band(style, "tblStyleColBandSize"),
    )


def read_look(properties: etree._Element) -> frozenset[str]:
    """Return the parts that the `w:tblLook` of a table's properties uses."""
    look = properties.find(f"{WORD}tblLook")
    if look is None:
        return frozenset()
    try:
        bits = int(look.get(VALUE, "0"), 16)
    except ValueError:
        bits = 0
    stated = {name: look.get(f"{WORD}{name}") for name in _LOOK_BITS}
    return frozenset(
        name
        for name, value in stated.items()
        if (is_on(value) if value is not None else bits & _LOOK_BITS[name])
    )


def _band(style: etree._Element, name: str) -> int | None:
    size = style.find(f"{WORD}tblPr/{WORD}{name}")
    return None if size is None else whole_number(size.get(VALUE))
