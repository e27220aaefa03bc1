"""Sums up a year's reports of many offices into one for the level above, with its provenance."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from govreport.checks import Finding
from govreport.checks.checking import findings_of
from govreport.checks.examination import SumsBelow, Texts
from govreport.errors import InvalidDocumentError, require_language
from govreport.model.document import CellKey, ReportDocument
from govreport.model.statute import EDITIONS, edition_of_year
from govreport.parts import (
    CellSum,
    Contribution,
    Figure,
    NamedDocument,
    ReportsBelow,
    figures,
    reports_below,
)
from govreport.wording import Language


@dataclass(frozen=True)
class Aggregation:
    """A summary, and the figures that each of its cells sums up.

    `document` is the official form with every cell filled whose sum is known; people write its
    prose. `sums` holds, for each cell, what every office contributed. `findings` are those
    of the rules `parts`: offices that have not reported or reported twice, reports that were refused,
    and the office that leaves a cell open. `parts` are the reports as they were counted.
    """

    document: ReportDocument
    sums: Mapping[CellKey, CellSum]
    findings: tuple[Finding, ...]
    parts: ReportsBelow

    @property
    def provenance(self) -> dict[CellKey, tuple[Contribution, ...]]:
        """The reports, and their cells, that every cell sums up."""
        return {cell: one.contributions for cell, one in self.sums.items()}

    @property
    def figures(self) -> list[Figure]:
        """The numbers for the prose of a summary, in total and by office."""
        return figures(self.sums, self.document.edition or EDITIONS[-1])

    @property
    def open_cells(self) -> tuple[CellKey, ...]:
        """The cells that are not summed, because an office states no number for them."""
        return tuple(cell for cell, one in self.sums.items() if one.value is None)


def aggregate(
    documents: Iterable[NamedDocument],
    agency: str,
    year: int,
    *,
    edition: int | None = None,
    roster: Iterable[str] | None = None,
    partial: bool = False,
    language: Language = "en",
) -> Aggregation:
    """Return the summary of a year's reports by the offices below an agency.

    Each of `documents` is a report, or a pair of the name of its file and the report, None for one
    that cannot be read. A cell of the summary is the sum of that cell in all of them, and stays
    blank if one states no number for it. Reports of another year are refused by name, those of
    the other edition are converted by `concordance`; `edition` is that of the summary, by default
    the one that all reports have, else the one that was in force. `roster` names the offices that have to
    report. While one of them has not, every cell is open, unless `partial` asks for the sum of the others.

    Raises `InvalidDocumentError` where there is no such edition, agency or year or one of the documents
    is none, and `ReportError` where there is no such language.
    """
    require_language(language)
    parts = reports_below(documents, agency, year, roster, partial=partial)
    chosen = edition if edition is not None else _edition(parts, year)
    if chosen not in EDITIONS:
        raise InvalidDocumentError(
            f"there is no edition {chosen!r} of the form; it is 2019 or 2021"
        )
    form = ReportDocument.blank(agency, year, chosen)
    below = SumsBelow(form, parts)
    summed = {cell: one for _, table in below.sums for cell, one in table.items()}
    document = form.with_values({cell: one.value for cell, one in summed.items()})
    findings = findings_of(Texts(document), None, below, ["parts"], (), language)
    return Aggregation(document, summed, tuple(findings), parts)


def _edition(parts: ReportsBelow, year: int) -> int:
    found = set(_editions(parts))
    if len(found) == 1:
        return found.pop()
    return edition_of_year(year) or EDITIONS[0]


def _editions(parts: ReportsBelow) -> Iterator[int]:
    for office in parts.offices:
        for part in office.reports:
            for table in part.document.statutory_tables() if part.document else ():
                if table.edition is not None:
                    yield table.edition
