"""Lays sheets out as grids: headers above, labels before, shared labels spanning what they share."""

from collections.abc import Sequence
from dataclasses import replace

from tests.shapes.sheets import Axis, Cell, Grid, Matrix, Number, Report, Row, Sheet


def laid_out(report: Report) -> Report:
    """Return the report with each sheet as a grid."""
    return report.each_sheet(lambda sheet: [grid_of(sheet)])


def grid_of(sheet: Sheet, *, merged: bool = True) -> Grid:
    """Return the grid of a sheet; without `merged` each label is printed at every place it holds."""
    blocks = [_rows(matrix, merged) for matrix in sheet.matrices]
    widths = [width_of(matrix) for matrix in sheet.matrices]
    width = max(widths, default=0)
    rows: list[Row] = []
    for block, own in zip(blocks, widths, strict=True):
        rows.extend(_widened(row, width - own) for row in block)
    heading = _depth(sheet.matrices[0].columns) if sheet.matrices[0].header else 0
    heading += bool(sheet.matrices[0].caption)
    columns = sheet.matrices[-1].columns
    return Grid(tuple(rows), sheet.kind, heading, sheet.is_form, columns)


def width_of(matrix: Matrix) -> int:
    """Return how many columns a matrix takes, those of its labels included."""
    return _depth(matrix.rows) + len(matrix.columns)


def _widened(row: Row, by: int) -> Row:
    if not by or not row:
        return row
    return (*row[:-1], replace(row[-1], width=row[-1].width + by))


def _depth(axes: Sequence[Axis]) -> int:
    return max((len(axis.path) for axis in axes), default=0)


def _rows(matrix: Matrix, merged: bool) -> list[Row]:
    labels = _depth(matrix.rows)
    rows: list[Row] = []
    if matrix.caption:
        rows.append((Cell(matrix.caption, width_of(matrix), is_header=True),))
    if matrix.header:
        rows.extend(_header(matrix, labels, merged))
    stubs = _stubs(matrix.rows, labels, merged)
    for stub, numbers in zip(stubs, matrix.numbers, strict=True):
        rows.append((*stub, *(value_cell(number) for number in numbers)))
    return rows


def value_cell(number: Number) -> Cell:
    """Return the cell that prints a number."""
    return Cell(number.text, numbers=(number,))


def _header(matrix: Matrix, labels: int, merged: bool) -> list[Row]:
    depth = _depth(matrix.columns)
    turned = _stubs(matrix.columns, depth, merged)
    # A header is stubs turned on their side: what begins in a column at a level begins in a row.
    rows: list[list[Cell]] = [[] for _ in range(depth)]
    if labels and depth:
        if matrix.number_label is not None:
            rows[0].append(Cell(matrix.number_label, 1, depth, is_header=True))
            labels -= 1
        rows[0].append(Cell(matrix.corner, labels, depth, is_header=True))
    for stub in turned:
        level = depth - sum(cell.width for cell in stub)
        for cell in stub:
            rows[level].append(
                replace(
                    cell, width=cell.height, height=cell.width, is_header=True, is_label=False
                )
            )
            level += cell.width
    return [tuple(row) for row in rows]


def _stubs(axes: Sequence[Axis], depth: int, merged: bool) -> list[Row]:
    """Return, for each row, the label cells that begin in it."""
    stubs: list[Row] = []
    for at, axis in enumerate(axes):
        cells: list[Cell] = []
        if not axis.path and depth:
            cells.append(Cell("", depth, is_label=True))
        for level, label in enumerate(axis.path):
            own = level == len(axis.path) - 1
            width = depth - level if own else 1
            if not own and merged and at and _shares(axes[at - 1], axis, level):
                continue
            height = 1
            while (
                not own
                and merged
                and at + height < len(axes)
                and _shares(axis, axes[at + height], level)
            ):
                height += 1
            cells.append(Cell(label, width, height, is_label=True))
        stubs.append(tuple(cells))
    return stubs


def _shares(one: Axis, other: Axis, level: int) -> bool:
    return (
        len(one.path) > level + 1
        and len(other.path) > level + 1
        and one.path[: level + 1] == other.path[: level + 1]
    )
