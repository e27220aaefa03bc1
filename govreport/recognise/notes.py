"""Diagnostics gathered while one statutory table is read."""

from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.statute import TableKind
from govreport.model.values import read_value
from govreport.recognise.columns import Placement
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
        self, code: str, where: str, text: str, message: str = "", row: str | None = None
    ) -> None:
        """Gather one diagnostic of a place in the table; of a whole row where its key is given."""
        where = f"row {row}" if row else where
        place = f"table {self._kind}, {where}" if where else f"table {self._kind}"
        found = diagnostic(code, place, text, message, table=self._kind, row=row or "")
        self._gathered[found] = None

    def label(self, match: Match, printed: str, statutory: str) -> None:
        """Gather that a label was matched though it differs from the statute's."""
        if match.deviates:
            self.add("deviating-label", "", printed, f"read as {statutory}")

    def placement(self, where: str, placement: Placement, row: str | None = None) -> None:
        """Gather what was open, left over, spread or unreadable in a row."""
        if placement.ambiguous:
            self.add("ambiguous-columns", where, " | ".join(placement.ambiguous), row=row)
        elif placement.spread:
            self.add("spread-value", where, " | ".join(dict.fromkeys(placement.texts)), row=row)
        if placement.leftover:
            self.add("leftover-cells", where, " | ".join(placement.leftover), row=row)
        for text in placement.texts:
            if text and read_value(text).doubtful:
                self.add("unreadable-value", where, text, row=row)
