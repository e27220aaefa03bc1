"""The command `govreport overview`: many reports on one page to look at."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import govreport
from govreport.command_line.messages import say
from govreport.command_line.options import STANDARD_INPUT, shown_name
from govreport.command_line.output import write_page
from govreport.command_line.progress import progress
from govreport.pages import overview_page
from govreport.wording import Language

_EXAMPLES = """\
examples:
  govreport overview dataset -o overview.html
  govreport overview reports/ -o overview.html --lang zh

DATASET is a folder that `govreport extract` wrote, or a folder of reports, which are read first;
- is a report on standard input.
"""


def add_overview(commands: Any) -> None:
    """Add the command to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "overview",
        help="show many reports on one page",
        epilog=_EXAMPLES,
    )
    parser.add_argument("source", metavar="DATASET", help="a dataset, a folder of reports, or -")
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="the page, or -")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    folder = Path(options.source)
    language: Language = options.lang
    if options.source == STANDARD_INPUT:
        name = shown_name(STANDARD_INPUT, language)
        _show_read([(name, sys.stdin.buffer.read())], options)
    elif not folder.is_dir():
        say(
            f"{folder} is not a folder; name a dataset that extract wrote, or a folder of reports",
            language,
        )
        return 2
    elif any((folder / "reports").glob("part-*.parquet")):
        write_page(overview_page(govreport.overview(folder), language), options.output)
    else:
        _show_read(list(govreport.find_sources([folder])), options)
    return 0


def _show_read(sources: Sequence[str | tuple[str, bytes]], options: argparse.Namespace) -> None:
    """Read reports, and show what they hold."""
    language: Language = options.lang
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / "dataset"
        with progress(len(sources), language) as advance:
            govreport.extract(sources, target, progress=advance)
        write_page(overview_page(govreport.overview(target), language), options.output)
