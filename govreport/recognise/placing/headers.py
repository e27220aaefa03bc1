"""The columns of a table as its header shows them by position."""

from collections.abc import Sequence
from functools import partial

from govreport.recognise.placing.labels_beside import label_columns, names_rows_beside
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.named_lines import TextLine
from govreport.recognise.placing.naming import Text, is_quantity
from govreport.recognise.placing.sheets import SheetPart, SheetRow, Side


def header_of(part: SheetPart, side: Side, spans_shown: bool, in_place: bool) -> Header:
    """Return the columns of a part of a table that show their positions, if its cells have any."""
    if in_place:
        beside = label_columns(part, side)
        placed = _leaves_in_place(part, side, beside, spans_shown)
        if placed and not _have_shifted(placed, part, side):
            return Header(placed, in_place=True, end=_width(part.header), beside=beside)
    if side.rows and side.columns and _names_nothing(part.header):
        return Header((Leaf(0, 0, ""),), in_place=False)
    return Header((), in_place=False, reason="the header above it is not understood")


def _width(header: Sequence[TextLine]) -> int:
    """Return the position at which the longest line ends."""
    return max([piece.column + piece.span for line in header for piece, _ in line])


def _names_nothing(header: Sequence[TextLine]) -> bool:
    """Whether a header says no more than that labels and numbers stand below it."""
    return all(named.sort in ("neutral", "blank") for line in header for _, named in line)


def _have_shifted(leaves: Sequence[Leaf], part: SheetPart, side: Side) -> bool:
    """Whether the cells of a header do not stand above the numbers that they head."""
    return (
        _stand_over_labels(leaves, part)
        or _begin_before(leaves, part, side)
        or any(map(partial(_heads_words, part), leaves))
    )


def _heads_words(part: SheetPart, leaf: Leaf) -> bool:
    """Whether a column of the form stands above words, below the foreign header that is theirs.

    The cell of that header then lacks the span over the lines of the others, which moved left.
    """
    if not (leaf.is_foreign and leaf.columns):
        return False
    over = (text for line in reversed(part.header) for text in line if text.named.sort != "blank")
    lowest = next((each for each in over if _reaches(each, frozenset((leaf.start,)))), None)
    if lowest is None or lowest.named.sort != "label":
        return False
    below = [
        named.sort
        for row in part.rows
        for piece, named in row.texts
        if piece.column < leaf.end and leaf.start < piece.column + piece.span
    ]
    words = below.count("foreign") + below.count("neutral")
    return "value" not in below and 2 * words > len(below)


def _stand_over_labels(leaves: Sequence[Leaf], part: SheetPart) -> bool:
    """Whether columns are above the labels of most rows, so that the header has shifted."""
    known = [leaf for leaf in leaves if not leaf.is_foreign and not leaf.names_nothing]
    if not known:
        return False
    labelled = over = 0
    for row in part.rows:
        if row.beside and row.has_values:
            labelled += 1
            over += known[0].start <= row.beside[-1].piece.column < known[-1].end
    return 2 * over > labelled


def _begin_before(leaves: Sequence[Leaf], part: SheetPart, side: Side) -> bool:
    """Whether the numbers of most rows begin before the first column, below the header of labels.

    They do where the header's line begins with a label that spans their rows, too, unseen.
    """
    if not any(
        names_rows_beside(n.rows, n.columns, side) for line in part.header for _, n in line
    ):
        return False
    first = next((leaf for leaf in leaves if not leaf.names_nothing), leaves[-1])
    starts = [
        next(piece.column for piece, named in row.texts if named.sort == "value")
        for row in part.rows
        if row.has_values
    ]
    return 2 * sum(start < first.start for start in starts) > len(starts)


def _leaves_in_place(
    part: SheetPart, side: Side, beside: frozenset[int], spans_shown: bool
) -> tuple[Leaf, ...] | None:
    """Return the columns by position, None if the header's labels contradict each other."""
    if not _is_aligned(part.header, beside):
        return None
    # A header without spans has blank cells where others have a spanning one.
    spans = spans_shown and any(map(_spans_columns, part.header))
    leaves = _leaves_below(_stacks(part.header, beside, spans), beside, spans_shown)
    first_label = min(beside, default=0)
    kept = [leaf for leaf in leaves if _is_column(leaf, part.rows, first_label, side)]
    if not kept or (not spans and _overlap(kept)):
        return None
    return tuple(kept)


def _is_aligned(header: Sequence[TextLine], beside: frozenset[int]) -> bool:
    """Whether the lines of a header stand over the same positions."""
    if not header or (len(header) > 1 and not _ends_alike(header)) or _has_holes(header):
        return False
    return _shows_spans(header) or not _head_reaches_labels(header, beside)


