"""Sums the reports of the offices cell by cell, or finds the office that leaves a cell open.

Only numbers are summed: a cell that one office left blank, or whose number could not be placed, is
open. Reports of the other edition are included as far as the concordance of the editions says how.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal, Inexact
from typing import Literal, NamedTuple

from govreport.model.concordance import concordance
from govreport.model.document import CellKey, ReportDocument
from govreport.model.facts import Fact, facts_of_table
from govreport.model.statute import TableKind, layout
from govreport.model.statutory import StatutoryTable
from govreport.parts.membership import PartReport, ReportingOffice, ReportsBelow

Number = int | Decimal
Cause = (
    Literal["number", "blank", "mark", "text", "ambiguous", "missing"]
    | Literal["edition", "parted", "unit", "differ", "uncertain", "absent"]
)
"""What an office contributes to a cell: a number, or the reason for not having one.

The first six are those of `Fact.status`. The others: its edition does not have the cell, or has it
only as a part of another one; its unit cannot be converted; its two reports differ; two names may
belong to one office; it has not reported.
"""

_MONEY = {"元": 1, "百元": 100, "千元": 1_000, "万元": 10_000, "亿元": 100_000_000}
_DIGITS = 100_000
"""Far more than a cell may hold, so that nothing is rounded."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one office contributes to a cell of the sum.

    `reports` are the names of its files, `cells` the cells of its form that count, one unless the
    editions differ, and `texts` their texts. `value` is None if `cause` is not "number".
    """

    office: str
    reports: tuple[str, ...]
    cells: tuple[CellKey, ...]
    texts: tuple[str, ...]
    value: Number | None
    cause: Cause


@dataclass(frozen=True, slots=True)
class CellSum:
    """A cell of the summary: its sum, None if that is open, and the contribution of each office."""

    cell: CellKey
    value: Number | None
    contributions: tuple[Contribution, ...]

    @property
    def blamed(self) -> tuple[Contribution, ...]:
        """The contributions for which the cell is open."""
        return tuple(each for each in self.contributions if each.value is None)


@dataclass(frozen=True, slots=True)
class _Origin:
    """The cells of a report that count for a cell of the sum; `only_zero` for parts of one cell."""

    cells: tuple[CellKey, ...]
    only_zero: bool = False


class _Stated(NamedTuple):
    """What a report states in a table, and which of its cells count for each cell of the sum."""

    facts: dict[CellKey, Fact]
    origins: Mapping[CellKey, _Origin]


def sums(parts: ReportsBelow, kind: TableKind, edition: int | None) -> dict[CellKey, CellSum]:
    """Return every cell of a table in an edition with the sum of all offices' reports."""
    reports = [part for office in parts.offices for part in office.reports]
    facts = {id(part): _facts(part, kind) for part in reports}
    editions = set(map(_edition, facts.values()))
    origins = {of_report: _origins(kind, edition, of_report) for of_report in editions}
    stated = {part: _Stated(each, origins[_edition(each)]) for part, each in facts.items()}
    return {
        (kind, row.key, column.key): _sum((kind, row.key, column.key), column.unit, parts, stated)
        for row in layout(kind, edition).rows
        for column in row.columns
    }


def _sum(cell: CellKey, unit: str, parts: ReportsBelow, stated: Mapping[int, _Stated]) -> CellSum:
    """Return a cell with its sum, and what each office has or lacks for it."""
    absent = () if parts.partial else parts.absent
    contributions = (
        *(_of_office(each, cell, unit, stated) for each in parts.offices),
        *(Contribution(name, (), (), (), None, "absent") for name in absent),
    )
    return CellSum(cell, _total(contributions), contributions)


def dropped(part: PartReport, kind: TableKind, edition: int | None) -> list[Fact]:
    """Return the numbers of a report, except zeros, without a cell in the other edition."""
    table = part.document.statutory_table(kind) if part.document else None
    if table is None or table.edition == edition:
        return []
    facts = _facts(part, kind)
    origins = _origins(kind, edition, _edition(facts))
    used = {cell for origin in origins.values() for cell in origin.cells}
    return [fact for cell, fact in facts.items() if fact.value and cell not in used]


def _facts(part: PartReport, kind: TableKind) -> dict[CellKey, Fact]:
    """Return what a report states in a table; where it gives the table twice, what both state."""
    first, *others = [*_of_tables(part.document or ReportDocument(), kind)] or [{}]
    for other in others:
        for cell, fact in first.items():
            if not _says_the_same(other.get(cell), fact):
                first[cell] = replace(fact, value=None, status="ambiguous")
    return first


def _of_tables(document: ReportDocument, kind: TableKind) -> Iterator[dict[CellKey, Fact]]:
    """Yield what each table of a kind states, equal ones once."""
    tables = [block for block in document.blocks() if isinstance(block, StatutoryTable)]
    for table in dict.fromkeys(table for table in tables if table.kind == kind):
        yield _of_table(table, document)


