"""A unit of a stream: a line of text whose part in the report is to be found, or an entry."""

from typing import NamedTuple

from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.recognise.entries.items import Entry


class Unit(NamedTuple):
    """A line of text whose part in the report is to be found, or an entry already decided."""

    sources: tuple[int, ...]
    text: str = ""
    level: int | None = None
    entry: Entry | None = None

    @property
    def place(self) -> str:
        """Where the unit stands in the source, for diagnostics."""
        return f"block {self.sources[0] + 1}"


def left_out(code: str, unit: Unit, message: str = "") -> Diagnostic:
    """Return the diagnostic that quotes a unit which was left out."""
    return diagnostic(code, unit.place, unit.text, message)
