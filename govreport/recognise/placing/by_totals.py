"""Columns told by the totals of the rows: where a total stands, and what the form does not know.

A header that shows no places prints its labels in their order, but not where among the applicants of
table 3 the total stands below labels that cover others, nor where in tables 3 and 4 a column stands
that is called otherwise or not at all. Totals are the sums of their parts; where that holds of the
rows for one order of columns alone, it is theirs.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from govreport.model.statute import APPLICANT_COLUMNS
from govreport.model.values import read_value
from govreport.recognise.placing.evidence import agree
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.naming import StatuteCells, Text
from govreport.recognise.placing.printed_order import leaves_in_order
from govreport.recognise.placing.sheets import SheetPart, SheetRow, Side
from govreport.recognise.placing.table_part import TablePart
from govreport.recognise.placing.totals import sums_of

_MOST_UNKNOWN = 2
"""Columns of a table that its form does not know, beyond which too many orders hold by chance."""
_FEWEST_HOLDING = 2
"""Totals other than noughts that have to hold."""
_HOLDING = 8
"""Totals that hold, for each whose does not: offices err."""
_MANY = 8
"""Totals that hold in one order, and hardly any in another, so that a few more may fail."""
_FEW = 4
"""How many times more totals hold than in any other order."""
_DOUBTED = 3
"""The same for an order of columns that is not believed, but leaves another in doubt."""

_DAMAGED = "a label of the header may be damaged"
_NOT_TOLD = "the header above it does not tell in which order its columns stand"
_ANOTHER_ORDER = "the totals of the rows say that its columns stand in another order"

Texts = tuple[str, ...]


class _Printed(NamedTuple):
    """The orders in which the form's columns may stand, and the labels that it does not know."""

    orders: tuple[tuple[Leaf, ...], ...]
    unknown: tuple[Text, ...]


class _NamedColumns(NamedTuple):
    """Where a header names each column first and last, and where labels that cover columns stand."""

    first: dict[int, int]
    last: dict[int, int]
    covers: list[int]


def told_by_totals(part: TablePart) -> Header:
    """Return the columns that the totals of rows tell, the header as it is where they tell none."""
    header, side, cells = part.header, part.side, part.cells
    if not cells.total or side.columns or header.in_place:
        return header
    rows = [behind(row) for row in part.rows if not row.is_note]
    full = _of_usual_length(_without_padding(rows))
    count = max(map(len, full), default=0)
    width = _columns_of_form(cells, side)
    known = sum(not leaf.is_foreign for leaf in header.leaves)
    if known == width == count == len(header.leaves):
        if _stand_in_another_order(part, full):
            return Header((), in_place=False, reason=_ANOTHER_ORDER)
        return header
    printed = _printed(part.lines, cells, side, width)
    if printed is None:
        is_damaged = known < min(len(header.leaves), width) and cells.kind == "applications"
        return Header((), in_place=False, reason=_DAMAGED) if is_damaged else header
    extra = count - width
    if not len(printed.unknown) <= extra <= _MOST_UNKNOWN:
        return header
    told = _told(header, printed, extra, full, cells)
    return told if told.leaves else _unordered(printed, extra)


def _told(
    header: Header, printed: _Printed, extra: int, rows: Sequence[Texts], cells: StatuteCells
) -> Header:
    """Return the only order of columns in which the totals of rows hold, else the header as it is."""
    orders = [each for order in printed.orders for each in _with(order, printed.unknown, extra)]
    counts = [_count(order, rows, cells) for order in orders]
    best = max(counts, key=lambda count: count.holding)
    others = [count for count in counts if count is not best]
    if not (best.is_told() or best.is_plain_beside(others)):
        return header
    if any(count.holds(_DOUBTED) for count in others):
        return header
    return Header(orders[counts.index(best)], in_place=False)


def _unordered(printed: _Printed, extra: int) -> Header:
    """Return the columns that a header names, in any order."""
    unknown = [Leaf(0, 0, text.piece.text, is_foreign=True) for text in printed.unknown]
    unnamed = [Leaf(0, 0, "")] * (extra - len(unknown))
    leaves = (*printed.orders[0], *unknown, *unnamed)
    return Header(leaves, in_place=False, reason=_NOT_TOLD, is_unordered=True)


def _stand_in_another_order(part: TablePart, rows: Sequence[Texts]) -> bool:
    """Whether totals contradict the printed order of applicants, and hold in another of its orders."""
    leaves, cells = part.header.leaves, part.cells
    full = [row for row in rows if len(row) == len(leaves)]
    if cells.kind != "applications" or _agrees(leaves, full, cells):
        return False
    printed = _printed(part.lines, cells, part.side, len(leaves))
    return printed is not None and any(
        _count(order, full, cells).is_told() for order in printed.orders
    )


def _agrees(order: Sequence[Leaf], rows: Sequence[Texts], cells: StatuteCells) -> bool:
    """Whether the totals of half of the rows that hold more than noughts hold in an order."""
    sums = sums_of(order, cells)
    telling = [row for row in rows if any(read_value(text).value for text in row)]
    return 2 * sum(agree(sums, row) for row in telling) >= len(telling)


def _columns_of_form(cells: StatuteCells, side: Side) -> int:
    rows = cells.layouts[0].rows
    return len(rows[0].columns) * (1 if side.rows else len(rows))


