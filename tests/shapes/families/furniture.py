"""What stands around and between tables and between their rows: page numbers, notes, titles."""

import random
from dataclasses import replace

from tests.shapes.families.parts import marker
from tests.shapes.registry import Level, family
from tests.shapes.sheets import Block, Cell, Grid, Line, Report, Row

SHORT = ("无", "—", "无。", "/", "6", "3", "- 3 -", "—12—", "0", "第 4 页", "4/9", "*", "（续）")
"""Short paragraphs that people and page footers leave after a table."""


def _around(report: Report, before: tuple[str, ...], behind: tuple[str, ...]) -> Report:
    return report.each_grid(lambda grid: [*map(Line, before), grid, *map(Line, behind)])


@family("a short paragraph behind each table", Level.PAGE, strays=True)
def short_behind(report: Report, chosen: random.Random) -> Report:
    return _around(report, (), (chosen.choice(SHORT),))


@family("a short paragraph before each table", Level.PAGE, strays=True)
def short_before(report: Report, chosen: random.Random) -> Report:
    return _around(report, (chosen.choice(SHORT),), ())


@family("a caption before each table", Level.PAGE)
def caption_before(report: Report, chosen: random.Random) -> Report:
    note = marker(chosen)
    texts = (
        f"表{chosen.randrange(1, 9)} {note}",
        f"单位：件 {note}",
        f"（{note}）",
        "单位：件、万元",
    )
    text = chosen.choice(texts)
    made = _around(report, (text,), ())
    return made.marked(note) if note in text else made


@family("a note behind each table", Level.PAGE)
def note_behind(report: Report, chosen: random.Random) -> Report:
    note = marker(chosen)
    text = chosen.choice(
        (f"注：{note}", f"[1] {note}", f"①{note}", f"备注：{note}", f"说明：{note}中含12件。")
    )
    return _around(report, (), (text,)).marked(note)


@family("a running title behind each table", Level.PAGE, strays=True)
def running_title(report: Report, chosen: random.Random) -> Report:
    text = chosen.choice((report.title, "青禾县云岭镇人民政府", "政府信息公开工作年度报告"))
    number = str(chosen.randrange(2, 12))
    return _around(report, (), chosen.choice(((text,), (number, text), (text, number))))


@family("another table behind each", Level.PAGE)
def another_table(report: Report, chosen: random.Random) -> Report:
    note = marker(chosen)
    rows = (
        (Cell("序号"), Cell("项目"), Cell("数量")),
        (Cell("1"), Cell(note), Cell("37")),
        (Cell("2"), Cell("微信公众号"), Cell("4")),
    )
    return report.each_grid(lambda grid: [grid, Grid(rows)]).marked(note)


@family("another table before each", Level.PAGE)
def another_table_before(report: Report, chosen: random.Random) -> Report:
    note = marker(chosen)
    rows = ((Cell("名称"), Cell(note)), (Cell("数量"), Cell("37")), (Cell("合计"), Cell("37")))
    return report.each_grid(lambda grid: [Grid(rows), Line("表如下。"), grid]).marked(note)


def _inserted(report: Report, chosen: random.Random, text: str, *, alone: bool) -> Report:
    """Return the report with a row of furniture between rows, below the header."""

    def change(grid: Grid) -> Grid:
        width = max(map(len, grid.places()))
        cuts = [at for at in range(grid.heading_rows + 1, len(grid.rows)) if _may_cut(grid, at)]
        if not cuts:
            return grid
        row: Row = (Cell(text),) if alone else (Cell(text, width),)
        rows = list(grid.rows)
        rows.insert(chosen.choice(cuts), row)
        return grid.with_rows(rows)

    return report.each_grid(lambda grid: [change(grid)])


def _may_cut(grid: Grid, at: int) -> bool:
    """Whether no cell spans the line above a row."""
    reach = 0
    for down, row in enumerate(grid.rows[:at]):
        reach = max([reach, *(down + cell.height for cell in row)])
    return reach <= at


@family("furniture in a row of its own", Level.PAGE, strays=True)
def furniture_row(report: Report, chosen: random.Random) -> Report:
    return _inserted(report, chosen, chosen.choice((*SHORT, report.title)), alone=False)


@family("furniture in one cell between rows", Level.PAGE, strays=True)
def furniture_cell(report: Report, chosen: random.Random) -> Report:
    return _inserted(report, chosen, chosen.choice((*SHORT, report.title)), alone=True)


@family("furniture in a row below the table", Level.PAGE, strays=True)
def furniture_below(report: Report, chosen: random.Random) -> Report:
    text = chosen.choice(SHORT)
    wide = chosen.random() < 0.5

    def change(grid: Grid) -> Grid:
        width = max(map(len, grid.places())) if wide else 1
        return grid.with_rows([*grid.rows, (Cell(text, width),)])

    return report.each_grid(lambda grid: [change(grid)])


@family("lines between the rows of a table", Level.PAGE, strays=True)
def lines_between(report: Report, chosen: random.Random) -> Report:
    """The table is broken off where a page ended, and goes on without a header."""
    lines = chosen.choice(
        (
            ("7",),
            ("- 7 -",),
            (report.title,),
            ("无",),
            ("7", report.title),
            ("注：本表数据截至2023年12月31日。",),
        )
    )

    def change(grid: Grid) -> list[Block]:
        cuts = [at for at in range(grid.heading_rows + 1, len(grid.rows)) if _may_cut(grid, at)]
        if not cuts:
            return [grid]
        cut = chosen.choice(cuts)
        rest = replace(grid, rows=grid.rows[cut:], heading_rows=0)
        return [replace(grid, rows=grid.rows[:cut]), *map(Line, lines), rest]

    return report.each_grid(change)


@family("the title in the first row", Level.PAGE)
def title_in_first_row(report: Report, chosen: random.Random) -> Report:
    text = chosen.choice(("统计表", "政府信息公开情况统计表", "表一", "（2023年度）", "单位：件"))

    def change(grid: Grid) -> Grid:
        width = max(map(len, grid.places()))
        return grid.with_rows([(Cell(text, width),), *grid.rows])

    return report.each_grid(lambda grid: [change(grid)])


@family("the heading of the section in the first row", Level.PAGE)
def heading_in_first_row(report: Report, chosen: random.Random) -> Report:
    blocks: list[Block] = []
    for block in report.blocks:
        above = blocks[-1] if blocks else None
        if isinstance(block, Grid) and isinstance(above, Line) and above.is_heading:
            width = max(map(len, block.places()))
            blocks[-1] = block.with_rows([(Cell(above.text, width),), *block.rows])
        else:
            blocks.append(block)
    return replace(report, blocks=tuple(blocks))


@family("tables without their headings", Level.PAGE)
def without_headings(report: Report, chosen: random.Random) -> Report:
    kept = [
        block for block in report.blocks if not (isinstance(block, Line) and block.is_heading)
    ]
    return replace(report, blocks=tuple(kept))


@family("tables in another order", Level.PAGE)
def tables_in_another_order(report: Report, chosen: random.Random) -> Report:
    grids = [block for block in report.blocks if isinstance(block, Grid)]
    chosen.shuffle(grids)
    rest = [block for block in report.blocks if not isinstance(block, Grid)]
    return replace(report, blocks=(*rest, *grids))


@family("tables joined in one", Level.PAGE)
def tables_joined(report: Report, chosen: random.Random) -> Report:
    rows = [row for grid in report.grids() for row in grid.rows]
    others = [
        block for block in report.blocks if isinstance(block, Line) and not block.is_heading
    ]
    return replace(report, blocks=(*others, Grid(tuple(rows))))
