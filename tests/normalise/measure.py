"""Character-level precision and recall of each step: `python -m tests.normalise.measure`.

Clean, damaged and repaired text are aligned. A character is damaged where clean and damaged text
differ; recall is the share of damaged characters that came back, precision the share of the
repair's changes that were right. `touched` counts clean characters that the repair spoilt.
"""

import random
import sys
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import govreport
from tests.normalise.damage import PROCESSES, Process

PROSE = Path(__file__).parent / "prose"
RATES = (1.0, 0.5, 0.1)


@dataclass
class Score:
    damaged: int = 0
    restored: int = 0
    wrong: int = 0

    @property
    def recall(self) -> float:
        return self.restored / self.damaged if self.damaged else 1.0

    @property
    def precision(self) -> float:
        made = self.restored + self.wrong
        return self.restored / made if made else 1.0


def differences(first: str, second: str) -> int:
    """Return how many characters differ, line by line where there are as many lines."""
    lines, others = first.split("\n"), second.split("\n")
    if len(lines) != len(others):
        lines, others = [first], [second]
    return sum(
        _differences(line, other)
        for line, other in zip(lines, others, strict=True)
        if line != other
    )


def _differences(first: str, second: str) -> int:
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second, strict=True))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return sum(max(b - a, d - c) for code, a, b, c, d in matcher.get_opcodes() if code != "equal")


def score(clean: str, process: Process, rate: float, seed: int, steps: list[str] | None) -> Score:
    damaged = process(clean, rate, random.Random(seed))
    repaired = govreport.normalize_text(damaged, steps)
    harm = differences(clean, damaged)
    left = differences(clean, repaired)
    return Score(harm, max(harm - left, 0), left)


def show_left(clean: str, process: Process, rate: float, seed: int, limit: int = 12) -> None:
    damaged = process(clean, rate, random.Random(seed))
    repaired = govreport.normalize_text(damaged)
    matcher = SequenceMatcher(None, clean, repaired, autojunk=False)
    for code, a, b, c, d in matcher.get_opcodes():
        if code != "equal" and limit:
            limit -= 1
            lost = repr(clean[max(0, a - 6) : b + 6])
            sys.stdout.write(f"    {lost} -> {repaired[max(0, c - 6) : d + 6]!r}\n")


def prose(names: list[str]) -> str:
    paths = [Path(name) for name in names] or sorted(PROSE.glob("*.txt"))
    return "\n".join(path.read_text("utf-8").strip() for path in paths)


def main(arguments: list[str]) -> None:
    verbose = "-v" in arguments
    clean = prose([each for each in arguments if each != "-v"])
    if govreport.normalize_text(clean) != clean:
        sys.stdout.write("CLEAN PROSE IS TOUCHED" + "\n")
        show_left(clean, lambda text, *_: text, 1, 1)
    sys.stdout.write("| step | damage | rate | characters damaged | recall | precision |" + "\n")
    sys.stdout.write("|---|---|---|---|---|---|" + "\n")
    for step, processes in PROCESSES.items():
        for name, process in processes.items():
            for rate in RATES:
                total = Score()
                for seed in range(3 if rate < 1 else 1):
                    one = score(clean, process, rate, seed, None)
                    total.damaged += one.damaged
                    total.restored += one.restored
                    total.wrong += one.wrong
                sys.stdout.write(
                    f"| {step} | {name} | {rate:.0%} | {total.damaged}"
                    f" | {total.recall:.3%} | {total.precision:.3%} |\n"
                )
                if verbose and total.wrong:
                    show_left(clean, process, rate, 0)


if __name__ == "__main__":
    main(sys.argv[1:])
