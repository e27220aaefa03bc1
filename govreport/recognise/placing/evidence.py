"""What is known of a table before one of its rows is read, and whether totals agree."""

from collections.abc import Sequence
from typing import NamedTuple

from govreport.model.values import read_value

Texts = tuple[str, ...]
Sum = tuple[tuple[int, ...], int]
"""The positions of a row's parts and of their total."""


class Evidence(NamedTuple):
    """What the whole table shows about its rows.

    `width` is the number of columns. `blanks_shown` says that blank cells are printed,
    `spans_shown` that a cell spanning columns is printed as one. `blanks_lead` says whether
    surplus blanks come before the numbers, None if no row shows it. `sums` are the totals that
    the form fixes; `total_last` says that the last column is the only total and `totals_kept`
    that few rows lack theirs.
    """

    width: int
    blanks_shown: bool
    spans_shown: bool
    blanks_lead: bool | None = None
    sums: tuple[Sum, ...] = ()
    total_last: bool = False
    totals_kept: bool = False
    is_misshapen: bool = False
    """Whether the row has a different number of cells from similar rows."""
    is_short_of_usual: bool = False
    """Whether it has fewer cells than similar ones, which have more than columns."""
    overflows: bool = False
    """Whether the row is longer than its header."""
    is_short: bool = False
    """Whether the row ends before its header."""
    is_complete: bool = False
    """Whether the header has every column of the form."""
    has_places: bool = False
    """Whether the source is a grid that shows every cell and its span."""
    is_below_header: bool = True
    """Whether the header shows the positions of its columns."""
    is_filled_up: bool = False
    """Whether no row has a blank cell before a number, so that blanks only fill rows up."""
    is_displaced: bool = False
    """Whether numbers of the row are under no header, though its label is in its usual place."""
    has_one_column: bool = False
    """Whether the row has a single column in the form."""
    may_lack_cell: bool = False
    """Whether the row ends before a header of which a blank cell may head a column."""
    may_be_cut: bool = False
    """Whether the table ends in the row, although the form goes on."""
    ends_page: bool = False
    """Whether a page may end behind the row, whose number may stand last."""
    counts: tuple[bool, ...] = ()
    """For each column, whether the form counts in it."""

    remarks: int | None = None
    """The column that holds words, not numbers, if there is one."""

    def confirms(self, texts: Sequence[str]) -> bool:
        """Whether the row's own total confirms a reading."""
        told = any(read_value(text).value for text in texts)
        return bool(self.sums) and told and agree(self.sums, texts)


def agree(sums: Sequence[Sum], texts: Sequence[str]) -> bool:
    """Whether every total of a row is the sum of its parts, a blank counting as zero."""
    values = {at: read_value(texts[at]) for one in sums for at in (*one[0], one[1])}
    if any(value.doubtful for value in values.values()):
        return False
    return all(
        sum(values[at].value or 0 for at in parts) == (values[total].value or 0)
        for parts, total in sums
    )
