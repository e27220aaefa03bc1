"""The command `govreport show`: what a report says."""

import argparse
import shutil
from typing import Any

from govreport.command_line.options import add_source, read_source, status_of
from govreport.command_line.report_view import draw_report


def add_show(commands: Any) -> None:
    """Add the command to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "show",
        help="print what a report says",
        epilog="examples:\n  govreport show report.docx\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_source(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    document = read_source(options)
    width = max(shutil.get_terminal_size().columns, 40)
    for line in draw_report(document, width):
        print(line)
    return status_of(document)
