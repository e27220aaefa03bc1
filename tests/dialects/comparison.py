"""What was read of a printed report, beside its truth."""

import functools
import json
from dataclasses import dataclass

import govreport
from govreport.model.document import ReportDocument
from govreport.model.values import Value, read_value
from tests.dialects.programs import TRUTH, Case

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Truth:
    """What a report says; `cells` by table, row and column, None if a cell is blank."""

    title: str
    agency: str
    year: int
    sections: list[str]
    cells: dict[Key, str | None]


@functools.cache
def truth_of(report: str) -> Truth:
    """Return the truth of a report, by its name."""
    stored = json.loads((TRUTH / f"{report}.json").read_text("utf-8"))
    cells = {
        (table, row, column): text
        for table, rows in stored["cells"].items()
        for row, columns in rows.items()
        for column, text in columns.items()
    }
    return Truth(stored["title"], stored["agency"], stored["year"], stored["sections"], cells)


@dataclass(frozen=True)
class Comparison:
    """A document that was read and the truth of its report."""

    document: ReportDocument
    truth: Truth

    def numbers(self) -> dict[Key, Value]:
        """Return the truth's numbers; a blank cell, or one with a mark for none, has no entry."""
        values = {key: read_value(text or "").value for key, text in self.truth.cells.items()}
        return {key: value for key, value in values.items() if value is not None}

    def read(self) -> dict[Key, Value]:
        """Return the numbers that were read."""
        return {
            (fact.table, fact.row, fact.column): fact.value
            for fact in self.document.facts()
            if fact.value is not None
        }

    def wrong(self) -> dict[Key, tuple[Value, str | None]]:
        """Return each wrong number with what the cell truly holds: the worst that can happen."""
        numbers = self.numbers()
        return {
            key: (value, self.truth.cells.get(key))
            for key, value in self.read().items()
            if numbers.get(key) != value
        }

    def open(self) -> list[Key]:
        """Return the cells whose number was not read."""
        read = self.read()
        return [key for key in self.numbers() if key not in read]

    def right(self) -> int:
        """Return how many numbers were read right."""
        return len(self.numbers()) - len(self.open()) - len(self.wrong().keys() & self.numbers())

    def sections(self) -> list[str]:
        """Return the section kinds that were read."""
        return [section.kind for section in self.document.sections]


def comparison(case: Case, format: str | None) -> Comparison:
    """Return what is read of a case's text in a format, or with the format detected."""
    return Comparison(govreport.loads(case.text, format), truth_of(case.report))
