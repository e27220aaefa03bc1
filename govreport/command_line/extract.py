"""The command `govreport extract`: the figures of many reports as tables."""

import argparse
import codecs
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import govreport
from govreport.command_line.messages import counted, say
from govreport.command_line.options import STANDARD_INPUT, add_processes, are_there
from govreport.command_line.progress import progress
from govreport.wording import Language, localized

_EXAMPLES = """\
examples:
  govreport extract reports/ -o dataset
  govreport extract 'reports/2023/*.docx' scraped.zip -o facts.csv
  find /data -name '*.html' | govreport extract - -o dataset --processes 8
  govreport extract reports/ -o dataset --resume

OUT is a folder, which then holds Parquet files, or a file that ends in .csv, .jsonl, .xlsx, .sqlite
or .duckdb. A list has one name a line, or NULs between them (find -print0). The tables are reports
(one row a source), facts (one row a cell), diagnostics, and quarantine (what could not be read or
is not a report).

The exit status is 0 if every source is a report, 3 if some are in the quarantine, and 2 if
nothing was done.
"""


def add_extract(commands: Any) -> None:
    """Add the command to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "extract",
        help="write the figures of many reports as tables",
        epilog=_EXAMPLES,
    )
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="a file, folder, pattern, ZIP archive or URL, or - for a list on standard input",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help="where to write; - prints the facts as CSV",
    )
    add_processes(parser, os.cpu_count() or 1, "one for each processor")
    parser.add_argument("--resume", action="store_true", help="continue an interrupted run")
    parser.set_defaults(run=_run, parser=parser)


def _run(options: argparse.Namespace) -> int:
    language: Language = options.lang
    if not are_there(options.sources, language):
        return 2
    found_sources = govreport.find_sources(_named(options.sources))
    sources = list(_without(options.output, found_sources))
    if not sources:
        named = " ".join(options.sources)
        say(f"there is no file in {named}; name files, or folders that hold some", language)
        return 2
    if options.output != "-":
        return _extracted(sources, options.output, options)
    if options.resume:
        options.parser.error("standard output cannot be resumed; leave --resume out")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "facts.csv"
        status = _extracted(sources, str(target), options)
        sys.stdout.buffer.write(target.read_bytes())
    return status


def _extracted(sources: list[str], target: str, options: argparse.Namespace) -> int:
    """Write the tables, report on the sources, and return the exit status."""
    language: Language = options.lang
    with progress(len(sources), language) as advance:
        found = govreport.extract(
            sources,
            target,
            processes=min(options.processes, len(sources)),
            resume=options.resume,
            progress=advance,
        )
    kept = f", {found.reused} of them read before" if found.reused else ""
    aside = f", {found.quarantined} set aside" if found.quarantined else ""
    place = localized("standard output", language) if options.output == "-" else target
    say(f"{place}: {counted(found.sources, 'source')}{kept}{aside}", language)
    return 3 if found.quarantined else 0


def _without(output: str, sources: Iterable[str]) -> Iterator[str]:
    """Yield the sources without parts of the dataset itself, which may be among them."""
    own = tuple(os.path.abspath(output) + end for end in (os.sep, f".parts{os.sep}"))  # noqa: PTH100
    for source in sources:
        if not os.path.abspath(source).startswith(own):  # noqa: PTH100 - a link is a name of its own
            yield source


def _named(sources: list[str]) -> Iterator[str]:
    for source in sources:
        if source == STANDARD_INPUT:
            yield from _listed(sys.stdin.buffer.read())
        else:
            yield source


def _listed(data: bytes) -> Iterator[str]:
    """Yield the names of a list: one a line or, where it holds NULs, as of `find -print0`, between them.

    Names are bytes, because a file name need not be in the encoding of the locale.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    names = data.split(b"\0") if b"\0" in data else data.splitlines()
    yield from (os.fsdecode(name) for name in names if name)
