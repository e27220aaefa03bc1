"""Many reports read by a command: one that cannot be read costs a line, and the rest goes on."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import govreport
from govreport.command_line.messages import say, told
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
    """Yield the reading of every file that names stand for: files, folders, patterns, archives.

    `own` are files that the command itself writes, which may lie in the folders that it reads.
    """
    written = {os.path.abspath(name) for name in own if name}  # noqa: PTH100 - a link is a name of its own
    sources = (
        source
        for source in govreport.find_sources(names)
        if os.path.abspath(source) not in written  # noqa: PTH100
    )
    yield from govreport.read_many(sources, from_format, processes=processes, charset=encoding)


def is_report(document: ReportDocument) -> bool:
    """Whether a document holds anything of the statute's form."""
    return not any(each.code == "not-a-report" for each in document.diagnostics)


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
        if reading.error is not None:
            say(told(reading.error, language, os.fspath(reading.source)), language)
            whole = False
        found.append((os.fspath(reading.source), reading.document))
    return found, whole


def are_there(named: list[str], language: Language) -> bool:
    """Whether what is named on the command line is there; what is not is said.

    A list on standard input may name files that are gone since: those are set aside.
    """
    missing = [
        name
        for name in named
        if name != "-" and "://" not in name and next(_existing(name), None) is None
    ]
    for name in missing:
        say(f"{name}: there is no such file or folder; correct its name", language)
    return not missing


def _existing(name: str) -> Iterator[str]:
    """Yield a name that is there, or what it leads to in an archive or as a pattern."""
    if os.path.lexists(name):
        yield name
        return
    inside = any(os.path.isfile(parent) for parent in Path(name).parents)  # noqa: PTH113
    found = govreport.find_sources([name])
    yield from (each for each in found if each != name or inside)
