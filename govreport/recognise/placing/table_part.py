"""A part of a table with all that is known of it before its rows are read."""

from typing import NamedTuple

from govreport.model.statute import Layout
from govreport.recognise.pieces import Shown
from govreport.recognise.placing.leaves import Header
from govreport.recognise.placing.naming import StatuteCells
from govreport.recognise.placing.sheets import Sheet, SheetPart, SheetRow, Side


class TablePart(NamedTuple):
    """The lines of a part, the columns that its header shows, and what is known of the table."""

    lines: SheetPart
    header: Header
    sheet: Sheet
    cells: StatuteCells
    layout: Layout
    edition_told: bool
    """Whether the report shows the layout's edition, which is else a default."""
    shown: Shown
    placed: bool
    """Whether the lines are those of a grid."""

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """The rows below the header."""
        return self.lines.rows

    @property
    def side(self) -> Side:
        """What the labels next to the numbers name."""
        return self.sheet.side

    @property
    def columns_of_form(self) -> int:
        """How many columns the form of table 3 or 4 has, 0 for table 2."""
        rows = self.layout.rows
        if self.cells.kind == "reviews" and not self.side.rows:
            return sum(len(row.columns) for row in rows)
        return 0 if self.cells.kind == "proactive_disclosure" else len(rows[0].columns)
