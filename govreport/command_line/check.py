"""The command `govreport check`: finds contradictions in one report or in many."""

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import govreport
from govreport.command_line.check_output import CheckRun, show
from govreport.command_line.messages import say
from govreport.command_line.options import (
    add_fail_on,
    add_processes,
    add_roster,
    are_there,
    is_report,
    once,
    read_report,
    roster_of,
    say_no_report,
)
from govreport.command_line.output import (
    Row,
    add_output_options,
    framed,
    print_lines,
)
from govreport.command_line.reading import (
    documents_below,
    readings_of,
    reason,
)
from govreport.model.document import ReportDocument
from govreport.pages import CheckedReport
from govreport.wording import Language, localized, phrase

_EXAMPLES = """\
examples:
  govreport check report.docx
  govreport check report-2023.html --previous report-2022.html --html findings.html
  govreport check reports-2023/ --previous-year reports-2022/ --html findings.html
  govreport check summary.docx --parts reports-2023/ --roster offices.csv
  govreport check report.docx --format github --fail-on warning --ignore prose
  govreport check reports/ --format sarif > findings.sarif

A file, a folder, a pattern or a ZIP archive stands for every file in it. One that cannot be read
is reported in a line on the standard error, and the others are still checked.

The exit status is 0 if nothing at or above --fail-on was found, 1 if something was, 2 if a
file could not be read, and 3 if one is not a report; if several apply, the first in the order
2, 3, 1. Ids of rules: govreport check --rules.
"""


