"""Findings of a check: the rule, its severity, the place, and every number involved."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from govreport.model.document import CellKey
from govreport.model.shown import ShownAsPage

Severity = Literal["error", "warning"]
Side = Literal["left", "right"]

__all__ = ["CellKey", "Finding", "Findings", "Number", "Operand", "Place", "Severity", "Side"]

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Operand:
    """A cell in an identity: its printed text and its number.

    `value` is None if the cell is blank; inside a sum it then counts as zero. `side` is the
    side of the equation, `year` the reporting year where two reports are compared, and `report` the
    office whose report it is where those of several are summed.
    """

    cell: CellKey
    text: str
    value: Number | None
    side: Side = "left"
    year: int | None = None
    report: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the document's text.

    `part` is "title", "preamble", "closing" or the position of a section; `block` is the position
    within it, None for the section's heading or the title. `start` and `end` count characters.
    """

    part: str | int
    block: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Finding(ShownAsPage):
    """One finding of a rule.

    `severity` is "error" for a contradiction and "warning" for a doubt. `cells` are the
    keys of all the cells concerned, `expected` and `actual` the two numbers that differ, None
    if there are none. `operands` are the cells of an identity with their values; `quote` and
    `place` the sentence concerned.
    """

    rule: str
    severity: Severity
    message: str
    cells: tuple[CellKey, ...] = ()
    expected: Number | None = None
    actual: Number | None = None
    operands: tuple[Operand, ...] = ()
    quote: str = ""
    place: Place | None = None

    def __repr__(self) -> str:
        return f"<Finding {self.severity} {self.rule}: {self.message}>"

    @property
    def blanks(self) -> tuple[CellKey, ...]:
        """The cells of the identity that are blank and were counted as zero."""
        return tuple(operand.cell for operand in self.operands if operand.value is None)

    @property
    def equation(self) -> str:
        """The identity in numbers, `31 + 2 ≠ 29 + 3`; empty if there is none."""
        return equation(self.operands) if self.operands else ""


def total(operands: tuple[Operand, ...], side: Side) -> Number:
    """Return the sum of the operands of a side, blanks counting as zero."""
    return sum((each.value or 0 for each in operands if each.side == side), start=0)


def equation(operands: tuple[Operand, ...]) -> str:
    """Return a broken identity in numbers, leaving zeros out of longer sums."""
    return f"{_terms(operands, 'left')} ≠ {_terms(operands, 'right')}"


def _terms(operands: tuple[Operand, ...], side: Side) -> str:
    values = [each.value or 0 for each in operands if each.side == side]
    if len(values) > 2:
        values = [value for value in values if value] or [0]
    return " + ".join(f"({value})" if value < 0 else str(value) for value in values)


class Findings(list[Finding], ShownAsPage):
    """What `check` found: a list that a notebook shows, errors first."""
