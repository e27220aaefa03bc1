"""The command `govreport`: `main` here, a module for each command, and what shows on a terminal.

A command's module is loaded when that command is called: scripts call it once a file.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import govreport
from govreport.command_line.messages import say
from govreport.errors import ReportError

_COMMANDS = {
    "convert": "convert",
    "normalize": "convert",
    "show": "show",
    "check": "check",
    "aggregate": "aggregate",
    "diff": "difference",
    "extract": "extract",
    "overview": "overview",
}
"""Each command with the module that adds it."""

_EXAMPLES = """\
examples:
  govreport convert report.html report.docx
  govreport convert - - --from tab --to json < tika.txt > report.json
  govreport normalize scraped.txt report.docx --changes changes.json
  govreport show report.docx
  govreport check report.docx --html findings.html
  govreport aggregate reports/ -o summary.docx --agency 青禾县 --year 2023
  govreport diff report-2022.docx report-2023.docx
  govreport extract reports/ -o dataset
  govreport overview dataset -o overview.html

The format read is detected from the content, the one written follows from the suffix: .docx,
.html, .htm, .json, .pipe.txt, .tab.txt. The name - stands for standard input or output.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    That is 0, 1 where `check` or `aggregate` has findings that fail or `diff` finds a difference, 2 for
    anything that went wrong, or 3 where a source that should be a report is none.

    `arguments` are those behind the program's name, by default the ones given to the process.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser(given[0] if given else "").parse_args(given)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has enough; what is still buffered must not be an error at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141  # 128 + SIGPIPE, as a shell reports it
    except ReportError as error:
        say(str(error))
        return 2
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        say(f"{place}{error.strerror or error}")
        return 2
    return status


def _parser(command: str) -> argparse.ArgumentParser:
    """Return the parser of one command, or of all where the first argument names none."""
    parser = argparse.ArgumentParser(
        prog="govreport",
        description="Read, show and convert 政府信息公开工作年度报告.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"govreport {govreport.__version__}"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in (command,) if command in _COMMANDS else _COMMANDS:
        module = import_module(f"govreport.command_line.{_COMMANDS[name]}")
        getattr(module, f"add_{name}")(commands)
    return parser
