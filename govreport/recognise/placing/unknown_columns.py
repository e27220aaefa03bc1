"""Columns that the statute does not know: fragments of labels, and remarks."""

from collections.abc import Sequence

from govreport.model.statute import TableKind
from govreport.recognise.labels.folding import skeleton
from govreport.recognise.labels.vocabulary import kind_vocabulary
from govreport.recognise.placing.leaves import Header, Leaf

_REMARKS = frozenset(["备注", "说明", "附注", "备考", "注"])
_FRAGMENTS = "its header is in fragments, which may be those of several labels"
_JOINED = "labels of its header are run together, so that it has more columns than texts"
_FEWEST_FRAGMENTS = 2
"""Labels of one character each that show that labels were cut."""


def fragments_doubt(header: Header, kind: TableKind) -> str:
    """Return why the columns of a header are not told whose labels were cut or run together."""
    fragments = [leaf.label for leaf in header.leaves if leaf.is_foreign]
    alone = sum(len(each.strip()) == 1 and not each.isascii() for each in fragments)
    if alone >= _FEWEST_FRAGMENTS:
        return _FRAGMENTS
    joined = any(len(kind_vocabulary(kind).split(each)) > 1 for each in fragments)
    return _JOINED if joined and not header.in_place else ""


def heads_remarks(text: str) -> bool:
    """Whether a header says that words, not numbers, are below it."""
    return skeleton(text) in _REMARKS


def columns_of_remarks(leaves: Sequence[Leaf]) -> list[int]:
    """Return which columns hold words, not numbers."""
    return [at for at, leaf in enumerate(leaves) if leaf.is_foreign and heads_remarks(leaf.label)]