def _stacks(
    header: Sequence[TextLine], beside: frozenset[int], spans: bool
) -> list[tuple[Text, ...]]:
    """Return the header's cells above each position, none above the labels beside the numbers."""
    over = [(line, _by_position(line)) for line in header]
    return [
        _stack(over, column, spans) if column not in beside else ()
        for column in range(_width(header))
    ]


def _leaves_below(
    stacks: Sequence[tuple[Text, ...]], beside: frozenset[int], spans_shown: bool
) -> list[Leaf]:
    """Return the columns below stacks of header cells, none where labels contradict each other."""
    whole = _caption_of(stacks)
    leaves: list[Leaf] = []
    last: tuple[Text, ...] = ()
    for column, stack in enumerate(stacks):
        if not stack:
            last = stack
            continue
        # The lowest cell is one column, even if a cell above it ends within it: programs that
        # rebuild a grid place edges of the upper lines next to those of the lower ones.
        if last and spans_shown and stack[-1].piece is last[-1].piece:
            leaves[-1] = leaves[-1]._replace(end=column + 1)
            continue
        if _reaches(stack[-1], beside):
            continue  # the header of the labels
        last = stack
        leaf = _leaf(stack, column, whole)
        if leaf is None or (not spans_shown and _says_twice(stack)):
            return []
        leaves.append(leaf)
    return leaves


def _overlap(leaves: Sequence[Leaf]) -> bool:
    """Whether one column is a part of another of the same label, as where cells above moved left."""
    known = [leaf for leaf in leaves if leaf.rows and leaf.columns and not leaf.is_foreign]
    return any(
        one.columns == other.columns and one.rows & other.rows == one.rows != other.rows
        for one in known
        for other in known
    )


def _shows_spans(header: Sequence[TextLine]) -> bool:
    """Whether some cell of a header spans others."""
    return any(t.piece.span > 1 or t.piece.rows > 1 for line in header for t in line)


def _spans_columns(line: TextLine) -> bool:
    return any(piece.span > 1 for piece, _ in line)


def _head_reaches_labels(header: Sequence[TextLine], beside: frozenset[int]) -> bool:
    """Whether what says of which year numbers are stands below another text, over the labels.

    Its line shows no blank cells, and begins where the labels begin.
    """
    over = [(line, _by_position(line)) for line in header] if beside else []
    for column in beside:
        stack = _stack(over, column, spans_shown=True)
        if len(stack) > 1 and stack[-1].named.sort in ("foreign", "neutral"):
            line = next(line for line in header if stack[-1] in line)
            if {named.sort for _, named in line} == {"foreign", "neutral"}:
                return True
    return False


def _ends_alike(header: Sequence[TextLine]) -> bool:
    """Whether the lines of a header that name columns end with its longest line."""
    ends: list[int] = []
    open_texts: list[tuple[Text, int]] = []
    for at, line in enumerate(header):
        open_texts = [(text, end) for text, end in open_texts if end > at]
        covering = [*line, *(text for text, _ in open_texts)]
        if _names_columns(line):
            ends.append(max(piece.column + piece.span for piece, _ in covering))
        open_texts += [(text, at + text.piece.rows) for text in line if text.piece.rows > 1]
    return len(set(ends)) < 2


def _has_holes(header: Sequence[TextLine]) -> bool:
    """Whether a line has places without a cell before its last, so that a span above it is short."""
    open_texts: list[Text] = []
    for line in header:
        first = line[0].piece.line
        open_texts = [text for text in open_texts if text.piece.line + text.piece.rows > first]
        pieces = [text.piece for text in (*line, *open_texts)]
        end = max(piece.column + piece.span for piece in pieces)
        if sum(piece.span for piece in pieces) < end - min(piece.column for piece in pieces):
            return True
        open_texts += [text for text in line if text.piece.rows > 1]
    return False


def _names_columns(line: TextLine) -> bool:
    """Whether a line has a label, or several other words."""
    words = sum(named.sort in ("foreign", "neutral") for _, named in line)
    return words > 1 or _has_label(line)


def _by_position(line: TextLine) -> dict[int, Text]:
    """Return the cell that stands at each position of a line, of two the first."""
    found: dict[int, Text] = {}
    for text in line:
        for at in range(text.piece.column, text.piece.column + text.piece.span):
            found.setdefault(at, text)
    return found


def _stack(
    header: Sequence[tuple[TextLine, dict[int, Text]]], column: int, spans_shown: bool
) -> tuple[Text, ...]:
    """Return the header's cells above a column, the uppermost first.

    If spans are printed as blanks, a cell covers the blank ones after it, but only above a
    column that has a text of its own in a lower line.
    """
    found: list[Text] = []
    for line, positions in reversed(header):
        text = positions.get(column)
        if text is None:
            continue
        if text.named.sort == "blank" and found and not spans_shown:
            text = _left_of(line, column) or text
        if text.named.sort != "blank":
            found.append(text)
    return tuple(reversed(found))


