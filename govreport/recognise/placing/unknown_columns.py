"""Headers without places in which a text that the statute does not know may be no column at all."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from govreport.model.statute import Layout, TableKind
from govreport.model.values import read_value
from govreport.recognise.labels.folding import skeleton
from govreport.recognise.labels.vocabulary import kind_vocabulary
from govreport.recognise.placing.evidence import Texts
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.naming import StatuteCells

_REMARKS = frozenset(["备注", "说明", "附注", "备考", "注"])
_MAY_COVER = "a text of its header is no label, and may stand above several of its columns"
_MAY_BE_DAMAGED = "texts of its header are no labels, but the totals say that columns are theirs"
_PLACE_UNKNOWN = "the totals say that a column unknown to the form is last, its header not"

OF_PLACES = frozenset((_MAY_COVER, _PLACE_UNKNOWN))
"""Doubts in which columns are known, but not where they stand."""

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


def stranger_doubt(
    header: Header, rows: Sequence[Texts], cells: StatuteCells, layout: Layout
) -> str:
    """Return why the columns of table 3 are not told by a header that lacks labels of the form.

    `rows` are the cells behind the labels of each row.
    """
    masks = _known_columns(header.leaves)
    if len(masks) == len(header.leaves) or not cells.total:
        return ""
    form = [cells.of_columns([column.key]) for column in layout.rows[0].columns]
    if set(masks).issuperset(form):
        return _PLACE_UNKNOWN if _is_last_by_totals(header.leaves, rows, cells) else ""
    if cells.total in masks[1:-1]:
        return _MAY_COVER  # the form prints it behind the label above the columns behind it
    if not _are_parts(header.leaves, rows, cells) or _stand_as(form, header.leaves):
        return ""
    return _MAY_BE_DAMAGED


def columns_of_remarks(leaves: Sequence[Leaf]) -> list[int]:
    """Return which columns hold words, not numbers."""
    return [at for at, leaf in enumerate(leaves) if leaf.is_foreign and heads_remarks(leaf.label)]


def _known_columns(leaves: Sequence[Leaf]) -> list[int]:
    """Return the cells of the columns with a label of the form."""
    return [leaf.columns for leaf in leaves if not leaf.is_foreign]


def _is_last_by_totals(
    leaves: Sequence[Leaf], rows: Sequence[Texts], cells: StatuteCells
) -> bool:
    """Whether the totals of most rows agree only if the one column without label is the last.

    A label of several lines is printed before the lower labels of the columns to its left.
    """
    labelled = _known_columns(leaves)
    if len(leaves) != len(labelled) + 1 or leaves[-1].is_foreign or cells.total not in labelled:
        return False
    foreign = next(at for at, leaf in enumerate(leaves) if leaf.is_foreign)
    total = labelled.index(cells.total)
    balance = 0
    for numbers in _numbers_of(leaves, rows):
        own, moved = [*numbers[:foreign], *numbers[foreign + 1 :]], numbers[:-1]
        balance += (sum(moved) == 2 * moved[total]) - (sum(own) == 2 * own[total])
    return balance > 0


def _numbers_of(leaves: Sequence[Leaf], rows: Sequence[Texts]) -> Iterator[list[int | Decimal]]:
    """Yield the numbers of each row that has as many cells as there are columns, 0 for none."""
    for texts in rows:
        if len(texts) == len(leaves):
            yield [read_value(text).value or 0 for text in texts]


def _stand_as(form: Sequence[int], leaves: Sequence[Leaf]) -> bool:
    """Whether each column with a label of the form stands where it does in the form."""
    return len(form) == len(leaves) and all(
        leaf.is_foreign or leaf.columns == mask for leaf, mask in zip(leaves, form, strict=True)
    )


def _are_parts(leaves: Sequence[Leaf], rows: Sequence[Texts], cells: StatuteCells) -> bool:
    """Whether in most rows the total is the sum of all other columns, those without label too."""
    total = next((at for at, leaf in enumerate(leaves) if leaf.columns == cells.total), None)
    if total is None:
        return False
    balance = 0
    for numbers in filter(any, _numbers_of(leaves, rows)):
        balance += 1 if sum(numbers) == 2 * numbers[total] else -1
    return balance > 0
