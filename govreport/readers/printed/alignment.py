"""Tables without rules: rows whose texts stand below each other in the same columns.

They are a table only if nothing is in doubt: every text of every row is in one column, no column
has two texts of a row, and no row below may be the rest of a label.
"""

from bisect import bisect_right

from govreport.readers.printed.lines import PrintedLine, Segment, around
from govreport.readers.printed.tables import PrintedCell, PrintedTable, is_figure

_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3


def with_aligned_tables(lines: list[PrintedLine], page: int) -> list[PrintedLine | PrintedTable]:
    """Return a page's lines, with those joined that form tables by their alignment."""
    found: list[PrintedLine | PrintedTable] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and len(lines[end].segments) >= _FEWEST_COLUMNS:
            end += 1
        table = _table(lines[start:end], page) if end - start >= _FEWEST_ROWS else None
        if table is not None:
            found.append(table)
            start = end
        else:
            found += lines[start : end + 1]
            start = end + 1
    return found


def _table(lines: list[PrintedLine], page: int) -> PrintedTable | None:
    columns = _columns([segment for line in lines for segment in line.segments])
    if len(columns) < _FEWEST_COLUMNS:
        return None
    starts = [start for start, _ in columns]
    cells: list[PrintedCell] = []
    for row, line in enumerate(lines):
        texts = _texts_by_column(line, starts)
        if not _is_row(texts, is_first=row == 0):
            return None
        for column, text in enumerate(texts):
            cells.append(PrintedCell(row, column, row + 1, column + 1, text))
    box = around(line.box for line in lines)
    return PrintedTable(page, box, [*starts, box.right], len(lines), cells, ruled=False)


def _is_row(texts: list[str], *, is_first: bool) -> bool:
    """Whether texts are a row for sure.

    One without its label, or one below the head that has only labels, could be the rest of another.
    """
    return bool(texts and texts[0]) and (is_first or any(map(is_figure, texts)))


def _texts_by_column(line: PrintedLine, starts: list[float]) -> list[str]:
    """Return the text of a line in each column, none at all where a column has two."""
    texts = [""] * len(starts)
    for segment in line.segments:
        column = bisect_right(starts, segment.left) - 1
        if texts[column]:
            return []
        texts[column] = segment.text
    return texts


def _columns(segments: list[Segment]) -> list[tuple[float, float]]:
    """Return the bands of the page that texts occupy, with overlapping ones joined."""
    bands: list[tuple[float, float]] = []
    for segment in sorted(segments, key=lambda each: each.left):
        if bands and segment.left <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], segment.right))
        else:
            bands.append((segment.left, segment.right))
    return bands
