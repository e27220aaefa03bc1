"""Print how much is read of what each extraction program prints: `python -m tests.dialects.shares`.

A row is a program's release with one kind of source and one set of options. `right`, `open` and
`WRONG` count numbers: read right, left open, and read as another number or where none stands.
With `--cases` every file has a row of its own, with `--detect` the format is not named.
"""

import argparse
import sys

from govreport.errors import ReportError
from tests.dialects import programs
from tests.dialects.comparison import Comparison, comparison
from tests.dialects.programs import Case

_HEADER = (
    "program",
    "source",
    "files",
    "numbers",
    "right",
    "open",
    "WRONG",
    "share",
    "sections",
    "title",
    "agency",
    "year",
)


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.dialects.shares", description=(__doc__ or "").split(":", 1)[0]
    )
    parser.add_argument("--cases", action="store_true", help="one row per file")
    parser.add_argument("--detect", action="store_true", help="let the format be detected")
    arguments = parser.parse_args()
    groups: dict[tuple[str, str], list[Case]] = {}
    for case in programs.cases():
        groups.setdefault(_group(case, arguments.cases), []).append(case)
    rows = [_HEADER, tuple("---" for _ in _HEADER)]
    rows.extend((*group, *_counts(cases, arguments.detect)) for group, cases in groups.items())
    for row in rows:
        sys.stdout.write(f"| {' | '.join(row)} |\n")


def _group(case: Case, single: bool) -> tuple[str, str]:
    if single:
        return case.program.folder, case.path.name
    return case.program.folder, " ".join(filter(None, (case.source, case.options)))


def _counts(cases: list[Case], detect: bool) -> tuple[str, ...]:
    read = [found for case in cases if (found := _read(case, detect))]
    numbers = sum(len(each.numbers()) for each in read)
    right = sum(each.right() for each in read)
    unread = sum(len(each.open()) for each in read)
    wrong = sum(len(each.wrong()) for each in read)
    found = (
        sum(each.sections() == each.truth.sections for each in read),
        sum(each.document.title == each.truth.title for each in read),
        sum(each.document.agency == each.truth.agency for each in read),
        sum(each.document.year == each.truth.year for each in read),
    )
    share = f"{100 * right / numbers:.1f}%" if numbers else "-"
    counts = (str(len(cases)), str(numbers), str(right), str(unread), str(wrong), share)
    return (*counts, *(f"{each}/{len(cases)}" for each in found))


def _read(case: Case, detect: bool) -> Comparison | None:
    try:
        return comparison(case, None if detect else case.format)
    except ReportError as error:
        sys.stderr.write(f"{case.name}: {error}\n")
        return None


if __name__ == "__main__":
    main()
