"""The commands `govreport convert` and `govreport normalize`: a report written in another format."""

import argparse
import io
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import govreport
from govreport.command_line.messages import counted, say
from govreport.command_line.options import FORMATS, add_source, read_source, status_of

if TYPE_CHECKING:
    from govreport.model.document import ReportDocument

STEPS = ("slips", "noise", "glosses", "spaces", "script", "punctuation")

_EXAMPLES = """\
examples:
  govreport convert report.html report.docx
  govreport convert - - --from tab --to json < tika.txt > report.json

The format read is detected from the content, the one written follows from the suffix: .docx,
.html, .htm, .json, .pipe.txt, .tab.txt. The name - stands for standard input or output.
"""
_NORMALIZE_EXAMPLES = """\
examples:
  govreport normalize scraped.txt report.docx --changes changes.json
"""


def add_convert(commands: Any) -> None:
    """Add the command `convert` to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "convert",
        help="write a report in another format",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_source(parser)
    _add_target(parser)
    parser.add_argument(
        "--normalize", action="store_true", help="repair the text before it is written"
    )
    parser.set_defaults(run=_run, step=None, changes=None)


def add_normalize(commands: Any) -> None:
    """Add the command `normalize` to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "normalize",
        help="repair a scraped report's text and write the report",
        epilog=_NORMALIZE_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_source(parser)
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
    parser.set_defaults(run=_run, normalize=True)


def _add_target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="TARGET", help="the file to write, or -")
    parser.add_argument(
        "--to", choices=FORMATS, help="the format to write (default: from the suffix of TARGET)"
    )


def _run(options: argparse.Namespace) -> int:
    if options.target == "-" and options.to is None:
        say("standard output has no suffix; name the format with --to")
        return 2
    document = read_source(options)
    if options.normalize:
        from govreport.command_line.normalizing import normalized

        document = normalized(document, options)
    if options.target == "-":
        buffer = io.BytesIO()
        govreport.write(document, buffer, options.to)
        sys.stdout.buffer.write(buffer.getvalue())
    else:
        govreport.write(document, options.target, options.to)
    _report_diagnostics(document)
    return status_of(document)


def _report_diagnostics(document: "ReportDocument") -> None:
    """Say on the standard error how many warnings there are, and of what sort, if any."""
    warnings = Counter(one.code for one in document.diagnostics if one.severity == "warning")
    if warnings:
        notes = len(document.diagnostics) - warnings.total()
        listed = ", ".join(f"{count} {code}" for code, count in warnings.most_common())
        say(
            f"{counted(warnings.total(), 'warning')} ({listed}) and"
            f" {counted(notes, 'note')}; govreport show lists them"
        )