def _says_the_same(again: Fact | None, fact: Fact) -> bool:
    return again is not None and (again.value, again.edition) == (fact.value, fact.edition)


def _of_table(table: StatutoryTable, document: ReportDocument) -> dict[CellKey, Fact]:
    facts = facts_of_table(table, document.agency, document.year, document.diagnostics)
    return {(fact.table, fact.row, fact.column): fact for fact in facts}


def _edition(facts: Mapping[CellKey, Fact]) -> int | None:
    return next((fact.edition for fact in facts.values()), None)


def _of_office(
    office: ReportingOffice,
    cell: CellKey,
    unit: str,
    stated: Mapping[int, _Stated],
) -> Contribution:
    """Return an office's contribution to a cell: that of all its reports, if they agree."""
    each = [_of_part(part, office.name, cell, unit, stated[id(part)]) for part in office.reports]
    first = each[0]
    names = tuple(part.name for part in office.reports)
    if office.uncertain or len({(one.value, one.cause) for one in each}) > 1:
        cause: Cause = "uncertain" if office.uncertain else "differ"
        texts = tuple(text for one in each for text in one.texts)
        return Contribution(office.name, names, first.cells, texts, None, cause)
    return Contribution(office.name, names, first.cells, first.texts, first.value, first.cause)


def _of_part(
    part: PartReport,
    office: str,
    cell: CellKey,
    unit: str,
    stated: _Stated,
) -> Contribution:
    if not stated.facts:
        return Contribution(office, (part.name,), (cell,), (), None, "missing")
    origin = stated.origins.get(cell)
    if origin is None:
        return Contribution(office, (part.name,), (), (), None, "edition")
    facts = [stated.facts[each] for each in origin.cells]
    value, cause = _value(facts, unit)
    if value is not None and origin.only_zero and value != 0:
        value, cause = None, "parted"
    texts = tuple(fact.text for fact in facts)
    return Contribution(office, (part.name,), origin.cells, texts, value, cause)


def _value(facts: list[Fact], unit: str) -> tuple[Number | None, Cause]:
    values = []
    for fact in facts:
        if fact.value is None:
            return None, fact.status
        value = _in_unit(fact.value, fact.unit, unit)
        if value is None:
            return None, "unit"
        values.append(value)
    return added(values), "number"


def _in_unit(value: Number, unit: str, wanted: str) -> Number | None:
    """Return a number in the unit of the form, None if its unit is of another kind.

    Amounts are converted exactly. Counts may be printed with any measure word (件, 条, 宗).
    """
    if (unit in _MONEY) != (wanted in _MONEY):
        return None
    if unit == wanted or unit not in _MONEY:
        return value
    exact = _exact()
    amount = exact.multiply(Decimal(value), Decimal(_MONEY[unit]))
    return _plain(exact.divide(amount, Decimal(_MONEY[wanted])), exact)


def _total(contributions: tuple[Contribution, ...]) -> Number | None:
    values = [each.value for each in contributions if each.value is not None]
    if not values or len(values) < len(contributions):
        return None
    return added(values)


def added(values: list[Number]) -> Number:
    """Return the exact sum of numbers."""
    if all(isinstance(value, int) for value in values):
        return sum(values)
    exact, total = _exact(), Decimal(0)
    for value in values:
        total = exact.add(total, Decimal(value))
    return _plain(total, exact)


def _exact() -> Context:
    return Context(prec=_DIGITS, Emax=10 * _DIGITS, Emin=-10 * _DIGITS, traps=[Inexact])


def _plain(value: Decimal, exact: Context) -> Number:
    """Return a whole number as such, any other without zeros at its end."""
    if value == value.to_integral_value():
        return int(value)
    return value.normalize(exact)


def _origins(
    kind: TableKind, edition: int | None, of_report: int | None
) -> dict[CellKey, _Origin]:
    """Return the cells of a report in one edition that count for each cell of a sum in another."""
    if edition == of_report:
        return {
            (kind, row.key, column.key): _Origin(((kind, row.key, column.key),))
            for row in layout(kind, edition).rows
            for column in row.columns
        }
    return dict(_bridged(kind, edition))


def _bridged(kind: TableKind, edition: int | None) -> Iterator[tuple[CellKey, _Origin]]:
    for each in concordance():
        if each.table != kind or each.relation.startswith("only"):
            continue
        old = tuple((kind, *cell) for cell in each.cells_2019)
        new = tuple((kind, *cell) for cell in each.cells_2021)
        if edition == 2019:
            yield old[0], _Origin(new)
        else:
            # Counts are not negative: if their sum is zero, so is each of them.
            yield from ((cell, _Origin(old, only_zero=len(new) > 1)) for cell in new)
