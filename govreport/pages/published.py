"""The pages of a published folder: an index with its series, and what a report's page links to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from govreport.dataset.overview import SERIES
from govreport.model.concordance import concordance
from govreport.model.document import CellKey, ReportDocument
from govreport.model.facts import Fact
from govreport.model.statute import SECTION_HEADINGS, TABLE_KINDS, TableKind
from govreport.pages.overview import bars
from govreport.pages.page import element, escaped, page, scrolled, text
from govreport.wording import Language, phrase

_FILES = (("docx", "Word"), ("json", "JSON"), ("csv", "CSV"))
_ABSENT = "—"
_TOTAL = "total"

Reports = Sequence[tuple[int, ReportDocument]]
"""Reports by year, the latest first."""

_STYLE = """\
<style>
nav.data { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; max-width: 54rem; margin: 0 auto;
  padding: 1rem 2rem 0; font-size: .875rem; }
nav.data a { color: #1f4fa3; }
@media (max-width: 40rem) { nav.data { padding: .8rem 1rem 0; } }
@media print { nav.data { display: none; } }
</style>
"""


def head_of_published(year: int) -> str:
    """Return the additions to the head of a year's page: links and style."""
    types = (("json", "application/json"), ("csv", "text/csv"))
    links = "".join(
        f'<link rel="alternate" type="{media}" href="{year}.{suffix}">\n'
        for suffix, media in types
    )
    return f'{links}<link rel="index" href="index.html">\n{_STYLE}'


def navigation(year: int, language: Language) -> str:
    """Return the links above a year's report."""
    links = [element("a", escaped(phrase("site:all", language)), href="index.html")]
    links += [element("a", name, href=f"{year}.{suffix}") for suffix, name in _FILES]
    # The reader does not read it as part of the report.
    beside = {"data_govreport_beside": "true"}
    return element("nav", "\n".join(links), class_="data", **beside) + "\n"


def index_page(agency: str, reports: Reports, language: Language, script: str) -> str:
    """Return the page that lists an office's reports with their figures through the years.

    `script` is markup with the data for programs. Figures are as printed; a chart has those that
    are one number.
    """
    office = agency or phrase("site:untold", language)
    years = [year for year, _ in reports]
    spoken = "site:years" if len(years) > 1 else "site:one_year"
    span = phrase(spoken, language, first=min(years), last=max(years), count=len(years))
    content = [
        script,
        element("p", escaped(phrase("site:kicker", language)), class_="kicker"),
        element("h1", text(office)),
        element("p", escaped(span), class_="meta"),
        element("h2", escaped(phrase("site:reports", language))),
        _listed(reports, language),
        element("h2", escaped(phrase("site:series", language))),
        element("div", "".join(_charts(reports, language)), class_="charts card"),
        *_tables(reports),
        element("p", escaped(phrase("site:as_printed", language)), class_="meta"),
        element("p", _whole_series(language), class_="meta"),
    ]
    return page(f"{office} · {phrase('site:kicker', language)}", language, content)


def _whole_series(language: Language) -> str:
    before, _, behind = phrase("site:whole_series", language, link="\0").partition("\0")
    return escaped(before) + element("a", "series.csv", href="series.csv") + escaped(behind)


def _listed(reports: Reports, language: Language) -> str:
    head = [
        phrase("year", language),
        phrase("site:report", language),
        phrase("site:data", language),
    ]
    # The last column stands to the right, and its heading with it.
    looks = ("", "", "year")
    heads = (
        element("th", escaped(each), class_=look) for each, look in zip(head, looks, strict=True)
    )
    rows = [element("tr", "".join(heads))]
    for year, document in reports:
        title = document.title or str(year)
        files = " · ".join(element("a", name, href=f"{year}.{suffix}") for suffix, name in _FILES)
        cells = (
            element("th", str(year), scope="row"),
            element("td", element("a", text(title), href=f"{year}.html"), class_="word"),
            element("td", files),
        )
        rows.append(element("tr", "".join(cells)))
    return scrolled(rows)


def _charts(reports: Reports, language: Language) -> Iterator[str]:
    for name, rows in SERIES.items():
        series = []
        for year, document in reversed(reports):
            found = {
                (str(fact.table), fact.row): fact.value
                for fact in document.facts()
                if fact.column == _TOTAL
            }
            values = [found.get(each) for each in rows]
            known = [Decimal(value) for value in values if value is not None]
            series.append(
                (year, sum(known, Decimal(0)) if len(known) == len(rows) else None, True)
            )
        label = element("figcaption", escaped(phrase(f"overview_{name}", language)))
        yield element("figure", label + bars(series))


def _tables(reports: Reports) -> Iterator[str]:
    """Yield a table of figures for each of the statute's, a row for each of its cells."""
    years = sorted(year for year, _ in reports)
    facts = {
        year: {_of_today(fact): fact for fact in document.facts()} for year, document in reports
    }
    head = element("th", "") + "".join(element("th", str(each), class_="year") for each in years)
    for kind in TABLE_KINDS:
        rows = [element("tr", head)]
        for cell, fact in _rows_of(kind, [facts[year] for year, _ in reports]).items():
            label = element("th", text(_label(fact)), scope="row")
            figures = (_figure(facts[year].get(cell)) for year in years)
            rows.append(element("tr", label + "".join(figures)))
        if len(rows) > 1:
            yield element("h3", escaped(SECTION_HEADINGS[kind]))
            yield scrolled(rows)


def _rows_of(kind: TableKind, reports: Iterable[Mapping[CellKey, Fact]]) -> dict[CellKey, Fact]:
    """Return the cells that have a row, each with its fact in the latest report, whose labels hold.

    Of table 3 that are the totals of all applicants. The latest report comes first.
    """
    cells: dict[CellKey, Fact] = {}
    for facts in reports:
        for cell, fact in facts.items():
            if fact.table == kind and (kind != "applications" or fact.column == _TOTAL):
                cells.setdefault(cell, fact)
    return cells


def _of_today(fact: Fact) -> CellKey:
    """Return the cell of today's form that counts the same as a cell of any edition."""
    if fact.edition == 2019:
        for each in concordance():
            same = each.relation == "same" and each.table == fact.table
            if same and each.cells_2019 == ((fact.row, fact.column),):
                return (fact.table, *each.cells_2021[0])
    return (fact.table, fact.row, fact.column)


def _label(fact: Fact) -> str:
    row, column = fact.labels
    return row if fact.table == "applications" else f"{row} / {column}"


def _figure(fact: Fact | None) -> str:
    return element("td", _ABSENT if fact is None else text(fact.text))
