"""The columns of a table as its header shows them: in their places, or in the order of print."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from govreport.recognise.placing.beside import is_beside, label_columns
from govreport.recognise.placing.naming import Named, Text, counts_rows, is_quantity
from govreport.recognise.placing.sheets import SheetPart, SheetRow, Side, TextLine


class Leaf(NamedTuple):
    """A column of numbers: the cells that its labels name together, and where it stands.

    `label` is what is printed lowest; `is_foreign` says that the statute does not know it.
    `start` and `end` are positions in the grid, both 0 where the header has no places.
    """

    rows: int
    columns: int
    label: str
    is_foreign: bool = False
    start: int = 0
    end: int = 0

    @property
    def names_nothing(self) -> bool:
        """Whether its labels say no more than that numbers stand below."""
        return not (self.is_foreign or self.rows or self.columns)


class Header(NamedTuple):
    """The columns below one header in printed order.

    `in_place` says that each stands over its numbers. `reason` says why it is not understood,
    and then no column is known.
    """

    leaves: tuple[Leaf, ...]
    in_place: bool
    reason: str = ""
    end: int = 0
    """The position at which its lines end."""
    is_assumed: bool = False
    """Whether no header stands there, and the form's columns are taken if totals agree."""
    beside: frozenset[int] | None = None
    """The positions of labels beside the numbers, where they are told already."""


def header_of(part: SheetPart, side: Side, spans_shown: bool, in_place: bool) -> Header:
    """Return the columns of a part of a table; `in_place` says that its cells have their places."""
    beside = label_columns(part, side) if in_place else frozenset()
    placed = _leaves_in_place(part, beside, spans_shown) if in_place else None
    if placed and not _stand_over_labels(placed, part, side):
        end = max(t.piece.column + t.piece.span for line in part.header for t in line)
        return Header(placed, in_place=True, end=end, beside=beside)
    ordered = leaves_in_order(part.header, side)
    if ordered is None:
        return Header((), in_place=False, reason="the header above it is not understood")
    return Header(ordered, in_place=False)


def _stand_over_labels(leaves: Sequence[Leaf], part: SheetPart, side: Side) -> bool:
    """Whether columns stand over the labels of most rows, so that the header has shifted."""
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
    """Return the columns in their places, None where the header's labels contradict each other."""
    if not part.header or not _ends_alike(part.header):
        return None
    width = max(text.piece.column + text.piece.span for line in part.header for text in line)
    # A header without any cell that spans prints blanks where others have one that does.
    spans = spans_shown and any(t.piece.span > 1 for line in part.header for t in line)
    over = [(line, _by_position(line)) for line in part.header]
    stacks = [
        _stack(over, column, spans) if column not in beside else () for column in range(width)
    ]
    whole = _caption_of(stacks)
    leaves: list[Leaf] = []
    last: tuple[Text, ...] = ()
    for column, stack in enumerate(stacks):
        # The lowest cell is one column, though what stands above it may end within it: programs
        # that lay a grid anew set edges of the upper lines beside those of the lower.
        if stack and last and stack[-1].piece is last[-1].piece and spans_shown:
            leaves[-1] = leaves[-1]._replace(end=column + 1)
            continue
        if stack and beside and _reaches(stack[-1], beside):
            continue  # it heads the labels
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


def _ends_alike(header: Sequence[TextLine]) -> bool:
    """Whether the lines of a header that name columns end where its longest line ends."""
    ends: list[int] = []
    open_texts: list[tuple[Text, int]] = []
    for at, line in enumerate(header):
        open_texts = [(text, end) for text, end in open_texts if end > at]
        covering = [*line, *(text for text, _ in open_texts)]
        if any(named.sort == "label" for _, named in line):
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

    Where spans are printed as blanks a cell reaches over the blank ones behind it, but only above
    a column that has a text of its own in a lower line.
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
    """Return the texts that stand above all columns, and so tell none from another."""
    labelled = [stack for stack in stacks if any(named.sort == "label" for _, named in stack)]
    if len(labelled) < 2:
        return frozenset()
    common = set(labelled[0]).intersection(*labelled[1:])
    return frozenset(text for text in common if text.named.sort == "foreign")


def _leaf(stack: tuple[Text, ...], column: int, captions: frozenset[Text]) -> Leaf | None:
    """Return the column below a stack of header cells; None where they contradict each other."""
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
        # 上年 stands below each applicant: its column is known by what stands above it, too.
        above = next(t.piece.text for t in reversed(shown) if t.named.columns)
        label = " ".join((above, label))
    return Leaf(rows, columns, label, bool(foreign), column, column + 1)


def _reaches(text: Text, positions: frozenset[int]) -> bool:
    """Whether a cell stands over one of several positions, too."""
    piece = text.piece
    return any(piece.column <= at < piece.column + piece.span for at in positions)


def _is_subtotal(texts: Sequence[Text]) -> bool:
    """Whether a total stands below a label that covers other columns, and is theirs alone."""
    named = [text.named for text in texts if text.named.columns]
    label = named[-1].match.label("column")
    return len(named) == 2 and label is not None and label.key == "total"


