"""The commands `govreport convert` and `govreport normalize`: reports written in other formats."""

import argparse
import io
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import govreport
from govreport.command_line.messages import counted, say
from govreport.command_line.options import (
    FORMATS,
    STANDARD_INPUT,
    Readings,
    add_sources,
    is_report,
    is_source,
    named_sources,
    write_as,
)
from govreport.errors import ReportError, UnwritableDocumentError
from govreport.wording import Language

if TYPE_CHECKING:
    from govreport.model.document import ReportDocument

STEPS = ("slips", "noise", "glosses", "spaces", "script", "punctuation")

_EXAMPLES = """\
examples:
  govreport convert report.html report.docx
  govreport convert *.docx --to html --out pages
  govreport convert reports/ --to docx --to json --out converted
  govreport convert - - --from tab --to json < tika.txt > report.json

The format of a source is detected from its content; the format to write follows from the suffix: .docx,
.html, .htm, .json, .pipe.txt, .tab.txt. The name - stands for standard input or output.

A TARGET that ends in .pdf is laid out by LibreOffice.

The exit status is 0 if every source was written, 2 if one could not be read or written, and
3 if a source is not a report.
"""
_USAGE = """\
govreport convert [options] SOURCE TARGET
       govreport convert [options] SOURCE ... --to FORMAT --out FOLDER"""
_NORMALIZE_USAGE = """\
govreport normalize [options] SOURCE TARGET
       govreport normalize [options] SOURCE ... --to FORMAT --out FOLDER"""
_NORMALIZE_EXAMPLES = """\
examples:
  govreport normalize scraped.txt report.docx --changes changes.json
  govreport diff scraped.txt report.docx --html repaired.html
  govreport normalize scraped/ --to docx --out repaired

The exit status is 0 if every source was written, 2 if one could not be read or written, and
3 if a source is not a report.
"""


def add_convert(commands: Any) -> None:
    """Add the command `convert` to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "convert",
        help="write reports in another format",
        epilog=_EXAMPLES,
        usage=_USAGE,
    )
    _add_files(parser)
    parser.add_argument(
        "--normalize", action="store_true", help="repair the text before it is written"
    )
    parser.set_defaults(run=_run, parser=parser, step=None, changes=None)


def add_normalize(commands: Any) -> None:
    """Add the command `normalize` to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "normalize",
        help="repair the text of scraped reports and write them",
        epilog=_NORMALIZE_EXAMPLES,
        usage=_NORMALIZE_USAGE,
    )
    _add_files(parser)
    parser.add_argument(
        "--step",
        action="extend",
        nargs="+",
        choices=STEPS,
        metavar="STEP",
        help=f"run only these steps, out of {', '.join(STEPS)}",
    )
    parser.add_argument(
        "--changes", metavar="FILE", help="write every change as JSON to FILE, or -"
    )
    parser.set_defaults(run=_run, parser=parser, normalize=True)


def _add_files(parser: argparse.ArgumentParser) -> None:
    add_sources(parser)
    parser.add_argument(
        "--to",
        action="extend",
        type=_formats,
        metavar="FORMAT",
        help=f"the format to write: one of {', '.join(FORMATS)}; may be repeated with --out"
        " (default: from the suffix of TARGET)",
    )
    parser.add_argument(
        "-o",
        "--out",
        metavar="FOLDER",
        help="write into this folder, under the names of the sources",
    )


def _formats(text: str) -> list[str]:
    formats = [each for each in text.split(",") if each]
    for each in formats:
        if each not in FORMATS:
            raise argparse.ArgumentTypeError(
                f"there is no format {each!r}; the formats are {', '.join(FORMATS)}"
            )
    return formats


def _run(options: argparse.Namespace) -> int:
    formats: list[govreport.WrittenFormat] = list(dict.fromkeys(options.to or ()))
    if options.out is None:
        return _converted_one(options, formats)
    if not formats:
        options.parser.error("name the format to write with --to")
    if options.changes:
        options.parser.error("--changes is for one source and its target")
    return _converted_all(options, formats)


