"""Tables in other shapes than the form's, as people make them who have less room or more."""

import random
from dataclasses import replace
from decimal import Decimal

from tests.shapes.families.parts import (
    APPLICATIONS,
    OUTCOMES,
    PROACTIVE,
    REVIEWS,
    each_matrix,
    flat,
    only,
    reviews_matrix,
)
from tests.shapes.layout import grid_of
from tests.shapes.registry import Level, family
from tests.shapes.sheets import Axis, Block, Line, Matrix, Number, Report, Sheet


def long_rows(matrix: Matrix, *, whole_path: bool = False) -> Matrix:
    """Return a matrix with one number a row: the labels of its row, then those of its column."""
    rows = []
    for row, numbers in matrix.lines():
        for column, number in zip(matrix.columns, numbers, strict=True):
            own = row.path if whole_path else row.path[-1:]
            rows.append((Axis((*own, *column.path[-1:])), (number,)))
    blank = Matrix((), (Axis(("数量",)),), ())
    return replace(blank.with_rows(rows), corner="项目")


@family("table 3 one number a row", Level.TABLE)
def applications_long(report: Report, chosen: random.Random) -> Report:
    def change(sheet: Sheet) -> list[Block]:
        matrix = replace(
            long_rows(sheet.matrices[0]),
            columns=(Axis((chosen.choice(("件数", "数量")),)),),
        )
        return [grid_of(replace(sheet, matrices=(matrix,)), merged=chosen.random() < 0.5)]

    return only(report, APPLICATIONS, change)


@family("table 2 one number a row", Level.TABLE)
def proactive_long(report: Report, chosen: random.Random) -> Report:
    def change(sheet: Sheet) -> list[Block]:
        rows = [
            (Axis((matrix.caption, *axis.path)), numbers)
            for matrix in sheet.matrices
            for axis, numbers in long_rows(matrix).lines()
        ]
        matrix = Matrix((), (Axis(("数量",)),), (), "指标").with_rows(rows)
        return [grid_of(replace(sheet, matrices=(matrix,)), merged=chosen.random() < 0.5)]

    return only(report, PROACTIVE, change)


@family("table 4 one number a row", Level.TABLE)
def reviews_long(report: Report, chosen: random.Random) -> Report:
    header = chosen.random() < 0.6

    def change(sheet: Sheet) -> list[Block]:
        matrix = replace(long_rows(reviews_matrix(sheet)), header=header)
        return [grid_of(replace(sheet, matrices=(matrix,)), merged=chosen.random() < 0.5)]

    return only(report, REVIEWS, change)


@family("table 4 with its groups down", Level.TABLE)
def reviews_by_group(report: Report, chosen: random.Random) -> Report:
    return only(
        report, REVIEWS, lambda sheet: [replace(sheet, matrices=(reviews_matrix(sheet),))]
    )


@family("table 4 outcome by outcome", Level.TABLE)
def reviews_by_outcome(report: Report, chosen: random.Random) -> Report:
    flatly = chosen.random() < 0.5

    def change(sheet: Sheet) -> list[Block]:
        matrix = replace(reviews_matrix(sheet).turned(), corner="结果")
        if flatly:
            matrix = replace(matrix, columns=tuple(map(flat, matrix.columns)))
        return [replace(sheet, matrices=(matrix,))]

    return only(report, REVIEWS, change)


@family("table 4 of two years", Level.TABLE)
def reviews_of_two_years(report: Report, chosen: random.Random) -> Report:
    this, last = chosen.choice((("2023年", "2022年"), ("本年", "上年"), ("本年度", "上年度")))
    first = chosen.random() < 0.5

    def change(sheet: Sheet) -> list[Block]:
        (matrix,) = sheet.matrices
        other = tuple(Number(str(chosen.randrange(40))) for _ in matrix.columns)
        rows = [(Axis((this,)), matrix.numbers[0]), (Axis((last,)), other)]
        corner = chosen.choice(("年度", "年份", ""))
        rows = rows if first else rows[::-1]
        return [replace(sheet, matrices=(replace(matrix.with_rows(rows), corner=corner),))]

    return only(report, REVIEWS, change)


@family("table 4 with totals alone", Level.TABLE)
def reviews_totals(report: Report, chosen: random.Random) -> Report:
    def change(matrix: Matrix) -> Matrix:
        return matrix.with_columns([each for each in matrix.stacks() if each[0].label == "总计"])

    return only(report, REVIEWS, lambda sheet: [sheet.each(change)])


