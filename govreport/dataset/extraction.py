"""Makes a dataset from many sources: in several processes, part by part, resumable."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from govreport.batch import death_of, in_chunks
from govreport.dataset.arrow import Tables, tables_of
from govreport.dataset.parts import Parts, SourceDigests
from govreport.dataset.rows import Rows, facts_of, unreadable
from govreport.errors import ReportError
from govreport.extras import optional
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.processes import worked_on
from govreport.sources import SourceName, bytes_of, name_of

if TYPE_CHECKING:
    import pyarrow

_PART = 512
"""The sources of a part, which a killed run may have to read again and which memory holds."""
_TASK = 32
"""So many sources are given to a process at a time; a part is a whole number of tasks."""


_ArrowTables: TypeAlias = Tables["pyarrow.Table"]


class Extraction(NamedTuple):
    """The result of an extraction: how many sources there were, how many were set aside, and how many
    were taken from an earlier run.
    """

    sources: int
    quarantined: int
    reused: int


def extract_parts(
    sources: Iterable[SourceName],
    folder: Path,
    *,
    processes: int = 1,
    resume: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    progress: Callable[[int], object] | None = None,
) -> Extraction:
    """Write the tables of the sources as parts below a folder; return how many there were.

    The tables do not depend on the number of processes, nor on how often the run was killed and
    resumed: with `resume` a part that an earlier run of this release made from the same bytes is
    kept. `progress` is called with the number of sources done since the last call.
    """
    parts = Parts(folder)
    parts.begin()
    done = quarantined = reused = count = 0
    for part, tables in _parts(sources, parts if resume else None, processes, limits):
        if tables is None:
            reused += part.size
        else:
            parts.write(part.number, tables)
        quarantined += parts.quarantined(part.number)
        done += part.size
        count = part.number + 1
        if progress is not None:
            progress(part.size)
    parts.end(count)
    return Extraction(done, quarantined, reused)


class _Part(NamedTuple):
    """A planned part: its number, how many sources it has, whether it exists."""

    number: int
    size: int
    held: bool


def _parts(
    sources: Iterable[SourceName], earlier: Parts | None, processes: int, limits: Limits
) -> Iterator[tuple[_Part, _ArrowTables | None]]:
    """Yield each part in order with its tables, None for a part in `earlier`."""
    planned: deque[_Part] = deque()
    gathered: list[_ArrowTables] = []
    for tables in _read(_tasks(sources, earlier, planned, limits), processes, limits):
        while planned[0].held:
            yield planned.popleft(), None
        gathered.append(tables)
        if sum(each.reports.num_rows for each in gathered) == planned[0].size:
            yield planned.popleft(), _joined(gathered)
            gathered = []
    yield from ((part, None) for part in planned)


def _tasks(
    sources: Iterable[SourceName], earlier: Parts | None, planned: deque[_Part], limits: Limits
) -> Iterator[list[SourceName]]:
    """Yield the sources to be read, task by task; note their parts in `planned`."""
    for number, part in enumerate(in_chunks(sources, _PART)):
        held = earlier is not None and earlier.holds(number, _digests(part, limits))
        planned.append(_Part(number, len(part), held))
        if not held:
            yield from in_chunks(part, _TASK)


def _digests(sources: list[SourceName], limits: Limits) -> SourceDigests:
    return [(name_of(source), _digest(source, limits)) for source in sources]


def _digest(source: SourceName, limits: Limits) -> str | None:
    try:
        return hashlib.sha256(bytes_of(source, limits.input_bytes)).hexdigest()
    except (ReportError, OSError):
        return None


def _read(
    tasks: Iterable[list[SourceName]], processes: int, limits: Limits
) -> Iterator[_ArrowTables]:
    work = partial(tables_of_sources, limits=limits)
    if processes == 1:
        return map(work, tasks)
    # New processes, because one that has used Arrow's threads cannot safely be forked.
    return worked_on(tasks, work, _lost, processes, get_context("spawn"))


def tables_of_sources(
    sources: Iterable[SourceName], limits: Limits = DEFAULT_LIMITS
) -> _ArrowTables:
    """Return the tables of some sources, opened and read one after the other in this process."""
    rows = Rows([], [], [])
    for source in sources:
        for table, more in zip(rows, _rows(source, limits), strict=True):
            table.extend(more)
    return Tables(*tables_of(rows))


def _rows(source: SourceName, limits: Limits) -> Rows:
    name = name_of(source)
    try:
        data = bytes_of(source, limits.input_bytes)
    except ReportError as error:
        return unreadable(name, "", error)
    except OSError as error:
        return unreadable(name, "", OSError(error.strerror or str(error)))
    return facts_of(name, data, limits)


def _lost(source: SourceName, death: BaseException) -> _ArrowTables:
    return Tables(*tables_of(unreadable(name_of(source), "", death_of(source, death))))


def _joined(tables: list[_ArrowTables]) -> _ArrowTables:
    arrow = optional("pyarrow", "arrow")
    return Tables(
        *(
            arrow.concat_tables(each).unify_dictionaries().combine_chunks()
            for each in zip(*tables, strict=True)
        )
    )
