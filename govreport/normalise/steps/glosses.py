"""Pinyin in brackets behind the character that it reads, as script-converting mirrors insert it.

A gloss is one only if it is a reading of that very character. Whether glosses are damage or the
text's own explanations is decided over the whole document: one gloss is text, dozens are damage.
Mirrors gloss everyday characters, above all those whose form differs between the scripts; a text
explains rare characters and rare readings.
"""

import re
from collections.abc import Iterator, Sequence

from govreport.normalise.changes import Edit
from govreport.normalise.characters import (
    IDEOGRAPH,
    is_frequent,
    mainland_characters,
    simplified_characters,
)
from govreport.normalise.conversion import AMBIGUOUS
from govreport.normalise.readings import has_reading, reading_count
from govreport.normalise.step import Step

_LETTER = (
    "A-Za-züÜêÊɡāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿăĕĭŏŭĀÁǍÀĒÉĚÈŌÓǑÒ\u0300\u0301\u0304\u0306\u0308\u030c"
)
_GLOSS = re.compile(
    rf"([{IDEOGRAPH}])[ \u00a0\u3000]?[(（][ \u00a0\u3000]?((?:[{_LETTER}]|u:){{1,9}}[0-5]?)[ \u00a0\u3000]?[)）]"
)
_QUOTES = ("“”", "‘’", "「」", "『』", '""')
_FEW = 3
"""So many glosses on everyday characters show that a program inserted them."""

_MANY = 12
"""So many glosses of any kind are more than a text explains."""


def found(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield each gloss of a text: the character, the reading, and where it stands."""
    for match in _GLOSS.finditer(text):
        # A character quoted with its reading, “徵（zhǐ）”, is what the text speaks about.
        quoted = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if quoted not in _QUOTES and has_reading(match[1], match[2]):
            yield match[1], match[2], match.end(1), match.end()


def _is_converted(character: str) -> bool:
    return (
        character not in mainland_characters()
        or character in simplified_characters()
        or character in AMBIGUOUS
    )


def _weigh(texts: Sequence[str]) -> frozenset[bool] | None:
    """Return for which characters glosses are damage: converted ones (True), others (False)."""
    everyday = {True: 0, False: 0}
    total = {True: 0, False: 0}
    for text in texts:
        if "(" not in text and "（" not in text:
            continue
        for character, _, _, _ in found(text):
            kind = _is_converted(character)
            total[kind] += 1
            rare_reading = reading_count(character) > 1 and not kind
            if character not in mainland_characters() or (
                is_frequent(character) and not rare_reading
            ):
                everyday[kind] += 1
    damaged = {kind for kind in (True, False) if everyday[kind] >= _FEW or total[kind] >= _MANY}
    if not damaged and sum(everyday.values()) >= _FEW:
        damaged = {True, False}
    if not damaged and total[True] == 2 and not total[False]:
        damaged = {True}
    return frozenset(damaged) or None


def _without(text: str, damaged: frozenset[bool]) -> list[Edit]:
    if "(" not in text and "（" not in text:
        return []
    return [
        (start, end, "")
        for character, _, start, end in found(text)
        if _is_converted(character) in damaged
    ]


STEP = Step("glosses", _weigh, (_without,))
"""Take out pinyin glosses where they are damage."""
