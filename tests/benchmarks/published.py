"""Measure how long files that are only read take, beside what other programs give of them.

    python -m tests.benchmarks.published

prints the tables of docs/performance.md: milliseconds (the best of several), and how many of a
report's numbers come back, right and wrong, where the text readers read what a program took.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import govreport
from tests.published.extracting import programs
from tests.published.regenerate import FILES, REPORT, report

_ROUNDS = 7
Read = Callable[[bytes], govreport.ReportDocument]


def _tika(suffix: str) -> Read:
    def read(data: bytes) -> govreport.ReportDocument:
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"report.{suffix}"
            path.write_bytes(data)
            text = import_module("extractous").Extractor().extract_file_to_string(str(path))[0]
        return govreport.loads(text)

    return read


def _taken_by(extract: Callable[[bytes], str]) -> Read:
    return lambda data: govreport.loads(extract(data))


def _readers(suffix: str) -> dict[str, Read]:
    readers: dict[str, Read] = {"govreport": govreport.loads}
    if suffix == "pdf":
        readers |= {name: _taken_by(extract) for name, extract in programs().items()}
    if find_spec("extractous"):
        readers["Tika (extractous)"] = _tika(suffix)
    return readers


def _best(read: Read, data: bytes) -> float:
    times = []
    for _ in range(_ROUNDS):
        started = perf_counter()
        read(data)
        times.append(perf_counter() - started)
    return min(times) * 1000


def _numbers(read: Read, data: bytes) -> tuple[int, int, int]:
    wanted = {(each.table, each.row, each.column): each.value for each in report().facts()}
    found = {(each.table, each.row, each.column): each.value for each in read(data).facts()}
    right = sum(value is not None and wanted.get(key) == value for key, value in found.items())
    stated = sum(value is not None for value in found.values())
    return right, stated - right, sum(value is not None for value in wanted.values())


def main() -> None:
    """Print a table for each kind of file."""
    for suffix in ("pdf", "doc", "odt"):
        data = (FILES / f"{REPORT}.{suffix}").read_bytes()
        lines = [
            f"| reading the `.{suffix}` file ({len(data) // 1000} KB) with | ms | numbers right | wrong |"
        ]
        lines.append("|---|---|---|---|")
        for name, read in _readers(suffix).items():
            right, wrong, total = _numbers(read, data)
            lines.append(f"| {name} | {_best(read, data):.1f} | {right} of {total} | {wrong} |")
        sys.stdout.write("\n".join([*lines, "", ""]))


if __name__ == "__main__":
    main()
