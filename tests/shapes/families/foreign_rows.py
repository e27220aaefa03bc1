"""Rows that the statute lacks, rows given twice, and rows, columns and labels that are missing."""

import random
from dataclasses import replace

from tests.shapes.families.parts import (
    APPLICATIONS,
    PROACTIVE,
    Line,
    each_matrix,
    foreign,
    marker,
    only,
    unkeyed,
)
from tests.shapes.registry import Level, family
from tests.shapes.sheets import Axis, Block, Matrix, Number, Report, Sheet

NEAR_ROWS = {
    "new_received": (
        "一、上年新收政府信息公开申请数量",
        "一、去年新收政府信息公开申请数量",
        "一、累计新收政府信息公开申请数量",
        "一、本年未收政府信息公开申请数量",
        "一、本年新收非政府信息公开申请数量",
        "一、本年新收政府信息公开咨询数量",
        "一、本年新收政府信息公开申请人数",
        "一、本年新办政府信息公开申请数量",
    ),
    "carried_over": (
        "二、本年结转政府信息公开申请数量",
        "二、下年结转政府信息公开申请数量",
        "二、历年结转政府信息公开申请数量",
        "二、上年结转政府信息公开咨询数量",
        "二、上年办结政府信息公开申请数量",
    ),
    "carried_forward": (
        "四、不结转下年度继续办理",
        "四、结转上年度继续办理",
        "四、结转本年度继续办理",
        "四、结转下年度停止办理",
    ),
    "granted": ("（一）不予公开", "（一）未予公开"),
    "partially_granted": ("（二）部分不公开", "（二）部分未公开"),
    "state_secret": ("1.不属于国家秘密", "1.非国家秘密"),
    "prohibited_by_law": ("2.其他法律行政法规不禁止公开", "2.其他法律行政法规未禁止公开"),
    "third_party_rights": ("4.不保护第三方合法权益", "4.侵害第三方合法权益"),
    "internal_affairs": (
        "5.不属于三类内部事务信息",
        "5.属于四类内部事务信息",
        "5.属于三类外部事务信息",
    ),
    "process_information": (
        "6.不属于四类过程性信息",
        "6.非四类过程性信息",
        "6.属于三类过程性信息",
    ),
    "enforcement_file": ("7.不属于行政执法案卷", "7.属于行政复议案卷"),
    "administrative_inquiry": ("8.不属于行政查询事项", "8.非行政查询事项", "8.属于行政执法事项"),
    "not_held": ("1.本机关掌握相关政府信息", "1.其他机关不掌握相关政府信息"),
    "still_unclear": (
        "3.补正后申请内容已明确",
        "3.未补正申请内容仍不明确",
        "3.补正后申请内容仍不完整",
    ),
    "petition_or_complaint": ("1.非信访举报投诉类申请",),
    "repeated_request": ("2.非重复申请", "2.不重复申请"),
    "publication_request": (
        "3.未要求提供公开出版物",
        "3.要求提供非公开出版物",
        "3.要求提供内部出版物",
    ),
    "excessive_requests": ("4.有正当理由大量反复申请",),
    "handled_total": ("（七）小计", "（七）累计"),
    "regulations": ("非规章", "上年规章"),
    "normative_documents": (
        "非行政规范性文件",
        "行政非规范性文件",
        "非规范性文件",
        "党委规范性文件",
    ),
    "administrative_licensing": (
        "非行政许可",
        "上年行政许可",
        "行政不许可",
        "行政确认",
        "行政给付",
    ),
    "administrative_penalties": (
        "不予行政处罚",
        "上年行政处罚",
        "非行政处罚",
        "行政裁决",
        "行政检查",
    ),
    "administrative_compulsion": ("非行政强制", "上年行政强制", "行政征收", "行政奖励"),
    "administrative_fees": ("非行政事业性收费", "行政非事业性收费", "行政事业性支出"),
    "centralized_procurement": (
        "政府非集中采购",
        "政府分散采购",
        "上年政府集中采购",
        "政府自行采购",
    ),
}
"""Labels of other quantities that look like one of the form's, by its key."""


