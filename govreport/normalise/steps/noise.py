"""Removes text that is not the report's, and restores its text from other characters.

Each kind has a module of its own, which describes its evidence. The `Change` quotes everything
that is removed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from govreport.normalise.changes import Edit
from govreport.normalise.step import Step
from govreport.normalise.steps.adverts import ADVERT_WORD, adverts
from govreport.normalise.steps.entities import references
from govreport.normalise.steps.furniture import bylines, has_furniture, is_furnished, marks
from govreport.normalise.steps.lookalikes import holds_any, look_alikes, twins
from govreport.normalise.steps.lost_marks import LostBlanks, lost_blanks, weigh_lost_blanks
from govreport.normalise.steps.mojibake import (
    Reading,
    may_be_garbled,
    mojibake,
    proved_readings,
)
from govreport.normalise.steps.placeholders import HELD, are_inserted, of_standard, placeholders


@dataclass(frozen=True, slots=True)
class _NoiseEvidence:
    readings: frozenset[Reading]
    """The wrong decodings that the document proves."""
    blanks: LostBlanks
    """What is known about blanks that became question marks."""
    inserted: bool
    """Whether characters without meaning were put between the words."""
    furnished: bool
    """Whether the document has several pieces of a page's furniture."""


def _weigh(texts: Sequence[str]) -> _NoiseEvidence | None:
    if not any(map(_is_suspect, texts)):
        return None
    return _NoiseEvidence(
        proved_readings(texts),
        weigh_lost_blanks(texts),
        are_inserted(texts),
        is_furnished(texts),
    )


def _is_suspect(text: str) -> bool:
    return (
        "?" in text
        or "&" in text
        or has_furniture(text)
        or holds_any(text)
        or HELD.search(text) is not None
        or ADVERT_WORD.search(text) is not None
        or may_be_garbled(text)
    )


def _mojibake(text: str, evidence: _NoiseEvidence) -> list[Edit]:
    return mojibake(text, evidence.readings)


def _placeholders(text: str, evidence: _NoiseEvidence) -> list[Edit]:
    return placeholders(text, evidence.inserted)


def _bylines(text: str, evidence: _NoiseEvidence) -> list[Edit]:
    return bylines(text, evidence.furnished)


def _lost_blanks(text: str, evidence: _NoiseEvidence) -> list[Edit]:
    return lost_blanks(text, evidence.blanks)


STEP = Step(
    "noise",
    _weigh,
    (
        references,
        _mojibake,
        of_standard,
        look_alikes,
        twins,
        _placeholders,
        marks,
        _bylines,
        _lost_blanks,
        adverts,
    ),
    frozenset((_mojibake, _placeholders, _lost_blanks)),
)
"""Removes text that is not the report's and repairs wrong decoding."""
