"""Finds wrongly decoded text that is left, because its repair is not certain."""

import re
from collections.abc import Iterator

from govreport.expressions import expression
from govreport.normalise.characters import is_frequent
from govreport.normalise.conversion import as_simplified
from govreport.normalise.steps.mojibake.chinese import (
    FOREIGN_SIGN,
    STRANGE_TO_BOTH,
    UTF8_AS_GBK,
    WIDE_RUN,
)
from govreport.normalise.steps.mojibake.reading import (
    WRITTEN_MARKS,
    everyday_share,
    makes_words,
)
from govreport.normalise.steps.mojibake.western import LATIN, LETTER

_UNREAD_LATIN = expression(
    f"(?:{LETTER}|[^\\x00-\\x7f\u2e80-\U0010ffff“”‘’…—·×\u00a0])"
    "(?:[^\\x00-\\x7f\u2e80-\ufffc]){2,}"
)
_CONTROL = expression("[\u0080-\u0084\u0086-\u009f]+")
_LOST = expression("(?:\ufffd|锟斤拷|锟斤|烫烫烫|屯屯屯)+")


def undecoded(text: str) -> list[tuple[int, int]]:
    """Return the stretches that were decoded wrongly and are not repaired.

    Their characters are bytes of the text, each of which a repair needs.
    """
    if not (may_be_garbled(text) or _LOST.search(text) or _CONTROL.search(text)):
        return []
    return [
        *_of_letters(text),
        *_widened(text, _CONTROL),
        *_widened(text, _LOST),
        *_of_gbk(text),
        *_of_ideographs(text),
    ]


def _of_letters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that were read in a Western encoding."""
    for match in _UNREAD_LATIN.finditer(text):
        if len(re.findall(LETTER, match[0])) >= 3:
            yield match.span()


def _of_gbk(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are UTF-8 read as GBK."""
    for start, end in _widened(text, UTF8_AS_GBK):
        if _is_no_script(text[start:end]):
            yield start, end


def _of_ideographs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs that are GBK or Big5, each read as the other."""
    for run in WIDE_RUN.finditer(text):
        strange = STRANGE_TO_BOTH.search(run[0])
        if strange and not makes_words(run[0], 0.3) and _is_foreign(run[0]):
            yield run.span()


def _is_foreign(run: str) -> bool:
    """Whether a run has a sign that no Chinese text has, or hardly an everyday character."""
    return FOREIGN_SIGN.search(run) is not None or (
        len(run) >= _LONG and everyday_share(run) < 0.5
    )


_LONG = 8
"""The shortest run whose share of everyday characters is significant."""


def _is_no_script(stretch: str) -> bool:
    """Whether unusual characters are everyday ones in neither script."""
    plain = as_simplified(stretch)
    return len(plain) > 2 and sum(map(is_frequent, plain)) * 2 < len(plain)


def _widened(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the matches of a pattern with the unusual characters next to them, once each."""
    done = 0
    for match in pattern.finditer(text):
        if match.start() >= done:
            start, done = _with_rare_neighbours(text, *match.span())
            yield start, done


def _with_rare_neighbours(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch over adjacent characters that everyday text does not have."""
    while start and _is_unusual(text[start - 1]):
        start -= 1
    while end < len(text) and _is_unusual(text[end]):
        end += 1
    return start, end


def _is_unusual(character: str) -> bool:
    return (
        character > "\x7f"
        and (character == "\u00a0" or not character.isspace())
        and character not in WRITTEN_MARKS
        and not is_frequent(character)
    )


def may_be_garbled(text: str) -> bool:
    """Whether a text may hold what `mojibake` repairs."""
    return (
        LATIN.search(text) is not None
        or UTF8_AS_GBK.search(text) is not None
        or STRANGE_TO_BOTH.search(text) is not None
    )
