"""Labels as they are typed and torn: wrapped, spaced, glossed, noted, damaged, in other script."""

import random
import re
from collections.abc import Callable
from dataclasses import replace

from tests.shapes.families.parts import each_matrix, marker
from tests.shapes.registry import Level, family
from tests.shapes.sheets import Axis, Matrix, Report, Sheet

Wording = Callable[[str], str]


def _relabelled(
    report: Report, change: Wording, *, rows: bool = True, columns: bool = True
) -> Report:
    def changed(axes: tuple[Axis, ...], really: bool) -> tuple[Axis, ...]:
        # The same label becomes the same text wherever it stands, so that it still spans.
        known: dict[str, str] = {}
        for axis in axes if really else ():
            for label in axis.path:
                known.setdefault(label, change(label))
        return tuple(
            replace(axis, path=tuple(known.get(label, label) for label in axis.path))
            for axis in axes
        )

    return each_matrix(
        report,
        lambda _, matrix: replace(
            matrix, rows=changed(matrix.rows, rows), columns=changed(matrix.columns, columns)
        ),
    )


@family("labels broken over lines", Level.TABLE)
def wrapped(report: Report, chosen: random.Random) -> Report:
    width = chosen.choice((2, 2, 4, 6))

    def change(label: str) -> str:
        lines = [label[at : at + width] for at in range(0, len(label), width)]
        return "\n".join(lines)

    return _relabelled(report, change, rows=chosen.random() < 0.6)


@family("labels with blanks between characters", Level.TABLE)
def spaced(report: Report, chosen: random.Random) -> Report:
    blank = chosen.choice((" ", "\u3000", "  ", "\xa0"))
    return _relabelled(
        report, lambda label: blank.join(label) if len(label) < 6 else f"{blank}{label}{blank}"
    )


@family("labels without numbers and marks", Level.TABLE)
def bare(report: Report, chosen: random.Random) -> Report:
    strip = re.compile(r"^(?:[一二三四五六七八九]、|（[一二三四五六七八九]）|\d\.)")
    return _relabelled(report, lambda label: strip.sub("", label), columns=False)


@family("labels in half-width marks", Level.TABLE)
def half_width(report: Report, chosen: random.Random) -> Report:
    narrow = str.maketrans("（），：“”", '(),:""')
    return _relabelled(report, lambda label: label.translate(narrow))


@family("labels numbered otherwise", Level.TABLE)
def numbered_otherwise(report: Report, chosen: random.Random) -> Report:
    style = chosen.choice(("（{}）", "{}、", "({})", "{} "))

    def change(label: str) -> str:
        return re.sub(r"^(\d)\.", lambda found: style.format(found[1]), label)

    return _relabelled(report, change, columns=False)


@family("labels numbered wrongly", Level.TABLE)
def numbered_wrongly(report: Report, chosen: random.Random) -> Report:
    def change(label: str) -> str:
        return re.sub(r"^\d\.", lambda _: f"{chosen.randrange(1, 9)}.", label)

    return _relabelled(report, change, columns=False)


@family("notes behind labels", Level.TABLE)
def notes_behind(report: Report, chosen: random.Random) -> Report:
    note = marker(chosen)
    form = chosen.choice(("（{}）", "({})", "\n{}", "（注：{}）", "[{}]", " {}"))

    def change(label: str) -> str:
        return f"{label}{form.format(note)}" if chosen.random() < 0.3 else label

    made = _relabelled(report, change, rows=True, columns=chosen.random() < 0.4)
    shown = any(note in label for label in _labels(made))
    return made.marked(note) if shown else made


def _labels(report: Report) -> list[str]:
    return [
        label
        for block in report.blocks
        if isinstance(block, Sheet)
        for matrix in block.matrices
        for axis in (*matrix.rows, *matrix.columns)
        for label in axis.path
    ]


@family("notes behind labels of groups", Level.TABLE)
def notes_behind_groups(report: Report, chosen: random.Random) -> Report:
    note = marker(chosen)
    form = chosen.choice(("（{}）", "\n{}", "：{}", "\n（{}）"))

    def change(_: Sheet, matrix: Matrix) -> Matrix:
        groups = {axis.path[at] for axis in matrix.rows for at in range(len(axis.path) - 1)}
        rows = tuple(
            replace(
                axis,
                path=tuple(
                    f"{label}{form.format(note)}" if label in groups else label
                    for label in axis.path
                ),
            )
            for axis in matrix.rows
        )
        return replace(matrix, rows=rows)

    return each_matrix(report, change).marked(note)


