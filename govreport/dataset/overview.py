"""Many reports at a glance: series by office and year, contradictions, doubtful cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from govreport.dataset.parts import Parts
from govreport.model.statute import Identity, layout

SERIES: dict[str, tuple[tuple[str, str], ...]] = {
    "received": (("applications", "new_received"),),
    "handled": (("applications", "handled_total"),),
    "reviews": (
        ("reviews", "reconsideration"),
        ("reviews", "direct_litigation"),
        ("reviews", "litigation_after_reconsideration"),
    ),
}
"""The series shown, each the sum of the totals of some rows, by (table, row)."""

_COLUMNS = (
    *("source", "digest", "agency", "year", "edition"),
    *("table", "row", "column", "value", "status"),
)

Number = Decimal | None


@dataclass(frozen=True)
class YearFigures:
    """One report: its year, its figures, the sums that do not hold, how many cells are doubtful."""

    source: str
    year: int | None
    values: dict[str, Number]
    contradictions: tuple[str, ...]
    """The ids of the rules that its numbers break, each once."""
    doubtful: int


@dataclass
class Office:
    """The reports of one office, by year."""

    agency: str
    reports: list[YearFigures] = field(default_factory=list)
    broken_series: list[int] = field(default_factory=list)
    """Years whose carried-over number is not what the year before carried forward."""
    contested: list[int] = field(default_factory=list)
    """Years for which two reports state different numbers."""


@dataclass
class Overview:
    """The contents of the page that `govreport overview` writes."""

    offices: list[Office]
    unnamed: int
    """Reports that name no office or no year, and so belong to no series."""
    without_tables: int
    """Reports that have no statutory table, and so no figures."""
    set_aside: list[tuple[str, str, str]]
    """The sources that are no reports: source, outcome, why."""

    @property
    def years(self) -> list[int]:
        """The years reported, in order."""
        found = {r.year for office in self.offices for r in office.reports if r.year is not None}
        return sorted(found)


def overview(folder: Path | str) -> Overview:
    """Return the overview of a dataset that `extract` wrote as a folder."""
    parts = Parts(Path(folder))
    offices: dict[str, Office] = {}
    carried: dict[str, dict[int, tuple[Number, Number]]] = {}
    unnamed = read = 0
    for agency, report, over in _reports(_dicts(parts)):
        read += 1
        if agency is None or report.year is None:
            unnamed += 1
            continue
        offices.setdefault(agency, Office(agency)).reports.append(report)
        carried.setdefault(agency, {})[report.year] = over
    for agency, office in offices.items():
        office.reports.sort(key=lambda each: (each.year or 0, each.source))
        office.broken_series = list(_broken(carried[agency]))
        office.contested = list(_contested(office.reports))
    aside = [
        (row["source"], row["outcome"], row["error"] or "")
        for table in parts.tables("quarantine")
        for row in table.to_pylist()
    ]
    ordered = sorted(offices.values(), key=lambda each: each.agency)
    reports = sum(table.num_rows for table in parts.tables("reports")) - len(aside)
    return Overview(ordered, unnamed, reports - read, aside)


def _dicts(parts: Parts) -> Iterator[dict[str, Any]]:
    for table in parts.tables("facts"):
        for batch in table.select(_COLUMNS).to_batches(max_chunksize=4096):
            yield from batch.to_pylist()


def _reports(
    facts: Iterable[dict[str, Any]],
) -> Iterator[tuple[str | None, YearFigures, tuple[Number, Number]]]:
    """Yield the office, the figures, and what was carried over and forward, of each report."""
    for (source, _), group in groupby(facts, key=lambda row: (row["source"], row["digest"])):
        rows = list(group)
        cells = {
            (r["table"], r["row"], r["column"]): r["value"]
            for r in rows
            if r["status"] != "blank"
        }
        editions = {row["table"]: row["edition"] for row in rows}
        figures = YearFigures(
            source,
            rows[0]["year"],
            {name: _sum(cells, keys) for name, keys in SERIES.items()},
            tuple(dict.fromkeys(_contradictions(cells, editions))),
            sum(row["status"] in ("ambiguous", "text") for row in rows),
        )
        over = cells.get(("applications", "carried_over", "total"))
        forward = cells.get(("applications", "carried_forward", "total"))
        yield rows[0]["agency"], figures, (over, forward)


def _sum(cells: dict[tuple[str, str, str], Number], keys: Iterable[tuple[str, str]]) -> Number:
    """Return the sum of the totals of some rows, None if one of them is not a number."""
    total = Decimal(0)
    for table, row in keys:
        value = cells.get((table, row, "total"))
        if value is None:
            return None
        total += value
    return total


def _contradictions(
    cells: dict[tuple[str, str, str], Number], editions: dict[str, int | None]
) -> Iterator[str]:
    for table, edition in editions.items():
        for identity in layout(table, edition).identities:
            if not _holds(identity, table, cells):
                yield identity.rule


def _holds(identity: Identity, table: str, cells: dict[tuple[str, str, str], Number]) -> bool:
    """Whether an identity holds, or cannot be checked.

    `cells` lacks those that are blank, which count as zero; if a side has no others, or one of
    them is not a number, the identity cannot be checked.
    """
    left, right = (
        [cells[table, row, column] for row, column in side if (table, row, column) in cells]
        for side in (identity.left, identity.right)
    )
    if not left or not right or None in left or None in right:
        return True
    return sum(filter(None, left)) == sum(filter(None, right))


def _contested(reports: Iterable[YearFigures]) -> Iterator[int]:
    """Yield the years for which two reports state different numbers in a series."""
    for year, group in groupby(reports, key=lambda report: report.year):
        of_year = list(group)
        if year is not None and any(len(numbers_stated(of_year, name)) > 1 for name in SERIES):
            yield year


def numbers_stated(reports: Iterable[YearFigures], series: str) -> set[Decimal]:
    """Return the different numbers that reports state in a series."""
    return {value for report in reports if (value := report.values[series]) is not None}


def _broken(years: dict[int, tuple[Number, Number]]) -> Iterator[int]:
    """Yield the years whose number carried over is not last year's (rule `series.carried`)."""
    for before, year in pairwise(sorted(years)):
        forward, over = years[before][1], years[year][0]
        if year == before + 1 and forward is not None and over is not None and forward != over:
            yield year