def add_check(commands: Any) -> None:
    """Add the command to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check",
        help="say where reports contradict themselves",
        epilog=_EXAMPLES,
    )
    parser.add_argument(
        "sources", metavar="REPORT", nargs="*", help="a file, folder, pattern or archive, or -"
    )
    parser.add_argument("--previous", metavar="REPORT", help="the report of the year before")
    parser.add_argument(
        "--previous-year",
        metavar="FOLDER",
        action="append",
        help="where the reports of the year before are, matched by office",
    )
    parser.add_argument(
        "--parts",
        metavar="FOLDER",
        action="append",
        help="where the reports that REPORT sums up are",
    )
    add_roster(parser)
    add_output_options(parser, "sarif", "junit")
    add_processes(parser)
    add_fail_on(parser, "error")
    for name, what in (("select", "check only these rules"), ("ignore", "skip these rules")):
        parser.add_argument(
            f"--{name}", metavar="ID", action="append", help=f"{what}; ids separated by commas"
        )
    parser.add_argument("--rules", action="store_true", help="list the rules and exit")
    parser.set_defaults(run=_run, parser=parser)


def _run(options: argparse.Namespace) -> int:
    if options.rules:
        print_lines(_rule_lines(options.lang))
        return 0
    many = len(options.sources) > 1 or any(map(_stands_for_many, options.sources))
    _refuse_what_does_not_go_together(options, many)
    folders = (*(options.parts or ()), *(options.previous_year or ()))
    once(options, *options.sources, options.previous, options.roster, *folders)
    run = CheckRun(options, options.lang, many)
    if not are_there(folders, run.language):
        return 2
    if many:
        _check_many(run)
    else:
        _check_one(run, options.sources[0])
    show(run)
    return run.status


def _refuse_what_does_not_go_together(options: argparse.Namespace, many: bool) -> None:
    error = options.parser.error
    if not options.sources:
        error("name the report to check")
    if many and (options.previous or options.parts or options.roster):
        error(
            "--previous, --parts and --roster belong to one report; for many there is"
            " --previous-year"
        )
    if (options.roster or options.partial) and not options.parts:
        error("--roster and --partial belong to --parts; give that, too")


def _stands_for_many(source: str) -> bool:
    """Whether a name is that of a folder, a pattern or an archive, and not of one file."""
    if source == "-":
        return False
    path = Path(source)
    if path.is_dir() or path.suffix.lower() == ".zip":
        return True
    return not path.exists() and any(sign in source for sign in "*?[")


def _check_one(run: CheckRun, source: str) -> None:
    options = run.options
    document = read_report(source, options.from_format, options.encoding)
    previous = read_report(options.previous, None) if options.previous else None
    if previous is None and options.previous_year:
        previous = _earlier(run, _reports_before(run), source, document)
    parts = _parts(run, source, document) if options.parts else None
    findings = govreport.check(
        document, previous, parts=parts, language=run.language, **run.chosen
    )
    run.checked.append(CheckedReport(source, document, findings))
    for name, each in ((source, document), (options.previous, previous)):
        if each and not is_report(each):
            say_no_report(name or source, run.language)
            run.foreign = True


def _parts(run: CheckRun, source: str, document: ReportDocument) -> govreport.ReportsBelow:
    """Return the reports that a summary sums up."""
    options = run.options
    below, whole = documents_below(
        options.parts, run.language, own=(source, options.html), encoding=options.encoding
    )
    run.unreadable |= not whole
    return govreport.reports_below(
        below, document.agency, document.year, roster_of(options), partial=options.partial
    )


def _check_many(run: CheckRun) -> None:
    options = run.options
    before = _reports_before(run) if options.previous_year else []
    readings = readings_of(
        options.sources,
        options.from_format,
        (options.html,),
        options.processes,
        options.encoding,
    )
    for source, document in _reports(run, readings):
        previous = _earlier(run, before, source, document) if options.previous_year else None
        findings = govreport.check(document, previous, language=run.language, **run.chosen)
        run.checked.append(CheckedReport(source, document, findings))
    if not run.checked and not run.set_aside:
        run.failed(
            " ".join(options.sources),
            localized("there is no file to check; name some", run.language),
            unreadable=True,
        )


def _reports(
    run: CheckRun, readings: Iterable[govreport.Reading]
) -> Iterator[tuple[str, ReportDocument]]:
    """Yield the reports among what was read; a file that is none costs a line."""
    for reading in readings:
        source = os.fspath(reading.source)
        if reading.document is None:
            run.failed(source, reason(reading.error, run.language), unreadable=True)
        elif not is_report(reading.document):
            run.failed(source, phrase("no_report", run.language), unreadable=False)
        else:
            yield source, reading.document


def _reports_before(run: CheckRun) -> list[tuple[str, ReportDocument]]:
    """Return the reports of the year before."""
    options = run.options
    readings = readings_of(options.previous_year, processes=options.processes)
    return list(_reports(run, readings))


def _earlier(
    run: CheckRun,
    before: Sequence[tuple[str, ReportDocument]],
    source: str,
    document: ReportDocument,
) -> ReportDocument | None:
    """Return the one report of the office for the year before, None if there is no such one."""
    from govreport.parts import matching

    candidates = [pair for pair in before if _may_precede(pair[1], document)]
    names = matching(document.agency or "", (each.agency or "" for _, each in candidates))
    found = {name: each for name, each in candidates if each.agency in names}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        listed = ", ".join(found)
        say(f"{source}: several reports may be that of the year before: {listed}", run.language)
    run.alone.append(source)
    return None


def _may_precede(earlier: ReportDocument, document: ReportDocument) -> bool:
    """Whether a report names its office, and may be of the year before."""
    years = earlier.year, document.year
    next_to = years[0] is None or years[1] is None or years[0] + 1 == years[1]
    return bool(earlier.agency) and next_to


def _rule_lines(language: Language) -> Iterator[str]:
    rows: list[Row] = [
        (
            (
                rule.id,
                phrase(rule.severity, language),
                _explained(rule.description, rule.source, language),
            ),
            None,
        )
        for rule in govreport.rules()
    ]
    yield from framed(rows)


def _explained(description: str, source: str, language: Language) -> str:
    return f"{localized(description, language)}\n{source}".strip()
