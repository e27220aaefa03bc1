"""The evaluation: clean prose stays, damaged prose comes back, every step at several rates."""

import random
from pathlib import Path

import pytest

import govreport
from govreport.normalise import STEPS
from tests.normalise.damage import PROCESSES
from tests.normalise.measure import PROSE, Score, prose, score
from tests.sampling import deep

CASES = [(step, name) for step, processes in PROCESSES.items() for name in processes]
EXPECTED = {"Taiwan's wording": 0.995, "astride two characters": 0.98}
"""Where words or bytes are truly lost, less than the usual 99.9 % comes back."""


@pytest.mark.parametrize("path", sorted(PROSE.glob("*.txt")), ids=lambda path: path.stem)
def test_clean_prose_is_not_touched_by_any_step(path: Path) -> None:
    text = path.read_text("utf-8")
    assert govreport.normalize_text(text) == text
    for step in STEPS:
        assert govreport.normalize_text(text, [step]) == text


@pytest.mark.parametrize(("step", "name"), CASES)
@pytest.mark.parametrize("rate", [1.0, deep(0.3)])
def test_damaged_prose_comes_back(step: str, name: str, rate: float) -> None:
    result: Score = score(prose([]), PROCESSES[step][name], rate, 7, None)
    assert result.recall >= EXPECTED.get(name, 0.999)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("script", "punctuation"),
        ("glosses", "spaces"),
        ("glosses", "script"),
        ("spaces", "punctuation"),
    ],
)
def test_independent_steps_give_the_same_in_any_order(one: str, other: str) -> None:
    damaged = prose([])
    chance = random.Random(5)
    for step, name, rate in (
        ("punctuation", "narrowed", 0.7),
        ("glosses", "traditional, tone marks", 0.3),
        ("spaces", "blanks", 0.05),
        ("spaces", "zero-width", 0.05),
    ):
        damaged = PROCESSES[step][name](damaged, rate, chance)
    both = govreport.normalize_text(damaged, [one, other])
    assert govreport.normalize_text(govreport.normalize_text(damaged, [one]), [other]) == both
    assert govreport.normalize_text(govreport.normalize_text(damaged, [other]), [one]) == both


def test_all_damage_at_once_is_undone() -> None:
    clean = prose([])
    damaged = clean
    chance = random.Random(3)
    for step, name, rate in (
        ("punctuation", "narrowed", 1.0),
        ("glosses", "traditional, tone marks", 0.5),
        ("spaces", "blanks", 0.05),
        ("spaces", "zero-width", 0.05),
        ("noise", "furniture", 0.1),
    ):
        damaged = PROCESSES[step][name](damaged, rate, chance)
    assert govreport.normalize_text(damaged) == clean
