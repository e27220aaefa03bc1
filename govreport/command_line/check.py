"""The command `govreport check`: what contradicts itself in a report, and where."""

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import govreport
from govreport.command_line.messages import visible, visible_json
from govreport.command_line.options import read_report, status_of
from govreport.command_line.output import (
    Colour,
    Row,
    add_output_options,
    coloured,
    framed,
    github_line,
    language_of,
    number_as_json,
    print_lines,
    terminal_width,
    write_page,
)
from govreport.model.document import ReportDocument
from govreport.pages import findings_page
from govreport.wording import Language, localized, phrase

if TYPE_CHECKING:
    from govreport.checks import Finding

_EXAMPLES = """\
examples:
  govreport check report.docx
  govreport check report-2023.html --previous report-2022.html --html findings.html
  govreport check report.docx --format github --fail-on warning --ignore prose

The exit status is 0 where nothing at or above --fail-on was found, 1 where something was, 2 where a
report could not be read, and 3 where a source is no report. Ids of rules: govreport check --rules.
"""


def add_check(commands: Any) -> None:
    """Add the command to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check",
        help="say where a report contradicts itself",
        epilog=_EXAMPLES,
    )
    parser.add_argument("source", metavar="REPORT", nargs="?", help="the file to read, or -")
    parser.add_argument("--previous", metavar="REPORT", help="the report of the year before")
    add_output_options(parser)
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning"),
        default="error",
        help="the least finding for which the exit status is 1 (default: error)",
    )
    for name, what in (("select", "check these rules only"), ("ignore", "leave these rules out")):
        parser.add_argument(
            f"--{name}", metavar="ID", action="append", help=f"{what}; ids parted by commas"
        )
    parser.add_argument("--rules", action="store_true", help="list the rules and stop")
    parser.set_defaults(run=_run, parser=parser)


def _run(options: argparse.Namespace) -> int:
    if options.rules:
        print_lines(_rule_lines(options.lang))
        return 0
    if options.source is None:
        options.parser.error("name the report to check")
    language = language_of(options.lang)
    document = read_report(options.source, options.from_format, options.encoding)
    previous = read_report(options.previous, None) if options.previous else None
    select, ignore = _ids(options.select), _ids(options.ignore)
    findings = govreport.check(
        document, previous, select=select or None, ignore=ignore, language=language
    )
    if options.html:
        write_page(findings_page(document, findings, language), options.html)
    if options.html != "-":
        print_lines(_printed(options, document, findings, language))
    failing = ("error",) if options.fail_on == "error" else ("error", "warning")
    found = any(finding.severity in failing for finding in findings)
    return status_of(document, *([previous] if previous else ()), found=found)


def _ids(given: Sequence[str] | None) -> list[str]:
    return [one for each in given or () for one in each.split(",") if one]


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
    yield from framed(rows, terminal_width())


def _explained(description: str, source: str, language: Language) -> str:
    return f"{localized(description, language)}\n{source}".strip()


def _printed(
    options: argparse.Namespace,
    document: ReportDocument,
    findings: Sequence["Finding"],
    language: Language,
) -> Iterator[str]:
    if options.format == "json":
        yield visible_json(json.dumps(as_json(document, findings), ensure_ascii=False, indent=2))
    elif options.format == "github":
        for finding in findings:
            quoted = f"\n{finding.quote}" if finding.quote else ""
            yield github_line(
                finding.severity, options.source, finding.rule, finding.message + quoted
            )
    else:
        yield from _text(document, findings, language)


def _text(
    document: ReportDocument, findings: Sequence["Finding"], language: Language
) -> Iterator[str]:
    title = document.title or document.agency or ""
    yield coloured(" ".join(visible(title).split()), "bold")
    errors = sum(finding.severity == "error" for finding in findings)
    if not findings:
        yield coloured(phrase("none", language), "green")
        return
    summary = phrase("summary", language, errors=errors, warnings=len(findings) - errors)
    yield coloured(summary, "red" if errors else "yellow")
    rows: list[Row] = []
    for finding in sorted(findings, key=lambda each: each.severity):
        text = finding.message
        if finding.quote:
            text += f"\n{phrase('says', language)}: {_shortened(finding.quote)}"
        colour: Colour = "red" if finding.severity == "error" else "yellow"
        rows.append(((phrase(finding.severity, language), finding.rule, text), colour))
    yield from framed(rows, terminal_width())


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else f"{line[:159]}…"


def as_json(document: ReportDocument, findings: Sequence["Finding"]) -> dict[str, Any]:
    """Return findings as JSON has them; a number with a fraction is a string, to stay exact."""
    return {
        "title": document.title,
        "agency": document.agency,
        "year": document.year,
        "findings": [_finding_as_json(finding) for finding in findings],
    }


def _finding_as_json(finding: "Finding") -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "cells": [list(cell) for cell in finding.cells],
        "expected": number_as_json(finding.expected),
        "actual": number_as_json(finding.actual),
        "equation": finding.equation,
        "operands": [
            {
                "cell": list(operand.cell),
                "text": operand.text,
                "value": number_as_json(operand.value),
                "side": operand.side,
                "year": operand.year,
            }
            for operand in finding.operands
        ],
        "blanks": [list(cell) for cell in finding.blanks],
        "quote": finding.quote,
        "place": place
        and {"part": place.part, "block": place.block, "start": place.start, "end": place.end},
    }
