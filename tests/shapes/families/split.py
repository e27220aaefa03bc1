"""One table as several: by rows, by columns, by group, by page."""

import random
from dataclasses import replace

from tests.shapes.families.parts import (
    APPLICATIONS,
    PROACTIVE,
    REVIEWS,
    flat,
    only,
    reviews_matrix,
)
from tests.shapes.registry import Level, family
from tests.shapes.sheets import Axis, Block, Grid, Line, Matrix, Report, Sheet


def _alone(sheet: Sheet, matrix: Matrix) -> Sheet:
    return replace(sheet, matrices=(matrix,))


@family("table 4 as three tables", Level.TABLE)
def reviews_as_three(report: Report, chosen: random.Random) -> Report:
    heads = (
        "行政复议",
        *chosen.choice(
            (
                ("行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"),
                ("未经复议直接起诉", "复议后起诉"),
                ("行政诉讼—未经复议直接起诉", "行政诉讼—复议后起诉"),
            )
        ),
    )
    numbered = chosen.choice((("", "", ""), ("（一）", "（二）", "（三）"), ("1.", "2.", "3.")))
    within = chosen.random() < 0.4

    def change(sheet: Sheet) -> list[Block]:
        blocks: list[Block] = []
        matrix = reviews_matrix(sheet)
        for head, number, line in zip(heads, numbered, matrix.lines(), strict=True):
            own = replace(matrix.with_rows([(Axis(()), line[1])]), corner="")
            if within:
                blocks.append(_alone(sheet, replace(own, caption=f"{number}{head}")))
            else:
                blocks += [Line(f"{number}{head}"), _alone(sheet, own)]
        return blocks

    return only(report, REVIEWS, change)


@family("table 2 a table each item", Level.TABLE)
def proactive_by_item(report: Report, chosen: random.Random) -> Report:
    outside = chosen.random() < 0.5

    def change(sheet: Sheet) -> list[Block]:
        blocks: list[Block] = []
        for matrix in sheet.matrices:
            if outside:
                blocks.append(Line(matrix.caption))
                matrix = replace(matrix, caption="")
            blocks.append(_alone(sheet, matrix))
        return blocks

    return only(report, PROACTIVE, change)


@family("table 3 a table each row under its heading", Level.TABLE)
def applications_row_by_row(report: Report, chosen: random.Random) -> Report:
    full = chosen.random() < 0.5

    def change(sheet: Sheet) -> list[Block]:
        (matrix,) = sheet.matrices
        matrix = replace(matrix, columns=tuple(map(flat, matrix.columns)), corner="类别")
        blocks: list[Block] = []
        above: tuple[str, ...] = ()
        for axis, numbers in matrix.lines():
            for level, label in enumerate(axis.path):
                if axis.path[: level + 1] != above[: level + 1]:
                    blocks.append(Line(label))
            above = axis.path
            own = flat(axis) if full else Axis(("件数",))
            blocks.append(_alone(sheet, matrix.with_rows([(own, numbers)])))
        return blocks

    return only(report, APPLICATIONS, change)


@family("table 3 a table each applicant", Level.TABLE)
def applications_by_applicant(report: Report, chosen: random.Random) -> Report:
    def change(sheet: Sheet) -> list[Block]:
        (matrix,) = sheet.matrices
        stacks = matrix.stacks()
        parts = chosen.choice(
            (
                [[each] for each in stacks],
                [stacks[:1], stacks[1:6], stacks[6:]],
                [stacks[:4], stacks[4:]],
            )
        )
        return [_alone(sheet, matrix.with_columns(part)) for part in parts]

    return only(report, APPLICATIONS, change)


def _rows_split(
    report: Report, chosen: random.Random, between: tuple[str, ...], *, header: bool
) -> Report:
    def change(sheet: Sheet) -> list[Block]:
        if len(sheet.matrices) > 1:
            cut = chosen.randrange(1, len(sheet.matrices))
            parts = [
                replace(sheet, matrices=sheet.matrices[:cut]),
                replace(sheet, matrices=sheet.matrices[cut:]),
            ]
        elif len(sheet.matrices[0].rows) > 2:
            (matrix,) = sheet.matrices
            cut = chosen.randrange(1, len(matrix.rows))
            rest = replace(matrix.with_rows(matrix.lines()[cut:]), header=header)
            parts = [_alone(sheet, matrix.with_rows(matrix.lines()[:cut])), _alone(sheet, rest)]
        else:
            return [sheet]
        return [parts[0], *map(Line, between), parts[1]]

    return report.each_sheet(change)


@family("by rows, with its header again", Level.TABLE)
def by_rows_with_header(report: Report, chosen: random.Random) -> Report:
    return _rows_split(report, chosen, (), header=True)


@family("by rows, without its header", Level.TABLE)
def by_rows_without_header(report: Report, chosen: random.Random) -> Report:
    return _rows_split(report, chosen, (), header=False)


PAGE_ENDS = (
    ("7",),
    ("- 7 -",),
    ("—3—",),
    ("第 3 页 共 9 页",),
    ("3 / 9",),
    ("3", "青禾县云岭镇人民政府2023年政府信息公开工作年度报告"),
    ("青禾县云岭镇人民政府",),
    ("续表",),
    ("（续上表）",),
    ("5", "续表"),
    ("Page 3",),
)
"""What stands between the two parts of a table that goes on on the next page."""


@family("over a page end, with its header again", Level.TABLE, strays=True)
def over_page_with_header(report: Report, chosen: random.Random) -> Report:
    return _rows_split(report, chosen, chosen.choice(PAGE_ENDS), header=True)


@family("over a page end, without its header", Level.TABLE, strays=True)
def over_page_without_header(report: Report, chosen: random.Random) -> Report:
    return _rows_split(report, chosen, chosen.choice(PAGE_ENDS), header=False)


@family("text begins within a table", Level.PAGE, keeps=False)
def begins_within(report: Report, chosen: random.Random) -> Report:
    blocks = list(report.blocks)
    tables = [at for at, block in enumerate(blocks) if isinstance(block, Grid)]
    at = chosen.choice(tables)
    grid = blocks[at]
    assert isinstance(grid, Grid)
    cut = chosen.randrange(1, len(grid.rows))
    return replace(report, blocks=(grid.with_rows(list(grid.rows[cut:])), *blocks[at + 1 :]))


@family("text ends within a table", Level.PAGE, keeps=False)
def ends_within(report: Report, chosen: random.Random) -> Report:
    blocks = list(report.blocks)
    tables = [at for at, block in enumerate(blocks) if isinstance(block, Grid)]
    at = chosen.choice(tables)
    grid = blocks[at]
    assert isinstance(grid, Grid)
    cut = chosen.randrange(1, len(grid.rows) + 1)
    last = grid.rows[cut - 1][: chosen.randrange(1, len(grid.rows[cut - 1]) + 1)]
    return replace(report, blocks=(*blocks[:at], grid.with_rows([*grid.rows[: cut - 1], last])))
