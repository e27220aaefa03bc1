"""Run every harness at the same time, each for so many seconds; a find fails the run.

    python -m tests.fuzz.together [seconds]

A find is printed as base64, for the machine that found it may be gone. libFuzzer draws from the
seed below, so that two runs on the same code try the same inputs in the same order, as far as
each gets: what fails on a change is of that change, not luck.
"""

import base64
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.doors import DOORS

SEED = 8


def command(door: str, seconds: int, folder: Path) -> list[str]:
    """Return the command that runs one harness and writes what it finds into a folder."""
    return [
        *(sys.executable, "-m", "tests.fuzz.harness", door),
        *(f"-max_total_time={seconds}", f"-seed={SEED}", "-max_len=65536"),
        # The clock of the wall counts, and the harnesses share the machine.
        *("-timeout=60", "-report_slow_units=60"),
        *("-print_final_stats=1", f"-artifact_prefix={folder / door}-"),
    ]


def told(log: str) -> str:
    """Return the lines of a log that count: executions, coverage, memory."""
    kept = ("stat::number_of_executed_units", "stat::peak_rss_mb", "DONE")
    return " ".join(
        " ".join(line.split()) for line in log.splitlines() if any(one in line for one in kept)
    )


def main(seconds: int) -> int:
    """Return 0 if nothing was found, else 1."""
    with tempfile.TemporaryDirectory(prefix="govreport-fuzz-") as name:
        folder = Path(name)
        running = {}
        for door in DOORS:
            with (folder / f"{door}.log").open("wb") as log:
                running[door] = subprocess.Popen(
                    command(door, seconds, folder),
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    env={**os.environ, "TMPDIR": name},
                    preexec_fn=lambda: os.nice(10),
                )
        failed = [door for door, process in running.items() if process.wait()]
        for door in DOORS:
            log_text = (folder / f"{door}.log").read_text("utf-8", "replace")
            print(f"{door}: {told(log_text)}")
            if door in failed:
                print(log_text[-6000:])
        finds = sorted(
            path for path in folder.iterdir() if path.is_file() and path.suffix != ".log"
        )
        for path in finds:
            print(f"{path.name}: {base64.b64encode(path.read_bytes()).decode()}")
    return int(bool(failed or finds))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 60))
