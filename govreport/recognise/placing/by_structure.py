"""The columns of a header without positions: the only reading of it that the rows fit.

A header names its columns in printed order, and `header_trees` gives the orders that are possible.
Rows must have as many cells as a reading has columns. The totals of the form decide between readings
that fit, and whether what the form does not know is a column whose blank cells were dropped.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from govreport.model.values import read_value
from govreport.recognise.placing.evidence import Sum, Texts, agree
from govreport.recognise.placing.header_trees import Leaves, told_by
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.named_lines import TextLine
from govreport.recognise.placing.naming import StatuteCells
from govreport.recognise.placing.sheets import SheetRow
from govreport.recognise.placing.table_part import TablePart
from govreport.recognise.placing.unknown_columns import columns_of_remarks

_MOST_DROPPED = 2
"""Columns that the form does not know whose cells may all have been dropped as blanks."""
_MOST_OTHERS = 2
"""Columns that the form does not have, beyond which too many orders hold by chance."""
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
_NOT_TOLD = "the header above it does not tell in which order its columns stand"
_ANOTHER_ORDER = "the totals of the rows say that its columns stand in another order"
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


def told_by_structure(part: TablePart, readings: Sequence[Leaves]) -> Header:
    """Return the columns of a header by the readings of its labels and the rows below."""
    cells, blanks_shown = part.cells, part.shown.blanks
    rows = [_behind(row) for row in part.rows if not row.is_note]
    rows = _without_padding(rows, max(map(len, readings)))
    usual = _usual_length(rows)
    fitting = list(_fitting(readings, usual, blanks_shown))
    width = max(map(len, fitting), default=0)
    told: Leaves | None = None
    if width < usual:
        return _with_others(readings, usual, rows, part)
    if not blanks_shown and width > max(map(len, rows), default=width):
        told = _without_dropped(fitting, usual, rows, cells)
    return _header(told) if told else _chosen(fitting, rows, cells)


def _with_others(
    readings: Sequence[Leaves], usual: int, rows: Sequence[Texts], part: TablePart
) -> Header:
    """Return columns among which others stand that the form does not know or that have no label."""
    orders = _with_others_anywhere(readings, usual, part.cells)
    told = _told_by_totals(orders, rows, part.cells)
    if told and not _has_blank_column(told, rows):
        return _header(told)
    if len(told := _with_blank_labels(readings[0], part.lines.header)) == usual:
        return _header(told)
    longest = max(map(len, rows), default=0)
    if all(len(each) > longest for each in readings):
        return _header(readings[0])
    if len(readings) > 1:
        return Header((), in_place=False, reason=_SEVERAL)
    if part.cells.total and any(leaf.is_foreign for leaf in readings[0]):
        return Header((), in_place=False, reason=_NOT_TOLD)
    return _header(readings[0])


def _has_blank_column(order: Leaves, rows: Sequence[Texts]) -> bool:
    """Whether most rows are blank in a column without a label, so that it may be none."""
    full = [row for row in rows if len(row) == len(order)]
    return any(
        leaf.names_nothing and 2 * sum(not row[at] for row in full) > len(full)
        for at, leaf in enumerate(order)
    )


def _with_blank_labels(leaves: Leaves, header: Sequence[TextLine]) -> Leaves:
    """Return columns of one line with those among them whose label is blank."""
    for line in header:
        sorts = [named.sort for _, named in line]
        shown = [piece.text for piece, named in line if named.sort in ("label", "blank")]
        if list(filter(None, shown)) == [leaf.label for leaf in leaves] and "label" in sorts:
            before = sorts[: sorts.index("label")].count("blank")
            behind = sorts[::-1].index("label")
            labelled = iter(leaves)
            return tuple(
                [
                    next(labelled) if text else _UNNAMED
                    for text in shown[before : len(shown) - behind]
                ]
            )
    return leaves


def _chosen(fitting: Sequence[Leaves], rows: Sequence[Texts], cells: StatuteCells) -> Header:
    """Return the only reading that fits, or which of several the words and the totals tell."""
    fitting = [each for each in fitting if not _puts_words_below(each, rows)] or fitting
    if len(fitting) == 1:
        if not _contradicted(fitting[0], rows, cells):
            return _header(fitting[0])
        orders = _with_others_anywhere(fitting, len(fitting[0]), cells)
        told = _told_by_totals(orders, rows, cells)
        return _header(told) if told else Header((), in_place=False, reason=_ANOTHER_ORDER)
    told = _told_by_totals(fitting, rows, cells)
    return _header(told) if told else Header((), in_place=False, reason=_SEVERAL)


def _puts_words_below(reading: Leaves, rows: Sequence[Texts]) -> bool:
    """Whether words stand below a column of the form, and numbers below that of remarks."""
    return any(
        read_value(row[at]).value is not None
        and any(read_value(row[place]).doubtful for place in _places_of_form(reading))
        for row in rows
        for at in columns_of_remarks(reading)
        if len(row) == len(reading)
    )


def _places_of_form(reading: Leaves) -> list[int]:
    return [at for at, leaf in enumerate(reading) if not leaf.is_foreign]


def _header(leaves: Leaves) -> Header:
    return Header(leaves, in_place=False)


def _without_padding(rows: Sequence[Texts], width: int) -> list[Texts]:
    """Return rows that have cells, without the blank ones behind the last text of them all.

    Where they are longer than a header, those before the first text of all are left out, too.
    """
    filled = [at for row in rows for at, text in enumerate(row) if text]
    first, end = min(filled, default=0), max(filled, default=-1) + 1
    return [row[first if end > width else 0 : end] for row in rows if any(row)]


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


def _is_whole(reading: Leaves, cells: StatuteCells) -> bool:
    """Whether each group has all columns of the form, so that no other may be one of them."""
    width = len(cells.layouts[0].rows[0].columns)
    known = ([at for at in own if not reading[at].is_foreign] for own in _groups(reading))
    return all(len(own) == width for own in known if own)


def _with_others_anywhere(
    readings: Sequence[Leaves], count: int, cells: StatuteCells
) -> list[Leaves]:
    """Return the columns of the form with others anywhere, so many in all."""
    whole = (reading for reading in readings if _is_whole(reading, cells))
    orders = (order for reading in whole for order in _with_others_in(reading, count))
    return list({told_by(order): order for order in orders}.values())


def _with_others_in(reading: Leaves, count: int) -> Iterator[Leaves]:
    """Yield the columns of a reading with those that the form does not know anywhere."""
    known = [leaf for leaf in reading if not leaf.is_foreign]
    strangers = [leaf for leaf in reading if leaf.is_foreign]
    extra = count - len(known)
    if len(strangers) <= extra <= _MOST_OTHERS:
        labels = strangers if len(strangers) == extra else [_UNNAMED] * extra
        for places in combinations(range(count), extra):
            form, others = iter(known), iter(labels)
            yield tuple([next(others if at in places else form) for at in range(count)])


def _without_dropped(
    readings: Sequence[Leaves], usual: int, rows: Sequence[Texts], cells: StatuteCells
) -> Leaves | None:
    """Return the columns without those that the form does not know and whose cells were dropped.

    None if totals do not tell that it is they that are blank in all rows, and no column of the form.
    """
    orders = {told_by(each): each for each in _without_unknown(readings, usual, cells)}
    told = _told_by_totals(list(orders.values()), rows, cells, strangers_count=False)
    if told is None or any(leaf.is_foreign for leaf in told):
        return None
    sums = _sums(told, cells, strangers_count=False)
    return told if all(_holds_by_no_chance(one, told, rows) for one in sums) else None


def _without_unknown(
    readings: Sequence[Leaves], usual: int, cells: StatuteCells
) -> Iterator[Leaves]:
    """Yield the columns of readings with so many in all, if others than the form's can be left out."""
    for reading in readings:
        count = len(reading) - usual
        strangers = sum(leaf.is_foreign for leaf in reading)
        if 0 < count <= min(_MOST_DROPPED, strangers) and _is_whole(reading, cells):
            yield from _without(reading, count, cells)


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
    for own in _groups(order):
        strangers, totals = _strangers_and_totals(order, own, cells)
        if strangers_count and _fill_group(own, strangers, cells):
            totals = totals or strangers[: len(strangers) == 1]
            strangers = []
        parts = [at for at in own if at not in (*totals, *strangers)]
        yield from ((tuple(parts), total) for total in totals)


