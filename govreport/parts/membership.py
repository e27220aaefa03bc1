"""Finds the reports that count towards a summary: of its year, of offices below it, each once."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal, Union

from govreport.model.document import ReportDocument, require_report
from govreport.parts.roster import are_alike, core, matching

Refusal = Literal[
    "unreadable", "no-report", "yearless", "no-year", "other-year", "own", "stranger", "unclear"
]
"""The reasons for which a report does not count.

It cannot be read; it is not a report; the summary names no year; the report names no year, or
another one; it is the summary's own; its office is not on the roster; its office may be several on
the roster.
"""

NamedDocument = Union[ReportDocument, tuple[str, ReportDocument | None]]
"""A document, or a pair of the name of its file and the document, None if it cannot be read."""


@dataclass(frozen=True, slots=True)
class PartReport:
    """A report below a summary: its name, and its document, None if it cannot be read."""

    name: str
    document: ReportDocument | None

    @property
    def office(self) -> str:
        """Whose report it is: the agency that it names, else the name of its file."""
        agency = self.document.agency if self.document else None
        return agency or PurePath(self.name).stem

    @property
    def title(self) -> str:
        """The office, with the file if that has another name."""
        return self.office if self.office == self.name else f"{self.office} ({self.name})"


@dataclass(frozen=True, slots=True)
class ReportingOffice:
    """An office whose reports count: its name, and its reports, more than one if it gave several.

    `uncertain` is whether these have two names that may belong to one office, so that it is unknown
    whether their numbers are to be added.
    """

    name: str
    reports: tuple[PartReport, ...]
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class ReportsBelow:
    """The reports below a summary: those that count, those refused, and offices without one.

    `absent` are offices without a report that counts: those of the roster, or, without a roster,
    those whose only reports were refused for their year or could not be read. With `partial` the
    sums are those of the others; without it they are open.
    """

    offices: tuple[ReportingOffice, ...]
    refused: tuple[tuple[PartReport, Refusal], ...] = ()
    absent: tuple[str, ...] = ()
    partial: bool = False


def reports_below(
    documents: Iterable[NamedDocument],
    agency: str | None,
    year: int | None,
    roster: Iterable[str] | None = None,
    *,
    partial: bool = False,
) -> ReportsBelow:
    """Return which of the reports count towards the summary of an agency and a year.

    `roster` names the offices that have to report; a report of any other is then refused. The
    name of a file is used if the report names no agency.
    """
    listed = None if roster is None else list(roster)
    groups: dict[str, list[PartReport]] = {}
    refused: list[tuple[PartReport, Refusal]] = []
    for part in _parts(documents):
        why = _refusal(part, agency, year, listed)
        if why is not None:
            refused.append((part, why))
            continue
        name = part.office if listed is None else matching(part.office, listed)[0]
        key = next((each for each in groups if core(each) == core(name)), name)
        groups.setdefault(key, []).append(part)
    if listed is not None:  # in the order of the roster
        groups = {name: groups[name] for name in listed if name in groups}
    offices = tuple(_offices(groups, certain=listed is not None))
    absent = _absent(groups, refused, listed)
    return ReportsBelow(offices, tuple(refused), absent, partial)


def _parts(documents: Iterable[NamedDocument]) -> Iterable[PartReport]:
    for number, each in enumerate(documents, 1):
        if isinstance(each, tuple):
            yield PartReport(*each)
        else:
            require_report(each, "reports_below")
            yield PartReport(each.agency or f"#{number}", each)


def _refusal(
    part: PartReport, agency: str | None, year: int | None, roster: list[str] | None
) -> Refusal | None:
    if why := _refusal_of_year(part.document, year):
        return why
    if roster is None:
        return "own" if agency and core(part.office) == core(agency) else None
    found = matching(part.office, roster)
    if len(found) == 1:
        return None
    return "unclear" if found else "stranger"


def _refusal_of_year(document: ReportDocument | None, year: int | None) -> Refusal | None:
    """Return why a document is no report of a year, None where it is."""
    if document is None:
        return "unreadable"
    if any(each.code == "not-a-report" for each in document.diagnostics):
        return "no-report"
    if year is None:
        return "yearless"
    if document.year is None:
        return "no-year"
    return None if document.year == year else "other-year"


def _offices(groups: dict[str, list[PartReport]], *, certain: bool) -> Iterable[ReportingOffice]:
    """Yield the offices; names that may be one office go together, unless the roster parts them."""
    remaining = list(groups)
    while remaining:
        first = remaining.pop(0)
        alike = [] if certain else [each for each in remaining if are_alike(each, first)]
        for each in alike:
            remaining.remove(each)
        reports = [part for name in (first, *alike) for part in groups[name]]
        yield ReportingOffice(first, tuple(reports), uncertain=bool(alike))


def _absent(
    groups: dict[str, list[PartReport]],
    refused: list[tuple[PartReport, Refusal]],
    roster: list[str] | None,
) -> tuple[str, ...]:
    if roster is not None:
        return tuple(name for name in roster if name not in groups)
    owing = [
        part.office for part, why in refused if why in ("unreadable", "no-year", "other-year")
    ]
    here = [core(name) for name in groups]
    return tuple(dict.fromkeys(name for name in owing if core(name) not in here))
