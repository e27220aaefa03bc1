"""Input of four times the size may not cost much more than four times the time."""

from functools import partial

import pytest

from tests.hostile.inputs import INPUTS, outcome
from tests.sampling import one_in
from tests.timing import grows_at_most

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


@pytest.mark.timed
@pytest.mark.parametrize(("source", "name"), CASES)
def test_the_time_grows_with_the_size(source: str, name: str) -> None:
    small, large = (INPUTS[source][name](size) for size in (SMALL, 4 * SMALL))
    assert grows_at_most(
        GROWTH, partial(outcome, source, small), partial(outcome, source, large), QUICK
    )


@pytest.mark.parametrize("case", one_in(3, CASES, "-".join))
def test_every_input_is_read_or_refused(case: tuple[str, str]) -> None:
    source, name = case
    told = outcome(source, INPUTS[source][name](SMALL))
    assert told == "read" or told.startswith("refused: ")
