"""What a rule is, and what it is given: the report, last year's, and how to report findings."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from govreport.checks.finding import CellKey, Finding, Number, Operand, Place, Severity, Side
from govreport.checks.sentences import Sentence, sentences_of
from govreport.model.document import ReportDocument
from govreport.model.shown import ShownAsPage
from govreport.model.statutory import StatutoryTable
from govreport.model.values import Reading, read_cell
from govreport.wording import Language, message_of

if TYPE_CHECKING:
    from govreport.parts import CellSum, ReportsBelow

_OPEN = {"ambiguous", "missing"}
"""The statuses of facts whose cells the reader could not fill."""

RuleFunction = Callable[["Examination"], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its stable id, the severity of its findings, what it asserts, and its source.

    `source` is the sentence of the notice or of the form from which it comes. `editions` are
    the editions of the layout for which it holds.
    """

    id: str
    severity: Severity
    description: str
    source: str
    editions: tuple[int, ...]
    function: RuleFunction


class Texts:
    """The contents of a document, read once for all rules: cells by key, prose in sentences."""

    def __init__(self, document: ReportDocument) -> None:
        self.document = document

    @cached_property
    def readings(self) -> dict[CellKey, Reading]:
        """Every statutory cell with its reading."""
        units: dict[CellKey, str] = {
            (table.kind, row.key, column.key): table.unit(column.key, column.unit)
            for table in self.document.statutory_tables()
            for row in table.layout.rows
            for column in row.columns
        }
        return {key: read_cell(text, units[key]) for key, text in self.printed.items()}

    @cached_property
    def printed(self) -> dict[CellKey, str]:
        """Every statutory cell with its printed text."""
        return {
            (table.kind, row.key, column.key): text
            for table in self.document.statutory_tables()
            for row, filled in table.known_rows()
            for column, text in zip(row.columns, filled.cells, strict=False)
        }

    @cached_property
    def open_cells(self) -> frozenset[CellKey]:
        """The cells whose numbers the reader reported as missing or not placed."""
        return frozenset(
            (fact.table, fact.row, fact.column)
            for fact in self.document.facts()
            if fact.status in _OPEN
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the running text, in order."""
        return tuple(sentences_of(self.document))


class SumsBelow:
    """The reports below a summary, and their sums, computed once for all rules."""

    def __init__(self, document: ReportDocument, parts: "ReportsBelow") -> None:
        self.document = document
        self.parts = parts

    @cached_property
    def sums(self) -> list[tuple[StatutoryTable, dict[CellKey, "CellSum"]]]:
        """Each table of the summary with the sums of its cells, in its own edition."""
        from govreport.parts import sums

        return [
            (table, sums(self.parts, table.kind, table.edition))
            for table in self.document.statutory_tables()
        ]


@dataclass(frozen=True)
class Examination(ShownAsPage):
    """A report as a rule of `check` sees it, with the means to report findings."""

    rule: Rule
    language: Language
    texts: Texts
    previous_texts: Texts | None = None
    below: SumsBelow | None = None
    """The reports below a summary, None if none were given."""

    @property
    def document(self) -> ReportDocument:
        """The report that is checked."""
        return self.texts.document

    @property
    def previous(self) -> ReportDocument | None:
        """The report of the year before, None if none was given."""
        return self.previous_texts.document if self.previous_texts else None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the report's running text, in order, each with its place."""
        return self.texts.sentences

    def tables(self) -> Iterator[StatutoryTable]:
        """Yield the statutory tables of the editions to which the rule applies."""
        for table in self.document.statutory_tables():
            if table.edition is None or table.edition in self.rule.editions:
                yield table

    def value(self, table: str, row: str, column: str) -> Number | None:
        """Return the number in a cell, None if it has none or does not exist."""
        reading = self.texts.readings.get((table, row, column))
        return reading.value if reading else None

    def doubtful(self, cell: CellKey) -> bool:
        """Whether a cell prints something that is neither a number nor a mark for none."""
        reading = self.texts.readings.get(cell)
        return reading is not None and reading.doubtful

    def is_open(self, cell: CellKey) -> bool:
        """Whether a cell's value is unknown: it is in doubt, or the reader left it open."""
        return self.doubtful(cell) or cell in self.texts.open_cells

    def operand(self, cell: CellKey, side: Side) -> Operand:
        """Return a cell of the report as an operand of an identity."""
        return Operand(
            cell,
            self.texts.printed[cell],
            self.texts.readings[cell].value,
            side,
            self.document.year,
        )

    def finding(
        self,
        message: str = "",
        /,
        *,
        cells: Iterable[CellKey] = (),
        expected: Number | None = None,
        actual: Number | None = None,
        operands: Iterable[Operand] = (),
        quote: str = "",
        place: Place | None = None,
        **fields: object,
    ) -> Finding:
        """Return a finding of this rule.

        `message` is its text; the library's own rules leave it out and get the text of the
        catalogue in the chosen language, with the `fields` filled in.
        """
        operands = tuple(operands)
        text = message or message_of(
            self.rule.id, self.language, {"expected": expected, "actual": actual, **fields}
        )
        return Finding(
            self.rule.id,
            self.rule.severity,
            text,
            tuple(dict.fromkeys((*cells, *(operand.cell for operand in operands)))),
            expected,
            actual,
            operands,
            quote,
            place,
        )
