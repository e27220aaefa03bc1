"""Traditional script to simplified, where the document as a whole shows that it was converted.

A document in simplified script is left alone byte for byte, whatever names it holds, and costs
one search. Three kinds of traditional text are told apart by their own words: the mainland's,
converted character by character; Taiwan's, with other words for many things; Hong Kong's, which
differs in characters only.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from govreport.normalise.changes import Edit
from govreport.normalise.characters import IDEOGRAPH, not_mainland, simplified_characters
from govreport.normalise.conversion import AMBIGUOUS, ambiguous, simplified
from govreport.normalise.step import Step
from govreport.normalise.steps.taiwan import Wording, phrase_edits, weigh_wording

_IDEOGRAPH = re.compile(f"[{IDEOGRAPH}]")
_QUOTED = re.compile(
    "“[^“”\n]{0,200}”|《[^《》\n]{0,200}》|「[^「」\n]{0,200}」|‘[^‘’\n]{0,200}’"
)
_SENTENCE = re.compile("[^。；！？;!?\n]+")
_CORNERS = str.maketrans("「」『』", "“”‘’")

_SHARE = 0.04
"""Of the characters that tell the scripts apart; names and quotations stay below it."""

_WIDESPREAD = 5
"""Sentences with traditional characters, outside quotations, that show a slighter conversion."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    table: dict[str, str]
    """Every traditional character of the document with its simplified one."""
    only_traditional: bool
    """Whether the document as a whole is traditional, so that no text of it needs to show it."""
    wording: Wording | None
    """What is known of the wording where it is Taiwan's."""


def _weigh(texts: Sequence[str]) -> _Evidence | None:
    pattern = not_mainland()
    candidates = Counter(each for text in texts for each in pattern.findall(text))
    if not candidates:
        return None
    strange = {each for text in texts for each in _IDEOGRAPH.findall(text)}
    table = simplified(strange)
    traditional = {
        each: count
        for each, count in candidates.items()
        if each in table and each not in AMBIGUOUS
    }
    count = sum(traditional.values())
    if not count:
        return None
    marks = simplified_characters()
    plain = sum(1 for text in texts for each in text if each in marks)
    share = count / (count + plain)
    widespread = len(traditional) > _WIDESPREAD and _spread(texts, traditional) >= _WIDESPREAD
    if not (
        (share >= _SHARE and (count > 1 or not plain)) or (widespread and share >= _SHARE / 10)
    ):
        return None
    if plain and share < 0.5 and not _outside_quotations(texts, traditional):
        return None
    return _Evidence(
        {key: value for key, value in table.items() if key not in AMBIGUOUS},
        share >= 0.5,
        weigh_wording(texts),
    )


def _spread(texts: Sequence[str], traditional: dict[str, int]) -> int:
    """Return in how many sentences traditional characters stand outside quotations."""
    return sum(
        any(each in traditional for each in sentence)
        for text in texts
        for sentence in _SENTENCE.findall(_QUOTED.sub("", text))
    )


def _outside_quotations(texts: Sequence[str], traditional: dict[str, int]) -> bool:
    return any(each in traditional for text in texts for each in _QUOTED.sub("", text))


def _words(text: str, evidence: _Evidence) -> list[Edit]:
    return phrase_edits(text, evidence.wording) if evidence.wording is not None else []


def _characters(text: str, evidence: _Evidence) -> list[Edit]:
    table = evidence.table
    edits = [(n, n + 1, table[each]) for n, each in enumerate(text) if each in table]
    if edits or evidence.only_traditional:
        edits = sorted((*edits, *ambiguous(text, not evidence.only_traditional)))
        if "「" in text or "『" in text:
            edits = sorted((*edits, *_corners(text)))
    return edits


def _corners(text: str) -> list[Edit]:
    return [
        (n, n + 1, each.translate(_CORNERS)) for n, each in enumerate(text) if each in "「」『』"
    ]


STEP = Step("script", _weigh, (_words, _characters))
"""Convert traditional script to simplified."""
