"""Print how much is read of rearranged reports: `python -m tests.shapes.shares`.

A row is a rearrangement. `right`, `open` and `WRONG` count numbers: read as the source says, left
open, and read as another number or where none stands; `excused` are wrong numbers where a cell
vanished and blanks or another number stand in its place, or a table goes on without a header and with
other columns, so that nothing shows it; `lost` counts planted texts and
numbers of four digits that are neither in the document nor in a diagnostic, `untold` open numbers
that no diagnostic concerns. `placed` sources show every cell in its place, `flowing` ones show
cells one after another.

    --count N       reports of each family (default 20)
    --seed S        another draw
    --family F      only families whose name holds F; may be given several times
    --rendering R   only renderings whose name holds R
    --pairs N       N reports of two random families each, instead
    --worst DIR     write the sources that were read worst to that folder, with what was expected
    --by-rendering  a row per rendering, instead
    --placed, --flowing    only sources of that sort
    --lossless      only sources that lost nothing: no blank dropped, no number apart from its label
    --detect        the formats are not named
    --brief         shares and wrong numbers alone, as docs/dialects.md shows them
    --written       the tables that were written by hand, instead
"""

import argparse
import random
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.shapes import families as _families  # noqa: F401 - enters the families
from tests.shapes import written
from tests.shapes.drawing import draw
from tests.shapes.judging import Judgement, judged
from tests.shapes.registry import FAMILIES, Family, may_be_composed, rearranged
from tests.shapes.rendering import FLOWING, PLACED, Rendering
from tests.shapes.sheets import Report

BRIEF = (0, 1, 10, 11, 6, 7, 8)
"""The columns that are left where the table shall be short."""

MOST_KEPT = 3
"""How many sources of a family are written for looking at."""


@dataclass(frozen=True)
class Trial:
    """A source of one or two families, and how it was read."""

    families: tuple[Family, ...]
    rendering: Rendering
    seed: int
    report: Report
    source: bytes
    judgement: Judgement

    @property
    def name(self) -> str:
        """The names of the families."""
        return " + ".join(each.name for each in self.families)

    @property
    def loses_nothing(self) -> bool:
        """Whether a person can tell each number's cell, and the source still shows every cell."""
        if self.rendering.tears or not all(each.keeps for each in self.families):
            return False
        return not (self.rendering.drops_blanks and self.report.has_blanks())

    @property
    def excused(self) -> bool:
        """Whether cells vanished or moved and what stands in their place does not show it.

        Rows are filled up behind a cell that vanished or grew wider, or beside a row in which one
        came twice; a number that nothing names fills the place of a blank that was dropped; numbers
        stand apart from labels of which some are missing or have none; a table goes on without a
        header, its columns in another order than those above.
        """
        moved = any(each.moves_cells for each in self.families)
        fills_up = self.rendering.fills_up or any(each.fills_up for each in self.families)
        if (fills_up and moved) or self.report.goes_on_otherwise():
            return True
        blank = moved or self.report.has_blanks(of_form=False)
        strays = any(each.strays for each in self.families)
        if strays and any(each.swallows_blanks for each in self.families):
            return True
        if not self.rendering.drops_blanks:
            return False
        return (blank and strays) or (self.rendering.tears and (blank or strays))


def trial(
    families: tuple[Family, ...],
    seed: int,
    renderings: tuple[Rendering, ...],
    *,
    detect: bool = False,
) -> Trial:
    """Return a trial, the same for the same arguments; with `detect` the format is not named."""
    name = "+".join(each.name for each in families)
    chosen = random.Random(zlib.crc32(f"{name} {seed}".encode()))
    if any(each.needs_spans for each in families):
        renderings = tuple(each for each in PLACED if each.shows_spans)
    rendering = chosen.choice(renderings)
    report = rearranged(draw(chosen), list(families), chosen)
    source = rendering.render(report)
    judgement = judged(source, None if detect else rendering.format, report)
    return Trial(families, rendering, seed, report, source, judgement)


def trials(arguments: argparse.Namespace) -> Iterator[Trial]:
    """Yield the trials that the command line asks for."""
    chosen = [each for each in FAMILIES.values() if _named(each.name, arguments.family)]
    renderings = [
        tuple(each for each in group if _named(each.name, arguments.rendering))
        for group in (PLACED, FLOWING)
    ]
    kept = (not arguments.flowing, not arguments.placed)
    groups = [group for group, wanted in zip(renderings, kept, strict=True) if group and wanted]
    seeds = range(arguments.seed * 100_000, arguments.seed * 100_000 + arguments.count)
    if arguments.pairs:
        numbers = random.Random(arguments.seed)
        for seed in range(arguments.pairs):
            pair = numbers.sample(list(FAMILIES.values()), 2)
            if may_be_composed(*pair) and _named(
                " + ".join(each.name for each in pair), arguments.family
            ):
                yield trial(tuple(pair), seed, numbers.choice(groups), detect=arguments.detect)
        return
    for each in chosen:
        for seed in seeds:
            # Two in three are placed: there most is to be lost, and nothing excuses it.
            yield trial(
                (each,), seed, groups[0] if seed % 3 else groups[-1], detect=arguments.detect
            )


