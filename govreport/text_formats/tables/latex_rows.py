r"""Tables in LaTeX, as programs that read printed pages write them: `a & b \\`.

The grammar is that of the environment `tabular`: `&` separates the cells of a row, `\\` ends it,
`\multicolumn{n}{…}{text}` spans columns and `\multirow{n}{…}{text}` spans rows, below which the cells
stay blank. Rules between rows (`\hline`, `\toprule`) are ignored, and so are commands that only format a
text (`\textbf{text}`). Without the environment, several consecutive rows are read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from govreport.blocks import TableBlock
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.grid import MOST_COLUMNS_SPANNED, MOST_ROWS_SPANNED, Cell, Table
from govreport.text_formats.lines import Line, check_size

_ROW_END = "\\\\"
_FEWEST_ROWS = 3
"""So many consecutive rows are a table even without an environment."""
_MOST_LINES = 2_000
"""The most lines of an environment within which its end is looked for."""
_BEGIN = expression(r"\\begin\s*\{(?:tabular[x*]?|longtable|array)\}")
_END = expression(r"\\end\s*\{(?:tabular[x*]?|longtable|array)\}")
_ARGUMENTS = expression(r"\s*(?:\[[^\]]*\]|\{(?:[^{}]|\{[^{}]*\})*\})")
_RULE = expression(
    r"\\(?:hline|toprule|midrule|bottomrule|endfirsthead|endhead|endfoot|endlastfoot)(?![a-zA-Z])"
    r"|\\(?:cline|cmidrule)(?:\([^)]*\))?\{[^{}]*\}|^\s*\[[^\]]*\]"
)
_CELL_SIGN = expression(r"(?<!\\)&")
_SPANNING = expression(
    r"\\(multicolumn|multirow)\s*(?:\[[^\]]*\])?\s*\{\s*(\d{1,4})\s*\}\s*(?:\[[^\]]*\])?"
    r"\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\s*(?:\[[^\]]*\])?\s*\{(.*)\}\s*",
    re.DOTALL,
)
_SETTING = expression(r"\\(?:text[a-z]{2}|mathrm|mathbf|emph|mbox|underline)\s*\{([^{}]*)\}")
_ESCAPED = expression(r"\\([&%$#_{}])")
_MATH = expression(r"\$([^$]*)\$")


def parted_at_latex(lines: list[Line], limits: Limits) -> Iterator[list[Line] | TableBlock]:
    """Yield the lines in runs, each LaTeX table among them.

    Raises `LimitExceededError` where a table is too large.
    """
    run: list[Line] = []
    ends = [at for at, line in enumerate(lines) if _END.search(line.text)]
    index = 0
    while index < len(lines):
        rows, end = _environment(lines, index, ends)
        if not rows:
            rows, end = _bare_rows(lines, index)
        if rows:
            yield run
            run = []
            cells = _spanned(rows)
            check_size(cells, lines[index].number, limits)
            yield TableBlock(Table(cells), spans_shown=any(_spans(row) for row in rows))
        else:
            run.extend(lines[index:end])
        index = end
    yield run


def _environment(lines: list[Line], start: int, ends: list[int]) -> tuple[list[list[str]], int]:
    """Return the rows of the environment that begins at a line, and where it ends; else none.

    `ends` are the lines at which one may end.
    """
    if not ends or not (begin := _BEGIN.match(lines[start].text.lstrip())):
        return [], start + 1
    last = bisect_left(ends, start)
    if last == len(ends) or ends[last] - start > _MOST_LINES:
        return [], start + 1
    inner = _within(lines[start : ends[last] + 1], begin.end())
    if inner is None:
        return [], start + 1
    rows = [_cells_of(row) for row in inner.split(_ROW_END)]
    return [row for row in rows if row != [""]], ends[last] + 1


def _within(lines: list[Line], begin: int) -> str | None:
    """Return what stands within an environment that opens before `begin`, if nothing follows it."""
    text = "\n".join(line.text for line in lines).lstrip()
    end = _END.search(text)
    if end is None or text[end.end() :].strip():
        return None
    inner = text[begin : end.start()]
    while found := _ARGUMENTS.match(inner):
        inner = inner[found.end() :]
    return inner


def _bare_rows(lines: list[Line], start: int) -> tuple[list[list[str]], int]:
    """Return the rows that lines are from one on, each its own; none if they are too few."""
    rows: list[list[str]] = []
    index = start
    while index < len(lines):
        text = lines[index].text.strip()
        if not text.endswith(_ROW_END) or not _CELL_SIGN.search(text):
            break
        rows.append(_cells_of(text[: -len(_ROW_END)]))
        index += 1
    return (rows, index) if len(rows) >= _FEWEST_ROWS else ([], max(index, start + 1))


def _cells_of(row: str) -> list[str]:
    return [cell.strip() for cell in _CELL_SIGN.split(_RULE.sub(" ", row))]


def _spans(row: list[str]) -> bool:
    return any(_SPANNING.fullmatch(text) for text in row)


def _spanned(rows: list[list[str]], *, tall: bool = True) -> list[list[Cell]]:
    """Return the cells of rows, without the blank ones below those that span rows.

    No cell spans rows if a text is below one that would.
    """
    covered: set[tuple[int, int]] = set()
    grid: list[list[Cell]] = []
    for at, row in enumerate(rows):
        cells: list[Cell] = []
        column = 0
        for text in row:
            cell = _cell(text, len(rows) - at if tall else 1)
            if (at, column) in covered:
                if cell.text:
                    return _spanned(rows, tall=False)
                column += cell.column_span
                continue
            for down in range(1, cell.row_span):
                covered.update((at + down, column + across) for across in range(cell.column_span))
            cells.append(cell)
            column += cell.column_span
        grid.append(cells)
    return grid


def _cell(text: str, rows_left: int) -> Cell:
    """Return the cell of a text with its commands."""
    width = height = 1
    while found := _SPANNING.fullmatch(text.strip()):
        count = max(1, int(found[2]))
        if found[1] == "multicolumn":
            width = min(count, MOST_COLUMNS_SPANNED)
        else:
            height = min(count, MOST_ROWS_SPANNED, rows_left)
        text = found[3]
    return Cell(_plain(text), height, width)


def _plain(text: str) -> str:
    """Return a text without the commands that only format it."""
    before = ""
    while before != text:
        before, text = text, _SETTING.sub(r"\1", text)
    text = _MATH.sub(r"\1", text).replace("~", " ")
    return _ESCAPED.sub(r"\1", text).strip()
