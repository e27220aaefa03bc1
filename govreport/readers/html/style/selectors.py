"""Finds the elements that a rule's selectors select (Selectors 4), during the walk of the tree.

A selector is a chain of compounds: `div.a > p b` has three. Every compound of a sheet has a bit. An
element *reaches* a compound where the compound fits it and the one before it in its chain was
reached by the element around it, before it, or by any of those, as the combinator asks. That is
known when the element begins, so that all selectors are matched at once by operations on bits.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import soupsieve
from lxml import etree

from govreport.limits import Limits

if TYPE_CHECKING:
    from soupsieve import css_types

_LONGEST = 500
"""Characters of the longest list of selectors that is understood."""

_COMBINATORS = ("", " ", ">", "+", "~")
"""The combinators before a compound; the first of a chain has none."""

_EMPTY, _ROOT = 0x1, 0x2
"""The flags of soupsieve's selectors that are understood; others select nothing."""


@dataclass(slots=True, eq=False, repr=False)
class _Level:
    """The compounds reached by open elements, and by those before them on their level."""

    reached: int = 0
    around: int = 0
    previous: int = 0
    before: int = 0
    children: int = 0
    named: dict[str, int] = field(default_factory=dict)
    """How many children of each name there are so far."""


@dataclass(slots=True, eq=False, repr=False)
class Selectors:
    """The selectors of a page's style sheets, and the elements that are open in its walk."""

    limits: Limits
    _compounds: list["css_types.Selector"] = field(default_factory=list)
    _by_key: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _further: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _chained: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_COMBINATORS, 0))
    _last: int = 0
    # How specific a selector is and which rule it belongs to, by the number of its last compound.
    _rules: dict[int, tuple[int, int]] = field(default_factory=dict)
    _placed: int = 0
    _fitting: dict[tuple[object, ...], int] = field(default_factory=dict)
    _open: list[_Level] = field(default_factory=lambda: [_Level()])
    _tried: int = 0

    def add(self, selectors: str, rule: int) -> None:
        """Add the selectors of a rule; those that are not understood select nothing."""
        if len(selectors) > _LONGEST:
            return
        try:
            found = soupsieve.compile(selectors).selectors
        except (soupsieve.SelectorSyntaxError, NotImplementedError):
            return
        for selector in _lasting(found):
            self._add_chain(selector, rule)

    def _add_chain(self, selector: "css_types.Selector", rule: int) -> None:
        chain = _chain(selector)
        if not all(_is_understood(compound) for compound, _ in chain):
            return
        for compound, combinator in chain:
            number = len(self._compounds)
            self._compounds.append(compound)
            if _asks_more(compound):
                self._further[_key(compound)].append(number)
            else:
                self._by_key[_key(compound)] |= 1 << number
            self._chained[combinator] |= 1 << number
            if _depends_on_place(compound):
                self._placed |= 1 << number
        self.limits.check("style_rules", len(self._compounds), "the page: parts of selectors")
        last = len(self._compounds) - 1
        self._last |= 1 << last
        self._rules[last] = (sum(_specificity(compound) for compound, _ in chain), rule)

    def enter(self, element: etree._Element, attributes: tuple[tuple[str, str], ...]) -> int:
        """Return the bits of the selectors that select an element that begins."""
        around = self._open[-1]
        around.children += 1
        name = str(element.tag)
        around.named[name] = around.named.get(name, 0) + 1
        fitting = self._fits(element, attributes, around)
        chained = self._chained
        reached = fitting & (
            chained[""]
            | (chained[" "] & (around.around << 1))
            | (chained[">"] & (around.reached << 1))
            | (chained["+"] & (around.previous << 1))
            | (chained["~"] & (around.before << 1))
        )
        around.previous = reached
        around.before |= reached
        self._open.append(_Level(reached, around.around | reached))
        return reached & self._last

    def rules(self, selected: int) -> list[int]:
        """Return the rules of those selectors, the least specific first, then in their order."""
        numbers = [number for number, bit in enumerate(f"{selected:b}"[::-1]) if bit == "1"]
        self._count(len(numbers))
        return [rule for _, rule in sorted(map(self._rules.__getitem__, numbers))]

    def leave(self) -> None:
        """End the innermost element."""
        self._open.pop()

    def _fits(
        self, element: etree._Element, attributes: tuple[tuple[str, str], ...], around: _Level
    ) -> int:
        """Return the bits of the compounds that fit an element."""
        kind = (element.tag, *attributes)
        fitting = self._fitting.get(kind)
        if fitting is None:
            fitting = self._fitting[kind] = self._by_name(str(element.tag), dict(attributes))
        placed = fitting & self._placed
        while placed:
            bit = placed & -placed
            placed ^= bit
            self._count(1)
            if not _stands(self._compounds[bit.bit_length() - 1], element, around):
                fitting ^= bit
        return fitting

    def _by_name(self, tag: str, attributes: Mapping[str, str]) -> int:
        """Return the bits of the compounds that fit an element, wherever it stands."""
        classes = attributes.get("class", "").split()
        keys = {tag, "*", f"#{attributes.get('id')}", *(f".{each}" for each in classes)}
        fitting = 0
        for key in keys & self._by_key.keys():
            fitting |= self._by_key[key]
        for key in sorted(keys & self._further.keys()):
            self._count(len(self._further[key]))
            found = [n for n in self._further[key] if _fits(self._compounds[n], tag, attributes)]
            fitting |= sum(1 << number for number in found)
        return fitting

    def _count(self, tried: int) -> None:
        self._tried += tried
        self.limits.check("style_matches", self._tried, "the page: selectors tried on elements")


