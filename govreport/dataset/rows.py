"""Plain rows of one source, for any table; reading never raises, so that no file stops the rest."""

import hashlib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from govreport.conversion import read_named
from govreport.dataset.schema import PRECISION, SCALE
from govreport.errors import ReportError, UnreadableSourceError
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.document import ReportDocument
from govreport.model.facts import Fact
from govreport.sources import printable

Row = tuple[Any, ...]
"""The values of one row, in the order of the table's fields; None if there is none."""


class Rows(NamedTuple):
    """The rows of the three tables from some sources."""

    reports: list[Row]
    facts: list[Row]
    diagnostics: list[Row]


def facts_of(name: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Rows:
    """Return the rows of a source: one report, its facts and its diagnostics.

    `name` is the source's name, whose suffix hints at the format; `data` its bytes. It never
    raises for any bytes: a source that cannot be read gives one report whose `outcome`
    is "unreadable" and whose `error` says why. It is picklable, so any engine can ship it.
    """
    digest = hashlib.sha256(data).hexdigest()
    name = printable(name)
    try:
        document, read_as = read_named(data, name, limits=limits)
    except ReportError as error:
        return unreadable(name, digest, error)
    except MemoryError:
        return unreadable(name, digest, UnreadableSourceError("memory ran out; lower the limits"))
    return rows_of(document, name, digest, read_as)


def unreadable(name: str, digest: str, error: Exception) -> Rows:
    """Return the rows of a source that could not be read: one report that says why."""
    said = printable(str(error))
    row: Row = (name, digest or None, None, "unreadable", said, *[None] * 6, [], 0, 0, 0)
    return Rows([row], [], [])


def rows_of(document: ReportDocument, name: str, digest: str = "", format: str = "") -> Rows:
    """Return the rows of a document that was read from a source of that name."""
    facts = list(document.facts())
    diagnostics = [*document.diagnostics, *_beyond_precision(facts)]
    report = _report(document, facts, diagnostics)
    return Rows(
        [(name, digest or None, format or None, *report)],
        [_fact(fact, name, digest or None) for fact in facts],
        [_diagnostic(found, name, digest or None) for found in diagnostics],
    )


def _report(
    document: ReportDocument, facts: Sequence[Fact], diagnostics: Sequence[Diagnostic]
) -> tuple[object, ...]:
    """Return the row of a report after the columns that name its source."""
    other = next((found for found in diagnostics if found.code == "not-a-report"), None)
    return (
        "not-a-report" if other else "report",
        ": ".join(filter(None, (other.message, other.text))) if other else None,
        document.title,
        document.agency,
        document.year,
        document.edition,
        document.source.publication_date,
        document.source.publisher,
        [section.kind for section in document.sections],
        sum(fact.status == "number" for fact in facts),
        sum(fact.status in ("ambiguous", "text") for fact in facts),
        sum(found.severity == "warning" for found in diagnostics),
    )


def _fact(fact: Fact, name: str, digest: str | None) -> Row:
    row_label, column_label = fact.labels
    row_english, column_english = fact.english_labels
    return (
        name,
        digest,
        fact.agency,
        fact.year,
        fact.edition,
        fact.table,
        fact.item,
        fact.row,
        fact.column,
        row_label,
        column_label,
        row_english,
        column_english,
        fact.text,
        fact.value if is_held(fact.value) else None,
        fact.unit,
        fact.status,
        fact.is_total,
        fact.source,
    )


def _diagnostic(found: Diagnostic, name: str, digest: str | None) -> Row:
    return (
        name,
        digest,
        found.code,
        found.severity,
        found.message,
        found.where,
        found.text,
        found.table or None,
        found.row or None,
        found.column or None,
    )


def is_held(value: int | Decimal | None) -> bool:
    """Whether a table's values have room for a number, every digit of it."""
    if value is None or isinstance(value, int):
        return value is None or abs(value) < 10 ** (PRECISION - SCALE)
    whole, _, fraction = f"{value:f}".lstrip("-").partition(".")
    return len(whole) <= PRECISION - SCALE and len(fraction) <= SCALE


def _beyond_precision(facts: list[Fact]) -> Iterator[Diagnostic]:
    for fact in facts:
        if not is_held(fact.value):
            yield diagnostic(
                "value-beyond-precision",
                fact.source,
                fact.text,
                table=fact.table,
                row=fact.row,
                column=fact.column,
            )
