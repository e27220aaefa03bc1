"""Work on chunks of items in several processes, in order, so that a dying process costs one item."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_WAITING = 3
"""The chunks that each process works on ahead, which bounds the memory they take."""


def worked_on(
    chunks: Iterable[list[Item]],
    work: Callable[[list[Item]], Result],
    lost: Callable[[Item, BaseException], Result],
    processes: int,
    context: BaseContext | None = None,
) -> Iterator[Result]:
    """Yield what `work` makes of each chunk, in order.

    `work` must be picklable. `chunks` may be endless: no more of them are requested than are
    about to be worked on. If a process dies, each item of its chunk is worked on alone and gives
    a result of its own; for an item whose process dies again, that is `lost(item, error)`.
    """
    waiting: deque[tuple[list[Item], Future[Result]]] = deque()
    remaining = iter(chunks)
    pool = ProcessPoolExecutor(processes, context)
    try:
        while True:
            while len(waiting) < processes * _WAITING and (chunk := next(remaining, None)):
                waiting.append((chunk, pool.submit(work, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                # Every chunk that waited is lost with the process, and worked on once more.
                pool.shutdown()
                yield from (_alone(item, work, lost, context) for item in chunk)
                pool = ProcessPoolExecutor(processes, context)
                waiting = deque((each, pool.submit(work, each)) for each, _ in waiting)
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(
    item: Item,
    work: Callable[[list[Item]], Result],
    lost: Callable[[Item, BaseException], Result],
    context: BaseContext | None,
) -> Result:
    """Work on one item in a process of its own, which it may end."""
    with ProcessPoolExecutor(1, context) as pool:
        try:
            return pool.submit(work, [item]).result()
        except BrokenProcessPool as death:
            return lost(item, death)
