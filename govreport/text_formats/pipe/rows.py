"""Splits the lines of a plain pipe-delimited table into cells, in any dialect.

No cell text is lost or invented, the order stays, and blank cells stay where the dialect shows
them; the recogniser decides whether a blank is a cell or padding.
"""

import re
from typing import NamedTuple

from govreport.blocks import TableBlock
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.grid import Cell, Table, text_cell
from govreport.text_formats.emphasis import plain_cells
from govreport.text_formats.lines import Line, check_size
from govreport.text_formats.pipe.exact_rows import exact_cells

_PADDING = 5
"""So many bars without a blank between them are padding, not blank cells."""

_SHORT_PADDING = 2
"""The same if each cell has its own line, because then a line shows no blank cells."""

_FEWEST_ROWS = 3
"""The fewest rows that show whether a table's rows begin with a bar."""

_PADDED = expression(r"\s\|{2,}$")
_ROW_END = expression(r"(?<=\|)[^\S\n]\|+$")
_BLANK_IN_PLACE = expression(r"\|[^\S\n]+\|[^\S\n]*[^|\s]")
_OPENED = expression(r"\|(?:\s.*)?\|$", re.DOTALL)
_LONGEST_RUN = 200
"""A row with more bars is not one with doubled bars."""

_LONG_RUN = expression(r"\|{20,}")
_RUN = expression(r"\|+")
_RULE = expression(r":?-+:?")
_BAR_OF_MARKDOWN = expression(r"(?<!\\)\|")


class _PrintedRow(NamedTuple):
    """The cells of a row, how many blank ones its padding would add, and how many are its own.

    `own` is None if none of the cells are padding.
    """

    cells: list[str]
    padding: int = 0
    own: int | None = None


