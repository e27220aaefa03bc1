"""Where numbers of a grid stand under no header."""

from collections import Counter
from collections.abc import Iterator, Sequence

from govreport.recognise.placing.cell_columns import overlap
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.part_labels import LabelledRow


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
