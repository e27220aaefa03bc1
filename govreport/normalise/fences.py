"""Stretches that no step may touch: damage that was found but could not be proved.

A character of such a stretch may be a byte of the text or the place of a lost one. Changing it
would destroy what a person needs for the repair, so it stays as it is and is reported.
"""

from collections.abc import Iterable, Iterator, Sequence

from govreport.normalise.steps.lost_marks import lost
from govreport.normalise.steps.mojibake import undecoded
from govreport.normalise.steps.slips import unproved

Span = tuple[int, int]
"""Start and end of a stretch of a text."""


def fenced(text: str) -> list[Span]:
    """Return the stretches of a text that are fenced, in order and apart."""
    return merged((*unproved(text), *undecoded(text), *lost(text)))


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return stretches in order, with those joined that overlap or touch."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def without(text: str, spans: Sequence[Span]) -> str:
    """Return a text with fenced stretches replaced by line breaks, to be weighed as evidence."""
    return "\n".join(_open(text, spans)) if spans else text


def _open(text: str, spans: Sequence[Span]) -> Iterator[str]:
    done = 0
    for start, end in spans:
        yield text[done:start]
        done = end
    yield text[done:]
