"""Finds the report on a page, from the containers of its blocks and not from words.

The report is the smallest region that holds its sections and tables. Everything outside belongs to
the page, whatever it says. A source without containers, such as a text, has no such region: there
the report is bounded by its own title, signature and date.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.model.statute import TABLE_KINDS
from govreport.recognise.labels.vocabulary import kind_vocabulary
from govreport.recognise.sections.headings import heading_line, inline_headings, is_number_alone

_LONG = 60
_FEWEST_LABELS = 3
_FEWEST_LISTED = 3
_MOST_OF_IT = 0.8
_MOST_TRIED = 16
"""A copy of the text is looked for from at most so many repeated headings."""


@dataclass(frozen=True, slots=True)
class Region:
    """The blocks that hold the report's text.

    `is_bounded` says that the page's structure shows them, so that blocks outside do not belong to
    the report; otherwise the region holds all blocks.
    """

    start: int
    stop: int
    is_bounded: bool = False

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.stop


def region_of(blocks: Sequence[Block], part: range, left_out: frozenset[int]) -> Region:
    """Return the region of the report in one part of a stream's blocks."""
    whole = Region(part.start, part.stop)
    places = {blocks[index].place for index in part}
    if len(places) < 2:
        return whole
    seen = [index for index in part if index not in left_out]
    anchors = _anchors(blocks, seen)
    if not anchors:
        return whole
    container = _container(blocks, seen, anchors)
    inside = [index for index in seen if _is_in(blocks[index], container)]
    if len(inside) == len(seen):
        return _among_siblings(blocks, seen, anchors, container)
    return Region(inside[0], inside[-1] + 1, is_bounded=True)


def _container(blocks: Sequence[Block], seen: list[int], anchors: list[int]) -> tuple[int, ...]:
    """Return the smallest container of all sections and of most of the page's running text."""
    container = _common([blocks[index].place for index in anchors])
    prose = {index: len(each.text) for index in seen if (each := _prose(blocks[index]))}
    total = sum(prose.values())
    while container:
        held = sum(size for index, size in prose.items() if _is_in(blocks[index], container))
        if len(anchors) > 1 and held >= total * (1 - _MOST_OF_IT):
            break
        if held >= total * _MOST_OF_IT:
            break
        container = container[:-1]
    return container


