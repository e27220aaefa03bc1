"""The list of properties that disclosure pages print above a document: 索引号, 发布机构 and so on.

It is in a table, in a list or in lines, and is recognised by its labels.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.expressions import expression
from govreport.model.dates import calendar_date
from govreport.recognise.labels.folding import aligned
from govreport.recognise.page import words
from govreport.recognise.page.labelled import label_pattern, name_in, said_by
from govreport.recognise.page.publication import Dates
from govreport.recognise.sections.headings import heading_line

_DATES = (*words.RELEASED, *words.ISSUED)
_LABELS = (*words.TELLING, *words.TITLES, *_DATES, *words.PUBLISHERS, *words.OTHERS)
_BEFORE_LABEL = "-•·●*【["
_LABEL = expression(
    rf"(?:[-•·●*]\s*)?(?P<open>[【\[])?(?P<label>{label_pattern(_LABELS)})[】\]]?"
    r"(?:\s*[:：](?P<colon>)|(?=\s|$)|(?(open)(?<=[】\]])|(?!)))",
    re.DOTALL,
)
_TELLING = frozenset(words.TELLING)
_SHORT = expression(r"[\u4e00-\u9fff \u3000]{2,8}[:：]?")
_LEAST = 3
_HEAD_AND_VALUES = 2
_LONGEST_VALUE = 120
_SHORT_VALUE = 12
_SEVERAL_NUMBERS = 5

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PropertyList:
    """A list of properties: its place among the blocks, and its values by their labels."""

    blocks: range
    values: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str | None:
        """The title that the list gives the document."""
        return self._first(words.TITLES)

    @property
    def publisher(self) -> str | None:
        """Who published, by the first label that says it."""
        return self._first(words.PUBLISHERS)

    @property
    def office(self) -> str | None:
        """The office whose document it is."""
        named = self._first(words.OFFICES)
        return name_in(named) if named else None

    @property
    def dates(self) -> Dates:
        """The dates, each with its label."""
        return [
            (label, calendar_date(value))
            for label, value in self.values.items()
            if label in _DATES
        ]

    def _first(self, labels: Sequence[str]) -> str | None:
        found = (self.values.get(label) for label in labels)
        value = next((each for each in found if each), None)
        return " ".join(value.split()) if value else None


def property_lists(blocks: Sequence[Block], part: range) -> list[PropertyList]:
    """Return the lists of properties among the blocks of one part of a stream."""
    lists = []
    index = part.start
    while index < part.stop:
        found = _list_at(blocks, index, part.stop)
        if found.values:
            lists.append(found)
        index = found.blocks.stop
    return lists


def _list_at(blocks: Sequence[Block], start: int, stop: int) -> PropertyList:
    """Return the list that begins at a block; if it is empty, no list begins before its end."""
    block = blocks[start]
    if isinstance(block, TableBlock):
        return PropertyList(range(start, start + 1), _table_values(block))
    if not _may_be_listed(block) or not pairs_in(block.text):
        return PropertyList(range(start, start + 1))
    return _text_list(blocks, start, stop)


def _may_be_listed(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.level is None and not block.mark


def _text_list(blocks: Sequence[Block], start: int, stop: int) -> PropertyList:
    values: dict[str, str] = {}
    position = start
    waiting = ""
    alone = True
    while position < stop:
        block = blocks[position]
        if not isinstance(block, TextBlock) or not _may_be_listed(block):
            break
        found = pairs_in(block.text)
        if found:
            for label, value in found:
                values.setdefault(label, value)
            alone = alone and len(found) == 1 and not found[0][1]
            waiting = "" if found[-1][1] else found[-1][0]
        elif waiting and _may_be_value(blocks, position, stop):
            values[waiting] = block.text
            waiting = ""
        elif alone and values and _is_unknown_label(blocks, position, stop):
            waiting = block.text
        else:
            break
        position += 1
    labels = {label for label in values if label in _LABELS}
    told = _are_properties(labels) or (
        alone and len(labels) >= _LEAST and sum(map(bool, values.values())) >= _LEAST
    )
    # A part of a list that has too few labels has no more of them.
    return PropertyList(range(start, position), values if told else {})


def _may_be_value(blocks: Sequence[Block], position: int, stop: int) -> bool:
    """Whether a text after a bare label is its value: short, or followed by another label."""
    block = blocks[position]
    if not isinstance(block, TextBlock) or len(block.text) > _LONGEST_VALUE:
        return False
    line = heading_line(block.text)
    if line and line.kind and line.style:
        return False  # the last label's value is blank
    return len(block.text) <= _SHORT_VALUE or _is_label(blocks, position + 1, stop)


def _is_unknown_label(blocks: Sequence[Block], position: int, stop: int) -> bool:
    """Whether a text is an unknown label, between others of a list of terms."""
    block = blocks[position]
    shaped = isinstance(block, TextBlock) and bool(_SHORT.fullmatch(block.text))
    return shaped and _is_label(blocks, position + 2, stop)


def _is_label(blocks: Sequence[Block], position: int, stop: int) -> bool:
    following = blocks[position] if position < stop else None
    return isinstance(following, TextBlock) and bool(pairs_in(following.text))


def _table_values(block: TableBlock) -> dict[str, str]:
    """Return the values of a table in which each row is labels that are followed by values."""
    if block.mark:
        return {}
    values: dict[str, str] = {}
    numbers = 0
    rows = block.table.rows
    if len(rows) == _HEAD_AND_VALUES and _is_head([cell.text for cell in rows[0]]):
        # The labels are above their values.
        rows = tuple(zip(*rows, strict=False))
    for row in rows:
        texts = [cell.text for cell in row]
        if any(cell.tables for cell in row):
            return {}
        numbers += sum(text.isdigit() for text in texts)
        if not _read_row(texts, values):
            return {}
    labels = {label for label in values if label in _LABELS}
    if numbers > _SEVERAL_NUMBERS or not _are_properties(labels) or not any(values.values()):
        return {}
    return values


def _is_head(texts: list[str]) -> bool:
    """Whether the cells of a row are labels of properties, none with its value."""
    found = [pairs_in(text) for text in texts if text]
    bare = sum(len(pairs) == 1 and not pairs[0][1] for pairs in found)
    return (
        len(found) >= _LEAST
        and bare * 2 > len(found)
        and all(map(_SHORT.fullmatch, filter(None, texts)))
    )


def _read_row(texts: list[str], values: dict[str, str]) -> bool:
    """Read the labels and values of a row, and say whether it holds nothing else."""
    known = False
    waiting = ""
    for text in texts:
        found = pairs_in(text) if text else ()
        if found:
            known = True
            waiting = "" if found[-1][1] else found[-1][0]
            for label, value in found:
                values.setdefault(label, value)
        elif waiting:
            if text:
                values[waiting] = text
            waiting = ""
        elif text and _SHORT.fullmatch(text) and (known or text[-1] in ":："):
            waiting = "".join(text.rstrip(":：").split())
            values.setdefault(waiting, "")
        elif text:
            return False
    return True


def _are_properties(labels: set[str]) -> bool:
    return len(labels) >= _LEAST and not _TELLING.isdisjoint(labels)


def pairs_in(text: str) -> Pairs:
    """Return the labels in a text and the value after each; nothing if it is anything else."""
    if len(text) > _LONGEST_VALUE:
        return ()
    plain, places = aligned(text)
    # Most texts do not begin with a label, which is found without the expression.
    if not _joined(plain).lstrip(_BEFORE_LABEL).startswith(_LABELS):
        return ()
    match = _LABEL.match(plain)
    if match is None:
        return ()
    said = said_by(text)
    if said and len(said.pairs) > 1:
        return said.pairs
    return ((_joined(match["label"]), text[places[match.end()] :].strip()),)


def _joined(label: str) -> str:
    return "".join(label.split())


def quoted(block: Block) -> str:
    """Return the texts that a block shows, a line each."""
    if isinstance(block, TextBlock):
        return block.text
    return "\n".join(cell.text for row in block.table.rows for cell in row if cell.text)
