"""The commands `govreport form` and `govreport fill`: the official form, and reports from it."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import govreport
from govreport.command_line.messages import say, told
from govreport.command_line.options import (
    PRINTED,
    is_report,
    once,
    opened,
    read_report,
    say_no_report,
    shown_name,
    write_as,
    year,
)
from govreport.command_line.output import (
    Colour,
    Row,
    coloured,
    framed,
    print_lines,
)
from govreport.detection import WRITTEN_SUFFIXES
from govreport.errors import FormError, ReportError, UnknownFormatError, UnreadableSourceError
from govreport.wording import Language, phrase

if TYPE_CHECKING:
    from govreport.forms.completion import Filling

_WORKBOOK = ".xlsx"
_FORM_EXAMPLES = """\
examples:
  govreport form 青禾县云岭镇人民政府 2024 -o form.xlsx
  govreport form 青禾县云岭镇人民政府 2024 -o form.docx
  govreport form 青禾县云岭镇人民政府 2024 -o form.xlsx --previous report-2023.docx

A workbook (.xlsx) computes its totals and colours what does not add up; govreport fill makes the
report from it. Any other suffix that can be written (.docx, .html, …) gives a form to fill in by hand.
"""
_FILL_EXAMPLES = """\
examples:
  govreport fill form.xlsx -o report.docx
  govreport fill form.xlsx -o report.docx -o report.html -o report.json -o report.pdf
  govreport fill form.xlsx -o report.docx --previous report-2023.docx

Each problem is reported with its cell, such as 表三!D6. The exit status is 0 if the report was
written, 1 if the form has errors and nothing was written, 2 if something could not be read or
written, and 3 if the previous report is not a report. PDF files are laid out by LibreOffice.
"""


def add_form(commands: Any) -> None:
    """Add the command `form` to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "form",
        help="write the blank official form of a year",
        epilog=_FORM_EXAMPLES,
    )
    parser.add_argument("agency", metavar="AGENCY", help="the office that reports")
    parser.add_argument("year", metavar="YEAR", type=year, help="the year of the report")
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="the form to write")
    parser.add_argument(
        "--edition",
        type=int,
        choices=(2019, 2021),
        help="the edition of the form (default: that of the year)",
    )
    parser.add_argument(
        "--previous", metavar="REPORT", help="last year's report, to carry over from"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    parser.set_defaults(run=_form)


def add_fill(commands: Any) -> None:
    """Add the command `fill` to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "fill",
        help="make a report from a filled form",
        epilog=_FILL_EXAMPLES,
    )
    parser.add_argument("source", metavar="FORM", help="the filled form (.xlsx), or -")
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        action="append",
        help="the report to write: .docx, .html, .json, .pdf or text; may be given several times",
    )
    parser.add_argument(
        "--previous", metavar="REPORT", help="last year's report, to carry over from"
    )
    parser.add_argument(
        "--renamed", action="store_true", help="last year's report bears the office's old name"
    )
    parser.add_argument(
        "--force", action="store_true", help="write the report even if the form has errors"
    )
    parser.add_argument(
        "--lang", choices=("zh", "en"), default="zh", help="language (default: zh)"
    )
    parser.set_defaults(run=_fill, parser=parser)


def _form(options: argparse.Namespace) -> int:
    _check_target(options.output, _WORKBOOK)
    if Path(options.output).is_file() and not options.force:
        raise ReportError(
            f"{options.output} is there already and may be filled in; name another file,"
            " or replace it with --force"
        )
    previous = read_report(options.previous, None) if options.previous else None
    if previous and not is_report(previous):
        say_no_report(options.previous, options.lang)
        return 3
    document = govreport.form(
        options.agency, options.year, options.output, edition=options.edition, previous=previous
    )
    for found in govreport.check(
        document, previous, select=["series.agency"], language=options.lang
    ):
        say(found.message, options.lang)
    return 0


def _fill(options: argparse.Namespace) -> int:
    language: Language = options.lang
    once(options, options.source, options.previous)
    for target in options.output:
        _check_target(target, PRINTED)
    previous = read_report(options.previous, None) if options.previous else None
    if previous and not is_report(previous):
        say_no_report(options.previous, language)
        return 3
    try:
        filling = govreport.fill(
            opened(options.source),
            previous,
            force=True,
            renamed=options.renamed,
            language=language,
        )
    except UnreadableSourceError as error:
        say(told(error, language, shown_name(options.source, language)), language)
        return 2
    except FormError as error:
        lines = str(error).splitlines()
        print_lines(iter(lines))
        say(phrase("form:changed", language, count=len(lines)))
        return 1
    print_lines(_told(filling, language))
    return _write_filling(filling, options)


def _write_filling(filling: "Filling", options: argparse.Namespace) -> int:
    language: Language = options.lang
    if filling.errors and not options.force:
        say(phrase("form:refused", language, count=len(filling.errors)))
        return 1
    for target in options.output:
        write_as(filling.document, target)
    if filling.errors:
        say(phrase("form:written_anyway", language, count=len(filling.errors)))
    return 0


def _told(filling: "Filling", language: Language) -> Iterator[str]:
    rows: list[Row] = []
    for found in filling.findings:
        colour: Colour = "red" if found.severity == "error" else "yellow"
        where = "\n".join(found.addresses)
        rows.append(((phrase(found.severity, language), where, found.message), colour))
    if filling.carried:
        carried = phrase("form:carried", language, count=len(filling.carried))
        rows.append(((phrase("note", language), "", carried), None))
    if rows:
        yield from framed(rows)
    else:
        yield coloured(phrase("none", language), "green")


def _check_target(target: str, beside: str) -> None:
    """Raise `UnknownFormatError` before anything is read where a target has no known suffix.

    `beside` is a suffix that the command writes in addition to those of all formats.
    """
    suffixes = (*WRITTEN_SUFFIXES, beside)
    if not target.lower().endswith(suffixes):
        raise UnknownFormatError(
            f"the name {target!r} does not show which format to write; end it in one of"
            f" {', '.join(suffixes)}"
        )
