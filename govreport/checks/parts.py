"""Rules on a summary and the reports below it: which reports count, and whether cells are sums."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from govreport.checks.examination import Examination, Texts
from govreport.checks.finding import CellKey, Finding, Operand, equation
from govreport.checks.naming import added_labels, cell_name, table_name
from govreport.checks.registry import chosen, rule
from govreport.model.document import ReportDocument
from govreport.wording import message_of

# Summing is loaded when it is first needed: most reports are checked without any below them.
if TYPE_CHECKING:
    from govreport.model.statutory import StatutoryTable
    from govreport.parts import CellSum, PartReport, Refusal, ReportingOffice

_MOST_NAMED = 4
"""So many cells of a finding are named in its message; all are in `Finding.cells`."""


def _refused(examination: Examination, *reasons: "Refusal") -> Iterator[Finding]:
    """Yield the reports that do not count for one of these reasons, each by name."""
    for part, why in examination.below.parts.refused if examination.below else ():
        if why in reasons:
            fields = {
                "report": part.title,
                "agency": examination.document.agency or "",
                "year": examination.document.year or "",
                "stated": (part.document and part.document.year) or "",
            }
            yield examination.finding(
                message_of(f"parts.refused.{why}", examination.language, fields)
            )


@rule("parts.unreadable", "error", "every report below a summary can be read")
def _unreadable(examination: Examination) -> Iterator[Finding]:
    yield from _refused(examination, "unreadable")


@rule("parts.report", "warning", "every file below a summary is a report")
def _report(examination: Examination) -> Iterator[Finding]:
    yield from _refused(examination, "no-report", "own")


@rule("parts.year", "error", "the reports below a summary are those of its year")
def _year(examination: Examination) -> Iterator[Finding]:
    yield from _refused(examination, "no-year", "other-year")


@rule("parts.roster", "error", "the reports below a summary are those of the roster's offices")
def _roster(examination: Examination) -> Iterator[Finding]:
    yield from _refused(examination, "stranger", "unclear")


@rule("parts.none", "error", "at least one report below a summary can be summed")
def _none(examination: Examination) -> Iterator[Finding]:
    if examination.below is not None and not _offices(examination):
        yield examination.finding()


@rule("parts.absent", "error", "every office has reported")
def _absent(examination: Examination) -> Iterator[Finding]:
    parts = examination.below.parts if examination.below else None
    for name in parts.absent if parts else ():
        key = "parts.absent.partial" if parts and parts.partial else "parts.absent"
        yield examination.finding(message_of(key, examination.language, {"office": name}))


@rule("parts.twice", "warning", "every office has reported once")
def _twice(examination: Examination) -> Iterator[Finding]:
    for office in _offices(examination):
        if len(office.reports) > 1:
            key = "parts.twice.alike" if office.uncertain else "parts.twice"
            fields = {
                "office": office.name,
                "reports": "、".join(part.title for part in office.reports),
            }
            yield examination.finding(message_of(key, examination.language, fields))


@rule("parts.several", "warning", "every file below a summary holds one report")
def _several(examination: Examination) -> Iterator[Finding]:
    for part, document in _reports(examination):
        if any(each.code == "several-reports" for each in document.diagnostics):
            yield examination.finding(report=part.title)


@rule("parts.contradiction", "error", "the numbers of the reports below a summary add up")
def _contradiction(examination: Examination) -> Iterator[Finding]:
    for part, document in _reports(examination):
        texts = Texts(document)
        for each in chosen(("applications", "reviews", "values.count"), ()):
            for finding in each.function(Examination(each, examination.language, texts)):
                yield examination.finding(report=part.title, what=finding.message)


@rule("parts.added", "warning", "the reports below a summary hold no row or column of their own")
def _added(examination: Examination) -> Iterator[Finding]:
    for part, document in _reports(examination):
        for table in document.statutory_tables():
            if labels := added_labels(table):
                yield examination.finding(
                    report=part.title,
                    table=table_name(table.kind, examination.language),
                    labels=labels,
                )


@rule("parts.edition", "warning", "the summary's form has a cell for every number below it")
def _edition(examination: Examination) -> Iterator[Finding]:
    from govreport.parts import dropped

    for table, _ in _sums(examination):
        for part, _ in _reports(examination):
            facts = dropped(part, table.kind, table.edition)
            cells = [(fact.table, fact.row, fact.column) for fact in facts]
            if cells:
                yield examination.finding(
                    report=part.title,
                    edition=table.edition,
                    count=len(cells),
                    named=_named(cells, examination),
                )


@rule("parts.open", "warning", "every report below a summary states a number in every cell")
def _open(examination: Examination) -> Iterator[Finding]:
    for table, found in _sums(examination):
        blamed = [
            (each.office, each.cause, one.cell) for one in found.values() for each in one.blamed
        ]
        blamed.sort(key=lambda each: each[:2])
        for (office, cause), group in groupby(blamed, key=lambda each: each[:2]):
            cells = [cell for _, _, cell in group]
            if cause == "absent":
                continue  # parts.absent says so
            yield examination.finding(
                cells=cells,
                office=office,
                table=table_name(table.kind, examination.language),
                why=message_of(f"parts.cause.{cause}", examination.language, {}),
                count=len(cells),
                named=_named(cells, examination),
            )


@rule("parts.differs", "error", "each cell of a summary is the sum of the reports below it")
def _differs(examination: Examination) -> Iterator[Finding]:
    for one in _compared(examination):
        value = examination.value(*one.cell)
        if value is None or one.value is None or value == one.value:
            continue
        operands = _operands(examination, one)
        yield examination.finding(
            operands=operands,
            expected=one.value,
            actual=value,
            cell=cell_name(one.cell, examination.language),
            count=len(one.contributions),
            equation=equation(operands),
        )


@rule(
    "parts.exceeds",
    "error",
    "a summary states no less than what is known of the reports below it",
)
def _exceeds(examination: Examination) -> Iterator[Finding]:
    for one in _compared(examination):
        value, least = examination.value(*one.cell), _least(one)
        if value is not None and least is not None and value < least:
            known = tuple(each for each in one.contributions if each.value is not None)
            yield examination.finding(
                operands=_operands(examination, replace(one, contributions=known)),
                expected=least,
                actual=value,
                cell=cell_name(one.cell, examination.language),
                count=len(known),
            )


def _least(one: "CellSum") -> int | Decimal | None:
    """Return what is known of a cell that is not summed, None where nothing is."""
    from govreport.parts import added

    known = [each.value for each in one.contributions if each.value is not None]
    if one.value is not None or one.cell[2] == "change" or not known:
        return None
    return added(known)


@rule("parts.unstated", "warning", "a summary states each sum of the reports below it")
def _unstated(examination: Examination) -> Iterator[Finding]:
    cells = [
        one.cell
        for one in _compared(examination)
        if one.value and examination.value(*one.cell) is None
    ]
    for table, group in groupby(cells, key=lambda cell: cell[0]):
        without = list(group)
        yield examination.finding(
            cells=without,
            table=table_name(table, examination.language),
            count=len(without),
            named=_named(without, examination),
        )


def _compared(examination: Examination) -> Iterator["CellSum"]:
    """Yield the cells of the summary with their sums, except those that its reader left open."""
    for _, found in _sums(examination):
        for cell, one in found.items():
            if cell not in examination.texts.open_cells:
                yield one


def _offices(examination: Examination) -> "tuple[ReportingOffice, ...]":
    return examination.below.parts.offices if examination.below else ()


def _reports(examination: Examination) -> Iterator[tuple["PartReport", ReportDocument]]:
    """Yield every report that counts with its document."""
    for office in _offices(examination):
        for part in office.reports:
            if part.document is not None:
                yield part, part.document


def _sums(examination: Examination) -> list[tuple["StatutoryTable", dict[CellKey, "CellSum"]]]:
    return examination.below.sums if examination.below else []


def _operands(examination: Examination, one: "CellSum") -> tuple[Operand, ...]:
    left = (
        Operand(
            each.cells[0] if len(each.cells) == 1 else one.cell,
            " + ".join(each.texts),
            each.value,
            "left",
            examination.document.year,
            each.office,
        )
        for each in one.contributions
    )
    stated = examination.operand(one.cell, "right")
    name = examination.document.agency or ""
    right = Operand(stated.cell, stated.text, stated.value, "right", stated.year, name)
    return (*left, right)


def _named(cells: Sequence[CellKey], examination: Examination) -> str:
    """Return the names of the first cells, and how many more there are."""
    language = examination.language
    named = (cell_name(cell, language) for cell in cells[:_MOST_NAMED])
    listed = ("；" if language == "zh" else "; ").join(named)
    more = len(cells) - _MOST_NAMED
    return listed + message_of("parts.more", language, {"count": more}) if more > 0 else listed
