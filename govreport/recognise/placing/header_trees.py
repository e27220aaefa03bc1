"""The ways in which a header without positions may be read: which label stands above which.

Programs print the cells of a header line by line, each where it begins, so that its labels are the
nodes of a tree from the top down, those above one another's side first. In that order the labels
that stand above are never printed in another order than those below them; every tree of which this
is true, and in which each label of the form stands where it can, is a reading.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product

from govreport.recognise.placing.header_labels import (
    TreeLabel,
    covers,
    labels_of,
    with_one_total,
    without_late,
)
from govreport.recognise.placing.labels_beside import named_together
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.named_lines import TextLine
from govreport.recognise.placing.naming import (
    StatuteCells,
    counts_rows,
    is_neutral,
)
from govreport.recognise.placing.sheets import Side

_MOST_LABELS = 40
"""Labels of a header that are gone through."""
_MOST_STEPS = 4000
"""Steps after which a header is held to be one that nobody understands."""
_ROOT = -1

Leaves = tuple[Leaf, ...]


def readings_of(header: Sequence[TextLine], side: Side, cells: StatuteCells) -> list[Leaves]:
    """Return the columns of a header in each of its readings that tells known columns otherwise.

    Lines are believed to be those of the header if any reading keeps them. The columns of a table
    with labels of columns beside its numbers are the rows of the form.
    """
    labels = labels_of(header, side)
    if not _may_be_read(labels, side):
        return []
    if found := _readings(labels, side, cells):
        return found
    several = with_one_total(labels, cells.total) if cells.kind == "applications" else ()
    found = [*chain.from_iterable(_readings(each, side, cells) for each in several)]
    if found or len(early := without_late(labels)) == len(labels):
        return found
    return _readings(early, side, cells)


def _readings(labels: Sequence[TreeLabel], side: Side, cells: StatuteCells) -> list[Leaves]:
    for keeps_lines, parted in product((True, False), (False, True)):
        found: dict[object, Leaves] = {}
        for own in _ways_to_begin(labels, side):
            if found and labels[0].sort == "neutral":
                break  # what only heads the labels is not above the columns, too
            for leaves in _Trees(own, cells, side, keeps_lines, parted).leaves():
                found.setdefault(told_by(leaves), leaves)
        if found:
            return list(found.values())
    return []


def _ways_to_begin(labels: Sequence[TreeLabel], side: Side) -> Iterator[Sequence[TreeLabel]]:
    """Yield the labels of columns: without the first, which may head the labels of rows, or all."""
    if any(side) and labels[0].sort in ("foreign", "neutral"):
        yield labels[1:]
    yield labels


def told_by(leaves: Sequence[Leaf]) -> tuple[tuple[int, int], ...]:
    """Return what the labels of columns name, nothing where the form does not know them."""
    return tuple([(0, 0) if leaf.is_foreign else (leaf.rows, leaf.columns) for leaf in leaves])


def _may_be_read(labels: Sequence[TreeLabel], side: Side) -> bool:
    """Whether a header names columns, one text each, and is not that of numbers before labels."""
    if len(labels) > _MOST_LABELS or not any(label.is_known for label in labels):
        return False
    return not any(
        label.sort in ("value", "year") or _holds_several(label) for label in labels
    ) and not (side.rows and counts_rows(labels[0].text.piece.text))


def _holds_several(label: TreeLabel) -> bool:
    """Whether a text that is not a label is a line of headers."""
    words = label.text.piece.text.split()
    return label.sort == "foreign" and len(words) > 1 and any(map(is_neutral, words))


class _Trees:
    """The trees of the labels of a header in the order in which they are printed."""

    def __init__(
        self,
        labels: Sequence[TreeLabel],
        cells: StatuteCells,
        side: Side,
        keeps_lines: bool,
        parted: bool,
    ) -> None:
        self._labels = labels
        self._cells = cells
        self._side = side
        self._lines = [label.line for label in labels] if keeps_lines else []
        self._parted = parted and any(label.is_quantity for label in labels)
        """Whether labels stand below those of all columns, and say which number is which."""
        self._covering = [any(covers(one, other) for other in labels) for one in labels]
        self._covered = [any(covers(other, one) for other in labels) for one in labels]
        self._names_columns = any(label.text.named.columns for label in labels)
        self._steps = 0

    def leaves(self) -> Iterator[Leaves]:
        """Yield the columns of each tree, none if there are too many to go through."""
        if not self._labels:
            return
        found = [leaves for above in self._trees([]) if (leaves := self._leaves_of(above))]
        if self._steps <= _MOST_STEPS:
            yield from found

    def _trees(self, above: list[int]) -> Iterator[list[int]]:
        """Yield for each label the one above it; those above come in the order of those below."""
        self._steps += 1
        if self._steps > _MOST_STEPS:
            return
        at = len(above)
        last = above[-1] if above else _ROOT
        if at == len(self._labels):
            if all(map(self._may_be_lowest, range(last + 1, at))):
                yield above
            return
        for parent in self._parents(last, at):
            if self._may_stand(parent, at) and not self._stands_there(above, parent, at):
                yield from self._trees([*above, parent])

    def _parents(self, last: int, at: int) -> Iterator[int]:
        """Yield what a label may stand below, from what the one before it stands below.

        A label that is passed over has none below it.
        """
        for parent in range(last, at):
            if parent > last + 1 and not self._may_be_lowest(parent - 1):
                return
            yield parent

    def _stands_there(self, above: Sequence[int], parent: int, at: int) -> bool:
        """Whether the same label stands directly below another already, of groups just before.

        A group between whose columns another one stands is printed on either side of it.
        """
        first = max(0, at - 1) if self._covering[at] else 0
        label = self._labels[at]
        return (label.is_known or self._parted) and any(
            _name_the_same(self._labels[other], label)
            for other in range(at - 1, first - 1, -1)
            if above[other] == parent
        )

    def _may_be_lowest(self, at: int) -> bool:
        """Whether no label need stand below one."""
        label = self._labels[at]
        if self._heads(label) or (self._parted and label.is_column):
            return False
        return not label.is_known or label.is_column or not self._covering[at]

    def _may_stand(self, parent: int, at: int) -> bool:
        """Whether a label may stand directly below another, or uppermost."""
        label = self._labels[at]
        over = self._labels[parent] if parent != _ROOT else None
        if not self._is_line_below(over, at):
            return False
        if self._parted and not label.is_known and not self._heads(label):
            return over is not None and over.is_column
        if over is None:
            return self._may_be_uppermost(at)
        if over.is_known:
            return self._goes_below(over, parent, label)
        return over.sort == "neutral" or label.sort != "neutral"

    def _is_line_below(self, over: TreeLabel | None, at: int) -> bool:
        """Whether a label is on the line below that of another, or on the first."""
        return not self._lines or self._lines[at] == (over.line + 1 if over else self._lines[0])

    def _heads(self, label: TreeLabel) -> bool:
        """Whether a label says nothing of single columns, and stands above some of them."""
        return label.sort == "neutral" and not (self._parted and label.is_quantity)

    def _may_be_uppermost(self, at: int) -> bool:
        """Whether a label needs none above it, as one of a column of table 4 needs a group's."""
        is_review = self._cells.kind == "reviews" and not any(self._side)
        return not self._covered[at] and not (is_review and self._labels[at].is_column)

    def _goes_below(self, over: TreeLabel, parent: int, label: TreeLabel) -> bool:
        """Whether a label may stand directly below one of the form."""
        if over.is_column or not label.is_known:
            return label.sort == "foreign" and not over.is_column
        if over.text.named.rows and not label.text.named.rows:
            return bool(label.text.named.columns) and not self._covering[parent]
        return covers(over, label) and not any(
            covers(over, other) and covers(other, label) for other in self._labels
        )

    def _leaves_of(self, above: Sequence[int]) -> Leaves | None:
        """Return the columns of a tree from left to right, None if it contradicts the form."""
        below: dict[int, list[int]] = {}
        for at, parent in enumerate(above):
            below.setdefault(parent, []).append(at)
        if not (self._head_several(below) and self._are_parted_alike(below)):
            return None
        heads = sum(at != _ROOT and self._heads(self._labels[at]) for at in below)
        leaves: list[Leaf] = []
        for path in _paths(_ROOT, (), below):
            leaf = self._leaf(path, heads)
            if leaf is None:
                return None
            leaves.append(leaf)
        return tuple(leaves) if _are_consistent(leaves) else None

    def _head_several(self, below: Mapping[int, Sequence[int]]) -> bool:
        """Whether each text that the form does not know is a column, or above several."""
        return all(
            at == _ROOT or len(own) > 1 or self._labels[at].sort != "foreign"
            for at, own in below.items()
        )

    def _are_parted_alike(self, below: Mapping[int, Sequence[int]]) -> bool:
        """Whether the same stands below all labels of columns, one text of it of the year."""
        if not self._parted:
            return True
        columns = [at for at, label in enumerate(self._labels) if label.is_column]
        parts = [[self._labels[each] for each in below[at]] for at in columns]
        texts = {tuple([label.text.piece.text for label in own]) for own in parts}
        return len(texts) == 1 and sum(label.is_quantity for label in parts[0]) == 1

    def _leaf(self, path: Sequence[int], heads: int) -> Leaf | None:
        """Return the column below the labels of a path, None if they contradict each other.

        Labels that say nothing of single columns, of which there are so many `heads`, stand above all.
        """
        labels = [self._labels[at] for at in path]
        if not self._stands_below_its_covers(labels):
            return None
        if any(label.sort == "foreign" for label in labels):
            return self._foreign_leaf(labels, path)
        rows, columns = named_together([label.text for label in labels if label.is_known])
        leaf = Leaf(rows, columns, _name(labels))
        are_above = sum(map(self._heads, labels)) == heads
        return leaf if are_above and self._is_told(leaf) else None

    def _foreign_leaf(self, labels: Sequence[TreeLabel], path: Sequence[int]) -> Leaf | None:
        """Return a column that the form does not know."""
        rows, columns = named_together([label.text for label in labels if label.is_known])
        *above, lowest = labels
        name = lowest.text.piece.text
        if not lowest.is_known:
            return Leaf(rows, 0, _name(labels), is_foreign=True)
        if any(label.is_known for label in above) and not self._parts_a_group(path):
            return None
        over = [label.text.piece.text for label in above if label.sort == "foreign"]
        return Leaf(rows, columns, f"{over[-1]} {name}", is_foreign=True)

    def _parts_a_group(self, path: Sequence[int]) -> bool:
        """Whether a text stands where the form has groups of table 4, above columns of others."""
        if not self._comes_again(self._labels[path[-1]]):
            return False
        foreign = next(at for at, each in enumerate(path) if self._labels[each].sort == "foreign")
        over = path[foreign - 1]
        return bool(self._labels[over].text.named.rows) and self._covering[over]

    def _comes_again(self, label: TreeLabel) -> bool:
        """Whether another label of the header names the same."""
        return sum(_name_the_same(each, label) for each in self._labels) > 1

    def _stands_below_its_covers(self, path: Sequence[TreeLabel]) -> bool:
        """Whether each label of a path that others of the header cover is below one of them."""
        return all(
            any(covers(over, label) for over in path)
            or not any(covers(other, label) for other in self._labels)
            for label in path
            if label.is_known
        )

    def _is_told(self, leaf: Leaf) -> bool:
        """Whether a column is one of the form, or one that covers several; a row where none is named."""
        if not self._names_columns:
            return bool(leaf.rows)
        mask = (leaf.rows or self._cells.all) & leaf.columns
        if not mask:
            return False
        if self._side.rows:
            return not leaf.rows
        return self._cells.only(mask) is not None


