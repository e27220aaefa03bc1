"""What is printed in the cells of numbers: marks of notes, units, fillings, merged cells."""

import random
from collections.abc import Callable
from dataclasses import replace

from tests.shapes.families.parts import each_matrix
from tests.shapes.registry import Level, family
from tests.shapes.sheets import Cell, Grid, Matrix, Number, Report, Sheet

NOTE_MARKS = ("[1]", "①", "②", "[注1]", "（注）", "注1", "*", "①②", "[12]", "※")


def _some(
    report: Report, chosen: random.Random, share: float, change: Callable[[Number], Number]
) -> Report:
    def changed(number: Number) -> Number:
        return change(number) if number.text and chosen.random() < share else number

    return each_matrix(report, lambda _, matrix: matrix.each(changed))


@family("marks of notes at numbers", Level.TABLE)
def note_marks(report: Report, chosen: random.Random) -> Report:
    mark = chosen.choice(NOTE_MARKS)
    return _some(
        report, chosen, 0.15, lambda number: replace(number, text=f"{number.text}{mark}")
    )


@family("raised marks at numbers", Level.TABLE)
def raised_marks(report: Report, chosen: random.Random) -> Report:
    mark = chosen.choice("¹²³")
    return _some(
        report, chosen, 0.15, lambda number: replace(number, text=f"{number.text}{mark}")
    )


@family("digits raised behind numbers", Level.TABLE, needs_spans=True)
def raised_digits(report: Report, chosen: random.Random) -> Report:
    """A mark that only its height tells from the number."""
    mark = chosen.choice(("1", "2", "[3]", "①", "注1"))
    return _some(report, chosen, 0.15, lambda number: replace(number, raised=mark))


@family("units at numbers", Level.TABLE)
def units_at_numbers(report: Report, chosen: random.Random) -> Report:
    unit = chosen.choice(("件", " 件", "件次", "项"))
    return _some(report, chosen, 1, lambda number: replace(number, text=f"{number.text}{unit}"))


@family("full-width numbers", Level.TABLE)
def full_width(report: Report, chosen: random.Random) -> Report:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return _some(
        report, chosen, 1, lambda number: replace(number, text=number.text.translate(wide))
    )


@family("blanks around numbers", Level.TABLE)
def blanks_around(report: Report, chosen: random.Random) -> Report:
    blank = chosen.choice((" ", "\u3000", "\xa0"))
    return _some(
        report,
        chosen,
        0.5,
        lambda number: replace(number, text=f"{blank}{number.text}{blank}"),
    )


@family("marks for noughts", Level.TABLE)
def marks_for_noughts(report: Report, chosen: random.Random) -> Report:
    mark = chosen.choice(("/", "-", "—", "——", "无", "\\", ""))

    def change(number: Number) -> Number:
        return replace(number, text=mark, value=None) if number.value == 0 else number

    return _some(report, chosen, 1, change)


UNSTATED = (
    "O",
    "○",
    "l",
    "十二",
    "约5",
    "5-6",
    "3/5",
    "5%",
    "5余件",
    "见附件",
    "××",
    "（5）",
    "1,23",
)
"""What a cell may hold that states no number, though it resembles one."""


@family("cells that state no number", Level.TABLE)
def unstated(report: Report, chosen: random.Random) -> Report:
    def change(number: Number) -> Number:
        return replace(number, text=chosen.choice(UNSTATED), value=None)

    return _some(report, chosen, 0.08, change)


@family("noughts left blank here and there", Level.TABLE)
def noughts_blank(report: Report, chosen: random.Random) -> Report:
    def change(number: Number) -> Number:
        return replace(number, text="", value=None) if number.value == 0 else number

    return _some(report, chosen, 0.6, change)


@family("one number in a blank form", Level.TABLE)
def one_number(report: Report, chosen: random.Random) -> Report:
    """All is blank but for one number in each table."""

    def change(_: Sheet, matrix: Matrix) -> Matrix:
        places = [
            (down, across)
            for down, row in enumerate(matrix.numbers)
            for across, number in enumerate(row)
            if number.text
        ]
        kept = chosen.choice(places) if places else None
        numbers = tuple(
            tuple(
                number if (down, across) == kept else replace(number, text="", value=None)
                for across, number in enumerate(row)
            )
            for down, row in enumerate(matrix.numbers)
        )
        return replace(matrix, numbers=numbers)

    return each_matrix(report, change)


@family("equal numbers merged", Level.GRID, needs_spans=True)
def equal_merged(report: Report, chosen: random.Random) -> Report:
    """Equal numbers that stand beside each other are one cell that spans their columns."""

    def change(grid: Grid) -> Grid:
        rows = []
        for row in grid.rows:
            cells: list[Cell] = []
            for cell in row:
                last = cells[-1] if cells else None
                if last and cell.numbers and last.numbers and cell.text == last.text:
                    cells[-1] = replace(
                        last,
                        width=last.width + cell.width,
                        numbers=(*last.numbers, *cell.numbers),
                    )
                else:
                    cells.append(cell)
            rows.append(tuple(cells))
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family("noughts of a row merged", Level.GRID)
def noughts_merged(report: Report, chosen: random.Random) -> Report:
    """Rows of noughts alone have one cell."""

    def change(grid: Grid) -> Grid:
        rows = []
        for row in grid.rows:
            numbers = [cell for cell in row if cell.numbers]
            if len(numbers) > 1 and all(cell.text == "0" for cell in numbers):
                labels = tuple(cell for cell in row if not cell.numbers)
                width = sum(cell.width for cell in numbers)
                merged = Cell("0", width, 1, tuple(each for c in numbers for each in c.numbers))
                row = (*labels, merged)
            rows.append(row)
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


@family("no number at all", Level.TABLE)
def no_number(report: Report, chosen: random.Random) -> Report:
    return _some(report, chosen, 1, lambda number: replace(number, text="", value=None))
