"""Rearranged reports are read: never a wrong number, nothing lost, and most of what they say.

The whole search is `python -m tests.shapes.shares`; what it found is in docs/dialects.md.
"""

import pytest

from tests.shapes import families as _families  # noqa: F401 - enters the families
from tests.shapes.registry import FAMILIES, Family
from tests.shapes.rendering import FLOWING, PLACED, Rendering
from tests.shapes.shares import Trial, trial

KEEPING = tuple(each for each in FAMILIES.values() if each.keeps)
QUICK = range(1)
DEEP = range(10, 22)
LEAST_PLACED = 0.97
LEAST_OF_ONE_DRAW = 0.95
LEAST_FLOWING = 0.8
"""Text that shows cells one after another often does not tell where they stand."""


some_and_all = pytest.mark.parametrize(
    "families",
    [
        pytest.param(KEEPING[::8], id="some"),
        pytest.param(KEEPING, id="all", marks=pytest.mark.deep),
    ],
)
"""Families of which the quick tests try one in eight."""


def trials(
    families: tuple[Family, ...], seeds: range, renderings: tuple[Rendering, ...]
) -> list[Trial]:
    return [trial((each,), seed, renderings) for each in families for seed in seeds]


def wrong_or_lost(found: list[Trial]) -> list[tuple[str, str, int]]:
    """Return the sources of which a number is wrong that its source tells, or a text is lost."""
    return [
        (each.name, each.rendering.name, each.seed)
        for each in found
        if (each.judgement.wrong and not each.excused) or each.judgement.lost
    ]


def share(found: list[Trial]) -> float:
    numbers = sum(each.judgement.numbers for each in found)
    return sum(each.judgement.right for each in found) / numbers


@some_and_all
def test_what_shows_every_cell_in_its_place_is_read(families: tuple[Family, ...]) -> None:
    found = trials(families, QUICK, PLACED)
    assert not wrong_or_lost(found)
    assert share(found) >= LEAST_PLACED


@some_and_all
def test_what_shows_cells_one_after_another_is_read_in_part(families: tuple[Family, ...]) -> None:
    found = trials(families, QUICK, FLOWING)
    assert not wrong_or_lost(found)
    assert share(found) >= LEAST_FLOWING


@pytest.mark.deep
@pytest.mark.parametrize("seed", DEEP)
def test_no_number_of_what_keeps_its_places_is_wrong(seed: int) -> None:
    found = trials(KEEPING, range(seed, seed + 1), PLACED)
    assert not wrong_or_lost(found)
    assert share(found) >= LEAST_OF_ONE_DRAW
