"""Reads many reports for a command: one that cannot be read costs a line, and the rest goes on."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

import govreport
from govreport.command_line.messages import say, told
from govreport.command_line.options import STANDARD_INPUT, shown_name
from govreport.errors import ReportError
from govreport.model.document import ReportDocument
from govreport.wording import Language, localized


def readings_of(
    names: Sequence[str],
    from_format: govreport.Format | None = None,
    own: Iterable[str | None] = (),
    processes: int = 1,
    encoding: str | None = None,
) -> Iterator["govreport.Reading"]:
    """Yield the reading of every file that names stand for: files, folders, patterns, archives,
    and `-` for standard input.

    `own` are files that the command itself writes, which may lie in the folders that it reads.
    """
    written = {os.path.abspath(name) for name in own if name}  # noqa: PTH100 - a link is a name of its own
    sources = (
        (source, sys.stdin.buffer.read()) if source == STANDARD_INPUT else source
        for source in govreport.find_sources(names)
        if source == STANDARD_INPUT or os.path.abspath(source) not in written  # noqa: PTH100
    )
    yield from govreport.read_many(sources, from_format, processes=processes, charset=encoding)


def reason(error: ReportError | OSError | None, language: Language) -> str:
    """Return what was wrong with a file, without its name."""
    if isinstance(error, ReportError):
        return error.localized(language)
    return localized((error and error.strerror) or str(error), language)


def documents_below(
    names: Sequence[str],
    language: Language,
    own: Iterable[str | None] = (),
    from_format: govreport.Format | None = None,
    encoding: str | None = None,
) -> tuple[list[tuple[str, ReportDocument | None]], bool]:
    """Return the reports below a summary by the names of their files, and whether all could be read.

    Each that cannot be read has no document, and a line on the standard error.
    """
    found: list[tuple[str, ReportDocument | None]] = []
    whole = True
    for reading in readings_of(names, from_format, own, encoding=encoding):
        name = shown_name(os.fspath(reading.source), language)
        if reading.error is not None:
            say(told(reading.error, language, name), language)
            whole = False
        found.append((name, reading.document))
    return found, whole