def _strangers_and_totals(
    order: Leaves, own: Sequence[int], cells: StatuteCells
) -> tuple[list[int], list[int]]:
    """Return which columns of a group the form does not know, and which are its total."""
    strangers = [at for at in own if order[at].is_foreign]
    return strangers, [
        at for at in own if order[at].columns == cells.total and at not in strangers
    ]


def _groups(order: Leaves) -> Iterable[list[int]]:
    """Return the columns of each group of table 4, of other tables all in one."""
    groups: dict[int, list[int]] = {}
    for at, leaf in enumerate(order):
        if not leaf.names_nothing:
            groups.setdefault(leaf.rows, []).append(at)
    return groups.values()


def _fill_group(own: Sequence[int], strangers: Sequence[int], cells: StatuteCells) -> bool:
    """Whether a group has as many columns as in the form, some of them unknown to it."""
    return bool(strangers) and len(own) == len(cells.layouts[0].rows[0].columns)


def _usual_length(rows: Sequence[Texts]) -> int:
    """Return how many cells most rows have, 0 if there is none."""
    counts = Counter(map(len, rows))
    return counts.most_common(1)[0][0] if counts else 0


def _behind(row: SheetRow) -> Texts:
    """Return the texts behind the last label of a row."""
    labelled = [at for at, text in enumerate(row.texts) if text.named.sort == "label"]
    first = labelled[-1] + 1 if labelled else 0
    while first < len(row.texts) - 1 and row.texts[first].named.sort == "foreign":
        first += 1  # the label of a row that the form does not have
    return tuple([text.piece.text for text in row.texts[first:]])