def _named(name: str, asked: list[str]) -> bool:
    return not asked or any(each in name for each in asked)


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.shapes.shares",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--family", action="append", default=[])
    parser.add_argument("--rendering", action="append", default=[])
    parser.add_argument("--pairs", type=int, default=0)
    parser.add_argument("--worst", type=Path)
    parser.add_argument("--by-rendering", action="store_true")
    parser.add_argument("--written", action="store_true")
    parser.add_argument("--detect", action="store_true")
    parser.add_argument("--brief", action="store_true")
    parser.add_argument("--placed", action="store_true")
    parser.add_argument("--flowing", action="store_true")
    parser.add_argument("--lossless", action="store_true")
    arguments = parser.parse_args()
    if arguments.written:
        print_written()
        return
    groups: dict[str, list[Trial]] = defaultdict(list)
    for each in trials(arguments):
        if arguments.lossless and not each.loses_nothing:
            continue
        group = each.rendering.name if arguments.by_rendering else each.name
        groups[group].append(each)
    print_table(list(groups.items()), by_family=not arguments.by_rendering, brief=arguments.brief)
    if arguments.worst:
        for members in groups.values():
            _write_worst(members, arguments.worst)


def print_table(
    groups: list[tuple[str, list[Trial]]], *, by_family: bool, brief: bool = False
) -> None:
    """Print a row a group, the groups with wrong numbers first, and one for all."""
    everything = [trial for _, members in groups for trial in members]
    groups = sorted(groups, key=lambda group: (-_wrong(group[1]), group[0]))
    header = ("family", "keeps", "sources", "numbers", "right", "open", "WRONG placed")
    header = (*header, "WRONG flowing", "excused", "lost", "placed", "flowing", "untold")
    rows = [header, ("---",) * len(header)]
    kept = [trial for trial in everything if all(each.keeps for each in trial.families)]
    sums = [("all that keep", kept), ("all", everything)] if by_family else [("all", everything)]
    for name, members in [*groups, *(each for each in sums if each[1])]:
        keeps = {True: "yes", False: "no"}[all(each.keeps for each in members[0].families)]
        shown = keeps if by_family and not name.startswith("all") else ""
        rows.append((name, shown, *_counts(members)))
    for row in rows:
        shown = [row[at] for at in BRIEF] if brief else row
        sys.stdout.write(f"| {' | '.join(shown)} |\n")


def print_written() -> None:
    """Print a row for each table that was written by hand, and what is wrong of it."""
    sys.stdout.write(
        "| written by hand | numbers | right | WRONG | lost |\n|---|---|---|---|---|\n"
    )
    total = [0, 0, 0, 0]
    for case in written.cases():
        found = case.judged()
        counts = (found.numbers, found.right, len(found.wrong), len(found.lost))
        total = [one + other for one, other in zip(total, counts, strict=True)]
        told = " ".join(f"{'.'.join(key[1:])}={value}" for key, value, _ in found.wrong)
        cells = (case.name, *map(str, counts), *filter(None, (told, *found.lost)))
        sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.write(f"| all | {' | '.join(map(str, total))} |\n")


def _wrong(members: list[Trial]) -> int:
    return sum(len(each.judgement.wrong) for each in members if not each.excused)


def _counts(members: list[Trial]) -> tuple[str, ...]:
    numbers = sum(each.judgement.numbers for each in members)
    right = sum(each.judgement.right for each in members)
    lost = sum(len(each.judgement.lost) for each in members)
    excused = sum(len(each.judgement.wrong) for each in members if each.excused)
    placed = _wrong([each for each in members if each.rendering.keeps_places])
    wrong = (placed, _wrong(members) - placed, excused)
    counts = (len(members), numbers, right, numbers - right, *wrong, lost)
    untold = sum(len(each.judgement.untold) for each in members)
    shares = (_share(members, placed=True), _share(members, placed=False))
    return (*map(str, counts), *shares, str(untold))


def _share(members: list[Trial], *, placed: bool) -> str:
    chosen = [each.judgement for each in members if each.rendering.keeps_places == placed]
    numbers = sum(each.numbers for each in chosen)
    return f"{100 * sum(each.right for each in chosen) / numbers:.1f}%" if numbers else "-"


def _write_worst(members: list[Trial], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    bad = [each for each in members if each.judgement.wrong or each.judgement.lost]
    unread = [each for each in members if len(each.judgement.open) * 10 > each.judgement.numbers]
    bad.sort(key=lambda each: (-len(each.judgement.wrong), len(each.source)))
    unread.sort(key=lambda each: (-len(each.judgement.open), len(each.source)))
    for each in (*bad[:MOST_KEPT], *unread[:MOST_KEPT]):
        stem = f"{each.name}-{each.rendering.name}-{each.seed}".replace(" ", "_").replace(",", "")
        ending = {"html": "html", "docx": "docx"}.get(each.rendering.format, "txt")
        (folder / f"{stem}.{ending}").write_bytes(each.source)
        (folder / f"{stem}.report").write_text(_told(each), "utf-8")


def _told(each: Trial) -> str:
    lines = [f"family {each.name}, {each.rendering.name}, format {each.rendering.format}"]
    if each.judgement.refused:
        lines.append(f"REFUSED: {each.judgement.refused}")
    for key, value, allowed in each.judgement.wrong:
        expected = " or ".join(map(str, allowed)) or "open"
        lines.append(f"WRONG {'.'.join(key)}: {value}, not {expected}")
    lines.extend(f"LOST {marker}" for marker in each.judgement.lost)
    lines.extend(f"open {'.'.join(key)}" for key in each.judgement.open)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
