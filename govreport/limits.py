"""Budgets that keep hostile input from costing unbounded time or memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest input that a reader takes; every number is inclusive.

    Exceeding one raises `LimitExceededError`, which names the limit and the value met. Spans
    are clamped instead, as the HTML standard does, with a diagnostic `span-clamped`.
    """

    input_bytes: int = 64 * 1024 * 1024
    """Bytes of the source itself."""

    archive_members: int = 4_000
    """Members of a Word file's archive."""

    member_bytes: int = 128 * 1024 * 1024
    """Uncompressed bytes of one archive member."""

    member_ratio: int = 1_000
    """Uncompressed over compressed size of one archive member above a mebibyte."""

    depth: int = 2_000
    """Nested elements of an XML or HTML tree."""

    table_cells: int = 500_000
    """Grid positions of one table after its spans are resolved."""

    column_span: int = 1_000
    """Columns that one cell may span (the HTML standard's cap)."""

    row_span: int = 65_534
    """Rows that one cell may span (the HTML standard's cap)."""


DEFAULT_LIMITS = Limits()
