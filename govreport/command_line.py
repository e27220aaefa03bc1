"""The command `govreport`: convert, show, check and compare reports."""

import argparse
import io
import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

import govreport
from govreport.commands import add_check, add_diff, add_extract, add_overview
from govreport.commands.output import status_of
from govreport.errors import ReportError
from govreport.model.document import ReportDocument
from govreport.targets import replace_file
from govreport.terminal import counted, draw_report, visible

FORMATS = ("docx", "html", "pipe", "tab", "json")
READ_FORMATS = (*FORMATS, "doc", "odt", "pdf", "mht", "wordxml")
STEPS = ("slips", "noise", "glosses", "spaces", "script", "punctuation")

_EXAMPLES = """\
examples:
  govreport convert report.html report.docx
  govreport convert - - --from tab --to json < tika.txt > report.json
  govreport normalize scraped.txt report.docx --changes changes.json
  govreport show report.docx
  govreport check report.docx --html findings.html
  govreport diff report-2022.docx report-2023.docx
  govreport extract reports/ -o dataset

The format read is detected from the content, the one written follows from the suffix: .docx,
.html, .htm, .json, .pipe.txt, .tab.txt. The name - stands for standard input or output.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    That is 0, 1 where `check` has findings that fail or `diff` finds a difference, 2 for
    anything that went wrong, or 3 where a source that should be a report is none.

    `arguments` are those behind the program's name, by default the ones given to the process.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has enough; what is still buffered must not be an error at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141  # 128 + SIGPIPE, as a shell reports it
    except ReportError as error:
        return _failed(str(error))
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _failed(f"{place}{error.strerror or error}")
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="govreport",
        description="Read, show and convert 政府信息公开工作年度报告.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"govreport {version('govreport')}"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    convert = commands.add_parser(
        "convert",
        help="write a report in another format",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_source(convert)
    _add_target(convert)
    convert.add_argument(
        "--normalize", action="store_true", help="repair the text before it is written"
    )
    convert.set_defaults(run=_convert, step=None, changes=None)
    _add_normalize(commands)
    show = commands.add_parser(
        "show",
        help="print what a report says",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_source(show)
    show.set_defaults(run=_show)
    add_check(commands)
    add_diff(commands)
    add_extract(commands)
    add_overview(commands)
    return parser


def _add_source(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="the file to read, or -")
    parser.add_argument(
        "--from",
        dest="from_format",
        choices=READ_FORMATS,
        help="the format of SOURCE (default: told from its content)",
    )


def _add_target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="TARGET", help="the file to write, or -")
    parser.add_argument(
        "--to", choices=FORMATS, help="the format to write (default: from the suffix of TARGET)"
    )


def _add_normalize(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "normalize", help="repair a scraped report's text and write the report"
    )
    _add_source(parser)
    _add_target(parser)
    parser.add_argument(
        "--step",
        action="extend",
        nargs="+",
        choices=STEPS,
        metavar="STEP",
        help=f"run these steps only, among {', '.join(STEPS)}",
    )
    parser.add_argument("--changes", metavar="FILE", help="write every change as JSON to FILE")
    parser.set_defaults(run=_convert, normalize=True)


def _convert(options: argparse.Namespace) -> int:
    if options.target == "-" and options.to is None:
        return _failed("standard output has no suffix; name the format with --to")
    document = _read(options)
    if options.normalize:
        document = _normalized(document, options)
    if options.target == "-":
        buffer = io.BytesIO()
        govreport.write(document, buffer, options.to)
        sys.stdout.buffer.write(buffer.getvalue())
    else:
        govreport.write(document, options.target, options.to)
    _report_diagnostics(document)
    return status_of(document)


def _normalized(document: ReportDocument, options: argparse.Namespace) -> ReportDocument:
    """Return the document repaired; write the changes where asked, say how many there are."""
    result = govreport.normalize(document, options.step)
    if options.changes:
        replace_file(Path(options.changes), _changes_as_json(result.changes).encode("utf-8"))
    found = Counter(one.code for one in result.findings)
    left = "".join(f"; {count} {code} left" for code, count in found.most_common())
    print(f"govreport: {counted(len(result.changes), 'change')}{left}", file=sys.stderr)
    return result.document


def _changes_as_json(changes: Iterable["govreport.Change"]) -> str:
    lines = ",\n".join(
        json.dumps(
            {
                "step": change.step,
                "where": change.where,
                "before": change.before,
                "after": change.after,
            },
            ensure_ascii=False,
        )
        for change in changes
    )
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def _show(options: argparse.Namespace) -> int:
    document = _read(options)
    width = max(shutil.get_terminal_size().columns, 40)
    for line in draw_report(document, width):
        print(line)
    return status_of(document)


def _read(options: argparse.Namespace) -> ReportDocument:
    source: str | BinaryIO = sys.stdin.buffer if options.source == "-" else options.source
    return govreport.read(source, options.from_format)


def _report_diagnostics(document: ReportDocument) -> None:
    """Say on the standard error how many warnings there are, and of what sort, if any."""
    warnings = Counter(one.code for one in document.diagnostics if one.severity == "warning")
    if warnings:
        notes = len(document.diagnostics) - warnings.total()
        listed = ", ".join(f"{count} {code}" for code, count in warnings.most_common())
        print(
            f"govreport: {counted(warnings.total(), 'warning')} ({listed}) and"
            f" {counted(notes, 'note')}; govreport show lists them",
            file=sys.stderr,
        )


def _failed(message: str) -> int:
    line = " ".join(visible(message).split())
    print(f"govreport: {line}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
