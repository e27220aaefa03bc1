"""Rows that a text which states no number cuts in two, in a source that shows a cell a line."""

from itertools import pairwise

from govreport.model.statute import Layout
from govreport.recognise.columns import Piece, sums_to_last
from govreport.recognise.rows import LONGEST_REMARK, CollectedRow


def rejoin_cut_rows(layout: Layout, rows: list[CollectedRow]) -> None:
    """Put a row together again that is cut at a cell which states no number.

    Without row ends a text that is neither a number nor a label looks like the name of a row of
    its own. A short one within a row that still lacks cells is one of them. Behind a longer one
    nobody knows; of the row before it no cell is taken for its last then.
    """
    kept: list[CollectedRow] = []
    for row in rows:
        before = kept[-1] if kept else None
        if before is None or not _cuts(layout, before, row):
            kept.append(row)
        elif len(row.printed) <= LONGEST_REMARK:
            before.pieces.append(Piece(row.printed, 0, 1, row.line))
            before.pieces.extend(row.pieces)
        else:
            before.is_cut = True
            kept.append(row)
    rows[:] = kept
    known = {row.key for row in rows}
    for form, following in pairwise(layout.rows):
        if following.key not in known:
            for each in rows:
                each.is_cut = each.is_cut or (each.key == form.key and _runs_on(layout, each))


def _runs_on(layout: Layout, row: CollectedRow) -> bool:
    """Whether a row of table 3 may go on with the numbers of the next, whose label is lost.

    Without row ends and blanks nothing parts the two; their numbers contradict the total then.
    """
    width = len(layout.row(row.key or "").columns)
    filled = [piece.text for piece in row.pieces if piece.text]
    if layout.kind != "applications" or len(filled) < width or not _is_a_cell_a_line(row):
        return False
    return not sums_to_last(width)(filled)


def _cuts(layout: Layout, before: CollectedRow, row: CollectedRow) -> bool:
    """Whether a row without a name of its own follows, a cell a line, on one that lacks cells."""
    if row.key is not None or before.key is None or not row.printed:
        return False
    alone = _is_a_cell_a_line(before) and row.line > before.line
    return alone and len(before.pieces) < len(layout.row(before.key).columns)


def _is_a_cell_a_line(row: CollectedRow) -> bool:
    lines = {row.line, *(piece.line for piece in row.pieces)}
    return len(lines) > len(row.pieces) and not any(piece.column for piece in row.pieces)
