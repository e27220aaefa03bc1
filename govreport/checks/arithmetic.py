"""Rules on the numbers of the tables: identities, counts, and documents in force."""

from collections.abc import Iterator

from govreport.checks import sources
from govreport.checks.examination import Examination
from govreport.checks.finding import Finding, Operand, equation, total
from govreport.checks.naming import cell_name, column_name, row_name
from govreport.checks.registry import rule
from govreport.model.statute import (
    AMOUNT_COLUMNS,
    SIGNED_COLUMNS,
    Identity,
    TableKind,
    layout,
)
from govreport.model.statutory import StatutoryTable
from govreport.model.values import read_value
from govreport.wording import message_of


def _identities(examination: Examination) -> Iterator[Finding]:
    """Yield a finding for each identity of the rule's id, from the layout, that does not hold."""
    for table in examination.tables():
        for identity in table.layout.identities:
            if identity.rule == examination.rule.id:
                operands = _operands(examination, table.kind, identity)
                if _is_asserted(examination, operands) and not _may_be_explained(table, operands):
                    yield from contradiction(examination, operands)


for _id, _description, _source in (
    (
        "applications.balance",
        "in each column of table 3, received + carried over = handled + carried forward",
        sources.CORNER_CELL,
    ),
    (
        "applications.handled_total",
        "in each column of table 3, the results from granted to other handling sum to their total",
        f"{sources.APPLICATIONS_FORM}，第三项的总计",
    ),
    (
        "applications.row_total",
        "in each row of table 3, the six kinds of applicants sum to the total",
        f"{sources.APPLICATIONS_FORM}，总计",
    ),
    (
        "reviews.total",
        "in each group of table 4, the four outcomes sum to the total",
        f"{sources.REVIEWS_FORM}，总计",
    ),
):
    rule(_id, "error", _description, _source)(_identities)


def _operands(
    examination: Examination, table: TableKind, identity: Identity
) -> tuple[Operand, ...]:
    return (
        *(examination.operand((table, *cell), "left") for cell in identity.left),
        *(examination.operand((table, *cell), "right") for cell in identity.right),
    )


def _is_asserted(examination: Examination, operands: tuple[Operand, ...]) -> bool:
    """Whether both sides have a number, and no cell is in doubt or was left open."""
    stated = {each.side for each in operands if each.value is not None}
    return len(stated) == 2 and not any(examination.is_open(each.cell) for each in operands)


def _may_be_explained(table: StatutoryTable, operands: tuple[Operand, ...]) -> bool:
    """Whether a row or column outside the form may hold the difference between the sides.

    A row with an unknown label may be a misprinted one, and a total may include an office's rows.
    """
    difference = abs(total(operands, "left") - total(operands, "right"))
    if not difference:
        return False
    beside = [read_value(text) for text in _beside(table, operands)]
    values = [reading.value for reading in beside if reading.value]
    return (
        any(reading.doubtful for reading in beside)
        or difference in values
        or difference == sum(values)
    )


def _beside(table: StatutoryTable, operands: tuple[Operand, ...]) -> list[str]:
    """Return cells of unknown rows in the column of an identity, or of unknown columns in its row."""
    rows = {each.cell[1] for each in operands}
    column = operands[0].cell[2]
    for known, filled in table.known_rows():
        if known.key in rows:
            keys = [each.key for each in known.columns]
            if len(rows) == 1:
                return list(filled.cells[len(keys) :])
            place = keys.index(column)
            return [row.cells[place] for row in table.extra_rows if place < len(row.cells)]
    return []


def contradiction(examination: Examination, operands: tuple[Operand, ...]) -> Iterator[Finding]:
    """Yield the finding that the two sides of an identity are not equal, if they are not.

    Blanks count as zero inside a sum. `expected` is what the left side sums to.
    """
    left, right = total(operands, "left"), total(operands, "right")
    if left == right:
        return
    table, row, column = operands[0].cell
    blank = sum(each.value is None for each in operands)
    language = examination.language
    yield examination.finding(
        operands=operands,
        expected=left,
        actual=right,
        row=row_name(table, row, language),
        column=column_name(table, row, column, language),
        equation=equation(operands),
        difference=abs(left - right),
        left=left,
        right=right,
        blanks=message_of("cells.blank_as_zero", language, {"count": blank}) if blank else "",
    )


@rule(
    "values.count",
    "error",
    "a count is whole and not negative, an amount not negative; only change may be negative",
    f"{sources.FORMS}，各表的数量",
)
def _count(examination: Examination) -> Iterator[Finding]:
    for cell, reading in examination.texts.readings.items():
        value = reading.value
        if value is None or cell[2] in SIGNED_COLUMNS:
            continue
        if value < 0 or (cell[2] not in AMOUNT_COLUMNS and value != int(value)):
            yield examination.finding(
                cells=[cell],
                actual=value,
                cell=cell_name(cell, examination.language),
                text=examination.texts.printed[cell],
            )


@rule(
    "values.unreadable",
    "warning",
    "a cell states exactly one number, or is blank, or holds a mark for none",
    f"{sources.FORMS}，各表的数量",
)
def _unreadable(examination: Examination) -> Iterator[Finding]:
    for cell in examination.texts.readings:
        if examination.doubtful(cell):
            yield examination.finding(
                cells=[cell],
                cell=cell_name(cell, examination.language),
                text=examination.texts.printed[cell],
            )


@rule(
    "values.unit",
    "warning",
    "an amount is in the unit of the form, and a count is not an amount",
    f"{sources.FORMS}，表二的单位",
)
def _unit(examination: Examination) -> Iterator[Finding]:
    for fact in examination.document.facts():
        known = layout(fact.table, fact.edition).row(fact.row).columns
        unit = next(column.unit for column in known if column.key == fact.column)
        if fact.value and fact.unit != unit and _is_money(fact.unit, unit):
            cell = (fact.table, fact.row, fact.column)
            yield examination.finding(
                cells=[cell],
                cell=cell_name(cell, examination.language),
                unit=unit,
                stated=fact.unit,
            )


def _is_money(*units: str) -> bool:
    return any(unit.endswith("元") for unit in units)


_IN_FORCE = {
    2019: ("newly_disclosed", None, "total_disclosed"),
    2021: ("issued", "repealed", "in_force"),
}
"""By edition: the columns of documents issued, repealed, and in force at the end of the year."""


@rule(
    "proactive.in_force",
    "warning",
    "the documents in force are at least those issued less those repealed"
    " (edition 2019: all disclosed are at least the newly disclosed)",
    sources.ARTICLE_20_1,
)
def _in_force(examination: Examination) -> Iterator[Finding]:
    for table in examination.tables():
        if table.kind != "proactive_disclosure" or table.edition is None:
            continue
        issued, repealed, in_force = _IN_FORCE[table.edition]
        for row in table.layout.rows:
            if in_force in {column.key for column in row.columns}:
                yield from _too_few(examination, row.key, (issued, repealed, in_force))


def _too_few(
    examination: Examination, row: str, columns: tuple[str, str | None, str]
) -> Iterator[Finding]:
    table: TableKind = "proactive_disclosure"
    issued, repealed, in_force = (
        examination.value(table, row, column) if column else 0 for column in columns
    )
    if issued is None or in_force is None:
        return
    expected = max(issued - (repealed or 0), 0)
    if in_force < expected:
        yield examination.finding(
            cells=[(table, row, column) for column in columns if column],
            expected=expected,
            actual=in_force,
            row=row_name(table, row, examination.language),
            issued=issued,
            repealed=repealed or 0,
        )
