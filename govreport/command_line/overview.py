"""The command `govreport overview`: many reports on one page to look at."""

import argparse
import tempfile
from pathlib import Path
from typing import Any

import govreport
from govreport.command_line.messages import say
from govreport.command_line.output import language_of, write_page
from govreport.pages import overview_page

_EXAMPLES = """\
examples:
  govreport overview dataset -o overview.html
  govreport overview reports/ -o overview.html --lang zh

DATASET is a folder that `govreport extract` wrote, or a folder of reports, which are read first.
"""


def add_overview(commands: Any) -> None:
    """Add the command to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "overview",
        help="show many reports on one page",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("source", metavar="DATASET", help="a dataset, or a folder of reports")
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="the page, or -")
    parser.add_argument("--lang", choices=("zh", "en"), help="language (default: of the locale)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    folder = Path(options.source)
    language = language_of(options.lang)
    if not folder.is_dir():
        say(f"{folder} is no folder; name a dataset that extract wrote, or a folder of reports")
        return 2
    if any((folder / "reports").glob("part-*.parquet")):
        write_page(overview_page(govreport.overview(folder), language), options.output)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / "dataset"
        govreport.extract(govreport.find_sources([folder]), target)
        write_page(overview_page(govreport.overview(target), language), options.output)
    return 0
