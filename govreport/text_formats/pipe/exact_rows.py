"""Rows whose bars part cells and nothing else, so that every blank cell keeps its place.

They are told by how all rows of a table are printed. GitHub's specification of tables (GFM,
section 4.10) lets the bars at both ends of a row go, and wants a row of hyphens with as many cells
as the head; what prints that prints blank cells.
"""

from collections.abc import Sequence

from govreport.expressions import expression

_SINGLE = expression(r"[^|]\|[^|]")
_BESIDE_BLANK = expression(r"\s\||\|\s")
_TOUCHING = expression(r"\|\|")
_BLANK_BEFORE_TEXT = expression(r"\|\|+[^|]")
_LONGEST_RUN = 100
"""Bars in a row beyond which they are no cells."""

_SHARE = 4
"""One of so many rows that says anything ends without a bar where bars part cells only."""

_BAR = expression(r"(?<!\\)\|")
_FEWEST_ROWS = 4
"""Rows of as many bars that make a rectangle."""


def exact_cells(texts: Sequence[str], rules: frozenset[int]) -> list[list[str]] | None:
    """Return the cells of rows that show all of them, None where the rows may have lost some.

    `rules` are the indexes of the lines that part a Markdown table's head from its body.
    """
    rows = [text for index, text in enumerate(texts) if index not in rules]
    if _is_tight(rows):
        return [text[1:-1].split("|") for text in rows]
    markdown = any(not texts[index].startswith("|") for index in rules)
    if _is_open(rows, markdown):
        parts = _BAR.split if markdown else lambda text: text.split("|")
        return [[cell.strip() for cell in parts(text)] for text in rows]
    return None


def _is_tight(rows: Sequence[str]) -> bool:
    """Whether rows are `|a||b|`: one bar between two cells, none beside a blank, blanks in place.

    Somewhere a single bar parts two texts, for else two bars may stand between all cells; and
    somewhere a blank cell stands before a text, for behind the last it may be padding.
    """
    return (
        all(len(row) > 1 and row[0] == row[-1] == "|" for row in rows)
        and not any(map(_BESIDE_BLANK.search, rows))
        and not any("|" * _LONGEST_RUN in row for row in rows)
        and any(map(_BLANK_BEFORE_TEXT.search, rows))
        and any(map(_SINGLE.search, rows))
    )


def _is_open(rows: Sequence[str], markdown: bool) -> bool:
    """Whether rows are `a | | b`: bars between cells only, a row of hyphens or a rectangle.

    Many rows end without a bar, for what closes each cell with one drops blank cells, and some
    begin without one.
    """
    filled = [row for row in rows if row.strip("| \t")]
    ending = sum(not row.endswith("|") for row in filled)
    if any(map(_TOUCHING.search, rows)) or _SHARE * ending < len(filled):
        return False
    if all(row.startswith("|") for row in filled):
        return False
    return markdown or _is_rectangle(rows)


def _is_rectangle(rows: Sequence[str]) -> bool:
    """Whether several rows all have as many bars, more than one."""
    bars = {row.count("|") for row in rows}
    return len(rows) >= _FEWEST_ROWS and len(bars) == 1 and bars != {1}
