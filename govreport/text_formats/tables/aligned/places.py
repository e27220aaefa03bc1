"""Where the figures of each column begin or end, for rows some of whose cells are blank."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govreport.text_formats.tables.aligned.fragments import (
    FigureLine,
    Fragment,
    Measure,
    fragments_of,
    is_figure,
    row_of,
)

_FEWEST_FULL = 2
"""Rows with a figure in every column, without which no place of a column is known."""

_Row = Sequence[Fragment]


class FigurePlaces(NamedTuple):
    """The places of columns, and where a figure stands in its own: at its beginning or its end."""

    edge: Callable[[Fragment], int]
    columns: list[int]

    def in_columns(self, figures: _Row) -> list[str] | None:
        """Return the cells of a row, None where a figure stands in no column."""
        cells = {self.edge(each): each.text for each in figures}
        if len(cells) < len(figures) or not cells.keys() <= set(self.columns):
            return None
        return [cells.get(place, "") for place in self.columns]


class PrintedRows(NamedTuple):
    """How the rows of a table are printed: how wide texts are, and the places of its columns."""

    measure: Measure
    places: FigurePlaces | None

    def line(self, text: str, number: int) -> FigureLine:
        """Return a line of the table, with blank cells among its figures if places show them."""
        row = row_of(text, number, self.measure)
        if self.places is None or len(row.figures) == len(self.places.columns):
            return row
        fragments = fragments_of(text, number, self.measure)
        first = len(fragments) - max(len(row.figures), 1)
        figures, texts = fragments[first:], fragments[:first]
        if not texts or not is_figure(figures[0].text) or _gaps([texts[-1], figures[0]]) < [2]:
            return row
        cells = self.places.in_columns(figures)
        return row if cells is None else FigureLine(number, cells, texts)


def places_of(rows: Sequence[_Row], width: int) -> FigurePlaces | None:
    """Return the places of columns where all figures of the rows keep to them exactly.

    None where no row has blank cells, where the rows may be set at a fixed distance, and where it
    is not certain at which edge the figures stand.
    """
    full = [row for row in rows if len(row) == width]
    partial = [row for row in rows if len(row) < width]
    if len(full) < _FEWEST_FULL or not _keep_places(full, partial):
        return None
    sure = list(_sure(full, partial))
    return sure[0][0] if sure and all(cells == sure[0][1] for _, cells in sure) else None


def _sure(
    full: Sequence[_Row], partial: Sequence[_Row]
) -> Iterator[tuple[FigurePlaces, list[list[str]]]]:
    """Yield the places by each edge to which all figures keep, and the cells of the rows by it."""
    for edge in (_start, _end):
        places = _by_edge(full, edge)
        cells = None if places is None else _cells_of(partial, places)
        if places is not None and cells is not None:
            yield places, cells


def _by_edge(full: Sequence[_Row], edge: Callable[[Fragment], int]) -> FigurePlaces | None:
    """Return the places of columns if all figures of each have one edge in one place."""
    columns = [{edge(each) for each in column} for column in zip(*full, strict=True)]
    return (
        FigurePlaces(edge, [min(each) for each in columns])
        if max(map(len, columns)) == 1
        else None
    )


def _cells_of(rows: Sequence[_Row], places: FigurePlaces) -> list[list[str]] | None:
    """Return the cells of rows if all their figures stand in columns."""
    cells = [each for each in map(places.in_columns, rows) if each is not None]
    return cells if len(cells) == len(rows) else None


def _keep_places(full: Sequence[_Row], partial: Sequence[_Row]) -> bool:
    """Whether a gap in a row with blank cells is wider than all in rows without."""
    widest = max((gap for row in full for gap in _gaps(row)), default=0)
    return any(gap > widest for row in partial for gap in _gaps(row))


def _gaps(row: _Row) -> list[int]:
    return [right.start - left.end for left, right in pairwise(row)]


def _start(each: Fragment) -> int:
    return each.start


def _end(each: Fragment) -> int:
    return each.end
