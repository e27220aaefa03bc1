"""Many reports checked on one page: an index by office and by rule, then each with its findings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govreport.checks.finding import Finding
from govreport.model.document import ReportDocument
from govreport.pages.findings import cards_and_report, counts, meta
from govreport.pages.page import element, escaped, page, scrolled, text
from govreport.wording import Language, phrase

_MOST_LINKS = 60
"""Offices that a rule's line names; the others are in the index by office."""


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """A report with the name of its file and its findings."""

    source: str
    document: ReportDocument
    findings: Sequence[Finding]

    @property
    def office(self) -> str:
        """The agency, else the title, else the file."""
        return self.document.agency or self.document.title or self.source


def many_findings_page(
    reports: Sequence[CheckedReport],
    set_aside: Sequence[tuple[str, str]] = (),
    language: Language = "en",
) -> str:
    """Return the page that shows the findings in many reports.

    The reports with most errors come first; those without findings are only in the index.
    `set_aside` are files that could not be read or hold no report, each with the reason. It is
    self-contained HTML without scripts; every text is escaped.
    """
    ordered = sorted(reports, key=lambda each: (*_gravity(each), each.office, each.source))
    every = [finding for each in ordered for finding in each.findings]
    title = phrase("many_checked", language)
    content = [
        element("p", escaped(phrase("checked", language)), class_="kicker"),
        element("h1", escaped(title)),
        element("p", escaped(_totals(ordered, set_aside, language)), class_="meta"),
        counts(every, language),
        *_by_office(ordered, language),
        *_by_rule(ordered, language),
        *_aside(set_aside, language),
    ]
    for number, each in enumerate(ordered, 1):
        if each.findings:
            content.append(_card(number, each, language))
    return page(title, language, content)


def _gravity(report: CheckedReport) -> tuple[int, int]:
    errors = sum(each.severity == "error" for each in report.findings)
    return -errors, -len(report.findings)


def _totals(
    reports: Sequence[CheckedReport], set_aside: Sequence[tuple[str, str]], language: Language
) -> str:
    clean = sum(not each.findings for each in reports)
    parts = [("many_reports", len(reports)), ("many_clean", clean)]
    if set_aside:
        parts.append(("many_set_aside", len(set_aside)))
    return " · ".join(phrase(key, language, count=count) for key, count in parts)


def _by_office(reports: Sequence[CheckedReport], language: Language) -> Iterator[str]:
    yield element("h2", escaped(phrase("by_office", language)))
    rows = [_header(("office", "year", "errors", "warnings", "file"), language)]
    for number, each in enumerate(reports, 1):
        errors = -_gravity(each)[0]
        name = text(each.office)
        if each.findings:
            name = element("a", name, href=f"#report-{number}")
        rows.append(
            element(
                "tr",
                element("th", name, scope="row")
                + element("td", escaped(str(each.document.year or "")))
                + _number(errors, "error")
                + _number(len(each.findings) - errors, "warning")
                + element("td", text(each.source), class_="word"),
            )
        )
    yield scrolled(rows)


def _by_rule(reports: Sequence[CheckedReport], language: Language) -> Iterator[str]:
    found: dict[tuple[str, str], dict[int, int]] = {}
    for number, each in enumerate(reports, 1):
        for finding in each.findings:
            numbers = found.setdefault((finding.severity, finding.rule), {})
            numbers[number] = numbers.get(number, 0) + 1
    if not found:
        return
    yield element("h2", escaped(phrase("by_rule", language)))
    rows = [_header(("rule", "number", "offices"), language)]
    for (severity, rule), numbers in sorted(found.items()):
        links = [
            element("a", text(reports[number - 1].office), href=f"#report-{number}")
            for number in list(numbers)[:_MOST_LINKS]
        ]
        if (more := len(numbers) - _MOST_LINKS) > 0:
            links.append(escaped(phrase("overview_more", language, count=more)))
        rows.append(
            element(
                "tr",
                element("th", element("code", escaped(rule)), scope="row")
                + _number(sum(numbers.values()), severity)
                + element("td", " · ".join(links), class_="word"),
            )
        )
    yield scrolled(rows)


def _aside(set_aside: Sequence[tuple[str, str]], language: Language) -> Iterator[str]:
    if set_aside:
        yield element("h2", escaped(phrase("overview_aside", language)))
        yield scrolled(
            [
                element(
                    "tr",
                    element("td", text(source), class_="word")
                    + element("td", text(why), class_="word"),
                )
                for source, why in set_aside
            ]
        )


def _card(number: int, report: CheckedReport, language: Language) -> str:
    cards, shown = cards_and_report(
        report.document, report.findings, language, f"report-{number}-"
    )
    head = (
        element("h2", text(report.office)),
        element("p", text(f"{meta(report.document, language)} · {report.source}"), class_="meta"),
        counts(report.findings, language),
        cards,
        element("details", element("summary", escaped(phrase("report", language))) + shown),
    )
    return element("div", "\n".join(head), id=f"report-{number}", class_="checked")


def _header(keys: Sequence[str], language: Language) -> str:
    cells = "".join(element("th", escaped(phrase(key, language))) for key in keys)
    return element("tr", cells)


def _number(number: int, severity: str) -> str:
    return element("td", escaped(str(number)), class_=f"touched {severity}" if number else "")