@family("table 4 without totals", Level.TABLE)
def reviews_without_totals(report: Report, chosen: random.Random) -> Report:
    def change(matrix: Matrix) -> Matrix:
        return matrix.with_columns([each for each in matrix.stacks() if each[0].label != "总计"])

    return only(report, REVIEWS, lambda sheet: [sheet.each(change)])


@family("table 4 with one group", Level.TABLE)
def reviews_one_group(report: Report, chosen: random.Random) -> Report:
    at = chosen.choice((0, 5, 10))

    def change(matrix: Matrix) -> Matrix:
        return matrix.with_columns(matrix.stacks()[at : at + len(OUTCOMES)])

    return only(report, REVIEWS, lambda sheet: [sheet.each(change)])


@family("table 4 under a torn header", Level.TABLE, keeps=False, by_order=True)
def reviews_torn(report: Report, chosen: random.Random) -> Report:
    headers = (
        "结果 结果 其他 尚未 总 结果 结果 其他 尚未 总 结果 结果 其他 尚未 总",
        "维持 纠正 结果 审结 计 维持 纠正 结果 审结 计 维持 纠正 结果 审结 计",
    )

    def change(sheet: Sheet) -> list[Block]:
        (matrix,) = sheet.matrices
        bare = replace(matrix, columns=tuple(Axis(()) for _ in matrix.columns), header=False)
        lines = [Line("行政复议行政诉讼"), *map(Line, chosen.choice((headers, headers[:1], ())))]
        return [*lines, replace(sheet, matrices=(bare,))]

    return only(report, REVIEWS, change)


@family("table 3 with totals alone", Level.TABLE)
def applications_totals(report: Report, chosen: random.Random) -> Report:
    label = chosen.choice(("数量", "总计", "件数", "合计"))

    def change(matrix: Matrix) -> Matrix:
        numbers = matrix.stacks()[-1][1]
        return replace(
            matrix.with_columns([(Axis((label,)), numbers)]),
            corner=chosen.choice(("项目", "指标", "")),
        )

    return only(report, APPLICATIONS, lambda sheet: [sheet.each(change)])


@family("table 3 in three columns", Level.TABLE)
def applications_in_three(report: Report, chosen: random.Random) -> Report:
    def change(matrix: Matrix) -> Matrix:
        first, *middle, last = matrix.stacks()
        sums = []
        for at in range(len(matrix.rows)):
            members = [numbers[at] for _, numbers in middle]
            value = sum((number.value or Decimal(0) for number in members), Decimal(0))
            # A sum of counts is nought only where each of them is.
            implied = [number.key for number in members if number.key and not value]
            sums.append(Number(str(value), value, None, tuple(implied)))
        columns = [
            (Axis(("自然人",)), first[1]),
            (Axis(("法人或其他组织",)), tuple(sums)),
            (Axis(("总计",)), last[1]),
        ]
        return replace(matrix.with_columns(columns), corner="项目")

    return only(report, APPLICATIONS, lambda sheet: [sheet.each(change)])


@family("table 3 for natural persons alone", Level.TABLE)
def applications_first(report: Report, chosen: random.Random) -> Report:
    return only(
        report,
        APPLICATIONS,
        lambda sheet: [sheet.each(lambda matrix: matrix.with_columns(matrix.stacks()[:1]))],
    )


@family("header without its upper rows", Level.TABLE)
def header_flat(report: Report, chosen: random.Random) -> Report:
    def change(sheet: Sheet) -> list[Block]:
        if sheet.kind == REVIEWS:
            return [sheet]
        corner = chosen.choice(("项目", "", "类别"))
        return [
            sheet.each(
                lambda matrix: replace(
                    matrix, columns=tuple(map(flat, matrix.columns)), corner=corner
                )
            )
        ]

    return report.each_sheet(change)


@family("rows by their own label alone", Level.TABLE)
def rows_flat(report: Report, chosen: random.Random) -> Report:
    return each_matrix(
        report, lambda _, matrix: replace(matrix, rows=tuple(map(flat, matrix.rows)))
    )


@family("rows below rows of their groups", Level.TABLE)
def rows_under_groups(report: Report, chosen: random.Random) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        rows: list[tuple[Axis, tuple[Number, ...]]] = []
        above: tuple[str, ...] = ()
        for axis, numbers in matrix.lines():
            for level, label in enumerate(axis.path[:-1]):
                if axis.path[: level + 1] != above[: level + 1]:
                    rows.append((Axis((label,)), (Number(""),) * len(numbers)))
            above = axis.path
            rows.append((flat(axis), numbers))
        return matrix.with_rows(rows)

    return each_matrix(report, change)


