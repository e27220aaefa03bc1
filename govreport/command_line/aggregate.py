"""The command `govreport aggregate`: sums up the reports of a year for the level above."""

import argparse
import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import govreport
from govreport.command_line.findings import (
    counts_line,
    fails,
    finding_as_json,
    finding_lines,
    one_line,
)
from govreport.command_line.messages import say
from govreport.command_line.options import (
    add_fail_on,
    add_roster,
    are_there,
    once,
    roster_of,
    year,
)
from govreport.command_line.output import (
    add_output_options,
    as_json,
    coloured,
    github_line,
    json_lines,
    print_lines,
    write_page,
)
from govreport.command_line.reading import documents_below
from govreport.command_line.terminal import padded, text_width
from govreport.detection import written_format
from govreport.pages import findings_page
from govreport.targets import replace_file
from govreport.wording import Language, phrase

_EXAMPLES = """\
examples:
  govreport aggregate reports/ -o summary.docx --agency 青禾县 --year 2023
  govreport aggregate reports/ -o summary.docx --agency 青禾县 --year 2023 --roster offices.csv
  govreport aggregate reports/ -o summary.json --agency 青禾县 --year 2023 --figures figures.csv

A cell is the sum of that cell in every report, and stays blank where one of them states no number
for it; the finding names the office. People write the prose; --figures gives what it needs. The roster
is a CSV file with one office a line. While an office on it has not reported, nothing is summed,
unless --partial asks for the sum of the others.

The exit status is 0 if nothing at or above --fail-on was found, 1 if something was, and 2
if a file could not be read or there was nothing to sum.
"""

_STEERING = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""The beginnings of texts that a spreadsheet may run as formulas."""


def add_aggregate(commands: Any) -> None:
    """Add the command to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "aggregate",
        help="sum up the reports of a year for the level above",
        epilog=_EXAMPLES,
    )
    parser.add_argument(
        "sources", metavar="REPORT", nargs="+", help="a file, folder, pattern or archive, or -"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help="the summary; its suffix determines the format",
    )
    parser.add_argument("--agency", required=True, help="whose summary it is")
    parser.add_argument("--year", required=True, type=year, help="the year of the reports")
    parser.add_argument(
        "--edition",
        type=int,
        choices=(2019, 2021),
        help="the form of the summary (default: that of the reports, else that of the year)",
    )
    add_roster(parser)
    parser.add_argument(
        "--figures", metavar="CSV", help="write the figures for the text, in total and by office"
    )
    parser.add_argument(
        "--provenance",
        metavar="CSV",
        help="write which reports and cells each cell is the sum of",
    )
    add_output_options(parser)
    add_fail_on(parser, "warning")
    parser.set_defaults(run=_run, parser=parser)


def _run(options: argparse.Namespace) -> int:
    language: Language = options.lang
    once(options, *options.sources, options.roster)
    written_format(options.output)  # before anything is read
    if not are_there(options.sources, language):
        return 2
    roster = roster_of(options)
    own = (options.output, options.figures, options.provenance, options.html, options.roster)
    documents, whole = documents_below(
        options.sources, language, own, options.from_format, options.encoding
    )
    found = govreport.aggregate(
        documents,
        options.agency,
        options.year,
        edition=options.edition,
        roster=roster,
        partial=options.partial,
        language=language,
    )
    counted = bool(found.parts.offices)
    if counted:
        _write(options, found, language)
    else:
        say(
            f"no report of {options.year} was found in {' '.join(options.sources)}; nothing written",
            language,
        )
    if options.html:
        write_page(findings_page(found.document, found.findings, language), options.html)
    if options.html != "-":
        print_lines(_printed(options, found, language))
    if not (whole and counted):
        return 2
    return int(fails(found.findings, options.fail_on))


