"""The list of properties that disclosure pages print above a document: 索引号, 发布机构 and so on.

It is in a table, in a list or in lines, and is recognised by its labels.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.chinese.script import simplified_character
from govreport.expressions import expression
from govreport.model.dates import calendar_date
from govreport.model.grid import Cell
from govreport.recognise.labels.folding import aligned
from govreport.recognise.page import words
from govreport.recognise.page.labelled import label_pattern, name_in, said_by
from govreport.recognise.page.publication import Dates
from govreport.recognise.sections.headings import heading_line

_DATES = (*words.RELEASED, *words.ISSUED)
_LABELS = (*words.TELLING, *words.TITLES, *_DATES, *words.PUBLISHERS, *words.OTHERS)
_BEFORE_LABEL = "-•·●*【["
_BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""All that `str.split` splits at."""
_FIRST_CHARACTERS = frozenset(label[0] for label in _LABELS)
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
        if found and found.values:
            lists.append(found)
        index = found.blocks.stop if found else index + 1
    return lists


def _list_at(blocks: Sequence[Block], start: int, stop: int) -> PropertyList | None:
    """Return the list that begins at a block; if it is empty, no list begins before its end."""
    block = blocks[start]
    if isinstance(block, TableBlock):
        return PropertyList(range(start, start + 1), _table_values(block))
    is_listed = block.level is None and not block.mark and pairs_in(block.text)
    return _text_list(blocks, start, stop) if is_listed else None


def _listed_text(block: Block) -> str | None:
    """Return the text of a block that may stand in a list, None for a table or a heading."""
    listed = isinstance(block, TextBlock) and block.level is None and not block.mark
    return block.text if isinstance(block, TextBlock) and listed else None


class _Values:
    """Values by their labels, read one text after the other; a bare label waits for its value."""

    def __init__(self) -> None:
        self.read: dict[str, str] = {}
        self.waiting = ""
        self.are_apart = True
        """Whether each label so far stood in a text of its own."""

    def add(self, pairs: Pairs) -> None:
        """Take in the labels of a text, the first value of each."""
        for label, value in pairs:
            self.read.setdefault(label, value)
        label, value = pairs[-1]
        self.waiting = "" if value else label
        self.are_apart = self.are_apart and len(pairs) == 1 and not value

    def complete(self, value: str) -> None:
        """Take in the value of the label that waits."""
        self.read[self.waiting] = value
        self.waiting = ""

    @property
    def labels(self) -> set[str]:
        """The labels that are known."""
        return {label for label in self.read if label in _LABELS}


def _text_list(blocks: Sequence[Block], start: int, stop: int) -> PropertyList:
    values = _Values()
    position = start
    while position < stop and (text := _listed_text(blocks[position])) is not None:
        if pairs := pairs_in(text):
            values.add(pairs)
        elif values.waiting and _may_be_value(blocks, position, stop):
            values.complete(text)
        elif values.are_apart and values.read and _is_unknown_label(blocks, position, stop):
            values.waiting = text
        else:
            break
        position += 1
    # A part of a list that has too few labels has no more of them.
    return PropertyList(range(start, position), values.read if _is_list(values) else {})


def _is_list(values: _Values) -> bool:
    """Whether what was read of texts is a list of properties."""
    if _are_properties(values.labels):
        return True
    several = len(values.labels) >= _LEAST and sum(map(bool, values.read.values())) >= _LEAST
    return values.are_apart and several


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
    values = _Values()
    rows = _rows_of_properties(block)
    if block.mark or not all(_read_row(row, values) for row in rows):
        return {}
    numbers = sum(cell.text.isdigit() for row in rows for cell in row)
    told = numbers <= _SEVERAL_NUMBERS and _are_properties(values.labels)
    return values.read if told and any(values.read.values()) else {}


def _rows_of_properties(block: TableBlock) -> Sequence[Sequence[Cell]]:
    """Return the rows of a table, turned where its labels stand above their values."""
    rows = block.table.rows
    if len(rows) == _HEAD_AND_VALUES and _is_head([cell.text for cell in rows[0]]):
        return tuple(zip(*rows, strict=False))
    return rows


def _is_head(texts: list[str]) -> bool:
    """Whether the cells of a row are labels of properties, none with its value."""
    found = [pairs_in(text) for text in texts if text]
    bare = sum(len(pairs) == 1 and not pairs[0][1] for pairs in found)
    return (
        len(found) >= _LEAST
        and bare * 2 > len(found)
        and all(map(_SHORT.fullmatch, filter(None, texts)))
    )


def _read_row(cells: Sequence[Cell], values: _Values) -> bool:
    """Read the labels and values of a row, and say whether it holds nothing else."""
    values.waiting = ""
    known = False
    for cell in cells:
        if cell.tables:
            return False
        text = cell.text
        if pairs := pairs_in(text):
            known = True
            values.add(pairs)
        elif values.waiting:
            values.complete(text or values.read[values.waiting])
        elif text and not _names_unknown(text, values, known=known):
            return False
    return True


def _names_unknown(text: str, values: _Values, *, known: bool) -> bool:
    """Whether a text is a label, known or not, whose value is then waited for."""
    if not _SHORT.fullmatch(text) or not (known or text[-1] in ":："):
        return False
    values.waiting = _joined(text.rstrip(":："))
    values.read.setdefault(values.waiting, "")
    return True


def _are_properties(labels: set[str]) -> bool:
    return len(labels) >= _LEAST and not _TELLING.isdisjoint(labels)


def pairs_in(text: str) -> Pairs:
    """Return the labels in a text and the value after each; nothing if it is anything else."""
    if not text or len(text) > _LONGEST_VALUE:
        return ()
    # Most texts do not begin with a label, which is found without the expression.
    first = text.lstrip(_BEFORE_LABEL + _BLANKS)[:1]
    if first.isascii() or simplified_character(first) not in _FIRST_CHARACTERS:
        return ()
    plain, places = aligned(text)
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
