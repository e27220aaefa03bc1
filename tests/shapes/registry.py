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
    loses_cells: bool = False
    """Whether cells vanish, which nothing shows where rows are filled up afterwards."""


FAMILIES: dict[str, Family] = {}


def family(
    name: str,
    level: Level,
    *,
    keeps: bool = True,
    needs_spans: bool = False,
    loses_cells: bool = False,
) -> Callable[[Change], Change]:
    """Enter a rearrangement under a name."""

    def enter(change: Change) -> Change:
        assert name not in FAMILIES, name
        FAMILIES[name] = Family(name, level, keeps, change, needs_spans, loses_cells)
        return change

    return enter


def rearranged(report: Report, families: list[Family], chosen: random.Random) -> Report:
    """Return a report rearranged by one family after another, laid out where it was not yet."""
    for each in sorted(families, key=lambda each: each.level):
        if each.level > Level.TABLE:
            report = laid_out(report)
        report = each.change(report, chosen)
    return laid_out(report)
