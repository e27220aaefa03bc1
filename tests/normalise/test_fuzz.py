"""A few hundred texts of the fuzz harness, which `python -m tests.normalise.fuzz` goes on drawing."""

import random

from tests.normalise.fuzz import drawn, fault


def test_nothing_fails_on_random_unicode_and_mixtures_of_damage() -> None:
    chance = random.Random(20)
    for _ in range(300):
        text = drawn(chance)
        wrong = fault(text)
        # How long one takes depends on the machine, so that is not judged here.
        assert not wrong or wrong.endswith(" s"), f"{text!r}: {wrong}"