def _lasting(found: "css_types.SelectorList") -> Iterator["css_types.Selector"]:
    """Yield the selectors of a list but for those of passing states, as `:hover`."""
    for each in found:
        if hasattr(each, "relation"):
            yield cast("css_types.Selector", each)


def _chain(selector: "css_types.Selector") -> list[tuple["css_types.Selector", str]]:
    """Return the compounds of a selector from the outside in, each with the combinator before it."""
    found = []
    compound: css_types.Selector | None = selector
    while compound is not None:
        outer = next(_lasting(compound.relation), None)
        found.append((compound, "" if outer is None else outer.rel_type or ""))
        compound = outer
    return found[::-1]


def _is_understood(compound: "css_types.Selector") -> bool:
    if compound.contains or compound.lang or compound.flags & ~(_EMPTY | _ROOT):
        return False
    if any(map(_counts_from_last, compound.nth)):
        return False
    if len(compound.relation) > sum(1 for _ in _lasting(compound.relation)):
        return False
    inners = (inner for each in compound.selectors for inner in _lasting(each))
    return all(map(_is_understood_within, inners))


def _is_understood_within(inner: "css_types.Selector") -> bool:
    """Whether a compound within another, as in `:not()`, is understood."""
    return not inner.relation and _is_understood(inner) and not _depends_on_place(inner)


def _counts_from_last(nth: "css_types.SelectorNth") -> bool:
    """Whether a position is counted from the last child, and is not that child's own."""
    return nth.last and bool(nth.n or nth.b != 1 or nth.of_type)


def _depends_on_place(compound: "css_types.Selector") -> bool:
    return bool(compound.nth or compound.flags)


def _key(compound: "css_types.Selector") -> str:
    """Return what an element must have for a compound to fit it: an id, a class or a name."""
    if compound.ids:
        return f"#{compound.ids[0]}"
    if compound.classes:
        return f".{compound.classes[0]}"
    return compound.tag.name.lower() if compound.tag is not None else "*"


def _asks_more(compound: "css_types.Selector") -> bool:
    """Whether a compound requires more of an element than the key under which it is found."""
    names = len(compound.ids) + len(compound.classes)
    names += compound.tag is not None and compound.tag.name != "*"
    return names > 1 or bool(compound.attributes or compound.selectors)


def _fits(compound: "css_types.Selector", tag: str, attributes: Mapping[str, str]) -> bool:
    if compound.tag is not None and compound.tag.name.lower() not in {"*", tag}:
        return False
    if compound.ids and {attributes.get("id")} != {*compound.ids}:
        return False
    if compound.classes and not {*compound.classes} <= {*attributes.get("class", "").split()}:
        return False
    if not all(_has(attribute, attributes) for attribute in compound.attributes):
        return False
    return all(_fits_one(each, tag, attributes) for each in compound.selectors)


def _fits_one(within: "css_types.SelectorList", tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether one of several compounds fits, or none does where they are within `:not()`."""
    found = any(_fits(inner, tag, attributes) for inner in _lasting(within))
    return found is not within.is_not


def _has(attribute: "css_types.SelectorAttribute", attributes: Mapping[str, str]) -> bool:
    value = attributes.get(attribute.attribute.lower())
    # Not every version of soupsieve distinguishes these two.
    if value is None:
        return getattr(attribute, "inverse", False)
    if getattr(attribute, "ignore_case", False):
        value = value.lower()
    return attribute.pattern is None or attribute.pattern.search(value) is not None


def _stands(compound: "css_types.Selector", element: etree._Element, around: _Level) -> bool:
    """Whether an element has the position on its level that a compound requires."""
    if compound.flags & _ROOT and element.getparent() is not None:
        return False
    if compound.flags & _EMPTY and (len(element) or element.text):
        return False
    return all(
        _is_nth(nth, element, around.named[str(element.tag)] if nth.of_type else around.children)
        for nth in compound.nth
    )


def _is_nth(nth: "css_types.SelectorNth", element: etree._Element, place: int) -> bool:
    if nth.last:
        return element.getnext() is None
    if not nth.n or nth.a == 0:
        return place == nth.b
    steps, rest = divmod(place - nth.b, nth.a)
    return rest == 0 and steps >= 0


def _specificity(compound: "css_types.Selector") -> int:
    """Return how specific a compound is: ids before classes before names."""
    named = compound.tag is not None and compound.tag.name != "*"
    middle = len(compound.classes) + len(compound.attributes) + len(compound.nth)
    inner = sum(max(map(_specificity, _lasting(each)), default=0) for each in compound.selectors)
    return 1_000_000 * len(compound.ids) + 1_000 * middle + named + inner
