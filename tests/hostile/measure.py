"""Read every hostile input in a process of its own and print its processor time and memory at the peak.

    python -m tests.hostile.measure [megabytes] [format] [name]

Default are inputs of five megabytes; whatever takes more than 5 s or 700 MB is marked.
"""

import json
import resource
import signal
import subprocess
import sys
import time

from tests.hostile.inputs import INPUTS, outcome

SECONDS = 5
MEGABYTES = 700
MOST = 60
"""Seconds of processor time after which an input is given up."""


def _one(source: str, name: str, size: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST, MOST + 1))
    data = INPUTS[source][name](size)
    started = time.process_time()
    told = outcome(source, data, everything=False)
    taken = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(json.dumps([taken, peak, told, len(data)]))


def _measured(source: str, name: str, size: int) -> tuple[float, int, str, int]:
    command = [sys.executable, "-m", "tests.hostile.measure", "--one", source, name, str(size)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=600, check=False)
    except subprocess.TimeoutExpired:
        return 600, 0, "not finished", 0
    if done.returncode == -signal.SIGXCPU:
        return MOST, 0, "not finished", 0
    if done.returncode:
        return 0, MEGABYTES + 1, done.stderr.decode()[-300:], 0
    taken, peak, told, length = json.loads(done.stdout)
    return taken, peak, told, length


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--one"]:
        _one(arguments[1], arguments[2], int(arguments[3]))
        return
    size = int(float(arguments[0]) * 1e6) if arguments else 5_000_000
    for source, inputs in INPUTS.items():
        for name in inputs:
            if arguments[1:2] in ([], [source]) and arguments[2:3] in ([], [name]):
                taken, peak, told, length = _measured(source, name, size)
                mark = "!" if taken > SECONDS or peak > MEGABYTES else " "
                sys.stdout.write(
                    f"{mark} {source:5} {name:28} {length:9} {taken:6.2f} s {peak:5} MB  {told}\n"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