@family("sums in the rows of groups", Level.TABLE)
def sums_in_groups(report: Report, chosen: random.Random) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        rows: list[tuple[Axis, tuple[Number, ...]]] = []
        above: tuple[str, ...] = ()
        for axis, numbers in matrix.lines():
            for level, label in enumerate(axis.path[:-1]):
                if axis.path[: level + 1] != above[: level + 1]:
                    sums = tuple(Number(str(chosen.randrange(2000))) for _ in numbers)
                    rows.append((Axis((label,)), sums))
            above = axis.path
            rows.append((flat(axis), numbers))
        return matrix.with_rows(rows)

    return each_matrix(report, change)


@family("whole path in one cell", Level.TABLE)
def path_in_one_cell(report: Report, chosen: random.Random) -> Report:
    mark = chosen.choice(("", "", " ", "-", "—", "/", "：", "\n"))
    return each_matrix(
        report,
        lambda _, matrix: replace(
            matrix,
            rows=tuple(
                replace(axis, path=(mark.join(axis.path),) if axis.path else ())
                for axis in matrix.rows
            ),
        ),
    )


@family("part of the path in one cell", Level.TABLE)
def part_of_path(report: Report, chosen: random.Random) -> Report:
    mark = chosen.choice(("", "", " ", "-"))
    return each_matrix(
        report,
        lambda _, matrix: replace(
            matrix,
            rows=tuple(
                replace(axis, path=(mark.join(axis.path[-2:]),) if axis.path else ())
                for axis in matrix.rows
            ),
        ),
    )


@family("table 2 in three rows", Level.TABLE)
def proactive_wide(report: Report, chosen: random.Random) -> Report:
    def change(sheet: Sheet) -> list[Block]:
        columns = [
            (Axis((*row.path, column.label)), (number,))
            for matrix in sheet.matrices
            for row, numbers in matrix.lines()
            for column, number in zip(matrix.columns, numbers, strict=True)
        ]
        matrix = Matrix((Axis(()),), (), ((),)).with_columns(columns)
        sheet = replace(sheet, matrices=(matrix,))
        return [grid_of(sheet, merged=chosen.random() < 0.5)]

    return only(report, PROACTIVE, change)


@family("table 2 under one header", Level.TABLE)
def proactive_under_one_header(report: Report, chosen: random.Random) -> Report:
    """One row of headers for all items, each item's columns beside those of the one before."""

    def change(sheet: Sheet) -> list[Block]:
        labels = list(
            dict.fromkeys(each.label for matrix in sheet.matrices for each in matrix.columns)
        )
        rows = []
        for matrix in sheet.matrices:
            own = [each.label for each in matrix.columns]
            for axis, numbers in matrix.lines():
                by_label = dict(zip(own, numbers, strict=True))
                line = tuple(by_label.get(label, Number("")) for label in labels)
                rows.append((axis, line))
        blank = Matrix((), tuple(Axis((label,)) for label in labels), (), "信息内容")
        return [replace(sheet, matrices=(blank.with_rows(rows),))]

    return only(report, PROACTIVE, change)


@family("table 2 with its items as labels", Level.TABLE)
def proactive_items_as_labels(report: Report, chosen: random.Random) -> Report:
    def change(matrix: Matrix) -> Matrix:
        rows = tuple(replace(axis, path=(matrix.caption, *axis.path)) for axis in matrix.rows)
        return replace(matrix, rows=rows, caption="")

    return only(report, PROACTIVE, lambda sheet: [sheet.each(change)])


@family("table 2 without its items", Level.TABLE)
def proactive_without_items(report: Report, chosen: random.Random) -> Report:
    return only(
        report,
        PROACTIVE,
        lambda sheet: [sheet.each(lambda matrix: replace(matrix, caption=""))],
    )


@family("headers by number alone", Level.TABLE, keeps=False, by_order=True)
def header_of_numbers(report: Report, chosen: random.Random) -> Report:
    """Only the total is named; a person trusts the form's order, the labels do not say it."""

    def change(matrix: Matrix) -> Matrix:
        columns = tuple(
            Axis(("总计",)) if axis.label == "总计" else Axis((f"数据{at}",))
            for at, axis in enumerate(matrix.columns, 1)
        )
        return replace(matrix, columns=columns, corner="类别")

    return only(report, APPLICATIONS, lambda sheet: [sheet.each(change)])
