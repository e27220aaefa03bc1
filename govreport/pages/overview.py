"""Many reports on one page: a card for each office with its series, and contradictions."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from govreport.dataset.overview import SERIES, Office, Overview, numbers_stated
from govreport.pages.page import element, escaped, page, scrolled, text
from govreport.wording import Language, localized, phrase

_MOST_OFFICES = 500
"""Offices that have a card; those with the most applications, where there are more."""
_MOST_SOURCES = 200
"""Sources listed that were set aside."""

_BAR, _GAP, _HEIGHT, _TOP, _FOOT = 27, 7, 48, 14, 14
_DIGIT = 6
"""The width of a digit of the numbers, in the size that the style sheet gives them."""


def overview_page(overview: Overview, language: Language = "en") -> str:
    """Return the page that shows a dataset to people who would rather look than read.

    It is self-contained HTML without scripts; every text of the reports is escaped. Charts have
    one colour, with their numbers written at the bars, so that nothing depends on colour.
    """
    title = phrase("overview", language)
    shown = _chosen(overview.offices)
    content = [
        element("h1", escaped(title)),
        _counts(overview, language),
        *_matrix(shown, overview.years, language),
        *_contradicting(overview.offices, language),
        *_offices(shown, len(overview.offices), overview.years, language),
        *_set_aside(overview, language),
    ]
    return page(title, language, content)


def _counts(overview: Overview, language: Language) -> str:
    reports = sum(len(office.reports) for office in overview.offices)
    reports += overview.unnamed + overview.without_tables
    counts = (
        ("overview_reports", reports, "plain"),
        ("overview_offices", len(overview.offices), "plain"),
        ("overview_contradicting", len(list(_wrong(overview.offices))), "error"),
        ("overview_doubtful", sum(_doubtful(office) for office in overview.offices), "warning"),
        ("overview_set_aside", len(overview.set_aside), "warning"),
        ("overview_unnamed", overview.unnamed, "warning"),
        ("overview_without_tables", overview.without_tables, "warning"),
    )
    items = (
        element("li", escaped(phrase(key, language, count=count)), class_=look)
        for key, count, look in counts
        if count or look == "plain"
    )
    return element("ul", "".join(items), class_="counts")


def _chosen(offices: Sequence[Office]) -> list[Office]:
    if len(offices) <= _MOST_OFFICES:
        return list(offices)
    most = sorted(offices, key=_size, reverse=True)[:_MOST_OFFICES]
    return sorted(most, key=lambda office: office.agency)


def _size(office: Office) -> Decimal:
    return sum((r.values["received"] or Decimal(0) for r in office.reports), Decimal(0))


def _doubtful(office: Office) -> int:
    return sum(report.doubtful for report in office.reports)


def _matrix(offices: Sequence[Office], years: Sequence[int], language: Language) -> Iterator[str]:
    """Yield the table of who published what: ● a report, ●● two of them, – none."""
    if not offices:
        return
    head = "".join(
        element("th", escaped(each), scope="col")
        for each in (phrase("agency", language), *map(str, years))
    )
    rows = []
    for office in offices:
        counts = {year: sum(r.year == year for r in office.reports) for year in years}
        cells = "".join(element("td", "●" * n or "–") for n in counts.values())
        rows.append(element("tr", element("th", text(office.agency), scope="row") + cells))
    yield element("h2", escaped(phrase("overview_published", language)))
    yield scrolled([element("thead", element("tr", head)), *rows], "")


def _wrong(offices: Sequence[Office]) -> Iterator[tuple[Office, int, str]]:
    """Yield the office, the year and the rule of each contradiction."""
    for office in offices:
        for report in office.reports:
            for rule in report.contradictions:
                yield office, report.year or 0, rule
        for year in office.broken_series:
            yield office, year, "series.carried"
        for year in office.contested:
            yield office, year, "reports.differ"


def _contradicting(offices: Sequence[Office], language: Language) -> Iterator[str]:
    rows = [
        element(
            "tr",
            element("th", text(office.agency), scope="row")
            + element("td", str(year))
            + element(
                "td",
                escaped(phrase(f"overview:{rule}", language)) + element("code", escaped(rule)),
                class_="word",
            ),
        )
        for office, year, rule in _wrong(offices)
    ]
    if rows:
        yield element("h2", escaped(phrase("overview_wrong", language)))
        yield scrolled(rows[:_MOST_OFFICES])
        if len(rows) > _MOST_OFFICES:
            more = phrase("overview_more", language, count=len(rows) - _MOST_OFFICES)
            yield element("p", escaped(more), class_="meta")


def _offices(
    shown: Sequence[Office], total: int, years: Sequence[int], language: Language
) -> Iterator[str]:
    if not shown:
        return
    yield element("h2", escaped(phrase("overview_series", language)))
    if len(shown) < total:
        left = phrase("overview_more", language, count=total - len(shown))
        yield element("p", escaped(left), class_="meta")
    cards = (_card(office, years, language) for office in shown)
    yield element("div", "\n".join(cards), class_="cards")


def _card(office: Office, years: Sequence[int], language: Language) -> str:
    of_years = [(year, [r for r in office.reports if r.year == year]) for year in years]
    charts = []
    for name in SERIES:
        label = phrase(f"overview_{name}", language)
        stated = [(year, numbers_stated(of, name), bool(of)) for year, of in of_years]
        figure = bars(
            [(year, min(found) if len(found) == 1 else None, of) for year, found, of in stated]
        )
        charts.append(element("figure", element("figcaption", escaped(label)) + figure))
    doubtful = _doubtful(office)
    note = phrase("overview_doubtful", language, count=doubtful) if doubtful else ""
    head = element("h3", text(office.agency)) + (
        element("p", escaped(note), class_="meta") if note else ""
    )
    return element(
        "section", head + element("div", "".join(charts), class_="charts"), class_="card"
    )


def bars(series: Sequence[tuple[int, Decimal | None, bool]]) -> str:
    """Return bars with their numbers above and the years below.

    An unknown number, or one that two reports state differently, is a question mark. Bars are as
    wide as the longest number, so that numbers do not touch.
    """
    known = [value for _, value, _ in series if value is not None]
    largest = max(known, default=Decimal(0))
    longest = max((len(_printed(value)) for value in known), default=0)
    bar = max(_BAR, longest * _DIGIT)
    width = len(series) * (bar + _GAP) + _GAP
    height = _TOP + _HEIGHT + _FOOT
    base = _TOP + _HEIGHT
    marks = []
    for place, (year, value, published) in enumerate(series):
        left = _GAP + place * (bar + _GAP)
        middle = left + bar / 2
        size = max(float((value or 0) / largest) * _HEIGHT, 0.0) if largest > 0 else 0.0
        marks.append(
            f'<rect x="{left}" y="{base - size:.1f}" width="{bar}" height="{size:.1f}"/>'
            f'<text x="{middle}" y="{base - size - 3:.1f}">{_above(value, published)}</text>'
            f'<text class="year" x="{middle}" y="{height - 3}">{year}</text>'
        )
    marks.append(f'<line x1="0" x2="{width}" y1="{base}" y2="{base}"/>')
    said = ", ".join(
        f"{year}: {_above(value, published)}" for year, value, published in series if published
    )
    return (
        f'<svg class="bars" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img" aria-label="{escaped(said)}">{"".join(marks)}</svg>'
    )


def _above(value: Decimal | None, published: bool) -> str:
    """Return the number above a bar, a question mark where a report states none that is known."""
    if value is None:
        return "?" if published else ""
    return _printed(value)


def _printed(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    return f"{int(value):,}" if whole else f"{value.normalize():f}"


def _set_aside(overview: Overview, language: Language) -> Iterator[str]:
    if not overview.set_aside:
        return
    yield element("h2", escaped(phrase("overview_aside", language)))
    rows = [
        element(
            "tr",
            element("td", text(source), class_="word")
            + element("td", escaped(phrase(f"outcome:{outcome}", language)), class_="word")
            + element("td", text(localized(why, language)), class_="word"),
        )
        for source, outcome, why in overview.set_aside[:_MOST_SOURCES]
    ]
    yield scrolled(rows)
    if (more := len(overview.set_aside) - _MOST_SOURCES) > 0:
        yield element("p", escaped(phrase("overview_more", language, count=more)), class_="meta")
