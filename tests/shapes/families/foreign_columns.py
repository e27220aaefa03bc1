"""Columns that the statute lacks: sums, units, numbers of rows, shares, notes, other years."""

import random
from collections.abc import Callable
from dataclasses import replace

from tests.shapes.families.parts import (
    APPLICATIONS,
    PROACTIVE,
    REVIEWS,
    Line,
    each_matrix,
    foreign,
    marker,
    only,
    unkeyed,
)
from tests.shapes.registry import Level, family
from tests.shapes.sheets import Axis, Matrix, Number, Report, Sheet

Numbered = Callable[[int], Number]


def _beside(report: Report, place: Callable[[Matrix], int], label: str, each: Numbered) -> Report:
    """Return the report with a column more in each table, in the place that is given."""

    def change(_: Sheet, matrix: Matrix) -> Matrix:
        columns = matrix.stacks()
        at = place(matrix)
        above = columns[at - 1][0].path[:-1] if at else ()
        new = (Axis((*above, label)), tuple(each(at) for at in range(len(matrix.rows))))
        return matrix.with_columns([*columns[:at], new, *columns[at:]])

    return each_matrix(report, change)


def _anywhere(chosen: random.Random) -> Callable[[Matrix], int]:
    return lambda matrix: chosen.randrange(len(matrix.columns) + 1)


@family("a column of notes", Level.TABLE)
def column_of_notes(report: Report, chosen: random.Random) -> Report:
    note = marker(chosen)
    blank = chosen.random() < 0.4

    def each(at: int) -> Number:
        return Number(note if not at else "" if blank else chosen.choice(("", "无", "—")))

    label = chosen.choice(("备注", "说明", "备 注"))
    return _beside(report, lambda matrix: len(matrix.columns), label, each).marked(note)


@family("a column of units", Level.TABLE)
def column_of_units(report: Report, chosen: random.Random) -> Report:
    unit = chosen.choice(("件", "项", "件次", "个"))
    return _beside(report, _anywhere(chosen), "单位", lambda _: Number(unit))


@family("a column of shares", Level.TABLE)
def column_of_shares(report: Report, chosen: random.Random) -> Report:
    label = chosen.choice(("占比", "比例", "占比（%）", "同比增长", "增长率"))

    def each(_: int) -> Number:
        text = f"{chosen.randrange(10, 100)}.{chosen.randrange(10)}"
        return Number(text if "%" in label else f"{text}%")

    return _beside(report, _anywhere(chosen), label, each)


@family("a column of another quantity", Level.TABLE)
def column_of_another_quantity(report: Report, chosen: random.Random) -> Report:
    label = chosen.choice(
        (
            "小计",
            "上年",
            "上年数",
            "上年同期",
            "去年",
            "同比",
            "累计",
            "历年累计",
            "合计数",
            "2022年",
        )
    )
    numbers = [foreign(chosen) for _ in range(40)]
    made = _beside(report, _anywhere(chosen), label, lambda at: numbers[at])
    return made.marked(numbers[0].text)


@family("a blank column of another quantity", Level.TABLE)
def blank_column(report: Report, chosen: random.Random) -> Report:
    label = chosen.choice(("小计", "上年", "备注", "其中：网上申请", "同比"))
    return _beside(report, _anywhere(chosen), label, lambda _: Number(""))


@family("a column without a label", Level.TABLE, strays=True)
def column_without_label(report: Report, chosen: random.Random) -> Report:
    numbers = [foreign(chosen) for _ in range(40)]
    made = _beside(report, _anywhere(chosen), "", lambda at: numbers[at])
    return made.marked(numbers[0].text)


