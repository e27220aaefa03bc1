"""Input of four times the size may not cost much more than four times the time."""

import time

import pytest

from tests.hostile.inputs import INPUTS, outcome

UNBOUNDED = ("long row spans",)
"""A grid of as many rows as columns grows with the square of its source, up to Limits."""
CASES = [
    (source, name)
    for source, inputs in INPUTS.items()
    for name in inputs
    if name not in UNBOUNDED
]
SMALL = 2_000
QUICK = 0.1
"""Seconds that are too few to tell growth from noise."""
GROWTH = 8


def _seconds(source: str, name: str, size: int) -> float:
    data = INPUTS[source][name](size)
    started = time.process_time()
    outcome(source, data)
    return time.process_time() - started


@pytest.mark.parametrize(("source", "name"), CASES)
def test_the_time_grows_with_the_size(source: str, name: str) -> None:
    if _seconds(source, name, 4 * SMALL) > QUICK:
        # Whatever else the machine does makes some of the turns longer, and none shorter.
        turns = [[_seconds(source, name, size) for size in (SMALL, 4 * SMALL)] for _ in range(3)]
        small, long = map(min, zip(*turns, strict=True))
        assert long < GROWTH * small