def _printed(part: SheetPart, cells: StatuteCells, side: Side, width: int) -> _Printed | None:
    """Return what a header prints, None where not all columns of the form are in an order."""
    texts = [text for line in part.header for text in line]
    unknown = tuple([text for text in texts[1:] if text.named.sort == "foreign"])
    known = tuple([text for text in texts if text.named.sort == "label"])
    orders = _orders(known, cells, side, width)
    return _Printed(orders, unknown) if orders else None


def _orders(
    known: tuple[Text, ...], cells: StatuteCells, side: Side, width: int
) -> tuple[tuple[Leaf, ...], ...]:
    """Return the orders in which the columns of the form may stand, none if not all are named."""
    if cells.kind == "applications":
        return _orders_of_applicants(known, cells)
    leaves = leaves_in_order((known,), side)
    return (leaves,) if leaves and len(leaves) == width else ()


def _orders_of_applicants(
    texts: Sequence[Text], cells: StatuteCells
) -> tuple[tuple[Leaf, ...], ...]:
    """Return the orders of applicants as printed, with their total in each place."""
    named = _where_named(texts)
    form = [cells.of_columns([column.key]) for column in APPLICANT_COLUMNS]
    if set(named.first) != set(form):
        return ()
    person, *organizations, total = form
    applicants = [_leaf(texts[at]) for at in _places(named, person, organizations)]
    if not applicants:
        return ()
    sum_of_all = _leaf(texts[named.last[total]])
    return tuple(
        (*applicants[:at], sum_of_all, *applicants[at:]) for at in range(len(applicants) + 1)
    )


def _where_named(texts: Sequence[Text]) -> _NamedColumns:
    named = _NamedColumns({}, {}, [])
    for at, text in enumerate(texts):
        if text.named.match.label("column") is None:
            named.covers.append(at)
        else:
            named.first.setdefault(text.named.columns, at)
            named.last[text.named.columns] = at
    return named


def _places(named: _NamedColumns, person: int, organizations: Sequence[int]) -> list[int]:
    """Return where the labels of applicants stand, in the order of their columns; none in doubt."""
    first, last = named.first[person], named.last[person]
    of_cover = sorted(named.last[mask] for mask in organizations)
    start = named.covers[0] if named.covers else of_cover[0]
    if start > of_cover[0]:
        return []
    if start < first < max(named.covers, default=start):
        return []  # it stands between organizations, and nothing tells between which
    is_before = first < start
    if last != first and is_before != (last < of_cover[0]):
        return []
    if not named.covers:
        return sorted([*of_cover, last])
    return [first, *of_cover] if is_before else [*of_cover, first]


def _leaf(text: Text) -> Leaf:
    return Leaf(0, text.named.columns, text.piece.text)


def _with(
    order: Sequence[Leaf], unknown: Sequence[Text], extra: int
) -> Iterator[tuple[Leaf, ...]]:
    """Yield an order with so many columns more in each place, named as printed if all are."""
    named = len(unknown) == extra
    for places in combinations(range(len(order) + extra), extra):
        known, labels = iter(order), iter(unknown)
        yield tuple(
            [
                next(known)
                if at not in places
                else Leaf(0, 0, next(labels).piece.text if named else "", is_foreign=named)
                for at in range(len(order) + extra)
            ]
        )


class _Count(NamedTuple):
    """How many totals of rows hold in an order of columns, noughts aside, and how many do not."""

    holding: int
    failing: int

    def holds(self, share: int) -> bool:
        """Whether at least so many totals hold for each that does not."""
        return self.holding >= _FEWEST_HOLDING and self.failing * share <= self.holding

    def is_told(self) -> bool:
        """Whether so few totals fail that the order is believed."""
        return self.holds(_HOLDING)

    def is_plain_beside(self, others: Sequence["_Count"]) -> bool:
        """Whether many totals hold, and in no other order more than a few of them."""
        most = max((each.holding for each in others), default=0)
        return self.holding >= _MANY and self.holds(_DOUBTED) and most * _FEW <= self.holding


def _count(order: Sequence[Leaf], rows: Sequence[Texts], cells: StatuteCells) -> _Count:
    """Return how many totals of rows hold if columns stand in an order."""
    holding = failing = 0
    sums = sums_of(order, cells)
    for row in rows:
        for one in sums:
            read = [read_value(row[at]) for at in (*one[0], one[1])]
            if not agree((one,), row):
                failing += 1
            elif any(value.value for value in read):
                holding += 1
    return _Count(holding, failing)


def _without_padding(rows: Sequence[Texts]) -> list[Texts]:
    """Return rows without the blank cells that stand before or behind the numbers of them all."""
    rows = [row for row in rows if any(row)]
    columns = [at for row in rows for at, text in enumerate(row) if text]
    first, end = min(columns, default=0), max(columns, default=0) + 1
    return [row[first:end] for row in rows]


def _of_usual_length(rows: Sequence[Texts]) -> list[Texts]:
    """Return the rows that have as many cells as most."""
    usual = usual_length(rows)
    return [row for row in rows if len(row) == usual]


def usual_length(rows: Sequence[Texts]) -> int:
    """Return how many cells most rows have, 0 if there is none."""
    counts = Counter(map(len, rows))
    return counts.most_common(1)[0][0] if counts else 0


def behind(row: SheetRow) -> Texts:
    """Return the texts behind the last label of a row."""
    labelled = [at for at, text in enumerate(row.texts) if text.named.sort == "label"]
    first = labelled[-1] + 1 if labelled else 0
    while first < len(row.texts) - 1 and row.texts[first].named.sort == "foreign":
        first += 1  # the label of a row that the form does not have
    return tuple([text.piece.text for text in row.texts[first:]])
