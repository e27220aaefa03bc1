"""How tests judge time: by processor time, the best of several turns, and only after the marker `timed`.

Whatever else a machine does makes some turns longer and none shorter, so turns are taken until
one is good enough, at most `TURNS`.
"""

import gc
import time
from collections.abc import Callable

TURNS = 7


def seconds(task: Callable[[], object]) -> float:
    """Return the processor time that a task takes once.

    Without the cycle collector, as `timeit` measures: what it costs grows with all that this
    process of tests holds, not with the task.
    """
    gc.disable()
    try:
        began = time.process_time()
        task()
        return time.process_time() - began
    finally:
        gc.enable()


def takes_at_most(most: float, task: Callable[[], object]) -> bool:
    """Whether a task takes at most so many seconds in one of the turns."""
    return any(seconds(task) <= most for _ in range(TURNS))


def grows_at_most(
    most: float, small: Callable[[], object], large: Callable[[], object], noise: float = 0.0
) -> bool:
    """Whether the larger task takes at most `most` times as long as the smaller, and `noise` seconds.

    The two take turns; the best of each is compared.
    """
    best = [float("inf")] * 2
    for _ in range(TURNS):
        best = [
            min(known, seconds(task)) for known, task in zip(best, (small, large), strict=True)
        ]
        if best[1] <= most * best[0] + noise:
            return True
    return False