def _says_twice(stack: tuple[Text, ...]) -> bool:
    """Whether one label stands above itself, as it does where rows without spans are padded."""
    columns = [named.columns for _, named in stack if named.columns]
    return len(set(columns)) < len(columns)


def _has_values(rows: Sequence[SheetRow], leaf: Leaf, first_label: int) -> bool:
    """Whether numbers stand below a header that says no more than that some do."""
    if not is_quantity(leaf.label) and leaf.start < first_label:
        return False
    return any(
        named.sort == "value"
        and piece.column < leaf.end
        and leaf.start < piece.column + piece.span
        for row in rows
        for piece, named in row.texts
    )


@dataclass(slots=True, eq=False, repr=False)
class _Node:
    leaf: Leaf
    children: list["_Node"]
    line: int = 0
    covers: bool = False


def leaves_in_order(header: Sequence[TextLine], side: Side) -> tuple[Leaf, ...] | None:
    """Return the columns of a header without places, in the order in which it prints them.

    A label that covers others takes in those printed behind it. None where two labels are the
    same, or nothing tells which label covers which.
    """
    texts = [
        (at, text)
        for at, line in enumerate(header)
        for text in line
        if text.named.sort in ("label", "foreign")
    ]
    if any(counts_rows(text.piece.text) for _, text in texts):
        return None  # which numbers count the rows no place tells
    first = next((text for line in header for text in line if text.piece.text), None)
    has_side = side.rows or side.columns
    if has_side and texts and first is texts[0][1] and first.named.sort == "foreign":
        texts = texts[1:]  # the head of the labels
    upright = [t for _, t in texts if t.named.rows and not side.rows]
    if upright:
        return _leaves_of_groups([text for _, text in texts], upright)
    role = "columns" if side.rows or not side.columns else "rows"
    nodes: list[_Node] = []
    container = nodes
    seen: set[int] = set()
    for at, text in texts:
        mask = text.named.columns if role == "columns" else text.named.rows
        if text.named.sort == "foreign":
            open_cover = next((n for n in nodes if n.covers and not n.children), None)
            if open_cover and at > open_cover.line:
                container = open_cover.children
            elif open_cover and nodes[-1] is not open_cover and len(header) == 1:
                return None  # it stands beside what the cover covers, or below the cover
            container.append(_Node(_ordered_leaf(text, foreign=True), [], at))
            continue
        if not mask or mask in seen:
            return None
        seen.add(mask)
        cover = next((n for n in nodes if _covers(n.leaf, mask, role)), None)
        container = cover.children if cover else nodes
        covers = role == "columns" and text.named.match.label("column") is None
        container.append(_Node(_ordered_leaf(text, foreign=False), [], at, covers))
    if not seen or _lines_without_cover(header, nodes):
        return None
    return tuple(leaf for node in nodes for leaf in _flattened(node))


def _covers(leaf: Leaf, mask: int, role: str) -> bool:
    own = leaf.columns if role == "columns" else leaf.rows
    return not leaf.is_foreign and own & mask == mask != own


def _ordered_leaf(text: Text, foreign: bool) -> Leaf:
    named = text.named if not foreign else Named("foreign")
    return Leaf(named.rows, named.columns, text.piece.text, foreign)


def _flattened(node: _Node) -> list[Leaf]:
    if not node.children:
        return [node.leaf]
    return [leaf for child in node.children for leaf in _flattened(child)]


def _lines_without_cover(header: Sequence[TextLine], nodes: Sequence[_Node]) -> bool:
    """Whether columns stand on two lines of several and no label covers those of the second."""
    if any(node.children for node in nodes):
        return False
    full = [line for line in header if sum(t.named.sort == "label" for t in line) > 1]
    return len(full) > 1


def _leaves_of_groups(texts: Sequence[Text], upright: Sequence[Text]) -> tuple[Leaf, ...] | None:
    """Return the columns of table 4: its outcomes once below each group, groups in printed order."""
    outcomes: list[list[Text]] = [[]]
    for text in texts:
        if text.named.sort == "foreign":
            return None
        if text.named.columns:
            if any(each.named.columns == text.named.columns for each in outcomes[-1]):
                outcomes.append([])
            outcomes[-1].append(text)
    groups: list[Text] = []
    for text in upright:
        mask = text.named.rows
        cover = next((g for g in groups if g.named.rows & mask == mask != g.named.rows), None)
        if any(g.named.rows == mask for g in groups):
            return None
        if cover is None:
            groups.append(text)
            continue
        at = groups.index(cover)
        inner = [g for g in groups[at + 1 :] if g.named.rows & cover.named.rows == g.named.rows]
        groups.insert(at + 1 + len(inner), text)
    lowest = [
        g
        for g in groups
        if not any(o.named.rows & g.named.rows == o.named.rows != g.named.rows for o in groups)
    ]
    masks = [[text.named.columns for text in run] for run in outcomes]
    if len(outcomes) != len(lowest) or any(run != masks[0] for run in masks):
        return None
    return tuple(
        Leaf(group.named.rows, text.named.columns, text.piece.text)
        for group in lowest
        for text in outcomes[0]
    )
