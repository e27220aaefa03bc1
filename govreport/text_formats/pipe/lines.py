"""Finds the lines of plain pipe-delimited text that are rows of a table.

A bar may be in prose and in the page's navigation, at either end of a cell, or on a line of its
own; only its neighbours show what a line is. No label is known here.
"""

from enum import Enum, auto
from itertools import pairwise

from govreport.expressions import expression
from govreport.text_formats.lines import Line


class Kind(Enum):
    """What a line is; `CLOSER` is a lone bar that closes the cell printed on the line before."""

    BLANK = auto()
    TEXT = auto()
    ROW = auto()
    CLOSER = auto()


_OF_TABLE = (Kind.ROW, Kind.CLOSER)

_OPEN_LINES = 3
"""The most lines of a broken cell before the bar that closes it."""

_DIALECT = 3
"""So many closed texts show that lone bars close cells throughout the source."""

_TABLE_LINES = 4
"""So many consecutive lines with bars are rows, whatever their bars."""

_DOUBLE_SPACED = 3
"""So many blank lines between rows, and no consecutive rows, mean that they end no table."""

_GOES_ON = expression(r"\|(?:[\s+\-0-9.,，/—]*\|)*[\s+\-0-9.,，/—]*")
_FILLED_UP = expression(r"\|\s\|{2,}$")
_FIGURE = expression(r"[0-9.,，]{1,20}")
_RESUMED = expression(r"[0-9.,，]+\s*\|[\s+\-0-9.,，/—|]*")
_SHORT_VALUE = expression(r"[+\-]?[0-9.,，]+[%％]?|[/\-—]")


def classify(lines: list[Line]) -> list[Kind]:
    """Return the kind of each line."""
    texts = [line.text.strip() for line in lines]
    kinds = [_kind(texts, index) for index in range(len(texts))]
    return _with_closed_cells(texts, _with_long_runs(texts, kinds))


def are_double_spaced(kinds: list[Kind]) -> bool:
    """Whether all rows are separated by blank lines, which then do not end tables."""
    if any(one in _OF_TABLE and other in _OF_TABLE for one, other in pairwise(kinds)):
        return False
    spaced = zip(kinds, kinds[1:], kinds[2:], strict=False)
    return sum(three == (Kind.ROW, Kind.BLANK, Kind.ROW) for three in spaced) >= _DOUBLE_SPACED


def _kind(texts: list[str], index: int) -> Kind:
    text = texts[index]
    if not text:
        return Kind.BLANK
    if _at_edge(text) or ("|" in text and _has_rows_beside(texts, index)):
        return Kind.ROW
    return Kind.TEXT


def _with_long_runs(texts: list[str], kinds: list[Kind]) -> list[Kind]:
    start = 0
    for index in range(len(texts) + 1):
        if index == len(texts) or "|" not in texts[index]:
            if index - start >= _TABLE_LINES:
                kinds[start:index] = [Kind.ROW] * (index - start)
            start = index + 1
    return kinds


def _at_edge(text: str) -> bool:
    return text.startswith("|") or text.endswith("|")


def _has_rows_beside(texts: list[str], index: int) -> bool:
    """Whether a line with bars only inside is next to a row or a line with as many bars.

    Double-spaced text has a blank line between such lines.
    """
    bars = texts[index].count("|")
    for step in (-1, 1):
        beside = _at(texts, index + step)
        if _at_edge(beside):
            return True
        beside = beside or _at(texts, index + 2 * step)
        if not _at_edge(beside) and beside.count("|") == bars:
            return True
    return False


def _at(texts: list[str], index: int) -> str:
    return texts[index] if 0 <= index < len(texts) else ""


def _with_closed_cells(texts: list[str], kinds: list[Kind]) -> list[Kind]:
    """Turn texts that a lone bar on the next line closes into rows.

    A lone bar may also open a row or be a blank cell; then it mostly follows a line that ends
    with a bar. Most lone bars of the source decide, because a heading before an opening bar must
    stay a text. A bare value is always a cell.
    """
    above = [index - 1 for index, text in enumerate(texts[1:], 1) if text == "|"]
    closed = [index for index in above if kinds[index] is Kind.TEXT]
    dialect = len(closed) > sum(map(_ends_row, map(texts.__getitem__, above)))
    for index in closed:
        in_table = kinds[max(0, index - 1)] in _OF_TABLE
        if in_table:
            is_cell = dialect or bool(_SHORT_VALUE.fullmatch(texts[index]))
        else:
            is_cell = dialect and len(closed) >= _DIALECT
        if is_cell:
            kinds[index : index + 2] = [Kind.ROW, Kind.CLOSER]
    return kinds


