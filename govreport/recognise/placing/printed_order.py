"""Finds the columns of a header without positions, in the order of its printed labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from govreport.recognise.placing.labels_beside import names_rows_beside
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.named_lines import TextLine
from govreport.recognise.placing.naming import Named, Text, counts_rows, is_neutral
from govreport.recognise.placing.sheets import Side


@dataclass(slots=True, eq=False, repr=False)
class _Node:
    leaf: Leaf
    children: list["_Node"]
    line: int = 0
    position: int = 0
    """How many labels of the header are printed before it."""
    covers: bool = False


def leaves_in_order(header: Sequence[TextLine], side: Side) -> tuple[Leaf, ...] | None:
    """Return the columns of a header without positions, in printed order.

    A label that covers others covers those printed after it, and headers printed below each
    column (上年, 本年) divide it. None if two labels are the same, or it is not known which
    label covers which.
    """
    above, below = _without_headers_below(header)
    leaves = _leaves_of_labels(above, side)
    if not leaves or not below:
        return _with_blank_labels(leaves, header) if leaves else None
    count = len(below) // len(leaves)
    parts = [text.piece.text for text in below[:count]]
    if count < 2 or [text.piece.text for text in below] != parts * len(leaves):
        return None
    return tuple(
        Leaf(
            leaf.rows,
            leaf.columns,
            f"{leaf.label} {text.piece.text}",
            leaf.is_foreign or text.named.sort == "foreign",
        )
        for leaf in leaves
        for text in below[:count]
    )


def _with_blank_labels(leaves: tuple[Leaf, ...], header: Sequence[TextLine]) -> tuple[Leaf, ...]:
    """Return columns of one line with those among them whose label is blank."""
    naming = [line for line in header if sum(named.sort == "label" for _, named in line) > 1]
    shown = _between_labels(naming[0]) if len(naming) == 1 else []
    if list(filter(None, shown)) != [leaf.label for leaf in leaves]:
        return leaves
    labelled = iter(leaves)
    return tuple([next(labelled) if text else Leaf(0, 0, "") for text in shown])


def _between_labels(line: TextLine) -> list[str]:
    """Return the labels of a line, and the blank cells from the first of them to the last."""
    sorts = [named.sort for _, named in line]
    first, last = sorts.index("label"), len(sorts) - sorts[::-1].index("label")
    return [piece.text for piece, named in line[first:last] if named.sort in ("label", "blank")]


def _without_headers_below(
    header: Sequence[TextLine],
) -> tuple[Sequence[TextLine], list[Text]]:
    """Return a header without the texts after its labels that give the year of the numbers."""
    texts = [text for line in header for text in line if text.piece.text]
    last = max((at for at, text in enumerate(texts) if text.named.columns), default=-1)
    below = texts[last + 1 :]
    sorts = {text.named.sort for text in below}
    if sorts != {"foreign", "neutral"} or last < 0:
        return header, []
    return _only(texts[: last + 1], header), below


def _only(kept: Sequence[Text], header: Sequence[TextLine]) -> list[TextLine]:
    """Return a header with some of its texts only."""
    return [tuple([t for t in line if any(t is k for k in kept)]) for line in header]


def _leaves_of_labels(header: Sequence[TextLine], side: Side) -> tuple[Leaf, ...] | None:
    placed = _labels_by_line(header, side)
    if placed is None:
        return None
    texts = [text for _, text in placed]
    if lowest := _lowest_line(texts, side):
        return lowest
    upright = [] if side.rows else [t for t in texts if t.named.rows]
    if upright and any(t.named.columns for t in texts):
        return _leaves_of_groups(texts, upright)
    return _leaves_of_covers(placed, header, side)


def _labels_by_line(header: Sequence[TextLine], side: Side) -> list[tuple[int, Text]] | None:
    """Return the labels and foreign texts of a header with their lines, not that of the labels.

    A label of the rows below is left out, too: it spans the header's line with theirs. None if one of them is a line of headers or may be above numbers that count the rows.
    """
    texts = [
        (at, text)
        for at, line in enumerate(header)
        for text in line
        if text.named.sort in ("label", "foreign")
        and not names_rows_beside(text.named.rows, text.named.columns, side)
    ]
    # Without positions it is unknown which numbers count the rows.
    if any(_holds_several(text) or counts_rows(text.piece.text) for _, text in texts):
        return None
    if texts and any(side) and _heads_labels(texts[0][1], header):
        return texts[1:]
    return texts


def _heads_labels(text: Text, header: Sequence[TextLine]) -> bool:
    """Whether a foreign text is the first of a header."""
    if text.named.sort != "foreign":
        return False
    return text is next((each for line in header for each in line if each.piece.text), None)


def _leaves_of_covers(
    placed: Sequence[tuple[int, Text]], header: Sequence[TextLine], side: Side
) -> tuple[Leaf, ...] | None:
    """Return the columns of labels of which some cover others."""
    if _repeats_foreign([text for _, text in placed]):
        return None
    role = "columns" if side.rows or not side.columns else "rows"
    one_line = len(header) == 1
    nodes = _nodes_of(placed, role, one_line)
    if not nodes or _lines_without_cover(header, nodes):
        return None
    columns = [each for node in nodes for each in _flattened(node)]
    return _in_order_of_lines(columns, one_line)


def _nodes_of(
    placed: Sequence[tuple[int, Text]], role: str, one_line: bool
) -> list[_Node] | None:
    """Return labels with those that they cover, None if this is not known or there are none."""
    nodes: list[_Node] = []
    container = nodes
    seen: set[int] = set()
    for position, (at, text) in enumerate(placed):
        if text.named.sort == "foreign":
            below = _container_of_foreign(at, nodes, container, one_line)
            if below is None:
                return None
            container = below
            container.append(_Node(_ordered_leaf(text, foreign=True), [], at, position))
            continue
        mask = text.named.columns if role == "columns" else text.named.rows
        if not mask or mask in seen:
            return None
        seen.add(mask)
        container = _children_of_cover(nodes, mask, role)
        covers = role == "columns" and text.named.match.label("column") is None
        container.append(_Node(_ordered_leaf(text, foreign=False), [], at, position, covers))
    return nodes if seen else None


def _container_of_foreign(
    line: int, nodes: list[_Node], container: list[_Node], one_line: bool
) -> list[_Node] | None:
    """Return where the column of a foreign text belongs, None if this is not known."""
    cover = next((node for node in nodes if node.covers and not node.children), None)
    if cover is None:
        return container
    if line > cover.line:
        return cover.children
    if nodes[-1] is not cover and one_line:
        return None  # it is next to the columns of the cover, or below the cover
    return container


def _repeats_foreign(texts: Sequence[Text]) -> bool:
    """Whether a foreign text comes again before the next label, as one below each label does."""
    seen: set[str] = set()
    for piece, named in texts:
        if named.sort != "foreign":
            seen.clear()
        elif piece.text in seen:
            return True
        else:
            seen.add(piece.text)
    return False


def _in_order_of_lines(nodes: Sequence[_Node], one_line: bool) -> tuple[Leaf, ...] | None:
    """Return columns in the order of their lines; None if a cover and a line contradict this.

    A cover covers the columns printed after it, but if all columns are on one line, that line
    is their order, however far the cover extends over it.
    """
    if not one_line and len({node.line for node in nodes}) == 1:
        return tuple(node.leaf for node in sorted(nodes, key=lambda node: node.position))
    for one, other in combinations([] if one_line else nodes, 2):
        if one.line == other.line and one.position > other.position:
            return None
    return tuple(node.leaf for node in nodes)


def _lowest_line(texts: Sequence[Text], side: Side) -> tuple[Leaf, ...] | None:
    """Return the columns of a header that prints a label again on each line that it spans.

    Its last line then names every column in its place. None if no label is repeated.
    """
    if side != Side(rows=True, columns=False) or any(t.named.sort == "foreign" for t in texts):
        return None
    leaves = [text for text in texts if text.named.match.label("column")]
    lowest = texts[len(texts) - _different_columns(leaves) :]
    if len(leaves) == len(lowest) or _different_columns(texts) == len(texts):
        return None
    if not _are_columns_once(lowest, leaves):
        return None
    return tuple(_ordered_leaf(text, foreign=False) for text in lowest)


def _are_columns_once(texts: Sequence[Text], leaves: Sequence[Text]) -> bool:
    """Whether texts are all labels of columns, each of another one."""
    return _different_columns(texts) == len(texts) and all(text in leaves for text in texts)


def _different_columns(texts: Sequence[Text]) -> int:
    return len({text.named.columns for text in texts})


def _holds_several(text: Text) -> bool:
    """Whether a text that is not a label is a line of headers."""
    words = text.piece.text.split()
    return text.named.sort == "foreign" and len(words) > 1 and any(map(is_neutral, words))


def _children_of_cover(nodes: list[_Node], mask: int, role: str) -> list[_Node]:
    """Return where the column of a label belongs: below the lowest label that covers it."""
    cover = next((n for n in nodes if _covers(n.leaf, mask, role)), None)
    return _children_of_cover(cover.children, mask, role) if cover else nodes


def _covers(leaf: Leaf, mask: int, role: str) -> bool:
    own = leaf.columns if role == "columns" else leaf.rows
    return not leaf.is_foreign and own & mask == mask != own


def _ordered_leaf(text: Text, foreign: bool) -> Leaf:
    named = text.named if not foreign else Named("foreign")
    return Leaf(named.rows, named.columns, text.piece.text, foreign)


def _flattened(node: _Node) -> list[_Node]:
    if not node.children:
        return [node]
    return [lowest for child in node.children for lowest in _flattened(child)]


def _lines_without_cover(header: Sequence[TextLine], nodes: Sequence[_Node]) -> bool:
    """Whether columns are on two of several lines and no label covers those of the second."""
    if any(node.children for node in nodes):
        return False
    full = [line for line in header if sum(t.named.sort == "label" for t in line) > 1]
    return len(full) > 1


def _lowest_groups(upright: Sequence[Text]) -> Sequence[Text]:
    """Return the groups of a header that prints some again on each line that they span, each once.

    Those that cover others are left out then, for the last line names every group in its place.
    """
    last = {text.named.rows: text for text in upright}
    if len(last) == len(upright):
        return upright
    return [
        text
        for at, text in enumerate(upright)
        if all(text.named.rows != other.named.rows for other in upright[at + 1 :])
        and not any(mask & text.named.rows == mask != text.named.rows for mask in last)
    ]


def _leaves_of_groups(texts: Sequence[Text], upright: Sequence[Text]) -> tuple[Leaf, ...] | None:
    """Return the columns of table 4: the outcomes once for each group, in printed order."""
    outcomes = _runs_of_outcomes(texts)
    if outcomes is None:
        return None
    lowest = _without_covers(_ordered_groups(_lowest_groups(upright)))
    masks = [[text.named.columns for text in run] for run in outcomes]
    outcomes = outcomes[-len(lowest) :]  # what stands above is printed again on the last line
    if len(outcomes) != len(lowest) or any(run != masks[0] for run in masks):
        return None
    return tuple(
        Leaf(group.named.rows, text.named.columns, text.piece.text)
        for group in lowest
        for text in outcomes[0]
    )


def _runs_of_outcomes(texts: Sequence[Text]) -> list[list[Text]] | None:
    """Return the labels of columns, a new run where one comes again; None if a text is foreign."""
    outcomes: list[list[Text]] = [[]]
    for text in texts:
        if text.named.sort == "foreign":
            return None
        if text.named.columns:
            if any(each.named.columns == text.named.columns for each in outcomes[-1]):
                outcomes.append([])
            outcomes[-1].append(text)
    return outcomes


def _without_covers(groups: Sequence[Text]) -> list[Text]:
    """Return the groups that cover no other."""
    return [
        g
        for g in groups
        if not any(o.named.rows & g.named.rows == o.named.rows != g.named.rows for o in groups)
    ]


def _ordered_groups(upright: Sequence[Text]) -> list[Text]:
    """Return groups in the order of their columns, those that others cover behind them."""
    groups: list[Text] = []
    for text in upright:
        mask = text.named.rows
        cover = next((g for g in groups if g.named.rows & mask == mask != g.named.rows), None)
        if cover is None:
            groups.append(text)
            continue
        at = groups.index(cover)
        inner = [g for g in groups[at + 1 :] if g.named.rows & cover.named.rows == g.named.rows]
        groups.insert(at + 1 + len(inner), text)
    return groups
