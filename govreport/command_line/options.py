"""The options that commands share, and reading the reports that they name."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import govreport
from govreport.command_line.messages import behind_name, say, told
from govreport.errors import ReportError
from govreport.model.document import ReportDocument
from govreport.wording import Language, language_of, localized, phrase

FORMATS = ("docx", "html", "pipe", "tab", "json")
READ_FORMATS = (*FORMATS, "doc", "odt", "pdf", "mht", "wordxml", "xlsx")

Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What a command adds its parser to."""

STANDARD_INPUT = "-"
PRINTED = ".pdf"
"""The suffix of what LibreOffice lays out, which is no format that converts exactly."""
_ARCHIVE = ".zip"


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the options about the format and encoding of a command's sources."""
    parser.add_argument(
        "--from",
        dest="from_format",
        choices=READ_FORMATS,
        metavar="FORMAT",
        help=f"the format of the source: one of {', '.join(READ_FORMATS)}"
        " (default: detected from its content)",
    )
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help="the encoding of a page or text, as declared in its HTTP or mail header, such as gb18030",
    )


def add_processes(
    parser: argparse.ArgumentParser, usual: int = 1, called: str | None = None
) -> None:
    """Add how many files are read at a time; `called` is what the usual number is in words."""
    parser.add_argument(
        "--processes",
        type=_positive,
        default=usual,
        metavar="N",
        help=f"how many files are read at a time (default: {called or usual})",
    )


def add_roster(parser: argparse.ArgumentParser) -> None:
    """Add the offices that have to report, and what becomes of a sum if some have not."""
    parser.add_argument("--roster", metavar="CSV", help="the offices that have to report, or -")
    parser.add_argument(
        "--partial",
        action="store_true",
        help="sum up the reports that were found, even if some are missing",
    )


def add_fail_on(parser: argparse.ArgumentParser, usual: str) -> None:
    """Add from which severity on what is found makes the exit status 1."""
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning"),
        default=usual,
        help=f"the lowest severity for which the exit status is 1 (default: {usual})",
    )


def roster_of(options: argparse.Namespace) -> list[str] | None:
    """Return the offices of the roster that is named, None where none is."""
    return govreport.read_roster(opened(options.roster)) if options.roster else None


def once(options: argparse.Namespace, *names: str | None) -> None:
    """End the command where standard input is named more than once, for it can be read once only."""
    if names.count(STANDARD_INPUT) > 1:
        options.parser.error("standard input can be read once only; name files for the rest")


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes; give 1 or more")
    return int(text)


def year(text: str) -> int:
    """Return the year that an argument names."""
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a year; write its four digits, such as 2024"
        )
    return int(text)


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Add the files and folders that a command reads, and their format."""
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="a file, folder, pattern, ZIP archive or URL to read, or - for standard input",
    )
    add_reading(parser)


def read_report(
    name: str, from_format: govreport.Format | None, encoding: str | None = None
) -> ReportDocument:
    """Return the report of a path, or of standard input for `-`; errors name the file."""
    try:
        return _report(name, from_format, encoding)
    except ReportError as error:
        if str(error).startswith(name):
            raise
        raise type(error)(f"{name}: {error}") from error


def say_no_report(name: str, language: Language | None = None) -> None:
    """Print on the standard error that a file is not a report, in the environment's language."""
    language = language or language_of()
    say(
        behind_name(shown_name(name, language), phrase("no_report", language), language), language
    )


def _report(
    name: str, from_format: govreport.Format | None, encoding: str | None
) -> ReportDocument:
    if _is_plain(name):
        return govreport.read(opened(name), from_format, charset=encoding)
    (reading,) = govreport.read_many([name], from_format, charset=encoding)
    if reading.error is not None:
        raise reading.error
    return reading.document


class Readings:
    """The reports that a command line names, read one after the other.

    A file that cannot be read gives one line that names it, and the others are still read. `status`
    is the exit status so far: 2 if something went wrong, else 3 if a source is not a report, else
    0.
    """

    def __init__(
        self,
        options: argparse.Namespace,
        names: list[str],
        advance: Callable[[int], object] | None = None,
    ) -> None:
        """Take the options, the sources, and what is called after each of them."""
        self._options = options
        self._advance = advance
        self.names = names
        self.status = 0
        if not names:
            named = " ".join(options.sources)
            say(
                f"there is no file in {named}; name files, or folders that hold some",
                options.lang,
            )
            self.status = 2

    def __iter__(self) -> Iterator[tuple[str, ReportDocument]]:
        options = self._options
        for name in self.names:
            try:
                document = _report(name, options.from_format, options.encoding)
            except (ReportError, OSError) as error:
                self.failed(error, name)
            else:
                self.status = self.status or status_of(document)
                yield name, document
            if self._advance is not None:
                self._advance(1)

    def failed(self, error: ReportError | OSError, name: str) -> None:
        """Print what went wrong with a file that is read or written."""
        language = self._options.lang
        say(told(error, language, shown_name(name, language)), language)
        self.status = 2


def named_sources(named: Sequence[str]) -> list[str]:
    """Return the files that a command line names, those of folders, patterns and archives too."""
    if all(map(_is_plain, named)):
        return list(named)
    return list(govreport.find_sources(named))


def are_there(named: Sequence[str], language: Language) -> bool:
    """Whether what is named on the command line is there; what is not is said.

    A list on standard input may name files that are gone since: those are set aside.
    """
    missing = [
        name
        for name in named
        if name != STANDARD_INPUT and "://" not in name and not _exists(name)
    ]
    for name in missing:
        say(f"{name}: there is no such file or folder; correct its name", language)
    return not missing


def _exists(name: str) -> bool:
    """Whether a name is there, or leads to something in an archive or as a pattern."""
    if os.path.lexists(name):
        return True
    inside = any(os.path.isfile(parent) for parent in Path(name).parents)  # noqa: PTH113
    return any(each != name or inside for each in govreport.find_sources([name]))


def shown_name(name: str, language: Language) -> str:
    """Return the name of a source in a message."""
    return localized("standard input", language) if name == STANDARD_INPUT else name


def is_source(target: str, source: str) -> bool:
    """Whether a file to be written is the one that was read, by whatever names."""
    read, written = Path(source), Path(target)
    return read.exists() and written.exists() and written.samefile(read)


def is_report(document: ReportDocument) -> bool:
    """Whether a document holds anything of the statute's form."""
    return not any(each.code == "not-a-report" for each in document.diagnostics)


def status_of(*documents: ReportDocument, found: bool = False) -> int:
    """Return the exit status of a command that was asked for reports.

    It is 3 if a source holds no report, else 1 if something was found, else 0.
    """
    return int(found) if all(map(is_report, documents)) else 3


def write_as(
    document: ReportDocument, target: str, format: govreport.WrittenFormat | None = None
) -> None:
    """Write a document to a path; without a format one that ends in .pdf is laid out by LibreOffice."""
    if format is None and target.lower().endswith(PRINTED):
        govreport.write_pdf(document, target)
    else:
        govreport.write(document, target, format)


def _is_plain(name: str) -> bool:
    """Whether a name is that of standard input or of one file, as most are."""
    if name == STANDARD_INPUT:
        return True
    return not name.lower().endswith(_ARCHIVE) and Path(name).is_file()


def opened(name: str) -> str | BinaryIO:
    """Return what a name stands for: standard input, or a path."""
    return sys.stdin.buffer if name == STANDARD_INPUT else os.fspath(name)