@family("subtotals of organizations", Level.TABLE)
def subtotals(report: Report, chosen: random.Random) -> Report:
    label = chosen.choice(("小计", "合计", "法人小计"))
    first = chosen.random() < 0.4

    def change(matrix: Matrix) -> Matrix:
        columns = matrix.stacks()
        middle = columns[1:-1]
        sums = tuple(
            Number(str(sum(numbers[at].value or 0 for _, numbers in middle)))
            for at in range(len(matrix.rows))
        )
        new = (replace(middle[0][0], path=(*middle[0][0].path[:-1], label), key=None), sums)
        middle = [new, *middle] if first else [*middle, new]
        return matrix.with_columns([columns[0], *middle, columns[-1]])

    return only(report, APPLICATIONS, lambda sheet: [sheet.each(change)])


@family("last year beside each column", Level.TABLE)
def last_year_beside(report: Report, chosen: random.Random) -> Report:
    kinds = chosen.choice(((PROACTIVE,), (APPLICATIONS,), (REVIEWS,)))
    this, last = chosen.choice(
        (("本年", "上年"), ("2023年", "2022年"), ("", "上年"), ("", "上年"))
    )
    swapped = bool(this) and chosen.random() < 0.3

    def change(sheet: Sheet, matrix: Matrix) -> Matrix:
        if sheet.kind not in kinds:
            return matrix
        columns: list[Line] = []
        for axis, numbers in matrix.stacks():
            other = tuple(foreign(chosen) for _ in numbers)
            own = replace(axis, path=(*axis.path, this)) if this else axis
            above = axis.path if this else axis.path[:-1]
            pair = [(own, numbers), (Axis((*above, last)), other)]
            columns += pair[::-1] if swapped else pair
        return matrix.with_columns(columns)

    return each_matrix(report, change)


@family("last year's columns by their whole label", Level.TABLE)
def last_year_by_label(report: Report, chosen: random.Random) -> Report:
    """上年处理决定数量 beside 本年处理决定数量, in table 2."""
    prefix = chosen.choice(("上年", "去年", "累计", "历年"))
    first = chosen.random() < 0.5

    def change(matrix: Matrix) -> Matrix:
        columns: list[Line] = []
        for axis, numbers in matrix.stacks():
            columns.append((axis, numbers))
            if axis.label.startswith("本年"):
                label = axis.label.replace("本年", prefix, 1)
                new = (Axis((label,)), tuple(foreign(chosen) for _ in numbers))
                columns.insert(len(columns) - first, new)
        return matrix.with_columns(columns)

    return only(report, PROACTIVE, lambda sheet: [sheet.each(change)])


NEAR_COLUMNS = {
    "issued": (
        "上年制发件数",
        "累计制发件数",
        "去年制发件数",
        "本年未制发件数",
        "本年制发页数",
        "本年收文件数",
    ),
    "repealed": ("上年废止件数", "累计废止件数", "历年废止件数"),
    "in_force": ("现行无效件数", "上年有效件数", "现行失效件数", "现行修订件数"),
    "decisions": (
        "上年处理决定数量",
        "累计处理决定数量",
        "未处理决定数量",
        "不予处理决定数量",
        "本年撤销决定数量",
        "本年处理申请数量",
    ),
    "amount_collected": (
        "上年收费金额（单位：万元）",
        "累计收费金额（单位：万元）",
        "本年退费金额（单位：万元）",
        "本年收费笔数",
    ),
    "newly_made": ("上年新制作数量", "累计新制作数量"),
    "newly_disclosed": ("上年新公开数量", "累计新公开数量", "本年不公开数量", "本年新征集数量"),
    "total_disclosed": ("对外不公开总数量", "对内公开总数量"),
    "previous_year_items": ("本年项目数量", "上一年项目金额"),
    "change": ("上年增/减", "同比增/减"),
    "projects": ("采购项目金额", "上年采购项目数量", "采购合同数量"),
    "total_amount": ("上年采购总金额", "累计采购总金额", "采购总数量", "采购预算金额"),
    "commercial_enterprise": ("非商业企业", "外资企业", "商业银行"),
    "public_welfare_organization": ("非公益组织", "社会非公益组织", "社会宗教组织"),
    "legal_service_organization": ("非法律服务机构", "法律援助机构", "金融服务机构"),
    "research_institution": ("非科研机构", "科研人员", "培训机构"),
    "natural_person": ("非自然人",),
    "upheld": ("结果不维持", "结果未维持", "结果撤销", "结果驳回"),
    "corrected": ("结果未纠正", "结果不纠正", "结果变更", "结果撤回"),
    "pending": ("已审结", "尚未受理", "已经审结"),
    "total": ("小计", "累计"),
    "other_outcome": ("其他原因",),
}
"""Labels of other quantities that look like one of the form's, by its key."""


