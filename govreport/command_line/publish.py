"""The command `govreport publish`: reports as pages, Word files and data under stable names."""

import argparse
import os
from typing import Any

import govreport
from govreport.command_line.messages import counted, say, told
from govreport.command_line.options import is_report, say_no_report
from govreport.command_line.output import print_lines
from govreport.command_line.reading import readings_of
from govreport.wording import language_of

_EXAMPLES = """\
examples:
  govreport publish report.docx -o site/
  govreport publish reports/ -o site/ --url https://www.example.gov.cn/xxgk/nb/

A folder, an archive or several files are the reports of one office through the years. Each year
has YEAR.html, YEAR.docx, YEAR.json and YEAR.csv; index.html lists the years with their series, and
series.csv holds all figures. Years already in the folder stay. If a report cannot be
read (exit status 2) or is not a report (3), nothing is written.
"""


def add_publish(commands: Any) -> None:
    """Add the command to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "publish",
        help="write the reports of one office as a web site with their data",
        epilog=_EXAMPLES,
    )
    parser.add_argument(
        "sources", metavar="REPORT", nargs="+", help="reports, or a folder of them, or -"
    )
    parser.add_argument(
        "-o", "--output", metavar="SITE", required=True, help="the folder to write"
    )
    parser.add_argument("--url", default="", help="the address that the folder will have")
    parser.add_argument(
        "--agency", default="", help="the office, if the reports name different ones"
    )
    parser.add_argument(
        "--lang", choices=("zh", "en"), default="zh", help="language (default: zh)"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    documents = []
    for reading in readings_of(options.sources):
        if reading.error is not None:
            say(told(reading.error, language_of(), os.fspath(reading.source)))
            return 2
        if not is_report(reading.document):
            say_no_report(os.fspath(reading.source))
            return 3
        documents.append(reading.document)
    written = govreport.publish(
        documents, options.output, url=options.url, agency=options.agency, language=options.lang
    )
    print_lines(str(path) for path in written)
    errors = [
        found
        for document in documents
        for found in govreport.check(document)
        if found.severity == "error"
    ]
    if errors:
        say(f"{counted(len(errors), 'contradiction')} published; govreport check lists them")
    return 0
