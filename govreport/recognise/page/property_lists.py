"""The list of properties that disclosure pages print above a document: 索引号, 发布机构 and so on.

It stands in a table, in a list or in lines; what tells it apart are its labels.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from govreport.blocks import Block, Page, TableBlock, TextBlock
from govreport.model.dates import calendar_date
from govreport.recognise.page import property_labels as labels

_DATES = (*labels.RELEASED[:4], *labels.ISSUED)
_STRONG = "|".join(labels.TELLING)
_WEAK = "|".join((*labels.TITLES, *_DATES, *labels.PUBLISHERS, *labels.OTHERS))
_LABEL = re.compile(rf"[【\[]?({_STRONG}|{_WEAK})[】\]]?(?:[:：](.*)|(?=\s|$)(.*))", re.DOTALL)
_STRONG_LABEL = re.compile(rf"(?:{_STRONG})\Z")
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000\u00a0]+(?=[\u4e00-\u9fff])")
_LEAST = 3
_LONGEST_LABEL = 10
_LONGEST_VALUE = 120
_SHORT_VALUE = 12
_SEVERAL_NUMBERS = 5


def properties_at(blocks: Sequence[Block], start: int, stop: int) -> tuple[int, dict[str, str]]:
    """Return where a list of properties that begins at a block ends, and its pairs.

    The pairs are empty where none begins; no list begins before the end returned then, either.
    """
    block = blocks[start]
    if isinstance(block, TableBlock):
        return start + 1, _table_pairs(block)
    if block.level is not None or block.mark or label_of(block.text) is None:
        return start + 1, {}
    return _text_pairs(blocks, start, stop)


def _text_pairs(blocks: Sequence[Block], start: int, stop: int) -> tuple[int, dict[str, str]]:
    pairs: dict[str, str] = {}
    labels: set[str] = set()
    position = start
    waiting = ""
    while position < stop:
        block = blocks[position]
        if not isinstance(block, TextBlock) or block.level is not None or block.mark:
            break
        found = label_of(block.text)
        if found is not None:
            label, value = found
            labels.add(label)
            pairs.setdefault(label, value)
            waiting = "" if value else label
        elif waiting and _may_be_value(blocks, position, stop):
            pairs[waiting] = block.text
            waiting = ""
        else:
            break
        position += 1
    # A part of a list that has too few labels has no more of them.
    return position, pairs if _are_properties(labels) else {}


def _may_be_value(blocks: Sequence[Block], position: int, stop: int) -> bool:
    """Whether a text after a bare label is its value: short, or followed by another label."""
    block = blocks[position]
    if not isinstance(block, TextBlock) or len(block.text) > _LONGEST_VALUE:
        return False
    if len(block.text) <= _SHORT_VALUE:
        return True
    following = blocks[position + 1] if position + 1 < stop else None
    return isinstance(following, TextBlock) and label_of(following.text) is not None


def _table_pairs(block: TableBlock) -> dict[str, str]:
    """Return the pairs of a table in which each row is labels that are followed by values."""
    if block.mark:
        return {}
    pairs: dict[str, str] = {}
    numbers = 0
    for row in block.table.rows:
        texts = [cell.text for cell in row]
        if any(cell.tables for cell in row):
            return {}
        numbers += sum(text.isdigit() for text in texts)
        waiting = ""
        for text in texts:
            found = label_of(text) if text else None
            if found is not None:
                waiting = "" if found[1] else found[0]
                pairs.setdefault(*found)
            elif waiting:
                pairs[waiting] = text
                waiting = ""
            elif text:
                return {}
    values = sum(bool(value) for value in pairs.values())
    if numbers > _SEVERAL_NUMBERS or not _are_properties(set(pairs)) or not values:
        return {}
    return pairs


def _are_properties(labels: set[str]) -> bool:
    return len(labels) >= _LEAST and any(_STRONG_LABEL.match(label) for label in labels)


def label_of(text: str) -> tuple[str, str] | None:
    """Return the label that a text begins with and the value behind it, None without a label."""
    if len(text) > _LONGEST_VALUE:
        return None
    joined = _SPACED.sub("", text) if len(text) <= _LONGEST_LABEL + 4 else _label_joined(text)
    match = _LABEL.match(joined)
    if match is None:
        return None
    return match[1], (match[2] or match[3] or "").strip()


def _label_joined(text: str) -> str:
    head, colon, rest = text.replace("：", ":", 1).partition(":")
    return _SPACED.sub("", head) + colon + rest if len(head) <= _LONGEST_LABEL else text


def completed(page: Page, pairs: dict[str, str]) -> Page:
    """Return a page with the title and publisher of a list of properties, unless it has its own."""
    publishers = (pairs.get(label) for label in labels.PUBLISHERS)
    titles = (value for label, value in pairs.items() if label in labels.TITLES)
    return replace(
        page,
        title=page.title or _line(next((title for title in titles if title), None)),
        publisher=page.publisher or _line(next((each for each in publishers if each), None)),
    )


def dates_of(pairs: dict[str, str]) -> list[tuple[str, datetime.date | None]]:
    """Return the dates of a list of properties, each with its label."""
    return [(label, calendar_date(value)) for label, value in pairs.items() if label in _DATES]


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def quoted(block: Block) -> str:
    """Return the texts that a block shows, a line each."""
    if isinstance(block, TextBlock):
        return block.text
    return "\n".join(cell.text for row in block.table.rows for cell in row if cell.text)
