"""Diagnostics gathered while one statutory table is read."""

from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.statute import TableKind
from govreport.recognise.labels.vocabulary import Match


class Notes:
    """Gathers diagnostics, each with its place in the table."""

    def __init__(self, kind: TableKind) -> None:
        self._kind = kind
        self._gathered: dict[Diagnostic, None] = {}
        self.every_row_full = True
        """Whether every row had exactly one cell, blank or not, for each column."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was gathered, in order and without repetition."""
        return tuple(self._gathered)

    def add(
        self,
        code: str,
        where: str,
        text: str,
        message: str = "",
        row: str = "",
        column: str = "",
    ) -> None:
        """Gather one diagnostic for a place in the table, given by the keys of row and column."""
        named = [f"row {row}" if row else where, f"column {column}" if column else ""]
        place = ", ".join(filter(None, (f"table {self._kind}", *named)))
        found = diagnostic(code, place, text, message, table=self._kind, row=row, column=column)
        self._gathered[found] = None

    def label(self, match: Match, printed: str, statutory: str) -> None:
        """Gather a diagnostic that a label was matched though it differs from the statute's."""
        if match.deviates:
            self.add("deviating-label", "", printed, f"read as {statutory}")
