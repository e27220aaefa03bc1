"""Run a property many thousand times, in pieces that differ by their seed, and count what passed.

    python -m tests.laws.long_run --log long_run.tsv --examples 100000 NODE [NODE ...]

One piece is one run of pytest under the profile `nightly`, with a seed of its own, so that a
property that takes hours can be stopped and taken up again: pieces in the log are not run again.
What is counted is what Hypothesis says has passed; an example that two seeds both draw counts
twice. The first failure ends the run and is printed.
"""

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path

_PASSING = re.compile(r"(\d+) passing")
_EXHAUSTED = "nothing left to do"


def main() -> int:
    """Run each property until the log counts enough; return 1 when one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--log", type=Path, required=True, help="where the pieces are counted")
    parser.add_argument("--examples", type=int, default=100_000)
    parser.add_argument("nodes", nargs="+", help="properties as pytest names them")
    given = parser.parse_args()
    return int(not all(_run(node, given.examples, given.log) for node in given.nodes))


def _run(node: str, wanted: int, log: Path) -> bool:
    pieces = [piece for piece in _logged(log) if piece[0] == node]
    counted, seed = sum(int(piece[2]) for piece in pieces), len(pieces)
    while counted < wanted:
        seed += 1
        began = time.monotonic()
        ran = _piece(node, seed)
        found = [int(number) for number in _PASSING.findall(ran.stdout)]
        outcome = "passed" if ran.returncode == 0 and found else "FAILED"
        line = [node, str(seed), str(sum(found)), f"{time.monotonic() - began:.0f}", outcome]
        with log.open("a", encoding="utf-8") as file:
            file.write("\t".join([*line, _commit()]) + "\n")
        if outcome == "FAILED":
            sys.stdout.write(ran.stdout + ran.stderr)
            return False
        if _EXHAUSTED in ran.stdout:
            break
        counted += sum(found)
    return True


def _piece(node: str, seed: int) -> subprocess.CompletedProcess[str]:
    arguments = ("-q", "-p", "no:cacheprovider", "--hypothesis-show-statistics")
    chosen = ("--hypothesis-profile", "nightly", "--hypothesis-seed", str(seed))
    command = [sys.executable, "-m", "pytest", *arguments, *chosen, node]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _logged(log: Path) -> list[list[str]]:
    if not log.exists():
        return []
    lines = log.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if "\tpassed\t" in line]


def _commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
