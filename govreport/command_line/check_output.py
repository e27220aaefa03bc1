"""The output of `govreport check`: text, JSON, annotations, SARIF, JUnit and pages."""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import govreport
from govreport.command_line.findings import (
    counts_line,
    fails,
    finding_as_json,
    finding_lines,
    one_line,
)
from govreport.command_line.messages import behind_name, say
from govreport.command_line.output import (
    Colour,
    Row,
    coloured,
    framed,
    github_line,
    json_lines,
    print_lines,
    write_page,
)
from govreport.pages import CheckedReport, findings_page, many_findings_page
from govreport.wording import Language, phrase

if TYPE_CHECKING:
    from govreport.checks import Finding


@dataclass
class CheckRun:
    """The findings of a run of `check` so far."""

    options: argparse.Namespace
    language: Language
    many: bool
    checked: list[CheckedReport] = field(default_factory=list)
    set_aside: list[tuple[str, str]] = field(default_factory=list)
    """Files that were not checked, each with the reason."""
    alone: list[str] = field(default_factory=list)
    """Files without a report of the year before, if such reports were given."""
    unreadable: bool = False
    foreign: bool = False

    def failed(self, source: str, why: str, *, unreadable: bool) -> None:
        """Note a file that is not checked, with a line on the standard error."""
        say(behind_name(source, why, self.language), self.language)
        self.set_aside.append((source, why))
        self.unreadable |= unreadable
        self.foreign |= not unreadable

    @property
    def chosen(self) -> dict[str, Any]:
        """The rules that the options choose, as `check` takes them."""
        options = self.options
        return {"select": _ids(options.select) or None, "ignore": _ids(options.ignore)}

    @property
    def status(self) -> int:
        """The exit status."""
        if self.unreadable:
            return 2
        if self.foreign:
            return 3
        found = [finding for each in self.checked for finding in each.findings]
        return int(fails(found, self.options.fail_on))


def show(run: CheckRun) -> None:
    """Write the page, and print the findings in the format that the options name."""
    options = run.options
    if options.html:
        if run.many:
            page = many_findings_page(run.checked, run.set_aside, run.language)
        else:
            (one,) = run.checked
            page = findings_page(one.document, one.findings, run.language)
        write_page(page, options.html)
    if options.html != "-":
        print_lines(_printed(run))


def _printed(run: CheckRun) -> Iterator[str]:
    by_file = [(each.source, each.findings) for each in run.checked]
    chosen = run.options.format
    if chosen == "json":
        yield json_lines(_told(run))
    elif chosen == "github":
        yield from _annotations(by_file, run.set_aside)
    elif chosen == "sarif":
        from govreport.command_line.sarif import as_sarif

        yield json_lines(as_sarif(by_file, run.set_aside))
    elif chosen == "junit":
        from govreport.command_line.junit import as_junit

        rules = [rule.id for rule in _asked(run)]
        yield as_junit(by_file, run.set_aside, rules, run.options.fail_on)
    elif run.many:
        yield from _text_of_many(run)
    else:
        yield from _text(run.checked[0], run.language)


def _asked(run: CheckRun) -> list["govreport.Rule"]:
    """Return the rules that the options choose and that had the reports they need."""
    options, chosen = run.options, run.chosen
    without = list(chosen["ignore"])
    if not (options.previous or options.previous_year):
        without.append("series")
    if not options.parts:
        without.append("parts")
    return govreport.rules(select=chosen["select"], ignore=without)


def _annotations(
    by_file: Sequence[tuple[str, Sequence["Finding"]]], set_aside: Sequence[tuple[str, str]]
) -> Iterator[str]:
    for source, findings in by_file:
        for finding in findings:
            quoted = f"\n{finding.quote}" if finding.quote else ""
            yield github_line(finding.severity, source, finding.rule, finding.message + quoted)
    for source, why in set_aside:
        yield github_line("error", source, "unread", why)


def _told(run: CheckRun) -> dict[str, Any]:
    """Return the findings for JSON: one report, or the reports and a summary of them."""
    reports = [_report_as_json(each) for each in run.checked]
    if not run.many:
        return reports[0]
    every = [finding for each in run.checked for finding in each.findings]
    errors = sum(finding.severity == "error" for finding in every)
    return {
        "reports": [
            {"source": each.source, **report}
            for each, report in zip(run.checked, reports, strict=True)
        ],
        "set_aside": [{"source": source, "reason": why} for source, why in run.set_aside],
        "without_previous": run.alone,
        "summary": {
            "reports": len(run.checked),
            "without_findings": sum(not each.findings for each in run.checked),
            "errors": errors,
            "warnings": len(every) - errors,
            "rules": dict(Counter(finding.rule for finding in every)),
        },
    }


def _report_as_json(report: CheckedReport) -> dict[str, Any]:
    document = report.document
    return {
        "title": document.title,
        "agency": document.agency,
        "year": document.year,
        "findings": [finding_as_json(finding) for finding in report.findings],
    }


def _text(report: CheckedReport, language: Language) -> Iterator[str]:
    document = report.document
    yield coloured(one_line(document.title or document.agency or ""), "bold")
    yield counts_line(report.findings, language)
    yield from finding_lines(report.findings, language)


def _text_of_many(run: CheckRun) -> Iterator[str]:
    language = run.language
    for each in run.checked:
        name = each.document.title or each.document.agency or ""
        yield coloured(one_line(behind_name(each.source, name, language)), "bold")
        yield counts_line(each.findings, language)
        yield from finding_lines(each.findings, language)
    yield ""
    yield coloured(phrase("many_checked", language), "bold")
    counted = [("many_reports", len(run.checked))]
    counted.append(("many_clean", sum(not each.findings for each in run.checked)))
    for key, names in (("many_set_aside", run.set_aside), ("many_without_previous", run.alone)):
        if names:
            counted.append((key, len(names)))
    yield " · ".join(phrase(key, language, count=count) for key, count in counted)
    every = [finding for each in run.checked for finding in each.findings]
    yield counts_line(every, language)
    yield from _rule_summary(run.checked, language)


def _rule_summary(checked: Sequence[CheckedReport], language: Language) -> Iterator[str]:
    """Yield how many findings each rule has, and in which files."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in checked:
        for finding in each.findings:
            found.setdefault((finding.severity, finding.rule), []).append(each.source)
    rows: list[Row] = []
    for (severity, rule), sources in sorted(found.items()):
        files = ", ".join(dict.fromkeys(sources))
        colour: Colour = "red" if severity == "error" else "yellow"
        cells = (phrase(severity, language), rule, str(len(sources)), one_line(files))
        rows.append((cells, colour))
    if rows:
        yield from framed(rows)


def _ids(given: Sequence[str] | None) -> list[str]:
    return [one for each in given or () for one in each.split(",") if one]
