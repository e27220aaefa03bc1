"""Whether the first number of a row is that of its only column, whatever stands behind it."""

from functools import cached_property

from govreport.recognise.placing.part_labels import LabelledRow
from govreport.recognise.placing.table_part import TablePart


class OneColumn:
    """What a header says that may be above the only column of its rows."""

    def __init__(self, part: TablePart) -> None:
        self._part = part

    @cached_property
    def has_blank_header(self) -> bool:
        """Whether a blank, which may head a column, stands between the labels' head and a column's."""
        sorts = [[text.named.sort for text in line] for line in self._part.lines.header]
        return any(line[:2] == ["neutral", "blank"] and "label" in line[2:] for line in sorts)

    @property
    def is_beside_blank(self) -> bool:
        """Whether such a header shows no places, so that the blank may head any of its numbers.

        In tables 3 and 4 headers of several lines have blanks, and totals show the columns.
        """
        header = self._part.header
        is_asked = len(header.leaves) == 1 or not self._part.cells.total
        return is_asked and not header.in_place and self.has_blank_header

    @cached_property
    def _is_exact(self) -> bool:
        """Whether the header is called exactly as in the form, and nothing else is in it."""
        texts = [named for line in self._part.lines.header for _, named in line]
        return not any(named.sort == "foreign" or named.match.deviates for named in texts)

    def begins(self, row: LabelledRow) -> bool:
        """Whether the form has one column for a row, and no other can stand before it."""
        if not self._is_exact or self.has_blank_header:
            return False
        masks = [text.named.rows for text in row.own if text.named.rows]
        keys = [key for mask in masks for key in self._part.cells.rows_in(mask)]
        rows = [each for each in self._part.layout.rows if each.key in keys]
        return len(rows) == 1 and len(rows[0].columns) == 1
