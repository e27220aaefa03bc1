"""Cells that lost their place: padded, swallowed, shifted, doubled, with spans that are off."""

import random
from collections.abc import Callable
from dataclasses import replace

from tests.shapes.families.parts import APPLICATIONS
from tests.shapes.registry import Level, family
from tests.shapes.sheets import Cell, Grid, Report, Row

BLANK = Cell("")


def _rows(report: Report, change: Callable[[Grid, Row], Row]) -> Report:
    return report.each_grid(
        lambda grid: [grid.with_rows([change(grid, row) for row in grid.rows])]
    )


def _unspanned(grid: Grid) -> Grid:
    """Return a grid in which nothing spans: what was spanned is blank."""
    rows = [
        tuple(replace(cell, width=1, height=1) if begins else BLANK for cell, begins in row)
        for row in grid.places()
    ]
    return grid.with_rows(rows)


@family("nothing spans, blanks instead", Level.GRID)
def unspanned(report: Report, chosen: random.Random) -> Report:
    return report.each_grid(lambda grid: [_unspanned(grid)])


@family("nothing spans, labels repeated", Level.GRID)
def repeated(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid) -> Grid:
        rows = [
            tuple(
                replace(cell, width=1, height=1) if begins or not cell.numbers else BLANK
                for cell, begins in row
            )
            for row in grid.places()
        ]
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family("nothing spans, all repeated", Level.GRID)
def all_repeated(report: Report, chosen: random.Random) -> Report:
    """Each place of a cell that spans prints its text, as programs do that go by places."""

    def change(grid: Grid) -> Grid:
        return grid.with_rows(
            [tuple(replace(cell, width=1, height=1) for cell, _ in row) for row in grid.places()]
        )

    return report.each_grid(lambda grid: [change(grid)])


@family("spanned headers named by a program", Level.GRID)
def named_by_a_program(report: Report, chosen: random.Random) -> Report:
    """Each place of the first row that a cell spans is called Col and its number."""

    def change(grid: Grid) -> Grid:
        first, *rest = _unspanned(grid).rows
        named = (replace(cell, text=cell.text or f"Col{at}") for at, cell in enumerate(first, 1))
        return grid.with_rows([tuple(named), *rest])

    return report.each_grid(lambda grid: [change(grid)])


@family("rows and columns numbered by a program", Level.GRID, strays=True)
def numbered_by_a_program(report: Report, chosen: random.Random) -> Report:
    """A row of column numbers above and a column of row numbers before, from nought."""

    def change(grid: Grid) -> Grid:
        rows = _unspanned(grid).rows
        width = max(map(len, rows))
        head = tuple(Cell(str(at)) for at in range(width))
        numbered = ((Cell(str(at)), *row) for at, row in enumerate(rows))
        return grid.with_rows([(BLANK, *head), *numbered])

    return report.each_grid(lambda grid: [change(grid)])


@family("spans of columns alone", Level.GRID)
def spans_of_columns(report: Report, chosen: random.Random) -> Report:
    """What spans rows stands in the first of them, with blank cells below."""

    def change(grid: Grid) -> Grid:
        rows = []
        for down, row in enumerate(grid.places()):
            cells: list[Cell] = []
            across = 0
            while across < len(row):
                cell, begins = row[across]
                above = not begins and down and grid.places()[down - 1][across][0] is cell
                cells.append(replace(cell, text="" if above else cell.text, height=1))
                across += cell.width
            rows.append(tuple(cells))
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family("labels cut into two cells", Level.GRID)
def labels_cut(report: Report, chosen: random.Random) -> Report:
    """A label that spans columns stands half in the one, half in the next."""

    def change(grid: Grid, row: Row) -> Row:
        cells: list[Cell] = []
        for cell in row:
            if cell.is_label and cell.width > 1 and len(cell.text) > 6 and chosen.random() < 0.3:
                half = len(cell.text) // 2
                cells.append(replace(cell, text=cell.text[:half], width=1))
                cells.append(replace(cell, text=cell.text[half:], width=cell.width - 1))
            else:
                cells.append(cell)
        return tuple(cells)

    return _rows(report, change)


@family("rows broken in two", Level.GRID)
def rows_broken(report: Report, chosen: random.Random) -> Report:
    """A page ended within a row: the rest of its label stands in a row of its own."""
    below = chosen.random() < 0.3

    def change(grid: Grid) -> Grid:
        rows: list[Row] = []
        for row in _unspanned(grid).rows:
            at = max(
                (at for at, cell in enumerate(row) if cell.is_label and cell.text), default=0
            )
            text = row[at].text if row else ""
            numbers = [cell for cell in row if cell.numbers]
            if not numbers or len(text) < 8 or chosen.random() < 0.85:
                rows.append(row)
                continue
            half = len(text) // 2
            blank = tuple(BLANK if cell.numbers else cell for cell in row)
            first, second = (blank, row) if below else (row, blank)
            rows.append((*first[:at], replace(row[at], text=text[:half]), *first[at + 1 :]))
            own = (*(BLANK,) * at, replace(row[at], text=text[half:]))
            rows.append((*own, *second[at + 1 :]))
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family("blank columns at the end", Level.GRID)
def padded_right(report: Report, chosen: random.Random) -> Report:
    many = chosen.choice((1, 1, 2, 5))
    return _rows(report, lambda _, row: (*row, *(BLANK,) * many))


@family("blank columns before the labels", Level.GRID)
def padded_left(report: Report, chosen: random.Random) -> Report:
    return _rows(report, lambda _, row: (BLANK, *row))


