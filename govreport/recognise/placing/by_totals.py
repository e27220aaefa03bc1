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
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.naming import StatuteCells, Text
from govreport.recognise.placing.printed_order import leaves_in_order
from govreport.recognise.placing.restoring import agree
from govreport.recognise.placing.sheets import SheetPart, SheetRow, Side
from govreport.recognise.placing.totals import sums_of

_MOST_UNKNOWN = 2
"""Columns of a table that its form does not know, beyond which too many orders hold by chance."""
_FEWEST_HOLDING = 2
"""Totals other than noughts that have to hold."""
_HOLDING = 8
"""Totals that hold, for each whose does not: offices err."""
_DOUBTED = 3
"""The same for an order of columns that is not believed, but leaves another in doubt."""

_DAMAGED = "a label of the header may be damaged"
_ANOTHER_ORDER = "the totals of the rows say that its columns stand in another order"

Texts = tuple[str, ...]


class _Printed(NamedTuple):
    """The orders in which the form's columns may stand, and the labels that it does not know."""

    orders: tuple[tuple[Leaf, ...], ...]
    unknown: tuple[Text, ...]


def told_by_totals(
    part: SheetPart, header: Header, side: Side, cells: StatuteCells, rows: Sequence[Texts]
) -> Header:
    """Return the columns that the totals of rows tell, the header as it is where they tell none.

    `rows` are the texts behind the labels of the rows of the form.
    """
    if not cells.total or side.columns or header.in_place:
        return header
    rows = _without_padding(rows)
    count = _usual_count(rows)
    width = _columns_of_form(cells, side)
    known = [leaf for leaf in header.leaves if not leaf.is_foreign]
    if len(known) == width == count == len(header.leaves):
        if _stand_in_another_order(part, header, cells, side, rows):
            return Header((), in_place=False, reason=_ANOTHER_ORDER)
        return header
    printed = _printed(part, cells, side, width)
    if printed is None:
        if len(known) < min(len(header.leaves), width) and cells.kind == "applications":
            return Header((), in_place=False, reason=_DAMAGED)
        return header
    extra = count - width
    if not 0 <= extra <= _MOST_UNKNOWN or len(printed.unknown) > extra:
        return header
    full = [row for row in rows if len(row) == count]
    orders = [each for order in printed.orders for each in _with(order, printed.unknown, extra)]
    believed = [order for order in orders if _holds(order, full, cells, _HOLDING)]
    doubted = [order for order in orders if _holds(order, full, cells, _DOUBTED)]
    if len(believed) != 1 or len(doubted) > 1:
        return header
    return Header(believed[0], in_place=False)


def _stand_in_another_order(
    part: SheetPart, header: Header, cells: StatuteCells, side: Side, rows: Sequence[Texts]
) -> bool:
    """Whether totals contradict the printed order of applicants, and hold in another of its orders."""
    full = [row for row in rows if len(row) == len(header.leaves)]
    if cells.kind != "applications" or _agrees(header.leaves, full, cells):
        return False
    printed = _printed(part, cells, side, len(header.leaves))
    return printed is not None and any(
        _holds(order, full, cells, _HOLDING) for order in printed.orders
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
    if cells.kind == "applications":
        orders = _orders_of_applicants(known, cells)
    else:
        leaves = leaves_in_order((known,), side)
        orders = (leaves,) if leaves and len(leaves) == width else ()
    return _Printed(orders, unknown) if orders else None


def _orders_of_applicants(
    texts: Sequence[Text], cells: StatuteCells
) -> tuple[tuple[Leaf, ...], ...]:
    """Return the orders of applicants as printed, with their total in each place."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    covers: list[int] = []
    for at, text in enumerate(texts):
        if text.named.match.label("column") is None:
            covers.append(at)
        else:
            first.setdefault(text.named.columns, at)
            last[text.named.columns] = at
    form = [cells.of_columns([column.key]) for column in APPLICANT_COLUMNS]
    if set(first) != set(form):
        return ()
    person, *organizations, total = form
    of_cover = sorted(last[mask] for mask in organizations)
    if covers and not covers[0] < of_cover[0]:
        return ()
    if covers and covers[0] < first[person] < max(covers):
        return ()  # it stands between organizations, and nothing tells between which
    is_before = first[person] < (covers[0] if covers else of_cover[0])
    if last[person] != first[person] and is_before != (last[person] < of_cover[0]):
        return ()
    places = sorted([*of_cover, last[person]])
    if covers:
        places = [first[person], *of_cover] if is_before else [*of_cover, first[person]]
    applicants = [_leaf(texts[at]) for at in places]
    sum_of_all = _leaf(texts[last[total]])
    return tuple(
        (*applicants[:at], sum_of_all, *applicants[at:]) for at in range(len(applicants) + 1)
    )


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


def _holds(order: Sequence[Leaf], rows: Sequence[Texts], cells: StatuteCells, share: int) -> bool:
    """Whether most totals of rows hold if columns stand in an order."""
    holding = failing = 0
    sums = sums_of(order, cells)
    for row in rows:
        for one in sums:
            read = [read_value(row[at]) for at in (*one[0], one[1])]
            if not agree((one,), row):
                failing += 1
            elif any(value.value for value in read):
                holding += 1
    return holding >= _FEWEST_HOLDING and failing * share <= holding


def _without_padding(rows: Sequence[Texts]) -> list[Texts]:
    """Return rows without the blank cells that stand before or behind the numbers of them all."""
    rows = [row for row in rows if any(row)]
    columns = [at for row in rows for at, text in enumerate(row) if text]
    first, end = min(columns, default=0), max(columns, default=0) + 1
    return [row[first:end] for row in rows]


def _usual_count(rows: Sequence[Texts]) -> int:
    counts = Counter(len(row) for row in rows if any(row))
    return counts.most_common(1)[0][0] if counts else 0


def behind(row: SheetRow) -> Texts:
    """Return the texts behind the last label of a row."""
    labelled = [at for at, text in enumerate(row.texts) if text.named.sort == "label"]
    first = labelled[-1] + 1 if labelled else 0
    return tuple([text.piece.text for text in row.texts[first:]])