def _write(options: argparse.Namespace, found: govreport.Aggregation, language: Language) -> None:
    govreport.write(found.document, options.output)
    if options.figures:
        _write_rows(options.figures, _figure_rows(found, language))
    if options.provenance:
        _write_rows(options.provenance, _provenance_rows(found))


def _write_rows(target: str, rows: Iterable[Iterable[object]]) -> None:
    """Write rows as CSV with the byte order mark by which Excel recognises UTF-8."""
    written = io.StringIO()
    csv.writer(written).writerows([_cell(each) for each in row] for row in rows)
    replace_file(Path(target), written.getvalue().encode("utf-8-sig", "backslashreplace"))


def _cell(value: object) -> str:
    """Return the content of a CSV cell; no text is a formula to Excel."""
    text = "" if value is None else str(value)
    is_text = isinstance(value, str)
    return f"'{text}" if is_text and text.startswith(_STEERING) else text


def _figure_rows(found: govreport.Aggregation, language: Language) -> Iterator[Iterable[object]]:
    figures = found.figures
    names = [name for name, _ in figures[0].offices]
    heads = (phrase(key, language) for key in ("figure", "unit", "sum"))
    yield (*heads, *names)
    for figure in figures:
        name = figure.name if language == "zh" else figure.english
        yield (name, figure.unit, figure.value, *(value for _, value in figure.offices))


def _provenance_rows(found: govreport.Aggregation) -> Iterator[Iterable[object]]:
    yield (
        "table",
        "row",
        "column",
        "sum",
        "office",
        "reports",
        "cells",
        "texts",
        "value",
        "cause",
    )
    for cell, one in found.sums.items():
        for each in one.contributions:
            cells = "; ".join("/".join(key) for key in each.cells)
            texts = "; ".join(each.texts)
            reports = "; ".join(each.reports)
            yield (*cell, one.value, each.office, reports, cells, texts, each.value, each.cause)


def _printed(
    options: argparse.Namespace, found: govreport.Aggregation, language: Language
) -> Iterator[str]:
    if options.format == "json":
        yield json_lines(_told(found))
    elif options.format == "github":
        for finding in found.findings:
            yield github_line(finding.severity, options.output, finding.rule, finding.message)
    else:
        yield from _text(found, language)


def _text(found: govreport.Aggregation, language: Language) -> Iterator[str]:
    document = found.document
    yield coloured(one_line(document.title or ""), "bold")
    offices = found.parts.offices
    yield phrase(
        "summed_up",
        language,
        reports=sum(len(office.reports) for office in offices),
        offices=len(offices),
        cells=len(found.sums),
        open=len(found.open_cells),
    )
    yield counts_line(found.findings, language)
    yield from finding_lines(found.findings, language)
    if any(figure.value is not None for figure in found.figures):
        yield ""
        yield coloured(phrase("figures", language), "bold")
        yield from _figure_lines(found, language)


def _figure_lines(found: govreport.Aggregation, language: Language) -> Iterator[str]:
    names = [each.name if language == "zh" else each.english for each in found.figures]
    values = [
        phrase("open", language) if each.value is None else f"{each.value} {each.unit}"
        for each in found.figures
    ]
    width = max(map(text_width, names))
    for name, value in zip(names, values, strict=True):
        yield f"  {padded(name, width)}  {value}"


def _told(found: govreport.Aggregation) -> dict[str, Any]:
    """Return a summary for JSON: its cells, their provenance, and the findings."""
    document, parts = found.document, found.parts
    return {
        "agency": document.agency,
        "year": document.year,
        "edition": document.edition,
        "offices": [
            {"name": office.name, "reports": [part.name for part in office.reports]}
            for office in parts.offices
        ],
        "absent": parts.absent,
        "refused": [{"report": part.name, "reason": why} for part, why in parts.refused],
        "findings": [finding_as_json(finding) for finding in found.findings],
        "figures": [
            {**as_json(each), "offices": dict(as_json(each.offices))} for each in found.figures
        ],
        "cells": [as_json(each) for each in found.sums.values()],
    }
