"""The figures that the prose of a summary needs, in total and by office."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from govreport.expressions import expression
from govreport.model import english
from govreport.model.document import CellKey
from govreport.model.statute import LITIGATION, Layout, layout
from govreport.parts.sums import CellSum, Contribution, Number, added

_NUMBERING = expression(r"^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）)")
_NOTE = "（区分"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number for the prose of a summary: a cell, or the sum of several.

    `name` and `english` are its names. `cells` are the cells of the summary whose sum it is;
    `value` is None if one of them is open. `offices` holds each office with its own number, None if
    it has none.
    """

    name: str
    english: str
    unit: str
    cells: tuple[CellKey, ...]
    value: Number | None
    offices: tuple[tuple[str, Number | None], ...]


def figures(sums: Mapping[CellKey, CellSum], edition: int) -> list[Figure]:
    """Return the figures of a summary in the order of its form.

    They are every cell of table 2, the totals of table 3 by kind of result, and those of table 4.
    """
    return [
        Figure(name, foreign, unit, cells, _whole(cells, sums), tuple(_shares(cells, sums)))
        for name, foreign, unit, cells in (
            *_proactive(layout("proactive_disclosure", edition)),
            *_applications(layout("applications", edition)),
            *_reviews(layout("reviews", None)),
        )
    ]


_Named = tuple[str, str, str, tuple[CellKey, ...]]


def _proactive(of: Layout) -> Iterator[_Named]:
    for row in of.rows:
        for column in row.columns:
            name = f"{row.labels[-1]}：{column.label.partition('（')[0]}"
            cell = (of.kind, row.key, column.key)
            yield name, f"{row.english}: {column.english}", column.unit, (cell,)


def _applications(of: Layout) -> Iterator[_Named]:
    """Yield the rows of table 3, those of one kind of result together."""
    for labels, group in groupby(of.rows, key=lambda row: row.labels[:2]):
        rows = list(group)
        first = rows[0]
        named = labels if first.is_total else labels[-1:]
        name = "：".join(_NUMBERING.sub("", each.partition(_NOTE)[0]) for each in named)
        together = len(first.labels) > 2 or first.key in english.RESULTS
        foreign = english.RESULTS[first.key] if together else first.english
        cells: tuple[CellKey, ...] = tuple((of.kind, row.key, "total") for row in rows)
        yield name, foreign, first.columns[-1].unit, cells


def _reviews(of: Layout) -> Iterator[_Named]:
    """Yield each outcome of reconsideration and of litigation of either kind."""
    for whole, group in groupby(of.rows, key=lambda row: row.labels[0]):
        rows = list(group)
        foreign = english.LITIGATION if whole == LITIGATION else rows[0].english
        for column in rows[0].columns:
            cells: tuple[CellKey, ...] = tuple((of.kind, row.key, column.key) for row in rows)
            yield f"{whole}：{column.label}", f"{foreign}: {column.english}", column.unit, cells


def _whole(cells: tuple[CellKey, ...], sums: Mapping[CellKey, CellSum]) -> Number | None:
    return _together([sums[cell].value for cell in cells])


def _shares(
    cells: tuple[CellKey, ...], sums: Mapping[CellKey, CellSum]
) -> Iterator[tuple[str, Number | None]]:
    """Yield every office with the sum of its own cells."""
    by_cell: list[tuple[Contribution, ...]] = [sums[cell].contributions for cell in cells]
    for of_office in zip(*by_cell, strict=True):
        yield of_office[0].office, _together([each.value for each in of_office])


def _together(values: list[Number | None]) -> Number | None:
    known = [value for value in values if value is not None]
    return added(known) if len(known) == len(values) else None
