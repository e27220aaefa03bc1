"""Compare an older version of govreport with the working tree, by what both read of the same sources.

    python -m tests.comparison.compare OLD_PYTHON

OLD_PYTHON is the interpreter of an environment in which the older version is installed. Documents
and diagnostics are compared as JSON; every difference is counted by its kind and family of
sources, and the first of each kind are shown. Exit status 1 if there was any.

`--streams`, `--reports` and `--damaged` say how many are drawn, `--seed` from where; `--only`
names families; `--keep FOLDER` leaves every source that is read differently there.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.comparison import reading, sources
from tests.comparison.differences import KINDS, Difference, differences
from tests.comparison.sources import Source
from tests.conftest import CHECKOUT, corpus_directory

FAMILIES = ("streams", "reports", "damaged", "prints", "corpus", "cases")


def main(arguments: list[str] | None = None) -> int:
    """Read all sources with both versions, print every kind of difference; return the exit status."""
    options = _parser().parse_args(arguments)
    print(f"seed {options.seed}: {options.streams} streams, {options.reports} reports,", end=" ")
    print(f"{options.damaged} damaged; families: {', '.join(options.only)}", flush=True)
    versions = {"old": (options.old_python, None), "new": (sys.executable, CHECKOUT)}
    places = {name: _place(*version) for name, version in versions.items()}
    for name, place in places.items():
        print(f"{name}: {place}", flush=True)
    if places["old"] == places["new"]:
        raise SystemExit("both are the same version: install the older one elsewhere")
    tally = Tally(options.keep)
    with tempfile.TemporaryDirectory() as folder:
        listed = _stored(_sources(options), Path(folder))
        runs = [_started(*version, Path(folder) / name) for name, version in versions.items()]
        outcomes = []
        for run, results in runs:
            if run.wait():
                raise SystemExit(f"{run.args} ended early; its message stands above")
            outcomes.append(_outcomes(results))
        for source, old, new in zip(_listed(listed), *outcomes, strict=True):
            tally.add(source, list(differences(old, new)), new)
    tally.show(options.examples)
    return 1 if tally.found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old_python", help="interpreter that has the older version")
    parser.add_argument("--streams", type=int, default=2000)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--damaged", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=3, help="shown of each kind")
    parser.add_argument("--only", nargs="+", choices=FAMILIES, default=list(FAMILIES))
    parser.add_argument("--corpus", type=Path, default=corpus_directory())
    parser.add_argument("--cases", type=Path, default=corpus_directory().parent / "cases")
    parser.add_argument("--keep", type=Path, help="folder for sources that are read differently")
    return parser


def _sources(options: argparse.Namespace) -> Iterator[Source]:
    made = {
        "streams": lambda: sources.drawn_streams(options.streams, options.seed),
        "reports": lambda: sources.drawn_reports(options.reports, options.seed),
        "damaged": lambda: sources.damaged(options.damaged, options.seed),
        "prints": sources.prints,
        "corpus": lambda: sources.files("corpus", options.corpus),
        "cases": lambda: sources.files("cases", options.cases),
    }
    for family in options.only:
        yield from made[family]()


def _stored(found: Iterator[Source], folder: Path) -> Path:
    """Store each source in a file; return the list of them."""
    listed = folder / "sources"
    with listed.open("w") as lines:
        for number, source in enumerate(found):
            path = folder / str(number)
            path.write_bytes(source.data)
            line = {"name": source.name, "format": source.format, "path": str(path)}
            lines.write(json.dumps(line) + "\n")
    return listed


def _listed(path: Path) -> Iterator[Source]:
    with path.open() as lines:
        for line in lines:
            found = json.loads(line)
            yield Source(found["name"], found["format"], Path(found["path"]).read_bytes())


def _environment(checkout: Path | None) -> dict[str, str]:
    return {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(checkout or "")}


def _place(python: str, checkout: Path | None) -> str:
    """Return where the govreport of an interpreter is."""
    command = [python, "-c", "import govreport; print(govreport.__file__)"]
    with tempfile.TemporaryDirectory() as elsewhere:
        ran = subprocess.run(
            command,
            cwd=elsewhere,
            env=_environment(checkout),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return ran.stdout.strip()


def _started(
    python: str, checkout: Path | None, results: Path
) -> tuple[subprocess.Popen[bytes], Path]:
    """Begin to read the sources that stand beside the results."""
    script = str(Path(reading.__file__).resolve())
    command = [python, script, str(results.parent / "sources"), str(results)]
    run = subprocess.Popen(command, cwd=results.parent, env=_environment(checkout))
    return run, results


def _outcomes(results: Path) -> Iterator[Any]:
    with results.open() as lines:
        for line in lines:
            yield json.loads(line)


@dataclass
class Tally:
    """What was read, and every difference by its kind."""

    keep: Path | None = None
    read: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    crashed: Counter[str] = field(default_factory=Counter)
    differing: Counter[str] = field(default_factory=Counter)
    found: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, source: Source, found: list[Difference], new: dict[str, Any]) -> None:
        """Count a source, what came of it and what differs; keep its bytes where something does."""
        self.read[source.family] += 1
        self.refused[source.family] += "error" in new
        self.crashed[source.family] += new.get("crash", False)
        self.differing[source.family] += bool(found)
        for each in found:
            self.found[each.kind].append((source.name, each.detail))
        if found and self.keep:
            path = self.keep / source.name.replace(" ", "-")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source.data)

    def show(self, examples: int) -> None:
        """Print the counts, then each kind of difference with its first examples."""
        for family, count in self.read.items():
            print(
                f"{family}: {count} sources, of which the new version refuses"
                f" {self.refused[family]} ({self.crashed[family]} by a crash);"
                f" {self.differing[family]} differ"
            )
        for kind, meaning in KINDS.items():
            if not (found := self.found.get(kind)):
                continue
            by_family = Counter(name.split("/")[0] for name, _ in found)
            shares = ", ".join(f"{family} {count}" for family, count in by_family.items())
            names = len({name for name, _ in found})
            print(f"\n{kind}: {len(found)} in {names} sources ({shares})")
            print(f"  ({meaning})" if meaning else "", end="\n" if meaning else "")
            for name, detail in _various(found, examples):
                print(f"  {name}\n      {detail}")
        if not self.found:
            print("no difference")


def _various(found: list[tuple[str, str]], count: int) -> list[tuple[str, str]]:
    """Return some of what was found, of as many sources as can be."""
    first_of_each = {name: (name, detail) for name, detail in reversed(found)}
    return list(reversed(first_of_each.values()))[:count]


if __name__ == "__main__":
    sys.exit(main())
