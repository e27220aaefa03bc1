"""Draws reports to be rearranged: invented numbers under the labels of either edition."""

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from govreport.model import statute
from govreport.model.document import ReportDocument
from govreport.model.statute import Layout
from tests.shapes.sheets import Axis, Block, Line, Matrix, Number, Report, Sheet

Values = dict[tuple[str, str], int]
TITLE = "青禾县云岭镇人民政府2023年政府信息公开工作年度报告"
SECTIONS = dict(zip(statute.SECTION_HEADINGS, "一二三四五六", strict=True))
APPLICANTS = tuple(column.key for column in statute.APPLICANT_COLUMNS[:-1])

MANNERS = ("distinct", "distinct", "small", "large", "sparse", "zeros", "wrong sums", "blanks")
"""How an office's numbers look; the more alike they are, the less a slip shows."""


def draw(chosen: random.Random) -> Report:
    """Return a report of random numbers, with sections two to four and their tables."""
    manner = chosen.choice(MANNERS)
    edition = chosen.choice(statute.EDITIONS)
    other = edition if chosen.random() < 0.9 else sum(statute.EDITIONS) - edition
    layouts = {
        "proactive_disclosure": statute.layout("proactive_disclosure", edition),
        "applications": statute.layout("applications", other),
        "reviews": statute.layout("reviews", None),
    }
    sheets = {
        kind: _sheet(of, _printed(_values(of, manner, chosen), manner, chosen))
        for kind, of in layouts.items()
    }
    return Report(TITLE, tuple(_blocks(sheets)))


def from_document(document: ReportDocument) -> Report:
    """Return a report with the statutory tables of a document, as far as they are plain."""
    sheets: dict[str, Sheet] = {}
    facts = {(fact.table, fact.row, fact.column): fact for fact in document.facts()}
    for table in document.statutory_tables():
        texts = {
            key[1:]: (fact.text, None if fact.value is None else Decimal(fact.value))
            for key, fact in facts.items()
            if key[0] == table.kind
        }
        sheets[table.kind] = _sheet(table.layout, texts)
    return Report(TITLE, tuple(_blocks(sheets)))


def heading_of(kind: str) -> str:
    """Return the heading of a section as the form prints it."""
    return f"{SECTIONS[kind]}、{dict(statute.SECTION_HEADINGS)[kind]}"


def _blocks(sheets: dict[str, Sheet]) -> list[Block]:
    blocks: list[Block] = []
    for kind in statute.SECTION_HEADINGS:
        blocks.append(Line(heading_of(kind), is_heading=True))
        blocks.append(sheets[kind] if kind in sheets else Line("本年度各项工作有序推进。"))
    return blocks


def _values(of: Layout, manner: str, chosen: random.Random) -> Values:
    number = _numbers(manner, chosen)
    if of.kind == "applications":
        values = _applications(of, number)
    elif of.kind == "reviews":
        values = {(row.key, column.key): number() for row in of.rows for column in row.columns}
        for row in of.rows:
            parts = [values[row.key, column.key] for column in row.columns[:-1]]
            values[row.key, "total"] = sum(parts)
    else:
        values = {(row.key, column.key): number() for row in of.rows for column in row.columns}
    if manner == "wrong sums":
        for key in chosen.sample(sorted(values), 4):
            values[key] = number()
    for key in values:
        if key[1] == "change" and chosen.random() < 0.3:
            values[key] = -values[key]
    if manner == "zeros":
        values = dict.fromkeys(values, 0)
        values[chosen.choice(sorted(values))] = chosen.randrange(1, 40)
    return values


def _numbers(manner: str, chosen: random.Random) -> Callable[[], int]:
    if manner in ("distinct", "wrong sums"):
        pool = chosen.sample(range(2, 2000), 400)
        return pool.pop
    if manner == "large":
        return lambda: chosen.randrange(100, 100_000)
    if manner == "small":
        return lambda: chosen.choice([0, 0, 1, 2, 3, 7, 12])
    return lambda: chosen.choice([0, 0, 0, 0, 0, 1, 5, chosen.randrange(60)])


def _applications(of: Layout, number: Callable[[], int]) -> Values:
    results = [row.key for row in of.rows if len(row.labels) > 1 and row.key != "handled_total"]
    values: Values = {}
    for applicant in APPLICANTS:
        for key in results:
            values[key, applicant] = number()
        handled = sum(values[key, applicant] for key in results)
        forward = number()
        over = min(number(), handled + forward)
        values["handled_total", applicant] = handled
        values["carried_forward", applicant] = forward
        values["carried_over", applicant] = over
        values["new_received", applicant] = handled + forward - over
    for row in of.rows:
        values[row.key, "total"] = sum(values[row.key, each] for each in APPLICANTS)
    return values


Printed = dict[tuple[str, str], tuple[str, Decimal | None]]


def _printed(values: Values, manner: str, chosen: random.Random) -> Printed:
    def text(value: int) -> tuple[str, Decimal | None]:
        if manner == "blanks" and not value and chosen.random() < 0.7:
            return "", None
        if manner == "large" and chosen.random() < 0.1:
            return f"{value:,}", Decimal(value)
        return str(value), Decimal(value)

    printed = {key: text(value) for key, value in values.items()}
    fees = ("administrative_fees", "amount_collected")
    if values.get(fees) and chosen.random() < 0.5:
        amount = f"{values[fees]}.{chosen.randrange(1, 100):02d}"
        printed[fees] = (amount, Decimal(amount))
    return printed


def _sheet(of: Layout, printed: Printed) -> Sheet:
    sheet = _as_the_form(of, printed)
    return replace(sheet, form=tuple((each.rows, each.columns) for each in sheet.matrices))


def _as_the_form(of: Layout, printed: Printed) -> Sheet:
    def number(row: str, column: str) -> Number:
        return Number(*printed[row, column], (of.kind, row, column))

    if of.kind == "applications":
        columns = tuple(Axis(_applicant(each), each.key) for each in statute.APPLICANT_COLUMNS)
        rows = tuple(Axis(row.labels, row.key) for row in of.rows)
        numbers = tuple(tuple(number(row.key, each.key) for each in columns) for row in of.rows)
        return Sheet(
            of.kind, of.edition, (Matrix(rows, columns, numbers, statute.APPLICATIONS_NOTE),)
        )
    if of.kind == "reviews":
        pairs = [(row, column) for row in of.rows for column in row.columns]
        across = tuple(Axis((*row.labels, column.label), column.key) for row, column in pairs)
        line = tuple(number(row.key, column.key) for row, column in pairs)
        return Sheet(of.kind, None, (Matrix((Axis(()),), across, (line,)),))
    matrices = []
    for group, caption in of.group_labels:
        members = [row for row in of.rows if row.group == group]
        columns = tuple(Axis((each.label,), each.key) for each in members[0].columns)
        matrices.append(
            Matrix(
                tuple(Axis(row.labels, row.key) for row in members),
                columns,
                tuple(tuple(number(row.key, each.key) for each in columns) for row in members),
                statute.ITEM_COLUMN,
                caption,
            )
        )
    return Sheet(of.kind, of.edition, tuple(matrices))


def _applicant(column: statute.Column) -> tuple[str, ...]:
    alone = column.key in ("natural_person", "total")
    return (
        statute.APPLICANTS,
        *(() if alone else (statute.ORGANIZATIONS,)),
        column.label,
    )
