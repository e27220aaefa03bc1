"""Reads many reports, in several processes if wished; an error in one does not stop the rest."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import chain, islice
from typing import TypeAlias

from govreport.conversion import read_named
from govreport.detection import Format
from govreport.errors import ReportError, UnreadableSourceError
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.document import ReportDocument
from govreport.processes import worked_on
from govreport.sources import SourceName, bytes_of, each_of, name_of

_CHUNK = 8
"""So many files are given to a process at a time, so that handing them over costs little."""


@dataclass(frozen=True, slots=True)
class Read:
    """A source that was read: its document.

    `digest` is the SHA-256 of its bytes, `format` the one that it was read as. `error` is None.
    """

    source: str | os.PathLike[str]
    document: ReportDocument
    digest: str = ""
    format: str = ""
    error: None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that was not read: the error that reading it raised.

    `digest` is the SHA-256 of its bytes, blank if there are none. `document` is None.
    """

    source: str | os.PathLike[str]
    error: ReportError | OSError
    digest: str = ""
    document: None = None


Reading: TypeAlias = Read | Unreadable
"""The result for one source of many; `match` or `reading.error is None` tells which kind."""


def read_many(
    sources: SourceName | Iterable[SourceName],
    format: Format | None = None,
    limits: Limits = DEFAULT_LIMITS,
    processes: int = 1,
    charset: str | None = None,
) -> Iterator[Reading]:
    """Yield the result of reading each source, in order: `Read` or `Unreadable`.

    A source is a path, a path into a ZIP archive (`reports.zip/2023/a.docx`), a pair of a name
    and bytes, or, with the extra `fsspec`, a URL. One that cannot be read yields its error and
    does not stop the others. `sources` may be endless: no more are requested than are about to be
    read. `format`, `limits` and `charset` are as for `read`. With several `processes` files are read at the
    same time; if Python starts processes afresh, as on Windows and macOS, the caller's main module
    must be importable (guarded by `if __name__ == "__main__"`). If a process dies, only
    the file that it was reading is lost; it yields an `UnreadableSourceError`.

    Raises `ValueError` for less than one process.
    """
    if processes < 1:
        raise ValueError(f"read_many needs at least one process, not {processes}")
    sources = each_of(sources)
    if processes == 1:
        return (_reading(source, format, limits, charset) for source in sources)
    readings = worked_on(
        in_chunks(sources, _CHUNK),
        partial(_readings, format=format, limits=limits, charset=charset),
        _died,
        processes,
    )
    return chain.from_iterable(readings)


def in_chunks(sources: Iterable[SourceName], size: int) -> Iterator[list[SourceName]]:
    """Yield the sources in lists of so many, the last perhaps shorter."""
    remaining = iter(sources)
    while chunk := list(islice(remaining, size)):
        yield chunk


def death_of(source: SourceName, death: BaseException) -> UnreadableSourceError:
    """Return the error for a source whose reading ended its process."""
    error = UnreadableSourceError(
        f"the process that read {name_of(source)} died, perhaps because memory ran out;"
        " lower the limits, or read the file by itself to see more"
    )
    error.__cause__ = death
    return error


def _died(source: SourceName, death: BaseException) -> list[Reading]:
    return [Unreadable(_called(source), death_of(source, death))]


def _readings(
    sources: list[SourceName], format: Format | None, limits: Limits, charset: str | None
) -> list[Reading]:
    return [_reading(source, format, limits, charset) for source in sources]


def _reading(
    source: SourceName, format: Format | None, limits: Limits, charset: str | None
) -> Reading:
    name, digest = name_of(source), ""
    try:
        data = bytes_of(source, limits.input_bytes)
        digest = sha256(data).hexdigest()
        document, chosen = read_named(data, name, format, limits, charset)
        return Read(_called(source), document, digest, chosen)
    except (ReportError, OSError) as error:
        return Unreadable(_called(source), error, digest)
    except MemoryError:
        lack = UnreadableSourceError(f"{name}: memory ran out; lower the limits")
        return Unreadable(_called(source), lack, digest)


def _called(source: SourceName) -> str | os.PathLike[str]:
    return source[0] if isinstance(source, tuple) else source
