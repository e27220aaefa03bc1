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
    long = _seconds(source, name, 4 * SMALL)
    if long > QUICK:
        assert min(_seconds(source, name, 4 * SMALL), long) < GROWTH * _seconds(
            source, name, SMALL
        )