@family("marks of notes at labels", Level.TABLE)
def marks_at_labels(report: Report, chosen: random.Random) -> Report:
    mark = chosen.choice(("[1]", "①", "*", "¹", "[注]", "※", "1", "12"))
    return _relabelled(report, lambda label: f"{label}{mark}" if chosen.random() < 0.2 else label)


@family("labels that lost characters", Level.TABLE, keeps=False)
def lost_characters(report: Report, chosen: random.Random) -> Report:
    def change(label: str) -> str:
        if chosen.random() < 0.7 or len(label) < 5:
            return label
        at = chosen.randrange(1, len(label) - 2)
        return label[:at] + label[at + chosen.choice((1, 2)) :]

    return _relabelled(report, change)


@family("labels cut at their end", Level.TABLE, keeps=False)
def cut_labels(report: Report, chosen: random.Random) -> Report:
    def change(label: str) -> str:
        if chosen.random() < 0.6 or len(label) < 6:
            return label
        return label[: chosen.randrange(len(label) // 2, len(label))]

    return _relabelled(report, change)


@family("labels with wrong characters", Level.TABLE, keeps=False)
def wrong_characters(report: Report, chosen: random.Random) -> Report:
    def change(label: str) -> str:
        if chosen.random() < 0.7 or len(label) < 4:
            return label
        at = chosen.randrange(1, len(label))
        return label[:at] + chosen.choice("的口曰己末士玉不未非上") + label[at + 1 :]

    return _relabelled(report, change)


_TRADITIONAL = str.maketrans(
    "规项数许对开总现废强业费单额结属国务类过没补仍确无构织险处罚严实动机关办长释组联认请举报诉维审"
    "申发时个来书条学计门间进门号",
    "規項數許對開總現廢強業費單額結屬國務類過沒補仍確無構織險處罰嚴實動機關辦長釋組聯認請舉報訴維審"
    "申發時個來書條學計門間進門號",
)


@family("labels in traditional script", Level.TABLE)
def traditional(report: Report, chosen: random.Random) -> Report:
    return _relabelled(report, lambda label: label.translate(_TRADITIONAL))


@family("labels as they are called in Taiwan", Level.TABLE)
def in_taiwan(report: Report, chosen: random.Random) -> Report:
    def change(label: str) -> str:
        words = label.translate(_TRADITIONAL).replace("文件", "檔案")
        return words.replace("信息", "資訊") if chosen.random() < 0.2 else words

    return _relabelled(report, change)


@family("shorter labels that offices use", Level.TABLE)
def shorter(report: Report, chosen: random.Random) -> Report:
    words = {
        "一、本年新收政府信息公开申请数量": ("一、本年新收申请数量", "本年新收政府信息公开申请"),
        "二、上年结转政府信息公开申请数量": ("二、上年结转申请数量", "上年结转政府信息公开申请"),
        "四、结转下年度继续办理": ("四、结转下年度", "结转下年继续办理"),
        "（七）总计": ("总计",),
        "法人或其他组织": ("法人和其他组织", "法人、其他组织"),
        "三、本年度办理结果": ("三、办理结果", "本年度办理结果"),
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": ("（二）部分公开",),
    }
    return _relabelled(report, lambda label: chosen.choice(words.get(label, (label,))))


@family("every label in bold marks", Level.TABLE)
def bold_marks(report: Report, chosen: random.Random) -> Report:
    mark = chosen.choice(("**", "__"))
    return _relabelled(report, lambda label: f"{mark}{label}{mark}" if label else label)


@family("corner of the table in other words", Level.TABLE)
def corners(report: Report, chosen: random.Random) -> Report:
    text = chosen.choice(("", "项目", "类别", "指标名称", "申请情况", marker(chosen)))
    made = each_matrix(
        report, lambda _, matrix: replace(matrix, corner=text if matrix.corner else "")
    )
    return made.marked(text) if text.startswith("补记") else made
