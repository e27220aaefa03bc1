"""Finds unwanted gaps between Chinese characters, by the words that they split.

A blank between two words may be the author's, to separate names, the halves of a slogan, fields of
a form. A blank within a word is damage. If a document shows several of them, the gaps between its
words have the same cause.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govreport.expressions import expression
from govreport.normalise.characters import IDEOGRAPH
from govreport.normalise.conversion import as_simplified
from govreport.normalise.words import segmented

_SEVERAL = 3
_ONE_IN = 8
"""At least one in so many gaps of a damaged document splits a word; by chance, half do."""
_RUN = expression(f"[{IDEOGRAPH}]+")
_LAST_RUN = expression(f"[{IDEOGRAPH}]+$")
_SHORT = range(2, 5)
"""The length of a name; two names around a gap may form a word by chance."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch between two ideographs."""

    start: int
    end: int
    cuts: bool
    """Whether it is within a word."""


def gaps(text: str, between: re.Pattern[str]) -> list[Gap]:
    """Return the gaps of a text, which `between` matches, and whether each cuts a word.

    A word is looked for in the text without any of the gaps.
    """
    matches = list(between.finditer(text))
    if not matches:
        return []
    parts: list[str] = []
    places: list[int] = []  # where each gap is in the closed text
    done = closed = 0
    for match in matches:
        parts.append(text[done : match.start()])
        closed += match.start() - done
        places.append(closed)
        done = match.end()
    parts.append(text[done:])
    inside = within_words(as_simplified("".join(parts)), places)
    return [
        Gap(match.start(), match.end(), place in inside and not _between_names(text, match))
        for match, place in zip(matches, places, strict=True)
    ]


def within_words(text: str, places: Iterable[int]) -> set[int]:
    """Return those of some places of a text that are within a word."""
    wanted = sorted(set(places))
    found: set[int] = set()
    next_place = 0
    for run in _RUN.finditer(text):
        while next_place < len(wanted) and wanted[next_place] <= run.start():
            next_place += 1
        if next_place == len(wanted) or wanted[next_place] >= run.end():
            continue
        begin = run.start()
        for word in segmented(run[0]):
            found.update(range(begin + 1, begin + len(word)))
            begin += len(word)
    return found.intersection(wanted)


def _between_names(text: str, match: re.Match[str]) -> bool:
    """Whether the texts on both sides may be names: 张文 明亮 contains 文明 by chance.

    A name has two to four characters, and neither letter nor number touches it.
    """
    before = _LAST_RUN.search(text, max(0, match.start() - 6), match.start())
    after = _RUN.match(text, match.end(), match.end() + 6)
    return bool(before and after) and all(
        len(run[0]) in _SHORT and not beside.isalnum()
        for run, beside in (
            (before, text[before.start() - 1 : before.start()] if before else ""),
            (after, text[after.end() : after.end() + 1] if after else ""),
        )
        if run
    )


def proven(found: Iterable[Gap]) -> bool:
    """Whether the gaps of a document show that they were put in without regard to words."""
    all_gaps = list(found)
    cutting = sum(gap.cuts for gap in all_gaps)
    return cutting >= _SEVERAL and cutting * _ONE_IN >= len(all_gaps)


_CLAUSE = expression("[^，。；：！？、“”‘’（）《》,;:!?()\n]+")


def in_cut_clauses(text: str, found: list[Gap]) -> Iterator[Gap]:
    """Yield the gaps of clauses in which one of at most four gaps cuts a word."""
    if not any(gap.cuts for gap in found):
        return
    position = 0
    for clause in _CLAUSE.finditer(text):
        inside: list[Gap] = []
        while position < len(found) and found[position].start < clause.end():
            if found[position].start >= clause.start():
                inside.append(found[position])
            position += 1
        if sum(gap.cuts for gap in inside) * 4 >= len(inside):
            yield from inside
