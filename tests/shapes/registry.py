"""The rearrangements, each under its name, in the order in which they can be composed."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from tests.shapes.layout import laid_out
from tests.shapes.sheets import Report

Change = Callable[[Report, random.Random], Report]


class Level(IntEnum):
    """What a rearrangement works on; a lower level comes first."""

    TABLE = 1
    """Rows and columns, before they are laid out."""
    GRID = 2
    """Cells with their places."""
    PAGE = 3
    """What stands around and between tables."""


@dataclass(frozen=True)
class Family:
    """A rearrangement; `keeps` tells whether every number can still be told by a person."""

    name: str
    level: Level
    keeps: bool
    change: Change
    needs_spans: bool = False
    """Whether it shows only where a format says how far a cell spans."""
    moves_cells: bool = False
    """Whether cells vanish, widen or come twice, as nothing shows where rows are filled up with blanks."""
    fills_up: bool = False
    """Whether rows are filled up with blanks."""
    swallows_blanks: bool = False
    """Whether blank cells vanish, those of headers too, so that nothing shows a column without a label."""
    strays: bool = False
    """Whether numbers stand where none is named, so that one may fill the place of a blank."""
    by_order: bool = False
    """Whether the order of the form alone tells what a number is."""

    @property
    def sort(self) -> str:
        """The module that the rearrangement stands in."""
        return self.change.__module__.rpartition(".")[2]


FAMILIES: dict[str, Family] = {}


def family(
    name: str,
    level: Level,
    *,
    keeps: bool = True,
    needs_spans: bool = False,
    moves_cells: bool = False,
    fills_up: bool = False,
    swallows_blanks: bool = False,
    strays: bool = False,
    by_order: bool = False,
) -> Callable[[Change], Change]:
    """Enter a rearrangement under a name."""

    def enter(change: Change) -> Change:
        assert name not in FAMILIES, name
        FAMILIES[name] = Family(
            name,
            level,
            keeps,
            change,
            needs_spans,
            moves_cells,
            fills_up,
            swallows_blanks,
            strays,
            by_order,
        )
        return change

    return enter


def may_be_composed(one: Family, other: Family) -> bool:
    """Whether a person could still tell what the numbers of both rearrangements are.

    Damage to a label may turn one of another quantity into one of the form; and where only the
    order tells, it must be the form's.
    """
    for first, second in ((one, other), (other, one)):
        damaged = first.sort == "labels" and not first.keeps
        if damaged and second.sort in ("foreign_rows", "foreign_columns"):
            return False
        if first.by_order and second.sort in ("orders", "foreign_columns", "foreign_rows"):
            return False
    return one is not other


def rearranged(report: Report, families: list[Family], chosen: random.Random) -> Report:
    """Return a report rearranged by one family after another, laid out where it was not yet."""
    for each in sorted(families, key=lambda each: each.level):
        if each.level > Level.TABLE:
            report = laid_out(report)
        report = each.change(report, chosen)
    return laid_out(report)
