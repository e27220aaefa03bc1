"""Where numbers of a grid stand under no header."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govreport.recognise.placing.cell_columns import overlap
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.part_labels import LabelledRow
from govreport.recognise.placing.table_part import TablePart

_FEW = 2
"""So many rows may each hold a cell twice by chance."""


def positions_without_header(
    rows: Sequence[LabelledRow], leaves: Sequence[Leaf]
) -> frozenset[int]:
    """Return the positions under none of the columns where most labelled rows have a number."""
    labelled = [row for row in rows if not row.is_note and row.labels]
    counts = Counter(_numbers_without_header(labelled, leaves))
    end = leaves[-1].end
    return frozenset(
        at for at, count in counts.items() if 2 * count > len(labelled) > 1 and at <= end
    )


def has_blank_header(part: TablePart) -> bool:
    """Whether a blank cell of a header in place may head a column, where spans are shown."""
    header = part.header
    if not header.in_place or not part.shown.spans:
        return False
    start = max(header.beside or (), default=-1) + 1
    lowest = (text.piece for line in part.lines.header[-1:] for text in line)
    return any(
        not piece.text
        and piece.column >= start
        and not any(overlap(leaf, piece) for leaf in header.leaves)
        for piece in lowest
    )


def may_hold_a_copy(
    row: LabelledRow, rows: Sequence[LabelledRow], leaves: Sequence[Leaf]
) -> bool:
    """Whether a row that goes on behind the last column may only hold one of its cells twice.

    Where many rows go on, or one that holds no cell twice, there is a column without a header.
    """
    texts = _texts(row)
    if not any(one == other != texts[-1] for one, other in pairwise(texts)):
        return False
    end = leaves[-1].end
    longer = [each for each in rows if any(p.text and p.column >= end for p in each.behind)]
    return len(longer) <= _FEW and all(
        any(one == other for one, other in pairwise(_texts(each))) for each in longer
    )


def _texts(row: LabelledRow) -> list[str]:
    return [piece.text for piece in row.behind if piece.text]


def _numbers_without_header(rows: Sequence[LabelledRow], leaves: Sequence[Leaf]) -> Iterator[int]:
    """Yield the position of each number that is behind the labels and under none of the columns."""
    for row in rows:
        for piece, named in row.texts:
            if (
                named.sort == "value"
                and piece.column > leaves[0].start - 2
                and not any(overlap(leaf, piece) for leaf in leaves)
            ):
                yield piece.column
