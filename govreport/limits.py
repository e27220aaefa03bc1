"""Budgets that keep hostile input from costing unbounded time or memory."""

import sys
from dataclasses import dataclass

from govreport.errors import LimitExceededError


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

    parsed_bytes: int = 16 * 1024 * 1024
    """Bytes that are parsed: the XML parts of a Word file together, or a source of another format."""

    archive_bytes: int = 256 * 1024 * 1024
    """Uncompressed bytes of all the archive members together."""

    member_bytes: int = 128 * 1024 * 1024
    """Uncompressed bytes of one archive member."""

    member_ratio: int = 1_000
    """Uncompressed over compressed size of one archive member above a mebibyte."""

    elements: int = 300_000
    """Elements of the XML parts of a Word file together, or of a web page; brackets in JSON."""

    lines: int = 100_000
    """Lines of a text, blank ones too."""

    attributes: int = 1_000
    """Attributes of one XML or HTML element."""

    style_rules: int = 10_000
    """Parts of selectors in a web page's own style sheets that say whether or how text shows."""

    style_matches: int = 1_000_000
    """Times that such a part is compared with an element."""

    depth: int = 2_000
    """Nested elements of an XML or HTML tree; in a web page never more than 2,047."""

    table_cells: int = 100_000
    """Grid positions of one table after its spans are resolved."""

    document_cells: int = 100_000
    """Grid positions of all tables together, nested ones too."""

    blocks: int = 20_000
    """Paragraphs, headings and tables of a source outside of tables."""

    paragraph_characters: int = 1_000_000
    """Characters of one paragraph, or of one text in a cell."""

    repeated_characters: int = 1_000_000
    """Characters that a Word file shows but does not hold at that place, in total.

    The numbers of list items are made from a few signs of their level, and a part that is included
    twice is shown twice.
    """

    number_digits: int = 10_000
    """Consecutive digits in a cell, and the digits of a number in JSON.

    A cell with more than a thousand is kept as a text and never read as a number.
    """

    pages: int = 500
    """Pages of a PDF file."""

    glyphs: int = 500_000
    """Glyphs on all pages of a PDF file."""

    rules: int = 50_000
    """Lines that are drawn on all pages of a PDF file."""

    column_span: int = 1_000
    """Columns that one cell may span (the HTML standard's cap, and a document's)."""

    row_span: int = 65_534
    """Rows that one cell may span (the HTML standard's cap, and a document's)."""

    @classmethod
    def unbounded(cls) -> "Limits":
        """Return limits that accept sources of any size, for sources that you made yourself.

        Depth, attributes, spans and the digits of a number stay limited.
        """
        kept = {"attributes", "depth", "number_digits", "column_span", "row_span"}
        return cls(**{name: sys.maxsize for name in cls.__slots__ if name not in kept})

    def of_one_source(self) -> "Limits":
        """Return the same limits, counting what the parts of one source use together."""
        return SourceLimits(self)

    def check(self, limit: str, value: int, what: str) -> None:
        """Raise `LimitExceededError` if `what` has a `value` that the named limit forbids."""
        most = getattr(self, limit)
        if value > most:
            raise LimitExceededError(
                f"{what}: {value}, more than {most} (limit {limit});"
                " raise the limit if you trust the source"
            )

    def take_bytes(self, count: int, where: str) -> None:
        """Count bytes about to be parsed; raise `LimitExceededError` for too many."""
        self.check("parsed_bytes", count, f"{where}: bytes to be parsed")

    def take_elements(self, count: int, where: str) -> None:
        """Count elements about to be parsed; raise `LimitExceededError` for too many."""
        self.check("elements", count, f"{where}: elements")

    def take_cells(self, count: int, where: object) -> None:
        """Count a table's grid positions; raise `LimitExceededError` for too many.

        `where` is converted to a string only for the message.
        """
        if count > min(self.table_cells, self.document_cells):
            self.check("table_cells", count, f"{where}: grid positions of the table")
            self.check("document_cells", count, f"{where}: grid positions of all tables")

    def take_repeated(self, count: int, where: str) -> None:
        """Count characters shown but not held there; raise `LimitExceededError` for too many."""
        self.check("repeated_characters", count, f"{where}: characters made of others")


class SourceLimits(Limits):
    """The limits of one source, which count what its parts have used so far."""

    __slots__ = ("_used",)
    _used: dict[str, int]

    def __init__(self, limits: Limits) -> None:
        super().__init__(*(getattr(limits, name) for name in Limits.__slots__))
        object.__setattr__(self, "_used", {})  # the limits themselves do not change

    def take_bytes(self, count: int, where: str) -> None:
        """Count bytes about to be parsed; raise `LimitExceededError` for too many."""
        used = self._use("parsed_bytes", count)
        self.check("parsed_bytes", used, f"{where}: bytes to be parsed so far")

    def take_elements(self, count: int, where: str) -> None:
        """Count elements about to be parsed; raise `LimitExceededError` for too many."""
        self.check("elements", self._use("elements", count), f"{where}: elements so far")

    def take_cells(self, count: int, where: object) -> None:
        """Count a table's grid positions; raise `LimitExceededError` for too many."""
        used = self._use("document_cells", count)
        if count > self.table_cells or used > self.document_cells:
            self.check("table_cells", count, f"{where}: grid positions of the table")
            self.check("document_cells", used, f"{where}: grid positions of the tables so far")

    def take_repeated(self, count: int, where: str) -> None:
        """Count characters shown but not held there; raise `LimitExceededError` for too many."""
        used = self._use("repeated_characters", count)
        self.check("repeated_characters", used, f"{where}: characters made of others so far")

    def _use(self, limit: str, count: int) -> int:
        self._used[limit] = self._used.get(limit, 0) + count
        return self._used[limit]


DEFAULT_LIMITS = Limits()
