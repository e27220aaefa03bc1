"""Rows that a text which states no number cuts in two, in a source that shows a cell a line."""

from govreport.model.statute import Layout
from govreport.recognise.columns import Piece
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


def _cuts(layout: Layout, before: CollectedRow, row: CollectedRow) -> bool:
    """Whether a row without a name of its own follows, a cell a line, on one that lacks cells."""
    if row.key is not None or before.key is None or not row.printed:
        return False
    lines = [before.line, *(piece.line for piece in before.pieces), row.line]
    alone = len(set(lines)) == len(lines) and not any(piece.column for piece in before.pieces)
    return alone and len(before.pieces) < len(layout.row(before.key).columns)
