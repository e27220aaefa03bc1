"""Puts the headers of tables 3 and 4 together where a printed page tore their labels.

A program that prints the text of a page line by line prints 商业企业 as 商业企 and, lines further
down, 业; each row of figures is whole. The pieces are the form's header if they hold the
characters of its labels and no others, and the labels begin in the form's order; the totals of the
rows have to agree with it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import NamedTuple

from govreport.blocks import Block, Stream, TextBlock
from govreport.model import statute
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.recognise.labels.folding import simplified
from govreport.recognise.row_evidence import sums_to_last
from govreport.recognise.rows import is_value
from govreport.recognise.sections.headings import heading_line

_MOST_LINES = 30
"""Lines of a torn header."""
_MOST_ROWS = 200
"""Lines among which the rows below it are looked for."""
_LONGEST_LINE = 120
_FEWEST_ROWS = 3
_ERRING = 5
"""At most one row of so many may contradict its total: offices err."""
_SHORTEST_BEGINNING = 6
"""Characters of the first row's label before a line end that tears it."""

_FIRST_ROW, *_ = statute.layout("applications", 2021).rows
_REVIEWS = statute.layout("reviews", None).rows
_COUNT_OF_REVIEWS = sum(len(row.columns) for row in _REVIEWS)
_LABELS = [column.label for column in _FIRST_ROW.columns]
_ALSO_PRINTED = (statute.APPLICATIONS_NOTE, statute.APPLICANTS, statute.ORGANIZATIONS)


class _Form(NamedTuple):
    """What is known of the header of one table."""

    labels: Sequence[str]
    """Those of the columns."""
    printed: Sequence[Counter[str]]
    """The characters of the header, with and without what is not always printed."""
    whole_labels: frozenset[str]
    begins: Callable[[Block], bool]
    """Whether a block is the first row below the header."""
    is_in_order: Callable[[str], bool]
    """Whether the labels begin in the form's order in what the pieces say together."""
    agrees: Callable[[Sequence[Block]], bool]
    """Whether the totals of rows agree with the header."""
    lines: Callable[[str], Iterator[str]]
    """Yield the lines of the header, put together."""


def with_whole_headers(stream: Stream) -> tuple[Stream, list[Diagnostic]]:
    """Return a stream with each torn header of a table put together, and what was torn."""
    noted: list[Diagnostic] = []
    blocks: list[Block] = []
    for at, block in enumerate(stream.blocks):
        for form in _FORMS if _may_be_row(block) else ():
            if not form.begins(block) or not (count := _torn_lines(blocks, form)):
                continue
            if not form.agrees(stream.blocks[at : at + _MOST_ROWS]):
                continue
            printed = list(map(_line, blocks[-count:]))
            blocks[-count:] = map(TextBlock, form.lines("".join(printed)))
            message = f"read as {'、'.join(form.labels)}"
            where = f"block {at - count + 1}"
            noted.append(diagnostic("deviating-label", where, "\n".join(printed), message))
        blocks.append(block)
    return (replace(stream, blocks=tuple(blocks)) if noted else stream), noted


def _may_be_row(block: Block) -> bool:
    """Whether a line has as many texts as the shorter of the rows has figures; most have one."""
    return isinstance(block, TextBlock) and len(block.text.split()) >= len(_LABELS)


def _line(block: Block) -> str:
    """Return the text of a block that may be a line of the table, "" of any other."""
    if not isinstance(block, TextBlock) or block.mark or len(block.text) > _LONGEST_LINE:
        return ""
    line = heading_line(block.text)
    return "" if line and line.kind and line.style else block.text


def _begins_rows(block: Block) -> bool:
    """Whether a block is the first row: its label or the beginning of it, and a number a column."""
    figures = _figures(block)
    if len(figures) != len(_LABELS):
        return False
    label = _ideographs("".join(_line(block).split()[: -len(figures)]))
    whole = _ideographs("".join(_FIRST_ROW.labels))
    return len(label) >= _SHORTEST_BEGINNING and whole.startswith(label)


def _figures(block: Block) -> list[str]:
    """Return the figures that end a line."""
    texts = _line(block).split()
    first = len(texts)
    while first and is_value(texts[first - 1]):
        first -= 1
    return texts[first:]


def _ideographs(text: str) -> str:
    return "".join(each for each in simplified(text) if "\u4e00" <= each <= "\u9fff")


