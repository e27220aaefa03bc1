"""Pairs the texts of two reports: equal, edited, or without a counterpart."""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from govreport.difference.changes import Position, Role

_LEAST_LIKENESS = 0.5
_MOST_CANDIDATES = 3_600
_LONGEST = 2_000
"""Characters of a text by which its likeness to others is judged."""


@dataclass(frozen=True)
class TextUnit:
    """A text of a report: its kind, its place, and its section."""

    role: Role
    text: str
    place: Position
    section: str

    @cached_property
    def pairs(self) -> Counter[str]:
        """Its pairs of neighbouring characters, by which it is compared with others."""
        text = f"^{self.text[:_LONGEST]}$"
        return Counter(text[at : at + 2] for at in range(len(text) - 1))


def paired(old: Sequence[TextUnit], new: Sequence[TextUnit]) -> dict[int, int]:
    """Return which unit of `new` each unit of `old` has become, by position.

    Equal texts are paired first, those of one section before others; then those of one section
    that are most alike, then those of any section.
    """
    found: dict[int, int] = {}
    for same_section in (True, False):
        _pair_equal(old, new, found, same_section=same_section)
    for same_section in (True, False):
        _pair_alike(old, new, found, same_section=same_section)
    return found


def _pair_equal(
    old: Sequence[TextUnit], new: Sequence[TextUnit], found: dict[int, int], *, same_section: bool
) -> None:
    taken = set(found.values())
    waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for at, unit in enumerate(new):
        if at not in taken:
            waiting[_key(unit, same_section)].append(at)
    for at, unit in enumerate(old):
        if at not in found and waiting[_key(unit, same_section)]:
            found[at] = waiting[_key(unit, same_section)].popleft()


def _key(unit: TextUnit, same_section: bool) -> tuple[str, ...]:
    return (unit.role, unit.text, unit.section if same_section else "")


def _pair_alike(
    old: Sequence[TextUnit], new: Sequence[TextUnit], found: dict[int, int], *, same_section: bool
) -> None:
    taken = set(found.values())
    groups: dict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, units, used in ((0, old, found.keys()), (1, new, taken)):
        for at, unit in enumerate(units):
            if at not in used:
                groups[unit.role, unit.section if same_section else ""][side].append(at)
    for ones, others in groups.values():
        if len(ones) * len(others) <= _MOST_CANDIDATES:
            _pair_group(old, new, ones, others, found)


def _pair_group(
    old: Sequence[TextUnit],
    new: Sequence[TextUnit],
    ones: list[int],
    others: list[int],
    found: dict[int, int],
) -> None:
    ranked = sorted(
        (-_likeness(old[one], new[other]), one, other) for one in ones for other in others
    )
    taken: set[int] = set()
    for likeness, one, other in ranked:
        if -likeness < _LEAST_LIKENESS:
            return
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)


def _likeness(one: TextUnit, other: TextUnit) -> float:
    shared = (one.pairs & other.pairs).total()
    return 2 * shared / (one.pairs.total() + other.pairs.total())


def displaced(positions: Sequence[int]) -> set[int]:
    """Return the indices of those positions that are out of order with most others."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, position in enumerate(positions):
        length = bisect_left(tails, position)
        _put(tails, length, position)
        _put(ends, length, at)
        before.append(ends[length - 1] if length else -1)
    return set(range(len(positions))) - set(_chain(ends, before))


def _chain(ends: list[int], before: list[int]) -> Iterator[int]:
    at = ends[-1] if ends else -1
    while at >= 0:
        yield at
        at = before[at]


def _put(items: list[int], at: int, item: int) -> None:
    if at == len(items):
        items.append(item)
    else:
        items[at] = item
