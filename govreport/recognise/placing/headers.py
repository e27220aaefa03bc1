"""The columns of a table as its header shows them: by position, or in printed order."""

from collections.abc import Sequence

from govreport.recognise.placing.beside import is_beside, label_columns
from govreport.recognise.placing.leaves import Header, Leaf
from govreport.recognise.placing.naming import Text, is_quantity
from govreport.recognise.placing.printed_order import leaves_in_order
from govreport.recognise.placing.sheets import SheetPart, SheetRow, Side, TextLine


def header_of(part: SheetPart, side: Side, spans_shown: bool, in_place: bool) -> Header:
    """Return the columns of a part of a table; `in_place` says that its cells have positions."""
    beside = label_columns(part, side) if in_place else frozenset()
    placed = _leaves_in_place(part, beside, spans_shown) if in_place else None
    if placed and not _stand_over_labels(placed, part, side):
        end = max(t.piece.column + t.piece.span for line in part.header for t in line)
        return Header(placed, in_place=True, end=end, beside=beside)
    ordered = leaves_in_order(part.header, side)
    if ordered is None and side.rows and side.columns and _names_nothing(part.header):
        return Header((Leaf(0, 0, ""),), in_place=False)
    if ordered is None:
        return Header((), in_place=False, reason="the header above it is not understood")
    return Header(ordered, in_place=False)


def _names_nothing(header: Sequence[TextLine]) -> bool:
    """Whether a header says no more than that labels and numbers stand below it."""
    return all(named.sort in ("neutral", "blank") for line in header for _, named in line)


def _stand_over_labels(leaves: Sequence[Leaf], part: SheetPart, side: Side) -> bool:
    """Whether columns are above the labels of most rows, so that the header has shifted."""
    known = [leaf for leaf in leaves if not leaf.is_foreign and not leaf.names_nothing]
    if not known:
        return False
    labelled = over = 0
    for row in part.rows:
        labels = [
            t.piece for t in row.texts if t.named.sort == "label" and is_beside(t.named, side)
        ]
        if labels and row.has_values:
            labelled += 1
            over += known[0].start <= labels[-1].column < known[-1].end
    return 2 * over > labelled


def _leaves_in_place(
    part: SheetPart, beside: frozenset[int], spans_shown: bool
) -> tuple[Leaf, ...] | None:
    """Return the columns by position, None if the header's labels contradict each other."""
    if not part.header or not _ends_alike(part.header):
        return None
    if not _shows_spans(part.header) and _head_reaches_labels(part.header, beside):
        return None
    width = max(text.piece.column + text.piece.span for line in part.header for text in line)
    # A header without spans has blank cells where others have a spanning one.
    spans = spans_shown and any(t.piece.span > 1 for line in part.header for t in line)
    over = [(line, _by_position(line)) for line in part.header]
    stacks = [
        _stack(over, column, spans) if column not in beside else () for column in range(width)
    ]
    whole = _caption_of(stacks)
    leaves: list[Leaf] = []
    last: tuple[Text, ...] = ()
    for column, stack in enumerate(stacks):
        # The lowest cell is one column, even if a cell above it ends within it: programs that
        # rebuild a grid place edges of the upper lines next to those of the lower ones.
        if stack and last and stack[-1].piece is last[-1].piece and spans_shown:
            leaves[-1] = leaves[-1]._replace(end=column + 1)
            continue
        if stack and beside and _reaches(stack[-1], beside):
            continue  # the header of the labels
        last = stack
        leaf = _leaf(stack, column, whole)
        if leaf is None or (not spans_shown and _says_twice(stack)):
            return None
        if stack:
            leaves.append(leaf)
    first_label = min(beside, default=0)
    kept = [
        leaf
        for leaf in leaves
        if not leaf.names_nothing or _has_values(part.rows, leaf, first_label)
    ]
    return tuple(kept) or None


def _shows_spans(header: Sequence[TextLine]) -> bool:
    """Whether some cell of a header spans others."""
    return any(t.piece.span > 1 or t.piece.rows > 1 for line in header for t in line)


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
        words = sum(named.sort in ("foreign", "neutral") for _, named in line)
        if words > 1 or any(named.sort == "label" for _, named in line):
            ends.append(max(piece.column + piece.span for piece, _ in covering))
        open_texts += [(text, at + text.piece.rows) for text in line if text.piece.rows > 1]
    return len(set(ends)) < 2


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
    labelled = [stack for stack in stacks if any(named.sort == "label" for _, named in stack)]
    if len(labelled) < 2:
        return frozenset()
    common = set(labelled[0]).intersection(*labelled[1:])
    return frozenset(text for text in common if text.named.sort == "foreign")


def _leaf(stack: tuple[Text, ...], column: int, captions: frozenset[Text]) -> Leaf | None:
    """Return the column below a stack of header cells; None if they contradict each other."""
    rows = columns = 0
    named_rows = named_columns = False
    texts = [text for text in stack if text not in captions]
    below = [text.named for text in texts if text.named.sort == "label"]
    for at, named in enumerate(below):
        if named.rows:
            deeper = any(each.rows for each in below[at + 1 :])
            mask = named.above if deeper else named.rows
            rows = rows & mask if named_rows else mask
            named_rows = True
        if named.columns:
            columns = columns & named.columns if named_columns else named.columns
            named_columns = True
    if named_columns and not columns and _is_subtotal(texts):
        label = " ".join(text.piece.text for text in texts if text.named.columns)
        return Leaf(rows, 0, label, True, column, column + 1)
    if (named_rows and not rows) or (named_columns and not columns):
        return None
    foreign = [text.piece.text for text in texts if text.named.sort == "foreign"]
    shown = [text for text in texts if text.named.sort in ("label", "foreign", "neutral")]
    label = shown[-1].piece.text if shown else ""
    if foreign and shown[-1].named.sort != "foreign":
        label = " ".join((foreign[-1], label))
    elif foreign and named_columns:
        # 上年 is printed below each applicant: the labels above it identify its column, too.
        above = next(t.piece.text for t in reversed(shown) if t.named.columns)
        label = " ".join((above, label))
    return Leaf(rows, columns, label, bool(foreign), column, column + 1)


def _reaches(text: Text, positions: frozenset[int]) -> bool:
    """Whether a cell also covers one of several positions."""
    piece = text.piece
    return any(piece.column <= at < piece.column + piece.span for at in positions)


def _is_subtotal(texts: Sequence[Text]) -> bool:
    """Whether a total is below a label that covers other columns and is their total only."""
    named = [text.named for text in texts if text.named.columns]
    label = named[-1].match.label("column")
    return len(named) == 2 and label is not None and label.key == "total"


def _says_twice(stack: tuple[Text, ...]) -> bool:
    """Whether a label is above a copy of itself, as in tables whose spans were filled up."""
    columns = [named.columns for _, named in stack if named.columns]
    return len(set(columns)) < len(columns)


def _has_values(rows: Sequence[SheetRow], leaf: Leaf, first_label: int) -> bool:
    """Whether there are numbers below a header that says nothing else."""
    if not is_quantity(leaf.label) and leaf.start < first_label:
        return False
    return any(
        named.sort == "value"
        and piece.column < leaf.end
        and leaf.start < piece.column + piece.span
        for row in rows
        for piece, named in row.texts
    )
