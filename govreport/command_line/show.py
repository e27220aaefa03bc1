"""The command `govreport show`: what reports say."""

import argparse
from typing import Any

from govreport.command_line.messages import visible
from govreport.command_line.options import Readings, add_sources, named_sources, shown_name
from govreport.command_line.report_view import draw_report
from govreport.command_line.terminal import terminal_width

_EXAMPLES = """\
examples:
  govreport show report.docx
  govreport show reports/ | less
  curl -s https://example.org/report.html | govreport show - --encoding gb18030

The exit status is 0 if every source is a report, 2 if one could not be read, and 3 if a
source is not a report.
"""


def add_show(commands: Any) -> None:
    """Add the command to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "show", help="show what reports contain", epilog=_EXAMPLES
    )
    add_sources(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    readings = Readings(options, named_sources(options.sources))
    for position, (name, document) in enumerate(readings):
        if len(readings.names) > 1:
            if position:
                print()
            print(f"== {visible(shown_name(name, options.lang))} ==")
        for line in draw_report(document, terminal_width(), options.lang):
            print(line)
    return readings.status