def _converted_one(options: argparse.Namespace, formats: list[govreport.WrittenFormat]) -> int:
    """Convert a source to the target named after it."""
    if len(options.sources) != 2:
        options.parser.error("name one source and one target, or a folder for many with --out")
    if len(formats) > 1:
        options.parser.error("several formats are written into a folder; name it with --out")
    *options.sources, target = options.sources
    if target == STANDARD_INPUT and not formats:
        say("standard output has no suffix; name the format with --to", options.lang)
        return 2
    readings = Readings(options, named_sources(options.sources))
    if len(readings.names) > 1:
        options.parser.error("name one source and one target, or a folder for many with --out")
    for name, document in readings:
        if is_source(target, name):
            readings.failed(
                UnwritableDocumentError(f"{target} is the source itself; name another file"),
                target,
            )
            continue
        made = _prepared(document, options)
        if _is_written(readings, made, target, formats[0] if formats else None):
            _report_diagnostics(made, options.lang)
    return readings.status


def _converted_all(options: argparse.Namespace, formats: list[govreport.WrittenFormat]) -> int:
    """Convert each source into files of its name in a folder; print how many there are."""
    from govreport.command_line.output_names import NamedSources, OutputNames
    from govreport.command_line.progress import progress

    sources = NamedSources(options.sources)
    targets = OutputNames(options.out, sources)
    written = doubtful = 0
    with progress(len(sources.below), options.lang) as advance:
        readings = Readings(options, list(sources.names()), advance)
        for name, document in readings:
            if not is_report(document):
                say(
                    f"{name}: the source holds no statutory section and no statutory table",
                    options.lang,
                )
            made = _prepared(document, options, name)
            doubtful += any(one.severity == "warning" for one in made.diagnostics)
            for each in formats:
                try:
                    target = targets.target(name, each)
                except ReportError as error:
                    readings.failed(error, name)
                    continue
                written += _is_written(readings, made, target, each, in_folder=True)
    if readings.names:
        say(f"{options.out}: {_summary(written, doubtful)}", options.lang)
    return readings.status


def _summary(written: int, doubtful: int) -> str:
    files = "1 file written" if written == 1 else f"{written} files written"
    if not doubtful:
        return files
    if doubtful == 1:
        return f"{files}; 1 source with warnings, which govreport show lists"
    return f"{files}; {doubtful} sources with warnings, which govreport show lists"


def _prepared(
    document: "ReportDocument", options: argparse.Namespace, name: str = ""
) -> "ReportDocument":
    if not options.normalize:
        return document
    from govreport.command_line.normalizing import normalized

    return normalized(document, options, name)


def _is_written(
    readings: Readings,
    document: "ReportDocument",
    target: str,
    format: govreport.WrittenFormat | None,
    *,
    in_folder: bool = False,
) -> bool:
    """Write a document and return whether that succeeded; print an error."""
    try:
        if target == STANDARD_INPUT:
            buffer = io.BytesIO()
            govreport.write(document, buffer, format)
            sys.stdout.buffer.write(buffer.getvalue())
        else:
            if in_folder:
                Path(target).parent.mkdir(parents=True, exist_ok=True)
            write_as(document, target, format)
    except BrokenPipeError:
        raise
    except (ReportError, OSError) as error:
        readings.failed(error, target)
    else:
        return True
    return False


def _report_diagnostics(document: "ReportDocument", language: Language) -> None:
    """Print on the standard error how many warnings there are, and of what kind, if any."""
    warnings = Counter(one.code for one in document.diagnostics if one.severity == "warning")
    if warnings:
        notes = len(document.diagnostics) - warnings.total()
        listed = ", ".join(f"{count} {code}" for code, count in warnings.most_common())
        say(
            f"{counted(warnings.total(), 'warning')} ({listed}) and"
            f" {counted(notes, 'note')}; govreport show lists them",
            language,
        )
