"""The command `govreport`: `main` here, a module for each command, and the terminal output.

A command's module is loaded when that command is called, because scripts call it once per file.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import govreport
from govreport.command_line.messages import say, told
from govreport.command_line.parser import Parser
from govreport.errors import ReportError
from govreport.wording import LANGUAGES, Language, language_of

_COMMANDS = {
    "convert": "convert",
    "normalize": "convert",
    "show": "show",
    "check": "check",
    "aggregate": "aggregate",
    "diff": "difference",
    "extract": "extract",
    "overview": "overview",
    "form": "form",
    "fill": "form",
    "publish": "publish",
}
"""Each command with the module that adds it."""

_EXAMPLES = """\
examples:
  govreport convert report.html report.docx
  govreport convert *.docx --to html --out pages
  govreport convert - - --from tab --to json < tika.txt > report.json
  govreport normalize scraped.txt report.docx --changes changes.json
  govreport show report.docx
  govreport check report.docx --html findings.html
  govreport aggregate reports/ -o summary.docx --agency 青禾县 --year 2023
  govreport diff report-2022.docx report-2023.docx
  govreport extract reports/ -o dataset
  govreport overview dataset -o overview.html
  govreport form 青禾县云岭镇人民政府 2024 -o form.xlsx
  govreport fill form.xlsx -o report.docx --previous report-2023.docx
  govreport publish report.docx -o site/

The format of a source is detected from its content; the format to write follows from the suffix: .docx,
.html, .htm, .json, .pipe.txt, .tab.txt. The name - stands for standard input or output.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    That is 0, 1 where `check` or `aggregate` has findings that fail, `diff` finds a difference or a
    form that `fill` read has errors, 2 for
    anything that went wrong, or 3 if a source that should be a report is not one.

    `arguments` are those after the program's name, by default the ones given to the process.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(given)
    try:
        options = _parser(given, language).parse_args(given)
        if not hasattr(options, "lang") or _named_language(given):
            options.lang = language
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of the output closed it; the rest of the buffer must not be an error at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141  # 128 + SIGPIPE, as a shell reports it
    except (ReportError, OSError) as error:
        say(told(error, language), language)
        return 2
    except KeyboardInterrupt:
        say("interrupted", language)
        return 130  # 128 + SIGINT
    return status


def _language(given: Sequence[str]) -> Language:
    """Return the language that `--lang` names before or after the command, else the usual one."""
    return language_of(_named_language(given))


def _named_language(given: Sequence[str]) -> str | None:
    named = None
    for at, argument in enumerate(given):
        if argument == "--":
            break
        if argument == "--lang":
            named = given[at + 1] if at + 1 < len(given) else None
        elif argument.startswith("--lang="):
            named = argument.removeprefix("--lang=")
    return named if named in LANGUAGES else None


def _command(given: Sequence[str]) -> str | None:
    """Return the command that the arguments name, None if their first word is not one."""
    rest = iter(given)
    for argument in rest:
        if argument == "--lang":
            next(rest, None)
        elif not argument.startswith("--lang="):
            return argument if argument in _COMMANDS else None
    return None


def _parser(given: Sequence[str], language: Language) -> argparse.ArgumentParser:
    """Return the parser of the named command, or of all if none is named."""
    named = _command(given)
    parser = Parser(
        language=language,
        prog="govreport",
        description="Read, show and convert 政府信息公开工作年度报告.",
        epilog=_EXAMPLES,
    )
    parser.add_argument(
        "--version", action="version", version=f"govreport {govreport.__version__}"
    )
    _add_language(parser)
    if "--print-completion" in given or named is None:
        from govreport.command_line.completion import SHELLS, PrintCompletion

        parser.add_argument(
            "--print-completion",
            choices=SHELLS,
            action=PrintCompletion,
            help="print a script that completes commands, options and files in a shell",
        )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in _COMMANDS if named is None else (named,):
        module = import_module(f"govreport.command_line.{_COMMANDS[name]}")
        getattr(module, f"add_{name}")(commands)
        commands.choices[name].language = language
        _add_language(commands.choices[name])
    return parser


def _add_language(parser: argparse.ArgumentParser) -> None:
    if parser.get_default("lang") is not None:
        return  # a command whose language is by default not that of the locale has its own option
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,  # so that the command's default does not undo what came before
        help="the language of help, output and errors (default: that of GOVREPORT_LANG, else of the locale)",
    )
