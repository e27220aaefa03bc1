"""Times that can be compared on a busy machine: everything in turn, the best of many rounds."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

Task = Callable[[], object]

# Linux writes a process's memory in kilobytes, and forgets its peak when 5 is written (proc(5)).
_PEAK = """
from pathlib import Path

def kilobytes(name):
    status = Path("/proc/self/status").read_text()
    return int(status.partition(name + ":")[2].split()[0])

{before}
Path("/proc/self/clear_refs").write_text("5")
used = kilobytes("VmRSS")
{then}
print((kilobytes("VmHWM") - used) * 1024)
"""
_IMPORT = (
    "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"
)


def best_times(
    tasks: Mapping[str, Task],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
    seconds: float = 12.0,
    *,
    again: bool = True,
) -> dict[str, float]:
    """Return the shortest time of each task in seconds.

    The tasks take turns, so that whatever else the machine does meets them all. With `again` each
    runs twice in its turn, and the second time counts: what the task before it left in the caches,
    or freed of the memory, no longer matters then. No round begins once `seconds` have passed.
    `clock` is `time.process_time` where no task starts a process: then time does not count in
    which others had the processor.
    """
    best: dict[str, float] = {}
    end = time.perf_counter() + seconds
    for _ in range(rounds):
        for name, task in tasks.items():
            if again:
                task()
            start = clock()
            task()
            best[name] = min(clock() - start, best.get(name, float("inf")))
        if time.perf_counter() > end:
            break
    return best


def import_times(modules: list[str], rounds: int) -> dict[str, float]:
    """Return the shortest time that a fresh interpreter takes to import each module."""
    return best_times_of_programs({module: _IMPORT.format(module) for module in modules}, rounds)


def best_times_of_programs(programs: Mapping[str, str], rounds: int) -> dict[str, float]:
    """Return the smallest number that each program prints."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, program in programs.items():
            best[name] = min(_printed(program), best.get(name, float("inf")))
    return best


def peak_bytes(before: str, then: str) -> float:
    """Return by how many bytes a program's memory peaks higher after `then` than `before`."""
    return _printed(_PEAK.format(before=before, then=then))


def _printed(program: str) -> float:
    # Installed programs have their bytecode beside them, whatever this process was told.
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=settings
    )
    return float(done.stdout.split()[-1])
