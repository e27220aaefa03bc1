"""Where the labels beside a table's numbers stand, and what they name together."""

from collections.abc import Iterable, Sequence

from govreport.recognise.pieces import Piece
from govreport.recognise.placing.named_lines import TextLine
from govreport.recognise.placing.naming import Named, Text
from govreport.recognise.placing.sheets import SheetPart, SheetRow, Side, is_beside

_NO_LABELS = frozenset(("value", "foreign"))
_WORDS = frozenset(("foreign", "neutral"))


def label_columns(part: SheetPart, side: Side) -> frozenset[int]:
    """Return the positions where rows have labels, mostly no numbers, and no header of numbers."""
    rows = list(filter(_has_numbers, part.rows))
    beside = _counted([text.piece for row in rows for text in _labels(row, side)])
    last = max(beside, default=-1)
    numbers = _counted(
        [
            piece
            for row in rows
            for piece, named in _texts(row)
            if piece.column <= last and named.sort in _NO_LABELS
        ]
    )
    labels = {at for at, count in beside.items() if count > numbers.get(at, 0)}
    headed = _headed(part, side)
    return frozenset((labels - headed) | _beside_reaching(part, side, headed))


def _counted(pieces: Iterable[Piece]) -> dict[int, int]:
    """Return how many cells take each position."""
    counts: dict[int, int] = {}
    for piece in pieces:
        for at in range(piece.column, piece.column + piece.span):
            counts[at] = counts.get(at, 0) + 1
    return counts


def _headed(part: SheetPart, side: Side) -> set[int]:
    """Return the positions below the labels of a header that may be those of numbers.

    Where rows have labels beside their numbers, so has a header's line if a label spans both.
    """
    return {
        at
        for line in part.header
        for piece, named in line
        if named.sort == "label" and not names_rows_beside(named.rows, named.columns, side)
        for at in range(piece.column, piece.column + piece.span)
    }


def _texts(row: SheetRow) -> TextLine:
    """Return the texts of a row, those that reach into it last."""
    return (*row.texts, *row.reaching) if row.reaching else row.texts


def _labels(row: SheetRow, side: Side) -> TextLine:
    """Return the labels among them that name what the labels next to the numbers name."""
    if not row.reaching:
        return row.beside
    reaching = [t for t in row.reaching if t.named.sort == "label" and is_beside(t.named, side)]
    return (*row.beside, *reaching)


def _has_numbers(row: SheetRow) -> bool:
    """Whether a row has numbers, and is more than the furniture of a page."""
    if not (row.has_values or "value" in [text.named.sort for text in row.reaching]):
        return False
    return bool(row.beside) or not _is_furniture(_texts(row))


def _is_furniture(texts: Sequence[Text]) -> bool:
    """Whether a row is a page number alone, or one text in every cell, those of labels too."""
    shown = [piece.text for piece, _ in texts]
    if len(shown) - shown.count("") == 1:
        return True
    return texts[0].named.sort == "value" and len(set(shown)) == 1


def _beside_reaching(part: SheetPart, side: Side, headed: set[int]) -> set[int]:
    """Return the positions of texts that tell apart the rows spanned by one label: 2022年."""
    words: set[int] = set()
    for row in part.rows:
        if row.reaching and not _WORDS.isdisjoint(row.sorts):
            words |= _words_beside_reaching(row, side)
    if not words:
        return words
    values = {
        piece.column for row in part.rows for piece, named in row.texts if named.sort == "value"
    }
    return words - values - headed


def _words_beside_reaching(row: SheetRow, side: Side) -> set[int]:
    """Return the positions of a row's own words right of labels that reach into it."""
    reached = {text.piece.column for text in row.reaching if is_beside(text.named, side)}
    return {
        piece.column
        for piece, named in row.texts
        if named.sort in _WORDS and piece.column - 1 in reached
    }


def names_rows_beside(rows: int, columns: int, side: Side) -> bool:
    """Whether what a header names are rows, which the labels beside the numbers name, too."""
    return bool(rows and not columns and side.rows and not side.columns)


def named_together(labels: Sequence[Text]) -> tuple[int, int]:
    """Return the cells that the labels of a row name as rows and as columns; 0 for none."""
    columns = above = 0
    own: Named | None = None
    for _, named in labels:
        if named.columns:
            columns = columns & named.columns if columns else named.columns
        if named.rows:
            if own:
                above = above & own.above or own.above
            own = named
    # The lower of two labels of rows counts where they contradict each other.
    return (above & own.rows or own.rows) if own else 0, columns


def heads_group(labels: Sequence[Text]) -> bool:
    """Whether the last of a row's labels names a group, which may have one row in the form."""
    last = labels[-1].named.match if labels else None
    return last is not None and bool(last.label("item", "group")) and not last.label("row")
