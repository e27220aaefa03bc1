"""The definition of a step: evidence from the whole document, then passes over each text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from govreport.normalise.changes import Edit

Pass = Callable[[str, Any], list[Edit]]
"""Takes a text and the evidence of its step; returns the edits, in order, not overlapping."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, how it weighs a document's evidence, and what it does to a text.

    `weigh` takes every text of the document; None says that there is nothing to do, so that a
    clean document costs one search. `passes` run one after the other over each text. Those in
    `repairs` repair the damage that is fenced from all others.
    """

    name: str
    weigh: Callable[[Sequence[str]], Any]
    passes: tuple[Pass, ...]
    repairs: frozenset[Pass] = frozenset()