def _are_consistent(leaves: Sequence[Leaf]) -> bool:
    """Whether no column comes twice, and a group that the form does not know took none away.

    Where there is such a group, all others of table 4 have the same columns.
    """
    told = [key for key in told_by(leaves) if any(key)]
    if len(set(told)) < len(told) or not told:
        return False
    if not any(leaf.is_foreign and leaf.columns for leaf in leaves):
        return True
    groups: dict[int, set[int]] = {}
    for rows, columns in told:
        groups.setdefault(rows, set()).add(columns)
    return len({frozenset(columns) for columns in groups.values()}) == 1


def _name(labels: Sequence[TreeLabel]) -> str:
    """Return what a column is called: by its lowest label, with that of the form above it."""
    above = [label.text.piece.text for label in labels[-2:-1] if label.is_column]
    return " ".join((*above, labels[-1].text.piece.text))


def _name_the_same(one: TreeLabel, other: TreeLabel) -> bool:
    """Whether two labels of the form name the same, or two others are the same."""
    mine, others = one.text.named, other.text.named
    if one.is_known:
        return (mine.rows, mine.columns) == (others.rows, others.columns)
    return one.text.piece.text == other.text.piece.text


def _paths(
    at: int, path: tuple[int, ...], below: dict[int, list[int]]
) -> Iterator[tuple[int, ...]]:
    """Yield the labels above each column, from left to right."""
    path = path if at == _ROOT else (*path, at)
    if at not in below:
        yield path
        return
    for each in below[at]:
        yield from _paths(each, path, below)
