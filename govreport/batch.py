"""Many reports read one after the other, in several processes if wished, none stopping the rest."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from typing import NamedTuple

from govreport.conversion import read
from govreport.errors import ReportError, UnreadableSourceError
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.document import ReportDocument

PathName = str | os.PathLike[str]

_CHUNK = 8
"""Files that a process is given at a time, so that handing them over costs little."""
_WAITING = 3
"""Chunks for each process that are read before their turn, which bounds the memory they take."""


class Reading(NamedTuple):
    """What came of one file of many: a document, or the error that reading it raised."""

    source: PathName
    document: ReportDocument | None = None
    error: ReportError | OSError | None = None


def read_many(
    sources: Iterable[PathName],
    format: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    processes: int = 1,
) -> Iterator[Reading]:
    """Yield what reading each file gives, in the order of the paths.

    A file that cannot be read yields its error and does not stop the others. `sources` may be
    endless: it is asked for no more than is about to be read. `format` and `limits` are as for
    `read`. With several `processes` files are read at the same time; where Python starts
    processes afresh, on Windows and macOS, the caller's main module has to be importable then
    (guarded by `if __name__ == "__main__"`). A process that dies costs no file but the one it
    died of, which yields an `UnreadableSourceError`.

    Raises `ValueError` for less than one process.
    """
    if processes < 1:
        raise ValueError(f"read_many needs at least one process, not {processes}")
    if processes == 1:
        return (_reading(source, format, limits) for source in sources)
    return _read_in_processes(
        iter(sources), partial(_readings, format=format, limits=limits), processes
    )


def _reading(source: PathName, format: str | None, limits: Limits) -> Reading:
    try:
        return Reading(source, read(source, format, limits))
    except (ReportError, OSError) as error:
        return Reading(source, None, error)


def _readings(sources: list[PathName], format: str | None, limits: Limits) -> list[Reading]:
    return [_reading(source, format, limits) for source in sources]


Reader = partial[list[Reading]]
"""Reads the files of a chunk, in whichever process it is called."""


def _read_in_processes(
    sources: Iterator[PathName], reader: Reader, processes: int
) -> Iterator[Reading]:
    waiting: deque[tuple[list[PathName], Future[list[Reading]]]] = deque()
    pool = ProcessPoolExecutor(processes)
    try:
        while True:
            while len(waiting) < processes * _WAITING and (
                chunk := list(islice(sources, _CHUNK))
            ):
                waiting.append((chunk, pool.submit(reader, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                readings = future.result()
            except BrokenProcessPool:
                # Every chunk that waited is lost with the process, and read once more.
                pool.shutdown()
                readings = [_read_alone(source, reader) for source in chunk]
                pool = ProcessPoolExecutor(processes)
                waiting = deque((each, pool.submit(reader, each)) for each, _ in waiting)
            yield from readings
    finally:
        pool.shutdown(cancel_futures=True)


def _read_alone(source: PathName, reader: Reader) -> Reading:
    """Read a file in a process of its own, which it may end."""
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(reader, [source]).result()[0]
        except BrokenProcessPool as death:
            error = UnreadableSourceError(
                f"the process that read {os.fspath(source)} died, perhaps for want of memory;"
                " lower the limits, or read the file by itself to see more"
            )
            error.__cause__ = death
            return Reading(source, None, error)
