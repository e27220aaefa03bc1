"""The ways in which a header without positions may be read: which label stands above which.

Programs print the cells of a header line by line, each where it begins, so that its labels are the
nodes of a tree from the top down, those above one another's side first. In that order the labels
that stand above are never printed in another order than those below them; every tree of which this
is true, and in which each label of the form stands where it can, is a reading.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.named_lines import TextLine
from govreport.recognise.placing.naming import StatuteCells, Text, counts_rows, is_neutral
from govreport.recognise.placing.sheets import Side

_MOST_LABELS = 40
"""Labels of a header that are gone through."""
_MOST_STEPS = 4000
"""Steps after which a header is held to be one that nobody understands."""
_ROOT = -1

Leaves = tuple[Leaf, ...]


class _Label(NamedTuple):
    """A text of a header: the line on which it is printed, and what it names."""

    text: Text
    line: int

    @property
    def sort(self) -> str:
        return self.text.named.sort

    @property
    def is_known(self) -> bool:
        return self.sort == "label"

    @property
    def is_column(self) -> bool:
        """Whether it is the label of one column, so that no other label stands below it."""
        return self.text.named.match.label("column") is not None

    @property
    def may_head_labels(self) -> bool:
        """Whether it may say what the labels beside the numbers are."""
        return self.sort in ("foreign", "neutral")


def readings_of(header: Sequence[TextLine], side: Side, cells: StatuteCells) -> list[Leaves]:
    """Return the columns of a header in each of its readings that tells known columns otherwise.

    Lines are believed to be those of the header if any reading keeps them. A header that stands
    over labels of columns, or names no column, has no reading.
    """
    labels = _labels_of(header)
    if side.columns or not _may_be_read(labels):
        return []
    starts = (1, 0) if any(side) and labels[0].may_head_labels else (0,)
    for keeps_lines in (True, False):
        found: dict[object, Leaves] = {}
        for start in starts:
            for leaves in _Trees(labels[start:], cells, side, keeps_lines).leaves():
                found.setdefault(told_by(leaves), leaves)
        if found:
            return list(found.values())
    return []


def _labels_of(header: Sequence[TextLine]) -> list[_Label]:
    lines = [[text for text in line if text.piece.text] for line in header]
    return [_Label(text, at) for at, line in enumerate(filter(None, lines)) for text in line]


def told_by(leaves: Sequence[Leaf]) -> tuple[tuple[int, int], ...]:
    """Return what the labels of columns name, nothing where the form does not know them."""
    return tuple([(0, 0) if leaf.is_foreign else (leaf.rows, leaf.columns) for leaf in leaves])


def _may_be_read(labels: Sequence[_Label]) -> bool:
    """Whether a header names columns, one text each, and does not number rows."""
    if not 0 < len(labels) <= _MOST_LABELS or not any(label.is_column for label in labels):
        return False
    return not any(
        label.sort in ("value", "year")
        or counts_rows(label.text.piece.text)
        or _holds_several(label)
        for label in labels
    )


def _holds_several(label: _Label) -> bool:
    """Whether a text that is not a label is a line of headers."""
    words = label.text.piece.text.split()
    return label.sort == "foreign" and len(words) > 1 and any(map(is_neutral, words))


class _Trees:
    """The trees of the labels of a header in the order in which they are printed."""

    def __init__(
        self, labels: Sequence[_Label], cells: StatuteCells, side: Side, keeps_lines: bool
    ) -> None:
        self._labels = labels
        self._cells = cells
        self._side = side
        self._lines = [label.line for label in labels] if keeps_lines else []
        self._neutral = sum(label.sort == "neutral" for label in labels)
        """Labels that say nothing of single columns, and so stand above all of the form."""
        self._covering = [any(_covers(one, other) for other in labels) for one in labels]
        self._covered = [any(_covers(other, one) for other in labels) for one in labels]
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
        """Whether the same label stands directly below another already."""
        return self._labels[at].is_known and any(
            _name_the_same(self._labels[other], self._labels[at])
            for other in range(at - 1, -1, -1)
            if above[other] == parent
        )

    def _may_be_lowest(self, at: int) -> bool:
        """Whether no label need stand below one."""
        label = self._labels[at]
        if label.sort == "neutral":
            return False
        return not label.is_known or label.is_column or not self._covering[at]

    def _may_stand(self, parent: int, at: int) -> bool:
        """Whether a label may stand directly below another, or uppermost."""
        if self._lines:
            above = self._lines[parent] if parent >= 0 else self._lines[0] - 1
            if self._lines[at] != above + 1:
                return False
        label = self._labels[at]
        if parent == _ROOT:
            return not self._covered[at] and not self._needs_group(label)
        over = self._labels[parent]
        if over.is_known:
            return not over.is_column and (
                label.sort == "foreign" or self._goes_below(over, parent, label)
            )
        return over.sort == "neutral" or label.sort != "neutral"

    def _needs_group(self, label: _Label) -> bool:
        """Whether a label of a column of table 4 says nothing without that of a group above it."""
        return self._cells.kind == "reviews" and not self._side.rows and label.is_column

    def _goes_below(self, over: _Label, parent: int, label: _Label) -> bool:
        """Whether a label of the form may stand directly below another one."""
        if not label.is_known:
            return False
        if over.text.named.rows and not label.text.named.rows:
            return bool(label.text.named.columns) and not self._covering[parent]
        return _covers(over, label)

    def _leaves_of(self, above: Sequence[int]) -> Leaves | None:
        """Return the columns of a tree from left to right, None if it contradicts the form."""
        below: dict[int, list[int]] = {}
        for at, parent in enumerate(above):
            below.setdefault(parent, []).append(at)
        if any(len(own) == 1 and self._is_foreign(at) for at, own in below.items()):
            return None  # what stands above one column alone is one line with its label
        leaves: list[Leaf] = []
        for path in _paths(_ROOT, (), below):
            leaf = self._leaf(path)
            if leaf is None:
                return None
            leaves.append(leaf)
        return tuple(leaves) if _are_consistent(leaves) else None

    def _is_foreign(self, at: int) -> bool:
        return at != _ROOT and self._labels[at].sort == "foreign"

    def _leaf(self, path: Sequence[int]) -> Leaf | None:
        """Return the column below the labels of a path, None if they contradict each other."""
        labels = [self._labels[at] for at in path]
        if not self._stands_below_its_covers(labels):
            return None
        if any(label.sort == "foreign" for label in labels):
            return self._foreign_leaf(labels, path)
        rows, columns = self._named_by(labels)
        leaf = Leaf(rows, columns, labels[-1].text.piece.text)
        are_above = sum(label.sort == "neutral" for label in labels) == self._neutral
        return leaf if are_above and self._is_told(leaf) else None

    def _foreign_leaf(self, labels: Sequence[_Label], path: Sequence[int]) -> Leaf | None:
        """Return a column that the form does not know."""
        rows, columns = self._named_by(labels)
        *above, lowest = labels
        name = lowest.text.piece.text
        if not lowest.is_known:
            return Leaf(rows, 0, name, is_foreign=True)
        if any(label.is_known for label in above) and not self._parts_a_group(path):
            return None
        over = [label.text.piece.text for label in above if label.sort == "foreign"]
        return Leaf(rows, columns, f"{over[-1]} {name}", is_foreign=True)

    def _named_by(self, labels: Sequence[_Label]) -> tuple[int, int]:
        """Return the cells that labels name together as rows, 0 for none, and as columns."""
        rows = columns = self._cells.all
        named = [label.text.named for label in labels if label.is_known]
        for each in named:
            rows &= (each.above | each.rows) or rows
            columns &= each.columns or columns
        return rows if any(each.rows for each in named) else 0, columns

    def _parts_a_group(self, path: Sequence[int]) -> bool:
        """Whether a text stands where the form has groups of table 4, above columns of others."""
        if not self._comes_again(self._labels[path[-1]]):
            return False
        foreign = next(at for at, each in enumerate(path) if self._labels[each].sort == "foreign")
        over = path[foreign - 1]
        return bool(self._labels[over].text.named.rows) and self._covering[over]

    def _comes_again(self, label: _Label) -> bool:
        """Whether another label of the header names the same."""
        return sum(_name_the_same(each, label) for each in self._labels) > 1

    def _stands_below_its_covers(self, path: Sequence[_Label]) -> bool:
        """Whether each label of a path that others of the header cover is below one of them."""
        return all(
            any(_covers(over, label) for over in path)
            or not any(_covers(other, label) for other in self._labels)
            for label in path
            if label.is_known
        )

    def _is_told(self, leaf: Leaf) -> bool:
        """Whether a column is one of the form, or one that covers several."""
        mask = (leaf.rows or self._cells.all) & leaf.columns
        if not mask or leaf.columns == self._cells.all:
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


def _covers(over: _Label, label: _Label) -> bool:
    """Whether a label names more than another that is in its place below it."""
    if not (over.is_known and label.is_known):
        return False
    one, other = over.text.named, label.text.named
    if one.rows and other.rows:
        return one.rows & other.rows == other.rows != one.rows
    return bool(one.columns and other.columns) and (
        one.columns & other.columns == other.columns != one.columns
    )


def _name_the_same(one: _Label, other: _Label) -> bool:
    """Whether two labels of the form name the same."""
    mine, others = one.text.named, other.text.named
    return one.is_known and (mine.rows, mine.columns) == (others.rows, others.columns)


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
