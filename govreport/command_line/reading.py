"""Many reports read by a command: one that cannot be read costs a line, and the rest goes on."""

import os
from collections.abc import Iterable, Iterator, Sequence

import govreport
from govreport.command_line.messages import say
from govreport.errors import ReportError
from govreport.model.document import ReportDocument


def readings_of(
    names: Sequence[str],
    from_format: str | None = None,
    own: Iterable[str | None] = (),
    processes: int = 1,
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
    yield from govreport.read_many(sources, from_format, processes=processes)


def is_report(document: ReportDocument) -> bool:
    """Whether a document holds anything of the statute's form."""
    return not any(each.code == "not-a-report" for each in document.diagnostics)


def reason(error: ReportError | OSError) -> str:
    """Return what was wrong with a file, without its name."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)


def documents_below(
    names: Sequence[str], own: Iterable[str | None] = (), from_format: str | None = None
) -> tuple[list[tuple[str, ReportDocument | None]], bool]:
    """Return the reports below a summary by the names of their files, and whether all could be read.

    Each that cannot be read has no document, and a line on the standard error.
    """
    found: list[tuple[str, ReportDocument | None]] = []
    whole = True
    for reading in readings_of(names, from_format, own):
        if reading.error is not None:
            say(f"{os.fspath(reading.source)}: {reason(reading.error)}")
            whole = False
        found.append((os.fspath(reading.source), reading.document))
    return found, whole