def _left_of(line: TextLine, column: int) -> Text | None:
    return next(
        (t for t in reversed(line) if t.piece.column < column and t.named.sort != "blank"), None
    )


def _caption_of(stacks: Sequence[tuple[Text, ...]]) -> frozenset[Text]:
    """Return the texts above all columns, which therefore distinguish none."""
    labelled = filter(_has_label, stacks)
    foreign = [text for text in next(labelled, ()) if text.named.sort == "foreign"]
    others = list(labelled) if foreign else []
    if not others:
        return frozenset()
    return frozenset(text for text in foreign if all(text in stack for stack in others))


def _without_captions(stack: tuple[Text, ...], captions: frozenset[Text]) -> Sequence[Text]:
    return [text for text in stack if text not in captions] if captions else stack


def _has_label(texts: Sequence[Text]) -> bool:
    return any(named.sort == "label" for _, named in texts)


def _leaf(stack: tuple[Text, ...], column: int, captions: frozenset[Text]) -> Leaf | None:
    """Return the column below a stack of header cells; None if they contradict each other."""
    texts = _without_captions(stack, captions)
    rows, columns = _rows_named(texts), _columns_named(texts)
    if 0 in (rows, columns):
        if columns == 0 and (label := _label_of_subtotal(texts)):
            return Leaf(rows or 0, 0, label, True, column, column + 1)
        return None
    label, is_foreign = _label_of(texts, columns is not None)
    return Leaf(rows or 0, columns or 0, label, is_foreign, column, column + 1)


def _rows_named(texts: Sequence[Text]) -> int | None:
    """Return the cells that labels name as rows, 0 if they contradict each other; None for none."""
    naming = [named for _, named in texts if named.sort == "label" and named.rows]
    if not naming:
        return None
    *groups, own = naming
    rows = own.rows
    for named in groups:
        rows &= named.above
    return rows


def _columns_named(texts: Sequence[Text]) -> int | None:
    """Return the same of columns."""
    columns: int | None = None
    for _, named in texts:
        if named.sort == "label" and named.columns:
            columns = named.columns if columns is None else columns & named.columns
    return columns


def _label_of(texts: Sequence[Text], names_columns: bool) -> tuple[str, bool]:
    """Return the label of a column, and whether the statute does not know it."""
    shown = [text for text in texts if text.named.sort in ("label", "foreign", "neutral")]
    label = shown[-1].piece.text if shown else ""
    foreign = [text.piece.text for text in shown if text.named.sort == "foreign"]
    if not foreign:
        return label, False
    if shown[-1].named.sort != "foreign":
        label = " ".join((foreign[-1], label))
    elif names_columns:
        # 上年 is printed below each applicant: the labels above it identify its column, too.
        label = " ".join((_lowest_of_columns(shown), label))
    return label, True


def _lowest_of_columns(texts: Sequence[Text]) -> str:
    return next(text.piece.text for text in reversed(texts) if text.named.columns)


def _reaches(text: Text, positions: frozenset[int]) -> bool:
    """Whether a cell also covers one of several positions."""
    piece = text.piece
    return not positions.isdisjoint(range(piece.column, piece.column + piece.span))


def _label_of_subtotal(texts: Sequence[Text]) -> str:
    """Return what a total is called below a label that covers other columns, if it is theirs only.

    Elsewhere labels contradict each other, and it is blank.
    """
    naming = [text for text in texts if text.named.columns]
    label = naming[-1].named.match.label("column")
    if len(naming) != 2 or label is None or label.key != "total":
        return ""
    return " ".join(text.piece.text for text in naming)


def _says_twice(stack: tuple[Text, ...]) -> bool:
    """Whether a label is above a copy of itself, as in tables whose spans were filled up."""
    columns = [named.columns for _, named in stack if named.columns]
    return len(set(columns)) < len(columns)


def _is_column(leaf: Leaf, rows: Sequence[SheetRow], first_label: int, side: Side) -> bool:
    """Whether a header says something of numbers, or there are numbers below it."""
    if names_rows_beside(leaf.rows, leaf.columns, side):
        return _has_numbers(leaf, rows)
    if not leaf.names_nothing:
        return True
    if not is_quantity(leaf.label) and leaf.start < first_label:
        return False
    return _has_numbers(leaf, rows)


def _has_numbers(leaf: Leaf, rows: Sequence[SheetRow]) -> bool:
    """Whether there are numbers below a header."""
    return any(
        named.sort == "value"
        and piece.column < leaf.end
        and leaf.start < piece.column + piece.span
        for row in rows
        for piece, named in row.texts
    )