@family("blank rows between", Level.GRID)
def blank_rows(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid) -> Grid:
        width = max(map(len, grid.places()))
        rows: list[Row] = []
        for row in _unspanned(grid).rows:
            rows.append(row)
            if chosen.random() < 0.2:
                rows.append((BLANK,) * width)
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family("a blank column between", Level.GRID)
def blank_column_between(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid) -> Grid:
        width = max(map(len, grid.places()))
        at = chosen.randrange(width)
        return grid.with_rows([(*row[:at], BLANK, *row[at:]) for row in _unspanned(grid).rows])

    return report.each_grid(lambda grid: [change(grid)])


@family("every cell twice as wide", Level.GRID)
def twice_as_wide(report: Report, chosen: random.Random) -> Report:
    return _rows(
        report, lambda _, row: tuple(replace(cell, width=2 * cell.width) for cell in row)
    )


@family("columns cut elsewhere in each row", Level.GRID, needs_spans=True)
def cut_elsewhere(report: Report, chosen: random.Random) -> Report:
    """Each row has its cells in order, but they do not stand under each other."""

    def change(grid: Grid, row: Row) -> Row:
        if grid.kind == APPLICATIONS or any(cell.height > 1 for cell in row) or not row:
            return row
        at = chosen.randrange(len(row))
        return tuple(
            replace(cell, width=cell.width + (here == at)) for here, cell in enumerate(row)
        )

    return _rows(report, change)


@family("leading blanks swallowed", Level.GRID, keeps=False, moves_cells=True)
def leading_swallowed(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid) -> Grid:
        rows = []
        for row in _unspanned(grid).rows:
            at = 0
            while at < len(row) - 1 and not row[at].text and not row[at].numbers:
                at += 1
            rows.append(row[at:])
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family("one leading blank swallowed", Level.GRID, keeps=False, moves_cells=True)
def one_leading_swallowed(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid) -> Grid:
        rows = []
        for row in _unspanned(grid).rows:
            gone = row and not row[0].text and chosen.random() < 0.4
            rows.append(row[1:] if gone else row)
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family("closing blanks swallowed", Level.GRID)
def closing_swallowed(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid) -> Grid:
        rows = []
        for row in _unspanned(grid).rows:
            end = len(row)
            while end > 1 and not row[end - 1].text:
                end -= 1
            rows.append(row[:end])
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family("blanks swallowed", Level.GRID, keeps=False, moves_cells=True, swallows_blanks=True)
def blanks_swallowed(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid) -> Grid:
        rows = [
            tuple(cell for cell in row if cell.text) or row[:1] for row in _unspanned(grid).rows
        ]
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family(
    "blanks swallowed, rows filled up", Level.GRID, keeps=False, moves_cells=True, fills_up=True
)
def blanks_moved(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid) -> Grid:
        rows = []
        for row in _unspanned(grid).rows:
            kept = tuple(cell for cell in row if cell.text)
            rows.append((*kept, *(BLANK,) * (len(row) - len(kept))))
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family("a cell of a row lost", Level.GRID, keeps=False, moves_cells=True)
def cell_lost(report: Report, chosen: random.Random) -> Report:
    """The row is short by one; which of its cells is gone does not show."""

    def change(grid: Grid, row: Row) -> Row:
        numbers = [at for at, cell in enumerate(row) if cell.numbers]
        if not numbers or chosen.random() < 0.8:
            return row
        gone = chosen.choice(numbers)
        return (*row[:gone], *row[gone + 1 :])

    return _rows(report, change)


@family("a cell of a row twice", Level.GRID, keeps=False, moves_cells=True, strays=True)
def cell_twice(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid, row: Row) -> Row:
        numbers = [at for at, cell in enumerate(row) if cell.numbers]
        if not numbers or chosen.random() < 0.8:
            return row
        again = chosen.choice(numbers)
        return (*row[: again + 1], row[again], *row[again + 1 :])

    return _rows(report, change)


@family("spans of rows one short", Level.GRID, keeps=False)
def rowspan_short(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid, row: Row) -> Row:
        return tuple(
            replace(cell, height=cell.height - 1)
            if cell.height > 1 and chosen.random() < 0.3
            else cell
            for cell in row
        )

    return _rows(report, change)


@family("spans of rows one too many", Level.GRID, keeps=False)
def rowspan_long(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid, row: Row) -> Row:
        return tuple(
            replace(cell, height=cell.height + 1)
            if cell.height > 1 and chosen.random() < 0.3
            else cell
            for cell in row
        )

    return _rows(report, change)


@family("spans of columns one short", Level.GRID, keeps=False)
def colspan_short(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid, row: Row) -> Row:
        return tuple(
            replace(cell, width=cell.width - 1)
            if cell.width > 1 and chosen.random() < 0.2
            else cell
            for cell in row
        )

    return _rows(report, change)


@family("spans of columns one too many", Level.GRID, keeps=False, moves_cells=True)
def colspan_long(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid, row: Row) -> Row:
        return tuple(
            replace(cell, width=cell.width + 1)
            if not cell.numbers and chosen.random() < 0.1
            else cell
            for cell in row
        )

    return _rows(report, change)


@family("no spans at all, cells missing", Level.GRID, keeps=False)
def spans_dropped(report: Report, chosen: random.Random) -> Report:
    """A program copied the cells and forgot how far they span."""
    return _rows(report, lambda _, row: tuple(replace(cell, width=1, height=1) for cell in row))


@family("a torn copy of a row", Level.GRID, keeps=False)
def torn_copy(report: Report, chosen: random.Random) -> Report:
    """A row stands again with its last cells gone, as where a page was scanned twice."""

    def change(grid: Grid) -> Grid:
        rows: list[Row] = []
        for row in _unspanned(grid).rows:
            rows.append(row)
            numbers = sum(bool(cell.numbers) for cell in row)
            if numbers > 2 and chosen.random() < 0.1:
                rows.append(row[: len(row) - chosen.randrange(1, numbers)])
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])