def _nearly(report: Report, chosen: random.Random, *, beside: bool) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        known = [at for at, axis in enumerate(matrix.rows) if axis.key in NEAR_ROWS]
        if not known:
            return matrix
        rows = matrix.lines()
        for at in sorted(chosen.sample(known, min(len(known), 1 + len(known) // 8)))[::-1]:
            axis, numbers = rows[at]
            near = Axis((*axis.path[:-1], chosen.choice(NEAR_ROWS[axis.key or ""])))
            if beside:
                rows.insert(at + (chosen.random() < 0.5), _foreign_row(near, numbers, chosen))
            else:
                rows[at] = (near, unkeyed(numbers))
        return matrix.with_rows(rows)

    return each_matrix(report, change)


def _foreign_row(axis: Axis, numbers: tuple[Number, ...], chosen: random.Random) -> Line:
    return axis, tuple(foreign(chosen) for _ in numbers)


@family("rows under near labels", Level.TABLE)
def rows_nearly(report: Report, chosen: random.Random) -> Report:
    return _nearly(report, chosen, beside=False)


@family("near rows beside their like", Level.TABLE)
def near_rows_beside(report: Report, chosen: random.Random) -> Report:
    return _nearly(report, chosen, beside=True)


@family("a row of another quantity", Level.TABLE)
def row_of_another_quantity(report: Report, chosen: random.Random) -> Report:
    label = chosen.choice(
        ("合计", "小计", "累计", "其中：网上申请", "其他主动公开文件", "上年数", "同比", "当面申请",
         "平均办理天数", "备注")
    )  # fmt: skip

    def change(_: Sheet, matrix: Matrix) -> Matrix:
        if not matrix.rows[0].path:
            return matrix
        rows = matrix.lines()
        at = chosen.randrange(len(rows) + 1)
        above = rows[at - 1][0].path[:-1] if at else ()
        rows.insert(at, _foreign_row(Axis((*above, label)), rows[0][1], chosen))
        return matrix.with_rows(rows)

    return each_matrix(report, change)


@family("last year's rows below each", Level.TABLE)
def last_years_rows(report: Report, chosen: random.Random) -> Report:
    """Each row of table 3 or 2 twice, told apart by a label after its own: 本年, 上年."""
    this, last = chosen.choice((("本年", "上年"), ("2023年", "2022年"), ("本年数", "去年同期")))
    kind = chosen.choice((APPLICATIONS, PROACTIVE))

    def change(matrix: Matrix) -> Matrix:
        rows: list[Line] = []
        for axis, numbers in matrix.lines():
            rows.append((replace(axis, path=(*axis.path, this)), numbers))
            rows.append(_foreign_row(Axis((*axis.path, last)), numbers, chosen))
        return matrix.with_rows(rows)

    return only(report, kind, lambda sheet: [sheet.each(change)])


def _lines_at(matrix: Matrix, chosen: random.Random) -> list[int]:
    many = max(1, len(matrix.rows) // 6)
    return sorted(chosen.sample(range(len(matrix.rows)), many))


@family("rows given twice", Level.TABLE)
def rows_twice(report: Report, chosen: random.Random) -> Report:
    apart = chosen.random() < 0.5

    def change(_: Sheet, matrix: Matrix) -> Matrix:
        rows = matrix.lines()
        for at in _lines_at(matrix, chosen)[::-1]:
            rows.insert(len(rows) if apart else at + 1, rows[at])
        return matrix.with_rows(rows)

    return each_matrix(report, change)


@family("rows given twice with other numbers", Level.TABLE)
def rows_twice_differing(report: Report, chosen: random.Random) -> Report:
    apart = chosen.random() < 0.5

    def change(_: Sheet, matrix: Matrix) -> Matrix:
        rows = matrix.lines()
        for at in _lines_at(matrix, chosen)[::-1]:
            axis, numbers = rows[at]
            other = tuple(_another(number, chosen) for number in numbers)
            rows.insert(len(rows) if apart else at + 1, (axis, other))
        return matrix.with_rows(rows)

    return each_matrix(report, change)


def _another(number: Number, chosen: random.Random) -> Number:
    value = chosen.randrange(2001, 20_000)
    return (
        replace(number, text=str(value), value=type(number.value)(value))
        if (number.value is not None)
        else number
    )


@family("a table given twice", Level.TABLE)
def table_twice(report: Report, chosen: random.Random) -> Report:
    return report.each_sheet(lambda sheet: [sheet, sheet] if chosen.random() < 0.5 else [sheet])


@family("a table given twice with other numbers", Level.TABLE)
def table_twice_differing(report: Report, chosen: random.Random) -> Report:
    def change(sheet: Sheet) -> list[Block]:
        other = sheet.each(lambda matrix: matrix.each(lambda each: _another(each, chosen)))
        return [sheet, other]

    kind = chosen.choice((PROACTIVE, APPLICATIONS, "reviews"))
    return only(report, kind, change)


@family("rows missing", Level.TABLE)
def rows_missing(report: Report, chosen: random.Random) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        rows = matrix.lines()
        if len(rows) == 1:
            return matrix
        gone = set(_lines_at(matrix, chosen))
        return matrix.with_rows([row for at, row in enumerate(rows) if at not in gone])

    return each_matrix(report, change)


@family("columns missing", Level.TABLE)
def columns_missing(report: Report, chosen: random.Random) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        columns = matrix.stacks()
        if len(columns) == 1:
            return matrix
        many = chosen.randrange(1, max(2, len(columns) // 2))
        gone = set(chosen.sample(range(len(columns)), many))
        return matrix.with_columns([each for at, each in enumerate(columns) if at not in gone])

    return each_matrix(report, change)


@family("labels of rows missing", Level.TABLE, keeps=False, by_order=True, strays=True)
def row_labels_missing(report: Report, chosen: random.Random) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        gone = set(_lines_at(matrix, chosen))
        rows = [
            (
                replace(axis, path=(*axis.path[:-1], "")) if at in gone and axis.path else axis,
                each,
            )
            for at, (axis, each) in enumerate(matrix.lines())
        ]
        return matrix.with_rows(rows)

    return each_matrix(report, change)


@family("labels of columns missing", Level.TABLE, keeps=False, by_order=True, strays=True)
def column_labels_missing(report: Report, chosen: random.Random) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        at = chosen.randrange(len(matrix.columns))
        columns = matrix.stacks()
        axis, numbers = columns[at]
        columns[at] = (replace(axis, path=(*axis.path[:-1], "")), numbers)
        return matrix.with_columns(columns)

    return each_matrix(report, change)


@family("rows without numbers", Level.TABLE)
def rows_without_numbers(report: Report, chosen: random.Random) -> Report:
    def change(_: Sheet, matrix: Matrix) -> Matrix:
        gone = set(_lines_at(matrix, chosen))
        rows = [
            (
                axis,
                tuple(Number("", None, each.key) for each in numbers) if at in gone else numbers,
            )
            for at, (axis, numbers) in enumerate(matrix.lines())
        ]
        return matrix.with_rows(rows)

    return each_matrix(report, change)


@family("a row of a note", Level.TABLE)
def row_of_a_note(report: Report, chosen: random.Random) -> Report:
    note = f"{chosen.choice(('备注：', '注：', '说明：'))}{marker(chosen)}"

    def change(sheet: Sheet) -> list[Block]:
        matrix = sheet.matrices[-1]
        if not matrix.rows[0].path:
            return [sheet]
        row = (Axis((note,)), tuple(Number("") for _ in matrix.columns))
        place = chosen.choice((len(matrix.rows), len(matrix.rows), 0, 1))
        rows = matrix.lines()
        rows.insert(place, row)
        return [replace(sheet, matrices=(*sheet.matrices[:-1], matrix.with_rows(rows)))]

    return report.each_sheet(change).marked(note)