def _torn_lines(above: Sequence[Block], form: _Form) -> int:
    """Return how many of the last blocks are a torn header, 0 if none are or it is whole."""
    found = 0
    text = ""
    for count, block in enumerate(above[: -_MOST_LINES - 1 : -1], 1):
        if not _line(block) or _figures(block):
            break
        text = _ideographs(_line(block)) + text
        if Counter(text) in form.printed and form.is_in_order(text):
            found = count
    parts = [part for block in above[len(above) - found :] for part in _line(block).split()]
    return 0 if all(_ideographs(part) in form.whole_labels for part in parts) else found


def _headers() -> list[Counter[str]]:
    """Return the characters of the header, with and without what the form prints besides."""
    labels = _ideographs("".join(_LABELS))
    return [
        Counter(labels + _ideographs("".join(also)))
        for count in range(len(_ALSO_PRINTED) + 1)
        for also in combinations(_ALSO_PRINTED, count)
    ]


def _is_in_order(text: str) -> bool:
    """Whether the labels begin in the form's order, each found by a character that is its own.

    The total may stand anywhere behind the first, as a label over several lines does. What has
    no character of its own is looked for from the end.
    """
    text = text.replace(_ideographs(statute.APPLICATIONS_NOTE), "")
    *places, total = (_place(label, text) for label in map(_ideographs, _LABELS))
    return places[0] < total and all(one < other for one, other in pairwise(places))


def _place(label: str, text: str) -> int:
    others = [*map(_ideographs, (*_LABELS, *_ALSO_PRINTED))]
    others.remove(label)
    own = next((each for each in label if each not in "".join(others)), "")
    return text.find(own) if own else text.rfind(label[0])


def _rows_agree(blocks: Sequence[Block]) -> bool:
    """Whether lines are rows of as many figures, whose totals are the sums of the others."""
    agrees = sums_to_last(len(_LABELS))
    rows = [row for row in map(_figures, blocks) if len(row) == len(_LABELS)]
    erring = sum(not agrees(row) for row in rows)
    return len(rows) >= _FEWEST_ROWS and erring * _ERRING <= len(rows)


def _whole(text: str) -> Iterator[str]:
    """Yield the lines of the header, put together."""
    characters = Counter(_ideographs(text))
    for note in (statute.APPLICATIONS_NOTE, statute.APPLICANTS):
        if Counter(_ideographs(note)) <= characters:
            yield note
    yield " ".join(_LABELS)


_OUTCOMES = [column.label for column in _REVIEWS[0].columns]
_HEADS = list(dict.fromkeys(label for row in _REVIEWS for label in row.labels))


def _begins_reviews(block: Block) -> bool:
    """Whether a block is the row of table 4: a number a column, and nothing else."""
    figures = _figures(block)
    return len(figures) == _COUNT_OF_REVIEWS == len(_line(block).split())


def _are_outcomes_in_order(text: str) -> bool:
    """Whether the outcomes begin in the form's order in each group, and so do the groups.

    The first two begin alike and are told by how they go on, which may be lines further down.
    """
    upheld, corrected, other, pending, _ = _OUTCOMES
    pairs = ((upheld[2], corrected[2]), (other[0], pending[0]))
    alternate = all(
        "".join(each for each in text if each in pair) == "".join(pair) * len(_REVIEWS)
        for pair in pairs
    )
    begins = text.find(upheld[0]) < text.find(other[0])
    review, litigation, direct, after = (text.find(each) for each in ("复", "讼", "直", "后"))
    return alternate and begins and review < litigation and direct < after


def _totals_agree(blocks: Sequence[Block]) -> bool:
    """Whether every total of the row of table 4 is the sum of its group."""
    figures = _figures(blocks[0])
    width = len(_OUTCOMES)
    agrees = sums_to_last(width)
    return all(agrees(figures[at : at + width]) for at in range(0, len(figures), width))


def _lines_of_reviews(_: str) -> Iterator[str]:
    first, second, *below = _HEADS
    yield f"{first} {second}"
    yield " ".join((*_OUTCOMES, *below))
    yield " ".join(_OUTCOMES * len(below))


_FORMS = (
    _Form(
        _LABELS,
        _headers(),
        frozenset(map(_ideographs, (*_LABELS, *_ALSO_PRINTED))),
        _begins_rows,
        _is_in_order,
        _rows_agree,
        _whole,
    ),
    _Form(
        (*_HEADS, *_OUTCOMES),
        [Counter("".join((*_HEADS, *_OUTCOMES * len(_REVIEWS))))],
        frozenset((*_HEADS, *_OUTCOMES)),
        _begins_reviews,
        _are_outcomes_in_order,
        _totals_agree,
        _lines_of_reviews,
    ),
)
