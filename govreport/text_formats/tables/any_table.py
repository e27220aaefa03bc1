"""Tables that show their whole grid in text, whatever else separates cells in it."""

from collections.abc import Iterator

from govreport.blocks import TableBlock
from govreport.limits import Limits
from govreport.model.grid import Table
from govreport.text_formats.lines import Line
from govreport.text_formats.tables.aligned.exact_columns import parted_at_exact_columns
from govreport.text_formats.tables.aligned.tables import parted_at_aligned_columns
from govreport.text_formats.tables.comma_rows import parted_at_comma_rows
from govreport.text_formats.tables.drawn_grids import parted_at_grids
from govreport.text_formats.tables.latex_rows import parted_at_latex


def parted_at_tables(lines: list[Line], limits: Limits) -> Iterator[list[Line] | TableBlock]:
    """Yield the lines in runs, each such table among them.

    Raises `LimitExceededError` where a table is too large.
    """
    for part in parted_at_grids(lines, limits):
        if isinstance(part, Table):
            yield TableBlock(part)
            continue
        for other in parted_at_latex(part, limits):
            if isinstance(other, TableBlock):
                yield other
                continue
            for last in parted_at_comma_rows(other, limits):
                if isinstance(last, TableBlock):
                    yield last
                else:
                    yield from _in_columns(last, limits)


def _in_columns(lines: list[Line], limits: Limits) -> Iterator[list[Line] | TableBlock]:
    for part in parted_at_exact_columns(lines, limits):
        if isinstance(part, TableBlock):
            yield part
        else:
            yield from parted_at_aligned_columns(part, limits)
