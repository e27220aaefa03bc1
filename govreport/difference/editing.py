"""How one text becomes another: what stays, what is inserted, what is deleted.

The comparison is `difflib` of the standard library, over characters of Chinese and whole words
and numbers of anything else. Its time grows with the product of the lengths, so longer
texts are compared by clause, and still longer ones count as replaced as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from govreport.difference.changes import Edit, EditKind
from govreport.expressions import expression

_WORD = expression(r"[0-9]+(?:[.,][0-9]+)*%?|[A-Za-z]+|.", re.DOTALL)
_CLAUSE = expression(r"[^，。；：！？,;\n]*[，。；：！？,;\n]?")
_MOST_COMPARISONS = 400_000
_SHORTEST_EQUAL = 2
_EQUAL: tuple[EditKind, ...] = ("equal",)
_UNEQUAL: tuple[EditKind, ...] = ("delete", "insert")


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that lead from one text to another; joined they are both of them."""
    if old == new:
        return (Edit("equal", old),) if old else ()
    for pattern in (_WORD, _CLAUSE):
        one, other = (pattern.findall(text) for text in (old, new))
        start = _shared(one, other)
        end = _shared(one[start:][::-1], other[start:][::-1])
        middle = one[start : len(one) - end], other[start : len(other) - end]
        if len(middle[0]) * len(middle[1]) <= _MOST_COMPARISONS:
            return tuple(
                _joined(
                    [
                        Edit("equal", "".join(one[:start])),
                        *_compared(*middle),
                        Edit("equal", "".join(one[len(one) - end :])),
                    ]
                )
            )
    return Edit("delete", old), Edit("insert", new)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many items two lists have in common at their beginning."""
    differing = (
        at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]
    )
    return next(differing, min(len(one), len(other)))


def _compared(one: Sequence[str], other: Sequence[str]) -> Iterator[Edit]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            text = "".join(one[start:end])
            if len(text) >= _SHORTEST_EQUAL:
                yield Edit("equal", text)
                continue
        # One character between two edits is chance, and would make them hard to read.
        yield Edit("delete", "".join(one[start:end]))
        yield Edit("insert", "".join(other[other_start:other_end]))


def _joined(parts: Sequence[Edit]) -> Iterator[Edit]:
    """Yield edits joined: at most one deletion and one insertion between two equal stretches."""
    for equal, group in groupby(filter(lambda each: each.text, parts), _is_equal):
        run = list(group)
        for kind in _EQUAL if equal else _UNEQUAL:
            text = "".join(each.text for each in run if each.kind == kind)
            if text:
                yield Edit(kind, text)


def _is_equal(edit: Edit) -> bool:
    return edit.kind == "equal"
