"""Rows whose bars only separate cells, so that every blank cell keeps its place.

The way in which all rows of a table are printed shows it. GitHub's specification of tables (GFM,
section 4.10) makes the bars at both ends of a row optional, and requires a row of hyphens with as
many cells as the head; programs that print one print blank cells.
"""

from collections.abc import Sequence

from govreport.expressions import expression

_SINGLE = expression(r"[^|]\|[^|]")
_BESIDE_BLANK = expression(r"\s\||\|\s")
_TOUCHING = expression(r"\|\|")
_BLANK_BEFORE_TEXT = expression(r"\|\|+[^|]")
_LONGEST_RUN = 100
"""A row with more bars has no cells."""

_SHARE = 4
"""At least one of so many rows with text ends without a bar if bars only separate cells."""

_BAR = expression(r"(?<!\\)\|")
_FEWEST_ROWS = 4
"""So many rows with equally many bars make a rectangle."""


def exact_cells(texts: Sequence[str], rules: frozenset[int]) -> list[list[str]] | None:
    """Return the cells of rows that show all of them, None if the rows may have lost some.

    `rules` are the indexes of the lines that separate a Markdown table's head from its body.
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
    """Whether rows are `|a||b|`: one bar between two cells, none next to a blank, blanks in place.

    Somewhere a single bar must separate two texts, else two bars may be between all cells; and
    somewhere a blank cell must come before a text, because after the last it may be padding.
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

    Many rows must end without a bar, because programs that close each cell with one drop blank
    cells, and some begin without one.
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
