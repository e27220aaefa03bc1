"""`python -m tests.benchmarks.table` measures everything and writes the tables of docs/performance.md."""

import datetime
import os
import platform
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import govreport
from govreport.arrange import arrange
from govreport.detection import detect
from govreport.recognise import recognise
from tests.benchmarks import inputs, peers
from tests.benchmarks.measure import (
    best_times,
    best_times_of_programs,
    import_times,
    peak_bytes,
)
from tests.benchmarks.ratios import ratios
from tests.conftest import corpus_directory

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
_START = "<!-- Written by python -m tests.benchmarks.table from here on. -->\n"
_ROUNDS = 24
_PARAGRAPHS = (10, 100, 1_000, 10_000)
_ROWS = (30, 300, 3_000, 30_000)
_FILES = 200
_FORMATS = ("docx", "html", "pipe", "tab", "json")


def main() -> None:
    """Write the tables."""
    told, _, _ = _PAGE.read_text("utf-8").partition(_START)
    parts = [_START, *_machine(), *_promises(), *_beside_peers(), *_operations(), *_sizes()]
    _PAGE.write_text(told + "\n".join([*parts, *_memory()]) + "\n", "utf-8")


def _table(*rows: tuple[object, ...]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield "| " + " | ".join(map(str, row)) + " |"
        if number == 0:
            yield "|" + "---|" * len(row)
    yield ""


def _machine() -> Iterator[str]:
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text("utf-8").split("\n")
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    day = datetime.datetime.now(datetime.UTC).date()
    yield f"Measured on {day}: {model}, Python {platform.python_version()}.\n"
    yield (
        f"The Word file has {_kilobytes(inputs.word_file())}, the plain one"
        f" {_kilobytes(inputs.plain_word_file())}; the page has"
        f" {len(inputs.web_page()) // 1000} KB.\n"
    )


def _kilobytes(data: bytes) -> str:
    return f"{len(data) // 1000} KB (its main part {len(inputs.unpacked(data)) // 1000} KB)"


def _promises() -> Iterator[str]:
    yield "## Targets\n"
    yield from _table(
        ("what", "measured", "compared with", "target"),
        *(
            (
                each.what,
                f"{each.value:.2f} x",
                each.beside,
                f"{each.target} x{'' if each.value <= each.target else ', missed'}",
            )
            for each in ratios(_ROUNDS)
        ),
    )


def _beside_peers() -> Iterator[str]:
    word, page = inputs.word_file(), inputs.web_page()
    yield "## Comparison with other programs\n"
    for title, data, floor, found in (
        ("Word file", word, peers.docx_floor, peers.docx_peers()),
        ("plain Word file", inputs.plain_word_file(), peers.docx_floor, peers.docx_peers()),
        ("web page", page, peers.html_floor, peers.html_peers()),
    ):
        readers = {"the parser alone": floor, "govreport": govreport.loads, **found}
        times = best_times({name: partial(read, data) for name, read in readers.items()}, _ROUNDS)
        least = times["the parser alone"]
        yield from _table(
            (f"reading the {title} with", "ms", "times the parser"),
            *(
                (name, f"{seconds * 1000:.1f}", f"{seconds / least:.1f}")
                for name, seconds in sorted(times.items(), key=lambda item: item[1])
            ),
        )


def _operations() -> Iterator[str]:
    report = inputs.report()
    damaged = govreport.loads(inputs.web_page())
    stream = arrange(report)
    page = inputs.web_page()
    tasks: dict[str, Callable[[], object]] = {
        **{
            f"read {each}": partial(govreport.loads, inputs.written(each), each)
            for each in _FORMATS
        },
        **{f"write {each}": partial(govreport.dumps, report, each) for each in _FORMATS},
        "detect a page": lambda: detect(page),
        "recognise": lambda: recognise(stream),
        "arrange for every format": lambda: arrange(report),
        "normalise, nothing to repair": lambda: govreport.normalize(damaged),
        **{
            f"normalise {name}": partial(govreport.normalize, document)
            for name, document in zip(
                ("traditional script", "glosses", "both"), inputs.damaged_texts(), strict=True
            )
        },
        "check": lambda: govreport.check(damaged),
        "facts": lambda: list(report.facts()),
    }
    yield "## Each operation\n"
    yield from _table(
        ("on our own files of the same report", "ms"),
        *(
            (name, f"{seconds * 1000:.2f}")
            for name, seconds in best_times(tasks, _ROUNDS).items()
        ),
    )
    yield from _throughput()
    modules = ["lxml.etree", "govreport"]
    first = "import time; a = time.perf_counter(); import govreport; govreport.loads({!r}); "
    programs = {
        "import govreport and read a short report as JSON": first.format(_short("json")),
        "import govreport and read a short report as a page": first.format(_short("html")),
    }
    starts = {
        **{f"import {name}": value for name, value in import_times(modules, 7).items()},
        **best_times_of_programs(
            {name: f"{text}print(time.perf_counter() - a)" for name, text in programs.items()}, 5
        ),
    }
    yield from _table(
        ("in a fresh interpreter", "ms"),
        *((name, f"{seconds * 1000:.0f}") for name, seconds in starts.items()),
    )


def _throughput() -> Iterator[str]:
    """Yield how many files a second are read, of all formats in turn and of the real reports."""
    with TemporaryDirectory() as directory:
        files = []
        for number in range(_FILES):
            format_ = _FORMATS[number % len(_FORMATS)]
            path = Path(directory, f"{number}.{format_}")
            path.write_bytes(inputs.written(format_))
            files.append(path)
        tasks: dict[str, Callable[[], object]] = {
            f"read_many, {_FILES} files, {count} process{'es' if count > 1 else ''}": partial(
                _read_many, files, count
            )
            for count in (1, os.cpu_count() or 1)
        }
        real = sorted(corpus_directory().glob("*.txt"))
        if real:
            tasks[f"read_many, the {len(real)} real reports, 1 process"] = partial(
                _read_many, real, 1
            )
        times = best_times(tasks, 3)
    counts = {name: int(re.findall(r"\d+", name)[0]) for name in times}
    yield from _table(
        ("many files", "files a second"),
        *((name, f"{counts[name] / seconds:.0f}") for name, seconds in times.items()),
    )


def _read_many(files: list[Path], processes: int) -> None:
    for reading in govreport.read_many(files, processes=processes):
        if reading.error:
            raise reading.error


def _short(format: str) -> bytes:
    return inputs.encoded(govreport.dumps(inputs.report_of_paragraphs(1), format))


def _sizes() -> Iterator[str]:
    yield "## Growth\n"
    yield "Milliseconds. If cost is linear, a column is at most ten times the one before it.\n"
    for kind, counts, made in (
        ("paragraphs", _PARAGRAPHS, inputs.report_of_paragraphs),
        ("rows in one table", _ROWS, inputs.report_of_rows),
    ):
        found = [_costs(made(count), 1 if count == counts[-1] else 5) for count in counts]
        yield from _table(
            ("", *(f"{count:,} {kind}" for count in counts)),
            *((name, *(f"{costs[name] * 1000:.1f}" for costs in found)) for name in found[0]),
        )


def _costs(report: govreport.ReportDocument, rounds: int) -> dict[str, float]:
    files = {each: inputs.encoded(govreport.dumps(report, each)) for each in _FORMATS}
    stream = arrange(report)
    return best_times(
        {
            **{
                f"read {each}": partial(
                    govreport.loads, files[each], each, govreport.Limits.unbounded()
                )
                for each in files
            },
            **{f"write {each}": partial(govreport.dumps, report, each) for each in files},
            **{f"detect {each}": partial(detect, files[each]) for each in files},
            "recognise": lambda: recognise(stream),
            "arrange for every format": lambda: arrange(report),
        },
        rounds,
        time.process_time,
        again=False,
    )


_LOAD = """
import govreport
govreport.loads(Path({small!r}).read_bytes(), {name!r})
file = Path({large!r}).read_bytes()
"""


def _memory() -> Iterator[str]:
    yield "## Memory\n"
    rows = []
    count = _PARAGRAPHS[-1]
    for name in ("docx", "html", "pipe", "tab"):
        with TemporaryDirectory() as directory:
            small, large = Path(directory, "small"), Path(directory, "large")
            small.write_bytes(inputs.written(name))
            data = inputs.encoded(govreport.dumps(inputs.report_of_paragraphs(count), name))
            large.write_bytes(data)
            before = _LOAD.format(small=str(small), large=str(large), name=name)
            peak = peak_bytes(before, f"govreport.loads(file, {name!r})")
        size = len(inputs.unpacked(data)) if name == "docx" else len(data)
        rows.append((name, f"{size / 1e6:.1f}", f"{peak / 1e6:.1f}", f"{peak / size:.1f}"))
    yield from _table(
        (f"reading {count:,} paragraphs", "input, MB (Word: unpacked)", "peak, MB", "ratio"),
        *rows,
    )


if __name__ == "__main__":
    sys.exit(main())