def _common(places: list[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the containers that several places have in common."""
    levels = takewhile(lambda each: len(set(each)) == 1, zip(*places, strict=False))
    return tuple(each[0] for each in levels)


def _among_siblings(
    blocks: Sequence[Block], seen: list[int], anchors: list[int], container: tuple[int, ...]
) -> Region:
    """Return the region if the page's additions are siblings of the report's own blocks.

    From the sections outward it includes blocks directly in the container, blocks in a part of
    it that has a section, running text, and tables.
    """
    depth = len(container) + 1
    own = {blocks[index].place[:depth] for index in anchors}

    def belongs(index: int) -> bool:
        place = blocks[index].place
        own_part = place == container or place[:depth] in own
        return (
            own_part or _prose(blocks[index]) is not None or isinstance(blocks[index], TableBlock)
        )

    start, stop = seen.index(anchors[0]), seen.index(anchors[-1]) + 1
    while start > 0 and belongs(seen[start - 1]):
        start -= 1
    while stop < len(seen) and belongs(seen[stop]):
        stop += 1
    bounded = start > 0 or stop < len(seen)
    return Region(seen[start], seen[stop - 1] + 1, is_bounded=bounded)


def _anchors(blocks: Sequence[Block], seen: list[int]) -> list[int]:
    """Return the blocks that are a section's heading or a statutory table, without link lists."""
    anchors = {index for index in seen if _is_anchor(blocks[index])}
    for number, name in pairwise(seen):
        if _is_heading_in_two(blocks[number], blocks[name]):
            anchors |= {number, name}
    grouped = groupby(seen, anchors.__contains__)
    runs = [list(run) for is_anchor, run in grouped if is_anchor]
    parted = [run for run in runs if len(run) < _FEWEST_LISTED]
    return [index for run in parted or runs for index in run]


def _is_anchor(block: Block) -> bool:
    if isinstance(block, TableBlock):
        return _is_statutory(block)
    if len(block.text) > _LONG:
        return next(inline_headings(block.text), None) is not None
    line = heading_line(block.text)
    return bool(line and line.kind and line.style and line.by_name)


def _is_heading_in_two(number: Block, name: Block) -> bool:
    """Whether two blocks are a section's number and its name, which a page shows in two boxes."""
    if not isinstance(number, TextBlock) or not isinstance(name, TextBlock):
        return False
    if not is_number_alone(number.text) or len(name.text) > _LONG:
        return False
    line = heading_line(name.text)
    return bool(line and line.kind and line.by_name and not line.style)


def _is_statutory(block: TableBlock) -> bool:
    labels = 0
    for text in _texts(block):
        labels += any(kind_vocabulary(kind).exact(text) for kind in TABLE_KINDS)
        if labels >= _FEWEST_LABELS:
            return True
    return False


def _texts(block: TableBlock) -> Iterator[str]:
    waiting = [block.table]
    while waiting:
        table = waiting.pop()
        for row in table.rows:
            for cell in row:
                yield cell.text
                waiting.extend(cell.tables)


def _prose(block: Block) -> TextBlock | None:
    """Return a block if it is running text, a sentence or more."""
    return block if isinstance(block, TextBlock) and "。" in block.text else None


def _is_in(block: Block, container: tuple[int, ...]) -> bool:
    return block.place[: len(container)] == container


def copied(blocks: Sequence[Block], part: range) -> range | None:
    """Return the blocks that show the report's text a second time, None if there are none.

    Pages that are also made for phones may hold their text twice and show one of the two.
    """
    if not _has_heading_twice(blocks[part.start : part.stop]):
        return None
    keys = [_key(blocks[index]) for index in part]
    first: dict[str, int] = {}
    tried = 0
    for position, key in enumerate(keys):
        earlier = first.setdefault(key, position)
        if earlier == position or not _is_anchor(blocks[part[position]]):
            continue
        tried += 1
        if tried > _MOST_TRIED:
            break
        start, length = _run_around(keys, earlier, position)
        run = range(part[start], part[start] + length)
        if _are_sections(blocks, run):
            return run
    return None


def _has_heading_twice(blocks: Iterable[Block]) -> bool:
    """Whether a text that names sections stands in several blocks."""
    seen: set[str] = set()
    for block in blocks:
        if not isinstance(block, TextBlock):
            continue
        if (key := _key(block)) in seen and _kinds_in(block.text):
            return True
        seen.add(key)
    return False


def _kinds_in(text: str) -> set[str]:
    """Return the sections that a text heads or holds headings of."""
    if line := heading_line(text):
        return {line.kind} if line.kind else set()
    return {kind for *_, kind in inline_headings(text)}


def _run_around(keys: list[str], first: int, second: int) -> tuple[int, int]:
    """Return the second start of the run of equal blocks around two equal ones."""
    start = 0
    while (
        first - start > 0
        and second - start > first + 1
        and keys[first - start - 1] == keys[second - start - 1]
    ):
        start += 1
    length = 0
    while (
        second + length < len(keys)
        and first + length < second - start
        and keys[first + length] == keys[second + length]
    ):
        length += 1
    return second - start, start + length


def _are_sections(blocks: Sequence[Block], run: Iterable[int]) -> bool:
    """Whether blocks hold several sections with their text."""
    kinds: set[str] = set()
    prose = 0
    for index in run:
        block = blocks[index]
        if isinstance(block, TextBlock):
            kinds |= _kinds_in(block.text)
            prose += _prose(block) is not None
        else:
            prose += 1
    return len(kinds) > 1 and prose > 0


def _key(block: Block) -> str:
    if isinstance(block, TextBlock):
        return "".join(block.text.split())
    return "\n".join(cell.text for row in block.table.rows for cell in row)
