"""The columns of a header without positions: the only reading of it that the rows fit.

A header names its columns in printed order, and `header_trees` gives the orders that are possible.
Rows must have as many cells as a reading has columns. The totals of the form decide between readings
that fit, and whether what the form does not know is a column whose blank cells were dropped.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from govreport.model.values import read_value
from govreport.recognise.placing.by_totals import behind
from govreport.recognise.placing.header_trees import Leaves, readings_of, told_by
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.naming import StatuteCells
from govreport.recognise.placing.restoring import Sum, Texts, agree
from govreport.recognise.placing.table_part import TablePart

_MOST_DROPPED = 2
"""Columns that the form does not know whose cells may all have been dropped as blanks."""
_MOST_UNNAMED = 2
"""Columns without a label, beyond which too many orders hold by chance."""
_UNNAMED = Leaf(0, 0, "")
_FEWEST_HOLDING = 2
"""Totals other than noughts that have to hold."""
_LARGE = 10
"""Smaller numbers are often the same by chance."""
_HOLDING = 8
"""Totals that hold, for each whose does not: offices err."""
_MANY_HOLDING = 10
_HOLDING_OF_MANY = 4
"""The same where so many hold that it cannot be by chance."""
_DOUBTED = 3
"""The same for columns that are not believed, but leave others in doubt."""
_SEVERAL = "its labels may stand above one another in several ways"


class _Balance(NamedTuple):
    """How many totals of rows hold, noughts not counted, and how many do not."""

    holding: int
    failing: int

    @property
    def is_believed(self) -> bool:
        share = _HOLDING if self.holding < _MANY_HOLDING else _HOLDING_OF_MANY
        return self.holding >= _FEWEST_HOLDING and self.failing * share <= self.holding

    @property
    def is_refuted(self) -> bool:
        return self.failing * _DOUBTED > self.holding


def told_by_structure(part: TablePart) -> Header | None:
    """Return the columns of a header by its labels and the rows below, None where it has no reading.

    It has none either where it stands over its columns, or where totals contradict it.
    """
    readings = (
        [] if part.header.in_place else readings_of(part.lines.header, part.side, part.cells)
    )
    if not readings:
        return None
    cells, blanks_shown = part.cells, part.shown.blanks
    rows = _without_padding([behind(row) for row in part.rows if not row.is_note])
    usual = _usual_length(rows)
    fitting = list(_fitting(readings, usual, blanks_shown))
    width = max(map(len, fitting), default=0)
    told: Leaves | None = None
    if width < usual:
        told = _told_by_totals(list(_with_unnamed(readings, usual)), rows, cells)
        return _header(told) if told else None
    if width > usual and not blanks_shown:
        told = _without_dropped(fitting, usual, rows, cells)
    return _header(told) if told else _chosen(fitting, rows, cells)


def _chosen(
    fitting: Sequence[Leaves], rows: Sequence[Texts], cells: StatuteCells
) -> Header | None:
    """Return the only reading that fits, or which of several the totals tell."""
    if len(fitting) == 1:
        return None if _contradicted(fitting[0], rows, cells) else _header(fitting[0])
    told = _told_by_totals(fitting, rows, cells)
    return _header(told) if told else Header((), in_place=False, reason=_SEVERAL)


def _header(leaves: Leaves) -> Header:
    return Header(leaves, in_place=False, is_structure=True)


def _without_padding(rows: Sequence[Texts]) -> list[Texts]:
    """Return rows that have cells, without the blank ones behind the last text of them all."""
    end = max((at + 1 for row in rows for at, text in enumerate(row) if text), default=0)
    return [row[:end] for row in rows if any(row)]


def _usual_length(rows: Sequence[Texts]) -> int:
    counts = Counter(map(len, rows))
    return counts.most_common(1)[0][0] if counts else 0


def _fitting(readings: Sequence[Leaves], usual: int, blanks_shown: bool) -> Iterator[Leaves]:
    """Yield the readings with as many columns as rows have cells.

    Where blank cells are dropped, a row may have fewer than there are columns, but none has more:
    no row shows that there are fewer columns than the header may have.
    """
    widths = {len(reading) for reading in readings}
    width = usual if blanks_shown and usual in widths else max(widths)
    if len(widths) > 1 and blanks_shown and usual not in widths:
        return
    yield from (reading for reading in readings if len(reading) == width)


def _told_by_totals(
    orders: Sequence[Leaves],
    rows: Sequence[Texts],
    cells: StatuteCells,
    strangers_count: bool = True,
) -> Leaves | None:
    """Return the only order of columns in which totals hold, None if others are not refuted."""
    balances = [_balance(order, rows, cells, strangers_count) for order in orders]
    believed = [order for order, each in zip(orders, balances, strict=True) if each.is_believed]
    alive = sum(not each.is_refuted for each in balances)
    return believed[0] if len(believed) == alive == 1 else None


def _with_unnamed(readings: Sequence[Leaves], count: int) -> Iterator[Leaves]:
    """Yield the columns of readings with so many columns in all, those without a label anywhere."""
    for reading in readings:
        if 0 < count - len(reading) <= _MOST_UNNAMED:
            for places in combinations(range(count), count - len(reading)):
                named = iter(reading)
                yield tuple([_UNNAMED if at in places else next(named) for at in range(count)])


def _without_dropped(
    readings: Sequence[Leaves], usual: int, rows: Sequence[Texts], cells: StatuteCells
) -> Leaves | None:
    """Return the columns without those that the form does not know and whose cells were dropped.

    None if totals do not tell that it is they that are blank in all rows, and no column of the form.
    """
    count = len(readings[0]) - usual
    if not 0 < count <= min(_MOST_DROPPED, sum(leaf.is_foreign for leaf in readings[0])):
        return None
    orders = {told_by(each): each for own in readings for each in _without(own, count, cells)}
    told = _told_by_totals(list(orders.values()), rows, cells, strangers_count=False)
    if told is None or any(leaf.is_foreign for leaf in told):
        return None
    sums = _sums(told, cells, strangers_count=False)
    return told if all(_holds_by_no_chance(one, told, rows) for one in sums) else None


def _holds_by_no_chance(one: Sum, order: Leaves, rows: Sequence[Texts]) -> bool:
    """Whether a total of a row is a larger number, and the sum of several numbers.

    Else it may be that it is the total that is blank, and another number the same by chance.
    """
    for row in rows:
        if len(row) == len(order) and agree((one,), row):
            parts = [read_value(row[at]).value for at in one[0]]
            if sum(map(bool, parts)) > 1 and (read_value(row[one[1]]).value or 0) >= _LARGE:
                return True
    return False


def _without(reading: Leaves, count: int, cells: StatuteCells) -> Iterator[Leaves]:
    """Yield the columns without so many of them, but with all totals."""
    parts = [at for at, leaf in enumerate(reading) if leaf.columns != cells.total]
    for left_out in combinations(parts, count):
        yield tuple([leaf for at, leaf in enumerate(reading) if at not in left_out])


def _contradicted(reading: Leaves, rows: Sequence[Texts], cells: StatuteCells) -> bool:
    """Whether totals contradict where columns stand, and hold if one of them stands elsewhere."""
    balance = _balance(reading, rows, cells)
    return balance.failing > balance.holding and any(
        _balance(order, rows, cells).is_believed for order in _with_one_moved(reading)
    )


def _with_one_moved(reading: Leaves) -> Iterator[Leaves]:
    """Yield the columns with one of them in another place."""
    for at, leaf in enumerate(reading):
        rest = (*reading[:at], *reading[at + 1 :])
        yield from ((*rest[:to], leaf, *rest[to:]) for to in range(len(reading)) if to != at)


def _balance(
    order: Leaves, rows: Sequence[Texts], cells: StatuteCells, strangers_count: bool = True
) -> _Balance:
    """Return how many totals of the rows with all cells hold if columns stand in an order."""
    holding = failing = 0
    sums = list(_sums(order, cells, strangers_count))
    for row in rows:
        for one in sums if len(row) == len(order) else ():
            if not agree((one,), row):
                failing += 1
            elif any(read_value(row[at]).value for at in (*one[0], one[1])):
                holding += 1
    return _Balance(holding, failing)


def _sums(order: Leaves, cells: StatuteCells, strangers_count: bool) -> Iterator[Sum]:
    """Yield the totals among columns, with those of their parts that are there.

    With `strangers_count`, a column that the form does not know may be the only one that is missing.
    """
    if not cells.total:
        return
    width = len(cells.layouts[0].rows[0].columns)
    groups: dict[int, list[int]] = {}
    for at, leaf in enumerate(order):
        groups.setdefault(leaf.rows, []).append(at)
    for own in groups.values():
        strangers = [at for at in own if order[at].is_foreign]
        totals = [at for at in own if order[at].columns == cells.total and at not in strangers]
        if strangers_count and strangers and len(own) == width:
            totals = totals or (strangers if len(strangers) == 1 else [])
            strangers = []
        parts = [at for at in own if at not in (*totals, *strangers)]
        yield from ((tuple(parts), total) for total in totals)
