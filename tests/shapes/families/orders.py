"""Rows and columns in another order, turned, or with their labels on the other side."""

import random
from dataclasses import replace

from govreport.model.statute import LABEL_COLUMNS
from tests.shapes.families.parts import APPLICATIONS, PROACTIVE, REVIEWS, Line, each_matrix, only
from tests.shapes.registry import Level, family
from tests.shapes.sheets import Axis, Grid, Matrix, Report, Sheet


@family("nothing", Level.TABLE)
def nothing(report: Report, chosen: random.Random) -> Report:
    return report


def _grouped(lines: list[Line], level: int) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        path = line[0].path
        last = groups[-1][-1][0].path if groups else ()
        if len(path) > level + 1 and path[: level + 1] == last[: level + 1]:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def shuffled(lines: list[Line], chosen: random.Random, level: int = 0) -> list[Line]:
    """Return lines in another order in which those that share a label stay together."""
    groups = _grouped(lines, level)
    groups = [shuffled(group, chosen, level + 1) if len(group) > 1 else group for group in groups]
    chosen.shuffle(groups)
    return [line for group in groups for line in group]


@family("columns in another order", Level.TABLE)
def columns_in_another_order(report: Report, chosen: random.Random) -> Report:
    return each_matrix(
        report, lambda _, matrix: matrix.with_columns(shuffled(matrix.stacks(), chosen))
    )


@family("rows in another order", Level.TABLE)
def rows_in_another_order(report: Report, chosen: random.Random) -> Report:
    return each_matrix(
        report, lambda _, matrix: matrix.with_rows(shuffled(matrix.lines(), chosen))
    )


@family("columns scattered from their groups", Level.TABLE)
def columns_scattered(report: Report, chosen: random.Random) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        columns = matrix.stacks()
        chosen.shuffle(columns)
        return matrix.with_columns(columns)

    return each_matrix(report, change)


@family("rows scattered from their groups", Level.TABLE)
def rows_scattered(report: Report, chosen: random.Random) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        rows = matrix.lines()
        chosen.shuffle(rows)
        return matrix.with_rows(rows)

    return each_matrix(report, change)


@family("columns reversed", Level.TABLE)
def columns_reversed(report: Report, chosen: random.Random) -> Report:
    return each_matrix(report, lambda _, matrix: matrix.with_columns(matrix.stacks()[::-1]))


@family("total first", Level.TABLE)
def total_first(report: Report, chosen: random.Random) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        groups: list[list[Line]] = []
        for column in matrix.stacks():
            if column[0].label == "总计" and groups and column[0].path[:-1]:
                place = len(groups) - 1
                while place and groups[place - 1][0][0].path[:-1] == column[0].path[:-1]:
                    place -= 1
                groups.insert(place if len(column[0].path) > 1 else 0, [column])
            else:
                groups.append([column])
        return matrix.with_columns([column for group in groups for column in group])

    return each_matrix(report, change)


@family("total of table 3 first", Level.TABLE)
def total_of_applications_first(report: Report, chosen: random.Random) -> Report:
    return only(
        report,
        APPLICATIONS,
        lambda sheet: [
            sheet.each(
                lambda matrix: matrix.with_columns([matrix.stacks()[-1], *matrix.stacks()[:-1]])
            )
        ],
    )


@family("items of table 2 in another order", Level.TABLE)
def items_in_another_order(report: Report, chosen: random.Random) -> Report:
    def change(sheet: Sheet) -> list[Sheet]:
        matrices = list(sheet.matrices)
        chosen.shuffle(matrices)
        return [replace(sheet, matrices=tuple(matrices))]

    return only(report, PROACTIVE, lambda sheet: list(change(sheet)))


@family("table 3 turned", Level.TABLE)
def applications_turned(report: Report, chosen: random.Random) -> Report:
    corner = chosen.choice(("申请人", "项目", "", "申请人类型"))
    return only(
        report,
        APPLICATIONS,
        lambda sheet: [sheet.each(lambda matrix: replace(matrix.turned(), corner=corner))],
    )


@family("table 2 turned", Level.TABLE)
def proactive_turned(report: Report, chosen: random.Random) -> Report:
    return only(report, PROACTIVE, lambda sheet: [sheet.each(lambda matrix: matrix.turned())])


@family("table 4 turned", Level.TABLE)
def reviews_turned(report: Report, chosen: random.Random) -> Report:
    corner = chosen.choice(("类别", "项目", ""))

    def turned(matrix: Matrix) -> Matrix:
        return replace(matrix.turned(), columns=(Axis(("件数",)),), corner=corner)

    return only(report, REVIEWS, lambda sheet: [sheet.each(turned)])


@family("litigation first", Level.TABLE)
def litigation_first(report: Report, chosen: random.Random) -> Report:
    def change(matrix: Matrix) -> Matrix:
        columns = matrix.stacks()
        return matrix.with_columns([*columns[5:], *columns[:5]])

    return only(report, REVIEWS, lambda sheet: [sheet.each(change)])


@family("litigation groups swapped", Level.TABLE)
def litigation_swapped(report: Report, chosen: random.Random) -> Report:
    def change(matrix: Matrix) -> Matrix:
        columns = matrix.stacks()
        return matrix.with_columns([*columns[:5], *columns[10:], *columns[5:10]])

    return only(report, REVIEWS, lambda sheet: [sheet.each(change)])


@family("labels behind the numbers", Level.GRID)
def labels_behind(report: Report, chosen: random.Random) -> Report:
    def change(grid: Grid) -> Grid:
        rows = []
        for row in grid.places():
            cells = [replace(cell, width=1, height=1) for cell, _ in row]
            rows.append((*cells[LABEL_COLUMNS:], *cells[:LABEL_COLUMNS]))
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid) if grid.kind == APPLICATIONS else grid])
