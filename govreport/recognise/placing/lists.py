"""Tables printed as lists, one number a row: the label of the row once, then each column's with its number.

A row goes on for as long as its columns come in the order in which the list first prints them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govreport.recognise.labels.folding import enumerator
from govreport.recognise.placing.naming import Text

_FEWEST_ROWS = 3
"""Rows that stand above the numbers of a turned table: those of table 4."""
_REVIEWS = 15
"""Numbers of table 4."""
_FEWEST_ALONE = 4
"""Numbers, each behind a label of its own, that make a list of one number a row."""


def is_list(texts: Sequence[Text]) -> bool:
    """Whether each number stands alone behind labels of a row and a column."""
    return _are_alone(texts, [run[-1:] for run in runs_of(texts)])


def _are_alone(texts: Sequence[Text], runs: Sequence[Sequence[Text]]) -> bool:
    """Whether numbers stand alone behind labels, of which `runs` hold what may be their column's."""
    if any(_stand_side_by_side(one, other) for one, other in pairwise(texts)):
        return False
    values = [run for run in runs_of(texts) if _is_number(run[0])]
    behind = [before for before, run in pairwise(runs) if _is_number(run[0])]
    alone = sum(len(run) == 1 for run in values)
    columns = sum(any(map(_names_column, labels)) for labels in behind)
    return alone >= _FEWEST_ALONE and alone == len(values) and 2 * columns > len(values)


def _names_column(text: Text) -> bool:
    return bool(text.named.columns and not text.named.rows)


def _stand_side_by_side(one: Text, other: Text) -> bool:
    """Whether labels of two rows stand beside each other, so that they head columns of numbers."""
    rows = one.named.rows and other.named.rows
    heads = not (one.named.columns or other.named.columns)
    return bool(rows and heads and not one.named.above & other.named.rows)


def turned(texts: Sequence[Text]) -> list[list[Text]]:
    """Return the lines of a table whose rows stand above the numbers and its columns beside them.

    None where any other text than the label of a column stands beside numbers.
    """
    runs = list(runs_of(texts))
    if len(runs) < _FEWEST_ALONE or _is_number(runs[0][0]):
        return []
    header, begun = _without_heads_behind(runs[0])
    beside = [begun, *runs[2::2]]
    heads = sum(bool(text.named.rows) for text in header)
    if heads < _FEWEST_ROWS or not all(run and _heads_column(run[-1]) for run in beside):
        return []
    lines = [header]
    for labels, numbers in zip(beside, runs[1::2], strict=False):
        above, own = _without_heads_behind(labels)
        lines += [above, [*own, *numbers]]
    return [line for line in lines if line]


def _without_heads_behind(run: list[Text]) -> tuple[list[Text], list[Text]]:
    """Return a run of labels before those of columns that end it, and these."""
    begins = len(run)
    while begins and (_heads_column(run[begins - 1]) or run[begins - 1].named.sort == "neutral"):
        begins -= 1
    return run[:begins], run[begins:]


def begins_late(texts: Sequence[Text]) -> bool:
    """Whether of a list's labels only the last have no number, so that each may be one late.

    Those of columns may stand anywhere between two numbers.
    """
    runs = list(runs_of(texts))
    last = runs[-1] if runs else []
    named = any(text.named.rows or text.named.columns for text in last)
    return named and _are_alone(texts, runs)


def runs_of(texts: Sequence[Text]) -> Iterator[list[Text]]:
    """Yield runs of labels and runs of numbers in turn."""
    run: list[Text] = []
    for text in texts:
        if run and _is_number(text) != _is_number(run[-1]):
            yield run
            run = []
        run.append(text)
    if run:
        yield run


def by_runs(texts: Sequence[Text]) -> Iterator[list[Text]]:
    """Yield the lines of table 4: headers, and numbers with the group printed before them."""
    header: list[Text] = []
    for run in runs_of(texts):
        if run[0].named.sort not in ("value", "blank"):
            header = run
            continue
        label = header[-1:] if header and header[-1].named.rows else []
        if label and not any(text.named.columns for text in header) and len(header) > 1:
            label = header[-1:]
        yield header[: len(header) - len(label)]
        for once in _halves(run):
            yield [*label, *once]
        header = []
    yield header


def _halves(run: Sequence[Text]) -> list[Sequence[Text]]:
    """Return the halves of numbers that a table gives twice in a row, else the whole."""
    half = len(run) // 2
    texts = [text.piece.text for text in run]
    is_twice = half == _REVIEWS and texts == texts[:half] * 2
    return [run[:half], run[half:]] if is_twice else [run]


def listed(texts: Sequence[Text]) -> Iterator[list[Text]]:
    """Yield the rows of a list, each with the label of its row, and other labels between them."""
    order: dict[int, int] = {}
    row: Text | None = None
    last = -1
    labels: list[Text] = []
    for text in texts:
        if _is_number(text):
            yield [label for label in labels[:-1] if label is not row]
            yield _numbered(row, labels[-1:], text)
            labels = []
            continue
        labels.append(text)
        if _heads_column(text):
            place = order.setdefault(text.named.columns, len(order))
            row = row if place > last else None
            last = place
        elif text.named.rows or text.named.sort == "foreign":
            row, last = text, -1
    yield labels


def _numbered(row: Text | None, own: Sequence[Text], number: Text) -> list[Text]:
    """Return a row of a list: the label of its row, that of its column and its number."""
    if row is None or row in own:
        return [*own, number]
    return [row, *own, number]


def _heads_column(text: Text) -> bool:
    """Whether a label is that of a column; of those that may be either a row's is numbered."""
    named = text.named
    return bool(named.columns) and not (named.rows and enumerator(text.piece.text)[0])


def _is_number(text: Text) -> bool:
    return text.named.sort in ("value", "blank")