def table_of_rows(lines: list[Line], limits: Limits, *, padded: bool = False) -> TableBlock:
    """Return the table of lines that are rows, at least one.

    `padded` says whether the source fills up the ends of its rows, as `pads_rows` finds out: then
    a row has printed everything before its padding. A lone bar at its end may be padding or a
    blank cell and is counted as padding, so that no row seems to hold a cell that was dropped.

    Raises `LimitExceededError` where the rectangle around the rows is too large.
    """
    texts = [line.text.strip() for line in lines]
    # Decided before the cells are made; some dialects separate them by two bars.
    bars = max(text.count("|") for text in texts)
    limits.check("table_cells", bars // 2, f"line {lines[0].number}: half the bars of a row")
    exact = None if padded else exact_cells(texts, _rule_lines(texts))
    rows = _printed_rows(texts, exact, padded)
    width = max(len(row.cells) for row in rows)
    filled = [_filled(row, width) for row in rows]
    check_size(filled, lines[0].number, limits)
    owned = [row.own or len(cells) for row, cells in zip(rows, filled, strict=True)]
    return TableBlock(
        Table(filled),
        blanks_shown=bool(exact) or (not padded and _shows_blanks(texts)),
        spans_shown=False,
        printed_cells=tuple(owned),
    )


def _printed_rows(
    texts: list[str], exact: list[list[str]] | None, padded: bool
) -> list[_PrintedRow]:
    """Return the rows of lines, from their `exact` cells where these are known."""
    if exact:
        rows = [_PrintedRow(cells) for cells in exact]
    elif _has_doubled_bars(texts):
        rows = [_PrintedRow(text[1:-1].split("||")) for text in texts]
    else:
        rows = _parted_rows(texts, padded)
    plain = plain_cells([row.cells for row in rows])
    return [row._replace(cells=cells) for row, cells in zip(rows, plain, strict=True)]


def _parted_rows(texts: list[str], padded: bool) -> list[_PrintedRow]:
    """Return the rows of lines in which one bar separates two cells."""
    rules = _rule_lines(texts)
    kept = [text for index, text in enumerate(texts) if index not in rules]
    shortest = _SHORT_PADDING if _prints_cells(texts) else _PADDING
    markdown = bool(rules)
    if not padded:
        return [_split(text, shortest, markdown=markdown) for text in kept]
    rows = []
    for text in kept:
        own = len(_split(_ROW_END.sub("", text), shortest, markdown=markdown).cells)
        rows.append(_split(text, shortest, markdown=markdown)._replace(own=own))
    return _with_first_blank(kept, rows)


def _with_first_blank(texts: list[str], rows: list[_PrintedRow]) -> list[_PrintedRow]:
    """Return rows with one more cell if the bar at a row's start closes a blank first cell.

    It does if no other row begins with a bar, and if the row shows another blank cell: on its
    one line, or as line ends, just so many that with this cell the row is as wide as the widest.
    """
    opened = [index for index, text in enumerate(texts) if text.startswith("|")]
    if len(opened) != 1 or len(texts) < _FEWEST_ROWS:
        return rows
    at = opened[0]
    row = rows[at]
    widest = max(len(each.cells) + each.padding for each in rows)
    shows_blanks = bool(_BLANK_IN_PLACE.search(texts[at]))
    if shows_blanks if "\n" not in texts[at] else len(row.cells) + 1 == widest:
        longer = row._replace(cells=["", *row.cells], own=(row.own or len(row.cells)) + 1)
        return [*rows[:at], longer, *rows[at + 1 :]]
    return rows


def pads_rows(texts: list[str]) -> bool:
    """Whether any row is filled up at its end by touching bars.

    The dialects that do so dropped blank cells first, whether or not they open their rows with
    a bar: trafilatura prints `| 甲 | 1 | 2 | ||` of five cells, the third and fifth blank.
    """
    return any(_PADDED.search(text.strip()) for text in texts)


def _shows_blanks(texts: list[str]) -> bool:
    """Whether rows are printed so that a blank cell keeps its place.

    They are if each is a line between bars next to blanks, except perhaps the very first bar. The
    dialects without a leading bar drop blank cells and pad the end of the row, and so do those
    with two bars between cells and those with a cell a line.
    """
    rules = _rule_lines(texts)
    lines = [text for index, text in enumerate(texts) if index not in rules]
    opened = all(_OPENED.match(line) for line in lines[1:]) and lines[0].endswith("|")
    return opened and any(line.count("|") > 2 for line in lines)


def _filled(row: _PrintedRow, width: int) -> list[Cell]:
    """Return a row's cells; its padding counts only as far as other rows have cells."""
    padding = min(row.padding, width - len(row.cells))
    return [text_cell(cell) for cell in (*row.cells, *[""] * padding)]


def _prints_cells(texts: list[str]) -> bool:
    """Whether most lines are one cell with its bar, so that row ends are not shown."""
    cells = sum(text.count("|") <= 1 and "|" not in text[1:-1] for text in texts)
    return 2 * cells > len(texts)


def _split(text: str, shortest: int, *, markdown: bool) -> _PrintedRow:
    """Return the cells of a line; `shortest` or more bars at its end are padding."""
    opened = text.lstrip("|")
    bars = len(text) - len(opened)
    if not opened:
        if bars < shortest:
            return _PrintedRow([""] * max(1, bars - 1))
        return _PrintedRow([""], bars - 2)
    # Next to padding of two bars a blank means nothing: `0 | ||` is one cell and its padding.
    core = opened.rstrip("| " if shortest == _SHORT_PADDING else "|")
    closing = opened[len(core) :].count("|")
    # The first bar opens the row and the last one closes it.
    leading = [""] * (bars - 1 if bars < _PADDING else 0)
    trailing, padding = (closing - 1, 0) if closing < shortest else (0, closing - 1)
    core = _LONG_RUN.sub("|", core)
    cells = _BAR_OF_MARKDOWN.split(core) if markdown else core.split("|")
    texts = [cell.strip() for cell in cells]
    return _PrintedRow([*leading, *texts, *([""] * trailing)], padding)


def _has_doubled_bars(texts: list[str]) -> bool:
    """Whether each cell has two bars of its own, as in `|a||b|`.

    Then no bar is next to a blank, and every row begins and ends with an odd number of bars and
    holds even ones between its cells, at least once in the table. A row of nothing but bars has
    an even number of them.
    """
    found = False
    for text in texts:
        if text and not text.strip("|"):
            if len(text) % 2 or len(text) >= _PADDING:
                return False
            continue
        runs = [match.span() for match in _RUN.finditer(text)]
        if not _are_doubled(text, runs):
            return False
        found = found or len(runs) > 2
    return found


def _are_doubled(text: str, runs: list[tuple[int, int]]) -> bool:
    """Whether the runs of bars in a row are those of doubled bars around its cells."""
    if not runs or runs[0][0] != 0 or runs[-1][1] != len(text):
        return False
    lengths = [end - start for start, end in runs]
    if not lengths[0] % 2 == lengths[-1] % 2 == 1 or any(length % 2 for length in lengths[1:-1]):
        return False
    return max(lengths) <= _LONGEST_RUN and not any(_beside_blank(text, run) for run in runs)


def _beside_blank(text: str, span: tuple[int, int]) -> bool:
    before, after = text[max(0, span[0] - 1) : span[0]], text[span[1] : span[1] + 1]
    return before.isspace() or after.isspace()


def _rule_lines(texts: list[str]) -> frozenset[int]:
    """Return the indexes of the lines that separate a Markdown table's head from its body.

    GitHub's specification of tables requires one hyphen in each cell. Here three characters are
    required, and a head before them if the bars at both ends are missing, because a single hyphen
    in a cell means that there is nothing to report.
    """
    found = frozenset(index for index, text in enumerate(texts) if _is_rule(text, index == 1))
    return found if len(found) < len(texts) else frozenset()


def _is_rule(text: str, is_second: bool) -> bool:
    if "-" not in text or text.strip("|:- \t"):
        return False
    cells = [cell.strip() for cell in text.strip("|").split("|")]
    closed = text.startswith("|") and text.endswith("|") and len(cells) > 1
    return (is_second or closed) and all(
        len(cell) > 2 and _RULE.fullmatch(cell) for cell in cells
    )
