"""A sample of the evaluation with damage by other programs: nothing wrong, and a floor of recall."""

import pytest

from tests.normalise.measure import prose
from tests.normalise.other_damage import Damage, kinds
from tests.sampling import one_in

FLOORS = {
    "UTF-8 read as Windows-1252 twice over": 0.97,
    "UTF-8 read as Windows-1252, lost bytes replaced": 0.93,
    "UTF-8 read as GBK, lost bytes replaced": 0.7,
    "GBK read as Big5": 0.85,
    "quotation marks lost to ?": 0.0,
    "wrapped by breaks": 0.8,
    "wrapped by blanks": 0.9,
    "advertisements amid sentences": 0.95,
}
"""Where the damage leaves too little: characters that are lost, ends that a paragraph cannot hold."""

# What zhconv and hanziconv do is measured by hand: the tests do without these packages.
PRESENT = {
    name: damage
    for name, (_, _, damage) in kinds().items()
    if damage is not None and "conv" not in name
}


@pytest.mark.parametrize("name", one_in(6, PRESENT))
def test_nothing_is_made_worse_and_enough_comes_back(name: str) -> None:
    from tests.normalise.other_damage import measured

    damage: Damage = PRESENT[name]
    found = measured(prose([]), damage)
    assert found.precision >= 0.998
    assert found.recall >= FLOORS.get(name, 0.997)


def test_what_was_lost_is_reported() -> None:
    from tests.normalise.other_damage import measured

    for name in ("quotation marks lost to ?", "UTF-8 read as GBK, lost bytes replaced"):
        assert measured(prose([]), PRESENT[name]).findings > 10
