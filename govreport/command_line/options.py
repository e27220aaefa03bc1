"""What the commands' options share, and reading the report that they name."""

import argparse
import sys
from typing import BinaryIO

import govreport
from govreport.errors import ReportError
from govreport.model.document import ReportDocument

FORMATS = ("docx", "html", "pipe", "tab", "json")
READ_FORMATS = (*FORMATS, "doc", "odt", "pdf", "mht", "wordxml")

Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What a command adds its parser to."""


def add_source(parser: argparse.ArgumentParser) -> None:
    """Add the file that a command reads, and its format."""
    parser.add_argument("source", metavar="SOURCE", help="the file to read, or -")
    parser.add_argument(
        "--from",
        dest="from_format",
        choices=READ_FORMATS,
        help="the format of SOURCE (default: told from its content)",
    )


def add_processes(parser: argparse.ArgumentParser, usual: int = 1) -> None:
    """Add how many files are read at a time."""
    parser.add_argument(
        "--processes",
        type=_positive,
        default=usual,
        metavar="N",
        help=f"how many files are read at a time (default: {usual})",
    )


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 or more")
    return int(text)


def read_source(options: argparse.Namespace) -> ReportDocument:
    """Return the report that `add_source` names: a path, or standard input for `-`."""
    return govreport.read(_opened(options.source), options.from_format)


def read_report(name: str, from_format: str | None) -> ReportDocument:
    """Return the report of a path, or of standard input for `-`; errors name the file."""
    try:
        return govreport.read(_opened(name), from_format)
    except ReportError as error:
        raise type(error)(f"{name}: {error}") from error


def status_of(*documents: ReportDocument, found: bool = False) -> int:
    """Return the exit status of a command that was asked for reports.

    It is 3 where a source holds no report, else 1 where something was found, else 0.
    """
    if any(each.code == "not-a-report" for one in documents for each in one.diagnostics):
        return 3
    return int(found)


def _opened(name: str) -> str | BinaryIO:
    return sys.stdin.buffer if name == "-" else name