def _nearly(report: Report, chosen: random.Random, *, beside: bool) -> Report:
    """Return the report with one column of each table under a near label."""

    def change(_: Sheet, matrix: Matrix) -> Matrix:
        known = [at for at, axis in enumerate(matrix.columns) if axis.key in NEAR_COLUMNS]
        if not known:
            return matrix
        at = chosen.choice(known)
        columns = matrix.stacks()
        axis, numbers = columns[at]
        label = chosen.choice(NEAR_COLUMNS[axis.key or ""])
        near = Axis((*axis.path[:-1], label))
        if beside:
            new = (near, tuple(foreign(chosen) for _ in numbers))
            return matrix.with_columns([*columns[:at], new, *columns[at:]])
        columns[at] = (near, unkeyed(numbers))
        return matrix.with_columns(columns)

    return each_matrix(report, change)


@family("a column under a near label", Level.TABLE)
def column_nearly(report: Report, chosen: random.Random) -> Report:
    return _nearly(report, chosen, beside=False)


@family("a near column beside its like", Level.TABLE)
def near_column_beside(report: Report, chosen: random.Random) -> Report:
    return _nearly(report, chosen, beside=True)


def _numbered(report: Report, chosen: random.Random, kinds: tuple[str, ...]) -> Report:
    label = chosen.choice(("序号", "行次", "栏次", "编号", ""))
    start = chosen.choice((1, 1, 1, 11))

    def change(sheet: Sheet) -> list[Sheet]:
        if sheet.kind not in kinds:
            return [sheet]
        at = start
        matrices = []
        for matrix in sheet.matrices:
            rows = []
            for axis, numbers in matrix.lines():
                rows.append((replace(axis, path=(str(at), *axis.path)), numbers))
                at += 1
            matrices.append(replace(matrix.with_rows(rows), number_label=label))
        return [replace(sheet, matrices=tuple(matrices))]

    return report.each_sheet(lambda sheet: list(change(sheet)))


@family("rows of table 2 numbered", Level.TABLE)
def rows_numbered(report: Report, chosen: random.Random) -> Report:
    return _numbered(report, chosen, (PROACTIVE,))


@family("rows of table 3 numbered", Level.TABLE)
def rows_of_applications_numbered(report: Report, chosen: random.Random) -> Report:
    return _numbered(report, chosen, (APPLICATIONS,))


@family("rows numbered behind their labels", Level.TABLE)
def rows_numbered_behind(report: Report, chosen: random.Random) -> Report:
    label = chosen.choice(("行次", "序号", "代码"))
    return _beside(report, lambda _: 0, label, lambda at: Number(str(at + 1)))


@family("columns numbered below the header", Level.TABLE)
def columns_numbered(report: Report, chosen: random.Random) -> Report:
    first = chosen.choice(("甲", "栏次", "序号", ""))
    kinds = chosen.choice(((APPLICATIONS,), (REVIEWS,), (PROACTIVE,)))

    def change(sheet: Sheet, matrix: Matrix) -> Matrix:
        if sheet.kind not in kinds:
            return matrix
        own = Axis((first,) if matrix.rows[0].path else ())
        line = (own, tuple(Number(str(at + 1)) for at in range(len(matrix.columns))))
        return matrix.with_rows([line, *matrix.lines()])

    return each_matrix(report, change)