def _ends_row(text: str) -> bool:
    return text.endswith("|") and text != "|"


def join_open_rows(lines: list[Line]) -> list[Line]:
    r"""Return the lines with each row that is broken inside a cell on one line.

    Such a row begins with a bar, holds another, and ends with one a few lines below; joined,
    it must have as many bars as the closed row above or below it. The break stays as `\\n`.
    """
    joined: list[Line] = []
    index = 0
    while index < len(lines):
        end = _end_of_open_row(lines, index, joined)
        parts = [line.text.strip() for line in lines[index:end]]
        text = "\n".join(parts) if len(parts) > 1 else lines[index].text
        joined.append(Line(lines[index].number, text))
        index = end
    return joined


def join_broken_rows(lines: list[Line]) -> list[Line]:
    r"""Return the lines with each row on one line that blank cells broke.

    If rows begin without a bar, a line of only bars and figures that begins with one continues the
    row above, unless touching bars have filled that up: the line break was the content of a blank
    cell. It stays as `\\n`, which distinguishes the blank cell from padding.
    """
    if sum(_is_open_row(line.text.strip()) for line in lines) < _DIALECT:
        return lines
    rows: list[tuple[int, list[str]]] = []
    within = filled_up = False
    for line in lines:
        text = line.text.strip()
        figures = _GOES_ON.fullmatch(text) is not None
        if within and figures:
            rows[-1][1].append(text)
        else:
            rows.append((line.number, [line.text]))
            within = _stays_open(text, filled_up and figures)
        filled_up = within and _FILLED_UP.search(text) is not None
        within &= not filled_up
    return [Line(number, "\n".join(parts)) for number, parts in rows]


def join_cut_numbers(lines: list[Line]) -> list[Line]:
    r"""Return the lines with each row on one line that a line break within a number broke.

    If rows begin without a bar and end with one, a line that ends in a figure has not ended its
    cell, and a line of figures and bars goes on with it. The break stays as `\\n`.
    """
    if sum(map(_is_closed_behind, lines)) < _DIALECT:
        return lines
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and _is_cut(last.text.strip()) and _RESUMED.fullmatch(line.text.strip()):
            joined[-1] = Line(last.number, f"{last.text.rstrip()}\n{line.text.strip()}")
        else:
            joined.append(line)
    return joined


def _is_cut(text: str) -> bool:
    """Whether a row without outer bars ends in a figure."""
    before, bar, last = text.rpartition("|")
    return bool(bar) and not before.startswith("|") and bool(_FIGURE.fullmatch(last.strip()))


def _is_closed_behind(line: Line) -> bool:
    """Whether a line is a row of several cells that begins without a bar and ends with one."""
    text = line.text.strip()
    return text.endswith("|") and not text.startswith("|") and text.count("|") > 1


def _stays_open(text: str, after_filled: bool) -> bool:
    """Whether another line may go on with a row; one that a bar opens is closed by its last."""
    return text.endswith("|") and (after_filled or not text.startswith("|"))


def _is_open_row(text: str) -> bool:
    """Whether a line is a row that begins without a bar and ends with one."""
    return text.endswith("|") and not text.startswith("|") and text.count("|") > 2


def _end_of_open_row(lines: list[Line], index: int, joined: list[Line]) -> int:
    """Return the index after the last line of the row that begins at `index`."""
    text = lines[index].text.strip()
    bars = text.count("|")
    if bars < 2 or not text.startswith("|") or text.endswith("|"):
        return index + 1
    for end in range(index + 1, min(index + 2 + _OPEN_LINES, len(lines))):
        text = lines[end].text.strip()
        bars += text.count("|")
        if not text or text.startswith("|"):
            break
        if text.endswith("|"):
            beside = [*joined[-1:], *lines[end + 1 : end + 2]]
            if any(_is_closed_row(line.text.strip(), bars) for line in beside):
                return end + 1
            break
    return index + 1


def _is_closed_row(text: str, bars: int) -> bool:
    return text.startswith("|") and text.endswith("|") and text.count("|") == bars
