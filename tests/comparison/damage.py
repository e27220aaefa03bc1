"""Breaks reports: their tables as offices and editors do, their pages and prints as programs do."""

import random
import re
from collections.abc import Callable

from govreport.blocks import Block, Stream, TableBlock, TextBlock
from govreport.model.grid import Cell, Table

Rows = list[list[Cell]]

_FIGURES = (
    "",
    "0",
    "7",
    "12",
    "1,208",
    "/",
    "—",
    "3.5",
    "-35",
    "12件",
    "0.8万元",
    "3（2）",
    "〇",
)


def misshapen(stream: Stream, choice: random.Random) -> Stream:
    """Return a stream some of whose tables have other rows, columns and cells, without marks."""
    blocks: list[Block] = []
    for block in stream.blocks:
        if isinstance(block, TextBlock):
            blocks.append(TextBlock(block.text, block.level))
            continue
        rows = [list(row) for row in block.table.rows]
        for _ in range(choice.randrange(4)):
            choice.choice(_CHANGES)(rows, choice)
        parts = [rows]
        if len(rows) > 2 and not choice.randrange(8):
            at = choice.randrange(1, len(rows))
            parts = [rows[:at], rows[at:]]
        blocks.extend(TableBlock(Table(part)) for part in parts if any(part))
    return Stream(tuple(blocks), stream.page)


def broken_page(page: str, choice: random.Random) -> str:
    """Return the text of a page with tags and pieces of it lost, doubled or in another place."""
    parts = re.split(r"(<[^>]*>)", page)
    for _ in range(choice.randrange(1, 6)):
        _shuffle(parts, choice)
    return "".join(parts)


def broken_print(text: str, choice: random.Random) -> str:
    """Return a printed text with lines, bars and tabs lost, doubled or in another place."""
    if choice.randrange(2):
        lines = text.splitlines(keepends=True)
        for _ in range(choice.randrange(1, 6)):
            _shuffle(lines, choice)
        text = "".join(lines)
    parts = re.split(r"([|\t\n])", text)
    for _ in range(choice.randrange(4)):
        _shuffle(parts, choice)
    return "".join(parts)


def _shuffle(parts: list[str], choice: random.Random) -> None:
    if len(parts) < 3:
        return
    at = choice.randrange(len(parts) - 1)
    way = choice.randrange(5)
    if way == 0:
        del parts[at]
    elif way == 1:
        parts.insert(at, parts[at])
    elif way == 2:
        parts[at], parts[at + 1] = parts[at + 1], parts[at]
    elif way == 3:
        parts.insert(choice.randrange(len(parts)), parts.pop(at))
    else:
        text = parts[at]
        parts[at] = text[: choice.randrange(len(text) + 1)]


def _drop_row(rows: Rows, choice: random.Random) -> None:
    if len(rows) > 1:
        del rows[choice.randrange(len(rows))]


def _double_row(rows: Rows, choice: random.Random) -> None:
    at = choice.randrange(len(rows))
    rows.insert(choice.choice((at, choice.randrange(len(rows)))), list(rows[at]))


def _swap_rows(rows: Rows, choice: random.Random) -> None:
    one, other = (choice.randrange(len(rows)) for _ in range(2))
    rows[one], rows[other] = rows[other], rows[one]


def _drop_cell(rows: Rows, choice: random.Random) -> None:
    row = choice.choice(rows)
    if row:
        del row[choice.randrange(len(row))]


def _add_cell(rows: Rows, choice: random.Random) -> None:
    row = choice.choice(rows)
    row.insert(choice.randrange(len(row) + 1), Cell(choice.choice(_FIGURES)))


def _change_cell(rows: Rows, choice: random.Random) -> None:
    row = choice.choice(rows)
    if row:
        at = choice.randrange(len(row))
        row[at] = Cell(choice.choice(_FIGURES), row[at].row_span, row[at].column_span)


def _move_cell(rows: Rows, choice: random.Random) -> None:
    row = choice.choice(rows)
    if row:
        row.insert(choice.randrange(len(row)), row.pop(choice.randrange(len(row))))


def _join_cells(rows: Rows, choice: random.Random) -> None:
    row = choice.choice(rows)
    if len(row) > 1:
        at = choice.randrange(len(row) - 1)
        joint = choice.choice((" ", "\n", ""))
        row[at : at + 2] = [Cell(f"{row[at].text}{joint}{row[at + 1].text}")]


def _damage_text(rows: Rows, choice: random.Random) -> None:
    row = choice.choice(rows)
    if row:
        at = choice.randrange(len(row))
        signs = list(row[at].text)
        if signs:
            place = choice.randrange(len(signs))
            signs[place : place + 1] = choice.choice(
                ([], ["\n", signs[place]], [signs[place]] * 2)
            )
            row[at] = Cell("".join(signs), row[at].row_span, row[at].column_span)


def _span_less(rows: Rows, choice: random.Random) -> None:
    row = choice.choice(rows)
    if row:
        at = choice.randrange(len(row))
        row[at] = Cell(row[at].text)


def _span_more(rows: Rows, choice: random.Random) -> None:
    row = choice.choice(rows)
    if row:
        at = choice.randrange(len(row))
        row[at] = Cell(row[at].text, choice.randrange(1, 4), choice.randrange(1, 4))


def _swap_columns(rows: Rows, choice: random.Random) -> None:
    usual = max({len(row) for row in rows}, key=[len(row) for row in rows].count)
    if usual > 1:
        one, other = (choice.randrange(usual) for _ in range(2))
        for row in rows:
            if len(row) == usual:
                row[one], row[other] = row[other], row[one]


def _add_column(rows: Rows, choice: random.Random) -> None:
    """Add a column of labels or numbers that the form does not have."""
    label = choice.choice(("小计", "单位", "行次", "上年", "备注", ""))
    at = choice.choice((0, 1, -1, None))
    for number, row in enumerate(rows):
        text = label if not number else choice.choice((str(number), "件", "0", ""))
        row.insert(len(row) if at is None else at, Cell(text))


def _blank_rows(rows: Rows, choice: random.Random) -> None:
    width = max(map(len, rows))
    rows.insert(choice.randrange(len(rows)), [Cell("") for _ in range(width)])


_CHANGES: tuple[Callable[[Rows, random.Random], None], ...] = (
    *(_drop_row, _double_row, _swap_rows, _blank_rows),
    *(_drop_cell, _add_cell, _change_cell, _move_cell, _join_cells, _damage_text),
    *(_span_less, _span_more, _swap_columns, _add_column),
)
