"""What several rearrangements are made of."""

import random
from collections.abc import Callable
from dataclasses import replace

from tests.shapes.sheets import Axis, Block, Matrix, Number, Report, Sheet

APPLICATIONS = "applications"
PROACTIVE = "proactive_disclosure"
REVIEWS = "reviews"

LITIGATION = "行政诉讼"
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
Line = tuple[Axis, tuple[Number, ...]]


def each_matrix(report: Report, change: Callable[[Sheet, Matrix], Matrix]) -> Report:
    """Return the report with each matrix changed."""
    return report.each_sheet(
        lambda sheet: [sheet.each(lambda matrix: change(sheet, matrix))],
    )


def only(report: Report, kind: str, change: Callable[[Sheet], list[Block]]) -> Report:
    """Return the report with the sheet of one kind replaced by other blocks.

    A sheet that another rearrangement changed already stays as it is.
    """
    return report.each_sheet(
        lambda sheet: change(sheet) if sheet.kind == kind and sheet.is_form else [sheet]
    )


def marker(chosen: random.Random) -> str:
    """Return a text that stands nowhere else."""
    return f"补记{chosen.randrange(10_000, 100_000)}"


def foreign(chosen: random.Random) -> Number:
    """Return a number of another quantity, one that shows where it went."""
    return Number(str(chosen.randrange(20_001, 100_000)))


def unkeyed(numbers: tuple[Number, ...]) -> tuple[Number, ...]:
    """Return the numbers as those of another quantity."""
    return tuple(replace(number, key=None) for number in numbers)


def reviews_matrix(sheet: Sheet) -> Matrix:
    """Return table 4 with its groups down and its outcomes across."""
    (matrix,) = sheet.matrices
    rows = []
    for at in range(0, len(matrix.columns), len(OUTCOMES)):
        own = matrix.columns[at : at + len(OUTCOMES)]
        rows.append((Axis(own[0].path[:-1]), matrix.numbers[0][at : at + len(OUTCOMES)]))
    columns = tuple(Axis((label,)) for label in OUTCOMES)
    return Matrix(
        tuple(axis for axis, _ in rows),
        columns,
        tuple(numbers for _, numbers in rows),
        "类型",
    )


def flat(axis: Axis) -> Axis:
    """Return a row or column with its innermost label alone."""
    return replace(axis, path=axis.path[-1:])
