"""What making tables of many reports costs, beside reading them alone.

`python -m tests.benchmarks.extraction [--files N]` makes N invented reports, half of them Word files
and half pages, and prints: files a second read alone, made tables in one process and in two, taken from
an earlier run, and the memory of the process at N and at ten times N. Ratios are of the same run.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import govreport


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--memory", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory:
        govreport.extract(sorted(options.memory.iterdir()), f"{options.memory}.data")
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "reports"
        make(folder, options.files)
        sources = sorted(folder.iterdir())
        read = rate(len(sources), lambda: sum(1 for _ in govreport.read_many(sources)))
        print(f"read alone: {read:.0f} files a second")
        for processes in (1, 2):
            target = Path(temporary) / f"data-{processes}"
            made = rate(
                len(sources),
                lambda t=target, p=processes: govreport.extract(sources, t, processes=p),
            )
            print(
                f"tables, {processes} processes: {made:.0f} a second, {made / read:.2f} of reading"
            )
        again = rate(len(sources), lambda: govreport.extract(sources, target, resume=True))
        print(f"taken from an earlier run: {again:.0f} a second")
        size = sum(path.stat().st_size for path in target.rglob("*.parquet"))
        print(f"Parquet: {size / len(sources):.0f} bytes a report")
        for count in (options.files, options.files * 10):
            many = Path(temporary) / f"many-{count}"
            many.mkdir()
            for number in range(count):
                os.link(
                    sources[number % len(sources)],
                    many / f"{number:07}{sources[number % len(sources)].suffix}",
                )
            print(f"memory for {count} files: {memory(many)} MB")
            shutil.rmtree(f"{many}.data")


def make(folder: Path, count: int) -> None:
    """Write so many invented reports into a folder."""
    folder.mkdir()
    example = govreport.loads(
        (Path(govreport.__file__).parent / "example" / "yunling-2023.html").read_bytes()
    )
    for number in range(count):
        report = example.with_values({("applications", "new_received", "natural_person"): number})
        govreport.write(report, folder / f"{number:05}{('.docx', '.html')[number % 2]}")


def rate(count: int, work: Callable[[], object]) -> float:
    """Return how many a second a piece of work does."""
    start = time.perf_counter()
    work()
    return count / (time.perf_counter() - start)


def memory(folder: Path) -> int:
    """Return the most megabytes that a process of its own needs to make tables of a folder."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.extraction", "--memory", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(run.stdout)


if __name__ == "__main__":
    main()
