"""Tables drawn with `+`, `-` and `|`, as pandoc prints them in plain text.

The positions of the corners show the columns, with two positions for a wide character. A cell spans
if its inner borders are not drawn.
"""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.grid import Cell, Table
from govreport.model.text import one_line
from govreport.text_formats.attributes import without_spans
from govreport.text_formats.lines import Line, check_size

_BORDER = expression(r"\+(?:[-=:]+\+)+")
_BORDER_PIECE = expression(r"\+[-=:]+\+")
_FIGURE = expression(r"[+\-]?[0-9][0-9.,]*[%]?")
_AROUND_HEAD = 3
_FEWEST_LINES = 3
_LONGEST_GRID = 20_000
_WIDEST_GRID = 2_000


def parted_at_grids(lines: list[Line], limits: Limits) -> Iterator[list[Line] | Table]:
    """Yield the lines in runs, each drawn grid among them as its table."""
    run: list[Line] = []
    index = 0
    while index < len(lines):
        end = _end_of_grid(lines, index)
        table = _table(lines[index:end], limits) if end > index + 2 else None
        if table is None:
            if end > index + 2:
                run.extend(_without_borders(lines[index:end]))
            else:
                end = max(end, index + 1)
                run.extend(lines[index:end])
            index = end
            continue
        yield run
        run = []
        yield table
        index = end
    yield run


def _without_borders(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines of a grid whose borders do not meet, each of which is then a row."""
    for line in lines:
        text = _BORDER.sub("|", line.text)
        if text == line.text or text.strip(" |"):
            yield line._replace(text=text)


def _end_of_grid(lines: list[Line], start: int) -> int:
    """Return the end of the grid that a border opens at `start`; `start` if there is none."""
    if not _BORDER.fullmatch(lines[start].text.strip()):
        return start
    end = last = start
    while end < min(len(lines), start + _LONGEST_GRID):
        text = lines[end].text.strip()
        if not text.startswith(("+", "|")) or not text.endswith(("+", "|")):
            break
        end += 1
        if _BORDER.fullmatch(text):
            last = end
    return last


def _table(lines: list[Line], limits: Limits) -> Table | None:
    """Return the table that a grid draws, None if its lines do not meet or are rows each."""
    grid = _grid_of([line.text.strip() for line in lines])
    if grid is None:
        return None
    check_size([range(len(grid.columns))] * len(grid.rows), lines[0].number, limits)
    if _is_head_over_rows(grid) or _has_rows_between_borders(grid):
        return None
    cells = list(_cells(grid))
    return Table(cells) if any(cells) else None


class _Grid(NamedTuple):
    """The printed places of a grid's lines, and where its borders and its corners stand."""

    canvas: list[list[str]]
    rows: list[int]
    columns: list[int]


def _grid_of(texts: list[str]) -> _Grid | None:
    """Return what lines draw, None where they are of different widths or too wide."""
    if max(map(len, texts)) > _WIDEST_GRID:
        return None
    canvas = [_places(text) for text in texts]
    if len(set(map(len, canvas))) > 1:
        return None
    columns = {at for places in canvas for at, sign in enumerate(places) if sign == "+"}
    rows = [at for at, text in enumerate(texts) if _BORDER_PIECE.search(text)]
    return _Grid(canvas, rows, sorted(columns))


def _is_head_over_rows(grid: _Grid) -> bool:
    """Whether borders stand around a head of one line and around all the rest only.

    Where each line of that has a text in its first column, it is a row, as databases print.
    """
    rows, columns = grid.rows, grid.columns
    if len(rows) != _AROUND_HEAD or len(columns) <= 2 or rows[1] - rows[0] != 2:
        return False
    below = _texts_between(grid.canvas[rows[1] + 1 : rows[2]], columns[0], columns[1])
    return len(below) >= _FEWEST_LINES and all(below) and "=" not in grid.canvas[rows[1]]


def _texts_between(canvas: list[list[str]], left: int, right: int) -> list[str]:
    return ["".join(places[left + 1 : right]).strip() for places in canvas]


def _has_rows_between_borders(grid: _Grid) -> bool:
    """Whether numbers are below other texts between two borders, so that each line is a row.

    One number below a number is enough; below words several are needed, because a text may end
    with a number.
    """
    for top, bottom in pairwise(grid.rows):
        inside = grid.canvas[top + 1 : bottom]
        below_words = 0
        for left, right in pairwise(grid.columns if len(inside) > 1 else ()):
            texts = _texts_between(inside, left, right)
            figures = sum(_FIGURE.fullmatch(text) is not None for text in texts)
            if figures > 1:
                return True
            below_words += figures and sum(map(bool, texts)) > 1
        if below_words > 2:
            return True
    return False


def _places(text: str) -> list[str]:
    """Return the text by printed places: a wide character takes two, a combining one none."""
    places: list[str] = []
    for character in text:
        if unicodedata.combining(character) and places:
            places[-1] += character
            continue
        places.append(character)
        if unicodedata.east_asian_width(character) in "WF":
            places.append("")
    return places


def _cells(grid: _Grid) -> Iterator[list[Cell]]:
    """Yield the cells that begin in each row of the grid."""
    canvas, rows, columns = grid
    taken: set[tuple[int, int]] = set()
    for top in range(len(rows) - 1):
        line: list[Cell] = []
        for left in range(len(columns) - 1):
            if (top, left) in taken:
                continue
            right = left + 1
            while right < len(columns) - 1 and not _wall(canvas, rows, top, columns[right]):
                right += 1
            bottom = top + 1
            span = (columns[left], columns[right])
            while bottom < len(rows) - 1 and not _floor(canvas[rows[bottom]], *span):
                bottom += 1
            taken.update((row, at) for row in range(top, bottom) for at in range(left, right))
            inside = canvas[rows[top] + 1 : rows[bottom]]
            line.append(Cell(_text(inside, *span), bottom - top, right - left))
        yield line


def _wall(canvas: list[list[str]], rows: list[int], top: int, column: int) -> bool:
    """Whether there is a border at a column on every line of a row of the grid."""
    inside = canvas[rows[top] + 1 : rows[top + 1]]
    return bool(inside) and all(places[column] in ("|", "+") for places in inside)


def _floor(places: list[str], left: int, right: int) -> bool:
    """Whether a border is drawn below a cell."""
    return all(sign in ("-", "=", ":", "+") for sign in places[left + 1 : right])


def _text(inside: list[list[str]], left: int, right: int) -> str:
    lines = filter(None, _texts_between(inside, left, right))
    return one_line(without_spans("\n".join(lines)), "a cell")
